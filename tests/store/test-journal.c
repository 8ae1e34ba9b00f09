/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-test"

#include "config.h"

#include <glib/gstdio.h>
#include <sys/stat.h>

#include "journal-fixture.h"
#include "plannr-draft-bytes.h"
#include "plannr-error.h"

#define CASE_UUID "5c7b1d92-0e3f-4a68-b1c4-9d2e8f705a03"

static void
open_new (JournalFixture *fixture)
{
  g_assert_true (journal_fixture_open (fixture));
  g_assert_no_error (fixture->error);
}

static void
write_entry (JournalFixture *fixture, PlannrEntry *entry)
{
  g_autoptr (GError) error = NULL;
  gboolean written = journal_fixture_write (fixture, entry, &error);

  g_assert_no_error (error);
  g_assert_true (written);
}

static void
test_empty (JournalFixture *fixture, gconstpointer data)
{
  g_autofree char *path = journal_fixture_get_path (fixture, "cases.db");
  struct stat status;

  open_new (fixture);
  g_assert_cmpuint (fixture->entries->len, ==, 0);
  g_assert_null (fixture->moved_to);
  g_assert_cmpint (stat (path, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0600);
}

static void
test_row_comes_back (JournalFixture *fixture, gconstpointer data)
{
  PlannrEntry *entry = journal_fixture_new_entry ("a", PLANNR_STATE_QUEUED);
  g_autoptr (GBytes) draft = g_bytes_ref (entry->draft);
  g_autoptr (GBytes) body = g_bytes_ref (entry->body);
  gint64 changed_at = entry->changed_at;
  const PlannrEntry *back = NULL;

  open_new (fixture);
  entry->held_until = 77;
  write_entry (fixture, entry);

  open_new (fixture);
  g_assert_cmpuint (fixture->entries->len, ==, 1);
  back = journal_fixture_find (fixture, "a");
  g_assert_cmpint (back->state, ==, PLANNR_STATE_QUEUED);
  g_assert_cmpstr (back->name, ==, "Remortgage");
  g_assert_true (g_bytes_equal (back->draft, draft));
  g_assert_true (g_bytes_equal (back->body, body));
  g_assert_cmpint (back->changed_at, ==, changed_at);
  g_assert_cmpint (back->queued_at, ==, 42);
  g_assert_cmpint (back->held_until, ==, 77);
  g_assert_cmpint (back->first_attempt, ==, 0);
  g_assert_null (back->case_uuid);
  g_assert_false (back->sent_again);
}

static void
test_mark (JournalFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  const PlannrEntry *back = NULL;

  open_new (fixture);
  write_entry (fixture, journal_fixture_new_entry ("a", PLANNR_STATE_QUEUED));
  g_assert_true (plannr_journal_mark (fixture->journal, "a", 1000, 2000, &error));
  g_assert_no_error (error);

  /* Nothing that is on the wire is sent: it would be a second time. */
  g_assert_false (plannr_journal_mark (fixture->journal, "a", 3000, 0, &error));
  g_assert_error (error, PLANNR_ERROR, PLANNR_ERROR_DISK);

  write_entry (fixture, journal_fixture_new_entry ("a", PLANNR_STATE_QUEUED));
  g_assert_true (plannr_journal_mark (fixture->journal, "a", 5000, 0, NULL));

  open_new (fixture);
  back = journal_fixture_find (fixture, "a");
  g_assert_cmpint (back->state, ==, PLANNR_STATE_ON_WIRE);
  g_assert_cmpint (back->first_attempt, ==, 1000);
  g_assert_cmpint (back->first_on_server, ==, 2000);
  g_assert_cmpint (back->last_attempt, ==, 5000);
  g_assert_cmpint (back->last_on_server, ==, 0);
}

static void
test_no_mark_without_intent (JournalFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  open_new (fixture);
  g_assert_false (plannr_journal_mark (fixture->journal, "a", 1000, 0, &error));
  g_assert_error (error, PLANNR_ERROR, PLANNR_ERROR_DISK);
  g_clear_error (&error);

  write_entry (fixture, journal_fixture_new_entry ("a", PLANNR_STATE_DRAFT));
  g_assert_false (plannr_journal_mark (fixture->journal, "a", 1000, 0, &error));
  g_assert_error (error, PLANNR_ERROR, PLANNR_ERROR_DISK);
}

static void
test_outcome (JournalFixture *fixture, gconstpointer data)
{
  PlannrEntry *entry = NULL;
  const PlannrEntry *back = NULL;

  open_new (fixture);
  write_entry (fixture, journal_fixture_new_entry ("a", PLANNR_STATE_QUEUED));
  g_assert_true (plannr_journal_mark (fixture->journal, "a", 1000, 0, NULL));
  entry = journal_fixture_new_entry ("a", PLANNR_STATE_REFUSED);
  entry->ended = TRUE;
  entry->status = 422;
  entry->answer = g_bytes_new_static ("{}", 2);
  write_entry (fixture, entry);

  open_new (fixture);
  back = journal_fixture_find (fixture, "a");
  g_assert_cmpint (back->state, ==, PLANNR_STATE_REFUSED);
  g_assert_cmpuint (back->status, ==, 422);
  g_assert_cmpmem (g_bytes_get_data (back->answer, NULL), g_bytes_get_size (back->answer), "{}", 2);
}

static GBytes *
read_answer (JournalFixture *fixture, const char *id)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GBytes *answer = NULL;

  plannr_journal_read_answer_async (fixture->journal, id, NULL, journal_fixture_result_cb, &result);
  answer =
      plannr_journal_read_answer_finish (fixture->journal, journal_fixture_wait (&result), &error);
  g_assert_no_error (error);

  return answer;
}

