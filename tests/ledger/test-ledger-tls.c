/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plannr-ledger-test"

#include "config.h"

#include "firm.h"
#include "ledger-proxy.h"

#define CASE "{\"name\":\"Faulty\",\"participants\":[\"" FIRM_GARETH "\"]}"

static const LedgerRange first = { 1, 1 };

typedef struct
{
  const char *name;
  LedgerProxyMode mode;
  guint number;
  guint status; /* 0: no answer comes */
} Way;

static char *
find (const char *name)
{
  return g_test_build_filename (G_TEST_DIST, "..", "practice", "tls", name, NULL);
}

/* A firm that has a name and a certificate, and is only reached through a proxy. */
static Firm *
start (LedgerProxy *proxy, const char *file)
{
  g_autofree char *authority = find ("ca.pem");
  g_autofree char *certificate = find ("server.pem");
  g_autofree char *key = find ("server-key.pem");
  g_autofree char *address = g_strdup_printf ("http://127.0.0.1:%u", ledger_proxy_get_port (proxy));
  g_autoptr (GProxyResolver) resolver = g_simple_proxy_resolver_new (address, NULL);
  g_autoptr (GTlsDatabase) database = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GUri) uri = NULL;
  Firm *firm =
      firm_start_with ("--data", file, "--tls-certificate", certificate, "--tls-key", key, NULL);

  uri = g_uri_parse (firm->base, G_URI_FLAGS_NONE, &error);
  g_assert_no_error (error);
  g_free (firm->base);
  firm->base = g_strdup_printf ("https://plannr.example:%d/", g_uri_get_port (uri));
  database = g_tls_file_database_new (authority, &error);
  g_assert_no_error (error);
  soup_session_set_tls_database (firm->session, database);
  soup_session_set_proxy_resolver (firm->session, resolver);
  return firm;
}

static gint64
count_cases (const char *file)
{
  return firm_count (file, "SELECT count(*) FROM cases WHERE name = 'Faulty'");
}

/* What goes wrong before there is a tunnel makes no case, and the next create goes through. */
static void
test_way (gconstpointer data)
{
  const Way *way = data;
  g_autoptr (LedgerProxy) proxy = ledger_proxy_new ();
  g_autofree char *file = firm_make_file ();
  g_autoptr (Firm) firm = start (proxy, file);
  g_autoptr (Answer) answer = NULL;
  g_autoptr (Answer) next = NULL;
  gint64 stored = way->status == 200 ? 1 : 0;

  ledger_proxy_set_mode (proxy, way->mode, way->number, first);
  answer = firm_create (firm, CASE);
  g_test_message ("%u %s", answer->status, answer->error != NULL ? answer->error->message : "");
  g_assert_cmpuint (answer->status, ==, way->status);
  g_assert_cmpint (count_cases (file), ==, stored);
  next = firm_create (firm, CASE);
  g_assert_no_error (next->error);
  g_assert_cmpuint (next->status, ==, 200);
  g_assert_cmpint (count_cases (file), ==, stored + 1);
  g_assert_cmpuint (ledger_proxy_get_connects (proxy), >=, 1);
  firm_stop (firm);
  firm_remove_file (file);
}

int
main (int argc, char **argv)
{
  static const Way ways[] = {
    { "pass", LEDGER_PROXY_PASS, 0, 200 },
    { "403", LEDGER_PROXY_REFUSE, 403, 403 },
    { "407", LEDGER_PROXY_REFUSE, 407, 407 },
    { "502", LEDGER_PROXY_REFUSE, 502, 502 },
    { "close", LEDGER_PROXY_CLOSE, 0, 0 },
    { "close-after", LEDGER_PROXY_CLOSE_AFTER, 0, 0 },
    { "lie-html", LEDGER_PROXY_LIE_HTML, 0, 0 },
    { "lie-garbage", LEDGER_PROXY_LIE_GARBAGE, 0, 0 },
    { "cut-in-the-handshake", LEDGER_PROXY_CUT, 300, 0 },
  };

  g_setenv ("SOUP_FORCE_HTTP1", "1", TRUE);
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    {
      g_autofree char *path = g_strconcat ("/plannr/ledger-tls/", ways[i].name, NULL);

      g_test_add_data_func (path, &ways[i], test_way);
    }
  return g_test_run ();
}
