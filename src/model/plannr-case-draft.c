/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-model"

#include "config.h"

#include "plannr-case-draft.h"

#include "plannr-item.h"

#include <string.h>

/**
 * PlannrCaseDraft:
 *
 * A case that is being written. The form's widgets are bound to its properties; whatever changes,
 * it emits #PlannrCaseDraft::changed.
 */
struct _PlannrCaseDraft
{
  GObject parent_instance;

  char *name;
  PlannrChoice *kind;   /* (owned) (nullable) */
  PlannrChoice *status; /* (owned) (nullable) */
  char *value_text;
  PlannrMoneyReading value;
  GListStore *people; /* (owned), of PlannrAccount */
  GListStore *plans;  /* (owned), of PlannrPlan */
  gboolean blank;
};

G_DEFINE_FINAL_TYPE (PlannrCaseDraft, plannr_case_draft, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_NAME,
  PROP_KIND,
  PROP_STATUS,
  PROP_VALUE_TEXT,
  PROP_PEOPLE,
  PROP_PLANS,
  PROP_BLANK,
  N_PROPS
};

enum
{
  CHANGED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static void
changed (PlannrCaseDraft *self)
{
  gboolean blank = *self->name == '\0' && *self->value_text == '\0' && self->kind == NULL
                   && self->status == NULL
                   && g_list_model_get_n_items (G_LIST_MODEL (self->people)) == 0
                   && g_list_model_get_n_items (G_LIST_MODEL (self->plans)) == 0;

  if (blank != self->blank)
    {
      self->blank = blank;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BLANK]);
    }

  g_signal_emit (self, signals[CHANGED], 0);
}

static void
plannr_case_draft_finalize (GObject *object)
{
  PlannrCaseDraft *self = PLANNR_CASE_DRAFT (object);

  g_free (self->name);
  g_free (self->value_text);
  g_clear_object (&self->kind);
  g_clear_object (&self->status);
  g_clear_object (&self->people);
  g_clear_object (&self->plans);

  G_OBJECT_CLASS (plannr_case_draft_parent_class)->finalize (object);
}

