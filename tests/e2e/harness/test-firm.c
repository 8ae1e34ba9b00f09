/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-test"

#include "config.h"

#include "test-firm.h"

#include <sqlite3.h>

#define GREETING "listening on "

struct _PlannrTestFirm
{
  PlannrTestProcess *process; /* (owned) */
  char *data;                 /* (owned) */
  char *url;                  /* (owned) */
};

PlannrTestFirm *
plannr_test_firm_start (PlannrTestDesktop *desktop, const char *const *options)
{
  PlannrTestFirm *self = g_new0 (PlannrTestFirm, 1);
  g_autoptr (GPtrArray) argv = g_ptr_array_new ();
  g_autofree char *line = NULL;

  self->data = plannr_test_desktop_build_path (desktop, "firm.db");
  g_ptr_array_add (argv,
                   (gpointer) g_environ_getenv ((char **) plannr_test_desktop_get_environment (
                                                    desktop),
                                                "PLANNR_CASES_PRACTICE_FIRM"));
  g_ptr_array_add (argv, (gpointer) "--port=0");
  g_ptr_array_add (argv, (gpointer) "--data");
  g_ptr_array_add (argv, self->data);
  for (guint i = 0; options != NULL && options[i] != NULL; i++)
    g_ptr_array_add (argv, (gpointer) options[i]);
  g_ptr_array_add (argv, NULL);

  self->process = plannr_test_desktop_start (desktop, (const char *const *) argv->pdata);
  line = plannr_test_process_read_line (self->process, 60);
  if (line == NULL || !g_str_has_prefix (line, GREETING))
    {
      g_autofree char *errors = plannr_test_process_get_errors (self->process);

      g_error ("the practice firm does not listen: %s\n%s", line, errors);
    }
  self->url = g_strdup (line + strlen (GREETING));
  return self;
}

void
plannr_test_firm_stop (PlannrTestFirm *self)
{
  if (self == NULL)
    return;

  plannr_test_process_check_errors (self->process);
  plannr_test_process_stop (self->process);
  g_free (self->data);
  g_free (self->url);
  g_free (self);
}

const char *
plannr_test_firm_get_url (PlannrTestFirm *self)
{
  return self->url;
}

PlannrTestProcess *
plannr_test_firm_get_process (PlannrTestFirm *self)
{
  return self->process;
}

char *
plannr_test_firm_query (PlannrTestFirm *self, const char *sql)
{
  return plannr_test_query (self->data, sql);
}

void
plannr_test_firm_change (PlannrTestFirm *self, const char *sql)
{
  sqlite3 *database = NULL;
  int status = sqlite3_open_v2 (self->data, &database, SQLITE_OPEN_READWRITE, NULL);

  if (status == SQLITE_OK)
    status = sqlite3_busy_timeout (database, 5000);
  if (status == SQLITE_OK)
    status = sqlite3_exec (database, sql, NULL, NULL, NULL);
  if (status != SQLITE_OK)
    g_error ("%s: %s", sql, sqlite3_errmsg (database));
  sqlite3_close (database);
}

char *
plannr_test_query (const char *path, const char *sql)
{
  sqlite3 *database = NULL;
  sqlite3_stmt *statement = NULL;
  char *value = NULL;
  int status = sqlite3_open_v2 (path, &database, SQLITE_OPEN_READONLY, NULL);

  if (status == SQLITE_OK)
    status = sqlite3_busy_timeout (database, 5000);
  if (status == SQLITE_OK)
    status = sqlite3_prepare_v2 (database, sql, -1, &statement, NULL);
  if (status == SQLITE_OK)
    status = sqlite3_step (statement);
  if (status != SQLITE_ROW && status != SQLITE_DONE)
    g_error ("%s: %s", sql, sqlite3_errmsg (database));
  if (status == SQLITE_ROW)
    value = g_strdup ((const char *) sqlite3_column_text (statement, 0));
  sqlite3_finalize (statement);
  sqlite3_close (database);
  return value;
}
