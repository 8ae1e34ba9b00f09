/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-test"

#include "config.h"

#include "test-node.h"

#define INTERFACE(name)       "org.a11y.atspi." name

/* AT-SPI's number for coordinates relative to the window; GTK 4 knows no others. */
#define COORDINATES_OF_WINDOW 1

struct _PlannrTestNode
{
  GDBusConnection *bus; /* (owned) */
  char *owner;          /* (owned) */
  char *path;           /* (owned) */
};

PlannrTestNode *
plannr_test_node_new (GDBusConnection *bus, const char *owner, const char *path)
{
  PlannrTestNode *self = g_new0 (PlannrTestNode, 1);

  self->bus = g_object_ref (bus);
  self->owner = g_strdup (owner);
  self->path = g_strdup (path);
  return self;
}

void
plannr_test_node_free (PlannrTestNode *self)
{
  if (self == NULL)
    return;

  g_object_unref (self->bus);
  g_free (self->owner);
  g_free (self->path);
  g_free (self);
}

gboolean
plannr_test_node_is_same (PlannrTestNode *self, PlannrTestNode *other)
{
  return g_strcmp0 (self->owner, other->owner) == 0 && g_strcmp0 (self->path, other->path) == 0;
}

/* NULL where the thing has gone, or never had the interface. */
static GVariant *
call (PlannrTestNode *self,
      const char *interface,
      const char *method,
      GVariant *parameters,
      const char *type)
{
  return g_dbus_connection_call_sync (self->bus, self->owner, self->path, interface, method,
                                      parameters, G_VARIANT_TYPE (type), G_DBUS_CALL_FLAGS_NONE,
                                      10000, NULL, NULL);
}

static GVariant *
get_property (PlannrTestNode *self, const char *interface, const char *name)
{
  g_autoptr (GVariant) answer = call (self, "org.freedesktop.DBus.Properties", "Get",
                                      g_variant_new ("(ss)", interface, name), "(v)");
  GVariant *value = NULL;

  if (answer != NULL)
    g_variant_get (answer, "(v)", &value);
  return value;
}

static char *
get_string (PlannrTestNode *self, const char *name)
{
  g_autoptr (GVariant) value = get_property (self, INTERFACE ("Accessible"), name);

  return value != NULL ? g_variant_dup_string (value, NULL) : g_strdup ("");
}

char *
plannr_test_node_get_role (PlannrTestNode *self)
{
  g_autoptr (GVariant) answer = call (self, INTERFACE ("Accessible"), "GetRoleName", NULL, "(s)");
  char *role = NULL;

  if (answer != NULL)
    g_variant_get (answer, "(s)", &role);
  return role != NULL ? role : g_strdup ("");
}

char *
plannr_test_node_get_name (PlannrTestNode *self)
{
  return get_string (self, "Name");
}

char *
plannr_test_node_get_description (PlannrTestNode *self)
{
  return get_string (self, "Description");
}

char *
plannr_test_node_get_text (PlannrTestNode *self)
{
  g_autoptr (GVariant) count = get_property (self, INTERFACE ("Text"), "CharacterCount");
  g_autoptr (GVariant) answer = NULL;
  char *text = NULL;

  /* AT-SPI's -1 for the end means none to GTK 4.8. */
  if (count != NULL)
    answer = call (self, INTERFACE ("Text"), "GetText",
                   g_variant_new ("(ii)", 0, g_variant_get_int32 (count)), "(s)");
  if (answer != NULL)
    g_variant_get (answer, "(s)", &text);
  return text != NULL ? text : g_strdup ("");
}

gboolean
plannr_test_node_has_state (PlannrTestNode *self, PlannrTestState state)
{
  g_autoptr (GVariant) answer = call (self, INTERFACE ("Accessible"), "GetState", NULL, "(au)");
  g_autoptr (GVariant) words = NULL;
  guint32 word = 0;

  if (answer == NULL)
    return FALSE;
  words = g_variant_get_child_value (answer, 0);
  if (g_variant_n_children (words) <= state / 32)
    return FALSE;
  g_variant_get_child (words, state / 32, "u", &word);
  return (word & (1u << (state % 32))) != 0;
}

