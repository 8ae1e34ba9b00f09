/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plannr-practice"

#include "config.h"

#include "practice-directory.h"

#include <string.h>

#include "practice-text.h"

/* Every account's search keys, folded once, in memory: a scan over 100,000 of them takes a few
 * milliseconds, where LIKE on the table takes ten times as long. No request changes an account; whoever
 * does so in the file while the firm is open, with plain SQL, is a colleague at work in Plannr. */

typedef struct
{
  gint64 id;
  const char *firm_uuid; /* these six live in the string chunk */
  const char *type;
  const char *name;
  const char *first_name;
  const char *last_name;
  const char *email;
  const char *phone;
  const char *created_at;
} Entry;

struct _PracticeDirectory
{
  PracticeDatabase *database; /* (unowned) */
  int version;                /* of what others have written into it */
  GStringChunk *strings;
  GArray *entries;                  /* of Entry, by id */
  guint *orders[PRACTICE_N_ORDERS]; /* (owned): positions in entries */
};

typedef struct
{
  Entry *entries;
  PracticeOrder order;
} Comparison;

static const char *
get_key (const Entry *entry, PracticeOrder order)
{
  switch (order)
    {
    case PRACTICE_ORDER_FIRST_NAME:
      return entry->first_name;
    case PRACTICE_ORDER_LAST_NAME:
      return entry->last_name;
    case PRACTICE_ORDER_NAME:
      return entry->name;
    case PRACTICE_ORDER_CREATED_AT:
    case PRACTICE_N_ORDERS:
    default:
      return entry->created_at;
    }
}

static int
compare_cb (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const Comparison *comparison = user_data;
  guint i = *(const guint *) a;
  guint j = *(const guint *) b;
  int result = strcmp (get_key (&comparison->entries[i], comparison->order),
                       get_key (&comparison->entries[j], comparison->order));

  return result != 0 ? result : (i > j) - (i < j);
}

static guint *
make_order (PracticeDirectory *self, PracticeOrder order)
{
  Comparison comparison = { (Entry *) (gpointer) self->entries->data, order };
  g_autoptr (GArray) positions =
      g_array_sized_new (FALSE, FALSE, sizeof (guint), self->entries->len);

  for (guint i = 0; i < self->entries->len; i++)
    g_array_append_val (positions, i);
  g_array_sort_with_data (positions, compare_cb, &comparison);

  return (guint *) (gpointer) g_array_steal (positions, NULL);
}

static const char *
keep (PracticeDirectory *self, const char *text, char *(*change) (const char *) )
{
  g_autofree char *changed = change (text != NULL ? text : "");

  return g_string_chunk_insert (self->strings, changed);
}

static char **
change_all (char **texts, char *(*change) (const char *) )
{
  char **changed;
  guint n;

  if (texts == NULL)
    return NULL;
  n = g_strv_length (texts);
  changed = g_new0 (char *, n + 1);
  for (guint i = 0; i < n; i++)
    changed[i] = change (texts[i]);
  return changed;
}

static gboolean
contains_any (const char *text, char **parts)
{
  if (parts == NULL)
    return TRUE;
  for (guint i = 0; parts[i] != NULL; i++)
    if (strstr (text, parts[i]) != NULL)
      return TRUE;
  return FALSE;
}

/* A telephone search without a digit finds nobody, rather than all. */
static gboolean
has_number (const char *phone, char **parts)
{
  if (parts == NULL)
    return TRUE;
  for (guint i = 0; parts[i] != NULL; i++)
    if (parts[i][0] != '\0' && strstr (phone, parts[i]) != NULL)
      return TRUE;
  return FALSE;
}

/* Changes when another program has written, and only then. */
static int
get_version (PracticeDatabase *database)
{
  sqlite3_stmt *row = practice_database_prepare (database, "PRAGMA data_version");
  int version = 0;

  if (practice_database_step (database, row))
    version = sqlite3_column_int (row, 0);
  sqlite3_reset (row);
  return version;
}

