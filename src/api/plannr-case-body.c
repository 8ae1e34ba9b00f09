/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-api"

#include "config.h"

#include "plannr-api.h"

#include <json-glib/json-glib.h>

#include <string.h>

static char *
trim (const char *text)
{
  const char *start = text;
  const char *end = text + strlen (text);

  while (start < end && g_unichar_isspace (g_utf8_get_char (start)))
    start = g_utf8_next_char (start);

  while (end > start && g_unichar_isspace (g_utf8_get_char (g_utf8_prev_char (end))))
    end = g_utf8_prev_char (end);

  return g_strndup (start, (gsize) (end - start));
}

static void
add_uuids (JsonBuilder *builder, const char *name, GListModel *items)
{
  guint n = g_list_model_get_n_items (items);

  if (n == 0)
    return;

  json_builder_set_member_name (builder, name);
  json_builder_begin_array (builder);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (items, i);

      json_builder_add_string_value (builder, PLANNR_IS_ACCOUNT (item)
                                                  ? plannr_account_get_uuid (PLANNR_ACCOUNT (item))
                                                  : plannr_plan_get_uuid (PLANNR_PLAN (item)));
    }
  json_builder_end_array (builder);
}

static void
add_choice (JsonBuilder *builder, const char *name, PlannrChoice *choice)
{
  if (choice == NULL)
    return;

  json_builder_set_member_name (builder, name);
  json_builder_add_string_value (builder, plannr_choice_get_uuid (choice));
}

/**
 * plannr_api_write_case:
 * @draft: a draft
 *
 * Writes the body of `POST /api/v1/cases`: the six keys of the specification, without those that
 * the draft leaves empty. The name goes as it was typed, only trimmed; the value is in pence, and
 * goes only where what was typed is an exact amount.
 *
 * Returns: (transfer full): the body
 */
GBytes *
plannr_api_write_case (PlannrCaseDraft *draft)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonGenerator) generator = json_generator_new ();
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *name = NULL;
  const PlannrMoneyReading *value;
  char *body;
  gsize length;

  g_return_val_if_fail (PLANNR_IS_CASE_DRAFT (draft), NULL);

  json_builder_begin_object (builder);

  name = trim (plannr_case_draft_get_name (draft));
  if (*name != '\0')
    {
      json_builder_set_member_name (builder, "name");
      json_builder_add_string_value (builder, name);
    }

  add_uuids (builder, "participants", plannr_case_draft_get_people (draft));
  add_choice (builder, "status", plannr_case_draft_get_status (draft));
  add_choice (builder, "type", plannr_case_draft_get_kind (draft));

  value = plannr_case_draft_get_value (draft);
  if (value->verdict == PLANNR_MONEY_EXACT)
    {
      json_builder_set_member_name (builder, "value");
      json_builder_add_int_value (builder, value->amount);
    }

  add_uuids (builder, "plans", plannr_case_draft_get_plans (draft));
  json_builder_end_object (builder);

  root = json_builder_get_root (builder);
  json_generator_set_root (generator, root);
  body = json_generator_to_data (generator, &length);

  return g_bytes_new_take (body, length);
}
