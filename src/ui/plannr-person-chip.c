/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-ui"

#include "config.h"

#include "plannr-person-chip.h"

#include <glib/gi18n.h>

#include "plannr-accessible.h"
#include "plannr-describe.h"

#define MAX_NAME_LETTERS    30
#define MAX_CAPTION_LETTERS 40

/**
 * PlannrPersonChip:
 *
 * A person who takes part, with a button that removes them: it emits #PlannrPersonChip::removed.
 */
struct _PlannrPersonChip
{
  GtkBox parent_instance;

  PlannrAccount *person; /* (owned) */
};

G_DEFINE_FINAL_TYPE (PlannrPersonChip, plannr_person_chip, GTK_TYPE_BOX)

enum
{
  REMOVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
clicked_cb (PlannrPersonChip *self)
{
  g_signal_emit (self, signals[REMOVED], 0);
}

static void
plannr_person_chip_dispose (GObject *object)
{
  g_clear_object (&PLANNR_PERSON_CHIP (object)->person);

  G_OBJECT_CLASS (plannr_person_chip_parent_class)->dispose (object);
}

static void
plannr_person_chip_class_init (PlannrPersonChipClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = plannr_person_chip_dispose;

  /**
   * PlannrPersonChip::removed:
   *
   * The person is to take part no longer.
   */
  signals[REMOVED] = g_signal_new ("removed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
plannr_person_chip_init (PlannrPersonChip *self)
{
  gtk_box_set_spacing (GTK_BOX (self), 6);
  gtk_widget_add_css_class (GTK_WIDGET (self), "chip");
}

static GtkWidget *
add_label (PlannrPersonChip *self, const char *text, int letters)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_MIDDLE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), letters);
  gtk_box_append (GTK_BOX (self), label);

  return label;
}

/**
 * plannr_person_chip_new:
 * @person: who takes part
 * @apart: (nullable): what tells them from somebody of the same name who takes part too; plain text
 *
 * Returns: (transfer floating): a chip for @person
 */
PlannrPersonChip *
plannr_person_chip_new (PlannrAccount *person, const char *apart)
{
  PlannrPersonChip *self = g_object_new (PLANNR_TYPE_PERSON_CHIP, NULL);
  g_autofree char *title = plannr_describe_title (person);
  g_autofree char *detail = plannr_describe_detail (person);
  g_autofree char *name = NULL;
  const char *caption =
      apart != NULL ? apart : plannr_describe_kind (plannr_account_get_kind (person));
  GtkWidget *button = gtk_button_new_from_icon_name ("window-close-symbolic");

  self->person = g_object_ref (person);

  add_label (self, title, MAX_NAME_LETTERS);
  if (*caption != '\0')
    gtk_widget_add_css_class (add_label (self, caption, MAX_CAPTION_LETTERS), "caption");

  /* Translators: %s is a person's name; the name of the button that takes them out of the case. */
  name = g_strdup_printf (_ ("Remove %s"), title);
  plannr_accessible_set_name (button, name);
  gtk_widget_set_tooltip_text (button, name);
  plannr_accessible_set_description (button, apart); /* in the place of the tooltip */
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "circular");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (clicked_cb), self);
  gtk_box_append (GTK_BOX (self), button);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), detail);

  return self;
}

/**
 * plannr_person_chip_get_person:
 * Returns: (transfer none): who takes part
 */
PlannrAccount *
plannr_person_chip_get_person (PlannrPersonChip *self)
{
  g_return_val_if_fail (PLANNR_IS_PERSON_CHIP (self), NULL);

  return self->person;
}
