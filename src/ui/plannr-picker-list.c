/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-ui"

#include "config.h"

#include "plannr-picker-list.h"

#include <glib/gi18n.h>

#include "plannr-display-text.h"
#include "plannr-item.h"
#include "plannr-picker-factory.h"
#include "plannr-picker-keys.h"
#include "plannr-picker-row.h"
#include "plannr-resources.h"

/* A list view builds all the rows that it is given, for every letter: it gets a few more than can be seen,
 * and more on scrolling. */
#define N_ROWS 10

/**
 * PlannrPickerList:
 *
 * The rows of a picker. It never takes the focus: a mark is moved through it from outside.
 */
struct _PlannrPickerList
{
  GtkWidget parent_instance;

  GListModel *found;             /* (owned) (nullable) */
  GtkSliceListModel *slice;      /* (owned) */
  GtkSingleSelection *selection; /* (owned) */
  PlannrPickerFactory *factory;  /* (owned) */
  gpointer marked;               /* (owned) (nullable): what the mark is on */
  gboolean more;                 /* whether there may be more than is found */
  guint scroll_source;
  guint grow_source;

  GtkWidget *kept;
  GtkScrolledWindow *scroller;
  GtkListView *view;
};

G_DEFINE_FINAL_TYPE (PlannrPickerList, plannr_picker_list, GTK_TYPE_WIDGET)

enum
{
  ACTIVATED,
  EXHAUSTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
scroll_to_mark (PlannrPickerList *self)
{
  if (g_list_model_get_n_items (G_LIST_MODEL (self->selection)) > 0)
    gtk_widget_activate_action (GTK_WIDGET (self->view), "list.scroll-to-item", "u",
                                (guint) MAX (plannr_picker_list_get_mark (self), 0));
}

static gboolean
scroll_cb (gpointer user_data)
{
  PlannrPickerList *self = user_data;

  self->scroll_source = 0;
  scroll_to_mark (self);

  return G_SOURCE_REMOVE;
}

static gboolean
has_more (PlannrPickerList *self)
{
  return self->found != NULL
         && (self->more
             || g_list_model_get_n_items (G_LIST_MODEL (self->slice))
                    < g_list_model_get_n_items (self->found));
}

/* Whether the last row is near, be it that all of them fit. */
static gboolean
is_at_end (PlannrPickerList *self)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scroller);
  double upper = gtk_adjustment_get_upper (adjustment);
  double page = gtk_adjustment_get_page_size (adjustment);
  double value = gtk_adjustment_get_value (adjustment);

  return page > 0 && upper > 0 && (upper <= page || (value > 0 && upper - page - value < page));
}

static gboolean
grow_cb (gpointer user_data)
{
  PlannrPickerList *self = user_data;
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->slice));

  self->grow_source = 0;
  /* The rows may have had no places yet. */
  if (!is_at_end (self))
    return G_SOURCE_REMOVE;

  gtk_slice_list_model_set_size (self->slice, n + N_ROWS);
  if (g_list_model_get_n_items (self->found) == n)
    g_signal_emit (self, signals[EXHAUSTED], 0);

  return G_SOURCE_REMOVE;
}

static void
scrolled_cb (PlannrPickerList *self)
{
  /* Not at once: this may be called while the rows are given their places. */
  if (self->grow_source == 0 && is_at_end (self) && has_more (self))
    self->grow_source = g_idle_add (grow_cb, self);
}

static void
activate_cb (PlannrPickerList *self, guint position)
{
  g_signal_emit (self, signals[ACTIVATED], 0, position);
}

static void
plannr_picker_list_dispose (GObject *object)
{
  PlannrPickerList *self = PLANNR_PICKER_LIST (object);

  g_clear_handle_id (&self->scroll_source, g_source_remove);
  g_clear_handle_id (&self->grow_source, g_source_remove);

  gtk_widget_dispose_template (GTK_WIDGET (object), PLANNR_TYPE_PICKER_LIST);
  g_clear_pointer (&self->factory, plannr_picker_factory_free);
  g_clear_object (&self->selection);
  g_clear_object (&self->slice);
  g_clear_object (&self->found);
  g_clear_object (&self->marked);

  G_OBJECT_CLASS (plannr_picker_list_parent_class)->dispose (object);
}

