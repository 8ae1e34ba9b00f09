/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-ui"

#include "config.h"

#include "plannr-picker-found.h"

struct _PlannrPickerFound
{
  GListStore *rows; /* (owned) */
  char *question;   /* (owned): the newest one */
  char *answered;   /* (owned) (nullable): the one that the rows are an answer to */
  gboolean current; /* whether that is an answer to the newest, as it was asked last */
};

/**
 * plannr_picker_found_new:
 * Returns: (transfer full): nothing found, for no text
 */
PlannrPickerFound *
plannr_picker_found_new (void)
{
  PlannrPickerFound *self = g_new0 (PlannrPickerFound, 1);

  self->rows = g_list_store_new (G_TYPE_OBJECT);
  self->question = g_strdup ("");

  return self;
}

/**
 * plannr_picker_found_free:
 * @self: (transfer full): what was found
 */
void
plannr_picker_found_free (PlannrPickerFound *self)
{
  g_object_unref (self->rows);
  g_free (self->question);
  g_free (self->answered);
  g_free (self);
}

/**
 * plannr_picker_found_get_rows:
 * Returns: (transfer none): objects, for the newest question that was answered
 */
GListModel *
plannr_picker_found_get_rows (PlannrPickerFound *self)
{
  return G_LIST_MODEL (self->rows);
}

/**
 * plannr_picker_found_get_question:
 * Returns: (transfer none): the newest question
 */
const char *
plannr_picker_found_get_question (PlannrPickerFound *self)
{
  return self->question;
}

/**
 * plannr_picker_found_is_answered:
 * Returns: whether the rows are an answer to the newest question
 */
gboolean
plannr_picker_found_is_answered (PlannrPickerFound *self)
{
  return self->current;
}

/**
 * plannr_picker_found_set_question:
 * @self: what was found
 * @question: a text; the space around it does not count
 *
 * Takes on a question that has no answer yet, though it be the same as before.
 */
void
plannr_picker_found_set_question (PlannrPickerFound *self, const char *question)
{
  char *copy = g_strstrip (g_strdup (question));

  g_free (self->question);
  self->question = copy;
  self->current = FALSE;
}

static gboolean
is_at (PlannrPickerFound *self, guint position, gpointer item)
{
  g_autoptr (GObject) row = g_list_model_get_item (G_LIST_MODEL (self->rows), position);

  return row == item;
}

/* Rows that stay the same are left alone. */
static void
show (PlannrPickerFound *self, GPtrArray *items)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->rows));
  guint both = MIN (n, items->len);
  guint first = 0;
  guint last = 0;

  while (first < both && is_at (self, first, items->pdata[first]))
    first++;
  while (last < both - first && is_at (self, n - last - 1, items->pdata[items->len - last - 1]))
    last++;

  if (first + last < MAX (n, items->len))
    g_list_store_splice (self->rows, first, n - first - last, items->pdata + first,
                         items->len - first - last);
}

/**
 * plannr_picker_found_take:
 * @self: what was found
 * @answer: (element-type GObject): an answer to the newest question
 * @mode: how it is merged into another answer to the same question
 *
 * The first answer to a question takes the place of what was found before; what comes after it is merged,
 * as plannr_merge() does.
 */
void
plannr_picker_found_take (PlannrPickerFound *self, GPtrArray *answer, PlannrMergeMode mode)
{
  g_autoptr (GPtrArray) merged = NULL;

  if (self->current)
    {
      merged = plannr_merge (G_LIST_MODEL (self->rows), answer, mode);
      show (self, merged);
      return;
    }

  self->current = TRUE;
  g_free (self->answered);
  self->answered = g_strdup (self->question);
  show (self, answer);
}

/**
 * plannr_picker_found_is_old:
 * Returns: whether what is found, if anything, is only an answer to another question than the newest
 */
gboolean
plannr_picker_found_is_old (PlannrPickerFound *self)
{
  return g_strcmp0 (self->answered, self->question) != 0;
}

/**
 * plannr_picker_found_clear:
 * @self: what was found
 *
 * Lets go of it.
 */
void
plannr_picker_found_clear (PlannrPickerFound *self)
{
  g_list_store_remove_all (self->rows);
  g_clear_pointer (&self->answered, g_free);
  self->current = FALSE;
}