static void
test_answer (JournalFixture *fixture, gconstpointer data)
{
  PlannrEntry *entry = NULL;
  g_autoptr (GBytes) none = NULL;
  g_autoptr (GBytes) first = NULL;
  g_autoptr (GBytes) second = NULL;

  open_new (fixture);
  write_entry (fixture, journal_fixture_new_entry ("a", PLANNR_STATE_QUEUED));
  none = read_answer (fixture, "a");
  g_assert_null (none);

  g_assert_true (plannr_journal_mark (fixture->journal, "a", 1000, 0, NULL));
  entry = journal_fixture_new_entry ("a", PLANNR_STATE_CREATED);
  entry->case_uuid = g_strdup (CASE_UUID);
  entry->ended = TRUE;
  entry->status = 201;
  entry->answer = g_bytes_new_static ("first", 5);
  write_entry (fixture, entry);
  first = read_answer (fixture, "a");
  g_assert_cmpmem (g_bytes_get_data (first, NULL), g_bytes_get_size (first), "first", 5);

  entry = journal_fixture_new_entry ("a", PLANNR_STATE_CREATED);
  entry->case_uuid = g_strdup (CASE_UUID);
  entry->answer = g_bytes_new_static ("second", 6);
  write_entry (fixture, entry);
  second = read_answer (fixture, "a");
  g_assert_cmpmem (g_bytes_get_data (second, NULL), g_bytes_get_size (second), "second", 6);
}

static void
test_no_case_twice (JournalFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  PlannrEntry *entry = NULL;

  open_new (fixture);
  entry = journal_fixture_new_entry ("a", PLANNR_STATE_CREATED);
  entry->case_uuid = g_strdup (CASE_UUID);
  write_entry (fixture, entry);
  write_entry (fixture, journal_fixture_new_entry ("b", PLANNR_STATE_CHECKING));

  entry = journal_fixture_new_entry ("b", PLANNR_STATE_CREATED);
  entry->case_uuid = g_strdup (CASE_UUID);
  g_assert_false (journal_fixture_write (fixture, entry, &error));
  g_assert_error (error, PLANNR_ERROR, PLANNR_ERROR_TAKEN);

  open_new (fixture);
  g_assert_cmpint (journal_fixture_find (fixture, "b")->state, ==, PLANNR_STATE_CHECKING);
}

