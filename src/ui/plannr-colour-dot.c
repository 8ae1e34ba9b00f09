/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-ui"

#include "config.h"

#include "plannr-colour-dot.h"

#define SIZE 10

/**
 * PlannrColourDot:
 *
 * The colour that a firm has given to a status, as a dot beside its name. It says nothing that the
 * name does not say, so that it is not there for a screen reader.
 */
struct _PlannrColourDot
{
  GtkWidget parent_instance;

  GdkRGBA colour;
};

G_DEFINE_FINAL_TYPE (PlannrColourDot, plannr_colour_dot, GTK_TYPE_WIDGET)

static void
plannr_colour_dot_measure (GtkWidget *widget,
                           GtkOrientation orientation,
                           int for_size,
                           int *minimum,
                           int *natural,
                           int *minimum_baseline,
                           int *natural_baseline)
{
  *minimum = *natural = SIZE;
}

static void
plannr_colour_dot_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  PlannrColourDot *self = PLANNR_COLOUR_DOT (widget);
  const float x = (float) (gtk_widget_get_width (widget) - SIZE) / 2;
  const float y = (float) (gtk_widget_get_height (widget) - SIZE) / 2;
  const GdkRGBA edge = { 0.5f, 0.5f, 0.5f, 0.6f };
  const float widths[] = { 1, 1, 1, 1 };
  const GdkRGBA edges[] = { edge, edge, edge, edge };
  GskRoundedRect dot;

  gsk_rounded_rect_init_from_rect (&dot, &GRAPHENE_RECT_INIT (x, y, SIZE, SIZE), SIZE / 2.0f);
  gtk_snapshot_push_rounded_clip (snapshot, &dot);
  gtk_snapshot_append_color (snapshot, &self->colour, &dot.bounds);
  gtk_snapshot_pop (snapshot);

  /* White on white would not be seen. */
  gtk_snapshot_append_border (snapshot, &dot, widths, edges);
}

static void
plannr_colour_dot_class_init (PlannrColourDotClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->measure = plannr_colour_dot_measure;
  widget_class->snapshot = plannr_colour_dot_snapshot;

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
plannr_colour_dot_init (PlannrColourDot *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/**
 * plannr_colour_dot_set_colour:
 * @self: a dot
 * @colour: (nullable): a colour as Plannr writes it (`#23852B`); without one, or with what is none,
 *   there is no dot
 */
void
plannr_colour_dot_set_colour (PlannrColourDot *self, const char *colour)
{
  g_return_if_fail (PLANNR_IS_COLOUR_DOT (self));

  gtk_widget_set_visible (GTK_WIDGET (self),
                          colour != NULL && gdk_rgba_parse (&self->colour, colour));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
