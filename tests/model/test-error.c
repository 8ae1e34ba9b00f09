/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-model-test"

#include "config.h"

#include "plannr-error.h"

#include <gio/gio.h>

static void
test_new (void)
{
  g_autoptr (GError) error = g_error_new_literal (PLANNR_ERROR, PLANNR_ERROR_BUSY, "busy");
  PlannrErrorDetails *details = plannr_error_get_details (error);

  g_assert_error (error, PLANNR_ERROR, PLANNR_ERROR_BUSY);
  g_assert_cmpuint (details->status, ==, 0);
  g_assert_cmpint (details->retry_after, ==, -1);
  g_assert_false (details->sent);
  g_assert_cmpstr (details->message, ==, NULL);
  g_assert_null (details->fields);
}

/* A copy has all, and all of its own. */
static void
test_copy (void)
{
  g_autoptr (GError) error = g_error_new_literal (PLANNR_ERROR, PLANNR_ERROR_INVALID, "invalid");
  g_autoptr (GError) copy = NULL;
  PlannrErrorDetails *details = plannr_error_get_details (error);
  const PlannrFieldError *field;

  details->status = 422;
  details->retry_after = 1000;
  details->sent = TRUE;
  details->message = g_strdup ("No.");
  details->fields = g_ptr_array_new_with_free_func ((GDestroyNotify) plannr_field_error_free);
  g_ptr_array_add (details->fields, plannr_field_error_new ("name", "Missing."));

  copy = g_error_copy (error);
  g_clear_error (&error);
  g_assert_error (copy, PLANNR_ERROR, PLANNR_ERROR_INVALID);
  g_assert_cmpstr (copy->message, ==, "invalid");

  details = plannr_error_get_details (copy);
  g_assert_cmpuint (details->status, ==, 422);
  g_assert_cmpint (details->retry_after, ==, 1000);
  g_assert_true (details->sent);
  g_assert_cmpstr (details->message, ==, "No.");
  g_assert_cmpuint (details->fields->len, ==, 1);
  field = g_ptr_array_index (details->fields, 0);
  g_assert_cmpint (field->field, ==, PLANNR_FIELD_NAME);
  g_assert_cmpstr (field->message, ==, "Missing.");
}

/* Of another domain nothing is known, and what somebody writes there does not stay. */
static void
test_other_domain (void)
{
  g_autoptr (GError) error = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_CANCELLED, "cancelled");

  plannr_error_get_details (error)->sent = TRUE;
  g_assert_false (plannr_error_get_details (error)->sent);
  g_assert_cmpint (plannr_error_get_details (error)->retry_after, ==, -1);
  g_assert_cmpuint (plannr_error_get_details (error)->status, ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/plannr/error/new", test_new);
  g_test_add_func ("/plannr/error/copy", test_copy);
  g_test_add_func ("/plannr/error/other-domain", test_other_domain);

  return g_test_run ();
}
