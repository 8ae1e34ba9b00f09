/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-test"

#include "config.h"

#include "firm.h"
#include "plannr-outbox.h"
#include "plannr-profile.h"

/* Every wait is that much shorter than people live with. */
#define SCALE   100

#define SECONDS 20

typedef struct
{
  const char *fault;
  PlannrState state;
  int n_rows;
} Row;

typedef struct
{
  char *file;
  Firm *firm;
  SoupSession *session;
  PlannrSchedule *schedule;
  PlannrProfile *profile;
  PlannrOutbox *outbox; /* (unowned) */
} Fixture;

static PlannrLogin *
make_login (const char *account)
{
  return g_object_new (PLANNR_TYPE_LOGIN, "account-uuid", account, NULL);
}

static void
open_way (Fixture *fixture, const char *token)
{
  g_autofree char *server = plannr_api_check_server (fixture->firm->base, NULL);
  g_autoptr (PlannrLogin) login = make_login (FIRM_ZOE);

  plannr_profile_connect (fixture->profile, fixture->session, server, token, login);
}

static void
begin (Fixture *fixture, const char *fault)
{
  fixture->file = firm_make_file ();
  fixture->firm = fault != NULL ? firm_start_with ("--data", fixture->file, "--hold", "2",
                                                   "--fault", fault, NULL)
                                : firm_start_with ("--data", fixture->file, NULL);
  fixture->session = plannr_api_session_new ();
  fixture->schedule = plannr_schedule_new_scaled (SCALE);
  fixture->profile = plannr_profile_new (FALSE, fixture->schedule);
  plannr_profile_open (fixture->profile, NULL);
  fixture->outbox = plannr_profile_get_outbox (fixture->profile);
}

static void
end (Fixture *fixture)
{
  g_object_unref (fixture->profile);
  g_object_unref (fixture->schedule);
  soup_session_abort (fixture->session);
  g_object_unref (fixture->session);
  firm_free (fixture->firm);
  firm_remove_file (fixture->file);
  g_free (fixture->file);
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static PlannrSubmission *
write_case (Fixture *fixture, const char *name)
{
  g_autoptr (PlannrCaseDraft) draft = plannr_case_draft_new ();
  g_autoptr (PlannrAccount) client =
      g_object_new (PLANNR_TYPE_ACCOUNT, "uuid", FIRM_GARETH, "kind", PLANNR_ACCOUNT_KIND_CLIENT,
                    "name", "Gareth Thompson", NULL);

  plannr_case_draft_set_name (draft, name);
  plannr_case_draft_set_value_text (draft, "150.99");
  plannr_case_draft_add (draft, client);

  return plannr_outbox_begin (fixture->outbox, draft);
}

static gboolean
late_cb (gpointer user_data)
{
  g_error ("%s: nothing more happened", (const char *) user_data);
  return G_SOURCE_REMOVE;
}

static void
wait_for_state (PlannrSubmission *submission, PlannrState state, const char *what)
{
  guint late = g_timeout_add_seconds (SECONDS, late_cb, (gpointer) what);

  while (plannr_submission_get_state (submission) != state)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (late);
}

static gint64
count (Fixture *fixture, const char *name)
{
  g_autofree char *sql = g_strdup_printf ("SELECT count(*) FROM cases WHERE name = '%s'", name);

  return firm_count (fixture->file, sql);
}

static void
test_creates_and_completes (void)
{
  Fixture fixture = { 0 };
  g_autoptr (PlannrSubmission) submission = NULL;

  begin (&fixture, NULL);
  submission = write_case (&fixture, "Plain");
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture.outbox)), ==, 1);

  /* Before there is a way it waits; a second press changes nothing. */
  g_assert_true (plannr_outbox_submit (fixture.outbox, submission));
  g_assert_false (plannr_outbox_submit (fixture.outbox, submission));
  g_assert_cmpint (plannr_submission_get_state (submission), ==, PLANNR_STATE_QUEUED);

  open_way (&fixture, "practice");
  wait_for_state (submission, PLANNR_STATE_CREATED, "created");
  plannr_outbox_complete (fixture.outbox, submission);
  while (plannr_case_get_people (plannr_submission_get_record (submission)) == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (count (&fixture, "Plain"), ==, 1);
  g_assert_false (plannr_outbox_submit (fixture.outbox, submission));
  g_clear_object (&submission);
  end (&fixture);
}

