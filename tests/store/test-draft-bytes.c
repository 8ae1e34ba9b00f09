/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-test"

#include "config.h"

#include <locale.h>
#include <string.h>

#include "plannr-draft-bytes.h"
#include "plannr-error.h"
#include "plannr-item.h"

#define CLIENT "f5e985d6-8e32-4d65-a996-ba5a9f9632eb"
#define PLAN   "0c7c6bd0-51a2-4a30-8f8a-0a5ed7d3f1a5"
#define TYPE   "9d1f0c1c-9a52-4f38-a9b6-3f0b8f1c6a77"
#define STATUS "7a3f8d52-2f6b-4c55-8f0e-1f0b2c3d4e5f"

static PlannrCaseDraft *
new_full_draft (void)
{
  PlannrCaseDraft *draft = plannr_case_draft_new ();
  g_autoptr (PlannrChoice) kind =
      g_object_new (PLANNR_TYPE_CHOICE, "uuid", TYPE, "name", "Remortgage", NULL);
  g_autoptr (PlannrChoice) status = g_object_new (PLANNR_TYPE_CHOICE, "uuid", STATUS, "name", "Neu",
                                                  "colour", "#ff0000", "position", 3, NULL);
  g_autoptr (PlannrAccount) person =
      g_object_new (PLANNR_TYPE_ACCOUNT, "uuid", CLIENT, "kind", PLANNR_ACCOUNT_KIND_CLIENT, "name",
                    "منى الشريف", "email", "m@example.com", "joint", TRUE, NULL);
  g_autoptr (PlannrPlan) plan =
      g_object_new (PLANNR_TYPE_PLAN, "uuid", PLAN, "provider", "Aviva", "policy-number", "AB/12",
                    "amount", G_GINT64_CONSTANT (-5), "currency", "GBP", NULL);

  plannr_case_draft_set_name (draft, "  Patrick’s Case ");
  plannr_case_draft_set_value_text (draft, "£150.99");
  plannr_case_draft_set_kind (draft, kind);
  plannr_case_draft_set_status (draft, status);
  plannr_case_draft_add (draft, person);
  plannr_case_draft_add (draft, plan);

  return draft;
}

static void
test_all (void)
{
  g_autoptr (PlannrCaseDraft) draft = new_full_draft ();
  g_autoptr (GBytes) bytes = plannr_draft_bytes_write (draft);
  g_autoptr (GError) error = NULL;
  g_autoptr (PlannrCaseDraft) back = plannr_draft_bytes_read (bytes, &error);
  g_autoptr (PlannrAccount) person = NULL;
  g_autoptr (PlannrPlan) plan = NULL;
  PlannrChoice *status = NULL;

  g_assert_no_error (error);
  g_assert_cmpstr (plannr_case_draft_get_name (back), ==, "  Patrick’s Case ");
  g_assert_cmpstr (plannr_case_draft_get_value_text (back), ==, "£150.99");
  g_assert_cmpint (plannr_case_draft_get_value (back)->amount, ==, 15099);
  g_assert_cmpstr (plannr_choice_get_uuid (plannr_case_draft_get_kind (back)), ==, TYPE);
  g_assert_null (plannr_choice_get_colour (plannr_case_draft_get_kind (back)));
  status = plannr_case_draft_get_status (back);
  g_assert_cmpstr (plannr_choice_get_name (status), ==, "Neu");
  g_assert_cmpstr (plannr_choice_get_colour (status), ==, "#ff0000");
  g_assert_cmpint (plannr_choice_get_position (status), ==, 3);

  g_assert_cmpuint (g_list_model_get_n_items (plannr_case_draft_get_people (back)), ==, 1);
  person = g_list_model_get_item (plannr_case_draft_get_people (back), 0);
  g_assert_cmpstr (plannr_account_get_uuid (person), ==, CLIENT);
  g_assert_cmpint (plannr_account_get_kind (person), ==, PLANNR_ACCOUNT_KIND_CLIENT);
  g_assert_cmpstr (plannr_account_get_name (person), ==, "منى الشريف");
  g_assert_cmpstr (plannr_account_get_email (person), ==, "m@example.com");
  g_assert_null (plannr_account_get_phone (person));
  g_assert_true (plannr_account_get_joint (person));
  g_assert_false (plannr_account_get_inactive (person));

  plan = g_list_model_get_item (plannr_case_draft_get_plans (back), 0);
  g_assert_cmpstr (plannr_plan_get_policy_number (plan), ==, "AB/12");
  g_assert_cmpint (plannr_plan_get_amount (plan), ==, -5);
  g_assert_cmpstr (plannr_plan_get_currency (plan), ==, "GBP");
}

static void
test_empty (void)
{
  g_autoptr (PlannrCaseDraft) draft = plannr_case_draft_new ();
  g_autoptr (GBytes) bytes = plannr_draft_bytes_write (draft);
  g_autoptr (PlannrCaseDraft) back = plannr_draft_bytes_read (bytes, NULL);

  g_assert_true (plannr_case_draft_get_blank (back));
}

static void
test_cut_anywhere (void)
{
  g_autoptr (PlannrCaseDraft) draft = new_full_draft ();
  g_autoptr (GBytes) bytes = plannr_draft_bytes_write (draft);

  for (gsize length = 0; length < g_bytes_get_size (bytes); length++)
    {
      g_autoptr (GBytes) cut = g_bytes_new_from_bytes (bytes, 0, length);
      g_autoptr (GError) error = NULL;
      g_autoptr (PlannrCaseDraft) back = plannr_draft_bytes_read (cut, &error);

      g_assert_null (back);
      g_assert_error (error, PLANNR_ERROR, PLANNR_ERROR_FILE_BROKEN);
    }
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "C");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/plannr/draft-bytes/all", test_all);
  g_test_add_func ("/plannr/draft-bytes/empty", test_empty);
  g_test_add_func ("/plannr/draft-bytes/cut-anywhere", test_cut_anywhere);

  return g_test_run ();
}
