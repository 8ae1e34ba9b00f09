/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-sync"

#include "config.h"

#include "plannr-create-press.h"

/**
 * PlannrCreatePress:
 *
 * The way of a press of Create to the outbox. Where Plannr is still being asked for a double the press
 * waits for that, for a second at most. A double that was not shown before is shown first; the next
 * press sends, whatever is shown.
 */
struct _PlannrCreatePress
{
  GObject parent_instance;

  PlannrSchedule *schedule;     /* (owned) */
  PlannrOutbox *outbox;         /* (owned) */
  PlannrDoubleFinder *finder;   /* (owned) */
  PlannrSubmission *submission; /* (owned) (nullable): what waits */
  PlannrSubmission *stopped;    /* (owned) (nullable): of which a double was shown at a press */
  gint64 last_press;            /* of g_get_monotonic_time() */
  guint timeout;
};

G_DEFINE_FINAL_TYPE (PlannrCreatePress, plannr_create_press, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_WAITING,
  N_PROPS
};

enum
{
  NAMED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static PlannrSubmission *
stop_waiting (PlannrCreatePress *self)
{
  g_clear_handle_id (&self->timeout, g_source_remove);

  return g_steal_pointer (&self->submission);
}

static void
send (PlannrCreatePress *self)
{
  g_autoptr (PlannrSubmission) submission = stop_waiting (self);

  g_clear_object (&self->stopped);
  plannr_outbox_submit (self->outbox, submission);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_WAITING]);
}

static void
name_first (PlannrCreatePress *self)
{
  g_autoptr (PlannrSubmission) submission = stop_waiting (self);

  /* A key that is held down has not seen what has been shown since it was pressed. */
  self->last_press = g_get_monotonic_time ();
  g_set_object (&self->stopped, submission);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_WAITING]);
  g_signal_emit (self, signals[NAMED], 0);
}

static void
late_cb (gpointer user_data)
{
  PlannrCreatePress *self = user_data;

  self->timeout = 0;
  send (self);
}

static void
heard_cb (PlannrCreatePress *self)
{
  if (self->submission == NULL)
    return;

  if (plannr_double_finder_get_found (self->finder) != NULL)
    name_first (self);
  else if (!plannr_double_finder_get_asking (self->finder))
    send (self);
}

static void
plannr_create_press_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_WAITING:
      g_value_set_boolean (value, plannr_create_press_get_waiting (PLANNR_CREATE_PRESS (object)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
plannr_create_press_dispose (GObject *object)
{
  PlannrCreatePress *self = PLANNR_CREATE_PRESS (object);

  g_clear_handle_id (&self->timeout, g_source_remove);
  g_clear_object (&self->submission);
  g_clear_object (&self->stopped);
  g_clear_object (&self->finder);
  g_clear_object (&self->outbox);
  g_clear_object (&self->schedule);

  G_OBJECT_CLASS (plannr_create_press_parent_class)->dispose (object);
}

static void
plannr_create_press_class_init (PlannrCreatePressClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = plannr_create_press_dispose;
  object_class->get_property = plannr_create_press_get_property;

  properties[PROP_WAITING] =
      g_param_spec_boolean ("waiting", NULL, NULL, FALSE,
                            G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * PlannrCreatePress::named:
   *
   * The press was not carried out: there is a double that was not shown before.
   */
  signals[NAMED] = g_signal_new ("named", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 0);
}

static void
plannr_create_press_init (PlannrCreatePress *self)
{
}

/**
 * plannr_create_press_new:
 * @schedule: how long to wait for what
 * @outbox: where what is pressed goes
 * @finder: what finds the double of what is being written
 *
 * Returns: (transfer full): a way to press Create
 */
PlannrCreatePress *
plannr_create_press_new (PlannrSchedule *schedule, PlannrOutbox *outbox, PlannrDoubleFinder *finder)
{
  PlannrCreatePress *self = NULL;

  g_return_val_if_fail (PLANNR_IS_SCHEDULE (schedule), NULL);
  g_return_val_if_fail (PLANNR_IS_OUTBOX (outbox), NULL);
  g_return_val_if_fail (PLANNR_IS_DOUBLE_FINDER (finder), NULL);

  self = g_object_new (PLANNR_TYPE_CREATE_PRESS, NULL);
  self->schedule = g_object_ref (schedule);
  self->outbox = g_object_ref (outbox);
  self->finder = g_object_ref (finder);
  g_signal_connect_object (finder, "notify", G_CALLBACK (heard_cb), self, G_CONNECT_SWAPPED);

  return self;
}

/**
 * plannr_create_press_begin:
 * @self: a way to press Create
 * @submission: the draft that the finder looks at, which is right
 *
 * Create is pressed. The press is taken at once; it ends in the outbox, or with
 * #PlannrCreatePress::named.
 */
void
plannr_create_press_begin (PlannrCreatePress *self, PlannrSubmission *submission)
{
  gint64 now = g_get_monotonic_time ();
  gint64 since = 0;
  gboolean shown = FALSE;

  g_return_if_fail (PLANNR_IS_CREATE_PRESS (self));
  g_return_if_fail (PLANNR_IS_SUBMISSION (submission));

  since = (now - self->last_press) / G_TIME_SPAN_MILLISECOND;
  self->last_press = now;
  if (self->submission != NULL
      || (self->stopped == submission && since < plannr_schedule_get_repetition (self->schedule)))
    return;

  shown = self->stopped == submission || plannr_double_finder_get_found (self->finder) != NULL;
  self->submission = g_object_ref (submission);
  if (shown)
    {
      send (self);
      return;
    }

  plannr_double_finder_look (self->finder);
  heard_cb (self);
  if (self->submission == NULL)
    return;

  self->timeout =
      g_timeout_add_once (plannr_schedule_get_double_wait (self->schedule), late_cb, self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_WAITING]);
}

/**
 * plannr_create_press_cancel:
 * @self: a way to press Create
 *
 * Takes back a press that waits.
 *
 * Returns: whether there was one
 */
gboolean
plannr_create_press_cancel (PlannrCreatePress *self)
{
  g_autoptr (PlannrSubmission) submission = NULL;

  g_return_val_if_fail (PLANNR_IS_CREATE_PRESS (self), FALSE);

  submission = stop_waiting (self);
  if (submission == NULL)
    return FALSE;

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_WAITING]);

  return TRUE;
}

/**
 * plannr_create_press_hurry:
 * @self: a way to press Create
 *
 * Carries out a press that waits: what it waits for could be shown no more.
 */
void
plannr_create_press_hurry (PlannrCreatePress *self)
{
  g_return_if_fail (PLANNR_IS_CREATE_PRESS (self));

  if (self->submission != NULL)
    send (self);
}

/**
 * plannr_create_press_get_finder:
 * Returns: (transfer none): what finds the double of what is being written
 */
PlannrDoubleFinder *
plannr_create_press_get_finder (PlannrCreatePress *self)
{
  g_return_val_if_fail (PLANNR_IS_CREATE_PRESS (self), NULL);

  return self->finder;
}

/**
 * plannr_create_press_get_waiting:
 * Returns: whether a press waits
 */
gboolean
plannr_create_press_get_waiting (PlannrCreatePress *self)
{
  g_return_val_if_fail (PLANNR_IS_CREATE_PRESS (self), FALSE);

  return self->submission != NULL;
}
