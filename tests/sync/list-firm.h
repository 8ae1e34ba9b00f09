/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <libsoup/soup.h>

G_BEGIN_DECLS

/* A firm in the process of the test, which has lists and nothing else, and can be told what is to happen
 * while they are gone through. Its people are there from the start; of the others it knows nothing until
 * it is told so. */
typedef struct _ListFirm ListFirm;

/* Called before the answer to each request for a list, the first of which is 1. */
typedef void (*ListFirmFunc) (ListFirm *firm, guint n_requests);

typedef struct
{
  GArray *items;     /* of their numbers, the oldest first */
  guint next;        /* the number of what comes next */
  GArray *times;     /* when requests for it came, of gint64 */
  guint n_requests;  /* how many did */
  ListFirmFunc func; /* (nullable) */
  guint status;      /* what requests are answered with in place of the list; 0 for the list */
  guint n_failures;  /* how many of them, if not all */
} ListFirmList;

struct _ListFirm
{
  SoupServer *server;
  ListFirmList people;
  ListFirmList plans;
  ListFirmList statuses;
  ListFirmList cases;   /* each of them of one of three types, and of three statuses */
  GHashTable *inactive; /* people, by their numbers */
  GHashTable *renamed;  /* plans, by their numbers */
  GArray *times;        /* when requests came, of gint64 */
  GString *paths;       /* what each was for */
  GString *sorts;       /* what those for people were sorted by */
  int remaining;        /* X-Ratelimit-Remaining; −1 for none */
  guint last_page;      /* what it says that the last page is; 0 for what it is */
  guint broken;         /* a page of people that can't be had; 0 for none */
  gboolean stuck;       /* whether each page is the first one */
  guint n_busy;         /* how many requests are still to be answered 429 */
  gboolean hasty;       /* whether they may be asked again at once */
  gboolean no_phones;   /* whether telephone numbers may not be asked for */
  char *url;
};

ListFirm *list_firm_new (guint n_people);
void list_firm_free (ListFirm *self);

void list_firm_add (ListFirmList *list, guint n_items);
void list_firm_remove (ListFirmList *list, guint number);
char *list_firm_get_uuid (guint number);

G_END_DECLS
