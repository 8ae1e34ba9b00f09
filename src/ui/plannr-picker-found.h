/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plannr-merge.h"

G_BEGIN_DECLS

/**
 * PlannrPickerFound:
 *
 * What was found for a question, in rows that stay where they are: further answers to the same question
 * are merged into them. The answer to an older question stays until there is one to the newest.
 */
typedef struct _PlannrPickerFound PlannrPickerFound;

PlannrPickerFound *plannr_picker_found_new (void);
void plannr_picker_found_free (PlannrPickerFound *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlannrPickerFound, plannr_picker_found_free)

GListModel *plannr_picker_found_get_rows (PlannrPickerFound *self);
const char *plannr_picker_found_get_question (PlannrPickerFound *self);
gboolean plannr_picker_found_is_answered (PlannrPickerFound *self);
gboolean plannr_picker_found_is_old (PlannrPickerFound *self);

void plannr_picker_found_set_question (PlannrPickerFound *self, const char *question);
void plannr_picker_found_take (PlannrPickerFound *self, GPtrArray *answer, PlannrMergeMode mode);
void plannr_picker_found_clear (PlannrPickerFound *self);

G_END_DECLS
