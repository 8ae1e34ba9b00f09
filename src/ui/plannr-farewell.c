/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-ui"

#include "config.h"

#include "plannr-farewell.h"

#include <glib/gi18n.h>

#include "plannr-accessible.h"
#include "plannr-focus-home.h"
#include "plannr-number.h"
#include "plannr-resources.h"
#include "plannr-traffic.h"
#include "plannr-wrap-layout.h"

/**
 * PlannrFarewell:
 *
 * Says, before the window is closed or the account is left, how many cases are still on their way
 * and what becomes of them.
 */
struct _PlannrFarewell
{
  GtkBox parent_instance;

  GtkLabel *text;               /* (unowned) */
  GtkWidget *buttons;           /* (unowned) */
  GtkWidget *keep_button;       /* (unowned) */
  GtkWidget *close_button;      /* (unowned) */
  GtkWidget *disconnect_button; /* (unowned) */
  GtkWidget *stay_button;       /* (unowned) */

  PlannrParting parting;
  PlannrOutbox *outbox;   /* (owned) (nullable): while it asks */
  PlannrTraffic *traffic; /* (owned) (nullable): while it asks */
  GtkWidget *came_from;   /* (unowned) (nullable): what had the focus before */
};

G_DEFINE_FINAL_TYPE (PlannrFarewell, plannr_farewell, GTK_TYPE_BOX)

/* What has been typed and is in memory alone. */
static guint
count_unwritten (PlannrOutbox *outbox)
{
  GListModel *rows = G_LIST_MODEL (outbox);
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (PlannrSubmission) row = g_list_model_get_item (rows, i);

      n += !plannr_submission_get_saved (row);
    }

  return n;
}

/* Returns: (nullable): what is to be said; NULL where nothing is left to be said */
static char *
get_text (PlannrFarewell *self)
{
  PlannrWait wait = plannr_outbox_get_wait (self->outbox);
  gboolean will_be_lost = wait == PLANNR_WAIT_DISK && self->parting == PLANNR_PARTING_CLOSE;
  guint n = will_be_lost ? count_unwritten (self->outbox) : 0;
  g_autofree char *number = NULL;

  will_be_lost = n > 0;
  if (!will_be_lost)
    n = plannr_traffic_get_n_under_way (self->traffic);
  if (n == 0)
    return NULL;

  number = plannr_number_format (n, NULL);
  if (will_be_lost)
    return g_strdup_printf (
        /* Translators: before the window is closed; %s is the number */
        ngettext ("%s case could not be written to this computer’s disk yet. It is lost if you "
                  "close now.",
                  "%s cases could not be written to this computer’s disk yet. They are lost if you "
                  "close now.",
                  n),
        number);
  if (self->parting == PLANNR_PARTING_DISCONNECT)
    return g_strdup_printf (
        /* Translators: before the account is disconnected; %s is the number */
        ngettext ("%s case is still on its way to Plannr. It is kept on this computer, and goes on "
                  "once you have signed in to this account again.",
                  "%s cases are still on their way to Plannr. They are kept on this computer, and "
                  "go on once you have signed in to this account again.",
                  n),
        number);
  if (wait == PLANNR_WAIT_SIGN_IN)
    return g_strdup_printf (
        /* Translators: before the window is closed; %s is the number */
        ngettext ("%s case waits until you have signed in again. It is kept on this computer, and "
                  "goes on then.",
                  "%s cases wait until you have signed in again. They are kept on this computer, "
                  "and go on then.",
                  n),
        number);

  return g_strdup_printf (
      /* Translators: before the window is closed; %s is the number */
      ngettext (
          "%s case is still on its way to Plannr. It is kept on this computer, and goes on at "
          "the next start.",
          "%s cases are still on their way to Plannr. They are kept on this computer, and go "
          "on at the next start.",
          n),
      number);
}

static gboolean
can_keep_working (PlannrFarewell *self)
{
  PlannrWait wait = plannr_outbox_get_wait (self->outbox);

  return self->parting == PLANNR_PARTING_CLOSE && wait != PLANNR_WAIT_SIGN_IN
         && wait != PLANNR_WAIT_DISK;
}

static GtkWidget *
get_safe_button (PlannrFarewell *self)
{
  return can_keep_working (self) ? self->keep_button : self->stay_button;
}

