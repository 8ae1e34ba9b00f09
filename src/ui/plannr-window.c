/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-ui"

#include "config.h"

#include "plannr-window-private.h"

#include <glib/gi18n.h>

#include "plannr-case-list.h"
#include "plannr-display-text.h"
#include "plannr-news.h"
#include "plannr-resources.h"

G_DEFINE_FINAL_TYPE (PlannrWindow, plannr_window, GTK_TYPE_APPLICATION_WINDOW)

void
plannr_window_update_banner (PlannrWindow *self)
{
  g_autoptr (PlannrNews) news = NULL;

  if (self->connection != NULL && self->connect_page == NULL)
    news = plannr_news_new (self->connection, self->discarded,
                            self->has_read_of_file
                                ? NULL
                                : plannr_outbox_get_moved_to (plannr_window_get_outbox (self)));

  gtk_widget_set_visible (self->banner, news != NULL);
  if (news == NULL)
    return;

  gtk_label_set_label (self->banner_label, news->text);
  gtk_widget_set_visible (self->banner_button, news->action != NULL);
  if (news->action != NULL)
    {
      gtk_label_set_label (self->banner_button_label, news->label);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (self->banner_button), news->action);
    }
}

static void
withdraw_questions (PlannrWindow *self)
{
  if (self->farewell != NULL)
    plannr_farewell_withdraw (self->farewell);
  if (self->forgetting != NULL)
    plannr_forgetting_withdraw (self->forgetting);
}

PlannrOutbox *
plannr_window_get_outbox (PlannrWindow *self)
{
  return plannr_profile_get_outbox (plannr_connection_get_profile (self->connection));
}

PlannrCreatePress *
plannr_window_get_press (PlannrWindow *self)
{
  return plannr_profile_get_create_press (plannr_connection_get_profile (self->connection));
}

static void
update_title (PlannrWindow *self)
{
  PlannrLogin *login = plannr_profile_get_login (plannr_connection_get_profile (self->connection));
  const char *firm = login != NULL ? plannr_login_get_firm_name (login) : NULL;
  const char *person = login != NULL ? plannr_login_get_account_name (login) : NULL;
  g_autofree char *shown_firm = plannr_display_text_isolate (firm);
  g_autofree char *shown_person = plannr_display_text_isolate (person);
  g_autofree char *subtitle =
      plannr_display_text_join (" · ", (const char *[]){ shown_firm, shown_person, NULL });

  gtk_label_set_label (self->subtitle, subtitle);
  gtk_widget_set_visible (GTK_WIDGET (self->subtitle), *subtitle != '\0');
}

static void
selected_cb (PlannrWindow *self)
{
  PlannrSubmission *selected = plannr_case_list_get_selected (self->list);

  if (selected != NULL)
    plannr_window_set_current (self, selected);
}

/* Whoever leaves a field, or the window, may count on what they typed. */
static void
save_cb (PlannrWindow *self)
{
  if (self->connection != NULL)
    plannr_outbox_save (plannr_window_get_outbox (self));
}

/* For how long a case may be taken back is the person's, or their administrator's, to say. */
static void
undo_seconds_cb (PlannrWindow *self)
{
  if (self->connection != NULL)
    plannr_outbox_set_undo_seconds (plannr_window_get_outbox (self),
                                    (guint) g_settings_get_int (self->settings, "undo-seconds"));
}

/* A menu has a widget for each of its items: they are made when somebody opens it. */
static void
create_menu_cb (GtkMenuButton *button, gpointer user_data)
{
  PlannrWindow *self = user_data;

  gtk_menu_button_set_create_popup_func (button, NULL, NULL, NULL);
  gtk_menu_button_set_menu_model (button, self->main_menu);
}

static gboolean
plannr_window_close_request (GtkWindow *window)
{
  PlannrWindow *self = PLANNR_WINDOW (window);
  int width;
  int height;

  if (self->connection != NULL)
    plannr_create_press_hurry (plannr_window_get_press (self));
  gtk_window_get_default_size (window, &width, &height);
  g_settings_set_boolean (self->settings, "window-maximized", gtk_window_is_maximized (window));
  g_settings_set_int (self->settings, "window-width", width);
  g_settings_set_int (self->settings, "window-height", height);
  g_settings_set_int (self->settings, "list-width", gtk_paned_get_position (self->paned));

  if (plannr_window_ask (self, PLANNR_PARTING_CLOSE))
    return TRUE;

  return GTK_WINDOW_CLASS (plannr_window_parent_class)->close_request (window);
}

