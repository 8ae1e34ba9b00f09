/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-test"

#include "config.h"

#include "test-app.h"

#include <signal.h>

#include "test-config.h"
#include "test-input.h"
#include "test-locate.h"
#include "test-search.h"
#include "test-wait.h"

#define PATIENCE_SECONDS 10
#define ROOT_PATH        "/org/a11y/atspi/accessible/root"

struct _PlannrTestApp
{
  PlannrTestDesktop *desktop; /* (unowned) */
  PlannrTestProcess *process; /* (owned) */
  PlannrTestNode *root;       /* (owned) (nullable) until it has come to the accessibility bus */
};

/* What a test waits for, and the first that was found. */
typedef struct
{
  PlannrTestApp *app; /* (unowned) */
  PlannrTestQuery query;
  PlannrTestNode *found; /* (owned) (nullable) */
} Wait;

static gboolean
is_found (gpointer data)
{
  Wait *wait = data;

  wait->found = plannr_test_search (wait->app->root, &wait->query);
  return wait->found != NULL;
}

static gboolean
is_gone (gpointer data)
{
  Wait *wait = data;
  g_autoptr (PlannrTestNode) node = plannr_test_search (wait->app->root, &wait->query);

  return node == NULL;
}

static void
fail (PlannrTestApp *self, const char *what, const char *role, const char *name)
{
  g_autofree char *tree = plannr_test_app_describe (self);
  g_autofree char *errors = plannr_test_process_get_errors (self->process);

  plannr_test_desktop_shoot (self->desktop, "failed");
  g_printerr ("%s\n%s", tree, errors);
  g_error ("%s: [%s] “%s”", what, role != NULL ? role : "any role",
           name != NULL ? name : "any name");
}

static PlannrTestNode *
wait_for (PlannrTestApp *self, PlannrTestQuery query, const char *complaint)
{
  Wait wait = { .app = self, .query = query };

  if (!plannr_test_wait_for (is_found, &wait, PATIENCE_SECONDS))
    fail (self, complaint, query.role, query.name);
  return wait.found;
}

PlannrTestNode *
plannr_test_app_look_for (PlannrTestApp *self, const char *role, const char *name)
{
  return plannr_test_search (self->root, &(PlannrTestQuery){ .role = role, .name = name });
}

PlannrTestNode *
plannr_test_app_find (PlannrTestApp *self, const char *role, const char *name)
{
  return wait_for (self, (PlannrTestQuery){ .role = role, .name = name }, "not found");
}

void
plannr_test_app_wait_gone (PlannrTestApp *self, const char *role, const char *name)
{
  Wait wait = { .app = self, .query = { .role = role, .name = name } };

  if (!plannr_test_wait_for (is_gone, &wait, PATIENCE_SECONDS))
    fail (self, "still there", role, name);
}

PlannrTestNode *
plannr_test_app_wait_focus (PlannrTestApp *self, const char *role, const char *name)
{
  return wait_for (self, (PlannrTestQuery){ .role = role, .name = name, .has_focus = TRUE },
                   "without the focus");
}

PlannrTestNode *
plannr_test_app_wait_description (PlannrTestApp *self,
                                  const char *role,
                                  const char *name,
                                  const char *description)
{
  return wait_for (self,
                   (PlannrTestQuery){ .role = role, .name = name, .description = description },
                   description);
}

PlannrTestNode *
plannr_test_app_look_for_focus (PlannrTestApp *self)
{
  return plannr_test_search (self->root, &(PlannrTestQuery){ .has_focus = TRUE });
}

GPtrArray *
plannr_test_app_list_focusable (PlannrTestApp *self)
{
  return plannr_test_search_focusable (self->root);
}

char *
plannr_test_app_describe (PlannrTestApp *self)
{
  return self->root != NULL ? plannr_test_search_describe (self->root) : g_strdup ("");
}

static gboolean
is_of_process (GDBusConnection *bus, const char *owner, GPid pid)
{
  g_autoptr (GVariant) answer =
      g_dbus_connection_call_sync (bus, "org.freedesktop.DBus", "/org/freedesktop/DBus",
                                   "org.freedesktop.DBus", "GetConnectionUnixProcessID",
                                   g_variant_new ("(s)", owner), G_VARIANT_TYPE ("(u)"),
                                   G_DBUS_CALL_FLAGS_NONE, -1, NULL, NULL);
  guint32 owner_pid = 0;

  if (answer != NULL)
    g_variant_get (answer, "(u)", &owner_pid);
  return owner_pid == (guint32) pid;
}

