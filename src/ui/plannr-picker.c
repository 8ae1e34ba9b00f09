/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-ui"

#include "config.h"

#include "plannr-picker.h"

#include <glib/gi18n.h>

#include "plannr-accessible.h"
#include "plannr-held-key.h"
#include "plannr-item.h"
#include "plannr-picker-button.h"
#include "plannr-picker-keys.h"
#include "plannr-picker-popover.h"
#include "plannr-resources.h"
#include "plannr-scroll-to.h"
#include "plannr-second-click.h"

/* How narrow the list may be, in pixels: that of people, whose rows say more, and that of a field. */
#define LIST_WIDTH  440
#define FIELD_WIDTH 260

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

#define FIRST_WORD PROP_LABEL
#define N_WORDS    (N_PROPS - FIRST_WORD)

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

  PlannrDirectory *directory;       /* (owned) (nullable) */
  const PlannrPickerSource *source; /* (nullable) */
  gpointer item;                    /* (owned) (nullable) */
  char *words[N_WORDS];             /* (owned) (nullable), in the order of their properties */
  gboolean clearable;
  gboolean flat;
  gboolean keeps_item;

  PlannrPickerPopover *popover; /* (nullable): made when it is first opened */

  PlannrHeldKey *key; /* (owned) */
  PlannrPickerButton *button;
};

G_DEFINE_FINAL_TYPE (PlannrPicker, plannr_picker, GTK_TYPE_WIDGET)

enum
{
  PICKED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static const char *
get_word (PlannrPicker *self, guint id)
{
  return self->words[id - FIRST_WORD];
}

static const char *
get_label (PlannrPicker *self)
{
  const char *label = get_word (self, PROP_LABEL);

  return label != NULL ? label : "";
}

static void
refresh (PlannrPicker *self)
{
  const char *placeholder = get_word (self, PROP_PLACEHOLDER);

  plannr_picker_button_set_flat (self->button, self->flat);
  plannr_picker_button_show (self->button, get_label (self),
                             placeholder != NULL ? placeholder : get_label (self), self->item);
}

static gboolean
is_open (PlannrPicker *self)
{
  return self->popover != NULL && gtk_widget_get_visible (GTK_WIDGET (self->popover));
}

static void
closed_cb (PlannrPicker *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  plannr_picker_button_set_expanded (self->button, FALSE);

  /* Unless it is somewhere else by now: then nobody is waiting for it here. */
  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  if (focus == NULL || gtk_widget_is_ancestor (focus, GTK_WIDGET (self)))
    gtk_widget_grab_focus (GTK_WIDGET (self->button));
}

static void
picked_cb (PlannrPicker *self, gpointer item)
{
  g_autoptr (PlannrPicker) alive = g_object_ref (self);

  if (plannr_held_key_is_down (self->key))
    plannr_held_key_use_up (self->key);
  else
    plannr_second_click_swallow (GTK_WIDGET (self));
  if (item != NULL && self->directory != NULL)
    plannr_directory_use (self->directory, plannr_item_get_uuid (item));
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
  plannr_picker_popover_set_source (self->popover, self->directory, self->source);
  plannr_held_key_watch (self->key, popover);
  g_signal_connect_swapped (popover, "closed", G_CALLBACK (closed_cb), self);
  g_signal_connect_swapped (popover, "picked", G_CALLBACK (picked_cb), self);
}

static void
tell_words (PlannrPicker *self)
{
  const char *search_label = get_word (self, PROP_SEARCH_LABEL);
  g_autofree char *made_up = NULL;

  if (search_label == NULL)
    /* Translators: stands in the search entry of a field; %s is the field’s name, as in “Type” */
    search_label = made_up = g_strdup_printf (_ ("Search: %s"), get_label (self));

  plannr_picker_popover_set_words (self->popover, search_label, get_word (self, PROP_NONE_FOUND),
                                   get_word (self, PROP_PROMPT));
}

static gboolean
key_pressed_cb (PlannrPicker *self,
                guint key,
                guint code,
                GdkModifierType modifiers,
                GtkEventControllerKey *controller)
{
  gboolean opens = plannr_picker_keys_opens (key, modifiers);

  if (!opens && !plannr_picker_keys_types (key, modifiers))
    return GDK_EVENT_PROPAGATE;

  plannr_picker_open (self);
  if (opens || !is_open (self))
    return is_open (self);

  return gtk_event_controller_key_forward (controller,
                                           plannr_picker_popover_get_text (self->popover));
}

static gboolean
plannr_picker_focus (GtkWidget *widget, GtkDirectionType direction)
{
  PlannrPicker *self = PLANNR_PICKER (widget);

  return gtk_widget_child_focus (is_open (self) ? GTK_WIDGET (self->popover)
                                                : GTK_WIDGET (self->button),
                                 direction);
}

static gboolean
plannr_picker_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (PLANNR_PICKER (widget)->button));
}

