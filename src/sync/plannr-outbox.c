/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-sync"

#include "config.h"

#include "plannr-outbox-private.h"

/**
 * PlannrOutbox:
 *
 * Every case that a person has begun, a #GListModel of #PlannrSubmission: what may become of each,
 * the one sender that takes them to Plannr, and those who look up what may have arrived.
 */
enum
{
  PROP_0,
  PROP_WAIT,
  PROP_UNTIL,
  PROP_TROUBLE,
  N_PROPS
};

enum
{
  OPENED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static void plannr_outbox_list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (PlannrOutbox,
                               plannr_outbox,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL,
                                                      plannr_outbox_list_model_init))

static gboolean
is_taken (const char *uuid, gpointer user_data)
{
  PlannrOutbox *self = user_data;

  return g_hash_table_contains (self->taken, uuid);
}

static void
take_case (PlannrOutbox *self, GParamSpec *pspec, PlannrSubmission *submission)
{
  const char *uuid = plannr_submission_get_case_uuid (submission);

  /* One that was just created, not one of long ago whose card is being looked at. */
  if (uuid != NULL && g_hash_table_add (self->taken, g_strdup (uuid)) && pspec != NULL
      && self->archive != NULL)
    plannr_archive_put_away_soon (self->archive);
}

static void
rows_changed_cb (PlannrOutbox *self, guint position, guint removed, guint added, GListModel *rows)
{
  for (guint i = position; i < position + added; i++)
    {
      g_autoptr (PlannrSubmission) row = g_list_model_get_item (rows, i);

      take_case (self, NULL, row);
      g_signal_connect_object (row, "notify::record", G_CALLBACK (take_case), self,
                               G_CONNECT_SWAPPED);
    }

  g_list_model_items_changed (G_LIST_MODEL (self), position, removed, added);
}

static void
ended_cb (PlannrOutbox *self,
          PlannrSubmission *submission,
          PlannrState state,
          PlannrCase *record,
          const GError *error)
{
  plannr_reconciler_settle (self->reconciler, submission, state, record,
                            state == PLANNR_STATE_DRAFT ? NULL : error);
}

static void
notify_all (PlannrOutbox *self)
{
  for (guint i = 1; i < N_PROPS; i++)
    g_object_notify_by_pspec (G_OBJECT (self), properties[i]);
}

static void
recorder_changed_cb (PlannrOutbox *self)
{
  PlannrWait wait = plannr_sender_get_wait (self->sender);

  if (plannr_recorder_get_trouble (self->recorder) == NULL
      && (wait == PLANNR_WAIT_DISK || wait == PLANNR_WAIT_NOTHING))
    plannr_sender_resume (self->sender);
  else
    plannr_sender_tell (self->sender);
  notify_all (self);
}

static gint
compare_turns (gconstpointer a, gconstpointer b)
{
  gint64 first = plannr_submission_get_passage (*(PlannrSubmission *const *) a)->queued_at;
  gint64 second = plannr_submission_get_passage (*(PlannrSubmission *const *) b)->queued_at;

  return (first > second) - (first < second);
}

static void
go_on (PlannrOutbox *self, PlannrSubmission *submission)
{
  switch (plannr_submission_get_state (submission))
    {
    case PLANNR_STATE_QUEUED:
      plannr_hold_take (self->hold, submission);
      break;
    case PLANNR_STATE_ON_WIRE:
      plannr_reconciler_settle (self->reconciler, submission, PLANNR_STATE_CHECKING, NULL, NULL);
      break;
    case PLANNR_STATE_CHECKING:
    case PLANNR_STATE_ASKING:
      plannr_reconciler_check (self->reconciler, submission);
      break;
    case PLANNR_STATE_DRAFT:
    case PLANNR_STATE_CONNECTING:
    case PLANNR_STATE_CREATED:
    case PLANNR_STATE_REFUSED:
    case PLANNR_STATE_DISCARDED:
    default:
      break;
    }
}

/* Everything stands as it stood, and what was on its way goes on, in its order. */
static void
opened_cb (PlannrOutbox *self, GPtrArray *entries, GPtrArray *rows)
{
  for (guint i = 0; i < rows->len; i++)
    g_signal_connect_object (g_ptr_array_index (rows, i), "edited",
                             G_CALLBACK (plannr_outbox_edited), self, 0);
  g_list_store_splice (self->rows, g_list_model_get_n_items (G_LIST_MODEL (self->rows)), 0,
                       rows->pdata, rows->len);

  g_ptr_array_sort (rows, compare_turns);
  for (guint i = 0; i < rows->len; i++)
    go_on (self, g_ptr_array_index (rows, i));

  g_signal_emit (self, signals[OPENED], 0);
}

