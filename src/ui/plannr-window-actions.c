/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-ui"

#include "config.h"

#include "plannr-window-private.h"

#include "plannr-application.h"

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

  if (found == NULL || plannr_double_get_submission (found) == NULL)
    return;

  plannr_window_set_current (self, plannr_double_get_submission (found));
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
  gtk_widget_class_install_action (widget_class, "win.connect", NULL, connect_to_plannr);
}
