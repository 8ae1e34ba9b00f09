/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-test"

#include "config.h"

#include "test-app.h"
#include "test-firm.h"
#include "test-input.h"

#define CASE_ROW                                                                                   \
  "SELECT c.name || '|' || c.value || '|' || t.name || '|' || s.name FROM cases c "                \
  "JOIN case_types t ON t.uuid = c.type_uuid JOIN case_statuses s ON s.uuid = c.status_uuid "      \
  "WHERE c.name = 'Patrick''s Case'"
#define CASE_PEOPLE                                                                                \
  "SELECT group_concat(account_uuid, ' ') FROM (SELECT account_uuid FROM case_participants p "     \
  "JOIN cases c ON c.uuid = p.case_uuid WHERE c.name = 'Patrick''s Case' ORDER BY p.position)"
#define CASE_PLANS                                                                                 \
  "SELECT l.policy_number FROM case_plans p JOIN cases c ON c.uuid = p.case_uuid "                 \
  "JOIN plans l ON l.uuid = p.plan_uuid WHERE c.name = 'Patrick''s Case'"
#define N_CASES "SELECT count(*) FROM cases WHERE name = 'Patrick''s Case'"

#define GARETH  "f5e985d6-8e32-4d65-a996-ba5a9f9632eb"
#define PATRICK "06afed65-3a5e-45af-a4ab-02ae8d981c29"

typedef struct
{
  PlannrTestDesktop *desktop;
  PlannrTestFirm *firm;
  PlannrTestApp *app;
} Fixture;

typedef struct
{
  int width;
  int height;
  const char *fault;
} Options;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  const Options *options = data;
  const char *firm_options[] = { options->fault != NULL ? "--fault" : NULL, options->fault, NULL };
  const char *arguments[] = { "--server", NULL, NULL };

  fixture->desktop = plannr_test_desktop_new (options->width, options->height);
  fixture->firm = plannr_test_firm_start (fixture->desktop, firm_options);
  plannr_test_desktop_setenv (fixture->desktop, "PLANNR_ACCESS_TOKEN", "practice");
  arguments[1] = plannr_test_firm_get_url (fixture->firm);
  fixture->app = plannr_test_app_start (fixture->desktop, arguments);
  plannr_test_node_free (plannr_test_app_wait_focus (fixture->app, "text box", "Name"));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_clear_pointer (&fixture->app, plannr_test_app_finish);
  g_clear_pointer (&fixture->firm, plannr_test_firm_stop);
  g_clear_pointer (&fixture->desktop, plannr_test_desktop_free);
}

static void
assert_query (Fixture *fixture, const char *sql, const char *expected)
{
  g_autofree char *found = plannr_test_firm_query (fixture->firm, sql);

  g_assert_cmpstr (found, ==, expected);
}

static void
pick_by_pointer (
    Fixture *fixture, const char *button, const char *search, const char *text, const char *row)
{
  plannr_test_app_click_on (fixture->app, "button", button);
  plannr_test_node_free (plannr_test_app_wait_focus (fixture->app, "search box", search));
  plannr_test_app_type (fixture->app, text);
  plannr_test_node_free (
      plannr_test_app_wait_description (fixture->app, "search box", search, "1 match*"));
  plannr_test_app_click_on (fixture->app, "list item", row);
  plannr_test_app_wait_gone (fixture->app, "search box", search);
}

static void
fill_in_by_pointer (Fixture *fixture)
{
  plannr_test_app_click_on (fixture->app, "text box", "Name");
  plannr_test_app_type (fixture->app, "Patrick's Case");
  pick_by_pointer (fixture, "Type", "Search: Type", "mort", "Mortgage");
  pick_by_pointer (fixture, "Status", "Search: Status", "fact", "Fact find");
  plannr_test_app_click_on (fixture->app, "text box", "Expected value");
  plannr_test_app_type (fixture->app, "150.99");
  plannr_test_node_free (plannr_test_app_find (fixture->app, "label", "£150.99"));
  pick_by_pointer (fixture, "Add person…", "Search: Add person…", GARETH, "Gareth Thompson*");
  pick_by_pointer (fixture, "Add person…", "Search: Add person…", "patrick ll",
                   "Patrick Llewellyn*");
  plannr_test_app_click_on (fixture->app, "checkbox", "*AVIVA-123*");
}

