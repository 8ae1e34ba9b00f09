/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-ui"

#include "config.h"

#include "plannr-case-card.h"

#include <glib/gi18n.h>

#include "plannr-accessible.h"
#include "plannr-case-facts.h"
#include "plannr-colour-dot.h"
#include "plannr-column-layout.h"
#include "plannr-date.h"
#include "plannr-describe.h"
#include "plannr-differences.h"
#include "plannr-display-text.h"
#include "plannr-fact-card.h"
#include "plannr-resources.h"
#include "plannr-selectable.h"
#include "plannr-sides-layout.h"
#include "plannr-template.h"
#include "plannr-twin-note.h"

/**
 * PlannrCaseCard:
 *
 * The card of a case that Plannr has created: what Plannr says of it, and in what that differs from
 * what was asked for.
 */
struct _PlannrCaseCard
{
  GtkWidget parent_instance;

  GtkScrolledWindow *scroller; /* (unowned) */
  GtkWidget *heading;          /* (unowned) */
  GtkLabel *name;              /* (unowned) */
  GtkWidget *status_line;      /* (unowned) */
  PlannrColourDot *dot;        /* (unowned) */
  GtkLabel *status;            /* (unowned) */
  GtkLabel *kind;              /* (unowned) */
  GtkWidget *value_box;        /* (unowned) */
  GtkLabel *value;             /* (unowned) */
  PlannrTwinNote *twin;        /* (unowned) */
  GtkWidget *differences;      /* (unowned) */
  GtkBox *difference_list;     /* (unowned) */
  GtkBox *groups;              /* (unowned) */
  GtkWidget *bar;              /* (unowned) */
  GtkLabel *created;           /* (unowned) */

  PlannrSubmission *submission; /* (owned) (nullable) */
  PlannrCase *shown;            /* (owned) (nullable) */
};

G_DEFINE_FINAL_TYPE (PlannrCaseCard, plannr_case_card, GTK_TYPE_WIDGET)

static void
clear (GtkBox *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);
}

static void
show_choice (GtkLabel *label, PlannrChoice *choice)
{
  g_autofree char *title = choice != NULL ? plannr_describe_title (choice) : g_strdup ("");

  plannr_selectable_set_text (label, title);
  gtk_widget_set_visible (GTK_WIDGET (label), *title != '\0');
}

static gboolean
is_today (GDateTime *when)
{
  g_autoptr (GDateTime) there = g_date_time_to_local (when);
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  return g_date_time_get_year (there) == g_date_time_get_year (now)
         && g_date_time_get_day_of_year (there) == g_date_time_get_day_of_year (now);
}

static char *
describe_creation (GDateTime *when)
{
  g_autofree char *text = NULL;

  if (when == NULL)
    return g_strdup (_ ("Created in Plannr"));

  if (is_today (when))
    {
      text = plannr_date_format (when, PLANNR_DATE_TIME, NULL, NULL);
      /* Translators: %s is a time of today */
      return g_strdup_printf (_ ("Created in Plannr at %s"), text);
    }

  text = plannr_date_format (when, PLANNR_DATE_FULL_DAY, NULL, NULL);

  /* Translators: %s is a day */
  return g_strdup_printf (_ ("Created in Plannr on %s"), text);
}

static void
name_heading (PlannrCaseCard *self, const char *value, GPtrArray *differences)
{
  g_autofree char *title = plannr_describe_title (self->shown);
  g_autofree char *twin = plannr_twin_note_get_text (self->twin);
  g_autofree char *heading = NULL;
  g_autofree char *description = NULL;

  if (*value != '\0')
    /* Translators: what a screen reader says of a case that Plannr has just created: its name and its
     * value */
    heading = g_strdup_printf (_ ("%1$s, %2$s, created"), title, value);
  else
    /* Translators: what a screen reader says of a case that Plannr has just created: its name */
    heading = g_strdup_printf (_ ("%s, created"), title);
  plannr_accessible_set_name (self->heading, heading);

  g_ptr_array_insert (differences, 0, g_steal_pointer (&twin));
  g_ptr_array_add (differences, NULL);
  description = plannr_display_text_join (" ", (const char *const *) differences->pdata);
  plannr_accessible_set_description (self->heading, description);
}

