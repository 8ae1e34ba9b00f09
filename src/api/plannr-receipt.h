/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * PlannrReceipt:
 * @status: the HTTP status; 0 where none arrived
 * @answer: (nullable): the body of the answer, as far as it was read
 * @has_clock: whether the server told the time
 * @clock_offset: by how much the server's clock is ahead of this computer's, in microseconds
 * @rate_remaining: how many requests may still be made this minute; −1 where the server does not say
 *
 * What came back to a request, as it came: for the record.
 */
typedef struct
{
  guint status;
  GBytes *answer;
  gboolean has_clock;
  gint64 clock_offset;
  gint64 rate_remaining;
} PlannrReceipt;

void plannr_receipt_free (PlannrReceipt *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlannrReceipt, plannr_receipt_free)

G_END_DECLS
