/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <json-glib/json-glib.h>
#include <libsoup/soup.h>

G_BEGIN_DECLS

/* A practice firm that runs as a process of its own, and a client that shares no code with the
 * application's. */
typedef struct
{
  GSubprocess *process;
  SoupSession *session;
  char *base;
  const char *token;   /* (nullable): the Authorization header is left out */
  const char *account; /* (nullable): the account header is left out */
} Firm;

/* What came back. Where nothing did, there is an error and the status is 0. */
typedef struct
{
  guint status;
  SoupMessage *message;
  GBytes *body;
  JsonNode *root; /* (nullable) */
  GError *error;
  GPtrArray *texts;
} Answer;

#define FIRM_ZOE    "5c7b1d92-0e3f-4a68-b1c4-9d2e8f705a03"
#define FIRM_GARETH "f5e985d6-8e32-4d65-a996-ba5a9f9632eb"
#define FIRM_STAFF  "06afed65-3a5e-45af-a4ab-02ae8d981c29"

Firm *firm_start (void);
Firm *firm_start_with (const char *first, ...) G_GNUC_NULL_TERMINATED;
Firm *firm_start_logged (const char *log, const char *first, ...) G_GNUC_NULL_TERMINATED;
void firm_stop (Firm *self);
void firm_free (Firm *self);

Answer *firm_send (
    Firm *self, const char *method, const char *path, const char *content_type, const char *body);
Answer *firm_get (Firm *self, const char *path);
Answer *firm_create (Firm *self, const char *body);
char *firm_read_payload (const char *name);
char *firm_make_file (void);
void firm_remove_file (const char *path);
gint64 firm_count (const char *file, const char *sql);
void firm_change (const char *file, const char *sql);

void answer_free (Answer *self);
const char *answer_text (Answer *self, const char *path);
guint answer_count (Answer *self, const char *path);
const char *answer_header (Answer *self, const char *name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Firm, firm_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Answer, answer_free)

G_END_DECLS
