/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plannr-recorder.h"

G_BEGIN_DECLS

#define PLANNR_TYPE_ARCHIVE (plannr_archive_get_type ())
G_DECLARE_FINAL_TYPE (PlannrArchive, plannr_archive, PLANNR, ARCHIVE, GObject)

PlannrArchive *plannr_archive_new (PlannrRecorder *recorder, GListStore *rows);

PlannrSubmission *plannr_archive_add (PlannrArchive *self, PlannrSubmission *past);
void plannr_archive_put_away_soon (PlannrArchive *self);
void plannr_archive_load (PlannrArchive *self, const char *search);

G_END_DECLS
