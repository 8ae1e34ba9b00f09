/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-test"

#include "config.h"

#include "plannr-schedule.h"

static void
test_true_values (void)
{
  g_autoptr (PlannrSchedule) schedule = plannr_schedule_new ();

  g_assert_cmpuint (plannr_schedule_get_create_deadline (schedule), ==, 30000);
  g_assert_cmpuint (plannr_schedule_get_look_up_deadline (schedule), ==, 15000);
  g_assert_cmpuint (plannr_schedule_get_double_look (schedule), ==, 50);
  g_assert_cmpuint (plannr_schedule_get_double_wait (schedule), ==, 1000);
  g_assert_cmpuint (plannr_schedule_get_repetition (schedule), ==, 1000);
  g_assert_cmpuint (plannr_schedule_get_list_pace (schedule), ==, 1000);
  g_assert_cmpuint (plannr_schedule_get_list_look (schedule), ==, 5 * 60 * 1000);
  g_assert_cmpuint (plannr_schedule_get_list_pass (schedule), ==, 24 * 60 * 60 * 1000);
  g_assert_cmpuint (plannr_schedule_get_look (schedule, 1), ==, 5000);
  g_assert_cmpuint (plannr_schedule_get_look (schedule, 2), ==, 30000);
  g_assert_cmpuint (plannr_schedule_get_look (schedule, 3), ==, 120000);
  g_assert_cmpuint (plannr_schedule_get_retry_after (schedule, 2500), ==, 2500);
  g_assert_cmpuint (plannr_schedule_get_retry_after (schedule, -1), ==, 5000);
}

static void
test_back_off_grows_and_ends (void)
{
  g_autoptr (PlannrSchedule) schedule = plannr_schedule_new ();

  for (guint n = 1; n < 100; n++)
    for (int i = 0; i < 20; i++)
      {
        guint wait = plannr_schedule_get_back_off (schedule, n);
        guint full = n >= 6 ? 60000 : MIN (1000u << n, 60000u);

        g_assert_cmpuint (wait, >=, MAX (1000u, full / 2));
        g_assert_cmpuint (wait, <=, full);
      }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/plannr/schedule/true-values", test_true_values);
  g_test_add_func ("/plannr/schedule/back-off-grows-and-ends", test_back_off_grows_and_ends);
  return g_test_run ();
}
