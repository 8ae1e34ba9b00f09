/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-store"

#include "config.h"

#include "plannr-index-private.h"

#include <string.h>

/* What a key may take; one that is longer is cut. */
#define MAX_KEY     4000

#define FIRST_ITEMS 64
#define FIRST_KEYS  4096

/* How much is set aside for growth, as a part of what there is: memory is counted. */
#define GROW(size)  ((size) + (size) / 8)

/* So many that are gone, as a part of all, are carried along. */
#define MAX_GONE    4

static gboolean
read_uuid (const char *text, PlannrIndexUuid *uuid)
{
  guint n = 0;

  memset (uuid, 0, sizeof *uuid);
  for (const char *at = text; *at != '\0'; at++)
    {
      if (*at == '-')
        continue;
      if (!g_ascii_isxdigit (*at) || n == 2 * sizeof uuid->bytes)
        return FALSE;
      uuid->bytes[n / 2] |= (guint8) (g_ascii_xdigit_value (*at) << (n % 2 == 0 ? 4 : 0));
      n++;
    }

  return n == 2 * sizeof uuid->bytes;
}

static guint32
hash_uuid (const PlannrIndexUuid *uuid)
{
  guint32 words[4];
  guint32 hash = 0;

  memcpy (words, uuid->bytes, sizeof words);
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    hash = (hash ^ words[i]) * 0x9e3779b1u;

  return hash ^ hash >> 15;
}

/* The place of @uuid, or the one where it would go. */
static guint32 *
find_place (PlannrIndex *self, const PlannrIndexUuid *uuid)
{
  guint mask = self->n_places - 1;
  guint at = hash_uuid (uuid) & mask;

  while (self->places[at] != 0
         && memcmp (&self->uuids[self->places[at] - 1], uuid, sizeof *uuid) != 0)
    at = (at + 1) & mask;

  return &self->places[at];
}

/* Places for @n records: at most three quarters of them are taken. */
static void
make_places (PlannrIndex *self, guint n)
{
  if (n < self->n_places / 4 * 3)
    return;

  while (n >= self->n_places / 4 * 3)
    self->n_places *= 2;
  g_free (self->places);
  self->places = g_new0 (guint32, self->n_places);
  for (guint i = 0; i < self->n_records; i++)
    *find_place (self, &self->uuids[i]) = i + 1;
}

static void
make_room (PlannrIndex *self, gsize length)
{
  if (self->keys_length + length > self->keys_size)
    {
      self->keys_size = GROW (self->keys_length + length);
      self->keys = g_realloc (self->keys, self->keys_size);
    }
  if (self->n_records == self->records_size)
    {
      self->records_size = GROW (self->records_size + FIRST_ITEMS);
      self->records = g_renew (PlannrIndexRecord, self->records, self->records_size);
      self->uuids = g_renew (PlannrIndexUuid, self->uuids, self->records_size);
    }
}

/* A key that is cut stays whole letters. */
static gsize
measure_key (const char *key)
{
  gsize length = strcspn (key, "\n");

  if (length <= MAX_KEY)
    return length;

  return (gsize) (g_utf8_find_prev_char (key, key + MAX_KEY) - key);
}

static void
append (PlannrIndex *self,
        const PlannrIndexUuid *uuid,
        const char *key,
        gsize length,
        const PlannrIndexRecord *like)
{
  PlannrIndexRecord *record = NULL;
  const char *name_end = memchr (key, PLANNR_INDEX_BREAK, length);

  /* The gap after it, and the end of all. */
  make_room (self, length + 2);
  record = &self->records[self->n_records];
  *record = *like;
  record->key = (guint32) self->keys_length;
  record->length = (guint16) length;
  record->name_length = (guint16) (name_end != NULL ? (gsize) (name_end - key) : length);

  memcpy (self->keys + self->keys_length, key, length);
  self->keys_length += length;
  self->keys[self->keys_length++] = PLANNR_INDEX_GAP;
  self->keys[self->keys_length] = '\0';
  self->uuids[self->n_records] = *uuid;
  *find_place (self, uuid) = ++self->n_records;
}

/* Nothing is found in the key of one that is gone. */
static void
let_go (PlannrIndex *self, guint at)
{
  PlannrIndexRecord *record = &self->records[at];

  memset (self->keys + record->key, PLANNR_INDEX_GAP, record->length);
  record->gone = TRUE;
  self->n_gone++;
}

static void
compact (PlannrIndex *self)
{
  PlannrIndex *fresh = NULL;
  PlannrIndex old;

  if (self->n_gone <= FIRST_ITEMS || self->n_gone <= self->n_records / MAX_GONE)
    return;

  fresh = plannr_index_new ();
  for (guint i = 0; i < self->n_records; i++)
    {
      const PlannrIndexRecord *record = &self->records[i];

      if (record->gone)
        continue;
      make_places (fresh, fresh->n_records);
      append (fresh, &self->uuids[i], self->keys + record->key, record->length, record);
    }
  fresh->last_used = self->last_used;

  old = *self;
  *self = *fresh;
  *fresh = old;
  plannr_index_free (fresh);
}

