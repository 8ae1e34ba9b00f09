/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-ui"

#include "config.h"

#include "plannr-case-row.h"

#include <glib/gi18n.h>

#include "plannr-accessible.h"
#include "plannr-case-summary.h"
#include "plannr-display-text.h"
#include "plannr-emphasised.h"
#include "plannr-resources.h"

/* How often it is looked whether a new day has begun, in seconds. */
#define DAY_INTERVAL 300

/**
 * PlannrCaseRow:
 *
 * One case in the list: its name, people, value and state. It follows its submission.
 */
struct _PlannrCaseRow
{
  GtkWidget parent_instance;

  PlannrSubmission *submission; /* (owned) (nullable) */
  PlannrEmphasis *emphasis;     /* (owned) (nullable): what was typed to find it */

  GtkLabel *name;
  GtkLabel *people;
  GtkLabel *value;
  GtkLabel *state;
  const char *css_class; /* (nullable): what the state's label wears now */
  guint day_source;
  int day; /* of the year, when the row was last written */
};

G_DEFINE_FINAL_TYPE (PlannrCaseRow, plannr_case_row, GTK_TYPE_WIDGET)

static void
set_css_class (PlannrCaseRow *self, const char *css_class)
{
  if (g_strcmp0 (self->css_class, css_class) == 0)
    return;

  if (self->css_class != NULL)
    gtk_widget_remove_css_class (GTK_WIDGET (self->state), self->css_class);
  if (css_class != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self->state), css_class);
  self->css_class = css_class;
}

/* What stands for a name is not found by it. */
static void
emphasise (PlannrCaseRow *self)
{
  gboolean untitled = gtk_widget_has_css_class (GTK_WIDGET (self->name), "untitled");

  plannr_emphasised_label (self->name, untitled ? NULL : self->emphasis);
  plannr_emphasised_label (self->people, self->emphasis);
  plannr_emphasised_label (self->value, self->emphasis);
}

/* Writes anew what the row says. “Created 11:18” is true for a day only. */
static void
refresh (PlannrCaseRow *self)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *name = NULL;
  g_autofree char *shown = NULL;
  g_autofree char *people = NULL;
  g_autofree char *value = NULL;
  g_autofree char *state = NULL;
  g_autofree char *sentence = NULL;

  self->day = g_date_time_get_day_of_year (now);
  if (self->submission == NULL)
    return;

  name = plannr_case_summary_get_name (self->submission);
  /* Translators: stands in the list in place of the name of a case that has none yet. */
  shown = *name != '\0' ? plannr_display_text_isolate (name) : g_strdup (_ ("Untitled"));
  people = plannr_case_summary_get_people (self->submission);
  value = plannr_case_summary_get_value (self->submission);
  state = plannr_case_summary_get_state (self->submission, now);
  sentence = plannr_case_summary_get_sentence (self->submission, now);

  gtk_label_set_text (self->name, shown);
  gtk_label_set_text (self->people, people);
  gtk_label_set_text (self->value, value);
  gtk_label_set_text (self->state, state);
  gtk_widget_set_visible (GTK_WIDGET (self->value), *value != '\0');
  if (*name != '\0')
    gtk_widget_remove_css_class (GTK_WIDGET (self->name), "untitled");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->name), "untitled");
  set_css_class (self, plannr_case_summary_get_css_class (self->submission));
  emphasise (self);

  /* A screen reader knows the list's own widget around the row, not the row. */
  if (gtk_widget_get_parent (GTK_WIDGET (self)) != NULL)
    plannr_accessible_set_name (gtk_widget_get_parent (GTK_WIDGET (self)), sentence);
}

static void
release (PlannrCaseRow *self)
{
  if (self->submission == NULL)
    return;

  g_signal_handlers_disconnect_by_data (self->submission, self);
  g_signal_handlers_disconnect_by_data (plannr_submission_get_draft (self->submission), self);
  g_clear_object (&self->submission);
}

