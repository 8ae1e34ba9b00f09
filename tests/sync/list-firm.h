/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <libsoup/soup.h>

G_BEGIN_DECLS

/* A firm in the process of the test, which has people and nothing else, and can be told what is to
 * happen while they are listed. */
typedef struct _ListFirm ListFirm;

/* Called before the answer to each request, the first of which is 1. */
typedef void (*ListFirmFunc) (ListFirm *firm, guint n_requests);

struct _ListFirm
{
  SoupServer *server;
  GArray *people;       /* of their numbers, the oldest first */
  GHashTable *inactive; /* by their numbers */
  guint next;           /* the number of who comes next */
  GArray *times;        /* when requests came, of gint64 */
  GString *sorts;       /* what each was sorted by */
  ListFirmFunc func;    /* (nullable) */
  int remaining;        /* X-Ratelimit-Remaining; −1 for none */
  guint n_busy;         /* how many requests are still to be answered 429 */
  gboolean no_phones;   /* whether telephone numbers may not be asked for */
  guint n_requests;
  char *url;
};

ListFirm *list_firm_new (guint n_people);
void list_firm_free (ListFirm *self);

void list_firm_add (ListFirm *self, guint n_people);
void list_firm_remove (ListFirm *self, guint number);
char *list_firm_get_uuid (guint number);

G_END_DECLS
