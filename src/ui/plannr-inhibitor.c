/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-ui"

#include "config.h"

#include "plannr-inhibitor.h"

#include <gio/gunixfdlist.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <unistd.h>

/* Of the session manager, and of the portal, which took them over. */
#define LOGOUT         1
#define SUSPEND        4

/* Most cases are created before anybody could log out, and a hundred in a row are no reason to tell
 * the desktop a hundred times. In milliseconds. */
#define INTERVAL       250

#define PORTAL_NAME    "org.freedesktop.portal.Desktop"
#define PORTAL_REQUEST "org.freedesktop.portal.Request"

/**
 * PlannrInhibitor:
 *
 * Asks the desktop not to log out and not to suspend. GTK's own way to do so needs the application
 * to be registered with the session, which costs time at the start, and waits for the answer.
 */
struct _PlannrInhibitor
{
  GObject parent_instance;

  char *wanted; /* (nullable): why, from now on */
  char *asked;  /* (nullable): why, as the desktop was last asked */
  gboolean is_asking;
  guint way;
  guint timeout;

  /* What the desktop gave in return, and takes back. */
  GDBusConnection *bus; /* (owned) (nullable) */
  guint cookie;
  char *handle; /* (nullable) */
  int fd;
};

G_DEFINE_FINAL_TYPE (PlannrInhibitor, plannr_inhibitor, G_TYPE_OBJECT)

/* One of those who can be asked. */
typedef struct
{
  GBusType bus_type;
  const char *name;
  const char *path;
  const char *interface;
  const char *reply;
} Way;

enum
{
  SESSION_MANAGER,
  PORTAL,
  LOGIND,
  N_WAYS
};

/* GNOME, Cinnamon and MATE have the first, KDE the second; the third can't be told apart from any
 * other by the person who wants to log out, but is everywhere. */
static const Way ways[N_WAYS] = {
  [SESSION_MANAGER] = { G_BUS_TYPE_SESSION, "org.gnome.SessionManager", "/org/gnome/SessionManager",
                        "org.gnome.SessionManager", "(u)" },
  [PORTAL] = { G_BUS_TYPE_SESSION, PORTAL_NAME, "/org/freedesktop/portal/desktop",
               "org.freedesktop.portal.Inhibit", "(o)" },
  [LOGIND] = { G_BUS_TYPE_SYSTEM, "org.freedesktop.login1", "/org/freedesktop/login1",
               "org.freedesktop.login1.Manager", "(h)" },
};

static void ask (PlannrInhibitor *self);
static void apply_later (PlannrInhibitor *self);

static GVariant *
get_parameters (PlannrInhibitor *self)
{
  GVariantBuilder options;

  switch (self->way)
    {
    case SESSION_MANAGER:
      return g_variant_new ("(susu)", APPLICATION_ID, 0, self->asked, LOGOUT | SUSPEND);
    case PORTAL:
      g_variant_builder_init (&options, G_VARIANT_TYPE_VARDICT);
      g_variant_builder_add (&options, "{sv}", "reason", g_variant_new_string (self->asked));
      return g_variant_new ("(sua{sv})", "", LOGOUT | SUSPEND, &options);
    default:
      return g_variant_new ("(ssss)", "shutdown:sleep", _ ("Plannr Cases"), self->asked, "block");
    }
}

static void
let_go (PlannrInhibitor *self)
{
  if (self->cookie != 0)
    g_dbus_connection_call (self->bus, ways[SESSION_MANAGER].name, ways[SESSION_MANAGER].path,
                            ways[SESSION_MANAGER].interface, "Uninhibit",
                            g_variant_new ("(u)", self->cookie), NULL, G_DBUS_CALL_FLAGS_NONE, -1,
                            NULL, NULL, NULL);
  if (self->handle != NULL)
    g_dbus_connection_call (self->bus, PORTAL_NAME, self->handle, PORTAL_REQUEST, "Close", NULL,
                            NULL, G_DBUS_CALL_FLAGS_NONE, -1, NULL, NULL, NULL);
  if (self->fd >= 0)
    close (self->fd);

  self->cookie = 0;
  g_clear_pointer (&self->handle, g_free);
  self->fd = -1;
  g_clear_object (&self->bus);
}

static void
keep (PlannrInhibitor *self, GDBusConnection *bus, GVariant *reply, GUnixFDList *fds)
{
  gint32 index;

  self->bus = g_object_ref (bus);
  switch (self->way)
    {
    case SESSION_MANAGER:
      g_variant_get (reply, "(u)", &self->cookie);
      break;
    case PORTAL:
      g_variant_get (reply, "(o)", &self->handle);
      break;
    default:
      g_variant_get (reply, "(h)", &index);
      self->fd = fds != NULL ? g_unix_fd_list_get (fds, index, NULL) : -1;
    }
}