static void
assert_created (Fixture *fixture)
{
  plannr_test_node_free (
      plannr_test_app_wait_focus (fixture->app, "group", "Patrick's Case, £150.99, created"));
  assert_query (fixture, CASE_ROW, "Patrick's Case|15099|Mortgage|Fact find");
  assert_query (fixture, CASE_PEOPLE, GARETH " " PATRICK);
  assert_query (fixture, CASE_PLANS, "AVIVA-123");
  plannr_test_node_free (plannr_test_app_find (fixture->app, "label", "Patrick's Case"));
  plannr_test_node_free (plannr_test_app_find (fixture->app, "label", "Fact find"));
  plannr_test_node_free (plannr_test_app_find (fixture->app, "label", "Gareth Thompson"));
  plannr_test_node_free (plannr_test_app_find (fixture->app, "label", "Patrick Llewellyn"));
}

static void
test_by_pointer (Fixture *fixture, gconstpointer data)
{
  fill_in_by_pointer (fixture);
  plannr_test_app_click_on (fixture->app, "button", "Create case");
  assert_created (fixture);
  plannr_test_desktop_shoot (fixture->desktop, "card");
}

/* Presses Tab until what has the focus has a name like @pattern, as a person would. */
static void
tab_to (Fixture *fixture, const char *pattern)
{
  for (int i = 0; i < 20; i++)
    {
      g_autoptr (PlannrTestNode) before = plannr_test_app_look_for_focus (fixture->app);
      g_autofree char *name = before != NULL ? plannr_test_node_get_name (before) : NULL;
      gint64 deadline = g_get_monotonic_time () + G_USEC_PER_SEC;

      if (name != NULL && g_pattern_match_simple (pattern, name))
        return;

      plannr_test_app_press (fixture->app, "Tab");
      while (g_get_monotonic_time () < deadline)
        {
          g_autoptr (PlannrTestNode) after = plannr_test_app_look_for_focus (fixture->app);

          if (after != NULL && (before == NULL || !plannr_test_node_is_same (before, after)))
            break;
        }
    }
}

static void
pick_by_keyboard (Fixture *fixture, const char *search, const char *text)
{
  plannr_test_app_press (fixture->app, "Return");
  plannr_test_node_free (plannr_test_app_wait_focus (fixture->app, "search box", search));
  plannr_test_app_type (fixture->app, text);
  plannr_test_app_press (fixture->app, "Return");
  plannr_test_app_wait_gone (fixture->app, "search box", search);
}

static void
test_by_keyboard (Fixture *fixture, gconstpointer data)
{
  plannr_test_app_type (fixture->app, "Patrick's Case");
  plannr_test_app_press (fixture->app, "Tab");
  plannr_test_node_free (plannr_test_app_wait_focus (fixture->app, "button", "Type"));
  pick_by_keyboard (fixture, "Search: Type", "mort");
  plannr_test_app_press (fixture->app, "Tab");
  plannr_test_node_free (plannr_test_app_wait_focus (fixture->app, "button", "Status"));
  pick_by_keyboard (fixture, "Search: Status", "fact");
  plannr_test_app_press (fixture->app, "Tab");
  plannr_test_node_free (plannr_test_app_wait_focus (fixture->app, "text box", "Expected value"));
  plannr_test_app_type (fixture->app, "150.99");
  plannr_test_app_press (fixture->app, "Tab");
  plannr_test_node_free (plannr_test_app_wait_focus (fixture->app, "button", "Add person…"));
  pick_by_keyboard (fixture, "Search: Add person…", GARETH);
  pick_by_keyboard (fixture, "Search: Add person…", "patrick ll");
  plannr_test_node_free (plannr_test_app_find (fixture->app, "checkbox", "*AVIVA-123*"));
  tab_to (fixture, "*AVIVA-123*");
  plannr_test_node_free (plannr_test_app_wait_focus (fixture->app, "checkbox", "*AVIVA-123*"));
  plannr_test_app_press (fixture->app, "space");
  plannr_test_app_press (fixture->app, "ctrl+Return");
  assert_created (fixture);
}

/* All at once: the field is still below what can be seen, and below the display, when it is typed into. */
static void
test_by_keyboard_ahead_of_the_frame (Fixture *fixture, gconstpointer data)
{
  plannr_test_app_press (fixture->app, "alt+l");
  plannr_test_app_type (fixture->app, "AVIVA-12\n");
  plannr_test_node_free (plannr_test_app_find (fixture->app, "checkbox", "*AVIVA-123*"));
}

