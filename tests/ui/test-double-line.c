/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-ui-test"

#include "config.h"

#include "plannr-double-line.h"

#include <locale.h>

#include "plannr-display-text.h"
#include "plannr-double-text.h"
#include "plannr-test-firm.h"
#include "plannr-test-submission.h"
#include "plannr-test-widget.h"

#define CLIENT "f5e985d6-8e32-4d65-a996-ba5a9f9632eb"
#define KIND   "b0d6f4a2-8c37-4e19-95ab-1f7d3e6c8052"
#define CASE   "0e6ac0a5-4f3e-4f1b-8f6c-8a7de4a54c10"

static PlannrCaseDraft *
write_draft (const char *name, gboolean with_client)
{
  PlannrCaseDraft *draft = plannr_case_draft_new ();
  g_autoptr (PlannrChoice) kind =
      g_object_new (PLANNR_TYPE_CHOICE, "uuid", KIND, "name", "Remortgage", NULL);
  g_autoptr (PlannrAccount) client =
      plannr_test_firm_person (CLIENT, "Gareth Thompson", PLANNR_ACCOUNT_KIND_CLIENT);

  plannr_case_draft_set_name (draft, name);
  if (with_client)
    {
      plannr_case_draft_set_kind (draft, kind);
      plannr_case_draft_add (draft, client);
    }

  return draft;
}

/* Without the marks that keep one person's writing direction out of another's sentence. */
static char *
make_plain (const char *text)
{
  GString *plain = g_string_new (text);

  g_string_replace (plain, "\xe2\x81\xa8", "", 0);
  g_string_replace (plain, "\xe2\x81\xa9", "", 0);

  return g_string_free (plain, FALSE);
}

typedef struct
{
  PlannrState state;
  gboolean with_client;
  int days;
  const char *text;
} Sentence;

static const Sentence sentences[] = {
  { PLANNR_STATE_CREATED, TRUE, 4,
    "“Patrick’s Case” for Gareth Thompson, Remortgage, was created on 20 Nov." },
  { PLANNR_STATE_CREATED, TRUE, 0,
    "“Patrick’s Case” for Gareth Thompson, Remortgage, was created today at 11:18." },
  { PLANNR_STATE_CREATED, FALSE, 4, "Another case named “Patrick’s Case” was created on 20 Nov." },
  { PLANNR_STATE_CREATED, FALSE, 0,
    "Another case named “Patrick’s Case” was created today at 11:18." },
};

static void
test_says_when (gconstpointer data)
{
  const Sentence *sentence = data;
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("Europe/London");
  g_autoptr (GDateTime) now = g_date_time_new (zone, 2026, 11, 24, 11, 18, 0);
  g_autoptr (GDateTime) then = g_date_time_add_days (now, -sentence->days);
  g_autoptr (PlannrCaseDraft) draft = write_draft ("Patrick’s Case", sentence->with_client);
  g_autoptr (PlannrAccount) client =
      plannr_test_firm_person (CLIENT, "Gareth Thompson", PLANNR_ACCOUNT_KIND_CLIENT);
  g_autoptr (PlannrCase) record =
      g_object_new (PLANNR_TYPE_CASE, "uuid", CASE, "name", "Patrick’s Case", "kind",
                    plannr_case_draft_get_kind (draft), "created-at", then, NULL);
  g_autoptr (PlannrDouble) found =
      plannr_double_new_for_case (draft, record, client,
                                  g_date_time_to_unix (now) * G_USEC_PER_SEC);
  g_autofree char *text = plannr_double_text (found, now);
  g_autofree char *plain = make_plain (text);

  g_assert_cmpstr (plain, ==, sentence->text);
}

static const Sentence on_their_way[] = {
  { PLANNR_STATE_QUEUED, TRUE, 0,
    "“Patrick’s Case” for Gareth Thompson, Remortgage, is on its way to Plannr already." },
  { PLANNR_STATE_ON_WIRE, FALSE, 0,
    "Another case named “Patrick’s Case” is on its way to Plannr already." },
  { PLANNR_STATE_CHECKING, TRUE, 0,
    "“Patrick’s Case” for Gareth Thompson, Remortgage, may have been created already." },
  { PLANNR_STATE_ASKING, FALSE, 0,
    "Another case named “Patrick’s Case” may have been created already." },
};

static void
test_says_where (gconstpointer data)
{
  const Sentence *sentence = data;
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autoptr (PlannrCaseDraft) draft = write_draft ("Patrick’s Case", sentence->with_client);
  g_autoptr (PlannrCaseDraft) sent = write_draft ("Patrick’s Case", sentence->with_client);
  g_autoptr (PlannrSubmission) submission = plannr_submission_new (sent);
  g_autoptr (GBytes) body = g_bytes_new_static ("{}", 2);
  g_autoptr (PlannrDouble) found = NULL;
  g_autofree char *text = NULL;
  g_autofree char *plain = NULL;

  plannr_passage_begin (plannr_submission_get_passage (submission), body, 0);
  plannr_test_submission_bring (submission, sentence->state);
  found = plannr_double_new_for_submission (draft, submission, g_get_real_time ());
  text = plannr_double_text (found, now);
  plain = make_plain (text);
  g_assert_cmpstr (plain, ==, sentence->text);
}

