/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plannr-ledger"

#include "config.h"

#include "ledger-entry.h"

/**
 * ledger_entry_new:
 * @kind: what was done
 * @text: the file's path, or the note
 * @number: an offset, a size, or whether the folder was synced
 * @bytes: (nullable) (transfer full): what was written, or held
 *
 * Returns: (transfer full): an entry of a log
 */
LedgerEntry *
ledger_entry_new (LedgerEntryKind kind, const char *text, gint64 number, GBytes *bytes)
{
  LedgerEntry *self = g_atomic_rc_box_new0 (LedgerEntry);

  self->kind = kind;
  self->text = g_strdup (text);
  self->number = number;
  self->bytes = bytes;
  return self;
}

/**
 * ledger_entry_ref:
 * @self: an entry
 *
 * Returns: (transfer full): @self
 */
LedgerEntry *
ledger_entry_ref (LedgerEntry *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear (gpointer data)
{
  LedgerEntry *self = data;

  g_free (self->text);
  g_clear_pointer (&self->bytes, g_bytes_unref);
}

/**
 * ledger_entry_unref:
 * @self: (transfer full): an entry
 *
 * Lets go of @self.
 */
void
ledger_entry_unref (LedgerEntry *self)
{
  g_atomic_rc_box_release_full (self, clear);
}
