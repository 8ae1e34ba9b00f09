/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-ui"

#include "config.h"

#include "plannr-pair-layout.h"

#define COLUMN_SPACING 14
#define ROW_SPACING    12

/* In letters, so that a larger text needs a wider window: what a status or an amount takes. */
#define MIN_LETTERS    24

/**
 * PlannrPairLayout:
 *
 * Lays out up to two fields beside each other, half the width each, or below each other where half
 * the width would be too little. It does not look at what the fields hold: they keep their places
 * while a person fills them in.
 */
struct _PlannrPairLayout
{
  GtkLayoutManager parent_instance;
};

G_DEFINE_FINAL_TYPE (PlannrPairLayout, plannr_pair_layout, GTK_TYPE_LAYOUT_MANAGER)

static int
get_min_half (GtkWidget *widget)
{
  PangoContext *context = gtk_widget_get_pango_context (widget);
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);
  int letter = pango_font_metrics_get_approximate_char_width (metrics);

  pango_font_metrics_unref (metrics);

  return PANGO_PIXELS_CEIL (letter * MIN_LETTERS);
}

static void
measure_width (GtkWidget *widget, int *widest, int *natural)
{
  *widest = 0;
  *natural = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int child_minimum;
      int child_natural;

      if (!gtk_widget_should_layout (child))
        continue;

      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &child_minimum, &child_natural,
                          NULL, NULL);
      *widest = MAX (*widest, child_minimum);
      *natural = MAX (*natural, child_natural);
    }
}

/* Returns the width of a column: half of @width, or all of it. */
static int
get_column_width (GtkWidget *widget, int width)
{
  int half = (width - COLUMN_SPACING) / 2;
  int widest;
  int natural;

  measure_width (widget, &widest, &natural);

  return half >= MAX (widest, get_min_half (widget)) ? half : MAX (width, widest);
}

/* Returns the height of all; allocates the children too where @allocate says so. */
static int
lay_out (GtkWidget *widget, int width, gboolean allocate)
{
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int column = get_column_width (widget, width);
  gboolean stacked = column >= width;
  int x = 0;
  int y = 0;
  int all = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int height;

      if (!gtk_widget_should_layout (child))
        continue;

      gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, column, NULL, &height, NULL, NULL);
      if (allocate)
        gtk_widget_size_allocate (child,
                                  &(GtkAllocation){ mirrored ? width - x - column : x, y, column,
                                                    height },
                                  -1);
      all = MAX (all, y + height);
      if (stacked)
        y += height + ROW_SPACING;
      else
        x += column + COLUMN_SPACING;
    }

  return all;
}

static void
plannr_pair_layout_measure (GtkLayoutManager *manager,
                            GtkWidget *widget,
                            GtkOrientation orientation,
                            int for_size,
                            int *minimum,
                            int *natural,
                            int *minimum_baseline,
                            int *natural_baseline)
{
  int widest;
  int widest_natural;

  measure_width (widget, &widest, &widest_natural);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = widest;
      *natural = 2 * MAX (widest_natural, get_min_half (widget)) + COLUMN_SPACING;
    }
  else
    *minimum = *natural = lay_out (widget, for_size < 0 ? widest : MAX (for_size, widest), FALSE);
}

static void
plannr_pair_layout_allocate (
    GtkLayoutManager *manager, GtkWidget *widget, int width, int height, int baseline)
{
  lay_out (widget, width, TRUE);
}

static GtkSizeRequestMode
plannr_pair_layout_get_request_mode (GtkLayoutManager *manager, GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
plannr_pair_layout_class_init (PlannrPairLayoutClass *klass)
{
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  layout_class->measure = plannr_pair_layout_measure;
  layout_class->allocate = plannr_pair_layout_allocate;
  layout_class->get_request_mode = plannr_pair_layout_get_request_mode;
}

static void
plannr_pair_layout_init (PlannrPairLayout *self)
{
}
