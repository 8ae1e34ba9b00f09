/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-test"

#include "config.h"

#include <string.h>
#include <unicode/ubrk.h>

#include "plannr-emphasis.h"
#include "plannr-fold.h"

#define FSI        "\u2068"
#define PDI        "\u2069"
#define DIAERESIS  "\u0308"
#define ACUTE      "\u0301"
#define FAMILY     "\U0001F468\u200D\U0001F469\u200D\U0001F467"
#define WALES      "\U0001F3F4\U000E0067\U000E0062\U000E0077\U000E006C\U000E0073\U000E007F"
#define N_TEXTS    20000
#define N_MEASURED 20000

/* Words that are found in a text, and what of it is emphasised, between brackets. */
static const struct
{
  const char *query;
  const char *emphasised;
} rows[] = {
  /* Nothing to emphasise. */
  { "", "Müller" },
  { "   \t ", "Müller Feinmechanik" },
  { "' - ´", "O’Connor-Smith" },
  { "xyz", "Müller" },
  { "müller", "" },
  { "a very long question indeed", "Bo" },
  { "gareth thompson of llandudno", "[Gareth]" },
  /* Beginnings of words, in any order. */
  { "mul", "[Mül]ler" },
  { "MULLER", "[Müller]" },
  { "tho gar", "[Gar]eth [Tho]mpson" },
  { "gareth gareth", "[Gareth] Thompson" },
  { "jo jones", "[Jo] [Jones]" },
  { "j jones", "[J]o [Jones]" },
  { "anna ann", "[Anna] [Ann]e" },
  { "th", "Gareth [Th]ompson" },
  { "an", "[An]na Hannah" },
  /* Parts of words where no word begins so. */
  { "nn", "A[nn]a Ha[nn]ah" },
  { "ana", "B[anana]" },
  { "an na", "B[anana]" },
  { "omps", "Gareth Th[omps]on" },
  /* Letters that are held for the same. */
  { "lukasz", "[Łukasz] Wiśniewski" },
  { "gross", "Anneliese [Groß]" },
  { "gros", "Anneliese [Groß]" },
  { "ss", "Anneliese Gro[ß]" },
  { "aethel", "[Æthel]stan" },
  { "a", "[Æ]thelstan" },
  { "thor", "[Þór] Ægir" },
  { "istanbul", "[İstanbul]" },
  { "fi", "[\ufb01]ona" },
  /* A conjunct is one character; a nukta joins nothing. */
  { "\u0915", "[\u0915\u094d\u0937]\u0924" },
  { "\u0921", "[\u0921\u093c]\u0924" },
  { "tel", "\u2121" },
  { "ada", "[\uff21\uff44\uff41] \uff2c\uff4f\uff56\uff45" },
  /* Accents that stand for themselves. */
  { "mu", "[Mu" DIAERESIS "]ller" },
  { "m", "[M]u" DIAERESIS "ller" },
  { "jose", "[Jose" ACUTE "] Mari" ACUTE "a" },
  { "mari" ACUTE, "José [Marí]a" },
  { ACUTE, "José" },
  /* Names of more than one part. */
  { "oconnor", "Ann [O’Connor]" },
  { "o'con", "Ann [O’Con]nor" },
  { "o’connor", "Ann [O'Connor]" },
  { "cole ash", "Grace [Ash]worth-[Cole]" },
  { "ashworth-cole", "Grace [Ashworth]-[Cole]" },
  { "ashworth-cole", "Grace [Ashworth] [Cole]" },
  /* E-mail addresses. */
  { "ada.ok", "[ada.ok]afor@example.org" },
  { "@example", "ada[@example].org" },
  { "b.moreau-du@ex", "jean-[b.moreau-du@ex]ample.com" },
  /* Telephone numbers, however they are written. */
  { "07700900", "[07700 900]123" },
  { "07700 900 123", "[07700-900-123]" },
  { "07700900123", "+44 (0)[7700 900123]" },
  { "00447700900123", "+[44 (0)7700 900123]" },
  { "+447700", "[07700] 900123" },
  { "(029) 2018", "[029 2018] 0321" },
  { "900", "07700 [900]123" },
  { "0012", "07700 9[00 12]3" },
  { "07700900", "ada@example.org" },
  { "1990", "ada[1990]@example.org" },
  { "٠٧٧٠٠", "[07700] 900123" },
  { "07700", "[٠٧٧٠٠] ٩٠٠١٢٣" },
  { "12 34", "[34]/[12] Review" },
  { "34 12", "[34/12] Review" },
  { "9 8", "[8] Bells and [9] Tailors" },
  /* Policy numbers and money. */
  { "ab123", "[AB-123]456" },
  { "AB 123456", "[AB]-[123456]" },
  { "ab-123.456", "[AB]-[123 456]" },
  { "1234.50", "£[1,234.50]" },
  { "1,234", "£[1,234].50" },
  { "annb", "Ann Bell" },
  /* Scripts without capitals, without spaces, and from right to left. */
  { "太郎", "田中[太郎]" },
  { "田中", "[田中]太郎" },
  { "田 太", "[田]中[太]郎" },
  { "김", "[김]민준" },
  { "ㄱ", "[김]민준" },
  { "أحمد", FSI "[احمد] علي" PDI },
  { "احمد", FSI "[أحمد] علي" PDI },
  { "علي", FSI "أحمد [على]" PDI },
  { "احمد", FSI "[أَحْمَد] علي" PDI },
  { "محمد", FSI "[محـــمد]" PDI },
  { "כהן", FSI "שרה [כהן]" PDI },
  { "राजे", "[राजे]श शर्मा" },
  { "रा", "[रा]जेश शर्मा" },
  { "ра", "Иван Ку[ра]кин" },
  { "mull", "client · " FSI "zoe.[mull]er@example.org" PDI " · adviser " FSI "Zoë" PDI },
  /* What is more than one character, and yet one. */
  { "\U0001F468", "Smith [" FAMILY "] Family" },
  { "\U0001F469", "Smith [" FAMILY "] Family" },
  { "\U0001F3F4", "[" WALES "] Cardiff" },
  { "\U0001F44D", "OK [\U0001F44D\U0001F3FD]" },
  { "family", "Smith " FAMILY " [Family]" },
};

