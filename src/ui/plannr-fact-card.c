/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-ui"

#include "config.h"

#include "plannr-fact-card.h"

#include "plannr-accessible.h"
#include "plannr-selectable.h"
#include "plannr-sides-layout.h"

#define MAX_LABEL_CHARS 24

/* A name with what tells it from others below it, and an amount at the end. */
static GtkWidget *
create_item (const PlannrFact *fact)
{
  GtkWidget *names = gtk_box_new (GTK_ORIENTATION_VERTICAL, 1);
  GtkWidget *item = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_set_layout_manager (item, g_object_new (PLANNR_TYPE_SIDES_LAYOUT, "spacing", 12,
                                                     "start-share", 160, NULL));
  gtk_box_append (GTK_BOX (names), plannr_selectable_new (fact->label, NULL));
  if (*fact->value != '\0')
    gtk_box_append (GTK_BOX (names), plannr_selectable_new (fact->value, "caption"));
  gtk_box_append (GTK_BOX (item), names);

  if (*fact->aside != '\0')
    {
      GtkWidget *aside = plannr_selectable_new (fact->aside, "numeric");

      gtk_widget_set_valign (aside, GTK_ALIGN_START);
      gtk_box_append (GTK_BOX (item), aside);
    }

  return item;
}

static void
attach_pair (GtkGrid *grid, const PlannrFact *fact, int row)
{
  GtkWidget *label = plannr_selectable_new (fact->label, "field-label");
  GtkWidget *value = plannr_selectable_new (fact->value, NULL);

  gtk_label_set_max_width_chars (GTK_LABEL (label), MAX_LABEL_CHARS);
  gtk_widget_set_valign (label, GTK_ALIGN_START);
  gtk_widget_set_valign (value, GTK_ALIGN_START);
  gtk_widget_set_hexpand (value, TRUE);
  gtk_grid_attach (grid, label, 0, row, 1, 1);
  gtk_grid_attach (grid, value, 1, row, 1, 1);
}

static GtkWidget *
create_items (GPtrArray *facts)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 10);

  for (guint i = 0; i < facts->len; i++)
    gtk_box_append (GTK_BOX (box), create_item (g_ptr_array_index (facts, i)));

  return box;
}

static GtkWidget *
create_pairs (GPtrArray *facts)
{
  GtkWidget *grid = gtk_grid_new ();

  gtk_grid_set_row_spacing (GTK_GRID (grid), 8);
  gtk_grid_set_column_spacing (GTK_GRID (grid), 18);
  for (guint i = 0; i < facts->len; i++)
    attach_pair (GTK_GRID (grid), g_ptr_array_index (facts, i), (int) i);

  return grid;
}

/**
 * plannr_fact_card_new:
 * @facts: what is known
 *
 * Returns: (transfer floating): a card that shows @facts under their title
 */
GtkWidget *
plannr_fact_card_new (const PlannrFacts *facts)
{
  GtkWidget *card = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL, "spacing",
                                  10, "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP, NULL);
  GtkWidget *title = gtk_label_new (facts->title);

  gtk_widget_add_css_class (card, "card");
  gtk_widget_add_css_class (title, "card-title");
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_box_append (GTK_BOX (card), title);
  gtk_box_append (GTK_BOX (card),
                  facts->item != NULL ? create_items (facts->facts) : create_pairs (facts->facts));
  plannr_accessible_set_name (card, facts->title);

  return card;
}
