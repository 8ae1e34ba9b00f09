/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-ui"

#include "config.h"

#include "plannr-form-bar.h"

#include <glib/gi18n.h>

#include "plannr-accessible.h"
#include "plannr-case-summary.h"
#include "plannr-double-text.h"
#include "plannr-error.h"
#include "plannr-hold.h"
#include "plannr-message.h"
#include "plannr-number.h"
#include "plannr-resources.h"
#include "plannr-sides-layout.h"

#define PULSE_AFTER  300 /* milliseconds */
#define PULSE_EVERY  100
#define SAVING_AFTER 300
#define SECOND       1000

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
  GtkWidget *restore_button;
  GtkWidget *send_button;
  GtkLabel *status;
  GtkWidget
      *status_box; /* takes the focus while the case is on its way: nothing is pressed there */
  GtkWidget *undo_button;

  PlannrOutbox *outbox;         /* (owned) (nullable) */
  PlannrCreatePress *press;     /* (owned) (nullable) */
  PlannrSubmission *submission; /* (owned) (nullable) */
  gint64 counted;               /* until when the seconds are counted that are left */
  guint count;
  guint pulse;
  guint saving;
  gboolean writing; /* the words are those of a draft */
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

static void
set_words (PlannrFormBar *self, const char *words)
{
  gtk_label_set_label (self->status, words);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->status), NULL);
  plannr_accessible_set_name (self->status_box, words);
}

/* The seconds that are left are counted down for those who look. Whoever listens is told once: a
 * screen reader says the name of the box when it gets the focus. */

static gint64
get_milliseconds_left (PlannrFormBar *self)
{
  gint64 left = plannr_submission_get_held_until (self->submission) - g_get_real_time ();

  return CLAMP (left / 1000, 0, PLANNR_MAX_UNDO * SECOND);
}

static gboolean
count_cb (gpointer user_data)
{
  PlannrFormBar *self = user_data;
  gint64 left = get_milliseconds_left (self);
  gint64 seconds = (left + SECOND - 1) / SECOND;
  g_autofree char *number = plannr_number_format (seconds, NULL);
  g_autofree char *words =
      /* Translators: %s is the number. The case may be taken back until then. */
      g_strdup_printf (ngettext ("Sent in %s second", "Sent in %s seconds", (gulong) seconds),
                       number);

  if (self->counted == plannr_submission_get_held_until (self->submission))
    gtk_label_set_label (self->status, words);
  else
    set_words (self, words);
  self->counted = plannr_submission_get_held_until (self->submission);
  self->count =
      g_timeout_add (left > 0 ? (guint) ((left - 1) % SECOND) + 1 : SECOND, count_cb, self);

  return G_SOURCE_REMOVE;
}

static void
set_counting (PlannrFormBar *self, gboolean counting)
{
  g_clear_handle_id (&self->count, g_source_remove);
  if (counting)
    count_cb (self);
  else
    self->counted = 0;
}

/* What is typed is on the disk within a second; while it is not, that is said only where it takes so
 * long that a person might wonder. */

static gboolean
saving_cb (gpointer user_data)
{
  PlannrFormBar *self = user_data;

  self->saving = 0;
  /* Translators: what was typed is being written to this computer's disk. */
  set_words (self, _ ("Saving…"));

  return G_SOURCE_REMOVE;
}

static gboolean
is_of_disk (const GError *trouble)
{
  return trouble != NULL && trouble->domain == PLANNR_ERROR && trouble->code >= PLANNR_ERROR_DISK
         && trouble->code <= PLANNR_ERROR_FILE_NEWER;
}

static void
show_draft (PlannrFormBar *self)
{
  gboolean saved = plannr_submission_get_saved (self->submission);
  const GError *trouble = self->outbox != NULL ? plannr_outbox_get_trouble (self->outbox) : NULL;
  gboolean failed = !saved && is_of_disk (trouble);

  if (saved || failed)
    g_clear_handle_id (&self->saving, g_source_remove);

  if (failed)
    {
      g_autofree char *why = plannr_message_get_sentence (trouble);
      /* Translators: a draft is not on the disk. %s is a sentence that says why. */
      g_autofree char *words = g_strdup_printf (_ ("Not saved: %s"), why);

      set_words (self, words);
      gtk_widget_set_tooltip_text (GTK_WIDGET (self->status), words);
    }
  else if (saved)
    /* Translators: what was typed is on this computer's disk. */
    set_words (self, _ ("Draft saved"));
  else if (self->saving == 0)
    {
      /* What stood there of the way that it was on is over. */
      if (!self->writing)
        set_words (self, "");
      self->saving = g_timeout_add (SAVING_AFTER, saving_cb, self);
    }
  self->writing = TRUE;
}

static void
show_state (PlannrFormBar *self)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *words = plannr_case_summary_get_state (self->submission, now);

  set_words (self, words);
}