/* Every fault: where the case ends by itself, and how many there are. */
static void
test_fault (gconstpointer data)
{
  const Row *row = data;
  Fixture fixture = { 0 };
  g_autofree char *fault = g_strconcat (row->fault, "@1", NULL);
  g_autoptr (PlannrSubmission) submission = NULL;
  g_autoptr (PlannrSubmission) next = NULL;

  begin (&fixture, fault);
  submission = write_case (&fixture, "Faulty");
  next = write_case (&fixture, "Next");
  open_way (&fixture, "practice");
  plannr_outbox_submit (fixture.outbox, submission);
  wait_for_state (submission, row->state, row->fault);
  g_assert_cmpint (count (&fixture, "Faulty"), ==, row->n_rows);

  /* What became of it holds up nobody else. */
  plannr_outbox_submit (fixture.outbox, next);
  wait_for_state (next, PLANNR_STATE_CREATED, "the next");
  g_assert_cmpint (count (&fixture, "Faulty"), ==, row->n_rows);
  g_assert_cmpint (count (&fixture, "Next"), ==, 1);

  if (row->state == PLANNR_STATE_REFUSED)
    {
      g_assert_nonnull (plannr_submission_get_error (submission));
      plannr_case_draft_set_value_text (plannr_submission_get_draft (submission), "151");
      g_assert_cmpint (plannr_submission_get_state (submission), ==, PLANNR_STATE_DRAFT);
      g_assert_null (plannr_submission_get_error (submission));
    }
  if (row->state == PLANNR_STATE_ASKING)
    {
      plannr_outbox_answer (fixture.outbox, submission, PLANNR_ANSWER_SEND, NULL);
      wait_for_state (submission, PLANNR_STATE_CREATED, "sent again");
      g_assert_cmpint (count (&fixture, "Faulty"), ==, 1);
    }
  end (&fixture);
}

static void
test_401_waits_for_sign_in (void)
{
  Fixture fixture = { 0 };
  g_autoptr (PlannrSubmission) submission = NULL;

  begin (&fixture, NULL);
  submission = write_case (&fixture, "Locked out");
  plannr_outbox_submit (fixture.outbox, submission);
  open_way (&fixture, "wrong");
  while (plannr_outbox_get_wait (fixture.outbox) != PLANNR_WAIT_SIGN_IN)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (plannr_submission_get_state (submission), ==, PLANNR_STATE_QUEUED);
  plannr_outbox_try_now (fixture.outbox);
  g_assert_cmpint (plannr_outbox_get_wait (fixture.outbox), ==, PLANNR_WAIT_SIGN_IN);

  open_way (&fixture, "practice");
  wait_for_state (submission, PLANNR_STATE_CREATED, "signed in");
  g_assert_cmpint (count (&fixture, "Locked out"), ==, 1);
  end (&fixture);
}

static void
test_cancels_what_waits (void)
{
  Fixture fixture = { 0 };
  g_autoptr (PlannrSubmission) submission = NULL;

  begin (&fixture, NULL);
  submission = write_case (&fixture, "Never mind");
  plannr_outbox_submit (fixture.outbox, submission);
  plannr_outbox_cancel (fixture.outbox, submission);
  g_assert_cmpint (plannr_submission_get_state (submission), ==, PLANNR_STATE_DRAFT);
  plannr_outbox_discard (fixture.outbox, submission);
  g_assert_cmpint (plannr_submission_get_state (submission), ==, PLANNR_STATE_DISCARDED);
  plannr_outbox_restore (fixture.outbox, submission);
  g_assert_cmpint (plannr_submission_get_state (submission), ==, PLANNR_STATE_DRAFT);
  g_assert_cmpint (count (&fixture, "Never mind"), ==, 0);
  end (&fixture);
}

