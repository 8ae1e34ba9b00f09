/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-ui"

#include "config.h"

#include "plannr-picker-popover.h"

#include <glib/gi18n.h>

#include "plannr-accessible.h"
#include "plannr-picker-keys.h"
#include "plannr-picker-list.h"
#include "plannr-picker-search.h"
#include "plannr-picker-status.h"
#include "plannr-resources.h"

/* A search that ends sooner than this, in milliseconds, is not worth a word. */
#define SLOW           250

/* The room, in pixels, that the first answer finds. */
#define INITIAL_HEIGHT 150

/**
 * PlannrPickerPopover:
 *
 * The search entry and the list of a picker. The focus stays in the entry; the arrow keys move a
 * mark through the list.
 *
 * Keys count for the answer that they were meant for, however long it takes: what is pressed while
 * it searches is done when the answer is there, never to the rows of an older one.
 */
struct _PlannrPickerPopover
{
  GtkPopover parent_instance;

  PlannrPickerSearch *search; /* (owned) */
  char *none_found;           /* (owned) (nullable) */
  char *prompt;               /* (owned) (nullable) */
  gint64 ahead;               /* where the mark will be in the answer that is awaited */
  gboolean taking;            /* the marked row of that answer is taken at once */
  gboolean awaiting;          /* nothing is there yet that would answer the newest question */
  gboolean untouched;         /* since it was opened: the mark goes to what is chosen now */
  gboolean slow;              /* Plannr has been asked for long */
  guint slow_source;

  GtkWidget *content;
  GtkEditable *search_entry;
  GtkSpinner *spinner;
  GtkWidget *area;
  PlannrPickerList *list;
  PlannrPickerStatus *status;
  GtkWidget *foot;
};

G_DEFINE_FINAL_TYPE (PlannrPickerPopover, plannr_picker_popover, GTK_TYPE_POPOVER)

enum
{
  PICKED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static guint
get_n_found (PlannrPickerPopover *self)
{
  return g_list_model_get_n_items (plannr_picker_search_get_found (self->search));
}

/* Whether there are rows, be they those of an older question. */
static gboolean
has_rows (PlannrPickerPopover *self)
{
  return plannr_picker_search_get_error (self->search) == NULL && get_n_found (self) > 0;
}

/* Says what has changed to those who hear the entry, which has the focus, rather than see the list. */
static void
announce (PlannrPickerPopover *self)
{
  gboolean searching = plannr_picker_search_is_searching (self->search);
  g_autofree char *news = NULL;

  if (searching && !self->slow)
    return;

  if (searching)
    news = g_strdup (_ ("Searching…"));
  else if (has_rows (self))
    news = plannr_picker_list_get_sentence (self->list);
  else
    news = plannr_picker_status_get_sentence (self->status);

  plannr_accessible_set_description (self->search_entry, news);
}

static void
refresh (PlannrPickerPopover *self)
{
  gboolean rows = has_rows (self);

  /* What has the focus must not go from under it. */
  if (rows && plannr_picker_status_has_focus (self->status))
    gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));

  if (!rows)
    plannr_picker_status_tell (self->status, self->search, self->slow, self->prompt,
                               self->none_found);
  gtk_widget_set_visible (GTK_WIDGET (self->list), rows);
  gtk_widget_set_visible (GTK_WIDGET (self->status), !rows);
  gtk_widget_set_visible (GTK_WIDGET (self->spinner), self->slow);
  gtk_spinner_set_spinning (self->spinner, self->slow);
  plannr_picker_list_set_stale (self->list,
                                self->slow && plannr_picker_search_is_searching (self->search));
  plannr_picker_list_set_more (self->list, plannr_picker_search_has_more (self->search));
  plannr_picker_list_set_kept (self->list, plannr_picker_search_is_kept (self->search));
  announce (self);
}

static void
slow_cb (gpointer user_data)
{
  PlannrPickerPopover *self = user_data;

  self->slow_source = 0;
  self->slow = TRUE;
  refresh (self);
}

static void
close_with (PlannrPickerPopover *self, gpointer item)
{
  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, signals[PICKED], 0, item);
}

static void
take (PlannrPickerPopover *self, gint64 position)
{
  g_autoptr (GObject) item =
      g_list_model_get_item (plannr_picker_search_get_found (self->search), (guint) position);

  if (item != NULL)
    close_with (self, item);
}

static gboolean
key_pressed_cb (PlannrPickerPopover *self, guint key, guint code, GdkModifierType modifiers)
{
  gboolean searching = plannr_picker_search_is_searching (self->search);
  gint64 position = searching ? self->ahead : plannr_picker_list_get_mark (self->list);

  if (!plannr_picker_keys_moves (key, modifiers, plannr_picker_list_get_page (self->list),
                                 &position))
    return GDK_EVENT_PROPAGATE;

  self->taking = FALSE;
  self->untouched = FALSE;
  if (searching)
    self->ahead = position;
  else if (has_rows (self))
    {
      plannr_picker_list_set_mark (self->list, MIN (position, (gint64) get_n_found (self) - 1));
      announce (self);
    }

  return GDK_EVENT_STOP;
}

