/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plannr-ledger"

#include "config.h"

#include "ledger-replay.h"

#include <gio/gio.h>
#include <glib/gstdio.h>

#include "ledger-inode.h"

/* A change of a folder that may be lost: a name given to a file, or taken from it. */
typedef struct
{
  const char *name;   /* (unowned): the log's */
  LedgerInode *inode; /* (unowned) (nullable): %NULL takes the name away */
} Renaming;

struct _LedgerReplay
{
  GPtrArray *log;        /* (owned): of LedgerEntry */
  guint length;          /* so much of it is done */
  GPtrArray *inodes;     /* (owned): of LedgerInode, all there ever were */
  GHashTable *names;     /* (owned): as a process sees them, name to inode */
  GHashTable *certain;   /* (owned): as they stand for certain */
  GPtrArray *renamings;  /* (owned): of Renaming, what is not certain yet, in order */
  GHashTable *ever_seen; /* (owned): names */
};

/**
 * ledger_replay_new:
 * @log: (element-type LedgerEntry): what ledger_vfs_get_log() gave
 *
 * Returns: (transfer full): a disk on which nothing of it is done yet
 */
LedgerReplay *
ledger_replay_new (GPtrArray *log)
{
  LedgerReplay *self = g_new0 (LedgerReplay, 1);

  self->log = g_ptr_array_ref (log);
  self->inodes = g_ptr_array_new_with_free_func ((GDestroyNotify) ledger_inode_free);
  self->names = g_hash_table_new (g_str_hash, g_str_equal);
  self->certain = g_hash_table_new (g_str_hash, g_str_equal);
  self->renamings = g_ptr_array_new_with_free_func (g_free);
  self->ever_seen = g_hash_table_new (g_str_hash, g_str_equal);
  return self;
}

/**
 * ledger_replay_free:
 * @self: (transfer full): a disk
 *
 * Frees @self.
 */
void
ledger_replay_free (LedgerReplay *self)
{
  g_ptr_array_unref (self->log);
  g_ptr_array_unref (self->inodes);
  g_hash_table_unref (self->names);
  g_hash_table_unref (self->certain);
  g_ptr_array_unref (self->renamings);
  g_hash_table_unref (self->ever_seen);
  g_free (self);
}

static void
rename_in (GHashTable *names, const Renaming *renaming)
{
  if (renaming->inode != NULL)
    g_hash_table_replace (names, (gpointer) renaming->name, renaming->inode);
  else
    g_hash_table_remove (names, renaming->name);
}

static void
add_renaming (LedgerReplay *self, const char *name, LedgerInode *inode)
{
  Renaming *renaming = g_new0 (Renaming, 1);

  renaming->name = name;
  renaming->inode = inode;
  rename_in (self->names, renaming);
  g_ptr_array_add (self->renamings, renaming);
}

/* The first COUNT changes of the folder are certain from now on. */
static void
settle (LedgerReplay *self, guint count)
{
  for (guint i = 0; i < count; i++)
    rename_in (self->certain, g_ptr_array_index (self->renamings, i));
  if (count > 0)
    g_ptr_array_remove_range (self->renamings, 0, count);
}

static void
do_open (LedgerReplay *self, const LedgerEntry *entry)
{
  LedgerInode *inode;

  if (g_hash_table_contains (self->names, entry->text))
    return;

  inode = ledger_inode_new (entry->bytes);
  g_ptr_array_add (self->inodes, inode);
  add_renaming (self, entry->text, inode);
  if (entry->bytes != NULL)
    settle (self, self->renamings->len);
}

/* A sync of a file makes its name certain too. A folder's changes get to the disk in order, so that
 * all before that one are certain with it. */
static void
do_sync (LedgerReplay *self, LedgerInode *inode)
{
  ledger_inode_sync (inode);
  for (guint i = self->renamings->len; i > 0; i--)
    if (((Renaming *) g_ptr_array_index (self->renamings, i - 1))->inode == inode)
      {
        settle (self, i);
        break;
      }
}

