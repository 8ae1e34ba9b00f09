/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean plannr_list_error_is_lost_on_the_way (const GError *error);
gboolean plannr_list_error_is_passing (const GError *error);
gboolean plannr_list_error_is_refusal (const GError *error);

G_END_DECLS
