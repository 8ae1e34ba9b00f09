/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>
#include <sqlite3.h>

G_BEGIN_DECLS

/* A file on the disk that goes wrong. SQLite frees it; the file below it follows right after. */
typedef struct
{
  sqlite3_file base;
  char *path;         /* (owned) */
  sqlite3_file *real; /* (unowned) */
} LedgerFile;

void ledger_file_init (LedgerFile *self, const char *path);

G_END_DECLS
