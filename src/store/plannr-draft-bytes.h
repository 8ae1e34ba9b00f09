/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plannr-case-draft.h"

G_BEGIN_DECLS

GBytes *plannr_draft_bytes_write (PlannrCaseDraft *draft);
PlannrCaseDraft *plannr_draft_bytes_read (GBytes *bytes, GError **error);
char *plannr_draft_bytes_read_people (GBytes *bytes);

G_END_DECLS
