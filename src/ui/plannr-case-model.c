/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-ui"

#include "config.h"

#include "plannr-case-model.h"

#include <gtk/gtk.h>

#include "plannr-case-order.h"
#include "plannr-outbox.h"
#include "plannr-search.h"

/**
 * PlannrCaseModel:
 *
 * The cases of an outbox as the list shows them: those that match the search, in the list's order. It
 * watches them all, and sorts anew only when a change may move one: hardly ever while one is typed.
 */
struct _PlannrCaseModel
{
  GObject parent_instance;

  GListModel *cases;   /* (owned) (nullable), of PlannrSubmission */
  GPtrArray *watched;  /* the same cases, to know those that go */
  GHashTable *entries; /* PlannrSubmission → Entry (owned) */
  char **words;        /* (owned): what is searched for */

  GtkFilter *filter;            /* (owned) */
  GtkSorter *sorter;            /* (owned) */
  GtkFilterListModel *filtered; /* (owned) */
  GtkSortListModel *sorted;     /* (owned) */
};

G_DEFINE_FINAL_TYPE (PlannrCaseModel, plannr_case_model, G_TYPE_OBJECT)

/* What was last known of a case. */
typedef struct
{
  PlannrCaseRank rank;
  char *key; /* (owned) (nullable): folded on the first search after a change */
} Entry;

static void
entry_free (gpointer data)
{
  Entry *entry = data;

  g_free (entry->key);
  g_free (entry);
}

/* What was thrown away comes back when it is looked for. */
static gboolean
is_hidden (PlannrCaseModel *self, PlannrCaseRank rank)
{
  return rank == PLANNR_CASE_RANK_HIDDEN
         || (rank == PLANNR_CASE_RANK_DISCARDED && self->words[0] == NULL);
}

static gboolean
match (gpointer item, gpointer user_data)
{
  PlannrCaseModel *self = user_data;
  Entry *entry = g_hash_table_lookup (self->entries, item);

  if (is_hidden (self, entry->rank))
    return FALSE;
  if (self->words[0] == NULL)
    return TRUE;

  if (entry->key == NULL)
    entry->key = plannr_case_order_get_key (item);

  return plannr_search_matches (entry->key, (const char *const *) self->words);
}

static int
compare (gconstpointer a, gconstpointer b, gpointer user_data)
{
  return plannr_case_order_compare ((gpointer) a, (gpointer) b);
}

static gboolean
is_first_draft (PlannrCaseModel *self, PlannrSubmission *submission)
{
  GListModel *rows = G_LIST_MODEL (self->sorted);
  guint n = g_list_model_get_n_items (rows);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (PlannrSubmission) row = g_list_model_get_item (rows, i);

      if (plannr_case_order_get_rank (row) >= PLANNR_CASE_RANK_DRAFT)
        return row == submission;
    }

  return FALSE;
}

static void
refresh (PlannrCaseModel *self, PlannrSubmission *submission, gboolean dated_anew)
{
  Entry *entry = g_hash_table_lookup (self->entries, submission);
  PlannrCaseRank before = entry->rank;

  g_clear_pointer (&entry->key, g_free);
  entry->rank = plannr_case_order_get_rank (submission);

  if (self->words[0] != NULL || is_hidden (self, before) != is_hidden (self, entry->rank))
    gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);

  if (entry->rank != before || dated_anew
      || (entry->rank == PLANNR_CASE_RANK_DRAFT && !is_first_draft (self, submission)))
    gtk_sorter_changed (self->sorter, GTK_SORTER_CHANGE_DIFFERENT);
}

static void
notify_cb (PlannrSubmission *submission, GParamSpec *pspec, PlannrCaseModel *self)
{
  refresh (self, submission, g_str_equal (pspec->name, "record"));
}

