/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-test"

/* memmem() */
#define _GNU_SOURCE

#include "config.h"

#include "test-desktop.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/wait.h>

#include "test-config.h"
#include "test-wait.h"

struct _PlannrTestDesktop
{
  char *home;                         /* (owned) */
  GSubprocess *broom;                 /* (owned) */
  char **environment;                 /* (owned) */
  PlannrTestDisplay *display;         /* (owned) */
  PlannrTestProcess *session_daemon;  /* (owned) */
  PlannrTestProcess *accessibility;   /* (owned) */
  PlannrTestProcess *keyring;         /* (owned) (nullable) */
  GDBusConnection *session_bus;       /* (owned) */
  GDBusConnection *accessibility_bus; /* (owned) */
  guint n_started;
};

/* What of the surrounding session would reach into this one. */
static const char *const foreign[] = {
  "AT_SPI_BUS_ADDRESS",
  "DBUS_SESSION_BUS_ADDRESS",
  "DBUS_SYSTEM_BUS_ADDRESS",
  "DISPLAY",
  "GNOME_KEYRING_CONTROL",
  "GTK_A11Y",
  "GTK_DEBUG",
  "GTK_MODULES",
  "GTK_THEME",
  "LC_ALL",
  "NO_AT_BRIDGE",
  "PLANNR_ACCESS_TOKEN",
  "PLANNR_ACCOUNT_UUID",
  "SESSION_MANAGER",
  "WAYLAND_DISPLAY",
  "XAUTHORITY",
  "XDG_CURRENT_DESKTOP",
  "all_proxy",
  "http_proxy",
  "https_proxy",
};

static const char bus_configuration[] = "<busconfig>\n"
                                        "  <type>session</type>\n"
                                        "  <auth>EXTERNAL</auth>\n"
                                        "  <listen>unix:path=%s/runtime/bus</listen>\n"
                                        "  <policy context=\"default\">\n"
                                        "    <allow send_destination=\"*\" eavesdrop=\"true\"/>\n"
                                        "    <allow eavesdrop=\"true\"/>\n"
                                        "    <allow own=\"*\"/>\n"
                                        "  </policy>\n"
                                        "</busconfig>\n";

/* Nothing moves or blinks by itself, so that what is looked at stays where it was seen. */
static const char gtk_settings[] = "[Settings]\n"
                                   "gtk-enable-animations=0\n"
                                   "gtk-cursor-blink=0\n";

char *
plannr_test_desktop_build_path (PlannrTestDesktop *self, const char *name)
{
  return g_build_filename (self->home, name, NULL);
}

void
plannr_test_desktop_setenv (PlannrTestDesktop *self, const char *name, const char *value)
{
  self->environment = value != NULL ? g_environ_setenv (self->environment, name, value, TRUE)
                                    : g_environ_unsetenv (self->environment, name);
}

void
plannr_test_desktop_set_locale (PlannrTestDesktop *self, const char *locale)
{
  plannr_test_desktop_setenv (self, "LANG", locale);
  plannr_test_desktop_setenv (self, "LC_ALL", locale);
  plannr_test_desktop_setenv (self, "LANGUAGE", NULL);
}

const char *const *
plannr_test_desktop_get_environment (PlannrTestDesktop *self)
{
  return (const char *const *) self->environment;
}

PlannrTestDisplay *
plannr_test_desktop_get_display (PlannrTestDesktop *self)
{
  return self->display;
}

GDBusConnection *
plannr_test_desktop_get_accessibility_bus (PlannrTestDesktop *self)
{
  return self->accessibility_bus;
}

GDBusConnection *
plannr_test_desktop_get_session_bus (PlannrTestDesktop *self)
{
  return self->session_bus;
}

static void
make_directory (PlannrTestDesktop *self, const char *name, const char *variable)
{
  g_autofree char *path = plannr_test_desktop_build_path (self, name);

  g_assert_cmpint (g_mkdir_with_parents (path, 0700), ==, 0);
  if (variable != NULL)
    plannr_test_desktop_setenv (self, variable, path);
}

static void
make_file (PlannrTestDesktop *self, const char *name, const char *contents)
{
  g_autofree char *path = plannr_test_desktop_build_path (self, name);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, contents, -1, &error);
  g_assert_no_error (error);
}

/* Removes the home when we close its standard input, or end in whatever way. */
static GSubprocess *
start_broom (const char *home)
{
  g_autoptr (GError) error = NULL;
  GSubprocess *broom =
      g_subprocess_new (G_SUBPROCESS_FLAGS_STDIN_PIPE, &error, "sh", "-c",
                        "cat; rm -rf -- \"$1\" || rm -rf -- \"$1\"", "sh", home, NULL);

  g_assert_no_error (error);
  return broom;
}

