/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-ui-test"

#include "config.h"

#include "plannr-plans-field.h"

#include <locale.h>

#include "plannr-picker.h"
#include "plannr-plan-check.h"
#include "plannr-test-firm.h"
#include "plannr-test-widget.h"

#define ADA    "11111111-0000-4000-8000-000000000001"
#define BEN    "22222222-0000-4000-8000-000000000002"
#define CLEO   "33333333-0000-4000-8000-000000000003"
#define STAFF  "44444444-0000-4000-8000-000000000004"

#define ISA    "{'uuid':'aaaaaaaa-0000-4000-8000-00000000000a','name':'ISA','type':'cash_account'}"
#define HOME   "{'uuid':'bbbbbbbb-0000-4000-8000-00000000000b','name':'Home','type':'fixed_asset'}"
#define SHARED "{'uuid':'cccccccc-0000-4000-8000-00000000000c','name':'Joint','type':'pension'}"
#define OLD                                                                                        \
  "{'uuid':'dddddddd-0000-4000-8000-00000000000d','name':'Old','type':'pension',"                  \
  "'status':'inactive'}"

typedef struct
{
  PlannrTestFirm *firm;
  PlannrCaseDraft *draft;
  PlannrAccount *ada;
  PlannrAccount *ben;
  GtkWidget *field;
  GtkWidget *window;
} Fixture;

static void
answer (Fixture *fixture, const char *client, guint status, const char *plans)
{
  g_autofree char *path = g_strdup_printf ("/api/v1/client/%s/plans", client);
  g_autofree char *body = g_strdup_printf ("{'data':[%s]}", plans);

  plannr_test_firm_answer (fixture->firm, path, status, body);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->firm = plannr_test_firm_new ();
  answer (fixture, ADA, 200, OLD "," ISA "," SHARED);
  answer (fixture, BEN, 200, SHARED "," HOME);
  fixture->ada = plannr_test_firm_person (ADA, "Ada Okafor", PLANNR_ACCOUNT_KIND_CLIENT);
  fixture->ben = plannr_test_firm_person (BEN, "Ben Okafor", PLANNR_ACCOUNT_KIND_CLIENT);
  fixture->draft = plannr_case_draft_new ();

  fixture->field = g_object_new (PLANNR_TYPE_PLANS_FIELD, NULL);
  plannr_plans_field_set_directory (PLANNR_PLANS_FIELD (fixture->field),
                                    plannr_profile_get_directory (
                                        plannr_test_firm_get_profile (fixture->firm)));
  plannr_plans_field_set_draft (PLANNR_PLANS_FIELD (fixture->field), fixture->draft);
  fixture->window = plannr_test_show (fixture->field, 500, 500);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_object_ref (fixture->field);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (fixture->field);
  g_object_unref (fixture->ada);
  g_object_unref (fixture->ben);
  plannr_test_firm_free (fixture->firm);
  g_assert_finalize_object (fixture->draft);
}

static GtkWidget *
find_check (Fixture *fixture, const char *title)
{
  return plannr_test_find (fixture->field, GTK_TYPE_CHECK_BUTTON, title);
}

static gboolean
says (Fixture *fixture, const char *text)
{
  GtkWidget *label = plannr_test_find (fixture->field, GTK_TYPE_LABEL, text);

  return label != NULL && plannr_test_is_shown (label);
}

static void
press (Fixture *fixture, const char *text)
{
  GtkWidget *button = plannr_test_find (fixture->field, GTK_TYPE_BUTTON, text);

  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
}

typedef struct
{
  Fixture *fixture;
  const char *text;
} Sight;

static gboolean
is_seen (gpointer data)
{
  Sight *sight = data;

  return says (sight->fixture, sight->text);
}

static void
wait_for (Fixture *fixture, const char *text)
{
  if (!plannr_test_wait (is_seen, &(Sight){ fixture, text }))
    g_error ("“%s” is not to be seen", text);
}

static void
add_both (Fixture *fixture)
{
  plannr_case_draft_add (fixture->draft, fixture->ada);
  wait_for (fixture, "ISA");
  plannr_case_draft_add (fixture->draft, fixture->ben);
  wait_for (fixture, "Home");
}

