/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "plannr-account-kind.h"

G_BEGIN_DECLS

char *plannr_describe_title (gpointer item);
char *plannr_describe_detail (gpointer item);
char *plannr_describe_detail_among (gpointer item, GListModel *others);
char *plannr_describe_adviser (gpointer item);
char *plannr_describe_beside_adviser (gpointer item, gboolean with_phone);
char **plannr_describe_searched (gpointer item);
char *plannr_describe_value (gpointer item);
const char *plannr_describe_kind (PlannrAccountKind kind);

G_END_DECLS
