/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* All that the practice firm can do wrong with a create, the first being nothing. */
extern const char *const ledger_faults[];
extern const guint ledger_n_faults;

char *ledger_faults_strike (const char *name, guint k);

G_END_DECLS
