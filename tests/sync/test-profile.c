/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-test"

#include "config.h"

#include <glib/gstdio.h>

#include "firm.h"
#include "plannr-profile.h"

#define SECONDS 20

typedef struct
{
  Firm *firm;
  SoupSession *session;
  PlannrProfile *profile;
  PlannrOutbox *outbox;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer fault)
{
  g_autoptr (PlannrSchedule) schedule = plannr_schedule_new_scaled (100);

  fixture->firm = firm_start_with ("--fault", fault, NULL);
  fixture->session = plannr_api_session_new ();
  fixture->profile = plannr_profile_new (FALSE, schedule);
  fixture->outbox = plannr_profile_get_outbox (fixture->profile);
}

static void
tear_down (Fixture *fixture, gconstpointer fault)
{
  plannr_profile_disconnect (fixture->profile);
  g_assert_finalize_object (fixture->profile);
  soup_session_abort (fixture->session);
  g_object_unref (fixture->session);
  firm_free (fixture->firm);
}

static void
sign_in (Fixture *fixture)
{
  g_autofree char *server = plannr_api_check_server (fixture->firm->base, NULL);
  g_autoptr (PlannrLogin) login = g_object_new (PLANNR_TYPE_LOGIN, "account-uuid", FIRM_ZOE, NULL);

  plannr_profile_connect (fixture->profile, fixture->session, server, "practice", login);
}

static gboolean
late_cb (gpointer user_data)
{
  g_error ("Nothing is told of the token");
  return G_SOURCE_REMOVE;
}

static void
wait_for (Fixture *fixture, PlannrWait wait)
{
  guint late = g_timeout_add_seconds (SECONDS, late_cb, NULL);

  while (plannr_outbox_get_wait (fixture->outbox) != wait)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (late);
}

/* The outbox hears of it, and with it whoever shows how it is. */
static void
assert_signed_out (Fixture *fixture)
{
  wait_for (fixture, PLANNR_WAIT_SIGN_IN);
  g_assert_error (plannr_outbox_get_trouble (fixture->outbox), PLANNR_ERROR,
                  PLANNR_ERROR_UNAUTHORIZED);
  sign_in (fixture);
  g_assert_cmpint (plannr_outbox_get_wait (fixture->outbox), ==, PLANNR_WAIT_NOTHING);
}

static void
remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name = NULL;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_assert_no_errno (g_remove (path));
    }
  g_assert_no_errno (g_rmdir (folder));
}

/* Nobody does anything: what is kept in the background is asked for. */
static void
test_signed_out_of_lists (Fixture *fixture, gconstpointer fault)
{
  g_autofree char *folder = g_dir_make_tmp ("plannr-profile-XXXXXX", NULL);

  plannr_profile_open (fixture->profile, folder);
  sign_in (fixture);
  assert_signed_out (fixture);
  tear_down (fixture, fault);
  set_up (fixture, fault);
  remove_folder (folder);
}

static void
found_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

/* Somebody asks for people. */
static void
test_signed_out_of_finding (Fixture *fixture, gconstpointer fault)
{
  g_autoptr (GAsyncResult) result = NULL;

  sign_in (fixture);
  plannr_directory_find_async (plannr_profile_get_directory (fixture->profile), PLANNR_CACHE_PEOPLE,
                               "gareth", NULL, found_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  assert_signed_out (fixture);
}

int
main (int argc, char *argv[])
{
  g_setenv ("SOUP_FORCE_HTTP1", "1", TRUE);
  g_test_init (&argc, &argv, NULL);
#define ADD(path, fault, function)                                                                 \
  g_test_add ("/plannr/profile/" path, Fixture, fault, set_up, function, tear_down)
  ADD ("signed-out-of-lists", "401@GET/account:1", test_signed_out_of_lists);
  ADD ("signed-out-of-finding", "401@GET/account:1", test_signed_out_of_finding);
#undef ADD

  return g_test_run ();
}
