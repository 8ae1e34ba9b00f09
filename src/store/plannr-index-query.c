/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-store"

#include "config.h"

#include "plannr-index-query.h"

#include <string.h>

/* Nobody types more to find one of many. */
#define MAX_WORDS 8

struct _PlannrIndexQuery
{
  GPtrArray *words; /* (owned), of char */
  char *needle; /* (owned) (nullable): what is in every key that matches, the longer the better */
  char *number; /* (owned) (nullable): all that was typed, if it is a number */
  gboolean any; /* any of the words will do; else all of them, in any order */
};

/* How well a word fits. */
enum
{
  BEGINS_IN_NAME,
  BEGINS_ELSEWHERE,
  WITHIN_NAME,
  WITHIN_ELSEWHERE,
  NOWHERE
};

/**
 * plannr_index_query_new:
 * Returns: (transfer full): a query that anything matches
 */
PlannrIndexQuery *
plannr_index_query_new (void)
{
  PlannrIndexQuery *self = g_new0 (PlannrIndexQuery, 1);

  self->words = g_ptr_array_new_with_free_func (g_free);

  return self;
}

/**
 * plannr_index_query_free:
 * @self: (transfer full): a query
 */
void
plannr_index_query_free (PlannrIndexQuery *self)
{
  g_ptr_array_unref (self->words);
  g_free (self->needle);
  g_free (self->number);
  g_free (self);
}

static void
take_needle (PlannrIndexQuery *self, const char *needle)
{
  g_free (self->needle);
  self->needle = g_strdup (needle);
}

/**
 * plannr_index_query_add_word:
 * @self: a query
 * @word: a word, or a part of one, as keys have it; an empty one says nothing
 *
 * Only what has @word too matches. Of more than eight the others say nothing.
 */
void
plannr_index_query_add_word (PlannrIndexQuery *self, const char *word)
{
  if (*word == '\0' || self->words->len == MAX_WORDS)
    return;

  g_ptr_array_add (self->words, g_strdup (word));
  if (self->needle == NULL || strlen (word) > strlen (self->needle))
    take_needle (self, word);
}

/**
 * plannr_index_query_add_way:
 * @self: a query without words
 * @way: a way to write what is looked for
 * @common: what this way and all that were added before have in common
 *
 * What is written in any of the ways matches.
 */
void
plannr_index_query_add_way (PlannrIndexQuery *self, const char *way, const char *common)
{
  self->any = TRUE;
  g_ptr_array_add (self->words, g_strdup (way));
  take_needle (self, common);
}

/**
 * plannr_index_query_set_number:
 * @self: a query with words
 * @number: all of the words, without what stands between them
 *
 * What has @number in the second part of its key matches as well as if it were one word.
 */
void
plannr_index_query_set_number (PlannrIndexQuery *self, const char *number)
{
  g_free (self->number);
  self->number = g_strdup (number);
}

/**
 * plannr_index_query_get_any:
 * @self: a query
 *
 * Returns: whether its words are ways to write the same, one of which will do
 */
gboolean
plannr_index_query_get_any (PlannrIndexQuery *self)
{
  return self->any;
}

/**
 * plannr_index_query_get_words:
 * @self: a query
 *
 * Returns: (transfer none) (element-type utf8): the words, all of which must be there unless any of them
 *   will do; they stand in the order in which they were added
 */
GPtrArray *
plannr_index_query_get_words (PlannrIndexQuery *self)
{
  return self->words;
}

/**
 * plannr_index_query_get_needle:
 * @self: a query
 *
 * Returns: (transfer none) (nullable): what is in each key that matches; %NULL where all of them do
 */
const char *
plannr_index_query_get_needle (PlannrIndexQuery *self)
{
  return self->needle;
}

/* The parts of an address and a number begin after what is no letter; so do words of a name. */
static gboolean
is_within (char before)
{
  return g_ascii_isalnum (before) || (guchar) before >= 0x80;
}

static guint
find_word (const char *key, gsize length, gsize name_length, const char *word)
{
  const gsize size = strlen (word);
  const char *end = key + length;
  guint best = NOWHERE;

  for (const char *at = key; best != BEGINS_IN_NAME && (gsize) (end - at) >= size; at++)
    {
      guint fit = BEGINS_IN_NAME;

      at = memchr (at, *word, (gsize) (end - at) - size + 1);
      if (at == NULL)
        break;
      if (at[size - 1] != word[size - 1] || memcmp (at, word, size) != 0)
        continue;

      if (at > key && is_within (at[-1]))
        fit += WITHIN_NAME;
      if (at >= key + name_length)
        fit += BEGINS_ELSEWHERE;
      best = MIN (best, fit);
    }

  return best;
}

static guint
measure (guint worst, guint sum)
{
  return worst * (NOWHERE * MAX_WORDS) + sum;
}

/* Where the number stands in the second part of the key, measured as a word would be. */
static guint
find_number (PlannrIndexQuery *self, const char *key, gsize length, gsize name_length)
{
  const char *part = key + MIN (name_length + 1, length);
  const char *end = memchr (part, PLANNR_INDEX_BREAK, (gsize) (key + length - part));
  guint fit = NOWHERE;

  if (end == NULL)
    end = key + length;
  fit = find_word (part, (gsize) (end - part), 0, self->number);

  return measure (fit, fit);
}

/**
 * plannr_index_query_match:
 * @self: a query
 * @key: a key
 * @length: its length
 * @name_length: the length of its part that is a name
 * @quality: (out): how well it matches, the smaller the better: 0 where all words begin words of the
 *   name; then where all begin something, then where one stands within a word
 *
 * Returns: whether it matches
 */
gboolean
plannr_index_query_match (
    PlannrIndexQuery *self, const char *key, gsize length, gsize name_length, guint *quality)
{
  guint best = NOWHERE;
  guint worst = 0;
  guint sum = 0;

  for (guint i = 0; i < self->words->len; i++)
    {
      guint fit = find_word (key, length, name_length, g_ptr_array_index (self->words, i));

      if (fit == NOWHERE && !self->any)
        return FALSE;
      best = MIN (best, fit);
      worst = MAX (worst, fit);
      sum += fit;
    }
  if (self->any)
    worst = sum = best;

  *quality = measure (worst, sum);
  if (self->number != NULL && *quality > PLANNR_INDEX_QUERY_SECOND_BEST)
    *quality = MIN (*quality, find_number (self, key, length, name_length));

  return worst != NOWHERE;
}
