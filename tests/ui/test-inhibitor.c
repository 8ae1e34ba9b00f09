/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-ui-test"

#include "config.h"

#include "plannr-inhibitor.h"

#include <gio/gunixfdlist.h>
#include <glib-unix.h>
#include <locale.h>
#include <poll.h>
#include <unistd.h>

#include "plannr-test-widget.h"

static const char xml[] =
    "<node>"
    "<interface name='org.gnome.SessionManager'>"
    "<method name='Inhibit'><arg type='s' direction='in'/><arg type='u' direction='in'/>"
    "<arg type='s' direction='in'/><arg type='u' direction='in'/><arg type='u' direction='out'/>"
    "</method>"
    "<method name='Uninhibit'><arg type='u' direction='in'/></method>"
    "</interface>"
    "<interface name='org.freedesktop.portal.Inhibit'>"
    "<method name='Inhibit'><arg type='s' direction='in'/><arg type='u' direction='in'/>"
    "<arg type='a{sv}' direction='in'/><arg type='o' direction='out'/></method>"
    "</interface>"
    "<interface name='org.freedesktop.portal.Request'>"
    "<method name='Close'/>"
    "</interface>"
    "<interface name='org.freedesktop.login1.Manager'>"
    "<method name='Inhibit'><arg type='s' direction='in'/><arg type='s' direction='in'/>"
    "<arg type='s' direction='in'/><arg type='s' direction='in'/><arg type='h' direction='out'/>"
    "</method>"
    "</interface>"
    "</node>";

enum
{
  SESSION_MANAGER,
  PORTAL,
  REQUEST,
  LOGIND,
  N_INTERFACES
};

static const struct
{
  const char *name;
  const char *path;
} services[N_INTERFACES] = {
  [SESSION_MANAGER] = { "org.gnome.SessionManager", "/org/gnome/SessionManager" },
  [PORTAL] = { "org.freedesktop.portal.Desktop", "/org/freedesktop/portal/desktop" },
  [REQUEST] = { NULL, "/org/freedesktop/portal/desktop/request/1" },
  [LOGIND] = { "org.freedesktop.login1", "/org/freedesktop/login1" },
};

typedef struct
{
  GTestDBus *daemon;
  GDBusConnection *bus;  /* of the services */
  GDBusConnection *ours; /* as GApplication keeps it for as long as the application runs */
  guint names[N_INTERFACES];
  PlannrInhibitor *inhibitor;
  const char *wanted;

  char *reason;
  guint n_asked;
  guint n_let_go;
  int fd; /* the end of a pipe that the application holds the other end of */
} Fixture;

static void
take_reason (Fixture *fixture, GVariant *parameters, const char *interface)
{
  g_autoptr (GVariant) options = NULL;
  const char *who = NULL;
  const char *what = NULL;
  const char *mode = NULL;
  guint flags = 1 | 4;

  g_free (fixture->reason);
  if (g_str_has_suffix (interface, "SessionManager"))
    {
      g_variant_get (parameters, "(&susu)", &who, NULL, &fixture->reason, &flags);
      g_assert_cmpstr (who, ==, APPLICATION_ID);
    }
  else if (g_str_has_suffix (interface, "Inhibit"))
    {
      g_variant_get (parameters, "(&su@a{sv})", NULL, &flags, &options);
      g_assert_true (g_variant_lookup (options, "reason", "s", &fixture->reason));
    }
  else
    {
      g_variant_get (parameters, "(&s&ss&s)", &what, &who, &fixture->reason, &mode);
      g_assert_cmpstr (what, ==, "shutdown:sleep");
      g_assert_cmpstr (who, ==, "Plannr Cases");
      g_assert_cmpstr (mode, ==, "block");
    }
  g_assert_cmpuint (flags, ==, 1 | 4);
}

static void
answer_with_fd (Fixture *fixture, GDBusMethodInvocation *invocation)
{
  g_autoptr (GUnixFDList) fds = g_unix_fd_list_new ();
  int pipe[2];

  g_assert_true (g_unix_open_pipe (pipe, FD_CLOEXEC, NULL));
  g_unix_fd_list_append (fds, pipe[1], NULL);
  close (pipe[1]);
  if (fixture->fd >= 0)
    close (fixture->fd);
  fixture->fd = pipe[0];
  g_dbus_method_invocation_return_value_with_unix_fd_list (invocation, g_variant_new ("(h)", 0),
                                                           fds);
}

static void
call_cb (GDBusConnection *bus,
         const char *sender,
         const char *path,
         const char *interface,
         const char *method,
         GVariant *parameters,
         GDBusMethodInvocation *invocation,
         gpointer user_data)
{
  Fixture *fixture = user_data;

  if (!g_str_equal (method, "Inhibit"))
    {
      fixture->n_let_go++;
      g_dbus_method_invocation_return_value (invocation, NULL);
      return;
    }

  fixture->n_asked++;
  take_reason (fixture, parameters, interface);
  if (g_str_has_suffix (interface, "SessionManager"))
    g_dbus_method_invocation_return_value (invocation, g_variant_new ("(u)", fixture->n_asked));
  else if (g_str_has_suffix (interface, "Inhibit"))
    g_dbus_method_invocation_return_value (invocation,
                                           g_variant_new ("(o)", services[REQUEST].path));
  else
    answer_with_fd (fixture, invocation);
}