static void
test_decision (JournalFixture *fixture, gconstpointer data)
{
  PlannrEntry *entry = journal_fixture_new_entry ("a", PLANNR_STATE_QUEUED);

  open_new (fixture);
  entry->decision = "send";
  write_entry (fixture, entry);
  open_new (fixture);
  g_assert_true (journal_fixture_find (fixture, "a")->sent_again);
}

static void
test_discarded_for_30_days (JournalFixture *fixture, gconstpointer data)
{
  PlannrEntry *old = journal_fixture_new_entry ("old", PLANNR_STATE_DISCARDED);
  PlannrEntry *new = journal_fixture_new_entry ("new", PLANNR_STATE_DISCARDED);

  open_new (fixture);
  old->changed_at -= G_GINT64_CONSTANT (30) * 24 * 3600 * G_USEC_PER_SEC + G_USEC_PER_SEC;
  new->changed_at -= G_GINT64_CONSTANT (30) * 24 * 3600 * G_USEC_PER_SEC - 60 * G_USEC_PER_SEC;
  write_entry (fixture, old);
  write_entry (fixture, new);
  open_new (fixture);
  g_assert_null (journal_fixture_find (fixture, "old"));
  g_assert_nonnull (journal_fixture_find (fixture, "new"));
}

static GPtrArray *
find_past (JournalFixture *fixture, const char *text, gint64 before, guint limit)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GPtrArray *entries = NULL;

  plannr_journal_find_past_async (fixture->journal, text, before, limit, NULL,
                                  journal_fixture_result_cb, &result);
  entries =
      plannr_journal_find_past_finish (fixture->journal, journal_fixture_wait (&result), &error);
  g_assert_no_error (error);

  return entries;
}

static void
test_past_by_window (JournalFixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) past = NULL;
  const PlannrEntry *last = NULL;

  open_new (fixture);
  for (guint i = 0; i < 150; i++)
    {
      g_autofree char *id = g_strdup_printf ("%03u", i);
      PlannrEntry *entry = journal_fixture_new_entry (id, PLANNR_STATE_CREATED);

      entry->case_uuid = g_strdup (id);
      entry->changed_at = 1000 + i;
      write_entry (fixture, entry);
    }

  open_new (fixture);
  g_assert_cmpuint (fixture->entries->len, ==, 100);
  last = g_ptr_array_index (fixture->entries, 99);
  g_assert_cmpstr (last->id, ==, "050");
  past = find_past (fixture, NULL, last->changed_at, 20);
  g_assert_cmpuint (past->len, ==, 20);
  g_assert_cmpstr (((PlannrEntry *) g_ptr_array_index (past, 0))->id, ==, "049");
}

static void
write_past (JournalFixture *fixture, const char *id, const char *name, const char *client)
{
  PlannrEntry *entry = journal_fixture_new_entry (id, PLANNR_STATE_CREATED);
  g_autoptr (PlannrCaseDraft) draft = plannr_case_draft_new ();
  g_autoptr (PlannrAccount) person =
      g_object_new (PLANNR_TYPE_ACCOUNT, "uuid", "0b6f7c1e-52a4-4a0e-9d57-3c1f0a9e1101", "name",
                    client, "kind", PLANNR_ACCOUNT_KIND_CLIENT, NULL);

  plannr_case_draft_set_name (draft, name);
  plannr_case_draft_add (draft, person);
  g_free (entry->name);
  entry->name = g_strdup (name);
  g_bytes_unref (entry->draft);
  entry->draft = plannr_draft_bytes_write (draft);
  entry->case_uuid = g_strdup (id);
  entry->changed_at = 1000 + *id;
  write_entry (fixture, entry);
}

