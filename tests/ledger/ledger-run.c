/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-ledger"

#include "config.h"

#include "ledger-run.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <poll.h>
#include <signal.h>
#include <sqlite3.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "firm.h"
#include "ledger-faults.h"
#include "ledger-watch.h"

/* With that many starts every run has come to its end, whatever killed it on the way. */
#define MAX_LIVES 8

/* By how much every wait is shorter than people live with: what is left must be enough for a handshake
 * on a busy machine. */
static const guint scales[] = {
  [LEDGER_WAY_PLAIN] = 300,
  [LEDGER_WAY_TLS] = 120,
  [LEDGER_WAY_PROXY] = 120,
};

static const struct
{
  const char *name;
  LedgerProxyMode mode;
  guint number;
} proxy_faults[] = {
  { "proxy: passes", LEDGER_PROXY_PASS, 0 },
  { "proxy: 403", LEDGER_PROXY_REFUSE, 403 },
  { "proxy: 407", LEDGER_PROXY_REFUSE, 407 },
  { "proxy: 502", LEDGER_PROXY_REFUSE, 502 },
  { "proxy: closes", LEDGER_PROXY_CLOSE, 0 },
  { "proxy: closes after 200", LEDGER_PROXY_CLOSE_AFTER, 0 },
  { "proxy: a page", LEDGER_PROXY_LIE_HTML, 0 },
  { "proxy: nonsense", LEDGER_PROXY_LIE_GARBAGE, 0 },
  { "proxy: cut in the handshake", LEDGER_PROXY_CUT, 300 },
  { "proxy: cut in the request", LEDGER_PROXY_CUT, 2600 },
  { "proxy: cut in the answer", LEDGER_PROXY_CUT, 3400 },
};

/* What is needed while a run goes on. */
typedef struct
{
  const LedgerSetting *setting;
  LedgerRun *run;
  GRand *random;
  Firm *firm;
  LedgerProxy *proxy;
  char *data;
  char *log;
  char *folder;
  char *name;
  gboolean alike;
  gboolean distrusted; /* its first life does not know the authority */
  gboolean second;     /* a second process opens the same journal */
  gboolean suspended;
  gboolean alone; /* nobody asks for the firm's lists meanwhile */
  int clock[2];   /* of the first life, and of all others; in seconds */
  LedgerWatch *watch;
} Stage;

static guint
draw (Stage *stage, guint n)
{
  return (guint) g_rand_int_range (stage->random, 0, (gint32) n);
}

static char *
find_certificate (Stage *stage, const char *name)
{
  return g_build_filename (stage->setting->tls, name, NULL);
}

/* Of one of the creates or, where it is a series, of the first three. */
static char *
choose_server_fault (Stage *stage)
{
  const char *name = ledger_faults[stage->run->seed % ledger_n_faults];

  g_free (stage->run->fault);
  stage->run->fault = g_strdup (name);

  return ledger_faults_strike (name, 1 + draw (stage, stage->run->n_cases));
}

static void
start_firm (Stage *stage)
{
  g_autofree char *fault = NULL;
  g_autofree char *certificate = find_certificate (stage, "server.pem");
  g_autofree char *key = find_certificate (stage, "server-key.pem");

  stage->data = firm_make_file ();
  stage->log = g_strconcat (stage->data, ".log", NULL);
  if (stage->setting->way == LEDGER_WAY_PROXY)
    {
      gsize i = stage->run->seed % G_N_ELEMENTS (proxy_faults);

      stage->run->fault = g_strdup (proxy_faults[i].name);
      stage->proxy = ledger_proxy_new ();
      ledger_proxy_set_mode (stage->proxy, proxy_faults[i].mode, proxy_faults[i].number,
                             (LedgerRange){ 1, 1 + draw (stage, 3) });
      stage->firm = firm_start_logged (stage->log, "--data", stage->data, "--rate", "0",
                                       "--tls-certificate", certificate, "--tls-key", key, NULL);
    }
  else
    {
      fault = choose_server_fault (stage);
      if (stage->setting->way == LEDGER_WAY_TLS)
        stage->firm = firm_start_logged (stage->log, "--data", stage->data, "--rate", "0", "--hold",
                                         "1", "--fault", fault, "--tls-certificate", certificate,
                                         "--tls-key", key, NULL);
      else
        stage->firm = firm_start_logged (stage->log, "--data", stage->data, "--rate", "0", "--hold",
                                         "1", "--fault", fault, NULL);
    }
}

