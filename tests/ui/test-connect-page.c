/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-ui-test"

#include "config.h"

#include "plannr-connect-page.h"

#include <locale.h>
#include <string.h>

#include "plannr-api.h"
#include "plannr-practice.h"
#include "plannr-test-widget.h"

/* A firm for all of these tests: none of them changes anything in it. */
static PlannrPractice *practice;
static char *firm_url;

typedef struct
{
  PlannrConnectPage *page;
  GtkWidget *window;
  GtkWidget *token;
  GtkWidget *error;
  char *signed_in; /* (owned) (nullable): the token */
  PlannrLogin *login;
  guint n_practice;
  guint n_back;
} Fixture;

static void
signed_in_cb (Fixture *fixture, const char *token, PlannrLogin *login)
{
  g_assert_null (fixture->signed_in);
  fixture->signed_in = g_strdup (token);
  fixture->login = g_object_ref (login);
}

static void
practice_cb (Fixture *fixture)
{
  fixture->n_practice++;
}

static void
back_cb (Fixture *fixture)
{
  fixture->n_back++;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SoupSession) session = plannr_api_session_new ();

  fixture->page = g_object_new (PLANNR_TYPE_CONNECT_PAGE, NULL);
  g_object_ref_sink (fixture->page);
  g_signal_connect_swapped (fixture->page, "signed-in", G_CALLBACK (signed_in_cb), fixture);
  g_signal_connect_swapped (fixture->page, "practice", G_CALLBACK (practice_cb), fixture);
  g_signal_connect_swapped (fixture->page, "back", G_CALLBACK (back_cb), fixture);
  plannr_connect_page_set_session (fixture->page, session);
  plannr_connect_page_set_server (fixture->page, firm_url);
  fixture->window = plannr_test_show (GTK_WIDGET (fixture->page), 640, 480);
  plannr_connect_page_start (fixture->page);
  fixture->token = plannr_test_find (fixture->page, GTK_TYPE_PASSWORD_ENTRY, NULL);
  fixture->error = gtk_widget_get_parent (plannr_test_find (fixture->page, GTK_TYPE_LABEL, ""));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_assert_finalize_object (fixture->page);
  g_clear_object (&fixture->login);
  g_free (fixture->signed_in);
}

static const char *
token_text (Fixture *fixture)
{
  return gtk_editable_get_text (GTK_EDITABLE (fixture->token));
}

static void
press (Fixture *fixture, const char *label)
{
  GtkWidget *button = plannr_test_find (fixture->page, GTK_TYPE_BUTTON, label);

  g_assert_nonnull (button);
  g_assert_true (plannr_test_is_shown (button));
  g_assert_true (gtk_widget_is_sensitive (button));
  g_signal_emit_by_name (button, "clicked");
}

static void
paste (Fixture *fixture, const char *token)
{
  gtk_editable_set_text (GTK_EDITABLE (fixture->token), token);
  press (fixture, "Connect");
}

static gboolean
has_focus (Fixture *fixture, GtkWidget *widget)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));

  return focus != NULL && (focus == widget || gtk_widget_is_ancestor (focus, widget));
}

static gboolean
is_signed_in (gpointer data)
{
  return ((Fixture *) data)->login != NULL;
}

static gboolean
is_refused (gpointer data)
{
  return gtk_widget_get_visible (((Fixture *) data)->error);
}

static gboolean
is_choosing (gpointer data)
{
  return gtk_widget_get_visible (
      gtk_widget_get_parent (plannr_test_find (((Fixture *) data)->page,
                                               g_type_from_name ("PlannrAccountChooser"), NULL)));
}

static void
assert_refused (Fixture *fixture, const char *beginning)
{
  GtkWidget *label = NULL;

  g_assert_true (plannr_test_wait (is_refused, fixture));
  label = gtk_widget_get_last_child (fixture->error);
  g_assert_true (g_str_has_prefix (gtk_label_get_text (GTK_LABEL (label)), beginning));
  g_assert_true (has_focus (fixture, fixture->token));
  gtk_test_accessible_assert_state (GTK_ACCESSIBLE (fixture->token), GTK_ACCESSIBLE_STATE_INVALID,
                                    GTK_ACCESSIBLE_INVALID_TRUE);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (fixture->token),
                                       GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       gtk_label_get_text (GTK_LABEL (label)));
  g_assert_null (fixture->signed_in);

  /* The first keystroke takes it away. */
  gtk_editable_set_text (GTK_EDITABLE (fixture->token), "x");
  g_assert_false (gtk_widget_get_visible (fixture->error));
  g_assert_false (gtk_test_accessible_has_state (GTK_ACCESSIBLE (fixture->token),
                                                 GTK_ACCESSIBLE_STATE_INVALID));
}