static void
network_changed_cb (PlannrOutbox *self, gboolean available)
{
  if (!available)
    return;
  if (plannr_outbox_get_wait (self) == PLANNR_WAIT_NETWORK)
    plannr_sender_resume (self->sender);
  plannr_reconciler_look_now (self->reconciler);
}

static GType
plannr_outbox_get_item_type (GListModel *model)
{
  return PLANNR_TYPE_SUBMISSION;
}

static guint
plannr_outbox_get_n_items (GListModel *model)
{
  return g_list_model_get_n_items (G_LIST_MODEL (PLANNR_OUTBOX (model)->rows));
}

static gpointer
plannr_outbox_get_item (GListModel *model, guint position)
{
  return g_list_model_get_item (G_LIST_MODEL (PLANNR_OUTBOX (model)->rows), position);
}

static void
plannr_outbox_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = plannr_outbox_get_item_type;
  iface->get_n_items = plannr_outbox_get_n_items;
  iface->get_item = plannr_outbox_get_item;
}

static void
plannr_outbox_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  PlannrOutbox *self = PLANNR_OUTBOX (object);

  switch (id)
    {
    case PROP_WAIT:
      g_value_set_enum (value, plannr_outbox_get_wait (self));
      break;
    case PROP_UNTIL:
      g_value_set_int64 (value, plannr_outbox_get_until (self));
      break;
    case PROP_TROUBLE:
      g_value_set_boxed (value, plannr_outbox_get_trouble (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
plannr_outbox_dispose (GObject *object)
{
  PlannrOutbox *self = PLANNR_OUTBOX (object);

  if (self->archive != NULL)
    g_object_run_dispose (G_OBJECT (self->archive));
  if (self->hold != NULL)
    g_object_run_dispose (G_OBJECT (self->hold));
  /* What is under way keeps these until it ends; nothing is to follow it. */
  if (self->sender != NULL)
    plannr_sender_set_api (self->sender, NULL);
  if (self->reconciler != NULL)
    g_object_run_dispose (G_OBJECT (self->reconciler));
  if (self->recorder != NULL)
    plannr_recorder_flush (self->recorder);
  g_clear_object (&self->archive);
  g_clear_object (&self->hold);
  g_clear_object (&self->sender);
  g_clear_object (&self->reconciler);
  g_clear_object (&self->recorder);
  g_clear_object (&self->api);

  G_OBJECT_CLASS (plannr_outbox_parent_class)->dispose (object);
}

static void
plannr_outbox_finalize (GObject *object)
{
  PlannrOutbox *self = PLANNR_OUTBOX (object);

  g_clear_object (&self->rows);
  g_hash_table_unref (self->taken);
  g_clear_object (&self->schedule);

  G_OBJECT_CLASS (plannr_outbox_parent_class)->finalize (object);
}

static void
plannr_outbox_class_init (PlannrOutboxClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = plannr_outbox_dispose;
  object_class->finalize = plannr_outbox_finalize;
  object_class->get_property = plannr_outbox_get_property;

  properties[PROP_WAIT] =
      g_param_spec_enum ("wait", NULL, NULL, PLANNR_TYPE_WAIT, PLANNR_WAIT_NOTHING, flags);
  properties[PROP_UNTIL] = g_param_spec_int64 ("until", NULL, NULL, 0, G_MAXINT64, 0, flags);
  properties[PROP_TROUBLE] = g_param_spec_boxed ("trouble", NULL, NULL, G_TYPE_ERROR, flags);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * PlannrOutbox::opened:
   *
   * What was written down before is in the list.
   */
  signals[OPENED] = g_signal_new ("opened", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 0);
}

static void
plannr_outbox_init (PlannrOutbox *self)
{
  self->rows = g_list_store_new (PLANNR_TYPE_SUBMISSION);
  self->taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_signal_connect_swapped (self->rows, "items-changed", G_CALLBACK (rows_changed_cb), self);
}

/**
 * plannr_outbox_new:
 * @schedule: how long to wait for what
 *
 * Returns: (transfer full): an empty outbox
 */
PlannrOutbox *
plannr_outbox_new (PlannrSchedule *schedule)
{
  PlannrOutbox *self = NULL;

  g_return_val_if_fail (PLANNR_IS_SCHEDULE (schedule), NULL);

  self = g_object_new (PLANNR_TYPE_OUTBOX, NULL);
  self->schedule = g_object_ref (schedule);
  self->recorder = plannr_recorder_new (schedule);
  self->sender = plannr_sender_new (schedule, self->recorder);
  self->reconciler = plannr_reconciler_new (schedule, self->recorder, is_taken, self);
  self->archive = plannr_archive_new (self->recorder, self->rows);
  self->hold = plannr_hold_new ();
  g_signal_connect_object (self->recorder, "opened", G_CALLBACK (opened_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->recorder, "changed", G_CALLBACK (recorder_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->hold, "released", G_CALLBACK (plannr_sender_send), self->sender,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->sender, "ended", G_CALLBACK (ended_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->sender, "changed", G_CALLBACK (notify_all), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->reconciler, "signed-out", G_CALLBACK (plannr_sender_sign_out),
                           self->sender, G_CONNECT_SWAPPED);

  return self;
}

/**
 * plannr_outbox_open:
 * @self: an outbox without a journal
 * @journal: where to keep it
 *
 * Brings back what was written down before, and goes on with it. Until then nothing is sent.
 */
void
plannr_outbox_open (PlannrOutbox *self, PlannrJournal *journal)
{
  g_return_if_fail (PLANNR_IS_OUTBOX (self));
  g_return_if_fail (PLANNR_IS_JOURNAL (journal));

  plannr_recorder_open (self->recorder, journal);
}

/**
 * plannr_outbox_set_api:
 * @self: an outbox
 * @api: (nullable): how to speak to Plannr; %NULL while there is no way yet
 *
 * With a way to Plannr, everything that was waiting for a sign-in goes out.
 */
void
plannr_outbox_set_api (PlannrOutbox *self, PlannrApi *api)
{
  g_return_if_fail (PLANNR_IS_OUTBOX (self));

  if (!g_set_object (&self->api, api))
    return;

  if (api != NULL && !self->monitoring)
    {
      self->monitoring = TRUE;
      g_signal_connect_object (g_network_monitor_get_default (), "network-changed",
                               G_CALLBACK (network_changed_cb), self, G_CONNECT_SWAPPED);
    }
  plannr_sender_set_api (self->sender, api);
  plannr_reconciler_set_api (self->reconciler, api);
}

/**
 * plannr_outbox_get_wait:
 * Returns: what holds the outbox up
 */
PlannrWait
plannr_outbox_get_wait (PlannrOutbox *self)
{
  g_return_val_if_fail (PLANNR_IS_OUTBOX (self), PLANNR_WAIT_NOTHING);

  if (plannr_recorder_get_trouble (self->recorder) != NULL)
    return PLANNR_WAIT_DISK;

  return plannr_sender_get_wait (self->sender);
}

/**
 * plannr_outbox_get_until:
 * Returns: when it tries again, in microseconds of g_get_real_time(); 0 where it does not by itself
 */
gint64
plannr_outbox_get_until (PlannrOutbox *self)
{
  g_return_val_if_fail (PLANNR_IS_OUTBOX (self), 0);

  return plannr_sender_get_until (self->sender);
}

/**
 * plannr_outbox_get_trouble:
 * Returns: (transfer none) (nullable): why it is held up
 */
const GError *
plannr_outbox_get_trouble (PlannrOutbox *self)
{
  g_return_val_if_fail (PLANNR_IS_OUTBOX (self), NULL);

  if (plannr_recorder_get_trouble (self->recorder) != NULL)
    return plannr_recorder_get_trouble (self->recorder);

  return plannr_sender_get_trouble (self->sender);
}

/**
 * plannr_outbox_get_moved_to:
 * Returns: (transfer none) (nullable) (type filename): where a file with the cases that was broken
 *   has been moved
 */
const char *
plannr_outbox_get_moved_to (PlannrOutbox *self)
{
  g_return_val_if_fail (PLANNR_IS_OUTBOX (self), NULL);

  return plannr_recorder_get_moved_to (self->recorder);
}

/**
 * plannr_outbox_get_n_unsent:
 * Returns: how many cases are on their way and not yet known to have arrived
 */
guint
plannr_outbox_get_n_unsent (PlannrOutbox *self)
{
  guint n = 0;

  g_return_val_if_fail (PLANNR_IS_OUTBOX (self), 0);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->rows)); i++)
    {
      g_autoptr (PlannrSubmission) row = g_list_model_get_item (G_LIST_MODEL (self->rows), i);
      PlannrState state = plannr_submission_get_state (row);

      n += state == PLANNR_STATE_QUEUED || state == PLANNR_STATE_CONNECTING
           || state == PLANNR_STATE_ON_WIRE || state == PLANNR_STATE_CHECKING;
    }

  return n;
}
