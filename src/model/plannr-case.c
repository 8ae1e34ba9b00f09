/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-model"

#include "config.h"

#include "plannr-case.h"

/**
 * PlannrCase:
 *
 * A case as Plannr returned it. Immutable. What Plannr did not send is %NULL, or −1 for a number.
 */
struct _PlannrCase
{
  GObject parent_instance;

  char *uuid;           /* (owned) */
  char *name;           /* (owned) */
  char *slug;           /* (owned) */
  PlannrChoice *status; /* (owned) */
  PlannrChoice *kind;   /* (owned) */
  gint64 amount;
  char *currency;          /* (owned) */
  GDateTime *created_at;   /* (owned) */
  GDateTime *updated_at;   /* (owned) */
  GDateTime *completed_at; /* (owned) */
  GDateTime *review_at;    /* (owned) */
  int position;
  int n_people;
  GListModel *people;        /* (owned) */
  GListModel *plans;         /* (owned) */
  GListModel *custom_fields; /* (owned) */
  char *task_board_uuid;     /* (owned) */
  char **assigned_to;        /* (owned) */
  char **groups;             /* (owned) */
};

G_DEFINE_FINAL_TYPE (PlannrCase, plannr_case, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_UUID,
  PROP_NAME,
  PROP_SLUG,
  PROP_STATUS,
  PROP_KIND,
  PROP_AMOUNT,
  PROP_CURRENCY,
  PROP_CREATED_AT,
  PROP_UPDATED_AT,
  PROP_COMPLETED_AT,
  PROP_REVIEW_AT,
  PROP_POSITION,
  PROP_N_PEOPLE,
  PROP_PEOPLE,
  PROP_PLANS,
  PROP_CUSTOM_FIELDS,
  PROP_TASK_BOARD_UUID,
  PROP_ASSIGNED_TO,
  PROP_GROUPS,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
plannr_case_finalize (GObject *object)
{
  PlannrCase *self = PLANNR_CASE (object);

  g_free (self->uuid);
  g_free (self->name);
  g_free (self->slug);
  g_clear_object (&self->status);
  g_clear_object (&self->kind);
  g_free (self->currency);
  g_clear_pointer (&self->created_at, g_date_time_unref);
  g_clear_pointer (&self->updated_at, g_date_time_unref);
  g_clear_pointer (&self->completed_at, g_date_time_unref);
  g_clear_pointer (&self->review_at, g_date_time_unref);
  g_clear_object (&self->people);
  g_clear_object (&self->plans);
  g_clear_object (&self->custom_fields);
  g_free (self->task_board_uuid);
  g_strfreev (self->assigned_to);
  g_strfreev (self->groups);

  G_OBJECT_CLASS (plannr_case_parent_class)->finalize (object);
}

static void
plannr_case_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  PlannrCase *self = PLANNR_CASE (object);

  switch (id)
    {
    case PROP_UUID:
      self->uuid = g_value_dup_string (value);
      break;
    case PROP_NAME:
      self->name = g_value_dup_string (value);
      break;
    case PROP_SLUG:
      self->slug = g_value_dup_string (value);
      break;
    case PROP_STATUS:
      self->status = g_value_dup_object (value);
      break;
    case PROP_KIND:
      self->kind = g_value_dup_object (value);
      break;
    case PROP_AMOUNT:
      self->amount = g_value_get_int64 (value);
      break;
    case PROP_CURRENCY:
      self->currency = g_value_dup_string (value);
      break;
    case PROP_CREATED_AT:
      self->created_at = g_value_dup_boxed (value);
      break;
    case PROP_UPDATED_AT:
      self->updated_at = g_value_dup_boxed (value);
      break;
    case PROP_COMPLETED_AT:
      self->completed_at = g_value_dup_boxed (value);
      break;
    case PROP_REVIEW_AT:
      self->review_at = g_value_dup_boxed (value);
      break;
    case PROP_POSITION:
      self->position = g_value_get_int (value);
      break;
    case PROP_N_PEOPLE:
      self->n_people = g_value_get_int (value);
      break;
    case PROP_PEOPLE:
      self->people = g_value_dup_object (value);
      break;
    case PROP_PLANS:
      self->plans = g_value_dup_object (value);
      break;
    case PROP_CUSTOM_FIELDS:
      self->custom_fields = g_value_dup_object (value);
      break;
    case PROP_TASK_BOARD_UUID:
      self->task_board_uuid = g_value_dup_string (value);
      break;
    case PROP_ASSIGNED_TO:
      self->assigned_to = g_value_dup_boxed (value);
      break;
    case PROP_GROUPS:
      self->groups = g_value_dup_boxed (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
plannr_case_class_init (PlannrCaseClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  object_class->finalize = plannr_case_finalize;
  object_class->set_property = plannr_case_set_property;

  properties[PROP_UUID] = g_param_spec_string ("uuid", NULL, NULL, NULL, flags);
  properties[PROP_NAME] = g_param_spec_string ("name", NULL, NULL, NULL, flags);
  properties[PROP_SLUG] = g_param_spec_string ("slug", NULL, NULL, NULL, flags);
  properties[PROP_STATUS] = g_param_spec_object ("status", NULL, NULL, PLANNR_TYPE_CHOICE, flags);
  properties[PROP_KIND] = g_param_spec_object ("kind", NULL, NULL, PLANNR_TYPE_CHOICE, flags);
  properties[PROP_AMOUNT] =
      g_param_spec_int64 ("amount", NULL, NULL, G_MININT64, G_MAXINT64, 0, flags);
  properties[PROP_CURRENCY] = g_param_spec_string ("currency", NULL, NULL, NULL, flags);
  properties[PROP_CREATED_AT] =
      g_param_spec_boxed ("created-at", NULL, NULL, G_TYPE_DATE_TIME, flags);
  properties[PROP_UPDATED_AT] =
      g_param_spec_boxed ("updated-at", NULL, NULL, G_TYPE_DATE_TIME, flags);
  properties[PROP_COMPLETED_AT] =
      g_param_spec_boxed ("completed-at", NULL, NULL, G_TYPE_DATE_TIME, flags);
  properties[PROP_REVIEW_AT] =
      g_param_spec_boxed ("review-at", NULL, NULL, G_TYPE_DATE_TIME, flags);
  properties[PROP_POSITION] = g_param_spec_int ("position", NULL, NULL, -1, G_MAXINT, -1, flags);
  properties[PROP_N_PEOPLE] = g_param_spec_int ("n-people", NULL, NULL, -1, G_MAXINT, -1, flags);
  properties[PROP_PEOPLE] = g_param_spec_object ("people", NULL, NULL, G_TYPE_LIST_MODEL, flags);
  properties[PROP_PLANS] = g_param_spec_object ("plans", NULL, NULL, G_TYPE_LIST_MODEL, flags);
  properties[PROP_CUSTOM_FIELDS] =
      g_param_spec_object ("custom-fields", NULL, NULL, G_TYPE_LIST_MODEL, flags);
  properties[PROP_TASK_BOARD_UUID] =
      g_param_spec_string ("task-board-uuid", NULL, NULL, NULL, flags);
  properties[PROP_ASSIGNED_TO] = g_param_spec_boxed ("assigned-to", NULL, NULL, G_TYPE_STRV, flags);
  properties[PROP_GROUPS] = g_param_spec_boxed ("groups", NULL, NULL, G_TYPE_STRV, flags);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
plannr_case_init (PlannrCase *self)
{
}

/**
 * plannr_case_get_uuid:
 * Returns: (transfer none) (nullable): the UUID, never %NULL
 */
const char *
plannr_case_get_uuid (PlannrCase *self)
{
  g_return_val_if_fail (PLANNR_IS_CASE (self), NULL);

  return self->uuid;
}

/**
 * plannr_case_get_name:
 * Returns: (transfer none) (nullable): the name
 */
const char *
plannr_case_get_name (PlannrCase *self)
{
  g_return_val_if_fail (PLANNR_IS_CASE (self), NULL);

  return self->name;
}

/**
 * plannr_case_get_slug:
 * Returns: (transfer none) (nullable): the slug
 */
const char *
plannr_case_get_slug (PlannrCase *self)
{
  g_return_val_if_fail (PLANNR_IS_CASE (self), NULL);

  return self->slug;
}

/**
 * plannr_case_get_status:
 * Returns: (transfer none) (nullable): the status
 */
PlannrChoice *
plannr_case_get_status (PlannrCase *self)
{
  g_return_val_if_fail (PLANNR_IS_CASE (self), NULL);

  return self->status;
}

/**
 * plannr_case_get_kind:
 * Returns: (transfer none) (nullable): the type
 */
PlannrChoice *
plannr_case_get_kind (PlannrCase *self)
{
  g_return_val_if_fail (PLANNR_IS_CASE (self), NULL);

  return self->kind;
}

/**
 * plannr_case_get_amount:
 * Returns: the expected value in the lowest denomination of the currency; meaningful only where there is a currency
 */
gint64
plannr_case_get_amount (PlannrCase *self)
{
  g_return_val_if_fail (PLANNR_IS_CASE (self), 0);

  return self->amount;
}

/**
 * plannr_case_get_currency:
 * Returns: (transfer none) (nullable): the ISO 4217 code of the value’s currency; %NULL where the value is not known
 */
const char *
plannr_case_get_currency (PlannrCase *self)
{
  g_return_val_if_fail (PLANNR_IS_CASE (self), NULL);

  return self->currency;
}

/**
 * plannr_case_get_created_at:
 * Returns: (transfer none) (nullable): when it was created
 */
GDateTime *
plannr_case_get_created_at (PlannrCase *self)
{
  g_return_val_if_fail (PLANNR_IS_CASE (self), NULL);

  return self->created_at;
}

/**
 * plannr_case_get_updated_at:
 * Returns: (transfer none) (nullable): when it was last changed
 */
GDateTime *
plannr_case_get_updated_at (PlannrCase *self)
{
  g_return_val_if_fail (PLANNR_IS_CASE (self), NULL);

  return self->updated_at;
}

/**
 * plannr_case_get_completed_at:
 * Returns: (transfer none) (nullable): when it was completed
 */
GDateTime *
plannr_case_get_completed_at (PlannrCase *self)
{
  g_return_val_if_fail (PLANNR_IS_CASE (self), NULL);

  return self->completed_at;
}

/**
 * plannr_case_get_review_at:
 * Returns: (transfer none) (nullable): when it is to be reviewed
 */
GDateTime *
plannr_case_get_review_at (PlannrCase *self)
{
  g_return_val_if_fail (PLANNR_IS_CASE (self), NULL);

  return self->review_at;
}

/**
 * plannr_case_get_position:
 * Returns: the place on the board, from 1
 */
int
plannr_case_get_position (PlannrCase *self)
{
  g_return_val_if_fail (PLANNR_IS_CASE (self), -1);

  return self->position;
}

/**
 * plannr_case_get_n_people:
 * Returns: how many people Plannr says take part
 */
int
plannr_case_get_n_people (PlannrCase *self)
{
  g_return_val_if_fail (PLANNR_IS_CASE (self), -1);

  return self->n_people;
}

/**
 * plannr_case_get_people:
 * Returns: (transfer none) (nullable): the people, a list of #PlannrAccount; %NULL where not included
 */
GListModel *
plannr_case_get_people (PlannrCase *self)
{
  g_return_val_if_fail (PLANNR_IS_CASE (self), NULL);

  return self->people;
}

/**
 * plannr_case_get_plans:
 * Returns: (transfer none) (nullable): the plans, a list of #PlannrPlan; %NULL where not included
 */
GListModel *
plannr_case_get_plans (PlannrCase *self)
{
  g_return_val_if_fail (PLANNR_IS_CASE (self), NULL);

  return self->plans;
}

/**
 * plannr_case_get_custom_fields:
 * Returns: (transfer none) (nullable): the custom fields, a list of #PlannrCustomField
 */
GListModel *
plannr_case_get_custom_fields (PlannrCase *self)
{
  g_return_val_if_fail (PLANNR_IS_CASE (self), NULL);

  return self->custom_fields;
}

/**
 * plannr_case_get_task_board_uuid:
 * Returns: (transfer none) (nullable): the UUID of the task board
 */
const char *
plannr_case_get_task_board_uuid (PlannrCase *self)
{
  g_return_val_if_fail (PLANNR_IS_CASE (self), NULL);

  return self->task_board_uuid;
}

/**
 * plannr_case_get_assigned_to:
 * Returns: (transfer none) (nullable): the UUIDs of those it is assigned to
 */
const char *const *
plannr_case_get_assigned_to (PlannrCase *self)
{
  g_return_val_if_fail (PLANNR_IS_CASE (self), NULL);

  return (const char *const *) self->assigned_to;
}

/**
 * plannr_case_get_groups:
 * Returns: (transfer none) (nullable): the UUIDs of its groups
 */
const char *const *
plannr_case_get_groups (PlannrCase *self)
{
  g_return_val_if_fail (PLANNR_IS_CASE (self), NULL);

  return (const char *const *) self->groups;
}
