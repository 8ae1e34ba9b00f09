/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "plannr-account.h"

G_BEGIN_DECLS

char *plannr_namesakes_tell_apart (PlannrAccount *person, GListModel *people);

G_END_DECLS