static void
plannr_picker_list_class_init (PlannrPickerListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = plannr_picker_list_dispose;

  /**
   * PlannrPickerList::activated:
   * @position: the place of a row
   *
   * A row was clicked, or activated by assistive technology.
   */
  signals[ACTIVATED] = g_signal_new ("activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                     NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);

  /**
   * PlannrPickerList::exhausted:
   *
   * All that is found is shown, and the last of it is near.
   */
  signals[EXHAUSTED] = g_signal_new ("exhausted", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                     NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               PLANNR_RESOURCES "plannr-picker-list.ui");
  gtk_widget_class_bind_template_child (widget_class, PlannrPickerList, kept);
  gtk_widget_class_bind_template_child (widget_class, PlannrPickerList, scroller);
  gtk_widget_class_bind_template_child (widget_class, PlannrPickerList, view);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
}

static void
plannr_picker_list_init (PlannrPickerList *self)
{
  GtkAdjustment *adjustment = NULL;

  gtk_widget_init_template (GTK_WIDGET (self));

  self->factory = plannr_picker_factory_new (self->view);
  self->slice = gtk_slice_list_model_new (NULL, 0, N_ROWS);
  self->selection = g_object_new (GTK_TYPE_SINGLE_SELECTION, "autoselect", FALSE, "can-unselect",
                                  TRUE, "model", self->slice, NULL);
  gtk_list_view_set_model (self->view, GTK_SELECTION_MODEL (self->selection));

  adjustment = gtk_scrolled_window_get_vadjustment (self->scroller);
  g_signal_connect_object (adjustment, "changed", G_CALLBACK (scrolled_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (scrolled_cb), self,
                           G_CONNECT_SWAPPED);
}

/**
 * plannr_picker_list_set_found:
 * @self: a list
 * @found: what to show; it may change
 */
void
plannr_picker_list_set_found (PlannrPickerList *self, GListModel *found)
{
  g_return_if_fail (PLANNR_IS_PICKER_LIST (self));
  g_return_if_fail (G_IS_LIST_MODEL (found));

  if (g_set_object (&self->found, found))
    gtk_slice_list_model_set_model (self->slice, found);
}

/**
 * plannr_picker_list_set_more:
 * @self: a list
 * @more: whether there may be more than is found
 */
void
plannr_picker_list_set_more (PlannrPickerList *self, gboolean more)
{
  g_return_if_fail (PLANNR_IS_PICKER_LIST (self));

  self->more = more;
}

/**
 * plannr_picker_list_set_current:
 * @self: a list
 * @item: (type GObject) (nullable): what is chosen now, which has a tick
 */
void
plannr_picker_list_set_current (PlannrPickerList *self, gpointer item)
{
  g_return_if_fail (PLANNR_IS_PICKER_LIST (self));
  g_return_if_fail (item == NULL || G_IS_OBJECT (item));

  if (!plannr_picker_factory_set_current (self->factory, item))
    return;

  /* The rows that are there already are bound anew. */
  gtk_slice_list_model_set_model (self->slice, NULL);
  gtk_slice_list_model_set_model (self->slice, self->found);
}

/**
 * plannr_picker_list_set_words:
 * @self: a list
 * @text: what the rows were found by
 *
 * Emphasises in the rows, those that are there already too, what of them was asked for.
 */
void
plannr_picker_list_set_words (PlannrPickerList *self, const char *text)
{
  g_return_if_fail (PLANNR_IS_PICKER_LIST (self));
  g_return_if_fail (text != NULL);

  plannr_picker_factory_set_words (self->factory, text);
}

/**
 * plannr_picker_list_set_stale:
 * @self: a list
 * @stale: whether to show that the rows are those of an older question
 */
void
plannr_picker_list_set_stale (PlannrPickerList *self, gboolean stale)
{
  g_return_if_fail (PLANNR_IS_PICKER_LIST (self));

  if (stale)
    gtk_widget_add_css_class (GTK_WIDGET (self), "stale");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "stale");
}

/**
 * plannr_picker_list_set_kept:
 * @self: a list
 * @kept: whether to say that the rows are only what is kept on this computer
 */
void
plannr_picker_list_set_kept (PlannrPickerList *self, gboolean kept)
{
  g_return_if_fail (PLANNR_IS_PICKER_LIST (self));

  gtk_widget_set_visible (self->kept, kept);
}

/**
 * plannr_picker_list_find_current:
 * Returns: the place of what is chosen now, or %PLANNR_PICKER_NOWHERE
 */
gint64
plannr_picker_list_find_current (PlannrPickerList *self)
{
  gpointer current = NULL;
  guint position = 0;

  g_return_val_if_fail (PLANNR_IS_PICKER_LIST (self), PLANNR_PICKER_NOWHERE);

  current = plannr_picker_factory_get_current (self->factory);
  if (current == NULL || self->found == NULL
      || !plannr_item_find (self->found, plannr_item_get_uuid (current), &position))
    return PLANNR_PICKER_NOWHERE;

  return position;
}

/**
 * plannr_picker_list_get_mark:
 * Returns: the place of the marked row, or %PLANNR_PICKER_NOWHERE
 */
gint64
plannr_picker_list_get_mark (PlannrPickerList *self)
{
  guint position;

  g_return_val_if_fail (PLANNR_IS_PICKER_LIST (self), PLANNR_PICKER_NOWHERE);

  position = gtk_single_selection_get_selected (self->selection);

  return position == GTK_INVALID_LIST_POSITION ? PLANNR_PICKER_NOWHERE : (gint64) position;
}

/**
 * plannr_picker_list_set_mark:
 * @self: a list
 * @position: the place of the row to mark and to bring into view; with %PLANNR_PICKER_NOWHERE
 *   none is marked, and the list goes back to its top
 */
void
plannr_picker_list_set_mark (PlannrPickerList *self, gint64 position)
{
  g_autoptr (GObject) item = NULL;
  guint size;

  g_return_if_fail (PLANNR_IS_PICKER_LIST (self));

  if (position != PLANNR_PICKER_NOWHERE)
    item = g_list_model_get_item (self->found, (guint) position);
  g_set_object ((GObject **) &self->marked, item);

  size = N_ROWS;
  if (position != PLANNR_PICKER_NOWHERE)
    size = MAX (gtk_slice_list_model_get_size (self->slice), (guint) position + N_ROWS / 2);
  gtk_slice_list_model_set_size (self->slice, size);
  gtk_single_selection_set_selected (self->selection, position == PLANNR_PICKER_NOWHERE
                                                          ? GTK_INVALID_LIST_POSITION
                                                          : (guint) position);

  /* Rows that are new have their places after the next frame only. */
  scroll_to_mark (self);
  if (self->scroll_source == 0)
    self->scroll_source = g_idle_add (scroll_cb, self);
}

/**
 * plannr_picker_list_keep_mark:
 * @self: a list in which something may have come, gone or been replaced
 *
 * Brings the mark back to what it was on.
 */
void
plannr_picker_list_keep_mark (PlannrPickerList *self)
{
  guint position = GTK_INVALID_LIST_POSITION;

  g_return_if_fail (PLANNR_IS_PICKER_LIST (self));

  if (self->marked != NULL)
    plannr_item_find (G_LIST_MODEL (self->slice), plannr_item_get_uuid (self->marked), &position);
  gtk_single_selection_set_selected (self->selection, position);
}

/**
 * plannr_picker_list_get_page:
 * Returns: by how many rows the keys for a page move, at least one
 */
gint64
plannr_picker_list_get_page (PlannrPickerList *self)
{
  GtkAdjustment *adjustment;
  double rows;

  g_return_val_if_fail (PLANNR_IS_PICKER_LIST (self), 1);

  adjustment = gtk_scrolled_window_get_vadjustment (self->scroller);
  rows = gtk_adjustment_get_upper (adjustment) <= 0
             ? 0
             : g_list_model_get_n_items (G_LIST_MODEL (self->slice))
                   * gtk_adjustment_get_page_size (adjustment)
                   / gtk_adjustment_get_upper (adjustment);

  return MAX ((gint64) rows - 1, 1);
}

/**
 * plannr_picker_list_get_sentence:
 * Returns: (transfer full): the marked row and its place, to be heard; where none is marked, how many
 *   rows there are and whether they are only what is kept on this computer
 */
char *
plannr_picker_list_get_sentence (PlannrPickerList *self)
{
  g_autoptr (GObject) item = NULL;
  g_autofree char *sentence = NULL;
  const char *kept = "";
  gint64 mark;
  guint n;

  g_return_val_if_fail (PLANNR_IS_PICKER_LIST (self), NULL);

  n = self->found != NULL ? g_list_model_get_n_items (self->found) : 0;
  mark = plannr_picker_list_get_mark (self);
  if (mark == PLANNR_PICKER_NOWHERE)
    {
      sentence = g_strdup_printf (
          self->more
              /* Translators: that the list of a picker has very many rows for what was typed */
              ? ngettext ("More than %u match", "More than %u matches", n)
              /* Translators: how many rows the list of a picker has for what was typed */
              : ngettext ("%u match", "%u matches", n),
          n);
      if (gtk_widget_get_visible (self->kept))
        kept = gtk_label_get_text (GTK_LABEL (self->kept));
      return plannr_display_text_join (". ", (const char *const[]){ sentence, kept, NULL });
    }

  item = g_list_model_get_item (self->found, (guint) mark);
  sentence = plannr_picker_row_get_sentence (item);

  return g_strdup_printf (
      self->more
          /* Translators: the same as “%1$s, %2$u of %3$u” where there may be more: “Gareth Thompson, 2 of
           * more than 20” */
          ? _ ("%1$s, %2$u of more than %3$u")
          /* Translators: the marked row of a picker, its place, and how many there are, as in “Mortgage,
           * 2 of 14” */
          : _ ("%1$s, %2$u of %3$u"),
      sentence, (guint) mark + 1, n);
}
