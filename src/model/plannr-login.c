/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-model"

#include "config.h"

#include "plannr-login.h"

/**
 * PlannrLogin:
 *
 * One way in which the holder of a token may act: an account in a firm
 * (plannr-api's `GET /logins`). Immutable.
 */
struct _PlannrLogin
{
  GObject parent_instance;

  char *account_uuid; /* (owned) */
  char *account_name; /* (owned) */
  PlannrAccountKind account_kind;
  char *firm_name;       /* (owned) */
  char *email;           /* (owned) */
  GDateTime *expires_at; /* (owned) */
  gboolean may_write;
  gboolean preferred;
};

G_DEFINE_FINAL_TYPE (PlannrLogin, plannr_login, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_ACCOUNT_UUID,
  PROP_ACCOUNT_NAME,
  PROP_ACCOUNT_KIND,
  PROP_FIRM_NAME,
  PROP_EMAIL,
  PROP_EXPIRES_AT,
  PROP_MAY_WRITE,
  PROP_PREFERRED,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
plannr_login_finalize (GObject *object)
{
  PlannrLogin *self = PLANNR_LOGIN (object);

  g_free (self->account_uuid);
  g_free (self->account_name);
  g_free (self->firm_name);
  g_free (self->email);
  g_clear_pointer (&self->expires_at, g_date_time_unref);

  G_OBJECT_CLASS (plannr_login_parent_class)->finalize (object);
}

static void
plannr_login_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  PlannrLogin *self = PLANNR_LOGIN (object);

  switch (id)
    {
    case PROP_ACCOUNT_UUID:
      self->account_uuid = g_value_dup_string (value);
      break;
    case PROP_ACCOUNT_NAME:
      self->account_name = g_value_dup_string (value);
      break;
    case PROP_ACCOUNT_KIND:
      self->account_kind = g_value_get_enum (value);
      break;
    case PROP_FIRM_NAME:
      self->firm_name = g_value_dup_string (value);
      break;
    case PROP_EMAIL:
      self->email = g_value_dup_string (value);
      break;
    case PROP_EXPIRES_AT:
      self->expires_at = g_value_dup_boxed (value);
      break;
    case PROP_MAY_WRITE:
      self->may_write = g_value_get_boolean (value);
      break;
    case PROP_PREFERRED:
      self->preferred = g_value_get_boolean (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
plannr_login_class_init (PlannrLoginClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  object_class->finalize = plannr_login_finalize;
  object_class->set_property = plannr_login_set_property;

  properties[PROP_ACCOUNT_UUID] = g_param_spec_string ("account-uuid", NULL, NULL, NULL, flags);
  properties[PROP_ACCOUNT_NAME] = g_param_spec_string ("account-name", NULL, NULL, NULL, flags);
  properties[PROP_ACCOUNT_KIND] =
      g_param_spec_enum ("account-kind", NULL, NULL, PLANNR_TYPE_ACCOUNT_KIND, 0, flags);
  properties[PROP_FIRM_NAME] = g_param_spec_string ("firm-name", NULL, NULL, NULL, flags);
  properties[PROP_EMAIL] = g_param_spec_string ("email", NULL, NULL, NULL, flags);
  properties[PROP_EXPIRES_AT] =
      g_param_spec_boxed ("expires-at", NULL, NULL, G_TYPE_DATE_TIME, flags);
  properties[PROP_MAY_WRITE] = g_param_spec_boolean ("may-write", NULL, NULL, FALSE, flags);
  properties[PROP_PREFERRED] = g_param_spec_boolean ("preferred", NULL, NULL, FALSE, flags);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
plannr_login_init (PlannrLogin *self)
{
}

/**
 * plannr_login_get_account_uuid:
 * Returns: (transfer none) (nullable): the UUID to be sent as `X-PLANNR-ACCOUNT-UUID`, never %NULL
 */
const char *
plannr_login_get_account_uuid (PlannrLogin *self)
{
  g_return_val_if_fail (PLANNR_IS_LOGIN (self), NULL);

  return self->account_uuid;
}

/**
 * plannr_login_get_account_name:
 * Returns: (transfer none) (nullable): the name of the person in that firm
 */
const char *
plannr_login_get_account_name (PlannrLogin *self)
{
  g_return_val_if_fail (PLANNR_IS_LOGIN (self), NULL);

  return self->account_name;
}

/**
 * plannr_login_get_account_kind:
 * Returns: whether they are staff there or a client
 */
PlannrAccountKind
plannr_login_get_account_kind (PlannrLogin *self)
{
  g_return_val_if_fail (PLANNR_IS_LOGIN (self), 0);

  return self->account_kind;
}

/**
 * plannr_login_get_firm_name:
 * Returns: (transfer none) (nullable): the firm’s name
 */
const char *
plannr_login_get_firm_name (PlannrLogin *self)
{
  g_return_val_if_fail (PLANNR_IS_LOGIN (self), NULL);

  return self->firm_name;
}

/**
 * plannr_login_get_email:
 * Returns: (transfer none) (nullable): the e-mail address of the login
 */
const char *
plannr_login_get_email (PlannrLogin *self)
{
  g_return_val_if_fail (PLANNR_IS_LOGIN (self), NULL);

  return self->email;
}

/**
 * plannr_login_get_expires_at:
 * Returns: (transfer none) (nullable): when the login ends; %NULL where it does not
 */
GDateTime *
plannr_login_get_expires_at (PlannrLogin *self)
{
  g_return_val_if_fail (PLANNR_IS_LOGIN (self), NULL);

  return self->expires_at;
}

/**
 * plannr_login_get_may_write:
 * Returns: whether this login may create anything
 */
gboolean
plannr_login_get_may_write (PlannrLogin *self)
{
  g_return_val_if_fail (PLANNR_IS_LOGIN (self), FALSE);

  return self->may_write;
}

/**
 * plannr_login_get_preferred:
 * Returns: whether Plannr says that this is the one its holder prefers
 */
gboolean
plannr_login_get_preferred (PlannrLogin *self)
{
  g_return_val_if_fail (PLANNR_IS_LOGIN (self), FALSE);

  return self->preferred;
}
