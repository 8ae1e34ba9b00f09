/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "plannr-facts.h"

G_BEGIN_DECLS

GtkWidget *plannr_fact_card_new (const PlannrFacts *facts);

G_END_DECLS