static void
draft_changed_cb (PlannrCaseDraft *draft, PlannrCaseModel *self)
{
  for (guint i = 0; i < self->watched->len; i++)
    {
      PlannrSubmission *submission = g_ptr_array_index (self->watched, i);

      if (plannr_submission_get_draft (submission) == draft)
        refresh (self, submission, FALSE);
    }
}

static void
watch (PlannrCaseModel *self, PlannrSubmission *submission)
{
  Entry *entry = g_new0 (Entry, 1);

  entry->rank = plannr_case_order_get_rank (submission);
  g_hash_table_insert (self->entries, submission, entry);

  g_signal_connect (submission, "notify", G_CALLBACK (notify_cb), self);
  /* After, for the submission itself to have taken note of the time. */
  g_signal_connect_after (plannr_submission_get_draft (submission), "changed",
                          G_CALLBACK (draft_changed_cb), self);
}

static void
unwatch (PlannrCaseModel *self, PlannrSubmission *submission)
{
  g_signal_handlers_disconnect_by_data (submission, self);
  g_signal_handlers_disconnect_by_data (plannr_submission_get_draft (submission), self);
  g_hash_table_remove (self->entries, submission);
}

static void
items_changed_cb (
    GListModel *cases, guint position, guint removed, guint added, PlannrCaseModel *self)
{
  for (guint i = position; i < position + removed; i++)
    unwatch (self, g_ptr_array_index (self->watched, i));
  g_ptr_array_remove_range (self->watched, position, removed);

  for (guint i = position; i < position + added; i++)
    {
      PlannrSubmission *submission = g_list_model_get_item (cases, i);

      g_ptr_array_insert (self->watched, (int) i, submission);
      watch (self, submission);
    }
}

static void
drop_cases (PlannrCaseModel *self)
{
  if (self->cases == NULL)
    return;

  gtk_filter_list_model_set_model (self->filtered, NULL);
  g_signal_handlers_disconnect_by_data (self->cases, self);
  for (guint i = 0; i < self->watched->len; i++)
    unwatch (self, g_ptr_array_index (self->watched, i));
  g_ptr_array_set_size (self->watched, 0);
  g_clear_object (&self->cases);
}

static void
plannr_case_model_dispose (GObject *object)
{
  PlannrCaseModel *self = PLANNR_CASE_MODEL (object);

  drop_cases (self);

  G_OBJECT_CLASS (plannr_case_model_parent_class)->dispose (object);
}

static void
plannr_case_model_finalize (GObject *object)
{
  PlannrCaseModel *self = PLANNR_CASE_MODEL (object);

  g_clear_object (&self->sorted);
  g_clear_object (&self->filtered);
  g_clear_object (&self->sorter);
  g_clear_object (&self->filter);
  g_clear_pointer (&self->words, g_strfreev);
  g_clear_pointer (&self->entries, g_hash_table_unref);
  g_clear_pointer (&self->watched, g_ptr_array_unref);

  G_OBJECT_CLASS (plannr_case_model_parent_class)->finalize (object);
}

static void
plannr_case_model_class_init (PlannrCaseModelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = plannr_case_model_dispose;
  object_class->finalize = plannr_case_model_finalize;
}

static void
plannr_case_model_init (PlannrCaseModel *self)
{
  self->watched = g_ptr_array_new_with_free_func (g_object_unref);
  self->entries = g_hash_table_new_full (NULL, NULL, NULL, entry_free);
  self->words = plannr_search_get_words ("");

  self->filter = GTK_FILTER (gtk_custom_filter_new (match, self, NULL));
  self->sorter = GTK_SORTER (gtk_custom_sorter_new (compare, self, NULL));
  self->filtered = gtk_filter_list_model_new (NULL, g_object_ref (self->filter));
  self->sorted = gtk_sort_list_model_new (G_LIST_MODEL (g_object_ref (self->filtered)),
                                          g_object_ref (self->sorter));
}

/**
 * plannr_case_model_new:
 * Returns: (transfer full): a model without cases
 */
