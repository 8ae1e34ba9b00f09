/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-ledger-test"

#include "config.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>

#include "firm.h"
#include "ledger-faults.h"
#include "ledger-leaks.h"
#include "ledger-proxy.h"
#include "ledger-watch.h"

/* One create, and each step of its way failing in turn: each operation of the journal, in each way in
 * which a disk can fail or a process die at it, and each byte on the way to the server and back. */

/* By how much waits are shorter: not so much that what goes through a proxy can't be in time. */
#define SCALE     "300"
#define SCALE_CUT "100"
#define MAX_LIVES 4

/* How many at a time: they mostly wait. */
#define N_JOBS    4

static const char *const dead_ends[] = { "kill-at",   "kill-after", "kill-half",
                                         "enospc-at", "eio-at",     "short-at" };

/* One create, and what goes wrong. */
typedef struct
{
  const char *dead_end; /* (nullable): of the disk */
  guint at;             /* at which operation of the journal, or after how many bytes */
  const char *fault;    /* (nullable): of the server */
  gboolean cut;         /* the connection is cut */
} Step;

typedef struct
{
  GMutex mutex;
  Firm *firm; /* for all that need none of their own */
  char *data;
  guint n_runs;
  guint n_deaths;
  guint n_created;
  guint n_asked;
  guint n_refused;
  GString *complaints;
} Book;

static const char *desk;
static const char *certificates;

static gboolean
is_long (void)
{
  return g_getenv ("PLANNR_TEST_LONG") != NULL;
}

static void
remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (folder);
}

static GPid
start_desk (const char *folder,
            const char *server,
            const char *name,
            const char *disk,
            guint proxy,
            int *output)
{
  g_autofree char *authority = g_build_filename (certificates, "ca.pem", NULL);
  g_autofree char *port = g_strdup_printf ("%u", proxy);
  const char *argv[] = { desk,          "--folder", folder,
                         "--server",    server,     "--name",
                         name,          "--scale",  proxy != 0 ? SCALE_CUT : SCALE,
                         "--authority", authority,  "--proxy",
                         port,          "--alone",  NULL };
  g_auto (GStrv) environment = g_environ_setenv (g_get_environ (), "PLANNR_LEDGER_VFS", disk, TRUE);
  g_autoptr (GError) error = NULL;
  GPid pid = 0;

  if (!g_spawn_async_with_pipes (NULL, (char **) argv, environment, G_SPAWN_DO_NOT_REAP_CHILD, NULL,
                                 NULL, &pid, NULL, output, NULL, &error))
    g_error ("%s", error->message);

  return pid;
}

/* Starts the desk until it comes to its end by itself. Returns: what is wrong with that */
static const char *
live (LedgerWatch *watch,
      const char *folder,
      const char *server,
      const char *name,
      const char *first_disk,
      guint proxy,
      guint *n_deaths)
{
  for (guint life = 0; life < MAX_LIVES; life++)
    {
      int output = -1;
      int status = 0;
      GPid pid = start_desk (folder, server, name, life == 0 ? first_disk : "only=cases.db", proxy,
                             &output);

      ledger_watch_read (watch, output, -1);
      while (waitpid (pid, &status, 0) < 0 && errno == EINTR)
        continue;
      if (WIFEXITED (status))
        return WEXITSTATUS (status) == 0 ? NULL : "it came to no end";
      if (WTERMSIG (status) != SIGKILL || life > 0)
        return "it crashed";
      (*n_deaths)++;
    }

  return "it never ended by itself";
}

