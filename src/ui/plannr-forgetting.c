/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-ui"

#include "config.h"

#include "plannr-forgetting.h"

#include <glib/gi18n.h>

#include "plannr-accessible.h"
#include "plannr-focus-home.h"
#include "plannr-resources.h"
#include "plannr-wrap-layout.h"

/**
 * PlannrForgetting:
 *
 * Asks whether to remove from this computer what is kept there of a firm's people, plans, types and
 * statuses, does it, and says that it is done.
 */
struct _PlannrForgetting
{
  GtkBox parent_instance;

  GtkLabel *text;           /* (unowned) */
  GtkWidget *buttons;       /* (unowned) */
  GtkWidget *forget_button; /* (unowned) */
  GtkWidget *keep_button;   /* (unowned) */
  GtkWidget *close_button;  /* (unowned) */

  PlannrProfile *profile; /* (owned) (nullable): while it asks */
  GtkWidget *came_from;   /* (unowned) (nullable): what had the focus before */
};

G_DEFINE_FINAL_TYPE (PlannrForgetting, plannr_forgetting, GTK_TYPE_BOX)

/* Shows @text and, beside it, what can be answered to it. */
static void
say (PlannrForgetting *self, const char *text, gboolean question)
{
  GtkWidget *answer = question ? self->keep_button : self->close_button;

  gtk_label_set_label (self->text, text);
  gtk_widget_set_visible (self->forget_button, question);
  gtk_widget_set_visible (self->keep_button, question);
  gtk_widget_set_visible (self->close_button, !question);
  plannr_accessible_set_description (answer, text);
  gtk_widget_grab_focus (answer);
}

static void
forgotten_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (PlannrForgetting) self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean forgotten =
      plannr_profile_forget_directory_finish (PLANNR_PROFILE (source), result, &error);

  /* The window was closed meanwhile. */
  if (gtk_widget_get_root (GTK_WIDGET (self)) == NULL)
    return;

  if (forgotten)
    {
      if (gtk_widget_get_visible (GTK_WIDGET (self)))
        say (self,
             /* Translators: once it is done */
             _ ("The people, plans, types and statuses are gone from this computer."), FALSE);
      return;
    }

  g_debug ("The directory is not forgotten: %s", error->message);
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
  say (
      self,
      /* Translators: where what was kept could not be removed, since the folder may not be written to */
      _ ("What is kept could not be removed from this computer’s disk. Try again, or ask whoever "
         "looks after this computer."),
      FALSE);
}

static void
forget_cb (PlannrForgetting *self)
{
  g_autoptr (PlannrProfile) profile = g_steal_pointer (&self->profile);

  if (profile != NULL)
    plannr_profile_forget_directory_async (profile, NULL, forgotten_cb, g_object_ref (self));
}

static void
plannr_forgetting_dispose (GObject *object)
{
  PlannrForgetting *self = PLANNR_FORGETTING (object);

  g_clear_weak_pointer (&self->came_from);
  g_clear_object (&self->profile);

  G_OBJECT_CLASS (plannr_forgetting_parent_class)->dispose (object);
}

static void
plannr_forgetting_class_init (PlannrForgettingClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = plannr_forgetting_dispose;

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               PLANNR_RESOURCES "plannr-forgetting.ui");
  gtk_widget_class_bind_template_child (widget_class, PlannrForgetting, text);
  gtk_widget_class_bind_template_child (widget_class, PlannrForgetting, buttons);
  gtk_widget_class_bind_template_child (widget_class, PlannrForgetting, forget_button);
  gtk_widget_class_bind_template_child (widget_class, PlannrForgetting, keep_button);
  gtk_widget_class_bind_template_child (widget_class, PlannrForgetting, close_button);
  gtk_widget_class_bind_template_callback (widget_class, forget_cb);
  gtk_widget_class_bind_template_callback (widget_class, plannr_forgetting_withdraw);
}

static void
plannr_forgetting_init (PlannrForgetting *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_layout_manager (self->buttons, g_object_new (PLANNR_TYPE_WRAP_LAYOUT, NULL));
}

/**
 * plannr_forgetting_ask:
 * @self: a question in a window
 * @profile: whose directory to forget
 *
 * Asks whether to forget it. The safe answer has the focus.
 */
void
plannr_forgetting_ask (PlannrForgetting *self, PlannrProfile *profile)
{
  g_return_if_fail (PLANNR_IS_FORGETTING (self));
  g_return_if_fail (PLANNR_IS_PROFILE (profile));

  if (!gtk_widget_get_visible (GTK_WIDGET (self)))
    plannr_focus_home_note (&self->came_from, GTK_WIDGET (self));
  g_set_object (&self->profile, profile);
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
  say (self,
       /* Translators: before it is done; “them” are the people, plans, types and statuses */
       _ ("Remove from this computer the people, plans, types and statuses that it keeps to find "
          "them "
          "fast, and which of them you chose last? Your cases, your drafts and what has not been "
          "sent yet stay, and Plannr itself loses nothing. While you are connected, they are "
          "fetched from Plannr again."),
       TRUE);
}

/**
 * plannr_forgetting_withdraw:
 * @self: a question
 *
 * Asks no longer.
 */
void
plannr_forgetting_withdraw (PlannrForgetting *self)
{
  g_return_if_fail (PLANNR_IS_FORGETTING (self));

  plannr_focus_home_return (&self->came_from, GTK_WIDGET (self));
  g_clear_object (&self->profile);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}