static void
called_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GAsyncResult **called = user_data;

  *called = g_object_ref (result);
}

/* The registry, which starts with the first question, asks the session's services first: where those
 * are the test's own it has to answer meanwhile. */
static GVariant *
list_applications (GDBusConnection *bus)
{
  g_autoptr (GAsyncResult) called = NULL;

  g_dbus_connection_call (bus, "org.a11y.atspi.Registry", ROOT_PATH, "org.a11y.atspi.Accessible",
                          "GetChildren", NULL, G_VARIANT_TYPE ("(a(so))"), G_DBUS_CALL_FLAGS_NONE,
                          -1, NULL, called_cb, &called);
  while (called == NULL)
    g_main_context_iteration (NULL, TRUE);

  return g_dbus_connection_call_finish (bus, called, NULL);
}

static PlannrTestNode *
look_for_root (PlannrTestApp *self)
{
  GDBusConnection *bus = plannr_test_desktop_get_accessibility_bus (self->desktop);
  g_autoptr (GVariant) answer = list_applications (bus);
  g_autoptr (GVariantIter) iter = NULL;
  const char *owner, *path;

  if (answer == NULL)
    return NULL;
  g_variant_get (answer, "(a(so))", &iter);
  while (g_variant_iter_next (iter, "(&s&o)", &owner, &path))
    if (is_of_process (bus, owner, plannr_test_process_get_pid (self->process)))
      return plannr_test_node_new (bus, owner, path);
  return NULL;
}

static gboolean
has_window (gpointer data)
{
  PlannrTestApp *self = data;
  g_autoptr (GPtrArray) windows = NULL;
  g_autoptr (GArray) shown = NULL;

  if (plannr_test_process_get_pid (self->process) == 0)
    return TRUE;
  if (self->root == NULL)
    self->root = look_for_root (self);
  if (self->root == NULL)
    return FALSE;
  windows = plannr_test_node_list_children (self->root);
  shown = plannr_test_display_list_windows (plannr_test_desktop_get_display (self->desktop),
                                            plannr_test_process_get_pid (self->process));
  return windows->len > 0 && shown->len > 0;
}

PlannrTestApp *
plannr_test_app_start_program (PlannrTestDesktop *desktop, const char *const *argv)
{
  PlannrTestApp *self = g_new0 (PlannrTestApp, 1);

  self->desktop = desktop;
  self->process = plannr_test_desktop_start (desktop, argv);
  if (!plannr_test_wait_for (has_window, self, 30) || self->root == NULL)
    fail (self, argv[0], "frame", NULL);
  return self;
}

PlannrTestApp *
plannr_test_app_start (PlannrTestDesktop *desktop, const char *const *arguments)
{
  g_autoptr (GPtrArray) argv = g_ptr_array_new ();

  g_ptr_array_add (argv, (gpointer) PLANNR_TEST_PROGRAM);
  for (guint i = 0; arguments != NULL && arguments[i] != NULL; i++)
    g_ptr_array_add (argv, (gpointer) arguments[i]);
  g_ptr_array_add (argv, NULL);
  return plannr_test_app_start_program (desktop, (const char *const *) argv->pdata);
}

static void
app_free (PlannrTestApp *self)
{
  plannr_test_node_free (self->root);
  plannr_test_process_stop (self->process);
  g_free (self);
}

/* It ends, or asks whether to. */
static gboolean
has_answered (gpointer data)
{
  Wait *wait = data;

  if (plannr_test_process_wait (wait->app->process, 0.02))
    return TRUE;
  wait->found = plannr_test_search (wait->app->root, &wait->query);
  return wait->found != NULL;
}

