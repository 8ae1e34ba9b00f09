/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-bench"

#include "config.h"

#include "bench-cases.h"

#include <stdlib.h>
#include <string.h>

#include "plannr-api.h"
#include "plannr-draft-bytes.h"

#define HOUR G_GINT64_CONSTANT (3600000000)

/* Each second one is a name that needs more than one word of ASCII. */
static const char *const names[] = {
  "Mortgage",          "Annual review: pension and ISA",
  "Pension transfer",  "Zoë’s protection",
  "Protection review", "Retirement planning with Mr O’Brien",
};

static void
add_choices (PlannrCaseDraft *draft)
{
  g_autoptr (PlannrChoice) kind =
      g_object_new (PLANNR_TYPE_CHOICE, "uuid", "d8b25570-48f0-4786-b670-67f6900bf34c", "name",
                    "Mortgage", NULL);
  g_autoptr (PlannrChoice) status =
      g_object_new (PLANNR_TYPE_CHOICE, "uuid", "59f4ddf9-c35d-4819-adf7-da52307bc0d7", "name",
                    "Fact find", "colour", "#1C6BBA", "position", 1, NULL);

  plannr_case_draft_set_kind (draft, kind);
  plannr_case_draft_set_status (draft, status);
}

static void
add_people (PlannrCaseDraft *draft)
{
  g_autoptr (PlannrAccount) client =
      g_object_new (PLANNR_TYPE_ACCOUNT, "uuid", "f5e985d6-8e32-4d65-a996-ba5a9f9632eb", "kind",
                    PLANNR_ACCOUNT_KIND_CLIENT, "role", "individual", "name", "Gareth Thompson",
                    "email", "gareth.thompson@example.org", "adviser", "Patrick Llewellyn", "joint",
                    TRUE, NULL);
  g_autoptr (PlannrAccount) adviser =
      g_object_new (PLANNR_TYPE_ACCOUNT, "uuid", "06afed65-3a5e-45af-a4ab-02ae8d981c29", "kind",
                    PLANNR_ACCOUNT_KIND_EMPLOYEE, "role", "owner", "name", "Patrick Llewellyn",
                    "email", "patrick.llewellyn@harbour-vale.example.com", NULL);

  plannr_case_draft_add (draft, client);
  plannr_case_draft_add (draft, adviser);
}

static void
add_plans (PlannrCaseDraft *draft)
{
  g_autoptr (PlannrPlan) savings =
      g_object_new (PLANNR_TYPE_PLAN, "uuid", "b409a7a0-90b6-4c3c-b154-23c7fd287b21", "name",
                    "Gareth’s ISA", "kind", "cash_account", "sub-kind", "savings", "status",
                    "active", "provider", "Castle & Keep", "policy-number", "AVIVA-123", "amount",
                    G_GINT64_CONSTANT (1250000), "currency", "GBP", NULL);
  g_autoptr (PlannrPlan) pension =
      g_object_new (PLANNR_TYPE_PLAN, "uuid", "75217a45-1f2b-4d8c-b7d2-2c0a1b1a3fce", "name",
                    "Gareth’s pension", "kind", "pension", "sub-kind", "workplace", "status",
                    "active", "provider", "Thames Vale Building Society", "policy-number",
                    "NS-4471902", "amount", G_GINT64_CONSTANT (16420050), "currency", "GBP", NULL);

  plannr_case_draft_add (draft, savings);
  plannr_case_draft_add (draft, pension);
}

static GBytes *
read_answer (const char *file, const PlannrEntry *entry)
{
  g_autofree char *path = g_build_filename (BENCH_PAYLOADS, file, NULL);
  g_autofree char *text = NULL;
  g_autofree char *time = NULL;
  g_autoptr (GDateTime) when = g_date_time_new_from_unix_utc (entry->changed_at / G_USEC_PER_SEC);
  g_autoptr (GError) error = NULL;
  GString *answer = NULL;
  gsize length;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  time = g_date_time_format (when, "%Y-%m-%dT%H:%M:%S+00:00");
  answer = g_string_new (text);
  g_string_replace (answer, "@UUID@", entry->case_uuid, 0);
  g_string_replace (answer, "@NAME@", entry->name, 0);
  g_string_replace (answer, "@SLUG@", entry->id, 0);
  g_string_replace (answer, "@TIME@", time, 0);
  length = answer->len;

  return g_bytes_new_take (g_string_free (answer, FALSE), length);
}

/**
 * bench_draft_fill:
 * @draft: an empty draft
 * @number: which
 *
 * Writes a case as people write them: two people, two plans, a type, a status and a value.
 */
void
bench_draft_fill (PlannrCaseDraft *draft, guint number)
{
  g_autofree char *name = g_strdup_printf ("%s %u", names[number % G_N_ELEMENTS (names)], number);

  plannr_case_draft_set_name (draft, name);
  plannr_case_draft_set_value_text (draft, "150.99");
  add_choices (draft);
  add_people (draft);
  add_plans (draft);
}

/**
 * bench_entry_new:
 * @number: which; the lower the newer, an hour for each
 *
 * Returns: (transfer full): a queued case as of bench_draft_fill()
 */