static void
test_signs_in (Fixture *fixture, gconstpointer data)
{
  g_assert_true (has_focus (fixture, fixture->token));
  /* Named by the label beside it; a name of its own would double that. */
  g_assert_true (gtk_test_accessible_has_relation (GTK_ACCESSIBLE (fixture->token),
                                                   GTK_ACCESSIBLE_RELATION_LABELLED_BY));
  g_assert_false (gtk_test_accessible_has_property (GTK_ACCESSIBLE (fixture->token),
                                                    GTK_ACCESSIBLE_PROPERTY_LABEL));

  paste (fixture, data);
  g_assert_true (plannr_test_wait (is_signed_in, fixture));
  g_assert_cmpstr (fixture->signed_in, ==, PLANNR_PRACTICE_TOKEN);
  g_assert_cmpstr (plannr_login_get_account_name (fixture->login), ==, "Zoë Müller");
  g_assert_cmpstr (token_text (fixture), ==, "");
}

typedef struct
{
  const char *name;
  const char *token;
  const char *beginning;
} Refusal;

static const Refusal refusals[] = {
  { "empty", " \n", "Paste your token here first." },
  { "wrong", "no such token", "Plannr does not accept this token" },
  { "read-only", "practice-read-only", "This login may look at what is in Plannr" },
  { "expired", "practice-expired", "This login has expired" },
};

static void
test_refused (Fixture *fixture, gconstpointer data)
{
  const Refusal *refusal = data;

  paste (fixture, refusal->token);
  assert_refused (fixture, refusal->beginning);

  /* And the next one is taken. */
  paste (fixture, PLANNR_PRACTICE_TOKEN);
  g_assert_true (plannr_test_wait (is_signed_in, fixture));
}

static void
test_several (Fixture *fixture, gconstpointer data)
{
  GtkWidget *first = NULL;
  GtkWidget *second = NULL;

  paste (fixture, "practice-several");
  g_assert_true (plannr_test_wait (is_choosing, fixture));
  g_assert_null (fixture->signed_in);
  g_assert_cmpstr (token_text (fixture), ==, "");

  first = plannr_test_find (fixture->page, GTK_TYPE_CHECK_BUTTON,
                            "Harbour & Vale Financial Planning — Henry Ashworth-Cole (staff)");
  second = plannr_test_find (fixture->page, GTK_TYPE_CHECK_BUTTON,
                             "Northgate Wealth — Henry Ashworth-Cole (staff)");
  g_assert_nonnull (first);
  g_assert_nonnull (second);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (second), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Northgate Wealth — Henry Ashworth-Cole (staff)");
  g_assert_true (gtk_check_button_get_active (GTK_CHECK_BUTTON (first)));
  g_assert_true (has_focus (fixture, first));

  g_assert_true (gtk_widget_activate_action (second, "check.toggle", NULL));
  g_assert_false (gtk_check_button_get_active (GTK_CHECK_BUTTON (first)));
  plannr_test_settle (fixture->window);
  press (fixture, "Continue");
  g_assert_cmpstr (fixture->signed_in, ==, "practice-several");
  g_assert_cmpstr (plannr_login_get_firm_name (fixture->login), ==, "Northgate Wealth");
}

static void
test_another_token (Fixture *fixture, gconstpointer data)
{
  paste (fixture, "practice-several");
  g_assert_true (plannr_test_wait (is_choosing, fixture));
  plannr_test_settle (fixture->window);
  press (fixture, "Use another token");
  g_assert_false (is_choosing (fixture));
  g_assert_true (has_focus (fixture, fixture->token));

  plannr_test_settle (fixture->window);
  paste (fixture, PLANNR_PRACTICE_TOKEN);
  g_assert_true (plannr_test_wait (is_signed_in, fixture));
  g_assert_cmpstr (fixture->signed_in, ==, PLANNR_PRACTICE_TOKEN);
}

static void
test_cancel (Fixture *fixture, gconstpointer data)
{
  paste (fixture, PLANNR_PRACTICE_TOKEN);
  g_assert_false (gtk_widget_is_sensitive (fixture->token));
  press (fixture, "Cancel");
  g_assert_true (gtk_widget_is_sensitive (fixture->token));
  g_assert_true (has_focus (fixture, fixture->token));
  /* What was pasted stays. */
  g_assert_cmpstr (token_text (fixture), ==, PLANNR_PRACTICE_TOKEN);
  plannr_test_settle (fixture->window);
  g_assert_null (fixture->signed_in);
  g_assert_false (is_refused (fixture));
}

static PlannrLogin *
login_new (const char *account_uuid)
{
  return g_object_new (PLANNR_TYPE_LOGIN, "account-uuid", account_uuid, "account-name",
                       "Zoë Müller", "firm-name", "Harbour & Vale", NULL);
}

