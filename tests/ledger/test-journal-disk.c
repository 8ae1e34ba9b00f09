/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-test"

#include "config.h"

#include <glib/gstdio.h>
#include <linux/capability.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "journal-fixture.h"
#include "ledger-vfs.h"
#include "plannr-error.h"

static void
use (const char *words)
{
  LedgerPlan plan;
  g_autoptr (GError) error = NULL;

  g_assert_true (ledger_plan_parse (&plan, words, &error));
  g_assert_no_error (error);
  ledger_vfs_register (&plan);
  ledger_plan_clear (&plan);
}

static void
set_up (JournalFixture *fixture, gconstpointer data)
{
  journal_fixture_set_up (fixture, data);
  g_assert_true (journal_fixture_open (fixture));
  g_assert_true (
      journal_fixture_write (fixture, journal_fixture_new_entry ("a", PLANNR_STATE_DRAFT), NULL));
  g_assert_true (
      journal_fixture_write (fixture, journal_fixture_new_entry ("b", PLANNR_STATE_QUEUED), NULL));
  journal_fixture_close (fixture);
}

static void
tear_down (JournalFixture *fixture, gconstpointer data)
{
  journal_fixture_close (fixture);
  ledger_vfs_unregister ();
  journal_fixture_tear_down (fixture, data);
}

static void
assert_fails (JournalFixture *fixture, PlannrError code)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (journal_fixture_write (fixture,
                                         journal_fixture_new_entry ("c", PLANNR_STATE_QUEUED),
                                         &error));
  g_assert_error (error, PLANNR_ERROR, (int) code);
  g_clear_error (&error);

  /* Whatever can't be marked must not leave. */
  g_assert_false (plannr_journal_mark (fixture->journal, "b", 1000, 0, &error));
  g_assert_error (error, PLANNR_ERROR, (int) code);
}

static void
assert_all_there (JournalFixture *fixture)
{
  g_assert_no_error (fixture->error);
  g_assert_null (fixture->moved_to);
  g_assert_nonnull (journal_fixture_find (fixture, "a"));
  g_assert_cmpint (journal_fixture_find (fixture, "b")->state, ==, PLANNR_STATE_QUEUED);
}

static void
assert_sound_again (JournalFixture *fixture)
{
  journal_fixture_close (fixture);
  ledger_vfs_unregister ();
  g_assert_true (journal_fixture_open (fixture));
  assert_all_there (fixture);
  g_assert_true (
      journal_fixture_write (fixture, journal_fixture_new_entry ("c", PLANNR_STATE_QUEUED), NULL));
  g_assert_true (plannr_journal_mark (fixture->journal, "b", 1000, 0, NULL));
}

static void
test_read_only (JournalFixture *fixture, gconstpointer data)
{
  use ("readonly");
  g_assert_true (journal_fixture_open (fixture));
  assert_all_there (fixture);
  assert_fails (fixture, PLANNR_ERROR_DISK_READ_ONLY);
  assert_sound_again (fixture);
}

/* From the first write on, from the second on, and so on, until it is full too late to matter. */
static void
test_fails_from (JournalFixture *fixture, const char *fault, PlannrError code)
{
  gboolean through = FALSE;
  guint n_refused = 0;

  for (guint i = 1; !through; i++)
    {
      g_autofree char *plan = g_strdup_printf ("%s=%u+,only=cases.db", fault, i);
      g_autoptr (GError) error = NULL;

      g_assert_cmpuint (i, <, 200);
      use (plan);
      if (!journal_fixture_open (fixture))
        {
          g_assert_error (fixture->error, PLANNR_ERROR, (int) code);
          g_assert_null (fixture->moved_to);
          n_refused++;
        }
      else if (!journal_fixture_write (fixture, journal_fixture_new_entry ("a", PLANNR_STATE_DRAFT),
                                       &error))
        {
          g_assert_error (error, PLANNR_ERROR, (int) code);
          n_refused++;
        }
      else
        through = TRUE;

      journal_fixture_close (fixture);
      ledger_vfs_unregister ();
      g_assert_true (journal_fixture_open (fixture));
      assert_all_there (fixture);
      journal_fixture_close (fixture);
    }

  g_assert_cmpuint (n_refused, >, 0);
  assert_sound_again (fixture);
}

static void
test_full (JournalFixture *fixture, gconstpointer data)
{
  test_fails_from (fixture, "enospc-at", PLANNR_ERROR_DISK_FULL);
}

static void
test_faulty (JournalFixture *fixture, gconstpointer data)
{
  test_fails_from (fixture, "eio-at", PLANNR_ERROR_DISK);
}

