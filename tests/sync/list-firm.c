/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-test"

#include "config.h"

#include "list-firm.h"

#include <stdlib.h>
#include <string.h>

/* Which libsoup has no name for. */
#define BUSY 429

char *
list_firm_get_uuid (guint number)
{
  return g_strdup_printf ("%08x-0e3f-4a68-b1c4-%012x", number * 2654435761u, number);
}

static guint
get_number (GHashTable *query, const char *name, guint otherwise)
{
  const char *text = query != NULL ? g_hash_table_lookup (query, name) : NULL;

  return text != NULL ? (guint) atoi (text) : otherwise;
}

typedef void (*WriteFunc) (ListFirm *self, GString *json, guint number);

static void
write_person (ListFirm *self, GString *json, guint number)
{
  g_autofree char *uuid = list_firm_get_uuid (number);
  g_autofree char *phone =
      self->no_phones ? g_strdup ("null") : g_strdup_printf ("\"07700%06u\"", number);
  gboolean inactive = g_hash_table_contains (self->inactive, GUINT_TO_POINTER (number));

  g_string_append_printf (json,
                          "{\"uuid\":\"%s\",\"type\":\"client\",\"role\":\"individual\","
                          "\"name\":\"Person %u\",\"email\":\"p%u@example.org\","
                          "\"primary_phone_number\":%s,"
                          "\"inactive_at\":%s,\"has_joint_account\":false}",
                          uuid, number, number, phone,
                          inactive ? "\"2026-01-01T00:00:00+00:00\"" : "null");
}

static void
write_plan (ListFirm *self, GString *json, guint number)
{
  g_autofree char *uuid = list_firm_get_uuid (number);
  gboolean renamed = g_hash_table_contains (self->renamed, GUINT_TO_POINTER (number));

  g_string_append_printf (json,
                          "{\"uuid\":\"%s\",\"name\":\"%s %u\",\"type\":\"pension\","
                          "\"sub_type\":\"sipp\",\"status\":\"active\","
                          "\"policy_number\":\"AB-%05u/X\",\"provider\":{\"name\":\"Aviva\"},"
                          "\"value\":{\"amount\":100,\"currency\":\"GBP\"}}",
                          uuid, renamed ? "Renamed" : "Plan", number, number);
}

static void
write_choice (GString *json, const char *kind, guint number)
{
  g_autofree char *uuid = list_firm_get_uuid (number);

  g_string_append_printf (json, "{\"uuid\":\"%s\",\"name\":\"%s %u\",\"position\":%u}", uuid, kind,
                          number, number);
}

static void
write_status (ListFirm *self, GString *json, guint number)
{
  write_choice (json, "Status", number);
}

static void
write_case (ListFirm *self, GString *json, guint number)
{
  g_autofree char *uuid = list_firm_get_uuid (number);

  g_string_append_printf (json, "{\"uuid\":\"%s\",\"name\":\"Case %u\",\"type\":", uuid, number);
  write_choice (json, "Type", number % 3);
  g_string_append (json, ",\"status\":");
  write_choice (json, "Status", number % 3);
  g_string_append_c (json, '}');
}

static char *
write_page (ListFirm *self, ListFirmList *list, WriteFunc write, GHashTable *query)
{
  guint n = list->items->len;
  guint per_page = get_number (query, "per_page", 15);
  guint page = self->stuck ? 1 : get_number (query, "page", 1);
  guint last_page = MAX ((n + per_page - 1) / per_page, 1);
  const char *sort = query != NULL ? g_hash_table_lookup (query, "sort") : NULL;
  gboolean newest = g_strcmp0 (sort, "-created_at") == 0;
  GString *json = g_string_new ("{\"data\":[");

  for (guint i = (page - 1) * per_page; i < MIN (page * per_page, n); i++)
    {
      if (json->str[json->len - 1] != '[')
        g_string_append_c (json, ',');
      write (self, json, g_array_index (list->items, guint, newest ? n - 1 - i : i));
    }
  g_string_append_printf (json, "],\"meta\":{\"current_page\":%u,\"last_page\":%u,\"total\":%u}}",
                          page, self->last_page > 0 ? self->last_page : last_page, n);

  return g_string_free (json, FALSE);
}

static guint
choose_status (ListFirm *self, ListFirmList *list, GHashTable *query)
{
  const char *include = query != NULL ? g_hash_table_lookup (query, "include") : NULL;

  if (self->n_busy > 0)
    {
      self->n_busy--;
      return BUSY;
    }
  if (list->status != 0 && list->n_failures > 0)
    {
      list->n_failures--;
      return list->status;
    }
  if (list == &self->people && self->broken > 0 && get_number (query, "page", 1) == self->broken)
    return SOUP_STATUS_INTERNAL_SERVER_ERROR;
  if (list == &self->people && self->no_phones && strstr (include, "phone") != NULL)
    return SOUP_STATUS_BAD_REQUEST;

  return SOUP_STATUS_OK;
}