/* @data: the service that there is */
static void
set_up (Fixture *fixture, gconstpointer data)
{
  static const GDBusInterfaceVTable vtable = { .method_call = call_cb };
  g_autoptr (GDBusNodeInfo) node = g_dbus_node_info_new_for_xml (xml, NULL);
  g_autoptr (GError) error = NULL;
  int wanted = GPOINTER_TO_INT (data);

  fixture->fd = -1;
  fixture->daemon = g_test_dbus_new (G_TEST_DBUS_NONE);
  g_test_dbus_up (fixture->daemon);
  g_setenv ("DBUS_SYSTEM_BUS_ADDRESS", g_test_dbus_get_bus_address (fixture->daemon), TRUE);
  fixture->bus =
      g_dbus_connection_new_for_address_sync (g_test_dbus_get_bus_address (fixture->daemon),
                                              G_DBUS_CONNECTION_FLAGS_AUTHENTICATION_CLIENT
                                                  | G_DBUS_CONNECTION_FLAGS_MESSAGE_BUS_CONNECTION,
                                              NULL, NULL, &error);
  g_assert_no_error (error);

  for (int i = 0; i < N_INTERFACES; i++)
    {
      g_dbus_connection_register_object (fixture->bus, services[i].path, node->interfaces[i],
                                         &vtable, fixture, NULL, &error);
      g_assert_no_error (error);
      if (i == wanted)
        {
          g_autoptr (GVariant) reply =
              g_dbus_connection_call_sync (fixture->bus, "org.freedesktop.DBus",
                                           "/org/freedesktop/DBus", "org.freedesktop.DBus",
                                           "RequestName",
                                           g_variant_new ("(su)", services[i].name, 0), NULL,
                                           G_DBUS_CALL_FLAGS_NONE, -1, NULL, &error);

          g_assert_no_error (error);
          g_assert_nonnull (reply);
        }
    }
  fixture->ours = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, &error);
  g_assert_no_error (error);
  fixture->inhibitor = plannr_inhibitor_new ();
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (fixture->inhibitor);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_object_unref (fixture->ours);
  g_dbus_connection_close_sync (fixture->bus, NULL, NULL);
  g_object_unref (fixture->bus);
  g_free (fixture->reason);
  if (fixture->fd >= 0)
    close (fixture->fd);
  g_test_dbus_down (fixture->daemon);
  g_object_unref (fixture->daemon);
}

static gboolean
is_asked (gpointer data)
{
  Fixture *fixture = data;

  return g_strcmp0 (fixture->reason, fixture->wanted) == 0;
}

static gboolean
is_let_go (gpointer data)
{
  Fixture *fixture = data;
  struct pollfd waiting = { .fd = fixture->fd };

  return fixture->n_let_go == fixture->n_asked
         || (fixture->fd >= 0 && poll (&waiting, 1, 0) == 1 && (waiting.revents & POLLHUP) != 0);
}

static void
inhibit (Fixture *fixture, const char *reason)
{
  plannr_inhibitor_set_reason (fixture->inhibitor, reason);
  fixture->wanted = reason;
  g_assert_true (plannr_test_wait (is_asked, fixture));
}

/* Each new reason takes the place of the one before, which is let go once the new one is there. */
static void
test_inhibits (Fixture *fixture, gconstpointer data)
{
  inhibit (fixture, "2 cases are on their way to Plannr");
  inhibit (fixture, "1 case is on its way to Plannr");
  g_assert_cmpuint (fixture->n_asked, ==, 2);
  g_assert_false (is_let_go (fixture));

  plannr_inhibitor_set_reason (fixture->inhibitor, NULL);
  g_assert_true (plannr_test_wait (is_let_go, fixture));

  /* Again, from the start. */
  inhibit (fixture, "3 cases are on their way to Plannr");
  g_assert_cmpuint (fixture->n_asked, ==, 3);
  plannr_inhibitor_set_reason (fixture->inhibitor, NULL);
  g_assert_true (plannr_test_wait (is_let_go, fixture));
}

static gboolean
is_over (gpointer data)
{
  return *(gboolean *) data;
}

static void
over_cb (gpointer data)
{
  *(gboolean *) data = TRUE;
}

/* What has come and gone before anybody could log out is not worth telling. */
static void
test_moment (Fixture *fixture, gconstpointer data)
{
  gboolean over = FALSE;

  plannr_inhibitor_set_reason (fixture->inhibitor, "1 case is on its way to Plannr");
  plannr_inhibitor_set_reason (fixture->inhibitor, NULL);
  g_timeout_add_once (600, over_cb, &over);
  g_assert_true (plannr_test_wait (is_over, &over));
  g_assert_cmpuint (fixture->n_asked, ==, 0);
}

/* A desktop that can't be asked is left alone: nothing is written, and nothing waits. */
static void
test_nobody (Fixture *fixture, gconstpointer data)
{
  gboolean over = FALSE;

  plannr_inhibitor_set_reason (fixture->inhibitor, "1 case is on its way to Plannr");
  g_timeout_add_once (600, over_cb, &over);
  g_assert_true (plannr_test_wait (is_over, &over));
  plannr_inhibitor_set_reason (fixture->inhibitor, NULL);
  over = FALSE;
  g_timeout_add_once (600, over_cb, &over);
  g_assert_true (plannr_test_wait (is_over, &over));
  g_assert_cmpuint (fixture->n_asked, ==, 0);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);

#define ADD(path, service, function)                                                               \
  g_test_add ("/plannr/inhibitor/" path, Fixture, GINT_TO_POINTER (service), set_up, function,     \
              tear_down)
  ADD ("session-manager", SESSION_MANAGER, test_inhibits);
  ADD ("portal", PORTAL, test_inhibits);
  ADD ("logind", LOGIND, test_inhibits);
  ADD ("moment", SESSION_MANAGER, test_moment);
  ADD ("nobody", N_INTERFACES, test_nobody);
#undef ADD

  return g_test_run ();
}