/* A desktop that nobody keeps from logging out is none that a case is lost on. */
static void
go_on (PlannrInhibitor *self, const GError *error)
{
  if (error != NULL)
    {
      g_debug ("%s does not inhibit: %s", ways[self->way].name, error->message);
      if (++self->way < N_WAYS)
        {
          ask (self);
          return;
        }
    }

  self->is_asking = FALSE;
  if (self->wanted == NULL)
    {
      let_go (self);
      g_clear_pointer (&self->asked, g_free);
    }
  else
    apply_later (self);
}

static void
inhibit_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (PlannrInhibitor) self = user_data;
  g_autoptr (GUnixFDList) fds = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) reply =
      g_dbus_connection_call_with_unix_fd_list_finish (G_DBUS_CONNECTION (source), &fds, result,
                                                       &error);

  if (reply != NULL)
    {
      /* The old reason goes when the new one is there: there is no moment between the two. */
      let_go (self);
      keep (self, G_DBUS_CONNECTION (source), reply, fds);
    }
  go_on (self, error);
}

static void
bus_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (PlannrInhibitor) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GDBusConnection) bus = g_bus_get_finish (result, &error);
  const Way *way = &ways[self->way];

  if (bus == NULL)
    {
      go_on (self, error);
      return;
    }

  g_dbus_connection_set_exit_on_close (bus, FALSE);
  g_dbus_connection_call_with_unix_fd_list (bus, way->name, way->path, way->interface, "Inhibit",
                                            get_parameters (self), G_VARIANT_TYPE (way->reply),
                                            G_DBUS_CALL_FLAGS_NO_AUTO_START, -1, NULL, NULL,
                                            inhibit_cb, g_object_ref (self));
}

static void
ask (PlannrInhibitor *self)
{
  g_bus_get (ways[self->way].bus_type, NULL, bus_cb, g_object_ref (self));
}

static gboolean
apply_cb (gpointer user_data)
{
  PlannrInhibitor *self = user_data;

  self->timeout = 0;
  if (self->is_asking || g_strcmp0 (self->wanted, self->asked) == 0)
    return G_SOURCE_REMOVE;

  g_free (self->asked);
  self->asked = g_strdup (self->wanted);
  if (self->wanted == NULL)
    {
      let_go (self);
      self->way = 0;
    }
  else if (self->way < N_WAYS)
    {
      self->is_asking = TRUE;
      ask (self);
    }

  return G_SOURCE_REMOVE;
}

static void
apply_later (PlannrInhibitor *self)
{
  if (self->timeout == 0 && g_strcmp0 (self->wanted, self->asked) != 0)
    self->timeout = g_timeout_add (INTERVAL, apply_cb, self);
}

static void
plannr_inhibitor_dispose (GObject *object)
{
  PlannrInhibitor *self = PLANNR_INHIBITOR (object);

  g_clear_handle_id (&self->timeout, g_source_remove);
  g_clear_pointer (&self->wanted, g_free);
  let_go (self);

  G_OBJECT_CLASS (plannr_inhibitor_parent_class)->dispose (object);
}

static void
plannr_inhibitor_finalize (GObject *object)
{
  g_free (PLANNR_INHIBITOR (object)->asked);

  G_OBJECT_CLASS (plannr_inhibitor_parent_class)->finalize (object);
}

static void
plannr_inhibitor_class_init (PlannrInhibitorClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = plannr_inhibitor_dispose;
  G_OBJECT_CLASS (klass)->finalize = plannr_inhibitor_finalize;
}

static void
plannr_inhibitor_init (PlannrInhibitor *self)
{
  self->fd = -1;
}

/**
 * plannr_inhibitor_new:
 * Returns: (transfer full): an inhibitor that keeps nobody from anything
 */
PlannrInhibitor *
plannr_inhibitor_new (void)
{
  return g_object_new (PLANNR_TYPE_INHIBITOR, NULL);
}

/**
 * plannr_inhibitor_set_reason:
 * @self: an inhibitor
 * @reason: (nullable): why nobody should log out or suspend now, in the person’s words; %NULL where
 *   they may
 *
 * Tells the desktop, a moment later. A desktop that can’t be told is left alone.
 */
void
plannr_inhibitor_set_reason (PlannrInhibitor *self, const char *reason)
{
  g_return_if_fail (PLANNR_IS_INHIBITOR (self));

  if (g_strcmp0 (self->wanted, reason) == 0)
    return;

  g_free (self->wanted);
  self->wanted = g_strdup (reason);
  apply_later (self);
}