static void
answered (PlannrPickerPopover *self)
{
  self->awaiting = FALSE;
  plannr_picker_list_set_words (self->list, plannr_picker_search_get_text (self->search));

  /* The popover takes the size of the first answer, and keeps it while someone types. */
  gtk_widget_set_size_request (self->area, -1,
                               self->untouched ? -1 : gtk_widget_get_height (self->area));

  if (!has_rows (self))
    self->taking = FALSE;
  else
    {
      if (self->untouched)
        self->ahead = plannr_picker_list_find_current (self->list);
      plannr_picker_list_set_mark (self->list, MIN (self->ahead, (gint64) get_n_found (self) - 1));
    }

  refresh (self);
  if (self->taking)
    take (self, MAX (plannr_picker_list_get_mark (self->list), 0));
}

static void
search_changed_cb (PlannrPickerPopover *self)
{
  if (!gtk_widget_get_visible (GTK_WIDGET (self)))
    return;

  if (!plannr_picker_search_is_asking (self->search))
    {
      g_clear_handle_id (&self->slow_source, g_source_remove);
      self->slow = FALSE;
    }
  else if (self->slow_source == 0 && !self->slow)
    self->slow_source = g_timeout_add_once (SLOW, slow_cb, self);

  if (self->awaiting && !plannr_picker_search_is_searching (self->search))
    answered (self);
  else
    {
      if (!self->awaiting)
        plannr_picker_list_keep_mark (self->list);
      refresh (self);
    }
}

static void
entry_changed_cb (PlannrPickerPopover *self)
{
  /* What was pressed before was meant for what was typed then. */
  self->ahead = PLANNR_PICKER_NOWHERE;
  self->awaiting = TRUE;
  self->taking = FALSE;
  self->untouched = FALSE;
  plannr_picker_list_set_mark (self->list, PLANNR_PICKER_NOWHERE);

  plannr_picker_search_set_text (self->search, gtk_editable_get_text (self->search_entry));
}

static void
again_cb (PlannrPickerPopover *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
  self->ahead = PLANNR_PICKER_NOWHERE;
  self->awaiting = TRUE;
  plannr_picker_search_repeat (self->search);
}

static void
entry_activate_cb (PlannrPickerPopover *self)
{
  if (plannr_picker_search_is_searching (self->search))
    {
      self->taking = TRUE;
      plannr_picker_search_hurry (self->search);
    }
  else if (plannr_picker_search_get_error (self->search) != NULL)
    again_cb (self);
  else
    take (self, MAX (plannr_picker_list_get_mark (self->list), 0));
}

static void
row_activated_cb (PlannrPickerPopover *self, guint position)
{
  take (self, position);
}

static void
clear_cb (PlannrPickerPopover *self)
{
  close_with (self, NULL);
}

static void
plannr_picker_popover_closed (GtkPopover *popover)
{
  PlannrPickerPopover *self = PLANNR_PICKER_POPOVER (popover);

  plannr_picker_search_stop (self->search);
  g_clear_handle_id (&self->slow_source, g_source_remove);
  self->slow = FALSE;
  self->taking = FALSE;
  gtk_spinner_set_spinning (self->spinner, FALSE);
}

static void
plannr_picker_popover_dispose (GObject *object)
{
  PlannrPickerPopover *self = PLANNR_PICKER_POPOVER (object);

  g_clear_handle_id (&self->slow_source, g_source_remove);
  if (self->search != NULL)
    {
      plannr_picker_search_stop (self->search);
      g_signal_handlers_disconnect_by_data (self->search, self);
      g_clear_object (&self->search);
    }
  gtk_widget_dispose_template (GTK_WIDGET (object), PLANNR_TYPE_PICKER_POPOVER);
  g_clear_pointer (&self->none_found, g_free);
  g_clear_pointer (&self->prompt, g_free);

  G_OBJECT_CLASS (plannr_picker_popover_parent_class)->dispose (object);
}

