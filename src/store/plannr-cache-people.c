/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-store"

#include "config.h"

#include "plannr-account.h"
#include "plannr-cache-list.h"
#include "plannr-people-key.h"
#include "plannr-people-query.h"

#define FIELDS "uuid, name, kind, role, email, phone, adviser, joint, inactive"

/* Whoever is seen while a pass goes on is there. */
#define INSERTION                                                                                  \
  "INSERT INTO people (uuid, name, kind, role, email, phone, adviser, folded, joint, inactive,"    \
  "                    listed, seen)"                                                              \
  " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, (SELECT pass FROM passes WHERE what = 'people'))"     \
  " ON CONFLICT (uuid) DO UPDATE SET name = excluded.name, kind = excluded.kind,"                  \
  "  role = excluded.role, email = excluded.email, phone = excluded.phone,"                        \
  "  adviser = excluded.adviser, folded = excluded.folded, joint = excluded.joint,"                \
  "  inactive = excluded.inactive, listed = max (listed, excluded.listed), seen = excluded.seen"

static gpointer
read_person (sqlite3_stmt *row)
{
  return g_object_new (PLANNR_TYPE_ACCOUNT, "uuid", plannr_cache_get_text (row, 0), "name",
                       plannr_cache_get_text (row, 1), "kind",
                       plannr_account_kind_from_word (plannr_cache_get_text (row, 2)), "role",
                       plannr_cache_get_text (row, 3), "email", plannr_cache_get_text (row, 4),
                       "phone", plannr_cache_get_text (row, 5), "adviser",
                       plannr_cache_get_text (row, 6), "joint", sqlite3_column_int (row, 7) != 0,
                       "inactive", sqlite3_column_int (row, 8) != 0, NULL);
}

static char *
get_key (gpointer person)
{
  return plannr_people_key_new (plannr_account_get_name (person), plannr_account_get_email (person),
                                plannr_account_get_phone (person));
}

static const char *
get_kind (gpointer person)
{
  return plannr_account_kind_to_word (plannr_account_get_kind (person));
}

static gboolean
get_inactive (gpointer person)
{
  return plannr_account_get_inactive (person);
}

static guint8
rank (const char *kind)
{
  return plannr_people_key_get_rank (plannr_account_kind_from_word (kind));
}

static void
bind_person (sqlite3_stmt *statement, gpointer person, gboolean listed)
{
  g_autofree char *key = get_key (person);
  const char *const texts[] = {
    plannr_account_get_uuid (person),
    plannr_account_get_name (person),
    get_kind (person),
    plannr_account_get_role (person),
    plannr_account_get_email (person),
    plannr_account_get_phone (person),
    plannr_account_get_adviser (person),
    key,
  };
  int n = G_N_ELEMENTS (texts);

  plannr_cache_bind_texts (statement, G_N_ELEMENTS (texts), texts);
  sqlite3_bind_int (statement, ++n, plannr_account_get_joint (person));
  sqlite3_bind_int (statement, ++n, plannr_account_get_inactive (person));
  sqlite3_bind_int (statement, ++n, listed != FALSE);
}

/* A telephone number is only told where it was asked for, which Plannr may not allow. */
static gpointer
complete_person (gpointer person, gpointer known, gboolean listed)
{
  PlannrAccountKind kind = plannr_account_get_kind (person);
  gpointer else_known = listed ? person : known;

  if (kind == PLANNR_ACCOUNT_KIND_UNKNOWN)
    kind = plannr_account_get_kind (else_known);

  return g_object_new (PLANNR_TYPE_ACCOUNT, "uuid", plannr_account_get_uuid (person), "name",
                       plannr_cache_either (plannr_account_get_name (person),
                                            plannr_account_get_name (else_known)),
                       "kind", kind, "role",
                       plannr_cache_either (plannr_account_get_role (person),
                                            plannr_account_get_role (else_known)),
                       "email",
                       plannr_cache_either (plannr_account_get_email (person),
                                            plannr_account_get_email (else_known)),
                       "phone",
                       plannr_cache_either (plannr_account_get_phone (person),
                                            plannr_account_get_phone (known)),
                       "adviser",
                       plannr_cache_either (plannr_account_get_adviser (person),
                                            plannr_account_get_adviser (else_known)),
                       "joint", plannr_account_get_joint (person), "inactive",
                       plannr_account_get_inactive (person), NULL);
}

const PlannrCacheList plannr_cache_people = {
  .what = PLANNR_CACHE_PEOPLE,
  .table = "people",
  .fields = FIELDS,
  .listed = "listed",
  .insertion = INSERTION,
  .ranked_by = "kind",
  .inactive = "inactive",
  .read = read_person,
  .bind = bind_person,
  .complete = complete_person,
  .get_key = get_key,
  .get_ranked_by = get_kind,
  .get_inactive = get_inactive,
  .rank = rank,
  .query_new = plannr_people_query_new,
};
