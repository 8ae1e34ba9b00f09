/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-ui"

#include "config.h"

#include "plannr-picker-row.h"

#include <glib/gi18n.h>

#include "plannr-accessible.h"
#include "plannr-colour-dot.h"
#include "plannr-describe.h"
#include "plannr-display-text.h"
#include "plannr-emphasised.h"
#include "plannr-picker-item.h"
#include "plannr-plan.h"
#include "plannr-resources.h"

/**
 * PlannrPickerRow:
 *
 * One of the things that can be chosen in a picker. A single click chooses it.
 */
struct _PlannrPickerRow
{
  GtkWidget parent_instance;

  GtkListItem *list_item; /* (unowned) (nullable) */
  gpointer pressed;       /* (unowned) (nullable), to be compared only */
  gboolean with_phone;    /* the telephone number is shown */

  PlannrColourDot *dot;
  GtkWidget *texts;
  GtkLabel *title;
  GtkLabel *adviser;
  GtkLabel *detail;
  GtkLabel *value;
  GtkWidget *mark;
};

G_DEFINE_FINAL_TYPE (PlannrPickerRow, plannr_picker_row, GTK_TYPE_WIDGET)

static void
activate (PlannrPickerRow *self)
{
  if (self->list_item != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "list.activate-item", "u",
                                gtk_list_item_get_position (self->list_item));
}

static void
activate_cb (PlannrPickerRow *self)
{
  activate (self);
}

static void
pressed_cb (PlannrPickerRow *self)
{
  self->pressed = self->list_item != NULL ? gtk_list_item_get_item (self->list_item) : NULL;
}

static void
released_cb (PlannrPickerRow *self, int n_press, double x, double y)
{
  gpointer pressed = g_steal_pointer (&self->pressed);

  /* An answer may have put something else under the pointer meanwhile; that was not meant. */
  if (n_press == 1 && self->list_item != NULL && pressed != NULL
      && pressed == gtk_list_item_get_item (self->list_item)
      && gtk_widget_contains (GTK_WIDGET (self), x, y))
    activate (self);
}

static gboolean
is_ellipsized (GtkLabel *label)
{
  return gtk_widget_get_visible (GTK_WIDGET (label))
         && pango_layout_is_ellipsized (gtk_label_get_layout (label));
}

static gboolean
plannr_picker_row_query_tooltip (
    GtkWidget *widget, int x, int y, gboolean keyboard_tooltip, GtkTooltip *tooltip)
{
  PlannrPickerRow *self = PLANNR_PICKER_ROW (widget);
  g_autofree char *text = NULL;

  if (!is_ellipsized (self->title) && !is_ellipsized (self->adviser)
      && !is_ellipsized (self->detail))
    return FALSE;

  text = plannr_display_text_join ("\n", (const char *const[]){ gtk_label_get_text (self->title),
                                                                gtk_label_get_text (self->detail),
                                                                gtk_label_get_text (self->adviser),
                                                                NULL });
  gtk_tooltip_set_text (tooltip, text);

  return TRUE;
}

static void
plannr_picker_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), PLANNR_TYPE_PICKER_ROW);

  G_OBJECT_CLASS (plannr_picker_row_parent_class)->dispose (object);
}

static void
plannr_picker_row_class_init (PlannrPickerRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = plannr_picker_row_dispose;
  widget_class->query_tooltip = plannr_picker_row_query_tooltip;

  g_type_ensure (PLANNR_TYPE_COLOUR_DOT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               PLANNR_RESOURCES "plannr-picker-row.ui");
  gtk_widget_class_bind_template_child (widget_class, PlannrPickerRow, dot);
  gtk_widget_class_bind_template_child (widget_class, PlannrPickerRow, texts);
  gtk_widget_class_bind_template_child (widget_class, PlannrPickerRow, title);
  gtk_widget_class_bind_template_child (widget_class, PlannrPickerRow, adviser);
  gtk_widget_class_bind_template_child (widget_class, PlannrPickerRow, detail);
  gtk_widget_class_bind_template_child (widget_class, PlannrPickerRow, value);
  gtk_widget_class_bind_template_child (widget_class, PlannrPickerRow, mark);
  gtk_widget_class_bind_template_callback (widget_class, pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, released_cb);
}

