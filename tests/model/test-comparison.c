/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-model-test"

#include "config.h"

#include "plannr-comparison.h"

#include <locale.h>
#include <string.h>

/* A list of people or plans by the letters of @uuids; none where that is NULL. */
static GListModel *
list_new (GType type, const char *uuids)
{
  GListStore *store;

  if (uuids == NULL)
    return NULL;

  store = g_list_store_new (type);
  for (const char *at = uuids; *at != '\0'; at++)
    {
      const char uuid[] = { *at, '\0' };
      g_autoptr (GObject) item = g_object_new (type, "uuid", uuid, NULL);

      g_list_store_append (store, item);
    }

  return G_LIST_MODEL (store);
}

static PlannrChoice *
choice_new (const char *uuid)
{
  return uuid != NULL ? g_object_new (PLANNR_TYPE_CHOICE, "uuid", uuid, NULL) : NULL;
}

typedef struct
{
  const char *name;
  const char *kind;
  const char *status;
  const char *currency;
  gint64 amount;
  const char *people;
  const char *plans;
  int n_people;
} Got;

static const Got same = { "Review", "k", "s", "GBP", 15099, "ab", "p", 2 };

static PlannrCase *
case_new (const Got *got)
{
  g_autoptr (PlannrChoice) kind = choice_new (got->kind);
  g_autoptr (PlannrChoice) status = choice_new (got->status);
  g_autoptr (GListModel) people = list_new (PLANNR_TYPE_ACCOUNT, got->people);
  g_autoptr (GListModel) plans = list_new (PLANNR_TYPE_PLAN, got->plans);

  return g_object_new (PLANNR_TYPE_CASE, "uuid", "c", "name", got->name, "kind", kind, "status",
                       status, "currency", got->currency, "amount", got->amount, "people", people,
                       "plans", plans, "n-people", got->n_people, NULL);
}

static PlannrCaseDraft *
draft_new (void)
{
  PlannrCaseDraft *draft = plannr_case_draft_new ();
  g_autoptr (PlannrChoice) kind = choice_new ("k");
  g_autoptr (PlannrChoice) status = choice_new ("s");
  g_autoptr (GListModel) people = list_new (PLANNR_TYPE_ACCOUNT, "ab");
  g_autoptr (GListModel) plans = list_new (PLANNR_TYPE_PLAN, "p");

  plannr_case_draft_set_name (draft, "Review");
  plannr_case_draft_set_kind (draft, kind);
  plannr_case_draft_set_status (draft, status);
  plannr_case_draft_set_value_text (draft, "150.99");
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (GObject) person = g_list_model_get_item (people, i);

      plannr_case_draft_add (draft, person);
    }
  {
    g_autoptr (GObject) plan = g_list_model_get_item (plans, 0);

    plannr_case_draft_add (draft, plan);
  }

  return draft;
}

/* One field is as said, all others agree: what the whole is must follow. */
static void
assert_field (const Got *got, PlannrField field, PlannrAgreement expected)
{
  g_autoptr (PlannrCase) record = case_new (got);
  g_autoptr (PlannrCaseDraft) draft = draft_new ();

  for (PlannrField at = PLANNR_FIELD_NAME; at < PLANNR_N_FIELDS; at++)
    g_assert_cmpint (plannr_comparison_get_field (record, draft, at), ==,
                     at == field ? expected : PLANNR_AGREEMENT_EQUAL);
  g_assert_cmpint (plannr_comparison_get_all (record, draft), ==, expected);
}

static void
test_same (void)
{
  assert_field (&same, PLANNR_FIELD_NAME, PLANNR_AGREEMENT_EQUAL);
}

static void
assert_name (const char *name, PlannrAgreement expected)
{
  Got got = same;

  got.name = name;
  assert_field (&got, PLANNR_FIELD_NAME, expected);
}

static void
test_name (void)
{
  assert_name (" Review\n", PLANNR_AGREEMENT_EQUAL);
  assert_name ("review", PLANNR_AGREEMENT_DIFFERENT);
  assert_name ("Review 2", PLANNR_AGREEMENT_DIFFERENT);
  assert_name ("", PLANNR_AGREEMENT_DIFFERENT);
  assert_name (NULL, PLANNR_AGREEMENT_UNKNOWN);
}

/* Trimmed, with its white space folded and its accents composed it is the same name. */
static void
test_normal_forms (void)
{
  Got got = same;
  g_autoptr (PlannrCaseDraft) draft = draft_new ();
  g_autoptr (PlannrCase) record = NULL;

  got.name = "Zo\u00eb M\u00fcller";
  record = case_new (&got);
  plannr_case_draft_set_name (draft, "  Zoe\u0308 \u00a0 Mu\u0308ller ");
  g_assert_cmpint (plannr_comparison_get_field (record, draft, PLANNR_FIELD_NAME), ==,
                   PLANNR_AGREEMENT_EQUAL);
}