/* It asks for as long as there is something to say. */
static void
refresh (PlannrFarewell *self)
{
  g_autofree char *text = get_text (self);

  if (text == NULL)
    {
      plannr_farewell_withdraw (self);
      return;
    }

  gtk_label_set_label (self->text, text);
  plannr_accessible_set_description (self->keep_button, text);
  plannr_accessible_set_description (self->stay_button, text);
  gtk_widget_set_visible (self->keep_button, can_keep_working (self));
  gtk_widget_set_visible (self->close_button, self->parting == PLANNR_PARTING_CLOSE);
  gtk_widget_set_visible (self->disconnect_button, self->parting == PLANNR_PARTING_DISCONNECT);
}

/* A window that went to the background comes back without the question. */
static void
plannr_farewell_unmap (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (plannr_farewell_parent_class)->unmap (widget);

  plannr_farewell_withdraw (PLANNR_FAREWELL (widget));
}

static void
plannr_farewell_dispose (GObject *object)
{
  PlannrFarewell *self = PLANNR_FAREWELL (object);

  g_clear_weak_pointer (&self->came_from);
  g_clear_object (&self->traffic);
  g_clear_object (&self->outbox);

  G_OBJECT_CLASS (plannr_farewell_parent_class)->dispose (object);
}

static void
plannr_farewell_class_init (PlannrFarewellClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = plannr_farewell_dispose;
  widget_class->unmap = plannr_farewell_unmap;

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class, PLANNR_RESOURCES "plannr-farewell.ui");
  gtk_widget_class_bind_template_child (widget_class, PlannrFarewell, text);
  gtk_widget_class_bind_template_child (widget_class, PlannrFarewell, buttons);
  gtk_widget_class_bind_template_child (widget_class, PlannrFarewell, keep_button);
  gtk_widget_class_bind_template_child (widget_class, PlannrFarewell, close_button);
  gtk_widget_class_bind_template_child (widget_class, PlannrFarewell, disconnect_button);
  gtk_widget_class_bind_template_child (widget_class, PlannrFarewell, stay_button);
}

static void
plannr_farewell_init (PlannrFarewell *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_layout_manager (self->buttons, g_object_new (PLANNR_TYPE_WRAP_LAYOUT, NULL));
}

/**
 * plannr_farewell_ask:
 * @self: a farewell in a window
 * @parting: what the person is about to do
 * @outbox: where cases may be on their way
 *
 * Asks whether to do it, where there is something to be said and it has not just been said. The
 * answers are the actions `app.keep-working`, `app.disconnect-now`, `win.close-now` and `win.stay`.
 *
 * Returns: whether it asks; where it does not, the person has their way
 */
gboolean
plannr_farewell_ask (PlannrFarewell *self, PlannrParting parting, PlannrOutbox *outbox)
{
  g_return_val_if_fail (PLANNR_IS_FAREWELL (self), FALSE);
  g_return_val_if_fail (PLANNR_IS_OUTBOX (outbox), FALSE);

  if (self->traffic != NULL && self->parting == parting && self->outbox == outbox)
    return FALSE;

  plannr_farewell_withdraw (self);
  self->parting = parting;
  self->outbox = g_object_ref (outbox);
  self->traffic = plannr_traffic_new (outbox);
  refresh (self);
  if (self->traffic == NULL)
    return FALSE;

  plannr_focus_home_note (&self->came_from, GTK_WIDGET (self));
  g_signal_connect_object (self->traffic, "notify::n-under-way", G_CALLBACK (refresh), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (outbox, "notify", G_CALLBACK (refresh), self, G_CONNECT_SWAPPED);
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
  gtk_widget_grab_focus (get_safe_button (self));

  return TRUE;
}

/**
 * plannr_farewell_withdraw:
 * @self: a farewell
 *
 * Asks no longer.
 */
void
plannr_farewell_withdraw (PlannrFarewell *self)
{
  g_return_if_fail (PLANNR_IS_FAREWELL (self));

  if (self->traffic == NULL)
    return;

  plannr_focus_home_return (&self->came_from, GTK_WIDGET (self));

  g_signal_handlers_disconnect_by_data (self->outbox, self);
  g_signal_handlers_disconnect_by_data (self->traffic, self);
  g_clear_object (&self->traffic);
  g_clear_object (&self->outbox);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}
