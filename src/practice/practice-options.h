/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "practice-faults.h"

G_BEGIN_DECLS

/* What the command line says. */
typedef struct
{
  int port;              /* 0: any that is free */
  char *data;            /* (nullable): the file; without one the firm lives in memory */
  int people;            /* 0: those that it has by itself */
  int latency;           /* milliseconds before each answer */
  int hold;              /* seconds that a stalled answer is held back */
  int rate;              /* requests a minute and token; 0: as many as one likes */
  char **tokens;         /* (nullable): the ordinary ones */
  char *tls_certificate; /* (nullable): the file; with one it speaks TLS */
  char *tls_key;         /* (nullable): the file */
  char **without;        /* (nullable): resources that this firm's server has not */
  gboolean quiet;
  PracticeFaults *faults;
} PracticeOptions;

PracticeOptions *practice_options_parse (int *argc, char ***argv, GError **error);
void practice_options_free (PracticeOptions *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PracticeOptions, practice_options_free)

G_END_DECLS
