/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plannr-practice"

#include "config.h"

#include "practice-seed-plan.h"

#include "practice-logins.h"
#include "practice-text.h"
#include "practice-time.h"

/* 2016-06-01 10:00 UTC */
#define FIRST_PLAN         G_GINT64_CONSTANT (1464775200)
#define SECONDS_OF_7_YEARS (7 * 365 * 24 * 60 * 60)
#define SECONDS_OF_A_YEAR  (365 * 24 * 60 * 60)

typedef struct
{
  const char *type;
  const char *abstract_type;
  const char *sub_types[3];
  const char *names[2]; /* %s is the owner's first name, where there is one */
  gint64 least;         /* pounds */
  gint64 most;
} Kind;

static const Kind kinds[] = {
  { "cash_account",
    "asset",
    { "cash isa", "lifetime isa", "savings" },
    { "%s ISA", "%s savings" },
    500,
    40000 },
  { "pension",
    "asset",
    { "sipp", "personal", "workplace" },
    { "%s pension", "Old workplace pension" },
    4000,
    450000 },
  { "investment",
    "asset",
    { "stocks and shares isa", "gia", "onshore bond" },
    { "%s portfolio", "Growth portfolio" },
    2500,
    300000 },
  { "protection_policy",
    "protection",
    { "life", "critical illness", "income protection" },
    { "%s life cover", "Family cover" },
    50000,
    500000 },
  { "annuity",
    "asset",
    { "lifetime", "enhanced", "fixed term" },
    { "%s annuity", "Level annuity" },
    20000,
    180000 },
  { "general_insurance",
    "protection",
    { "buildings", "contents", "landlord" },
    { "Home insurance", "Buildings and contents" },
    30000,
    600000 },
  { "group_protection",
    "protection",
    { "group life", "group income protection", "group medical" },
    { "Group life scheme", "Staff medical scheme" },
    100000,
    2000000 },
  { "mortgage",
    "liability",
    { "repayment", "interest only", "buy to let" },
    { "%s mortgage", "Buy-to-let mortgage" },
    60000,
    480000 },
  { "loan_credit",
    "liability",
    { "personal loan", "car finance", "credit card" },
    { "%s car loan", "Kitchen loan" },
    800,
    25000 },
  { "fixed_asset",
    "asset",
    { "main residence", "second home", "business premises" },
    { "Home", "Cottage in Tenby" },
    150000,
    900000 },
};

static const char *const providers[] = {
  "Albion Mutual", "Beacon Insurance",    "Castle & Keep",    "Lighthouse Pensions",
  "Northern Star", "Pennine Investments", "Severn Assurance", "Thames Vale Building Society",
};

/* Every sixth plan has no name, as in many firms; such a plan is told by type and number. */
static char *
make_name (const PracticePlanSeed *seed, const Kind *kind, guint64 luck)
{
  const char *pattern = kind->names[luck % 2];
  g_auto (GStrv) pieces = g_strsplit (pattern, "%s ", 2);

  if (seed->name != NULL)
    return g_strdup (seed->name);
  if (seed->number % 6 == 4)
    return g_strdup ("");
  if (pieces[1] == NULL)
    return g_strdup (pattern);
  if (seed->first_name == NULL)
    {
      char *bare = g_strdup (pieces[1]);

      bare[0] = g_ascii_toupper (bare[0]);
      return bare;
    }
  return g_strdup_printf ("%s’s %s", seed->first_name, pieces[1]);
}

static const char *
choose_status (guint64 number)
{
  if (number % 9 == 7)
    return "inactive";
  return number % 13 == 12 ? "proposed" : "active";
}

static void
insert_owner (PracticeDatabase *database,
              const char *plan_uuid,
              const char *account_uuid,
              int position)
{
  sqlite3_stmt *row =
      practice_database_prepare (database, "INSERT INTO plan_owners VALUES (?, ?, ?)");

  practice_bind_text (row, 1, plan_uuid);
  practice_bind_text (row, 2, account_uuid);
  sqlite3_bind_int (row, 3, position);
  practice_database_execute (database, row);
}

