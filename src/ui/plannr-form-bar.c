/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-ui"

#include "config.h"

#include "plannr-form-bar.h"

#include <glib/gi18n.h>

#include "plannr-accessible.h"
#include "plannr-resources.h"

#define PULSE_AFTER 300 /* milliseconds */
#define PULSE_EVERY 100

/**
 * PlannrFormBar:
 *
 * The foot of the form: where the case is on its way, and what can be done about it. Cancel stands
 * at the start: nothing that acts ever appears where Create case was just pressed.
 */
struct _PlannrFormBar
{
  GtkBox parent_instance;

  GtkWidget *cancel_button;
  GtkWidget *create_button;
  GtkWidget *discard_button;
  GtkProgressBar *progress;
  GtkLabel *status;
  GtkWidget
      *status_box; /* takes the focus while the case is on its way: nothing is pressed there */

  PlannrSubmission *submission; /* (owned) (nullable) */
  guint pulse;
};

G_DEFINE_FINAL_TYPE (PlannrFormBar, plannr_form_bar, GTK_TYPE_BOX)

static gboolean
pulse_cb (gpointer user_data)
{
  PlannrFormBar *self = user_data;

  gtk_progress_bar_pulse (self->progress);

  return G_SOURCE_CONTINUE;
}

static gboolean
late_cb (gpointer user_data)
{
  PlannrFormBar *self = user_data;

  gtk_widget_set_opacity (GTK_WIDGET (self->progress), 1);
  self->pulse = g_timeout_add (PULSE_EVERY, pulse_cb, self);

  return G_SOURCE_REMOVE;
}

static void
set_pulsing (PlannrFormBar *self, gboolean pulsing)
{
  if (pulsing == (self->pulse != 0))
    return;

  if (pulsing)
    self->pulse = g_timeout_add (PULSE_AFTER, late_cb, self);
  else
    {
      g_clear_handle_id (&self->pulse, g_source_remove);
      gtk_widget_set_opacity (GTK_WIDGET (self->progress), 0);
    }
}

static const char *
words_for_wait (PlannrWait wait)
{
  switch (wait)
    {
    case PLANNR_WAIT_NETWORK:
      return _ ("Waiting for network");
    case PLANNR_WAIT_BUSY:
      return _ ("Waiting: Plannr is busy");
    case PLANNR_WAIT_SIGN_IN:
      return _ ("Waiting for sign-in");
    case PLANNR_WAIT_NOTHING:
    default:
      return _ ("Sending…");
    }
}

static void
update (PlannrFormBar *self)
{
  PlannrState state = plannr_submission_get_state (self->submission);
  PlannrWait wait = plannr_submission_get_wait (self->submission);
  gboolean on_its_way = state == PLANNR_STATE_QUEUED || state == PLANNR_STATE_CONNECTING
                        || state == PLANNR_STATE_ON_WIRE;
  const char *words = "";

  if (state == PLANNR_STATE_QUEUED)
    words = words_for_wait (wait);
  else if (on_its_way)
    words = _ ("Sending…");
  else if (state == PLANNR_STATE_REFUSED)
    words = _ ("Not accepted");
  else if (!plannr_case_draft_get_blank (plannr_submission_get_draft (self->submission)))
    /* Translators: says that what was typed stands in the list as a draft. */
    words = _ ("Draft");

  gtk_label_set_label (self->status, words);
  plannr_accessible_set_name (self->status_box, words);
  gtk_widget_set_focusable (self->status_box, on_its_way);
  gtk_widget_set_visible (self->cancel_button, on_its_way);
  gtk_widget_set_visible (self->discard_button, !on_its_way);
  set_pulsing (self, on_its_way && (state != PLANNR_STATE_QUEUED || wait == PLANNR_WAIT_NOTHING));
}

static void
plannr_form_bar_dispose (GObject *object)
{
  PlannrFormBar *self = PLANNR_FORM_BAR (object);

  g_clear_handle_id (&self->pulse, g_source_remove);
  if (self->submission != NULL)
    g_signal_handlers_disconnect_by_data (self->submission, self);
  g_clear_object (&self->submission);
  gtk_widget_dispose_template (GTK_WIDGET (self), PLANNR_TYPE_FORM_BAR);

  G_OBJECT_CLASS (plannr_form_bar_parent_class)->dispose (object);
}

static void
plannr_form_bar_class_init (PlannrFormBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = plannr_form_bar_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, PLANNR_RESOURCES "plannr-form-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, PlannrFormBar, cancel_button);
  gtk_widget_class_bind_template_child (widget_class, PlannrFormBar, create_button);
  gtk_widget_class_bind_template_child (widget_class, PlannrFormBar, discard_button);
  gtk_widget_class_bind_template_child (widget_class, PlannrFormBar, progress);
  gtk_widget_class_bind_template_child (widget_class, PlannrFormBar, status);
  gtk_widget_class_bind_template_child (widget_class, PlannrFormBar, status_box);
}

static void
plannr_form_bar_init (PlannrFormBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * plannr_form_bar_set_submission:
 * @self: a bar
 * @submission: what the form shows
 */
void
plannr_form_bar_set_submission (PlannrFormBar *self, PlannrSubmission *submission)
{
  g_return_if_fail (PLANNR_IS_FORM_BAR (self));

  if (self->submission != NULL)
    g_signal_handlers_disconnect_by_data (self->submission, self);
  g_set_object (&self->submission, submission);
  if (submission == NULL)
    return;

  g_signal_connect_swapped (submission, "notify", G_CALLBACK (update), self);
  g_signal_connect_swapped (submission, "edited", G_CALLBACK (update), self);
  update (self);
}

/**
 * plannr_form_bar_focus:
 * @self: a bar
 *
 * Gives the focus to what says where the case is on its way. A key that is still held does nothing
 * there.
 */
void
plannr_form_bar_focus (PlannrFormBar *self)
{
  g_return_if_fail (PLANNR_IS_FORM_BAR (self));

  update (self); /* The form may hear first where the case is. */
  gtk_widget_grab_focus (self->status_box);
}
