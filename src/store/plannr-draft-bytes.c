/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-store"

#include "config.h"

#include "plannr-draft-bytes.h"

#include "plannr-error.h"

/* A #GVariant in little-endian, serialised: small, quick, and checked by GLib when it is read. It
 * begins with its version; the next one adds to the end. */
#define VERSION  1
#define CHOICE   "(smsmsi)"
#define ACCOUNT  "(simsmsmsmsmsbb)"
#define PLAN     "(smsmsmsmsmsmsxms)"
#define DRAFT    "(issm" CHOICE "m" CHOICE "a" ACCOUNT "a" PLAN ")"

/* Far more than a form can hold: what is larger was not written by us. */
#define MAX_SIZE (16 * 1024 * 1024)

static GVariant *
write_choice (PlannrChoice *choice)
{
  if (choice == NULL)
    return NULL;

  return g_variant_new (CHOICE, plannr_choice_get_uuid (choice), plannr_choice_get_name (choice),
                        plannr_choice_get_colour (choice), plannr_choice_get_position (choice));
}

static GVariant *
write_account (PlannrAccount *person)
{
  return g_variant_new (ACCOUNT, plannr_account_get_uuid (person),
                        (gint32) plannr_account_get_kind (person), plannr_account_get_role (person),
                        plannr_account_get_name (person), plannr_account_get_email (person),
                        plannr_account_get_phone (person), plannr_account_get_adviser (person),
                        plannr_account_get_joint (person), plannr_account_get_inactive (person));
}

static GVariant *
write_plan (PlannrPlan *plan)
{
  return g_variant_new (PLAN, plannr_plan_get_uuid (plan), plannr_plan_get_name (plan),
                        plannr_plan_get_kind (plan), plannr_plan_get_sub_kind (plan),
                        plannr_plan_get_status (plan), plannr_plan_get_provider (plan),
                        plannr_plan_get_policy_number (plan), plannr_plan_get_amount (plan),
                        plannr_plan_get_currency (plan));
}

static GVariant *
write_items (GListModel *items, const char *type)
{
  GVariantBuilder builder;
  guint n = g_list_model_get_n_items (items);

  g_variant_builder_init (&builder, G_VARIANT_TYPE (type));
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (items, i);

      g_variant_builder_add_value (&builder, PLANNR_IS_ACCOUNT (item)
                                                 ? write_account (PLANNR_ACCOUNT (item))
                                                 : write_plan (PLANNR_PLAN (item)));
    }

  return g_variant_builder_end (&builder);
}

static GVariant *
maybe (GVariant *child, const char *type)
{
  return g_variant_new_maybe (G_VARIANT_TYPE (type), child);
}

/**
 * plannr_draft_bytes_write:
 * @draft: a draft
 *
 * Returns: (transfer full): all of @draft, with what pickers show of the people, plans and choices
 *   in it
 */
GBytes *
plannr_draft_bytes_write (PlannrCaseDraft *draft)
{
  GVariant *parts[7];
  g_autoptr (GVariant) all = NULL;

  g_return_val_if_fail (PLANNR_IS_CASE_DRAFT (draft), NULL);

  parts[0] = g_variant_new_int32 (VERSION);
  parts[1] = g_variant_new_string (plannr_case_draft_get_name (draft));
  parts[2] = g_variant_new_string (plannr_case_draft_get_value_text (draft));
  parts[3] = maybe (write_choice (plannr_case_draft_get_kind (draft)), CHOICE);
  parts[4] = maybe (write_choice (plannr_case_draft_get_status (draft)), CHOICE);
  parts[5] = write_items (plannr_case_draft_get_people (draft), "a" ACCOUNT);
  parts[6] = write_items (plannr_case_draft_get_plans (draft), "a" PLAN);

  all = g_variant_ref_sink (g_variant_new_tuple (parts, G_N_ELEMENTS (parts)));
  if (G_BYTE_ORDER == G_BIG_ENDIAN)
    {
      g_autoptr (GVariant) swapped = g_variant_byteswap (all);

      return g_variant_get_data_as_bytes (swapped);
    }

  return g_variant_get_data_as_bytes (all);
}

static PlannrChoice *
read_choice (GVariant *all, gsize index)
{
  g_autoptr (GVariant) maybe_choice = g_variant_get_child_value (all, index);
  g_autoptr (GVariant) choice = g_variant_get_maybe (maybe_choice);
  const char *uuid;
  const char *name;
  const char *colour;
  gint32 position;

  if (choice == NULL)
    return NULL;

  g_variant_get (choice, "(&sm&sm&si)", &uuid, &name, &colour, &position);

  return g_object_new (PLANNR_TYPE_CHOICE, "uuid", uuid, "name", name, "colour", colour, "position",
                       MAX (position, -1), NULL);
}

