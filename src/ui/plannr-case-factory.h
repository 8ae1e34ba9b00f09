/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "plannr-submission.h"

G_BEGIN_DECLS

GtkListItemFactory *plannr_case_factory_new (void);
void plannr_case_factory_set_search (GtkListView *view, const char *search);
gboolean plannr_case_factory_focus (GtkListView *view, PlannrSubmission *submission);

G_END_DECLS
