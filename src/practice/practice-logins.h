/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The firms, and the staff whom logins belong to. */
#define PRACTICE_FIRM                 "3d0c5a1e-8f42-4b67-9a3d-6e1f70b2c901"
#define PRACTICE_OTHER_FIRM           "b7e94f20-1c6d-4e85-8b0a-52d3c7f61a02"
#define PRACTICE_ACCOUNT_PATRICK      "06afed65-3a5e-45af-a4ab-02ae8d981c29"
#define PRACTICE_ACCOUNT_ZOE          "5c7b1d92-0e3f-4a68-b1c4-9d2e8f705a03"
#define PRACTICE_ACCOUNT_PRIYA        "e84a2c60-7d19-4f53-a6b8-1c0d9e3f7b04"
#define PRACTICE_ACCOUNT_NOOR         "91f3d7b5-2a8c-4e06-9c5d-7b4a1e6f8d05"
#define PRACTICE_ACCOUNT_HENRY        "2e6d8c0b-5f17-4b94-8a3e-d9c1f7405b06"
#define PRACTICE_ACCOUNT_HENRY_CLIENT "7a5f9e13-c4b2-4d08-b6e1-3f8d2c706a07"
#define PRACTICE_ACCOUNT_HENRY_OTHER  "c0d4b8a6-3e71-4f2a-95d7-8e6b1f903c08"

/* What a token opens: one account of one person in one firm. */
typedef struct
{
  const char *uuid;
  const char *person; /* logins of one person share it */
  const char *account_uuid;
  const char *firm_uuid;
  const char *firm_name;
  const char *email;
  gboolean is_primary;
  gboolean is_staff;
  gboolean may_write;
  const char *expires_at; /* (nullable): UTC */
  gboolean expired;
} PracticeLogin;

typedef struct _PracticeTokens PracticeTokens;

PracticeTokens *practice_tokens_new (char **ordinary);
void practice_tokens_free (PracticeTokens *self);
const char *practice_tokens_get_person (PracticeTokens *self, const char *authorization);

const PracticeLogin *practice_logins_get (guint index);
const PracticeLogin *practice_logins_find (const char *person, const char *account_uuid);
const PracticeLogin *practice_logins_get_primary (const char *person);

G_END_DECLS
