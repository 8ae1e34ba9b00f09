/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-ui-test"

#include "config.h"

#include "plannr-describe.h"

#include <locale.h>

#include "plannr-account.h"
#include "plannr-case.h"
#include "plannr-choice.h"
#include "plannr-plan.h"

#define UUID "0b6f7c1e-52a4-4a0e-9d57-3c1f0a9e1101"

typedef struct
{
  PlannrAccountKind kind;
  const char *role;
  const char *name;
  const char *email;
  const char *adviser;
  gboolean joint;
  gboolean inactive;
  const char *title;
  const char *detail;
} AccountRow;

static const AccountRow accounts[] = {
  { PLANNR_ACCOUNT_KIND_CLIENT, "individual", "Ada Okafor", "ada@example.com", "Zoë Müller", TRUE,
    TRUE, "Ada Okafor",
    "client · individual · ada@example.com · adviser Zoë Müller · joint account · inactive" },
  { PLANNR_ACCOUNT_KIND_CLIENT, "joint", "Mr & Mrs Thompson", NULL, NULL, FALSE, FALSE,
    "Mr & Mrs Thompson", "client · joint" },
  { PLANNR_ACCOUNT_KIND_CLIENT, "trust", "T", NULL, NULL, FALSE, FALSE, "T", "client · trust" },
  { PLANNR_ACCOUNT_KIND_CLIENT, "business", "B", "", "", FALSE, FALSE, "B", "client · business" },
  { PLANNR_ACCOUNT_KIND_EMPLOYEE, "member", "M", NULL, NULL, FALSE, FALSE, "M", "staff · member" },
  { PLANNR_ACCOUNT_KIND_EMPLOYEE, "owner", "O", NULL, NULL, FALSE, FALSE, "O", "staff · owner" },
  { PLANNR_ACCOUNT_KIND_EMPLOYEE, "admin", "A", NULL, NULL, FALSE, FALSE, "A",
    "staff · administrator" },
  { PLANNR_ACCOUNT_KIND_EXTERNAL, "introducer", "I", NULL, NULL, FALSE, FALSE, "I",
    "external · introducer" },
  /* A word that is not documented, and bare accounts. */
  { PLANNR_ACCOUNT_KIND_UNKNOWN, "power_of_attorney", "P", NULL, NULL, FALSE, FALSE, "P",
    "power of attorney" },
  { PLANNR_ACCOUNT_KIND_CLIENT, NULL, NULL, "x@example.com", NULL, FALSE, FALSE, "x@example.com",
    "client · x@example.com" },
  { PLANNR_ACCOUNT_KIND_UNKNOWN, NULL, " ", NULL, NULL, FALSE, FALSE, "Person without a name", "" },
  /* What is not ours cannot break out of its place. */
  { PLANNR_ACCOUNT_KIND_CLIENT, "a\nb", "<b>\u202eevil</b>", "\u2067x", NULL, FALSE, FALSE,
    "<b>evil</b>", "client · a b · x" },
  { PLANNR_ACCOUNT_KIND_CLIENT, NULL, "ليلى حداد", NULL, NULL, FALSE, FALSE,
    "\u2068ليلى حداد\u2069", "client" },
};

static void
test_account (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (accounts); i++)
    {
      const AccountRow *row = &accounts[i];
      g_autoptr (PlannrAccount) account =
          g_object_new (PLANNR_TYPE_ACCOUNT, "uuid", UUID, "kind", row->kind, "role", row->role,
                        "name", row->name, "email", row->email, "adviser", row->adviser, "joint",
                        row->joint, "inactive", row->inactive, NULL);
      g_autofree char *title = plannr_describe_title (account);
      g_autofree char *detail = plannr_describe_detail (account);
      g_autofree char *value = plannr_describe_value (account);

      g_assert_cmpstr (title, ==, row->title);
      g_assert_cmpstr (detail, ==, row->detail);
      g_assert_cmpstr (value, ==, "");
    }
}

typedef struct
{
  const char *kind;
  const char *name;
  const char *provider;
  const char *policy_number;
  const char *status;
  const char *title;
  const char *detail;
} PlanRow;

