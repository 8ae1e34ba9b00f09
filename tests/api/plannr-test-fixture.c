/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-api-test"

#include "config.h"

#include "plannr-test-fixture.h"

#include <string.h>

/**
 * plannr_test_payload_text:
 * @name: the name of a file in payloads/
 *
 * Returns: (transfer full): what it holds
 */
char *
plannr_test_payload_text (const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "payloads", name, NULL);
  g_autoptr (GError) error = NULL;
  char *text;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);

  return text;
}

/**
 * plannr_test_payload:
 * @name: the name of a file in payloads/
 *
 * Returns: (transfer full): what it holds
 */
GBytes *
plannr_test_payload (const char *name)
{
  char *text = plannr_test_payload_text (name);

  return g_bytes_new_take (text, strlen (text));
}

/**
 * plannr_test_api_new:
 * @server: the address of a server
 *
 * Returns: (transfer full): the API with a session of its own and short deadlines
 */
PlannrApi *
plannr_test_api_new (const char *server)
{
  g_autoptr (SoupSession) session = plannr_api_session_new ();
  PlannrApi *api = plannr_api_new (session, server, TEST_TOKEN, TEST_ACCOUNT);

  plannr_api_set_deadlines (api, 10000, 10000);

  return api;
}

/**
 * plannr_test_wait:
 * @done: what becomes %TRUE in the end
 *
 * Runs the main loop until then; meson sees to it that this is no wait for ever.
 */
void
plannr_test_wait (gboolean *done)
{
  while (!*done)
    g_main_context_iteration (NULL, TRUE);
}

/**
 * plannr_test_result_cb:
 *
 * A callback that keeps the result where @user_data points to.
 */
void
plannr_test_result_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GAsyncResult **kept = user_data;

  g_assert_null (*kept);
  *kept = g_object_ref (result);
}

/**
 * plannr_test_wait_for_result:
 * @result: (inout): what plannr_test_result_cb() was given
 *
 * Returns: (transfer none): the result, once it is there
 */
GAsyncResult *
plannr_test_wait_for_result (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);

  return *result;
}

/**
 * plannr_test_create_full:
 *
 * Sends the specification's own create.
 *
 * Returns: (transfer full) (nullable): the case
 */
PlannrCase *
plannr_test_create_full (PlannrApi *api,
                         PlannrMarkFunc mark,
                         gpointer mark_data,
                         GCancellable *cancellable,
                         GError **error)
{
  g_autoptr (GBytes) body = plannr_test_payload ("specified-request.json");
  g_autoptr (GAsyncResult) result = NULL;

  plannr_api_create_case_async (api, body, mark, mark_data, cancellable, plannr_test_result_cb,
                                &result);

  return plannr_api_create_case_finish (api, plannr_test_wait_for_result (&result), error);
}

/**
 * plannr_test_create:
 *
 * Sends the specification's own create.
 *
 * Returns: (transfer full) (nullable): the case
 */
PlannrCase *
plannr_test_create (PlannrApi *api, GError **error)
{
  guint n_marks = 0;

  return plannr_test_create_full (api, plannr_test_count_cb, &n_marks, NULL, error);
}

/**
 * plannr_test_count_cb:
 * @count: (type guint): how often it was called
 *
 * A #PlannrMarkFunc that counts.
 */
gboolean
plannr_test_count_cb (gpointer count)
{
  (*(guint *) count)++;

  return TRUE;
}

static void
add (PlannrCaseDraft *draft, GType type, const char *uuid)
{
  g_autoptr (GObject) item = g_object_new (type, "uuid", uuid, NULL);

  g_assert_true (plannr_case_draft_add (draft, item));
}

/**
 * plannr_test_specified_draft:
 *
 * Returns: (transfer full): the draft whose body is the specification's example
 */
PlannrCaseDraft *
plannr_test_specified_draft (void)
{
  PlannrCaseDraft *draft = plannr_case_draft_new ();
  g_autoptr (PlannrChoice) status =
      g_object_new (PLANNR_TYPE_CHOICE, "uuid", "59f4ddf9-c35d-4819-adf7-da52307bc0d7", NULL);
  g_autoptr (PlannrChoice) kind =
      g_object_new (PLANNR_TYPE_CHOICE, "uuid", "d8b25570-48f0-4786-b670-67f6900bf34c", NULL);

  plannr_case_draft_set_name (draft, "Patrick's Case");
  add (draft, PLANNR_TYPE_ACCOUNT, "f5e985d6-8e32-4d65-a996-ba5a9f9632eb");
  add (draft, PLANNR_TYPE_ACCOUNT, "06afed65-3a5e-45af-a4ab-02ae8d981c29");
  plannr_case_draft_set_status (draft, status);
  plannr_case_draft_set_kind (draft, kind);
  plannr_case_draft_set_value_text (draft, "150.99");
  add (draft, PLANNR_TYPE_PLAN, "b409a7a0-90b6-4c3c-b154-23c7fd287b21");
  add (draft, PLANNR_TYPE_PLAN, "75217a45-1f2b-4d8c-b7d2-2c0a1b1a3fce");

  return draft;
}
