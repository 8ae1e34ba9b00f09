/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plannr-people-index.h"

G_BEGIN_DECLS

/* The index is written in two files: what keeps it, and what searches it. */

/** What stands before each key, and after the last. */
#define PLANNR_PEOPLE_GAP '\n'

typedef struct
{
  guint32 key;  /* where it begins */
  guint32 used; /* the higher, the later this person was chosen; 0 for never */
  guint16 length;
  guint16 name_length;
  guint8 kind; /* a PlannrAccountKind */
  guint8 inactive;
  guint8 gone;
} PlannrPeopleRecord;

typedef struct
{
  guint8 bytes[16];
} PlannrPeopleUuid;

struct _PlannrPeopleIndex
{
  char *keys;                  /* (owned): all of them, in the order of their records */
  PlannrPeopleRecord *records; /* (owned): of everybody, and of those who are gone */
  PlannrPeopleUuid *uuids;     /* (owned): theirs */
  guint32 *places;             /* (owned): a hash table of records by UUID, from 1; 0 is nobody */
  gsize keys_length;
  gsize keys_size;
  guint n_records;
  guint records_size;
  guint n_places;
  guint n_gone;
  guint32 last_used;
};

G_END_DECLS
