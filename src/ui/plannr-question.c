/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-ui"

#include "config.h"

#include "plannr-question.h"

#include <glib/gi18n.h>

#include "plannr-accessible.h"
#include "plannr-candidate.h"
#include "plannr-column-layout.h"
#include "plannr-date.h"
#include "plannr-describe.h"
#include "plannr-display-text.h"
#include "plannr-fact-card.h"
#include "plannr-message.h"
#include "plannr-money.h"
#include "plannr-resources.h"
#include "plannr-selectable.h"

/**
 * PlannrQuestion:
 *
 * The question whether a case was created, while it is being checked and once the person is asked.
 */
struct _PlannrQuestion
{
  GtkWidget parent_instance;

  GtkWidget *scroller;     /* (unowned) */
  GtkWidget *bar;          /* (unowned) */
  GtkWidget *heading;      /* (unowned) */
  GtkLabel *title;         /* (unowned) */
  GtkSpinner *spinner;     /* (unowned) */
  GtkLabel *why;           /* (unowned) */
  GtkLabel *advice;        /* (unowned) */
  GtkBox *sent;            /* (unowned) */
  GtkWidget *found;        /* (unowned) */
  GtkLabel *found_title;   /* (unowned) */
  GtkBox *candidates;      /* (unowned) */
  GtkWidget *check_button; /* (unowned) */
  GtkWidget *keep_button;  /* (unowned) */
  GtkWidget *send_button;  /* (unowned) */

  PlannrProfile *profile;       /* (owned) (nullable) */
  PlannrSubmission *submission; /* (owned) (nullable) */
};

G_DEFINE_FINAL_TYPE (PlannrQuestion, plannr_question, GTK_TYPE_WIDGET)

static void
clear (GtkBox *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);
}

static void
set_text (GtkLabel *label, const char *text)
{
  gtk_label_set_text (label, text);
  gtk_widget_set_visible (GTK_WIDGET (label), *text != '\0');
}

/* What was sent */

static char *
list_clients (PlannrCaseDraft *draft)
{
  GListModel *people = plannr_case_draft_get_people (draft);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  guint n = g_list_model_get_n_items (people);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (PlannrAccount) person = g_list_model_get_item (people, i);

      if (plannr_account_get_kind (person) == PLANNR_ACCOUNT_KIND_CLIENT)
        g_ptr_array_add (names, plannr_describe_title (person));
    }
  g_ptr_array_add (names, NULL);

  /* Translators: stands between two names in a list of people */
  return plannr_display_text_join (_ (", "), (const char *const *) names->pdata);
}

static char *
format_value (PlannrCaseDraft *draft)
{
  const PlannrMoneyReading *value = plannr_case_draft_get_value (draft);

  return value->verdict == PLANNR_MONEY_EXACT
             ? plannr_money_format (value->amount, PLANNR_CASE_CURRENCY, NULL)
             : g_strdup ("");
}

static char *
format_time (PlannrSubmission *submission)
{
  gint64 sent = plannr_submission_get_last_attempt (submission);
  g_autoptr (GDateTime) when = g_date_time_new_from_unix_utc (sent / G_USEC_PER_SEC);

  return sent != 0 ? plannr_date_format (when, PLANNR_DATE_LONG, NULL, NULL) : g_strdup ("");
}

static PlannrFacts *
collect_sent (PlannrSubmission *submission)
{
  PlannrCaseDraft *draft = plannr_submission_get_draft (submission);
  /* Translators: the heading above what was sent to Plannr */
  PlannrFacts *facts = plannr_facts_new (g_strdup (_ ("What was sent")), NULL);
  g_autofree char *clients = list_clients (draft);
  g_autofree char *value = format_value (draft);
  g_autofree char *time = format_time (submission);

  /* Translators: the client or clients of a case */
  plannr_facts_add_text (facts, _ ("Client"), clients);
  plannr_facts_add_text (facts, C_ ("case", "Expected value"), value);
  /* Translators: when the case was sent to Plannr */
  plannr_facts_add_text (facts, _ ("Sent"), time);

  return facts;
}

static void
show_sent (PlannrQuestion *self)
{
  g_autoptr (PlannrFacts) facts = collect_sent (self->submission);

  clear (self->sent);
  if (facts->facts->len > 0)
    gtk_box_append (self->sent, plannr_fact_card_new (facts));
  gtk_widget_set_visible (GTK_WIDGET (self->sent), facts->facts->len > 0);
}

/* Answering */

static void
answer (PlannrQuestion *self, PlannrAnswer said, PlannrCase *record)
{
  if (self->profile != NULL && self->submission != NULL)
    plannr_outbox_answer (plannr_profile_get_outbox (self->profile), self->submission, said,
                          record);
}

static void
keep_cb (PlannrQuestion *self)
{
  answer (self, PLANNR_ANSWER_KEEP, NULL);
}

