/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-ui"

#include "config.h"

#include "plannr-double-line.h"

#include "plannr-accessible.h"
#include "plannr-double-popover.h"
#include "plannr-double-text.h"
#include "plannr-resources.h"

/**
 * PlannrDoubleLine:
 *
 * The line above the bar that names a likely double of the case in the form, and shows it on request.
 * It takes the focus where a press of Create was not carried out because of it.
 */
struct _PlannrDoubleLine
{
  GtkBox parent_instance;

  GtkWidget *button;
  GtkLabel *label;
  GtkWidget *popover; /* (nullable) */

  PlannrCreatePress *press; /* (owned) (nullable) */
};

G_DEFINE_FINAL_TYPE (PlannrDoubleLine, plannr_double_line, GTK_TYPE_BOX)

static PlannrDouble *
get_found (PlannrDoubleLine *self)
{
  return plannr_double_finder_get_found (plannr_create_press_get_finder (self->press));
}

static void
close_popover (PlannrDoubleLine *self)
{
  if (self->popover != NULL)
    gtk_popover_popdown (GTK_POPOVER (self->popover));
  g_clear_pointer (&self->popover, gtk_widget_unparent);
}

static void
update (PlannrDoubleLine *self)
{
  PlannrDouble *found = get_found (self);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *text = found != NULL ? plannr_double_text (found, now) : g_strdup ("");

  close_popover (self);
  gtk_label_set_label (self->label, text);
  plannr_accessible_set_name (self, text);
  gtk_widget_set_visible (GTK_WIDGET (self), found != NULL);
}

/* Whoever has gone elsewhere with the focus meanwhile keeps it there. */
static void
named_cb (PlannrDoubleLine *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (focus == NULL || gtk_widget_is_ancestor (focus, gtk_widget_get_parent (GTK_WIDGET (self))))
    gtk_widget_grab_focus (GTK_WIDGET (self));
}

static void
closed_cb (PlannrDoubleLine *self)
{
  gtk_widget_grab_focus (self->button);
}

static void
clicked_cb (PlannrDoubleLine *self)
{
  PlannrDouble *found = get_found (self);

  if (found == NULL)
    return;

  if (plannr_double_get_submission (found) != NULL)
    {
      gtk_widget_activate_action (GTK_WIDGET (self), "win.show-double", NULL);
      return;
    }

  close_popover (self);
  self->popover = plannr_double_popover_new (plannr_double_get_record (found));
  g_signal_connect_swapped (self->popover, "closed", G_CALLBACK (closed_cb), self);
  gtk_widget_set_parent (self->popover, self->button);
  gtk_popover_popup (GTK_POPOVER (self->popover));
}

static void
disconnect_press (PlannrDoubleLine *self)
{
  if (self->press == NULL)
    return;

  g_signal_handlers_disconnect_by_data (plannr_create_press_get_finder (self->press), self);
  g_signal_handlers_disconnect_by_data (self->press, self);
  g_clear_object (&self->press);
}

static void
plannr_double_line_dispose (GObject *object)
{
  PlannrDoubleLine *self = PLANNR_DOUBLE_LINE (object);

  disconnect_press (self);
  g_clear_pointer (&self->popover, gtk_widget_unparent);
  gtk_widget_dispose_template (GTK_WIDGET (self), PLANNR_TYPE_DOUBLE_LINE);

  G_OBJECT_CLASS (plannr_double_line_parent_class)->dispose (object);
}

static void
plannr_double_line_class_init (PlannrDoubleLineClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = plannr_double_line_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               PLANNR_RESOURCES "plannr-double-line.ui");
  gtk_widget_class_bind_template_child (widget_class, PlannrDoubleLine, button);
  gtk_widget_class_bind_template_child (widget_class, PlannrDoubleLine, label);
  gtk_widget_class_bind_template_callback (widget_class, clicked_cb);
}

static void
plannr_double_line_init (PlannrDoubleLine *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * plannr_double_line_set_press:
 * @self: a line
 * @press: the way of a press of Create to the outbox
 */
void
plannr_double_line_set_press (PlannrDoubleLine *self, PlannrCreatePress *press)
{
  PlannrDoubleFinder *finder = NULL;

  g_return_if_fail (PLANNR_IS_DOUBLE_LINE (self));
  g_return_if_fail (PLANNR_IS_CREATE_PRESS (press));

  if (self->press == press)
    return;

  disconnect_press (self);
  self->press = g_object_ref (press);
  finder = plannr_create_press_get_finder (press);
  g_signal_connect_swapped (finder, "notify::found", G_CALLBACK (update), self);
  g_signal_connect_swapped (press, "named", G_CALLBACK (named_cb), self);
  update (self);
}
