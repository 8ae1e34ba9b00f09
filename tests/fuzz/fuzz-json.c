/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-fuzz"

#include "config.h"

#include "fuzz.h"

#include <string.h>

#include "plannr-date.h"
#include "plannr-failure.h"
#include "plannr-json-document.h"
#include "plannr-json-scan.h"
#include "plannr-money.h"
#include "plannr-read-account.h"
#include "plannr-read-case.h"
#include "plannr-read-choice.h"
#include "plannr-read-custom-field.h"
#include "plannr-read-login.h"
#include "plannr-read-plan.h"
#include "plannr-text.h"
#include "plannr-uuid.h"

#define LIST_URI "https://api.plannr.example/api/v1/cases?page=1"

/* What Plannr might have answered: the scan, what it lets through, and every decoder. */

static void
check_text (const char *text, gsize max)
{
  g_assert_true (g_utf8_validate (text, -1, NULL));
  g_assert_cmpuint (strlen (text), <=, max);
}

static void
check_uuid (const char *uuid)
{
  g_autofree char *parsed = plannr_uuid_parse (uuid);

  g_assert_cmpstr (parsed, ==, uuid);
}

static void
check_string (const char *name, const char *text)
{
  if (text == NULL)
    return;

  check_text (text, PLANNR_TEXT_MAX);
  if (g_str_has_suffix (name, "uuid"))
    check_uuid (text);
  else if (g_str_equal (name, "currency"))
    g_assert_true (plannr_money_is_currency (text));
}

static void
check_date (GDateTime *when)
{
  g_autofree char *text = NULL;

  if (when == NULL)
    return;

  text = plannr_date_format (when, PLANNR_DATE_LONG, "en_GB", NULL);
  g_assert_true (g_utf8_validate (text, -1, NULL));
}

static void check_item (gpointer item);

static void
check_list (GListModel *list)
{
  guint n = g_list_model_get_n_items (list);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (list, i);

      check_item (item);
    }
}

static void
check_value (const char *name, const GValue *value)
{
  if (G_VALUE_HOLDS_STRING (value))
    check_string (name, g_value_get_string (value));
  else if (G_VALUE_HOLDS (value, G_TYPE_DATE_TIME))
    check_date (g_value_get_boxed (value));
  else if (G_VALUE_HOLDS (value, G_TYPE_STRV))
    {
      const char *const *uuids = g_value_get_boxed (value);

      for (gsize i = 0; uuids != NULL && uuids[i] != NULL; i++)
        check_uuid (uuids[i]);
    }
  else if (G_VALUE_HOLDS (value, G_TYPE_LIST_MODEL) && g_value_get_object (value) != NULL)
    check_list (g_value_get_object (value));
  else if (G_VALUE_HOLDS_OBJECT (value) && g_value_get_object (value) != NULL)
    check_item (g_value_get_object (value));
}

/* Whatever came, what is kept of it is fit to be shown: by the properties, so that none is left out. */
static void
check_item (gpointer item)
{
  guint n;
  g_autofree GParamSpec **specs = g_object_class_list_properties (G_OBJECT_GET_CLASS (item), &n);

  for (guint i = 0; i < n; i++)
    {
      g_auto (GValue) value = G_VALUE_INIT;

      if ((specs[i]->flags & G_PARAM_READABLE) == 0)
        continue;
      g_object_get_property (item, specs[i]->name, &value);
      check_value (specs[i]->name, &value);
    }
}

static void
read_one (JsonNode *root, const PlannrRequest *request, PlannrReadFunc read)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GObject) item = read (root, request, &error);

  g_assert_true ((item == NULL) == (error != NULL));
  if (item != NULL)
    check_item (item);
}

static void
check_page (PlannrPage *page, GError *error)
{
  g_assert_true ((page == NULL) == (error != NULL));
  if (page == NULL)
    return;

  g_assert_cmpuint (page->last, >, 0);
  for (guint i = 0; i < page->items->len; i++)
    check_item (g_ptr_array_index (page->items, i));
}

static void
read_list (JsonNode *root, const PlannrRequest *request, PlannrReadFunc read)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PlannrPage) page = read (root, request, &error);

  check_page (page, error);
}

/* Nothing asks for a list of these; they come within a case. */
static gpointer
read_custom_fields (JsonNode *root, const PlannrRequest *request, GError **error)
{
  return plannr_page_read (root, request, plannr_read_custom_field, error);
}

static void
decode (JsonNode *root)
{
  static const PlannrReadFunc ones[] = {
    plannr_read_one_account,
    plannr_read_one_case,
    plannr_read_one_plan,
  };
  static const PlannrReadFunc lists[] = {
    plannr_read_accounts, plannr_read_cases,    plannr_read_logins,
    plannr_read_plans,    plannr_read_statuses, read_custom_fields,
  };
  PlannrRequest request = { .method = "GET", .uri = (char *) LIST_URI, .page = 1 };

  for (guint i = 0; i < G_N_ELEMENTS (ones); i++)
    read_one (root, &request, ones[i]);
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    read_list (root, &request, lists[i]);
}

static void
refuse (GBytes *body)
{
  static SoupMessageHeaders *headers;
  g_autoptr (GError) error = NULL;
  PlannrErrorDetails *details;

  if (headers == NULL)
    headers = soup_message_headers_new (SOUP_MESSAGE_HEADERS_RESPONSE);

  error = plannr_failure_from_status (SOUP_STATUS_UNPROCESSABLE_ENTITY, headers, body);
  details = plannr_error_get_details (error);
  if (details->message != NULL)
    check_text (details->message, PLANNR_TEXT_MAX);

  for (guint i = 0; details->fields != NULL && i < details->fields->len; i++)
    {
      const PlannrFieldError *field = g_ptr_array_index (details->fields, i);

      g_assert_cmpint (field->field, <, PLANNR_N_FIELDS);
      check_text (field->key, PLANNR_TEXT_MAX);
      check_text (field->message, PLANNR_TEXT_MAX);
    }
}

/* Whatever stood in brackets or quotes is broken without the last of its bytes. */
static void
check_cut (const char *text, gsize length)
{
  while (strchr (" \t\r\n", text[length - 1]) != NULL)
    length--;

  if (strchr ("]}\"", text[length - 1]) != NULL)
    g_assert_cmpint (plannr_json_scan (text, length - 1), ==, PLANNR_JSON_BROKEN);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  const char *text = (const char *) data;
  g_autoptr (GBytes) body = g_bytes_new_static (data, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) root = plannr_json_document_read (body, &error);
  PlannrJsonVerdict verdict = plannr_json_scan (text, size);

  /* json-glib takes all that the scan takes, so that the two never differ about what is whole. */
  g_assert_cmpint (verdict == PLANNR_JSON_SOUND, ==, root != NULL);
  g_assert_cmpint (verdict == PLANNR_JSON_SOUND, ==, error == NULL);

  if (root != NULL)
    {
      check_cut (text, size);
      decode (root);
    }
  refuse (body);

  return 0;
}