/* What happens to the disk, and to the process by way of it. */
static char *
choose_disk (Stage *stage, guint life)
{
  g_autofree char *more =
      g_strdup_printf ("only=cases.db,seed=%u%s", (guint) g_rand_int (stage->random),
                       stage->setting->no_sync ? ",no-sync" : "");
  guint at = 1 + draw (stage, 140);
  guint count = 1 + draw (stage, 12);

  if (stage->setting->no_sync)
    return life == 0 ? g_strdup_printf ("cut-at=%u,%s", 20 + at, more) : g_strdup (more);
  if (life > 1)
    return g_strdup (more);

  switch (draw (stage, 14))
    {
    case 0:
      return g_strdup_printf ("kill-at=%u,%s", at, more);
    case 1:
      return g_strdup_printf ("kill-after=%u,%s", at, more);
    case 2:
      return g_strdup_printf ("kill-half=%u,%s", at, more);
    case 3:
      return g_strdup_printf ("cut-at=%u,%s", at, more);
    case 4:
      return g_strdup_printf ("enospc-at=%u+%u,%s", at, count, more);
    case 5:
      return g_strdup_printf ("eio-at=%u+%u,%s", at, count, more);
    case 6:
      return g_strdup_printf ("short-at=%u+%u,%s", at, count, more);
    default:
      return g_strdup (more);
    }
}

/* What is counted by connections is meant for one that a create goes out on, and not for one of those
 * on which the firm's lists are asked for. Now and then it is left to chance. */
static gboolean
counts_connections (Stage *stage)
{
  return stage->setting->way == LEDGER_WAY_PROXY
         || g_str_equal (ledger_faults[stage->run->seed % ledger_n_faults], "after-accept");
}

static void
choose (Stage *stage)
{
  stage->run->n_cases = 1 + draw (stage, 3);
  stage->alike = draw (stage, 10) == 0;
  stage->second = draw (stage, 10) == 0;
  stage->suspended = draw (stage, 20) == 0;
  stage->distrusted = stage->setting->way != LEDGER_WAY_PLAIN && draw (stage, 8) == 0;
  for (gsize i = 0; i < G_N_ELEMENTS (stage->clock); i++)
    switch (draw (stage, 12))
      {
      case 0:
        stage->clock[i] = 86400;
        break;
      case 1:
        stage->clock[i] = -86400;
        break;
      default:
        break;
      }
  stage->alone = draw (stage, 5) != 0 && counts_connections (stage);
}

static GPid
start_desk (Stage *stage, guint life, guint n_cases, int *output)
{
  g_autofree char *authority =
      find_certificate (stage, stage->distrusted && life == 0 ? "untrusted.pem" : "ca.pem");
  g_autofree char *cases = g_strdup_printf ("%u", n_cases);
  g_autofree char *scale = g_strdup_printf ("%u", scales[stage->setting->way]);
  g_autofree char *proxy =
      stage->proxy != NULL ? g_strdup_printf ("%u", ledger_proxy_get_port (stage->proxy)) : NULL;
  g_autofree char *clock = g_strdup_printf ("%d", stage->clock[MIN (life, 1)]);
  g_autofree char *disk = choose_disk (stage, life);
  g_autoptr (GPtrArray) argv = g_ptr_array_new ();
  g_auto (GStrv) environment = g_get_environ ();
  g_autoptr (GError) error = NULL;
  GPid pid = 0;

  environment = g_environ_setenv (environment, "PLANNR_LEDGER_VFS", disk, TRUE);
  environment = g_environ_setenv (environment, "PLANNR_LEDGER_CLOCK", clock, TRUE);
  g_string_append_printf (stage->run->report, "life %u: disk %s, clock %s\n", life, disk, clock);

  g_ptr_array_add (argv, (gpointer) stage->setting->desk);
  g_ptr_array_add (argv, (gpointer) "--folder");
  g_ptr_array_add (argv, stage->folder);
  g_ptr_array_add (argv, (gpointer) "--server");
  g_ptr_array_add (argv, stage->firm->base);
  g_ptr_array_add (argv, (gpointer) "--name");
  g_ptr_array_add (argv, stage->name);
  g_ptr_array_add (argv, (gpointer) "--cases");
  g_ptr_array_add (argv, cases);
  g_ptr_array_add (argv, (gpointer) "--scale");
  g_ptr_array_add (argv, scale);
  if (stage->setting->way != LEDGER_WAY_PLAIN)
    {
      g_ptr_array_add (argv, (gpointer) "--authority");
      g_ptr_array_add (argv, authority);
    }
  if (proxy != NULL)
    {
      g_ptr_array_add (argv, (gpointer) "--proxy");
      g_ptr_array_add (argv, proxy);
    }
  if (stage->alike)
    g_ptr_array_add (argv, (gpointer) "--alike");
  if (stage->setting->hasty)
    g_ptr_array_add (argv, (gpointer) "--hasty");
  if (stage->alone)
    g_ptr_array_add (argv, (gpointer) "--alone");
  g_ptr_array_add (argv, NULL);

  if (!g_spawn_async_with_pipes (NULL, (char **) argv->pdata, environment,
                                 G_SPAWN_DO_NOT_REAP_CHILD, NULL, NULL, &pid, NULL, output, NULL,
                                 &error))
    g_error ("%s", error->message);

  return pid;
}

