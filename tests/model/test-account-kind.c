/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-model-test"

#include "config.h"

#include "plannr-account-kind.h"

static void
test_words (void)
{
  static const char *const words[] = { NULL, "client", "employee", "external" };

  for (int i = 0; i < (int) G_N_ELEMENTS (words); i++)
    {
      g_assert_cmpstr (plannr_account_kind_to_word (i), ==, words[i]);
      g_assert_cmpint (plannr_account_kind_from_word (words[i]), ==, i);
    }

  g_assert_cmpint (plannr_account_kind_from_word (""), ==, PLANNR_ACCOUNT_KIND_UNKNOWN);
  g_assert_cmpint (plannr_account_kind_from_word ("Client"), ==, PLANNR_ACCOUNT_KIND_UNKNOWN);
  g_assert_cmpint (plannr_account_kind_from_word ("lead"), ==, PLANNR_ACCOUNT_KIND_UNKNOWN);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/plannr/account-kind/words", test_words);

  return g_test_run ();
}
