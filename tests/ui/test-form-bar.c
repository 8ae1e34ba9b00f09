/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-ui-test"

#include "config.h"

#include "plannr-form-bar.h"

#include <glib/gstdio.h>
#include <locale.h>

#include "plannr-test-submission.h"
#include "plannr-test-widget.h"

typedef struct
{
  PlannrFormBar *bar;
  PlannrSubmission *submission;
  GtkWidget *window;
  GtkLabel *status; /* (unowned) */
  GPtrArray *said;  /* what it has said, in its order */
  const char *awaited;
} Fixture;

static void
label_cb (GtkLabel *label, GParamSpec *pspec, Fixture *fixture)
{
  g_ptr_array_add (fixture->said, g_strdup (gtk_label_get_label (label)));
}

/* The label after the box's other children: it is the only one that ellipsizes. */
static GtkLabel *
find_status (GtkWidget *root)
{
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkLabel *found = NULL;

      if (GTK_IS_LABEL (child)
          && gtk_label_get_ellipsize (GTK_LABEL (child)) != PANGO_ELLIPSIZE_NONE)
        return GTK_LABEL (child);
      found = find_status (child);
      if (found != NULL)
        return found;
    }

  return NULL;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->bar = g_object_new (PLANNR_TYPE_FORM_BAR, NULL);
  gtk_widget_set_valign (GTK_WIDGET (fixture->bar), GTK_ALIGN_END);
  fixture->submission = plannr_test_submission_new ("", PLANNR_STATE_DRAFT);
  plannr_form_bar_set_submission (fixture->bar, fixture->submission);
  fixture->said = g_ptr_array_new_with_free_func (g_free);
  fixture->status = find_status (GTK_WIDGET (fixture->bar));
  g_assert_nonnull (fixture->status);
  g_signal_connect (fixture->status, "notify::label", G_CALLBACK (label_cb), fixture);
  fixture->window = plannr_test_show (GTK_WIDGET (fixture->bar), 740, 80);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_signal_handlers_disconnect_by_data (fixture->status, fixture);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_clear_pointer (&fixture->said, g_ptr_array_unref);
  g_assert_finalize_object (fixture->submission);
}

static gboolean
says (gpointer data)
{
  Fixture *fixture = data;

  return g_pattern_match_simple (fixture->awaited, gtk_label_get_label (fixture->status));
}

static void
assert_says (Fixture *fixture, const char *words)
{
  fixture->awaited = words;
  if (!plannr_test_wait (says, fixture))
    g_assert_cmpstr (gtk_label_get_label (fixture->status), ==, words);
}

static gboolean
offers (Fixture *fixture, const char *label)
{
  GtkWidget *found = plannr_test_find (fixture->bar, GTK_TYPE_LABEL, label);

  return found != NULL && gtk_widget_get_mapped (found);
}

static void
name (Fixture *fixture, const char *text)
{
  plannr_case_draft_set_name (plannr_submission_get_draft (fixture->submission), text);
}

static void
test_saving (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpstr (gtk_label_get_label (fixture->status), ==, "");
  name (fixture, "A");
  g_assert_cmpstr (gtk_label_get_label (fixture->status), ==, "");
  assert_says (fixture, "Saving…");
  plannr_submission_set_saved (fixture->submission, TRUE);
  g_assert_cmpstr (gtk_label_get_label (fixture->status), ==, "Draft saved");

  /* It is as new as it was. */
  name (fixture, "");
  g_assert_cmpstr (gtk_label_get_label (fixture->status), ==, "");
}

static gboolean
is_late (gpointer data)
{
  return g_get_monotonic_time () > *(gint64 *) data;
}

static void
test_quick (Fixture *fixture, gconstpointer data)
{
  gint64 late;

  name (fixture, "A");
  plannr_submission_set_saved (fixture->submission, TRUE);
  name (fixture, "Ab");
  plannr_submission_set_saved (fixture->submission, TRUE);
  late = g_get_monotonic_time () + G_USEC_PER_SEC / 2;
  plannr_test_wait (is_late, &late);

  g_assert_cmpuint (fixture->said->len, ==, 1);
  g_assert_cmpstr (g_ptr_array_index (fixture->said, 0), ==, "Draft saved");
}

static void
test_not_saved (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PlannrSchedule) schedule = plannr_schedule_new_scaled (100);
  g_autoptr (PlannrOutbox) outbox = plannr_outbox_new (schedule);
  g_autoptr (PlannrJournal) journal = plannr_journal_new ("/dev/null/cases");

  plannr_form_bar_set_outbox (fixture->bar, outbox);
  plannr_outbox_open (outbox, journal);
  name (fixture, "A");
  assert_says (fixture, "Not saved: *.");
  plannr_form_bar_set_outbox (fixture->bar, NULL);
}

static void
hold (Fixture *fixture, gint64 milliseconds)
{
  g_autoptr (GBytes) body = g_bytes_new_static ("{}", 2);
  gint64 held_until = g_get_real_time () + milliseconds * 1000;

  name (fixture, "A");
  plannr_submission_set_saved (fixture->submission, TRUE);
  plannr_passage_begin (plannr_submission_get_passage (fixture->submission), body, held_until);
  plannr_submission_set_state (fixture->submission, PLANNR_STATE_QUEUED);
  plannr_submission_set_wait (fixture->submission, PLANNR_WAIT_UNDO, held_until);
}

