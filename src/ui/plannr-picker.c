/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-ui"

#include "config.h"

#include "plannr-picker.h"

#include <glib/gi18n.h>

#include "plannr-accessible.h"
#include "plannr-colour-dot.h"
#include "plannr-describe.h"
#include "plannr-picker-item.h"
#include "plannr-picker-popover.h"
#include "plannr-resources.h"
#include "plannr-second-click.h"

/* How narrow the list may be, in pixels: that of people, whose rows say more, and that of a field. */
#define LIST_WIDTH  380
#define FIELD_WIDTH 260

/**
 * PlannrPicker:
 *
 * A button that opens a searchable list of what Plannr has, to choose one thing from.
 *
 * It is the widget of a field, which shows what is chosen; or, #PlannrPicker:flat and without
 * #PlannrPicker:keeps-item, a button that adds to something else.
 */
struct _PlannrPicker
{
  GtkWidget parent_instance;

  PlannrDirectory *directory; /* (owned) (nullable) */
  PlannrPickerFindFunc find;
  gpointer item; /* (owned) (nullable) */
  char *label;
  char *search_label;
  char *placeholder;
  char *none_found;
  char *prompt;
  gboolean clearable;
  gboolean flat;
  gboolean keeps_item;

  PlannrPickerPopover *popover; /* (nullable): made when it is first opened */
  guint held;                   /* the key that opened or closed it, until it is released */

  GtkEventController *keys;
  GtkWidget *button;
  PlannrColourDot *dot;
  GtkLabel *title;
  GtkWidget *arrow;
};

G_DEFINE_FINAL_TYPE (PlannrPicker, plannr_picker, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_CLEARABLE,
  PROP_FLAT,
  PROP_ITEM,
  PROP_KEEPS_ITEM,
  PROP_LABEL,
  PROP_NONE_FOUND,
  PROP_PLACEHOLDER,
  PROP_PROMPT,
  PROP_SEARCH_LABEL,
  N_PROPS
};

enum
{
  PICKED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static void
refresh (PlannrPicker *self)
{
  const char *label = self->label != NULL ? self->label : "";
  const char *placeholder = self->placeholder != NULL ? self->placeholder : label;
  g_autofree char *title = self->item != NULL ? plannr_describe_title (self->item) : NULL;
  g_autofree char *name = NULL;

  gtk_label_set_text (self->title, title != NULL ? title : placeholder);
  plannr_colour_dot_set_colour (self->dot, plannr_picker_item_get_colour (self->item));
  gtk_widget_set_visible (self->arrow, !self->flat);
  if (title != NULL || self->flat)
    gtk_widget_remove_css_class (GTK_WIDGET (self->title), "picker-placeholder");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->title), "picker-placeholder");
  if (self->flat)
    gtk_widget_add_css_class (self->button, "flat");
  else
    gtk_widget_remove_css_class (self->button, "flat");

  if (title != NULL)
    /* Translators: how a screen reader calls the button of a field: the field’s name, and what is
     * chosen in it, as in “Type: Mortgage” */
    name = g_strdup_printf (_ ("%1$s: %2$s"), label, title);
  plannr_accessible_set_name (self->button, name != NULL ? name : label);
}

static gboolean
query_tooltip_cb (
    GtkWidget *label, int x, int y, gboolean keyboard_tooltip, GtkTooltip *tooltip, gpointer unused)
{
  if (!pango_layout_is_ellipsized (gtk_label_get_layout (GTK_LABEL (label))))
    return FALSE;

  gtk_tooltip_set_text (tooltip, gtk_label_get_text (GTK_LABEL (label)));

  return TRUE;
}

static gboolean
is_open (PlannrPicker *self)
{
  return self->popover != NULL && gtk_widget_get_visible (GTK_WIDGET (self->popover));
}

static void
set_expanded (PlannrPicker *self, gboolean expanded)
{
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_STATE_EXPANDED,
                               expanded, -1);
}

static void
closed_cb (PlannrPicker *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  set_expanded (self, FALSE);

  /* Unless it is somewhere else by now: then nobody is waiting for it here. */
  if (focus == NULL || gtk_widget_is_ancestor (focus, GTK_WIDGET (self)))
    gtk_widget_grab_focus (self->button);
}

static void
picked_cb (PlannrPicker *self, gpointer item)
{
  g_autoptr (PlannrPicker) alive = g_object_ref (self);

  if (self->held == 0)
    plannr_second_click_swallow (GTK_WIDGET (self));
  if (self->keeps_item)
    plannr_picker_set_item (self, item);
  g_signal_emit (alive, signals[PICKED], 0, item);
}