static void
plannr_picker_popover_class_init (PlannrPickerPopoverClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = plannr_picker_popover_dispose;
  GTK_POPOVER_CLASS (klass)->closed = plannr_picker_popover_closed;

  /**
   * PlannrPickerPopover::picked:
   * @item: (nullable): what was chosen; %NULL for nothing
   *
   * Something was chosen. The popover is closed by then.
   */
  signals[PICKED] = g_signal_new ("picked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_OBJECT);

  g_type_ensure (PLANNR_TYPE_PICKER_LIST);
  g_type_ensure (PLANNR_TYPE_PICKER_STATUS);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               PLANNR_RESOURCES "plannr-picker-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, PlannrPickerPopover, content);
  gtk_widget_class_bind_template_child (widget_class, PlannrPickerPopover, search_entry);
  gtk_widget_class_bind_template_child (widget_class, PlannrPickerPopover, spinner);
  gtk_widget_class_bind_template_child (widget_class, PlannrPickerPopover, area);
  gtk_widget_class_bind_template_child (widget_class, PlannrPickerPopover, list);
  gtk_widget_class_bind_template_child (widget_class, PlannrPickerPopover, status);
  gtk_widget_class_bind_template_child (widget_class, PlannrPickerPopover, foot);
  gtk_widget_class_bind_template_callback (widget_class, again_cb);
  gtk_widget_class_bind_template_callback (widget_class, clear_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, gtk_popover_popdown);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
plannr_picker_popover_init (PlannrPickerPopover *self)
{
  self->search = plannr_picker_search_new ();

  gtk_widget_init_template (GTK_WIDGET (self));

  plannr_picker_list_set_found (self->list, plannr_picker_search_get_found (self->search));
  g_signal_connect_object (self->list, "exhausted", G_CALLBACK (plannr_picker_search_look_further),
                           self->search, G_CONNECT_SWAPPED);
  g_signal_connect_swapped (self->search, "changed", G_CALLBACK (search_changed_cb), self);
}

/**
 * plannr_picker_popover_new:
 * Returns: (transfer full): a popover that has nobody to ask yet
 */
GtkWidget *
plannr_picker_popover_new (void)
{
  return g_object_new (PLANNR_TYPE_PICKER_POPOVER, NULL);
}

/**
 * plannr_picker_popover_set_source:
 * @self: a popover
 * @directory: (nullable): whom to ask
 * @source: (nullable): what to ask for
 */
void
plannr_picker_popover_set_source (PlannrPickerPopover *self,
                                  PlannrDirectory *directory,
                                  const PlannrPickerSource *source)
{
  g_return_if_fail (PLANNR_IS_PICKER_POPOVER (self));

  gtk_popover_popdown (GTK_POPOVER (self));
  plannr_picker_search_set_source (self->search, directory, source);
}

/**
 * plannr_picker_popover_set_words:
 * @self: a popover
 * @search_name: what the search entry is called
 * @none_found: (nullable): what is said where nothing matches
 * @prompt: (nullable): what is said where nothing is typed and nothing is found for that
 */
void
plannr_picker_popover_set_words (PlannrPickerPopover *self,
                                 const char *search_name,
                                 const char *none_found,
                                 const char *prompt)
{
  g_return_if_fail (PLANNR_IS_PICKER_POPOVER (self));
  g_return_if_fail (search_name != NULL);

  g_free (self->none_found);
  self->none_found = g_strdup (none_found);
  g_free (self->prompt);
  self->prompt = g_strdup (prompt);
  g_object_set (self->search_entry, "placeholder-text", search_name, NULL);
  plannr_accessible_set_name (self->search_entry, search_name);
}

/**
 * plannr_picker_popover_open:
 * @self: a popover
 * @item: (type GObject) (nullable): what is chosen now
 * @clearable: whether nothing can be chosen as well
 * @width: how wide it has to be, in pixels, at least
 *
 * Opens it for a new search.
 */
void
plannr_picker_popover_open (PlannrPickerPopover *self, gpointer item, gboolean clearable, int width)
{
  g_return_if_fail (PLANNR_IS_PICKER_POPOVER (self));

  plannr_picker_list_set_current (self->list, item);
  gtk_editable_set_text (self->search_entry, "");
  gtk_widget_set_visible (self->foot, clearable && item != NULL);
  gtk_widget_set_size_request (self->content, width, -1);
  self->ahead = PLANNR_PICKER_NOWHERE;
  self->awaiting = TRUE;
  self->untouched = TRUE;

  /* A popover takes these for left and right. */
  gtk_widget_set_halign (GTK_WIDGET (self),
                         gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL
                             ? GTK_ALIGN_END
                             : GTK_ALIGN_START);
  /* Else it would give the focus to what comes after the entry, for a moment. */
  gtk_widget_set_focus_child (GTK_WIDGET (self), gtk_widget_get_parent (self->content));
  gtk_popover_popup (GTK_POPOVER (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));

  plannr_picker_search_begin (self->search, "");
  gtk_widget_set_size_request (self->area, -1, has_rows (self) ? -1 : INITIAL_HEIGHT);
}

/**
 * plannr_picker_popover_get_text:
 * Returns: (transfer none): what takes the keys of the search entry
 */
GtkWidget *
plannr_picker_popover_get_text (PlannrPickerPopover *self)
{
  g_return_val_if_fail (PLANNR_IS_PICKER_POPOVER (self), NULL);

  return GTK_WIDGET (gtk_editable_get_delegate (self->search_entry));
}
