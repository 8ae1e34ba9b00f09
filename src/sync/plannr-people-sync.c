/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-sync"

#include "config.h"

#include "plannr-people-sync-private.h"

/**
 * PlannrPeopleSync:
 *
 * Keeps in the cache all the people whom Plannr has: once all of them, then those who have come, and
 * once a day all of them again, so that changes and removals are noticed. It goes on where it was when
 * the application ended, however that did.
 *
 * It asks for a page a second at most, a fraction of what Plannr allows, unless Plannr says nothing of
 * a limit.
 */
G_DEFINE_FINAL_TYPE (PlannrPeopleSync, plannr_people_sync, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_BUSY,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
plannr_people_answer_free (gpointer data)
{
  PlannrPeopleAnswer *answer = data;

  g_ptr_array_unref (answer->people);
  g_free (answer);
}

static void begin (PlannrPeopleSync *self);

static void
set_busy (PlannrPeopleSync *self, gboolean busy)
{
  if (self->busy == busy)
    return;

  self->busy = busy;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BUSY]);
}

static gboolean
look_cb (gpointer user_data)
{
  PlannrPeopleSync *self = user_data;

  self->source = 0;
  begin (self);

  return G_SOURCE_REMOVE;
}

/* Until the next look. */
void
plannr_people_sync_rest (PlannrPeopleSync *self)
{
  plannr_people_sync_drop (self);
  self->n_failures = 0;
  self->source = g_timeout_add (plannr_schedule_get_people_look (self->schedule), look_cb, self);
  set_busy (self, FALSE);
}

static void
begin (PlannrPeopleSync *self)
{
  plannr_people_sync_drop (self);
  plannr_people_sync_go (self);
  set_busy (self, TRUE);
}

static void
plannr_people_sync_dispose (GObject *object)
{
  PlannrPeopleSync *self = PLANNR_PEOPLE_SYNC (object);

  plannr_people_sync_drop (self);
  g_clear_object (&self->api);

  G_OBJECT_CLASS (plannr_people_sync_parent_class)->dispose (object);
}

static void
plannr_people_sync_finalize (GObject *object)
{
  PlannrPeopleSync *self = PLANNR_PEOPLE_SYNC (object);

  g_hash_table_unref (self->answers);
  g_object_unref (self->cancellable);
  g_clear_object (&self->cache);
  g_clear_object (&self->schedule);

  G_OBJECT_CLASS (plannr_people_sync_parent_class)->finalize (object);
}

static void
plannr_people_sync_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  PlannrPeopleSync *self = PLANNR_PEOPLE_SYNC (object);

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
plannr_people_sync_class_init (PlannrPeopleSyncClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = plannr_people_sync_dispose;
  object_class->finalize = plannr_people_sync_finalize;
  object_class->get_property = plannr_people_sync_get_property;

  properties[PROP_BUSY] =
      g_param_spec_boolean ("busy", NULL, NULL, FALSE,
                            G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
plannr_people_sync_init (PlannrPeopleSync *self)
{
  self->cancellable = g_cancellable_new ();
  self->answers = g_hash_table_new_full (NULL, NULL, NULL, plannr_people_answer_free);
  self->limited = TRUE;
}

/**
 * plannr_people_sync_new:
 * @cache: where people are kept
 * @schedule: how long to wait for what
 *
 * Returns: (transfer full): what keeps them up to date, once there is a way to Plannr
 */
PlannrPeopleSync *
plannr_people_sync_new (PlannrCache *cache, PlannrSchedule *schedule)
{
  PlannrPeopleSync *self = NULL;

  g_return_val_if_fail (PLANNR_IS_CACHE (cache), NULL);
  g_return_val_if_fail (PLANNR_IS_SCHEDULE (schedule), NULL);

  self = g_object_new (PLANNR_TYPE_PEOPLE_SYNC, NULL);
  self->cache = g_object_ref (cache);
  self->schedule = g_object_ref (schedule);

  return self;
}

/**
 * plannr_people_sync_get_busy:
 * Returns: whether Plannr's list is being gone through
 */
gboolean
plannr_people_sync_get_busy (PlannrPeopleSync *self)
{
  g_return_val_if_fail (PLANNR_IS_PEOPLE_SYNC (self), FALSE);

  return self->busy;
}

/**
 * plannr_people_sync_set_api:
 * @self: a synchronisation
 * @api: (nullable): how to speak to Plannr; %NULL while there is no way
 *
 * Begins, or goes on, where there is a way.
 */
void
plannr_people_sync_set_api (PlannrPeopleSync *self, PlannrApi *api)
{
  g_return_if_fail (PLANNR_IS_PEOPLE_SYNC (self));

  if (!g_set_object (&self->api, api))
    return;

  plannr_people_sync_drop (self);
  self->limited = TRUE;
  self->without_phone = FALSE;
  self->n_failures = 0;
  self->ready_at = 0;
  if (api != NULL)
    begin (self);
  else
    set_busy (self, FALSE);
}

/**
 * plannr_people_sync_look:
 * @self: a synchronisation
 *
 * Looks now whether somebody has come, where there is a way and it is not looking already.
 */
void
plannr_people_sync_look (PlannrPeopleSync *self)
{
  g_return_if_fail (PLANNR_IS_PEOPLE_SYNC (self));

  if (self->api != NULL && !self->busy)
    begin (self);
}
