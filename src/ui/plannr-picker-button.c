/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-ui"

#include "config.h"

#include "plannr-picker-button.h"

#include <glib/gi18n.h>

#include "plannr-accessible.h"
#include "plannr-colour-dot.h"
#include "plannr-describe.h"
#include "plannr-picker-item.h"
#include "plannr-resources.h"

/**
 * PlannrPickerButton:
 *
 * The button of a picker: it shows what is chosen, with its colour, and says so in its name.
 */
struct _PlannrPickerButton
{
  GtkButton parent_instance;

  PlannrColourDot *dot;
  GtkLabel *title;
  GtkWidget *arrow;
};

G_DEFINE_FINAL_TYPE (PlannrPickerButton, plannr_picker_button, GTK_TYPE_BUTTON)

static gboolean
query_tooltip_cb (
    GtkWidget *label, int x, int y, gboolean keyboard_tooltip, GtkTooltip *tooltip, gpointer unused)
{
  if (!pango_layout_is_ellipsized (gtk_label_get_layout (GTK_LABEL (label))))
    return FALSE;

  gtk_tooltip_set_text (tooltip, gtk_label_get_text (GTK_LABEL (label)));

  return TRUE;
}

static void
set_css_class (gpointer widget, const char *css_class, gboolean on)
{
  if (on)
    gtk_widget_add_css_class (widget, css_class);
  else
    gtk_widget_remove_css_class (widget, css_class);
}

static void
plannr_picker_button_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), PLANNR_TYPE_PICKER_BUTTON);

  G_OBJECT_CLASS (plannr_picker_button_parent_class)->dispose (object);
}

static void
plannr_picker_button_class_init (PlannrPickerButtonClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = plannr_picker_button_dispose;

  g_type_ensure (PLANNR_TYPE_COLOUR_DOT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               PLANNR_RESOURCES "plannr-picker-button.ui");
  gtk_widget_class_bind_template_child (widget_class, PlannrPickerButton, dot);
  gtk_widget_class_bind_template_child (widget_class, PlannrPickerButton, title);
  gtk_widget_class_bind_template_child (widget_class, PlannrPickerButton, arrow);
  gtk_widget_class_bind_template_callback (widget_class, query_tooltip_cb);
}

static void
plannr_picker_button_init (PlannrPickerButton *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  plannr_picker_button_set_expanded (self, FALSE);
}

/**
 * plannr_picker_button_set_flat:
 * @self: a button
 * @flat: whether it looks like a plain button rather than like a field
 */
void
plannr_picker_button_set_flat (PlannrPickerButton *self, gboolean flat)
{
  g_return_if_fail (PLANNR_IS_PICKER_BUTTON (self));

  set_css_class (self, "flat", flat);
  gtk_widget_set_visible (self->arrow, !flat);
}

/**
 * plannr_picker_button_show:
 * @self: a button
 * @label: what it is called
 * @placeholder: what it shows while nothing is chosen
 * @item: (type GObject) (nullable): what is chosen
 */
void
plannr_picker_button_show (PlannrPickerButton *self,
                           const char *label,
                           const char *placeholder,
                           gpointer item)
{
  g_autofree char *title = NULL;
  g_autofree char *name = NULL;

  g_return_if_fail (PLANNR_IS_PICKER_BUTTON (self));
  g_return_if_fail (label != NULL && placeholder != NULL);

  if (item != NULL)
    {
      title = plannr_describe_title (item);
      /* Translators: how a screen reader calls the button of a field: the field’s name, and what is
       * chosen in it, as in “Type: Mortgage” */
      name = g_strdup_printf (_ ("%1$s: %2$s"), label, title);
    }

  gtk_label_set_text (self->title, title != NULL ? title : placeholder);
  set_css_class (self->title, "picker-placeholder", title == NULL);
  plannr_colour_dot_set_colour (self->dot, plannr_picker_item_get_colour (item));
  plannr_accessible_set_name (self, name != NULL ? name : label);
}

/**
 * plannr_picker_button_set_expanded:
 * @self: a button
 * @expanded: whether its list is open
 */
void
plannr_picker_button_set_expanded (PlannrPickerButton *self, gboolean expanded)
{
  g_return_if_fail (PLANNR_IS_PICKER_BUTTON (self));

  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_EXPANDED, expanded, -1);
}
