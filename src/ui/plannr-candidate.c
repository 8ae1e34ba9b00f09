/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-ui"

#include "config.h"

#include "plannr-candidate.h"

#include <glib/gi18n.h>

#include "plannr-accessible.h"
#include "plannr-date.h"
#include "plannr-describe.h"
#include "plannr-differences.h"
#include "plannr-display-text.h"
#include "plannr-selectable.h"
#include "plannr-sides-layout.h"

/**
 * PlannrCandidate:
 *
 * A case in Plannr that may be the one that was sent: what tells whether it is, and a button to say so.
 */
struct _PlannrCandidate
{
  GtkWidget parent_instance;

  PlannrCase *record; /* (owned) */
};

G_DEFINE_FINAL_TYPE (PlannrCandidate, plannr_candidate, GTK_TYPE_WIDGET)

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
clicked_cb (PlannrCandidate *self)
{
  g_signal_emit (self, signals[CHOSEN], 0, self->record);
}

static char *
describe_time (PlannrCase *record)
{
  GDateTime *when = plannr_case_get_created_at (record);
  g_autofree char *text = NULL;

  if (when == NULL)
    return g_strdup ("");

  text = plannr_date_format (when, PLANNR_DATE_LONG, NULL, NULL);

  /* Translators: %s is a day and a time */
  return g_strdup_printf (_ ("created %s"), text);
}

static GtkWidget *
create_button (PlannrCandidate *self, const char *title, const char *detail)
{
  GtkWidget *button = gtk_button_new ();
  /* Translators: a button beside a case: says that it is the one that was sent */
  GtkWidget *label = gtk_label_new (_ ("This is it"));
  /* Translators: what a screen reader calls the button “This is it” beside one of several cases; the
   * second %s is what is known of the case, and its number */
  g_autofree char *name = g_strdup_printf (_ ("This is it: %1$s, %2$s, %3$s"), title, detail,
                                           plannr_case_get_uuid (self->record));

  /* The label would be read with the name. */
  g_object_set (label, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  gtk_button_set_child (GTK_BUTTON (button), label);
  gtk_widget_set_valign (button, GTK_ALIGN_START);
  plannr_accessible_set_name (button, name);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (clicked_cb), self);

  return button;
}

static void
build (PlannrCandidate *self, PlannrCaseDraft *draft)
{
  g_autoptr (GPtrArray) differences = plannr_differences_describe (self->record, draft);
  g_autofree char *title = plannr_describe_title (self->record);
  g_autofree char *value = plannr_describe_value (self->record);
  g_autofree char *time = describe_time (self->record);
  PlannrChoice *choice = plannr_case_get_status (self->record);
  g_autofree char *status = choice != NULL ? plannr_describe_title (choice) : g_strdup ("");
  g_autofree char *detail =
      plannr_display_text_join (" · ", (const char *const[]){ value, status, time, NULL });
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  gtk_box_append (GTK_BOX (texts), plannr_selectable_new (title, "candidate-name"));
  if (*detail != '\0')
    gtk_box_append (GTK_BOX (texts), plannr_selectable_new (detail, "caption"));
  for (guint i = 0; i < differences->len; i++)
    gtk_box_append (GTK_BOX (texts),
                    plannr_selectable_new (g_ptr_array_index (differences, i), "difference"));
  gtk_box_append (GTK_BOX (texts),
                  plannr_selectable_new (plannr_case_get_uuid (self->record), "caption"));

  gtk_widget_set_parent (texts, GTK_WIDGET (self));
  gtk_widget_set_parent (create_button (self, title, *detail != '\0' ? detail : title),
                         GTK_WIDGET (self));
}

static void
plannr_candidate_dispose (GObject *object)
{
  PlannrCandidate *self = PLANNR_CANDIDATE (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->record);

  G_OBJECT_CLASS (plannr_candidate_parent_class)->dispose (object);
}

static void
plannr_candidate_class_init (PlannrCandidateClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = plannr_candidate_dispose;

  /**
   * PlannrCandidate::chosen:
   * @record: the case
   *
   * The person says that this is the case that was sent.
   */
  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, PLANNR_TYPE_CASE);

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_css_name (widget_class, "candidate");
}

static void
plannr_candidate_init (PlannrCandidate *self)
{
  gtk_widget_set_layout_manager (GTK_WIDGET (self),
                                 g_object_new (PLANNR_TYPE_SIDES_LAYOUT, "spacing", 12,
                                               "start-share", 220, NULL));
}

/**
 * plannr_candidate_new:
 * @record: a case that Plannr has
 * @draft: what was sent
 *
 * Returns: (transfer floating): a row that offers @record
 */
GtkWidget *
plannr_candidate_new (PlannrCase *record, PlannrCaseDraft *draft)
{
  PlannrCandidate *self;

  g_return_val_if_fail (PLANNR_IS_CASE (record), NULL);
  g_return_val_if_fail (PLANNR_IS_CASE_DRAFT (draft), NULL);

  self = g_object_new (PLANNR_TYPE_CANDIDATE, NULL);
  self->record = g_object_ref (record);
  build (self, draft);

  return GTK_WIDGET (self);
}
