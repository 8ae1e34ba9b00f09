/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plannr-practice"

#include "config.h"

#include "practice-case-input.h"

#include "practice-text.h"
#include "practice-time.h"

/* The rules of a create. Where the specification is silent this firm is the stricter one, so that a
 * client that satisfies it satisfies Plannr:
 * - a key that is there must have a value: null and "" are refused, as by Laravel without
 *   `nullable` (its ConvertEmptyStringsToNull makes "" a null);
 * - texts are trimmed first (TrimStrings);
 * - `value` is an integer, not a text of digits, and not negative;
 * - `participants` may be left out, but not be empty or without a client; no UUID comes twice. */

#define MAX_NAME 255

static const char find_account[] = "SELECT type FROM accounts WHERE uuid = ? AND firm_uuid = ?";
static const char find_plan[] = "SELECT uuid FROM plans WHERE uuid = ? AND firm_uuid = ?";
static const char find_status[] = "SELECT uuid FROM case_statuses WHERE uuid = ? AND firm_uuid = ?";
static const char find_type[] = "SELECT uuid FROM case_types WHERE uuid = ? AND firm_uuid = ?";
static const char find_group[] = "SELECT uuid FROM groups WHERE uuid = ? AND firm_uuid = ?";

static char *
dup_trimmed (JsonNode *node)
{
  if (node == NULL || json_node_get_value_type (node) != G_TYPE_STRING)
    return NULL;
  return practice_text_trim (json_node_get_string (node));
}

static char *
read_name (JsonNode *node, PracticeValidation *validation)
{
  g_autofree char *name = dup_trimmed (node);

  if (node == NULL || JSON_NODE_HOLDS_NULL (node) || (name != NULL && name[0] == '\0'))
    practice_validation_add (validation, "name", "The name field is required.");
  else if (name == NULL)
    practice_validation_add (validation, "name", "The name field must be a string.");
  else if (g_utf8_strlen (name, -1) > MAX_NAME)
    practice_validation_add (validation, "name",
                             "The name field must not be greater than %d characters.", MAX_NAME);
  return g_steal_pointer (&name);
}

/* One UUID of FIELD that SQL can find; what SQL found goes to FOUND. */
static char *
read_reference (PracticeExchange *exchange,
                JsonNode *node,
                const char *field,
                const char *sql,
                PracticeValidation *validation,
                char **found)
{
  g_autofree char *text = dup_trimmed (node);
  g_autofree char *uuid = NULL;

  *found = NULL;
  if (!practice_text_is_uuid (text))
    {
      practice_validation_add (validation, field, "The %s field must be a valid UUID.", field);
      return NULL;
    }

  uuid = g_ascii_strdown (text, -1);
  *found = practice_database_look_up (exchange->database, sql, uuid, exchange->firm_uuid);
  if (*found == NULL)
    {
      practice_validation_add (validation, field, "The selected %s is invalid.", field);
      return NULL;
    }
  return g_steal_pointer (&uuid);
}

static char *
read_one (PracticeExchange *exchange,
          JsonObject *body,
          const char *field,
          const char *sql,
          PracticeValidation *validation)
{
  g_autofree char *found = NULL;

  if (!json_object_has_member (body, field))
    return NULL;
  return read_reference (exchange, json_object_get_member (body, field), field, sql, validation,
                         &found);
}

/* Reads a list of UUIDs. Returns whether one of them was of TYPE. */
static gboolean
read_many (PracticeExchange *exchange,
           JsonObject *body,
           const char *field,
           const char *sql,
           const char *type,
           PracticeValidation *validation,
           GPtrArray *uuids)
{
  JsonNode *node = json_object_get_member (body, field);
  gboolean has_type = FALSE;
  JsonArray *array;

  if (node == NULL)
    return TRUE;
  if (!JSON_NODE_HOLDS_ARRAY (node))
    {
      practice_validation_add (validation, field, "The %s field must be an array.", field);
      return TRUE;
    }

  array = json_node_get_array (node);
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      g_autofree char *element = g_strdup_printf ("%s.%u", field, i);
      g_autofree char *found = NULL;
      char *uuid = read_reference (exchange, json_array_get_element (array, i), element, sql,
                                   validation, &found);

      if (uuid == NULL)
        continue;
      if (g_ptr_array_find_with_equal_func (uuids, uuid, g_str_equal, NULL))
        practice_validation_add (validation, element, "The %s field has a duplicate value.",
                                 element);
      g_ptr_array_add (uuids, uuid);
      has_type = has_type || g_strcmp0 (found, type) == 0;
    }
  return has_type;
}

static void
read_value (PracticeCaseInput *self, JsonNode *node, PracticeValidation *validation)
{
  if (node == NULL)
    return;

  self->has_value = json_node_get_value_type (node) == G_TYPE_INT64;
  if (!self->has_value)
    {
      practice_validation_add (validation, "value", "The value field must be an integer.");
      return;
    }
  self->value = json_node_get_int (node);
  if (self->value < 0)
    practice_validation_add (validation, "value", "The value field must be at least 0.");
}

static void
read_review (PracticeCaseInput *self, JsonNode *node, PracticeValidation *validation)
{
  g_autofree char *text = dup_trimmed (node);

  if (node == NULL)
    return;
  self->review_at = text != NULL ? practice_time_parse (text) : NULL;
  if (self->review_at == NULL)
    practice_validation_add (validation, "review_at", "The review at field must be a valid date.");
}

/**
 * practice_case_input_read:
 * @exchange: a request
 * @body: its body
 * @validation: where the mistakes go
 *
 * Reads what a create asks for. Unknown keys are ignored.
 *
 * Returns: (transfer full): the input, which is right if there are no mistakes
 */
PracticeCaseInput *
practice_case_input_read (PracticeExchange *exchange,
                          JsonObject *body,
                          PracticeValidation *validation)
{
  PracticeCaseInput *self = g_new0 (PracticeCaseInput, 1);

  self->participants = g_ptr_array_new_with_free_func (g_free);
  self->plans = g_ptr_array_new_with_free_func (g_free);
  self->assigned = g_ptr_array_new_with_free_func (g_free);
  self->groups = g_ptr_array_new_with_free_func (g_free);

  self->name = read_name (json_object_get_member (body, "name"), validation);
  if (!read_many (exchange, body, "participants", find_account, "client", validation,
                  self->participants))
    practice_validation_add (validation, "participants",
                             "The participants must include at least one client.");
  self->status = read_one (exchange, body, "status", find_status, validation);
  self->type = read_one (exchange, body, "type", find_type, validation);
  read_value (self, json_object_get_member (body, "value"), validation);
  read_many (exchange, body, "plans", find_plan, NULL, validation, self->plans);
  read_many (exchange, body, "assigned_to_uuids", find_account, NULL, validation, self->assigned);
  read_many (exchange, body, "group_uuids", find_group, NULL, validation, self->groups);
  read_review (self, json_object_get_member (body, "review_at"), validation);
  return self;
}

/**
 * practice_case_input_free:
 * @self: (transfer full): the input
 *
 * Frees @self.
 */
void
practice_case_input_free (PracticeCaseInput *self)
{
  g_free (self->name);
  g_free (self->type);
  g_free (self->status);
  g_free (self->review_at);
  g_ptr_array_unref (self->participants);
  g_ptr_array_unref (self->plans);
  g_ptr_array_unref (self->assigned);
  g_ptr_array_unref (self->groups);
  g_free (self);
}