static void
send_cb (PlannrQuestion *self)
{
  answer (self, PLANNR_ANSWER_SEND, NULL);
}

static void
chosen_cb (PlannrQuestion *self, PlannrCase *record)
{
  answer (self, PLANNR_ANSWER_ADOPT, record);
}

/* Checking */

static char *
dup_name (PlannrQuestion *self)
{
  return plannr_display_text_isolate (
      plannr_case_draft_get_name (plannr_submission_get_draft (self->submission)));
}

static void
show_checking (PlannrQuestion *self)
{
  const GError *error = plannr_submission_get_error (self->submission);
  g_autofree char *name = dup_name (self);
  /* Translators: %s is the name of a case */
  g_autofree char *title = g_strdup_printf (_ ("Looking in Plannr for “%s”"), name);
  g_autofree char *why = error != NULL ? plannr_message_get_sentence (error) : g_strdup ("");
  const char *advice =
      _ ("The case may have been created all the same. Plannr is being asked; there "
         "is nothing that you need to do. You can go on with another case.");

  plannr_selectable_set_text (self->title, title);
  set_text (self->why, why);
  set_text (self->advice, advice);
  plannr_accessible_set_name (self->heading, title);
  plannr_accessible_set_description (self->heading, *why != '\0' ? why : advice);
}

/* Asking */

/* After a new start nothing is known until Plannr has been asked again. */
static char *
describe_found (PlannrSubmission *submission)
{
  GListModel *records = plannr_submission_get_candidates (submission);
  const GError *error = plannr_submission_get_error (submission);
  guint n = records != NULL ? g_list_model_get_n_items (records) : 0;

  if (records == NULL && error != NULL)
    {
      g_autofree char *why = plannr_message_get_sentence (error);

      return plannr_display_text_join (" ",
                                       (const char *const[]){
                                           why, _ ("It is looked for again by itself."), NULL });
    }
  if (records == NULL)
    return g_strdup (_ ("Plannr is being asked what it has of it."));
  if (n == 0)
    return g_strdup (_ ("It was looked for in Plannr, and not found."));

  return g_strdup (
      ngettext ("This case of the same client was found in Plannr. Is it the one?",
                "These cases of the same client were found in Plannr. Is it one of them?", n));
}

static void
show_candidates (PlannrQuestion *self, GListModel *records, const char *found)
{
  PlannrCaseDraft *draft = plannr_submission_get_draft (self->submission);
  guint n = records != NULL ? g_list_model_get_n_items (records) : 0;

  clear (self->candidates);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (PlannrCase) record = g_list_model_get_item (records, i);
      GtkWidget *candidate = plannr_candidate_new (record, draft);

      g_signal_connect_swapped (candidate, "chosen", G_CALLBACK (chosen_cb), self);
      gtk_box_append (self->candidates, candidate);
    }
  gtk_label_set_text (self->found_title, found);
  gtk_widget_set_visible (self->found, n > 0);
}

static void
show_asking (PlannrQuestion *self)
{
  GListModel *records = plannr_submission_get_candidates (self->submission);
  guint n = records != NULL ? g_list_model_get_n_items (records) : 0;
  g_autofree char *name = dup_name (self);
  /* Translators: %s is the name of a case */
  g_autofree char *title = g_strdup_printf (_ ("Was “%s” created?"), name);
  g_autofree char *found = describe_found (self->submission);
  const char *why = _ ("It was sent to Plannr, but no clear answer came back.");
  const char *advice =
      _ ("If you are not sure, keep it as a draft: nothing is sent, and you can look "
         "in Plannr first. Send it again only if it is not there, or Plannr will "
         "have it twice.");
  g_autofree char *reading = NULL;
  g_autofree char *clients = list_clients (plannr_submission_get_draft (self->submission));
  g_autofree char *value = format_value (plannr_submission_get_draft (self->submission));
  g_autofree char *time = format_time (self->submission);
  g_autofree char *sent =
      plannr_display_text_join (" · ", (const char *const[]){ clients, value, time, NULL });
  g_autofree char *story = n == 0 ? g_strdup_printf ("%s %s", why, found) : g_strdup (why);

  plannr_selectable_set_text (self->title, title);
  set_text (self->why, story);
  set_text (self->advice, advice);
  show_candidates (self, records, found);
  plannr_accessible_set_name (self->heading, title);

  /* Whoever does not see the page hears the question at the button that gets the focus. */
  reading = plannr_display_text_join (" ", (const char *const[]){ title, sent, why, found, advice,
                                                                  NULL });
  plannr_accessible_set_description (self->keep_button, reading);
}

