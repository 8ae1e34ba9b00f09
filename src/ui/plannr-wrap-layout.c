/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-ui"

#include "config.h"

#include "plannr-wrap-layout.h"

#define SPACING 8

/**
 * PlannrWrapLayout:
 *
 * Puts children beside each other, and goes on in a new line where one would not fit.
 */
struct _PlannrWrapLayout
{
  GtkLayoutManager parent_instance;
};

G_DEFINE_FINAL_TYPE (PlannrWrapLayout, plannr_wrap_layout, GTK_TYPE_LAYOUT_MANAGER)

static int
width_of (GtkWidget *child, int available)
{
  int minimum;
  int natural;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);

  return CLAMP (natural, minimum, MAX (minimum, available));
}

static int
height_of (GtkWidget *child, int width)
{
  int natural;

  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, NULL, &natural, NULL, NULL);

  return natural;
}

/* Returns the height of all lines; allocates the children too where @widget is given. */
static int
lay_out (GtkWidget *widget, int width, gboolean allocate)
{
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  GtkWidget *line = NULL;
  int y = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;)
    {
      int x = 0;
      int height = 0;
      GtkWidget *end = NULL;

      /* What fits into this line, and how high it is. */
      line = child;
      for (end = line; end != NULL; end = gtk_widget_get_next_sibling (end))
        {
          int child_width;

          if (!gtk_widget_should_layout (end))
            continue;

          child_width = width_of (end, width);
          if (x > 0 && x + child_width > width)
            break;
          x += child_width + SPACING;
          height = MAX (height, height_of (end, child_width));
        }

      x = 0;
      for (child = line; child != end; child = gtk_widget_get_next_sibling (child))
        {
          int child_width;

          if (!allocate || !gtk_widget_should_layout (child))
            continue;

          child_width = width_of (child, width);
          gtk_widget_size_allocate (child,
                                    &(GtkAllocation){ mirrored ? width - x - child_width : x, y,
                                                      child_width, height },
                                    -1);
          x += child_width + SPACING;
        }
      if (height > 0)
        y += height + SPACING;
    }

  return MAX (y - SPACING, 0);
}

static void
plannr_wrap_layout_measure (GtkLayoutManager *manager,
                            GtkWidget *widget,
                            GtkOrientation orientation,
                            int for_size,
                            int *minimum,
                            int *natural,
                            int *minimum_baseline,
                            int *natural_baseline)
{
  int widest = 0;
  int all = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int child_minimum;
      int child_natural;

      if (!gtk_widget_should_layout (child))
        continue;

      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &child_minimum, &child_natural,
                          NULL, NULL);
      widest = MAX (widest, child_minimum);
      all += (all > 0 ? SPACING : 0) + child_natural;
    }

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = widest;
      *natural = all;
    }
  else
    *minimum = *natural = lay_out (widget, for_size < 0 ? all : MAX (for_size, widest), FALSE);
}

static void
plannr_wrap_layout_allocate (
    GtkLayoutManager *manager, GtkWidget *widget, int width, int height, int baseline)
{
  lay_out (widget, width, TRUE);
}

static GtkSizeRequestMode
plannr_wrap_layout_get_request_mode (GtkLayoutManager *manager, GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
plannr_wrap_layout_class_init (PlannrWrapLayoutClass *klass)
{
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  layout_class->measure = plannr_wrap_layout_measure;
  layout_class->allocate = plannr_wrap_layout_allocate;
  layout_class->get_request_mode = plannr_wrap_layout_get_request_mode;
}

static void
plannr_wrap_layout_init (PlannrWrapLayout *self)
{
}
