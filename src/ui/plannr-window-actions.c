/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-ui"

#include "config.h"

#include "plannr-window-private.h"

#include "plannr-application.h"
#include "plannr-second-click.h"

static void
new_case (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PlannrWindow *self = PLANNR_WINDOW (widget);
  g_autoptr (PlannrCaseDraft) draft = NULL;

  /* An untouched form is as new as a form can be. */
  if (plannr_submission_get_state (self->current) != PLANNR_STATE_DRAFT
      || !plannr_case_draft_get_blank (plannr_submission_get_draft (self->current)))
    {
      draft = plannr_case_draft_new ();
      plannr_window_begin (self, draft);
    }
  plannr_case_form_focus_name (self->form);
}

static void
create (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PlannrWindow *self = PLANNR_WINDOW (widget);

  if (plannr_case_form_check (self->form))
    {
      plannr_window_set_discarded (self, NULL);
      plannr_create_press_begin (plannr_window_get_press (self), self->current);
    }
  else
    plannr_case_form_focus_error (self->form);
}

static void
cancel (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PlannrWindow *self = PLANNR_WINDOW (widget);

  if (!plannr_create_press_cancel (plannr_window_get_press (self)))
    plannr_outbox_cancel (plannr_window_get_outbox (self), self->current);
}

static void
send_now (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PlannrWindow *self = PLANNR_WINDOW (widget);

  plannr_outbox_send_now (plannr_window_get_outbox (self), self->current);
}

static void
discard (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PlannrWindow *self = PLANNR_WINDOW (widget);
  g_autoptr (PlannrSubmission) discarded = g_object_ref (self->current);
  g_autoptr (PlannrCaseDraft) draft = plannr_case_draft_new ();

  plannr_outbox_discard (plannr_window_get_outbox (self), discarded);
  plannr_window_begin (self, draft);
  plannr_window_set_discarded (self, discarded);
  plannr_case_form_focus_name (self->form);
}

static void
undo_discard (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PlannrWindow *self = PLANNR_WINDOW (widget);
  g_autoptr (PlannrSubmission) discarded = NULL;

  if (self->discarded == NULL)
    return;

  discarded = g_object_ref (self->discarded);
  plannr_outbox_restore (plannr_window_get_outbox (self), discarded);
  plannr_window_set_discarded (self, NULL);
  plannr_window_set_current (self, discarded);
  plannr_case_form_focus_name (self->form);
}

static void
restore (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PlannrWindow *self = PLANNR_WINDOW (widget);

  plannr_outbox_restore (plannr_window_get_outbox (self), self->current);
  if (self->discarded == self->current)
    plannr_window_set_discarded (self, NULL);
  plannr_case_form_focus_name (self->form);
}

static void
same_again (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PlannrWindow *self = PLANNR_WINDOW (widget);
  g_autoptr (PlannrCaseDraft) draft =
      plannr_case_draft_new_like (plannr_submission_get_draft (self->current));

  plannr_window_begin (self, draft);
  plannr_case_form_focus_people (self->form);
}

static void
show_double (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PlannrWindow *self = PLANNR_WINDOW (widget);
  PlannrDouble *found = plannr_double_finder_get_found (
      plannr_create_press_get_finder (plannr_window_get_press (self)));
  g_autoptr (PlannrSubmission) row = NULL;

  if (found == NULL || plannr_double_get_submission (found) == NULL)
    return;

  row = plannr_outbox_add_past (plannr_window_get_outbox (self),
                                plannr_double_get_submission (found));
  plannr_window_set_current (self, row);
  if (plannr_submission_get_state (self->current) == PLANNR_STATE_CREATED)
    plannr_case_card_focus_heading (self->card);
  else
    gtk_widget_child_focus (GTK_WIDGET (self->panes), GTK_DIR_TAB_FORWARD);
}

static void
copy (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PlannrWindow *self = PLANNR_WINDOW (widget);
  g_autofree char *text = plannr_case_card_get_text (self->card);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
}

static void
search (GtkWidget *widget, const char *name, GVariant *parameter)
{
  plannr_case_list_focus_search (PLANNR_WINDOW (widget)->list);
}

static void
try_now (GtkWidget *widget, const char *name, GVariant *parameter)
{
  plannr_outbox_try_now (plannr_window_get_outbox (PLANNR_WINDOW (widget)));
}

static void
dismiss_news (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PlannrWindow *self = PLANNR_WINDOW (widget);

  self->has_read_of_file = TRUE;
  plannr_window_update_banner (self);
}

/* Asked to close what has just said what that means, the window closes. */
static void
close_now (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_window_close (GTK_WINDOW (widget));
}

static void
stay (GtkWidget *widget, const char *name, GVariant *parameter)
{
  plannr_farewell_withdraw (PLANNR_WINDOW (widget)->farewell);
}

static void
forget (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PlannrWindow *self = PLANNR_WINDOW (widget);

  if (self->forgetting == NULL)
    {
      self->forgetting = g_object_new (PLANNR_TYPE_FORGETTING, NULL);
      gtk_box_insert_child_after (GTK_BOX (gtk_widget_get_parent (self->banner)),
                                  GTK_WIDGET (self->forgetting), self->banner);
    }
  plannr_second_click_swallow (widget);
  plannr_forgetting_ask (self->forgetting, plannr_connection_get_profile (self->connection));
}