PlannrCaseModel *
plannr_case_model_new (void)
{
  return g_object_new (PLANNR_TYPE_CASE_MODEL, NULL);
}

/**
 * plannr_case_model_get_rows:
 * Returns: (transfer none): what the list shows, a list of #PlannrSubmission
 */
GListModel *
plannr_case_model_get_rows (PlannrCaseModel *self)
{
  g_return_val_if_fail (PLANNR_IS_CASE_MODEL (self), NULL);

  return G_LIST_MODEL (self->sorted);
}

/**
 * plannr_case_model_find:
 * @self: a model
 * @submission: (nullable): a case
 *
 * Returns: its row's position; %GTK_INVALID_LIST_POSITION where it has none
 */
guint
plannr_case_model_find (PlannrCaseModel *self, PlannrSubmission *submission)
{
  GListModel *rows = NULL;
  guint n;

  g_return_val_if_fail (PLANNR_IS_CASE_MODEL (self), GTK_INVALID_LIST_POSITION);

  rows = G_LIST_MODEL (self->sorted);
  n = submission != NULL ? g_list_model_get_n_items (rows) : 0;
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (PlannrSubmission) row = g_list_model_get_item (rows, i);

      if (row == submission)
        return i;
    }

  return GTK_INVALID_LIST_POSITION;
}

/**
 * plannr_case_model_is_searching:
 * Returns: whether rows are left out that a search does not match
 */
gboolean
plannr_case_model_is_searching (PlannrCaseModel *self)
{
  g_return_val_if_fail (PLANNR_IS_CASE_MODEL (self), FALSE);

  return self->words[0] != NULL;
}

/**
 * plannr_case_model_set_cases:
 * @self: a model
 * @cases: (nullable): all cases, a list of #PlannrSubmission
 */
void
plannr_case_model_set_cases (PlannrCaseModel *self, GListModel *cases)
{
  g_return_if_fail (PLANNR_IS_CASE_MODEL (self));
  g_return_if_fail (cases == NULL || G_IS_LIST_MODEL (cases));

  if (self->cases == cases)
    return;

  drop_cases (self);
  if (cases == NULL)
    return;

  self->cases = g_object_ref (cases);
  items_changed_cb (cases, 0, 0, g_list_model_get_n_items (cases), self);
  /* Connected before the filter is, which asks for what is noted here. */
  g_signal_connect (cases, "items-changed", G_CALLBACK (items_changed_cb), self);
  gtk_filter_list_model_set_model (self->filtered, cases);
}

/**
 * plannr_case_model_set_search:
 * @self: a model
 * @search: what the rows shown are to hold: words of the name, the people's names and the value, in
 *   any order; empty to show all
 */
void
plannr_case_model_set_search (PlannrCaseModel *self, const char *search)
{
  g_auto (GStrv) words = NULL;

  g_return_if_fail (PLANNR_IS_CASE_MODEL (self));
  g_return_if_fail (search != NULL);

  words = plannr_search_get_words (search);
  if (g_strv_equal ((const char *const *) words, (const char *const *) self->words))
    return;

  g_strfreev (self->words);
  self->words = g_steal_pointer (&words);
  if (self->words[0] != NULL)
    plannr_case_model_load_more (self);
  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
}

/**
 * plannr_case_model_load_more:
 * @self: a model
 *
 * Asks for older cases, of which only the newest are there from the start: those that are searched
 * for, or the next ones. They come when they come.
 */
void
plannr_case_model_load_more (PlannrCaseModel *self)
{
  g_autofree char *search = NULL;

  g_return_if_fail (PLANNR_IS_CASE_MODEL (self));

  if (!PLANNR_IS_OUTBOX (self->cases))
    return;

  if (self->words[0] != NULL)
    search = g_strjoinv (" ", self->words);
  plannr_outbox_load_past (PLANNR_OUTBOX (self->cases), search);
}
