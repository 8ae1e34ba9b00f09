/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-api"

#include "config.h"

#include "plannr-api-private.h"

#include "plannr-uuid.h"

/* In milliseconds. */
#define CREATE_DEADLINE  30000
#define LOOK_UP_DEADLINE 15000

/* In bytes, unpacked. */
#define ONE_CAP          ((gsize) 8 * 1024 * 1024)
#define LIST_CAP         ((gsize) 32 * 1024 * 1024)

/**
 * PlannrApi:
 *
 * Plannr's REST API, as one account on one server sees it: a pair of functions for each endpoint,
 * all of them over plannr_request_send_async(), where it stands what becomes of a request that is
 * cancelled. The errors are of %PLANNR_ERROR, with details, or %G_IO_ERROR_CANCELLED.
 */
struct _PlannrApi
{
  GObject parent_instance;

  SoupSession *session; /* (owned) */
  char *server;         /* (owned) */
  char *token;          /* (owned) */
  char *account_uuid;   /* (owned) (nullable) */
  guint create_deadline;
  guint look_up_deadline;
  gint64 clock_offset; /* of the server's clock, in microseconds */
};

G_DEFINE_FINAL_TYPE (PlannrApi, plannr_api, G_TYPE_OBJECT)

static void
plannr_api_finalize (GObject *object)
{
  PlannrApi *self = PLANNR_API (object);

  g_clear_object (&self->session);
  g_free (self->server);
  g_free (self->token);
  g_free (self->account_uuid);

  G_OBJECT_CLASS (plannr_api_parent_class)->finalize (object);
}

static void
plannr_api_class_init (PlannrApiClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = plannr_api_finalize;
}

static void
plannr_api_init (PlannrApi *self)
{
  self->create_deadline = CREATE_DEADLINE;
  self->look_up_deadline = LOOK_UP_DEADLINE;
}

static PlannrRequest *
request_new (PlannrApi *self, const char *method, const char *path)
{
  PlannrRequest *request = g_new0 (PlannrRequest, 1);

  request->method = method;
  request->uri = g_strconcat (self->server, path, NULL);
  request->token = g_strdup (self->token);
  request->account_uuid = g_strdup (self->account_uuid);
  request->deadline = self->look_up_deadline;
  request->cap = ONE_CAP;
  request->free_result = g_object_unref;

  return request;
}

/**
 * plannr_api_path:
 * @collection: what is asked for, as the path has it
 * @uuid: (nullable): one of them
 * @rest: (nullable): what of that one
 *
 * Returns: (transfer full): the path, ready for a query to be added
 */
GString *
plannr_api_path (const char *collection, const char *uuid, const char *rest)
{
  GString *path = g_string_new ("/api/v1/");

  g_string_append (path, collection);
  if (uuid != NULL)
    {
      g_string_append_c (path, '/');
      g_string_append_uri_escaped (path, uuid, NULL, FALSE);
    }
  if (rest != NULL)
    g_string_append_printf (path, "/%s", rest);

  return path;
}

/**
 * plannr_api_create:
 *
 * Sends a `POST` that is marked before its first byte leaves.
 */
void
plannr_api_create (PlannrApi *self,
                   const char *path,
                   GBytes *body,
                   PlannrMarkFunc mark,
                   gpointer mark_data,
                   PlannrReadFunc read,
                   gpointer tag,
                   GCancellable *cancellable,
                   GAsyncReadyCallback callback,
                   gpointer user_data)
{
  PlannrRequest *request = request_new (self, "POST", path);

  request->body = g_bytes_ref (body);
  request->deadline = self->create_deadline;
  request->mark = mark;
  request->mark_data = mark_data;
  request->read = read;

  plannr_request_send_async (self, self->session, request, tag, cancellable, callback, user_data);
}

/**
 * plannr_api_get_one:
 *
 * Sends a `GET` for one resource.
 */