static void
plannr_picker_row_init (PlannrPickerRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
set_text (GtkLabel *label, const char *text)
{
  gtk_label_set_text (label, text);
  gtk_widget_set_visible (GTK_WIDGET (label), *text != '\0');
}

/* The policy number, which comes last, is what tells one plan from another. */
static void
set_ellipsis (PlannrPickerRow *self, gpointer item)
{
  PangoEllipsizeMode mode = PLANNR_IS_PLAN (item) ? PANGO_ELLIPSIZE_MIDDLE : PANGO_ELLIPSIZE_END;

  gtk_label_set_ellipsize (self->title, mode);
  gtk_label_set_ellipsize (self->detail, mode);
}

/* All that a row says, to be heard. */
static char *
join (const char *title, const char *detail, const char *adviser, const char *value)
{
  return plannr_display_text_join (", ",
                                   (const char *const[]){ title, detail, adviser, value, NULL });
}

/* A screen reader knows the list's own widget around the row, not the row; and the list's own
 * widgets cannot be activated by assistive technology without an action of their own. */
static void
tell_around (PlannrPickerRow *self)
{
  GtkWidget *around = gtk_widget_get_parent (GTK_WIDGET (self));
  g_autofree char *sentence =
      join (gtk_label_get_text (self->title), gtk_label_get_text (self->detail),
            gtk_label_get_text (self->adviser), gtk_label_get_text (self->value));
  g_autofree char *marked = NULL;

  if (around == NULL)
    return;

  if (g_object_get_data (G_OBJECT (around), "plannr-action") == NULL)
    {
      g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
      g_autoptr (GSimpleAction) action = g_simple_action_new ("activate", NULL);

      g_signal_connect_object (action, "activate", G_CALLBACK (activate_cb), self,
                               G_CONNECT_SWAPPED);
      g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (action));
      gtk_widget_insert_action_group (around, "row", G_ACTION_GROUP (group));
      g_object_set_data (G_OBJECT (around), "plannr-action", action);
    }

  if (gtk_widget_get_visible (self->mark))
    /* Translators: how a screen reader calls the row of what is chosen now; %s is its text, as in
     * “Mortgage, chosen” */
    marked = g_strdup_printf (_ ("%s, chosen"), sentence);
  plannr_accessible_set_name (around, marked != NULL ? marked : sentence);
}

/* Who is found by a telephone number is shown with it. */
static gboolean
wants_phone (PlannrEmphasis *emphasis)
{
  return emphasis != NULL && plannr_emphasis_is_number (emphasis);
}

static void
show_detail (PlannrPickerRow *self, gboolean with_phone)
{
  g_autofree char *detail =
      plannr_describe_beside_adviser (gtk_list_item_get_item (self->list_item), with_phone);

  self->with_phone = with_phone;
  set_text (self->detail, detail);
  tell_around (self);
}

static void
emphasise (PlannrPickerRow *self, PlannrEmphasis *emphasis)
{
  g_auto (GStrv) searched = plannr_describe_searched (gtk_list_item_get_item (self->list_item));

  plannr_emphasised_label (self->title, emphasis);
  plannr_emphasised_label_parts (self->detail, emphasis, (const char *const *) searched);
}

/**
 * plannr_picker_row_new:
 * Returns: (transfer full): a row that shows nothing yet
 */
GtkWidget *
plannr_picker_row_new (void)
{
  return g_object_new (PLANNR_TYPE_PICKER_ROW, NULL);
}

/**
 * plannr_picker_row_bind:
 * @self: a row, the child of @list_item
 * @list_item: the place in the list whose item is to be shown
 * @current: whether it is what is chosen now
 * @emphasis: (nullable): what was typed to find it
 */
void
plannr_picker_row_bind (PlannrPickerRow *self,
                        GtkListItem *list_item,
                        gboolean current,
                        PlannrEmphasis *emphasis)
{
  gpointer item;
  g_autofree char *title = NULL;
  g_autofree char *adviser = NULL;
  g_autofree char *value = NULL;

  g_return_if_fail (PLANNR_IS_PICKER_ROW (self));
  g_return_if_fail (GTK_IS_LIST_ITEM (list_item));

  self->list_item = list_item;
  item = gtk_list_item_get_item (list_item);
  title = plannr_describe_title (item);
  adviser = plannr_describe_adviser (item);
  value = plannr_describe_value (item);

  plannr_colour_dot_set_colour (self->dot, plannr_picker_item_get_colour (item));
  set_ellipsis (self, item);
  gtk_label_set_text (self->title, title);
  set_text (self->adviser, adviser);
  set_text (self->value, value);
  gtk_widget_set_visible (self->mark, current);
  show_detail (self, wants_phone (emphasis));
  emphasise (self, emphasis);
}

/**
 * plannr_picker_row_unbind:
 * @self: a row whose item is going away
 */
void
plannr_picker_row_unbind (PlannrPickerRow *self)
{
  g_return_if_fail (PLANNR_IS_PICKER_ROW (self));

  self->list_item = NULL;
  self->pressed = NULL;
}

/**
 * plannr_picker_row_set_emphasis:
 * @self: a row, whether it shows anything now or not
 * @emphasis: (nullable): what was typed to find it
 *
 * Emphasises what of the item was asked for.
 */
void
plannr_picker_row_set_emphasis (PlannrPickerRow *self, PlannrEmphasis *emphasis)
{
  g_return_if_fail (PLANNR_IS_PICKER_ROW (self));

  if (self->list_item == NULL)
    return;

  if (self->with_phone != wants_phone (emphasis))
    show_detail (self, wants_phone (emphasis));
  emphasise (self, emphasis);
}

/**
 * plannr_picker_row_get_sentence:
 * @item: (type GObject): a #PlannrAccount, a #PlannrPlan or a #PlannrChoice
 *
 * Returns: (transfer full): all that its row says, to be heard
 */
char *
plannr_picker_row_get_sentence (gpointer item)
{
  g_autofree char *title = plannr_describe_title (item);
  g_autofree char *detail = plannr_describe_beside_adviser (item, FALSE);
  g_autofree char *adviser = plannr_describe_adviser (item);
  g_autofree char *value = plannr_describe_value (item);

  return join (title, detail, adviser, value);
}
