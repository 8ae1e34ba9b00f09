/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-ui"

#include "config.h"

#include "plannr-notifier.h"

#include <glib/gi18n.h>

#include "plannr-case-summary.h"
#include "plannr-display-text.h"
#include "plannr-number.h"

/* What comes in one go is told in one go. In milliseconds. */
#define INTERVAL 250

enum
{
  CREATED,
  ASKING,
  REFUSED,
  SIGN_IN,
  N_KINDS
};

/* What they are called between us and the desktop. */
static const char *const ids[N_KINDS] = { "created", "asking", "refused", "sign-in" };

/* What of one kind has been told since the person last looked: a notification for each kind, not
 * for each case, of which there may be a hundred. */
typedef struct
{
  guint n;
  PlannrSubmission *last; /* (owned) (nullable) */
  gboolean is_new;
} News;

/**
 * PlannrNotifier:
 *
 * Tells a person who is looking elsewhere what has become of their cases.
 */
struct _PlannrNotifier
{
  GObject parent_instance;

  GApplication *application; /* (unowned) */
  News news[N_KINDS];
  guint timeout;
};

G_DEFINE_FINAL_TYPE (PlannrNotifier, plannr_notifier, G_TYPE_OBJECT)

static char *
get_title (int kind, guint n)
{
  g_autofree char *number = plannr_number_format (n, NULL);

  switch (kind)
    {
    case CREATED:
      if (n == 1)
        return g_strdup (_ ("A case was created"));
      /* Translators: the title of a notification; %s is the number */
      return g_strdup_printf (ngettext ("%s case was created", "%s cases were created", n), number);
    case ASKING:
      if (n == 1)
        return g_strdup (_ ("Was this case created?"));
      /* Translators: the title of a notification; %s is the number */
      return g_strdup_printf (ngettext ("%s case needs an answer", "%s cases need an answer", n),
                              number);
    case REFUSED:
      if (n == 1)
        return g_strdup (_ ("Plannr did not accept a case"));
      return g_strdup_printf (
          /* Translators: the title of a notification; %s is the number */
          ngettext ("Plannr did not accept %s case", "Plannr did not accept %s cases", n), number);
    default:
      return g_strdup (_ ("Sign in to Plannr again"));
    }
}

/* As the row shows it. */
static char *
describe (PlannrSubmission *submission)
{
  g_autofree char *name = plannr_case_summary_get_name (submission);
  g_autofree char *shown = plannr_display_text_isolate (name);
  g_autofree char *people = plannr_case_summary_get_people (submission);
  g_autofree char *value = plannr_case_summary_get_value (submission);

  return plannr_display_text_join (" · ", (const char *[]){ shown, people, value, NULL });
}

static char *
get_body (const News *news)
{
  g_autofree char *number = plannr_number_format (news->n, NULL);
  g_autofree char *last = NULL;

  if (news->last == NULL)
    /* Translators: in a notification that asks to sign in again; %s is the number */
    return g_strdup_printf (ngettext ("%s case waits for that.", "%s cases wait for that.",
                                      news->n),
                            number);

  last = describe (news->last);
  if (news->n == 1)
    return g_steal_pointer (&last);

  /* Translators: in a notification that tells of several cases; %s is the name of one, with people
   * and value. */
  return g_strdup_printf (_ ("The last one: %s"), last);
}

static void
send (PlannrNotifier *self, int kind)
{
  News *news = &self->news[kind];
  g_autofree char *title = get_title (kind, news->n);
  g_autofree char *body = get_body (news);
  g_autoptr (GNotification) notification = g_notification_new (title);
  g_autoptr (GIcon) icon = g_themed_icon_new (APPLICATION_ID);

  news->is_new = FALSE;
  g_notification_set_body (notification, body);
  g_notification_set_icon (notification, icon);
  if (kind != CREATED)
    g_notification_set_priority (notification, G_NOTIFICATION_PRIORITY_HIGH);
  if (news->last != NULL)
    g_notification_set_default_action_and_target (notification, "app.show-case", "s",
                                                  plannr_submission_get_id (news->last));
  g_application_send_notification (self->application, ids[kind], notification);
}

