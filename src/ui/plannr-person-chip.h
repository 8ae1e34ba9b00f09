/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "plannr-account.h"

G_BEGIN_DECLS

#define PLANNR_TYPE_PERSON_CHIP (plannr_person_chip_get_type ())
G_DECLARE_FINAL_TYPE (PlannrPersonChip, plannr_person_chip, PLANNR, PERSON_CHIP, GtkBox)

PlannrPersonChip *plannr_person_chip_new (PlannrAccount *person, const char *apart);

PlannrAccount *plannr_person_chip_get_person (PlannrPersonChip *self);

G_END_DECLS
