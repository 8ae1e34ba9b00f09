/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-ui-test"

#include "config.h"

#include "plannr-news.h"

#include <glib/gstdio.h>
#include <locale.h>
#include <sqlite3.h>

#include "plannr-api.h"
#include "plannr-error.h"
#include "plannr-journal-schema.h"
#include "plannr-test-submission.h"
#include "plannr-test-widget.h"

typedef struct
{
  char *folder;
  PlannrSchedule *schedule;
  PlannrConnection *connection;
  PlannrProfile *profile; /* (unowned) */
  PlannrOutbox *outbox;   /* (unowned) */
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("plannr-news.XXXXXX", &error);
  g_assert_no_error (error);
  fixture->schedule = plannr_schedule_new ();
  fixture->connection = plannr_connection_new (TRUE, fixture->schedule);
  fixture->profile = plannr_connection_get_profile (fixture->connection);
  fixture->outbox = plannr_profile_get_outbox (fixture->profile);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  plannr_outbox_flush (fixture->outbox);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_object_unref (fixture->connection);
  g_object_unref (fixture->schedule);
  plannr_test_remove (fixture->folder);
  g_free (fixture->folder);
}

static void
assert_news (PlannrNews *news, const char *text, const char *action, const char *label)
{
  g_assert_nonnull (news);
  if (!g_pattern_match_simple (text, news->text))
    g_assert_cmpstr (news->text, ==, text);
  g_assert_cmpstr (news->action, ==, action);
  g_assert_cmpstr (news->label, ==, label);
}

static void
assert_says (Fixture *fixture, const char *text, const char *action, const char *label)
{
  g_autoptr (PlannrNews) news = plannr_news_new (fixture->connection, NULL, NULL);

  assert_news (news, text, action, label);
}

static gboolean
is_waiting (gpointer data)
{
  return plannr_outbox_get_wait (data) != PLANNR_WAIT_NOTHING;
}

static void
test_practice (Fixture *fixture, gconstpointer data)
{
  assert_says (fixture, "Practice firm: nothing here reaches Plannr", "win.connect",
               "_Connect to Plannr");
}

static void
test_discarded (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PlannrSubmission) named =
      plannr_test_submission_new ("Okafor", PLANNR_STATE_DISCARDED);
  g_autoptr (PlannrSubmission) nameless = plannr_test_submission_new ("", PLANNR_STATE_DISCARDED);
  g_autoptr (PlannrNews) first = plannr_news_new (fixture->connection, named, NULL);
  g_autoptr (PlannrNews) second = plannr_news_new (fixture->connection, nameless, NULL);

  assert_news (first, "“Okafor” was discarded.", "win.undo-discard", "_Undo");
  assert_news (second, "The draft was discarded.", "win.undo-discard", "_Undo");
}

/* A file that nobody can read is moved, and the person is told where to, until they have read it. */
static void
test_moved (Fixture *fixture, gconstpointer data)
{
  static const char nonsense[] = "SQLite format 3\0nothing of the kind follows";
  g_autofree char *file = g_build_filename (fixture->folder, "cases.db", NULL);
  g_autofree char *text = NULL;
  g_autoptr (PlannrNews) news = NULL;
  g_autoptr (GError) error = NULL;
  const char *moved_to;

  g_file_set_contents (file, nonsense, sizeof nonsense, &error);
  g_assert_no_error (error);
  plannr_profile_open (fixture->profile, fixture->folder);
  while ((moved_to = plannr_outbox_get_moved_to (fixture->outbox)) == NULL)
    g_main_context_iteration (NULL, TRUE);

  g_assert_true (g_file_test (moved_to, G_FILE_TEST_EXISTS));
  text = g_strdup_printf ("The file with your cases was damaged, and is now “%s”. What could be "
                          "read of it is here. Compare with Plannr before you create a case again.",
                          moved_to);
  news = plannr_news_new (fixture->connection, NULL, moved_to);
  assert_news (news, text, "win.dismiss-news", "_Understood");
}

