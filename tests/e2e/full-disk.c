/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Loaded before the C library: as long as the file that PLANNR_TEST_FULL names exists, there is no space
 * left for what is kept in the application's own folder; with the one that PLANNR_TEST_READ_ONLY names,
 * that folder is on a disk that may only be read. */

/* RTLD_NEXT */
#define _GNU_SOURCE

/* Both names are needed here, and one of them is not to stand for the other. */
#undef _FILE_OFFSET_BITS

#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define FOLDER "/plannr-cases/"

typedef ssize_t (*WriteFunc) (int fd, const void *bytes, size_t size);
typedef int (*OpenFunc) (const char *path, int flags, mode_t mode);
typedef ssize_t (*PositionedWriteFunc) (int fd, const void *bytes, size_t size, off64_t offset);

static int
is_full (int fd)
{
  const char *flag = getenv ("PLANNR_TEST_FULL");
  char link[64];
  char path[4096];
  ssize_t length;

  if (flag == NULL || access (flag, F_OK) != 0)
    return 0;

  snprintf (link, sizeof link, "/proc/self/fd/%d", fd);
  length = readlink (link, path, sizeof path - 1);
  path[length > 0 ? length : 0] = '\0';

  return strstr (path, FOLDER) != NULL;
}

ssize_t
write (int fd, const void *bytes, size_t size)
{
  static WriteFunc next;

  if (next == NULL)
    next = (WriteFunc) dlsym (RTLD_NEXT, "write");
  if (!is_full (fd))
    return next (fd, bytes, size);

  errno = ENOSPC;
  return -1;
}

static ssize_t
write_at (const char *name, int fd, const void *bytes, size_t size, off64_t offset)
{
  PositionedWriteFunc next = (PositionedWriteFunc) dlsym (RTLD_NEXT, name);

  if (!is_full (fd))
    return next (fd, bytes, size, offset);

  errno = ENOSPC;
  return -1;
}

ssize_t
pwrite (int fd, const void *bytes, size_t size, off_t offset)
{
  return write_at ("pwrite", fd, bytes, size, offset);
}

ssize_t
pwrite64 (int fd, const void *bytes, size_t size, off64_t offset)
{
  return write_at ("pwrite64", fd, bytes, size, offset);
}

static int
open_by (const char *name, const char *path, int flags, mode_t mode)
{
  OpenFunc next = (OpenFunc) dlsym (RTLD_NEXT, name);
  const char *flag = getenv ("PLANNR_TEST_READ_ONLY");

  if ((flags & O_ACCMODE) == O_RDONLY || strstr (path, FOLDER) == NULL || flag == NULL
      || access (flag, F_OK) != 0)
    return next (path, flags, mode);

  errno = EROFS;
  return -1;
}

int
open (const char *path, int flags, ...)
{
  va_list arguments;
  mode_t mode = 0;

  va_start (arguments, flags);
  if ((flags & O_CREAT) != 0)
    mode = va_arg (arguments, mode_t);
  va_end (arguments);

  return open_by ("open", path, flags, mode);
}

int
open64 (const char *path, int flags, ...)
{
  va_list arguments;
  mode_t mode = 0;

  va_start (arguments, flags);
  if ((flags & O_CREAT) != 0)
    mode = va_arg (arguments, mode_t);
  va_end (arguments);

  return open_by ("open64", path, flags, mode);
}
