/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plannr-ledger-test"

#include "config.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "journal-fixture.h"
#include "ledger-cuts.h"
#include "ledger-vfs.h"
#include "plannr-journal-file.h"

/* How far a submission has come, in the words of a note: WORD ID. */
static const struct
{
  const char *word;
  PlannrState state;
} stages[] = {
  { "draft", PLANNR_STATE_DRAFT },
  { "queued", PLANNR_STATE_QUEUED },
  { "marked", PLANNR_STATE_ON_WIRE },
  { "created", PLANNR_STATE_CREATED },
};

/* Where a process that is to be killed tells its notes to another; -1: nowhere. */
static int witness = -1;

static gboolean
is_long (void)
{
  return g_getenv ("PLANNR_TEST_LONG") != NULL;
}

static void
note (guint stage, guint id)
{
  g_autofree char *text = g_strdup_printf ("%s %u", stages[stage].word, id);

  ledger_vfs_note (text);
  if (witness >= 0)
    g_assert_cmpint (write (witness, text, strlen (text) + 1), ==, strlen (text) + 1);
}

static GBytes *
make_body (guint id)
{
  g_autofree char *padding = g_strnfill (100 + (id * 397) % 9000, 'x');
  char *text = g_strdup_printf ("{\"name\":\"Remortgage %u\",\"description\":\"%s\"}", id, padding);

  return g_bytes_new_take (text, strlen (text));
}

static PlannrEntry *
make_entry (guint id, PlannrState state)
{
  g_autofree char *name = g_strdup_printf ("%u", id);
  PlannrEntry *entry = journal_fixture_new_entry (name, state);

  g_clear_pointer (&entry->body, g_bytes_unref);
  if (state != PLANNR_STATE_DRAFT)
    entry->body = make_body (id);
  if (state == PLANNR_STATE_CREATED)
    {
      entry->case_uuid = g_strdup_printf ("5c7b1d92-0e3f-4a68-b1c4-9d2e8f70%04u", id);
      entry->ended = TRUE;
      entry->status = 200;
      entry->answer = make_body (id);
    }
  return entry;
}

/* One submission's way. What the journal says is on the disk is noted; where it says that it is
 * not, that is the end of the way. Returns: how many stages it came to */
static guint
submit (JournalFixture *fixture, guint id)
{
  for (guint i = 0; i < G_N_ELEMENTS (stages); i++)
    {
      g_autofree char *name = g_strdup_printf ("%u", id);
      gboolean good = stages[i].state == PLANNR_STATE_ON_WIRE
                          ? plannr_journal_mark (fixture->journal, name, 1000 + id, 2000 + id, NULL)
                          : journal_fixture_write (fixture, make_entry (id, stages[i].state), NULL);

      if (!good)
        return i;
      note (i, id);
    }
  return G_N_ELEMENTS (stages);
}

/* A first third, a restart, and so much more that the log is taken into the file on the way, where the
 * run is a long one. Returns: how many stages were reached in all */
static guint
submit_all (JournalFixture *fixture, guint count)
{
  guint reached = 0;

  for (guint i = 0; i < count; i++)
    {
      if (i == 0 || i == count / 3)
        journal_fixture_open (fixture);
      /* A disk that fails is no reason to think that the file is broken. */
      g_assert_null (fixture->moved_to);
      reached += submit (fixture, i);
    }
  journal_fixture_close (fixture);
  return reached;
}

static gboolean
is_as_noted (GPtrArray *entries, const char *text)
{
  const char *id = strchr (text, ' ') + 1;
  const PlannrEntry *found = NULL;
  g_autoptr (GBytes) body = make_body ((guint) g_ascii_strtoull (id, NULL, 10));
  guint stage = 0;

  while (!g_str_has_prefix (text, stages[stage].word))
    stage++;
  for (guint i = 0; i < entries->len && found == NULL; i++)
    if (g_str_equal (((PlannrEntry *) g_ptr_array_index (entries, i))->id, id))
      found = g_ptr_array_index (entries, i);

  return found != NULL && found->state >= stages[stage].state
         && (stage < 1 || (found->body != NULL && g_bytes_equal (found->body, body)))
         && (stage < 2 || found->first_attempt != 0)
         && (stage < 3 || (found->case_uuid != NULL && found->status == 200));
}

static LedgerFinding
look (const char *folder, GPtrArray *notes)
{
  g_autofree char *path = g_build_filename (folder, "cases.db", NULL);
  g_autofree char *moved_to = NULL;
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (GError) error = NULL;
  PlannrJournalFile *file = plannr_journal_file_open (folder, &entries, &moved_to, &error);
  gboolean all = TRUE;

  if (file != NULL)
    plannr_journal_file_close (file);
  if (file == NULL || moved_to != NULL || !ledger_cuts_is_sound (path))
    {
      ledger_cuts_empty (folder);
      return LEDGER_FINDING_UNREADABLE;
    }
  for (guint i = 0; i < notes->len && all; i++)
    all = is_as_noted (entries, g_ptr_array_index (notes, i));
  return all ? LEDGER_FINDING_ALL : LEDGER_FINDING_LOST;
}

static LedgerTally
run (JournalFixture *fixture, gboolean no_sync)
{
  const LedgerPlan plan = { .record = TRUE, .quick = TRUE, .no_sync = no_sync };
  const LedgerPlan quick = { .quick = TRUE };
  guint count = is_long () && !no_sync ? 80 : 6;
  g_autoptr (GPtrArray) log = NULL;
  LedgerTally tally;

  ledger_vfs_register (&plan);
  g_assert_cmpuint (submit_all (fixture, count), ==, count * G_N_ELEMENTS (stages));
  log = ledger_vfs_get_log ();
  ledger_vfs_register (&quick);
  tally = ledger_cuts_run (log, is_long () ? 8 : 3, 1, look);
  ledger_vfs_unregister ();
  return tally;
}

