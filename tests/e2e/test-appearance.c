/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-test"

#include "config.h"

#include <X11/Xlib.h>
#include <X11/Xutil.h>

#include "test-app.h"
#include "test-display.h"

#define SECONDS 10

/* A settings portal of our own: what the desktop says of light and dark. */
static const char portal_xml[] =
    "<node><interface name='org.freedesktop.portal.Settings'>"
    "<method name='Read'><arg type='s' direction='in'/><arg type='s' direction='in'/>"
    "<arg type='v' direction='out'/></method>"
    "<signal name='SettingChanged'><arg type='s'/><arg type='s'/><arg type='v'/></signal>"
    "</interface></node>";

static void
read_cb (GDBusConnection *bus,
         const char *sender,
         const char *path,
         const char *interface,
         const char *method,
         GVariant *parameters,
         GDBusMethodInvocation *invocation,
         gpointer user_data)
{
  guint32 *scheme = user_data;

  /* As the portal does, with one variant more than its description has. */
  g_dbus_method_invocation_return_value (invocation,
                                         g_variant_new ("(v)",
                                                        g_variant_new_variant (
                                                            g_variant_new_uint32 (*scheme))));
}

static guint
get_brightness (PlannrTestDesktop *desktop)
{
  Display *display = plannr_test_display_get_connection (plannr_test_desktop_get_display (desktop));
  XImage *image =
      XGetImage (display, DefaultRootWindow (display), 500, 600, 1, 1, AllPlanes, ZPixmap);
  gulong pixel = XGetPixel (image, 0, 0);

  XDestroyImage (image);

  return (guint) ((pixel >> 16 & 0xff) + (pixel >> 8 & 0xff) + (pixel & 0xff)) / 3;
}

/* The bare screen is black; a dark window is not. */
static gboolean
is_drawn (PlannrTestDesktop *desktop, gboolean dark)
{
  guint brightness = get_brightness (desktop);

  return dark ? brightness > 20 && brightness < 100 : brightness > 200;
}

static void
wait_for_dark (PlannrTestDesktop *desktop, gboolean dark)
{
  gint64 deadline = g_get_monotonic_time () + SECONDS * G_USEC_PER_SEC;

  while (!is_drawn (desktop, dark))
    {
      g_assert_cmpint (g_get_monotonic_time (), <, deadline);
      g_main_context_iteration (NULL, FALSE);
    }
}

static void
test_follows_portal (void)
{
  static const GDBusInterfaceVTable vtable = { .method_call = read_cb };
  const char *arguments[] = { "--practice", NULL };
  g_autoptr (PlannrTestDesktop) desktop = plannr_test_desktop_new (1060, 740);
  GDBusConnection *bus = plannr_test_desktop_get_session_bus (desktop);
  g_autoptr (GDBusNodeInfo) node = g_dbus_node_info_new_for_xml (portal_xml, NULL);
  g_autoptr (GError) error = NULL;
  PlannrTestApp *app = NULL;
  guint32 scheme = 1;
  guint name;

  g_dbus_connection_register_object (bus, "/org/freedesktop/portal/desktop", node->interfaces[0],
                                     &vtable, &scheme, NULL, &error);
  g_assert_no_error (error);
  name = g_bus_own_name_on_connection (bus, "org.freedesktop.portal.Desktop",
                                       G_BUS_NAME_OWNER_FLAGS_NONE, NULL, NULL, NULL, NULL);

  app = plannr_test_app_start (desktop, arguments);
  plannr_test_node_free (plannr_test_app_wait_focus (app, "text box", "Name"));
  wait_for_dark (desktop, TRUE);

  g_dbus_connection_emit_signal (bus, NULL, "/org/freedesktop/portal/desktop",
                                 "org.freedesktop.portal.Settings", "SettingChanged",
                                 g_variant_new ("(ssv)", "org.freedesktop.appearance",
                                                "color-scheme", g_variant_new_uint32 (2)),
                                 &error);
  g_assert_no_error (error);
  wait_for_dark (desktop, FALSE);

  plannr_test_app_finish (app);
  g_bus_unown_name (name);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/plannr/e2e/appearance/follows-portal", test_follows_portal);

  return g_test_run ();
}
