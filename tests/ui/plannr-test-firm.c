/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-ui-test"

#include "config.h"

#include "plannr-test-firm.h"

#include <string.h>

typedef struct
{
  guint status;
  char *body;
} Answer;

/* A firm behind an HTTP server of this process, which answers what it is told. */
struct _PlannrTestFirm
{
  SoupServer *server;
  SoupSession *session;
  PlannrProfile *profile;
  GHashTable *answers; /* path (owned) → Answer (owned) */
};

static void
answer_free (Answer *answer)
{
  g_free (answer->body);
  g_free (answer);
}

static void
request_cb (SoupServer *server,
            SoupServerMessage *message,
            const char *path,
            GHashTable *query,
            gpointer user_data)
{
  PlannrTestFirm *self = user_data;
  const Answer *answer = g_hash_table_lookup (self->answers, path);

  if (answer == NULL)
    {
      soup_server_message_set_status (message, 404, NULL);
      return;
    }

  soup_server_message_set_status (message, answer->status, NULL);
  soup_server_message_set_response (message, "application/json", SOUP_MEMORY_COPY, answer->body,
                                    strlen (answer->body));
}

PlannrTestFirm *
plannr_test_firm_new (void)
{
  PlannrTestFirm *self = g_new0 (PlannrTestFirm, 1);
  g_autoptr (PlannrSchedule) schedule = plannr_schedule_new ();
  g_autoptr (PlannrLogin) login = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *url = NULL;
  g_autofree char *address = NULL;
  GSList *uris = NULL;

  self->answers =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) answer_free);
  self->server = soup_server_new (NULL, NULL);
  soup_server_add_handler (self->server, NULL, request_cb, self, NULL);
  soup_server_listen_local (self->server, 0, SOUP_SERVER_LISTEN_IPV4_ONLY, &error);
  g_assert_no_error (error);

  uris = soup_server_get_uris (self->server);
  url = g_uri_to_string (uris->data);
  g_slist_free_full (uris, (GDestroyNotify) g_uri_unref);
  address = plannr_api_check_server (url, &error);
  g_assert_no_error (error);

  self->session = plannr_api_session_new ();
  self->profile = plannr_profile_new (TRUE, schedule);
  plannr_profile_open (self->profile, NULL);
  login = g_object_new (PLANNR_TYPE_LOGIN, "account-uuid", "0b6f7c1e-52a4-4a0e-9d57-3c1f0a9e1102",
                        NULL);
  plannr_profile_connect (self->profile, self->session, address, "token", login);

  return self;
}

void
plannr_test_firm_free (PlannrTestFirm *self)
{
  plannr_profile_disconnect (self->profile);
  soup_session_abort (self->session);
  g_object_unref (self->profile);
  g_object_unref (self->session);
  soup_server_disconnect (self->server);
  g_object_unref (self->server);
  g_hash_table_unref (self->answers);
  g_free (self);
}

PlannrProfile *
plannr_test_firm_get_profile (PlannrTestFirm *self)
{
  return self->profile;
}

/* From now on, @path is answered with @status and @body, JSON with single quotes for double ones. */
void
plannr_test_firm_answer (PlannrTestFirm *self, const char *path, guint status, const char *body)
{
  Answer *answer = g_new0 (Answer, 1);

  answer->status = status;
  answer->body = g_strdelimit (g_strdup (body), "'", '"');
  g_hash_table_insert (self->answers, g_strdup (path), answer);
}

/* Returns somebody, with an e-mail address that begins like the UUID. */
PlannrAccount *
plannr_test_firm_person (const char *uuid, const char *name, PlannrAccountKind kind)
{
  g_autofree char *email = g_strdup_printf ("%.8s@example.com", uuid);

  return g_object_new (PLANNR_TYPE_ACCOUNT, "uuid", uuid, "name", name, "kind", kind, "email",
                       email, NULL);
}
