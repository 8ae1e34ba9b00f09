/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>
#include <sqlite3.h>

G_BEGIN_DECLS

typedef struct _PracticeDatabase PracticeDatabase;

PracticeDatabase *practice_database_open (const char *path, GError **error);
void practice_database_close (PracticeDatabase *self);
gboolean practice_database_is_new (PracticeDatabase *self);
sqlite3_stmt *practice_database_prepare (PracticeDatabase *self, const char *sql);
gboolean practice_database_step (PracticeDatabase *self, sqlite3_stmt *statement);
gboolean practice_database_execute (PracticeDatabase *self, sqlite3_stmt *statement);
gboolean practice_database_run (PracticeDatabase *self, const char *sql);
gint64 practice_database_last_id (PracticeDatabase *self);
char *practice_database_look_up (PracticeDatabase *self,
                                 const char *sql,
                                 const char *first,
                                 const char *second);

void practice_bind_text (sqlite3_stmt *statement, int index, const char *text);
const char *practice_column_text (sqlite3_stmt *statement, int column);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PracticeDatabase, practice_database_close)

G_END_DECLS