static void
bind_times (sqlite3_stmt *row, const char *status, guint64 luck)
{
  gint64 opened = FIRST_PLAN + (gint64) (luck % SECONDS_OF_7_YEARS);
  g_autofree char *opened_at = practice_time_from_unix (opened);
  g_autofree char *later = practice_time_from_unix (opened + SECONDS_OF_A_YEAR);

  practice_bind_text (row, 14, opened_at);
  practice_bind_text (row, 15, later);
  practice_bind_text (row, 16, g_str_equal (status, "inactive") ? later : NULL);
  practice_bind_text (row, 17, opened_at);
  practice_bind_text (row, 18, later);
}

static void
insert_plan (PracticeDatabase *database, const PracticePlanSeed *seed, const char *uuid)
{
  const Kind *kind = &kinds[seed->number % G_N_ELEMENTS (kinds)];
  guint64 luck = practice_text_mix (seed->number);
  const char *status = choose_status (seed->number);
  g_autofree char *name = make_name (seed, kind, luck);
  g_autofree char *folded_name = practice_text_fold (name);
  g_autofree char *made_number =
      g_strdup_printf ("%c%c-%07u", (char) ('A' + luck % 26), (char) ('A' + luck / 26 % 26),
                       (guint) (luck / 676 % 10000000));
  const char *policy = seed->policy_number != NULL ? seed->policy_number : made_number;
  g_autofree char *folded_policy = practice_text_fold (policy);
  g_autofree char *proposal = g_strdup_printf ("PR%06u", (guint) (luck % 1000000));
  gint64 value = seed->value;
  sqlite3_stmt *row = practice_database_prepare (
      database,
      "INSERT INTO plans (uuid, firm_uuid, name, folded_name, type, sub_type, abstract_type,"
      " status, policy_number, folded_policy_number, proposal_reference, provider_name, value,"
      " opened_at, valued_at, inactive_at, created_at, updated_at)"
      " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");

  if (value == 0)
    value = (kind->least + (gint64) (luck % (guint64) (kind->most - kind->least))) * 100
            + (gint64) (luck % 3 * 25);

  practice_bind_text (row, 1, uuid);
  practice_bind_text (row, 2, PRACTICE_FIRM);
  practice_bind_text (row, 3, name);
  practice_bind_text (row, 4, folded_name);
  practice_bind_text (row, 5, kind->type);
  practice_bind_text (row, 6, kind->sub_types[luck / 7 % 3]);
  practice_bind_text (row, 7, kind->abstract_type);
  practice_bind_text (row, 8, status);
  practice_bind_text (row, 9, policy);
  practice_bind_text (row, 10, folded_policy);
  practice_bind_text (row, 11, g_str_equal (status, "proposed") ? proposal : NULL);
  practice_bind_text (row, 12, providers[luck / 3 % G_N_ELEMENTS (providers)]);
  sqlite3_bind_int64 (row, 13, value);
  bind_times (row, status, luck);
  practice_database_execute (database, row);
}

/**
 * practice_seed_plan_get_n_types:
 *
 * Returns: how many types of plan there are
 */
guint
practice_seed_plan_get_n_types (void)
{
  return G_N_ELEMENTS (kinds);
}

/**
 * practice_seed_plan_insert:
 * @database: the database
 * @seed: what is fixed about the plan
 *
 * Stores a plan, the rest of which is made from its number.
 */
void
practice_seed_plan_insert (PracticeDatabase *database, const PracticePlanSeed *seed)
{
  g_autofree char *made = practice_text_uuid_for ("plan", seed->number);
  const char *uuid = seed->uuid != NULL ? seed->uuid : made;

  insert_plan (database, seed, uuid);
  insert_owner (database, uuid, seed->owner_uuid, 0);
  if (seed->partner_uuid != NULL)
    insert_owner (database, uuid, seed->partner_uuid, 1);
}
