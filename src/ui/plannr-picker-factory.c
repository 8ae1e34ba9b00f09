/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-ui"

#include "config.h"

#include "plannr-picker-factory.h"

#include "plannr-emphasis.h"
#include "plannr-picker-item.h"
#include "plannr-picker-row.h"

/* So many rows at most wait to be shown again. */
#define MAX_SPARE 10

struct _PlannrPickerFactory
{
  GtkListView *view;           /* (unowned) */
  GtkListItemFactory *factory; /* (owned) */
  gpointer current;            /* (owned) (nullable): what is chosen now */
  PlannrEmphasis *emphasis;    /* (owned) (nullable): what the rows were found by */
  GQueue spare;                /* of owned PlannrPickerRow */
};

static void
setup_cb (PlannrPickerFactory *self, GtkListItem *item)
{
  g_autoptr (GtkWidget) spare = g_queue_pop_head (&self->spare);

  gtk_list_item_set_child (item, spare != NULL ? spare : plannr_picker_row_new ());
}

/* What was typed may leave few rows, and the next letter many: they are not built anew each time. */
static void
teardown_cb (PlannrPickerFactory *self, GtkListItem *item)
{
  GtkWidget *row = gtk_list_item_get_child (item);

  /* There is none any more where all of the view goes. */
  if (row != NULL && self->spare.length < MAX_SPARE)
    g_queue_push_head (&self->spare, g_object_ref (row));
  gtk_list_item_set_child (item, NULL);
}

static void
bind_cb (PlannrPickerFactory *self, GtkListItem *item)
{
  plannr_picker_row_bind (PLANNR_PICKER_ROW (gtk_list_item_get_child (item)), item,
                          plannr_picker_item_equal (gtk_list_item_get_item (item), self->current),
                          self->emphasis);
}

static void
unbind_cb (PlannrPickerFactory *self, GtkListItem *item)
{
  plannr_picker_row_unbind (PLANNR_PICKER_ROW (gtk_list_item_get_child (item)));
}

/**
 * plannr_picker_factory_new:
 * @view: a list of what can be picked
 *
 * Returns: (transfer full): what makes the rows of @view from now on; it is to be freed when @view has
 *   gone
 */
PlannrPickerFactory *
plannr_picker_factory_new (GtkListView *view)
{
  PlannrPickerFactory *self = g_new0 (PlannrPickerFactory, 1);

  self->view = view;
  self->factory = gtk_signal_list_item_factory_new ();
  g_queue_init (&self->spare);
  g_signal_connect_swapped (self->factory, "setup", G_CALLBACK (setup_cb), self);
  g_signal_connect_swapped (self->factory, "teardown", G_CALLBACK (teardown_cb), self);
  g_signal_connect_swapped (self->factory, "bind", G_CALLBACK (bind_cb), self);
  g_signal_connect_swapped (self->factory, "unbind", G_CALLBACK (unbind_cb), self);
  gtk_list_view_set_factory (view, self->factory);

  return self;
}

/**
 * plannr_picker_factory_free:
 * @self: (transfer full): what made the rows of a list that has gone
 */
void
plannr_picker_factory_free (PlannrPickerFactory *self)
{
  g_signal_handlers_disconnect_by_data (self->factory, self);
  g_object_unref (self->factory);
  g_queue_clear_full (&self->spare, g_object_unref);
  g_clear_pointer (&self->emphasis, plannr_emphasis_unref);
  g_clear_object (&self->current);
  g_free (self);
}

/**
 * plannr_picker_factory_get_current:
 * Returns: (type GObject) (transfer none) (nullable): what is chosen now
 */
gpointer
plannr_picker_factory_get_current (PlannrPickerFactory *self)
{
  return self->current;
}

/**
 * plannr_picker_factory_set_current:
 * @self: what makes rows
 * @item: (type GObject) (nullable): what is chosen now, which has a tick
 *
 * Returns: whether that is new, so that the rows that are there have to be bound anew
 */
gboolean
plannr_picker_factory_set_current (PlannrPickerFactory *self, gpointer item)
{
  if (plannr_picker_item_equal (self->current, item))
    return FALSE;

  g_set_object ((GObject **) &self->current, item);

  return TRUE;
}

/**
 * plannr_picker_factory_set_words:
 * @self: what makes rows
 * @text: what they were found by
 *
 * Emphasises in the rows, those that are there already too, what of them was asked for.
 */
void
plannr_picker_factory_set_words (PlannrPickerFactory *self, const char *text)
{
  g_return_if_fail (text != NULL);

  g_clear_pointer (&self->emphasis, plannr_emphasis_unref);
  self->emphasis = plannr_emphasis_new (text);

  for (GtkWidget *around = gtk_widget_get_first_child (GTK_WIDGET (self->view)); around != NULL;
       around = gtk_widget_get_next_sibling (around))
    {
      GtkWidget *row = gtk_widget_get_first_child (around);

      if (row != NULL)
        plannr_picker_row_set_emphasis (PLANNR_PICKER_ROW (row), self->emphasis);
    }
}