static char *
mark (const char *text, GArray *ranges)
{
  GString *marked = g_string_new (text);

  for (guint i = ranges->len; i > 0; i--)
    {
      PlannrEmphasisRange *range = &g_array_index (ranges, PlannrEmphasisRange, i - 1);

      g_string_insert_c (marked, range->end, ']');
      g_string_insert_c (marked, range->start, '[');
    }

  return g_string_free (marked, FALSE);
}

static void
test_rows (void)
{
  guint wrong = 0;

  G_STATIC_ASSERT (G_N_ELEMENTS (rows) >= 30);

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GString) text = g_string_new (rows[i].emphasised);
      g_autoptr (PlannrEmphasis) emphasis = plannr_emphasis_new (rows[i].query);
      g_autoptr (GArray) ranges = NULL;
      g_autofree char *marked = NULL;

      g_string_replace (text, "[", "", 0);
      g_string_replace (text, "]", "", 0);
      ranges = plannr_emphasis_find (emphasis, text->str);
      marked = mark (text->str, ranges);
      if (!g_str_equal (marked, rows[i].emphasised))
        {
          g_test_message ("“%s” emphasises %s, not %s", rows[i].query, marked, rows[i].emphasised);
          wrong++;
        }
    }
  g_assert_cmpuint (wrong, ==, 0);
}

static void
test_invalid (void)
{
  g_autoptr (PlannrEmphasis) emphasis = plannr_emphasis_new ("a");
  g_autoptr (PlannrEmphasis) broken = plannr_emphasis_new ("\xff\xfe");
  g_autoptr (GArray) ranges = plannr_emphasis_find (emphasis, "a\xc3");
  g_autoptr (GArray) none = plannr_emphasis_find (broken, "a");

  g_assert_cmpuint (ranges->len, ==, 0);
  g_assert_cmpuint (none->len, ==, 0);
}

static void
test_number (void)
{
  g_autoptr (PlannrEmphasis) number = plannr_emphasis_new ("+44 7700");
  g_autoptr (PlannrEmphasis) name = plannr_emphasis_new ("ann 1");
  g_autoptr (PlannrEmphasis) nothing = plannr_emphasis_new (" ");

  g_assert_true (plannr_emphasis_is_number (number));
  g_assert_false (plannr_emphasis_is_number (name));
  g_assert_false (plannr_emphasis_is_number (nothing));
}