static void
update (PlannrQuestion *self)
{
  PlannrState state = plannr_submission_get_state (self->submission);
  gboolean asking = state == PLANNR_STATE_ASKING;
  gboolean looking;

  if (!asking && state != PLANNR_STATE_CHECKING)
    return;

  show_sent (self);
  if (asking)
    show_asking (self);
  else
    {
      show_checking (self);
      show_candidates (self, NULL, "");
    }

  looking = !asking || plannr_submission_get_candidates (self->submission) == NULL;
  gtk_spinner_set_spinning (self->spinner, looking);
  gtk_widget_set_visible (GTK_WIDGET (self->spinner), looking);
  gtk_widget_set_visible (self->check_button, !asking);
  gtk_widget_set_visible (self->keep_button, asking);
  gtk_widget_set_visible (self->send_button, asking);
}

static void
unfollow (PlannrQuestion *self)
{
  if (self->submission != NULL)
    g_signal_handlers_disconnect_by_data (self->submission, self);
  g_clear_object (&self->submission);
}

static void
plannr_question_dispose (GObject *object)
{
  PlannrQuestion *self = PLANNR_QUESTION (object);

  unfollow (self);
  g_clear_object (&self->profile);
  gtk_widget_dispose_template (GTK_WIDGET (object), PLANNR_TYPE_QUESTION);

  G_OBJECT_CLASS (plannr_question_parent_class)->dispose (object);
}

static void
plannr_question_class_init (PlannrQuestionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = plannr_question_dispose;

  g_type_ensure (PLANNR_TYPE_COLUMN_LAYOUT);

  gtk_widget_class_set_template_from_resource (widget_class, PLANNR_RESOURCES "plannr-question.ui");
  gtk_widget_class_bind_template_child (widget_class, PlannrQuestion, scroller);
  gtk_widget_class_bind_template_child (widget_class, PlannrQuestion, bar);
  gtk_widget_class_bind_template_child (widget_class, PlannrQuestion, heading);
  gtk_widget_class_bind_template_child (widget_class, PlannrQuestion, title);
  gtk_widget_class_bind_template_child (widget_class, PlannrQuestion, spinner);
  gtk_widget_class_bind_template_child (widget_class, PlannrQuestion, why);
  gtk_widget_class_bind_template_child (widget_class, PlannrQuestion, advice);
  gtk_widget_class_bind_template_child (widget_class, PlannrQuestion, sent);
  gtk_widget_class_bind_template_child (widget_class, PlannrQuestion, found);
  gtk_widget_class_bind_template_child (widget_class, PlannrQuestion, found_title);
  gtk_widget_class_bind_template_child (widget_class, PlannrQuestion, candidates);
  gtk_widget_class_bind_template_child (widget_class, PlannrQuestion, check_button);
  gtk_widget_class_bind_template_child (widget_class, PlannrQuestion, keep_button);
  gtk_widget_class_bind_template_child (widget_class, PlannrQuestion, send_button);
  gtk_widget_class_bind_template_callback (widget_class, keep_cb);
  gtk_widget_class_bind_template_callback (widget_class, send_cb);
}

static void
plannr_question_init (PlannrQuestion *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * plannr_question_set_profile:
 * @self: a question
 * @profile: (nullable): the firm whose outbox gets the answer
 */
void
plannr_question_set_profile (PlannrQuestion *self, PlannrProfile *profile)
{
  g_return_if_fail (PLANNR_IS_QUESTION (self));
  g_return_if_fail (profile == NULL || PLANNR_IS_PROFILE (profile));

  g_set_object (&self->profile, profile);
}

/**
 * plannr_question_set_submission:
 * @self: a question
 * @submission: (nullable): what it is about, being checked or asked about
 *
 * Shows how things stand with @submission, and follows it.
 */
void
plannr_question_set_submission (PlannrQuestion *self, PlannrSubmission *submission)
{
  g_return_if_fail (PLANNR_IS_QUESTION (self));
  g_return_if_fail (submission == NULL || PLANNR_IS_SUBMISSION (submission));

  if (submission == self->submission)
    return;

  unfollow (self);
  if (submission == NULL)
    return;

  self->submission = g_object_ref (submission);
  g_signal_connect_swapped (submission, "notify::state", G_CALLBACK (update), self);
  g_signal_connect_swapped (submission, "notify::error", G_CALLBACK (update), self);
  g_signal_connect_swapped (submission, "notify::candidates", G_CALLBACK (update), self);
  update (self);
}

/**
 * plannr_question_focus_safe:
 * @self: a question
 *
 * Gives the focus to the answer that can do no harm; while it is still being checked, to the heading.
 */
void
plannr_question_focus_safe (PlannrQuestion *self)
{
  g_return_if_fail (PLANNR_IS_QUESTION (self));

  if (self->submission != NULL
      && plannr_submission_get_state (self->submission) == PLANNR_STATE_ASKING)
    gtk_widget_grab_focus (self->keep_button);
  else
    gtk_widget_grab_focus (self->heading);
}
