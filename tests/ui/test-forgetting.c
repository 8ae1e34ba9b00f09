/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-ui-test"

#include "config.h"

#include "plannr-forgetting.h"

#include <glib/gstdio.h>
#include <locale.h>

#include "plannr-test-widget.h"

typedef struct
{
  char *folder;
  PlannrProfile *profile;
  GtkWidget *entry;
  PlannrForgetting *forgetting;
  GtkWidget *window;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PlannrSchedule) schedule = plannr_schedule_new ();
  g_autoptr (GError) error = NULL;
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  fixture->folder = g_dir_make_tmp ("plannr-forgetting.XXXXXX", &error);
  g_assert_no_error (error);
  fixture->profile = plannr_profile_new (FALSE, schedule);
  plannr_profile_open (fixture->profile, fixture->folder);

  fixture->entry = gtk_entry_new ();
  fixture->forgetting = g_object_new (PLANNR_TYPE_FORGETTING, NULL);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (fixture->forgetting));
  gtk_box_append (GTK_BOX (box), fixture->entry);
  fixture->window = plannr_test_show (box, 600, 300);
  gtk_widget_grab_focus (fixture->entry);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  if (fixture->window != NULL)
    gtk_window_destroy (GTK_WINDOW (fixture->window));
  plannr_outbox_flush (plannr_profile_get_outbox (fixture->profile));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_object_unref (fixture->profile);
  plannr_test_remove (fixture->folder);
  g_free (fixture->folder);
}

static GtkWidget *
find_button (Fixture *fixture, const char *label)
{
  return plannr_test_find (fixture->forgetting, GTK_TYPE_BUTTON, label);
}

static gboolean
has_focus (Fixture *fixture, GtkWidget *widget)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));

  return focus != NULL && (focus == widget || gtk_widget_is_ancestor (focus, widget));
}

static gboolean
is_done (gpointer data)
{
  Fixture *fixture = data;

  return plannr_test_is_shown (find_button (fixture, "Understood"));
}

static void
answer (Fixture *fixture, const char *label)
{
  g_signal_emit_by_name (find_button (fixture, label), "clicked");
}

static void
forget (Fixture *fixture)
{
  plannr_forgetting_ask (fixture->forgetting, fixture->profile);
  g_assert_true (has_focus (fixture, find_button (fixture, "Keep them")));
  answer (fixture, "Remove them");
  g_assert_true (plannr_test_wait (is_done, fixture));
  g_assert_false (plannr_test_is_shown (find_button (fixture, "Remove them")));
  g_assert_false (plannr_test_is_shown (find_button (fixture, "Keep them")));
  g_assert_true (has_focus (fixture, find_button (fixture, "Understood")));
}

static void
assert_says (Fixture *fixture, const char *text)
{
  g_autofree char *wrong = NULL;

  g_assert_nonnull (plannr_test_find (fixture->forgetting, GTK_TYPE_LABEL, text));
  wrong = gtk_test_accessible_check_property (GTK_ACCESSIBLE (find_button (fixture, "Understood")),
                                              GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text);
  g_assert_cmpstr (wrong, ==, NULL);
}

static void
test_forget (Fixture *fixture, gconstpointer data)
{
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (fixture->forgetting)));
  forget (fixture);
  assert_says (fixture, "The people, plans, types and statuses are gone from this computer.");
  answer (fixture, "Understood");
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (fixture->forgetting)));
  g_assert_true (has_focus (fixture, fixture->entry));
}

static void
test_keep (Fixture *fixture, gconstpointer data)
{
  plannr_forgetting_ask (fixture->forgetting, fixture->profile);
  answer (fixture, "Keep them");
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (fixture->forgetting)));
  g_assert_true (has_focus (fixture, fixture->entry));

  /* Asked again, it asks again. */
  forget (fixture);
}

/* A folder in the place of a file can't be removed like one. */
static void
test_fails (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "directory.db-journal", NULL);

  g_assert_no_errno (g_mkdir (path, 0700));
  forget (fixture);
  assert_says (fixture,
               "What is kept could not be removed from this computer’s disk. Try again, or "
               "ask whoever looks after this computer.");
  g_assert_no_errno (g_rmdir (path));
}

/* Of what went wrong is told though nobody waits for it any more; of what went well is not. */
static void
test_withdrawn (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "directory.db-journal", NULL);

  g_assert_no_errno (g_mkdir (path, 0700));
  plannr_forgetting_ask (fixture->forgetting, fixture->profile);
  answer (fixture, "Remove them");
  plannr_forgetting_withdraw (fixture->forgetting);
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (fixture->forgetting)));
  g_assert_true (plannr_test_wait (is_done, fixture));
  g_assert_no_errno (g_rmdir (path));
}

/* Nobody is there to be told. */
static void
test_closed (Fixture *fixture, gconstpointer data)
{
  plannr_forgetting_ask (fixture->forgetting, fixture->profile);
  answer (fixture, "Remove them");
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  fixture->window = NULL;
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "C.UTF-8");
  gtk_test_init (&argc, &argv, NULL);

#define ADD(path, function)                                                                        \
  g_test_add ("/plannr/forgetting/" path, Fixture, NULL, set_up, function, tear_down)
  ADD ("forget", test_forget);
  ADD ("keep", test_keep);
  ADD ("fails", test_fails);
  ADD ("withdrawn", test_withdrawn);
  ADD ("closed", test_closed);
#undef ADD

  return g_test_run ();
}
