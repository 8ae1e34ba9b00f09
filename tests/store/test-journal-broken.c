/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-test"

#include "config.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>
#include <sys/stat.h>

#include "journal-fixture.h"
#include "plannr-error.h"
#include "plannr-journal-schema.h"

#define PAGE   4096
#define N_ROWS 60

/* Rows in all states, and large enough to lie on many pages. */
static const PlannrState states[] = {
  PLANNR_STATE_DRAFT,   PLANNR_STATE_QUEUED,  PLANNR_STATE_ON_WIRE, PLANNR_STATE_CHECKING,
  PLANNR_STATE_CREATED, PLANNR_STATE_REFUSED, PLANNR_STATE_ASKING,
};

static gboolean
is_long (void)
{
  return g_getenv ("PLANNR_TEST_LONG") != NULL;
}

static char *
get_path (JournalFixture *fixture)
{
  return journal_fixture_get_path (fixture, "cases.db");
}

static GBytes *
read_file (const char *path)
{
  char *contents = NULL;
  gsize length = 0;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &contents, &length, &error);
  g_assert_no_error (error);

  return g_bytes_new_take (contents, length);
}

static void
write_file (const char *path, const void *contents, gsize length)
{
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, contents, (gssize) length, &error);
  g_assert_no_error (error);
}

static void
assert_holds (const char *path, GBytes *expected)
{
  g_autoptr (GBytes) found = read_file (path);

  g_assert_cmpmem (g_bytes_get_data (found, NULL), g_bytes_get_size (found),
                   g_bytes_get_data (expected, NULL), g_bytes_get_size (expected));
}

static void
execute (const char *path, const char *sql)
{
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_close (db), ==, SQLITE_OK);
}

static void
fill (JournalFixture *fixture)
{
  g_autofree char *padding = g_strnfill (1500, 'x');

  g_assert_true (journal_fixture_open (fixture));
  for (guint i = 0; i < N_ROWS; i++)
    {
      g_autofree char *id = g_strdup_printf ("row %02u", i);
      g_autofree char *body = g_strdup_printf ("{\"name\":\"%u %s\"}", i, padding);
      PlannrEntry *entry = journal_fixture_new_entry (id, states[i % G_N_ELEMENTS (states)]);
      g_autoptr (GError) error = NULL;

      if (entry->body != NULL)
        {
          g_bytes_unref (entry->body);
          entry->body = g_bytes_new (body, strlen (body));
        }
      if (entry->state == PLANNR_STATE_CREATED)
        entry->case_uuid = g_strdup_printf ("case %u", i);
      g_assert_true (journal_fixture_write (fixture, entry, &error));
      g_assert_no_error (error);
    }
  journal_fixture_close (fixture);
}

/* What is there of a row is what was written of it, but that it may have been created since. */
static void
assert_is_row (const PlannrEntry *entry)
{
  guint i = 0;
  PlannrState state;

  g_assert_cmpint (sscanf (entry->id, "row %u", &i), ==, 1);
  state = states[i % G_N_ELEMENTS (states)];
  switch (state)
    {
    case PLANNR_STATE_QUEUED:
    case PLANNR_STATE_ON_WIRE:
    case PLANNR_STATE_CHECKING:
    case PLANNR_STATE_ASKING:
      g_assert_cmpint (entry->state, ==, PLANNR_STATE_ASKING);
      g_assert_cmpint (entry->first_attempt, >, 0);
      break;
    case PLANNR_STATE_DRAFT:
    case PLANNR_STATE_CONNECTING:
    case PLANNR_STATE_CREATED:
    case PLANNR_STATE_REFUSED:
    case PLANNR_STATE_DISCARDED:
    default:
      g_assert_cmpint (entry->state, ==, state);
      break;
    }
  g_assert_cmpstr (entry->name, ==, "Remortgage");
}

/* Opens what is broken: it lies beside, as it was, and a new file takes what comes. Returns: how many
 * rows could be saved */