gboolean
plannr_test_node_get_area (PlannrTestNode *self, PlannrTestArea *area)
{
  g_autoptr (GVariant) answer = call (self, INTERFACE ("Component"), "GetExtents",
                                      g_variant_new ("(u)", COORDINATES_OF_WINDOW), "((iiii))");

  *area = (PlannrTestArea){ 0 };
  if (answer != NULL)
    g_variant_get (answer, "((iiii))", &area->x, &area->y, &area->width, &area->height);
  return area->width > 0 && area->height > 0;
}

GPtrArray *
plannr_test_node_list_children (PlannrTestNode *self)
{
  GPtrArray *children = g_ptr_array_new_with_free_func ((GDestroyNotify) plannr_test_node_free);
  g_autoptr (GVariant) answer =
      call (self, INTERFACE ("Accessible"), "GetChildren", NULL, "(a(so))");
  g_autoptr (GVariantIter) iter = NULL;
  const char *owner, *path;

  if (answer == NULL)
    return children;
  g_variant_get (answer, "(a(so))", &iter);
  while (g_variant_iter_next (iter, "(&s&o)", &owner, &path))
    g_ptr_array_add (children, plannr_test_node_new (self->bus, owner, path));
  return children;
}

PlannrTestNode *
plannr_test_node_get_parent (PlannrTestNode *self)
{
  g_autoptr (GVariant) value = get_property (self, INTERFACE ("Accessible"), "Parent");
  const char *owner, *path;

  if (value == NULL)
    return NULL;
  g_variant_get (value, "(&s&o)", &owner, &path);
  if (g_strcmp0 (owner, self->owner) != 0 || g_str_has_suffix (path, "/null"))
    return NULL;
  return plannr_test_node_new (self->bus, owner, path);
}

void
plannr_test_node_do_action (PlannrTestNode *self, const char *name)
{
  g_autoptr (GVariant) count = get_property (self, INTERFACE ("Action"), "NActions");
  int n_actions = count != NULL ? g_variant_get_int32 (count) : 0;

  for (int i = 0; i < n_actions; i++)
    {
      g_autoptr (GVariant) answer =
          call (self, INTERFACE ("Action"), "GetName", g_variant_new ("(i)", i), "(s)");
      const char *action = "";
      g_autoptr (GVariant) done = NULL;

      if (answer != NULL)
        g_variant_get (answer, "(&s)", &action);
      if (name != NULL && g_strcmp0 (name, action) != 0)
        continue;
      done = call (self, INTERFACE ("Action"), "DoAction", g_variant_new ("(i)", i), "(b)");
      g_assert_nonnull (done);
      return;
    }
  {
    g_autofree char *description = plannr_test_node_describe (self);

    g_error ("%s has no action %s", description, name != NULL ? name : "at all");
  }
}

char *
plannr_test_node_describe (PlannrTestNode *self)
{
  static const struct
  {
    PlannrTestState state;
    const char *name;
  } states[] = {
    { PLANNR_TEST_STATE_FOCUSABLE, "focusable" }, { PLANNR_TEST_STATE_FOCUSED, "FOCUSED" },
    { PLANNR_TEST_STATE_CHECKED, "checked" },     { PLANNR_TEST_STATE_SELECTED, "selected" },
    { PLANNR_TEST_STATE_EXPANDED, "expanded" },   { PLANNR_TEST_STATE_REQUIRED, "required" },
    { PLANNR_TEST_STATE_INVALID, "invalid" },
  };
  g_autofree char *role = plannr_test_node_get_role (self);
  g_autofree char *name = plannr_test_node_get_name (self);
  g_autofree char *description = plannr_test_node_get_description (self);
  g_autofree char *text = plannr_test_node_get_text (self);
  GString *line = g_string_new (NULL);
  PlannrTestArea area;

  g_string_printf (line, "[%s] “%s”", role, name);
  if (text[0] != '\0' && g_strcmp0 (text, name) != 0)
    g_string_append_printf (line, " text “%s”", text);
  if (description[0] != '\0')
    g_string_append_printf (line, " description “%s”", description);
  for (gsize i = 0; i < G_N_ELEMENTS (states); i++)
    if (plannr_test_node_has_state (self, states[i].state))
      g_string_append_printf (line, " %s", states[i].name);
  if (!plannr_test_node_has_state (self, PLANNR_TEST_STATE_SENSITIVE))
    g_string_append (line, " insensitive");
  if (plannr_test_node_get_area (self, &area))
    g_string_append_printf (line, " %d,%d %d×%d", area.x, area.y, area.width, area.height);
  return g_string_free (line, FALSE);
}
