/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "plannr-case.h"

G_BEGIN_DECLS

GtkWidget *plannr_double_popover_new (PlannrCase *record);

G_END_DECLS
