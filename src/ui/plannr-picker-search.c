/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-ui"

#include "config.h"

#include "plannr-picker-search.h"

#include "plannr-picker-found.h"

/* How long nobody must have typed before Plannr is asked, in milliseconds. */
#define PAUSE 120

/**
 * PlannrPickerSearch:
 *
 * What a picker has found for what is typed into it. What is kept on this computer is looked up for
 * every letter; Plannr is asked as well once the typing pauses, and what it knows besides is added. Only
 * answers to the newest question count, and until there is one the older one's stay.
 */
struct _PlannrPickerSearch
{
  GObject parent_instance;

  PlannrDirectory *directory;       /* (owned) (nullable) */
  const PlannrPickerSource *source; /* (nullable) */
  PlannrPickerFound *found;         /* (owned) */
  guint n_looked_up;                /* of `found`, those that are kept on this computer */
  gboolean more;                    /* whether there may be more of those */
  gboolean kept;                    /* `found` is only those, since Plannr could not be asked */
  GError *error;                    /* (owned) (nullable): how the newest question failed */
  GCancellable *looking;            /* (owned) (nullable): while it is looked up */
  GCancellable *asking;             /* (owned) (nullable): while Plannr is asked */
  guint pause_source;
};

G_DEFINE_FINAL_TYPE (PlannrPickerSearch, plannr_picker_search, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* Leaves what was asked and what will be asked: an answer to it is known by its cancellable, and counts
 * no more. */
static void
abandon (PlannrPickerSearch *self)
{
  g_clear_handle_id (&self->pause_source, g_source_remove);
  g_cancellable_cancel (self->looking);
  g_clear_object (&self->looking);
  g_cancellable_cancel (self->asking);
  g_clear_object (&self->asking);
}

static void
looked_up_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (PlannrPickerSearch) self = user_data;
  gboolean more = FALSE;
  g_autoptr (GPtrArray) kept =
      plannr_directory_look_up_finish (PLANNR_DIRECTORY (source), result, &more, NULL);

  if (g_task_get_cancellable (G_TASK (result)) != self->looking)
    return;

  g_clear_object (&self->looking);
  self->more = more;
  /* That nothing is kept does not mean that there is nothing. */
  if (kept != NULL && kept->len > 0)
    {
      self->n_looked_up += kept->len;
      self->kept = self->kept || self->error != NULL;
      g_clear_error (&self->error);
      plannr_picker_found_take (self->found, kept, PLANNR_MERGE_ADD);
    }
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
look_up (PlannrPickerSearch *self, guint offset, GAsyncReadyCallback callback)
{
  self->looking = g_cancellable_new ();
  self->source->look_up (self->directory, self->source->what,
                         plannr_picker_found_get_question (self->found), offset, self->looking,
                         callback, g_object_ref (self));
}

static void
looked_again_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (PlannrPickerSearch) self = user_data;
  g_autoptr (GPtrArray) first =
      plannr_directory_look_up_finish (PLANNR_DIRECTORY (source), result, NULL, NULL);

  if (g_task_get_cancellable (G_TASK (result)) != self->looking)
    return;

  g_clear_object (&self->looking);
  if (first != NULL)
    plannr_picker_found_take (self->found, first, PLANNR_MERGE_ADD);
  g_signal_emit (self, signals[CHANGED], 0);
}

/* Of types and statuses Plannr tells all that match, unless it could not be asked. */
static PlannrMergeMode
get_mode (PlannrPickerSearch *self, gboolean kept)
{
  PlannrCacheKind what = self->source->what;

  if (self->more)
    return PLANNR_MERGE_RENEW;
  if (!kept && (what == PLANNR_CACHE_TYPES || what == PLANNR_CACHE_STATUSES))
    return PLANNR_MERGE_ALL;

  return PLANNR_MERGE_ADD;
}

static void
found_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (PlannrPickerSearch) self = user_data;
  PlannrDirectory *directory = PLANNR_DIRECTORY (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) found = plannr_directory_find_finish (directory, result, &error);
  gboolean kept = FALSE;

  if (g_task_get_cancellable (G_TASK (result)) != self->asking)
    return;

  g_clear_object (&self->asking);
  kept = found == NULL || plannr_directory_find_get_failure (directory, result) != NULL;
  if (found != NULL)
    plannr_picker_found_take (self->found, found, get_mode (self, kept));
  else if (!plannr_picker_found_is_answered (self->found))
    self->error = g_steal_pointer (&error);
  self->kept = kept && plannr_picker_found_is_answered (self->found);
  /* Whom Plannr has told of may belong among the first, and else is found further on. */
  if (found != NULL && self->more && self->looking == NULL)
    look_up (self, 0, looked_again_cb);
  g_signal_emit (self, signals[CHANGED], 0);
}