/* The journal finds what the list would find. */
static void
test_past_by_words (JournalFixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *text;
    const char *id;
  } searches[] = {
    { "pension", "1" },     { "REVIEW pension", "1" }, { "muller", "1" },
    { "zoë pension", "1" }, { "aero", "2" },           { "Ærø", "2" },
    { "o'brien", "2" },     { "gareth", NULL },        { "pension o'brien", NULL },
    { "100%", NULL },       { "' OR 1 = 1", NULL },
  };

  open_new (fixture);
  write_past (fixture, "0", "Oldest", "Nobody");
  write_past (fixture, "1", "Pension review", "Zoë Müller");
  write_past (fixture, "2", "Ærø", "Peter O’Brien");
  open_new (fixture);

  for (gsize i = 0; i < G_N_ELEMENTS (searches); i++)
    {
      g_autoptr (GPtrArray) past = find_past (fixture, searches[i].text, G_MAXINT64, 20);

      /* The oldest that was looked at is there in any case. */
      g_test_message ("%s", searches[i].text);
      g_assert_cmpuint (past->len, ==, searches[i].id != NULL ? 2 : 1);
      g_assert_cmpstr (((PlannrEntry *) g_ptr_array_index (past, past->len - 1))->id, ==, "0");
      if (searches[i].id != NULL)
        g_assert_cmpstr (((PlannrEntry *) g_ptr_array_index (past, 0))->id, ==, searches[i].id);
    }

  {
    g_autoptr (GPtrArray) past = find_past (fixture, "pension", G_MAXINT64, 1);

    g_assert_cmpuint (past->len, ==, 1);
    g_assert_cmpstr (((PlannrEntry *) g_ptr_array_index (past, 0))->id, ==, "2");
  }
}

static void
test_one_holder (JournalFixture *fixture, gconstpointer data)
{
  JournalFixture second = { .folder = g_strdup (fixture->folder) };

  open_new (fixture);
  g_assert_false (journal_fixture_open (&second));
  g_assert_error (second.error, PLANNR_ERROR, PLANNR_ERROR_FILE_OPEN);
  g_assert_cmpstr (plannr_error_get_details (second.error)->message, ==, g_get_host_name ());

  /* With the first gone the second may. */
  journal_fixture_close (fixture);
  g_assert_true (journal_fixture_open (&second));
  journal_fixture_close (&second);
  g_free (second.folder);
}

static void
test_in_memory (JournalFixture *fixture, gconstpointer data)
{
  g_autofree char *folder = g_steal_pointer (&fixture->folder);

  open_new (fixture);
  write_entry (fixture, journal_fixture_new_entry ("a", PLANNR_STATE_QUEUED));
  g_assert_true (plannr_journal_mark (fixture->journal, "a", 1000, 0, NULL));
  journal_fixture_close (fixture);
  fixture->folder = g_steal_pointer (&folder);
}

int
main (int argc, char *argv[])
{
  static const struct
  {
    const char *path;
    void (*test) (JournalFixture *fixture, gconstpointer data);
  } tests[] = {
    { "/plannr/journal/empty", test_empty },
    { "/plannr/journal/row-comes-back", test_row_comes_back },
    { "/plannr/journal/mark", test_mark },
    { "/plannr/journal/no-mark-without-intent", test_no_mark_without_intent },
    { "/plannr/journal/outcome", test_outcome },
    { "/plannr/journal/answer", test_answer },
    { "/plannr/journal/no-case-twice", test_no_case_twice },
    { "/plannr/journal/decision", test_decision },
    { "/plannr/journal/discarded-for-30-days", test_discarded_for_30_days },
    { "/plannr/journal/past-by-window", test_past_by_window },
    { "/plannr/journal/past-by-words", test_past_by_words },
    { "/plannr/journal/one-holder", test_one_holder },
    { "/plannr/journal/in-memory", test_in_memory },
  };

  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, JournalFixture, NULL, journal_fixture_set_up, tests[i].test,
                journal_fixture_tear_down);

  return g_test_run ();
}