/* Letters, marks and joiners of all sorts, which seldom stand together in names. */
static const char *const parts[] = {
  "a",          "b",          "A",          "ß",      "Æ",      "\ufb01",     " ",
  "-",          "'",          "0",          "7",      "(0)",    "٧",          "ü",
  "\u0308",     "\u0301",     "田",         "中",     "한",     "\u1100",     "\u1161",
  "\u11a8",     "أ",          "ا",          "\u0640", "\u064e", "\u0915",     "\u094d",
  "\u0937",     "\u093f",     "\u200d",     "\ufe0f", "\u200b", "\u2068",     "\u2069",
  "\u0600",     "\u0e33",     "\r",         "\n",     "é",      "\U0001F468", "\U0001F469",
  "\U0001F3FD", "\U0001F1EC", "\U0001F1E7", "\u00a8", "´",      "·",
};

static char *
make_text (GRand *rand, guint max)
{
  GString *text = g_string_new (NULL);

  for (int n = g_rand_int_range (rand, 0, (int) max); n > 0; n--)
    g_string_append (text, parts[g_rand_int_range (rand, 0, G_N_ELEMENTS (parts))]);

  return g_string_free (text, FALSE);
}

static void
assert_boundary (UBreakIterator *iterator, const char *text, guint at)
{
  const int index = (int) g_utf8_strlen (text, at);
  g_autofree gunichar *characters = g_utf8_to_ucs4_fast (text, -1, NULL);
  glong units = 0;

  for (int i = 0; i < index; i++)
    units += characters[i] > 0xffff ? 2 : 1;
  g_assert_true (ubrk_isBoundary (iterator, (int32_t) units));
}

static void
assert_ranges (const char *text, GArray *ranges)
{
  g_autofree gunichar2 *wide = g_utf8_to_utf16 (text, -1, NULL, NULL, NULL);
  UErrorCode status = U_ZERO_ERROR;
  UBreakIterator *iterator = ubrk_open (UBRK_CHARACTER, "en", (const UChar *) wide, -1, &status);
  guint last = 0;

  g_assert_true (U_SUCCESS (status));
  for (guint i = 0; i < ranges->len; i++)
    {
      PlannrEmphasisRange *range = &g_array_index (ranges, PlannrEmphasisRange, i);

      if (i > 0)
        g_assert_cmpuint (range->start, >, last);
      g_assert_cmpuint (range->end, >, range->start);
      g_assert_cmpuint (range->end, <=, strlen (text));
      g_assert_true (g_utf8_validate (text, range->start, NULL));
      g_assert_true (g_utf8_validate (text, range->end, NULL));
      assert_boundary (iterator, text, range->start);
      assert_boundary (iterator, text, range->end);
      last = range->end;
    }
  ubrk_close (iterator);
}

/* Any question about any text: the ranges are in order, within the text, and split nothing. */
static void
test_random (void)
{
  guint32 seed = g_test_rand_int ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);

  g_test_message ("seed %u", seed);
  for (guint i = 0; i < N_TEXTS; i++)
    {
      g_autofree char *text = make_text (rand, 30);
      g_autofree char *query = make_text (rand, 4);
      g_autoptr (PlannrEmphasis) emphasis = plannr_emphasis_new (query);
      g_autoptr (GArray) ranges = plannr_emphasis_find (emphasis, text);

      assert_ranges (text, ranges);
    }
}

static char *
join_words (const char *text)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);
  g_autoptr (GString) joined = g_string_new (NULL);

  for (guint i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0')
      g_string_append_printf (joined, "%s%s", joined->len > 0 ? " " : "", words[i]);

  return g_string_free (g_steal_pointer (&joined), FALSE);
}

/* Each character by itself folds to what it folds to in a text. */
static void
test_fold (void)
{
  guint32 seed = g_test_rand_int ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);

  g_test_message ("seed %u", seed);
  for (guint i = 0; i < N_TEXTS; i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (GString) folded = g_string_new (NULL);
      g_autofree char *expected = NULL;
      g_autofree char *actual = NULL;

      for (guint j = 0; j < 8; j++)
        {
          gunichar character = (gunichar) g_rand_int_range (rand, 1, 0x20000);

          if (g_unichar_validate (character))
            g_string_append_unichar (text, character);
        }
      for (const char *at = text->str; *at != '\0'; at = g_utf8_next_char (at))
        plannr_fold_append (folded, g_utf8_get_char (at));
      expected = plannr_fold (text->str);
      actual = join_words (folded->str);
      g_assert_cmpstr (actual, ==, expected);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/plannr/emphasis/rows", test_rows);
  g_test_add_func ("/plannr/emphasis/invalid", test_invalid);
  g_test_add_func ("/plannr/emphasis/number", test_number);
  g_test_add_func ("/plannr/emphasis/random", test_random);
  g_test_add_func ("/plannr/emphasis/fold", test_fold);

  return g_test_run ();
}