static void
test_held (Fixture *fixture, gconstpointer data)
{
  hold (fixture, 2500);
  g_assert_cmpstr (gtk_label_get_label (fixture->status), ==, "Sent in 3 seconds");
  plannr_test_settle (GTK_WIDGET (fixture->bar));
  g_assert_true (offers (fixture, "Undo"));
  g_assert_true (offers (fixture, "Send now"));
  g_assert_false (offers (fixture, "Cancel"));
  assert_says (fixture, "Sent in 2 seconds");
  assert_says (fixture, "Sent in 1 second");

  plannr_submission_set_wait (fixture->submission, PLANNR_WAIT_NOTHING, 0);
  g_assert_cmpstr (gtk_label_get_label (fixture->status), ==, "Sending…");
  plannr_test_settle (GTK_WIDGET (fixture->bar));
  g_assert_false (offers (fixture, "Undo"));
  g_assert_false (offers (fixture, "Send now"));
  g_assert_true (offers (fixture, "Cancel"));
}

static void
test_undone (Fixture *fixture, gconstpointer data)
{
  hold (fixture, 30000);
  plannr_submission_set_wait (fixture->submission, PLANNR_WAIT_NOTHING, 0);
  plannr_submission_set_state (fixture->submission, PLANNR_STATE_DRAFT);
  g_assert_cmpstr (gtk_label_get_label (fixture->status), ==, "");
  plannr_submission_set_saved (fixture->submission, TRUE);
  plannr_test_settle (GTK_WIDGET (fixture->bar));
  g_assert_cmpstr (gtk_label_get_label (fixture->status), ==, "Draft saved");
  g_assert_false (offers (fixture, "Undo"));
  g_assert_true (offers (fixture, "Discard draft"));
}

static void
get_place (Fixture *fixture, const char *label, graphene_rect_t *place)
{
  GtkWidget *found = plannr_test_find (fixture->bar, GTK_TYPE_LABEL, label);
  GtkWidget *button = gtk_widget_get_ancestor (found, GTK_TYPE_BUTTON);

  g_assert_true (gtk_widget_compute_bounds (button, GTK_WIDGET (fixture->bar), place));
  /* The bar grows upwards. */
  place->origin.y -= (float) gtk_widget_get_height (GTK_WIDGET (fixture->bar));
}

/* The second click on Create case must meet nothing that acts, however narrow the window is. */
static void
test_places (Fixture *fixture, gconstpointer data)
{
  static const int widths[] = { 250, 300, 350, 400, 450, 500, 600, 740 };

  for (gsize i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      graphene_rect_t create, undo, send, after;

      gtk_window_set_default_size (GTK_WINDOW (fixture->window), widths[i], 80);
      name (fixture, "A");
      plannr_submission_set_saved (fixture->submission, TRUE);
      plannr_test_settle (GTK_WIDGET (fixture->bar));
      get_place (fixture, "Create case", &create);

      hold (fixture, 30000);
      plannr_test_settle (GTK_WIDGET (fixture->bar));
      get_place (fixture, "Create case", &after);
      get_place (fixture, "Undo", &undo);
      get_place (fixture, "Send now", &send);
      g_assert_cmpfloat (undo.size.width, >, 20);
      g_assert_cmpfloat (after.origin.x, ==, create.origin.x);
      g_assert_false (graphene_rect_intersection (&create, &undo, NULL));
      g_assert_false (graphene_rect_intersection (&create, &send, NULL));

      plannr_submission_set_wait (fixture->submission, PLANNR_WAIT_NOTHING, 0);
      plannr_submission_set_state (fixture->submission, PLANNR_STATE_DRAFT);
    }
}

/* A clock that was put back does not make it count for longer than it may. */
static void
test_clock (Fixture *fixture, gconstpointer data)
{
  hold (fixture, 86400000);
  g_assert_cmpstr (gtk_label_get_label (fixture->status), ==, "Sent in 30 seconds");
}

static void
test_waits (Fixture *fixture, gconstpointer data)
{
  name (fixture, "A");
  plannr_submission_set_state (fixture->submission, PLANNR_STATE_QUEUED);
  plannr_submission_set_wait (fixture->submission, PLANNR_WAIT_DISK, 0);
  g_assert_cmpstr (gtk_label_get_label (fixture->status), ==, "Waiting for the disk");
  plannr_submission_set_wait (fixture->submission, PLANNR_WAIT_SIGN_IN, 0);
  g_assert_cmpstr (gtk_label_get_label (fixture->status), ==, "Waiting for sign-in");
}

static void
test_discarded (Fixture *fixture, gconstpointer data)
{
  name (fixture, "A");
  plannr_submission_set_state (fixture->submission, PLANNR_STATE_DISCARDED);
  plannr_test_settle (GTK_WIDGET (fixture->bar));
  g_assert_cmpstr (gtk_label_get_label (fixture->status), ==,
                   "Discarded; it can be restored for 30 days");
  g_assert_true (offers (fixture, "Restore"));
  g_assert_false (offers (fixture, "Discard draft"));
}

#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "en_GB.UTF-8");
  gtk_test_init (&argc, &argv, NULL);

  ADD ("/plannr/form-bar/saving", test_saving);
  ADD ("/plannr/form-bar/quick", test_quick);
  ADD ("/plannr/form-bar/not-saved", test_not_saved);
  ADD ("/plannr/form-bar/held", test_held);
  ADD ("/plannr/form-bar/undone", test_undone);
  ADD ("/plannr/form-bar/places", test_places);
  ADD ("/plannr/form-bar/clock", test_clock);
  ADD ("/plannr/form-bar/waits", test_waits);
  ADD ("/plannr/form-bar/discarded", test_discarded);

  return g_test_run ();
}
