/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-test"

#include "config.h"

#include <locale.h>
#include <stdio.h>
#include <stdlib.h>

#include "test-app.h"
#include "test-firm.h"
#include "test-input.h"
#include "test-wait.h"

static const char summary[] =
    "Opens the application on a display of its own and does what standard input says, a step a\n"
    "line, to look at a window without a screen:\n"
    "\n"
    "  echo 'shot /tmp/start.png' | plannr-drive -- --practice\n"
    "\n"
    "THING is the name of something in a window, with its role before it where that is needed,\n"
    "both as the step tree shows them: Create case, or [button] Create case; * and ? as in a "
    "shell.";

static const char steps[] =
    "Steps:\n"
    "  wait THING            Wait until it is there; print it\n"
    "  gone THING            Wait until it is not there\n"
    "  focused THING         Wait until it has the focus; print it\n"
    "  click THING           Click on it, after waiting for it and scrolling to it\n"
    "  double THING          Double-click on it\n"
    "  hover THING           Rest the pointer on it\n"
    "  act THING             Its first accessible action, as a screen reader does\n"
    "  type TEXT             Type it; \\n is Return, \\t Tab\n"
    "  key KEYS              Press a key: Return, ctrl+n, shift+Tab, F10\n"
    "  scroll N THING        Turn the wheel by so many steps over it; down where N is positive\n"
    "  hold MS KEYS          Hold a key so many milliseconds\n"
    "  pause MS              Let so many milliseconds pass\n"
    "  resize WIDTHxHEIGHT   Resize the window\n"
    "  shot FILE.png         Take a picture\n"
    "  tree                  Print all that is in the windows, and where\n"
    "  focus                 Print what has the focus\n"
    "  focusable             Print all that can have it\n"
    "  query SQL             Print one value from the practice firm's database (with --firm)\n"
    "  change SQL            Change the firm's database, as a colleague in Plannr does (with "
    "--firm)\n"
    "  away                  End the practice firm: nobody answers any more\n"
    "  errors                Print what the application wrote to standard error\n"
    "  kill                  End the application at once, and start it again\n"
    "Empty lines and those that begin with # are skipped. At the end it is closed, and it is an\n"
    "error if it wrote a warning or does not end.";

typedef struct
{
  PlannrTestDesktop *desktop; /* (owned) */
  PlannrTestFirm *firm;       /* (owned) (nullable) */
  char *server;               /* (owned) (nullable): the option that names it */
  PlannrTestApp *app;         /* (owned) */
  char **argv;                /* (unowned) the application's arguments */
  char *program;              /* (owned) (nullable) */
} Drive;

/* "[button] Create case" → role and name, "Create case" → any role. */
static void
parse_thing (const char *thing, char **role, char **name)
{
  const char *end = thing[0] == '[' ? strchr (thing, ']') : NULL;

  *role = end != NULL ? g_strndup (thing + 1, end - thing - 1) : NULL;
  *name = g_strstrip (g_strdup (end != NULL ? end + 1 : thing));
  if (*name[0] == '\0')
    g_clear_pointer (name, g_free);
}

static void
print_node (PlannrTestNode *node)
{
  g_autofree char *line = node != NULL ? plannr_test_node_describe (node) : g_strdup ("nothing");

  printf ("%s\n", line);
}

static void
start (Drive *drive)
{
  g_autoptr (GPtrArray) argv = g_ptr_array_new ();

  if (drive->program != NULL)
    g_ptr_array_add (argv, drive->program);
  if (drive->server != NULL && drive->program == NULL)
    g_ptr_array_add (argv, drive->server);
  for (guint i = 0; drive->argv[i] != NULL; i++)
    g_ptr_array_add (argv, drive->argv[i]);
  g_ptr_array_add (argv, NULL);
  drive->app =
      drive->program != NULL
          ? plannr_test_app_start_program (drive->desktop, (const char *const *) argv->pdata)
          : plannr_test_app_start (drive->desktop, (const char *const *) argv->pdata);
}

static void
pause_for (int milliseconds)
{
  gint64 end = g_get_monotonic_time () + milliseconds * G_TIME_SPAN_MILLISECOND;

  while (g_get_monotonic_time () < end)
    plannr_test_wait_for_next_look ();
}

