/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plannr-index.h"

G_BEGIN_DECLS

/* The index is written in two files: what keeps it, and what searches it. */

/** What stands before each key, and after the last. */
#define PLANNR_INDEX_GAP '\n'

typedef struct
{
  guint32 key;  /* where it begins */
  guint32 used; /* the higher, the later this person has chosen it; 0 for never */
  guint16 length;
  guint16 name_length;
  guint8 rank; /* the smaller, the better */
  guint8 inactive;
  guint8 gone;
} PlannrIndexRecord;

typedef struct
{
  guint8 bytes[16];
} PlannrIndexUuid;

struct _PlannrIndex
{
  char *keys;                 /* (owned): all of them, in the order of their records */
  PlannrIndexRecord *records; /* (owned): of all, and of those that are gone */
  PlannrIndexUuid *uuids;     /* (owned): theirs */
  guint32 *places;            /* (owned): a hash table of records by UUID, from 1; 0 is none */
  gsize keys_length;
  gsize keys_size;
  guint n_records;
  guint records_size;
  guint n_places;
  guint n_gone;
  guint32 last_used;
};

G_END_DECLS
