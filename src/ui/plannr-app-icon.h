/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define PLANNR_TYPE_APP_ICON (plannr_app_icon_get_type ())
G_DECLARE_FINAL_TYPE (PlannrAppIcon, plannr_app_icon, PLANNR, APP_ICON, GtkWidget)

G_END_DECLS
