/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-ui"

#include "config.h"

#include "plannr-appearance.h"

#define PORTAL_NAME     "org.freedesktop.portal.Desktop"
#define PORTAL_PATH     "/org/freedesktop/portal/desktop"
#define PORTAL_SETTINGS "org.freedesktop.portal.Settings"
#define NAMESPACE       "org.freedesktop.appearance"
#define KEY             "color-scheme"

#define PREFER_DARK     1
#define PREFER_LIGHT    2

/**
 * PlannrAppearance:
 *
 * Light or dark, as the desktop's settings portal says. What it said last is applied before the
 * first frame, since a change of style afterwards costs one.
 */
struct _PlannrAppearance
{
  GObject parent_instance;

  GSettings *settings;       /* (owned) */
  GDBusConnection *bus;      /* (owned) (nullable) */
  GCancellable *cancellable; /* (owned) */
  gboolean theme_is_dark;    /* what GTK's own settings say */
  guint subscription;
};

G_DEFINE_FINAL_TYPE (PlannrAppearance, plannr_appearance, G_TYPE_OBJECT)

/* To say what is so already would make GTK read its whole theme once more, a tenth of the start. */
static void
apply (PlannrAppearance *self, const char *scheme)
{
  gboolean is_dark;
  gboolean dark = self->theme_is_dark;

  if (g_str_equal (scheme, "dark"))
    dark = TRUE;
  else if (g_str_equal (scheme, "light"))
    dark = FALSE;

  g_object_get (gtk_settings_get_default (), "gtk-application-prefer-dark-theme", &is_dark, NULL);
  if (dark != is_dark)
    g_object_set (gtk_settings_get_default (), "gtk-application-prefer-dark-theme", dark, NULL);
}

static void
take_value (PlannrAppearance *self, GVariant *value)
{
  const char *scheme = "default";
  g_autofree char *last = g_settings_get_string (self->settings, "colour-scheme-last");

  /* Read wraps its value once more than SettingChanged does. */
  while (g_variant_is_of_type (value, G_VARIANT_TYPE_VARIANT))
    {
      g_autoptr (GVariant) inner = g_variant_get_variant (value);

      take_value (self, inner);
      return;
    }

  if (!g_variant_is_of_type (value, G_VARIANT_TYPE_UINT32))
    return;

  if (g_variant_get_uint32 (value) == PREFER_DARK)
    scheme = "dark";
  else if (g_variant_get_uint32 (value) == PREFER_LIGHT)
    scheme = "light";

  apply (self, scheme);
  if (g_strcmp0 (scheme, last) != 0)
    g_settings_set_string (self->settings, "colour-scheme-last", scheme);
}

static void
changed_cb (GDBusConnection *bus,
            const char *sender,
            const char *path,
            const char *interface,
            const char *signal,
            GVariant *parameters,
            gpointer user_data)
{
  g_autoptr (GVariant) value = NULL;
  const char *namespace = NULL;
  const char *key = NULL;

  if (!g_variant_is_of_type (parameters, G_VARIANT_TYPE ("(ssv)")))
    return;

  g_variant_get (parameters, "(&s&sv)", &namespace, &key, &value);
  if (g_str_equal (namespace, NAMESPACE) && g_str_equal (key, KEY))
    take_value (user_data, value);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (PlannrAppearance) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) reply =
      g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result, &error);
  g_autoptr (GVariant) value = NULL;

  if (reply == NULL)
    {
      g_debug ("The desktop does not tell its colour scheme: %s", error->message);
      return;
    }

  g_variant_get (reply, "(v)", &value);
  take_value (self, value);
}

static void
bus_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (PlannrAppearance) self = user_data;
  g_autoptr (GDBusConnection) bus = g_bus_get_finish (result, NULL);

  if (bus == NULL || g_cancellable_is_cancelled (self->cancellable))
    return;

  g_set_object (&self->bus, bus);
  self->subscription =
      g_dbus_connection_signal_subscribe (bus, PORTAL_NAME, PORTAL_SETTINGS, "SettingChanged",
                                          PORTAL_PATH, NAMESPACE, G_DBUS_SIGNAL_FLAGS_NONE,
                                          changed_cb, self, NULL);
  g_dbus_connection_call (bus, PORTAL_NAME, PORTAL_PATH, PORTAL_SETTINGS, "Read",
                          g_variant_new ("(ss)", NAMESPACE, KEY), G_VARIANT_TYPE ("(v)"),
                          G_DBUS_CALL_FLAGS_NO_AUTO_START, -1, self->cancellable, read_cb,
                          g_object_ref (self));
}

static void
plannr_appearance_dispose (GObject *object)
{
  PlannrAppearance *self = PLANNR_APPEARANCE (object);

  g_cancellable_cancel (self->cancellable);
  if (self->subscription != 0)
    g_dbus_connection_signal_unsubscribe (self->bus, self->subscription);
  self->subscription = 0;
  g_clear_object (&self->bus);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (plannr_appearance_parent_class)->dispose (object);
}

static void
plannr_appearance_finalize (GObject *object)
{
  g_clear_object (&PLANNR_APPEARANCE (object)->cancellable);

  G_OBJECT_CLASS (plannr_appearance_parent_class)->finalize (object);
}

static void
plannr_appearance_class_init (PlannrAppearanceClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = plannr_appearance_dispose;
  G_OBJECT_CLASS (klass)->finalize = plannr_appearance_finalize;
}

static void
plannr_appearance_init (PlannrAppearance *self)
{
  self->cancellable = g_cancellable_new ();
}

/**
 * plannr_appearance_new:
 * @settings: where what the desktop said last is remembered
 *
 * Returns: (transfer full): the appearance, as the desktop had it when it was last asked
 */
PlannrAppearance *
plannr_appearance_new (GSettings *settings)
{
  PlannrAppearance *self = g_object_new (PLANNR_TYPE_APPEARANCE, NULL);
  g_autofree char *last = g_settings_get_string (settings, "colour-scheme-last");

  self->settings = g_object_ref (settings);
  g_object_get (gtk_settings_get_default (), "gtk-application-prefer-dark-theme",
                &self->theme_is_dark, NULL);
  apply (self, last);

  return self;
}

/**
 * plannr_appearance_follow_desktop:
 * @self: an appearance
 *
 * Asks the desktop, and follows it from now on. Not before the first frame.
 */
void
plannr_appearance_follow_desktop (PlannrAppearance *self)
{
  g_return_if_fail (PLANNR_IS_APPEARANCE (self));

  g_bus_get (G_BUS_TYPE_SESSION, self->cancellable, bus_cb, g_object_ref (self));
}
