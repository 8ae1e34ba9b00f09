/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plannr-ledger"

#include "config.h"

#include "ledger-disk.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "ledger-replay.h"

#define COUNT_WIDTH 128

/* There is one in a process, as there is one default VFS. */
static struct
{
  GMutex lock;
  LedgerPlan plan;
  guint count;
  int count_file; /* -1: none */
  GPtrArray *log; /* of LedgerEntry */
} disk = { .count_file = -1 };

/**
 * ledger_disk_start:
 * @plan: what is to go wrong
 *
 * Begins to count anew, with an empty log.
 */
void
ledger_disk_start (const LedgerPlan *plan)
{
  if (disk.count_file >= 0)
    close (disk.count_file);
  ledger_plan_clear (&disk.plan);
  ledger_plan_copy (&disk.plan, plan);
  disk.count = 0;
  disk.count_file = -1;
  if (plan->count_to != NULL)
    disk.count_file = open (plan->count_to, O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
  g_clear_pointer (&disk.log, g_ptr_array_unref);
  disk.log = g_ptr_array_new_with_free_func ((GDestroyNotify) ledger_entry_unref);
}

/**
 * ledger_disk_get_plan:
 *
 * Returns: what is to go wrong
 */
const LedgerPlan *
ledger_disk_get_plan (void)
{
  return &disk.plan;
}

/**
 * ledger_disk_concerns:
 * @path: a file's path
 *
 * Returns: whether the plan is about it
 */
gboolean
ledger_disk_concerns (const char *path)
{
  const char *slash = path != NULL ? strrchr (path, '/') : NULL;

  return path != NULL
         && (disk.plan.only == NULL
             || g_str_has_prefix (slash != NULL ? slash + 1 : path, disk.plan.only));
}

static void
write_count (const char *operation, const char *path)
{
  char line[COUNT_WIDTH + 1];
  int length = g_snprintf (line, sizeof line, "%u %s %s", disk.count, operation, path);

  if (length < COUNT_WIDTH)
    memset (line + length, ' ', (gsize) (COUNT_WIDTH - length));
  line[COUNT_WIDTH - 1] = '\n';
  if (disk.count_file >= 0 && pwrite (disk.count_file, line, COUNT_WIDTH, 0) != COUNT_WIDTH)
    g_error ("%s: %s", disk.plan.count_to, g_strerror (errno));
}

/**
 * ledger_disk_die:
 *
 * Ends this process as kill -9 does.
 */
void
ledger_disk_die (void)
{
  raise (SIGKILL);
  g_assert_not_reached ();
}

/* Leaves the files as they might stand after a power cut, each beside its name in the log. */
static void
cut_power (void)
{
  g_autoptr (LedgerReplay) replay = ledger_replay_new (disk.log);
  g_autoptr (GError) error = NULL;

  ledger_replay_advance (replay, disk.log->len);
  if (!ledger_replay_write (replay, disk.plan.seed, NULL, &error))
    g_error ("%s", error->message);
  ledger_disk_die ();
}

/**
 * ledger_disk_begin:
 * @operation: what is about to be done
 * @path: to which file
 *
 * Counts an operation. Does not return where the plan says that the process dies before it.
 *
 * Returns: how it is to go
 */
LedgerFate
ledger_disk_begin (const char *operation, const char *path)
{
  const LedgerPlan *plan = &disk.plan;
  LedgerFate fate = { 0 };

  g_mutex_lock (&disk.lock);
  fate.number = ++disk.count;
  write_count (operation, path);
  if (plan->kill_at == fate.number)
    ledger_disk_die ();
  if (plan->cut_at == fate.number)
    cut_power ();
  g_mutex_unlock (&disk.lock);

  if (ledger_range_contains (plan->shorts, fate.number))
    {
      fate.half = TRUE;
      fate.error = ENOSPC;
    }
  if (ledger_range_contains (plan->enospc, fate.number))
    fate.error = ENOSPC;
  if (ledger_range_contains (plan->eio, fate.number))
    fate.error = EIO;
  return fate;
}

/**
 * ledger_disk_end:
 * @fate: what ledger_disk_begin() gave
 *
 * Says that an operation is done. Does not return where the plan says that the process dies after
 * it.
 */
void
ledger_disk_end (LedgerFate fate)
{
  if (disk.plan.kill_after == fate.number)
    ledger_disk_die ();
}

/**
 * ledger_disk_record:
 * @kind: what was done
 * @text: the file's path, or a note
 * @number: as in LedgerEntry
 * @bytes: (nullable) (transfer full): as in LedgerEntry
 *
 * Appends to the log, where the plan asks for one.
 */
void
ledger_disk_record (LedgerEntryKind kind, const char *text, gint64 number, GBytes *bytes)
{
  LedgerEntry *entry = ledger_entry_new (kind, text, number, bytes);

  g_mutex_lock (&disk.lock);
  if (disk.plan.record || disk.plan.cut_at > 0)
    g_ptr_array_add (disk.log, g_steal_pointer (&entry));
  g_mutex_unlock (&disk.lock);
  g_clear_pointer (&entry, ledger_entry_unref);
}

/**
 * ledger_disk_get_count:
 *
 * Returns: how many operations there have been
 */
guint
ledger_disk_get_count (void)
{
  guint count;

  g_mutex_lock (&disk.lock);
  count = disk.count;
  g_mutex_unlock (&disk.lock);
  return count;
}

/**
 * ledger_disk_get_log:
 *
 * Returns: (transfer full) (element-type LedgerEntry): the log so far
 */
GPtrArray *
ledger_disk_get_log (void)
{
  GPtrArray *log = g_ptr_array_new_with_free_func ((GDestroyNotify) ledger_entry_unref);

  g_mutex_lock (&disk.lock);
  for (guint i = 0; i < disk.log->len; i++)
    g_ptr_array_add (log, ledger_entry_ref (g_ptr_array_index (disk.log, i)));
  g_mutex_unlock (&disk.lock);
  return log;
}
