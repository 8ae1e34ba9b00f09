/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-bench"

#include "config.h"

#include "bench-stall.h"

#include <time.h>

#include "bench-cases.h"

/* How long the main loop does not look whether anything has come: from each return of its poll() to
 * the next call of it, whatever was done meanwhile. */

static GArray *stalls; /* of double, in milliseconds */
static double busiest;
static gint64 returned_at;
static gint64 busy_at;

static gint64
get_busy_time (void)
{
  struct timespec spent;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &spent);

  return spent.tv_sec * G_USEC_PER_SEC + spent.tv_nsec / 1000;
}

static int
poll_cb (GPollFD *fds, guint n_fds, int timeout)
{
  double stall = (double) (g_get_monotonic_time () - returned_at) / 1000;
  double busy = (double) (get_busy_time () - busy_at) / 1000;
  int result;

  g_array_append_val (stalls, stall);
  busiest = MAX (busiest, busy);
  result = g_poll (fds, n_fds, timeout);
  busy_at = get_busy_time ();
  returned_at = g_get_monotonic_time ();

  return result;
}

/**
 * bench_stall_begin:
 *
 * Watches the main loop of this thread from now on, and forgets what was before.
 */
void
bench_stall_begin (void)
{
  if (stalls == NULL)
    stalls = g_array_new (FALSE, FALSE, sizeof (double));

  g_array_set_size (stalls, 0);
  busiest = 0;
  busy_at = get_busy_time ();
  returned_at = g_get_monotonic_time ();
  g_main_context_set_poll_func (NULL, poll_cb);
}

/**
 * bench_stall_get:
 * @part: 1 for the longest, 0.99 for the one that is longer than 99 % of them
 *
 * Returns: how long a stall was, in milliseconds
 */
double
bench_stall_get (double part)
{
  double stall = (double) (g_get_monotonic_time () - returned_at) / 1000;

  g_array_append_val (stalls, stall);

  return bench_percentile ((double *) (gpointer) stalls->data, stalls->len, part);
}

/**
 * bench_stall_get_busy:
 * Returns: how long the longest stall would have been on an idle computer with a disk that takes no
 *   time: the most that the thread worked in one of them, in milliseconds
 */
double
bench_stall_get_busy (void)
{
  return MAX (busiest, (double) (get_busy_time () - busy_at) / 1000);
}
