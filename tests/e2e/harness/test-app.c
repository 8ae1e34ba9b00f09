/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-test"

#include "config.h"

#include "test-app.h"

#include <signal.h>

#include "test-config.h"
#include "test-input.h"
#include "test-locate.h"
#include "test-wait.h"

#define PATIENCE_SECONDS 10
#define ROOT_PATH        "/org/a11y/atspi/accessible/root"

struct _PlannrTestApp
{
  PlannrTestDesktop *desktop; /* (unowned) */
  PlannrTestProcess *process; /* (owned) */
  PlannrTestNode *root;       /* (owned) (nullable) until it has come to the accessibility bus */
};

/* What is looked for, and the first that was found. */
typedef struct
{
  PlannrTestApp *app;    /* (unowned) */
  const char *role;      /* (nullable) */
  GPatternSpec *name;    /* (nullable) */
  GPatternSpec *details; /* (nullable) for the description */
  gboolean has_focus;
  PlannrTestNode *found; /* (owned) (nullable) */
} Search;

static gboolean
matches (Search *search, PlannrTestNode *node)
{
  g_autofree char *role = NULL;
  g_autofree char *name = NULL;
  g_autofree char *description = NULL;
  PlannrTestArea area;

  role = search->role != NULL ? plannr_test_node_get_role (node) : NULL;
  if (g_strcmp0 (search->role, role) != 0)
    return FALSE;
  name = search->name != NULL ? plannr_test_node_get_name (node) : NULL;
  if (search->name != NULL && !g_pattern_spec_match_string (search->name, name))
    return FALSE;
  description = search->details != NULL ? plannr_test_node_get_description (node) : NULL;
  if (search->details != NULL && !g_pattern_spec_match_string (search->details, description))
    return FALSE;
  if (search->has_focus && !plannr_test_node_has_state (node, PLANNR_TEST_STATE_FOCUSED))
    return FALSE;
  return plannr_test_node_get_area (node, &area);
}

/* Depth first, as a person reads. */
static PlannrTestNode *
search_below (Search *search, PlannrTestNode *parent)
{
  g_autoptr (GPtrArray) children = plannr_test_node_list_children (parent);

  for (guint i = 0; i < children->len; i++)
    {
      PlannrTestNode *found;

      if (matches (search, g_ptr_array_index (children, i)))
        return g_ptr_array_steal_index (children, i);
      found = search_below (search, g_ptr_array_index (children, i));
      if (found != NULL)
        return found;
    }
  return NULL;
}

static gboolean
is_found (gpointer data)
{
  Search *search = data;

  search->found = search_below (search, search->app->root);
  return search->found != NULL;
}

static gboolean
is_gone (gpointer data)
{
  Search *search = data;

  g_clear_pointer (&search->found, plannr_test_node_free);
  return !is_found (search);
}

