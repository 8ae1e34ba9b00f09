/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>
#include <sqlite3.h>

G_BEGIN_DECLS

gboolean plannr_sqlite_check (sqlite3 *db, int code, GError **error);
gboolean plannr_sqlite_execute (sqlite3 *db, const char *sql, GError **error);
gboolean plannr_sqlite_get_number (sqlite3 *db, const char *sql, gint64 *number, GError **error);
sqlite3_stmt *plannr_sqlite_prepare (sqlite3 *db, const char *sql, GError **error);

void plannr_sqlite_bind_text (sqlite3_stmt *statement, int parameter, const char *text);
void plannr_sqlite_bind_bytes (sqlite3_stmt *statement, int parameter, GBytes *bytes);
GBytes *plannr_sqlite_dup_bytes (sqlite3_stmt *statement, int column);
char *plannr_sqlite_dup_text (sqlite3_stmt *statement, int column);

G_END_DECLS