PlannrEntry *
bench_entry_new (guint number)
{
  PlannrEntry *self = g_new0 (PlannrEntry, 1);
  g_autoptr (PlannrCaseDraft) draft = plannr_case_draft_new ();
  gint64 now = g_get_real_time ();

  bench_draft_fill (draft, number);
  self->id = g_uuid_string_random ();
  self->name = g_strdup (plannr_case_draft_get_name (draft));
  self->state = PLANNR_STATE_QUEUED;
  self->draft = plannr_draft_bytes_write (draft);
  self->body = plannr_api_write_case (draft);
  self->queued_at = now - HOUR * number;
  self->changed_at = self->queued_at;

  return self;
}

/**
 * bench_entry_create:
 * @self: a queued case that was marked
 * @whole: whether the answer is the case with all that a card shows, which comes later, instead of
 *   what answers a create
 *
 * Makes it one that Plannr has created.
 */
void
bench_entry_create (PlannrEntry *self, gboolean whole)
{
  if (self->case_uuid == NULL)
    self->case_uuid = g_uuid_string_random ();
  self->state = PLANNR_STATE_CREATED;
  self->status = 200;
  self->ended = !whole;
  g_clear_pointer (&self->answer, g_bytes_unref);
  self->answer = read_answer (whole ? "record.json" : "created.json", self);
}

/**
 * bench_entry_copy:
 * @self: an entry
 *
 * Returns: (transfer full): the same, to be given away
 */
PlannrEntry *
bench_entry_copy (const PlannrEntry *self)
{
  PlannrEntry *copy = g_memdup2 (self, sizeof *self);

  copy->id = g_strdup (self->id);
  copy->name = g_strdup (self->name);
  copy->case_uuid = g_strdup (self->case_uuid);
  copy->draft = g_bytes_ref (self->draft);
  copy->body = g_bytes_ref (self->body);
  copy->answer = self->answer != NULL ? g_bytes_ref (self->answer) : NULL;

  return copy;
}

static void
result_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static GAsyncResult *
wait_for (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);

  return *result;
}

/**
 * bench_journal_open:
 * @folder: (type filename): where
 *
 * Returns: (transfer full): a journal on the disk, open
 */
PlannrJournal *
bench_journal_open (const char *folder)
{
  PlannrJournal *self = plannr_journal_new (folder);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray) entries = NULL;
  g_autofree char *moved_to = NULL;
  g_autoptr (GError) error = NULL;

  plannr_journal_open_async (self, NULL, result_cb, &result);
  entries = plannr_journal_open_finish (self, wait_for (&result), &moved_to, &error);
  g_assert_no_error (error);

  return self;
}

/**
 * bench_journal_write:
 * @journal: a journal
 * @entry: (transfer full): what to write
 *
 * Writes it and waits for the disk.
 */
void
bench_journal_write (PlannrJournal *journal, PlannrEntry *entry)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  plannr_journal_write_async (journal, entry, NULL, result_cb, &result);
  plannr_journal_write_finish (journal, wait_for (&result), &error);
  g_assert_no_error (error);
}

static void
write_past (PlannrJournal *journal, guint number)
{
  g_autoptr (PlannrEntry) entry = bench_entry_new (number);
  g_autoptr (GError) error = NULL;

  plannr_journal_write_async (journal, bench_entry_copy (entry), NULL, NULL, NULL);
  plannr_journal_mark (journal, entry->id, entry->queued_at, entry->queued_at, &error);
  g_assert_no_error (error);
  bench_entry_create (entry, FALSE);
  plannr_journal_write_async (journal, bench_entry_copy (entry), NULL, NULL, NULL);
  bench_entry_create (entry, TRUE);
  plannr_journal_write_async (journal, bench_entry_copy (entry), NULL, NULL, NULL);
}

/**
 * bench_journal_fill:
 * @folder: (type filename): where
 * @n_past: how many cases Plannr has created, the newest an hour ago and one in each hour before
 * @n_queued: how many wait to be sent
 *
 * Makes a journal as an application leaves it.
 */
void
bench_journal_fill (const char *folder, guint n_past, guint n_queued)
{
  g_autoptr (PlannrJournal) journal = bench_journal_open (folder);

  for (guint i = n_past; i > 0; i--)
    write_past (journal, i);
  for (guint i = n_queued; i > 0; i--)
    plannr_journal_write_async (journal, bench_entry_new (i), NULL, NULL, NULL);
  while (!plannr_journal_flush (journal, 1000))
    ;
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

/* For qsort() of numbers. */
int
bench_compare (gconstpointer a, gconstpointer b)
{
  double x = *(const double *) a;
  double y = *(const double *) b;

  return (x > y) - (x < y);
}

/**
 * bench_percentile:
 * @values: numbers, which are sorted
 * @n: how many
 * @part: 0.5 for the median
 *
 * Returns: the number below which that part of them is
 */
double
bench_percentile (double *values, gsize n, double part)
{
  qsort (values, n, sizeof *values, bench_compare);

  return values[MIN ((gsize) ((double) n * part), n - 1)];
}
