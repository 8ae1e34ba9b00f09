/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "plannr-account-kind.h"

G_BEGIN_DECLS

#define PLANNR_TYPE_LOGIN (plannr_login_get_type ())
G_DECLARE_FINAL_TYPE (PlannrLogin, plannr_login, PLANNR, LOGIN, GObject)

const char *plannr_login_get_account_uuid (PlannrLogin *self);
const char *plannr_login_get_account_name (PlannrLogin *self);
PlannrAccountKind plannr_login_get_account_kind (PlannrLogin *self);
const char *plannr_login_get_firm_name (PlannrLogin *self);
const char *plannr_login_get_email (PlannrLogin *self);
GDateTime *plannr_login_get_expires_at (PlannrLogin *self);
gboolean plannr_login_get_may_write (PlannrLogin *self);
gboolean plannr_login_get_preferred (PlannrLogin *self);

G_END_DECLS
