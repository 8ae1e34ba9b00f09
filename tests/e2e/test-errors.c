/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-test"

#include "config.h"

#include <string.h>

#include "test-app.h"
#include "test-firm.h"

#define GARETH  "f5e985d6-8e32-4d65-a996-ba5a9f9632eb"
#define N_CASES "SELECT count(*) FROM cases WHERE name = 'Faulty'"

/* What goes wrong with the first create, and what a person then sees: the row's state, the sentence, and
 * what has the focus. */
typedef struct
{
  const char *fault;
  const char *state;
  const char *sentence;
  const char *focus; /* a pattern for its name */
} Row;

static const Row rows[] = {
  { "403", "Not accepted", "Plannr does not allow this account to do that.", "Plannr does not*" },
  { "404", "Not accepted", "Plannr does not have what was asked for.", "Plannr does not*" },
  { "405", "Not accepted", "Plannr does not offer this at its address.", "Plannr does not*" },
  { "413", "Not accepted", "Plannr turned the request down.", "Plannr turned*" },
  { "422", "Not accepted", "*referral_source*", "Name" },
  { "302", "Checking…", "Plannr’s address leads on to another one", "Check now" },
  { "409", "Checking…", "Plannr says that this clashes", "Check now" },
  { "503", "Checking…", "Something went wrong at Plannr.", "Check now" },
  { "html-200", "Checking…", "Something other than Plannr answered", "Check now" },
  { "reset-before-commit", "Checking…", "The connection broke off", "Check now" },
  { "429-bare", "Waiting: Plannr is busy", "Plannr is busy and takes no more requests", NULL },
  { "401", "Waiting for sign-in", "Plannr does not accept this token", NULL },
  { "no-uuid", "Created*", NULL, "Faulty, created" },
  { "garbage", "Created*", NULL, "Faulty, created" },
  { "deep-json", "Created*", NULL, "Faulty, created" },
  { "huge", "Created*", NULL, "Faulty, created" },
  { "gzip-bomb", "Created*", NULL, "Faulty, created" },
  { "truncated-json", "Created*", NULL, "Faulty, created" },
};

static PlannrTestApp *
start (PlannrTestDesktop *desktop, PlannrTestFirm *firm)
{
  const char *arguments[] = { "--server", plannr_test_firm_get_url (firm), NULL };

  plannr_test_desktop_setenv (desktop, "PLANNR_ACCESS_TOKEN", "practice");

  return plannr_test_app_start (desktop, arguments);
}

static void
fill_in (PlannrTestApp *app)
{
  plannr_test_node_free (plannr_test_app_wait_focus (app, "text box", "Name"));
  plannr_test_app_type (app, "Faulty");
  plannr_test_app_click_on (app, "button", "Add person…");
  plannr_test_node_free (plannr_test_app_wait_focus (app, "search box", "Search: Add person…"));
  plannr_test_app_type (app, GARETH);
  plannr_test_app_press (app, "Return");
  plannr_test_node_free (plannr_test_app_find (app, "button", "Remove Gareth Thompson"));
}

static void
assert_state (PlannrTestApp *app, const char *state)
{
  g_autofree char *name = g_strdup_printf ("Faulty, Gareth Thompson, %s", state);

  plannr_test_node_free (plannr_test_app_find (app, "list item", name));
}

static void
test_row (gconstpointer data)
{
  const Row *row = data;
  g_autofree char *fault = g_strconcat (row->fault, "@1", NULL);
  g_autofree char *sentence = g_strdup_printf ("*%s*", row->sentence);
  const char *options[] = { "--fault", fault, NULL };
  g_autoptr (PlannrTestDesktop) desktop = plannr_test_desktop_new (1060, 740);
  PlannrTestFirm *firm = plannr_test_firm_start (desktop, options);
  PlannrTestApp *app = start (desktop, firm);
  g_autofree char *count = NULL;

  fill_in (app);
  plannr_test_app_press (app, "ctrl+Return");
  assert_state (app, row->state);
  if (row->sentence != NULL)
    plannr_test_node_free (plannr_test_app_find (app, "label", sentence));
  if (row->focus != NULL)
    plannr_test_node_free (plannr_test_app_wait_focus (app, NULL, row->focus));

  if (strcmp (row->state, "Not accepted") == 0)
    {
      /* What was typed is there, and goes through the second time. */
      plannr_test_node_free (plannr_test_app_find (app, "button", "Remove Gareth Thompson"));
      plannr_test_app_press (app, "ctrl+Return");
      assert_state (app, "Created*");
      count = plannr_test_firm_query (firm, N_CASES);
      g_assert_cmpstr (count, ==, "1");
    }
  else if (strncmp (row->state, "Waiting", strlen ("Waiting")) == 0)
    {
      plannr_test_app_click_on (app, "button", "Cancel");
      assert_state (app, "Draft");
      count = plannr_test_firm_query (firm, N_CASES);
      g_assert_cmpstr (count, ==, "0");
    }

  plannr_test_app_finish (app);
  plannr_test_firm_stop (firm);
}