void
plannr_api_get_one (PlannrApi *self,
                    const char *path,
                    PlannrReadFunc read,
                    gpointer tag,
                    GCancellable *cancellable,
                    GAsyncReadyCallback callback,
                    gpointer user_data)
{
  PlannrRequest *request = request_new (self, "GET", path);

  request->read = read;

  plannr_request_send_async (self, self->session, request, tag, cancellable, callback, user_data);
}

static gpointer
finish (PlannrApi *self, GAsyncResult *result, GError **error)
{
  g_autoptr (PlannrReceipt) receipt = plannr_request_get_receipt (result);

  if (receipt != NULL && receipt->has_clock)
    self->clock_offset = receipt->clock_offset;

  return plannr_request_send_finish (self, result, error);
}

/**
 * plannr_api_get_one_finish:
 *
 * Returns: (transfer full) (nullable): what plannr_api_create() or plannr_api_get_one() got
 */
gpointer
plannr_api_get_one_finish (PlannrApi *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (PLANNR_IS_API (self), NULL);

  return finish (self, result, error);
}

/**
 * plannr_api_get_list:
 *
 * Sends a `GET` for a page of a list; @read is to return a #PlannrPage.
 */
void
plannr_api_get_list (PlannrApi *self,
                     const char *path,
                     guint page,
                     PlannrReadFunc read,
                     gpointer tag,
                     GCancellable *cancellable,
                     GAsyncReadyCallback callback,
                     gpointer user_data)
{
  PlannrRequest *request = request_new (self, "GET", path);

  request->page = page;
  request->cap = LIST_CAP;
  request->read = read;
  request->free_result = (GDestroyNotify) plannr_page_free;

  plannr_request_send_async (self, self->session, request, tag, cancellable, callback, user_data);
}

/**
 * plannr_api_get_list_finish:
 *
 * Returns: (transfer full) (nullable) (element-type GObject): what plannr_api_get_list() got
 */
GPtrArray *
plannr_api_get_list_finish (
    PlannrApi *self, GAsyncResult *result, guint *last_page, int *total, GError **error)
{
  g_autoptr (PlannrPage) page = NULL;

  g_return_val_if_fail (PLANNR_IS_API (self), NULL);

  page = finish (self, result, error);
  if (page == NULL)
    return NULL;
  if (last_page != NULL)
    *last_page = page->last;
  if (total != NULL)
    *total = page->total;

  return g_steal_pointer (&page->items);
}

/**
 * plannr_api_new:
 * @session: the session to use, as of plannr_api_session_new()
 * @server: the server's address, as of plannr_api_check_server()
 * @token: the access token
 * @account_uuid: (nullable): the account to act as; %NULL for plannr_api_list_logins_async()
 *
 * Returns: (transfer full): the API
 */
PlannrApi *
plannr_api_new (SoupSession *session,
                const char *server,
                const char *token,
                const char *account_uuid)
{
  PlannrApi *self;

  g_return_val_if_fail (SOUP_IS_SESSION (session), NULL);
  g_return_val_if_fail (server != NULL, NULL);
  g_return_val_if_fail (token != NULL, NULL);

  self = g_object_new (PLANNR_TYPE_API, NULL);
  self->session = g_object_ref (session);
  self->server = g_strdup (server);
  self->token = g_strdup (token);
  self->account_uuid = plannr_uuid_parse (account_uuid);

  return self;
}

/**
 * plannr_api_get_clock_offset:
 * Returns: by how much the server's clock was ahead of this computer's when it last told the time,
 *   in microseconds; 0 where it never has
 */
gint64
plannr_api_get_clock_offset (PlannrApi *self)
{
  g_return_val_if_fail (PLANNR_IS_API (self), 0);

  return self->clock_offset;
}

/**
 * plannr_api_set_deadlines:
 * @self: the API
 * @create: after how many milliseconds a create is given up; 30,000 unless told
 * @look_up: the same for everything else; 15,000 unless told
 *
 * Takes effect for the requests that are made from then on.
 */
void
plannr_api_set_deadlines (PlannrApi *self, guint create, guint look_up)
{
  g_return_if_fail (PLANNR_IS_API (self));

  self->create_deadline = create;
  self->look_up_deadline = look_up;
}
