/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-store"

#include "config.h"

#include "plannr-index-private.h"

#include <string.h>

/* One that matches. */
typedef struct
{
  const PlannrIndexRecord *record;
  guint quality;
} Found;

/* The best of those that were found so far, as a heap: none comes after its parent, and the first is the
 * last of them. Who looks deep into a long list asks for many. */
typedef struct
{
  PlannrIndex *index;
  PlannrIndexQuery *query;
  guint quality;  /* at best, of those that are still to be looked at */
  guint8 *looked; /* (owned): of each record a bit, whether it was looked at */
  Found *found;   /* (owned) */
  guint n;
  guint max;
} Search;

/* By all that does not depend on what is looked for. */
static int
compare_items (const PlannrIndexRecord *one, const PlannrIndexRecord *other)
{
  if (one->inactive != other->inactive)
    return one->inactive ? 1 : -1;
  if (one->used != other->used)
    return one->used > other->used ? -1 : 1;

  return (int) one->rank - (int) other->rank;
}

static int
compare_names (PlannrIndex *index, const PlannrIndexRecord *one, const PlannrIndexRecord *other)
{
  int order = memcmp (index->keys + one->key, index->keys + other->key,
                      MIN (one->name_length, other->name_length));

  if (order == 0)
    order = (int) one->name_length - (int) other->name_length;
  if (order != 0)
    return order;

  return memcmp (&index->uuids[one - index->records], &index->uuids[other - index->records],
                 sizeof (PlannrIndexUuid));
}

static int
compare (PlannrIndex *index, const Found *one, const Found *other)
{
  int order = compare_items (one->record, other->record);

  if (order != 0)
    return order;
  if (one->quality != other->quality)
    return one->quality < other->quality ? -1 : 1;

  return compare_names (index, one->record, other->record);
}

static void
add (Search *self, const Found *found)
{
  guint at = self->n++;

  while (at > 0 && compare (self->index, found, &self->found[(at - 1) / 2]) > 0)
    {
      self->found[at] = self->found[(at - 1) / 2];
      at = (at - 1) / 2;
    }
  self->found[at] = *found;
}

/* In place of the last one. */
static void
replace (Search *self, const Found *found)
{
  guint at = 0;
  guint child = 0;

  while ((child = 2 * at + 1) < self->n)
    {
      if (child + 1 < self->n
          && compare (self->index, &self->found[child + 1], &self->found[child]) > 0)
        child++;
      if (compare (self->index, found, &self->found[child]) >= 0)
        break;
      self->found[at] = self->found[child];
      at = child;
    }
  self->found[at] = *found;
}

/* What was a heap with the last one on top is in order then. */
static void
sort (Search *self)
{
  guint n = self->n;

  while (self->n > 1)
    {
      Found last = self->found[0];
      Found moved = self->found[--self->n];

      replace (self, &moved);
      self->found[self->n] = last;
    }
  self->n = n;
}

static gboolean
is_too_late (Search *self, const Found *found)
{
  return self->n == self->max && compare (self->index, found, &self->found[0]) >= 0;
}

/* Each is looked at once: what was left out then would be again, since those that are kept get better. */
static gboolean
look_again (Search *self, const PlannrIndexRecord *record)
{
  gsize at = (gsize) (record - self->index->records);
  guint8 bit = (guint8) (1 << at % 8);

  if ((self->looked[at / 8] & bit) != 0)
    return TRUE;

  self->looked[at / 8] |= bit;

  return FALSE;
}

static void
look_at (Search *self, const PlannrIndexRecord *record)
{
  Found found = { record, self->quality };

  if (record->gone || look_again (self, record) || is_too_late (self, &found))
    return;
  if (!plannr_index_query_match (self->query, self->index->keys + record->key, record->length,
                                 record->name_length, &found.quality))
    return;

  if (self->n < self->max)
    add (self, &found);
  else if (!is_too_late (self, &found))
    replace (self, &found);
}

static void
look_at_all (Search *self)
{
  for (guint i = 0; i < self->index->n_records; i++)
    look_at (self, &self->index->records[i]);
}

/* Looks at those in the keys of which @needle stands. */
static void
scan (Search *self, const char *needle)
{
  const char *keys = self->index->keys;
  const PlannrIndexRecord *record = self->index->records;
  const PlannrIndexRecord *end = record + self->index->n_records;

  for (const char *at = keys; (at = strstr (at, needle)) != NULL;)
    {
      while (record + 1 < end && record[1].key <= (guint32) (at - keys))
        record++;
      look_at (self, record);
      at = keys + record->key + record->length;
    }
}

/* Whether none can come before those that were found but what was chosen, once all were looked at that
 * match best. */
static gboolean
has_the_best (Search *self)
{
  const Found *last = NULL;

  if (self->n < self->max)
    return FALSE;

  last = &self->found[0];

  return last->quality == 0 && !last->record->inactive && last->record->rank == 0;
}

static void
look_at_chosen (Search *self)
{
  for (guint i = 0; i < self->index->n_records; i++)
    if (self->index->records[i].used != 0)
      look_at (self, &self->index->records[i]);
}

/* Most of what is typed begins a word of a name: they are fewer, and often enough. */
static void
read_keys (Search *self)
{
  const char *needle = plannr_index_query_get_needle (self->query);
  g_autofree char *beginning = NULL;

  self->quality = 0;
  if (needle == NULL)
    {
      look_at_all (self);
      return;
    }

  beginning = g_strconcat (" ", needle, NULL);
  scan (self, beginning);
  if (has_the_best (self))
    {
      look_at_chosen (self);
      return;
    }
  self->quality = PLANNR_INDEX_QUERY_SECOND_BEST;
  scan (self, needle);
}

static char *
write_uuid (const PlannrIndexUuid *uuid)
{
  GString *text = g_string_sized_new (36);

  for (guint i = 0; i < sizeof uuid->bytes; i++)
    g_string_append_printf (text, i == 4 || i == 6 || i == 8 || i == 10 ? "-%02x" : "%02x",
                            uuid->bytes[i]);

  return g_string_free (text, FALSE);
}

/**
 * plannr_index_find:
 * @self: an index
 * @query: what is looked for
 * @offset: how many of the best to leave out
 * @max: how many to find at most
 *
 * Finds items: those chosen last by this person first; then by rank; then where all words begin words of
 * the name, where they begin anything, where they stand within; then by name. Those that are inactive
 * are found only where nothing else matches.
 *
 * Returns: (transfer full) (element-type utf8): their UUIDs, in lower case
 */
GPtrArray *
plannr_index_find (PlannrIndex *self, PlannrIndexQuery *query, guint offset, guint max)
{
  GPtrArray *uuids = g_ptr_array_new_with_free_func (g_free);
  g_autofree Found *found = NULL;
  g_autofree guint8 *looked = NULL;
  Search search = { .index = self, .query = query };

  search.max = (guint) MIN ((guint64) offset + max, self->n_records);
  if (search.max == 0)
    return uuids;

  search.found = found = g_new (Found, search.max);
  search.looked = looked = g_new0 (guint8, self->n_records / 8 + 1);
  read_keys (&search);
  sort (&search);

  for (guint i = offset; i < search.n; i++)
    {
      const PlannrIndexRecord *record = search.found[i].record;

      if (record->inactive && !search.found[0].record->inactive)
        break;
      g_ptr_array_add (uuids, write_uuid (&self->uuids[record - self->records]));
    }

  return uuids;
}
