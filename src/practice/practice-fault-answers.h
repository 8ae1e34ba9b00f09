/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "practice-faults.h"

G_BEGIN_DECLS

/* A kind of fault: what it is called, when it strikes unless its name says so, and what it does. */
typedef struct
{
  const char *name;
  PracticeStage stage;
  PracticeFaultFunc answer;
  const char *description;
} PracticeFaultKind;

const PracticeFaultKind *practice_fault_answers_get (guint index);
const PracticeFaultKind *practice_fault_answers_find (const char *name);

G_END_DECLS
