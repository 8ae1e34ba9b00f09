/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-ui"

#include "config.h"

#include "plannr-scroll-to.h"

#define MARGIN 12

/* A tick comes before the layout of its frame, and GTK itself scrolls to the focus in the first. */
#define FRAMES 3

static gboolean
tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  int *frames = user_data;
  GtkWidget *viewport = gtk_widget_get_ancestor (widget, GTK_TYPE_VIEWPORT);
  GtkAdjustment *adjustment = NULL;
  graphene_rect_t bounds;

  if (viewport != NULL && ++*frames < FRAMES)
    return G_SOURCE_CONTINUE;

  if (viewport != NULL
      && gtk_widget_compute_bounds (widget, gtk_viewport_get_child (GTK_VIEWPORT (viewport)),
                                    &bounds))
    {
      adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (viewport));
      gtk_adjustment_clamp_page (adjustment, (double) bounds.origin.y - MARGIN,
                                 (double) (bounds.origin.y + bounds.size.height) + MARGIN);
    }

  return G_SOURCE_REMOVE;
}

/**
 * plannr_scroll_to:
 * @widget: a widget in a #GtkViewport
 *
 * Brings all of @widget into view, its beginning where there is no room for all, once it has been
 * laid out: what has just been shown in it too. GTK by itself only shows what has the focus.
 */
void
plannr_scroll_to (GtkWidget *widget)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));

  gtk_widget_add_tick_callback (widget, tick_cb, g_new0 (int, 1), g_free);
}

/**
 * plannr_scroll_to_lay_out:
 * @widget: a widget that has just got the focus
 *
 * Gives everything in the #GtkViewport around @widget, if it is in one, its place at once, as it is
 * scrolled. Whoever types as soon as the focus has come to @widget is ahead of the frame in which it is
 * scrolled into view: where it was until then may be on no monitor, and there a popover has no place.
 */
void
plannr_scroll_to_lay_out (GtkWidget *widget)
{
  GtkWidget *viewport = NULL;
  graphene_rect_t bounds;

  g_return_if_fail (GTK_IS_WIDGET (widget));

  viewport = gtk_widget_get_ancestor (widget, GTK_TYPE_VIEWPORT);
  if (viewport != NULL
      && gtk_widget_compute_bounds (viewport, gtk_widget_get_parent (viewport), &bounds))
    gtk_widget_size_allocate (viewport,
                              &(GtkAllocation){ (int) bounds.origin.x, (int) bounds.origin.y,
                                                (int) bounds.size.width, (int) bounds.size.height },
                              -1);
}
