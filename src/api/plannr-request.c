/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-api"

#include "config.h"

#include "plannr-request.h"

#include "plannr-failure.h"
#include "plannr-json-document.h"
#include "plannr-http-message.h"

#define READ_SIZE   32768

/* What is read of an answer that says what was wrong. */
#define REFUSAL_CAP ((gsize) 256 * 1024)

/* Larger answers are read in a thread: the main thread draws. */
#define SMALL_BODY  ((gsize) 64 * 1024)

/* A request on its way: the data of its task. */
typedef struct
{
  PlannrRequest *request; /* (owned) */
  SoupMessage *message;   /* (owned) */
  GInputStream *stream;   /* (owned) (nullable) */
  GCancellable *caller;   /* (unowned) (nullable): the task's */
  GCancellable *stop;     /* (owned): ends it, whoever wants it ended */
  GSource *deadline;      /* (owned) (nullable) */
  GSource *cancelled;     /* (owned) (nullable) */
  GError *reason;         /* (owned) (nullable): why it was ended; the first counts */
  GByteArray *received;   /* (owned) */
  GBytes *body;           /* (owned) (nullable): all of it, once it has all come */
  gsize cap;
  guint n_starting;
  gboolean sent;    /* whether a byte may have left */
  gboolean resends; /* whether libsoup was about to send it again */
  guint status;
  gboolean has_clock;
  gint64 clock_offset;   /* of the server's clock, in microseconds */
  gint64 rate_remaining; /* −1 where the server does not say */
  gint64 begun;
  guint8 buffer[READ_SIZE];
} Transfer;

/**
 * plannr_request_free:
 * @self: (transfer full): a request
 */
void
plannr_request_free (PlannrRequest *self)
{
  g_free (self->uri);
  g_free (self->token);
  g_free (self->account_uuid);
  g_clear_pointer (&self->body, g_bytes_unref);
  g_free (self);
}

static void
destroy_source (GSource **source)
{
  if (*source != NULL)
    g_source_destroy (*source);
  g_clear_pointer (source, g_source_unref);
}

/* Lets go of all that has to do with the connection. */
static void
transfer_stop (Transfer *self)
{
  destroy_source (&self->deadline);
  destroy_source (&self->cancelled);

  /* A body that was not read to its end must not be waited for: the connection is given up. */
  if (self->body == NULL)
    g_cancellable_cancel (self->stop);
  g_clear_object (&self->stream);

  if (self->message != NULL)
    g_signal_handlers_disconnect_by_data (self->message, self);
  g_clear_object (&self->message);
}

static void
transfer_free (Transfer *self)
{
  transfer_stop (self);
  g_clear_object (&self->stop);
  g_clear_error (&self->reason);
  g_clear_pointer (&self->received, g_byte_array_unref);
  g_clear_pointer (&self->body, g_bytes_unref);
  g_clear_pointer (&self->request, plannr_request_free);
  g_free (self);
}

static void
transfer_end (Transfer *self, GError *reason)
{
  if (self->reason == NULL)
    self->reason = reason;
  else
    g_error_free (reason);

  g_cancellable_cancel (self->stop);
}

static gboolean
is_success (guint status)
{
  return status >= 200 && status < 300;
}

/* Adds to an error what is known of the request by now. */
static GError *
complete (Transfer *self, GError *error)
{
  if (error->domain == PLANNR_ERROR)
    {
      PlannrErrorDetails *details = plannr_error_get_details (error);

      details->sent = self->sent;
      details->status = self->status;
    }

  return error;
}

static void
read_body (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Transfer *self = data;
  GError *error = NULL;
  g_autoptr (JsonNode) root = plannr_json_document_read (self->body, &error);
  gpointer result = NULL;

  if (root != NULL)
    result = self->request->read (root, self->request, &error);

  if (result != NULL)
    g_task_return_pointer (task, result, self->request->free_result);
  else
    g_task_return_error (task, complete (self, error));
}

/* What the connection, the status or we ourselves have against the answer; NULL for nothing. */
static GError *
find_error (Transfer *self, const GError *cause)
{
  if (self->n_starting == 0 && self->status != 0 && self->reason == NULL)
    return plannr_failure_new (PLANNR_ERROR_PROXY, "A proxy answered in the place of the server");

  /* A status that has come is an answer, whatever became of the rest of it afterwards. */
  if (self->n_starting > 0 && self->status != 0 && !is_success (self->status) && !self->resends)
    return plannr_failure_from_status (self->status,
                                       soup_message_get_response_headers (self->message),
                                       self->body);

  if (self->reason != NULL)
    return g_steal_pointer (&self->reason);

  return cause != NULL ? plannr_failure_from_transport (cause) : NULL;
}