static const char *
judge (Book *book, LedgerWatch *watch, const char *data, const char *name)
{
  g_autofree char *sql = g_strdup_printf ("SELECT count(*) FROM cases WHERE name = '%s 1'", name);
  gint64 n_stored = firm_count (data, sql);
  GHashTableIter iter;
  gpointer value;
  guint n_ended = 0;
  const char *complaint = NULL;

  g_hash_table_iter_init (&iter, watch->rows);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      const LedgerSeen *seen = value;

      if (seen->end == NULL)
        complaint = seen->queued ? "it was shown as taken, and then it was lost" : complaint;
      else
        n_ended++;
      if (seen->n_asked > 1)
        complaint = "it was asked about more than once";
      if (g_strcmp0 (seen->end, "created") == 0)
        {
          book->n_created++;
          complaint = n_stored != 1 ? "it is shown as created and is not" : complaint;
        }
      else if (g_strcmp0 (seen->end, "refused") == 0)
        {
          book->n_refused++;
          complaint = n_stored != 0 ? "it is shown as refused and is there" : complaint;
        }
      else if (g_strcmp0 (seen->end, "asking") == 0)
        book->n_asked++;
      else if (seen->end != NULL)
        complaint = "it stands as what is no end";
    }
  if (n_stored > 1)
    complaint = "it is there twice";
  if (n_ended != 1)
    complaint = "there is not one row of it";

  return complaint;
}

static Firm *
start_firm (const Step *step, const char *data)
{
  g_autofree char *certificate = g_build_filename (certificates, "server.pem", NULL);
  g_autofree char *key = g_build_filename (certificates, "server-key.pem", NULL);
  g_autofree char *fault = ledger_faults_strike (step->fault != NULL ? step->fault : "none", 1);

  if (step->cut)
    return firm_start_with ("--data", data, "--rate", "0", "--tls-certificate", certificate,
                            "--tls-key", key, NULL);

  return firm_start_with ("--data", data, "--rate", "0", "--hold", "1", "--fault", fault, NULL);
}

static void
run_cb (gpointer data, gpointer user_data)
{
  g_autofree Step *step = data;
  Book *book = user_data;
  g_autoptr (GString) report = g_string_new (NULL);
  g_autofree char *folder = g_dir_make_tmp ("plannr-step-XXXXXX", NULL);
  g_autofree char *name =
      g_strdup_printf ("Step %s %u %s", step->dead_end != NULL ? step->dead_end : "cut", step->at,
                       step->fault != NULL ? step->fault : "");
  g_autofree char *disk = step->dead_end != NULL
                              ? g_strdup_printf ("%s=%u,only=cases.db", step->dead_end, step->at)
                              : g_strdup ("only=cases.db");
  gboolean own = step->cut || step->fault != NULL;
  g_autofree char *own_data = own ? firm_make_file () : NULL;
  g_autoptr (Firm) own_firm = own ? start_firm (step, own_data) : NULL;
  g_autoptr (LedgerProxy) proxy = step->cut ? ledger_proxy_new () : NULL;
  LedgerWatch *watch = ledger_watch_new (report);
  const char *complaint = NULL;
  guint n_deaths = 0;

  if (proxy != NULL)
    ledger_proxy_set_mode (proxy, LEDGER_PROXY_CUT, step->at, (LedgerRange){ 1, 2 });
  complaint = live (watch, folder, own ? own_firm->base : book->firm->base, name, disk,
                    proxy != NULL ? ledger_proxy_get_port (proxy) : 0, &n_deaths);

  g_mutex_lock (&book->mutex);
  if (complaint == NULL)
    complaint = judge (book, watch, own ? own_data : book->data, name);
  book->n_runs++;
  book->n_deaths += n_deaths;
  if (complaint != NULL)
    g_string_append_printf (book->complaints, "%s: %s\n%s", name, complaint, report->str);
  g_mutex_unlock (&book->mutex);

  ledger_watch_free (watch);
  remove_folder (folder);
  g_clear_pointer (&own_firm, firm_free);
  if (own)
    firm_remove_file (own_data);
}

static void
push (GThreadPool *pool, Step step)
{
  g_thread_pool_push (pool, g_memdup2 (&step, sizeof step), NULL);
}

/* How many operations of the journal one create takes. */
static guint
count_operations (Firm *firm)
{
  g_autoptr (GString) report = g_string_new (NULL);
  g_autofree char *folder = g_dir_make_tmp ("plannr-step-XXXXXX", NULL);
  g_autofree char *count_to = g_build_filename (folder, "count", NULL);
  g_autofree char *disk = g_strdup_printf ("only=cases.db,count-to=%s", count_to);
  g_autofree char *count = NULL;
  LedgerWatch *watch = ledger_watch_new (report);
  guint n_deaths = 0;
  guint n;

  g_assert_cmpstr (live (watch, folder, firm->base, "Count", disk, 0, &n_deaths), ==, NULL);
  g_assert_true (g_file_get_contents (count_to, &count, NULL, NULL));
  n = (guint) strtoul (count, NULL, 10);
  ledger_watch_free (watch);
  remove_folder (folder);

  return n;
}

