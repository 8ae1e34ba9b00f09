/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "plannr-account-kind.h"

G_BEGIN_DECLS

#define PLANNR_TYPE_ACCOUNT (plannr_account_get_type ())
G_DECLARE_FINAL_TYPE (PlannrAccount, plannr_account, PLANNR, ACCOUNT, GObject)

const char *plannr_account_get_uuid (PlannrAccount *self);
PlannrAccountKind plannr_account_get_kind (PlannrAccount *self);
const char *plannr_account_get_role (PlannrAccount *self);
const char *plannr_account_get_name (PlannrAccount *self);
const char *plannr_account_get_email (PlannrAccount *self);
const char *plannr_account_get_phone (PlannrAccount *self);
const char *plannr_account_get_adviser (PlannrAccount *self);
gboolean plannr_account_get_joint (PlannrAccount *self);
gboolean plannr_account_get_inactive (PlannrAccount *self);

G_END_DECLS
