/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "plannr-case.h"

G_BEGIN_DECLS

#define PLANNR_TYPE_TWIN_NOTE (plannr_twin_note_get_type ())
G_DECLARE_FINAL_TYPE (PlannrTwinNote, plannr_twin_note, PLANNR, TWIN_NOTE, GtkBox)

void plannr_twin_note_set_record (PlannrTwinNote *self, PlannrCase *record);
char *plannr_twin_note_get_text (PlannrTwinNote *self);

G_END_DECLS
