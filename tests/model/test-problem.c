/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-model-test"

#include "config.h"

#include "plannr-problem.h"

#include <locale.h>

static void
test_name (void)
{
  g_autoptr (PlannrCaseDraft) draft = plannr_case_draft_new ();

  g_assert_cmpint (plannr_problem_find (draft, PLANNR_FIELD_NAME), ==, PLANNR_PROBLEM_NAME_MISSING);
  plannr_case_draft_set_name (draft, " \t\u00a0\u3000");
  g_assert_cmpint (plannr_problem_find (draft, PLANNR_FIELD_NAME), ==, PLANNR_PROBLEM_NAME_MISSING);
  plannr_case_draft_set_name (draft, " x ");
  g_assert_cmpint (plannr_problem_find (draft, PLANNR_FIELD_NAME), ==, PLANNR_PROBLEM_NONE);
}

static void
test_value (void)
{
  static const struct
  {
    const char *text;
    PlannrProblem problem;
  } values[] = {
    { "", PLANNR_PROBLEM_NONE },
    { "0", PLANNR_PROBLEM_NONE },
    { "£150.99", PLANNR_PROBLEM_NONE },
    { "1.234", PLANNR_PROBLEM_VALUE_AMBIGUOUS },
    { "much", PLANNR_PROBLEM_VALUE_MALFORMED },
    { "-5", PLANNR_PROBLEM_VALUE_NEGATIVE },
    { "99999999999999999999", PLANNR_PROBLEM_VALUE_TOO_LARGE },
    { "€5", PLANNR_PROBLEM_VALUE_WRONG_CURRENCY },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (values); i++)
    {
      g_autoptr (PlannrCaseDraft) draft = plannr_case_draft_new ();

      plannr_case_draft_set_value_text (draft, values[i].text);
      g_assert_cmpint (plannr_problem_find (draft, PLANNR_FIELD_VALUE), ==, values[i].problem);
    }
}

static PlannrProblem
with_person (PlannrAccountKind kind)
{
  g_autoptr (PlannrCaseDraft) draft = plannr_case_draft_new ();
  g_autoptr (PlannrAccount) staff =
      g_object_new (PLANNR_TYPE_ACCOUNT, "uuid", "s", "kind", PLANNR_ACCOUNT_KIND_EMPLOYEE, NULL);
  g_autoptr (PlannrAccount) person =
      g_object_new (PLANNR_TYPE_ACCOUNT, "uuid", "p", "kind", kind, NULL);

  plannr_case_draft_add (draft, staff);
  plannr_case_draft_add (draft, person);

  return plannr_problem_find (draft, PLANNR_FIELD_PEOPLE);
}

static void
test_people (void)
{
  g_autoptr (PlannrCaseDraft) draft = plannr_case_draft_new ();

  g_assert_cmpint (plannr_problem_find (draft, PLANNR_FIELD_PEOPLE), ==,
                   PLANNR_PROBLEM_PEOPLE_MISSING);
  g_assert_cmpint (with_person (PLANNR_ACCOUNT_KIND_CLIENT), ==, PLANNR_PROBLEM_NONE);
  g_assert_cmpint (with_person (PLANNR_ACCOUNT_KIND_UNKNOWN), ==, PLANNR_PROBLEM_NONE);
  g_assert_cmpint (with_person (PLANNR_ACCOUNT_KIND_EMPLOYEE), ==, PLANNR_PROBLEM_CLIENT_MISSING);
  g_assert_cmpint (with_person (PLANNR_ACCOUNT_KIND_EXTERNAL), ==, PLANNR_PROBLEM_CLIENT_MISSING);
}

/* Whatever may stay empty. */
static void
test_others (void)
{
  g_autoptr (PlannrCaseDraft) draft = plannr_case_draft_new ();

  g_assert_cmpint (plannr_problem_find (draft, PLANNR_FIELD_TYPE), ==, PLANNR_PROBLEM_NONE);
  g_assert_cmpint (plannr_problem_find (draft, PLANNR_FIELD_STATUS), ==, PLANNR_PROBLEM_NONE);
  g_assert_cmpint (plannr_problem_find (draft, PLANNR_FIELD_PLANS), ==, PLANNR_PROBLEM_NONE);
}

int
main (int argc, char *argv[])
{
  g_setenv ("LC_ALL", "en_GB.UTF-8", TRUE);
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/plannr/problem/name", test_name);
  g_test_add_func ("/plannr/problem/value", test_value);
  g_test_add_func ("/plannr/problem/people", test_people);
  g_test_add_func ("/plannr/problem/others", test_others);

  return g_test_run ();
}
