/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-model"

#include "config.h"

#include "plannr-choice.h"

/**
 * PlannrChoice:
 *
 * Something that a firm has defined and a case can be given one of: a status or a type. Immutable.
 */
struct _PlannrChoice
{
  GObject parent_instance;

  char *uuid;   /* (owned) */
  char *name;   /* (owned) */
  char *colour; /* (owned) */
  int position;
};

G_DEFINE_FINAL_TYPE (PlannrChoice, plannr_choice, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_UUID,
  PROP_NAME,
  PROP_COLOUR,
  PROP_POSITION,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
plannr_choice_finalize (GObject *object)
{
  PlannrChoice *self = PLANNR_CHOICE (object);

  g_free (self->uuid);
  g_free (self->name);
  g_free (self->colour);

  G_OBJECT_CLASS (plannr_choice_parent_class)->finalize (object);
}

static void
plannr_choice_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  PlannrChoice *self = PLANNR_CHOICE (object);

  switch (id)
    {
    case PROP_UUID:
      self->uuid = g_value_dup_string (value);
      break;
    case PROP_NAME:
      self->name = g_value_dup_string (value);
      break;
    case PROP_COLOUR:
      self->colour = g_value_dup_string (value);
      break;
    case PROP_POSITION:
      self->position = g_value_get_int (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
plannr_choice_class_init (PlannrChoiceClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  object_class->finalize = plannr_choice_finalize;
  object_class->set_property = plannr_choice_set_property;

  properties[PROP_UUID] = g_param_spec_string ("uuid", NULL, NULL, NULL, flags);
  properties[PROP_NAME] = g_param_spec_string ("name", NULL, NULL, NULL, flags);
  properties[PROP_COLOUR] = g_param_spec_string ("colour", NULL, NULL, NULL, flags);
  properties[PROP_POSITION] = g_param_spec_int ("position", NULL, NULL, -1, G_MAXINT, -1, flags);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
plannr_choice_init (PlannrChoice *self)
{
}

/**
 * plannr_choice_get_uuid:
 * Returns: (transfer none) (nullable): the UUID, never %NULL
 */
const char *
plannr_choice_get_uuid (PlannrChoice *self)
{
  g_return_val_if_fail (PLANNR_IS_CHOICE (self), NULL);

  return self->uuid;
}

/**
 * plannr_choice_get_name:
 * Returns: (transfer none) (nullable): the firm’s name for it
 */
const char *
plannr_choice_get_name (PlannrChoice *self)
{
  g_return_val_if_fail (PLANNR_IS_CHOICE (self), NULL);

  return self->name;
}

/**
 * plannr_choice_get_colour:
 * Returns: (transfer none) (nullable): a status’s colour as `#RRGGBB`; %NULL where there is none or it was malformed
 */
const char *
plannr_choice_get_colour (PlannrChoice *self)
{
  g_return_val_if_fail (PLANNR_IS_CHOICE (self), NULL);

  return self->colour;
}

/**
 * plannr_choice_get_position:
 * Returns: a status’s place in the firm’s order; −1 where there is none
 */
int
plannr_choice_get_position (PlannrChoice *self)
{
  g_return_val_if_fail (PLANNR_IS_CHOICE (self), -1);

  return self->position;
}
