/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plannr-case-draft.h"

G_BEGIN_DECLS

GBytes *plannr_draft_bytes_write (PlannrCaseDraft *draft);
PlannrCaseDraft *plannr_draft_bytes_read (GBytes *bytes, GError **error);

G_END_DECLS
