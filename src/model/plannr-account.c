/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-model"

#include "config.h"

#include "plannr-account.h"

/**
 * PlannrAccount:
 *
 * A person or body that Plannr knows: a client, one of the firm's staff, or somebody external
 * (plannr's “Account”). Immutable.
 */
struct _PlannrAccount
{
  GObject parent_instance;

  char *uuid; /* (owned) */
  PlannrAccountKind kind;
  char *role;    /* (owned) */
  char *name;    /* (owned) */
  char *email;   /* (owned) */
  char *phone;   /* (owned) */
  char *adviser; /* (owned) */
  gboolean joint;
  gboolean inactive;
};

G_DEFINE_FINAL_TYPE (PlannrAccount, plannr_account, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_UUID,
  PROP_KIND,
  PROP_ROLE,
  PROP_NAME,
  PROP_EMAIL,
  PROP_PHONE,
  PROP_ADVISER,
  PROP_JOINT,
  PROP_INACTIVE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
plannr_account_finalize (GObject *object)
{
  PlannrAccount *self = PLANNR_ACCOUNT (object);

  g_free (self->uuid);
  g_free (self->role);
  g_free (self->name);
  g_free (self->email);
  g_free (self->phone);
  g_free (self->adviser);

  G_OBJECT_CLASS (plannr_account_parent_class)->finalize (object);
}

static void
plannr_account_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  PlannrAccount *self = PLANNR_ACCOUNT (object);

  switch (id)
    {
    case PROP_UUID:
      self->uuid = g_value_dup_string (value);
      break;
    case PROP_KIND:
      self->kind = g_value_get_enum (value);
      break;
    case PROP_ROLE:
      self->role = g_value_dup_string (value);
      break;
    case PROP_NAME:
      self->name = g_value_dup_string (value);
      break;
    case PROP_EMAIL:
      self->email = g_value_dup_string (value);
      break;
    case PROP_PHONE:
      self->phone = g_value_dup_string (value);
      break;
    case PROP_ADVISER:
      self->adviser = g_value_dup_string (value);
      break;
    case PROP_JOINT:
      self->joint = g_value_get_boolean (value);
      break;
    case PROP_INACTIVE:
      self->inactive = g_value_get_boolean (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
plannr_account_class_init (PlannrAccountClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  object_class->finalize = plannr_account_finalize;
  object_class->set_property = plannr_account_set_property;

  properties[PROP_UUID] = g_param_spec_string ("uuid", NULL, NULL, NULL, flags);
  properties[PROP_KIND] =
      g_param_spec_enum ("kind", NULL, NULL, PLANNR_TYPE_ACCOUNT_KIND, 0, flags);
  properties[PROP_ROLE] = g_param_spec_string ("role", NULL, NULL, NULL, flags);
  properties[PROP_NAME] = g_param_spec_string ("name", NULL, NULL, NULL, flags);
  properties[PROP_EMAIL] = g_param_spec_string ("email", NULL, NULL, NULL, flags);
  properties[PROP_PHONE] = g_param_spec_string ("phone", NULL, NULL, NULL, flags);
  properties[PROP_ADVISER] = g_param_spec_string ("adviser", NULL, NULL, NULL, flags);
  properties[PROP_JOINT] = g_param_spec_boolean ("joint", NULL, NULL, FALSE, flags);
  properties[PROP_INACTIVE] = g_param_spec_boolean ("inactive", NULL, NULL, FALSE, flags);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
plannr_account_init (PlannrAccount *self)
{
}

/**
 * plannr_account_get_uuid:
 * Returns: (transfer none) (nullable): the account’s UUID, never %NULL
 */
const char *
plannr_account_get_uuid (PlannrAccount *self)
{
  g_return_val_if_fail (PLANNR_IS_ACCOUNT (self), NULL);

  return self->uuid;
}

/**
 * plannr_account_get_kind:
 * Returns: what sort of account it is
 */
PlannrAccountKind
plannr_account_get_kind (PlannrAccount *self)
{
  g_return_val_if_fail (PLANNR_IS_ACCOUNT (self), 0);

  return self->kind;
}

/**
 * plannr_account_get_role:
 * Returns: (transfer none) (nullable): Plannr’s word for the role (`individual`, `joint`, `admin`, …)
 */
const char *
plannr_account_get_role (PlannrAccount *self)
{
  g_return_val_if_fail (PLANNR_IS_ACCOUNT (self), NULL);

  return self->role;
}

/**
 * plannr_account_get_name:
 * Returns: (transfer none) (nullable): the name as Plannr shows it
 */
const char *
plannr_account_get_name (PlannrAccount *self)
{
  g_return_val_if_fail (PLANNR_IS_ACCOUNT (self), NULL);

  return self->name;
}

/**
 * plannr_account_get_email:
 * Returns: (transfer none) (nullable): the primary e-mail address
 */
const char *
plannr_account_get_email (PlannrAccount *self)
{
  g_return_val_if_fail (PLANNR_IS_ACCOUNT (self), NULL);

  return self->email;
}

/**
 * plannr_account_get_phone:
 * Returns: (transfer none) (nullable): the primary telephone number
 */
const char *
plannr_account_get_phone (PlannrAccount *self)
{
  g_return_val_if_fail (PLANNR_IS_ACCOUNT (self), NULL);

  return self->phone;
}

/**
 * plannr_account_get_adviser:
 * Returns: (transfer none) (nullable): the name of the assigned adviser
 */
const char *
plannr_account_get_adviser (PlannrAccount *self)
{
  g_return_val_if_fail (PLANNR_IS_ACCOUNT (self), NULL);

  return self->adviser;
}

/**
 * plannr_account_get_joint:
 * Returns: whether the client holds a joint account too
 */
gboolean
plannr_account_get_joint (PlannrAccount *self)
{
  g_return_val_if_fail (PLANNR_IS_ACCOUNT (self), FALSE);

  return self->joint;
}

/**
 * plannr_account_get_inactive:
 * Returns: whether the firm has made the account inactive
 */
gboolean
plannr_account_get_inactive (PlannrAccount *self)
{
  g_return_val_if_fail (PLANNR_IS_ACCOUNT (self), FALSE);

  return self->inactive;
}