static void
make_home (PlannrTestDesktop *self)
{
  g_autoptr (GError) error = NULL;

  self->home = g_dir_make_tmp ("plannr-desktop.XXXXXX", &error);
  g_assert_no_error (error);

  self->broom = start_broom (self->home);
  make_directory (self, "cache", "XDG_CACHE_HOME");
  make_directory (self, "config", "XDG_CONFIG_HOME");
  make_directory (self, "config/gtk-4.0", NULL);
  make_directory (self, "data", "XDG_DATA_HOME");
  make_directory (self, "logs", NULL);
  make_directory (self, "runtime", "XDG_RUNTIME_DIR");
  make_directory (self, "state", "XDG_STATE_HOME");
  plannr_test_desktop_setenv (self, "HOME", self->home);
  make_file (self, "config/gtk-4.0/settings.ini", gtk_settings);
}

static void
make_environment (PlannrTestDesktop *self)
{
  /* Made by meson: NAME=VALUE lines of what the application needs to run uninstalled. */
  g_auto (GStrv) uninstalled = g_strsplit (PLANNR_TEST_UNINSTALLED, "\n", -1);

  self->environment = g_get_environ ();
  for (gsize i = 0; i < G_N_ELEMENTS (foreign); i++)
    plannr_test_desktop_setenv (self, foreign[i], NULL);
  for (guint i = 0; uninstalled[i] != NULL; i++)
    {
      g_auto (GStrv) pair = g_strsplit (uninstalled[i], "=", 2);

      plannr_test_desktop_setenv (self, pair[0], pair[1]);
    }
  plannr_test_desktop_setenv (self, "GDK_BACKEND", "x11");
  plannr_test_desktop_setenv (self, "GIO_USE_VFS", "local");
  plannr_test_desktop_setenv (self, "GSETTINGS_BACKEND", "keyfile");
  plannr_test_desktop_setenv (self, "GSK_RENDERER", "cairo");
  plannr_test_desktop_setenv (self, "GTK_A11Y", "atspi");
  plannr_test_desktop_setenv (self, "GTK_IM_MODULE", "gtk-im-context-simple");
  plannr_test_desktop_setenv (self, "TZ", "Europe/London");
  plannr_test_desktop_set_locale (self, "en_GB.UTF-8");
}

PlannrTestProcess *
plannr_test_desktop_start (PlannrTestDesktop *self, const char *const *argv)
{
  g_autofree char *program = g_path_get_basename (argv[0]);
  g_autofree char *name = g_strdup_printf ("logs/%u-%s", self->n_started++, program);
  g_autofree char *path = plannr_test_desktop_build_path (self, name);

  return plannr_test_process_start (argv, plannr_test_desktop_get_environment (self), path);
}

static GDBusConnection *
connect_to_bus (const char *address)
{
  g_autoptr (GError) error = NULL;
  GDBusConnection *bus =
      g_dbus_connection_new_for_address_sync (address,
                                              G_DBUS_CONNECTION_FLAGS_AUTHENTICATION_CLIENT
                                                  | G_DBUS_CONNECTION_FLAGS_MESSAGE_BUS_CONNECTION,
                                              NULL, NULL, &error);

  g_assert_no_error (error);
  return bus;
}

static void
start_session_bus (PlannrTestDesktop *self)
{
  g_autofree char *configuration = g_strdup_printf (bus_configuration, self->home);
  g_autofree char *path = plannr_test_desktop_build_path (self, "bus.conf");
  g_autofree char *option = g_strconcat ("--config-file=", path, NULL);
  g_autofree char *address = NULL;
  const char *argv[] = { "dbus-daemon", option, "--nofork", "--print-address", NULL };

  make_file (self, "bus.conf", configuration);
  self->session_daemon = plannr_test_desktop_start (self, argv);
  address = plannr_test_process_read_line (self->session_daemon, 30);
  g_assert_nonnull (address);
  plannr_test_desktop_setenv (self, "DBUS_SESSION_BUS_ADDRESS", address);
  self->session_bus = connect_to_bus (address);
}

typedef struct
{
  GDBusConnection *bus; /* (unowned) */
  const char *name;
} Owner;

static gboolean
has_owner (gpointer data)
{
  Owner *owner = data;
  g_autoptr (GVariant) answer =
      g_dbus_connection_call_sync (owner->bus, "org.freedesktop.DBus", "/org/freedesktop/DBus",
                                   "org.freedesktop.DBus", "NameHasOwner",
                                   g_variant_new ("(s)", owner->name), G_VARIANT_TYPE ("(b)"),
                                   G_DBUS_CALL_FLAGS_NONE, -1, NULL, NULL);
  gboolean has = FALSE;

  if (answer != NULL)
    g_variant_get (answer, "(b)", &has);
  return has;
}

static void
wait_for_owner (GDBusConnection *bus, const char *name)
{
  Owner owner = { bus, name };

  if (!plannr_test_wait_for (has_owner, &owner, 30))
    g_error ("%s did not come to its bus", name);
}