static gboolean
send_cb (gpointer user_data)
{
  PlannrNotifier *self = user_data;

  self->timeout = 0;
  for (int kind = 0; kind < N_KINDS; kind++)
    if (self->news[kind].is_new)
      send (self, kind);

  return G_SOURCE_REMOVE;
}

static void
send_later (PlannrNotifier *self, int kind)
{
  self->news[kind].is_new = TRUE;
  if (self->timeout == 0)
    self->timeout = g_timeout_add (INTERVAL, send_cb, self);
}

static void
plannr_notifier_dispose (GObject *object)
{
  PlannrNotifier *self = PLANNR_NOTIFIER (object);

  g_clear_handle_id (&self->timeout, g_source_remove);
  for (int kind = 0; kind < N_KINDS; kind++)
    g_clear_object (&self->news[kind].last);

  G_OBJECT_CLASS (plannr_notifier_parent_class)->dispose (object);
}

static void
plannr_notifier_class_init (PlannrNotifierClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = plannr_notifier_dispose;
}

static void
plannr_notifier_init (PlannrNotifier *self)
{
}

/**
 * plannr_notifier_new:
 * @application: the application, which outlives the notifier and has the action `show-case`
 *
 * Returns: (transfer full): a notifier
 */
PlannrNotifier *
plannr_notifier_new (GApplication *application)
{
  PlannrNotifier *self = g_object_new (PLANNR_TYPE_NOTIFIER, NULL);

  self->application = application;

  return self;
}

/**
 * plannr_notifier_tell:
 * @self: a notifier
 * @submission: one that was just created or refused, or that the person is asked about
 *
 * Tells of it, a moment later.
 */
void
plannr_notifier_tell (PlannrNotifier *self, PlannrSubmission *submission)
{
  int kind;

  g_return_if_fail (PLANNR_IS_NOTIFIER (self));
  g_return_if_fail (PLANNR_IS_SUBMISSION (submission));

  switch (plannr_submission_get_state (submission))
    {
    case PLANNR_STATE_CREATED:
      kind = CREATED;
      break;
    case PLANNR_STATE_ASKING:
      kind = ASKING;
      break;
    case PLANNR_STATE_REFUSED:
      kind = REFUSED;
      break;
    case PLANNR_STATE_DRAFT:
    case PLANNR_STATE_QUEUED:
    case PLANNR_STATE_CONNECTING:
    case PLANNR_STATE_ON_WIRE:
    case PLANNR_STATE_CHECKING:
    case PLANNR_STATE_DISCARDED:
    default:
      return;
    }

  self->news[kind].n++;
  g_set_object (&self->news[kind].last, submission);
  send_later (self, kind);
}

/**
 * plannr_notifier_tell_sign_in:
 * @self: a notifier
 * @n_waiting: how many cases wait for it
 *
 * Tells that nothing goes out until the person signs in again.
 */
void
plannr_notifier_tell_sign_in (PlannrNotifier *self, guint n_waiting)
{
  g_return_if_fail (PLANNR_IS_NOTIFIER (self));

  self->news[SIGN_IN].n = n_waiting;
  send_later (self, SIGN_IN);
}

/**
 * plannr_notifier_flush:
 * @self: a notifier
 *
 * Tells now what it would tell in a moment, for a process that is about to end.
 */
void
plannr_notifier_flush (PlannrNotifier *self)
{
  g_return_if_fail (PLANNR_IS_NOTIFIER (self));

  g_clear_handle_id (&self->timeout, g_source_remove);
  send_cb (self);
}

/**
 * plannr_notifier_withdraw:
 * @self: a notifier
 *
 * Takes back what it has told: the person is looking.
 */
void
plannr_notifier_withdraw (PlannrNotifier *self)
{
  g_return_if_fail (PLANNR_IS_NOTIFIER (self));

  g_clear_handle_id (&self->timeout, g_source_remove);
  for (int kind = 0; kind < N_KINDS; kind++)
    {
      News *news = &self->news[kind];

      if (news->n > 0)
        g_application_withdraw_notification (self->application, ids[kind]);
      news->n = 0;
      news->is_new = FALSE;
      g_clear_object (&news->last);
    }
}