/* Nobody answers any more: it waits, says so, and Cancel makes a draft of it again. */
static void
test_nobody_answers (void)
{
  g_autoptr (PlannrTestDesktop) desktop = plannr_test_desktop_new (1060, 740);
  PlannrTestFirm *firm = plannr_test_firm_start (desktop, NULL);
  PlannrTestApp *app = start (desktop, firm);

  fill_in (app);
  plannr_test_firm_stop (firm);
  plannr_test_app_press (app, "ctrl+Return");
  assert_state (app, "Waiting for network");
  plannr_test_node_free (
      plannr_test_app_find (app, "label", "*Nothing answers at Plannr’s address.*"));
  plannr_test_node_free (plannr_test_app_find (app, "button", "Try now"));
  plannr_test_app_click_on (app, "button", "Cancel");
  assert_state (app, "Draft");
  plannr_test_app_finish (app);
}

/* Plannr does not answer: Cancel takes what may have left to Plannr to be looked up, never to a draft. */
static void
test_cancel_on_the_wire (void)
{
  const char *options[] = { "--fault", "stall-before-commit@1", NULL };
  g_autoptr (PlannrTestDesktop) desktop = plannr_test_desktop_new (1060, 740);
  PlannrTestFirm *firm = plannr_test_firm_start (desktop, options);
  PlannrTestApp *app = start (desktop, firm);

  fill_in (app);
  plannr_test_app_press (app, "ctrl+Return");
  assert_state (app, "Sending…");
  plannr_test_app_click_on (app, "button", "Cancel");
  assert_state (app, "Checking…");
  plannr_test_node_free (plannr_test_app_find (app, "button", "Check now"));
  plannr_test_app_check_names (app, "question", 5);
  plannr_test_app_finish (app);
  plannr_test_firm_stop (firm);
}

/* The token ends while somebody chooses, before anything is created: it is said at once, and they go on
 * choosing from what is kept here. */
static void
test_token_ends (void)
{
  /* The background asks for people twice, and the picker for each pause in the typing. */
  const char *options[] = { "--fault", "401@GET/account:3-100000", NULL };
  g_autoptr (PlannrTestDesktop) desktop = plannr_test_desktop_new (1060, 740);
  PlannrTestFirm *firm = plannr_test_firm_start (desktop, options);
  PlannrTestApp *app = start (desktop, firm);
  g_autofree char *count = NULL;

  plannr_test_node_free (plannr_test_app_wait_focus (app, "text box", "Name"));
  plannr_test_app_type (app, "Faulty");
  plannr_test_app_click_on (app, "button", "Add person…");
  plannr_test_node_free (plannr_test_app_wait_focus (app, "search box", "Search: Add person…"));
  plannr_test_app_type (app, "gareth");
  plannr_test_node_free (
      plannr_test_app_find (app, "label", "Your token no longer works. What you have created*"));
  plannr_test_node_free (plannr_test_app_find (app, "button", "Sign in again"));
  plannr_test_app_type (app, " thompson");
  plannr_test_node_free (plannr_test_app_find (app, "list item", "Gareth Thompson*"));
  plannr_test_app_press (app, "Return");
  plannr_test_node_free (plannr_test_app_find (app, "button", "Remove Gareth Thompson"));
  plannr_test_app_press (app, "ctrl+Return");
  assert_state (app, "Waiting for sign-in");
  count = plannr_test_firm_query (firm, N_CASES);
  g_assert_cmpstr (count, ==, "0");
  plannr_test_app_finish (app);
  plannr_test_firm_stop (firm);
}

/* No two sentences are the same. */
static void
test_sentences_differ (void)
{
  g_autoptr (GHashTable) sentences = g_hash_table_new (g_str_hash, g_str_equal);

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    if (rows[i].sentence != NULL)
      g_assert_true (g_hash_table_add (sentences, (gpointer) rows[i].sentence));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strconcat ("/plannr/e2e/errors/", rows[i].fault, NULL);

      g_test_add_data_func (path, &rows[i], test_row);
    }
  g_test_add_func ("/plannr/e2e/errors/nobody-answers", test_nobody_answers);
  g_test_add_func ("/plannr/e2e/errors/cancel-on-the-wire", test_cancel_on_the_wire);
  g_test_add_func ("/plannr/e2e/errors/token-ends", test_token_ends);
  g_test_add_func ("/plannr/e2e/errors/sentences-differ", test_sentences_differ);

  return g_test_run ();
}
