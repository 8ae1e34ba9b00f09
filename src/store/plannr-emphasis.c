/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-store"

#include "config.h"

#include "plannr-emphasis.h"

#include <string.h>

#include "plannr-cluster.h"
#include "plannr-fold.h"
#include "plannr-people-query.h"
#include "plannr-search.h"

/* What may stand within a number, be it of a telephone or of a policy. */
#define WITHIN_NUMBERS " +-()./,"

/* A folded word to look for. */
typedef struct
{
  char *text; /* (owned) */
  guint length;
  guint *fallback; /* (owned): how many letters still fit where the next one does not */
} Word;

struct _PlannrEmphasis
{
  GPtrArray *numbers; /* (owned), of Word: the first that is found, rather than the words */
  GPtrArray *words;   /* (owned), of Word: all of them */
  GPtrArray *packed;  /* (owned), of Word: the same words, as they are in what is packed */
};

/* Where a byte of a folded text comes from. */
typedef struct
{
  guint start; /* of the character */
  guint end;
  gboolean begins; /* it begins a word */
} Origin;

/* A text as it is searched. */
typedef struct
{
  GString *bytes;  /* (owned) */
  GArray *origins; /* (owned), of Origin */
} Folded;

static void
word_free (gpointer data)
{
  Word *word = data;

  g_free (word->fallback);
  g_free (word->text);
  g_free (word);
}

static void
add_word (GPtrArray *words, const char *text)
{
  Word *word = g_new0 (Word, 1);
  guint fits = 0;

  word->text = g_strdup (text);
  word->length = (guint) strlen (text);
  word->fallback = g_new0 (guint, word->length + 1);
  for (guint i = 1; i < word->length; i++)
    {
      while (fits > 0 && text[i] != text[fits])
        fits = word->fallback[fits];
      if (text[i] == text[fits])
        fits++;
      word->fallback[i + 1] = fits;
    }

  g_ptr_array_add (words, word);
}

static void
add_packed_word (GPtrArray *words, const char *text)
{
  g_autoptr (GString) packed = g_string_new (NULL);

  /* Without a digit it is no number, and is not found across a space. */
  if (strpbrk (text, "0123456789") != NULL)
    for (const char *at = text; *at != '\0'; at++)
      if (strchr (WITHIN_NUMBERS, *at) == NULL)
        g_string_append_c (packed, *at);

  add_word (words, packed->str);
}

/**
 * plannr_emphasis_new:
 * @query: what was typed into a search
 *
 * Returns: (transfer full): what it asks to emphasise
 */
PlannrEmphasis *
plannr_emphasis_new (const char *query)
{
  PlannrEmphasis *self = g_rc_box_new0 (PlannrEmphasis);
  g_autoptr (PlannrIndexQuery) people = plannr_people_query_new (query);
  GPtrArray *words = plannr_index_query_get_words (people);
  g_auto (GStrv) parts = plannr_search_get_words (query);

  self->numbers = g_ptr_array_new_with_free_func (word_free);
  self->words = g_ptr_array_new_with_free_func (word_free);
  self->packed = g_ptr_array_new_with_free_func (word_free);

  for (guint i = 0; i < words->len; i++)
    add_word (plannr_index_query_get_any (people) ? self->numbers : self->words,
              g_ptr_array_index (words, i));
  for (guint i = 0; parts[i] != NULL && plannr_index_query_get_any (people); i++)
    add_word (self->words, parts[i]);
  for (guint i = 0; i < self->words->len; i++)
    add_packed_word (self->packed, ((Word *) g_ptr_array_index (self->words, i))->text);

  return self;
}

/**
 * plannr_emphasis_ref:
 * @self: an emphasis
 *
 * Returns: (transfer full): @self
 */
PlannrEmphasis *
plannr_emphasis_ref (PlannrEmphasis *self)
{
  return g_rc_box_acquire (self);
}

static void
clear (gpointer data)
{
  PlannrEmphasis *self = data;

  g_ptr_array_unref (self->packed);
  g_ptr_array_unref (self->words);
  g_ptr_array_unref (self->numbers);
}

/**
 * plannr_emphasis_unref:
 * @self: (transfer full): an emphasis
 */
void
plannr_emphasis_unref (PlannrEmphasis *self)
{
  g_rc_box_release_full (self, clear);
}

/**
 * plannr_emphasis_is_number:
 * @self: an emphasis
 *
 * Returns: whether a telephone number, or a part of one, was typed
 */
gboolean
plannr_emphasis_is_number (PlannrEmphasis *self)
{
  return self->numbers->len > 0;
}

static void
folded_init (Folded *folded, gsize length)
{
  folded->bytes = g_string_sized_new (length + 16);
  folded->origins = g_array_sized_new (FALSE, FALSE, sizeof (Origin), (guint) length + 16);
}

static void
folded_clear (Folded *folded)
{
  g_array_unref (folded->origins);
  g_string_free (folded->bytes, TRUE);
}

/* Words begin where they do for the search. */
static gboolean
begins (GString *bytes, gsize at)
{
  return at == 0 || !(g_ascii_isalnum (bytes->str[at - 1]) || (guchar) bytes->str[at - 1] >= 0x80);
}