static void
test_double_click_is_one_post (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PlannrTestNode) create = NULL;

  fill_in_by_pointer (fixture);
  create = plannr_test_app_find (fixture->app, "button", "Create case");
  plannr_test_app_double_click (fixture->app, create);
  assert_created (fixture);
  assert_query (fixture, N_CASES, "1");
}

static void
test_held_return_is_one_post (Fixture *fixture, gconstpointer data)
{
  fill_in_by_pointer (fixture);
  tab_to (fixture, "*Create case");
  plannr_test_node_free (plannr_test_app_wait_focus (fixture->app, "button", "Create case"));
  plannr_test_input_hold (plannr_test_desktop_get_display (fixture->desktop), "Return", 2000);
  assert_created (fixture);
  assert_query (fixture, N_CASES, "1");
}

static void
test_says_what_is_missing (Fixture *fixture, gconstpointer data)
{
  plannr_test_app_click_on (fixture->app, "text box", "Expected value");
  plannr_test_app_click_on (fixture->app, "button", "Create case");
  plannr_test_node_free (plannr_test_app_wait_focus (fixture->app, "text box", "Name"));
  plannr_test_node_free (
      plannr_test_app_wait_description (fixture->app, "text box", "Name", "Give the case a name."));
  assert_query (fixture, N_CASES, "0");
}

static void
test_lays_refusal_on_fields (Fixture *fixture, gconstpointer data)
{
  fill_in_by_pointer (fixture);
  plannr_test_app_click_on (fixture->app, "button", "Create case");
  plannr_test_node_free (plannr_test_app_wait_focus (fixture->app, "text box", "Name"));
  plannr_test_node_free (
      plannr_test_app_wait_description (fixture->app, "text box", "Name", "The*"));
  plannr_test_node_free (plannr_test_app_find (fixture->app, "label", "*referral_source*"));
  assert_query (fixture, N_CASES, "0");

  /* What was typed is still there, and goes through the second time. */
  plannr_test_app_press (fixture->app, "ctrl+Return");
  assert_created (fixture);
}

static void
test_names_everything (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *button;
    const char *search;
  } pickers[] = {
    { "Status: Fact find", "Search: Status" },
    { "Add person…", "Search: Add person…" },
    { "Find another plan…", "Search: Find another plan…" },
  };

  fill_in_by_pointer (fixture);
  plannr_test_app_check_names (fixture->app, "form", 10);
  for (gsize i = 0; i < G_N_ELEMENTS (pickers); i++)
    {
      plannr_test_app_click_on (fixture->app, "button", pickers[i].button);
      plannr_test_node_free (
          plannr_test_app_wait_focus (fixture->app, "search box", pickers[i].search));
      plannr_test_app_check_names (fixture->app, pickers[i].button, 10);
      plannr_test_app_press (fixture->app, "Escape");
      plannr_test_app_wait_gone (fixture->app, "search box", pickers[i].search);
    }
}

int
main (int argc, char *argv[])
{
  static const Options wide = { 1060, 740, NULL };
  static const Options small = { 640, 480, NULL };
  static const Options refused = { 1060, 740, "422@1" };

  g_test_init (&argc, &argv, NULL);
#define ADD(path, options, function)                                                               \
  g_test_add ("/plannr/e2e/create/" path, Fixture, options, set_up, function, tear_down)
  ADD ("by-pointer/wide", &wide, test_by_pointer);
  ADD ("by-pointer/small", &small, test_by_pointer);
  ADD ("by-keyboard/wide", &wide, test_by_keyboard);
  ADD ("by-keyboard/ahead-of-the-frame", &small, test_by_keyboard_ahead_of_the_frame);
  ADD ("double-click-is-one-post", &wide, test_double_click_is_one_post);
  ADD ("held-return-is-one-post", &wide, test_held_return_is_one_post);
  ADD ("says-what-is-missing", &wide, test_says_what_is_missing);
  ADD ("lays-refusal-on-fields", &refused, test_lays_refusal_on_fields);
  ADD ("names-everything", &wide, test_names_everything);
#undef ADD

  return g_test_run ();
}
