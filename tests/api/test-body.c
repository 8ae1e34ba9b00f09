/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-api-test"

#include "config.h"

#include "plannr-request.h"

#include <string.h>
#include <sys/resource.h>

#include "plannr-test-fixture.h"
#include "plannr-test-server.h"

static void
assert_error (GError *error, PlannrError code, guint status)
{
  g_assert_error (error, PLANNR_ERROR, (int) code);
  g_assert_true (plannr_error_get_details (error)->sent);
  g_assert_cmpuint (plannr_error_get_details (error)->status, ==, status);
  g_assert_cmpint (plannr_error_get_details (error)->retry_after, ==, -1);
}

/* Packs @data, @times over. */
static GBytes *
pack (const char *data, gsize length, guint times)
{
  g_autoptr (GConverter) gzip =
      G_CONVERTER (g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP, 9));
  g_autoptr (GOutputStream) memory = g_memory_output_stream_new_resizable ();
  g_autoptr (GOutputStream) packer = g_converter_output_stream_new (memory, gzip);

  for (guint i = 0; i < times; i++)
    g_assert_true (g_output_stream_write_all (packer, data, length, NULL, NULL, NULL));
  g_assert_true (g_output_stream_close (packer, NULL, NULL));

  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (memory));
}

static long
peak_memory (void)
{
  struct rusage usage;

  getrusage (RUSAGE_SELF, &usage);

  return usage.ru_maxrss;
}

/* 200 MB of spaces, packed into 200 KB. */
static void
test_gzip_bomb (void)
{
  g_autoptr (PlannrTestServer) server = plannr_test_server_new (NULL);
  g_autoptr (PlannrApi) api = plannr_test_api_new (plannr_test_server_get_url (server));
  g_autoptr (GBytes) bomb = NULL;
  g_autoptr (GError) error = NULL;
  static char spaces[1 << 20];
  long before;

  memset (spaces, ' ', sizeof spaces);
  bomb = pack (spaces, sizeof spaces, 200);
  g_assert_cmpuint (g_bytes_get_size (bomb), <, 400000);

  plannr_test_server_answer_bytes (server, 200, "application/json", bomb);
  plannr_test_server_add_header (server, "Content-Encoding", "gzip");
  before = peak_memory ();

  g_assert_null (plannr_test_create (api, &error));
  assert_error (error, PLANNR_ERROR_TOO_BIG, 200);
  /* In kilobytes. A sanitizer keeps what was freed, hence the room. */
  g_assert_cmpint (peak_memory () - before, <, 80 * 1024);
}