static guint
assert_moved_aside (JournalFixture *fixture, GBytes *broken)
{
  g_autofree char *folder = NULL;
  g_autoptr (GError) error = NULL;
  guint n_saved;

  g_assert_true (journal_fixture_open (fixture));
  g_assert_no_error (fixture->error);
  g_assert_nonnull (fixture->moved_to);
  folder = g_path_get_dirname (fixture->moved_to);
  g_assert_cmpstr (folder, ==, fixture->folder);
  assert_holds (fixture->moved_to, broken);

  n_saved = fixture->entries->len;
  g_assert_true (journal_fixture_write (fixture,
                                        journal_fixture_new_entry ("new", PLANNR_STATE_QUEUED),
                                        &error));
  g_assert_true (plannr_journal_mark (fixture->journal, "new", 1000, 0, &error));
  g_assert_no_error (error);

  /* Once is enough, and the next start has it all. */
  g_assert_true (journal_fixture_open (fixture));
  g_assert_null (fixture->moved_to);
  g_assert_cmpuint (fixture->entries->len, ==, n_saved + 1);
  g_assert_cmpint (journal_fixture_find (fixture, "new")->state, ==, PLANNR_STATE_ON_WIRE);
  for (guint i = 0; i < fixture->entries->len; i++)
    {
      const PlannrEntry *entry = g_ptr_array_index (fixture->entries, i);

      if (!g_str_equal (entry->id, "new"))
        assert_is_row (entry);
    }

  return n_saved;
}

static void
clear_folder (JournalFixture *fixture)
{
  g_autofree char *folder = g_strdup (fixture->folder);

  journal_fixture_tear_down (fixture, NULL);
  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  fixture->folder = g_steal_pointer (&folder);
}

/* A file of one byte is to SQLite what an empty one is. */
static void
test_garbage (JournalFixture *fixture, gconstpointer data)
{
  static const gsize sizes[] = { 2, 15, 16, 99, 100, 101, 511, 4095, 4096, 20000 };

  for (gsize i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autofree char *path = get_path (fixture);
      g_autofree guint8 *noise = g_malloc (sizes[i]);
      g_autoptr (GBytes) broken = NULL;

      for (gsize k = 0; k < sizes[i]; k++)
        noise[k] = (guint8) g_test_rand_int ();
      broken = g_bytes_new (noise, sizes[i]);
      write_file (path, noise, sizes[i]);
      g_assert_cmpuint (assert_moved_aside (fixture, broken), ==, 0);
      clear_folder (fixture);
    }
}

/* An empty file is one that nothing was ever written to: a death between its making and its tables. */
static void
test_empty_file_is_new (JournalFixture *fixture, gconstpointer data)
{
  g_autofree char *path = get_path (fixture);

  write_file (path, "", 0);
  g_assert_true (journal_fixture_open (fixture));
  g_assert_null (fixture->moved_to);
  g_assert_cmpuint (fixture->entries->len, ==, 0);
}

static void
test_truncated (JournalFixture *fixture, gconstpointer data)
{
  g_autofree char *path = get_path (fixture);
  g_autoptr (GBytes) whole = NULL;
  gsize size;

  fill (fixture);
  whole = read_file (path);
  size = g_bytes_get_size (whole);
  g_assert_cmpuint (size, >, 20 * PAGE);
  for (gsize length = size - PAGE - 1; length > 0; length -= MIN (length, 3 * PAGE + 1001))
    {
      g_autoptr (GBytes) broken = g_bytes_new_from_bytes (whole, 0, length);

      clear_folder (fixture);
      write_file (path, g_bytes_get_data (broken, NULL), length);
      assert_moved_aside (fixture, broken);
    }
}

