/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plannr-practice"

#include "config.h"

#include "practice-router.h"

#include <string.h>

#include "practice-handlers.h"
#include "practice-text.h"

#define API "/api/v1/"

typedef void (*Handler) (PracticeExchange *exchange);

typedef struct
{
  const char *method;
  const char *pattern; /* after /api/v1/; * is a UUID */
  Handler handler;
  gboolean without_account; /* the account header is not asked for */
} Route;

static const Route routes[] = {
  { "GET", "logins", practice_logins_list, TRUE },
  { "GET", "me", practice_logins_me, TRUE },
  { "GET", "account", practice_accounts_list, FALSE },
  { "GET", "account/*", practice_accounts_show, FALSE },
  { "GET", "client/*/plans", practice_plans_list_of_client, FALSE },
  { "GET", "client/*/cases", practice_cases_list_of_client, FALSE },
  { "GET", "plans", practice_plans_list, FALSE },
  { "GET", "plans/*", practice_plans_show, FALSE },
  { "GET", "cases-status", practice_statuses_list, FALSE },
  { "GET", "cases", practice_cases_list, FALSE },
  { "POST", "cases", practice_cases_create, FALSE },
  { "GET", "cases/*", practice_cases_show, FALSE },
  { "GET", "group", practice_groups_list, FALSE },
  { "GET", "custom-field", practice_custom_fields_list, FALSE },
};

/* Whether PATH is what PATTERN describes; then UUID is the piece in the place of the star. */
static gboolean
match (const char *pattern, const char *path, char **uuid)
{
  const char *star = strchr (pattern, '*');
  gsize before;
  gsize length;

  if (star == NULL)
    return g_str_equal (pattern, path);

  before = (gsize) (star - pattern);
  if (strncmp (pattern, path, before) != 0)
    return FALSE;
  length = strcspn (path + before, "/");
  if (length == 0 || !g_str_equal (path + before + length, star + 1))
    return FALSE;

  g_free (*uuid);
  *uuid = g_ascii_strdown (path + before, (gssize) length);
  return TRUE;
}

static void
refuse_method (PracticeExchange *exchange, const char *path, const char *method)
{
  g_autoptr (GString) allowed = g_string_new (NULL);
  g_autofree char *message = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (routes); i++)
    if (match (routes[i].pattern, path, &exchange->uuid))
      g_string_append_printf (allowed, "%s%s", allowed->len > 0 ? ", " : "", routes[i].method);

  message = g_strdup_printf ("The %s method is not supported for route %s. Supported methods: %s.",
                             method, exchange->path + 1, allowed->str);
  practice_exchange_set_header (exchange, "Allow", allowed->str);
  practice_exchange_fail (exchange, SOUP_STATUS_METHOD_NOT_ALLOWED, message);
}

static const Route *
find_route (PracticeExchange *exchange, const char *const *without)
{
  const char *method = soup_server_message_get_method (exchange->message);
  g_autofree char *path = NULL;
  gboolean exists = FALSE;

  if (g_str_has_prefix (exchange->path, API))
    path = g_strdup (exchange->path + strlen (API));

  for (guint i = 0; path != NULL && i < G_N_ELEMENTS (routes); i++)
    {
      if (!match (routes[i].pattern, path, &exchange->uuid)
          || (without != NULL && g_strv_contains (without, path)))
        continue;
      exists = TRUE;
      if (g_str_equal (routes[i].method, method))
        return &routes[i];
    }

  if (exists)
    refuse_method (exchange, path, method);
  else
    practice_exchange_fail (exchange, SOUP_STATUS_NOT_FOUND, "The route could not be found.");
  return NULL;
}

static gboolean
sign_in (PracticeExchange *exchange, PracticeTokens *tokens, gboolean without_account)
{
  SoupMessageHeaders *headers = soup_server_message_get_request_headers (exchange->message);
  const char *account = soup_message_headers_get_one (headers, "X-PLANNR-ACCOUNT-UUID");
  const char *person =
      practice_tokens_get_person (tokens, soup_message_headers_get_one (headers, "Authorization"));
  const PracticeLogin *login;

  if (person == NULL)
    {
      practice_exchange_fail (exchange, SOUP_STATUS_UNAUTHORIZED, "Unauthenticated.");
      return FALSE;
    }

  if (without_account)
    {
      exchange->login = practice_logins_get_primary (person);
      return TRUE;
    }

  login = practice_logins_find (person, account);
  if (login == NULL)
    {
      practice_exchange_fail (exchange, SOUP_STATUS_FORBIDDEN,
                              account == NULL ? "The X-PLANNR-ACCOUNT-UUID header is missing."
                                              : "You have no access to this account.");
      return FALSE;
    }
  if (login->expired)
    {
      practice_exchange_fail (exchange, SOUP_STATUS_UNAUTHORIZED, "Unauthenticated.");
      return FALSE;
    }
  if (!login->is_staff)
    {
      practice_exchange_fail (exchange, SOUP_STATUS_FORBIDDEN, "This action is unauthorized.");
      return FALSE;
    }

  exchange->login = login;
  exchange->firm_uuid = login->firm_uuid;
  return TRUE;
}

/**
 * practice_router_answer:
 * @exchange: a request
 * @tokens: the tokens that are accepted
 * @without: (nullable): paths after /api/v1/ that this firm's server has not
 *
 * Carries the request out: finds its endpoint (404, 405), whose it is (401, 403), and hands it on.
 */
void
practice_router_answer (PracticeExchange *exchange,
                        PracticeTokens *tokens,
                        const char *const *without)
{
  const Route *route = find_route (exchange, without);

  if (route == NULL || !sign_in (exchange, tokens, route->without_account))
    return;

  if (exchange->uuid != NULL && !practice_text_is_uuid (exchange->uuid))
    practice_exchange_fail (exchange, SOUP_STATUS_NOT_FOUND, "No such resource.");
  else
    route->handler (exchange);
}
