/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plannr-connection.h"

G_BEGIN_DECLS

void recovery_desk_read_options (int *argc, char ***argv);
PlannrConnection *recovery_desk_new (void);
void recovery_desk_open (PlannrConnection *connection);

G_END_DECLS
