/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-ui"

#include "config.h"

#include "plannr-picker-search.h"

/* How long nobody must have typed before the directory is asked, in milliseconds. */
#define PAUSE 120

/**
 * PlannrPickerSearch:
 *
 * What a picker has found for what is typed into it. The directory is asked once the typing pauses;
 * only the answer to the newest question counts, and until it is there the older one stays.
 */
struct _PlannrPickerSearch
{
  GObject parent_instance;

  PlannrDirectory *directory; /* (owned) (nullable) */
  PlannrPickerFindFunc find;
  char *text;                /* (owned): what the newest question is, or will be */
  char *answered;            /* (owned) (nullable): the question that `found` answers */
  GListStore *found;         /* (owned) */
  gboolean kept;             /* `found` is only what is kept on this computer */
  GError *error;             /* (owned) (nullable): how the newest question failed */
  GCancellable *cancellable; /* (owned) (nullable): of the question that is under way */
  guint pause_source;
  guint serial;
};

G_DEFINE_FINAL_TYPE (PlannrPickerSearch, plannr_picker_search, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

typedef struct
{
  PlannrPickerSearch *search; /* (owned) */
  guint serial;
} Question;

static void
set_found (PlannrPickerSearch *self, GPtrArray *found, const char *answered, gboolean kept)
{
  char *copy = g_strdup (answered);

  g_free (self->answered);
  self->answered = copy;
  self->kept = kept;
  g_list_store_splice (self->found, 0, g_list_model_get_n_items (G_LIST_MODEL (self->found)),
                       found != NULL ? found->pdata : NULL, found != NULL ? found->len : 0);
}

/* Leaves what was asked and what will be asked, so that no answer to it can arrive any more. */
static void
abandon (PlannrPickerSearch *self)
{
  self->serial++;
  g_clear_handle_id (&self->pause_source, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static void
found_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Question *question = user_data;
  PlannrPickerSearch *self = question->search;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) found =
      plannr_directory_find_finish (PLANNR_DIRECTORY (source), result, &error);

  if (question->serial == self->serial)
    {
      g_clear_object (&self->cancellable);
      self->error = g_steal_pointer (&error);
      if (found != NULL)
        set_found (self, found, self->text,
                   plannr_directory_find_get_failure (PLANNR_DIRECTORY (source), result) != NULL);
      g_signal_emit (self, signals[CHANGED], 0);
    }

  g_object_unref (self);
  g_free (question);
}

static void
ask (PlannrPickerSearch *self)
{
  Question *question = NULL;

  g_clear_handle_id (&self->pause_source, g_source_remove);

  question = g_new0 (Question, 1);
  question->search = g_object_ref (self);
  question->serial = self->serial;
  self->cancellable = g_cancellable_new ();
  self->find (self->directory, self->text, self->cancellable, found_cb, question);
}

static void
pause_cb (gpointer user_data)
{
  ask (user_data);
}

/* Takes on a new question that has still to be asked. */
static gboolean
prepare (PlannrPickerSearch *self, const char *text)
{
  char *copy = g_strstrip (g_strdup (text));

  abandon (self);
  g_clear_error (&self->error);
  g_free (self->text);
  self->text = copy;

  return self->directory != NULL;
}

static void
plannr_picker_search_dispose (GObject *object)
{
  PlannrPickerSearch *self = PLANNR_PICKER_SEARCH (object);

  abandon (self);
  g_clear_object (&self->directory);

  G_OBJECT_CLASS (plannr_picker_search_parent_class)->dispose (object);
}

static void
plannr_picker_search_finalize (GObject *object)
{
  PlannrPickerSearch *self = PLANNR_PICKER_SEARCH (object);

  g_clear_error (&self->error);
  g_object_unref (self->found);
  g_free (self->answered);
  g_free (self->text);

  G_OBJECT_CLASS (plannr_picker_search_parent_class)->finalize (object);
}

static void
plannr_picker_search_class_init (PlannrPickerSearchClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = plannr_picker_search_dispose;
  object_class->finalize = plannr_picker_search_finalize;

  /**
   * PlannrPickerSearch::changed:
   *
   * What was found, whether it is still searching, or what went wrong has changed.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
plannr_picker_search_init (PlannrPickerSearch *self)
{
  self->text = g_strdup ("");
  self->found = g_list_store_new (G_TYPE_OBJECT);
}

/**
 * plannr_picker_search_new:
 * Returns: (transfer full): a search that has nobody to ask yet
 */
PlannrPickerSearch *
plannr_picker_search_new (void)
{
  return g_object_new (PLANNR_TYPE_PICKER_SEARCH, NULL);
}

/**
 * plannr_picker_search_set_source:
 * @self: a search
 * @directory: (nullable): whom to ask
 * @find: (nullable): what to ask for
 *
 * Sets the source, and forgets what was found before.
 */
void
plannr_picker_search_set_source (PlannrPickerSearch *self,
                                 PlannrDirectory *directory,
                                 PlannrPickerFindFunc find)
{
  g_return_if_fail (PLANNR_IS_PICKER_SEARCH (self));
  g_return_if_fail (directory == NULL || find != NULL);

  prepare (self, "");
  g_set_object (&self->directory, directory);
  self->find = find;
  set_found (self, NULL, NULL, FALSE);
  g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * plannr_picker_search_get_text:
 * Returns: (transfer none): the newest question, without space around it
 */
const char *
plannr_picker_search_get_text (PlannrPickerSearch *self)
{
  g_return_val_if_fail (PLANNR_IS_PICKER_SEARCH (self), NULL);

  return self->text;
}

/**
 * plannr_picker_search_set_text:
 * @self: a search
 * @text: what is typed now
 *
 * Searches for @text as soon as the typing pauses.
 */
void
plannr_picker_search_set_text (PlannrPickerSearch *self, const char *text)
{
  g_autofree char *stripped = NULL;

  g_return_if_fail (PLANNR_IS_PICKER_SEARCH (self));
  g_return_if_fail (text != NULL);

  stripped = g_strstrip (g_strdup (text));
  if (g_str_equal (stripped, self->text))
    return;

  if (prepare (self, stripped))
    self->pause_source = g_timeout_add_once (PAUSE, pause_cb, self);
  g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * plannr_picker_search_get_found:
 * Returns: (transfer none): what was found: objects, for the newest question that was answered
 */
GListModel *
plannr_picker_search_get_found (PlannrPickerSearch *self)
{
  g_return_val_if_fail (PLANNR_IS_PICKER_SEARCH (self), NULL);

  return G_LIST_MODEL (self->found);
}

/**
 * plannr_picker_search_is_searching:
 * Returns: whether what was found is not the answer to the newest question yet
 */
gboolean
plannr_picker_search_is_searching (PlannrPickerSearch *self)
{
  g_return_val_if_fail (PLANNR_IS_PICKER_SEARCH (self), FALSE);

  return self->pause_source != 0 || self->cancellable != NULL;
}

/**
 * plannr_picker_search_is_kept:
 * Returns: whether what was found is only what is kept on this computer, since Plannr can't be asked
 */
gboolean
plannr_picker_search_is_kept (PlannrPickerSearch *self)
{
  g_return_val_if_fail (PLANNR_IS_PICKER_SEARCH (self), FALSE);

  return self->kept;
}

/**
 * plannr_picker_search_get_error:
 * Returns: (transfer none) (nullable): how the newest question failed
 */
const GError *
plannr_picker_search_get_error (PlannrPickerSearch *self)
{
  g_return_val_if_fail (PLANNR_IS_PICKER_SEARCH (self), NULL);

  return self->error;
}

/**
 * plannr_picker_search_begin:
 * @self: a search
 * @text: what to search for
 *
 * Searches for @text at once. What was found for the same text before stays until then.
 */
void
plannr_picker_search_begin (PlannrPickerSearch *self, const char *text)
{
  g_return_if_fail (PLANNR_IS_PICKER_SEARCH (self));
  g_return_if_fail (text != NULL);

  if (prepare (self, text))
    ask (self);
  if (g_strcmp0 (self->answered, self->text) != 0)
    set_found (self, NULL, NULL, FALSE);
  g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * plannr_picker_search_hurry:
 * @self: a search
 *
 * Ends the wait for a pause in the typing.
 */
void
plannr_picker_search_hurry (PlannrPickerSearch *self)
{
  g_return_if_fail (PLANNR_IS_PICKER_SEARCH (self));

  if (self->pause_source != 0)
    ask (self);
}

/**
 * plannr_picker_search_repeat:
 * @self: a search
 *
 * Asks the newest question again, and Plannr itself rather than what is remembered of it.
 */
void
plannr_picker_search_repeat (PlannrPickerSearch *self)
{
  g_autofree char *text = NULL;

  g_return_if_fail (PLANNR_IS_PICKER_SEARCH (self));

  if (self->directory == NULL)
    return;

  text = g_strdup (self->text);
  plannr_directory_forget (self->directory);
  plannr_picker_search_begin (self, text);
}

/**
 * plannr_picker_search_stop:
 * @self: a search
 *
 * Stops searching: nothing changes any more until the next question.
 */
void
plannr_picker_search_stop (PlannrPickerSearch *self)
{
  g_return_if_fail (PLANNR_IS_PICKER_SEARCH (self));

  abandon (self);
}
