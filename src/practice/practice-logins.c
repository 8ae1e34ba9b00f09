/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plannr-practice"

#include "config.h"

#include "practice-logins.h"

#define HARBOUR   "Harbour & Vale Financial Planning"
#define NORTHGATE "Northgate Wealth"

struct _PracticeTokens
{
  GHashTable *persons; /* token (owned) → person; in memory alone, never logged or stored */
};

static const PracticeLogin logins[] = {
  {
      .uuid = "d1a7c3e5-9b20-4f68-8c14-6e5f0d7b2a11",
      .person = "ordinary",
      .account_uuid = PRACTICE_ACCOUNT_ZOE,
      .firm_uuid = PRACTICE_FIRM,
      .firm_name = HARBOUR,
      .email = "zoe.mueller@harbour-vale.example.com",
      .is_primary = TRUE,
      .is_staff = TRUE,
      .may_write = TRUE,
  },
  {
      .uuid = "a9e2f4b6-0d17-4c83-9f5a-3b7c8d1e6f12",
      .person = "read-only",
      .account_uuid = PRACTICE_ACCOUNT_PRIYA,
      .firm_uuid = PRACTICE_FIRM,
      .firm_name = HARBOUR,
      .email = "priya.raman@harbour-vale.example.com",
      .is_primary = TRUE,
      .is_staff = TRUE,
  },
  {
      .uuid = "6f8b0d2c-4e91-4a75-b3c6-9d1e7f5a8b13",
      .person = "expired",
      .account_uuid = PRACTICE_ACCOUNT_NOOR,
      .firm_uuid = PRACTICE_FIRM,
      .firm_name = HARBOUR,
      .email = "noor.rahman@harbour-vale.example.com",
      .is_primary = TRUE,
      .is_staff = TRUE,
      .may_write = TRUE,
      .expires_at = "2025-03-31T23:00:00Z",
      .expired = TRUE,
  },
  {
      .uuid = "0c4d6e8f-7a35-4b19-a2d8-5f1b3c9e7d14",
      .person = "several",
      .account_uuid = PRACTICE_ACCOUNT_HENRY,
      .firm_uuid = PRACTICE_FIRM,
      .firm_name = HARBOUR,
      .email = "henry.ashworth-cole@harbour-vale.example.com",
      .is_primary = TRUE,
      .is_staff = TRUE,
      .may_write = TRUE,
  },
  {
      .uuid = "8e1f3a5b-2c79-4d06-95b4-7c0d6e2f9a15",
      .person = "several",
      .account_uuid = PRACTICE_ACCOUNT_HENRY_CLIENT,
      .firm_uuid = PRACTICE_FIRM,
      .firm_name = HARBOUR,
      .email = "henry.ashworth-cole@example.org",
  },
  {
      .uuid = "f5a9b7c1-6d04-4e82-8f3b-2e9c0a4d7b16",
      .person = "several",
      .account_uuid = PRACTICE_ACCOUNT_HENRY_OTHER,
      .firm_uuid = PRACTICE_OTHER_FIRM,
      .firm_name = NORTHGATE,
      .email = "h.ashworth-cole@northgate.example.com",
      .is_staff = TRUE,
      .may_write = TRUE,
  },
};

/**
 * practice_tokens_new:
 * @ordinary: (nullable): the tokens that open the ordinary login; "practice" where there are none
 *
 * Returns: (transfer full): what each token opens
 */
PracticeTokens *
practice_tokens_new (char **ordinary)
{
  PracticeTokens *self = g_new0 (PracticeTokens, 1);

  self->persons = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_hash_table_insert (self->persons, g_strdup ("practice-read-only"), (gpointer) "read-only");
  g_hash_table_insert (self->persons, g_strdup ("practice-expired"), (gpointer) "expired");
  g_hash_table_insert (self->persons, g_strdup ("practice-several"), (gpointer) "several");
  if (ordinary == NULL || ordinary[0] == NULL)
    g_hash_table_insert (self->persons, g_strdup ("practice"), (gpointer) "ordinary");
  for (guint i = 0; ordinary != NULL && ordinary[i] != NULL; i++)
    g_hash_table_insert (self->persons, g_strdup (ordinary[i]), (gpointer) "ordinary");
  return self;
}

/**
 * practice_tokens_free:
 * @self: (transfer full): the tokens
 *
 * Frees @self.
 */
void
practice_tokens_free (PracticeTokens *self)
{
  g_hash_table_unref (self->persons);
  g_free (self);
}

/**
 * practice_tokens_get_person:
 * @self: the tokens
 * @authorization: (nullable): the header of that name
 *
 * Returns: (nullable): whose token it carries, if it is one of ours
 */
const char *
practice_tokens_get_person (PracticeTokens *self, const char *authorization)
{
  if (authorization == NULL || g_ascii_strncasecmp (authorization, "Bearer ", 7) != 0)
    return NULL;
  return g_hash_table_lookup (self->persons, authorization + 7);
}

/**
 * practice_logins_get:
 * @index: a number from 0
 *
 * Returns: (nullable): the login, %NULL after the last
 */
const PracticeLogin *
practice_logins_get (guint index)
{
  return index < G_N_ELEMENTS (logins) ? &logins[index] : NULL;
}

/**
 * practice_logins_find:
 * @person: a person
 * @account_uuid: (nullable): an account, in either case
 *
 * Returns: (nullable): the person's login for that account
 */
const PracticeLogin *
practice_logins_find (const char *person, const char *account_uuid)
{
  if (account_uuid == NULL)
    return NULL;
  for (guint i = 0; i < G_N_ELEMENTS (logins); i++)
    if (g_str_equal (logins[i].person, person)
        && g_ascii_strcasecmp (logins[i].account_uuid, account_uuid) == 0)
      return &logins[i];
  return NULL;
}

/**
 * practice_logins_get_primary:
 * @person: a person
 *
 * Returns: the login that the person uses by default
 */
const PracticeLogin *
practice_logins_get_primary (const char *person)
{
  for (guint i = 0; i < G_N_ELEMENTS (logins); i++)
    if (g_str_equal (logins[i].person, person) && logins[i].is_primary)
      return &logins[i];
  g_return_val_if_reached (&logins[0]);
}
