/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plannr-practice"

#include "config.h"

#include "practice-seed.h"

#include "practice-logins.h"
#include "practice-seed-plan.h"
#include "practice-text.h"

static const char *const first_names[] = {
  "Aaliyah", "Adaeze",   "Agnieszka", "Ahmed",  "Alasdair", "Alice",    "Amara",   "Anita",
  "Arjun",   "Beatrix",  "Blessing",  "Brigid", "Callum",   "Catrin",   "Chloé",   "Cillian",
  "Daisy",   "Daniel",   "Deepak",    "Dilys",  "Eilidh",   "Elif",     "Emily",   "Ewa",
  "Fiona",   "Folasade", "Frank",     "Gethin", "Gita",     "Grace",    "Gwen",    "Hamza",
  "Hannah",  "Harold",   "Ifeoma",    "Imogen", "Ingrid",   "Isaac",    "Jakub",   "James",
  "Jasmine", "João",     "Joyce",     "Karim",  "Kateřina", "Keiko",    "Kenneth", "Lars",
  "Layla",   "Leszek",   "Lowri",     "Lucía",  "Maeve",    "Malik",    "Manuel",  "Maria",
  "Meera",   "Mihai",    "Nadia",     "Nia",    "Oisín",    "Olga",     "Owen",    "Parveen",
  "Pavel",   "Petra",    "Quentin",   "Rania",  "Rhys",     "Rosalind", "Ruairí",  "Sanjay",
  "Seren",   "Søren",    "Tariq",     "Teresa", "Ümit",     "Vikram",   "Wanjiru", "Wei",
  "Xanthe",  "Yusuf",    "Yvonne",    "Zainab", "Zdeněk",
};

static const char *const last_names[] = {
  "Abara",     "Ahmed",    "Ainsworth", "Andersson",  "Bailey",    "Banerjee",   "Barrowclough",
  "Bell",      "Bevan",    "Brânză",    "Buchanan",   "Campbell",  "Chaudhry",   "Chen",
  "Clegg",     "Costa",    "Cullen",    "Davies",     "Desai",     "Dubois",     "Dvořák",
  "Edwards",   "Ellis",    "Eze",       "Farooq",     "Ferrari",   "Fitzgerald", "Forsyth",
  "García",    "Gibbs",    "Grant",     "Greenhalgh", "Griffiths", "Gunnarsson", "Haddad",
  "Hall",      "Hartley",  "Hussain",   "Iyer",       "Jankowski", "Jenkins",    "Jensen",
  "Jones",     "Kamara",   "Karimi",    "Kelly",      "Khan",      "Kowalczyk",  "Laing",
  "Lambert",   "Larsson",  "Lewis",     "Lloyd",      "Mackenzie", "Malik",      "McAllister",
  "McCarthy",  "Mehta",    "Morgan",    "Moyo",       "Murphy",    "Nakamura",   "Ndlovu",
  "Nowak",     "O'Connor", "O'Neill",   "Oduya",      "Özdemir",   "Papadakis",  "Patel",
  "Pereira",   "Popescu",  "Powell",    "Quinn",      "Rahman",    "Rees",       "Richardson",
  "Robertson", "Rowlands", "Šarić",     "Schmidt",    "Scott",     "Sharma",     "Shaw",
  "Singh",     "Smith",    "Stewart",   "Svensson",   "Takahashi", "Taylor",     "Tesfaye",
  "Thomas",    "Tran",     "Turner",    "Varga",      "Walker",    "Watson",     "Wójcik",
  "Wright",    "Yeo",      "Young",     "Żak",        "Zhang",     "Zimmermann",
};

static const char *const advisers[] = { PRACTICE_ACCOUNT_PATRICK, PRACTICE_ACCOUNT_HENRY };

static char *
make_email (const char *first_name, const char *last_name, guint number)
{
  g_autofree char *first = practice_text_slug (first_name);
  g_autofree char *last = practice_text_slug (last_name);

  return g_strdup_printf ("%s.%s.%u@example.org", first, last, number);
}

static void
insert_one (PracticeDatabase *database, guint number)
{
  guint64 luck = practice_text_mix (number);
  const char *first = first_names[luck % G_N_ELEMENTS (first_names)];
  const char *last = last_names[luck / 128 % G_N_ELEMENTS (last_names)];
  g_autofree char *uuid = practice_text_uuid_for ("generated-account", number);
  g_autofree char *email = make_email (first, last, number);
  PracticePerson person = {
    .type = "client",
    .role = "individual",
    .title = luck / 65536 % 2 == 0 ? "Mr" : "Ms",
    .first_name = first,
    .last_name = last,
    .email = email,
    .adviser_uuid = advisers[luck / 131072 % G_N_ELEMENTS (advisers)],
    .inactive = number % 50 == 49,
  };
  PracticePlanSeed plan = {
    .number = 1000 + number,
    .first_name = first,
    .owner_uuid = uuid,
  };

  practice_seed_insert_person (database, PRACTICE_FIRM, uuid, &person, number);
  if (number % 2 == 0)
    practice_seed_plan_insert (database, &plan);
}

/**
 * practice_seed_generate:
 * @database: the database
 * @people: how many people the firm is to have
 *
 * Fills the firm up with clients, the same for the same number; every second one has a plan.
 */
void
practice_seed_generate (PracticeDatabase *database, guint people)
{
  guint number = 0;

  while (practice_seed_get_person (number) != NULL)
    number++;
  for (; number < people; number++)
    insert_one (database, number);
}
