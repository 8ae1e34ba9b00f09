/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-test"

#include "config.h"

#include "plans-sample.h"

#include "people-sample.h"
#include "plannr-plan-key.h"

/* Of a firm's plans, half are of the first three kinds; a %s stands for the owner's name. */
static const struct
{
  const char *kind;
  const char *sub_kind;
  const char *name;
} kinds[] = {
  { "pension", "sipp", "%s’s pension" },
  { "cash_account", "cash isa", "%s’s ISA" },
  { "investment", "stocks and shares isa", "%s’s portfolio" },
  { "protection_policy", "life", "Family cover" },
  { "annuity", "lifetime", "%s’s annuity" },
  { "general_insurance", "buildings", "Buildings and contents" },
  { "group_protection", "group life", "Group life scheme" },
  { "mortgage", "buy to let", "Buy-to-let mortgage" },
  { "pension", "workplace", "Old workplace pension" },
  { "investment", "onshore bond", "Growth portfolio" },
  { "cash_account", "savings", "" },
};

static const char *const owners[] = {
  "Alice",  "Amara", "Beatrix", "Callum", "Daniel", "Eilidh",  "Ewa",   "Fiona", "Gareth",
  "Gethin", "Hamza", "Imogen",  "James",  "Karim",  "Leszek",  "Lowri", "Maeve", "Nuala",
  "Oisín",  "Petra", "Quentin", "Rhys",   "Søren",  "Wanjiru", "Zoë",
};

static const char *const providers[] = {
  "Albion Mutual",       "Aviva",         "Beacon Insurance",    "Castle & Keep",
  "Lighthouse Pensions", "Northern Star", "Pennine Investments", "Royal Harbour",
  "Severn Assurance",    "Thames Vale",   "Wessex Life",
};

static const char *
choose_status (guint number)
{
  if (number % 9 == 7)
    return "inactive";

  return number % 13 == 12 ? "proposed" : "active";
}

/* The plans of a firm, the same for the same @n_plans. */
PlannrIndex *
plans_sample_new (guint n_plans)
{
  PlannrIndex *index = plannr_index_new ();

  for (guint i = 0; i < n_plans; i++)
    {
      guint luck = i * 2246822519u ^ i >> 3;
      const char *pattern = kinds[i % G_N_ELEMENTS (kinds)].name;
      g_auto (GStrv) pieces = g_strsplit (pattern, "%s", 2);
      g_autofree char *name =
          pieces[0] != NULL && pieces[1] != NULL
              ? g_strconcat (owners[luck / 7 % G_N_ELEMENTS (owners)], pieces[1], NULL)
              : g_strdup (pattern);
      g_autofree char *number =
          g_strdup_printf ("%c%c-%07u/%02u", (char) ('A' + luck % 26),
                           (char) ('A' + luck / 26 % 26), luck / 676 % 10000000, luck % 100);
      g_autofree char *key =
          plannr_plan_key_new (name, number, providers[luck / 3 % G_N_ELEMENTS (providers)],
                               kinds[i % G_N_ELEMENTS (kinds)].kind,
                               kinds[i % G_N_ELEMENTS (kinds)].sub_kind);
      g_autofree char *uuid = people_sample_get_uuid (i);

      plannr_index_put (index, uuid, key, plannr_plan_key_get_rank (choose_status (i)), FALSE);
    }

  return index;
}
