/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-model-test"

#include "config.h"

#include "plannr-field.h"

static void
test_from_key (void)
{
  static const struct
  {
    const char *key;
    PlannrField field;
  } keys[] = {
    { "name", PLANNR_FIELD_NAME },
    { "type", PLANNR_FIELD_TYPE },
    { "status", PLANNR_FIELD_STATUS },
    { "value", PLANNR_FIELD_VALUE },
    { "participants", PLANNR_FIELD_PEOPLE },
    { "participants.0", PLANNR_FIELD_PEOPLE },
    { "participants.12.uuid", PLANNR_FIELD_PEOPLE },
    { "plans", PLANNR_FIELD_PLANS },
    { "plans.0", PLANNR_FIELD_PLANS },
    { "", PLANNR_FIELD_OTHER },
    { ".", PLANNR_FIELD_OTHER },
    { "names", PLANNR_FIELD_OTHER },
    { "nam", PLANNR_FIELD_OTHER },
    { "Name", PLANNR_FIELD_OTHER },
    { "plans_0", PLANNR_FIELD_OTHER },
    { "planspersons", PLANNR_FIELD_OTHER },
    { "review_at", PLANNR_FIELD_OTHER },
    { "custom_fields.name", PLANNR_FIELD_OTHER },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    g_assert_cmpint (plannr_field_from_key (keys[i].key), ==, keys[i].field);
}

static void
test_error (void)
{
  g_autoptr (PlannrFieldError) error = plannr_field_error_new ("plans.0", "Not there.");
  g_autoptr (PlannrFieldError) copy = plannr_field_error_copy (error);

  g_clear_pointer (&error, plannr_field_error_free);
  g_assert_cmpint (copy->field, ==, PLANNR_FIELD_PLANS);
  g_assert_cmpstr (copy->key, ==, "plans.0");
  g_assert_cmpstr (copy->message, ==, "Not there.");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/plannr/field/from-key", test_from_key);
  g_test_add_func ("/plannr/field/error", test_error);

  return g_test_run ();
}