static gboolean
is_ticked (GtkWidget *check)
{
  return gtk_check_button_get_active (GTK_CHECK_BUTTON (check));
}

static void
tick (Fixture *fixture, const char *title)
{
  GtkWidget *check = find_check (fixture, title);

  g_assert_nonnull (check);
  gtk_widget_activate_action (check, "check.toggle", NULL);
}

static guint
count_plans (Fixture *fixture)
{
  return g_list_model_get_n_items (plannr_case_draft_get_plans (fixture->draft));
}

static guint
count_checks (GtkWidget *root)
{
  guint n = GTK_IS_CHECK_BUTTON (root) ? 1 : 0;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += count_checks (child);

  return n;
}

static int
get_y (Fixture *fixture, const char *text)
{
  double x;
  double y;
  GtkWidget *label = plannr_test_find (fixture->field, GTK_TYPE_LABEL, text);

  g_assert_nonnull (label);
  plannr_test_settle (fixture->window);
  g_assert_true (gtk_widget_translate_coordinates (label, fixture->field, 0, 0, &x, &y));

  return (int) y;
}

static void
test_groups (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PlannrAccount) staff =
      plannr_test_firm_person (STAFF, "Zoë Müller", PLANNR_ACCOUNT_KIND_EMPLOYEE);

  plannr_case_draft_add (fixture->draft, staff);
  g_assert_cmpuint (count_checks (fixture->field), ==, 0);
  g_assert_false (says (fixture, "Looking for plans…"));

  plannr_case_draft_add (fixture->draft, fixture->ada);
  g_assert_true (says (fixture, "Looking for plans…"));
  wait_for (fixture, "ISA");
  g_assert_false (says (fixture, "Looking for plans…"));

  /* Those that are no longer in force come last, and say so. */
  g_assert_cmpint (get_y (fixture, "ISA"), <, get_y (fixture, "Old"));
  g_assert_true (says (fixture, "Pension · inactive"));

  /* What two clients share has one check box, and each client a heading. */
  plannr_case_draft_add (fixture->draft, fixture->ben);
  wait_for (fixture, "Home");
  g_assert_cmpuint (count_checks (fixture->field), ==, 4);
  g_assert_cmpint (get_y (fixture, "Ada Okafor"), <, get_y (fixture, "Joint"));
  g_assert_cmpint (get_y (fixture, "Joint"), <, get_y (fixture, "Ben Okafor"));
  g_assert_cmpint (get_y (fixture, "Ben Okafor"), <, get_y (fixture, "Home"));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (find_check (fixture, "ISA")),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "ISA, Cash account");
}

static void
test_ticks (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PlannrPlan) plan = NULL;
  GtkWidget *check = NULL;

  add_both (fixture);
  tick (fixture, "Home");
  g_assert_cmpuint (count_plans (fixture), ==, 1);
  plan = g_list_model_get_item (plannr_case_draft_get_plans (fixture->draft), 0);
  g_assert_cmpstr (plannr_plan_get_name (plan), ==, "Home");

  /* The other way too. */
  check = find_check (fixture, "Home");
  plannr_case_draft_remove (fixture->draft, plannr_plan_get_uuid (plan));
  g_assert_false (is_ticked (check));
  plannr_case_draft_add (fixture->draft, plan);
  g_assert_true (is_ticked (check));

  tick (fixture, "Home");
  g_assert_cmpuint (count_plans (fixture), ==, 0);
}

