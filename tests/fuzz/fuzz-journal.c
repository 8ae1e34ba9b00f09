/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-fuzz"

#include "config.h"

#include "fuzz.h"

#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>

#include "plannr-draft-bytes.h"
#include "plannr-error.h"
#include "plannr-journal-file.h"

/* What a disk might give back in the place of what was written to it. The first letter says what of: */
enum
{
  WHOLE = 'W',        /* the journal's file: the bytes themselves */
  FILE_CHANGED = 'F', /* the file as it is left when the application ends, changed here and there */
  LOG_CHANGED = 'L',  /* the file and its log as they are left when it is killed */
};

#define UUID         "5b4b3b1e-0f0a-4a5c-9c39-0c39a9d1a00"
#define CASE         "{\"uuid\":\"" UUID "9\",\"name\":\"Pension\"}"
#define NOON         G_GINT64_CONSTANT (1737112680000000)
#define MAX_PATCH    8

/* SQLite's header, and where in it stands whose file it is. */
#define HEADER       100
#define HEADER_OWNER 68

static char *folder;
static char *paths[2]; /* the file, and its log */

/* What changes are made to: the file after the end, and both after a kill. */
static GBytes *closed;
static GBytes *killed[2];

/* Making a journal to be changed */

static PlannrCaseDraft *
make_draft (void)
{
  PlannrCaseDraft *draft = plannr_case_draft_new ();
  g_autoptr (PlannrChoice) kind = NULL;
  g_autoptr (PlannrAccount) client = NULL;
  g_autoptr (PlannrPlan) plan = NULL;

  kind = g_object_new (PLANNR_TYPE_CHOICE, "uuid", UUID "1", "name", "Annual review", NULL);
  client = g_object_new (PLANNR_TYPE_ACCOUNT, "uuid", UUID "2", "kind", PLANNR_ACCOUNT_KIND_CLIENT,
                         "name", "Ffion Môn", "email", "ffion@example.org", NULL);
  plan = g_object_new (PLANNR_TYPE_PLAN, "uuid", UUID "3", "name", "Pension", "amount",
                       G_GINT64_CONSTANT (1234500), "currency", "GBP", NULL);

  plannr_case_draft_set_name (draft, "Pension");
  plannr_case_draft_set_value_text (draft, "1,234.50");
  plannr_case_draft_set_kind (draft, kind);
  plannr_case_draft_add (draft, client);
  plannr_case_draft_add (draft, plan);

  return draft;
}

static void
write_row (PlannrJournalFile *file, guint number, PlannrState state)
{
  g_autoptr (PlannrCaseDraft) draft = make_draft ();
  g_autoptr (PlannrEntry) entry = g_new0 (PlannrEntry, 1);
  g_autoptr (GError) error = NULL;

  entry->id = g_strdup_printf ("00000000-0000-4000-8000-%012u", number);
  entry->state = PLANNR_STATE_QUEUED;
  entry->name = g_strdup (plannr_case_draft_get_name (draft));
  entry->draft = plannr_draft_bytes_write (draft);
  entry->body = g_bytes_new_static ("{}", 2);
  entry->changed_at = entry->queued_at = NOON + number;
  plannr_journal_file_write (file, entry, &error);
  g_assert_no_error (error);

  if (state != PLANNR_STATE_DRAFT && state != PLANNR_STATE_QUEUED)
    plannr_journal_file_mark (file, entry->id, NOON + number, NOON, &error);
  g_assert_no_error (error);

  entry->state = state;
  entry->ended = state == PLANNR_STATE_CREATED || state == PLANNR_STATE_CHECKING;
  if (state == PLANNR_STATE_CREATED)
    {
      entry->status = 201;
      entry->case_uuid = g_strdup (UUID "9");
      entry->answer = g_bytes_new_static (CASE, strlen (CASE));
    }
  plannr_journal_file_write (file, entry, &error);
  g_assert_no_error (error);
}

static GBytes *
read_bytes (const char *path)
{
  g_autoptr (GError) error = NULL;
  char *contents;
  gsize size;

  g_file_get_contents (path, &contents, &size, &error);
  g_assert_no_error (error);

  return g_bytes_new_take (contents, size);
}