static void
test_gzip (void)
{
  g_autoptr (PlannrTestServer) server = plannr_test_server_new (NULL);
  g_autoptr (PlannrApi) api = plannr_test_api_new (plannr_test_server_get_url (server));
  g_autofree char *plain = plannr_test_payload_text ("case.json");
  g_autoptr (GBytes) packed = pack (plain, strlen (plain), 1);
  g_autoptr (PlannrCase) record = NULL;
  g_autoptr (GError) error = NULL;

  plannr_test_server_answer_bytes (server, 200, "application/json", packed);
  plannr_test_server_add_header (server, "Content-Encoding", "gzip");
  record = plannr_test_create (api, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (plannr_case_get_name (record), ==, "Okafor pension transfer");
}

/* What was packed and is cut short ends as if nothing were wrong, on libsoup 3.2. */
static void
test_gzip_cut (void)
{
  g_autoptr (PlannrTestServer) server = plannr_test_server_new (NULL);
  g_autoptr (PlannrApi) api = plannr_test_api_new (plannr_test_server_get_url (server));
  g_autofree char *plain = plannr_test_payload_text ("specified-response.json");
  g_autoptr (GBytes) packed = pack (plain, strlen (plain), 1);
  g_autoptr (GBytes) cut = g_bytes_new_from_bytes (packed, 0, g_bytes_get_size (packed) / 2);
  g_autoptr (GError) error = NULL;

  plannr_test_server_answer_bytes (server, 200, "application/json", cut);
  plannr_test_server_add_header (server, "Content-Encoding", "gzip");

  g_assert_null (plannr_test_create (api, &error));
  g_assert_error (error, PLANNR_ERROR, PLANNR_ERROR_BROKEN_JSON);
}

/* A body of @size bytes that is one string in an object. */
static GBytes *
large_case (gsize size)
{
  static const char start[] =
      "{\"uuid\":\"1c2d3e4f-5a6b-4c7d-8e9f-0a1b2c307701\",\"name\":\"large\",\"x\":\"";
  char *text = g_malloc (size);

  memset (text, 'x', size);
  memcpy (text, start, strlen (start));
  text[size - 2] = '"';
  text[size - 1] = '}';

  return g_bytes_new_take (text, size);
}

static void
create_of_size (gsize size, gboolean fits)
{
  g_autoptr (PlannrTestServer) server = plannr_test_server_new (NULL);
  g_autoptr (PlannrApi) api = plannr_test_api_new (plannr_test_server_get_url (server));
  g_autoptr (GBytes) body = large_case (size);
  g_autoptr (PlannrCase) record = NULL;
  g_autoptr (GError) error = NULL;

  plannr_test_server_answer_bytes (server, 200, "application/json; charset=utf-8", body);
  record = plannr_test_create (api, &error);

  if (fits)
    {
      g_assert_no_error (error);
      g_assert_cmpstr (plannr_case_get_name (record), ==, "large");
    }
  else
    assert_error (error, PLANNR_ERROR_TOO_BIG, 200);
}

static void
test_cap (void)
{
  create_of_size ((gsize) 64 * 1024, TRUE);
  create_of_size ((gsize) 64 * 1024 + 1, TRUE);
  create_of_size ((gsize) 8 * 1024 * 1024, TRUE);
  create_of_size ((gsize) 8 * 1024 * 1024 + 1, FALSE);
}

static void
assert_body (const char *body, PlannrError code)
{
  g_autoptr (PlannrTestServer) server = plannr_test_server_new (NULL);
  g_autoptr (PlannrApi) api = plannr_test_api_new (plannr_test_server_get_url (server));
  g_autoptr (GError) error = NULL;

  plannr_test_server_answer (server, 201, body);
  g_assert_null (plannr_test_create (api, &error));
  assert_error (error, code, 201);
  g_assert_cmpuint (plannr_test_server_get_n_requests (server), ==, 1);
}

static void
test_hostile_bodies (void)
{
  g_autofree char *open = g_strnfill (100000, '[');
  g_autofree char *large = g_strnfill (70000, '[');

  assert_body (open, PLANNR_ERROR_HOSTILE_JSON);
  assert_body (large, PLANNR_ERROR_HOSTILE_JSON);
  assert_body ("{} {}", PLANNR_ERROR_BROKEN_JSON);
  assert_body ("{\"uuid\":", PLANNR_ERROR_BROKEN_JSON);
  assert_body ("/* */ {}", PLANNR_ERROR_BROKEN_JSON);
  assert_body ("null", PLANNR_ERROR_UNEXPECTED);
  assert_body ("[]", PLANNR_ERROR_UNEXPECTED);
  assert_body ("\"1c2d3e4f-5a6b-4c7d-8e9f-0a1b2c307701\"", PLANNR_ERROR_UNEXPECTED);
  assert_body ("{\"message\":\"ok\"}", PLANNR_ERROR_UNEXPECTED);
  assert_body ("{\"uuid\":null,\"name\":\"x\"}", PLANNR_ERROR_UNEXPECTED);
  assert_body ("{\"uuid\":\"no-uuid\",\"name\":\"x\"}", PLANNR_ERROR_UNEXPECTED);
  assert_body ("{\"data\":null}", PLANNR_ERROR_UNEXPECTED);
}

int
main (int argc, char *argv[])
{
  g_setenv ("SOUP_FORCE_HTTP1", "1", TRUE);
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/plannr/body/gzip", test_gzip);
  g_test_add_func ("/plannr/body/gzip-cut", test_gzip_cut);
  g_test_add_func ("/plannr/body/gzip-bomb", test_gzip_bomb);
  g_test_add_func ("/plannr/body/cap", test_cap);
  g_test_add_func ("/plannr/body/hostile-bodies", test_hostile_bodies);

  return g_test_run ();
}