static void
plannr_window_dispose (GObject *object)
{
  PlannrWindow *self = PLANNR_WINDOW (object);

  g_clear_object (&self->current);
  g_clear_object (&self->discarded);
  g_clear_object (&self->connection);
  g_clear_object (&self->settings);
  g_clear_pointer (&self->last_draft, g_free);

  G_OBJECT_CLASS (plannr_window_parent_class)->dispose (object);
}

static void
plannr_window_class_init (PlannrWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = plannr_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = plannr_window_close_request;

  g_type_ensure (PLANNR_TYPE_CASE_FORM);
  g_type_ensure (PLANNR_TYPE_CASE_LIST);

  gtk_widget_class_set_template_from_resource (widget_class, PLANNR_RESOURCES "plannr-window.ui");
  gtk_widget_class_bind_template_child (widget_class, PlannrWindow, banner);
  gtk_widget_class_bind_template_child (widget_class, PlannrWindow, banner_button);
  gtk_widget_class_bind_template_child (widget_class, PlannrWindow, banner_button_label);
  gtk_widget_class_bind_template_child (widget_class, PlannrWindow, banner_label);
  gtk_widget_class_bind_template_child (widget_class, PlannrWindow, form);
  gtk_widget_class_bind_template_child (widget_class, PlannrWindow, list);
  gtk_widget_class_bind_template_child (widget_class, PlannrWindow, main_menu);
  gtk_widget_class_bind_template_child (widget_class, PlannrWindow, menu_button);
  gtk_widget_class_bind_template_child (widget_class, PlannrWindow, pages);
  gtk_widget_class_bind_template_child (widget_class, PlannrWindow, paned);
  gtk_widget_class_bind_template_child (widget_class, PlannrWindow, panes);
  gtk_widget_class_bind_template_child (widget_class, PlannrWindow, subtitle);

  plannr_window_install_actions (widget_class);
}

static void
plannr_window_init (PlannrWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_menu_button_set_create_popup_func (self->menu_button, create_menu_cb, self, NULL);
  g_signal_connect_swapped (self->list, "notify::selected", G_CALLBACK (selected_cb), self);
  g_signal_connect (self, "notify::focus-widget", G_CALLBACK (save_cb), NULL);
  g_signal_connect (self, "notify::is-active", G_CALLBACK (save_cb), NULL);
}

/**
 * plannr_window_new:
 * @application: the application
 * @settings: where its size is kept
 *
 * Returns: (transfer none): a window without a firm
 */