typedef struct
{
  PlannrTestFirm *firm;
  PlannrDoubleLine *line;
  GtkWidget *window;
  PlannrSubmission *submission;
} Fixture;

static void
answer_created (Fixture *fixture, int days)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autoptr (GDateTime) then = g_date_time_add_days (now, -days);
  g_autofree char *created = g_date_time_format_iso8601 (then);
  g_autofree char *body =
      g_strdup_printf ("{'data': [{'uuid': '" CASE "', 'name': 'Theirs', 'created_at': '%s',"
                       " 'type': {'uuid': '" KIND "', 'name': 'Remortgage'}}],"
                       " 'meta': {'current_page': 1, 'last_page': 1}}",
                       created);

  plannr_test_firm_answer (fixture->firm, "/api/v1/cases", 200, body);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  PlannrProfile *profile = NULL;
  PlannrCreatePress *press = NULL;
  g_autoptr (PlannrCaseDraft) draft = write_draft ("Mine", TRUE);

  fixture->firm = plannr_test_firm_new ();
  profile = plannr_test_firm_get_profile (fixture->firm);
  press = plannr_profile_get_create_press (profile);
  answer_created (fixture, GPOINTER_TO_INT (data));
  fixture->line = g_object_new (PLANNR_TYPE_DOUBLE_LINE, NULL);
  plannr_double_line_set_press (fixture->line, press);
  fixture->window = plannr_test_show (GTK_WIDGET (fixture->line), 640, 200);
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (fixture->line)));

  fixture->submission = plannr_outbox_begin (plannr_profile_get_outbox (profile), draft);
  plannr_double_finder_set_submission (plannr_create_press_get_finder (press), fixture->submission);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  plannr_test_firm_free (fixture->firm);
  g_object_unref (fixture->submission);
}

static gboolean
is_visible (gpointer data)
{
  return gtk_widget_get_visible (data);
}

static gboolean
is_hidden (gpointer data)
{
  return !gtk_widget_get_visible (data);
}

static gboolean
has_focus (gpointer data)
{
  return gtk_widget_has_focus (data);
}

static void
test_stands_and_goes (Fixture *fixture, gconstpointer data)
{
  g_assert_true (plannr_test_wait (is_visible, fixture->line));
  g_assert_true (plannr_test_find (fixture->line, GTK_TYPE_BUTTON, "Show it") != NULL);

  plannr_case_draft_set_kind (plannr_submission_get_draft (fixture->submission), NULL);
  g_assert_true (plannr_test_wait (is_hidden, fixture->line));
}

static void
test_shows_the_case (Fixture *fixture, gconstpointer data)
{
  GtkWidget *button = NULL;
  GtkWidget *popover = NULL;

  g_assert_true (plannr_test_wait (is_visible, fixture->line));
  button = plannr_test_find (fixture->line, GTK_TYPE_BUTTON, "Show it");
  g_signal_emit_by_name (button, "clicked");
  popover = plannr_test_find (button, GTK_TYPE_POPOVER, NULL);
  g_assert_nonnull (popover);
  g_assert_true (plannr_test_wait (is_visible, popover));
  g_assert_nonnull (plannr_test_find (popover, GTK_TYPE_LABEL, "Theirs"));
  g_assert_nonnull (plannr_test_find (popover, GTK_TYPE_LABEL, "Remortgage"));
  g_assert_nonnull (plannr_test_find (popover, GTK_TYPE_LABEL, CASE));
  g_assert_nonnull (plannr_test_find (popover, GTK_TYPE_BUTTON, "Copy case number"));

  gtk_popover_popdown (GTK_POPOVER (popover));
  g_assert_true (plannr_test_wait (is_hidden, popover));
}

/* A press that was made before the line stood gives it the focus. */
static void
test_takes_the_focus (Fixture *fixture, gconstpointer data)
{
  PlannrCreatePress *press =
      plannr_profile_get_create_press (plannr_test_firm_get_profile (fixture->firm));

  plannr_create_press_begin (press, fixture->submission);
  g_assert_true (plannr_create_press_get_waiting (press));
  g_assert_true (plannr_test_wait (is_visible, fixture->line));
  g_assert_true (plannr_test_wait (has_focus, fixture->line));
  g_assert_cmpint (plannr_submission_get_state (fixture->submission), ==, PLANNR_STATE_DRAFT);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "en_GB.UTF-8");
  gtk_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (sentences); i++)
    {
      g_autofree char *path = g_strdup_printf ("/plannr/double-text/says-when/%u", i);

      g_test_add_data_func (path, &sentences[i], test_says_when);
    }
  for (guint i = 0; i < G_N_ELEMENTS (on_their_way); i++)
    {
      g_autofree char *path = g_strdup_printf ("/plannr/double-text/says-where/%u", i);

      g_test_add_data_func (path, &on_their_way[i], test_says_where);
    }
#define ADD(path, function)                                                                        \
  g_test_add ("/plannr/double-line/" path, Fixture, GINT_TO_POINTER (4), set_up, function,         \
              tear_down)
  ADD ("stands-and-goes", test_stands_and_goes);
  ADD ("shows-the-case", test_shows_the_case);
  ADD ("takes-the-focus", test_takes_the_focus);
#undef ADD

  return g_test_run ();
}
