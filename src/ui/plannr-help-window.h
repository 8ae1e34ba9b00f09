/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PLANNR_TYPE_HELP_WINDOW (plannr_help_window_get_type ())
G_DECLARE_FINAL_TYPE (PlannrHelpWindow, plannr_help_window, PLANNR, HELP_WINDOW, GtkWindow)

G_END_DECLS
