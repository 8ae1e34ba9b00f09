/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <libsoup/soup.h>

G_BEGIN_DECLS

/**
 * PlannrTestRequest:
 * @method: its method
 * @path: its path, as it came
 * @query: (nullable): its query, as it came
 * @version: the version of HTTP it was made in
 * @headers: its headers
 * @body: its body
 * @port: the port it came from, which tells one connection from another
 *
 * A request as it came.
 */
typedef struct
{
  char *method;
  char *path;
  char *query;
  SoupHTTPVersion version;
  SoupMessageHeaders *headers;
  GBytes *body;
  guint port;
} PlannrTestRequest;

/**
 * PlannrTestServer:
 *
 * A server in the process of the test: it records what comes and answers what it is told.
 */
typedef struct _PlannrTestServer PlannrTestServer;

PlannrTestServer *plannr_test_server_new (GTlsCertificate *certificate);
void plannr_test_server_free (PlannrTestServer *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PlannrTestServer, plannr_test_server_free)

const char *plannr_test_server_get_url (PlannrTestServer *self);
guint plannr_test_server_get_n_requests (PlannrTestServer *self);
const PlannrTestRequest *plannr_test_server_get_request (PlannrTestServer *self, guint index);

void plannr_test_server_answer (PlannrTestServer *self, guint status, const char *body);
void plannr_test_server_answer_bytes (PlannrTestServer *self,
                                      guint status,
                                      const char *content_type,
                                      GBytes *body);
void plannr_test_server_add_header (PlannrTestServer *self, const char *name, const char *value);
void plannr_test_server_hold (PlannrTestServer *self);

G_END_DECLS
