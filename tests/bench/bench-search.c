/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-bench"

#include "config.h"

#include <time.h>

#include "bench-cases.h"
#include "people-sample.h"
#include "plannr-people-query.h"

/* How long one more letter takes, from the text to the UUIDs of the 20 people to be shown, among so
 * many people; and how much memory they take. What is typed is typed letter by letter. */

#define N_SHOWN 20
#define ROUNDS  5

static const char *const texts[] = {
  "smith",          "campbell ewa", "muller",   "lowri hart",      "e",        "example.org",
  "gareth t",       "zzz",          "01632 00", "@example",        "mpbel",    "an",
  "kenneth iyer 7", "محمد العلي",   "山田",     "+44 7700 900123", "o'connor", "jasmine.bell@exa",
};

static double
get_milliseconds (clockid_t clock)
{
  struct timespec time;

  clock_gettime (clock, &time);

  return (double) time.tv_sec * 1000 + (double) time.tv_nsec / 1e6;
}

static void
type (PlannrIndex *index, const char *text, GArray *walls, GArray *busy)
{
  for (const char *end = text;; end = g_utf8_next_char (end))
    {
      g_autofree char *typed = g_strndup (text, (gsize) (end - text));
      double wall = get_milliseconds (CLOCK_MONOTONIC);
      double spent = get_milliseconds (CLOCK_THREAD_CPUTIME_ID);
      g_autoptr (PlannrIndexQuery) query = plannr_people_query_new (typed);
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

static void
measure (guint n_people)
{
  g_autoptr (PlannrIndex) index = people_sample_new (n_people);
  g_autoptr (GArray) walls = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) busy = g_array_new (FALSE, FALSE, sizeof (double));
  double *wall = NULL;
  double *spent = NULL;

  for (guint round = 0; round < ROUNDS; round++)
    for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
      type (index, texts[i], walls, busy);

  wall = (double *) (gpointer) walls->data;
  spent = (double *) (gpointer) busy->data;
  g_print ("%8u people: %.2f MB; one letter of %u: p50 %.2f ms, p99 %.2f ms, most %.2f ms"
           " (of the processor's time %.2f, %.2f, %.2f)\n",
           n_people, (double) plannr_index_get_size (index) / 1e6, walls->len,
           bench_percentile (wall, walls->len, 0.5), bench_percentile (wall, walls->len, 0.99),
           bench_percentile (wall, walls->len, 1), bench_percentile (spent, busy->len, 0.5),
           bench_percentile (spent, busy->len, 0.99), bench_percentile (spent, busy->len, 1));
}

int
main (int argc, char *argv[])
{
  static const guint sizes[] = { 1000, 10000, 100000, 1000000 };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    measure (sizes[i]);

  return 0;
}