/* What is sent is seen: also before it is known whose it is, and when it is nobody's. */
static void
test_others (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PlannrPlan) plan =
      g_object_new (PLANNR_TYPE_PLAN, "uuid", "bbbbbbbb-0000-4000-8000-00000000000b", "name",
                    "Home", "kind", "fixed_asset", NULL);
  g_autoptr (PlannrPlan) found =
      g_object_new (PLANNR_TYPE_PLAN, "uuid", "eeeeeeee-0000-4000-8000-00000000000e", "name",
                    "Found", "kind", "mortgage", NULL);
  GtkWidget *picker = plannr_test_find (fixture->field, PLANNR_TYPE_PICKER, NULL);

  plannr_case_draft_add (fixture->draft, plan);
  g_assert_true (says (fixture, "Other plans"));
  g_assert_true (is_ticked (find_check (fixture, "Home")));

  plannr_case_draft_add (fixture->draft, fixture->ben);
  g_assert_true (is_ticked (find_check (fixture, "Home")));
  wait_for (fixture, "Joint");
  g_assert_false (says (fixture, "Other plans"));
  g_assert_true (is_ticked (find_check (fixture, "Home")));
  g_assert_cmpuint (count_checks (fixture->field), ==, 2);

  g_signal_emit_by_name (picker, "picked", found);
  g_assert_true (says (fixture, "Other plans"));
  g_assert_true (is_ticked (find_check (fixture, "Found")));
  g_assert_cmpuint (count_plans (fixture), ==, 2);
}

static void
test_removed (Fixture *fixture, gconstpointer data)
{
  add_both (fixture);
  tick (fixture, "ISA");
  tick (fixture, "Joint");
  tick (fixture, "Home");

  /* What only Ada brought goes with her; what Ben has too stays. */
  plannr_case_draft_remove (fixture->draft, ADA);
  g_assert_cmpuint (count_plans (fixture), ==, 2);
  g_assert_null (find_check (fixture, "ISA"));
  g_assert_true (is_ticked (find_check (fixture, "Joint")));
  g_assert_true (says (fixture, "1 plan of Ada Okafor was unticked."));

  press (fixture, "Undo");
  g_assert_true (plannr_case_draft_has (fixture->draft, ADA));
  g_assert_cmpuint (count_plans (fixture), ==, 3);
  g_assert_true (is_ticked (find_check (fixture, "ISA")));
  g_assert_false (says (fixture, "Undo"));
  wait_for (fixture, "Old");
  g_assert_true (is_ticked (find_check (fixture, "ISA")));
  g_assert_cmpuint (count_checks (fixture->field), ==, 4);

  /* Where nothing was ticked, there is nothing to say. */
  tick (fixture, "ISA");
  plannr_case_draft_remove (fixture->draft, ADA);
  g_assert_false (says (fixture, "Undo"));
}

static void
test_failed (Fixture *fixture, gconstpointer data)
{
  GtkWidget *check = NULL;

  answer (fixture, BEN, 403, "");
  plannr_case_draft_add (fixture->draft, fixture->ben);
  wait_for (fixture, "Plannr does not allow this account to do that.");

  answer (fixture, BEN, 200, HOME);
  press (fixture, "Try again");
  g_assert_true (says (fixture, "Looking for plans…"));
  wait_for (fixture, "Home");
  g_assert_false (says (fixture, "Plannr does not allow this account to do that."));

  /* News of Ada's plans does not take the focus out of Ben's. */
  check = find_check (fixture, "Home");
  gtk_widget_grab_focus (check);
  plannr_case_draft_add (fixture->draft, fixture->ada);
  wait_for (fixture, "ISA");
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture->window))
                 == find_check (fixture, "Home"));
}

/* The plans that are kept can be ticked while Plannr does not answer. */
static void
test_kept (Fixture *fixture, gconstpointer data)
{
  const char *kept = "Plannr can’t be reached: this is what is kept on this computer.";
  PlannrDirectory *directory =
      plannr_profile_get_directory (plannr_test_firm_get_profile (fixture->firm));
  g_autoptr (PlannrCache) cache = plannr_cache_new (NULL);

  plannr_directory_set_cache (directory, cache);
  plannr_case_draft_add (fixture->draft, fixture->ben);
  wait_for (fixture, "Home");
  g_assert_false (says (fixture, kept));
  plannr_case_draft_remove (fixture->draft, BEN);

  answer (fixture, BEN, 503, "");
  plannr_case_draft_add (fixture->draft, fixture->ben);
  wait_for (fixture, kept);
  g_assert_cmpuint (count_checks (fixture->field), ==, 2);
  tick (fixture, "Home");
  g_assert_true (plannr_case_draft_has (fixture->draft, "bbbbbbbb-0000-4000-8000-00000000000b"));

  answer (fixture, BEN, 200, HOME "," SHARED "," ISA);
  press (fixture, "Try again");
  wait_for (fixture, "ISA");
  g_assert_false (says (fixture, kept));
  g_assert_true (is_ticked (find_check (fixture, "Home")));
}

