/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-model"

#include "config.h"

#include "plannr-plan.h"

/**
 * PlannrPlan:
 *
 * A plan of a client's: a pension, a policy, a mortgage. Immutable.
 */
struct _PlannrPlan
{
  GObject parent_instance;

  char *uuid;          /* (owned) */
  char *name;          /* (owned) */
  char *kind;          /* (owned) */
  char *sub_kind;      /* (owned) */
  char *status;        /* (owned) */
  char *provider;      /* (owned) */
  char *policy_number; /* (owned) */
  gint64 amount;
  char *currency; /* (owned) */
};

G_DEFINE_FINAL_TYPE (PlannrPlan, plannr_plan, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_UUID,
  PROP_NAME,
  PROP_KIND,
  PROP_SUB_KIND,
  PROP_STATUS,
  PROP_PROVIDER,
  PROP_POLICY_NUMBER,
  PROP_AMOUNT,
  PROP_CURRENCY,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
plannr_plan_finalize (GObject *object)
{
  PlannrPlan *self = PLANNR_PLAN (object);

  g_free (self->uuid);
  g_free (self->name);
  g_free (self->kind);
  g_free (self->sub_kind);
  g_free (self->status);
  g_free (self->provider);
  g_free (self->policy_number);
  g_free (self->currency);

  G_OBJECT_CLASS (plannr_plan_parent_class)->finalize (object);
}

static void
plannr_plan_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  PlannrPlan *self = PLANNR_PLAN (object);

  switch (id)
    {
    case PROP_UUID:
      self->uuid = g_value_dup_string (value);
      break;
    case PROP_NAME:
      self->name = g_value_dup_string (value);
      break;
    case PROP_KIND:
      self->kind = g_value_dup_string (value);
      break;
    case PROP_SUB_KIND:
      self->sub_kind = g_value_dup_string (value);
      break;
    case PROP_STATUS:
      self->status = g_value_dup_string (value);
      break;
    case PROP_PROVIDER:
      self->provider = g_value_dup_string (value);
      break;
    case PROP_POLICY_NUMBER:
      self->policy_number = g_value_dup_string (value);
      break;
    case PROP_AMOUNT:
      self->amount = g_value_get_int64 (value);
      break;
    case PROP_CURRENCY:
      self->currency = g_value_dup_string (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
plannr_plan_class_init (PlannrPlanClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  object_class->finalize = plannr_plan_finalize;
  object_class->set_property = plannr_plan_set_property;

  properties[PROP_UUID] = g_param_spec_string ("uuid", NULL, NULL, NULL, flags);
  properties[PROP_NAME] = g_param_spec_string ("name", NULL, NULL, NULL, flags);
  properties[PROP_KIND] = g_param_spec_string ("kind", NULL, NULL, NULL, flags);
  properties[PROP_SUB_KIND] = g_param_spec_string ("sub-kind", NULL, NULL, NULL, flags);
  properties[PROP_STATUS] = g_param_spec_string ("status", NULL, NULL, NULL, flags);
  properties[PROP_PROVIDER] = g_param_spec_string ("provider", NULL, NULL, NULL, flags);
  properties[PROP_POLICY_NUMBER] = g_param_spec_string ("policy-number", NULL, NULL, NULL, flags);
  properties[PROP_AMOUNT] =
      g_param_spec_int64 ("amount", NULL, NULL, G_MININT64, G_MAXINT64, 0, flags);
  properties[PROP_CURRENCY] = g_param_spec_string ("currency", NULL, NULL, NULL, flags);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
plannr_plan_init (PlannrPlan *self)
{
}

/**
 * plannr_plan_get_uuid:
 * Returns: (transfer none) (nullable): the plan’s UUID, never %NULL
 */
const char *
plannr_plan_get_uuid (PlannrPlan *self)
{
  g_return_val_if_fail (PLANNR_IS_PLAN (self), NULL);

  return self->uuid;
}

/**
 * plannr_plan_get_name:
 * Returns: (transfer none) (nullable): the name; may be empty, as Plannr’s may
 */
const char *
plannr_plan_get_name (PlannrPlan *self)
{
  g_return_val_if_fail (PLANNR_IS_PLAN (self), NULL);

  return self->name;
}

/**
 * plannr_plan_get_kind:
 * Returns: (transfer none) (nullable): Plannr’s word for the type (`cash_account`, `pension`, …)
 */
const char *
plannr_plan_get_kind (PlannrPlan *self)
{
  g_return_val_if_fail (PLANNR_IS_PLAN (self), NULL);

  return self->kind;
}

/**
 * plannr_plan_get_sub_kind:
 * Returns: (transfer none) (nullable): Plannr’s word for the sub-type
 */
const char *
plannr_plan_get_sub_kind (PlannrPlan *self)
{
  g_return_val_if_fail (PLANNR_IS_PLAN (self), NULL);

  return self->sub_kind;
}

/**
 * plannr_plan_get_status:
 * Returns: (transfer none) (nullable): Plannr’s word for the status (`active`, `proposed`, `inactive`)
 */
const char *
plannr_plan_get_status (PlannrPlan *self)
{
  g_return_val_if_fail (PLANNR_IS_PLAN (self), NULL);

  return self->status;
}

/**
 * plannr_plan_get_provider:
 * Returns: (transfer none) (nullable): the provider’s name
 */
const char *
plannr_plan_get_provider (PlannrPlan *self)
{
  g_return_val_if_fail (PLANNR_IS_PLAN (self), NULL);

  return self->provider;
}

/**
 * plannr_plan_get_policy_number:
 * Returns: (transfer none) (nullable): the policy number
 */
const char *
plannr_plan_get_policy_number (PlannrPlan *self)
{
  g_return_val_if_fail (PLANNR_IS_PLAN (self), NULL);

  return self->policy_number;
}

/**
 * plannr_plan_get_amount:
 * Returns: the value in the lowest denomination of the currency; meaningful only where there is a currency
 */
gint64
plannr_plan_get_amount (PlannrPlan *self)
{
  g_return_val_if_fail (PLANNR_IS_PLAN (self), 0);

  return self->amount;
}

/**
 * plannr_plan_get_currency:
 * Returns: (transfer none) (nullable): the ISO 4217 code of the value’s currency; %NULL where the value is not known
 */
const char *
plannr_plan_get_currency (PlannrPlan *self)
{
  g_return_val_if_fail (PLANNR_IS_PLAN (self), NULL);

  return self->currency;
}
