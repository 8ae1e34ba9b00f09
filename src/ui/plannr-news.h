/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "plannr-connection.h"
#include "plannr-submission.h"

G_BEGIN_DECLS

/**
 * PlannrNews:
 * @text: what the banner says
 * @action: (nullable): the action of its button
 * @label: (nullable): what the button says
 *
 * What the banner under the header bar says.
 */
typedef struct
{
  char *text;
  const char *action;
  const char *label;
} PlannrNews;

void plannr_news_free (PlannrNews *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlannrNews, plannr_news_free)

PlannrNews *
plannr_news_new (PlannrConnection *connection, PlannrSubmission *discarded, const char *moved_to);

G_END_DECLS