static void
note (ListFirm *self, ListFirmList *list, const char *path, GHashTable *query)
{
  gint64 now = g_get_monotonic_time ();

  g_array_append_val (self->times, now);
  g_array_append_val (list->times, now);
  g_string_append_printf (self->paths, "%s ", path + strlen ("/api/v1/"));
  if (list == &self->people)
    g_string_append_printf (self->sorts, "%s ", (const char *) g_hash_table_lookup (query, "sort"));
  list->n_requests++;
  if (list->func != NULL)
    list->func (self, list->n_requests);
}

static void
answer (ListFirm *self,
        ListFirmList *list,
        WriteFunc write,
        SoupServerMessage *message,
        const char *path,
        GHashTable *query)
{
  SoupMessageHeaders *headers = soup_server_message_get_response_headers (message);
  guint status = 0;
  char *body = NULL;

  note (self, list, path, query);
  status = choose_status (self, list, query);
  body = status == SOUP_STATUS_OK ? write_page (self, list, write, query)
                                  : g_strdup ("{\"message\":\"It is not to be had.\"}");
  if (status == BUSY)
    soup_message_headers_append (headers, "Retry-After", self->hasty ? "0" : "1");
  if (self->remaining >= 0)
    {
      g_autofree char *remaining = g_strdup_printf ("%d", self->remaining);

      soup_message_headers_append (headers, "X-Ratelimit-Remaining", remaining);
    }
  soup_server_message_set_status (message, status, NULL);
  soup_server_message_set_response (message, "application/json", SOUP_MEMORY_TAKE, body,
                                    strlen (body));
}

static void
handle (SoupServer *server,
        SoupServerMessage *message,
        const char *path,
        GHashTable *query,
        gpointer user_data)
{
  ListFirm *self = user_data;

  if (g_str_has_suffix (path, "/account"))
    answer (self, &self->people, write_person, message, path, query);
  else if (g_str_has_suffix (path, "/plans"))
    answer (self, &self->plans, write_plan, message, path, query);
  else if (g_str_has_suffix (path, "/cases-status"))
    answer (self, &self->statuses, write_status, message, path, query);
  else if (g_str_has_suffix (path, "/cases"))
    answer (self, &self->cases, write_case, message, path, query);
  else
    soup_server_message_set_status (message, SOUP_STATUS_NOT_FOUND, NULL);
}

static void
list_init (ListFirmList *list, guint status)
{
  list->items = g_array_new (FALSE, FALSE, sizeof (guint));
  list->times = g_array_new (FALSE, FALSE, sizeof (gint64));
  list->status = status;
  list->n_failures = G_MAXUINT;
}

static void
list_clear (ListFirmList *list)
{
  g_array_unref (list->items);
  g_array_unref (list->times);
}

ListFirm *
list_firm_new (guint n_people)
{
  ListFirm *self = g_new0 (ListFirm, 1);
  g_autoptr (GError) error = NULL;
  GSList *uris = NULL;

  self->server = soup_server_new (NULL, NULL);
  list_init (&self->people, 0);
  list_init (&self->plans, SOUP_STATUS_NOT_FOUND);
  list_init (&self->statuses, SOUP_STATUS_NOT_FOUND);
  list_init (&self->cases, SOUP_STATUS_NOT_FOUND);
  self->inactive = g_hash_table_new (NULL, NULL);
  self->renamed = g_hash_table_new (NULL, NULL);
  self->times = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->paths = g_string_new (NULL);
  self->sorts = g_string_new (NULL);
  self->remaining = -1;
  list_firm_add (&self->people, n_people);
  soup_server_add_handler (self->server, "/api/v1", handle, self, NULL);
  soup_server_listen_local (self->server, 0, SOUP_SERVER_LISTEN_IPV4_ONLY, &error);
  g_assert_no_error (error);
  uris = soup_server_get_uris (self->server);
  self->url = g_uri_to_string (uris->data);
  g_slist_free_full (uris, (GDestroyNotify) g_uri_unref);

  return self;
}

void
list_firm_free (ListFirm *self)
{
  soup_server_disconnect (self->server);
  g_object_unref (self->server);
  list_clear (&self->people);
  list_clear (&self->plans);
  list_clear (&self->statuses);
  list_clear (&self->cases);
  g_hash_table_unref (self->inactive);
  g_hash_table_unref (self->renamed);
  g_array_unref (self->times);
  g_string_free (self->paths, TRUE);
  g_string_free (self->sorts, TRUE);
  g_free (self->url);
  g_free (self);
}

/* They are the newest. */
void
list_firm_add (ListFirmList *list, guint n_items)
{
  for (guint i = 0; i < n_items; i++)
    {
      g_array_append_val (list->items, list->next);
      list->next++;
    }
}

void
list_firm_remove (ListFirmList *list, guint number)
{
  for (guint i = 0; i < list->items->len; i++)
    if (g_array_index (list->items, guint, i) == number)
      {
        g_array_remove_index (list->items, i);
        return;
      }
  g_assert_not_reached ();
}
