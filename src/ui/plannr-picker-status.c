/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-ui"

#include "config.h"

#include "plannr-picker-status.h"

#include <glib/gi18n.h>

#include "plannr-display-text.h"
#include "plannr-message.h"
#include "plannr-resources.h"

/**
 * PlannrPickerStatus:
 *
 * What a picker says in the place of rows, with a button to look once more.
 */
struct _PlannrPickerStatus
{
  GtkWidget parent_instance;

  GtkLabel *title;
  GtkLabel *detail;
  GtkButton *again;
};

G_DEFINE_FINAL_TYPE (PlannrPickerStatus, plannr_picker_status, GTK_TYPE_WIDGET)

enum
{
  AGAIN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
clicked_cb (PlannrPickerStatus *self)
{
  g_signal_emit (self, signals[AGAIN], 0);
}

static void
say (PlannrPickerStatus *self, const char *title, const char *detail, const char *again)
{
  gtk_label_set_text (self->title, title);
  gtk_label_set_text (self->detail, detail);
  gtk_widget_set_visible (GTK_WIDGET (self->detail), *detail != '\0');
  if (again != NULL)
    gtk_button_set_label (self->again, again);
  gtk_widget_set_visible (GTK_WIDGET (self->again), again != NULL);
}

static void
plannr_picker_status_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), PLANNR_TYPE_PICKER_STATUS);

  G_OBJECT_CLASS (plannr_picker_status_parent_class)->dispose (object);
}

static void
plannr_picker_status_class_init (PlannrPickerStatusClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = plannr_picker_status_dispose;

  /**
   * PlannrPickerStatus::again:
   *
   * A person wants to look once more.
   */
  signals[AGAIN] = g_signal_new ("again", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               PLANNR_RESOURCES "plannr-picker-status.ui");
  gtk_widget_class_bind_template_child (widget_class, PlannrPickerStatus, title);
  gtk_widget_class_bind_template_child (widget_class, PlannrPickerStatus, detail);
  gtk_widget_class_bind_template_child (widget_class, PlannrPickerStatus, again);
  gtk_widget_class_bind_template_callback (widget_class, clicked_cb);
}

static void
plannr_picker_status_init (PlannrPickerStatus *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
say_error (PlannrPickerStatus *self, const GError *error)
{
  g_autofree char *sentence = plannr_message_get_sentence (error);
  g_autofree char *next_step = plannr_message_get_next_step (error);

  say (self,
       *sentence != '\0'
           ? sentence
           /* Translators: stands in the list of a picker in the place of what was sought */
           : _ ("The search was stopped."),
       next_step,
       /* Translators: a button that repeats a search that failed */
       _ ("Try again"));
}

static void
say_none (PlannrPickerStatus *self, const char *text, const char *none_found)
{
  g_autofree char *shown = plannr_display_text_isolate (text);
  g_autofree char *title = NULL;

  if (*text == '\0')
    /* Translators: stands in the list of a picker where the firm has nothing to choose from */
    title = g_strdup (_ ("There is nothing here yet."));
  else
    /* Translators: stands in the list of a picker; %s is what was typed into the search */
    title = g_strdup_printf (_ ("No match for “%s”."), shown);

  /* Translators: a button that asks Plannr once more for what was not found */
  say (self, title, none_found != NULL ? none_found : "", _ ("Look again"));
}

/**
 * plannr_picker_status_tell:
 * @self: a status
 * @search: a search that has nothing to show
 * @slow: whether it takes long enough to be worth a word
 * @prompt: (nullable): what to type, where nothing is typed and nothing is found for that
 * @none_found: (nullable): what to say where nothing matches
 *
 * Says why there is nothing.
 */
void
plannr_picker_status_tell (PlannrPickerStatus *self,
                           PlannrPickerSearch *search,
                           gboolean slow,
                           const char *prompt,
                           const char *none_found)
{
  const GError *error = NULL;
  const char *text = NULL;

  g_return_if_fail (PLANNR_IS_PICKER_STATUS (self));
  g_return_if_fail (PLANNR_IS_PICKER_SEARCH (search));

  error = plannr_picker_search_get_error (search);
  text = plannr_picker_search_get_text (search);
  if (error != NULL)
    say_error (self, error);
  else if (plannr_picker_search_is_searching (search))
    /* Translators: stands in the list of a picker while Plannr is being asked */
    say (self, slow ? _ ("Searching…") : "", "", NULL);
  else if (*text == '\0' && prompt != NULL)
    say (self, prompt, "", NULL);
  else
    say_none (self, text, none_found);
}

/**
 * plannr_picker_status_get_sentence:
 * Returns: (transfer full): all that it says, to be heard
 */
char *
plannr_picker_status_get_sentence (PlannrPickerStatus *self)
{
  g_return_val_if_fail (PLANNR_IS_PICKER_STATUS (self), NULL);

  return plannr_display_text_join (" ", (const char *const[]){ gtk_label_get_text (self->title),
                                                               gtk_label_get_text (self->detail),
                                                               NULL });
}

/**
 * plannr_picker_status_has_focus:
 * Returns: whether its button has the focus
 */
gboolean
plannr_picker_status_has_focus (PlannrPickerStatus *self)
{
  g_return_val_if_fail (PLANNR_IS_PICKER_STATUS (self), FALSE);

  return gtk_widget_is_focus (GTK_WIDGET (self->again));
}
