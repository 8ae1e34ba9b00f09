/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "plannr-outbox.h"

G_BEGIN_DECLS

/**
 * PlannrParting:
 * @PLANNR_PARTING_CLOSE: the window is to be closed
 * @PLANNR_PARTING_DISCONNECT: the account is to be left
 *
 * What somebody is about to do that ends the sending of cases.
 */
typedef enum
{
  PLANNR_PARTING_CLOSE,
  PLANNR_PARTING_DISCONNECT,
} PlannrParting;

#define PLANNR_TYPE_FAREWELL (plannr_farewell_get_type ())
G_DECLARE_FINAL_TYPE (PlannrFarewell, plannr_farewell, PLANNR, FAREWELL, GtkBox)

gboolean plannr_farewell_ask (PlannrFarewell *self, PlannrParting parting, PlannrOutbox *outbox);
void plannr_farewell_withdraw (PlannrFarewell *self);

G_END_DECLS
