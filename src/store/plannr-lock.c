/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-store"

/* For locks that belong to the open file: F_OFD_SETLK. */
#define _GNU_SOURCE

#include "config.h"

#include "plannr-lock.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "plannr-error.h"

#define MAX_HOLDER 200

/**
 * PlannrLock:
 *
 * A lock that one process on one computer can have, and that ends with it, however it ends. The file
 * says who has it, for others to read.
 */
struct _PlannrLock
{
  int fd;
};

static char *
read_holder (int fd)
{
  char holder[MAX_HOLDER + 1];
  ssize_t length = pread (fd, holder, MAX_HOLDER, 0);

  holder[MAX (length, 0)] = '\0';
  g_strdelimit (holder, "\n", '\0');

  return g_utf8_make_valid (holder, -1);
}

static void
write_holder (int fd)
{
  g_autofree char *holder = g_strdup_printf ("%s\n", g_get_host_name ());

  /* Only for people to read: without it the lock holds all the same. */
  if (ftruncate (fd, 0) != 0 || pwrite (fd, holder, strlen (holder), 0) < 0)
    g_debug ("The lock does not say who has it: %s", g_strerror (errno));
}

/**
 * plannr_lock_take:
 * @path: (type filename): a file, which is made where there is none
 * @error: %PLANNR_ERROR_FILE_OPEN where somebody else has it, with the name of their computer;
 *   %PLANNR_ERROR_DISK and its kin where the file can't be made
 *
 * Returns: (transfer full) (nullable): the lock
 */
PlannrLock *
plannr_lock_take (const char *path, GError **error)
{
  struct flock whole = { .l_type = F_WRLCK, .l_whence = SEEK_SET };
  PlannrLock *self = NULL;
  int fd = g_open (path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  int code = PLANNR_ERROR_DISK;

  if (fd >= 0 && fcntl (fd, F_OFD_SETLK, &whole) == 0)
    {
      write_holder (fd);
      self = g_new0 (PlannrLock, 1);
      self->fd = fd;
      return self;
    }

  if (fd >= 0 && (errno == EAGAIN || errno == EACCES))
    code = PLANNR_ERROR_FILE_OPEN;
  else if (errno == ENOSPC || errno == EDQUOT)
    code = PLANNR_ERROR_DISK_FULL;
  else if (errno == EROFS || errno == EACCES || errno == EPERM)
    code = PLANNR_ERROR_DISK_READ_ONLY;

  g_set_error (error, PLANNR_ERROR, code, "%s: %s", path, g_strerror (errno));
  if (code == PLANNR_ERROR_FILE_OPEN && error != NULL)
    plannr_error_get_details (*error)->message = read_holder (fd);
  if (fd >= 0)
    close (fd);

  return NULL;
}

/**
 * plannr_lock_free:
 * @self: (transfer full): a lock
 *
 * Lets go of it. The file stays: where it were removed two could hold a lock of one name.
 */
void
plannr_lock_free (PlannrLock *self)
{
  close (self->fd);
  g_free (self);
}
