/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Writes JSON text straight into a string: an answer of 500 people costs no tree. A key is NULL
 * inside an array and at the top. */
typedef struct
{
  GString *text;
  gboolean follows; /* something precedes on this level, so that a comma is due */
} PracticeJson;

void practice_json_init (PracticeJson *self);
void practice_json_clear (PracticeJson *self);
void practice_json_reset (PracticeJson *self);
void practice_json_begin_object (PracticeJson *self, const char *key);
void practice_json_end_object (PracticeJson *self);
void practice_json_begin_array (PracticeJson *self, const char *key);
void practice_json_end_array (PracticeJson *self);
void practice_json_string (PracticeJson *self, const char *key, const char *value);
void practice_json_integer (PracticeJson *self, const char *key, gint64 value);
void practice_json_boolean (PracticeJson *self, const char *key, gboolean value);
void practice_json_null (PracticeJson *self, const char *key);
void practice_json_time (PracticeJson *self, const char *key, const char *utc);
void practice_json_money (PracticeJson *self, const char *key, gint64 pence);

G_END_DECLS