static gboolean
plannr_picker_mnemonic_activate (GtkWidget *widget, gboolean group_cycling)
{
  return gtk_widget_grab_focus (GTK_WIDGET (PLANNR_PICKER (widget)->button));
}

static void
plannr_picker_unmap (GtkWidget *widget)
{
  PlannrPicker *self = PLANNR_PICKER (widget);

  GTK_WIDGET_CLASS (plannr_picker_parent_class)->unmap (widget);

  if (self->popover != NULL)
    gtk_popover_popdown (GTK_POPOVER (self->popover));
}

static void
plannr_picker_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_ITEM:
      g_value_set_object (value, plannr_picker_get_item (PLANNR_PICKER (object)));
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
      self->clearable = g_value_get_boolean (value);
      break;
    case PROP_FLAT:
      self->flat = g_value_get_boolean (value);
      refresh (self);
      break;
    case PROP_ITEM:
      plannr_picker_set_item (self, g_value_get_object (value));
      break;
    case PROP_KEEPS_ITEM:
      self->keeps_item = g_value_get_boolean (value);
      break;
    case PROP_LABEL:
    case PROP_NONE_FOUND:
    case PROP_PLACEHOLDER:
    case PROP_PROMPT:
    case PROP_SEARCH_LABEL:
      g_free (self->words[id - FIRST_WORD]);
      self->words[id - FIRST_WORD] = g_value_dup_string (value);
      refresh (self);
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
  g_clear_object (&self->key);

  G_OBJECT_CLASS (plannr_picker_parent_class)->dispose (object);
}

static void
plannr_picker_finalize (GObject *object)
{
  PlannrPicker *self = PLANNR_PICKER (object);

  for (guint i = 0; i < N_WORDS; i++)
    g_free (self->words[i]);

  G_OBJECT_CLASS (plannr_picker_parent_class)->finalize (object);
}

static void
install_properties (GObjectClass *object_class)
{
  const GParamFlags flags = G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS;

  properties[PROP_CLEARABLE] = g_param_spec_boolean ("clearable", NULL, NULL, FALSE, flags);
  properties[PROP_FLAT] = g_param_spec_boolean ("flat", NULL, NULL, FALSE, flags);
  properties[PROP_ITEM] = g_param_spec_object ("item", NULL, NULL, G_TYPE_OBJECT,
                                               flags | G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY);
  properties[PROP_KEEPS_ITEM] = g_param_spec_boolean ("keeps-item", NULL, NULL, TRUE, flags);
  properties[PROP_LABEL] = g_param_spec_string ("label", NULL, NULL, NULL, flags);
  properties[PROP_NONE_FOUND] = g_param_spec_string ("none-found", NULL, NULL, NULL, flags);
  properties[PROP_PLACEHOLDER] = g_param_spec_string ("placeholder", NULL, NULL, NULL, flags);
  properties[PROP_PROMPT] = g_param_spec_string ("prompt", NULL, NULL, NULL, flags);
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

  signals[PICKED] = g_signal_new ("picked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_OBJECT);

  g_type_ensure (PLANNR_TYPE_PICKER_BUTTON);
  gtk_widget_class_set_template_from_resource (widget_class, PLANNR_RESOURCES "plannr-picker.ui");
  gtk_widget_class_bind_template_child (widget_class, PlannrPicker, button);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, plannr_picker_open);
}

static void
plannr_picker_init (PlannrPicker *self)
{
  self->keeps_item = TRUE;
  self->key = plannr_held_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  plannr_held_key_watch (self->key, GTK_WIDGET (self->button));
  refresh (self);
}

/**
 * plannr_picker_set_source:
 * @self: a picker
 * @directory: (nullable): whom to ask; without one it does not open
 * @source: (nullable): what to ask for
 *
 * Sets where its rows come from. It is closed if it was open.
 */
void
plannr_picker_set_source (PlannrPicker *self,
                          PlannrDirectory *directory,
                          const PlannrPickerSource *source)
{
  g_return_if_fail (PLANNR_IS_PICKER (self));
  g_return_if_fail (directory == NULL || PLANNR_IS_DIRECTORY (directory));
  g_return_if_fail (directory == NULL || source != NULL);

  g_set_object (&self->directory, directory);
  self->source = source;
  if (self->popover != NULL)
    plannr_picker_popover_set_source (self->popover, directory, source);
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
    gtk_widget_add_css_class (GTK_WIDGET (self->button), "field-invalid");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->button), "field-invalid");
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
  plannr_scroll_to_lay_out (GTK_WIDGET (self));
  plannr_picker_popover_open (self->popover, self->item, self->clearable,
                              MAX (gtk_widget_get_width (GTK_WIDGET (self)),
                                   self->flat ? LIST_WIDTH : FIELD_WIDTH));
  plannr_picker_button_set_expanded (self->button, TRUE);
  plannr_held_key_use_up (self->key);
}