static void
search_clear (Search *search)
{
  g_clear_pointer (&search->name, g_pattern_spec_free);
  g_clear_pointer (&search->details, g_pattern_spec_free);
  g_clear_pointer (&search->found, plannr_test_node_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Search, search_clear)

static Search
search_for (PlannrTestApp *self, const char *role, const char *name)
{
  return (Search){
    .app = self,
    .role = role,
    .name = name != NULL ? g_pattern_spec_new (name) : NULL,
  };
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

PlannrTestNode *
plannr_test_app_look_for (PlannrTestApp *self, const char *role, const char *name)
{
  g_auto (Search) search = search_for (self, role, name);

  is_found (&search);
  return g_steal_pointer (&search.found);
}

PlannrTestNode *
plannr_test_app_find (PlannrTestApp *self, const char *role, const char *name)
{
  g_auto (Search) search = search_for (self, role, name);

  if (!plannr_test_wait_for (is_found, &search, PATIENCE_SECONDS))
    fail (self, "not found", role, name);
  return g_steal_pointer (&search.found);
}

void
plannr_test_app_wait_gone (PlannrTestApp *self, const char *role, const char *name)
{
  g_auto (Search) search = search_for (self, role, name);

  if (!plannr_test_wait_for (is_gone, &search, PATIENCE_SECONDS))
    fail (self, "still there", role, name);
}

PlannrTestNode *
plannr_test_app_wait_focus (PlannrTestApp *self, const char *role, const char *name)
{
  g_auto (Search) search = search_for (self, role, name);

  search.has_focus = TRUE;
  if (!plannr_test_wait_for (is_found, &search, PATIENCE_SECONDS))
    fail (self, "without the focus", role, name);
  return g_steal_pointer (&search.found);
}

PlannrTestNode *
plannr_test_app_wait_description (PlannrTestApp *self,
                                  const char *role,
                                  const char *name,
                                  const char *description)
{
  g_auto (Search) search = search_for (self, role, name);

  search.details = g_pattern_spec_new (description);
  if (!plannr_test_wait_for (is_found, &search, PATIENCE_SECONDS))
    fail (self, description, role, name);
  return g_steal_pointer (&search.found);
}

PlannrTestNode *
plannr_test_app_look_for_focus (PlannrTestApp *self)
{
  g_auto (Search) search = search_for (self, NULL, NULL);

  search.has_focus = TRUE;
  is_found (&search);
  return g_steal_pointer (&search.found);
}

static void
list_focusable_below (PlannrTestNode *parent, GPtrArray *focusable)
{
  g_autoptr (GPtrArray) children = plannr_test_node_list_children (parent);

  g_ptr_array_set_free_func (children, NULL);
  for (guint i = 0; i < children->len; i++)
    {
      PlannrTestNode *child = g_ptr_array_index (children, i);
      PlannrTestArea area;

      if (plannr_test_node_get_area (child, &area)
          && plannr_test_node_has_state (child, PLANNR_TEST_STATE_FOCUSABLE))
        {
          g_ptr_array_add (focusable, child);
          list_focusable_below (child, focusable);
        }
      else
        {
          list_focusable_below (child, focusable);
          plannr_test_node_free (child);
        }
    }
}

GPtrArray *
plannr_test_app_list_focusable (PlannrTestApp *self)
{
  GPtrArray *focusable = g_ptr_array_new_with_free_func ((GDestroyNotify) plannr_test_node_free);

  list_focusable_below (self->root, focusable);
  return focusable;
}

static void
describe_below (PlannrTestNode *parent, int depth, GString *lines)
{
  g_autoptr (GPtrArray) children = plannr_test_node_list_children (parent);

  for (guint i = 0; i < children->len; i++)
    {
      PlannrTestNode *child = g_ptr_array_index (children, i);
      PlannrTestArea area;

      if (plannr_test_node_get_area (child, &area))
        {
          g_autofree char *line = plannr_test_node_describe (child);

          g_string_append_printf (lines, "%*s%s\n", depth * 2, "", line);
        }
      describe_below (child, depth + 1, lines);
    }
}

char *
plannr_test_app_describe (PlannrTestApp *self)
{
  GString *lines = g_string_new (NULL);

  if (self->root != NULL)
    describe_below (self->root, 0, lines);
  return g_string_free (lines, FALSE);
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

static PlannrTestNode *
look_for_root (PlannrTestApp *self)
{
  GDBusConnection *bus = plannr_test_desktop_get_accessibility_bus (self->desktop);
  g_autoptr (GVariant) answer =
      g_dbus_connection_call_sync (bus, "org.a11y.atspi.Registry", ROOT_PATH,
                                   "org.a11y.atspi.Accessible", "GetChildren", NULL,
                                   G_VARIANT_TYPE ("(a(so))"), G_DBUS_CALL_FLAGS_NONE, -1, NULL,
                                   NULL);
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

/* Whatever GLib and the toolkit call a warning, or worse. */
static void
check_errors (PlannrTestApp *self)
{
  g_autofree char *errors = plannr_test_process_get_errors (self->process);

  if (g_regex_match_simple ("(WARNING|CRITICAL|ERROR) \\*\\*|runtime error:|ERROR: \\w+Sanitizer",
                            errors, 0, 0))
    {
      g_printerr ("%s", errors);
      g_error ("the application has written a warning");
    }
}

static void
app_free (PlannrTestApp *self)
{
  plannr_test_node_free (self->root);
  plannr_test_process_stop (self->process);
  g_free (self);
}

void
plannr_test_app_finish (PlannrTestApp *self)
{
  PlannrTestDisplay *display = plannr_test_desktop_get_display (self->desktop);
  g_autoptr (GArray) windows =
      plannr_test_display_list_windows (display, plannr_test_process_get_pid (self->process));

  for (guint i = 0; i < windows->len; i++)
    {
      PlannrTestWindow *window = &g_array_index (windows, PlannrTestWindow, i);

      if (!window->is_popup)
        plannr_test_display_close_window (display, window->id);
    }
  if (!plannr_test_process_wait (self->process, PATIENCE_SECONDS))
    fail (self, "does not end", "frame", NULL);
  check_errors (self);
  g_assert_cmpint (plannr_test_process_get_exit_status (self->process), ==, 0);
  app_free (self);
}

void
plannr_test_app_kill (PlannrTestApp *self)
{
  plannr_test_process_send_signal (self->process, SIGKILL);
  g_assert_true (plannr_test_process_wait (self->process, PATIENCE_SECONDS));
  check_errors (self);
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