static void
make_popover (PlannrPicker *self)
{
  GtkWidget *popover = plannr_picker_popover_new ();

  self->popover = PLANNR_PICKER_POPOVER (popover);
  gtk_widget_set_parent (popover, GTK_WIDGET (self));
  plannr_picker_popover_set_source (self->popover, self->directory, self->find);
  g_signal_connect_swapped (popover, "closed", G_CALLBACK (closed_cb), self);
  g_signal_connect_swapped (popover, "picked", G_CALLBACK (picked_cb), self);
}

static void
tell_words (PlannrPicker *self)
{
  const char *label = self->label != NULL ? self->label : "";
  g_autofree char *search_label = NULL;

  if (self->search_label != NULL)
    search_label = g_strdup (self->search_label);
  else
    /* Translators: stands in the search entry of a field; %s is the field’s name, as in “Type” */
    search_label = g_strdup_printf (_ ("Search: %s"), label);

  plannr_picker_popover_set_words (self->popover, search_label, self->none_found, self->prompt);
}

static gboolean
is_typing (guint key, GdkModifierType modifiers)
{
  gunichar c = gdk_keyval_to_unicode (key);

  return c != 0 && g_unichar_isprint (c)
         && (modifiers & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK | GDK_META_MASK)) == 0;
}

/* A key that is held down opens it or chooses something, not one after the other for as long. */
static gboolean
key_pressed_cb (PlannrPicker *self, guint key, guint code, GdkModifierType modifiers)
{
  gboolean open = is_open (self);

  if (key == self->held)
    return GDK_EVENT_STOP;
  self->held = 0;

  switch (key)
    {
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_ISO_Enter:
    case GDK_KEY_space:
    case GDK_KEY_KP_Space:
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      if ((modifiers & (GDK_CONTROL_MASK | GDK_SHIFT_MASK | GDK_SUPER_MASK | GDK_META_MASK)) != 0)
        return GDK_EVENT_PROPAGATE;
      if (!open)
        {
          plannr_picker_open (self);
          self->held = key;
          return GDK_EVENT_STOP;
        }
      if (key != GDK_KEY_space && key != GDK_KEY_KP_Space && key != GDK_KEY_Down
          && key != GDK_KEY_KP_Down)
        self->held = key;
      return GDK_EVENT_PROPAGATE;
    default:
      if (open || !is_typing (key, modifiers))
        return GDK_EVENT_PROPAGATE;
      plannr_picker_open (self);
      return is_open (self)
             && gtk_event_controller_key_forward (GTK_EVENT_CONTROLLER_KEY (self->keys),
                                                  plannr_picker_popover_get_text (self->popover));
    }
}

static void
key_released_cb (PlannrPicker *self)
{
  self->held = 0;
}

static void
focus_left_cb (PlannrPicker *self)
{
  self->held = 0;
}

static gboolean
plannr_picker_focus (GtkWidget *widget, GtkDirectionType direction)
{
  PlannrPicker *self = PLANNR_PICKER (widget);

  return gtk_widget_child_focus (is_open (self) ? GTK_WIDGET (self->popover) : self->button,
                                 direction);
}

static gboolean
plannr_picker_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (PLANNR_PICKER (widget)->button);
}

static gboolean
plannr_picker_mnemonic_activate (GtkWidget *widget, gboolean group_cycling)
{
  return gtk_widget_grab_focus (PLANNR_PICKER (widget)->button);
}

static void
close_popover (PlannrPicker *self)
{
  if (self->popover != NULL)
    gtk_popover_popdown (GTK_POPOVER (self->popover));
}

static void
plannr_picker_unmap (GtkWidget *widget)
{
  close_popover (PLANNR_PICKER (widget));

  GTK_WIDGET_CLASS (plannr_picker_parent_class)->unmap (widget);
}

static void
set_string (PlannrPicker *self, char **place, const GValue *value, GParamSpec *pspec)
{
  if (g_strcmp0 (*place, g_value_get_string (value)) == 0)
    return;

  g_free (*place);
  *place = g_value_dup_string (value);
  refresh (self);
  g_object_notify_by_pspec (G_OBJECT (self), pspec);
}

static void
set_boolean (PlannrPicker *self, gboolean *place, const GValue *value, GParamSpec *pspec)
{
  if (*place == g_value_get_boolean (value))
    return;

  *place = g_value_get_boolean (value);
  refresh (self);
  g_object_notify_by_pspec (G_OBJECT (self), pspec);
}

