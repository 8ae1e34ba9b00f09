/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-ledger"

#include "config.h"

#include <stdlib.h>

#include "ledger-leaks.h"
#include "ledger-run.h"

/* Many runs, one after the other, and what has come of them: a table of faults and outcomes. Prints
 * TAP. With --expect-failure it is the ledger itself that is tested: something must be lost or
 * doubled. */

typedef struct
{
  guint runs;
  guint cases;
  guint deaths;
  guint requests;
  guint marks;
  guint created;
  guint refused;
  guint asked;
  guint lost;
  guint doubled;
  guint asked_twice;
  guint wrong;
} Sums;

/* What the runs, several at a time, come to. */
typedef struct
{
  const LedgerSetting *setting;
  gboolean expect_failure;
  GMutex mutex;
  GHashTable *table; /* Sums, by the fault */
  Sums all;
  guint n_bad;
} Book;

static void
add (Sums *sums, const LedgerRun *run)
{
  sums->runs++;
  sums->cases += run->n_cases;
  sums->deaths += run->n_deaths;
  sums->requests += run->n_requests;
  sums->marks += run->n_marks;
  sums->created += run->created;
  sums->refused += run->refused;
  sums->asked += run->asked;
  sums->lost += run->lost;
  sums->doubled += run->doubled;
  sums->asked_twice += run->asked_twice;
  sums->wrong += run->wrong;
}

static void
print_sums (const char *name, const Sums *sums)
{
  g_print ("#| %-28s %6u %6u %6u %8u %8u %6u %5u %8u %12u %6u\n", name, sums->runs, sums->cases,
           sums->deaths, sums->created, sums->refused, sums->asked, sums->lost, sums->doubled,
           sums->asked_twice, sums->wrong);
}

static void
print_table (GHashTable *table, const Sums *all)
{
  g_autoptr (GList) names = g_list_sort (g_hash_table_get_keys (table), (GCompareFunc) g_strcmp0);

  g_print ("#| %-28s %6s %6s %6s %8s %8s %6s %5s %8s %12s %6s\n", "fault", "runs", "cases",
           "deaths", "created", "refused", "asked", "lost", "doubled", "asked twice", "wrong");
  for (GList *l = names; l != NULL; l = l->next)
    print_sums (l->data, g_hash_table_lookup (table, l->data));
  print_sums ("all", all);
  g_print ("#| %u requests have reached the servers; the journals have %u marks\n", all->requests,
           all->marks);
}

static void
print_report (const LedgerRun *run)
{
  g_auto (GStrv) lines = g_strsplit (run->report->str, "\n", -1);

  for (char **line = lines; *line != NULL; line++)
    g_print ("# %s\n", *line);
}

static void
run_cb (gpointer data, gpointer user_data)
{
  Book *book = user_data;
  g_autoptr (LedgerRun) run = ledger_run (book->setting, GPOINTER_TO_UINT (data));
  g_autoptr (GMutexLocker) locker G_GNUC_UNUSED = g_mutex_locker_new (&book->mutex);
  Sums *sums = g_hash_table_lookup (book->table, run->fault);

  if (sums == NULL)
    {
      sums = g_new0 (Sums, 1);
      g_hash_table_insert (book->table, g_strdup (run->fault), sums);
    }
  add (sums, run);
  add (&book->all, run);
  book->n_bad += !ledger_run_is_good (run);
  if (book->setting->verbose || (!book->expect_failure && !ledger_run_is_good (run)))
    print_report (run);
}

static int
get_share (int runs, int long_runs)
{
  return g_getenv ("PLANNR_TEST_LONG") != NULL ? long_runs : runs;
}

int
main (int argc, char *argv[])
{
  LedgerSetting setting = { 0 };
  g_autofree char *desk = NULL;
  g_autofree char *tls = NULL;
  g_autofree char *way = NULL;
  int runs = 10;
  int long_runs = 0;
  int seed = -1;
  int jobs = 6;
  gboolean expect_failure = FALSE;
  const GOptionEntry options[] = {
    { "desk", 0, 0, G_OPTION_ARG_FILENAME, &desk, "The program that is to be killed", "FILE" },
    { "tls", 0, 0, G_OPTION_ARG_FILENAME, &tls, "Where the certificates are", "DIR" },
    { "way", 0, 0, G_OPTION_ARG_STRING, &way, "plain, tls or proxy", "NAME" },
    { "runs", 0, 0, G_OPTION_ARG_INT, &runs, "How many", "N" },
    { "long-runs", 0, 0, G_OPTION_ARG_INT, &long_runs, "How many where there is time", "N" },
    { "seed", 0, 0, G_OPTION_ARG_INT, &seed, "The first one's; random unless given", "N" },
    { "jobs", 0, 0, G_OPTION_ARG_INT, &jobs, "How many at a time: they mostly wait", "N" },
    { "no-sync", 0, 0, G_OPTION_ARG_NONE, &setting.no_sync, "With a disk that lies", NULL },
    { "hasty", 0, 0, G_OPTION_ARG_NONE, &setting.hasty, "Answer by “Send again”", NULL },
    { "expect-failure", 0, 0, G_OPTION_ARG_NONE, &expect_failure, "It must not go well", NULL },
    { "verbose", 0, 0, G_OPTION_ARG_NONE, &setting.verbose, "Say all about each run", NULL },
    { NULL },
  };
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);
  g_autoptr (GHashTable) table = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GError) error = NULL;
  Book book = { .setting = &setting, .table = table };
  GThreadPool *pool = NULL;
  guint n_wrong;
  gboolean good;

  g_setenv ("SOUP_FORCE_HTTP1", "1", TRUE);
  ledger_leaks_forget ();
  g_option_context_add_main_entries (context, options, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error))
    g_error ("%s", error->message);

  book.expect_failure = expect_failure;
  setting.desk = desk;
  setting.tls = tls;
  if (g_strcmp0 (way, "tls") == 0)
    setting.way = LEDGER_WAY_TLS;
  else if (g_strcmp0 (way, "proxy") == 0)
    setting.way = LEDGER_WAY_PROXY;
  runs = get_share (runs, MAX (long_runs, runs));
  if (seed < 0)
    seed = g_random_int_range (0, G_MAXINT32 - runs);

  g_print ("1..1\n#| %d runs, seeds from %d\n", runs, seed);
  pool = g_thread_pool_new (run_cb, &book, jobs, TRUE, NULL);
  for (int i = 0; i < runs; i++)
    g_thread_pool_push (pool, GUINT_TO_POINTER ((guint) (seed + i)), NULL);
  g_thread_pool_free (pool, FALSE, TRUE);

  n_wrong = book.all.lost + book.all.doubled;
  good = expect_failure ? n_wrong > 0 : book.n_bad == 0;
  print_table (book.table, &book.all);
  g_print ("%s 1 %s\n", good ? "ok" : "not ok",
           expect_failure ? "something was lost or doubled" : "nothing was lost or doubled");

  return good ? 0 : 1;
}