/* One page of many is lost: where that comes to light it does not cost what lies on the others. */
static void
test_page_overwritten (JournalFixture *fixture, gconstpointer data)
{
  g_autofree char *path = get_path (fixture);
  g_autoptr (GBytes) whole = NULL;
  g_autofree guint8 *bytes = NULL;
  gsize size;
  guint n_moved = 0;
  guint n_saved = 0;

  fill (fixture);
  whole = read_file (path);
  size = g_bytes_get_size (whole);
  bytes = g_malloc (size);
  for (gsize page = 0; page < size; page += page < 8 * PAGE || is_long () ? PAGE : 4 * PAGE)
    {
      g_autoptr (GBytes) broken = NULL;

      memcpy (bytes, g_bytes_get_data (whole, NULL), size);
      memset (bytes + page, 0x5a, PAGE);
      broken = g_bytes_new (bytes, size);
      clear_folder (fixture);
      write_file (path, bytes, size);
      g_assert_true (journal_fixture_open (fixture));
      if (fixture->moved_to == NULL)
        {
          /* A page that no row of the list is on. */
          g_assert_cmpuint (fixture->entries->len, ==, N_ROWS);
          continue;
        }

      clear_folder (fixture);
      write_file (path, bytes, size);
      n_saved += assert_moved_aside (fixture, broken);
      n_moved++;
    }

  g_test_message ("%u pages cost the file, %u rows were saved", n_moved, n_saved);
  g_assert_cmpuint (n_moved, >, 8);
  g_assert_cmpuint (n_saved, >=, (n_moved - 4) * N_ROWS);
}

static void
test_foreign (JournalFixture *fixture, gconstpointer data)
{
  static const char *const others[] = {
    "CREATE TABLE recipe (name TEXT); INSERT INTO recipe VALUES ('soup')",
    "PRAGMA application_id = 77; CREATE TABLE submission (id TEXT)",
    "PRAGMA user_version = 1; CREATE TABLE submission (id TEXT)",
    "PRAGMA user_version = 900; CREATE TABLE recipe (name TEXT)",
    "PRAGMA journal_mode = WAL; CREATE TABLE recipe (name TEXT)",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (others); i++)
    {
      g_autofree char *path = get_path (fixture);
      g_autoptr (GBytes) before = NULL;

      execute (path, others[i]);
      before = read_file (path);
      g_assert_cmpuint (assert_moved_aside (fixture, before), ==, 0);
      clear_folder (fixture);
    }
}

static void
test_newer_is_left_alone (JournalFixture *fixture, gconstpointer data)
{
  g_autofree char *path = get_path (fixture);
  g_autofree char *log_path = journal_fixture_get_path (fixture, "cases.db-wal");
  g_autofree char *newer = g_strdup_printf ("PRAGMA user_version = %d", PLANNR_JOURNAL_VERSION + 1);
  g_autoptr (GBytes) before = NULL;
  struct stat status_before;
  struct stat status_after;

  fill (fixture);
  execute (path, newer);
  before = read_file (path);
  g_assert_cmpint (stat (path, &status_before), ==, 0);

  for (guint i = 0; i < 3; i++)
    {
      g_assert_false (journal_fixture_open (fixture));
      g_assert_error (fixture->error, PLANNR_ERROR, PLANNR_ERROR_FILE_NEWER);
      g_assert_null (fixture->moved_to);
      journal_fixture_close (fixture);
    }

  assert_holds (path, before);
  g_assert_cmpint (stat (path, &status_after), ==, 0);
  g_assert_cmpuint (status_after.st_ino, ==, status_before.st_ino);
  g_assert_cmpint (status_after.st_mtim.tv_sec, ==, status_before.st_mtim.tv_sec);
  g_assert_cmpint (status_after.st_mtim.tv_nsec, ==, status_before.st_mtim.tv_nsec);
  g_assert_false (g_file_test (log_path, G_FILE_TEST_EXISTS));
}

/* The newer version died and has left a log, which is as much its own as the file is. */
static void
test_newer_with_log_is_left_alone (JournalFixture *fixture, gconstpointer data)
{
  g_autofree char *path = get_path (fixture);
  g_autofree char *log_path = journal_fixture_get_path (fixture, "cases.db-wal");
  g_autofree char *spare = journal_fixture_get_path (fixture, "spare");
  g_autofree char *log_spare = journal_fixture_get_path (fixture, "spare-wal");
  g_autofree char *newer = g_strdup_printf ("PRAGMA user_version = %d", PLANNR_JOURNAL_VERSION + 1);
  g_autoptr (GBytes) file = NULL;
  g_autoptr (GBytes) log = NULL;
  sqlite3 *db = NULL;

  fill (fixture);
  g_assert_cmpint (g_rename (path, spare), ==, 0);
  g_assert_cmpint (sqlite3_open (spare, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, newer, NULL, NULL, NULL), ==, SQLITE_OK);
  file = read_file (spare);
  log = read_file (log_spare);
  g_assert_cmpint (sqlite3_close (db), ==, SQLITE_OK);
  write_file (path, g_bytes_get_data (file, NULL), g_bytes_get_size (file));
  write_file (log_path, g_bytes_get_data (log, NULL), g_bytes_get_size (log));

  g_assert_false (journal_fixture_open (fixture));
  g_assert_error (fixture->error, PLANNR_ERROR, PLANNR_ERROR_FILE_NEWER);
  journal_fixture_close (fixture);
  assert_holds (path, file);
  assert_holds (log_path, log);
}

