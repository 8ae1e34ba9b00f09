/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-test"

#include "config.h"

#include "people-sample.h"

#include "plannr-people-key.h"

/* Addresses are of domains that nobody can own, telephone numbers those that are kept for drama. */
typedef struct
{
  PlannrAccountKind kind;
  const char *name;
  const char *email;
  const char *phone;
  gboolean inactive;
} Person;

#define CLIENT   PLANNR_ACCOUNT_KIND_CLIENT
#define STAFF    PLANNR_ACCOUNT_KIND_EMPLOYEE
#define EXTERNAL PLANNR_ACCOUNT_KIND_EXTERNAL

static const Person people[] = {
  { CLIENT, "Zoë Müller", "zoe.mueller@example.org", "07700 900123", FALSE },
  { CLIENT, "Łukasz Wiśniewski", "l.wisniewski@example.org", "+44 7700 900456", FALSE },
  { CLIENT, "Søren Østergård", "soren@example.net", NULL, FALSE },
  { CLIENT, "Đorđe Đurić", NULL, NULL, FALSE },
  { CLIENT, "Jürgen Groß", "jg@example.com", NULL, FALSE },
  { CLIENT, "Þóra Sigurðardóttir", NULL, NULL, FALSE },
  { CLIENT, "Æthel Rødland", NULL, NULL, FALSE },
  { CLIENT, "Işıl Yılmaz", NULL, NULL, FALSE },
  { CLIENT, "Anaïs Œuvrard", NULL, NULL, FALSE },
  { CLIENT, "Siobhán O’Connor", "siobhan.oconnor@example.org", NULL, FALSE },
  { CLIENT, "Nuala O'Brien", NULL, NULL, FALSE },
  { CLIENT, "D´Arcy Whitfield", NULL, NULL, FALSE },
  { CLIENT, "Henry Ashworth-Cole", "henry.ashworth-cole@example.org", NULL, FALSE },
  { CLIENT, "Jean‑Baptiste Moreau", NULL, NULL, FALSE },
  { CLIENT, "محمد العلي", NULL, NULL, FALSE },
  { CLIENT, "أحمد إبراهيم", NULL, NULL, FALSE },
  { CLIENT, "فاطمة الزهراء", NULL, NULL, FALSE },
  { CLIENT, "مـحـمـود حَسَن", NULL, NULL, FALSE },
  { CLIENT, "مصطفى علی", NULL, NULL, FALSE },
  { CLIENT, "山田 太郎", NULL, NULL, FALSE },
  { CLIENT, "王小明", NULL, NULL, FALSE },
  { CLIENT, "김민준", NULL, NULL, FALSE },
  { CLIENT, "ﾀﾅｶ ﾊﾅｺ", NULL, NULL, FALSE },
  { CLIENT, "Nguyễn Thị Hương", NULL, NULL, FALSE },
  { CLIENT, "Άννα Παπαδάκη", NULL, NULL, FALSE },
  { CLIENT, "Ольга Пёстрая", NULL, NULL, FALSE },
  { CLIENT, "שרה כהן", NULL, NULL, FALSE },
  { CLIENT, "सुनीता शर्मा", NULL, NULL, FALSE },
  { CLIENT, "Gareth Thompson", "gareth.thompson@example.org", "020 7946 0123", FALSE },
  { CLIENT, "Gareth Thompson", "g.thompson1958@example.org", "+44 (0)20 7946 0958", FALSE },
  { CLIENT, "Carys Thompson", "carys@example.org", "(020) 7946-0777", FALSE },
  { CLIENT, "Mr & Mrs Thompson", "gareth.thompson@example.org", NULL, FALSE },
  { STAFF, "Gareth Pugh", "gareth.pugh@harbour.example.com", NULL, FALSE },
  { EXTERNAL, "Gareth Strange", "desk@strange.example.com", NULL, FALSE },
  { CLIENT, "Thomas Garethson", NULL, NULL, FALSE },
  { CLIENT, "Gareth Gone", NULL, NULL, TRUE },
  { CLIENT, "Ruth Goldberg", "ruth.goldberg@example.com", NULL, TRUE },
  { CLIENT, "Bo Li", "bo.li@example.com", "+353 1 555 0199", FALSE },
  { STAFF, "Ann Marks", NULL, NULL, FALSE },
  { CLIENT, "Mary Ann Belfry", NULL, NULL, FALSE },
  { CLIENT, "Diana Mannering", NULL, NULL, FALSE },
  { EXTERNAL, "Fenwick & Shaw Solicitors", "office@fenwick-shaw.example.com", NULL, FALSE },
  { STAFF, "Patrick Llewellyn", "patrick.llewellyn@harbour.example.com", NULL, FALSE },
  { STAFF, "Bronwen Hughes", "bronwen.hughes@harbour.example.com", NULL, FALSE },
  { CLIENT, "Patricia Vane", NULL, NULL, FALSE },
  { CLIENT, "Fitzpatrick Oyelaran", NULL, NULL, FALSE },
  { EXTERNAL, "Xerxes Quill", "zz@quill.example.com", NULL, FALSE },
  { STAFF, "Quentin Xu", NULL, NULL, FALSE },
  { PLANNR_ACCOUNT_KIND_UNKNOWN, "Quillon Trust", NULL, NULL, FALSE },
  { CLIENT, NULL, "no.name@example.org", "07700 900999", FALSE },
};

