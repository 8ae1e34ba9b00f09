/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "practice-exchange.h"

G_BEGIN_DECLS

/* A page of a list, as Laravel's paginators cut and describe it. */
typedef struct
{
  gint64 number;
  gint64 size;
  gint64 total;
} PracticePage;

PracticePage practice_page_read (PracticeExchange *exchange);
gint64 practice_page_get_offset (const PracticePage *self);
void practice_page_begin (PracticeExchange *exchange);
void practice_page_end (PracticeExchange *exchange, const PracticePage *self);

G_END_DECLS