static void
plannr_case_draft_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  PlannrCaseDraft *self = PLANNR_CASE_DRAFT (object);

  switch (id)
    {
    case PROP_NAME:
      g_value_set_string (value, self->name);
      break;
    case PROP_KIND:
      g_value_set_object (value, self->kind);
      break;
    case PROP_STATUS:
      g_value_set_object (value, self->status);
      break;
    case PROP_VALUE_TEXT:
      g_value_set_string (value, self->value_text);
      break;
    case PROP_PEOPLE:
      g_value_set_object (value, self->people);
      break;
    case PROP_PLANS:
      g_value_set_object (value, self->plans);
      break;
    case PROP_BLANK:
      g_value_set_boolean (value, self->blank);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
plannr_case_draft_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  PlannrCaseDraft *self = PLANNR_CASE_DRAFT (object);

  switch (id)
    {
    case PROP_NAME:
      plannr_case_draft_set_name (self, g_value_get_string (value));
      break;
    case PROP_KIND:
      plannr_case_draft_set_kind (self, g_value_get_object (value));
      break;
    case PROP_STATUS:
      plannr_case_draft_set_status (self, g_value_get_object (value));
      break;
    case PROP_VALUE_TEXT:
      plannr_case_draft_set_value_text (self, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
plannr_case_draft_class_init (PlannrCaseDraftClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags writable = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  const GParamFlags readable = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->finalize = plannr_case_draft_finalize;
  object_class->get_property = plannr_case_draft_get_property;
  object_class->set_property = plannr_case_draft_set_property;

  properties[PROP_NAME] = g_param_spec_string ("name", NULL, NULL, "", writable);
  properties[PROP_KIND] = g_param_spec_object ("kind", NULL, NULL, PLANNR_TYPE_CHOICE, writable);
  properties[PROP_STATUS] =
      g_param_spec_object ("status", NULL, NULL, PLANNR_TYPE_CHOICE, writable);
  properties[PROP_VALUE_TEXT] = g_param_spec_string ("value-text", NULL, NULL, "", writable);
  properties[PROP_PEOPLE] = g_param_spec_object ("people", NULL, NULL, G_TYPE_LIST_MODEL, readable);
  properties[PROP_PLANS] = g_param_spec_object ("plans", NULL, NULL, G_TYPE_LIST_MODEL, readable);
  properties[PROP_BLANK] = g_param_spec_boolean ("blank", NULL, NULL, TRUE, readable);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * PlannrCaseDraft::changed:
   *
   * Anything in the draft has changed.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
plannr_case_draft_init (PlannrCaseDraft *self)
{
  self->name = g_strdup ("");
  self->value_text = g_strdup ("");
  self->people = g_list_store_new (PLANNR_TYPE_ACCOUNT);
  self->plans = g_list_store_new (PLANNR_TYPE_PLAN);
  self->blank = TRUE;
}

/**
 * plannr_case_draft_new:
 * Returns: (transfer full): an empty draft
 */
PlannrCaseDraft *
plannr_case_draft_new (void)
{
  return g_object_new (PLANNR_TYPE_CASE_DRAFT, NULL);
}

/**
 * plannr_case_draft_get_name:
 * Returns: (transfer none): the name as typed
 */
const char *
plannr_case_draft_get_name (PlannrCaseDraft *self)
{
  g_return_val_if_fail (PLANNR_IS_CASE_DRAFT (self), NULL);

  return self->name;
}

/**
 * plannr_case_draft_get_kind:
 * Returns: (transfer none) (nullable): the type
 */
PlannrChoice *
plannr_case_draft_get_kind (PlannrCaseDraft *self)
{
  g_return_val_if_fail (PLANNR_IS_CASE_DRAFT (self), NULL);

  return self->kind;
}

/**
 * plannr_case_draft_get_status:
 * Returns: (transfer none) (nullable): the status
 */
PlannrChoice *
plannr_case_draft_get_status (PlannrCaseDraft *self)
{
  g_return_val_if_fail (PLANNR_IS_CASE_DRAFT (self), NULL);

  return self->status;
}

/**
 * plannr_case_draft_get_value_text:
 * Returns: (transfer none): the expected value as typed
 */
const char *
plannr_case_draft_get_value_text (PlannrCaseDraft *self)
{
  g_return_val_if_fail (PLANNR_IS_CASE_DRAFT (self), NULL);

  return self->value_text;
}

/**
 * plannr_case_draft_get_value:
 * Returns: (transfer none): what the text of the expected value means, in pence
 */
const PlannrMoneyReading *
plannr_case_draft_get_value (PlannrCaseDraft *self)
{
  g_return_val_if_fail (PLANNR_IS_CASE_DRAFT (self), NULL);

  return &self->value;
}

/**
 * plannr_case_draft_get_people:
 * Returns: (transfer none): those who take part, a list of #PlannrAccount, in the order chosen
 */
GListModel *
plannr_case_draft_get_people (PlannrCaseDraft *self)
{
  g_return_val_if_fail (PLANNR_IS_CASE_DRAFT (self), NULL);

  return G_LIST_MODEL (self->people);
}

/**
 * plannr_case_draft_get_plans:
 * Returns: (transfer none): the plans chosen, a list of #PlannrPlan, in the order chosen
 */
GListModel *
plannr_case_draft_get_plans (PlannrCaseDraft *self)
{
  g_return_val_if_fail (PLANNR_IS_CASE_DRAFT (self), NULL);

  return G_LIST_MODEL (self->plans);
}

/**
 * plannr_case_draft_get_blank:
 * Returns: whether nothing at all has been filled in
 */
gboolean
plannr_case_draft_get_blank (PlannrCaseDraft *self)
{
  g_return_val_if_fail (PLANNR_IS_CASE_DRAFT (self), TRUE);

  return self->blank;
}

/**
 * plannr_case_draft_set_name:
 * @self: a draft
 * @name: the name as typed
 */
void
plannr_case_draft_set_name (PlannrCaseDraft *self, const char *name)
{
  g_return_if_fail (PLANNR_IS_CASE_DRAFT (self));

  if (name == NULL)
    name = "";
  if (strcmp (self->name, name) == 0)
    return;

  g_free (self->name);
  self->name = g_strdup (name);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NAME]);
  changed (self);
}

/**
 * plannr_case_draft_set_kind:
 * @self: a draft
 * @kind: (nullable): the type
 */
void
plannr_case_draft_set_kind (PlannrCaseDraft *self, PlannrChoice *kind)
{
  g_return_if_fail (PLANNR_IS_CASE_DRAFT (self));

  if (!g_set_object (&self->kind, kind))
    return;

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_KIND]);
  changed (self);
}

