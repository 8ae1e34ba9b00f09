/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ledger-plan.h"

G_BEGIN_DECLS

/* What a proxy does with a CONNECT. */
typedef enum
{
  LEDGER_PROXY_PASS,        /* what it should */
  LEDGER_PROXY_REFUSE,      /* answers by a status: 403, 407, 502 */
  LEDGER_PROXY_CLOSE,       /* closes the connection without a word */
  LEDGER_PROXY_CLOSE_AFTER, /* answers 200 and closes */
  LEDGER_PROXY_LIE_HTML,    /* answers 200, and then itself, by a page */
  LEDGER_PROXY_LIE_GARBAGE, /* answers 200, and then itself, by nonsense */
  LEDGER_PROXY_CUT,         /* closes when so many bytes have passed, both ways together */
} LedgerProxyMode;

typedef struct _LedgerProxy LedgerProxy;

LedgerProxy *ledger_proxy_new (void);
void ledger_proxy_free (LedgerProxy *self);
guint16 ledger_proxy_get_port (LedgerProxy *self);
guint ledger_proxy_get_connects (LedgerProxy *self);
void
ledger_proxy_set_mode (LedgerProxy *self, LedgerProxyMode mode, guint number, LedgerRange which);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LedgerProxy, ledger_proxy_free)

G_END_DECLS