typedef void (*PushFunc) (GThreadPool *pool, guint n_operations);

static void
run_all (PushFunc push_steps)
{
  Book book = { .complaints = g_string_new (NULL) };
  GThreadPool *pool = g_thread_pool_new (run_cb, &book, N_JOBS, TRUE, NULL);

  g_mutex_init (&book.mutex);
  book.data = firm_make_file ();
  book.firm = firm_start_with ("--data", book.data, "--rate", "0", NULL);
  push_steps (pool, count_operations (book.firm));
  g_thread_pool_free (pool, FALSE, TRUE);
  firm_free (book.firm);
  firm_remove_file (book.data);
  g_free (book.data);
  g_mutex_clear (&book.mutex);

  g_test_message ("%u creates, %u deaths: %u created, %u refused, %u asked about", book.n_runs,
                  book.n_deaths, book.n_created, book.n_refused, book.n_asked);
  g_assert_cmpuint (book.n_runs, >, 0);
  g_assert_cmpstr (book.complaints->str, ==, "");
  g_string_free (book.complaints, TRUE);
}

static void
push_journal (GThreadPool *pool, guint n_operations)
{
  guint stride = is_long () ? 1 : 6;

  for (gsize i = 0; i < G_N_ELEMENTS (dead_ends); i++)
    for (guint at = 1 + (guint) g_test_rand_int_range (0, (gint32) stride); at <= n_operations + 1;
         at += stride)
      push (pool, (Step){ .dead_end = dead_ends[i], .at = at });
}

static void
test_journal (void)
{
  run_all (push_journal);
}

/* Each fault of the server with each dead end at every fifth operation of the journal, the first twenty
 * of which open it; in a short run, a third of the faults with what chance chooses. */
static void
push_server (GThreadPool *pool, guint n_operations)
{
  for (guint i = 0; i < ledger_n_faults; i++)
    {
      if (!is_long ())
        {
          if (g_test_rand_int_range (0, 3) == 0)
            push (pool, (Step){ .dead_end =
                                    dead_ends[g_test_rand_int_range (0, G_N_ELEMENTS (dead_ends))],
                                .at = (guint) g_test_rand_int_range (20, (gint32) n_operations),
                                .fault = ledger_faults[i] });
          continue;
        }

      for (gsize k = 0; k < G_N_ELEMENTS (dead_ends); k++)
        for (guint at = 20 + (guint) g_test_rand_int_range (0, 5); at <= n_operations + 1; at += 5)
          push (pool, (Step){ .dead_end = dead_ends[k], .at = at, .fault = ledger_faults[i] });
    }
}

static void
test_server (void)
{
  run_all (push_server);
}

/* The way there and back, byte by byte: the handshake, the request, the answer. */
static void
push_network (GThreadPool *pool, guint n_operations)
{
  guint stride = is_long () ? 11 : 700;

  for (guint at = 1 + (guint) g_test_rand_int_range (0, (gint32) stride); at < 5500; at += stride)
    push (pool, (Step){ .cut = TRUE, .at = at });
}

static void
test_network (void)
{
  run_all (push_network);
}

int
main (int argc, char *argv[])
{
  g_setenv ("SOUP_FORCE_HTTP1", "1", TRUE);
  ledger_leaks_forget ();
  g_test_init (&argc, &argv, NULL);
  desk = g_getenv ("PLANNR_LEDGER_DESK");
  certificates = g_getenv ("PLANNR_TEST_CERTIFICATES");
  g_test_add_func ("/plannr/each-step/journal", test_journal);
  g_test_add_func ("/plannr/each-step/server", test_server);
  g_test_add_func ("/plannr/each-step/network", test_network);

  return g_test_run ();
}
