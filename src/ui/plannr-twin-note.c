/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-ui"

#include "config.h"

#include "plannr-twin-note.h"

#include <glib/gi18n.h>

#include "plannr-accessible.h"
#include "plannr-date.h"
#include "plannr-display-text.h"
#include "plannr-selectable.h"

/**
 * PlannrTwinNote:
 *
 * Says on the card of a case that Plannr has it twice, which is a wrong fee unless one of the two is
 * removed there, and names the other so that it can be found. It is not there where there is none.
 */
struct _PlannrTwinNote
{
  GtkBox parent_instance;

  PlannrCase *record; /* (owned) (nullable) */
};

G_DEFINE_FINAL_TYPE (PlannrTwinNote, plannr_twin_note, GTK_TYPE_BOX)

static void
copy_cb (PlannrTwinNote *self)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)),
                          plannr_case_get_uuid (self->record));
}

static void
clear (PlannrTwinNote *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_box_remove (GTK_BOX (self), child);
}

static char *
describe_other (PlannrTwinNote *self)
{
  GDateTime *when = plannr_case_get_created_at (self->record);
  g_autofree char *time = NULL;

  if (when == NULL)
    return g_strdup (_ ("The other one has this number:"));

  time = plannr_date_format (when, PLANNR_DATE_LONG, NULL, NULL);

  /* Translators: of two equal cases in Plannr. %s is a day and a time. The number follows. */
  return g_strdup_printf (_ ("The other one was created on %s, and has this number:"), time);
}

static const char *
get_title (void)
{
  return _ ("Plannr has this case twice");
}

static const char *
get_advice (void)
{
  return _ ("Remove one of the two in Plannr: what is there twice is charged twice.");
}

static GtkWidget *
create_number (PlannrTwinNote *self)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *number = plannr_selectable_new (plannr_case_get_uuid (self->record), NULL);
  /* Translators: a button: copies the number of a case */
  GtkWidget *button = gtk_button_new_with_label (_ ("Copy number"));

  gtk_widget_set_hexpand (number, TRUE);
  gtk_widget_set_valign (number, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (copy_cb), self);
  gtk_box_append (GTK_BOX (line), number);
  gtk_box_append (GTK_BOX (line), button);

  return line;
}

static void
build (PlannrTwinNote *self)
{
  g_autofree char *other = describe_other (self);
  GtkWidget *title = gtk_label_new (get_title ());

  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_wrap (GTK_LABEL (title), TRUE);
  gtk_widget_add_css_class (title, "card-title");
  gtk_box_append (GTK_BOX (self), title);
  gtk_box_append (GTK_BOX (self), plannr_selectable_new (get_advice (), NULL));
  gtk_box_append (GTK_BOX (self), plannr_selectable_new (other, NULL));
  gtk_box_append (GTK_BOX (self), create_number (self));
}

static void
plannr_twin_note_dispose (GObject *object)
{
  g_clear_object (&PLANNR_TWIN_NOTE (object)->record);

  G_OBJECT_CLASS (plannr_twin_note_parent_class)->dispose (object);
}

static void
plannr_twin_note_class_init (PlannrTwinNoteClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = plannr_twin_note_dispose;

  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
plannr_twin_note_init (PlannrTwinNote *self)
{
  g_object_set (self, "orientation", GTK_ORIENTATION_VERTICAL, "spacing", 6, "visible", FALSE,
                NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self), "card");
  gtk_widget_add_css_class (GTK_WIDGET (self), "differences");
  plannr_accessible_set_name (self, get_title ());
}

/**
 * plannr_twin_note_set_record:
 * @self: a note
 * @record: (nullable): the other case
 */
void
plannr_twin_note_set_record (PlannrTwinNote *self, PlannrCase *record)
{
  g_return_if_fail (PLANNR_IS_TWIN_NOTE (self));
  g_return_if_fail (record == NULL || PLANNR_IS_CASE (record));

  if (!g_set_object (&self->record, record))
    return;

  clear (self);
  if (record != NULL)
    build (self);
  gtk_widget_set_visible (GTK_WIDGET (self), record != NULL);
}

/**
 * plannr_twin_note_get_text:
 * @self: a note
 *
 * Returns: (transfer full): all that it says; empty where there is no other case
 */
char *
plannr_twin_note_get_text (PlannrTwinNote *self)
{
  g_autofree char *other = NULL;
  g_autofree char *title = NULL;

  g_return_val_if_fail (PLANNR_IS_TWIN_NOTE (self), NULL);

  if (self->record == NULL)
    return g_strdup ("");

  other = describe_other (self);
  title = g_strconcat (get_title (), ".", NULL);

  return plannr_display_text_join (" ", (const char *const[]){ title, get_advice (), other,
                                                               plannr_case_get_uuid (self->record),
                                                               NULL });
}
