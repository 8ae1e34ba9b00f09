/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plannr-api.h"
#include "plannr-submission.h"

G_BEGIN_DECLS

/**
 * PlannrLook:
 * @match: (nullable): the one case that is what was asked for
 * @candidates: cases of the same client from the same time: more than one match, or cases that
 *   differ in something or do not tell; a list of #PlannrCase
 *
 * What was found where a case may have been created.
 */
typedef struct
{
  PlannrCase *match;
  GListStore *candidates;
} PlannrLook;

void plannr_look_free (PlannrLook *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlannrLook, plannr_look_free)

/**
 * PlannrTakenFunc:
 *
 * Returns: whether the case with this UUID belongs to another submission
 */
typedef gboolean (*PlannrTakenFunc) (const char *uuid, gpointer user_data);

void plannr_look_async (PlannrApi *api,
                        PlannrSubmission *submission,
                        PlannrTakenFunc taken,
                        gpointer taken_data,
                        GCancellable *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer user_data);
PlannrLook *plannr_look_finish (GAsyncResult *result, GError **error);

G_END_DECLS
