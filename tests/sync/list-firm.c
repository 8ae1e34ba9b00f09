/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-test"

#include "config.h"

#include "list-firm.h"

#include <stdlib.h>
#include <string.h>

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

static void
write_person (ListFirm *self, GString *json, guint number)
{
  g_autofree char *uuid = list_firm_get_uuid (number);
  gboolean inactive = g_hash_table_contains (self->inactive, GUINT_TO_POINTER (number));

  g_string_append_printf (json,
                          "%s{\"uuid\":\"%s\",\"type\":\"client\",\"role\":\"individual\","
                          "\"name\":\"Person %u\",\"email\":\"p%u@example.org\","
                          "\"inactive_at\":%s,\"has_joint_account\":false}",
                          json->str[json->len - 1] == '[' ? "" : ",", uuid, number, number,
                          inactive ? "\"2026-01-01T00:00:00+00:00\"" : "null");
}

static char *
write_page (ListFirm *self, GHashTable *query)
{
  guint n = self->people->len;
  guint per_page = get_number (query, "per_page", 15);
  guint page = get_number (query, "page", 1);
  gboolean newest = g_strcmp0 (g_hash_table_lookup (query, "sort"), "-created_at") == 0;
  GString *json = g_string_new ("{\"data\":[");

  for (guint i = (page - 1) * per_page; i < MIN (page * per_page, n); i++)
    write_person (self, json, g_array_index (self->people, guint, newest ? n - 1 - i : i));
  g_string_append_printf (json, "],\"meta\":{\"current_page\":%u,\"last_page\":%u,\"total\":%u}}",
                          page, MAX ((n + per_page - 1) / per_page, 1), n);

  return g_string_free (json, FALSE);
}

static void
handle (SoupServer *server,
        SoupServerMessage *message,
        const char *path,
        GHashTable *query,
        gpointer user_data)
{
  ListFirm *self = user_data;
  SoupMessageHeaders *headers = soup_server_message_get_response_headers (message);
  gint64 now = g_get_monotonic_time ();
  const char *include = g_hash_table_lookup (query, "include");
  guint status = 200;
  char *body = NULL;

  g_array_append_val (self->times, now);
  g_string_append_printf (self->sorts, "%s ", (const char *) g_hash_table_lookup (query, "sort"));
  self->n_requests++;
  if (self->func != NULL)
    self->func (self, self->n_requests);

  if (self->n_busy > 0)
    {
      self->n_busy--;
      status = 429;
      soup_message_headers_append (headers, "Retry-After", "1");
      body = g_strdup ("{\"message\":\"Too Many Attempts.\"}");
    }
  else if (self->no_phones && strstr (include, "phone") != NULL)
    {
      status = 400;
      body = g_strdup ("{\"message\":\"Requested include(s) are not allowed.\"}");
    }
  else
    body = write_page (self, query);

  if (self->remaining >= 0)
    {
      g_autofree char *remaining = g_strdup_printf ("%d", self->remaining);

      soup_message_headers_append (headers, "X-Ratelimit-Remaining", remaining);
    }
  soup_server_message_set_status (message, status, NULL);
  soup_server_message_set_response (message, "application/json", SOUP_MEMORY_TAKE, body,
                                    strlen (body));
}

ListFirm *
list_firm_new (guint n_people)
{
  ListFirm *self = g_new0 (ListFirm, 1);
  g_autoptr (GError) error = NULL;
  GSList *uris = NULL;

  self->server = soup_server_new (NULL, NULL);
  self->people = g_array_new (FALSE, FALSE, sizeof (guint));
  self->inactive = g_hash_table_new (NULL, NULL);
  self->times = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->sorts = g_string_new (NULL);
  self->remaining = -1;
  list_firm_add (self, n_people);
  soup_server_add_handler (self->server, "/api/v1/account", handle, self, NULL);
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
  g_array_unref (self->people);
  g_hash_table_unref (self->inactive);
  g_array_unref (self->times);
  g_string_free (self->sorts, TRUE);
  g_free (self->url);
  g_free (self);
}

/* They are the newest. */
void
list_firm_add (ListFirm *self, guint n_people)
{
  for (guint i = 0; i < n_people; i++)
    {
      g_array_append_val (self->people, self->next);
      self->next++;
    }
}

void
list_firm_remove (ListFirm *self, guint number)
{
  for (guint i = 0; i < self->people->len; i++)
    if (g_array_index (self->people, guint, i) == number)
      {
        g_array_remove_index (self->people, i);
        return;
      }
  g_assert_not_reached ();
}
