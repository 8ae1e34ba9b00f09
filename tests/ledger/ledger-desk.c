/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-ledger"

#include "config.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/prctl.h>

#include "ledger-vfs.h"
#include "plannr-profile.h"

/* A desk: the real outbox over the real journal, in a process that may die at any moment. It creates
 * what is asked for, unless its journal has that already, takes what the journal has to its end, and
 * says on its standard output what a person would have seen. */

#define ACCOUNT "5c7b1d92-0e3f-4a68-b1c4-9d2e8f705a03"
#define CLIENT  "f5e985d6-8e32-4d65-a996-ba5a9f9632eb"

/* After which a build as it is given to people has come to an end. */
#define SECONDS 20

typedef struct
{
  PlannrProfile *profile; /* (owned) */
  PlannrOutbox *outbox;   /* (unowned) */
  SoupSession *session;   /* (owned) */
  const char *server;
  const char *name;
  int n_cases;
  gboolean alike;
  gboolean hasty;
  gboolean alone;
  gboolean opened;
  guint sign_in;
  GMainLoop *loop;
} Desk;

/* An answer must be on the way to the one who watches before anything else can happen. */
static void
say (const char *what, PlannrSubmission *submission)
{
  const char *uuid = plannr_submission_get_case_uuid (submission);

  g_print ("%s %s %s\n", what, plannr_submission_get_id (submission), uuid != NULL ? uuid : "-");
  fflush (stdout);
}

static gboolean
is_over (Desk *desk, PlannrSubmission *submission)
{
  switch (plannr_submission_get_state (submission))
    {
    case PLANNR_STATE_ASKING:
      return !desk->hasty;
    case PLANNR_STATE_CREATED:
    case PLANNR_STATE_REFUSED:
      return TRUE;
    case PLANNR_STATE_DRAFT:
    case PLANNR_STATE_QUEUED:
    case PLANNR_STATE_CONNECTING:
    case PLANNR_STATE_ON_WIRE:
    case PLANNR_STATE_CHECKING:
    case PLANNR_STATE_DISCARDED:
    default:
      return FALSE;
    }
}

static void
check (Desk *desk)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (desk->outbox));

  if (!desk->opened)
    return;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (PlannrSubmission) row = g_list_model_get_item (G_LIST_MODEL (desk->outbox), i);

      /* Shown is not enough: it has to stand like that at the next start. */
      if (!is_over (desk, row) || !plannr_submission_get_saved (row))
        return;
    }

  g_main_loop_quit (desk->loop);
}

static gboolean
answer_cb (gpointer user_data)
{
  Desk *desk = user_data;
  guint n = g_list_model_get_n_items (G_LIST_MODEL (desk->outbox));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (PlannrSubmission) row = g_list_model_get_item (G_LIST_MODEL (desk->outbox), i);

      plannr_outbox_answer (desk->outbox, row, PLANNR_ANSWER_SEND, NULL);
    }

  return G_SOURCE_REMOVE;
}

static void
state_cb (PlannrSubmission *submission, GParamSpec *pspec, Desk *desk)
{
  if (plannr_submission_get_state (submission) == PLANNR_STATE_ASKING)
    {
      say ("asked", submission);
      if (desk->hasty)
        g_idle_add (answer_cb, desk);
    }
  check (desk);
}

static void
saved_cb (PlannrSubmission *submission, GParamSpec *pspec, Desk *desk)
{
  if (plannr_submission_get_saved (submission)
      && plannr_submission_get_state (submission) != PLANNR_STATE_DRAFT)
    say ("queued", submission);
  check (desk);
}

static void
watch (Desk *desk, PlannrSubmission *submission)
{
  g_signal_connect (submission, "notify::state", G_CALLBACK (state_cb), desk);
  g_signal_connect (submission, "notify::saved", G_CALLBACK (saved_cb), desk);
}

