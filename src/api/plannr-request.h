/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>
#include <libsoup/soup.h>

#include "plannr-api.h"

G_BEGIN_DECLS

typedef struct _PlannrRequest PlannrRequest;

/**
 * PlannrReadFunc:
 * @root: the document that came
 * @request: what was asked for
 * @error: return location
 *
 * Makes of an answer what the caller wants. May run in a thread of its own.
 *
 * Returns: (transfer full) (nullable): the result; %NULL with @error set
 */
typedef gpointer (*PlannrReadFunc) (JsonNode *root, const PlannrRequest *request, GError **error);

/**
 * PlannrRequest:
 * @method: the method; a static string
 * @uri: (owned): the whole address
 * @token: (owned): what goes after `Bearer `
 * @account_uuid: (owned) (nullable): the account to act as
 * @body: (owned) (nullable): what to send
 * @page: which page of a list is asked for, from 1; 0 for something else
 * @deadline: after how many milliseconds to give up, whatever has come by then
 * @cap: how many bytes the decoded body of the answer may be
 * @mark: (nullable): called before the first byte leaves
 * @mark_data: given to @mark
 * @read: makes the result of the answer
 * @free_result: frees what @read returned
 *
 * One request, and what is to become of its answer.
 */
struct _PlannrRequest
{
  const char *method;
  char *uri;
  char *token;
  char *account_uuid;
  GBytes *body;
  guint page;
  guint deadline;
  gsize cap;
  PlannrMarkFunc mark;
  gpointer mark_data;
  PlannrReadFunc read;
  GDestroyNotify free_result;
};

void plannr_request_free (PlannrRequest *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlannrRequest, plannr_request_free)

void plannr_request_send_async (gpointer source,
                                SoupSession *session,
                                PlannrRequest *request,
                                gpointer tag,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data);
gpointer plannr_request_send_finish (gpointer source, GAsyncResult *result, GError **error);
PlannrReceipt *plannr_request_get_receipt (GAsyncResult *result);

G_END_DECLS
