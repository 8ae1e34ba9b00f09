/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-ui"

#include "config.h"

#include "plannr-background.h"

#include <glib/gi18n.h>

#include "plannr-inhibitor.h"
#include "plannr-notifier.h"
#include "plannr-number.h"
#include "plannr-traffic.h"

/**
 * PlannrBackground:
 *
 * What goes on while nobody looks: it keeps the desktop from logging out while something is on its
 * way, tells what has become of it, and ends the application when a person has closed its window
 * until then.
 */
struct _PlannrBackground
{
  GObject parent_instance;

  GtkApplication *application; /* (unowned) */
  PlannrWindow *window;        /* (unowned) (nullable) */
  PlannrOutbox *outbox;        /* (owned) (nullable) */
  PlannrTraffic *traffic;      /* (owned) (nullable) */
  PlannrInhibitor *inhibitor;  /* (owned) */
  PlannrNotifier *notifier;    /* (owned) */
  gboolean is_hidden;
  gboolean needs_person;
  guint end_source;
};

G_DEFINE_FINAL_TYPE (PlannrBackground, plannr_background, G_TYPE_OBJECT)

static guint
get_n_under_way (PlannrBackground *self)
{
  return self->traffic != NULL ? plannr_traffic_get_n_under_way (self->traffic) : 0;
}

/* The help counts as well; a window that was hidden may not know yet that it is no longer active. */
static gboolean
is_watched (PlannrBackground *self)
{
  for (GList *l = gtk_application_get_windows (self->application); l != NULL; l = l->next)
    if (gtk_widget_get_mapped (l->data) && gtk_window_is_active (l->data))
      return TRUE;

  return FALSE;
}

static gboolean
end_cb (gpointer user_data)
{
  PlannrBackground *self = user_data;

  self->end_source = 0;
  if (self->is_hidden && !self->needs_person && get_n_under_way (self) == 0)
    {
      plannr_notifier_flush (self->notifier);
      gtk_window_destroy (GTK_WINDOW (self->window));
    }

  return G_SOURCE_REMOVE;
}

/* Not at once: others are still being told of what has just happened. */
static void
end_if_done (PlannrBackground *self)
{
  if (self->is_hidden && self->end_source == 0)
    self->end_source = g_idle_add (end_cb, self);
}

/* What waits for a sign-in waits for the person, and nobody needs to wait for it. */
static void
inhibit (PlannrBackground *self)
{
  guint n = get_n_under_way (self);
  g_autofree char *number = NULL;
  g_autofree char *reason = NULL;

  /* Nothing that needs ICU before there is something to say: this is called before the first frame. */
  if (n > 0 && plannr_outbox_get_wait (self->outbox) != PLANNR_WAIT_SIGN_IN)
    {
      number = plannr_number_format (n, NULL);
      reason = g_strdup_printf (
          /* Translators: why the desktop should not log out now; %s is the number */
          ngettext ("%s case is on its way to Plannr", "%s cases are on their way to Plannr", n),
          number);
    }
  plannr_inhibitor_set_reason (self->inhibitor, reason);
}

static void
count_cb (PlannrBackground *self)
{
  inhibit (self);
  end_if_done (self);
}

static void
wait_cb (PlannrBackground *self)
{
  guint n = get_n_under_way (self);

  inhibit (self);
  if (n > 0 && plannr_outbox_get_wait (self->outbox) == PLANNR_WAIT_SIGN_IN && !is_watched (self))
    plannr_notifier_tell_sign_in (self->notifier, n);
}

static void
ended_cb (PlannrBackground *self, PlannrSubmission *submission)
{
  if (is_watched (self))
    return;

  plannr_notifier_tell (self->notifier, submission);
  if (plannr_submission_get_state (submission) != PLANNR_STATE_CREATED)
    self->needs_person = TRUE;
}

static void
active_cb (PlannrBackground *self)
{
  if (gtk_window_is_active (GTK_WINDOW (self->window)))
    plannr_notifier_withdraw (self->notifier);
}

