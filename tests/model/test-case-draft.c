/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-model-test"

#include "config.h"

#include "plannr-case-draft.h"

#include <locale.h>

typedef struct
{
  PlannrCaseDraft *draft; /* (owned) */
  guint n_changed;
  guint n_notified;
} Fixture;

static void
count_cb (GObject *object, gpointer user_data)
{
  (*(guint *) user_data)++;
}

static void
notified_cb (GObject *object, GParamSpec *pspec, gpointer user_data)
{
  (*(guint *) user_data)++;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->draft = plannr_case_draft_new ();
  g_signal_connect (fixture->draft, "changed", G_CALLBACK (count_cb), &fixture->n_changed);
  g_signal_connect (fixture->draft, "notify", G_CALLBACK (notified_cb), &fixture->n_notified);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (fixture->draft);
}

static PlannrAccount *
account_new (const char *uuid, PlannrAccountKind kind)
{
  return g_object_new (PLANNR_TYPE_ACCOUNT, "uuid", uuid, "kind", kind, NULL);
}

static void
add_account (PlannrCaseDraft *draft, const char *uuid, PlannrAccountKind kind)
{
  g_autoptr (PlannrAccount) account = account_new (uuid, kind);

  g_assert_true (plannr_case_draft_add (draft, account));
}

static void
add_plan (PlannrCaseDraft *draft, const char *uuid)
{
  g_autoptr (PlannrPlan) plan = g_object_new (PLANNR_TYPE_PLAN, "uuid", uuid, NULL);

  g_assert_true (plannr_case_draft_add (draft, plan));
}

static void
test_new (Fixture *fixture, gconstpointer data)
{
  PlannrCaseDraft *draft = fixture->draft;

  g_assert_cmpstr (plannr_case_draft_get_name (draft), ==, "");
  g_assert_cmpstr (plannr_case_draft_get_value_text (draft), ==, "");
  g_assert_cmpint (plannr_case_draft_get_value (draft)->verdict, ==, PLANNR_MONEY_EMPTY);
  g_assert_null (plannr_case_draft_get_kind (draft));
  g_assert_null (plannr_case_draft_get_status (draft));
  g_assert_cmpuint (g_list_model_get_n_items (plannr_case_draft_get_people (draft)), ==, 0);
  g_assert_cmpuint (g_list_model_get_n_items (plannr_case_draft_get_plans (draft)), ==, 0);
  g_assert_true (plannr_case_draft_get_blank (draft));
}

/* Only a change is one. */
static void
test_name (Fixture *fixture, gconstpointer data)
{
  plannr_case_draft_set_name (fixture->draft, "");
  plannr_case_draft_set_name (fixture->draft, NULL);
  g_assert_cmpuint (fixture->n_changed, ==, 0);
  g_assert_cmpuint (fixture->n_notified, ==, 0);

  plannr_case_draft_set_name (fixture->draft, " Zoë’s case ");
  plannr_case_draft_set_name (fixture->draft, " Zoë’s case ");
  g_assert_cmpstr (plannr_case_draft_get_name (fixture->draft), ==, " Zoë’s case ");
  g_assert_cmpuint (fixture->n_changed, ==, 1);
  g_assert_false (plannr_case_draft_get_blank (fixture->draft));

  plannr_case_draft_set_name (fixture->draft, NULL);
  g_assert_cmpstr (plannr_case_draft_get_name (fixture->draft), ==, "");
  g_assert_cmpuint (fixture->n_changed, ==, 2);
  g_assert_true (plannr_case_draft_get_blank (fixture->draft));
}

static void
test_value (Fixture *fixture, gconstpointer data)
{
  plannr_case_draft_set_value_text (fixture->draft, NULL);
  g_assert_cmpuint (fixture->n_changed, ==, 0);

  plannr_case_draft_set_value_text (fixture->draft, "£1,234.50");
  g_assert_cmpstr (plannr_case_draft_get_value_text (fixture->draft), ==, "£1,234.50");
  g_assert_cmpint (plannr_case_draft_get_value (fixture->draft)->verdict, ==, PLANNR_MONEY_EXACT);
  g_assert_cmpint (plannr_case_draft_get_value (fixture->draft)->amount, ==, 123450);
  g_assert_cmpuint (fixture->n_changed, ==, 1);
  g_assert_false (plannr_case_draft_get_blank (fixture->draft));

  plannr_case_draft_set_value_text (fixture->draft, "1.234");
  g_assert_cmpint (plannr_case_draft_get_value (fixture->draft)->verdict, ==,
                   PLANNR_MONEY_AMBIGUOUS);
  g_assert_cmpint (plannr_case_draft_get_value (fixture->draft)->amount, ==, 0);

  plannr_case_draft_set_value_text (fixture->draft, "");
  g_assert_cmpint (plannr_case_draft_get_value (fixture->draft)->verdict, ==, PLANNR_MONEY_EMPTY);
  g_assert_true (plannr_case_draft_get_blank (fixture->draft));
}

static void
test_choices (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PlannrChoice) choice = g_object_new (PLANNR_TYPE_CHOICE, "uuid", "a", NULL);

  plannr_case_draft_set_kind (fixture->draft, choice);
  plannr_case_draft_set_kind (fixture->draft, choice);
  plannr_case_draft_set_status (fixture->draft, choice);
  plannr_case_draft_set_status (fixture->draft, choice);
  g_assert_true (plannr_case_draft_get_kind (fixture->draft) == choice);
  g_assert_true (plannr_case_draft_get_status (fixture->draft) == choice);
  g_assert_cmpuint (fixture->n_changed, ==, 2);

  plannr_case_draft_set_kind (fixture->draft, NULL);
  plannr_case_draft_set_status (fixture->draft, NULL);
  g_assert_null (plannr_case_draft_get_kind (fixture->draft));
  g_assert_true (plannr_case_draft_get_blank (fixture->draft));
  g_assert_cmpuint (fixture->n_changed, ==, 4);
}