static int
wait_for (GPid pid)
{
  int status = 0;

  while (waitpid (pid, &status, 0) < 0 && errno == EINTR)
    continue;

  return status;
}

/* One life of the desk, from its start to its end or its death. Returns: whether it came to its end. */
static gboolean
live (Stage *stage, guint life)
{
  int output = -1;
  int second_output = -1;
  GPid second = 0;
  GPid pid = start_desk (stage, life, stage->run->n_cases, &output);
  gint64 kill_in = -1;
  int status;

  /* The last lives are quiet ones, or it would never end; one that trusts nobody never does. */
  if (life < 3 && (draw (stage, 3) == 0 || (stage->distrusted && life == 0)))
    kill_in = draw (stage, 400);
  if (stage->suspended && life == 0)
    {
      g_usleep (draw (stage, 100) * 1000);
      kill (pid, SIGSTOP);
      g_usleep (400 * 1000);
      kill (pid, SIGCONT);
    }
  if (stage->second && life == 0)
    {
      g_usleep (draw (stage, 50) * 1000);
      second = start_desk (stage, MAX_LIVES, 0, &second_output);
    }

  if (ledger_watch_read (stage->watch, output, kill_in))
    kill (pid, SIGKILL);
  status = wait_for (pid);
  if (WIFSIGNALED (status))
    stage->run->n_deaths++;

  if (second != 0)
    {
      ledger_watch_read (stage->watch, second_output, -1);
      wait_for (second);
    }

  if (WIFEXITED (status) && WEXITSTATUS (status) != 0)
    {
      g_string_append_printf (stage->run->report, "it ended with %d\n", WEXITSTATUS (status));
      stage->run->wrong++;
      return TRUE;
    }

  return WIFEXITED (status);
}

/* Every request that has reached the server has its mark in the journal. */
static void
count_requests (Stage *stage)
{
  LedgerRun *run = stage->run;
  g_autofree char *journal = g_build_filename (stage->folder, "cases.db", NULL);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;

  /* What a disk that lies has lost is counted as that. */
  if (stage->setting->no_sync || !g_file_get_contents (stage->log, &text, NULL, NULL))
    return;

  lines = g_strsplit (text, "\n", -1);
  for (char **line = lines; *line != NULL; line++)
    run->n_requests += g_str_has_prefix (*line, "POST /api/v1/cases ");
  run->n_marks = (guint) firm_count (journal, "SELECT count(*) FROM attempt");
  if (run->n_requests > run->n_marks)
    {
      g_string_append_printf (run->report, "%u requests, %u marks\n", run->n_requests,
                              run->n_marks);
      run->wrong++;
    }
}