/* A window that was hidden may have missed that it was not active meanwhile. */
static void
show_cb (PlannrBackground *self)
{
  self->is_hidden = FALSE;
  plannr_notifier_withdraw (self->notifier);
}

static void
keep_working_activated (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  PlannrBackground *self = user_data;

  if (self->window == NULL)
    return;

  self->is_hidden = TRUE;
  self->needs_person = FALSE;
  gtk_widget_set_visible (GTK_WIDGET (self->window), FALSE);
  end_if_done (self);
}

static void
show_case_activated (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  PlannrBackground *self = user_data;

  g_application_activate (G_APPLICATION (self->application));
  if (self->window != NULL)
    plannr_window_show_case (self->window, g_variant_get_string (parameter, NULL));
}

static void
plannr_background_dispose (GObject *object)
{
  PlannrBackground *self = PLANNR_BACKGROUND (object);

  g_clear_handle_id (&self->end_source, g_source_remove);
  plannr_background_set_outbox (self, NULL);
  g_clear_weak_pointer (&self->window);
  g_clear_object (&self->notifier);
  g_clear_object (&self->inhibitor);

  G_OBJECT_CLASS (plannr_background_parent_class)->dispose (object);
}

static void
plannr_background_class_init (PlannrBackgroundClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = plannr_background_dispose;
}

static void
plannr_background_init (PlannrBackground *self)
{
  self->inhibitor = plannr_inhibitor_new ();
}

/**
 * plannr_background_new:
 * @application: the application, which outlives it; it is given the actions `keep-working` and
 *   `show-case`
 *
 * Returns: (transfer full): what goes on in the background of @application
 */
PlannrBackground *
plannr_background_new (GtkApplication *application)
{
  static const GActionEntry actions[] = {
    { "keep-working", keep_working_activated },
    { "show-case", show_case_activated, "s" },
  };
  PlannrBackground *self = g_object_new (PLANNR_TYPE_BACKGROUND, NULL);

  self->application = application;
  self->notifier = plannr_notifier_new (G_APPLICATION (application));
  g_action_map_add_action_entries (G_ACTION_MAP (application), actions, G_N_ELEMENTS (actions),
                                   self);

  return self;
}

/**
 * plannr_background_set_window:
 * @self: what goes on in the background
 * @window: the window that a person looks at, or not
 */
void
plannr_background_set_window (PlannrBackground *self, PlannrWindow *window)
{
  g_return_if_fail (PLANNR_IS_BACKGROUND (self));
  g_return_if_fail (PLANNR_IS_WINDOW (window));

  g_set_weak_pointer (&self->window, window);
  self->is_hidden = FALSE;
  g_signal_connect_object (window, "notify::is-active", G_CALLBACK (active_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (window, "show", G_CALLBACK (show_cb), self, G_CONNECT_SWAPPED);
}

/**
 * plannr_background_set_outbox:
 * @self: what goes on in the background
 * @outbox: (nullable): what things are on their way from
 */
void
plannr_background_set_outbox (PlannrBackground *self, PlannrOutbox *outbox)
{
  g_return_if_fail (PLANNR_IS_BACKGROUND (self));

  if (self->outbox == outbox)
    return;

  if (self->outbox != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->outbox, self);
      g_signal_handlers_disconnect_by_data (self->traffic, self);
    }
  g_clear_object (&self->traffic);
  g_set_object (&self->outbox, outbox);
  if (outbox != NULL)
    {
      self->traffic = plannr_traffic_new (outbox);
      g_signal_connect_object (self->traffic, "notify::n-under-way", G_CALLBACK (count_cb), self,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (self->traffic, "ended", G_CALLBACK (ended_cb), self,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (outbox, "notify::wait", G_CALLBACK (wait_cb), self,
                               G_CONNECT_SWAPPED);
    }
  inhibit (self);
}