static void
test_people_and_plans (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PlannrAccount) again = account_new ("a", PLANNR_ACCOUNT_KIND_CLIENT);
  g_autoptr (PlannrAccount) last = NULL;

  add_account (fixture->draft, "a", PLANNR_ACCOUNT_KIND_CLIENT);
  add_account (fixture->draft, "b", PLANNR_ACCOUNT_KIND_EMPLOYEE);
  add_plan (fixture->draft, "c");
  g_assert_false (plannr_case_draft_add (fixture->draft, again));
  g_assert_cmpuint (fixture->n_changed, ==, 3);
  g_assert_cmpuint (g_list_model_get_n_items (plannr_case_draft_get_people (fixture->draft)), ==,
                    2);
  g_assert_cmpuint (g_list_model_get_n_items (plannr_case_draft_get_plans (fixture->draft)), ==, 1);
  g_assert_true (plannr_case_draft_has (fixture->draft, "a"));
  g_assert_true (plannr_case_draft_has (fixture->draft, "c"));
  g_assert_false (plannr_case_draft_has (fixture->draft, "d"));

  g_assert_false (plannr_case_draft_remove (fixture->draft, "d"));
  g_assert_true (plannr_case_draft_remove (fixture->draft, "a"));
  g_assert_true (plannr_case_draft_remove (fixture->draft, "c"));
  g_assert_false (plannr_case_draft_remove (fixture->draft, "a"));
  g_assert_cmpuint (fixture->n_changed, ==, 5);
  g_assert_cmpuint (g_list_model_get_n_items (plannr_case_draft_get_people (fixture->draft)), ==,
                    1);
  last = g_list_model_get_item (plannr_case_draft_get_people (fixture->draft), 0);
  g_assert_cmpstr (plannr_account_get_uuid (last), ==, "b");
  g_assert_false (plannr_case_draft_get_blank (fixture->draft));
}

/* “Same again” is for the next client. */
static void
test_like (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PlannrChoice) kind = g_object_new (PLANNR_TYPE_CHOICE, "uuid", "k", NULL);
  g_autoptr (PlannrChoice) status = g_object_new (PLANNR_TYPE_CHOICE, "uuid", "s", NULL);
  g_autoptr (PlannrCaseDraft) like = NULL;

  plannr_case_draft_set_name (fixture->draft, "Annual review");
  plannr_case_draft_set_kind (fixture->draft, kind);
  plannr_case_draft_set_status (fixture->draft, status);
  plannr_case_draft_set_value_text (fixture->draft, "150.99");
  add_account (fixture->draft, "client", PLANNR_ACCOUNT_KIND_CLIENT);
  add_account (fixture->draft, "staff", PLANNR_ACCOUNT_KIND_EMPLOYEE);
  add_account (fixture->draft, "solicitor", PLANNR_ACCOUNT_KIND_EXTERNAL);
  add_account (fixture->draft, "unknown", PLANNR_ACCOUNT_KIND_UNKNOWN);
  add_plan (fixture->draft, "plan");

  like = plannr_case_draft_new_like (fixture->draft);
  g_assert_cmpstr (plannr_case_draft_get_name (like), ==, "Annual review");
  g_assert_true (plannr_case_draft_get_kind (like) == kind);
  g_assert_true (plannr_case_draft_get_status (like) == status);
  g_assert_cmpint (plannr_case_draft_get_value (like)->amount, ==, 15099);
  g_assert_cmpuint (g_list_model_get_n_items (plannr_case_draft_get_people (like)), ==, 1);
  g_assert_true (plannr_case_draft_has (like, "staff"));
  g_assert_cmpuint (g_list_model_get_n_items (plannr_case_draft_get_plans (like)), ==, 0);
}

/* What the form's widgets are bound to. */
static void
test_properties (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GListModel) people = NULL;
  g_autofree char *name = NULL;
  g_autofree char *value = NULL;
  gboolean blank;

  g_object_set (fixture->draft, "name", "x", "value-text", "5", NULL);
  g_object_get (fixture->draft, "name", &name, "value-text", &value, "people", &people, "blank",
                &blank, NULL);
  g_assert_cmpstr (name, ==, "x");
  g_assert_cmpstr (value, ==, "5");
  g_assert_true (people == plannr_case_draft_get_people (fixture->draft));
  g_assert_false (blank);
  g_assert_cmpuint (fixture->n_changed, ==, 2);
  /* name, value-text, and blank once */
  g_assert_cmpuint (fixture->n_notified, ==, 3);
}

static void
add (const char *path, void (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int argc, char *argv[])
{
  g_setenv ("LC_ALL", "en_GB.UTF-8", TRUE);
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  add ("/plannr/case-draft/new", test_new);
  add ("/plannr/case-draft/name", test_name);
  add ("/plannr/case-draft/value", test_value);
  add ("/plannr/case-draft/choices", test_choices);
  add ("/plannr/case-draft/people-and-plans", test_people_and_plans);
  add ("/plannr/case-draft/like", test_like);
  add ("/plannr/case-draft/properties", test_properties);

  return g_test_run ();
}