static void
test_choices (void)
{
  Got got = same;

  got.kind = "other";
  assert_field (&got, PLANNR_FIELD_TYPE, PLANNR_AGREEMENT_DIFFERENT);
  got.kind = NULL;
  assert_field (&got, PLANNR_FIELD_TYPE, PLANNR_AGREEMENT_UNKNOWN);
  got.kind = "K";
  assert_field (&got, PLANNR_FIELD_TYPE, PLANNR_AGREEMENT_EQUAL);
  got.status = "other";
  assert_field (&got, PLANNR_FIELD_STATUS, PLANNR_AGREEMENT_DIFFERENT);
  got.status = NULL;
  assert_field (&got, PLANNR_FIELD_STATUS, PLANNR_AGREEMENT_UNKNOWN);
}

static void
test_value (void)
{
  Got got = same;

  got.amount = 15098;
  assert_field (&got, PLANNR_FIELD_VALUE, PLANNR_AGREEMENT_DIFFERENT);
  got.amount = 15099;
  got.currency = "EUR";
  assert_field (&got, PLANNR_FIELD_VALUE, PLANNR_AGREEMENT_DIFFERENT);
  got.currency = NULL;
  assert_field (&got, PLANNR_FIELD_VALUE, PLANNR_AGREEMENT_UNKNOWN);
}

/* Sets: the order does not matter. */
static void
test_people (void)
{
  Got got = same;

  got.people = "ba";
  assert_field (&got, PLANNR_FIELD_PEOPLE, PLANNR_AGREEMENT_EQUAL);
  got.people = "a";
  assert_field (&got, PLANNR_FIELD_PEOPLE, PLANNR_AGREEMENT_DIFFERENT);
  got.people = "abc";
  assert_field (&got, PLANNR_FIELD_PEOPLE, PLANNR_AGREEMENT_DIFFERENT);
  got.people = "ac";
  assert_field (&got, PLANNR_FIELD_PEOPLE, PLANNR_AGREEMENT_DIFFERENT);
  got.people = "";
  assert_field (&got, PLANNR_FIELD_PEOPLE, PLANNR_AGREEMENT_DIFFERENT);
  got.people = NULL;
  assert_field (&got, PLANNR_FIELD_PEOPLE, PLANNR_AGREEMENT_UNKNOWN);
  got.n_people = -1;
  assert_field (&got, PLANNR_FIELD_PEOPLE, PLANNR_AGREEMENT_UNKNOWN);
  got.n_people = 3;
  assert_field (&got, PLANNR_FIELD_PEOPLE, PLANNR_AGREEMENT_DIFFERENT);
}

static void
test_plans (void)
{
  Got got = same;

  got.plans = "";
  assert_field (&got, PLANNR_FIELD_PLANS, PLANNR_AGREEMENT_DIFFERENT);
  got.plans = "pq";
  assert_field (&got, PLANNR_FIELD_PLANS, PLANNR_AGREEMENT_DIFFERENT);
  got.plans = NULL;
  assert_field (&got, PLANNR_FIELD_PLANS, PLANNR_AGREEMENT_UNKNOWN);
}

/* One difference outweighs whatever is unknown. */
static void
test_all (void)
{
  Got got = same;
  g_autoptr (PlannrCase) record = NULL;
  g_autoptr (PlannrCaseDraft) draft = draft_new ();

  got.name = NULL;
  got.plans = "q";
  record = case_new (&got);
  g_assert_cmpint (plannr_comparison_get_all (record, draft), ==, PLANNR_AGREEMENT_DIFFERENT);
}

/* What was left empty: a firm may fill in a status of its own, a value it may not. */
static void
test_empty_draft (void)
{
  g_autoptr (PlannrCaseDraft) draft = plannr_case_draft_new ();
  g_autoptr (PlannrCase) record = case_new (&same);
  const Got nothing = { .name = "", .people = "", .plans = "", .n_people = -1 };
  g_autoptr (PlannrCase) empty = case_new (&nothing);

  g_assert_cmpint (plannr_comparison_get_field (record, draft, PLANNR_FIELD_STATUS), ==,
                   PLANNR_AGREEMENT_UNKNOWN);
  g_assert_cmpint (plannr_comparison_get_field (record, draft, PLANNR_FIELD_VALUE), ==,
                   PLANNR_AGREEMENT_DIFFERENT);
  g_assert_cmpint (plannr_comparison_get_all (empty, draft), ==, PLANNR_AGREEMENT_EQUAL);
}

int
main (int argc, char *argv[])
{
  g_setenv ("LC_ALL", "en_GB.UTF-8", TRUE);
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/plannr/comparison/same", test_same);
  g_test_add_func ("/plannr/comparison/name", test_name);
  g_test_add_func ("/plannr/comparison/normal-forms", test_normal_forms);
  g_test_add_func ("/plannr/comparison/choices", test_choices);
  g_test_add_func ("/plannr/comparison/value", test_value);
  g_test_add_func ("/plannr/comparison/people", test_people);
  g_test_add_func ("/plannr/comparison/plans", test_plans);
  g_test_add_func ("/plannr/comparison/all", test_all);
  g_test_add_func ("/plannr/comparison/empty-draft", test_empty_draft);

  return g_test_run ();
}
