/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-bench"

#include "config.h"

#include "bench-home.h"

static void
fill (const char *program, const char *folder, const char *option, const char *number)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) filler = g_subprocess_new (G_SUBPROCESS_FLAGS_NONE, &error, program,
                                                     "--folder", folder, option, number, NULL);

  g_assert_no_error (error);
  g_subprocess_wait_check (filler, NULL, &error);
  g_assert_no_error (error);
}

/**
 * bench_home_make:
 * @desktop: a desktop
 * @name: what to call it
 * @fill_journal: (type filename): the program that fills a journal
 * @n_past: how many cases somebody has created in the practice firm, one an hour
 * @fill_directory: (type filename): the program that fills a directory
 * @n_people: how many people of that firm are kept
 *
 * Makes another home for data on @desktop, of somebody who has worked there for long.
 */
void
bench_home_make (PlannrTestDesktop *desktop,
                 const char *name,
                 const char *fill_journal,
                 const char *n_past,
                 const char *fill_directory,
                 const char *n_people)
{
  g_autofree char *path = g_build_filename (name, GETTEXT_PACKAGE, "practice", NULL);
  g_autofree char *folder = plannr_test_desktop_build_path (desktop, path);

  fill (fill_journal, folder, "--past", n_past);
  fill (fill_directory, folder, "--people", n_people);
}

/**
 * bench_home_choose:
 * @desktop: a desktop
 * @name: (nullable): the home that what is started next finds; %NULL for the desktop's own
 */
void
bench_home_choose (PlannrTestDesktop *desktop, const char *name)
{
  g_autofree char *home = plannr_test_desktop_build_path (desktop, name != NULL ? name : "data");

  plannr_test_desktop_setenv (desktop, "XDG_DATA_HOME", home);
}
