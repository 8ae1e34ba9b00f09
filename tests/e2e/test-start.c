/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-test"

#include "config.h"

#include "test-app.h"
#include "test-firm.h"
#include "test-wait.h"

#define NO_KEYRING "This computer has no keyring*"
#define GARETH     "f5e985d6-8e32-4d65-a996-ba5a9f9632eb"

typedef struct
{
  PlannrTestDesktop *desktop;
  PlannrTestFirm *firm;
  PlannrTestApp *app;
} Fixture;

static void
start (Fixture *fixture)
{
  const char *arguments[] = { "--server", plannr_test_firm_get_url (fixture->firm), NULL };

  fixture->app = plannr_test_app_start (fixture->desktop, arguments);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->desktop = plannr_test_desktop_new (1060, 740);
  if (GPOINTER_TO_INT (data))
    plannr_test_desktop_start_keyring (fixture->desktop);
  fixture->firm = plannr_test_firm_start (fixture->desktop, NULL);
  start (fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_clear_pointer (&fixture->app, plannr_test_app_finish);
  g_clear_pointer (&fixture->firm, plannr_test_firm_stop);
  g_clear_pointer (&fixture->desktop, plannr_test_desktop_free);
}

static void
assert_asks_for_token (Fixture *fixture)
{
  plannr_test_node_free (plannr_test_app_find (fixture->app, NULL, "Access token"));
}

static void
assert_shows_form (Fixture *fixture)
{
  plannr_test_node_free (plannr_test_app_wait_focus (fixture->app, "text box", "Name"));
}

static void
connect_by_token (Fixture *fixture)
{
  plannr_test_app_click_on (fixture->app, NULL, "Access token");
  plannr_test_app_type (fixture->app, "practice");
  plannr_test_app_press (fixture->app, "Return");
  assert_shows_form (fixture);
}

static void
add_person (Fixture *fixture, const char *text)
{
  plannr_test_app_click_on (fixture->app, "button", "Add person…");
  plannr_test_node_free (
      plannr_test_app_wait_focus (fixture->app, "search box", "Search: Add person…"));
  plannr_test_app_type (fixture->app, text);
  plannr_test_node_free (plannr_test_app_wait_description (fixture->app, "search box",
                                                           "Search: Add person…", "1 match*"));
  plannr_test_app_press (fixture->app, "Return");
  plannr_test_app_wait_gone (fixture->app, "search box", "Search: Add person…");
}

static void
create (Fixture *fixture)
{
  g_autofree char *n_cases = NULL;

  plannr_test_app_type (fixture->app, "First");
  add_person (fixture, GARETH);
  plannr_test_app_press (fixture->app, "ctrl+Return");
  plannr_test_node_free (plannr_test_app_wait_focus (fixture->app, "group", "First*created"));
  n_cases =
      plannr_test_firm_query (fixture->firm, "SELECT count(*) FROM cases WHERE name = 'First'");
  g_assert_cmpstr (n_cases, ==, "1");
}

static gsize
count_secrets (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) found = NULL;
  g_autoptr (GVariant) open = NULL;
  g_autoptr (GVariant) locked = NULL;

  found = g_dbus_connection_call_sync (plannr_test_desktop_get_session_bus (fixture->desktop),
                                       "org.freedesktop.secrets", "/org/freedesktop/secrets",
                                       "org.freedesktop.Secret.Service", "SearchItems",
                                       g_variant_new_parsed (
                                           "({'xdg:schema': 'org.example.PlannrCases.Token'},)"),
                                       G_VARIANT_TYPE ("(aoao)"), G_DBUS_CALL_FLAGS_NONE, -1, NULL,
                                       &error);
  g_assert_no_error (error);
  open = g_variant_get_child_value (found, 0);
  locked = g_variant_get_child_value (found, 1);

  return g_variant_n_children (open) + g_variant_n_children (locked);
}

static gboolean
has_secret (gpointer data)
{
  return count_secrets (data) == 1;
}

static gboolean
has_no_secret (gpointer data)
{
  return count_secrets (data) == 0;
}

/* With nothing that keeps secrets, the person is told so, and is asked again. */
static void
test_without_keyring (Fixture *fixture, gconstpointer data)
{
  assert_asks_for_token (fixture);
  connect_by_token (fixture);
  plannr_test_node_free (plannr_test_app_find (fixture->app, "label", NO_KEYRING));
  g_clear_pointer (&fixture->app, plannr_test_app_finish);

  start (fixture);
  assert_asks_for_token (fixture);
}

