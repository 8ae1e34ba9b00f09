/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "plannr-emphasis.h"

G_BEGIN_DECLS

void plannr_emphasised_label (GtkLabel *label, PlannrEmphasis *emphasis);
void
plannr_emphasised_label_parts (GtkLabel *label, PlannrEmphasis *emphasis, const char *const *parts);

G_END_DECLS