static gboolean
has (Desk *desk, const char *name)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (desk->outbox));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (PlannrSubmission) row = g_list_model_get_item (G_LIST_MODEL (desk->outbox), i);

      if (g_str_equal (plannr_case_draft_get_name (plannr_submission_get_draft (row)), name))
        return TRUE;
    }

  return FALSE;
}

static void
create (Desk *desk, int number)
{
  g_autoptr (PlannrCaseDraft) draft = plannr_case_draft_new ();
  g_autoptr (PlannrAccount) client =
      g_object_new (PLANNR_TYPE_ACCOUNT, "uuid", CLIENT, "kind", PLANNR_ACCOUNT_KIND_CLIENT, "name",
                    "Gareth Thompson", NULL);
  g_autofree char *name =
      desk->alike ? g_strdup (desk->name) : g_strdup_printf ("%s %d", desk->name, number);
  g_autoptr (PlannrSubmission) submission = NULL;

  if (!desk->alike && has (desk, name))
    return;

  plannr_case_draft_set_name (draft, name);
  plannr_case_draft_set_value_text (draft, "150.99");
  plannr_case_draft_add (draft, client);
  submission = plannr_outbox_begin (desk->outbox, draft);
  watch (desk, submission);
  plannr_outbox_submit (desk->outbox, submission);
}

/* What the journal does not have was not shown as queued: the person does it again. */
static void
opened_cb (Desk *desk)
{
  int n = (int) g_list_model_get_n_items (G_LIST_MODEL (desk->outbox));

  for (int i = 0; i < n; i++)
    {
      g_autoptr (PlannrSubmission) row =
          g_list_model_get_item (G_LIST_MODEL (desk->outbox), (guint) i);

      watch (desk, row);
      plannr_outbox_submit (desk->outbox, row);
    }

  for (int i = desk->alike ? n : 0; i < desk->n_cases; i++)
    create (desk, i + 1);

  desk->opened = TRUE;
  check (desk);
}

/* Where the lists of the firm are kept as well, its requests for them come between. */
static void
open_profile (Desk *desk, const char *folder)
{
  g_autoptr (PlannrJournal) journal = NULL;

  if (!desk->alone)
    {
      plannr_profile_open (desk->profile, folder);
      return;
    }

  journal = plannr_journal_new (folder);
  plannr_outbox_open (desk->outbox, journal);
}

static void
sign_in (Desk *desk)
{
  g_autoptr (PlannrLogin) login = g_object_new (PLANNR_TYPE_LOGIN, "account-uuid", ACCOUNT, NULL);

  plannr_profile_connect (desk->profile, desk->session, desk->server, "practice", login);
}

static gboolean
sign_in_cb (gpointer user_data)
{
  Desk *desk = user_data;

  desk->sign_in = 0;
  sign_in (desk);

  return G_SOURCE_REMOVE;
}

static void
wait_cb (Desk *desk)
{
  if (plannr_outbox_get_wait (desk->outbox) == PLANNR_WAIT_SIGN_IN && desk->sign_in == 0)
    desk->sign_in = g_timeout_add (10, sign_in_cb, desk);
}

static void
say_all (Desk *desk)
{
  g_autoptr (GEnumClass) states = g_type_class_ref (PLANNR_TYPE_STATE);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (desk->outbox)); i++)
    {
      g_autoptr (PlannrSubmission) row = g_list_model_get_item (G_LIST_MODEL (desk->outbox), i);

      say (g_enum_get_value (states, (int) plannr_submission_get_state (row))->value_nick, row);
    }
}

static gboolean
late_cb (gpointer user_data)
{
  Desk *desk = user_data;
  const GError *trouble = plannr_outbox_get_trouble (desk->outbox);

  say_all (desk);
  g_print ("no-end %d %s\n", (int) plannr_outbox_get_wait (desk->outbox),
           trouble != NULL ? trouble->message : "-");
  fflush (stdout);
  _Exit (3);
}

/* A build with sanitizers takes longer over everything. */
static guint
get_patience (void)
{
  const char *text = g_getenv ("PLANNR_TEST_PATIENCE");

  return text != NULL ? (guint) CLAMP (atoi (text), 1, 10) : 1;
}

