/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-model"

#include "config.h"

#include "plannr-custom-field.h"

/**
 * PlannrCustomField:
 *
 * A field that the firm has added to its cases, with its value in one case. Immutable.
 */
struct _PlannrCustomField
{
  GObject parent_instance;

  char *uuid;      /* (owned) */
  char *name;      /* (owned) */
  char *value;     /* (owned) */
  char *help_text; /* (owned) */
};

G_DEFINE_FINAL_TYPE (PlannrCustomField, plannr_custom_field, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_UUID,
  PROP_NAME,
  PROP_VALUE,
  PROP_HELP_TEXT,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
plannr_custom_field_finalize (GObject *object)
{
  PlannrCustomField *self = PLANNR_CUSTOM_FIELD (object);

  g_free (self->uuid);
  g_free (self->name);
  g_free (self->value);
  g_free (self->help_text);

  G_OBJECT_CLASS (plannr_custom_field_parent_class)->finalize (object);
}

static void
plannr_custom_field_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  PlannrCustomField *self = PLANNR_CUSTOM_FIELD (object);

  switch (id)
    {
    case PROP_UUID:
      self->uuid = g_value_dup_string (value);
      break;
    case PROP_NAME:
      self->name = g_value_dup_string (value);
      break;
    case PROP_VALUE:
      self->value = g_value_dup_string (value);
      break;
    case PROP_HELP_TEXT:
      self->help_text = g_value_dup_string (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
plannr_custom_field_class_init (PlannrCustomFieldClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  object_class->finalize = plannr_custom_field_finalize;
  object_class->set_property = plannr_custom_field_set_property;

  properties[PROP_UUID] = g_param_spec_string ("uuid", NULL, NULL, NULL, flags);
  properties[PROP_NAME] = g_param_spec_string ("name", NULL, NULL, NULL, flags);
  properties[PROP_VALUE] = g_param_spec_string ("value", NULL, NULL, NULL, flags);
  properties[PROP_HELP_TEXT] = g_param_spec_string ("help-text", NULL, NULL, NULL, flags);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
plannr_custom_field_init (PlannrCustomField *self)
{
}

/**
 * plannr_custom_field_get_uuid:
 * Returns: (transfer none) (nullable): the UUID
 */
const char *
plannr_custom_field_get_uuid (PlannrCustomField *self)
{
  g_return_val_if_fail (PLANNR_IS_CUSTOM_FIELD (self), NULL);

  return self->uuid;
}

/**
 * plannr_custom_field_get_name:
 * Returns: (transfer none) (nullable): the field’s label
 */
const char *
plannr_custom_field_get_name (PlannrCustomField *self)
{
  g_return_val_if_fail (PLANNR_IS_CUSTOM_FIELD (self), NULL);

  return self->name;
}

/**
 * plannr_custom_field_get_value:
 * Returns: (transfer none) (nullable): the value, as text
 */
const char *
plannr_custom_field_get_value (PlannrCustomField *self)
{
  g_return_val_if_fail (PLANNR_IS_CUSTOM_FIELD (self), NULL);

  return self->value;
}

/**
 * plannr_custom_field_get_help_text:
 * Returns: (transfer none) (nullable): what the firm says the field is for
 */
const char *
plannr_custom_field_get_help_text (PlannrCustomField *self)
{
  g_return_val_if_fail (PLANNR_IS_CUSTOM_FIELD (self), NULL);

  return self->help_text;
}
