/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-test"

#include "config.h"

#include "plannr-keyring.h"

#include <glib/gstdio.h>
#include <string.h>

#include "plannr-error.h"

#define SERVER  "https://plannr.example"
#define ACCOUNT "5c7b1d92-0e3f-4a68-b1c4-9d2e8f705a03"
#define OTHER   "06afed65-3a5e-45af-a4ab-02ae8d981c29"
#define SECONDS 20

static void
result_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GAsyncResult **out = user_data;

  *out = g_object_ref (result);
}

static gboolean
late_cb (gpointer user_data)
{
  g_error ("The keyring does not answer");
  return G_SOURCE_REMOVE;
}

static GAsyncResult *
wait_for (GAsyncResult **result)
{
  guint late = g_timeout_add_seconds (SECONDS, late_cb, NULL);

  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (late);

  return *result;
}

static gboolean
store (const char *account, const char *token, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  plannr_keyring_store_async (SERVER, account, "Plannr", token, NULL, result_cb, &result);

  return plannr_keyring_store_finish (wait_for (&result), error);
}

static char *
look_up (const char *account, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  plannr_keyring_look_up_async (SERVER, account, NULL, result_cb, &result);

  return plannr_keyring_look_up_finish (wait_for (&result), error);
}

static gboolean
forget (const char *account, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  plannr_keyring_forget_async (SERVER, account, NULL, result_cb, &result);

  return plannr_keyring_forget_finish (wait_for (&result), error);
}

/* Runs before the daemon: nothing on the bus keeps secrets. */
static void
test_without_a_keyring (void)
{
  g_autoptr (GError) store_error = NULL;
  g_autoptr (GError) look_up_error = NULL;

  g_assert_false (store (ACCOUNT, "secret", &store_error));
  g_assert_error (store_error, PLANNR_ERROR, PLANNR_ERROR_KEYRING);

  g_assert_null (look_up (ACCOUNT, &look_up_error));
  g_assert_error (look_up_error, PLANNR_ERROR, PLANNR_ERROR_KEYRING);
}

static GSubprocess *
start_keyring (const char *address)
{
  static const char password[] = "password of a test";
  static const char *const places[] = { "HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME",
                                        "XDG_DATA_HOME", "XDG_RUNTIME_DIR" };
  g_autoptr (GSubprocessLauncher) launcher = NULL;
  g_autoptr (GDBusConnection) bus = NULL;
  g_autoptr (GError) error = NULL;
  GOutputStream *input = NULL;
  GSubprocess *keyring = NULL;
  gboolean owned = FALSE;
  gint64 late = g_get_monotonic_time () + SECONDS * G_USEC_PER_SEC;

  launcher =
      g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_SILENCE
                                 | G_SUBPROCESS_FLAGS_STDERR_SILENCE);
  g_subprocess_launcher_setenv (launcher, "DBUS_SESSION_BUS_ADDRESS", address, TRUE);
  /* The daemon warns of its own doing when an item is replaced; that is not to end it. */
  g_subprocess_launcher_unsetenv (launcher, "G_DEBUG");
  for (gsize i = 0; i < G_N_ELEMENTS (places); i++)
    g_subprocess_launcher_setenv (launcher, places[i], g_get_home_dir (), TRUE);
  g_assert_cmpint (g_mkdir_with_parents (g_get_home_dir (), 0700), ==, 0);
  keyring = g_subprocess_launcher_spawn (launcher, &error, "gnome-keyring-daemon", "--foreground",
                                         "--unlock", "--components=secrets", NULL);
  g_assert_no_error (error);
  input = g_subprocess_get_stdin_pipe (keyring);
  g_output_stream_write_all (input, password, strlen (password), NULL, NULL, &error);
  g_assert_no_error (error);
  g_output_stream_close (input, NULL, NULL);

  bus = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, &error);
  g_assert_no_error (error);
  while (!owned)
    {
      g_autoptr (GVariant) reply =
          g_dbus_connection_call_sync (bus, "org.freedesktop.DBus", "/org/freedesktop/DBus",
                                       "org.freedesktop.DBus", "NameHasOwner",
                                       g_variant_new ("(s)", "org.freedesktop.secrets"), NULL,
                                       G_DBUS_CALL_FLAGS_NONE, -1, NULL, &error);

      g_assert_no_error (error);
      g_assert_cmpint (g_get_monotonic_time (), <, late);
      g_variant_get (reply, "(b)", &owned);
      g_usleep (G_USEC_PER_SEC / 100);
    }

  return keyring;
}