/* `Date`, in whole seconds: what the server's clock said when it answered. */
static void
read_clock (Transfer *self)
{
  const char *text =
      soup_message_headers_get_one (soup_message_get_response_headers (self->message), "Date");
  g_autoptr (GDateTime) date = text != NULL ? soup_date_time_new_from_http_string (text) : NULL;

  if (date == NULL || self->n_starting == 0)
    return;

  self->has_clock = TRUE;
  self->clock_offset = g_date_time_to_unix (date) * G_USEC_PER_SEC - g_get_real_time ();
}

/* Ends the transfer, and with it the task. */
static void
finish (GTask *task, const GError *cause)
{
  Transfer *self = g_task_get_task_data (task);
  g_autoptr (GUri) uri = g_uri_ref (soup_message_get_uri (self->message));
  GError *error;

  self->status = soup_message_get_status (self->message);
  read_clock (self);
  self->rate_remaining = plannr_http_message_get_rate_remaining (self->message);
  error = find_error (self, cause);
  transfer_stop (self);

  g_debug ("%s %s: %u, %s, %" G_GINT64_FORMAT " ms", self->request->method, g_uri_get_path (uri),
           self->status, error != NULL ? error->message : "complete",
           (g_get_monotonic_time () - self->begun) / 1000);

  if (error != NULL)
    g_task_return_error (task, complete (self, error));
  else if (g_bytes_get_size (self->body) > SMALL_BODY)
    g_task_run_in_thread (task, read_body);
  else
    read_body (task, NULL, self, NULL);
}

static void
read_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Transfer *self = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  gssize n = g_input_stream_read_finish (G_INPUT_STREAM (object), result, &error);

  if (n > 0 && self->received->len + (gsize) n > self->cap)
    {
      transfer_end (self, plannr_failure_new (PLANNR_ERROR_TOO_BIG, "The answer is too large"));
      n = -1;
    }

  if (n > 0)
    {
      g_byte_array_append (self->received, self->buffer, (guint) n);
      g_input_stream_read_async (self->stream, self->buffer, READ_SIZE, G_PRIORITY_DEFAULT,
                                 self->stop, read_cb, g_object_ref (task));
      return;
    }

  if (n == 0)
    self->body = g_byte_array_free_to_bytes (g_steal_pointer (&self->received));
  finish (task, error);
}

/* Whether there is something to be read in the answer. Sets the reason where that is a fault. */
static gboolean
wants_body (Transfer *self)
{
  SoupMessageHeaders *headers = soup_message_get_response_headers (self->message);
  guint status = soup_message_get_status (self->message);
  gboolean json =
      plannr_json_document_is_type (soup_message_headers_get_content_type (headers, NULL));

  if (self->n_starting == 0 || self->reason != NULL)
    return FALSE;

  if (!is_success (status))
    {
      self->cap = REFUSAL_CAP;
      return json && status >= 400 && status < 500;
    }

  if (!json)
    self->reason = plannr_failure_new (PLANNR_ERROR_NOT_JSON, "The answer is not JSON");

  return json;
}

static void
send_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Transfer *self = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;

  self->stream = soup_session_send_finish (SOUP_SESSION (object), result, &error);

  if (self->stream != NULL && wants_body (self))
    g_input_stream_read_async (self->stream, self->buffer, READ_SIZE, G_PRIORITY_DEFAULT,
                               self->stop, read_cb, g_object_ref (task));
  else
    finish (task, error);
}

/* The last moment before the first byte. What is ended here was never sent. */
static void
starting_cb (SoupMessage *message, gpointer user_data)
{
  Transfer *self = user_data;
  GError *error = NULL;

  if (self->n_starting++ > 0)
    {
      self->resends = TRUE;
      transfer_end (self, plannr_failure_new (PLANNR_ERROR_CONNECTION_LOST,
                                              "The request would have been sent a second time"));
    }
  else if (g_cancellable_set_error_if_cancelled (self->caller, &error))
    transfer_end (self, error);
  else if (self->reason == NULL && self->request->mark != NULL
           && !self->request->mark (self->request->mark_data))
    transfer_end (self, g_error_new_literal (G_IO_ERROR, G_IO_ERROR_CANCELLED,
                                             "The request could not be marked as sent"));
  else
    self->sent = self->reason == NULL;
}

static void
restarted_cb (SoupMessage *message, gpointer user_data)
{
  Transfer *self = user_data;

  self->resends = TRUE;
  transfer_end (self, plannr_failure_new (PLANNR_ERROR_CONNECTION_LOST,
                                          "The request would have been sent a second time"));
}

