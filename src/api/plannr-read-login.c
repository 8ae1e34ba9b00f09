/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-api"

#include "config.h"

#include "plannr-read-login.h"

#include "plannr-json.h"
#include "plannr-read-account.h"

/* `preferred_account_uuid` stands beside the list, or in each login; where it is nowhere, Plannr's
 * `primary` tells which one its holder uses. */
static gboolean
is_preferred (JsonObject *login, const char *account_uuid, const char *preferred)
{
  g_autofree char *own = plannr_json_dup_uuid (login, "preferred_account_uuid");

  if (own != NULL)
    preferred = own;

  return preferred != NULL ? g_str_equal (account_uuid, preferred)
                           : plannr_json_get_boolean (login, "primary", FALSE);
}

/* What is not said to be forbidden is tried: the server has the last word. */
static PlannrLogin *
read_login (JsonObject *object, const char *preferred)
{
  JsonObject *account = plannr_json_get_object (object, "account");
  g_autofree char *account_uuid = plannr_json_dup_uuid (account, "uuid");
  g_autofree char *account_name = NULL;
  g_autofree char *firm_name = NULL;
  g_autofree char *email = NULL;
  g_autoptr (GDateTime) expires_at = NULL;

  if (account_uuid == NULL)
    return NULL;

  account_name = plannr_read_person_name (account);
  if (account_name == NULL)
    account_name = plannr_read_person_name (object);
  firm_name = plannr_json_dup_text (plannr_json_get_object (object, "firm"), "name");
  email = plannr_json_dup_text (object, "email");
  expires_at = plannr_json_dup_date (object, "expires_at");

  return g_object_new (PLANNR_TYPE_LOGIN, "account-uuid", account_uuid, "account-name",
                       account_name, "account-kind",
                       plannr_account_kind_from_word (plannr_json_get_string (account, "type")),
                       "firm-name", firm_name, "email", email, "expires-at", expires_at,
                       "may-write", plannr_json_get_boolean (object, "has_write_permission", TRUE),
                       "preferred", is_preferred (object, account_uuid, preferred), NULL);
}

/**
 * plannr_read_logins:
 *
 * A #PlannrReadFunc, for a #PlannrPage.
 */
gpointer
plannr_read_logins (JsonNode *root, const PlannrRequest *request, GError **error)
{
  JsonObject *object = plannr_json_as_object (root);
  JsonNode *data = object != NULL ? plannr_json_get (object, "data") : root;
  g_autoptr (GPtrArray) list = plannr_json_get_list (data);
  g_autofree char *preferred = plannr_json_dup_uuid (object, "preferred_account_uuid");
  PlannrPage *page;

  if (list == NULL && (data == NULL || !JSON_NODE_HOLDS_ARRAY (data)))
    {
      g_set_error_literal (error, PLANNR_ERROR, PLANNR_ERROR_UNEXPECTED,
                           "The answer is no list of logins");
      return NULL;
    }

  page = g_new0 (PlannrPage, 1);
  page->items = g_ptr_array_new_with_free_func (g_object_unref);
  page->last = 1;
  for (guint i = 0; list != NULL && i < list->len; i++)
    {
      PlannrLogin *login = read_login (g_ptr_array_index (list, i), preferred);

      if (login != NULL)
        g_ptr_array_add (page->items, login);
    }

  return page;
}
