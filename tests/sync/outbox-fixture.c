/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-test"

#include "config.h"

#include "outbox-fixture.h"

#include <glib/gstdio.h>
#include <stdlib.h>

/* Every wait is that much shorter than people live with. */
#define SCALE   100

#define SECONDS 20

/* How long the firm holds back what comes late, in seconds. */
#define HOLD    2

/* A build with sanitizers takes longer over everything. */
static guint
get_patience (void)
{
  const char *patience = g_getenv ("PLANNR_TEST_PATIENCE");

  return patience != NULL ? (guint) CLAMP (atoi (patience), 1, 10) : 1;
}

static void
start (OutboxFixture *self, const char *fault)
{
  /* What comes late has to be as late for a schedule that is stretched. */
  g_autofree char *hold = g_strdup_printf ("%u", HOLD * get_patience ());

  self->file = firm_make_file ();
  self->firm = fault != NULL
                   ? firm_start_with ("--data", self->file, "--hold", hold, "--fault", fault, NULL)
                   : firm_start_with ("--data", self->file, NULL);
  self->session = plannr_api_session_new ();
  self->schedule = plannr_schedule_new_scaled (SCALE / get_patience ());
}

/**
 * outbox_fixture_begin:
 * @self: a fixture
 * @fault: (nullable): what goes wrong, as the practice firm's option has it
 *
 * With a profile in memory, without a way to the firm.
 */
void
outbox_fixture_begin (OutboxFixture *self, const char *fault)
{
  start (self, fault);
  self->profile = plannr_profile_new (FALSE, self->schedule);
  plannr_profile_open (self->profile, NULL);
  self->outbox = plannr_profile_get_outbox (self->profile);
}

/**
 * outbox_fixture_begin_on_disk:
 * @self: a fixture
 * @fault: (nullable): what goes wrong, as the practice firm's option has it
 *
 * With a profile in a folder of its own, without a way to the firm.
 */
void
outbox_fixture_begin_on_disk (OutboxFixture *self, const char *fault)
{
  g_autoptr (GError) error = NULL;

  start (self, fault);
  self->folder = g_dir_make_tmp ("plannr-outbox-XXXXXX", &error);
  g_assert_no_error (error);
  outbox_fixture_open (self);
}

static void
remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_assert_cmpint (g_unlink (path), ==, 0);
    }
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

/**
 * outbox_fixture_end:
 * @self: a fixture
 */
void
outbox_fixture_end (OutboxFixture *self)
{
  outbox_fixture_close (self);
  g_object_unref (self->schedule);
  soup_session_abort (self->session);
  g_object_unref (self->session);
  firm_free (self->firm);
  firm_remove_file (self->file);
  g_free (self->file);
  while (g_main_context_iteration (NULL, FALSE))
    continue;
  if (self->folder != NULL)
    remove_folder (self->folder);
  g_free (self->folder);
}

/**
 * outbox_fixture_close:
 * @self: a fixture
 *
 * As the application ends.
 */
void
outbox_fixture_close (OutboxFixture *self)
{
  g_clear_object (&self->profile);
  /* The journal ends with the last that was to be written; the next start waits for that. */
  while (g_main_context_iteration (NULL, FALSE))
    continue;
}

static void
opened_cb (gboolean *opened)
{
  *opened = TRUE;
}

/**
 * outbox_fixture_open:
 * @self: a fixture
 *
 * As the application starts, until what was written down is there.
 */
void
outbox_fixture_open (OutboxFixture *self)
{
  gboolean opened = FALSE;

  self->profile = plannr_profile_new (FALSE, self->schedule);
  self->outbox = plannr_profile_get_outbox (self->profile);
  g_signal_connect_swapped (self->outbox, "opened", G_CALLBACK (opened_cb), &opened);
  plannr_profile_open (self->profile, self->folder);
  while (!opened)
    g_main_context_iteration (NULL, TRUE);
  g_signal_handlers_disconnect_by_data (self->outbox, &opened);
}

/**
 * outbox_fixture_connect:
 * @self: a fixture
 * @token: the token
 */
void
outbox_fixture_connect (OutboxFixture *self, const char *token)
{
  g_autofree char *server = plannr_api_check_server (self->firm->base, NULL);
  g_autoptr (PlannrLogin) login = g_object_new (PLANNR_TYPE_LOGIN, "account-uuid", FIRM_ZOE, NULL);

  plannr_profile_connect (self->profile, self->session, server, token, login);
}

/**
 * outbox_fixture_write_case:
 * @self: a fixture
 * @name: the case's name
 *
 * Returns: (transfer full): a draft of £150.99 for Gareth
 */
PlannrSubmission *
outbox_fixture_write_case (OutboxFixture *self, const char *name)
{
  g_autoptr (PlannrCaseDraft) draft = plannr_case_draft_new ();
  g_autoptr (PlannrAccount) client =
      g_object_new (PLANNR_TYPE_ACCOUNT, "uuid", FIRM_GARETH, "kind", PLANNR_ACCOUNT_KIND_CLIENT,
                    "name", "Gareth Thompson", NULL);

  plannr_case_draft_set_name (draft, name);
  plannr_case_draft_set_value_text (draft, "150.99");
  plannr_case_draft_add (draft, client);

  return plannr_outbox_begin (self->outbox, draft);
}

/**
 * outbox_fixture_find:
 * @self: a fixture
 * @name: a case's name
 *
 * Returns: (transfer full) (nullable): the row of that name
 */
PlannrSubmission *
outbox_fixture_find (OutboxFixture *self, const char *name)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->outbox));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (PlannrSubmission) row = g_list_model_get_item (G_LIST_MODEL (self->outbox), i);

      if (g_str_equal (plannr_case_draft_get_name (plannr_submission_get_draft (row)), name))
        return g_steal_pointer (&row);
    }

  return NULL;
}

static gboolean
late_cb (gpointer user_data)
{
  g_error ("%s: nothing more happened", (const char *) user_data);

  return G_SOURCE_REMOVE;
}

/**
 * outbox_fixture_set_deadline:
 * @what: what is waited for, in words
 *
 * Returns: the source that ends the test where nothing more happens, to be removed when it has
 */
guint
outbox_fixture_set_deadline (const char *what)
{
  return g_timeout_add_seconds (SECONDS * get_patience (), late_cb, (gpointer) what);
}

/**
 * outbox_fixture_wait_for:
 * @submission: a row
 * @state: the state to wait for
 * @what: what is waited for, in words
 */
void
outbox_fixture_wait_for (PlannrSubmission *submission, PlannrState state, const char *what)
{
  guint late = outbox_fixture_set_deadline (what);

  while (plannr_submission_get_state (submission) != state)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (late);
}

/**
 * outbox_fixture_count:
 * @self: a fixture
 * @name: a case's name
 *
 * Returns: how many cases of that name the firm has
 */
gint64
outbox_fixture_count (OutboxFixture *self, const char *name)
{
  g_autofree char *sql = g_strdup_printf ("SELECT count(*) FROM cases WHERE name = '%s'", name);

  return firm_count (self->file, sql);
}
