/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A disk on which the entries of a log are done again, one by one. At each it can be asked what
 * a power cut would leave. */
typedef struct _LedgerReplay LedgerReplay;

LedgerReplay *ledger_replay_new (GPtrArray *log);
void ledger_replay_free (LedgerReplay *self);
void ledger_replay_advance (LedgerReplay *self, guint length);
gboolean ledger_replay_write (LedgerReplay *self, guint32 seed, const char *folder, GError **error);
GPtrArray *ledger_replay_get_notes (LedgerReplay *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LedgerReplay, ledger_replay_free)

G_END_DECLS
