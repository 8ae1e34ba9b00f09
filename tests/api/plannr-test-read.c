/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-api-test"

#include "config.h"

#include "plannr-test-read.h"

#include <string.h>

#include "plannr-json-document.h"

/**
 * plannr_test_parse:
 * @quoted: a document, with single quotes in the place of double ones so that it can be read
 *
 * Returns: (transfer full): its root
 */
JsonNode *
plannr_test_parse (const char *quoted)
{
  g_autofree char *text = g_strdelimit (g_strdup (quoted), "'", '"');
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  JsonNode *root = plannr_json_document_read (bytes, &error);

  g_assert_no_error (error);

  return root;
}

/**
 * plannr_test_read:
 * @read: what reads an answer
 * @quoted: the answer to a request for a second page, quoted like plannr_test_parse()'s
 *
 * Returns: (transfer full) (nullable): what was read; %NULL where it was not what was expected
 */
gpointer
plannr_test_read (PlannrReadFunc read, const char *quoted)
{
  const PlannrRequest request = { .uri = (char *) "https://api.example/api/v1/account?page=2",
                                  .page = 2 };
  g_autoptr (JsonNode) root = plannr_test_parse (quoted);
  g_autoptr (GError) error = NULL;
  gpointer result = read (root, &request, &error);

  if (result == NULL)
    g_assert_error (error, PLANNR_ERROR, PLANNR_ERROR_UNEXPECTED);
  else
    g_assert_no_error (error);

  return result;
}