static PlannrJournalFile *
open_journal (GPtrArray **entries, char **moved_to, GError **error)
{
  PlannrJournalFile *file = plannr_journal_file_open (folder, entries, moved_to, error);

  g_assert_true ((file != NULL) == (*entries != NULL));

  return file;
}

static void
make_journal (void)
{
  static const PlannrState states[] = {
    PLANNR_STATE_DRAFT,    PLANNR_STATE_QUEUED, PLANNR_STATE_ON_WIRE, PLANNR_STATE_CREATED,
    PLANNR_STATE_CHECKING, PLANNR_STATE_ASKING, PLANNR_STATE_REFUSED, PLANNR_STATE_DISCARDED,
  };
  g_autoptr (GPtrArray) entries = NULL;
  g_autofree char *moved_to = NULL;
  g_autoptr (GError) error = NULL;
  PlannrJournalFile *file = open_journal (&entries, &moved_to, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    write_row (file, i + 1, states[i]);

  for (guint i = 0; i < G_N_ELEMENTS (killed); i++)
    killed[i] = read_bytes (paths[i]);
  plannr_journal_file_close (file);
  closed = read_bytes (paths[0]);
}

static void
empty_folder (void)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);

  for (const char *name = g_dir_read_name (dir); name != NULL; name = g_dir_read_name (dir))
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_unlink (path);
    }
}

static void
remove_folder (void)
{
  empty_folder ();
  g_rmdir (folder);
}

static void
set_up (void)
{
  g_autoptr (GError) error = NULL;

  folder = g_dir_make_tmp ("plannr-fuzz-XXXXXX", &error);
  g_assert_no_error (error);
  atexit (remove_folder);

  paths[0] = g_build_filename (folder, "cases.db", NULL);
  paths[1] = g_build_filename (folder, "cases.db-wal", NULL);
  make_journal ();
}

/* Changing it */

static void
put_file (const char *path, const guint8 *bytes, gsize size)
{
  g_autoptr (GError) error = NULL;

  g_file_set_contents_full (path, (const char *) bytes, (gssize) size, G_FILE_SET_CONTENTS_NONE,
                            0600, &error);
  g_assert_no_error (error);
}

/* Each change is three bytes that say where, one that says how much, and what is to be there. Where it
 * is nothing the files end there. */
static void
change (GByteArray *files, const guint8 *data, gsize size)
{
  while (size >= 4 && files->len > 0)
    {
      gsize at = ((gsize) data[0] << 16 | (gsize) data[1] << 8 | data[2]) % files->len;
      gsize length = MIN (data[3] % (MAX_PATCH + 1), size - 4);

      if (length == 0)
        g_byte_array_set_size (files, (guint) at);
      else
        memcpy (files->data + at, data + 4, MIN (length, files->len - at));
      data += 4 + length;
      size -= 4 + length;
    }
}

static void
add_bytes (GByteArray *files, GBytes *bytes)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);

  g_byte_array_append (files, data, (guint) size);
}

static void
put_changed (const guint8 *data, gsize size, gboolean with_log)
{
  g_autoptr (GByteArray) files = g_byte_array_new ();
  gsize length;

  add_bytes (files, with_log ? killed[0] : closed);
  if (with_log)
    add_bytes (files, killed[1]);
  change (files, data, size);

  length = with_log ? MIN (g_bytes_get_size (killed[0]), files->len) : files->len;
  put_file (paths[0], files->data, length);
  if (with_log)
    put_file (paths[1], files->data + length, files->len - length);
}

/* Reading it */

static void
check_time (gint64 time)
{
  g_autoptr (GDateTime) when = g_date_time_new_from_unix_local (time / G_USEC_PER_SEC);

  g_assert_cmpint (time, >=, 0);
  g_assert_nonnull (when);
}

