/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-bench"

#include "config.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "bench-cases.h"
#include "bench-folder.h"

#define N_RUNS 500

/* What the journal costs a create: the intent, the mark and the outcome, each on the disk before the
 * next; against the same bytes at the end of a plain file, in the same three pieces, each followed
 * by fdatasync(), and in one. */

typedef struct
{
  PlannrEntry *queued;  /* (owned) */
  PlannrEntry *created; /* (owned) */
  gint64 now;
} Create;

static Create
create_new (guint number)
{
  Create create = { bench_entry_new (number), NULL, g_get_real_time () };

  create.created = bench_entry_copy (create.queued);
  bench_entry_create (create.created, FALSE);

  return create;
}

static void
create_clear (Create *create)
{
  plannr_entry_free (create->queued);
  plannr_entry_free (create->created);
}

static double
milliseconds_since (gint64 before)
{
  return (double) (g_get_monotonic_time () - before) / 1000;
}

static double
measure_journal (PlannrJournal *journal, const Create *create)
{
  PlannrEntry *queued = bench_entry_copy (create->queued);
  PlannrEntry *created = bench_entry_copy (create->created);
  g_autofree char *id = g_strdup (queued->id);
  g_autoptr (GError) error = NULL;
  gint64 before = g_get_monotonic_time ();

  bench_journal_write (journal, queued);
  plannr_journal_mark (journal, id, create->now, create->now, &error);
  g_assert_no_error (error);
  bench_journal_write (journal, created);

  return milliseconds_since (before);
}

static void
append_bytes (GByteArray *piece, GBytes *bytes)
{
  g_byte_array_append (piece, g_bytes_get_data (bytes, NULL), (guint) g_bytes_get_size (bytes));
}

static void
append_text (GByteArray *piece, const char *text)
{
  g_byte_array_append (piece, (const guint8 *) text, (guint) strlen (text));
}

static void
append_number (GByteArray *piece, gint64 number)
{
  g_byte_array_append (piece, (const guint8 *) &number, sizeof number);
}

static void
append_row (GByteArray *piece, const PlannrEntry *entry)
{
  append_text (piece, entry->id);
  append_text (piece, entry->name);
  append_bytes (piece, entry->draft);
  append_number (piece, entry->changed_at);
  append_number (piece, entry->queued_at);
}

static void
write_piece (int fd, GByteArray *piece, gboolean sync)
{
  if (write (fd, piece->data, piece->len) != (gssize) piece->len || (sync && fdatasync (fd) != 0))
    g_error ("The disk: %s", g_strerror (errno));
}

static double
measure_file (int fd, const Create *create, gboolean each, gsize *size)
{
  g_autoptr (GByteArray) intent = g_byte_array_new ();
  g_autoptr (GByteArray) mark = g_byte_array_new ();
  g_autoptr (GByteArray) outcome = g_byte_array_new ();
  gint64 before;

  append_row (intent, create->queued);
  append_bytes (intent, create->queued->body);
  append_text (mark, create->queued->id);
  append_number (mark, create->now);
  append_number (mark, create->now);
  append_row (outcome, create->created);
  append_text (outcome, create->created->case_uuid);
  append_bytes (outcome, create->created->answer);
  *size = intent->len + mark->len + outcome->len;

  before = g_get_monotonic_time ();
  write_piece (fd, intent, each);
  write_piece (fd, mark, each);
  write_piece (fd, outcome, TRUE);

  return milliseconds_since (before);
}

static void
report (const char *what, double *values)
{
  g_print ("%s: p50 %.2f ms, p99 %.2f ms\n", what, bench_percentile (values, N_RUNS, 0.5),
           bench_percentile (values, N_RUNS, 0.99));
}

int
main (int argc, char *argv[])
{
  g_autoptr (BenchFolder) folder = bench_folder_new ();
  g_autofree char *path = g_build_filename (folder, "plain", NULL);
  g_autoptr (PlannrJournal) journal = bench_journal_open (folder);
  int fd = g_open (path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
  double ours[N_RUNS];
  double three[N_RUNS];
  double one[N_RUNS];
  gsize size = 0;

  for (guint i = 0; i < N_RUNS; i++)
    {
      Create create = create_new (i);

      ours[i] = measure_journal (journal, &create);
      three[i] = measure_file (fd, &create, TRUE, &size);
      one[i] = measure_file (fd, &create, FALSE, &size);
      create_clear (&create);
    }
  close (fd);

  report ("journal per create", ours);
  report ("the same bytes in a plain file, fdatasync after each of the three pieces", three);
  report ("the same bytes in a plain file, one fdatasync", one);
  g_print ("journal: %.2fx of three fdatasyncs, %.2fx of one (medians of %d, %" G_GSIZE_FORMAT
           " bytes a create)\n",
           bench_percentile (ours, N_RUNS, 0.5) / bench_percentile (three, N_RUNS, 0.5),
           bench_percentile (ours, N_RUNS, 0.5) / bench_percentile (one, N_RUNS, 0.5), N_RUNS,
           size);

  return 0;
}