static SoupSession *
new_session (const char *authority, int proxy_port)
{
  SoupSession *session = plannr_api_session_new ();
  g_autoptr (GTlsDatabase) database = NULL;
  g_autoptr (GError) error = NULL;

  if (authority != NULL)
    {
      database = g_tls_file_database_new (authority, &error);
      g_assert_no_error (error);
      soup_session_set_tls_database (session, database);
    }
  if (proxy_port > 0)
    {
      g_autofree char *proxy = g_strdup_printf ("http://127.0.0.1:%d", proxy_port);
      g_autoptr (GProxyResolver) resolver = g_simple_proxy_resolver_new (proxy, NULL);

      soup_session_set_proxy_resolver (session, resolver);
    }

  return session;
}

int
main (int argc, char *argv[])
{
  g_autofree char *folder = NULL;
  g_autofree char *server = NULL;
  g_autofree char *name = NULL;
  g_autofree char *authority = NULL;
  int proxy_port = 0;
  int scale = 100;
  Desk desk = { .n_cases = 1 };
  const GOptionEntry options[] = {
    { "folder", 0, 0, G_OPTION_ARG_FILENAME, &folder, "Where the journal is", "DIR" },
    { "server", 0, 0, G_OPTION_ARG_STRING, &server, "Where the firm is", "URL" },
    { "name", 0, 0, G_OPTION_ARG_STRING, &name, "What the cases are called", "NAME" },
    { "cases", 0, 0, G_OPTION_ARG_INT, &desk.n_cases, "How many there are to be", "N" },
    { "alike", 0, 0, G_OPTION_ARG_NONE, &desk.alike, "They are all alike", NULL },
    { "hasty", 0, 0, G_OPTION_ARG_NONE, &desk.hasty, "Answer each question by “Send again”", NULL },
    { "alone", 0, 0, G_OPTION_ARG_NONE, &desk.alone, "Ask for nothing but what a create needs",
      NULL },
    { "scale", 0, 0, G_OPTION_ARG_INT, &scale, "By how much waits are shorter", "N" },
    { "authority", 0, 0, G_OPTION_ARG_FILENAME, &authority, "Trust this authority", "FILE" },
    { "proxy", 0, 0, G_OPTION_ARG_INT, &proxy_port, "Go through this proxy", "PORT" },
    { NULL },
  };
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);
  g_autoptr (PlannrSchedule) schedule = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *checked = NULL;

  g_setenv ("SOUP_FORCE_HTTP1", "1", TRUE);
  prctl (PR_SET_PDEATHSIG, SIGKILL);
  g_option_context_add_main_entries (context, options, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error)
      || !ledger_vfs_register_from_environment (&error))
    g_error ("%s", error->message);

  checked = plannr_api_check_server (server, &error);
  g_assert_no_error (error);
  desk.server = checked;
  desk.name = name;
  desk.loop = g_main_loop_new (NULL, FALSE);
  schedule = plannr_schedule_new_scaled (MAX ((guint) scale / get_patience (), 1));
  desk.session = new_session (authority, proxy_port);
  desk.profile = plannr_profile_new (FALSE, schedule);
  desk.outbox = plannr_profile_get_outbox (desk.profile);
  g_signal_connect_swapped (desk.outbox, "opened", G_CALLBACK (opened_cb), &desk);
  g_signal_connect_swapped (desk.outbox, "notify::wait", G_CALLBACK (wait_cb), &desk);

  open_profile (&desk, folder);
  sign_in (&desk);
  g_timeout_add_seconds (SECONDS * get_patience (), late_cb, &desk);
  g_main_loop_run (desk.loop);

  say_all (&desk);
  plannr_outbox_flush (desk.outbox);
  g_print ("over - -\n");
  fflush (stdout);
  /* A process that ends is what this is about; nothing is to be taken down in order. */
  _Exit (0);
}
