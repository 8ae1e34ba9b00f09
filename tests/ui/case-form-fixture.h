/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plannr-case-form.h"

G_BEGIN_DECLS

#define GARETH "11111111-0000-4000-8000-000000000001"
#define OTHER  "22222222-0000-4000-8000-000000000002"
#define ZOE    "33333333-0000-4000-8000-000000000003"

typedef struct
{
  PlannrProfile *profile;
  PlannrSubmission *submission;
  PlannrCaseDraft *draft; /* (unowned) */
  PlannrCaseForm *form;
  GtkWidget *name;
  GtkWidget *value;
  GtkWidget *type;
  GtkWidget *people;
  GtkWidget *window;
} CaseFormFixture;

PlannrSubmission *case_form_fixture_submission_new (void);
void case_form_fixture_set_up (CaseFormFixture *fixture, gconstpointer data);
void case_form_fixture_tear_down (CaseFormFixture *fixture, gconstpointer data);
const char *case_form_fixture_text_of (GtkWidget *entry);
void case_form_fixture_type (GtkWidget *entry, const char *text);
gboolean case_form_fixture_says (CaseFormFixture *fixture, const char *text);
void case_form_fixture_press (CaseFormFixture *fixture, const char *text);
GtkWidget *case_form_fixture_get_focus (CaseFormFixture *fixture);
void case_form_fixture_assert_wrong (GtkWidget *widget, const char *error);
void case_form_fixture_assert_right (GtkWidget *widget);
void case_form_fixture_add_person (CaseFormFixture *fixture,
                                   const char *uuid,
                                   const char *name,
                                   PlannrAccountKind kind);

G_END_DECLS
