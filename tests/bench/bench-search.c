/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-bench"

#include "config.h"

#include <time.h>

#include "bench-cases.h"
#include "people-sample.h"
#include "plannr-people-query.h"
#include "plannr-plan-query.h"
#include "plans-sample.h"

/* How long one more letter takes, from the text to the UUIDs of the 20 people, or plans, to be shown, among
 * so many; and how much memory they take. What is typed is typed letter by letter. */

#define N_SHOWN 20
#define ROUNDS  5

static const char *const people_texts[] = {
  "smith",
  "campbell ewa",
  "muller",
  "lowri hart",
  "e",
  "example.org",
  "gareth t",
  "zzz",
  "01632 00",
  "@example",
  "mpbel",
  "an",
  "kenneth iyer 7",
  "محمد العلي",
  "山田",
  "+44 7700 900123",
  "o'connor",
  "jasmine.bell@exa",
  NULL,
};

static const char *const plan_texts[] = {
  "AB-1234567/01",
  "gareth's pension",
  "aviva",
  "pension",
  "isa zoe",
  "e",
  "00",
  "ab 12 34",
  "workplace",
  "zzz",
  "castle keep",
  "an",
  "life",
  "buy-to-let",
  "søren sipp",
  "7/0",
  "royal 77",
  "portfolio alice",
  "a 1",
  "insurance home",
  "x9",
  NULL,
};

/* What is searched. */
typedef struct
{
  const char *name;
  PlannrIndex *(*sample_new) (guint n);
  PlannrIndexQuery *(*query_new) (const char *text);
  const char *const *texts;
} Kind;

static const Kind kinds[] = {
  { "people", people_sample_new, plannr_people_query_new, people_texts },
  { "plans", plans_sample_new, plannr_plan_query_new, plan_texts },
};

static double
get_milliseconds (clockid_t clock)
{
  struct timespec time;

  clock_gettime (clock, &time);

  return (double) time.tv_sec * 1000 + (double) time.tv_nsec / 1e6;
}

static void
type (const Kind *kind, PlannrIndex *index, const char *text, GArray *walls, GArray *busy)
{
  for (const char *end = text;; end = g_utf8_next_char (end))
    {
      g_autofree char *typed = g_strndup (text, (gsize) (end - text));
      double wall = get_milliseconds (CLOCK_MONOTONIC);
      double spent = get_milliseconds (CLOCK_THREAD_CPUTIME_ID);
      g_autoptr (PlannrIndexQuery) query = kind->query_new (typed);
      g_autoptr (GPtrArray) found = plannr_index_find (index, query, 0, N_SHOWN);

      g_assert_nonnull (found);
      wall = get_milliseconds (CLOCK_MONOTONIC) - wall;
      spent = get_milliseconds (CLOCK_THREAD_CPUTIME_ID) - spent;
      g_array_append_val (walls, wall);
      g_array_append_val (busy, spent);
      if (*end == '\0')
        break;
    }
}

/* What it takes to show those in the middle of all, to which somebody has scrolled. */
static double
scroll (const Kind *kind, PlannrIndex *index, guint n)
{
  double begun = get_milliseconds (CLOCK_THREAD_CPUTIME_ID);
  g_autoptr (PlannrIndexQuery) query = kind->query_new ("");
  g_autoptr (GPtrArray) found = plannr_index_find (index, query, n / 2, N_SHOWN);

  g_assert_cmpuint (found->len, ==, N_SHOWN);

  return get_milliseconds (CLOCK_THREAD_CPUTIME_ID) - begun;
}

static void
measure (const Kind *kind, guint n)
{
  g_autoptr (PlannrIndex) index = kind->sample_new (n);
  g_autoptr (GArray) walls = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) busy = g_array_new (FALSE, FALSE, sizeof (double));
  double *wall = NULL;
  double *spent = NULL;

  for (guint round = 0; round < ROUNDS; round++)
    for (guint i = 0; kind->texts[i] != NULL; i++)
      type (kind, index, kind->texts[i], walls, busy);

  wall = (double *) (gpointer) walls->data;
  spent = (double *) (gpointer) busy->data;
  g_print ("%8u %s: %.2f MB; one letter of %u: p50 %.2f ms, p99 %.2f ms, most %.2f ms"
           " (of the processor's time %.2f, %.2f, %.2f); in the middle %.2f ms\n",
           n, kind->name, (double) plannr_index_get_size (index) / 1e6, walls->len,
           bench_percentile (wall, walls->len, 0.5), bench_percentile (wall, walls->len, 0.99),
           bench_percentile (wall, walls->len, 1), bench_percentile (spent, busy->len, 0.5),
           bench_percentile (spent, busy->len, 0.99), bench_percentile (spent, busy->len, 1),
           scroll (kind, index, n));
}

int
main (int argc, char *argv[])
{
  static const guint sizes[] = { 1000, 10000, 100000, 1000000 };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    for (guint j = 0; j < G_N_ELEMENTS (sizes); j++)
      measure (&kinds[i], sizes[j]);

  return 0;
}
