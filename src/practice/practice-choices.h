/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "practice-database.h"
#include "practice-json.h"

G_BEGIN_DECLS

void
practice_choices_write_status (PracticeJson *json, PracticeDatabase *database, const char *uuid);
void practice_choices_write_type (PracticeJson *json, PracticeDatabase *database, const char *uuid);

G_END_DECLS