/* Cancel comes when the request may have left: it is looked up, and found. */
static void
test_cancels_on_the_wire (void)
{
  Fixture fixture = { 0 };
  g_autoptr (PlannrSubmission) submission = NULL;

  begin (&fixture, "stall-after-commit@1");
  submission = write_case (&fixture, "Too late");
  open_way (&fixture, "practice");
  plannr_outbox_submit (fixture.outbox, submission);
  wait_for_state (submission, PLANNR_STATE_ON_WIRE, "on the wire");
  while (count (&fixture, "Too late") == 0)
    g_main_context_iteration (NULL, FALSE);
  plannr_outbox_cancel (fixture.outbox, submission);
  wait_for_state (submission, PLANNR_STATE_CREATED, "adopted");
  g_assert_cmpint (count (&fixture, "Too late"), ==, 1);
  end (&fixture);
}

/* A case that is another row's is not adopted, whoever says so; the question stays. */
static void
test_adopts_nothing_of_another (void)
{
  Fixture fixture = { 0 };
  g_autoptr (PlannrSubmission) submission = NULL;
  g_autoptr (PlannrSubmission) other = NULL;

  begin (&fixture, "reset-before-commit@1");
  submission = write_case (&fixture, "Lost");
  other = write_case (&fixture, "Another");
  open_way (&fixture, "practice");
  plannr_outbox_submit (fixture.outbox, submission);
  wait_for_state (submission, PLANNR_STATE_ASKING, "asked");
  plannr_outbox_submit (fixture.outbox, other);
  wait_for_state (other, PLANNR_STATE_CREATED, "another");

  plannr_outbox_answer (fixture.outbox, submission, PLANNR_ANSWER_ADOPT,
                        plannr_submission_get_record (other));
  g_assert_cmpint (plannr_submission_get_state (submission), ==, PLANNR_STATE_ASKING);
  g_assert_null (plannr_submission_get_record (submission));

  plannr_outbox_answer (fixture.outbox, submission, PLANNR_ANSWER_KEEP, NULL);
  g_assert_cmpint (plannr_submission_get_state (submission), ==, PLANNR_STATE_DRAFT);
  g_assert_cmpint (count (&fixture, "Lost"), ==, 0);
  end (&fixture);
}

/* The token stops working while a case is looked up: it is looked up with the next one. */
static void
test_checks_after_sign_in (void)
{
  Fixture fixture = { 0 };
  g_autoptr (PlannrSubmission) submission = NULL;
  guint late = 0;

  begin (&fixture, "reset-after-commit@1");
  submission = write_case (&fixture, "Unproved");
  open_way (&fixture, "practice");
  plannr_outbox_submit (fixture.outbox, submission);
  wait_for_state (submission, PLANNR_STATE_CHECKING, "checking");

  open_way (&fixture, "wrong");
  late = g_timeout_add_seconds (SECONDS, late_cb, (gpointer) "held up");
  while (plannr_outbox_get_wait (fixture.outbox) != PLANNR_WAIT_SIGN_IN)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (late);
  g_assert_cmpint (plannr_submission_get_state (submission), ==, PLANNR_STATE_CHECKING);
  g_assert_error (plannr_submission_get_error (submission), PLANNR_ERROR,
                  PLANNR_ERROR_UNAUTHORIZED);

  open_way (&fixture, "practice");
  wait_for_state (submission, PLANNR_STATE_CREATED, "found");
  g_assert_cmpint (count (&fixture, "Unproved"), ==, 1);
  end (&fixture);
}

