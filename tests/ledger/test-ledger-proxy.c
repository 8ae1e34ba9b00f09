/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plannr-ledger-test"

#include "config.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include "ledger-proxy.h"

#define TUNNEL  "HTTP/1.1 200 Connection established\r\n\r\n"
#define SECONDS 20

static const LedgerRange all = { 1, 0 };

/* A server that sends back what it is sent. */
typedef struct
{
  int listener;
  guint16 port;
  GThread *thread;
} Echo;

static int
make_socket (void)
{
  struct timeval time = { .tv_sec = SECONDS };
  int fd = socket (AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);

  setsockopt (fd, SOL_SOCKET, SO_RCVTIMEO, &time, sizeof time);
  setsockopt (fd, SOL_SOCKET, SO_SNDTIMEO, &time, sizeof time);
  return fd;
}

static gpointer
run_echo (gpointer data)
{
  Echo *self = data;
  int client;

  while ((client = accept (self->listener, NULL, NULL)) >= 0)
    {
      char buffer[256];
      gssize length;

      while ((length = recv (client, buffer, sizeof buffer, 0)) > 0)
        g_assert_cmpint (send (client, buffer, (gsize) length, MSG_NOSIGNAL), ==, length);
      close (client);
    }
  return NULL;
}

static void
echo_start (Echo *self)
{
  struct sockaddr_in address = { .sin_family = AF_INET };
  socklen_t length = sizeof address;

  address.sin_addr.s_addr = htonl (INADDR_LOOPBACK);
  self->listener = make_socket ();
  g_assert_cmpint (bind (self->listener, (struct sockaddr *) &address, length), ==, 0);
  g_assert_cmpint (listen (self->listener, 4), ==, 0);
  g_assert_cmpint (getsockname (self->listener, (struct sockaddr *) &address, &length), ==, 0);
  self->port = ntohs (address.sin_port);
  self->thread = g_thread_new ("echo", run_echo, self);
}

static void
echo_stop (Echo *self)
{
  shutdown (self->listener, SHUT_RDWR);
  g_thread_join (self->thread);
  close (self->listener);
}

static int
reach (LedgerProxy *proxy)
{
  struct sockaddr_in address = { .sin_family = AF_INET };
  int fd = make_socket ();

  address.sin_addr.s_addr = htonl (INADDR_LOOPBACK);
  address.sin_port = htons (ledger_proxy_get_port (proxy));
  g_assert_cmpint (connect (fd, (struct sockaddr *) &address, sizeof address), ==, 0);
  return fd;
}

static void
send_text (int fd, const char *text)
{
  send (fd, text, strlen (text), MSG_NOSIGNAL);
}

static void
send_connect (int fd, guint16 port)
{
  g_autofree char *text =
      g_strdup_printf ("CONNECT cases.example:%u HTTP/1.1\r\nHost: cases.example\r\n\r\n", port);

  send_text (fd, text);
}

/* Reads LENGTH bytes, or what comes until the end. */
static char *
receive (int fd, gsize length)
{
  GString *text = g_string_new (NULL);
  char c;

  while (text->len < length && recv (fd, &c, 1, 0) == 1)
    g_string_append_c (text, c);
  return g_string_free (text, FALSE);
}

/* What a client gets that asks for a tunnel and, when it has one, says hello in it. */
static char *
talk (LedgerProxy *proxy, Echo *echo)
{
  int fd = reach (proxy);
  g_autofree char *answer = NULL;
  g_autofree char *more = NULL;

  send_connect (fd, echo->port);
  answer = receive (fd, strlen (TUNNEL));
  if (g_str_equal (answer, TUNNEL))
    send_text (fd, "hello");
  more = receive (fd, g_str_equal (answer, TUNNEL) ? 5 : G_MAXSIZE);
  close (fd);
  return g_strconcat (answer, more, NULL);
}

