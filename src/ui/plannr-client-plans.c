/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-ui"

#include "config.h"

#include "plannr-client-plans.h"

#include "plannr-plan.h"

/**
 * PlannrClientPlans:
 *
 * The plans of one client, once they are known: it emits #PlannrClientPlans::changed.
 */
struct _PlannrClientPlans
{
  GObject parent_instance;

  PlannrDirectory *directory; /* (owned) */
  PlannrAccount *client;      /* (owned) */
  GPtrArray *plans;           /* (owned) (nullable), of PlannrPlan */
  gboolean kept;              /* `plans` is only what is kept on this computer */
  GError *error;              /* (owned) (nullable) */
  GCancellable *cancellable;  /* (owned) */
};

G_DEFINE_FINAL_TYPE (PlannrClientPlans, plannr_client_plans, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static gboolean
is_inactive (PlannrPlan *plan)
{
  return g_strcmp0 (plannr_plan_get_status (plan), "inactive") == 0;
}

static GPtrArray *
active_first (GPtrArray *plans)
{
  GPtrArray *ordered = g_ptr_array_new_with_free_func (g_object_unref);

  for (int inactive = 0; inactive <= 1; inactive++)
    for (guint i = 0; i < plans->len; i++)
      if (is_inactive (g_ptr_array_index (plans, i)) == inactive)
        g_ptr_array_add (ordered, g_object_ref (g_ptr_array_index (plans, i)));

  return ordered;
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (PlannrClientPlans) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) plans =
      plannr_directory_find_finish (PLANNR_DIRECTORY (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  if (plans != NULL)
    {
      self->plans = active_first (plans);
      self->kept = plannr_directory_find_get_failure (PLANNR_DIRECTORY (source), result) != NULL;
    }
  else
    self->error = g_steal_pointer (&error);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
plannr_client_plans_dispose (GObject *object)
{
  PlannrClientPlans *self = PLANNR_CLIENT_PLANS (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->directory);
  g_clear_object (&self->client);
  g_clear_pointer (&self->plans, g_ptr_array_unref);
  g_clear_error (&self->error);

  G_OBJECT_CLASS (plannr_client_plans_parent_class)->dispose (object);
}

static void
plannr_client_plans_class_init (PlannrClientPlansClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = plannr_client_plans_dispose;

  /**
   * PlannrClientPlans::changed:
   *
   * The plans are known, or why they are not.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
plannr_client_plans_init (PlannrClientPlans *self)
{
  self->cancellable = g_cancellable_new ();
}

/**
 * plannr_client_plans_new:
 * @directory: whom to ask
 * @client: a client
 *
 * Returns: (transfer full): the plans of @client, not asked for yet
 */
PlannrClientPlans *
plannr_client_plans_new (PlannrDirectory *directory, PlannrAccount *client)
{
  PlannrClientPlans *self = g_object_new (PLANNR_TYPE_CLIENT_PLANS, NULL);

  self->directory = g_object_ref (directory);
  self->client = g_object_ref (client);

  return self;
}

/**
 * plannr_client_plans_get_client:
 * Returns: (transfer none): the client
 */
PlannrAccount *
plannr_client_plans_get_client (PlannrClientPlans *self)
{
  g_return_val_if_fail (PLANNR_IS_CLIENT_PLANS (self), NULL);

  return self->client;
}

/**
 * plannr_client_plans_get_plans:
 * Returns: (transfer none) (nullable) (element-type PlannrPlan): the plans, those in force first;
 *   %NULL while they are not known
 */
GPtrArray *
plannr_client_plans_get_plans (PlannrClientPlans *self)
{
  g_return_val_if_fail (PLANNR_IS_CLIENT_PLANS (self), NULL);

  return self->plans;
}

/**
 * plannr_client_plans_is_kept:
 * Returns: whether the plans are only what is kept on this computer, since Plannr can't be asked
 */
gboolean
plannr_client_plans_is_kept (PlannrClientPlans *self)
{
  g_return_val_if_fail (PLANNR_IS_CLIENT_PLANS (self), FALSE);

  return self->kept;
}

/**
 * plannr_client_plans_get_error:
 * Returns: (transfer none) (nullable): why the plans are not known
 */
const GError *
plannr_client_plans_get_error (PlannrClientPlans *self)
{
  g_return_val_if_fail (PLANNR_IS_CLIENT_PLANS (self), NULL);

  return self->error;
}

/**
 * plannr_client_plans_has:
 * Returns: whether the plan with this UUID is known to be one of the client's
 */
gboolean
plannr_client_plans_has (PlannrClientPlans *self, const char *plan_uuid)
{
  g_return_val_if_fail (PLANNR_IS_CLIENT_PLANS (self), FALSE);

  for (guint i = 0; self->plans != NULL && i < self->plans->len; i++)
    if (g_strcmp0 (plannr_plan_get_uuid (g_ptr_array_index (self->plans, i)), plan_uuid) == 0)
      return TRUE;

  return FALSE;
}

/**
 * plannr_client_plans_load:
 * @self: the plans of a client
 *
 * Asks for them, anew where that has failed.
 */
void
plannr_client_plans_load (PlannrClientPlans *self)
{
  g_return_if_fail (PLANNR_IS_CLIENT_PLANS (self));

  g_clear_error (&self->error);
  g_clear_pointer (&self->plans, g_ptr_array_unref);
  self->kept = FALSE;
  plannr_directory_find_async (self->directory, PLANNR_CACHE_CLIENT_PLANS,
                               plannr_account_get_uuid (self->client), self->cancellable, loaded_cb,
                               g_object_ref (self));
  g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * plannr_client_plans_cancel:
 * @self: the plans of a client
 *
 * Nobody wants to know them any more.
 */
void
plannr_client_plans_cancel (PlannrClientPlans *self)
{
  g_return_if_fail (PLANNR_IS_CLIENT_PLANS (self));

  g_cancellable_cancel (self->cancellable);
}
