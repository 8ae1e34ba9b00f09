/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ledger-entry.h"
#include "ledger-plan.h"

G_BEGIN_DECLS

#define LEDGER_VFS_ENVIRONMENT "PLANNR_LEDGER_VFS"

void ledger_vfs_register (const LedgerPlan *plan);
gboolean ledger_vfs_register_from_environment (GError **error);
void ledger_vfs_unregister (void);
guint ledger_vfs_get_count (void);
GPtrArray *ledger_vfs_get_log (void);
void ledger_vfs_note (const char *note);

G_END_DECLS
