/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-ui"

#include "config.h"

#include "plannr-window-private.h"

#include "plannr-memory.h"

/* Pages that are not shown must not be visible, or a screen reader finds them. */
static void
show_page (PlannrWindow *self, GtkWidget *shown)
{
  gtk_widget_set_visible (shown, TRUE);
  gtk_stack_set_visible_child (self->panes, shown);
  for (GtkWidget *page = gtk_widget_get_first_child (GTK_WIDGET (self->panes)); page != NULL;
       page = gtk_widget_get_next_sibling (page))
    {
      gtk_widget_set_visible (page, page == shown);
      gtk_stack_page_set_visible (gtk_stack_get_page (self->panes, page), page == shown);
    }
}

/* The form is there from the first frame on; the card and the question when they are first needed. */
static GtkWidget *
get_card (PlannrWindow *self)
{
  if (self->card == NULL)
    {
      self->card = g_object_new (PLANNR_TYPE_CASE_CARD, NULL);
      gtk_stack_add_child (self->panes, GTK_WIDGET (self->card));
    }
  plannr_case_card_set_submission (self->card, self->current);

  return GTK_WIDGET (self->card);
}

static GtkWidget *
get_question (PlannrWindow *self)
{
  if (self->question == NULL)
    {
      self->question = g_object_new (PLANNR_TYPE_QUESTION, NULL);
      gtk_stack_add_child (self->panes, GTK_WIDGET (self->question));
    }
  plannr_question_set_profile (self->question, plannr_connection_get_profile (self->connection));
  plannr_question_set_submission (self->question, self->current);

  return GTK_WIDGET (self->question);
}

static GtkWidget *
get_form (PlannrWindow *self)
{
  plannr_double_finder_set_submission (plannr_create_press_get_finder (
                                           plannr_window_get_press (self)),
                                       self->current);
  plannr_case_form_set_submission (self->form, self->current);

  return GTK_WIDGET (self->form);
}

static void
show_current (PlannrWindow *self)
{
  switch (plannr_submission_get_state (self->current))
    {
    case PLANNR_STATE_CREATED:
      show_page (self, get_card (self));
      plannr_outbox_complete (plannr_window_get_outbox (self), self->current);
      break;
    case PLANNR_STATE_CHECKING:
    case PLANNR_STATE_ASKING:
      show_page (self, get_question (self));
      break;
    case PLANNR_STATE_DRAFT:
    case PLANNR_STATE_QUEUED:
    case PLANNR_STATE_CONNECTING:
    case PLANNR_STATE_ON_WIRE:
    case PLANNR_STATE_REFUSED:
    case PLANNR_STATE_DISCARDED:
    default:
      show_page (self, get_form (self));
    }
  plannr_window_update_actions (self);
}

/* Whether news of the current case may take the focus: not out of a field that is typed in. */
static gboolean
may_take_focus (PlannrWindow *self)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  return focus == NULL || gtk_widget_is_ancestor (focus, GTK_WIDGET (self->panes))
         || !GTK_IS_EDITABLE (focus);
}

static void
state_cb (PlannrWindow *self)
{
  gboolean take_focus = may_take_focus (self);

  show_current (self);
  if (!take_focus)
    return;

  switch (plannr_submission_get_state (self->current))
    {
    case PLANNR_STATE_CREATED:
      plannr_case_card_focus_heading (self->card);
      break;
    case PLANNR_STATE_ASKING:
      plannr_question_focus_safe (self->question);
      break;
    case PLANNR_STATE_REFUSED:
      plannr_case_form_focus_error (self->form);
      break;
    case PLANNR_STATE_DRAFT:
    case PLANNR_STATE_QUEUED:
    case PLANNR_STATE_CONNECTING:
    case PLANNR_STATE_ON_WIRE:
    case PLANNR_STATE_CHECKING:
    case PLANNR_STATE_DISCARDED:
    default:
      break;
    }
}

static gboolean
is_written (PlannrSubmission *submission)
{
  PlannrState state = plannr_submission_get_state (submission);

  return (state == PLANNR_STATE_DRAFT || state == PLANNR_STATE_REFUSED)
         && !plannr_case_draft_get_blank (plannr_submission_get_draft (submission));
}

/* The next start is to begin where this session ends. */
static void
remember_draft (PlannrWindow *self)
{
  const char *id = is_written (self->current) ? plannr_submission_get_id (self->current) : "";
  g_autofree char *known = g_settings_get_string (self->settings, "last-draft");

  /* The form that stands there until the journal is open is not what was open last. */
  if (*id == '\0' && plannr_outbox_get_journal (plannr_window_get_outbox (self)) == NULL)
    return;

  if (g_strcmp0 (known, id) != 0)
    g_settings_set_string (self->settings, "last-draft", id);
}

/* What was written before is there: a form that nobody has touched gives way to the draft last
 * open. */
void
plannr_window_opened (PlannrWindow *self)
{
  GListModel *rows = G_LIST_MODEL (plannr_window_get_outbox (self));
  g_autofree char *id = g_steal_pointer (&self->last_draft);

  plannr_window_update_banner (self);
  plannr_memory_give_back_soon ();
  if (!plannr_case_draft_get_blank (plannr_submission_get_draft (self->current)))
    return;

  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (PlannrSubmission) row = g_list_model_get_item (rows, i);

      if (g_strcmp0 (plannr_submission_get_id (row), id) == 0 && is_written (row))
        {
          plannr_window_set_current (self, row);
          plannr_case_form_focus_name (self->form);
          return;
        }
    }
}

/* An untouched form is no row; with the first keystroke it is one, and that row is selected. */
static void
edited_cb (PlannrWindow *self)
{
  if (!plannr_case_draft_get_blank (plannr_submission_get_draft (self->current)))
    plannr_case_list_set_selected (self->list, self->current);
  remember_draft (self);
  plannr_window_update_actions (self);
}

void
plannr_window_set_current (PlannrWindow *self, PlannrSubmission *submission)
{
  if (self->current == submission)
    return;

  plannr_create_press_hurry (plannr_window_get_press (self));
  if (self->current != NULL)
    {
      g_signal_handlers_disconnect_by_func (self->current, state_cb, self);
      g_signal_handlers_disconnect_by_func (self->current, edited_cb, self);
    }
  g_set_object (&self->current, submission);
  g_signal_connect_object (submission, "notify::state", G_CALLBACK (state_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (submission, "edited", G_CALLBACK (edited_cb), self, G_CONNECT_SWAPPED);

  plannr_case_list_set_selected (self->list, plannr_case_draft_get_blank (
                                                 plannr_submission_get_draft (submission))
                                                 ? NULL
                                                 : submission);
  remember_draft (self);
  show_current (self);
}

void
plannr_window_begin (PlannrWindow *self, PlannrCaseDraft *draft)
{
  PlannrOutbox *outbox = NULL;
  g_autoptr (PlannrSubmission) submission = NULL;

  outbox = plannr_profile_get_outbox (plannr_connection_get_profile (self->connection));
  submission = plannr_outbox_begin (outbox, draft);
  plannr_window_set_current (self, submission);
}

void
plannr_window_set_discarded (PlannrWindow *self, PlannrSubmission *discarded)
{
  if (g_set_object (&self->discarded, discarded))
    plannr_window_update_banner (self);
}