/* Killed, and then a page was lost: what only the log has is saved, and the log lies beside as well. */
static void
test_broken_with_log (JournalFixture *fixture, gconstpointer data)
{
  g_autofree char *path = get_path (fixture);
  g_autofree char *log_path = journal_fixture_get_path (fixture, "cases.db-wal");
  g_autofree char *log_moved_to = NULL;
  g_autoptr (GBytes) file = NULL;
  g_autoptr (GBytes) log = NULL;
  g_autofree char *contents = NULL;
  gsize size;

  fill (fixture);
  g_assert_true (journal_fixture_open (fixture));
  g_assert_true (journal_fixture_write (fixture,
                                        journal_fixture_new_entry ("row 61", PLANNR_STATE_QUEUED),
                                        NULL));
  file = read_file (path);
  log = read_file (log_path);
  clear_folder (fixture);

  contents = g_memdup2 (g_bytes_get_data (file, &size), g_bytes_get_size (file));
  memset (contents + size / PAGE / 2 * PAGE, 0x5a, PAGE);
  g_clear_pointer (&file, g_bytes_unref);
  file = g_bytes_new (contents, size);
  write_file (path, contents, size);
  write_file (log_path, g_bytes_get_data (log, NULL), g_bytes_get_size (log));

  g_assert_true (journal_fixture_open (fixture));
  g_assert_nonnull (fixture->moved_to);
  log_moved_to = g_strconcat (fixture->moved_to, "-wal", NULL);
  assert_holds (fixture->moved_to, file);
  assert_holds (log_moved_to, log);
  g_assert_cmpuint (fixture->entries->len, ==, N_ROWS + 1);
  g_assert_cmpint (journal_fixture_find (fixture, "row 61")->state, ==, PLANNR_STATE_ASKING);
}

/* Two deaths on the way from the broken file to the new one: before the first was moved, and after. */
static void
test_killed_while_moving (JournalFixture *fixture, gconstpointer data)
{
  g_autofree char *path = get_path (fixture);
  g_autofree char *new_path = journal_fixture_get_path (fixture, "cases.db.new");

  fill (fixture);
  write_file (new_path, "half of it", 10);
  g_assert_true (journal_fixture_open (fixture));
  g_assert_cmpuint (fixture->entries->len, ==, N_ROWS);
  journal_fixture_close (fixture);

  g_assert_cmpint (g_rename (path, new_path), ==, 0);
  g_assert_true (journal_fixture_open (fixture));
  g_assert_cmpuint (fixture->entries->len, ==, N_ROWS);
  g_assert_false (g_file_test (new_path, G_FILE_TEST_EXISTS));
}

int
main (int argc, char *argv[])
{
  static const struct
  {
    const char *path;
    void (*test) (JournalFixture *fixture, gconstpointer data);
  } tests[] = {
    { "/plannr/journal/broken/garbage", test_garbage },
    { "/plannr/journal/broken/empty-file-is-new", test_empty_file_is_new },
    { "/plannr/journal/broken/truncated", test_truncated },
    { "/plannr/journal/broken/page-overwritten", test_page_overwritten },
    { "/plannr/journal/broken/foreign", test_foreign },
    { "/plannr/journal/broken/newer-is-left-alone", test_newer_is_left_alone },
    { "/plannr/journal/broken/newer-with-log-is-left-alone", test_newer_with_log_is_left_alone },
    { "/plannr/journal/broken/with-log", test_broken_with_log },
    { "/plannr/journal/broken/killed-while-moving", test_killed_while_moving },
  };

  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, JournalFixture, NULL, journal_fixture_set_up, tests[i].test,
                journal_fixture_tear_down);

  return g_test_run ();
}
