/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * PlannrAccountKind:
 * @PLANNR_ACCOUNT_KIND_UNKNOWN: Plannr sent a word that is not documented, or none
 * @PLANNR_ACCOUNT_KIND_CLIENT: a client of the firm
 * @PLANNR_ACCOUNT_KIND_EMPLOYEE: one of the firm's staff
 * @PLANNR_ACCOUNT_KIND_EXTERNAL: somebody else, an introducer or a solicitor
 *
 * Plannr's `type` of an account.
 */
typedef enum
{
  PLANNR_ACCOUNT_KIND_UNKNOWN,
  PLANNR_ACCOUNT_KIND_CLIENT,
  PLANNR_ACCOUNT_KIND_EMPLOYEE,
  PLANNR_ACCOUNT_KIND_EXTERNAL,
} PlannrAccountKind;

#define PLANNR_TYPE_ACCOUNT_KIND (plannr_account_kind_get_type ())
GType plannr_account_kind_get_type (void);

PlannrAccountKind plannr_account_kind_from_word (const char *word);
const char *plannr_account_kind_to_word (PlannrAccountKind kind);

G_END_DECLS
