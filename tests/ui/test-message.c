/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-ui-test"

#include "config.h"

#include "plannr-message.h"

#include <gio/gio.h>
#include <locale.h>
#include <string.h>

#include "plannr-error.h"

static void
assert_whole (const char *text)
{
  g_assert_cmpuint (strlen (text), >, 10);
  g_assert_cmpint (g_ascii_isupper (*text), !=, 0);
  g_assert_cmpint (text[strlen (text) - 1], ==, '.');
  /* A person is told what to do, not what a protocol said. */
  for (gsize i = 0; i < 5; i++)
    g_assert_null (strstr (text, ((const char *[]){ "HTTP", "JSON", "TLS", "UUID", "API" })[i]));
}

static void
test_every_code (void)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (int code = 0; code < PLANNR_N_ERRORS; code++)
    {
      g_autoptr (GError) error = g_error_new_literal (PLANNR_ERROR, code, "for the log");
      char *sentence = plannr_message_get_sentence (error);
      g_autofree char *next_step = plannr_message_get_next_step (error);

      assert_whole (sentence);
      assert_whole (next_step);
      g_assert_cmpstr (sentence, !=, next_step);
      if (!g_hash_table_add (seen, sentence))
        g_error ("Two codes say: %s", sentence);
    }
}

static void
assert_says (GError *error, const char *sentence, const char *next_step)
{
  g_autofree char *said = plannr_message_get_sentence (error);
  g_autofree char *step = plannr_message_get_next_step (error);

  g_assert_cmpstr (said, ==, sentence);
  if (next_step != NULL)
    g_assert_cmpstr (step, ==, next_step);
}

static void
test_status (void)
{
  g_autoptr (GError) server = g_error_new_literal (PLANNR_ERROR, PLANNR_ERROR_SERVER, "");
  g_autoptr (GError) rejected = g_error_new_literal (PLANNR_ERROR, PLANNR_ERROR_REJECTED, "");
  g_autoptr (GError) forbidden = g_error_new_literal (PLANNR_ERROR, PLANNR_ERROR_FORBIDDEN, "");

  assert_says (server, "Something went wrong at Plannr.", NULL);
  plannr_error_get_details (server)->status = 502;
  assert_says (server, "Something went wrong at Plannr. (Error 502)", NULL);
  plannr_error_get_details (rejected)->status = 418;
  assert_says (rejected, "Plannr turned the request down. (Error 418)", NULL);
  plannr_error_get_details (forbidden)->status = 403;
  assert_says (forbidden, "Plannr does not allow this account to do that.", NULL);
}

static void
test_retry_after (void)
{
  static const struct
  {
    gint64 wait;
    const char *next_step;
  } rows[] = {
    { -1, "Wait a minute, then try again." },
    { 1000, "Plannr asks to wait 1 second. Try again after that." },
    { 29001, "Plannr asks to wait 30 seconds. Try again after that." },
    { 120000, "Plannr asks to wait 120 seconds. Try again after that." },
    { 121000, "Plannr asks to wait 3 minutes. Try again after that." },
    { 24 * 60 * 60 * 1000, "Plannr asks to wait 1,440 minutes. Try again after that." },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = g_error_new_literal (PLANNR_ERROR, PLANNR_ERROR_BUSY, "");

      plannr_error_get_details (error)->retry_after = rows[i].wait;
      assert_says (error, "Plannr is busy and takes no more requests for the moment.",
                   rows[i].next_step);
    }
}

static void
test_other_domains (void)
{
  g_autoptr (GError) cancelled = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_CANCELLED, "");
  g_autoptr (GError) timed_out = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_TIMED_OUT, "");
  g_autoptr (GError) no_space = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_NO_SPACE, "");
  g_autoptr (GError) tls = g_error_new_literal (G_TLS_ERROR, G_TLS_ERROR_BAD_CERTIFICATE, "");
  g_autoptr (GError) other = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_NOT_MOUNTED, "secret");

  assert_says (cancelled, "", "");
  assert_says (timed_out, "Plannr took too long to answer.", NULL);
  assert_says (no_space, "There is no space left on this computer’s disk.", NULL);
  assert_says (tls, "The connection to Plannr is not private, and was not used.", NULL);
  assert_says (other, "Something went wrong that this application does not know.", NULL);
}

static void
test_server_words (void)
{
  g_autoptr (GError) error = g_error_new_literal (PLANNR_ERROR, PLANNR_ERROR_CONFLICT, "");
  g_autofree char *none = plannr_message_get_server_words (error);
  g_autofree char *words = NULL;

  g_assert_null (none);

  plannr_error_get_details (error)->message = g_strdup ("<b>Already\n\u202ethere</b>");
  words = plannr_message_get_server_words (error);
  g_assert_cmpstr (words, ==, "<b>Already there</b>");
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/plannr/message/every-code", test_every_code);
  g_test_add_func ("/plannr/message/status", test_status);
  g_test_add_func ("/plannr/message/retry-after", test_retry_after);
  g_test_add_func ("/plannr/message/other-domains", test_other_domains);
  g_test_add_func ("/plannr/message/server-words", test_server_words);

  return g_test_run ();
}
