/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-ui"

#include "config.h"

#include "plannr-column-layout.h"

/* Longer lines are tiring to read. The column's own padding, which style.css gives it, is added. */
#define MAX_WIDTH (640 + 2 * 18)

/**
 * PlannrColumnLayout:
 *
 * Lays out the one child of a widget as a column in its middle: as wide as the widget, and no wider
 * than is good to read.
 */
struct _PlannrColumnLayout
{
  GtkLayoutManager parent_instance;
};

G_DEFINE_FINAL_TYPE (PlannrColumnLayout, plannr_column_layout, GTK_TYPE_LAYOUT_MANAGER)

static int
get_child_width (GtkWidget *child, int width)
{
  int minimum;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);

  return MAX (minimum, MIN (width, MAX_WIDTH));
}

static GtkSizeRequestMode
plannr_column_layout_get_request_mode (GtkLayoutManager *layout, GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
plannr_column_layout_measure (GtkLayoutManager *layout,
                              GtkWidget *widget,
                              GtkOrientation orientation,
                              int for_size,
                              int *minimum,
                              int *natural,
                              int *minimum_baseline,
                              int *natural_baseline)
{
  GtkWidget *child = gtk_widget_get_first_child (widget);

  if (child == NULL)
    return;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      gtk_widget_measure (child, orientation, -1, minimum, natural, NULL, NULL);
      *natural = MAX (*minimum, MIN (*natural, MAX_WIDTH));
    }
  else
    gtk_widget_measure (child, orientation, for_size < 0 ? -1 : get_child_width (child, for_size),
                        minimum, natural, NULL, NULL);
}

static void
plannr_column_layout_allocate (
    GtkLayoutManager *layout, GtkWidget *widget, int width, int height, int baseline)
{
  GtkWidget *child = gtk_widget_get_first_child (widget);
  int child_width;

  if (child == NULL)
    return;

  child_width = get_child_width (child, width);
  gtk_widget_size_allocate (child,
                            &(GtkAllocation){ MAX (0, (width - child_width) / 2), 0, child_width,
                                              height },
                            -1);
}

static void
plannr_column_layout_class_init (PlannrColumnLayoutClass *klass)
{
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  layout_class->get_request_mode = plannr_column_layout_get_request_mode;
  layout_class->measure = plannr_column_layout_measure;
  layout_class->allocate = plannr_column_layout_allocate;
}

static void
plannr_column_layout_init (PlannrColumnLayout *self)
{
}
