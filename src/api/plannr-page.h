/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plannr-request.h"

G_BEGIN_DECLS

/**
 * PlannrPage:
 * @items: (owned) (element-type GObject): what is on it
 * @last: which page is the last one
 * @total: how many there are on all pages; −1 where the server does not say
 *
 * A page of a list.
 */
typedef struct
{
  GPtrArray *items;
  guint last;
  int total;
} PlannrPage;

/**
 * PlannrReadItemFunc:
 * @object: an element of a list
 *
 * Returns: (transfer full) (nullable) (type GObject): what it stands for; %NULL for one to be left
 *   out
 */
typedef gpointer (*PlannrReadItemFunc) (JsonObject *object);

PlannrPage *plannr_page_read (JsonNode *root,
                              const PlannrRequest *request,
                              PlannrReadItemFunc read_item,
                              GError **error);
void plannr_page_free (PlannrPage *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlannrPage, plannr_page_free)

GPtrArray *plannr_page_read_items (GPtrArray *list, PlannrReadItemFunc read_item);

G_END_DECLS
