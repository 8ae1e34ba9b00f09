/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-ui"

#include "config.h"

#include "plannr-case-factory.h"

#include "plannr-case-row.h"
#include "plannr-emphasis.h"

/* What a factory keeps: the emphasis of the rows that it will make. */
#define EMPHASIS "plannr-emphasis"

static void
activate_cb (GtkListItem *item)
{
  gtk_widget_activate_action (gtk_list_item_get_child (item), "list.activate-item", "u",
                              gtk_list_item_get_position (item));
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  gtk_list_item_set_child (item, plannr_case_row_new ());
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *row = gtk_list_item_get_child (item);
  GtkWidget *around = gtk_widget_get_parent (row);

  /* GTK's rows cannot be activated by assistive technology without an action of their own. */
  if (g_object_get_data (G_OBJECT (around), "plannr-action") == NULL)
    {
      g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
      g_autoptr (GSimpleAction) action = g_simple_action_new ("activate", NULL);

      g_signal_connect_object (action, "activate", G_CALLBACK (activate_cb), item,
                               G_CONNECT_SWAPPED);
      g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (action));
      gtk_widget_insert_action_group (around, "row", G_ACTION_GROUP (group));
      g_object_set_data (G_OBJECT (around), "plannr-action", action);
    }

  plannr_case_row_set_emphasis (PLANNR_CASE_ROW (row),
                                g_object_get_data (G_OBJECT (factory), EMPHASIS));
  plannr_case_row_set_submission (PLANNR_CASE_ROW (row), gtk_list_item_get_item (item));
}

static void
unbind_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  plannr_case_row_set_submission (PLANNR_CASE_ROW (gtk_list_item_get_child (item)), NULL);
}

/**
 * plannr_case_factory_new:
 * Returns: (transfer full): what makes the rows of a list of #PlannrSubmission
 */
GtkListItemFactory *
plannr_case_factory_new (void)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), NULL);

  return factory;
}

/**
 * plannr_case_factory_set_search:
 * @view: a list whose rows this factory makes
 * @search: what was typed to find them
 *
 * Emphasises in the rows, those that are there already too, what of them was asked for.
 */
void
plannr_case_factory_set_search (GtkListView *view, const char *search)
{
  PlannrEmphasis *emphasis = NULL;

  g_return_if_fail (GTK_IS_LIST_VIEW (view));
  g_return_if_fail (search != NULL);

  emphasis = plannr_emphasis_new (search);
  g_object_set_data_full (G_OBJECT (gtk_list_view_get_factory (view)), EMPHASIS, emphasis,
                          (GDestroyNotify) plannr_emphasis_unref);

  for (GtkWidget *around = gtk_widget_get_first_child (GTK_WIDGET (view)); around != NULL;
       around = gtk_widget_get_next_sibling (around))
    {
      GtkWidget *row = gtk_widget_get_first_child (around);

      if (row != NULL && PLANNR_IS_CASE_ROW (row))
        plannr_case_row_set_emphasis (PLANNR_CASE_ROW (row), emphasis);
    }
}

/**
 * plannr_case_factory_focus:
 * @view: a list whose rows this factory makes
 * @submission: (nullable): whose row is to have the focus; %NULL for the first
 *
 * Moves the focus to a row. A list view left to itself moves it to where it last was, wherever that
 * row has got to.
 *
 * Returns: whether there is such a row
 */
gboolean
plannr_case_factory_focus (GtkListView *view, PlannrSubmission *submission)
{
  g_return_val_if_fail (GTK_IS_LIST_VIEW (view), FALSE);

  for (GtkWidget *around = gtk_widget_get_first_child (GTK_WIDGET (view)); around != NULL;
       around = gtk_widget_get_next_sibling (around))
    {
      GtkWidget *row = gtk_widget_get_first_child (around);

      if (row != NULL && PLANNR_IS_CASE_ROW (row)
          && (submission == NULL
              || plannr_case_row_get_submission (PLANNR_CASE_ROW (row)) == submission))
        return gtk_widget_grab_focus (around);
    }

  return FALSE;
}
