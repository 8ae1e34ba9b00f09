/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ledger-entry.h"

G_BEGIN_DECLS

/* What a file holds on a disk that may lose its power, whatever name it has. */
typedef struct
{
  GByteArray *durable; /* (owned): what is there for certain */
  GPtrArray *pending;  /* (owned): of LedgerEntry, what was done since and not yet synced */
} LedgerInode;

LedgerInode *ledger_inode_new (GBytes *bytes);
void ledger_inode_free (LedgerInode *self);
void ledger_inode_add (LedgerInode *self, LedgerEntry *entry);
void ledger_inode_sync (LedgerInode *self);
GByteArray *ledger_inode_survive (LedgerInode *self, GRand *random, double share);

G_END_DECLS
