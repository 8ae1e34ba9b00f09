/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-bench"

#include "config.h"

#include "bench-folder.h"

#include <errno.h>
#include <glib/gstdio.h>

/**
 * bench_folder_new:
 *
 * Returns: (transfer full): an empty folder
 */
BenchFolder *
bench_folder_new (void)
{
  char *path = g_build_filename (BENCH_BUILD, "bench-XXXXXX", NULL);

  if (g_mkdtemp (path) == NULL)
    g_error ("%s: %s", path, g_strerror (errno));

  return path;
}

static void
remove_all (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name = NULL;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      if (g_file_test (child, G_FILE_TEST_IS_DIR))
        remove_all (child);
      else
        g_unlink (child);
    }
  g_rmdir (path);
}

/**
 * bench_folder_free:
 * @self: (transfer full): a folder
 *
 * Removes it with all that is in it.
 */
void
bench_folder_free (BenchFolder *self)
{
  remove_all (self);
  g_free (self);
}
