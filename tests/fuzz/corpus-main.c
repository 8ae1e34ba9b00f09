/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-fuzz"

#include "config.h"

#include "fuzz.h"

#include <string.h>

#include <gio/gio.h>

/* Each file is handed over in a buffer of just its size, so that a sanitizer sees one byte too far. */
static void
run_file (const char *folder, const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *text = NULL;
  g_autofree uint8_t *exact = NULL;
  g_autoptr (GError) error = NULL;
  gsize size;

  g_test_message ("%s", name);
  g_file_get_contents (path, &text, &size, &error);
  g_assert_no_error (error);

  exact = g_malloc (MAX (size, 1));
  memcpy (exact, text, size);
  g_assert_cmpint (LLVMFuzzerTestOneInput (exact, size), ==, 0);
}

static void
test_corpus (void)
{
  g_autofree char *folder = g_test_build_filename (G_TEST_DIST, "corpus", PLANNR_FUZZ_TARGET, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) dir = g_dir_open (folder, 0, &error);
  guint n_files = 0;

  g_assert_no_error (error);
  for (const char *name = g_dir_read_name (dir); name != NULL; name = g_dir_read_name (dir))
    {
      run_file (folder, name);
      n_files++;
    }

  g_test_message ("%u files", n_files);
  g_assert_cmpuint (n_files, >, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/plannr/fuzz/" PLANNR_FUZZ_TARGET, test_corpus);

  return g_test_run ();
}
