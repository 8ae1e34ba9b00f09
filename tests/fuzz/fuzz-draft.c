/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-fuzz"

#include "config.h"

#include "fuzz.h"

#include "plannr-draft-bytes.h"
#include "plannr-error.h"

/* What the journal might hold in the place of a draft. */

static PlannrCaseDraft *
read_again (GBytes *bytes)
{
  g_autoptr (GError) error = NULL;
  PlannrCaseDraft *draft = plannr_draft_bytes_read (bytes, &error);

  g_assert_no_error (error);
  g_assert_nonnull (draft);

  return draft;
}

/* What was read once is written, and read, and written as the same. */
static void
check_draft (PlannrCaseDraft *draft)
{
  g_autoptr (GBytes) written = plannr_draft_bytes_write (draft);
  g_autoptr (PlannrCaseDraft) again = read_again (written);
  g_autoptr (GBytes) rewritten = plannr_draft_bytes_write (again);

  g_assert_true (g_bytes_equal (rewritten, written));
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (PlannrCaseDraft) draft = plannr_draft_bytes_read (bytes, &error);

  if (draft != NULL)
    {
      g_assert_no_error (error);
      check_draft (draft);
    }
  else
    g_assert_error (error, PLANNR_ERROR, PLANNR_ERROR_FILE_BROKEN);

  return 0;
}