static void
check_entry (PlannrJournalFile *file, const PlannrEntry *entry)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) answer = NULL;

  g_assert_true (g_utf8_validate (entry->id, -1, NULL));
  g_assert_true (g_utf8_validate (entry->name, -1, NULL));
  check_time (entry->changed_at);
  check_time (entry->queued_at);
  check_time (entry->held_until);
  check_time (entry->first_attempt);
  check_time (entry->last_attempt);
  check_time (entry->first_on_server);
  check_time (entry->last_on_server);
  g_assert_cmpint (entry->state, !=, PLANNR_STATE_CONNECTING);
  g_assert_true (g_enum_get_value (g_type_class_peek (PLANNR_TYPE_STATE), entry->state) != NULL);

  answer = plannr_journal_file_read_answer (file, entry->id, &error);
  g_assert_true (answer == NULL || error == NULL);
}

/* Two rows of one name would be one case sent twice. */
static void
check_entries (PlannrJournalFile *file, GPtrArray *entries)
{
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < entries->len; i++)
    {
      const PlannrEntry *entry = g_ptr_array_index (entries, i);

      check_entry (file, entry);
      g_assert_true (g_hash_table_add (ids, entry->id));
    }
}

static void
check_past (PlannrJournalFile *file)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) past = NULL;

  past = plannr_journal_file_find_past (file, "ension", G_MAXINT64, 10, &error);
  g_assert_true ((past == NULL) == (error != NULL));
  if (past != NULL)
    check_entries (file, past);
}

/* What stands there once it was opened stands there the next time. */
static void
assert_same (GPtrArray *entries, GPtrArray *before)
{
  g_assert_cmpuint (entries->len, ==, before->len);
  for (guint i = 0; i < entries->len; i++)
    {
      const PlannrEntry *entry = g_ptr_array_index (entries, i);
      const PlannrEntry *was = g_ptr_array_index (before, i);

      g_assert_cmpstr (entry->id, ==, was->id);
      g_assert_cmpint (entry->state, ==, was->state);
      g_assert_true (g_bytes_equal (entry->draft, was->draft));
    }
}

static void
open_again (GPtrArray *before)
{
  g_autoptr (GPtrArray) entries = NULL;
  g_autofree char *moved_to = NULL;
  g_autoptr (GError) error = NULL;
  PlannrJournalFile *file = open_journal (&entries, &moved_to, &error);

  g_assert_no_error (error);
  g_assert_null (moved_to);
  assert_same (entries, before);
  plannr_journal_file_close (file);
}

/* What could not be read is there to the byte, for somebody who knows how. Of a file that says it is
 * ours the header may change, and its log is taken into it. */
static void
check_kept (const char *path, GBytes *was)
{
  g_autoptr (GBytes) kept = read_bytes (path);
  gsize size, size_was;
  const guint8 *data = g_bytes_get_data (kept, &size);
  const guint8 *data_was = g_bytes_get_data (was, &size_was);

  g_assert_cmpuint (size, ==, size_was);
  if (size > HEADER && memcmp (data_was + HEADER_OWNER, "PlnC", 4) == 0)
    g_assert_cmpmem (data + HEADER, size - HEADER, data_was + HEADER, size_was - HEADER);
  else
    g_assert_cmpmem (data, size, data_was, size_was);
}

/* Whatever stood there, there is a journal afterwards, but for one that a newer version wrote. */
static void
read_journal (gboolean with_log)
{
  g_autoptr (GPtrArray) entries = NULL;
  g_autofree char *moved_to = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) was = read_bytes (paths[0]);
  PlannrJournalFile *file = open_journal (&entries, &moved_to, &error);

  if (!with_log && (file == NULL || moved_to != NULL))
    check_kept (file == NULL ? paths[0] : moved_to, was);
  if (file == NULL)
    {
      g_assert_error (error, PLANNR_ERROR, PLANNR_ERROR_FILE_NEWER);
      return;
    }

  g_assert_no_error (error);
  check_entries (file, entries);
  check_past (file);
  plannr_journal_file_close (file);

  open_again (entries);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  if (folder == NULL)
    set_up ();
  if (size == 0)
    return 0;

  empty_folder ();
  if (data[0] == WHOLE)
    put_file (paths[0], data + 1, size - 1);
  else if (data[0] == FILE_CHANGED || data[0] == LOG_CHANGED)
    put_changed (data + 1, size - 1, data[0] == LOG_CHANGED);
  else
    return 0;

  read_journal (data[0] == LOG_CHANGED);

  return 0;
}