static gboolean
do_with_thing (Drive *drive, const char *step, const char *thing)
{
  g_autofree char *role = NULL;
  g_autofree char *name = NULL;
  g_autoptr (PlannrTestNode) node = NULL;

  parse_thing (thing, &role, &name);
  if (g_str_equal (step, "gone"))
    {
      plannr_test_app_wait_gone (drive->app, role, name);
      return TRUE;
    }
  if (g_str_equal (step, "focused"))
    {
      node = plannr_test_app_wait_focus (drive->app, role, name);
      print_node (node);
      return TRUE;
    }
  if (!g_strv_contains ((const char *const[]){ "act", "click", "double", "hover", "wait", NULL },
                        step))
    return FALSE;

  node = plannr_test_app_find (drive->app, role, name);
  if (g_str_equal (step, "act"))
    plannr_test_node_do_action (node, NULL);
  else if (g_str_equal (step, "click"))
    plannr_test_app_click (drive->app, node);
  else if (g_str_equal (step, "double"))
    plannr_test_app_double_click (drive->app, node);
  else if (g_str_equal (step, "hover"))
    {
      PlannrTestArea area;

      plannr_test_app_locate (drive->app, node, &area);
      plannr_test_input_move (plannr_test_desktop_get_display (drive->desktop),
                              area.x + area.width / 2, area.y + area.height / 2);
    }
  else
    print_node (node);
  return TRUE;
}

/* "30 [list] Cases" */
static gboolean
scroll (Drive *drive, const char *rest)
{
  g_auto (GStrv) words = g_strsplit (rest, " ", 2);
  g_autofree char *role = NULL;
  g_autofree char *name = NULL;
  g_autoptr (PlannrTestNode) node = NULL;
  PlannrTestArea area;

  if (words[0] == NULL || words[1] == NULL)
    return FALSE;

  parse_thing (words[1], &role, &name);
  node = plannr_test_app_find (drive->app, role, name);
  plannr_test_app_locate (drive->app, node, &area);
  plannr_test_input_scroll (plannr_test_desktop_get_display (drive->desktop),
                            area.x + area.width / 2, area.y + area.height / 2, atoi (words[0]));
  return TRUE;
}

static gboolean
do_with_keys (Drive *drive, const char *step, const char *rest)
{
  PlannrTestDisplay *display = plannr_test_desktop_get_display (drive->desktop);
  int number = atoi (rest);

  if (g_str_equal (step, "type"))
    {
      g_autofree char *text = g_strcompress (rest);

      plannr_test_input_type (display, text);
    }
  else if (g_str_equal (step, "key"))
    plannr_test_input_press (display, rest);
  else if (g_str_equal (step, "hold") && strchr (rest, ' ') != NULL)
    plannr_test_input_hold (display, strchr (rest, ' ') + 1, number);
  else if (g_str_equal (step, "scroll"))
    return scroll (drive, rest);
  else if (g_str_equal (step, "pause"))
    pause_for (number);
  else if (g_str_equal (step, "resize") && strchr (rest, 'x') != NULL)
    plannr_test_app_resize (drive->app, number, atoi (strchr (rest, 'x') + 1));
  else
    return FALSE;
  return TRUE;
}

static gboolean
do_report (Drive *drive, const char *step, const char *rest)
{
  if (g_str_equal (step, "tree"))
    {
      g_autofree char *tree = plannr_test_app_describe (drive->app);

      fputs (tree, stdout);
    }
  else if (g_str_equal (step, "focus"))
    {
      g_autoptr (PlannrTestNode) node = plannr_test_app_look_for_focus (drive->app);

      print_node (node);
    }
  else if (g_str_equal (step, "focusable"))
    {
      g_autoptr (GPtrArray) nodes = plannr_test_app_list_focusable (drive->app);

      g_ptr_array_foreach (nodes, (GFunc) (GCallback) print_node, NULL);
    }
  else if (g_str_equal (step, "shot"))
    {
      /* What was just done has to be drawn first, which nothing tells. */
      pause_for (300);
      plannr_test_display_shoot (plannr_test_desktop_get_display (drive->desktop), rest);
    }
  else if (g_str_equal (step, "query") && drive->firm != NULL)
    {
      g_autofree char *value = plannr_test_firm_query (drive->firm, rest);

      printf ("%s\n", value != NULL ? value : "NULL");
    }
  else if (g_str_equal (step, "change") && drive->firm != NULL)
    plannr_test_firm_change (drive->firm, rest);
  else if (g_str_equal (step, "away"))
    g_clear_pointer (&drive->firm, plannr_test_firm_stop);
  else if (g_str_equal (step, "errors"))
    {
      g_autofree char *errors =
          plannr_test_process_get_errors (plannr_test_app_get_process (drive->app));

      fputs (errors, stdout);
    }
  else if (g_str_equal (step, "kill"))
    {
      plannr_test_app_kill (drive->app);
      start (drive);
    }
  else
    return FALSE;
  return TRUE;
}