static void
test_nothing_is_lost (JournalFixture *fixture, gconstpointer data)
{
  LedgerTally tally = run (fixture, FALSE);

  g_assert_cmpuint (tally.cuts, >, 500);
  g_assert_cmpuint (tally.unreadable, ==, 0);
  g_assert_cmpuint (tally.lost, ==, 0);
}

/* The test of the test: with the journal's durability switched off it must see losses. */
static void
test_sees_loss (JournalFixture *fixture, gconstpointer data)
{
  LedgerTally tally = run (fixture, TRUE);

  g_assert_cmpuint (tally.lost, >, tally.cuts / 10);
}

static void
restart (JournalFixture *fixture, const char *text)
{
  g_auto (LedgerPlan) plan = { 0 };
  g_autoptr (GError) error = NULL;

  ledger_plan_parse (&plan, text, &error);
  g_assert_no_error (error);
  plan.record = TRUE;
  plan.quick = TRUE;
  ledger_cuts_empty (fixture->folder);
  ledger_vfs_register (&plan);
}

/* Each operation on the disk fails in turn. What the journal said is on the disk is there
 * afterwards, and it has gone on when the disk was well again. */
static void
test_failures (JournalFixture *fixture, gconstpointer kind)
{
  const guint all = 3 * G_N_ELEMENTS (stages);
  guint step = is_long () ? 1 : 7;
  guint reached = 0;
  guint runs = 0;
  guint count;

  restart (fixture, "record");
  g_assert_cmpuint (submit_all (fixture, 3), ==, all);
  count = ledger_vfs_get_count ();

  for (guint number = (guint) g_test_rand_int_range (1, (gint32) step + 1); number <= count;
       number += step)
    {
      g_autofree char *plan = g_strdup_printf ("%s=%u", (const char *) kind, number);
      g_autoptr (GPtrArray) log = NULL;
      g_autoptr (GPtrArray) notes = g_ptr_array_new ();

      restart (fixture, plan);
      submit_all (fixture, 3);
      log = ledger_vfs_get_log ();
      for (guint i = 0; i < log->len; i++)
        {
          LedgerEntry *entry = g_ptr_array_index (log, i);

          if (entry->kind == LEDGER_ENTRY_NOTE)
            g_ptr_array_add (notes, entry->text);
        }
      reached += notes->len;
      runs++;
      g_assert_cmpint (look (fixture->folder, notes), ==, LEDGER_FINDING_ALL);
    }
  ledger_vfs_unregister ();
  g_test_message ("%s: %u runs, %u of %u writes done, all of them there", (const char *) kind, runs,
                  reached, runs * all);
  g_assert_cmpuint (reached, >, runs * all / 2);
}

/* Does it in a process of its own, which dies of it, and reads what that had noted before. */
static GPtrArray *
submit_in_child (JournalFixture *fixture, const char *plan, int *status)
{
  GPtrArray *notes = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GString) text = g_string_new (NULL);
  int ends[2];
  pid_t child;
  char c;

  g_assert_cmpint (pipe (ends), ==, 0);
  child = fork ();
  if (child == 0)
    {
      close (ends[0]);
      witness = ends[1];
      restart (fixture, plan);
      submit_all (fixture, 3);
      _exit (EXIT_SUCCESS);
    }

  close (ends[1]);
  while (read (ends[0], &c, 1) == 1)
    if (c != '\0')
      {
        g_string_append_c (text, c);
      }
    else
      {
        g_ptr_array_add (notes, g_strdup (text->str));
        g_string_truncate (text, 0);
      }
  close (ends[0]);
  g_assert_cmpint (waitpid (child, status, 0), ==, child);
  return notes;
}

/* At each operation on the disk the process is killed, or the power goes. */
static void
test_deaths (JournalFixture *fixture, gconstpointer kind)
{
  guint step = is_long () ? 1 : 7;
  guint deaths = 0;
  guint count;

  restart (fixture, "record");
  submit_all (fixture, 3);
  count = ledger_vfs_get_count ();
  ledger_vfs_unregister ();

  for (guint number = (guint) g_test_rand_int_range (1, (gint32) step + 1); number <= count;
       number += step)
    {
      g_autofree char *plan = g_strdup_printf ("%s=%u,seed=%u", (const char *) kind, number,
                                               (guint) g_test_rand_int_range (0, G_MAXINT32));
      g_autoptr (GPtrArray) notes = NULL;
      int status;

      notes = submit_in_child (fixture, plan, &status);
      if (WIFSIGNALED (status))
        {
          g_assert_cmpint (WTERMSIG (status), ==, SIGKILL);
          deaths++;
        }
      g_assert_cmpint (look (fixture->folder, notes), ==, LEDGER_FINDING_ALL);
    }
  g_test_message ("%s: %u deaths", (const char *) kind, deaths);
  g_assert_cmpuint (deaths, >, count / step / 3);
}

#define ADD(path, data, function)                                                                  \
  g_test_add ("/plannr/power-cut/" path, JournalFixture, data, journal_fixture_set_up, function,   \
              journal_fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("nothing-is-lost", NULL, test_nothing_is_lost);
  ADD ("sees-loss", NULL, test_sees_loss);
  ADD ("enospc", "enospc-at", test_failures);
  ADD ("short", "short-at", test_failures);
  ADD ("eio", "eio-at", test_failures);
  ADD ("kill-before", "kill-at", test_deaths);
  ADD ("kill-half-way", "kill-half", test_deaths);
  ADD ("kill-after", "kill-after", test_deaths);
  ADD ("cut", "cut-at", test_deaths);
  return g_test_run ();
}