/* At once, or when a pause has ended. */
static void
ask (gpointer user_data)
{
  PlannrPickerSearch *self = user_data;

  g_clear_handle_id (&self->pause_source, g_source_remove);
  self->asking = g_cancellable_new ();
  self->source->find (self->directory, self->source->what,
                      plannr_picker_found_get_question (self->found), self->asking, found_cb,
                      g_object_ref (self));
}

/* Takes on a new question that has still to be asked. */
static gboolean
prepare (PlannrPickerSearch *self, const char *text)
{
  abandon (self);
  g_clear_error (&self->error);
  plannr_picker_found_set_question (self->found, text);
  self->n_looked_up = 0;
  self->more = FALSE;

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
  plannr_picker_found_free (self->found);

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
  self->found = plannr_picker_found_new ();
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
 * @source: (nullable): what to ask for
 *
 * Sets the source, and forgets what was found before.
 */
void
plannr_picker_search_set_source (PlannrPickerSearch *self,
                                 PlannrDirectory *directory,
                                 const PlannrPickerSource *source)
{
  g_return_if_fail (PLANNR_IS_PICKER_SEARCH (self));
  g_return_if_fail (directory == NULL || source != NULL);

  prepare (self, "");
  g_set_object (&self->directory, directory);
  self->source = source;
  plannr_picker_found_clear (self->found);
  self->kept = FALSE;
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

  return plannr_picker_found_get_question (self->found);
}

/**
 * plannr_picker_search_set_text:
 * @self: a search
 * @text: what is typed now
 *
 * Looks @text up at once, and asks Plannr as soon as the typing pauses.
 */
void
plannr_picker_search_set_text (PlannrPickerSearch *self, const char *text)
{
  g_autofree char *stripped = NULL;

  g_return_if_fail (PLANNR_IS_PICKER_SEARCH (self));
  g_return_if_fail (text != NULL);

  stripped = g_strstrip (g_strdup (text));
  if (g_str_equal (stripped, plannr_picker_found_get_question (self->found)))
    return;

  if (prepare (self, stripped))
    {
      look_up (self, self->n_looked_up, looked_up_cb);
      self->pause_source = g_timeout_add_once (PAUSE, ask, self);
    }
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

  return plannr_picker_found_get_rows (self->found);
}

/**
 * plannr_picker_search_is_searching:
 * Returns: whether what was found is no answer to the newest question yet
 */
gboolean
plannr_picker_search_is_searching (PlannrPickerSearch *self)
{
  g_return_val_if_fail (PLANNR_IS_PICKER_SEARCH (self), FALSE);

  return !plannr_picker_found_is_answered (self->found) && plannr_picker_search_is_asking (self);
}

/**
 * plannr_picker_search_is_asking:
 * Returns: whether more may be found yet for the newest question, be there an answer already or not
 */
gboolean
plannr_picker_search_is_asking (PlannrPickerSearch *self)
{
  g_return_val_if_fail (PLANNR_IS_PICKER_SEARCH (self), FALSE);

  return self->looking != NULL || self->pause_source != 0 || self->asking != NULL;
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
 * Returns: (transfer none) (nullable): how the newest question failed, if it has no answer
 */
const GError *
plannr_picker_search_get_error (PlannrPickerSearch *self)
{
  g_return_val_if_fail (PLANNR_IS_PICKER_SEARCH (self), NULL);

  return plannr_picker_search_is_searching (self) ? NULL : self->error;
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
    {
      look_up (self, self->n_looked_up, looked_up_cb);
      ask (self);
    }
  if (plannr_picker_found_is_old (self->found))
    plannr_picker_found_clear (self->found);
  self->kept = FALSE;
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
 * plannr_picker_search_has_more:
 * Returns: whether there may be more than what was found
 */
gboolean
plannr_picker_search_has_more (PlannrPickerSearch *self)
{
  g_return_val_if_fail (PLANNR_IS_PICKER_SEARCH (self), FALSE);

  return self->more;
}

/**
 * plannr_picker_search_look_further:
 * @self: a search
 *
 * Looks up the next of those who are kept on this computer, if there are more.
 */
void
plannr_picker_search_look_further (PlannrPickerSearch *self)
{
  g_return_if_fail (PLANNR_IS_PICKER_SEARCH (self));

  if (self->more && self->looking == NULL)
    look_up (self, self->n_looked_up, looked_up_cb);
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

  text = g_strdup (plannr_picker_found_get_question (self->found));
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