/* Nothing that a person saw is worth anything: the server's table is. */
static void
judge (Stage *stage)
{
  LedgerRun *run = stage->run;
  g_autofree char *all =
      g_strdup_printf ("SELECT count(*) FROM cases WHERE name LIKE '%s%%'", stage->name);
  GHashTableIter iter;
  gpointer value;
  guint n = 0;
  gint64 stored = firm_count (stage->data, all);

  g_hash_table_iter_init (&iter, stage->watch->rows);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      LedgerSeen *seen = value;

      run->asked_twice += seen->n_asked > 1;
      if (seen->end == NULL)
        {
          /* It was shown as queued, and then it was gone. */
          run->lost += seen->queued;
          continue;
        }

      n++;
      if (g_str_equal (seen->end, "created"))
        {
          g_autofree char *one =
              g_strdup_printf ("SELECT count(*) FROM cases WHERE uuid = '%s'", seen->uuid);

          run->created++;
          run->wrong += firm_count (stage->data, one) != 1;
        }
      else if (g_str_equal (seen->end, "refused"))
        run->refused++;
      else if (g_str_equal (seen->end, "asking"))
        run->asked++;
      else
        run->wrong++;
    }

  if (n < run->n_cases)
    run->lost += run->n_cases - n;

  /* What was refused or created accounts for so many; a question for one at most. */
  if (stored > (gint64) (run->created + run->asked) && stage->alike)
    run->doubled += (guint) (stored - run->created - run->asked);
  if (!stage->alike)
    {
      g_autofree char *doubled = g_strdup_printf (
          "SELECT count(*) - count(DISTINCT name) FROM cases WHERE name LIKE '%s%%'", stage->name);

      run->doubled += (guint) firm_count (stage->data, doubled);
      /* Refused, and made all the same: sooner or later it is made twice. */
      if (stored > (gint64) (run->created + run->asked))
        run->wrong++;
    }
  g_string_append_printf (run->report, "the server has %d\n", (int) stored);
}

static void
remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (folder);
}

/**
 * ledger_run:
 * @setting: what is the same for all runs
 * @seed: decides all the rest
 *
 * Returns: (transfer full): what has come of it
 */
LedgerRun *
ledger_run (const LedgerSetting *setting, guint32 seed)
{
  LedgerRun *run = g_new0 (LedgerRun, 1);
  Stage stage = { .setting = setting, .run = run };
  gboolean over = FALSE;

  run->seed = seed;
  run->report = g_string_new (NULL);
  stage.random = g_rand_new_with_seed (seed);
  stage.name = g_strdup_printf ("Ledger %u", seed);
  stage.folder = g_dir_make_tmp ("plannr-ledger-XXXXXX", NULL);
  stage.watch = ledger_watch_new (run->report);
  choose (&stage);
  start_firm (&stage);
  g_string_append_printf (run->report, "seed %u: %s, %u cases%s%s%s%s%s\n", seed, run->fault,
                          run->n_cases, stage.alike ? ", alike" : "",
                          stage.second ? ", two processes" : "",
                          stage.suspended ? ", suspended" : "", stage.alone ? ", alone" : "",
                          stage.distrusted ? ", a certificate not to be trusted" : "");

  for (guint life = 0; life < MAX_LIVES && !over; life++)
    over = live (&stage, life);
  if (!over)
    run->wrong++;

  judge (&stage);
  firm_free (stage.firm);
  count_requests (&stage);
  g_unlink (stage.log);
  firm_remove_file (stage.data);
  g_clear_pointer (&stage.proxy, ledger_proxy_free);
  ledger_watch_free (stage.watch);
  remove_folder (stage.folder);
  g_rand_free (stage.random);
  g_free (stage.folder);
  g_free (stage.data);
  g_free (stage.log);
  g_free (stage.name);

  return run;
}

/**
 * ledger_run_free:
 * @self: (transfer full): a run
 */
void
ledger_run_free (LedgerRun *self)
{
  g_free (self->fault);
  g_string_free (self->report, TRUE);
  g_free (self);
}

/**
 * ledger_run_is_good:
 * Returns: whether nothing was lost, nothing doubled, and nobody asked twice
 */
gboolean
ledger_run_is_good (const LedgerRun *self)
{
  return self->lost == 0 && self->doubled == 0 && self->asked_twice == 0 && self->wrong == 0;
}