/* Whom this person has chosen, the last one last. */
static const char *const chosen[] = { "Xerxes Quill", "Patrick Llewellyn", "Quillon Trust" };

static const char *const first_names[] = {
  "Alice",   "Amara",  "Anita",   "Arjun",  "Beatrix", "Brigid", "Callum",  "Catrin",
  "Cillian", "Daisy",  "Daniel",  "Deepak", "Dilys",   "Eilidh", "Elif",    "Emily",
  "Ewa",     "Fiona",  "Frank",   "Gethin", "Grace",   "Gwen",   "Hamza",   "Hannah",
  "Harold",  "Imogen", "Ingrid",  "Isaac",  "Jakub",   "James",  "Jasmine", "Joyce",
  "Karim",   "Keiko",  "Kenneth", "Lars",   "Layla",   "Leszek", "Lowri",   "Maeve",
};

static const char *const last_names[] = {
  "Abara",  "Ahmed",  "Bailey", "Banerjee", "Bell",    "Bevan",   "Campbell", "Chen",    "Clegg",
  "Costa",  "Davies", "Desai",  "Dubois",   "Edwards", "Ellis",   "Farooq",   "Ferrari", "Forsyth",
  "Garcia", "Grant",  "Haddad", "Hall",     "Hartley", "Hussain", "Iyer",
};

static GHashTable *names; /* (owned), by UUID */

char *
people_sample_get_uuid (guint number)
{
  return g_strdup_printf ("%08x-0e3f-4a68-b1c4-%012x", number * 2654435761u, number);
}

static void
put (PlannrIndex *index, guint number, const Person *person)
{
  g_autofree char *uuid = people_sample_get_uuid (number);
  g_autofree char *key = plannr_people_key_new (person->name, person->email, person->phone);

  plannr_index_put (index, uuid, key, plannr_people_key_get_rank (person->kind), person->inactive);
  if (names != NULL)
    g_hash_table_insert (names, g_strdup (uuid),
                         g_strdup (person->name != NULL ? person->name : person->email));
}

static void
generate (PlannrIndex *index, guint number)
{
  const guint n_first = G_N_ELEMENTS (first_names);
  const guint n_last = G_N_ELEMENTS (last_names);
  const char *first = first_names[number % n_first];
  const char *last = last_names[number / n_first % n_last];
  guint round = number / (n_first * n_last);
  g_autofree char *name = g_strdup_printf ("%s %s", first, last);
  g_autofree char *address = g_strdup_printf ("%s.%s.%u@example.org", first, last, round);
  g_autofree char *email = g_ascii_strdown (address, -1);
  g_autofree char *phone = g_strdup_printf ("01632 %06u", number);
  Person person = { CLIENT, name, email, phone, number % 50 == 49 };

  put (index, G_N_ELEMENTS (people) + number, &person);
}

static void
choose (PlannrIndex *index, const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (people); i++)
    if (g_strcmp0 (people[i].name, name) == 0)
      {
        g_autofree char *uuid = people_sample_get_uuid (i);

        plannr_index_use (index, uuid);
      }
}

/* A firm with people of all sorts, and @n_generated others, of whom each name comes once in 1,000. */
PlannrIndex *
people_sample_new (guint n_generated)
{
  PlannrIndex *index = plannr_index_new ();

  g_clear_pointer (&names, g_hash_table_unref);
  if (n_generated <= 10000)
    names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  for (guint i = 0; i < G_N_ELEMENTS (people); i++)
    put (index, i, &people[i]);
  for (guint i = 0; i < n_generated; i++)
    generate (index, i);
  for (guint i = 0; i < G_N_ELEMENTS (chosen); i++)
    choose (index, chosen[i]);

  return index;
}

const char *
people_sample_get_name (const char *uuid)
{
  return g_hash_table_lookup (names, uuid);
}
