/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-ui"

#include "config.h"

#include "plannr-token-card.h"

#include <glib/gi18n.h>
#include <string.h>

#include "plannr-accessible.h"
#include "plannr-display-text.h"
#include "plannr-error.h"
#include "plannr-message.h"
#include "plannr-resources.h"
#include "plannr-sign-in.h"

/**
 * PlannrTokenCard:
 *
 * Where a token is pasted, and Plannr asked whose it is.
 */
struct _PlannrTokenCard
{
  GtkWidget parent_instance;

  SoupSession *session;      /* (owned) (nullable) */
  char *server;              /* (owned) (nullable) */
  GCancellable *cancellable; /* (owned) (nullable): of the question under way */

  GtkLabel *title;
  GtkEditable *token;
  GtkWidget *connect_button;
  GtkWidget *error_box;
  GtkLabel *error_label;
  GtkWidget *progress;
  GtkWidget *cancel_button;
  GtkSpinner *spinner;
};

G_DEFINE_FINAL_TYPE (PlannrTokenCard, plannr_token_card, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_ASKING,
  N_PROPS
};

enum
{
  KNOWN,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

/* What was pasted, and what became of it: they go their way together. */
typedef struct
{
  PlannrTokenCard *card; /* (owned) */
  char *token;           /* (owned) */
} Question;

static void
question_free (Question *question)
{
  /* Not left lying about in memory. */
  explicit_bzero (question->token, strlen (question->token));
  g_free (question->token);
  g_object_unref (question->card);
  g_free (question);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Question, question_free)

static void
show_error (PlannrTokenCard *self, const char *text)
{
  gtk_label_set_text (self->error_label, text != NULL ? text : "");
  gtk_widget_set_visible (self->error_box, text != NULL);
  plannr_accessible_set_invalid (self->token, text);
  if (text != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self->token), "field-invalid");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->token), "field-invalid");
}

static void
set_cancellable (PlannrTokenCard *self, GCancellable *cancellable)
{
  gboolean asking = cancellable != NULL;

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_set_object (&self->cancellable, cancellable);

  /* The focus leaves what becomes insensitive first. */
  gtk_widget_set_visible (self->progress, asking);
  gtk_spinner_set_spinning (self->spinner, asking);
  if (asking)
    gtk_widget_grab_focus (self->cancel_button);

  gtk_widget_set_sensitive (GTK_WIDGET (self->token), !asking);
  gtk_widget_set_sensitive (self->connect_button, !asking);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ASKING]);
}

static void
refuse_error (PlannrTokenCard *self, const GError *error)
{
  g_autofree char *sentence = plannr_message_get_sentence (error);
  g_autofree char *next_step = plannr_message_get_next_step (error);
  const char *const parts[] = { sentence, next_step, NULL };
  g_autofree char *text = plannr_display_text_join (" ", parts);

  plannr_token_card_refuse (self, text);
}

static void
signed_in_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Question) question = user_data;
  PlannrTokenCard *self = question->card;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) logins = plannr_sign_in_finish (result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  set_cancellable (self, NULL);
  if (logins != NULL)
    g_signal_emit (self, signals[KNOWN], 0, question->token, logins);
  else
    refuse_error (self, error);
}

static void
connect_cb (PlannrTokenCard *self)
{
  g_autofree char *token = plannr_sign_in_clean_token (gtk_editable_get_text (self->token));
  g_autoptr (GCancellable) cancellable = NULL;
  Question *question = NULL;

  if (self->session == NULL || self->server == NULL || self->cancellable != NULL)
    return;

  show_error (self, NULL);
  if (*token == '\0')
    {
      plannr_token_card_refuse (self, _ ("Paste your token here first."));
      return;
    }

  cancellable = g_cancellable_new ();
  question = g_new0 (Question, 1);
  question->card = g_object_ref (self);
  question->token = g_steal_pointer (&token);
  set_cancellable (self, cancellable);
  plannr_sign_in_async (self->session, self->server, question->token, cancellable, signed_in_cb,
                        question);
}

static void
cancel_cb (PlannrTokenCard *self)
{
  set_cancellable (self, NULL);
  gtk_widget_grab_focus (GTK_WIDGET (self->token));
}

static void
token_changed_cb (PlannrTokenCard *self)
{
  show_error (self, NULL);
}

static gboolean
plannr_token_card_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (PLANNR_TOKEN_CARD (widget)->token));
}

