/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-ledger"

#include "config.h"

#include "ledger-watch.h"

#include <errno.h>
#include <poll.h>
#include <string.h>
#include <unistd.h>

static void
seen_free (gpointer data)
{
  LedgerSeen *seen = data;

  g_free (seen->end);
  g_free (seen->uuid);
  g_free (seen);
}

static LedgerSeen *
look_up (LedgerWatch *self, const char *id)
{
  LedgerSeen *seen = g_hash_table_lookup (self->rows, id);

  if (seen == NULL)
    {
      seen = g_new0 (LedgerSeen, 1);
      g_hash_table_insert (self->rows, g_strdup (id), seen);
    }

  return seen;
}

static void
take_line (LedgerWatch *self, const char *line)
{
  g_auto (GStrv) words = g_strsplit (line, " ", 3);
  LedgerSeen *seen = NULL;

  g_string_append_printf (self->report, "  %s\n", line);
  if (g_strv_length (words) != 3 || g_str_equal (words[1], "-"))
    return;

  seen = look_up (self, words[1]);
  if (g_str_equal (words[0], "queued"))
    seen->queued = TRUE;
  else if (g_str_equal (words[0], "asked"))
    seen->n_asked++;
  else
    {
      g_free (seen->end);
      seen->end = g_strdup (words[0]);
      g_free (seen->uuid);
      seen->uuid = g_strdup (words[2]);
    }
}

/* Whole lines only: what a process that is killed was just about to say nobody has seen. */
static void
take_lines (LedgerWatch *self, GString *text)
{
  char *end;

  while ((end = strchr (text->str, '\n')) != NULL)
    {
      *end = '\0';
      take_line (self, text->str);
      g_string_erase (text, 0, end - text->str + 1);
    }
}

/**
 * ledger_watch_new:
 * @report: where to write down what was said
 *
 * Returns: (transfer full): somebody who has seen nothing yet
 */
LedgerWatch *
ledger_watch_new (GString *report)
{
  LedgerWatch *self = g_new0 (LedgerWatch, 1);

  self->rows = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, seen_free);
  self->report = report;

  return self;
}

/**
 * ledger_watch_free:
 * @self: (transfer full): a watch
 */
void
ledger_watch_free (LedgerWatch *self)
{
  g_hash_table_unref (self->rows);
  g_free (self);
}

/**
 * ledger_watch_read:
 * @self: a watch
 * @output: (transfer full): where a desk says something
 * @milliseconds: for how long to listen; −1 until it says no more
 *
 * Returns: whether the time is over, and the desk still there
 */
gboolean
ledger_watch_read (LedgerWatch *self, int output, gint64 milliseconds)
{
  g_autoptr (GString) text = g_string_new (NULL);
  gint64 until = g_get_monotonic_time () + milliseconds * 1000;
  struct pollfd poll_fd = { output, POLLIN, 0 };
  gboolean late = FALSE;
  char buffer[4096];
  ssize_t n = 1;

  while (n != 0 && !late)
    {
      gint64 left = milliseconds < 0 ? 1000 : (until - g_get_monotonic_time ()) / 1000;

      if (poll (&poll_fd, 1, (int) MAX (left, 0)) > 0)
        {
          n = read (output, buffer, sizeof buffer);
          if (n > 0)
            g_string_append_len (text, buffer, n);
          else if (n < 0 && errno != EINTR)
            n = 0;
          take_lines (self, text);
        }
      late = milliseconds >= 0 && g_get_monotonic_time () >= until;
    }
  close (output);

  return n != 0;
}
