/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plannr-ledger"

#include "config.h"

#include "ledger-inode.h"

#include <string.h>

/* A disk writes one of these whole, or not at all. */
#define SECTOR 512

static void
set_size (GByteArray *content, gsize size)
{
  gsize before = content->len;

  g_byte_array_set_size (content, (guint) size);
  if (size > before)
    memset (content->data + before, 0, size - before);
}

static void
put (GByteArray *content, gsize offset, const guint8 *data, gsize length)
{
  if (content->len < offset + length)
    set_size (content, offset + length);
  memcpy (content->data + offset, data, length);
}

static void
apply (GByteArray *content, LedgerEntry *entry)
{
  gsize length;
  const guint8 *data;

  if (entry->kind == LEDGER_ENTRY_TRUNCATE)
    {
      set_size (content, (gsize) entry->number);
    }
  else
    {
      data = g_bytes_get_data (entry->bytes, &length);
      put (content, (gsize) entry->number, data, length);
    }
}

/* Some of the sectors of a write: the first few, or any. */
static void
apply_torn (GByteArray *content, LedgerEntry *entry, GRand *random)
{
  gsize length;
  const guint8 *data = g_bytes_get_data (entry->bytes, &length);
  gsize from = (gsize) entry->number;
  gsize end = from + length;
  gboolean is_prefix = g_rand_boolean (random);
  gboolean goes_on = TRUE;

  for (gsize start = from; start < end;)
    {
      gsize stop = MIN ((start / SECTOR + 1) * SECTOR, end);
      gboolean lands = g_rand_boolean (random);

      goes_on = goes_on && lands;
      if (is_prefix ? goes_on : lands)
        put (content, start, data + (start - from), stop - start);
      start = stop;
    }
}

/**
 * ledger_inode_new:
 * @bytes: (nullable): what it holds
 *
 * Returns: (transfer full): a file's content
 */
LedgerInode *
ledger_inode_new (GBytes *bytes)
{
  LedgerInode *self = g_new0 (LedgerInode, 1);

  self->durable = g_byte_array_new ();
  if (bytes != NULL)
    g_byte_array_append (self->durable, g_bytes_get_data (bytes, NULL),
                         (guint) g_bytes_get_size (bytes));
  self->pending = g_ptr_array_new_with_free_func ((GDestroyNotify) ledger_entry_unref);
  return self;
}

/**
 * ledger_inode_free:
 * @self: (transfer full): a file's content
 *
 * Frees @self.
 */
void
ledger_inode_free (LedgerInode *self)
{
  g_byte_array_unref (self->durable);
  g_ptr_array_unref (self->pending);
  g_free (self);
}

/**
 * ledger_inode_add:
 * @self: a file's content
 * @entry: a write or a truncation
 *
 * Does @entry, as far as the next sync makes it certain.
 */
void
ledger_inode_add (LedgerInode *self, LedgerEntry *entry)
{
  g_ptr_array_add (self->pending, ledger_entry_ref (entry));
}

/**
 * ledger_inode_sync:
 * @self: a file's content
 *
 * Makes certain what was done so far.
 */
void
ledger_inode_sync (LedgerInode *self)
{
  for (guint i = 0; i < self->pending->len; i++)
    apply (self->durable, g_ptr_array_index (self->pending, i));
  g_ptr_array_set_size (self->pending, 0);
}

/**
 * ledger_inode_survive:
 * @self: a file's content
 * @random: where chance comes from
 * @share: how likely it is that something not synced is there: 0 none of it, 1 all of it
 *
 * Says what a power cut may leave: what was synced, and of the rest any part, in any order, a
 * write perhaps torn between sectors.
 *
 * Returns: (transfer full): the content
 */
GByteArray *
ledger_inode_survive (LedgerInode *self, GRand *random, double share)
{
  GByteArray *content = g_byte_array_sized_new (self->durable->len);
  g_autoptr (GPtrArray) order = g_ptr_array_copy (self->pending, NULL, NULL);

  g_ptr_array_set_free_func (order, NULL);
  g_byte_array_append (content, self->durable->data, self->durable->len);
  for (guint i = order->len; share < 1.0 && i > 1; i--)
    {
      guint other = (guint) g_rand_int_range (random, 0, (gint32) i);
      gpointer last = order->pdata[i - 1];

      order->pdata[i - 1] = order->pdata[other];
      order->pdata[other] = last;
    }

  for (guint i = 0; i < order->len; i++)
    {
      LedgerEntry *entry = g_ptr_array_index (order, i);

      if (g_rand_double (random) >= share)
        continue;
      if (share < 1.0 && entry->kind == LEDGER_ENTRY_WRITE && g_rand_boolean (random))
        apply_torn (content, entry, random);
      else
        apply (content, entry);
    }
  return content;
}
