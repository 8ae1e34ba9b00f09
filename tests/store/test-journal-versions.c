/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-test"

#include "config.h"

#include <glib/gstdio.h>
#include <sqlite3.h>

#include "journal-fixture.h"
#include "plannr-draft-bytes.h"
#include "plannr-journal-schema.h"

/* journals/cases-vN.db is a file as the program of version N left it, with one row in each state, each
 * named by it. A program of version N + 1 adds its own: run with PLANNR_TEST_KEEP_JOURNAL=FILE this
 * test writes it. */

static const PlannrState states[] = {
  PLANNR_STATE_DRAFT,   PLANNR_STATE_QUEUED,   PLANNR_STATE_ON_WIRE, PLANNR_STATE_CREATED,
  PLANNR_STATE_REFUSED, PLANNR_STATE_CHECKING, PLANNR_STATE_ASKING,
};

static const char *
get_id (PlannrState state)
{
  g_autoptr (GEnumClass) class = g_type_class_ref (PLANNR_TYPE_STATE);

  return g_enum_get_value (class, (int) state)->value_nick;
}

static void
write_row (JournalFixture *fixture, PlannrState state)
{
  PlannrEntry *entry =
      journal_fixture_new_entry (get_id (state),
                                 state == PLANNR_STATE_DRAFT ? state : PLANNR_STATE_QUEUED);
  g_autoptr (GError) error = NULL;

  g_clear_pointer (&entry->name, g_free);
  entry->name = g_strdup (get_id (state));
  entry->changed_at = G_GINT64_CONSTANT (1737112680000000) + (gint64) state;
  g_assert_true (journal_fixture_write (fixture, entry, &error));
  if (state == PLANNR_STATE_DRAFT || state == PLANNR_STATE_QUEUED)
    return;

  g_assert_true (plannr_journal_mark (fixture->journal, get_id (state), 1000, 2000, &error));
  entry = journal_fixture_new_entry (get_id (state), state);
  g_clear_pointer (&entry->name, g_free);
  entry->name = g_strdup (get_id (state));
  entry->changed_at = G_GINT64_CONSTANT (1737112680000000) + (gint64) state;
  entry->decision = state == PLANNR_STATE_ASKING ? "send" : NULL;
  entry->ended = state == PLANNR_STATE_CREATED || state == PLANNR_STATE_REFUSED;
  if (entry->ended)
    {
      entry->status = state == PLANNR_STATE_CREATED ? 201 : 422;
      entry->answer = g_bytes_new_static ("{}", 2);
    }
  if (state == PLANNR_STATE_CREATED)
    entry->case_uuid = g_strdup ("5c7b1d92-0e3f-4a68-b1c4-9d2e8f705a03");
  g_assert_true (journal_fixture_write (fixture, entry, &error));
  g_assert_no_error (error);
}

static void
assert_rows (JournalFixture *fixture)
{
  g_assert_no_error (fixture->error);
  g_assert_null (fixture->moved_to);
  g_assert_cmpuint (fixture->entries->len, ==, G_N_ELEMENTS (states));
  for (gsize i = 0; i < G_N_ELEMENTS (states); i++)
    {
      const PlannrEntry *entry = journal_fixture_find (fixture, get_id (states[i]));
      g_autoptr (PlannrCaseDraft) draft = NULL;

      g_assert_nonnull (entry);
      g_assert_cmpint (entry->state, ==, states[i]);
      g_assert_cmpstr (entry->name, ==, entry->id);
      g_assert_cmpint (entry->changed_at, ==, 1737112680000000 + (gint64) states[i]);
      g_assert_cmpint (entry->body != NULL, ==, states[i] != PLANNR_STATE_DRAFT);
      g_assert_cmpint (entry->first_attempt, ==, i < 2 ? 0 : 1000);
      g_assert_cmpint (entry->first_on_server, ==, i < 2 ? 0 : 2000);
      g_assert_cmpint (entry->sent_again, ==, states[i] == PLANNR_STATE_ASKING);
      g_assert_cmpuint (entry->status, ==,
                        states[i] == PLANNR_STATE_CREATED   ? 201
                        : states[i] == PLANNR_STATE_REFUSED ? 422
                                                            : 0);
      g_assert_cmpint (entry->case_uuid != NULL, ==, states[i] == PLANNR_STATE_CREATED);
      draft = plannr_draft_bytes_read (entry->draft, NULL);
      g_assert_cmpstr (plannr_case_draft_get_name (draft), ==, "Remortgage");
    }
}

static void
copy (const char *from, const char *to)
{
  g_autofree char *contents = NULL;
  gsize length;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (from, &contents, &length, &error);
  g_assert_no_error (error);
  g_file_set_contents (to, contents, (gssize) length, &error);
  g_assert_no_error (error);
}

