/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * PlannrMoneyConvention:
 * @decimals: the folded characters that separate the decimals, ended by 0
 * @groups: the folded characters that separate groups of digits, ended by 0
 * @primary: the number of digits in the last group: 3
 * @secondary: the number of digits in the groups before it: 3, or 2 in India
 * @names: (element-type utf8): the folded signs and names of the currency, the longest first
 *
 * How amounts of one currency are written in one locale.
 */
typedef struct
{
  gunichar decimals[8];
  gunichar groups[8];
  guint primary;
  guint secondary;
  GPtrArray *names; /* (owned) */
} PlannrMoneyConvention;

PlannrMoneyConvention *plannr_money_convention_new (const char *currency, const char *locale);
void plannr_money_convention_free (PlannrMoneyConvention *self);
gboolean plannr_money_convention_is_decimal (const PlannrMoneyConvention *self, gunichar character);
gboolean plannr_money_convention_is_group (const PlannrMoneyConvention *self, gunichar character);

gunichar plannr_money_fold (gunichar character);
gboolean plannr_money_is_other_currency (const char *name, const char *locale);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlannrMoneyConvention, plannr_money_convention_free)

G_END_DECLS
