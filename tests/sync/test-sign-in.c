/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-test"

#include "config.h"

#include "firm.h"
#include "plannr-api.h"
#include "plannr-sign-in.h"

static void
test_cleans_tokens (void)
{
  static const struct
  {
    const char *pasted;
    const char *token;
  } rows[] = {
    { "abc", "abc" }, { "  abc\n", "abc" }, { "Bearer abc", "abc" },  { "bearer  abc \n", "abc" },
    { "", "" },       { "Bearer ", "" },    { "Bearers", "Bearers" }, { NULL, "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *token = plannr_sign_in_clean_token (rows[i].pasted);

      g_assert_cmpstr (token, ==, rows[i].token);
    }
}

static void
result_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static GPtrArray *
sign_in (Firm *firm, const char *token, GError **error)
{
  g_autoptr (SoupSession) session = plannr_api_session_new ();
  g_autofree char *server = plannr_api_check_server (firm->base, NULL);
  g_autoptr (GAsyncResult) result = NULL;

  plannr_sign_in_async (session, server, token, NULL, result_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);

  return plannr_sign_in_finish (result, error);
}

static void
test_every_kind_of_token (void)
{
  static const struct
  {
    const char *token;
    int code;
  } refused[] = {
    { "wrong", PLANNR_ERROR_UNAUTHORIZED },
    { "practice-read-only", PLANNR_ERROR_READ_ONLY },
    { "practice-expired", PLANNR_ERROR_EXPIRED },
  };
  g_autoptr (Firm) firm = firm_start ();
  g_autoptr (GPtrArray) one = sign_in (firm, "practice", NULL);
  g_autoptr (GPtrArray) several = sign_in (firm, "practice-several", NULL);

  g_assert_nonnull (one);
  g_assert_cmpstr (plannr_login_get_account_uuid (plannr_sign_in_choose (one)), ==, FIRM_ZOE);
  g_assert_nonnull (several);
  g_assert_cmpuint (several->len, ==, 2);
  g_assert_null (plannr_sign_in_choose (several));

  for (gsize i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (sign_in (firm, refused[i].token, &error));
      g_assert_error (error, PLANNR_ERROR, refused[i].code);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/plannr/sign-in/cleans-tokens", test_cleans_tokens);
  g_test_add_func ("/plannr/sign-in/every-kind-of-token", test_every_kind_of_token);
  return g_test_run ();
}
