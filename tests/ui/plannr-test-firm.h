/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plannr-profile.h"

G_BEGIN_DECLS

typedef struct _PlannrTestFirm PlannrTestFirm;

PlannrTestFirm *plannr_test_firm_new (void);
void plannr_test_firm_free (PlannrTestFirm *self);

PlannrProfile *plannr_test_firm_get_profile (PlannrTestFirm *self);
void
plannr_test_firm_answer (PlannrTestFirm *self, const char *path, guint status, const char *body);

PlannrAccount *plannr_test_firm_person (const char *uuid, const char *name, PlannrAccountKind kind);

G_END_DECLS
