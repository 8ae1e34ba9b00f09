/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-ui"

#include "config.h"

#include "plannr-sides-layout.h"

/**
 * PlannrSidesLayout:
 *
 * Lays out the two children of a widget at its start and at its end, or the second below the first
 * where it is too narrow for that.
 */
struct _PlannrSidesLayout
{
  GtkLayoutManager parent_instance;

  int spacing;
  int start_share;
  int end_share;
  gboolean keep_side;
};

G_DEFINE_FINAL_TYPE (PlannrSidesLayout, plannr_sides_layout, GTK_TYPE_LAYOUT_MANAGER)

enum
{
  PROP_0,
  PROP_SPACING,
  PROP_START_SHARE,
  PROP_END_SHARE,
  PROP_KEEP_SIDE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

/* How the children stand in a given width; widths of 0 are those of children that are not there. */
typedef struct
{
  GtkWidget *start;
  GtkWidget *end;
  gboolean stacked;
  int start_width;
  int end_width;
} Plan;

static gboolean
is_shown (GtkWidget *child)
{
  return child != NULL && gtk_widget_should_layout (child);
}

static void
find_children (GtkWidget *widget, GtkWidget **start, GtkWidget **end)
{
  *start = gtk_widget_get_first_child (widget);
  *end = *start != NULL ? gtk_widget_get_next_sibling (*start) : NULL;
  if (!is_shown (*start))
    *start = NULL;
  if (!is_shown (*end))
    *end = NULL;
}

static void
measure_width (GtkWidget *child, int *minimum, int *natural)
{
  *minimum = *natural = 0;
  if (child != NULL)
    gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, minimum, natural, NULL, NULL);
}

static int
measure_height (GtkWidget *child, int width, int *natural)
{
  int minimum = 0;

  *natural = 0;
  if (child != NULL)
    gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, &minimum, natural, NULL, NULL);

  return minimum;
}

/* The first child needs its natural width, or @start_share of it if that is less; the second its
 * natural width, and @end_share even if that is more. */
static Plan
plan_for_width (PlannrSidesLayout *self, GtkWidget *widget, int width)
{
  Plan plan = { 0 };
  int start_minimum, start_natural, end_minimum, end_natural, start_need, end_need;

  find_children (widget, &plan.start, &plan.end);
  measure_width (plan.start, &start_minimum, &start_natural);
  measure_width (plan.end, &end_minimum, &end_natural);

  start_need = start_natural;
  if (self->start_share > 0)
    start_need = MAX (start_minimum, MIN (start_natural, self->start_share));
  end_need = MAX (end_natural, self->end_share);

  if (plan.start == NULL || plan.end == NULL)
    plan.start_width = plan.end_width = width;
  else if (start_need + self->spacing + end_need <= width)
    {
      plan.end_width = end_need;
      plan.start_width = width - self->spacing - end_need;
    }
  else
    {
      plan.stacked = TRUE;
      plan.start_width = width;
      plan.end_width = MAX (end_minimum, MIN (end_natural, width));
    }

  return plan;
}

