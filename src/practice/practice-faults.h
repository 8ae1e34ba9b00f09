/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "practice-exchange.h"

G_BEGIN_DECLS

typedef enum
{
  PRACTICE_STAGE_ACCEPT, /* before anything is read */
  PRACTICE_STAGE_READ,   /* before the body is read */
  PRACTICE_STAGE_BEFORE, /* before anything is stored */
  PRACTICE_STAGE_AFTER,  /* after it is stored */
} PracticeStage;

typedef struct _PracticeFault PracticeFault;

typedef void (*PracticeFaultFunc) (PracticeExchange *exchange, const PracticeFault *fault);

/* One --fault. */
struct _PracticeFault
{
  char *name; /* (owned), without its stage */
  PracticeFaultFunc answer;
  PracticeStage stage;
  guint hold; /* milliseconds, for what stalls */

  const char *method; /* "" before it is read */
  char *path;         /* (owned): what the path begins with */
  guint number;       /* which request; 0: each */
  guint last;         /* up to which one */
  guint seen;
};

typedef struct _PracticeFaults PracticeFaults;

PracticeFaults *practice_faults_new (void);
void practice_faults_free (PracticeFaults *self);
gboolean practice_faults_add (PracticeFaults *self, const char *text, GError **error);
void practice_faults_set_hold (PracticeFaults *self, guint hold);
const PracticeFault *
practice_faults_take (PracticeFaults *self, const char *method, const char *path);
char *practice_faults_describe (void);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PracticeFaults, practice_faults_free)

G_END_DECLS
