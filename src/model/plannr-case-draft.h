/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "plannr-account.h"
#include "plannr-choice.h"
#include "plannr-money-reader.h"
#include "plannr-plan.h"

G_BEGIN_DECLS

/** The currency in which a case's expected value is given: the API takes pennies. */
#define PLANNR_CASE_CURRENCY   "GBP"

#define PLANNR_TYPE_CASE_DRAFT (plannr_case_draft_get_type ())
G_DECLARE_FINAL_TYPE (PlannrCaseDraft, plannr_case_draft, PLANNR, CASE_DRAFT, GObject)

PlannrCaseDraft *plannr_case_draft_new (void);
PlannrCaseDraft *plannr_case_draft_new_like (PlannrCaseDraft *other);

const char *plannr_case_draft_get_name (PlannrCaseDraft *self);
PlannrChoice *plannr_case_draft_get_kind (PlannrCaseDraft *self);
PlannrChoice *plannr_case_draft_get_status (PlannrCaseDraft *self);
const char *plannr_case_draft_get_value_text (PlannrCaseDraft *self);
const PlannrMoneyReading *plannr_case_draft_get_value (PlannrCaseDraft *self);
GListModel *plannr_case_draft_get_people (PlannrCaseDraft *self);
GListModel *plannr_case_draft_get_plans (PlannrCaseDraft *self);
gboolean plannr_case_draft_get_blank (PlannrCaseDraft *self);

void plannr_case_draft_set_name (PlannrCaseDraft *self, const char *name);
void plannr_case_draft_set_kind (PlannrCaseDraft *self, PlannrChoice *kind);
void plannr_case_draft_set_status (PlannrCaseDraft *self, PlannrChoice *status);
void plannr_case_draft_set_value_text (PlannrCaseDraft *self, const char *text);

gboolean plannr_case_draft_has (PlannrCaseDraft *self, const char *uuid);
gboolean plannr_case_draft_add (PlannrCaseDraft *self, gpointer item);
gboolean plannr_case_draft_remove (PlannrCaseDraft *self, const char *uuid);

G_END_DECLS