/* The outbox goes while a look is under way, which must not come back to it. */
static void
test_closes_while_checking (void)
{
  Fixture fixture = { 0 };
  g_autoptr (PlannrSubmission) submission = NULL;

  begin (&fixture, "reset-before-commit@1");
  submission = write_case (&fixture, "Closed");
  open_way (&fixture, "practice");
  plannr_outbox_submit (fixture.outbox, submission);
  wait_for_state (submission, PLANNR_STATE_CHECKING, "checking");
  g_object_add_weak_pointer (G_OBJECT (fixture.outbox), (gpointer *) &fixture.outbox);
  end (&fixture);
  g_assert_null (fixture.outbox);
  g_assert_cmpint (plannr_submission_get_state (submission), ==, PLANNR_STATE_CHECKING);
}

int
main (int argc, char *argv[])
{
  static const Row rows[] = {
    { "before-accept", PLANNR_STATE_ASKING, 0 },
    { "reset-before-commit", PLANNR_STATE_ASKING, 0 },
    { "reset-after-commit", PLANNR_STATE_CREATED, 1 },
    { "close-before-commit", PLANNR_STATE_ASKING, 0 },
    { "stall-after-commit", PLANNR_STATE_CREATED, 1 },
    { "302", PLANNR_STATE_ASKING, 0 },
    { "403", PLANNR_STATE_REFUSED, 0 },
    { "404", PLANNR_STATE_REFUSED, 0 },
    { "405", PLANNR_STATE_REFUSED, 0 },
    { "408", PLANNR_STATE_ASKING, 0 },
    { "409", PLANNR_STATE_ASKING, 0 },
    { "413", PLANNR_STATE_REFUSED, 0 },
    { "422", PLANNR_STATE_REFUSED, 0 },
    { "425", PLANNR_STATE_ASKING, 0 },
    { "429", PLANNR_STATE_CREATED, 1 },
    { "429-bare", PLANNR_STATE_CREATED, 1 },
    { "429-date", PLANNR_STATE_CREATED, 1 },
    { "500-before-commit", PLANNR_STATE_ASKING, 0 },
    { "500-after-commit", PLANNR_STATE_CREATED, 1 },
    { "502-html", PLANNR_STATE_ASKING, 0 },
    { "503", PLANNR_STATE_ASKING, 0 },
    { "html-200", PLANNR_STATE_ASKING, 0 },
    { "truncated-json", PLANNR_STATE_CREATED, 1 },
    { "no-uuid", PLANNR_STATE_CREATED, 1 },
    { "garbage", PLANNR_STATE_CREATED, 1 },
    { "deep-json", PLANNR_STATE_CREATED, 1 },
    { "huge", PLANNR_STATE_CREATED, 1 },
    { "gzip-bomb", PLANNR_STATE_CREATED, 1 },
    { "mid-header", PLANNR_STATE_CREATED, 1 },
    { "mid-body", PLANNR_STATE_CREATED, 1 },
    { "mid-chunk", PLANNR_STATE_CREATED, 1 },
    { "drip", PLANNR_STATE_CREATED, 1 },
    { "bad-date", PLANNR_STATE_CREATED, 1 },
  };

  g_setenv ("SOUP_FORCE_HTTP1", "1", TRUE);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/plannr/outbox/creates-and-completes", test_creates_and_completes);
  g_test_add_func ("/plannr/outbox/401-waits-for-sign-in", test_401_waits_for_sign_in);
  g_test_add_func ("/plannr/outbox/cancels-what-waits", test_cancels_what_waits);
  g_test_add_func ("/plannr/outbox/cancels-on-the-wire", test_cancels_on_the_wire);
  g_test_add_func ("/plannr/outbox/adopts-nothing-of-another", test_adopts_nothing_of_another);
  g_test_add_func ("/plannr/outbox/checks-after-sign-in", test_checks_after_sign_in);
  g_test_add_func ("/plannr/outbox/closes-while-checking", test_closes_while_checking);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strconcat ("/plannr/outbox/fault/", rows[i].fault, NULL);

      g_test_add_data_func (path, &rows[i], test_fault);
    }
  return g_test_run ();
}