/* A journal that is open while the disk fills: it says so, and goes on when there is room. */
static void
test_full_for_a_while (JournalFixture *fixture, gconstpointer data)
{
  use ("enospc-at=1+40,only=cases.db");
  for (guint i = 0; i < 100 && !journal_fixture_open (fixture); i++)
    g_assert_error (fixture->error, PLANNR_ERROR, PLANNR_ERROR_DISK_FULL);
  assert_all_there (fixture);
  g_assert_true (
      journal_fixture_write (fixture, journal_fixture_new_entry ("c", PLANNR_STATE_DRAFT), NULL));
}

/* A broken file on a full disk stays where it is until what can be saved has room. */
static void
test_broken_on_full (JournalFixture *fixture, gconstpointer data)
{
  g_autofree char *path = journal_fixture_get_path (fixture, "cases.db");
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gsize length;
  gsize length_after;

  g_assert_true (g_file_get_contents (path, &before, &length, NULL));
  before[length - 4096 + 100] ^= 0x55;
  before[length - 4096] = 0x55;
  g_assert_true (g_file_set_contents (path, before, (gssize) length, NULL));
  use ("enospc-at=1+,only=cases.db.new");
  if (!journal_fixture_open (fixture))
    {
      g_assert_error (fixture->error, PLANNR_ERROR, PLANNR_ERROR_DISK_FULL);
      g_assert_null (fixture->moved_to);
      g_assert_true (g_file_get_contents (path, &after, &length_after, NULL));
      g_assert_cmpmem (before, length, after, length_after);
    }
  journal_fixture_close (fixture);
  ledger_vfs_unregister ();
  g_assert_true (journal_fixture_open (fixture));
  g_assert_nonnull (journal_fixture_find (fixture, "a"));
  g_assert_nonnull (journal_fixture_find (fixture, "b"));
}

/* Root may write everywhere: without its capabilities the modes count for it, too. */
static void
give_up_capabilities (void)
{
  struct __user_cap_header_struct header = { .version = _LINUX_CAPABILITY_VERSION_3 };
  struct __user_cap_data_struct none[_LINUX_CAPABILITY_U32S_3] = { 0 };

  g_assert_cmpint (syscall (SYS_capset, &header, none), ==, 0);
}

/* The real thing: what may only be read. */
static void
assert_reads_only (JournalFixture *fixture)
{
  const char *folder = g_getenv ("PLANNR_TEST_FOLDER");

  if (g_test_subprocess ())
    {
      g_free (fixture->folder);
      fixture->folder = g_strdup (folder);
      give_up_capabilities ();
      g_assert_true (journal_fixture_open (fixture));
      assert_all_there (fixture);
      assert_fails (fixture, PLANNR_ERROR_DISK_READ_ONLY);
      _exit (0);
    }

  g_setenv ("PLANNR_TEST_FOLDER", fixture->folder, TRUE);
  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_INHERIT_STDERR);
}

static void
change_modes (JournalFixture *fixture, int file, int lock, int folder)
{
  g_autofree char *path = journal_fixture_get_path (fixture, "cases.db");
  g_autofree char *lock_path = journal_fixture_get_path (fixture, "cases.lock");

  g_assert_cmpint (g_chmod (path, file), ==, 0);
  g_assert_cmpint (g_chmod (lock_path, lock), ==, 0);
  g_assert_cmpint (g_chmod (fixture->folder, folder), ==, 0);
}

static void
test_folder_not_ours (JournalFixture *fixture, gconstpointer data)
{
  change_modes (fixture, 0444, 0444, 0555);
  assert_reads_only (fixture);
  change_modes (fixture, 0600, 0600, 0700);
  g_test_trap_assert_passed ();
  assert_sound_again (fixture);
}

static void
test_file_not_ours (JournalFixture *fixture, gconstpointer data)
{
  change_modes (fixture, 0444, 0666, 0777);
  assert_reads_only (fixture);
  change_modes (fixture, 0600, 0600, 0700);
  g_test_trap_assert_passed ();
  assert_sound_again (fixture);
}

int
main (int argc, char *argv[])
{
  static const struct
  {
    const char *path;
    void (*test) (JournalFixture *fixture, gconstpointer data);
  } tests[] = {
    { "/plannr/journal/disk/read-only", test_read_only },
    { "/plannr/journal/disk/full", test_full },
    { "/plannr/journal/disk/faulty", test_faulty },
    { "/plannr/journal/disk/full-for-a-while", test_full_for_a_while },
    { "/plannr/journal/disk/broken-on-full", test_broken_on_full },
    { "/plannr/journal/disk/folder-not-ours", test_folder_not_ours },
    { "/plannr/journal/disk/file-not-ours", test_file_not_ours },
  };

  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, JournalFixture, NULL, set_up, tests[i].test, tear_down);

  return g_test_run ();
}
