/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-test"

#include "config.h"

#include "test-wait.h"

#define LOOK_EVERY_MS 15

static gboolean
over_cb (gpointer data)
{
  gboolean *over = data;

  *over = TRUE;
  return G_SOURCE_REMOVE;
}

void
plannr_test_wait_for_next_look (void)
{
  gboolean over = FALSE;

  g_timeout_add (LOOK_EVERY_MS, over_cb, &over);
  while (!over)
    g_main_context_iteration (NULL, TRUE);
}

gint64
plannr_test_wait_end (double seconds)
{
  const char *patience = g_getenv ("PLANNR_TEST_PATIENCE");
  double factor = patience != NULL ? g_ascii_strtod (patience, NULL) : 1;

  return g_get_monotonic_time () + (gint64) (seconds * MAX (factor, 1) * G_USEC_PER_SEC);
}

gboolean
plannr_test_wait_for (PlannrTestCheck check, gpointer data, double seconds)
{
  gint64 end = plannr_test_wait_end (seconds);

  while (!check (data))
    {
      if (g_get_monotonic_time () >= end)
        return FALSE;
      plannr_test_wait_for_next_look ();
    }
  return TRUE;
}