static void
show_heading (PlannrCaseCard *self)
{
  PlannrChoice *status = plannr_case_get_status (self->shown);
  PlannrChoice *kind = plannr_case_get_kind (self->shown);
  const char *name = plannr_case_get_name (self->shown);
  g_autofree char *whole = plannr_display_text_whole (name);
  g_autofree char *title =
      *whole != '\0' ? g_steal_pointer (&whole) : plannr_describe_title (self->shown);
  g_autofree char *value = plannr_describe_value (self->shown);

  plannr_selectable_set_text (self->name, title);
  show_choice (self->status, status);
  show_choice (self->kind, kind);
  gtk_widget_set_visible (self->status_line, status != NULL);
  plannr_colour_dot_set_colour (self->dot,
                                status != NULL ? plannr_choice_get_colour (status) : NULL);
  gtk_label_set_text (self->value, value);
  gtk_widget_set_visible (self->value_box, *value != '\0');
}

static void
show_differences (PlannrCaseCard *self, GPtrArray *sentences)
{
  clear (self->difference_list);
  for (guint i = 0; i < sentences->len; i++)
    gtk_box_append (self->difference_list,
                    plannr_selectable_new (g_ptr_array_index (sentences, i), NULL));
  gtk_widget_set_visible (self->differences, sentences->len > 0);
}

static void
show_record (PlannrCaseCard *self)
{
  PlannrCaseDraft *draft = plannr_submission_get_draft (self->submission);
  g_autoptr (GPtrArray) differences = plannr_differences_describe (self->shown, draft);
  g_autoptr (GPtrArray) groups = plannr_case_facts_collect (self->shown, draft);
  g_autofree char *value = plannr_describe_value (self->shown);
  g_autofree char *created = describe_creation (plannr_case_get_created_at (self->shown));

  show_heading (self);
  plannr_twin_note_set_record (self->twin, plannr_submission_get_twin (self->submission));
  show_differences (self, differences);
  name_heading (self, value, differences);

  clear (self->groups);
  for (guint i = 0; i < groups->len; i++)
    gtk_box_append (self->groups, plannr_fact_card_new (g_ptr_array_index (groups, i)));

  gtk_label_set_text (self->created, created);
}

/* What is known of a case that was created in an earlier session until it has been read. */
static PlannrCase *
new_stub (PlannrSubmission *submission)
{
  return g_object_new (PLANNR_TYPE_CASE, "uuid", plannr_submission_get_case_uuid (submission),
                       "name",
                       plannr_case_draft_get_name (plannr_submission_get_draft (submission)),
                       "position", -1, "n-people", -1, NULL);
}

static void
record_cb (PlannrCaseCard *self)
{
  PlannrCase *record = plannr_submission_get_record (self->submission);
  g_autoptr (PlannrCase) shown = record != NULL ? g_object_ref (record) : NULL;

  if (shown == NULL && plannr_submission_get_case_uuid (self->submission) != NULL)
    shown = new_stub (self->submission);
  if (shown == NULL || !g_set_object (&self->shown, shown))
    return;

  show_record (self);
}

/* That there is another may be found out later. */
static void
twin_cb (PlannrCaseCard *self)
{
  if (self->shown != NULL)
    show_record (self);
}

static void
plannr_case_card_dispose (GObject *object)
{
  PlannrCaseCard *self = PLANNR_CASE_CARD (object);

  if (self->submission != NULL)
    g_signal_handlers_disconnect_by_data (self->submission, self);
  g_clear_object (&self->submission);
  g_clear_object (&self->shown);
  plannr_template_dispose (self, PLANNR_TYPE_CASE_CARD);

  G_OBJECT_CLASS (plannr_case_card_parent_class)->dispose (object);
}