static void
test_keeps (gconstpointer data)
{
  g_autoptr (GSubprocess) keyring = start_keyring (data);
  g_autoptr (GError) error = NULL;
  g_autofree char *absent = NULL;
  g_autofree char *kept = NULL;
  g_autofree char *other = NULL;
  g_autofree char *replaced = NULL;
  g_autofree char *forgotten = NULL;

  absent = look_up (ACCOUNT, &error);
  g_assert_no_error (error);
  g_assert_null (absent);

  g_assert_true (store (ACCOUNT, "secret", &error));
  g_assert_no_error (error);
  kept = look_up (ACCOUNT, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (kept, ==, "secret");
  other = look_up (OTHER, &error);
  g_assert_no_error (error);
  g_assert_null (other);

  store (ACCOUNT, "newer", &error);
  g_assert_no_error (error);
  replaced = look_up (ACCOUNT, &error);
  g_assert_cmpstr (replaced, ==, "newer");

  g_assert_true (forget (ACCOUNT, &error));
  g_assert_no_error (error);
  forgotten = look_up (ACCOUNT, &error);
  g_assert_no_error (error);
  g_assert_null (forgotten);

  /* There is nothing left to forget, and that is no failure. */
  g_assert_true (forget (ACCOUNT, &error));
  g_assert_no_error (error);

  g_subprocess_force_exit (keyring);
  g_assert_true (g_subprocess_wait (keyring, NULL, &error));
}

/* A bus that starts nothing by itself. */
static const char bus_config[] =
    "<busconfig><type>session</type><listen>unix:tmpdir=/tmp</listen>"
    "<policy context='default'><allow send_destination='*' eavesdrop='true'/>"
    "<allow eavesdrop='true'/><allow own='*'/></policy></busconfig>";

/* Not a GTestDBus: that waits for half a minute until nobody holds its connection, and libsecret does. */
static GSubprocess *
start_bus (char **address)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GDataInputStream) output = NULL;
  g_autofree char *config = g_build_filename (g_get_tmp_dir (), "plannr-test-bus-XXXXXX", NULL);
  g_autofree char *option = NULL;
  GSubprocess *bus = NULL;
  int file = g_mkstemp (config);

  g_assert_cmpint (file, >=, 0);
  g_close (file, NULL);
  g_file_set_contents (config, bus_config, -1, &error);
  g_assert_no_error (error);
  option = g_strconcat ("--config-file=", config, NULL);
  bus = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, "dbus-daemon", "--nofork", option,
                          "--print-address", NULL);

  g_assert_no_error (error);
  output = g_data_input_stream_new (g_subprocess_get_stdout_pipe (bus));
  *address = g_data_input_stream_read_line (output, NULL, NULL, &error);
  g_assert_no_error (error);
  g_setenv ("DBUS_SESSION_BUS_ADDRESS", *address, TRUE);
  g_unlink (config);

  return bus;
}

int
main (int argc, char *argv[])
{
  g_autoptr (GSubprocess) bus = NULL;
  g_autofree char *address = NULL;
  int status;

  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_setenv ("GSETTINGS_BACKEND", "memory", TRUE);
  bus = start_bus (&address);
  g_test_add_func ("/plannr/keyring/is-absent", test_without_a_keyring);
  g_test_add_data_func ("/plannr/keyring/keeps", address, test_keeps);
  status = g_test_run ();
  /* Waited for: its end is another thread's doing, and a bus that is left behind keeps stderr open. */
  g_subprocess_force_exit (bus);
  g_subprocess_wait (bus, NULL, NULL);

  return status;
}