static gboolean
day_cb (gpointer user_data)
{
  PlannrCaseRow *self = user_data;
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  if (g_date_time_get_day_of_year (now) != self->day)
    refresh (self);

  return G_SOURCE_CONTINUE;
}

static void
plannr_case_row_map (GtkWidget *widget)
{
  PlannrCaseRow *self = PLANNR_CASE_ROW (widget);

  GTK_WIDGET_CLASS (plannr_case_row_parent_class)->map (widget);

  day_cb (self);
  self->day_source = g_timeout_add_seconds (DAY_INTERVAL, day_cb, self);
}

static void
plannr_case_row_unmap (GtkWidget *widget)
{
  g_clear_handle_id (&PLANNR_CASE_ROW (widget)->day_source, g_source_remove);

  GTK_WIDGET_CLASS (plannr_case_row_parent_class)->unmap (widget);
}

static void
plannr_case_row_dispose (GObject *object)
{
  GtkWidget *child = NULL;

  release (PLANNR_CASE_ROW (object));
  g_clear_pointer (&PLANNR_CASE_ROW (object)->emphasis, plannr_emphasis_unref);
  gtk_widget_dispose_template (GTK_WIDGET (object), PLANNR_TYPE_CASE_ROW);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (plannr_case_row_parent_class)->dispose (object);
}

static void
plannr_case_row_class_init (PlannrCaseRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = plannr_case_row_dispose;
  widget_class->map = plannr_case_row_map;
  widget_class->unmap = plannr_case_row_unmap;

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class, PLANNR_RESOURCES "plannr-case-row.ui");
  gtk_widget_class_bind_template_child (widget_class, PlannrCaseRow, name);
  gtk_widget_class_bind_template_child (widget_class, PlannrCaseRow, people);
  gtk_widget_class_bind_template_child (widget_class, PlannrCaseRow, value);
  gtk_widget_class_bind_template_child (widget_class, PlannrCaseRow, state);
}

static void
plannr_case_row_init (PlannrCaseRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * plannr_case_row_new:
 * Returns: (transfer full): a row that shows nothing yet
 */
GtkWidget *
plannr_case_row_new (void)
{
  return g_object_new (PLANNR_TYPE_CASE_ROW, NULL);
}

/**
 * plannr_case_row_get_submission:
 * Returns: (transfer none) (nullable): the case that it shows
 */
PlannrSubmission *
plannr_case_row_get_submission (PlannrCaseRow *self)
{
  g_return_val_if_fail (PLANNR_IS_CASE_ROW (self), NULL);

  return self->submission;
}

/**
 * plannr_case_row_set_submission:
 * @self: a row
 * @submission: (nullable): the case to show from now on
 */
void
plannr_case_row_set_submission (PlannrCaseRow *self, PlannrSubmission *submission)
{
  g_return_if_fail (PLANNR_IS_CASE_ROW (self));
  g_return_if_fail (submission == NULL || PLANNR_IS_SUBMISSION (submission));

  if (self->submission == submission)
    return;

  release (self);
  if (submission == NULL)
    return;

  self->submission = g_object_ref (submission);
  g_signal_connect_swapped (submission, "notify", G_CALLBACK (refresh), self);
  g_signal_connect_swapped (plannr_submission_get_draft (submission), "changed",
                            G_CALLBACK (refresh), self);
  refresh (self);
}

/**
 * plannr_case_row_set_emphasis:
 * @self: a row
 * @emphasis: (nullable): what was typed to find what it shows and will show
 *
 * Emphasises what of a case was asked for.
 */
void
plannr_case_row_set_emphasis (PlannrCaseRow *self, PlannrEmphasis *emphasis)
{
  g_return_if_fail (PLANNR_IS_CASE_ROW (self));

  if (self->emphasis == emphasis)
    return;

  g_clear_pointer (&self->emphasis, plannr_emphasis_unref);
  self->emphasis = emphasis != NULL ? plannr_emphasis_ref (emphasis) : NULL;
  emphasise (self);
}