static void
start_accessibility (PlannrTestDesktop *self)
{
  const char *argv[] = { "/usr/libexec/at-spi-bus-launcher", "--launch-immediately", NULL };
  g_autoptr (GVariant) answer = NULL;
  g_autoptr (GError) error = NULL;
  const char *address;

  self->accessibility = plannr_test_desktop_start (self, argv);
  wait_for_owner (self->session_bus, "org.a11y.Bus");
  answer = g_dbus_connection_call_sync (self->session_bus, "org.a11y.Bus", "/org/a11y/bus",
                                        "org.a11y.Bus", "GetAddress", NULL, G_VARIANT_TYPE ("(s)"),
                                        G_DBUS_CALL_FLAGS_NONE, -1, NULL, &error);
  g_assert_no_error (error);
  g_variant_get (answer, "(&s)", &address);
  self->accessibility_bus = connect_to_bus (address);
}

void
plannr_test_desktop_start_keyring (PlannrTestDesktop *self)
{
  const char *argv[] = { "gnome-keyring-daemon", "--foreground", "--unlock", "--components=secrets",
                         NULL };
  g_autofree char *debug = NULL;

  g_return_if_fail (self->keyring == NULL);

  /* It warns when it is given a token that it has, which is no fault of ours to end it for. */
  debug = g_strdup (g_environ_getenv (self->environment, "G_DEBUG"));
  plannr_test_desktop_setenv (self, "G_DEBUG", NULL);
  self->keyring = plannr_test_desktop_start (self, argv);
  plannr_test_desktop_setenv (self, "G_DEBUG", debug);
  plannr_test_process_write (self->keyring, "password of a test");
  wait_for_owner (self->session_bus, "org.freedesktop.secrets");
}

PlannrTestDesktop *
plannr_test_desktop_new (int width, int height)
{
  PlannrTestDesktop *self = g_new0 (PlannrTestDesktop, 1);
  g_autofree char *log_path = NULL;

  /* What our children leave behind comes to us and can be ended in the end. */
  prctl (PR_SET_CHILD_SUBREAPER, 1);
  make_environment (self);
  make_home (self);
  log_path = plannr_test_desktop_build_path (self, "logs/display");
  self->display =
      plannr_test_display_new (width, height, plannr_test_desktop_get_environment (self), log_path);
  plannr_test_desktop_setenv (self, "DISPLAY", plannr_test_display_get_name (self->display));
  start_session_bus (self);
  start_accessibility (self);
  return self;
}

static gboolean
is_from_here (PlannrTestDesktop *self, const char *pid)
{
  g_autofree char *path = g_strdup_printf ("/proc/%s/environ", pid);
  g_autofree char *environment = NULL;
  gsize length = 0;

  return g_file_get_contents (path, &environment, &length, NULL)
         && memmem (environment, length, self->home, strlen (self->home)) != NULL;
}

/* Those whose parents have ended and which have come to us therefore. */
static void
end_orphans (PlannrTestDesktop *self)
{
  g_autofree char *children = NULL;
  g_auto (GStrv) pids = NULL;

  if (!g_file_get_contents ("/proc/thread-self/children", &children, NULL, NULL))
    return;
  pids = g_strsplit (g_strstrip (children), " ", -1);
  for (guint i = 0; pids[i] != NULL; i++)
    if (is_from_here (self, pids[i]))
      {
        GPid pid = atoi (pids[i]);

        kill (pid, SIGKILL);
        waitpid (pid, NULL, 0);
      }
}

void
plannr_test_desktop_free (PlannrTestDesktop *self)
{
  if (self == NULL)
    return;

  g_dbus_connection_close_sync (self->accessibility_bus, NULL, NULL);
  g_clear_object (&self->accessibility_bus);
  g_dbus_connection_close_sync (self->session_bus, NULL, NULL);
  g_clear_object (&self->session_bus);
  plannr_test_process_stop (self->keyring);
  plannr_test_process_stop (self->accessibility);
  plannr_test_process_stop (self->session_daemon);
  plannr_test_display_free (self->display);
  end_orphans (self);
  g_output_stream_close (g_subprocess_get_stdin_pipe (self->broom), NULL, NULL);
  g_subprocess_wait (self->broom, NULL, NULL);
  g_object_unref (self->broom);
  g_free (self->home);
  g_strfreev (self->environment);
  g_free (self);
}

void
plannr_test_desktop_shoot (PlannrTestDesktop *self, const char *name)
{
  const char *directory = g_getenv ("PLANNR_TEST_SHOTS");
  g_autofree char *file = g_strconcat (name, ".png", NULL);
  g_autofree char *path = NULL;

  if (directory == NULL)
    return;
  g_mkdir_with_parents (directory, 0755);
  path = g_build_filename (directory, file, NULL);
  plannr_test_display_shoot (self->display, path);
}