static void
update (PlannrFormBar *self)
{
  PlannrState state = plannr_submission_get_state (self->submission);
  PlannrWait wait = plannr_submission_get_wait (self->submission);
  gboolean queued = state == PLANNR_STATE_QUEUED;
  gboolean held = queued && wait == PLANNR_WAIT_UNDO;
  gboolean waiting = self->press != NULL && plannr_create_press_get_waiting (self->press);
  gboolean on_its_way =
      waiting || queued || state == PLANNR_STATE_CONNECTING || state == PLANNR_STATE_ON_WIRE;
  gboolean blank = plannr_case_draft_get_blank (plannr_submission_get_draft (self->submission));

  if (state != PLANNR_STATE_DRAFT || blank || waiting)
    {
      g_clear_handle_id (&self->saving, g_source_remove);
      self->writing = FALSE;
    }
  set_counting (self, held);
  if (waiting)
    set_words (self, _ ("Sending…"));
  else if (state == PLANNR_STATE_DRAFT && blank)
    set_words (self, "");
  else if (state == PLANNR_STATE_DRAFT)
    show_draft (self);
  else if (state == PLANNR_STATE_DISCARDED)
    /* Translators: said of a draft that a person has discarded. */
    set_words (self, _ ("Discarded; it can be restored for 30 days"));
  else if (!held)
    show_state (self);

  gtk_widget_set_focusable (self->status_box, on_its_way);
  gtk_widget_set_visible (self->cancel_button, on_its_way && !held);
  gtk_widget_set_visible (self->undo_button, held);
  gtk_widget_set_visible (self->send_button, held);
  gtk_widget_set_visible (self->restore_button, state == PLANNR_STATE_DISCARDED);
  gtk_widget_set_visible (self->discard_button, !on_its_way && state != PLANNR_STATE_DISCARDED);
  set_pulsing (self, on_its_way && (!queued || wait == PLANNR_WAIT_NOTHING));
}

/* A double is named by a line of its own; whoever comes to Create hears of it there. */
static void
found_cb (PlannrFormBar *self)
{
  PlannrDouble *found =
      plannr_double_finder_get_found (plannr_create_press_get_finder (self->press));
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *text = found != NULL ? plannr_double_text (found, now) : NULL;

  plannr_accessible_set_description (self->create_button, text);
}

static void
disconnect_press (PlannrFormBar *self)
{
  if (self->press == NULL)
    return;

  g_signal_handlers_disconnect_by_data (plannr_create_press_get_finder (self->press), self);
  g_signal_handlers_disconnect_by_data (self->press, self);
  g_clear_object (&self->press);
}

static void
changed_cb (PlannrFormBar *self)
{
  if (self->submission != NULL)
    update (self);
}

static void
forget_submission (PlannrFormBar *self)
{
  if (self->submission == NULL)
    return;

  g_signal_handlers_disconnect_by_data (self->submission, self);
  g_clear_object (&self->submission);
  g_clear_handle_id (&self->saving, g_source_remove);
  self->writing = FALSE;
  set_counting (self, FALSE);
  set_words (self, "");
}

static void
plannr_form_bar_dispose (GObject *object)
{
  PlannrFormBar *self = PLANNR_FORM_BAR (object);

  g_clear_handle_id (&self->count, g_source_remove);
  g_clear_handle_id (&self->pulse, g_source_remove);
  g_clear_handle_id (&self->saving, g_source_remove);
  if (self->submission != NULL)
    g_signal_handlers_disconnect_by_data (self->submission, self);
  g_clear_object (&self->submission);
  g_clear_object (&self->outbox);
  disconnect_press (self);
  gtk_widget_dispose_template (GTK_WIDGET (self), PLANNR_TYPE_FORM_BAR);

  G_OBJECT_CLASS (plannr_form_bar_parent_class)->dispose (object);
}

static void
plannr_form_bar_class_init (PlannrFormBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = plannr_form_bar_dispose;

  g_type_ensure (PLANNR_TYPE_SIDES_LAYOUT);

  gtk_widget_class_set_template_from_resource (widget_class, PLANNR_RESOURCES "plannr-form-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, PlannrFormBar, cancel_button);
  gtk_widget_class_bind_template_child (widget_class, PlannrFormBar, create_button);
  gtk_widget_class_bind_template_child (widget_class, PlannrFormBar, discard_button);
  gtk_widget_class_bind_template_child (widget_class, PlannrFormBar, progress);
  gtk_widget_class_bind_template_child (widget_class, PlannrFormBar, restore_button);
  gtk_widget_class_bind_template_child (widget_class, PlannrFormBar, send_button);
  gtk_widget_class_bind_template_child (widget_class, PlannrFormBar, status);
  gtk_widget_class_bind_template_child (widget_class, PlannrFormBar, status_box);
  gtk_widget_class_bind_template_child (widget_class, PlannrFormBar, undo_button);
}

static void
plannr_form_bar_init (PlannrFormBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * plannr_form_bar_set_outbox:
 * @self: a bar
 * @outbox: (nullable): where the case is kept, which knows why it is not where it is not
 */
void
plannr_form_bar_set_outbox (PlannrFormBar *self, PlannrOutbox *outbox)
{
  g_autoptr (PlannrOutbox) before = NULL;

  g_return_if_fail (PLANNR_IS_FORM_BAR (self));
  g_return_if_fail (outbox == NULL || PLANNR_IS_OUTBOX (outbox));

  if (outbox == self->outbox)
    return;

  before = g_steal_pointer (&self->outbox);
  if (before != NULL)
    g_signal_handlers_disconnect_by_func (before, changed_cb, self);
  if (outbox == NULL)
    return;

  self->outbox = g_object_ref (outbox);
  g_signal_connect_object (outbox, "notify::trouble", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);
}

/**
 * plannr_form_bar_set_press:
 * @self: a bar
 * @press: the way of a press of Create to the outbox
 */
void
plannr_form_bar_set_press (PlannrFormBar *self, PlannrCreatePress *press)
{
  g_return_if_fail (PLANNR_IS_FORM_BAR (self));
  g_return_if_fail (PLANNR_IS_CREATE_PRESS (press));

  if (press == self->press)
    return;

  disconnect_press (self);
  self->press = g_object_ref (press);
  g_signal_connect_swapped (press, "notify::waiting", G_CALLBACK (changed_cb), self);
  g_signal_connect_swapped (plannr_create_press_get_finder (press), "notify::found",
                            G_CALLBACK (found_cb), self);
  found_cb (self);
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

  if (submission == self->submission)
    return;

  forget_submission (self);
  if (submission == NULL)
    return;

  self->submission = g_object_ref (submission);
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
