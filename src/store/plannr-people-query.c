/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-store"

#include "config.h"

#include "plannr-people-query.h"

#include <string.h>

#include "plannr-fold.h"
#include "plannr-people-key.h"

/* Nobody types more to find one person. */
#define MAX_WORDS   8

/* A country's code has so many digits. */
#define MAX_COUNTRY 3

/* Fewer digits than this, after what may be left out, say nothing. */
#define MIN_DIGITS  4

struct _PlannrPeopleQuery
{
  GPtrArray *words;   /* (owned), of char */
  const char *needle; /* (unowned) (nullable): what is in every key that matches, the longer the
                       * better */
  gboolean any; /* they are numbers, any of which will do; else all of the words, in any order */
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

static const char *
add_word (PlannrPeopleQuery *self, const char *prefix, const char *word)
{
  char *copy = g_strconcat (prefix, word, NULL);

  g_ptr_array_add (self->words, copy);

  return copy + strlen (prefix);
}

static void
add_part (PlannrPeopleQuery *self, const char *part)
{
  if (*part == '\0' || self->words->len == MAX_WORDS)
    return;

  part = add_word (self, "", part);
  if (self->needle == NULL || strlen (part) > strlen (self->needle))
    self->needle = part;
}

/* The same as what a key has in place of a name; an e-mail address stays whole. */
static void
add_words (PlannrPeopleQuery *self, const char *folded)
{
  g_auto (GStrv) words = g_strsplit (folded, " ", -1);

  for (guint i = 0; words[i] != NULL; i++)
    {
      g_autoptr (GString) word = g_string_new (words[i]);
      g_auto (GStrv) parts = NULL;

      g_string_replace (word, "'", "", 0);
      if (strchr (word->str, '@') == NULL)
        parts = g_strsplit (word->str, "-", -1);
      else
        parts = g_strsplit (word->str, " ", 1);
      for (guint j = 0; parts[j] != NULL; j++)
        add_part (self, parts[j]);
    }
}

static gboolean
is_telephone (const char *folded)
{
  return folded[strspn (folded, "0123456789+-()./ ")] == '\0'
         && strpbrk (folded, "0123456789") != NULL;
}

/* A number may be kept as it is dialled at home or from abroad, and be typed the other way. All the
 * ways to write it have its last digits in common. */
static void
add_numbers (PlannrPeopleQuery *self, const char *folded)
{
  g_autofree char *digits = plannr_people_key_get_digits (folded);
  gboolean abroad = *folded == '+' || g_str_has_prefix (digits, "00");
  const char *rest = digits + strspn (digits, "0");

  self->any = TRUE;
  self->needle = add_word (self, "", digits);
  if (rest > digits && strlen (rest) >= MIN_DIGITS)
    self->needle = add_word (self, "", rest);
  for (guint i = 0; abroad && i < MAX_COUNTRY && *rest != '\0'; i++)
    if (strlen (++rest) >= MIN_DIGITS)
      self->needle = add_word (self, "0", rest);
}

/**
 * plannr_people_query_new:
 * @text: what was typed: words of a name, an e-mail address or a telephone number, or parts of them
 *
 * Returns: (transfer full): what it means
 */
PlannrPeopleQuery *
plannr_people_query_new (const char *text)
{
  PlannrPeopleQuery *self = g_new0 (PlannrPeopleQuery, 1);
  g_autofree char *folded = plannr_fold (text);

  self->words = g_ptr_array_new_with_free_func (g_free);
  if (is_telephone (folded))
    add_numbers (self, folded);
  else
    add_words (self, folded);

  return self;
}

/**
 * plannr_people_query_free:
 * @self: (transfer full): a query
 */
void
plannr_people_query_free (PlannrPeopleQuery *self)
{
  g_ptr_array_unref (self->words);
  g_free (self);
}

/**
 * plannr_people_query_is_number:
 * @self: a query
 *
 * Returns: whether it is a telephone number, or a part of one
 */
gboolean
plannr_people_query_is_number (PlannrPeopleQuery *self)
{
  return self->any;
}

/**
 * plannr_people_query_get_words:
 * @self: a query
 *
 * Returns: (transfer none) (element-type utf8): the words that must all be there; of a number, the
 *   ways to write its digits, one of which will do, the most of them first
 */
GPtrArray *
plannr_people_query_get_words (PlannrPeopleQuery *self)
{
  return self->words;
}

/**
 * plannr_people_query_get_needle:
 * @self: a query
 *
 * Returns: (transfer none) (nullable): what is in each key that matches; %NULL where all of them do
 */
const char *
plannr_people_query_get_needle (PlannrPeopleQuery *self)
{
  return self->needle;
}

/* The parts of an address and the number begin after what is no letter; so do words of a name. */
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

/**
 * plannr_people_query_match:
 * @self: a query
 * @key: a key, as of plannr_people_key_new()
 * @length: its length
 * @name_length: the length of its part that is a name
 * @quality: (out): how well it matches, the smaller the better: 0 where all words begin words of the
 *   name; then where all begin something, then where one stands within a word
 *
 * Returns: whether it matches
 */
gboolean
plannr_people_query_match (
    PlannrPeopleQuery *self, const char *key, gsize length, gsize name_length, guint *quality)
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

  *quality = worst * (NOWHERE * MAX_WORDS) + sum;

  return worst != NOWHERE;
}