/**
 * plannr_case_draft_set_status:
 * @self: a draft
 * @status: (nullable): the status
 */
void
plannr_case_draft_set_status (PlannrCaseDraft *self, PlannrChoice *status)
{
  g_return_if_fail (PLANNR_IS_CASE_DRAFT (self));

  if (!g_set_object (&self->status, status))
    return;

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATUS]);
  changed (self);
}

/**
 * plannr_case_draft_set_value_text:
 * @self: a draft
 * @text: the expected value as typed
 */
void
plannr_case_draft_set_value_text (PlannrCaseDraft *self, const char *text)
{
  g_return_if_fail (PLANNR_IS_CASE_DRAFT (self));

  if (text == NULL)
    text = "";
  if (strcmp (self->value_text, text) == 0)
    return;

  g_free (self->value_text);
  self->value_text = g_strdup (text);
  self->value = plannr_money_read (self->value_text, PLANNR_CASE_CURRENCY, NULL);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_VALUE_TEXT]);
  changed (self);
}

/**
 * plannr_case_draft_has:
 * @self: a draft
 * @uuid: the UUID of a person or a plan
 *
 * Returns: whether that person takes part, or that plan is chosen
 */
gboolean
plannr_case_draft_has (PlannrCaseDraft *self, const char *uuid)
{
  g_return_val_if_fail (PLANNR_IS_CASE_DRAFT (self), FALSE);

  return plannr_item_find (G_LIST_MODEL (self->people), uuid, NULL)
         || plannr_item_find (G_LIST_MODEL (self->plans), uuid, NULL);
}

/**
 * plannr_case_draft_add:
 * @self: a draft
 * @item: (type GObject): a #PlannrAccount who is to take part, or a #PlannrPlan to choose
 *
 * Returns: whether @item was added; %FALSE where the draft had it already
 */
gboolean
plannr_case_draft_add (PlannrCaseDraft *self, gpointer item)
{
  g_return_val_if_fail (PLANNR_IS_CASE_DRAFT (self), FALSE);
  g_return_val_if_fail (PLANNR_IS_ACCOUNT (item) || PLANNR_IS_PLAN (item), FALSE);

  if (plannr_case_draft_has (self, plannr_item_get_uuid (item)))
    return FALSE;

  g_list_store_append (PLANNR_IS_ACCOUNT (item) ? self->people : self->plans, item);
  changed (self);

  return TRUE;
}

/**
 * plannr_case_draft_remove:
 * @self: a draft
 * @uuid: the UUID of a person or a plan
 *
 * Returns: whether the draft had that person or plan until now
 */
gboolean
plannr_case_draft_remove (PlannrCaseDraft *self, const char *uuid)
{
  GListStore *store = NULL;
  guint position;

  g_return_val_if_fail (PLANNR_IS_CASE_DRAFT (self), FALSE);

  if (plannr_item_find (G_LIST_MODEL (self->people), uuid, &position))
    store = self->people;
  else if (plannr_item_find (G_LIST_MODEL (self->plans), uuid, &position))
    store = self->plans;
  else
    return FALSE;

  g_list_store_remove (store, position);
  changed (self);

  return TRUE;
}
