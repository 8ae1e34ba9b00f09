/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-bench"

#include "config.h"

#include "bench-past.h"

/**
 * bench_past_make:
 * @desktop: a desktop
 * @fill_journal: (type filename): the program that fills a journal
 *
 * Makes a second home for data on @desktop, in which somebody has created many cases in the practice
 * firm over a year.
 */
void
bench_past_make (PlannrTestDesktop *desktop, const char *fill_journal)
{
  g_autofree char *folder =
      plannr_test_desktop_build_path (desktop, "past/" GETTEXT_PACKAGE "/practice");
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) filler =
      g_subprocess_new (G_SUBPROCESS_FLAGS_NONE, &error, fill_journal, "--folder", folder, "--past",
                        BENCH_N_PAST, NULL);

  g_assert_no_error (error);
  g_subprocess_wait_check (filler, NULL, &error);
  g_assert_no_error (error);
}

/**
 * bench_past_choose:
 * @desktop: a desktop
 * @with_past: whether what is started next finds those cases, or none
 */
void
bench_past_choose (PlannrTestDesktop *desktop, gboolean with_past)
{
  g_autofree char *home = plannr_test_desktop_build_path (desktop, with_past ? "past" : "data");

  plannr_test_desktop_setenv (desktop, "XDG_DATA_HOME", home);
}
