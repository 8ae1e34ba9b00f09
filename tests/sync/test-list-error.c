/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-test"

#include "config.h"

#include <gio/gio.h>

#include "plannr-error.h"
#include "plannr-list-error.h"

/* What is to be done about each error of Plannr's: wait for a way, ask the same again, or leave it. */
static void
test_each (void)
{
  for (guint code = 0; code < PLANNR_N_ERRORS; code++)
    {
      g_autoptr (GError) error = g_error_new (PLANNR_ERROR, (int) code, "It did not come");
      gboolean lost = plannr_list_error_is_lost_on_the_way (error);
      gboolean passing = plannr_list_error_is_passing (error);
      gboolean refused = plannr_list_error_is_refusal (error);

      g_assert_cmpint (lost + passing + refused, <=, 1);
      switch ((PlannrError) code)
        {
        case PLANNR_ERROR_OFFLINE:
        case PLANNR_ERROR_NAME_NOT_FOUND:
        case PLANNR_ERROR_REFUSED:
        case PLANNR_ERROR_PROXY:
        case PLANNR_ERROR_TLS:
        case PLANNR_ERROR_CONNECTION_LOST:
          g_assert_true (lost);
          break;
        case PLANNR_ERROR_DEADLINE:
        case PLANNR_ERROR_SERVER:
        case PLANNR_ERROR_NOT_JSON:
        case PLANNR_ERROR_BROKEN_JSON:
          g_assert_true (passing);
          break;
        case PLANNR_ERROR_NOT_FOUND:
        case PLANNR_ERROR_METHOD:
        case PLANNR_ERROR_FORBIDDEN:
        case PLANNR_ERROR_INVALID:
        case PLANNR_ERROR_HOSTILE_JSON:
        case PLANNR_ERROR_TOO_BIG:
          g_assert_true (refused);
          break;
        default:
          g_assert_cmpint (lost + passing + refused, ==, 0);
        }
    }
}

/* An error of another domain that has the number of one of them is none of them. */
static void
test_others (void)
{
  for (guint code = 0; code < PLANNR_N_ERRORS; code++)
    {
      g_autoptr (GError) error = g_error_new (G_IO_ERROR, (int) code, "It did not come");

      g_assert_false (plannr_list_error_is_lost_on_the_way (error));
      g_assert_false (plannr_list_error_is_passing (error));
      g_assert_false (plannr_list_error_is_refusal (error));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/plannr/list-error/each", test_each);
  g_test_add_func ("/plannr/list-error/others", test_others);

  return g_test_run ();
}