static GtkSizeRequestMode
plannr_sides_layout_get_request_mode (GtkLayoutManager *layout, GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
measure_horizontally (PlannrSidesLayout *self, GtkWidget *widget, int *minimum, int *natural)
{
  GtkWidget *start, *end;
  int start_minimum, start_natural, end_minimum, end_natural;

  find_children (widget, &start, &end);
  measure_width (start, &start_minimum, &start_natural);
  measure_width (end, &end_minimum, &end_natural);

  *minimum = MAX (start_minimum, end_minimum);
  *natural = start_natural + end_natural;
  if (start != NULL && end != NULL)
    *natural = start_natural + self->spacing + MAX (end_natural, self->end_share);
}

static void
measure_vertically (
    PlannrSidesLayout *self, GtkWidget *widget, int width, int *minimum, int *natural)
{
  Plan plan;
  int start_minimum, start_natural, end_minimum, end_natural;

  if (width < 0)
    measure_horizontally (self, widget, &(int){ 0 }, &width);

  plan = plan_for_width (self, widget, width);
  start_minimum = measure_height (plan.start, plan.start_width, &start_natural);
  end_minimum = measure_height (plan.end, plan.end_width, &end_natural);

  if (plan.stacked)
    {
      *minimum = start_minimum + self->spacing + end_minimum;
      *natural = start_natural + self->spacing + end_natural;
    }
  else
    {
      *minimum = MAX (start_minimum, end_minimum);
      *natural = MAX (start_natural, end_natural);
    }
}

static void
plannr_sides_layout_measure (GtkLayoutManager *layout,
                             GtkWidget *widget,
                             GtkOrientation orientation,
                             int for_size,
                             int *minimum,
                             int *natural,
                             int *minimum_baseline,
                             int *natural_baseline)
{
  PlannrSidesLayout *self = PLANNR_SIDES_LAYOUT (layout);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    measure_horizontally (self, widget, minimum, natural);
  else
    measure_vertically (self, widget, for_size, minimum, natural);
}

static void
plannr_sides_layout_allocate (
    GtkLayoutManager *layout, GtkWidget *widget, int width, int height, int baseline)
{
  PlannrSidesLayout *self = PLANNR_SIDES_LAYOUT (layout);
  Plan plan = plan_for_width (self, widget, width);
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  GtkAllocation start = { 0, 0, plan.start_width, height };
  GtkAllocation end = { 0, 0, plan.end_width, height };

  if (plan.stacked)
    {
      int natural;

      start.height = measure_height (plan.start, width, &natural);
      start.height = MAX (start.height, natural);
      end.y = start.height + self->spacing;
      end.height = MAX (0, height - end.y);
    }
  if (!plan.stacked || self->keep_side)
    end.x = width - plan.end_width;

  if (mirrored)
    {
      start.x = width - plan.start_width - start.x;
      end.x = width - plan.end_width - end.x;
    }

  if (plan.start != NULL)
    gtk_widget_size_allocate (plan.start, &start, -1);
  if (plan.end != NULL)
    gtk_widget_size_allocate (plan.end, &end, -1);
}

static void
plannr_sides_layout_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  PlannrSidesLayout *self = PLANNR_SIDES_LAYOUT (object);

  switch (id)
    {
    case PROP_SPACING:
      g_value_set_int (value, self->spacing);
      break;
    case PROP_START_SHARE:
      g_value_set_int (value, self->start_share);
      break;
    case PROP_END_SHARE:
      g_value_set_int (value, self->end_share);
      break;
    case PROP_KEEP_SIDE:
      g_value_set_boolean (value, self->keep_side);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
plannr_sides_layout_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  PlannrSidesLayout *self = PLANNR_SIDES_LAYOUT (object);

  switch (id)
    {
    case PROP_SPACING:
      self->spacing = g_value_get_int (value);
      break;
    case PROP_START_SHARE:
      self->start_share = g_value_get_int (value);
      break;
    case PROP_END_SHARE:
      self->end_share = g_value_get_int (value);
      break;
    case PROP_KEEP_SIDE:
      self->keep_side = g_value_get_boolean (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
plannr_sides_layout_class_init (PlannrSidesLayoutClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = plannr_sides_layout_get_property;
  object_class->set_property = plannr_sides_layout_set_property;

  layout_class->get_request_mode = plannr_sides_layout_get_request_mode;
  layout_class->measure = plannr_sides_layout_measure;
  layout_class->allocate = plannr_sides_layout_allocate;

  /**
   * PlannrSidesLayout:spacing:
   *
   * What stands between the two, beside or below each other, in pixels.
   */
  properties[PROP_SPACING] = g_param_spec_int ("spacing", NULL, NULL, 0, G_MAXINT, 0, flags);

  /**
   * PlannrSidesLayout:start-share:
   *
   * The width in pixels that is enough for the first child beside the second; 0 for its natural one.
   */
  properties[PROP_START_SHARE] =
      g_param_spec_int ("start-share", NULL, NULL, 0, G_MAXINT, 0, flags);

  /**
   * PlannrSidesLayout:end-share:
   *
   * The width in pixels that is the second child's beside the first even if it needs less.
   */
  properties[PROP_END_SHARE] = g_param_spec_int ("end-share", NULL, NULL, 0, G_MAXINT, 0, flags);

  /**
   * PlannrSidesLayout:keep-side:
   *
   * Whether the second child stays at the end where it stands below the first.
   */
  properties[PROP_KEEP_SIDE] = g_param_spec_boolean ("keep-side", NULL, NULL, FALSE, flags);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
plannr_sides_layout_init (PlannrSidesLayout *self)
{
}