PlannrWindow *
plannr_window_new (GtkApplication *application, GSettings *settings)
{
  PlannrWindow *self = g_object_new (PLANNR_TYPE_WINDOW, "application", application, NULL);
  g_autoptr (GAction) undo_seconds = g_settings_create_action (settings, "undo-seconds");

  self->settings = g_object_ref (settings);
  g_action_map_add_action (G_ACTION_MAP (self), undo_seconds);
  g_signal_connect_object (settings, "changed::undo-seconds", G_CALLBACK (undo_seconds_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_window_set_default_size (GTK_WINDOW (self), g_settings_get_int (settings, "window-width"),
                               g_settings_get_int (settings, "window-height"));
  if (g_settings_get_boolean (settings, "window-maximized"))
    gtk_window_maximize (GTK_WINDOW (self));
  gtk_paned_set_position (self->paned, g_settings_get_int (settings, "list-width"));

  return self;
}

/**
 * plannr_window_set_connection:
 * @self: a window
 * @connection: the firm to show
 *
 * Shows a new form of that firm.
 */
void
plannr_window_set_connection (PlannrWindow *self, PlannrConnection *connection)
{
  PlannrProfile *profile = NULL;
  PlannrOutbox *outbox = NULL;
  g_autoptr (PlannrCaseDraft) draft = NULL;

  g_return_if_fail (PLANNR_IS_WINDOW (self));
  g_return_if_fail (PLANNR_IS_CONNECTION (connection));

  if (self->connection != NULL)
    {
      PlannrProfile *old = plannr_connection_get_profile (self->connection);

      plannr_create_press_hurry (plannr_profile_get_create_press (old));
      g_signal_handlers_disconnect_by_data (plannr_profile_get_create_press (old), self);
      g_signal_handlers_disconnect_by_data (self->connection, self);
      g_signal_handlers_disconnect_by_data (old, self);
      g_signal_handlers_disconnect_by_data (plannr_profile_get_outbox (old), self);
    }

  g_set_object (&self->connection, connection);
  withdraw_questions (self);
  plannr_window_set_discarded (self, NULL);
  self->has_read_of_file = FALSE;
  profile = plannr_connection_get_profile (connection);
  outbox = plannr_profile_get_outbox (profile);

  g_signal_connect_object (connection, "notify", G_CALLBACK (plannr_window_update_banner), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (profile, "notify::login", G_CALLBACK (update_title), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (outbox, "notify", G_CALLBACK (plannr_window_update_banner), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (plannr_profile_get_create_press (profile), "notify::waiting",
                           G_CALLBACK (plannr_window_update_actions), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (outbox, "opened", G_CALLBACK (plannr_window_opened), self,
                           G_CONNECT_SWAPPED);

  g_free (self->last_draft);
  self->last_draft = g_settings_get_string (self->settings, "last-draft");
  undo_seconds_cb (self);
  plannr_case_form_set_profile (self->form, profile);
  plannr_case_list_set_outbox (self->list, outbox);

  draft = plannr_case_draft_new ();
  plannr_window_begin (self, draft);
  update_title (self);
  plannr_window_update_banner (self);
  plannr_case_form_focus_name (self->form);
}

/* What waits for a token that works waits for one of the same account. */
static PlannrLogin *
get_login_to_renew (PlannrWindow *self)
{
  PlannrProfile *profile =
      self->connection != NULL ? plannr_connection_get_profile (self->connection) : NULL;

  /* Who has disconnected may become somebody else. */
  if (profile == NULL || plannr_profile_is_practice (profile)
      || plannr_connection_get_state (self->connection) == PLANNR_CONNECTION_NONE
      || plannr_outbox_get_wait (plannr_profile_get_outbox (profile)) != PLANNR_WAIT_SIGN_IN)
    return NULL;

  return plannr_profile_get_login (profile);
}

/**
 * plannr_window_show_connect_page:
 * @self: a window
 * @session: how to speak HTTP
 * @server: the server's address
 * @can_go_back: whether there is a firm to go back to
 *
 * Shows the page where a person connects to Plannr.
 */
void
plannr_window_show_connect_page (PlannrWindow *self,
                                 SoupSession *session,
                                 const char *server,
                                 gboolean can_go_back)
{
  g_return_if_fail (PLANNR_IS_WINDOW (self));

  if (self->connect_page == NULL)
    {
      self->connect_page = g_object_new (PLANNR_TYPE_CONNECT_PAGE, NULL);
      g_signal_connect_swapped (self->connect_page, "signed-in",
                                G_CALLBACK (plannr_window_signed_in), self);
      g_signal_connect_swapped (self->connect_page, "practice", G_CALLBACK (plannr_window_practice),
                                self);
      g_signal_connect_swapped (self->connect_page, "back", G_CALLBACK (plannr_window_show_cases),
                                self);
      gtk_stack_add_named (self->pages, GTK_WIDGET (self->connect_page), "connect");
    }

  withdraw_questions (self);
  plannr_connect_page_set_session (self->connect_page, session);
  plannr_connect_page_set_server (self->connect_page, server);
  plannr_connect_page_set_again (self->connect_page, get_login_to_renew (self));
  g_object_set (self->connect_page, "can-go-back", can_go_back, NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->paned), FALSE);
  gtk_stack_set_visible_child (self->pages, GTK_WIDGET (self->connect_page));
  plannr_connect_page_start (self->connect_page);
  plannr_window_update_banner (self);
  plannr_window_update_actions (self);
}

/**
 * plannr_window_show_cases:
 * @self: a window
 *
 * Shows the firm's cases, and forgets the connect page.
 */
void
plannr_window_show_cases (PlannrWindow *self)
{
  g_return_if_fail (PLANNR_IS_WINDOW (self));

  gtk_widget_set_visible (GTK_WIDGET (self->paned), TRUE);
  gtk_stack_set_visible_child (self->pages, GTK_WIDGET (self->paned));
  if (self->connect_page != NULL)
    gtk_stack_remove (self->pages, GTK_WIDGET (g_steal_pointer (&self->connect_page)));
  plannr_window_update_banner (self);
  plannr_window_update_actions (self);
  plannr_case_form_focus_name (self->form);
}
