/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-ui"

#include "config.h"

#include "plannr-traffic.h"

/**
 * PlannrTraffic:
 *
 * How many cases of an outbox are on their way to Plannr, kept up to date without counting them all
 * each time, and what becomes of each.
 */
struct _PlannrTraffic
{
  GObject parent_instance;

  PlannrOutbox *outbox;  /* (owned) */
  GHashTable *under_way; /* of unowned PlannrSubmission, which the outbox keeps */
};

G_DEFINE_FINAL_TYPE (PlannrTraffic, plannr_traffic, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_N_UNDER_WAY,
  N_PROPS
};

enum
{
  ENDED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static gboolean
is_under_way (PlannrSubmission *row)
{
  PlannrState state = plannr_submission_get_state (row);

  return state == PLANNR_STATE_QUEUED || state == PLANNR_STATE_CONNECTING
         || state == PLANNR_STATE_ON_WIRE || state == PLANNR_STATE_CHECKING;
}

static void
state_cb (PlannrTraffic *self, GParamSpec *pspec, PlannrSubmission *row)
{
  PlannrState state = plannr_submission_get_state (row);

  if (is_under_way (row))
    {
      if (g_hash_table_add (self->under_way, row))
        g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_UNDER_WAY]);
      return;
    }

  if (!g_hash_table_remove (self->under_way, row))
    return;

  if (state == PLANNR_STATE_CREATED || state == PLANNR_STATE_ASKING
      || state == PLANNR_STATE_REFUSED)
    g_signal_emit (self, signals[ENDED], 0, row);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_UNDER_WAY]);
}

/* An outbox takes no row away, and a case that was created stays created. */
static void
items_changed_cb (PlannrTraffic *self, guint position, guint n_removed, guint n_added)
{
  guint n = g_hash_table_size (self->under_way);

  for (guint i = position; i < position + n_added; i++)
    {
      g_autoptr (PlannrSubmission) row = g_list_model_get_item (G_LIST_MODEL (self->outbox), i);

      if (plannr_submission_get_state (row) == PLANNR_STATE_CREATED)
        continue;

      g_signal_connect_object (row, "notify::state", G_CALLBACK (state_cb), self,
                               G_CONNECT_SWAPPED);
      if (is_under_way (row))
        g_hash_table_add (self->under_way, row);
    }

  if (g_hash_table_size (self->under_way) != n)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_UNDER_WAY]);
}

static void
plannr_traffic_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_N_UNDER_WAY:
      g_value_set_uint (value, plannr_traffic_get_n_under_way (PLANNR_TRAFFIC (object)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
plannr_traffic_finalize (GObject *object)
{
  PlannrTraffic *self = PLANNR_TRAFFIC (object);

  g_hash_table_unref (self->under_way);
  g_clear_object (&self->outbox);

  G_OBJECT_CLASS (plannr_traffic_parent_class)->finalize (object);
}

static void
plannr_traffic_class_init (PlannrTrafficClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = plannr_traffic_finalize;
  object_class->get_property = plannr_traffic_get_property;

  properties[PROP_N_UNDER_WAY] =
      g_param_spec_uint ("n-under-way", NULL, NULL, 0, G_MAXUINT, 0,
                         G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * PlannrTraffic::ended:
   * @submission: one that was on its way
   *
   * It was created or refused, or the person is asked.
   */
  signals[ENDED] = g_signal_new ("ended", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 1, PLANNR_TYPE_SUBMISSION);
}

static void
plannr_traffic_init (PlannrTraffic *self)
{
  self->under_way = g_hash_table_new (NULL, NULL);
}

/**
 * plannr_traffic_new:
 * @outbox: an outbox
 *
 * Returns: (transfer full): what is on its way from @outbox
 */
PlannrTraffic *
plannr_traffic_new (PlannrOutbox *outbox)
{
  PlannrTraffic *self = NULL;

  g_return_val_if_fail (PLANNR_IS_OUTBOX (outbox), NULL);

  self = g_object_new (PLANNR_TYPE_TRAFFIC, NULL);
  self->outbox = g_object_ref (outbox);
  g_signal_connect_object (outbox, "items-changed", G_CALLBACK (items_changed_cb), self,
                           G_CONNECT_SWAPPED);
  items_changed_cb (self, 0, 0, g_list_model_get_n_items (G_LIST_MODEL (outbox)));

  return self;
}

/**
 * plannr_traffic_get_n_under_way:
 * Returns: how many cases are on their way and not yet known to have arrived
 */
guint
plannr_traffic_get_n_under_way (PlannrTraffic *self)
{
  g_return_val_if_fail (PLANNR_IS_TRAFFIC (self), 0);

  return g_hash_table_size (self->under_way);
}