static PlannrAccount *
read_account (GVariant *person)
{
  const char *uuid;
  gint32 kind;
  const char *role;
  const char *name;
  const char *email;
  const char *phone;
  const char *adviser;
  gboolean joint;
  gboolean inactive;

  g_variant_get (person, "(&sim&sm&sm&sm&sm&sbb)", &uuid, &kind, &role, &name, &email, &phone,
                 &adviser, &joint, &inactive);
  if (kind < 0 || kind > PLANNR_ACCOUNT_KIND_EXTERNAL)
    kind = PLANNR_ACCOUNT_KIND_UNKNOWN;

  return g_object_new (PLANNR_TYPE_ACCOUNT, "uuid", uuid, "kind", kind, "role", role, "name", name,
                       "email", email, "phone", phone, "adviser", adviser, "joint", joint,
                       "inactive", inactive, NULL);
}

static PlannrPlan *
read_plan (GVariant *plan)
{
  const char *uuid;
  const char *name;
  const char *kind;
  const char *sub_kind;
  const char *status;
  const char *provider;
  const char *policy_number;
  gint64 amount;
  const char *currency;

  g_variant_get (plan, "(&sm&sm&sm&sm&sm&sm&sxm&s)", &uuid, &name, &kind, &sub_kind, &status,
                 &provider, &policy_number, &amount, &currency);

  return g_object_new (PLANNR_TYPE_PLAN, "uuid", uuid, "name", name, "kind", kind, "sub-kind",
                       sub_kind, "status", status, "provider", provider, "policy-number",
                       policy_number, "amount", amount, "currency", currency, NULL);
}

static void
read_items (PlannrCaseDraft *draft, GVariant *all, gsize index)
{
  g_autoptr (GVariant) items = g_variant_get_child_value (all, index);
  gsize n = g_variant_n_children (items);

  for (gsize i = 0; i < n; i++)
    {
      g_autoptr (GVariant) child = g_variant_get_child_value (items, i);
      g_autoptr (GObject) item = g_variant_is_of_type (child, G_VARIANT_TYPE (ACCOUNT))
                                     ? G_OBJECT (read_account (child))
                                     : G_OBJECT (read_plan (child));

      plannr_case_draft_add (draft, item);
    }
}

/* Returns NULL where it is none of ours. */
static GVariant *
read_all (GBytes *bytes)
{
  g_autoptr (GVariant) stored = NULL;
  g_autoptr (GVariant) all = NULL;
  gint32 version = 0;

  if (g_bytes_get_size (bytes) > MAX_SIZE)
    return NULL;

  stored = g_variant_ref_sink (g_variant_new_from_bytes (G_VARIANT_TYPE (DRAFT), bytes, FALSE));
  all = G_BYTE_ORDER == G_BIG_ENDIAN ? g_variant_byteswap (stored) : g_variant_ref (stored);
  if (g_variant_is_normal_form (all))
    g_variant_get_child (all, 0, "i", &version);

  return version == VERSION ? g_steal_pointer (&all) : NULL;
}

/**
 * plannr_draft_bytes_read:
 * @bytes: what plannr_draft_bytes_write() made
 * @error: %PLANNR_ERROR_FILE_BROKEN where it is something else
 *
 * Returns: (transfer full) (nullable): the draft
 */
PlannrCaseDraft *
plannr_draft_bytes_read (GBytes *bytes, GError **error)
{
  g_autoptr (GVariant) all = NULL;
  g_autoptr (PlannrCaseDraft) draft = NULL;
  g_autoptr (PlannrChoice) kind = NULL;
  g_autoptr (PlannrChoice) status = NULL;
  const char *name;
  const char *value_text;

  g_return_val_if_fail (bytes != NULL, NULL);

  all = read_all (bytes);
  if (all == NULL)
    {
      g_set_error_literal (error, PLANNR_ERROR, PLANNR_ERROR_FILE_BROKEN,
                           "A draft could not be read");
      return NULL;
    }

  draft = plannr_case_draft_new ();
  g_variant_get_child (all, 1, "&s", &name);
  plannr_case_draft_set_name (draft, name);
  g_variant_get_child (all, 2, "&s", &value_text);
  plannr_case_draft_set_value_text (draft, value_text);
  kind = read_choice (all, 3);
  plannr_case_draft_set_kind (draft, kind);
  status = read_choice (all, 4);
  plannr_case_draft_set_status (draft, status);
  read_items (draft, all, 5);
  read_items (draft, all, 6);

  return g_steal_pointer (&draft);
}

/**
 * plannr_draft_bytes_read_people:
 * @bytes: what plannr_draft_bytes_write() made
 *
 * Returns: (transfer full): the names of the people in the draft, a line each; empty where there are
 *   none, or it is something else
 */
char *
plannr_draft_bytes_read_people (GBytes *bytes)
{
  g_autoptr (GVariant) all = NULL;
  g_autoptr (GVariant) people = NULL;
  GString *names = g_string_new (NULL);

  g_return_val_if_fail (bytes != NULL, NULL);

  all = read_all (bytes);
  people = all != NULL ? g_variant_get_child_value (all, 5) : NULL;
  for (gsize i = 0; people != NULL && i < g_variant_n_children (people); i++)
    {
      g_autoptr (GVariant) person = g_variant_get_child_value (people, i);
      const char *name = NULL;

      g_variant_get_child (person, 3, "m&s", &name);
      if (name != NULL)
        g_string_append_printf (names, "%s\n", name);
    }

  return g_string_free (names, FALSE);
}