/* Folds @text as it is for the search, in which O’Connor has no apostrophe. */
static void
fold (Folded *folded, const char *text)
{
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gsize from = folded->bytes->len;
      Origin origin = { .start = (guint) (at - text) };

      origin.end = (guint) (g_utf8_next_char (at) - text);
      plannr_fold_append (folded->bytes, g_utf8_get_char (at));
      if (folded->bytes->len == from + 1 && folded->bytes->str[from] == '\'')
        g_string_truncate (folded->bytes, from);
      for (gsize i = from; i < folded->bytes->len; i++)
        {
          origin.begins = begins (folded->bytes, i);
          g_array_append_val (folded->origins, origin);
        }
    }
}

/* Leaves out what may stand within numbers, and the nought that is not dialled from abroad. */
static void
pack (Folded *packed, const Folded *folded)
{
  const char *bytes = folded->bytes->str;

  for (gsize i = 0; i < folded->bytes->len; i++)
    if (g_str_has_prefix (bytes + i, "(0)"))
      i += 2;
    else if (strchr (WITHIN_NUMBERS, bytes[i]) == NULL)
      {
        g_string_append_c (packed->bytes, bytes[i]);
        g_array_append_val (packed->origins, g_array_index (folded->origins, Origin, i));
      }
}

/* Finds where @word is, overlapping itself as it may (Knuth, Morris and Pratt), and counts up where an
 * emphasis starts and down where one ends. Where the word begins words, it is not emphasised within
 * others.
 *
 * Returns: whether it is anywhere */
static gboolean
find_word (const Folded *folded, const Word *word, int *changes)
{
  const Origin *origins = (const Origin *) folded->origins->data;
  g_autoptr (GArray) found = NULL;
  gboolean any_begins = FALSE;
  guint fits = 0;

  if (word->length == 0 || word->length > folded->bytes->len)
    return FALSE;

  found = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; i < folded->bytes->len; i++)
    {
      const char byte = folded->bytes->str[i];

      while (fits > 0 && (fits == word->length || byte != word->text[fits]))
        fits = word->fallback[fits];
      if (byte == word->text[fits])
        fits++;
      if (fits == word->length)
        {
          guint first = i + 1 - word->length;

          any_begins = any_begins || origins[first].begins;
          g_array_append_val (found, first);
        }
    }

  for (guint i = 0; i < found->len; i++)
    {
      guint first = g_array_index (found, guint, i);

      if (any_begins && !origins[first].begins)
        continue;
      changes[origins[first].start]++;
      changes[origins[first + word->length - 1].end]--;
    }

  return found->len > 0;
}

static void
find_words (PlannrEmphasis *self, const Folded *folded, const Folded *packed, int *changes)
{
  for (guint i = 0; i < self->numbers->len; i++)
    if (find_word (packed, g_ptr_array_index (self->numbers, i), changes))
      return;

  for (guint i = 0; i < self->words->len; i++)
    if (!find_word (folded, g_ptr_array_index (self->words, i), changes))
      find_word (packed, g_ptr_array_index (self->packed, i), changes);
}

/* What touches is one range, and none splits what a person takes for one character. */
static void
add_range (GArray *ranges, const char *text, PlannrEmphasisRange range)
{
  PlannrEmphasisRange *last =
      ranges->len > 0 ? &g_array_index (ranges, PlannrEmphasisRange, ranges->len - 1) : NULL;

  if (last != NULL && range.end <= last->end)
    return;

  range.end = (guint) plannr_cluster_find_end (text, range.end);
  if (last == NULL || range.start > last->end)
    range.start = (guint) plannr_cluster_find_start (text, range.start);
  if (last != NULL && range.start <= last->end)
    last->end = range.end;
  else
    g_array_append_val (ranges, range);
}

/**
 * plannr_emphasis_find:
 * @self: an emphasis
 * @text: a text, as it is shown
 *
 * Finds what of @text was asked for: words in any order, or else parts of words; the digits of numbers,
 * whatever stands between them. It takes as long as @text is.
 *
 * Returns: (transfer full) (element-type PlannrEmphasisRange): the parts to emphasise, in order and
 *   apart; each one holds whole characters, as a person counts them
 */
GArray *
plannr_emphasis_find (PlannrEmphasis *self, const char *text)
{
  GArray *ranges = g_array_new (FALSE, FALSE, sizeof (PlannrEmphasisRange));
  const gsize length = strlen (text);
  g_autofree int *changes = NULL;
  PlannrEmphasisRange range = { 0, 0 };
  Folded folded;
  Folded packed;
  int depth = 0;

  if (self->words->len == 0 || !g_utf8_validate (text, (gssize) length, NULL))
    return ranges;

  changes = g_new0 (int, length + 1);
  folded_init (&folded, length);
  folded_init (&packed, length);
  fold (&folded, text);
  pack (&packed, &folded);
  find_words (self, &folded, &packed, changes);

  for (gsize i = 0; i <= length; i++)
    {
      gboolean was = depth > 0;

      depth += changes[i];
      if (!was && depth > 0)
        range.start = (guint) i;
      range.end = (guint) i;
      if (was && depth == 0)
        add_range (ranges, text, range);
    }

  folded_clear (&packed);
  folded_clear (&folded);

  return ranges;
}
