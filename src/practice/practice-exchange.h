/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <libsoup/soup.h>

#include "practice-database.h"
#include "practice-directory.h"
#include "practice-json.h"
#include "practice-logins.h"

G_BEGIN_DECLS

/* libsoup knows no name for it. */
#define PRACTICE_TOO_MANY_REQUESTS 429

/* How an answer goes out. All but the first are faults. */
typedef enum
{
  PRACTICE_MANNER_PROPER,
  PRACTICE_MANNER_RESET,      /* the connection is reset, nothing is said */
  PRACTICE_MANNER_CLOSE,      /* the connection is closed, nothing is said */
  PRACTICE_MANNER_CUT_HEADER, /* it closes in the middle of the header */
  PRACTICE_MANNER_CUT_BODY,   /* it closes in the middle of a body of known length */
  PRACTICE_MANNER_CUT_CHUNK,  /* it closes in the middle of a chunked body */
  PRACTICE_MANNER_DRIP,       /* the header goes out, then the body, byte by byte */
} PracticeManner;

/* One request and the answer that is being made for it. */
typedef struct
{
  /* what came */
  SoupServerMessage *message; /* (owned) */
  char *path;                 /* (owned) */
  GHashTable *query;          /* (owned), decoded */
  char *uuid;                 /* (owned) (nullable): the one in the path, in lower case */

  /* whose it is */
  PracticeDatabase *database;   /* (unowned) */
  PracticeDirectory *directory; /* (unowned) */
  const PracticeLogin *login;   /* (nullable) */
  const char *firm_uuid;        /* (nullable) */

  /* what goes out */
  guint status;
  PracticeJson json;
  const char *content_type;
  GBytes *bytes; /* (owned) (nullable): in the place of json */
  PracticeManner manner;
  guint hold;         /* milliseconds before it goes out */
  guint down;         /* milliseconds for which nothing listens afterwards */
  gboolean stale;     /* the connection is closed when the answer has gone out */
  gboolean late;      /* the request is only carried out when that time has passed */
  gint64 started;     /* monotonic, microseconds */
  gpointer user_data; /* (unowned): the server */
} PracticeExchange;

PracticeExchange *
practice_exchange_new (SoupServerMessage *message, const char *path, GHashTable *query);
void practice_exchange_free (PracticeExchange *self);
void practice_exchange_fail (PracticeExchange *self, guint status, const char *message);
void practice_exchange_set_header (PracticeExchange *self, const char *name, const char *value);
void practice_exchange_set_bytes (PracticeExchange *self, const char *content_type, GBytes *bytes);
const char *practice_exchange_get_phrase (guint status);
const char *practice_exchange_get_parameter (PracticeExchange *self, const char *name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PracticeExchange, practice_exchange_free)

G_END_DECLS
