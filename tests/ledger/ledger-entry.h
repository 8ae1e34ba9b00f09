/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  LEDGER_ENTRY_OPEN,
  LEDGER_ENTRY_WRITE,
  LEDGER_ENTRY_TRUNCATE,
  LEDGER_ENTRY_SYNC,
  LEDGER_ENTRY_DELETE,
  LEDGER_ENTRY_NOTE,
} LedgerEntryKind;

/* Something that was done to a file, or a note of the test's. */
typedef struct
{
  LedgerEntryKind kind;
  char *text;    /* (owned): the file's path, or the note */
  gint64 number; /* where it was written; the new size; whether the folder was synced after it */
  GBytes *bytes; /* (owned) (nullable): written; or held when opened, %NULL for a new file */
} LedgerEntry;

LedgerEntry *
ledger_entry_new (LedgerEntryKind kind, const char *text, gint64 number, GBytes *bytes);
LedgerEntry *ledger_entry_ref (LedgerEntry *self);
void ledger_entry_unref (LedgerEntry *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LedgerEntry, ledger_entry_unref)

G_END_DECLS