static gboolean
deadline_cb (gpointer user_data)
{
  Transfer *self = user_data;

  transfer_end (self, plannr_failure_new (PLANNR_ERROR_DEADLINE, "No whole answer came in time"));

  return G_SOURCE_REMOVE;
}

static gboolean
cancelled_cb (GCancellable *cancellable, gpointer user_data)
{
  GError *error = NULL;

  if (g_cancellable_set_error_if_cancelled (cancellable, &error))
    transfer_end (user_data, error);

  return G_SOURCE_REMOVE;
}

static GSource *
attach (GTask *task, GSource *source, GSourceFunc callback)
{
  g_source_set_callback (source, callback, g_task_get_task_data (task), NULL);
  g_source_set_static_name (source, "plannr-request");
  g_source_attach (source, g_task_get_context (task));

  return source;
}

/**
 * plannr_request_send_async:
 * @source: (type GObject): what the result belongs to
 * @session: the session to send it with
 * @request: (transfer full): the request
 * @tag: the function on whose behalf it is sent
 * @cancellable: (nullable): ends it early
 * @callback: called when the result is there
 * @user_data: given to @callback
 *
 * The one way in which this application speaks to a server. It follows no redirect, sends nothing
 * twice, waits no longer than the deadline in all, takes no more than the cap, and believes an
 * answer only when it is whole.
 *
 * What ends a request first decides what its error is, but for a status that has already come.
 * Where @cancellable does, the error is %G_IO_ERROR_CANCELLED, which does not tell whether anything
 * was sent: it may have been if, and only if, the request's mark function was called and returned
 * %TRUE. Where that function returns %FALSE the error is %G_IO_ERROR_CANCELLED as well. A request
 * with a body, which may have made something, still delivers what it has when @cancellable is
 * cancelled too late; others, whose callers may be gone by then, never do.
 */
void
plannr_request_send_async (gpointer source,
                           SoupSession *session,
                           PlannrRequest *request,
                           gpointer tag,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (source, cancellable, callback, user_data);
  Transfer *self = g_new0 (Transfer, 1);
  GError *error = NULL;

  self->request = request;
  self->caller = cancellable;
  self->stop = g_cancellable_new ();
  self->received = g_byte_array_new ();
  self->cap = request->cap;
  self->begun = g_get_monotonic_time ();
  g_task_set_source_tag (task, tag);
  g_task_set_task_data (task, self, (GDestroyNotify) transfer_free);
  g_task_set_check_cancellable (task, request->body == NULL);

  if (g_task_return_error_if_cancelled (task))
    return;

  self->message = plannr_http_message_new (request, &error);
  if (self->message == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  g_signal_connect (self->message, "starting", G_CALLBACK (starting_cb), self);
  g_signal_connect (self->message, "restarted", G_CALLBACK (restarted_cb), self);

  self->deadline = attach (task, g_timeout_source_new (request->deadline), deadline_cb);
  if (cancellable != NULL)
    self->cancelled =
        attach (task, g_cancellable_source_new (cancellable), G_SOURCE_FUNC (cancelled_cb));

  soup_session_send_async (session, self->message, G_PRIORITY_DEFAULT, self->stop, send_cb,
                           g_object_ref (task));
}

/**
 * plannr_request_send_finish:
 * @source: (type GObject): what the result belongs to
 * @result: what the callback was given
 * @error: return location
 *
 * Returns: (transfer full) (nullable): what the request's read function made of the answer
 */
gpointer
plannr_request_send_finish (gpointer source, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, source), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * plannr_request_get_receipt:
 * @result: what the callback was given
 *
 * Returns: (transfer full) (nullable): what came back, as it came; %NULL where nothing did
 */
PlannrReceipt *
plannr_request_get_receipt (GAsyncResult *result)
{
  Transfer *self = NULL;
  PlannrReceipt *receipt = NULL;

  g_return_val_if_fail (G_IS_TASK (result), NULL);

  self = g_task_get_task_data (G_TASK (result));
  if (self->status == 0)
    return NULL;

  receipt = g_new0 (PlannrReceipt, 1);
  receipt->status = self->status;
  receipt->has_clock = self->has_clock;
  receipt->clock_offset = self->clock_offset;
  receipt->rate_remaining = self->rate_remaining;
  if (self->body != NULL)
    receipt->answer = g_bytes_ref (self->body);
  else if (self->received != NULL && self->received->len > 0)
    receipt->answer = g_bytes_new (self->received->data, self->received->len);

  return receipt;
}
