/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plannr-practice-test"

#include "config.h"

#include "firm.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>

#define API     "api/v1/"
#define TIMEOUT 20

/* @log: (nullable): the file that it logs its requests to */
static Firm *
start (const char *log, const char *first, va_list more)
{
  static const char greeting[] = "listening on ";
  g_autoptr (GSubprocessLauncher) launcher =
      g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE);
  g_autoptr (GPtrArray) arguments = g_ptr_array_new ();
  g_autoptr (GDataInputStream) output = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *line = NULL;
  Firm *self = g_new0 (Firm, 1);

  g_ptr_array_add (arguments, (gpointer) g_getenv ("PLANNR_CASES_PRACTICE_FIRM"));
  if (log == NULL)
    g_ptr_array_add (arguments, (gpointer) "--quiet");
  for (const char *argument = first; argument != NULL; argument = va_arg (more, const char *))
    g_ptr_array_add (arguments, (gpointer) argument);
  g_ptr_array_add (arguments, NULL);

  if (log != NULL)
    g_subprocess_launcher_set_stderr_file_path (launcher, log);
  self->process =
      g_subprocess_launcher_spawnv (launcher, (const char *const *) arguments->pdata, &error);
  g_assert_no_error (error);
  output = g_data_input_stream_new (g_subprocess_get_stdout_pipe (self->process));
  line = g_data_input_stream_read_line (output, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (line);
  g_assert_cmpint (strncmp (line, greeting, strlen (greeting)), ==, 0);

  self->base = g_strdup (line + strlen (greeting));
  self->token = "practice";
  self->account = FIRM_ZOE;
  self->session = soup_session_new_with_options ("timeout", TIMEOUT, "proxy-resolver", NULL, NULL);
  return self;
}

/**
 * firm_start_with:
 * @first: the first argument, or %NULL
 * @...: more arguments, then %NULL
 *
 * Starts a firm and waits until it listens.
 *
 * Returns: (transfer full): the firm
 */
Firm *
firm_start_with (const char *first, ...)
{
  va_list more;
  Firm *self = NULL;

  va_start (more, first);
  self = start (NULL, first, more);
  va_end (more);

  return self;
}

/**
 * firm_start_logged:
 * @log: the file that it is to log its requests to
 * @first: the first argument, or %NULL
 * @...: more arguments, then %NULL
 *
 * Returns: (transfer full): the firm
 */
Firm *
firm_start_logged (const char *log, const char *first, ...)
{
  va_list more;
  Firm *self = NULL;

  va_start (more, first);
  self = start (log, first, more);
  va_end (more);

  return self;
}

/**
 * firm_start:
 *
 * Starts a firm without arguments.
 *
 * Returns: (transfer full): the firm
 */
Firm *
firm_start (void)
{
  return firm_start_with (NULL, NULL);
}

/**
 * firm_stop:
 * @self: a firm
 *
 * Closes the firm's standard input and waits until it has ended, which must go well.
 */
void
firm_stop (Firm *self)
{
  g_autoptr (GError) error = NULL;

  soup_session_abort (self->session);
  g_output_stream_close (g_subprocess_get_stdin_pipe (self->process), NULL, &error);
  g_assert_no_error (error);
  g_subprocess_wait (self->process, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_if_exited (self->process));
  g_assert_cmpint (g_subprocess_get_exit_status (self->process), ==, 0);
  g_clear_object (&self->process);
}

/**
 * firm_free:
 * @self: (transfer full): a firm
 *
 * Stops the firm if it still runs.
 */
void
firm_free (Firm *self)
{
  if (self->process != NULL)
    firm_stop (self);
  g_clear_object (&self->session);
  g_free (self->base);
  g_free (self);
}

static SoupMessage *
make_message (Firm *self, const char *method, const char *path)
{
  g_autofree char *uri =
      g_strconcat (self->base, path[0] == '/' ? "" : API, path[0] == '/' ? path + 1 : path, NULL);
  SoupMessage *message = soup_message_new (method, uri);
  SoupMessageHeaders *headers = soup_message_get_request_headers (message);
  g_autofree char *bearer = NULL;

  soup_message_add_flags (message, SOUP_MESSAGE_NO_REDIRECT);
  soup_message_headers_append (headers, "Accept", "application/json");
  if (self->token != NULL)
    {
      bearer = g_strconcat ("Bearer ", self->token, NULL);
      soup_message_headers_append (headers, "Authorization", bearer);
    }
  if (self->account != NULL)
    soup_message_headers_append (headers, "X-PLANNR-ACCOUNT-UUID", self->account);
  return message;
}

/**
 * firm_send:
 * @self: a firm
 * @method: the method
 * @path: what follows /api/v1/, or a whole path with its slash
 * @content_type: (nullable): the type of the body
 * @body: (nullable): the body
 *
 * Sends a request and waits for its answer.
 *
 * Returns: (transfer full): the answer
 */
