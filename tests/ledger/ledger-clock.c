/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE

#include "config.h"

#include <stdlib.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

/* A computer whose clock is wrong: in a program that has this in it the C library's clock is as many
 * seconds ahead as PLANNR_LEDGER_CLOCK says. */

static long
get_offset (void)
{
  const char *text = getenv ("PLANNR_LEDGER_CLOCK");

  return text != NULL ? strtol (text, NULL, 10) : 0;
}

int
clock_gettime (clockid_t clock, struct timespec *now)
{
  int result = (int) syscall (SYS_clock_gettime, clock, now);

  if (result == 0 && clock == CLOCK_REALTIME)
    now->tv_sec += get_offset ();

  return result;
}

int
gettimeofday (struct timeval *restrict now, void *restrict zone)
{
  struct timespec precise;
  int result = clock_gettime (CLOCK_REALTIME, &precise);

  now->tv_sec = precise.tv_sec;
  now->tv_usec = precise.tv_nsec / 1000;

  return result;
}
