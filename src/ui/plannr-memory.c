/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-ui"

#include "config.h"

#include "plannr-memory.h"

#ifdef HAVE_MALLOC_TRIM
#  include <malloc.h>
#endif

/* What a start needs for a moment is as much as what it keeps: GTK's theme while it is read, a past
 * case while it becomes a row. The C library would keep that for itself. */

#ifdef HAVE_MALLOC_TRIM

/* Threads do not wait for each other's memory here: most of the time none of them does anything. */
#  define N_ARENAS 2

/* Once the rows have their widgets, in milliseconds. */
#  define SOON     500

static gboolean
give_back_cb (gpointer source)
{
  *(guint *) source = 0;
  malloc_trim (0);

  return G_SOURCE_REMOVE;
}

#endif

/**
 * plannr_memory_use_few_arenas:
 *
 * Keeps the C library from having a heap for each thread. To be called before the first thread is.
 */
void
plannr_memory_use_few_arenas (void)
{
#ifdef HAVE_MALLOC_TRIM
  mallopt (M_ARENA_MAX, N_ARENAS);
#endif
}

/**
 * plannr_memory_give_back_soon:
 *
 * Gives the memory that is free by then back to the system, when nothing else is to be done.
 */
void
plannr_memory_give_back_soon (void)
{
#ifdef HAVE_MALLOC_TRIM
  static guint source;

  if (source == 0)
    source = g_timeout_add_full (G_PRIORITY_LOW, SOON, give_back_cb, &source, NULL);
#endif
}