Answer *
firm_send (
    Firm *self, const char *method, const char *path, const char *content_type, const char *body)
{
  Answer *answer = g_new0 (Answer, 1);

  answer->message = make_message (self, method, path);
  answer->texts = g_ptr_array_new_with_free_func (g_free);
  if (body != NULL)
    {
      g_autoptr (GBytes) bytes = g_bytes_new (body, strlen (body));

      soup_message_set_request_body_from_bytes (answer->message, content_type, bytes);
    }

  answer->body = soup_session_send_and_read (self->session, answer->message, NULL, &answer->error);
  if (answer->body != NULL)
    {
      g_autoptr (JsonParser) parser = json_parser_new ();
      gsize length;
      const char *data = g_bytes_get_data (answer->body, &length);

      answer->status = soup_message_get_status (answer->message);
      /* Deep nesting is among the faults, and json-glib dies of it. */
      if (length > 0 && length < 4 * 1024 * 1024 && data[0] == '{'
          && json_parser_load_from_data (parser, data, (gssize) length, NULL))
        answer->root = json_parser_steal_root (parser);
    }
  return answer;
}

/**
 * firm_get:
 * @self: a firm
 * @path: what follows /api/v1/
 *
 * Returns: (transfer full): the answer
 */
Answer *
firm_get (Firm *self, const char *path)
{
  return firm_send (self, "GET", path, NULL, NULL);
}

/**
 * firm_create:
 * @self: a firm
 * @body: the case, as JSON
 *
 * Returns: (transfer full): the answer
 */
Answer *
firm_create (Firm *self, const char *body)
{
  return firm_send (self, "POST", "cases", "application/json", body);
}

/**
 * firm_read_payload:
 * @name: the name of a file in payloads/
 *
 * Returns: (transfer full): what it holds
 */
char *
firm_read_payload (const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "payloads", name, NULL);
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  return text;
}

/**
 * firm_make_file:
 *
 * Returns: (transfer full): the path of a data file that does not exist yet
 */
char *
firm_make_file (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("practice-XXXXXX", &error);

  g_assert_no_error (error);
  return g_build_filename (folder, "firm.db", NULL);
}

/**
 * firm_remove_file:
 * @path: what firm_make_file() gave
 *
 * Removes the data file, what SQLite keeps beside it, and the folder.
 */
void
firm_remove_file (const char *path)
{
  static const char *const endings[] = { "", "-wal", "-shm" };
  g_autofree char *folder = g_path_get_dirname (path);

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      g_autofree char *file = g_strconcat (path, endings[i], NULL);

      g_unlink (file);
    }
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

/**
 * firm_count:
 * @file: a data file, perhaps of a firm that runs
 * @sql: a query for one number
 *
 * Returns: the number
 */
gint64
firm_count (const char *file, const char *sql)
{
  sqlite3 *handle;
  sqlite3_stmt *statement;
  gint64 count;

  g_assert_cmpint (sqlite3_open_v2 (file, &handle, SQLITE_OPEN_READONLY, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (handle, sql, -1, &statement, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_ROW);
  count = sqlite3_column_int64 (statement, 0);
  sqlite3_finalize (statement);
  sqlite3_close (handle);
  return count;
}

/**
 * firm_change:
 * @file: a data file, perhaps of a firm that runs
 * @sql: what to do in it
 */
void
firm_change (const char *file, const char *sql)
{
  sqlite3 *handle;

  g_assert_cmpint (sqlite3_open_v2 (file, &handle, SQLITE_OPEN_READWRITE, NULL), ==, SQLITE_OK);
  sqlite3_busy_timeout (handle, 5000);
  g_assert_cmpint (sqlite3_exec (handle, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (handle);
}

/**
 * answer_free:
 * @self: (transfer full): an answer
 *
 * Frees @self.
 */
void
answer_free (Answer *self)
{
  g_clear_object (&self->message);
  g_clear_pointer (&self->body, g_bytes_unref);
  g_clear_pointer (&self->root, json_node_unref);
  g_clear_error (&self->error);
  g_ptr_array_unref (self->texts);
  g_free (self);
}

/**
 * answer_text:
 * @self: an answer
 * @path: a JSONPath
 *
 * Looks up the first value at @path. Whatever it is, it comes as text: a number in digits, null as
 * "null", an object or array as JSON.
 *
 * Returns: (nullable): the value, %NULL where there is none
 */
const char *
answer_text (Answer *self, const char *path)
{
  g_autoptr (JsonNode) found = NULL;
  g_autoptr (GError) error = NULL;
  JsonNode *first;
  char *text;

  g_assert_nonnull (self->root);
  found = json_path_query (path, self->root, &error);
  g_assert_no_error (error);
  if (json_array_get_length (json_node_get_array (found)) == 0)
    return NULL;

  first = json_array_get_element (json_node_get_array (found), 0);
  if (json_node_get_value_type (first) == G_TYPE_STRING)
    text = json_node_dup_string (first);
  else
    text = json_to_string (first, FALSE);
  g_ptr_array_add (self->texts, text);
  return text;
}

/**
 * answer_count:
 * @self: an answer
 * @path: a JSONPath
 *
 * Returns: how many values there are at @path
 */
guint
answer_count (Answer *self, const char *path)
{
  g_autoptr (JsonNode) found = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (self->root);
  found = json_path_query (path, self->root, &error);
  g_assert_no_error (error);
  return json_array_get_length (json_node_get_array (found));
}

/**
 * answer_header:
 * @self: an answer
 * @name: a header
 *
 * Returns: (nullable): its value
 */
const char *
answer_header (Answer *self, const char *name)
{
  return soup_message_headers_get_one (soup_message_get_response_headers (self->message), name);
}