static gint64
get_pragma (const char *path, const char *sql)
{
  sqlite3 *db = NULL;
  gint64 number = -1;

  g_assert_cmpint (sqlite3_open_v2 (path, &db, SQLITE_OPEN_READONLY, NULL), ==, SQLITE_OK);
  g_assert_true (plannr_sqlite_get_number (db, sql, &number, NULL));
  g_assert_cmpint (sqlite3_close (db), ==, SQLITE_OK);

  return number;
}

/* Whatever version a file is of, it is of this one afterwards, with all that was in it. */
static void
test_from_each_version (JournalFixture *fixture, gconstpointer data)
{
  g_autofree char *path = journal_fixture_get_path (fixture, "cases.db");

  for (int version = 1; version <= PLANNR_JOURNAL_VERSION; version++)
    {
      g_autofree char *name = g_strdup_printf ("cases-v%d.db", version);
      g_autofree char *old = g_test_build_filename (G_TEST_DIST, "journals", name, NULL);

      copy (old, path);
      g_assert_cmpint (get_pragma (path, "PRAGMA user_version"), ==, version);
      journal_fixture_open (fixture);
      assert_rows (fixture);
      write_row (fixture, PLANNR_STATE_CHECKING);
      journal_fixture_close (fixture);
      g_assert_cmpint (get_pragma (path, "PRAGMA user_version"), ==, PLANNR_JOURNAL_VERSION);
      g_assert_cmpint (get_pragma (path, "PRAGMA application_id"), ==,
                       PLANNR_JOURNAL_APPLICATION_ID);
      journal_fixture_open (fixture);
      assert_rows (fixture);
      journal_fixture_close (fixture);
      g_unlink (path);
    }
}

/* Version 0: there is no file, an empty one, or a database that nothing was ever written to. */
static void
test_from_nothing (JournalFixture *fixture, gconstpointer data)
{
  g_autofree char *path = journal_fixture_get_path (fixture, "cases.db");
  const char *keep = g_getenv ("PLANNR_TEST_KEEP_JOURNAL");

  for (guint i = 0; i < 3; i++)
    {
      sqlite3 *db = NULL;

      g_unlink (path);
      if (i == 1)
        g_assert_true (g_file_set_contents (path, "", 0, NULL));
      if (i == 2)
        {
          g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
          g_assert_cmpint (sqlite3_exec (db, "VACUUM", NULL, NULL, NULL), ==, SQLITE_OK);
          g_assert_cmpint (sqlite3_close (db), ==, SQLITE_OK);
        }

      g_assert_true (journal_fixture_open (fixture));
      for (gsize k = 0; k < G_N_ELEMENTS (states); k++)
        write_row (fixture, states[k]);
      journal_fixture_close (fixture);
      g_assert_cmpint (get_pragma (path, "PRAGMA user_version"), ==, PLANNR_JOURNAL_VERSION);
      journal_fixture_open (fixture);
      assert_rows (fixture);
      journal_fixture_close (fixture);
    }

  if (keep != NULL)
    copy (path, keep);
}

/* A new installation and one that came through all versions have the same tables. */
static void
test_same_schema (JournalFixture *fixture, gconstpointer data)
{
  static const char sql[] = "SELECT count(*) FROM (SELECT sql FROM main.sqlite_schema EXCEPT "
                            "SELECT sql FROM old.sqlite_schema)";
  g_autofree char *path = journal_fixture_get_path (fixture, "cases.db");
  g_autofree char *new_path = journal_fixture_get_path (fixture, "new.db");
  g_autofree char *old = g_test_build_filename (G_TEST_DIST, "journals", "cases-v1.db", NULL);
  g_autofree char *attach = g_strdup_printf ("ATTACH '%s' AS old", path);
  sqlite3 *db = NULL;
  gint64 n_other = -1;

  journal_fixture_open (fixture);
  journal_fixture_close (fixture);
  g_assert_cmpint (g_rename (path, new_path), ==, 0);
  copy (old, path);
  journal_fixture_open (fixture);
  journal_fixture_close (fixture);

  g_assert_cmpint (sqlite3_open (new_path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, attach, NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_true (plannr_sqlite_get_number (db, sql, &n_other, NULL));
  g_assert_cmpint (n_other, ==, 0);
  g_assert_cmpint (sqlite3_close (db), ==, SQLITE_OK);
}

int
main (int argc, char *argv[])
{
  static const struct
  {
    const char *path;
    void (*test) (JournalFixture *fixture, gconstpointer data);
  } tests[] = {
    { "/plannr/journal/versions/from-nothing", test_from_nothing },
    { "/plannr/journal/versions/from-each-version", test_from_each_version },
    { "/plannr/journal/versions/same-schema", test_same_schema },
  };

  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, JournalFixture, NULL, journal_fixture_set_up, tests[i].test,
                journal_fixture_tear_down);

  return g_test_run ();
}