static const PlanRow plans[] = {
  { "cash_account", "John’s ISA", "Aviva", "AVIVA-123", "active", "John’s ISA",
    "Cash account · Aviva · AVIVA-123" },
  { "investment", "A", NULL, NULL, NULL, "A", "Investment" },
  { "protection_policy", "A", NULL, NULL, NULL, "A", "Protection policy" },
  { "pension", "A", NULL, NULL, "proposed", "A", "Pension · proposed" },
  { "annuity", "A", NULL, NULL, "inactive", "A", "Annuity · inactive" },
  { "general_insurance", "A", NULL, NULL, NULL, "A", "General insurance" },
  { "group_protection", "A", NULL, NULL, NULL, "A", "Group protection" },
  { "mortgage", "A", NULL, NULL, NULL, "A", "Mortgage" },
  { "loan_credit", "A", NULL, NULL, NULL, "A", "Loan or credit" },
  { "fixed_asset", "A", NULL, NULL, NULL, "A", "Fixed asset" },
  { "crypto_wallet", "A", NULL, NULL, "in_probate", "A", "Crypto wallet · in probate" },
  { "pension", "", "Royal London", "SP-10293", "inactive", "Pension · Royal London · SP-10293",
    "inactive" },
  { NULL, NULL, NULL, "SP-1", NULL, "SP-1", "" },
  { NULL, " ", NULL, NULL, NULL, "Plan without a name", "" },
};

static void
test_plan (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (plans); i++)
    {
      const PlanRow *row = &plans[i];
      g_autoptr (PlannrPlan) plan =
          g_object_new (PLANNR_TYPE_PLAN, "uuid", UUID, "kind", row->kind, "name", row->name,
                        "provider", row->provider, "policy-number", row->policy_number, "status",
                        row->status, NULL);
      g_autofree char *title = plannr_describe_title (plan);
      g_autofree char *detail = plannr_describe_detail (plan);

      g_assert_cmpstr (title, ==, row->title);
      g_assert_cmpstr (detail, ==, row->detail);
    }
}

static void
test_value (void)
{
  g_autoptr (PlannrPlan) plan = g_object_new (PLANNR_TYPE_PLAN, "uuid", UUID, "amount",
                                              G_GINT64_CONSTANT (8150000), "currency", "GBP", NULL);
  g_autoptr (PlannrPlan) unknown =
      g_object_new (PLANNR_TYPE_PLAN, "uuid", UUID, "amount", G_GINT64_CONSTANT (1), NULL);
  g_autoptr (PlannrPlan) strange = g_object_new (PLANNR_TYPE_PLAN, "uuid", UUID, "amount",
                                                 G_GINT64_CONSTANT (1), "currency", "pounds", NULL);
  g_autoptr (PlannrCase) record = g_object_new (PLANNR_TYPE_CASE, "uuid", UUID, "amount",
                                                G_GINT64_CONSTANT (0), "currency", "GBP", NULL);
  g_autofree char *of_plan = plannr_describe_value (plan);
  g_autofree char *of_unknown = plannr_describe_value (unknown);
  g_autofree char *of_strange = plannr_describe_value (strange);
  g_autofree char *of_case = plannr_describe_value (record);

  g_assert_cmpstr (of_plan, ==, "£81,500.00");
  g_assert_cmpstr (of_unknown, ==, "");
  g_assert_cmpstr (of_strange, ==, "");
  g_assert_cmpstr (of_case, ==, "£0.00");
}

static void
test_choice (void)
{
  g_autoptr (PlannrChoice) choice =
      g_object_new (PLANNR_TYPE_CHOICE, "uuid", UUID, "name", "To be reviewed", NULL);
  g_autoptr (PlannrChoice) nameless = g_object_new (PLANNR_TYPE_CHOICE, "uuid", UUID, NULL);
  g_autofree char *title = plannr_describe_title (choice);
  g_autofree char *detail = plannr_describe_detail (choice);
  g_autofree char *none = plannr_describe_title (nameless);

  g_assert_cmpstr (title, ==, "To be reviewed");
  g_assert_cmpstr (detail, ==, "");
  g_assert_cmpstr (none, ==, "Without a name");
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/plannr/describe/account", test_account);
  g_test_add_func ("/plannr/describe/plan", test_plan);
  g_test_add_func ("/plannr/describe/value", test_value);
  g_test_add_func ("/plannr/describe/choice", test_choice);

  return g_test_run ();
}