void
plannr_test_app_finish (PlannrTestApp *self)
{
  Wait wait = { .app = self, .query = { .role = "button", .name = "Close now" } };
  PlannrTestDisplay *display = plannr_test_desktop_get_display (self->desktop);
  g_autoptr (GArray) windows =
      plannr_test_display_list_windows (display, plannr_test_process_get_pid (self->process));

  for (guint i = 0; i < windows->len; i++)
    {
      PlannrTestWindow *window = &g_array_index (windows, PlannrTestWindow, i);

      if (!window->is_popup)
        plannr_test_display_close_window (display, window->id);
    }
  if (plannr_test_wait_for (has_answered, &wait, PATIENCE_SECONDS) && wait.found != NULL)
    {
      plannr_test_node_do_action (wait.found, NULL);
      plannr_test_node_free (wait.found);
    }
  if (!plannr_test_process_wait (self->process, PATIENCE_SECONDS))
    fail (self, "does not end", "frame", NULL);
  plannr_test_process_check_errors (self->process);
  g_assert_cmpint (plannr_test_process_get_exit_status (self->process), ==, 0);
  app_free (self);
}

void
plannr_test_app_kill (PlannrTestApp *self)
{
  plannr_test_process_send_signal (self->process, SIGKILL);
  g_assert_true (plannr_test_process_wait (self->process, PATIENCE_SECONDS));
  plannr_test_process_check_errors (self->process);
  app_free (self);
}

PlannrTestProcess *
plannr_test_app_get_process (PlannrTestApp *self)
{
  return self->process;
}

void
plannr_test_app_resize (PlannrTestApp *self, int width, int height)
{
  PlannrTestDisplay *display = plannr_test_desktop_get_display (self->desktop);
  g_autoptr (GArray) windows =
      plannr_test_display_list_windows (display, plannr_test_process_get_pid (self->process));

  for (guint i = 0; i < windows->len; i++)
    {
      PlannrTestWindow *window = &g_array_index (windows, PlannrTestWindow, i);

      if (!window->is_popup)
        plannr_test_display_resize_window (display, window->id, width, height);
    }
}

void
plannr_test_app_locate (PlannrTestApp *self, PlannrTestNode *node, PlannrTestArea *area)
{
  PlannrTestDisplay *display = plannr_test_desktop_get_display (self->desktop);

  if (!plannr_test_locate (display, plannr_test_process_get_pid (self->process), node, area))
    {
      g_autofree char *description = plannr_test_node_describe (node);

      fail (self, "cannot be reached", NULL, description);
    }
}

static void
click (PlannrTestApp *self, PlannrTestNode *node, int n_clicks)
{
  PlannrTestArea area;

  plannr_test_app_locate (self, node, &area);
  plannr_test_input_click (plannr_test_desktop_get_display (self->desktop), area.x + area.width / 2,
                           area.y + area.height / 2, n_clicks);
}

void
plannr_test_app_click (PlannrTestApp *self, PlannrTestNode *node)
{
  click (self, node, 1);
}

void
plannr_test_app_click_on (PlannrTestApp *self, const char *role, const char *name)
{
  g_autoptr (PlannrTestNode) node = plannr_test_app_find (self, role, name);

  click (self, node, 1);
}

void
plannr_test_app_double_click (PlannrTestApp *self, PlannrTestNode *node)
{
  click (self, node, 2);
}

void
plannr_test_app_press (PlannrTestApp *self, const char *keys)
{
  plannr_test_input_press (plannr_test_desktop_get_display (self->desktop), keys);
}

void
plannr_test_app_type (PlannrTestApp *self, const char *text)
{
  plannr_test_input_type (plannr_test_desktop_get_display (self->desktop), text);
}

void
plannr_test_app_check_names (PlannrTestApp *self, const char *page, guint at_least)
{
  g_autoptr (GPtrArray) nodes = plannr_test_app_list_focusable (self);

  g_test_message ("%s: %u things that can have the focus", page, nodes->len);
  g_assert_cmpuint (nodes->len, >=, at_least);
  for (guint i = 0; i < nodes->len; i++)
    {
      g_autofree char *name = plannr_test_node_get_name (g_ptr_array_index (nodes, i));
      g_autofree char *described = plannr_test_node_describe (g_ptr_array_index (nodes, i));

      if (*name == '\0' || g_str_has_prefix (name, "Gtk") || g_str_has_prefix (name, "Plannr"))
        g_error ("%s: without a name of its own: %s", page, described);
    }
}
