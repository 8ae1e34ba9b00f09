/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-api-test"

#include "config.h"

#include "plannr-api.h"

static const struct
{
  const char *given;
  const char *taken;
} good[] = {
  { "https://api.plannrcrm.com", "https://api.plannrcrm.com" },
  { "https://api.plannrcrm.com/", "https://api.plannrcrm.com" },
  { "https://api.plannrcrm.com///", "https://api.plannrcrm.com" },
  { "https://api.plannrcrm.com/api/v1", "https://api.plannrcrm.com" },
  { "https://api.plannrcrm.com/api/v1/", "https://api.plannrcrm.com" },
  { "  https://api.plannrcrm.com\n", "https://api.plannrcrm.com" },
  { "HTTPS://API.PlannrCRM.com", "https://api.plannrcrm.com" },
  { "https://api.plannrcrm.com:8443/", "https://api.plannrcrm.com:8443" },
  { "https://api.plannrcrm.com:443", "https://api.plannrcrm.com" },
  { "https://proxy.example/plannr/", "https://proxy.example/plannr" },
  { "https://proxy.example/plannr/api/v1/", "https://proxy.example/plannr" },
  { "https://proxy.example/a%20b", "https://proxy.example/a%20b" },
  { "https://proxy.example/a b", "https://proxy.example/a%20b" },
  { "https://192.0.2.7", "https://192.0.2.7" },
  { "https://[2001:db8::1]:8443", "https://[2001:db8::1]:8443" },
  { "http://localhost", "http://localhost" },
  { "http://LOCALHOST:8080/", "http://localhost:8080" },
  { "http://127.0.0.1:8080", "http://127.0.0.1:8080" },
  { "http://127.255.3.4", "http://127.255.3.4" },
  { "http://[::1]:8080/api/v1", "http://[::1]:8080" },
};

static const char *const bad[] = {
  "",
  " ",
  "api.plannrcrm.com",
  "//api.plannrcrm.com",
  "https:",
  "https://",
  "https:///api/v1",
  "https://:443",
  "http://api.plannrcrm.com",
  "http://localhost.example.com",
  "http://example.com/localhost",
  "http://127.0.0.1.example.com",
  "http://127.1",
  "http://2130706433",
  "http://0x7f.0.0.1",
  "http://0.0.0.0",
  "http://[::]",
  "http://[2001:db8::1]",
  "http://192.168.0.1",
  "http://10.0.0.1",
  "ftp://localhost",
  "file:///etc/passwd",
  "javascript:alert(1)",
  "https://user@api.plannrcrm.com",
  "https://user:password@api.plannrcrm.com",
  "https://@api.plannrcrm.com",
  "https://api.plannrcrm.com@evil.example",
  "https://api.plannrcrm.com?x=1",
  "https://api.plannrcrm.com/?",
  "https://api.plannrcrm.com/#x",
  "https://api.plannrcrm.com:99999",
  "https://api.plannrcrm.com:x",
  "https://api plannrcrm.com",
  "https://api.plannrcrm.com\\@evil.example",
  "https://api%2f.plannrcrm.com",
  "https://api%00.plannrcrm.com",
  "https://api.plannr\ncrm.com",
  "https://[::1",
  "https://\xff",
};

static void
test_good (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (good); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *taken = plannr_api_check_server (good[i].given, &error);
      g_autofree char *again = NULL;

      g_assert_no_error (error);
      g_assert_cmpstr (taken, ==, good[i].taken);
      again = plannr_api_check_server (taken, NULL);
      g_assert_cmpstr (again, ==, taken);
    }
}

static void
test_bad (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *taken = plannr_api_check_server (bad[i], &error);

      g_autofree char *escaped = g_strescape (bad[i], NULL);

      g_test_message ("%s", escaped);
      g_assert_cmpstr (taken, ==, NULL);
      g_assert_error (error, PLANNR_ERROR, PLANNR_ERROR_ADDRESS);
      g_assert_false (plannr_error_get_details (error)->sent);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/plannr/server-address/good", test_good);
  g_test_add_func ("/plannr/server-address/bad", test_bad);

  return g_test_run ();
}
