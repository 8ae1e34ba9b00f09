/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-api"

#include "config.h"

#include "plannr-receipt.h"

/**
 * plannr_receipt_free:
 * @self: (transfer full): a receipt
 */
void
plannr_receipt_free (PlannrReceipt *self)
{
  g_clear_pointer (&self->answer, g_bytes_unref);
  g_free (self);
}