/* A disconnected start would ask in any case: that the token is gone, only the keyring can tell. */
static void
test_keyring_remembers (Fixture *fixture, gconstpointer data)
{
  assert_asks_for_token (fixture);
  g_assert_cmpuint (count_secrets (fixture), ==, 0);
  connect_by_token (fixture);
  g_assert_true (plannr_test_wait_for (has_secret, fixture, 10));
  g_clear_pointer (&fixture->app, plannr_test_app_finish);

  start (fixture);
  assert_shows_form (fixture);
  create (fixture);
  plannr_test_app_wait_gone (fixture->app, "label", NO_KEYRING);
  plannr_test_app_click_on (fixture->app, NULL, "Main menu");
  plannr_test_app_click_on (fixture->app, "menu item", "Disconnect");
  assert_asks_for_token (fixture);
  g_assert_true (plannr_test_wait_for (has_no_secret, fixture, 10));
  g_clear_pointer (&fixture->app, plannr_test_app_finish);

  start (fixture);
  assert_asks_for_token (fixture);
}

/* From the very first start to the card, and everything on the way has a name. */
static void
test_names_each_page (Fixture *fixture, gconstpointer data)
{
  assert_asks_for_token (fixture);
  plannr_test_app_check_names (fixture->app, "connect page", 3);
  connect_by_token (fixture);
  plannr_test_app_check_names (fixture->app, "form", 8);

  plannr_test_app_click_on (fixture->app, "button", "Type");
  plannr_test_node_free (plannr_test_app_wait_focus (fixture->app, "search box", "Search: Type"));
  plannr_test_app_check_names (fixture->app, "picker", 20);
  plannr_test_app_press (fixture->app, "Escape");
  plannr_test_app_wait_gone (fixture->app, "search box", "Search: Type");

  plannr_test_app_click_on (fixture->app, "text box", "Name");
  create (fixture);
  plannr_test_app_check_names (fixture->app, "card", 8);

  plannr_test_app_press (fixture->app, "F1");
  plannr_test_node_free (plannr_test_app_find (fixture->app, NULL, "Plannr Cases in a minute"));
  plannr_test_app_check_names (fixture->app, "help", 8);
}

typedef struct
{
  Fixture *fixture;
  int width;
  int height;
} Size;

static gboolean
has_size (gpointer data)
{
  Size *size = data;
  g_autoptr (GArray) windows =
      plannr_test_display_list_windows (plannr_test_desktop_get_display (size->fixture->desktop),
                                        plannr_test_process_get_pid (
                                            plannr_test_app_get_process (size->fixture->app)));

  for (guint i = 0; i < windows->len; i++)
    {
      PlannrTestWindow *window = &g_array_index (windows, PlannrTestWindow, i);

      if (!window->is_popup && window->area.width == size->width
          && window->area.height == size->height)
        return TRUE;
    }

  return FALSE;
}

/* The display knows the new size at once, the window only when it has been laid out again. */
static gboolean
is_laid_out (gpointer data)
{
  Size *size = data;
  g_autoptr (PlannrTestNode) close =
      plannr_test_app_look_for (size->fixture->app, "button", "Close");
  PlannrTestArea area;

  return close != NULL && plannr_test_node_get_area (close, &area)
         && area.x + area.width <= size->width && area.x + area.width > size->width - 60;
}

static void
test_remembers_size (Fixture *fixture, gconstpointer data)
{
  Size size = { fixture, 900, 620 };

  plannr_test_app_resize (fixture->app, size.width, size.height);
  g_assert_true (plannr_test_wait_for (has_size, &size, 10));
  g_assert_true (plannr_test_wait_for (is_laid_out, &size, 10));
  g_clear_pointer (&fixture->app, plannr_test_app_finish);

  start (fixture);
  g_assert_true (plannr_test_wait_for (has_size, &size, 10));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, keyring, function)                                                               \
  g_test_add ("/plannr/e2e/start/" path, Fixture, GINT_TO_POINTER (keyring), set_up, function,     \
              tear_down)
  ADD ("without-keyring", FALSE, test_without_keyring);
  ADD ("keyring-remembers", TRUE, test_keyring_remembers);
  ADD ("names-each-page", FALSE, test_names_each_page);
  ADD ("remembers-size", FALSE, test_remembers_size);
#undef ADD

  return g_test_run ();
}
