/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-ui"

#include "config.h"

#include "plannr-people-field.h"

#include <glib/gi18n.h>

#include "plannr-namesakes.h"
#include "plannr-person-chip.h"
#include "plannr-picker.h"
#include "plannr-wrap-layout.h"

/**
 * PlannrPeopleField:
 *
 * Those who take part, as chips, and a picker that adds one.
 */
struct _PlannrPeopleField
{
  GtkBox parent_instance;

  GtkWidget *chips;
  PlannrPicker *picker;
  PlannrFormField *field;
  PlannrCaseDraft *draft; /* (owned) (nullable) */
};

G_DEFINE_FINAL_TYPE (PlannrPeopleField, plannr_people_field, GTK_TYPE_BOX)

static void
picked_cb (PlannrPeopleField *self, PlannrAccount *person)
{
  if (self->draft != NULL)
    plannr_case_draft_add (self->draft, person);
}

/* The chip goes, and the focus with it: to the button that would bring it back. */
static void
removed_cb (PlannrPeopleField *self, PlannrPersonChip *chip)
{
  g_autofree char *uuid = g_strdup (plannr_account_get_uuid (plannr_person_chip_get_person (chip)));

  plannr_people_field_focus (self);
  plannr_case_draft_remove (self->draft, uuid);
}

static void
remove_chips (PlannrPeopleField *self)
{
  GtkWidget *child = NULL;

  while ((child = gtk_widget_get_first_child (self->chips)) != NULL
         && PLANNR_IS_PERSON_CHIP (child))
    gtk_widget_unparent (child);
}

static void
update (PlannrPeopleField *self)
{
  GListModel *people = plannr_case_draft_get_people (self->draft);
  guint n = g_list_model_get_n_items (people);

  remove_chips (self);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (PlannrAccount) person = g_list_model_get_item (people, i);
      g_autofree char *apart = plannr_namesakes_tell_apart (person, people);
      PlannrPersonChip *chip = plannr_person_chip_new (person, apart);

      g_signal_connect_swapped (chip, "removed", G_CALLBACK (removed_cb), self);
      gtk_widget_insert_before (GTK_WIDGET (chip), self->chips, GTK_WIDGET (self->picker));
    }
  plannr_people_field_set_error (self, NULL);
}

/* So that the heading's mnemonic leads there too. */
static gboolean
plannr_people_field_grab_focus (GtkWidget *widget)
{
  return plannr_form_field_focus (PLANNR_PEOPLE_FIELD (widget)->field);
}

static void
plannr_people_field_dispose (GObject *object)
{
  PlannrPeopleField *self = PLANNR_PEOPLE_FIELD (object);
  GtkWidget *child = NULL;

  plannr_people_field_set_draft (self, NULL);
  while (self->chips != NULL && (child = gtk_widget_get_first_child (self->chips)) != NULL)
    gtk_widget_unparent (child);
  self->chips = NULL;

  G_OBJECT_CLASS (plannr_people_field_parent_class)->dispose (object);
}

static void
plannr_people_field_class_init (PlannrPeopleFieldClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = plannr_people_field_dispose;
  widget_class->grab_focus = plannr_people_field_grab_focus;

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
plannr_people_field_init (PlannrPeopleField *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);

  self->picker =
      g_object_new (PLANNR_TYPE_PICKER, "label", _ ("Add person…"), "flat", TRUE, "keeps-item",
                    FALSE, "none-found", _ ("New clients are added in Plannr."), NULL);
  g_signal_connect_swapped (self->picker, "picked", G_CALLBACK (picked_cb), self);

  self->chips = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_set_layout_manager (self->chips, g_object_new (PLANNR_TYPE_WRAP_LAYOUT, NULL));
  gtk_widget_set_parent (GTK_WIDGET (self->picker), self->chips);

  self->field = g_object_new (PLANNR_TYPE_FORM_FIELD, "content", self->chips, NULL);
  plannr_form_field_set_target (self->field, GTK_WIDGET (self->picker));
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->field));
}

/**
 * plannr_people_field_set_directory:
 * @self: a people field
 * @directory: the firm's people
 */
void
plannr_people_field_set_directory (PlannrPeopleField *self, PlannrDirectory *directory)
{
  g_return_if_fail (PLANNR_IS_PEOPLE_FIELD (self));

  plannr_picker_set_source (self->picker, directory,
                            plannr_picker_source_get (PLANNR_CACHE_PEOPLE));
}

/**
 * plannr_people_field_set_draft:
 * @self: a people field
 * @draft: (nullable): whose people it holds
 */
void
plannr_people_field_set_draft (PlannrPeopleField *self, PlannrCaseDraft *draft)
{
  g_return_if_fail (PLANNR_IS_PEOPLE_FIELD (self));

  if (self->draft != NULL)
    g_signal_handlers_disconnect_by_func (plannr_case_draft_get_people (self->draft), update, self);
  if (!g_set_object (&self->draft, draft) || draft == NULL)
    return;

  g_signal_connect_swapped (plannr_case_draft_get_people (draft), "items-changed",
                            G_CALLBACK (update), self);
  update (self);
}

/**
 * plannr_people_field_set_error:
 * @self: a people field
 * @error: (nullable): what is wrong with the people, as a sentence
 */
void
plannr_people_field_set_error (PlannrPeopleField *self, const char *error)
{
  g_return_if_fail (PLANNR_IS_PEOPLE_FIELD (self));

  plannr_form_field_set_error (self->field, error);
}

/**
 * plannr_people_field_get_error:
 * Returns: (transfer none) (nullable): what is wrong with the people
 */
const char *
plannr_people_field_get_error (PlannrPeopleField *self)
{
  g_return_val_if_fail (PLANNR_IS_PEOPLE_FIELD (self), NULL);

  return plannr_form_field_get_error (self->field);
}

/**
 * plannr_people_field_focus:
 * @self: a people field
 *
 * Gives the focus to the button that adds a person.
 */
void
plannr_people_field_focus (PlannrPeopleField *self)
{
  g_return_if_fail (PLANNR_IS_PEOPLE_FIELD (self));

  plannr_form_field_focus (self->field);
}