static void
connect_to_plannr (GtkWidget *widget, const char *name, GVariant *parameter)
{
  PlannrWindow *self = PLANNR_WINDOW (widget);

  plannr_application_ask_for_token (
      PLANNR_APPLICATION (gtk_window_get_application (GTK_WINDOW (self))));
}

void
plannr_window_signed_in (PlannrWindow *self, const char *token, PlannrLogin *login)
{
  plannr_application_sign_in (PLANNR_APPLICATION (gtk_window_get_application (GTK_WINDOW (self))),
                              token, login);
}

void
plannr_window_practice (PlannrWindow *self)
{
  plannr_application_practise (PLANNR_APPLICATION (gtk_window_get_application (GTK_WINDOW (self))));
}

/**
 * plannr_window_ask:
 * @self: a window
 * @parting: what the person is about to do
 *
 * Asks them whether to do it, where cases are still on their way.
 *
 * Returns: whether it asks; where it does not, they have their way
 */
gboolean
plannr_window_ask (PlannrWindow *self, PlannrParting parting)
{
  g_return_val_if_fail (PLANNR_IS_WINDOW (self), FALSE);

  if (self->connection == NULL)
    return FALSE;

  if (self->farewell == NULL)
    {
      self->farewell = g_object_new (PLANNR_TYPE_FAREWELL, NULL);
      gtk_box_insert_child_after (GTK_BOX (gtk_widget_get_parent (self->banner)),
                                  GTK_WIDGET (self->farewell), self->banner);
    }
  if (!plannr_farewell_ask (self->farewell, parting, plannr_window_get_outbox (self)))
    return FALSE;

  /* The first half of a double click on what asks is not to be answered by the second. */
  plannr_second_click_swallow (GTK_WIDGET (self));
  gtk_window_present (GTK_WINDOW (self));

  return TRUE;
}

/**
 * plannr_window_show_case:
 * @self: a window
 * @id: a submission’s id
 *
 * Shows that row, where the firm that is shown has it.
 */
void
plannr_window_show_case (PlannrWindow *self, const char *id)
{
  GListModel *rows = NULL;

  g_return_if_fail (PLANNR_IS_WINDOW (self));

  if (self->connection == NULL)
    return;

  rows = G_LIST_MODEL (plannr_window_get_outbox (self));
  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (PlannrSubmission) row = g_list_model_get_item (rows, i);

      if (g_strcmp0 (plannr_submission_get_id (row), id) == 0)
        {
          plannr_window_set_current (self, row);
          return;
        }
    }
}

void
plannr_window_update_actions (PlannrWindow *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean cases = self->connect_page == NULL && self->current != NULL;
  PlannrState state = cases ? plannr_submission_get_state (self->current) : PLANNR_STATE_DISCARDED;
  gboolean waiting = cases && plannr_create_press_get_waiting (plannr_window_get_press (self));
  gboolean writing = !waiting && (state == PLANNR_STATE_DRAFT || state == PLANNR_STATE_REFUSED);
  gboolean blank =
      cases && plannr_case_draft_get_blank (plannr_submission_get_draft (self->current));

  gtk_widget_action_set_enabled (widget, "win.new-case", cases);
  gtk_widget_action_set_enabled (widget, "win.create", writing);
  gtk_widget_action_set_enabled (widget, "win.cancel",
                                 waiting || state == PLANNR_STATE_QUEUED
                                     || state == PLANNR_STATE_CONNECTING
                                     || state == PLANNR_STATE_ON_WIRE);
  gtk_widget_action_set_enabled (widget, "win.send-now", state == PLANNR_STATE_QUEUED);
  gtk_widget_action_set_enabled (widget, "win.restore", cases && state == PLANNR_STATE_DISCARDED);
  gtk_widget_action_set_enabled (widget, "win.discard", writing && !blank);
  gtk_widget_action_set_enabled (widget, "win.same-again", state == PLANNR_STATE_CREATED);
  gtk_widget_action_set_enabled (widget, "win.copy", state == PLANNR_STATE_CREATED);
  gtk_widget_action_set_enabled (widget, "win.search", cases);
  gtk_widget_action_set_enabled (widget, "win.forget", self->connection != NULL);
}

void
plannr_window_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.new-case", NULL, new_case);
  gtk_widget_class_install_action (widget_class, "win.create", NULL, create);
  gtk_widget_class_install_action (widget_class, "win.cancel", NULL, cancel);
  gtk_widget_class_install_action (widget_class, "win.send-now", NULL, send_now);
  gtk_widget_class_install_action (widget_class, "win.restore", NULL, restore);
  gtk_widget_class_install_action (widget_class, "win.discard", NULL, discard);
  gtk_widget_class_install_action (widget_class, "win.undo-discard", NULL, undo_discard);
  gtk_widget_class_install_action (widget_class, "win.same-again", NULL, same_again);
  gtk_widget_class_install_action (widget_class, "win.show-double", NULL, show_double);
  gtk_widget_class_install_action (widget_class, "win.copy", NULL, copy);
  gtk_widget_class_install_action (widget_class, "win.search", NULL, search);
  gtk_widget_class_install_action (widget_class, "win.try-now", NULL, try_now);
  gtk_widget_class_install_action (widget_class, "win.dismiss-news", NULL, dismiss_news);
  gtk_widget_class_install_action (widget_class, "win.close-now", NULL, close_now);
  gtk_widget_class_install_action (widget_class, "win.stay", NULL, stay);
  gtk_widget_class_install_action (widget_class, "win.forget", NULL, forget);
  gtk_widget_class_install_action (widget_class, "win.connect", NULL, connect_to_plannr);
}