static void
plannr_token_card_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_ASKING:
      g_value_set_boolean (value, plannr_token_card_get_asking (PLANNR_TOKEN_CARD (object)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
plannr_token_card_dispose (GObject *object)
{
  PlannrTokenCard *self = PLANNR_TOKEN_CARD (object);
  GtkWidget *child = NULL;

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->session);
  g_clear_pointer (&self->server, g_free);
  gtk_widget_dispose_template (GTK_WIDGET (object), PLANNR_TYPE_TOKEN_CARD);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (plannr_token_card_parent_class)->dispose (object);
}

static void
plannr_token_card_class_init (PlannrTokenCardClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = plannr_token_card_get_property;
  object_class->dispose = plannr_token_card_dispose;
  widget_class->grab_focus = plannr_token_card_grab_focus;

  /**
   * PlannrTokenCard:asking:
   *
   * Whether Plannr is being asked.
   */
  properties[PROP_ASKING] =
      g_param_spec_boolean ("asking", NULL, NULL, FALSE,
                            G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * PlannrTokenCard::known:
   * @token: the token; it is forgotten here after the emission
   * @logins: (element-type PlannrLogin): the accounts that it stands for, at least one
   *
   * Plannr knows the token.
   */
  signals[KNOWN] = g_signal_new ("known", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_PTR_ARRAY);

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               PLANNR_RESOURCES "plannr-token-card.ui");
  gtk_widget_class_bind_template_child (widget_class, PlannrTokenCard, title);
  gtk_widget_class_bind_template_child (widget_class, PlannrTokenCard, token);
  gtk_widget_class_bind_template_child (widget_class, PlannrTokenCard, connect_button);
  gtk_widget_class_bind_template_child (widget_class, PlannrTokenCard, error_box);
  gtk_widget_class_bind_template_child (widget_class, PlannrTokenCard, error_label);
  gtk_widget_class_bind_template_child (widget_class, PlannrTokenCard, progress);
  gtk_widget_class_bind_template_child (widget_class, PlannrTokenCard, cancel_button);
  gtk_widget_class_bind_template_child (widget_class, PlannrTokenCard, spinner);
  gtk_widget_class_bind_template_callback (widget_class, connect_cb);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
  gtk_widget_class_bind_template_callback (widget_class, token_changed_cb);
}

static void
plannr_token_card_init (PlannrTokenCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * plannr_token_card_get_asking:
 * Returns: whether Plannr is being asked
 */
gboolean
plannr_token_card_get_asking (PlannrTokenCard *self)
{
  g_return_val_if_fail (PLANNR_IS_TOKEN_CARD (self), FALSE);

  return self->cancellable != NULL;
}

/**
 * plannr_token_card_set_title:
 * @self: a card
 * @title: what stands above it
 */
void
plannr_token_card_set_title (PlannrTokenCard *self, const char *title)
{
  g_return_if_fail (PLANNR_IS_TOKEN_CARD (self));

  gtk_label_set_text (self->title, title);
}

/**
 * plannr_token_card_set_session:
 * @self: a card
 * @session: how to speak HTTP
 */
void
plannr_token_card_set_session (PlannrTokenCard *self, SoupSession *session)
{
  g_return_if_fail (PLANNR_IS_TOKEN_CARD (self));

  g_set_object (&self->session, session);
}

/**
 * plannr_token_card_set_server:
 * @self: a card
 * @server: the server's address, as plannr_api_check_server() returned it
 */
void
plannr_token_card_set_server (PlannrTokenCard *self, const char *server)
{
  g_return_if_fail (PLANNR_IS_TOKEN_CARD (self));

  g_free (self->server);
  self->server = g_strdup (server);
}

/**
 * plannr_token_card_reset:
 * @self: a card
 *
 * Forgets the token, and whatever was asked or said about it.
 */
void
plannr_token_card_reset (PlannrTokenCard *self)
{
  g_return_if_fail (PLANNR_IS_TOKEN_CARD (self));

  set_cancellable (self, NULL);
  gtk_editable_set_text (self->token, "");
  show_error (self, NULL);
}

/**
 * plannr_token_card_refuse:
 * @self: a card
 * @text: what is wrong with the token
 *
 * Says so under the field, and moves the focus there.
 */
void
plannr_token_card_refuse (PlannrTokenCard *self, const char *text)
{
  g_return_if_fail (PLANNR_IS_TOKEN_CARD (self));

  show_error (self, text);
  gtk_widget_grab_focus (GTK_WIDGET (self->token));
}
