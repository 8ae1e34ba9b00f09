/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-store"

#include "config.h"

#include "plannr-entry.h"

/**
 * plannr_entry_free:
 * @self: (transfer full): a row of the journal
 */
void
plannr_entry_free (PlannrEntry *self)
{
  g_free (self->id);
  g_free (self->name);
  g_clear_pointer (&self->draft, g_bytes_unref);
  g_clear_pointer (&self->body, g_bytes_unref);
  g_free (self->case_uuid);
  g_clear_pointer (&self->answer, g_bytes_unref);
  g_free (self);
}