/* What waits was written for one account: no other one is taken, whatever the token may do. */
static void
test_again (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PlannrLogin) other = login_new ("00000000-0000-4000-8000-000000000000");
  g_autoptr (PlannrLogin) own = NULL;

  paste (fixture, PLANNR_PRACTICE_TOKEN);
  g_assert_true (plannr_test_wait (is_signed_in, fixture));
  own = login_new (plannr_login_get_account_uuid (fixture->login));
  g_clear_object (&fixture->login);
  g_clear_pointer (&fixture->signed_in, g_free);

  plannr_connect_page_set_again (fixture->page, other);
  plannr_connect_page_start (fixture->page);
  plannr_test_settle (fixture->window);
  g_assert_nonnull (
      plannr_test_find (fixture->page, GTK_TYPE_LABEL, "Sign in to Harbour & Vale again"));
  g_assert_false (plannr_test_is_shown (
      plannr_test_find (fixture->page, GTK_TYPE_BUTTON, "Try the practice firm")));
  paste (fixture, PLANNR_PRACTICE_TOKEN);
  assert_refused (fixture, "This token belongs to somebody else. Paste a token of Zoë Müller’s.");

  plannr_connect_page_set_again (fixture->page, own);
  plannr_test_settle (fixture->window);
  paste (fixture, PLANNR_PRACTICE_TOKEN);
  g_assert_true (plannr_test_wait (is_signed_in, fixture));
}

static void
test_unreachable (Fixture *fixture, gconstpointer data)
{
  plannr_connect_page_set_server (fixture->page, "http://127.0.0.1:1");
  paste (fixture, PLANNR_PRACTICE_TOKEN);
  assert_refused (fixture, "Nothing answers at Plannr’s address.");
}

static void
test_server (Fixture *fixture, gconstpointer data)
{
  GtkWidget *label = NULL;

  plannr_connect_page_set_server (fixture->page, "https://plannr.example.org");
  label = plannr_test_find (fixture->page, GTK_TYPE_LABEL,
                            "Plannr’s address: https://plannr.example.org");
  g_assert_nonnull (label);
  g_assert_true (gtk_widget_get_visible (label));

  plannr_connect_page_set_server (fixture->page, "https://api.plannrcrm.com");
  g_assert_false (gtk_widget_get_visible (label));
}

static void
test_other_ways (Fixture *fixture, gconstpointer data)
{
  g_assert_false (plannr_test_is_shown (plannr_test_find (fixture->page, GTK_TYPE_BUTTON, "Back")));
  g_object_set (fixture->page, "can-go-back", TRUE, NULL);
  gtk_editable_set_text (GTK_EDITABLE (fixture->token), "secret");
  plannr_test_settle (fixture->window);
  press (fixture, "Back");
  g_assert_cmpuint (fixture->n_back, ==, 1);
  g_assert_cmpstr (token_text (fixture), ==, "");

  press (fixture, "Try the practice firm");
  g_assert_cmpuint (fixture->n_practice, ==, 1);
  g_assert_null (fixture->signed_in);
}

static void
started_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  practice = plannr_practice_start_finish (result, &error);
  g_assert_no_error (error);
}

static gboolean
has_started (gpointer data)
{
  return practice != NULL;
}

int
main (int argc, char **argv)
{
  g_autofree char *folder = NULL;
  g_autofree char *data = NULL;
  int status;

  gtk_test_init (&argc, &argv, NULL);
  setlocale (LC_ALL, "en_GB.UTF-8");

  folder = g_dir_make_tmp ("plannr-connect-XXXXXX", NULL);
  data = g_build_filename (folder, "firm.db", NULL);
  plannr_practice_start_async (g_getenv ("PLANNR_CASES_PRACTICE_FIRM"), data, NULL, started_cb,
                               NULL);
  g_assert_true (plannr_test_wait (has_started, NULL));
  firm_url = plannr_api_check_server (plannr_practice_get_url (practice), NULL);

#define ADD(name, data, test)                                                                      \
  g_test_add ("/plannr/connect-page/" name, Fixture, data, set_up, test, tear_down)
  ADD ("signs-in/plain", "practice", test_signs_in);
  ADD ("signs-in/bearer", " Bearer practice\n", test_signs_in);
  ADD ("signs-in/space", "\tpractice  ", test_signs_in);
  for (guint i = 0; i < G_N_ELEMENTS (refusals); i++)
    {
      g_autofree char *path = g_strconcat ("/plannr/connect-page/refused/", refusals[i].name, NULL);

      g_test_add (path, Fixture, &refusals[i], set_up, test_refused, tear_down);
    }
  ADD ("several", NULL, test_several);
  ADD ("another-token", NULL, test_another_token);
  ADD ("cancel", NULL, test_cancel);
  ADD ("again", NULL, test_again);
  ADD ("unreachable", NULL, test_unreachable);
  ADD ("server", NULL, test_server);
  ADD ("other-ways", NULL, test_other_ways);
#undef ADD

  status = g_test_run ();

  g_clear_object (&practice);
  g_clear_pointer (&firm_url, g_free);
  plannr_test_remove (folder);

  return status;
}
