/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-sync"

#include "config.h"

#include "plannr-directory-sync-private.h"

#include <string.h>

/**
 * PlannrDirectorySync:
 *
 * Keeps in the cache all that a case is made of: the firm's people, its plans, and the types and
 * statuses of its cases, one list after the other. Of people, once all of them, then those who have come,
 * and once a day all of them again, so that changes and removals are noticed; of the others, which Plannr
 * can't be asked to sort, all of them once a day. It goes on where it was when the application ended,
 * however that did.
 *
 * It asks for a page a second at most, a fraction of what Plannr allows, unless Plannr says nothing of
 * a limit and has never answered that it is busy.
 */
G_DEFINE_FINAL_TYPE (PlannrDirectorySync, plannr_directory_sync, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_BUSY,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

enum
{
  SIGNED_OUT,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
plannr_directory_answer_free (gpointer data)
{
  PlannrDirectoryAnswer *answer = data;

  g_ptr_array_unref (answer->items);
  g_free (answer);
}

static void begin (PlannrDirectorySync *self);

static void
set_busy (PlannrDirectorySync *self, gboolean busy)
{
  if (self->busy == busy)
    return;

  self->busy = busy;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BUSY]);
}

static gboolean
look_cb (gpointer user_data)
{
  PlannrDirectorySync *self = user_data;

  self->source = 0;
  begin (self);

  return G_SOURCE_REMOVE;
}

/* Until the next look. */
void
plannr_directory_sync_rest (PlannrDirectorySync *self)
{
  plannr_directory_sync_drop (self);
  self->n_failures = 0;
  self->source = g_timeout_add (plannr_schedule_get_list_look (self->schedule), look_cb, self);
  set_busy (self, FALSE);
}

/* Until there is another way to Plannr: another question would be answered the same. */
void
plannr_directory_sync_sign_out (PlannrDirectorySync *self, const GError *error)
{
  plannr_directory_sync_drop (self);
  self->signed_out = TRUE;
  set_busy (self, FALSE);
  g_signal_emit (self, signals[SIGNED_OUT], 0, error);
}

static void
begin (PlannrDirectorySync *self)
{
  plannr_directory_sync_drop (self);
  set_busy (self, TRUE);
  plannr_directory_sync_go (self, 0);
}

static void
plannr_directory_sync_dispose (GObject *object)
{
  PlannrDirectorySync *self = PLANNR_DIRECTORY_SYNC (object);

  plannr_directory_sync_drop (self);
  g_clear_object (&self->api);

  G_OBJECT_CLASS (plannr_directory_sync_parent_class)->dispose (object);
}

static void
plannr_directory_sync_finalize (GObject *object)
{
  PlannrDirectorySync *self = PLANNR_DIRECTORY_SYNC (object);

  g_hash_table_unref (self->answers);
  g_object_unref (self->cancellable);
  g_hash_table_unref (self->choices_there);
  g_clear_pointer (&self->choices, g_ptr_array_unref);
  g_clear_object (&self->cache);
  g_clear_object (&self->schedule);

  G_OBJECT_CLASS (plannr_directory_sync_parent_class)->finalize (object);
}

static void
plannr_directory_sync_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  PlannrDirectorySync *self = PLANNR_DIRECTORY_SYNC (object);

  switch (id)
    {
    case PROP_BUSY:
      g_value_set_boolean (value, self->busy);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
plannr_directory_sync_class_init (PlannrDirectorySyncClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = plannr_directory_sync_dispose;
  object_class->finalize = plannr_directory_sync_finalize;
  object_class->get_property = plannr_directory_sync_get_property;

  properties[PROP_BUSY] =
      g_param_spec_boolean ("busy", NULL, NULL, FALSE,
                            G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * PlannrDirectorySync::signed-out:
   * @error: how that turned out
   *
   * The token does not work. Nothing more is asked for until there is another way to Plannr.
   */
  signals[SIGNED_OUT] = g_signal_new ("signed-out", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                      NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
plannr_directory_sync_init (PlannrDirectorySync *self)
{
  self->cancellable = g_cancellable_new ();
  self->answers = g_hash_table_new_full (NULL, NULL, NULL, plannr_directory_answer_free);
  self->choices_there = g_hash_table_new (g_str_hash, g_str_equal);
  self->limited = TRUE;
}

/**
 * plannr_directory_sync_new:
 * @cache: where all of it is kept
 * @schedule: how long to wait for what
 *
 * Returns: (transfer full): what keeps it up to date, once there is a way to Plannr
 */
PlannrDirectorySync *
plannr_directory_sync_new (PlannrCache *cache, PlannrSchedule *schedule)
{
  PlannrDirectorySync *self = NULL;

  g_return_val_if_fail (PLANNR_IS_CACHE (cache), NULL);
  g_return_val_if_fail (PLANNR_IS_SCHEDULE (schedule), NULL);

  self = g_object_new (PLANNR_TYPE_DIRECTORY_SYNC, NULL);
  self->cache = g_object_ref (cache);
  self->schedule = g_object_ref (schedule);

  return self;
}

/**
 * plannr_directory_sync_get_busy:
 * Returns: whether one of Plannr's lists is being gone through
 */
gboolean
plannr_directory_sync_get_busy (PlannrDirectorySync *self)
{
  g_return_val_if_fail (PLANNR_IS_DIRECTORY_SYNC (self), FALSE);

  return self->busy;
}

/**
 * plannr_directory_sync_set_api:
 * @self: a synchronisation
 * @api: (nullable): how to speak to Plannr; %NULL while there is no way
 *
 * Begins, or goes on, where there is a way.
 */
void
plannr_directory_sync_set_api (PlannrDirectorySync *self, PlannrApi *api)
{
  g_return_if_fail (PLANNR_IS_DIRECTORY_SYNC (self));

  if (!g_set_object (&self->api, api))
    return;

  plannr_directory_sync_drop (self);
  memset (self->due, 0, sizeof self->due);
  self->limited = TRUE;
  self->was_busy = FALSE;
  self->without_phone = FALSE;
  self->signed_out = FALSE;
  self->n_failures = 0;
  self->ready_at = 0;
  if (api != NULL)
    begin (self);
  else
    set_busy (self, FALSE);
}
