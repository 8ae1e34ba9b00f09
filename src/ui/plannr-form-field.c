/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-ui"

#include "config.h"

#include "plannr-form-field.h"

#include "plannr-accessible.h"
#include "plannr-picker.h"

/**
 * PlannrFormField:
 *
 * A field of the form: its label, the widget that holds its value, what is understood, and what is
 * wrong with it.
 */
struct _PlannrFormField
{
  GtkBox parent_instance;

  GtkWidget *label;
  GtkWidget *content; /* (nullable) */
  GtkWidget *target;  /* (nullable): the widget in the content that the error and the focus go to */
  GtkWidget *caption;
  GtkWidget *error;
  GtkWidget *error_row; /* with a sign before the words: never told by colour alone */
};

G_DEFINE_FINAL_TYPE (PlannrFormField, plannr_form_field, GTK_TYPE_BOX)

enum
{
  PROP_0,
  PROP_TITLE,
  PROP_CONTENT,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
set_content (PlannrFormField *self, GtkWidget *content)
{
  self->content = content;
  if (content == NULL)
    return;

  gtk_box_insert_child_after (GTK_BOX (self), content, self->label);
  plannr_form_field_set_target (self, content);
}

static void
plannr_form_field_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  PlannrFormField *self = PLANNR_FORM_FIELD (object);

  switch (id)
    {
    case PROP_TITLE:
      gtk_label_set_label (GTK_LABEL (self->label), g_value_get_string (value));
      gtk_widget_set_visible (self->label, g_value_get_string (value) != NULL);
      break;
    case PROP_CONTENT:
      set_content (self, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
plannr_form_field_class_init (PlannrFormFieldClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS;

  object_class->set_property = plannr_form_field_set_property;

  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  properties[PROP_CONTENT] = g_param_spec_object ("content", NULL, NULL, GTK_TYPE_WIDGET, flags);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static GtkWidget *
add_label (GtkWidget *box, const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, css_class);
  gtk_widget_set_visible (label, FALSE);
  gtk_box_append (GTK_BOX (box), label);

  return label;
}

static void
plannr_form_field_init (PlannrFormField *self)
{
  GtkWidget *icon = gtk_image_new_from_icon_name ("dialog-error-symbolic");

  gtk_widget_add_css_class (icon, "field-error-sign");
  gtk_widget_set_valign (icon, GTK_ALIGN_START);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 4);

  self->label = add_label (GTK_WIDGET (self), "field-label");
  gtk_label_set_use_underline (GTK_LABEL (self->label), TRUE);
  self->caption = add_label (GTK_WIDGET (self), "caption");

  self->error_row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_widget_set_visible (self->error_row, FALSE);
  gtk_box_append (GTK_BOX (self->error_row), icon);
  self->error = add_label (self->error_row, "field-error");
  gtk_widget_set_visible (self->error, TRUE);
  gtk_box_append (GTK_BOX (self), self->error_row);
}

/**
 * plannr_form_field_set_target:
 * @self: a field
 * @target: a widget in its content
 *
 * Gives the error and the focus to @target, where that is not the whole content.
 */
void
plannr_form_field_set_target (PlannrFormField *self, GtkWidget *target)
{
  g_return_if_fail (PLANNR_IS_FORM_FIELD (self));
  g_return_if_fail (GTK_IS_WIDGET (target));

  self->target = target;
  gtk_label_set_mnemonic_widget (GTK_LABEL (self->label), target);
}

/**
 * plannr_form_field_get_error:
 * Returns: (transfer none) (nullable): what is wrong with it
 */
const char *
plannr_form_field_get_error (PlannrFormField *self)
{
  g_return_val_if_fail (PLANNR_IS_FORM_FIELD (self), NULL);

  return gtk_widget_get_visible (self->error_row) ? gtk_label_get_label (GTK_LABEL (self->error))
                                                  : NULL;
}

/**
 * plannr_form_field_set_error:
 * @self: a field
 * @error: (nullable): what is wrong with it, as a sentence; plain text
 */
void
plannr_form_field_set_error (PlannrFormField *self, const char *error)
{
  g_return_if_fail (PLANNR_IS_FORM_FIELD (self));

  if (g_strcmp0 (plannr_form_field_get_error (self), error) == 0)
    return;

  gtk_label_set_label (GTK_LABEL (self->error), error != NULL ? error : "");
  gtk_widget_set_visible (self->error_row, error != NULL);
  if (error != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self), "field-invalid");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "field-invalid");
  if (PLANNR_IS_PICKER (self->target))
    plannr_picker_set_error (PLANNR_PICKER (self->target), error);
  else if (self->target != NULL)
    plannr_accessible_set_invalid (self->target, error);
}

/**
 * plannr_form_field_set_caption:
 * @self: a field
 * @caption: (nullable): what is understood
 */
void
plannr_form_field_set_caption (PlannrFormField *self, const char *caption)
{
  g_return_if_fail (PLANNR_IS_FORM_FIELD (self));

  gtk_label_set_label (GTK_LABEL (self->caption), caption != NULL ? caption : "");
  gtk_widget_set_visible (self->caption, caption != NULL && *caption != '\0');
}

/**
 * plannr_form_field_focus:
 * Returns: whether the widget that holds the value took the focus
 */
gboolean
plannr_form_field_focus (PlannrFormField *self)
{
  g_return_val_if_fail (PLANNR_IS_FORM_FIELD (self), FALSE);

  return self->target != NULL && gtk_widget_grab_focus (self->target);
}