static void
test_newer (Fixture *fixture, gconstpointer data)
{
  g_autofree char *file = g_build_filename (fixture->folder, "cases.db", NULL);
  g_autofree char *sql = g_strdup_printf (
      "PRAGMA application_id = %d; PRAGMA user_version = %d; CREATE TABLE future (a)",
      PLANNR_JOURNAL_APPLICATION_ID, PLANNR_JOURNAL_VERSION + 1);
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open (file, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (db);

  plannr_profile_open (fixture->profile, fixture->folder);
  g_assert_true (plannr_test_wait (is_waiting, fixture->outbox));
  assert_says (fixture,
               "Your cases were last kept by a newer version of this application. Install that "
               "version again. Until then nothing can be saved or sent here.",
               NULL, NULL);
}

static void
open_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autofree char *moved_to = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entries =
      plannr_journal_open_finish (PLANNR_JOURNAL (source), result, &moved_to, &error);

  g_assert_no_error (error);
  g_assert_nonnull (entries);
  *(gboolean *) user_data = TRUE;
}

static gboolean
is_set (gpointer data)
{
  return *(gboolean *) data;
}

static void
test_open_elsewhere (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PlannrJournal) other = plannr_journal_new (fixture->folder);
  g_autofree char *text = NULL;
  gboolean opened = FALSE;

  plannr_journal_open_async (other, NULL, open_cb, &opened);
  g_assert_true (plannr_test_wait (is_set, &opened));
  plannr_profile_open (fixture->profile, fixture->folder);
  g_assert_true (plannr_test_wait (is_waiting, fixture->outbox));

  text = g_strdup_printf ("Your cases are open already, on “%s”. Close the application there. This "
                          "one goes on by itself after that.",
                          g_get_host_name ());
  assert_says (fixture, text, "win.try-now", "_Try now");
}

/* Even for those who may write everywhere, a file is no folder. */
static void
test_disk (Fixture *fixture, gconstpointer data)
{
  g_autofree char *file = g_build_filename (fixture->folder, "file", NULL);
  g_autofree char *below = g_build_filename (file, "below", NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (file, "", 0, &error);
  g_assert_no_error (error);
  plannr_profile_open (fixture->profile, below);
  g_assert_true (plannr_test_wait (is_waiting, fixture->outbox));
  g_assert_cmpint (plannr_outbox_get_wait (fixture->outbox), ==, PLANNR_WAIT_DISK);
  assert_says (fixture,
               "This computer does not allow the application to write its files. Ask whoever looks "
               "after this computer.",
               "win.try-now", "_Try now");
}

/* Nobody answers: why, and when it tries again. */
static void
test_network (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SoupSession) session = plannr_api_session_new ();
  g_autofree char *server = plannr_api_check_server ("http://127.0.0.1:1", NULL);
  g_autoptr (PlannrApi) api =
      plannr_api_new (session, server, "practice", "f5e985d6-8e32-4d65-a996-ba5a9f9632eb");
  const char *people[] = { "Ada", NULL };
  g_autoptr (PlannrCaseDraft) draft = plannr_test_draft_new ("Okafor", "", people);
  g_autoptr (PlannrSubmission) submission = NULL;

  plannr_profile_open (fixture->profile, NULL);
  plannr_outbox_set_api (fixture->outbox, api);
  submission = plannr_outbox_begin (fixture->outbox, draft);
  g_assert_true (plannr_outbox_submit (fixture->outbox, submission));
  g_assert_true (plannr_test_wait (is_waiting, fixture->outbox));
  assert_says (fixture, "Nothing answers at Plannr’s address. The next try is at *:*.",
               "win.try-now", "_Try now");

  plannr_outbox_set_api (fixture->outbox, NULL);
  assert_says (fixture, "Your token no longer works. What you have created waits here.",
               "win.connect", "_Sign in again");
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);

#define ADD(path, function)                                                                        \
  g_test_add ("/plannr/news/" path, Fixture, NULL, set_up, function, tear_down)
  ADD ("practice", test_practice);
  ADD ("discarded", test_discarded);
  ADD ("moved", test_moved);
  ADD ("newer", test_newer);
  ADD ("open-elsewhere", test_open_elsewhere);
  ADD ("disk", test_disk);
  ADD ("network", test_network);
#undef ADD

  return g_test_run ();
}
