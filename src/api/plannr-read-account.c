/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-api"

#include "config.h"

#include "plannr-read-account.h"

#include "plannr-json.h"
#include "plannr-read-one.h"

static gboolean
is_blank (const char *text)
{
  while (text != NULL && *text == ' ')
    text++;

  return text == NULL || *text == '\0';
}

/* The text of a member; an empty one says as little as none. */
static char *
dup_filled (JsonObject *object, const char *name)
{
  g_autofree char *text = plannr_json_dup_text (object, name);

  return is_blank (text) ? NULL : g_steal_pointer (&text);
}

/**
 * plannr_read_person_name:
 * @object: (nullable): somebody with `name`, or with `first_name` and `last_name`
 *
 * Returns: (transfer full) (nullable): the name
 */
char *
plannr_read_person_name (JsonObject *object)
{
  char *name = dup_filled (object, "name");
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;

  if (name != NULL)
    return name;

  first = dup_filled (object, "first_name");
  last = dup_filled (object, "last_name");
  if (first != NULL && last != NULL)
    return g_strdup_printf ("%s %s", first, last);

  return first != NULL ? g_steal_pointer (&first) : g_steal_pointer (&last);
}

/* A way to reach somebody: a bare string, or an object that holds it. */
static char *
dup_contact (JsonObject *object, const char *name)
{
  static const char *const names[] = { "value", "email", "number", "phone_number", "contact" };
  JsonObject *contact = plannr_json_get_object (object, name);
  char *text = dup_filled (object, name);

  for (gsize i = 0; text == NULL && i < G_N_ELEMENTS (names); i++)
    text = dup_filled (contact, names[i]);

  return text;
}

static char *
dup_email (JsonObject *object)
{
  char *email = dup_filled (object, "email");

  return email != NULL ? email : dup_contact (object, "primary_email");
}

static char *
dup_adviser (JsonObject *object)
{
  JsonObject *adviser = plannr_json_get_object (object, "assigned_adviser");

  return adviser != NULL ? plannr_read_person_name (adviser)
                         : dup_filled (object, "assigned_adviser");
}

/* Inactive from a date on: any value but null, false and an empty string says so. */
static gboolean
is_inactive (JsonObject *object)
{
  const char *since = plannr_json_get_string (object, "inactive_at");

  return !is_blank (since) && g_strcmp0 (since, "false") != 0;
}

/**
 * plannr_read_account:
 * @object: (nullable): an account as Plannr writes one
 *
 * Returns: (transfer full) (nullable) (type PlannrAccount): the account; %NULL where it has no UUID
 */
gpointer
plannr_read_account (JsonObject *object)
{
  g_autofree char *uuid = plannr_json_dup_uuid (object, "uuid");
  g_autofree char *role = NULL;
  g_autofree char *name = NULL;
  g_autofree char *email = NULL;
  g_autofree char *phone = NULL;
  g_autofree char *adviser = NULL;

  if (uuid == NULL)
    return NULL;

  role = dup_filled (object, "role");
  name = plannr_read_person_name (object);
  email = dup_email (object);
  phone = dup_contact (object, "primary_phone_number");
  adviser = dup_adviser (object);

  return g_object_new (PLANNR_TYPE_ACCOUNT, "uuid", uuid, "kind",
                       plannr_account_kind_from_word (plannr_json_get_string (object, "type")),
                       "role", role, "name", name, "email", email, "phone", phone, "adviser",
                       adviser, "joint",
                       plannr_json_get_boolean (object, "has_joint_account", FALSE), "inactive",
                       is_inactive (object), NULL);
}

/**
 * plannr_read_one_account:
 *
 * A #PlannrReadFunc.
 */
gpointer
plannr_read_one_account (JsonNode *root, const PlannrRequest *request, GError **error)
{
  return plannr_read_one (root, plannr_read_account, error);
}

/**
 * plannr_read_accounts:
 *
 * A #PlannrReadFunc.
 */
gpointer
plannr_read_accounts (JsonNode *root, const PlannrRequest *request, GError **error)
{
  return plannr_page_read (root, request, plannr_read_account, error);
}