static void
clear (PracticeDirectory *self)
{
  for (guint i = 0; i < PRACTICE_N_ORDERS; i++)
    g_clear_pointer (&self->orders[i], g_free);
  g_array_set_size (self->entries, 0);
  g_string_chunk_clear (self->strings);
}

static void
read_accounts (PracticeDirectory *self)
{
  sqlite3_stmt *rows = practice_database_prepare (
      self->database, "SELECT id, firm_uuid, type, name, first_name, last_name, email, phone,"
                      " created_at FROM accounts ORDER BY id");

  while (practice_database_step (self->database, rows))
    {
      Entry entry = {
        .id = sqlite3_column_int64 (rows, 0),
        .firm_uuid = g_string_chunk_insert_const (self->strings, practice_column_text (rows, 1)),
        .type = g_string_chunk_insert_const (self->strings, practice_column_text (rows, 2)),
        .name = keep (self, practice_column_text (rows, 3), practice_text_fold),
        .first_name = keep (self, practice_column_text (rows, 4), practice_text_fold),
        .last_name = keep (self, practice_column_text (rows, 5), practice_text_fold),
        .email = keep (self, practice_column_text (rows, 6), practice_text_fold),
        .phone = keep (self, practice_column_text (rows, 7), practice_text_digits),
        .created_at = g_string_chunk_insert (self->strings, practice_column_text (rows, 8)),
      };

      g_array_append_val (self->entries, entry);
    }
  for (guint i = 0; i < PRACTICE_N_ORDERS; i++)
    self->orders[i] = make_order (self, (PracticeOrder) i);
}

static void
renew (PracticeDirectory *self)
{
  int version = get_version (self->database);

  if (version == self->version)
    return;

  self->version = version;
  clear (self);
  read_accounts (self);
}

/**
 * practice_directory_new:
 * @database: the firm's database; it has to outlive the directory
 *
 * Reads all accounts.
 *
 * Returns: (transfer full): the directory
 */
PracticeDirectory *
practice_directory_new (PracticeDatabase *database)
{
  PracticeDirectory *self = g_new0 (PracticeDirectory, 1);

  self->database = database;
  self->version = get_version (database);
  self->strings = g_string_chunk_new (1 << 16);
  self->entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  read_accounts (self);
  return self;
}

/**
 * practice_directory_free:
 * @self: (transfer full): the directory
 *
 * Frees @self.
 */
void
practice_directory_free (PracticeDirectory *self)
{
  clear (self);
  g_array_unref (self->entries);
  g_string_chunk_free (self->strings);
  g_free (self);
}

/**
 * practice_directory_search:
 * @self: the directory
 * @search: what is asked
 * @order: in which order
 * @descending: from the end
 *
 * Finds the accounts of a firm, as they stand in the database now.
 *
 * Returns: (transfer full) (element-type gint64): their numbers in the table
 */
GArray *
practice_directory_search (PracticeDirectory *self,
                           const PracticeSearch *search,
                           PracticeOrder order,
                           gboolean descending)
{
  g_auto (GStrv) names = change_all (search->names, practice_text_fold);
  g_auto (GStrv) emails = change_all (search->emails, practice_text_fold);
  g_auto (GStrv) phones = change_all (search->phones, practice_text_digits);
  GArray *found = g_array_new (FALSE, FALSE, sizeof (gint64));
  const guint *positions = NULL;

  renew (self);
  positions = self->orders[order];
  for (guint i = 0; i < self->entries->len; i++)
    {
      guint position = positions[descending ? self->entries->len - 1 - i : i];
      const Entry *entry = &g_array_index (self->entries, Entry, position);

      if (contains_any (entry->name, names)
          && (search->types == NULL
              || g_strv_contains ((const char *const *) search->types, entry->type))
          && contains_any (entry->email, emails) && has_number (entry->phone, phones)
          && g_str_equal (entry->firm_uuid, search->firm_uuid))
        g_array_append_val (found, entry->id);
    }
  return found;
}