static void
plannr_case_card_class_init (PlannrCaseCardClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = plannr_case_card_dispose;

  g_type_ensure (PLANNR_TYPE_COLOUR_DOT);
  g_type_ensure (PLANNR_TYPE_COLUMN_LAYOUT);
  g_type_ensure (PLANNR_TYPE_SIDES_LAYOUT);
  g_type_ensure (PLANNR_TYPE_TWIN_NOTE);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               PLANNR_RESOURCES "plannr-case-card.ui");
  gtk_widget_class_bind_template_child (widget_class, PlannrCaseCard, scroller);
  gtk_widget_class_bind_template_child (widget_class, PlannrCaseCard, heading);
  gtk_widget_class_bind_template_child (widget_class, PlannrCaseCard, name);
  gtk_widget_class_bind_template_child (widget_class, PlannrCaseCard, status_line);
  gtk_widget_class_bind_template_child (widget_class, PlannrCaseCard, dot);
  gtk_widget_class_bind_template_child (widget_class, PlannrCaseCard, status);
  gtk_widget_class_bind_template_child (widget_class, PlannrCaseCard, kind);
  gtk_widget_class_bind_template_child (widget_class, PlannrCaseCard, value_box);
  gtk_widget_class_bind_template_child (widget_class, PlannrCaseCard, value);
  gtk_widget_class_bind_template_child (widget_class, PlannrCaseCard, twin);
  gtk_widget_class_bind_template_child (widget_class, PlannrCaseCard, differences);
  gtk_widget_class_bind_template_child (widget_class, PlannrCaseCard, difference_list);
  gtk_widget_class_bind_template_child (widget_class, PlannrCaseCard, groups);
  gtk_widget_class_bind_template_child (widget_class, PlannrCaseCard, bar);
  gtk_widget_class_bind_template_child (widget_class, PlannrCaseCard, created);
}

static void
plannr_case_card_init (PlannrCaseCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  plannr_selectable_prepare (self->name);
  plannr_selectable_prepare (self->status);
  plannr_selectable_prepare (self->kind);
  plannr_selectable_prepare (self->value);
}

/**
 * plannr_case_card_set_submission:
 * @self: a card
 * @submission: (nullable): what has led to a case
 *
 * Shows the case that @submission has led to, and follows it: more of it may be known later.
 */
void
plannr_case_card_set_submission (PlannrCaseCard *self, PlannrSubmission *submission)
{
  g_autoptr (PlannrSubmission) before = NULL;

  g_return_if_fail (PLANNR_IS_CASE_CARD (self));
  g_return_if_fail (submission == NULL || PLANNR_IS_SUBMISSION (submission));

  if (submission == self->submission)
    return;

  before = g_steal_pointer (&self->submission);
  if (before != NULL)
    g_signal_handlers_disconnect_by_data (before, self);
  g_clear_object (&self->shown);

  if (submission == NULL)
    return;

  self->submission = g_object_ref (submission);
  g_signal_connect_swapped (submission, "notify::record", G_CALLBACK (record_cb), self);
  g_signal_connect_swapped (submission, "notify::twin", G_CALLBACK (twin_cb), self);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
  record_cb (self);
}

/**
 * plannr_case_card_focus_heading:
 * @self: a card
 *
 * Gives the focus to the heading, whose name says which case was created.
 */
void
plannr_case_card_focus_heading (PlannrCaseCard *self)
{
  g_return_if_fail (PLANNR_IS_CASE_CARD (self));

  gtk_widget_grab_focus (self->heading);
}

/**
 * plannr_case_card_get_text:
 * @self: a card
 *
 * Returns: (transfer full): all that the card says, as lines of `Label: value`; empty where it shows
 *   no case
 */
char *
plannr_case_card_get_text (PlannrCaseCard *self)
{
  g_return_val_if_fail (PLANNR_IS_CASE_CARD (self), NULL);

  if (self->shown == NULL)
    return g_strdup ("");

  return plannr_case_facts_write (self->shown, plannr_submission_get_draft (self->submission));
}
