/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plannr-practice"

#include "config.h"

#include "practice-seed.h"

#include "practice-seed-plan.h"

#define N_PLANS          120
#define GROUP_PROTECTION 6 /* number of the type that only firms have */

/* These are the ones that Plannr's specification names in its example, and two that are known by
 * their policy numbers. */
static const PracticePlanSeed fixed[] = {
  { .number = 0,
    .uuid = "b409a7a0-90b6-4c3c-b154-23c7fd287b21",
    .policy_number = "AVIVA-123",
    .name = "Gareth’s ISA",
    .value = 1250000,
    .owner_uuid = "f5e985d6-8e32-4d65-a996-ba5a9f9632eb" },
  { .number = 1,
    .policy_number = "SP-10293",
    .name = "",
    .value = 8150000,
    .owner_uuid = "ada.okafor@example.org" },
  { .number = 11,
    .uuid = "75217a45-1f2b-4d8c-b7d2-2c0a1b1a3fce",
    .policy_number = "NS-4471902",
    .name = "Gareth’s pension",
    .value = 16420050,
    .owner_uuid = "f5e985d6-8e32-4d65-a996-ba5a9f9632eb" },
};

static const PracticeClient *
get_client (GArray *clients, guint index)
{
  return &g_array_index (clients, PracticeClient, index % clients->len);
}

/* The next client from START on who is a firm, or a single person. */
static const PracticeClient *
find_owner (GArray *clients, guint start, gboolean firm)
{
  const PracticeClient *client;

  do
    client = get_client (clients, start++);
  while (firm != g_str_equal (client->person->role, "business")
         || (!firm && g_str_equal (client->person->role, "joint")));
  return client;
}

static const PracticeClient *
find_partner (GArray *clients, const PracticeClient *client)
{
  for (guint i = 0; client->person->couple != 0 && i < clients->len; i++)
    {
      const PracticeClient *other = get_client (clients, i);

      if (other != client && other->person->couple == client->person->couple
          && g_str_equal (other->person->role, "individual"))
        return other;
    }
  return NULL;
}

static const PracticePlanSeed *
find_fixed (guint number)
{
  for (guint i = 0; i < G_N_ELEMENTS (fixed); i++)
    if (fixed[i].number == number)
      return &fixed[i];
  return NULL;
}

static void
insert_fixed (PracticeDatabase *database, GArray *clients, const PracticePlanSeed *known)
{
  PracticePlanSeed seed = *known;

  for (guint i = 0; i < clients->len; i++)
    if (g_str_equal (get_client (clients, i)->person->email, known->owner_uuid))
      {
        seed.owner_uuid = get_client (clients, i)->uuid;
        break;
      }
  practice_seed_plan_insert (database, &seed);
}

/**
 * practice_seed_plans:
 * @database: the database
 * @clients: (element-type PracticeClient): the clients
 *
 * Stores 120 plans, of each type as many; of a couple's every second belongs to both.
 */
void
practice_seed_plans (PracticeDatabase *database, GArray *clients)
{
  for (guint i = 0; i < N_PLANS; i++)
    {
      const PracticePlanSeed *known = find_fixed (i);
      gboolean firm = i % practice_seed_plan_get_n_types () == GROUP_PROTECTION;
      const PracticeClient *owner = find_owner (clients, i * 7 + i / 10, firm);
      const PracticeClient *partner = i % 2 == 1 ? find_partner (clients, owner) : NULL;
      PracticePlanSeed seed = {
        .number = i,
        .first_name = owner->person->first_name,
        .owner_uuid = owner->uuid,
        .partner_uuid = partner != NULL ? partner->uuid : NULL,
      };

      if (known != NULL)
        insert_fixed (database, clients, known);
      else
        practice_seed_plan_insert (database, &seed);
    }
}
