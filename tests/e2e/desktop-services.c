/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-test"

#include "config.h"

#include "desktop-services.h"

#define SESSION_MANAGER      "org.gnome.SessionManager"
#define SESSION_MANAGER_PATH "/org/gnome/SessionManager"
#define NOTIFICATIONS        "org.freedesktop.Notifications"
#define NOTIFICATIONS_PATH   "/org/freedesktop/Notifications"

static const char xml[] =
    "<node>"
    "<interface name='org.gnome.SessionManager'>"
    "<method name='Inhibit'><arg type='s' direction='in'/><arg type='u' direction='in'/>"
    "<arg type='s' direction='in'/><arg type='u' direction='in'/><arg type='u' direction='out'/>"
    "</method>"
    "<method name='RegisterClient'><arg type='s' direction='in'/><arg type='s' direction='in'/>"
    "<arg type='o' direction='out'/></method>"
    "<method name='Uninhibit'><arg type='u' direction='in'/></method>"
    "</interface>"
    "<interface name='org.freedesktop.Notifications'>"
    "<method name='Notify'><arg type='s' direction='in'/><arg type='u' direction='in'/>"
    "<arg type='s' direction='in'/><arg type='s' direction='in'/><arg type='s' direction='in'/>"
    "<arg type='as' direction='in'/><arg type='a{sv}' direction='in'/><arg type='i' "
    "direction='in'/>"
    "<arg type='u' direction='out'/></method>"
    "<method name='CloseNotification'><arg type='u' direction='in'/></method>"
    "<signal name='ActionInvoked'><arg type='u'/><arg type='s'/></signal>"
    "</interface>"
    "</node>";

static void
session_manager_cb (GDBusConnection *bus,
                    const char *sender,
                    const char *path,
                    const char *interface,
                    const char *method,
                    GVariant *parameters,
                    GDBusMethodInvocation *invocation,
                    gpointer user_data)
{
  static guint32 last_cookie = 0;
  PlannrTestServices *self = user_data;
  guint32 cookie;

  if (g_str_equal (method, "Inhibit"))
    {
      g_free (self->reason);
      g_variant_get (parameters, "(&susu)", NULL, NULL, &self->reason, &self->flags);
      g_dbus_method_invocation_return_value (invocation, g_variant_new ("(u)", ++last_cookie));
      return;
    }

  /* The accessibility bus ends where its session has no place for it. */
  if (g_str_equal (method, "RegisterClient"))
    {
      g_dbus_method_invocation_return_value (invocation,
                                             g_variant_new ("(o)", SESSION_MANAGER_PATH "/Client"));
      return;
    }

  g_variant_get (parameters, "(u)", &cookie);
  if (cookie == last_cookie)
    g_clear_pointer (&self->reason, g_free);
  g_dbus_method_invocation_return_value (invocation, NULL);
}

static void
notifications_cb (GDBusConnection *bus,
                  const char *sender,
                  const char *path,
                  const char *interface,
                  const char *method,
                  GVariant *parameters,
                  GDBusMethodInvocation *invocation,
                  gpointer user_data)
{
  PlannrTestServices *self = user_data;

  if (g_str_equal (method, "Notify"))
    {
      g_free (self->title);
      g_free (self->body);
      g_variant_get (parameters, "(&su&sssasa{sv}i)", NULL, NULL, NULL, &self->title, &self->body,
                     NULL, NULL, NULL);
      g_dbus_method_invocation_return_value (invocation,
                                             g_variant_new ("(u)", ++self->notification));
      return;
    }

  self->n_taken_back++;
  g_dbus_method_invocation_return_value (invocation, NULL);
}

PlannrTestServices *
plannr_test_services_start (PlannrTestDesktop *desktop)
{
  static const GDBusInterfaceVTable session_manager = { .method_call = session_manager_cb };
  static const GDBusInterfaceVTable notifications = { .method_call = notifications_cb };
  PlannrTestServices *self = g_new0 (PlannrTestServices, 1);
  g_autoptr (GDBusNodeInfo) node = g_dbus_node_info_new_for_xml (xml, NULL);
  g_autoptr (GError) error = NULL;

  self->bus = plannr_test_desktop_get_session_bus (desktop);
  self->objects[0] =
      g_dbus_connection_register_object (self->bus, SESSION_MANAGER_PATH, node->interfaces[0],
                                         &session_manager, self, NULL, &error);
  g_assert_no_error (error);
  self->objects[1] =
      g_dbus_connection_register_object (self->bus, NOTIFICATIONS_PATH, node->interfaces[1],
                                         &notifications, self, NULL, &error);
  g_assert_no_error (error);
  self->names[0] =
      g_bus_own_name_on_connection (self->bus, SESSION_MANAGER, G_BUS_NAME_OWNER_FLAGS_NONE, NULL,
                                    NULL, NULL, NULL);
  self->names[1] =
      g_bus_own_name_on_connection (self->bus, NOTIFICATIONS, G_BUS_NAME_OWNER_FLAGS_NONE, NULL,
                                    NULL, NULL, NULL);

  return self;
}

void
plannr_test_services_stop (PlannrTestServices *self)
{
  for (gsize i = 0; i < G_N_ELEMENTS (self->names); i++)
    {
      g_bus_unown_name (self->names[i]);
      g_dbus_connection_unregister_object (self->bus, self->objects[i]);
    }
  g_free (self->reason);
  g_free (self->title);
  g_free (self->body);
  g_free (self);
}

void
plannr_test_services_click (PlannrTestServices *self)
{
  g_autoptr (GError) error = NULL;

  g_dbus_connection_emit_signal (self->bus, NULL, NOTIFICATIONS_PATH, NOTIFICATIONS,
                                 "ActionInvoked",
                                 g_variant_new ("(us)", self->notification, "default"), &error);
  g_assert_no_error (error);
}