static void
plannr_picker_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  PlannrPicker *self = PLANNR_PICKER (object);

  switch (id)
    {
    case PROP_CLEARABLE:
      g_value_set_boolean (value, self->clearable);
      break;
    case PROP_FLAT:
      g_value_set_boolean (value, self->flat);
      break;
    case PROP_ITEM:
      g_value_set_object (value, self->item);
      break;
    case PROP_KEEPS_ITEM:
      g_value_set_boolean (value, self->keeps_item);
      break;
    case PROP_LABEL:
      g_value_set_string (value, self->label);
      break;
    case PROP_NONE_FOUND:
      g_value_set_string (value, self->none_found);
      break;
    case PROP_PLACEHOLDER:
      g_value_set_string (value, self->placeholder);
      break;
    case PROP_PROMPT:
      g_value_set_string (value, self->prompt);
      break;
    case PROP_SEARCH_LABEL:
      g_value_set_string (value, self->search_label);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
plannr_picker_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  PlannrPicker *self = PLANNR_PICKER (object);

  switch (id)
    {
    case PROP_CLEARABLE:
      set_boolean (self, &self->clearable, value, pspec);
      break;
    case PROP_FLAT:
      set_boolean (self, &self->flat, value, pspec);
      break;
    case PROP_ITEM:
      plannr_picker_set_item (self, g_value_get_object (value));
      break;
    case PROP_KEEPS_ITEM:
      set_boolean (self, &self->keeps_item, value, pspec);
      break;
    case PROP_LABEL:
      set_string (self, &self->label, value, pspec);
      break;
    case PROP_NONE_FOUND:
      set_string (self, &self->none_found, value, pspec);
      break;
    case PROP_PLACEHOLDER:
      set_string (self, &self->placeholder, value, pspec);
      break;
    case PROP_PROMPT:
      set_string (self, &self->prompt, value, pspec);
      break;
    case PROP_SEARCH_LABEL:
      set_string (self, &self->search_label, value, pspec);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
plannr_picker_dispose (GObject *object)
{
  PlannrPicker *self = PLANNR_PICKER (object);

  if (self->popover != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->popover, self);
      gtk_widget_unparent (GTK_WIDGET (g_steal_pointer (&self->popover)));
    }
  gtk_widget_dispose_template (GTK_WIDGET (object), PLANNR_TYPE_PICKER);
  g_clear_object (&self->directory);
  g_clear_object (&self->item);

  G_OBJECT_CLASS (plannr_picker_parent_class)->dispose (object);
}

static void
plannr_picker_finalize (GObject *object)
{
  PlannrPicker *self = PLANNR_PICKER (object);

  g_free (self->label);
  g_free (self->none_found);
  g_free (self->placeholder);
  g_free (self->prompt);
  g_free (self->search_label);

  G_OBJECT_CLASS (plannr_picker_parent_class)->finalize (object);
}

static void
install_properties (GObjectClass *object_class)
{
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  /**
   * PlannrPicker:clearable:
   *
   * Whether the list offers to choose nothing again.
   */
  properties[PROP_CLEARABLE] = g_param_spec_boolean ("clearable", NULL, NULL, FALSE, flags);

  /**
   * PlannrPicker:flat:
   *
   * Whether it looks like a plain button with the placeholder, rather than like a field.
   */
  properties[PROP_FLAT] = g_param_spec_boolean ("flat", NULL, NULL, FALSE, flags);

  /**
   * PlannrPicker:item: (nullable)
   *
   * What is chosen: a #PlannrAccount, a #PlannrPlan or a #PlannrChoice.
   */
  properties[PROP_ITEM] = g_param_spec_object ("item", NULL, NULL, G_TYPE_OBJECT, flags);

  /**
   * PlannrPicker:keeps-item:
   *
   * Whether what is picked becomes #PlannrPicker:item. Not so where it is added to something else.
   */
  properties[PROP_KEEPS_ITEM] = g_param_spec_boolean ("keeps-item", NULL, NULL, TRUE, flags);

  /**
   * PlannrPicker:label:
   *
   * The name of the field, for assistive technology; what is chosen is added to it.
   */
  properties[PROP_LABEL] = g_param_spec_string ("label", NULL, NULL, NULL, flags);

  /**
   * PlannrPicker:none-found: (nullable)
   *
   * What the list says, beside that, where nothing matches: what to do about it.
   */
  properties[PROP_NONE_FOUND] = g_param_spec_string ("none-found", NULL, NULL, NULL, flags);

  /**
   * PlannrPicker:placeholder: (nullable)
   *
   * What the button shows while nothing is chosen; the label if %NULL.
   */
  properties[PROP_PLACEHOLDER] = g_param_spec_string ("placeholder", NULL, NULL, NULL, flags);

  /**
   * PlannrPicker:prompt: (nullable)
   *
   * What the list says before anything is typed, for a source that has nothing for that: what to
   * type.
   */
  properties[PROP_PROMPT] = g_param_spec_string ("prompt", NULL, NULL, NULL, flags);

  /**
   * PlannrPicker:search-label: (nullable)
   *
   * The name of the search entry, as in “Search types”; something with the label in it if %NULL.
   */
  properties[PROP_SEARCH_LABEL] = g_param_spec_string ("search-label", NULL, NULL, NULL, flags);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
plannr_picker_class_init (PlannrPickerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = plannr_picker_get_property;
  object_class->set_property = plannr_picker_set_property;
  object_class->dispose = plannr_picker_dispose;
  object_class->finalize = plannr_picker_finalize;
  widget_class->focus = plannr_picker_focus;
  widget_class->grab_focus = plannr_picker_grab_focus;
  widget_class->mnemonic_activate = plannr_picker_mnemonic_activate;
  widget_class->unmap = plannr_picker_unmap;

  install_properties (object_class);

  /**
   * PlannrPicker::picked:
   * @item: (nullable): what was picked; %NULL where a clearable picker was cleared
   *
   * A person has picked something. By then the list is closed, the button has the focus, and
   * #PlannrPicker:item, where it is kept, is @item.
   */
  signals[PICKED] = g_signal_new ("picked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_OBJECT);

  g_type_ensure (PLANNR_TYPE_COLOUR_DOT);
  gtk_widget_class_set_template_from_resource (widget_class, PLANNR_RESOURCES "plannr-picker.ui");
  gtk_widget_class_bind_template_child (widget_class, PlannrPicker, keys);
  gtk_widget_class_bind_template_child (widget_class, PlannrPicker, button);
  gtk_widget_class_bind_template_child (widget_class, PlannrPicker, dot);
  gtk_widget_class_bind_template_child (widget_class, PlannrPicker, title);
  gtk_widget_class_bind_template_child (widget_class, PlannrPicker, arrow);
  gtk_widget_class_bind_template_callback (widget_class, focus_left_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_released_cb);
  gtk_widget_class_bind_template_callback (widget_class, plannr_picker_open);
  gtk_widget_class_bind_template_callback (widget_class, query_tooltip_cb);
}

static void
plannr_picker_init (PlannrPicker *self)
{
  self->keeps_item = TRUE;

  gtk_widget_init_template (GTK_WIDGET (self));
  set_expanded (self, FALSE);
  refresh (self);
}

/**
 * plannr_picker_set_source:
 * @self: a picker
 * @directory: (nullable): whom to ask; without one it does not open
 * @find: (nullable): what to ask for
 *
 * Sets where its rows come from. It is closed if it was open.
 */
void
plannr_picker_set_source (PlannrPicker *self, PlannrDirectory *directory, PlannrPickerFindFunc find)
{
  g_return_if_fail (PLANNR_IS_PICKER (self));
  g_return_if_fail (directory == NULL || PLANNR_IS_DIRECTORY (directory));
  g_return_if_fail (directory == NULL || find != NULL);

  g_set_object (&self->directory, directory);
  self->find = find;
  if (self->popover != NULL)
    plannr_picker_popover_set_source (self->popover, directory, find);
}

/**
 * plannr_picker_set_item:
 * @self: a picker
 * @item: (type GObject) (nullable): what is chosen from now on: a #PlannrAccount, a #PlannrPlan or a
 *   #PlannrChoice
 */
void
plannr_picker_set_item (PlannrPicker *self, gpointer item)
{
  g_return_if_fail (PLANNR_IS_PICKER (self));
  g_return_if_fail (item == NULL || G_IS_OBJECT (item));

  if (!g_set_object ((GObject **) &self->item, item))
    return;

  refresh (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ITEM]);
}

/**
 * plannr_picker_get_item:
 * Returns: (type GObject) (transfer none) (nullable): what is chosen
 */
gpointer
plannr_picker_get_item (PlannrPicker *self)
{
  g_return_val_if_fail (PLANNR_IS_PICKER (self), NULL);

  return self->item;
}

/**
 * plannr_picker_set_error:
 * @self: a picker
 * @error: (nullable): what is wrong with what is chosen; %NULL where nothing is
 *
 * Marks the field. The words stand below it, which is up to the form; here they are for assistive
 * technology.
 */
void
plannr_picker_set_error (PlannrPicker *self, const char *error)
{
  g_return_if_fail (PLANNR_IS_PICKER (self));

  plannr_accessible_set_invalid (self->button, error);
  if (error != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self), "field-invalid");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "field-invalid");
}

/**
 * plannr_picker_open:
 * @self: a picker
 *
 * Opens the list for a new search, unless it is open or there is nobody to ask.
 */
void
plannr_picker_open (PlannrPicker *self)
{
  g_return_if_fail (PLANNR_IS_PICKER (self));

  if (self->directory == NULL || is_open (self) || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;

  if (self->popover == NULL)
    make_popover (self);
  tell_words (self);
  plannr_picker_popover_open (self->popover, self->item, self->clearable,
                              MAX (gtk_widget_get_width (GTK_WIDGET (self)),
                                   self->flat ? LIST_WIDTH : FIELD_WIDTH));
  set_expanded (self, TRUE);
}