static void
test_none (Fixture *fixture, gconstpointer data)
{
  answer (fixture, BEN, 200, "");
  answer (fixture, ADA, 200, ISA);
  plannr_case_draft_add (fixture->draft, fixture->ben);
  wait_for (fixture, "This client has no plans.");
}

static void
test_all_shared (Fixture *fixture, gconstpointer data)
{
  answer (fixture, BEN, 200, SHARED);
  plannr_case_draft_add (fixture->draft, fixture->ada);
  wait_for (fixture, "ISA");
  plannr_case_draft_add (fixture->draft, fixture->ben);
  wait_for (fixture, "The plans of this client stand above.");
}

static void
test_namesakes (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PlannrAccount) other =
      plannr_test_firm_person (CLEO, "Ada Okafor", PLANNR_ACCOUNT_KIND_CLIENT);

  plannr_case_draft_add (fixture->draft, fixture->ada);
  plannr_case_draft_add (fixture->draft, other);
  g_assert_true (says (fixture, "Ada Okafor · 11111111@example.com"));
  g_assert_true (says (fixture, "Ada Okafor · 33333333@example.com"));
}

static void
test_switching (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PlannrCaseDraft) other = plannr_case_draft_new ();

  add_both (fixture);
  tick (fixture, "ISA");
  plannr_case_draft_remove (fixture->draft, ADA);
  g_assert_true (says (fixture, "Undo"));

  plannr_plans_field_set_draft (PLANNR_PLANS_FIELD (fixture->field), other);
  g_assert_cmpuint (count_checks (fixture->field), ==, 0);
  g_assert_false (says (fixture, "Undo"));

  /* What happens to the draft that is no longer shown is not seen. */
  plannr_case_draft_add (fixture->draft, fixture->ada);
  g_assert_cmpuint (count_checks (fixture->field), ==, 0);
  g_assert_false (says (fixture, "Looking for plans…"));
  plannr_plans_field_set_draft (PLANNR_PLANS_FIELD (fixture->field), NULL);
}

/* Thousands of them come and go in one session. */
static void
test_let_go (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PlannrPlan) plan = g_object_new (PLANNR_TYPE_PLAN, "uuid", ADA, "name", "ISA", NULL);
  GtkWidget *check = g_object_ref_sink (plannr_plan_check_new (plan, fixture->draft));

  gtk_widget_activate_action (check, "check.toggle", NULL);
  g_assert_true (gtk_check_button_get_active (GTK_CHECK_BUTTON (check)));
  g_assert_true (plannr_case_draft_has (fixture->draft, ADA));
  gtk_widget_activate_action (check, "check.toggle", NULL);
  g_assert_false (plannr_case_draft_has (fixture->draft, ADA));

  g_assert_finalize_object (check);
}

int
main (int argc, char **argv)
{
  g_setenv ("SOUP_FORCE_HTTP1", "1", TRUE);
  gtk_test_init (&argc, &argv, NULL);
  setlocale (LC_ALL, "en_GB.UTF-8");

#define ADD(name, test)                                                                            \
  g_test_add ("/plannr/plans-field/" name, Fixture, NULL, set_up, test, tear_down)
  ADD ("groups", test_groups);
  ADD ("ticks", test_ticks);
  ADD ("others", test_others);
  ADD ("removed", test_removed);
  ADD ("failed", test_failed);
  ADD ("kept", test_kept);
  ADD ("none", test_none);
  ADD ("all-shared", test_all_shared);
  ADD ("namesakes", test_namesakes);
  ADD ("switching", test_switching);
  ADD ("let-go", test_let_go);
#undef ADD

  return g_test_run ();
}