/**
 * plannr_index_new:
 * Returns: (transfer full): an index of nothing
 */
PlannrIndex *
plannr_index_new (void)
{
  PlannrIndex *self = g_new0 (PlannrIndex, 1);

  self->n_places = FIRST_ITEMS;
  self->places = g_new0 (guint32, self->n_places);
  self->keys_size = FIRST_KEYS;
  self->keys = g_malloc (self->keys_size);
  self->keys[0] = PLANNR_INDEX_GAP;
  self->keys[1] = '\0';
  self->keys_length = 1;

  return self;
}

/**
 * plannr_index_free:
 * @self: (transfer full): an index
 */
void
plannr_index_free (PlannrIndex *self)
{
  g_free (self->keys);
  g_free (self->records);
  g_free (self->uuids);
  g_free (self->places);
  g_free (self);
}

/**
 * plannr_index_reserve:
 * @self: an index of nothing
 * @n_items: how many items are to come
 * @key_size: how long their keys are, on the average
 *
 * Sets memory aside for them, all at once: what grows bit by bit leaves gaps behind it.
 */
void
plannr_index_reserve (PlannrIndex *self, guint n_items, gsize key_size)
{
  self->records_size = GROW (n_items);
  self->records = g_renew (PlannrIndexRecord, self->records, self->records_size);
  self->uuids = g_renew (PlannrIndexUuid, self->uuids, self->records_size);
  self->keys_size = MAX (self->keys_size, GROW ((gsize) n_items * (key_size + 1)));
  self->keys = g_realloc (self->keys, self->keys_size);
  make_places (self, n_items);
}

/**
 * plannr_index_put:
 * @self: an index
 * @uuid: an item's UUID
 * @key: what it is found by: the words of its name, each with a space before it, and after
 *   %PLANNR_INDEX_BREAK what else it is found by
 * @rank: where it stands among those that match, the smaller the further in front; 0 for most
 * @inactive: whether it is to be found only where nothing else is
 *
 * Adds an item, or takes note of what has changed about it. That it was chosen is remembered.
 */
void
plannr_index_put (
    PlannrIndex *self, const char *uuid, const char *key, guint8 rank, gboolean inactive)
{
  PlannrIndexRecord record = { .rank = rank, .inactive = inactive != FALSE };
  PlannrIndexUuid id;
  gsize length = measure_key (key);
  guint32 place = 0;

  if (!read_uuid (uuid, &id) || self->keys_length > G_MAXUINT32 - 2 * MAX_KEY)
    return;

  make_places (self, self->n_records);
  place = *find_place (self, &id);
  if (place != 0)
    {
      PlannrIndexRecord *before = &self->records[place - 1];

      if (!before->gone && before->length == length
          && memcmp (self->keys + before->key, key, length) == 0)
        {
          before->rank = record.rank;
          before->inactive = record.inactive;
          return;
        }
      record.used = before->used;
      if (!before->gone)
        let_go (self, place - 1);
    }

  append (self, &id, key, length, &record);
  compact (self);
}

/**
 * plannr_index_remove:
 * @self: an index
 * @uuid: an item's UUID
 *
 * Removes it. It need not be there.
 */
void
plannr_index_remove (PlannrIndex *self, const char *uuid)
{
  PlannrIndexUuid id;
  guint32 place = read_uuid (uuid, &id) ? *find_place (self, &id) : 0;

  if (place == 0 || self->records[place - 1].gone)
    return;

  let_go (self, place - 1);
  compact (self);
}

/**
 * plannr_index_use:
 * @self: an index
 * @uuid: a UUID of any kind
 *
 * Remembers that it was chosen after all that were chosen before.
 */
void
plannr_index_use (PlannrIndex *self, const char *uuid)
{
  PlannrIndexUuid id;
  guint32 place = read_uuid (uuid, &id) ? *find_place (self, &id) : 0;

  if (place != 0)
    self->records[place - 1].used = ++self->last_used;
}

/**
 * plannr_index_get_n_items:
 * Returns: how many items there are
 */
guint
plannr_index_get_n_items (PlannrIndex *self)
{
  return self->n_records - self->n_gone;
}

/**
 * plannr_index_get_size:
 * Returns: how much memory it takes, in bytes
 */
gsize
plannr_index_get_size (PlannrIndex *self)
{
  return sizeof *self + self->keys_size + self->n_places * sizeof *self->places
         + self->records_size * (sizeof *self->records + sizeof *self->uuids);
}
