/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-model-test"

#include "config.h"

#include "plannr-uuid.h"

#include <string.h>

#define UUID "1c2d3e4f-5a6b-4c7d-8e9f-0a1b2c307701"

static void
test_parse (void)
{
  static const char *const good[] = {
    UUID,
    "1C2D3E4F-5A6B-4C7D-8E9F-0A1B2C307701",
    "  1c2d3e4f-5a6b-4c7d-8e9f-0a1b2c307701\r\n",
    "\t1c2d3e4f-5a6b-4c7d-8e9f-0a1b2c307701",
  };
  static const char *const bad[] = {
    "",
    " ",
    "x",
    "1c2d3e4f-5a6b-4c7d-8e9f-0a1b2c30770",
    UUID "0",
    "1c2d3e4f5a6b4c7d8e9f0a1b2c307701",
    "{" UUID "}",
    "urn:uuid:" UUID,
    "1c2d3e4g-5a6b-4c7d-8e9f-0a1b2c307701",
    UUID " " UUID,
    "1c2d3e4f-5a6b-4c7d-8e9f-0a1b2c3077\xc3\xa9",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (good); i++)
    {
      g_autofree char *uuid = plannr_uuid_parse (good[i]);

      g_assert_cmpstr (uuid, ==, UUID);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autofree char *uuid = plannr_uuid_parse (bad[i]);

      g_assert_cmpstr (uuid, ==, NULL);
    }

  g_assert_null (plannr_uuid_parse (NULL));
}

static void
test_long_text (void)
{
  g_autofree char *spaces = g_strnfill (1000000, ' ');
  g_autofree char *text = g_strconcat (spaces, UUID, NULL);
  g_autofree char *uuid = plannr_uuid_parse (text);

  g_assert_cmpstr (uuid, ==, NULL);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/plannr/uuid/parse", test_parse);
  g_test_add_func ("/plannr/uuid/long-text", test_long_text);

  return g_test_run ();
}