static void
run_steps (Drive *drive)
{
  char line[4096];

  while (fgets (line, sizeof line, stdin) != NULL)
    {
      g_auto (GStrv) words = NULL;
      const char *rest;

      g_strchomp (line);
      if (line[0] == '\0' || line[0] == '#')
        continue;
      words = g_strsplit (line, " ", 2);
      rest = words[1] != NULL ? words[1] : "";
      if (!do_with_keys (drive, words[0], rest) && !do_report (drive, words[0], rest)
          && !do_with_thing (drive, words[0], rest))
        g_error ("%s is no step; see --help", line);
      fflush (stdout);
    }
}

int
main (int argc, char *argv[])
{
  g_autoptr (GOptionContext) context = g_option_context_new ("[-- ARGUMENT…]");
  g_autoptr (GError) error = NULL;
  g_autofree char *size = NULL;
  g_autofree char *locale = NULL;
  g_autofree char *firm_options = NULL;
  g_auto (GStrv) variables = NULL;
  gboolean keyring = FALSE;
  Drive drive = { 0 };
  int width = 1060, height = 740;
  const GOptionEntry entries[] = {
    { "size", 0, 0, G_OPTION_ARG_STRING, &size, "Size of the display (1060x740)", "WIDTHxHEIGHT" },
    { "locale", 0, 0, G_OPTION_ARG_STRING, &locale, "Locale (en_GB.UTF-8)", "LOCALE" },
    { "env", 0, 0, G_OPTION_ARG_STRING_ARRAY, &variables, "A variable", "NAME=VALUE" },
    { "keyring", 0, 0, G_OPTION_ARG_NONE, &keyring, "Start a keyring too", NULL },
    { "firm", 0, 0, G_OPTION_ARG_STRING, &firm_options,
      "Start a practice firm with these options and give the application its --server", "OPTIONS" },
    { "program", 0, 0, G_OPTION_ARG_FILENAME, &drive.program, "Another GTK program", "PROGRAM" },
    { NULL },
  };

  setlocale (LC_ALL, "C.UTF-8");
  g_option_context_set_summary (context, summary);
  g_option_context_set_description (context, steps);
  g_option_context_add_main_entries (context, entries, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error)
      || (size != NULL && sscanf (size, "%dx%d", &width, &height) != 2))
    {
      fprintf (stderr, "%s\n", error != NULL ? error->message : "--size is not WIDTHxHEIGHT");
      return EXIT_FAILURE;
    }

  drive.argv = argv + 1;
  if (drive.argv[0] != NULL && g_str_equal (drive.argv[0], "--"))
    drive.argv++;
  drive.desktop = plannr_test_desktop_new (width, height);
  if (locale != NULL)
    plannr_test_desktop_set_locale (drive.desktop, locale);
  for (guint i = 0; variables != NULL && variables[i] != NULL; i++)
    {
      g_auto (GStrv) pair = g_strsplit (variables[i], "=", 2);

      plannr_test_desktop_setenv (drive.desktop, pair[0], pair[1]);
    }
  if (keyring)
    plannr_test_desktop_start_keyring (drive.desktop);
  if (firm_options != NULL)
    {
      g_auto (GStrv) options = g_strsplit (firm_options, " ", -1);

      drive.firm =
          plannr_test_firm_start (drive.desktop, options[0] != NULL && options[0][0] != '\0'
                                                     ? (const char *const *) options
                                                     : NULL);
      drive.server = g_strconcat ("--server=", plannr_test_firm_get_url (drive.firm), NULL);
    }
  start (&drive);
  run_steps (&drive);
  plannr_test_app_finish (drive.app);
  g_clear_pointer (&drive.firm, plannr_test_firm_stop);
  plannr_test_desktop_free (drive.desktop);
  g_free (drive.program);
  g_free (drive.server);
  return EXIT_SUCCESS;
}
