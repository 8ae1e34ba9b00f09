/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-model"

#include "config.h"

#include "plannr-account-kind.h"

G_DEFINE_ENUM_TYPE (PlannrAccountKind,
                    plannr_account_kind,
                    G_DEFINE_ENUM_VALUE (PLANNR_ACCOUNT_KIND_UNKNOWN, "unknown"),
                    G_DEFINE_ENUM_VALUE (PLANNR_ACCOUNT_KIND_CLIENT, "client"),
                    G_DEFINE_ENUM_VALUE (PLANNR_ACCOUNT_KIND_EMPLOYEE, "employee"),
                    G_DEFINE_ENUM_VALUE (PLANNR_ACCOUNT_KIND_EXTERNAL, "external"))

static const char *const words[] = {
  [PLANNR_ACCOUNT_KIND_CLIENT] = "client",
  [PLANNR_ACCOUNT_KIND_EMPLOYEE] = "employee",
  [PLANNR_ACCOUNT_KIND_EXTERNAL] = "external",
};

/**
 * plannr_account_kind_from_word:
 * @word: (nullable): Plannr's word for an account's type
 *
 * Returns: the kind; %PLANNR_ACCOUNT_KIND_UNKNOWN for a word that is not documented
 */
PlannrAccountKind
plannr_account_kind_from_word (const char *word)
{
  for (guint i = PLANNR_ACCOUNT_KIND_CLIENT; i < G_N_ELEMENTS (words); i++)
    if (g_strcmp0 (word, words[i]) == 0)
      return (PlannrAccountKind) i;

  return PLANNR_ACCOUNT_KIND_UNKNOWN;
}

/**
 * plannr_account_kind_to_word:
 * @kind: a kind
 *
 * Returns: (nullable): Plannr's word for it, as `filter[type]` takes it
 */
const char *
plannr_account_kind_to_word (PlannrAccountKind kind)
{
  g_return_val_if_fail (kind <= PLANNR_ACCOUNT_KIND_EXTERNAL, NULL);

  return words[kind];
}