static void
do_entry (LedgerReplay *self, LedgerEntry *entry)
{
  LedgerInode *inode = NULL;

  if (entry->kind != LEDGER_ENTRY_NOTE)
    {
      g_hash_table_add (self->ever_seen, entry->text);
      inode = g_hash_table_lookup (self->names, entry->text);
    }

  switch (entry->kind)
    {
    case LEDGER_ENTRY_OPEN:
      do_open (self, entry);
      break;

    case LEDGER_ENTRY_WRITE:
    case LEDGER_ENTRY_TRUNCATE:
      if (inode != NULL)
        ledger_inode_add (inode, entry);
      break;

    case LEDGER_ENTRY_SYNC:
      if (inode != NULL)
        do_sync (self, inode);
      break;

    case LEDGER_ENTRY_DELETE:
      add_renaming (self, entry->text, NULL);
      if (entry->number != 0)
        settle (self, self->renamings->len);
      break;

    case LEDGER_ENTRY_NOTE:
    default:
      break;
    }
}

/**
 * ledger_replay_advance:
 * @self: a disk
 * @length: how much of the log is to be done, no less than before
 *
 * Does the entries up to @length.
 */
void
ledger_replay_advance (LedgerReplay *self, guint length)
{
  g_return_if_fail (length >= self->length && length <= self->log->len);

  for (; self->length < length; self->length++)
    do_entry (self, g_ptr_array_index (self->log, self->length));
}

static gboolean
write_file (const char *path, LedgerInode *inode, GRand *random, double share, GError **error)
{
  g_autoptr (GByteArray) content = ledger_inode_survive (inode, random, share);

  return g_file_set_contents_full (path, (const char *) content->data, content->len,
                                   G_FILE_SET_CONTENTS_NONE, 0600, error);
}

/**
 * ledger_replay_write:
 * @self: a disk
 * @seed: says what is lost: 0 everything that is not synced, 1 nothing, any other some of it
 * @folder: (nullable): where the files go, by their names without a folder; %NULL for where they
 *   were
 * @error: return location for an error
 *
 * Writes the files as they may stand after a power cut at this moment, and removes those that may
 * not stand there any more. The same seed always leaves the same.
 *
 * Returns: whether they could be written
 */
gboolean
ledger_replay_write (LedgerReplay *self, guint32 seed, const char *folder, GError **error)
{
  static const double shares[] = { 0.1, 0.5, 0.9 };
  g_autoptr (GRand) random = g_rand_new_with_seed (seed * 2654435761u ^ self->length);
  g_autoptr (GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GList) all =
      g_list_sort (g_hash_table_get_keys (self->ever_seen), (GCompareFunc) g_strcmp0);
  double share = seed < 2 ? (double) seed : shares[g_rand_int_range (random, 0, 3)];
  guint renamings = seed == 0 ? 0
                    : seed == 1
                        ? self->renamings->len
                        : (guint) g_rand_int_range (random, 0, (gint32) self->renamings->len + 1);
  GHashTableIter iter;
  gpointer name;
  gpointer inode;

  g_hash_table_iter_init (&iter, self->certain);
  while (g_hash_table_iter_next (&iter, &name, &inode))
    g_hash_table_insert (names, name, inode);
  for (guint i = 0; i < renamings; i++)
    rename_in (names, g_ptr_array_index (self->renamings, i));

  for (GList *item = all; item != NULL; item = item->next)
    {
      g_autofree char *base = g_path_get_basename (item->data);
      g_autofree char *path =
          folder != NULL ? g_build_filename (folder, base, NULL) : g_strdup (item->data);

      /* A new file: one that is shortened and written again is pushed to the real disk at once. */
      g_unlink (path);
      inode = g_hash_table_lookup (names, item->data);
      if (inode != NULL && !write_file (path, inode, random, share, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * ledger_replay_get_notes:
 * @self: a disk
 *
 * Returns: (transfer container) (element-type utf8): the notes so far, which @self keeps
 */
GPtrArray *
ledger_replay_get_notes (LedgerReplay *self)
{
  GPtrArray *notes = g_ptr_array_new ();

  for (guint i = 0; i < self->length; i++)
    {
      LedgerEntry *entry = g_ptr_array_index (self->log, i);

      if (entry->kind == LEDGER_ENTRY_NOTE)
        g_ptr_array_add (notes, entry->text);
    }
  return notes;
}
