/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <libsoup/soup.h>

#include "plannr-account.h"
#include "plannr-case-draft.h"
#include "plannr-case.h"
#include "plannr-choice.h"
#include "plannr-error.h"
#include "plannr-login.h"
#include "plannr-plan.h"
#include "plannr-receipt.h"

G_BEGIN_DECLS

/**
 * PlannrMarkFunc:
 * @user_data: what was given along with it
 *
 * Called inside #SoupMessage::starting, synchronously, before the first byte of a create leaves.
 *
 * Returns: whether the mark is durable; on %FALSE nothing is sent
 */
typedef gboolean (*PlannrMarkFunc) (gpointer user_data);

/**
 * PlannrAccountQuery:
 * @name: (nullable): a part of the name
 * @email: (nullable): a part of the primary e-mail address
 * @phone: (nullable): a part of the primary telephone number
 * @kind: which kind of account; %PLANNR_ACCOUNT_KIND_UNKNOWN for all
 * @page: which page, from 1
 * @per_page: how many a page, at most 500
 * @sort: (nullable): Plannr's word for their order; %NULL for the one by first name
 * @with_phone: whether to ask for telephone numbers: Plannr does not document that it can be
 *
 * What `GET /api/v1/account` is asked for.
 */
typedef struct
{
  const char *name;
  const char *email;
  const char *phone;
  PlannrAccountKind kind;
  guint page;
  guint per_page;
  const char *sort;
  gboolean with_phone;
} PlannrAccountQuery;

#define PLANNR_TYPE_API (plannr_api_get_type ())
G_DECLARE_FINAL_TYPE (PlannrApi, plannr_api, PLANNR, API, GObject)

SoupSession *plannr_api_session_new (void);
char *plannr_api_check_server (const char *url, GError **error);

PlannrApi *plannr_api_new (SoupSession *session,
                           const char *server,
                           const char *token,
                           const char *account_uuid);

gint64 plannr_api_get_clock_offset (PlannrApi *self);

void plannr_api_set_deadlines (PlannrApi *self, guint create, guint look_up);

GBytes *plannr_api_write_case (PlannrCaseDraft *draft);
PlannrCase *plannr_api_read_case (GBytes *answer, GError **error);
GError *plannr_api_read_refusal (guint status, GBytes *answer);
PlannrReceipt *plannr_api_get_receipt (GAsyncResult *result);

void plannr_api_create_case_async (PlannrApi *self,
                                   GBytes *body,
                                   PlannrMarkFunc mark,
                                   gpointer mark_data,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data);
PlannrCase *plannr_api_create_case_finish (PlannrApi *self, GAsyncResult *result, GError **error);

void plannr_api_get_case_async (PlannrApi *self,
                                const char *uuid,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data);
PlannrCase *plannr_api_get_case_finish (PlannrApi *self, GAsyncResult *result, GError **error);

void plannr_api_list_cases_async (PlannrApi *self,
                                  const char *client_uuid,
                                  guint page,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);
GPtrArray *plannr_api_list_cases_finish (PlannrApi *self,
                                         GAsyncResult *result,
                                         guint *last_page,
                                         GError **error);

void plannr_api_list_accounts_async (PlannrApi *self,
                                     const PlannrAccountQuery *query,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data);
GPtrArray *plannr_api_list_accounts_finish (
    PlannrApi *self, GAsyncResult *result, guint *last_page, int *total, GError **error);

void plannr_api_get_account_async (PlannrApi *self,
                                   const char *uuid,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data);
PlannrAccount *
plannr_api_get_account_finish (PlannrApi *self, GAsyncResult *result, GError **error);

void plannr_api_list_client_plans_async (PlannrApi *self,
                                         const char *client_uuid,
                                         guint page,
                                         GCancellable *cancellable,
                                         GAsyncReadyCallback callback,
                                         gpointer user_data);
GPtrArray *plannr_api_list_client_plans_finish (PlannrApi *self,
                                                GAsyncResult *result,
                                                guint *last_page,
                                                GError **error);

void plannr_api_list_plans_async (PlannrApi *self,
                                  const char *filter,
                                  const char *part,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);
GPtrArray *plannr_api_list_plans_finish (PlannrApi *self,
                                         GAsyncResult *result,
                                         guint *last_page,
                                         GError **error);

void plannr_api_list_all_plans_async (PlannrApi *self,
                                      guint page,
                                      GCancellable *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data);
GPtrArray *plannr_api_list_all_plans_finish (
    PlannrApi *self, GAsyncResult *result, guint *last_page, int *total, GError **error);

void plannr_api_get_plan_async (PlannrApi *self,
                                const char *uuid,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data);
PlannrPlan *plannr_api_get_plan_finish (PlannrApi *self, GAsyncResult *result, GError **error);

void plannr_api_list_statuses_async (PlannrApi *self,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data);
GPtrArray *plannr_api_list_statuses_finish (PlannrApi *self, GAsyncResult *result, GError **error);

void plannr_api_list_logins_async (PlannrApi *self,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data);
GPtrArray *plannr_api_list_logins_finish (PlannrApi *self, GAsyncResult *result, GError **error);

G_END_DECLS