static void
test_modes (void)
{
  static const struct
  {
    LedgerProxyMode mode;
    guint number;
    const char *answer;
  } modes[] = {
    { LEDGER_PROXY_PASS, 0, TUNNEL "hello" },
    { LEDGER_PROXY_REFUSE, 403, "HTTP/1.1 403 Refused\r\nContent-Length: 0\r\n\r\n" },
    { LEDGER_PROXY_REFUSE, 407,
      "HTTP/1.1 407 Refused\r\nProxy-Authenticate: Basic realm=\"proxy\"\r\n"
      "Content-Length: 0\r\n\r\n" },
    { LEDGER_PROXY_REFUSE, 502, "HTTP/1.1 502 Refused\r\nContent-Length: 0\r\n\r\n" },
    { LEDGER_PROXY_CLOSE, 0, "" },
    { LEDGER_PROXY_CLOSE_AFTER, 0, TUNNEL },
    { LEDGER_PROXY_LIE_HTML, 0, TUNNEL "HTTP/" },
    { LEDGER_PROXY_LIE_GARBAGE, 0, TUNNEL "\x15\x03" },
    { LEDGER_PROXY_CUT, 8, TUNNEL "hel" },
    { LEDGER_PROXY_CUT, 5, TUNNEL },
    { LEDGER_PROXY_PASS, 0, TUNNEL "hello" },
  };
  g_autoptr (LedgerProxy) proxy = ledger_proxy_new ();
  Echo echo;

  echo_start (&echo);
  for (guint i = 0; i < G_N_ELEMENTS (modes); i++)
    {
      g_autofree char *answer = NULL;

      ledger_proxy_set_mode (proxy, modes[i].mode, modes[i].number, all);
      answer = talk (proxy, &echo);
      g_assert_cmpstr (answer, ==, modes[i].answer);
      g_assert_cmpuint (ledger_proxy_get_connects (proxy), ==, i + 1);
    }
  echo_stop (&echo);
}

static void
test_range (void)
{
  static const LedgerRange second_and_third = { 2, 2 };
  g_autoptr (LedgerProxy) proxy = ledger_proxy_new ();
  Echo echo;

  echo_start (&echo);
  ledger_proxy_set_mode (proxy, LEDGER_PROXY_CLOSE, 0, second_and_third);
  for (guint i = 1; i <= 4; i++)
    {
      g_autofree char *answer = talk (proxy, &echo);

      g_assert_cmpstr (answer, ==, i == 2 || i == 3 ? "" : TUNNEL "hello");
    }
  echo_stop (&echo);
}

/* A header that comes in pieces, with something of the tunnel's right behind it. */
static void
test_pieces (void)
{
  g_autoptr (LedgerProxy) proxy = ledger_proxy_new ();
  g_autofree char *rest = NULL;
  g_autofree char *answer = NULL;
  Echo echo;
  int fd;

  echo_start (&echo);
  fd = reach (proxy);
  rest = g_strdup_printf ("t:%u HTTP/1.1\r\n\r\nhello", echo.port);
  send_text (fd, "CONNECT localhos");
  g_usleep (20000);
  send_text (fd, rest);
  answer = receive (fd, strlen (TUNNEL "hello"));
  g_assert_cmpstr (answer, ==, TUNNEL "hello");
  close (fd);
  echo_stop (&echo);
}

/* Nothing that a client does keeps the proxy from serving the next. */
static void
test_bad_clients (void)
{
  static const char *const texts[] = { "", "GET / HTTP/1.1\r\n\r\n", "CONNECT x HTTP/1.1\r\n\r\n",
                                       "CONNECT x:0 HTTP/1.1\r\n\r\n", "\r\n\r\n" };
  g_autoptr (LedgerProxy) proxy = ledger_proxy_new ();
  g_autofree char *endless = g_strnfill (20000, 'x');
  g_autofree char *last = NULL;
  Echo echo;

  echo_start (&echo);
  for (guint i = 0; i <= G_N_ELEMENTS (texts); i++)
    {
      int fd = reach (proxy);
      g_autofree char *answer = NULL;

      send_text (fd, i < G_N_ELEMENTS (texts) ? texts[i] : endless);
      shutdown (fd, SHUT_WR);
      answer = receive (fd, G_MAXSIZE);
      g_assert_null (strstr (answer, "200"));
      close (fd);
    }
  last = talk (proxy, &echo);
  g_assert_cmpstr (last, ==, TUNNEL "hello");
  echo_stop (&echo);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/plannr/ledger-proxy/modes", test_modes);
  g_test_add_func ("/plannr/ledger-proxy/range", test_range);
  g_test_add_func ("/plannr/ledger-proxy/pieces", test_pieces);
  g_test_add_func ("/plannr/ledger-proxy/bad-clients", test_bad_clients);
  return g_test_run ();
}
