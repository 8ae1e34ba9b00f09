/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-api-test"

#include "config.h"

#include "plannr-trust.h"

static void
result_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static gboolean
load (const char *server, GCancellable *cancellable, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  plannr_trust_load_async (server, cancellable, result_cb, &result);
  /* Never before it returns. */
  g_assert_null (result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);

  return plannr_trust_load_finish (result, error);
}

/* Asked for once more it is there. */
static void
test_https (void)
{
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 2; i++)
    {
      g_assert_true (load ("https://api.example.com", NULL, &error));
      g_assert_no_error (error);
    }
}

static void
test_http (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (load ("http://127.0.0.1:1", NULL, &error));
  g_assert_no_error (error);
}

static void
test_cancelled (void)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_false (load ("https://api.example.com", cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/plannr/trust/https", test_https);
  g_test_add_func ("/plannr/trust/http", test_http);
  g_test_add_func ("/plannr/trust/cancelled", test_cancelled);

  return g_test_run ();
}
