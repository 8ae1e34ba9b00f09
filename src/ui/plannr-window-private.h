/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plannr-case-card.h"
#include "plannr-case-form.h"
#include "plannr-case-list.h"
#include "plannr-connect-page.h"
#include "plannr-farewell.h"
#include "plannr-forgetting.h"
#include "plannr-question.h"
#include "plannr-window.h"

G_BEGIN_DECLS

/* The window is written in three files: what it is, what its pane shows, and what its actions do. */

struct _PlannrWindow
{
  GtkApplicationWindow parent_instance;

  GSettings *settings;             /* (owned) */
  char *last_draft;                /* (nullable): of the session before, until it is there */
  PlannrConnection *connection;    /* (owned) (nullable) */
  PlannrSubmission *current;       /* (owned) (nullable): what the pane shows */
  PlannrSubmission *discarded;     /* (owned) (nullable): what Undo would bring back */
  PlannrConnectPage *connect_page; /* (nullable) */
  gboolean has_read_of_file;       /* whether the person knows where a damaged file is */

  GtkWidget *banner;
  GtkWidget *banner_button;
  GtkLabel *banner_button_label;
  GtkLabel *banner_label;
  PlannrCaseCard *card;         /* (nullable) */
  PlannrFarewell *farewell;     /* (nullable) */
  PlannrForgetting *forgetting; /* (nullable) */
  PlannrCaseForm *form;
  PlannrCaseList *list;
  GMenuModel *main_menu;
  GtkMenuButton *menu_button;
  GtkStack *pages;
  GtkPaned *paned;
  GtkStack *panes;
  PlannrQuestion *question; /* (nullable) */
  GtkLabel *subtitle;
};

PlannrOutbox *plannr_window_get_outbox (PlannrWindow *self);
PlannrCreatePress *plannr_window_get_press (PlannrWindow *self);
void plannr_window_opened (PlannrWindow *self);
void plannr_window_install_actions (GtkWidgetClass *widget_class);
void plannr_window_update_actions (PlannrWindow *self);
void plannr_window_set_current (PlannrWindow *self, PlannrSubmission *submission);
void plannr_window_begin (PlannrWindow *self, PlannrCaseDraft *draft);
void plannr_window_set_discarded (PlannrWindow *self, PlannrSubmission *discarded);
void plannr_window_update_banner (PlannrWindow *self);
void plannr_window_signed_in (PlannrWindow *self, const char *token, PlannrLogin *login);
void plannr_window_practice (PlannrWindow *self);

G_END_DECLS
