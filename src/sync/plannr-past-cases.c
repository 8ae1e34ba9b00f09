/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-sync"

#include "config.h"

#include "plannr-past-cases.h"

#include "plannr-submission-private.h"

/* What is read at a time: neither a mark nor a frame waits for it. */
#define N_AT_A_TIME 25

/* So many at most. */
#define N_MOST      1000

/**
 * PlannrPastCases:
 *
 * Cases that were created here, and are too many to be in the list from the start. They are read from
 * the journal when they are first wanted.
 */
struct _PlannrPastCases
{
  GObject parent_instance;

  PlannrOutbox *outbox; /* (owned) */
  GPtrArray *rows;      /* (owned), of PlannrSubmission, the newest first */
  gint64 before;
  gint64 since;
  gboolean opened;
  gboolean begun;
  gboolean ended;
};

G_DEFINE_FINAL_TYPE (PlannrPastCases, plannr_past_cases, G_TYPE_OBJECT)

enum
{
  READ,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void read_on (PlannrPastCases *self, gint64 before);

static void
found_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (PlannrPastCases) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) entries =
      plannr_journal_find_past_finish (PLANNR_JOURNAL (source), result, &error);
  guint n = entries != NULL ? entries->len : 0;
  gint64 oldest = 0;

  if (entries == NULL)
    g_debug ("Past cases: %s", error->message);

  for (guint i = 0; i < n; i++)
    {
      PlannrEntry *entry = g_ptr_array_index (entries, i);

      oldest = entry->changed_at;
      if (oldest >= self->since)
        g_ptr_array_add (self->rows, plannr_submission_new_from_entry (entry));
    }

  if (n == N_AT_A_TIME && oldest >= self->since && self->rows->len < N_MOST)
    {
      read_on (self, oldest);
      return;
    }

  self->ended = TRUE;
  g_signal_emit (self, signals[READ], 0);
}

static void
read_on (PlannrPastCases *self, gint64 before)
{
  plannr_journal_find_past_async (plannr_outbox_get_journal (self->outbox), NULL, before,
                                  N_AT_A_TIME, NULL, found_cb, g_object_ref (self));
}

/* Those that the list has from the start are the newest; what comes to it later may be older than
 * others that do not. */
static void
opened_cb (PlannrPastCases *self)
{
  GListModel *rows = G_LIST_MODEL (self->outbox);

  self->before = g_get_real_time ();
  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (PlannrSubmission) row = g_list_model_get_item (rows, i);

      if (plannr_submission_get_state (row) == PLANNR_STATE_CREATED)
        self->before = MIN (self->before, plannr_submission_get_changed_at (row));
    }
  self->opened = TRUE;
}

static void
plannr_past_cases_finalize (GObject *object)
{
  PlannrPastCases *self = PLANNR_PAST_CASES (object);

  g_ptr_array_unref (self->rows);
  g_clear_object (&self->outbox);

  G_OBJECT_CLASS (plannr_past_cases_parent_class)->finalize (object);
}

static void
plannr_past_cases_class_init (PlannrPastCasesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = plannr_past_cases_finalize;

  /**
   * PlannrPastCases::read:
   *
   * They are there.
   */
  signals[READ] = g_signal_new ("read", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 0);
}

static void
plannr_past_cases_init (PlannrPastCases *self)
{
  self->rows = g_ptr_array_new_with_free_func (g_object_unref);
}

/**
 * plannr_past_cases_new:
 * @outbox: the list, before it is opened
 *
 * Returns: (transfer full): what is not in it, once it is read
 */
PlannrPastCases *
plannr_past_cases_new (PlannrOutbox *outbox)
{
  PlannrPastCases *self = NULL;

  g_return_val_if_fail (PLANNR_IS_OUTBOX (outbox), NULL);

  self = g_object_new (PLANNR_TYPE_PAST_CASES, NULL);
  self->outbox = g_object_ref (outbox);
  g_signal_connect_object (outbox, "opened", G_CALLBACK (opened_cb), self, G_CONNECT_SWAPPED);

  return self;
}

/**
 * plannr_past_cases_read:
 * @self: the past cases
 * @since: of what time, in microseconds since the epoch
 *
 * Reads them, the first time that it is called after the list was opened.
 */
void
plannr_past_cases_read (PlannrPastCases *self, gint64 since)
{
  g_return_if_fail (PLANNR_IS_PAST_CASES (self));

  if (self->begun || !self->opened)
    return;

  self->begun = TRUE;
  self->since = since;
  read_on (self, self->before);
}

/**
 * plannr_past_cases_get_rows:
 * Returns: (transfer none) (element-type PlannrSubmission): those that were read, the newest first
 */
GPtrArray *
plannr_past_cases_get_rows (PlannrPastCases *self)
{
  g_return_val_if_fail (PLANNR_IS_PAST_CASES (self), NULL);

  return self->rows;
}

/**
 * plannr_past_cases_get_reading:
 * Returns: whether they are being read
 */
gboolean
plannr_past_cases_get_reading (PlannrPastCases *self)
{
  g_return_val_if_fail (PLANNR_IS_PAST_CASES (self), FALSE);

  return self->begun && !self->ended;
}
