/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-ui"

#include "config.h"

#include "plannr-news.h"

#include <glib/gi18n.h>

#include "plannr-date.h"
#include "plannr-display-text.h"
#include "plannr-error.h"
#include "plannr-message.h"

static PlannrNews *
news (char *text, const char *action, const char *label)
{
  PlannrNews *self = g_new0 (PlannrNews, 1);

  self->text = text;
  self->action = action;
  self->label = label;

  return self;
}

/**
 * plannr_news_free:
 * @self: (transfer full): the news
 */
void
plannr_news_free (PlannrNews *self)
{
  g_free (self->text);
  g_free (self);
}

static PlannrNews *
of_discarded (PlannrSubmission *discarded)
{
  const char *name = plannr_case_draft_get_name (plannr_submission_get_draft (discarded));
  g_autofree char *shown = plannr_display_text_isolate (name);

  if (*name == '\0')
    return news (g_strdup (_ ("The draft was discarded.")), "win.undo-discard", _ ("_Undo"));

  /* Translators: %s is the name of a case. */
  return news (g_strdup_printf (_ ("“%s” was discarded."), shown), "win.undo-discard", _ ("_Undo"));
}

/* What could be read of a file that was damaged is here; where the rest is, only we know. */
static PlannrNews *
of_moved (const char *moved_to)
{
  g_autofree char *path = g_filename_display_name (moved_to);
  g_autofree char *shown = plannr_display_text_isolate (path);

  return news (
      g_strdup_printf (
          /* Translators: %s is a path */
          _ ("The file with your cases was damaged, and is now “%s”. What could be read of it is "
             "here. Compare with Plannr before you create a case again."),
          shown),
      "win.dismiss-news", _ ("_Understood"));
}

/* What is typed is in memory alone. What the person can do about it is as good as what it is. */
static PlannrNews *
of_disk (const GError *trouble)
{
  g_autofree char *sentence = plannr_message_get_sentence (trouble);
  g_autofree char *next_step = plannr_message_get_next_step (trouble);
  g_autofree char *where = plannr_message_get_server_words (trouble);

  /* It can't be read by this version, however often it tries. */
  if (g_error_matches (trouble, PLANNR_ERROR, PLANNR_ERROR_FILE_NEWER))
    return news (plannr_display_text_join (" ", (const char *[]){ sentence, next_step, NULL }),
                 NULL, NULL);

  if (g_error_matches (trouble, PLANNR_ERROR, PLANNR_ERROR_FILE_OPEN) && where != NULL)
    {
      g_free (sentence);
      /* Translators: %s is the name of a computer */
      sentence = g_strdup_printf (_ ("Your cases are open already, on “%s”."), where);
    }

  return news (plannr_display_text_join (" ", (const char *[]){ sentence, next_step, NULL }),
               "win.try-now", _ ("_Try now"));
}

static PlannrNews *
of_trouble (PlannrOutbox *outbox)
{
  const GError *trouble = plannr_outbox_get_trouble (outbox);
  gint64 until = plannr_outbox_get_until (outbox);
  g_autofree char *sentence = trouble != NULL ? plannr_message_get_sentence (trouble)
                                              : g_strdup (_ ("Plannr can’t be reached."));
  g_autoptr (GDateTime) when = NULL;
  g_autofree char *time = NULL;

  if (until == 0)
    return news (g_steal_pointer (&sentence), "win.try-now", _ ("_Try now"));

  when = g_date_time_new_from_unix_local (until / G_USEC_PER_SEC);
  time = plannr_date_format (when, PLANNR_DATE_TIME, NULL, NULL);

  /* Translators: %1$s says what is the matter, as a whole sentence; %2$s is a time of day. */
  return news (g_strdup_printf (_ ("%1$s The next try is at %2$s."), sentence, time), "win.try-now",
               _ ("_Try now"));
}

/**
 * plannr_news_new:
 * @connection: the way to the firm
 * @discarded: (nullable): a draft that was just discarded
 * @moved_to: (nullable) (type filename): where a file that was damaged is now, until the person has
 *   read that
 *
 * Returns: (transfer full) (nullable): the one thing that the banner should say; %NULL for nothing
 */
PlannrNews *
plannr_news_new (PlannrConnection *connection, PlannrSubmission *discarded, const char *moved_to)
{
  PlannrProfile *profile = NULL;
  PlannrOutbox *outbox = NULL;

  g_return_val_if_fail (PLANNR_IS_CONNECTION (connection), NULL);

  profile = plannr_connection_get_profile (connection);
  outbox = plannr_profile_get_outbox (profile);

  if (discarded != NULL)
    return of_discarded (discarded);

  if (moved_to != NULL)
    return of_moved (moved_to);

  if (plannr_outbox_get_wait (outbox) == PLANNR_WAIT_DISK
      && plannr_outbox_get_trouble (outbox) != NULL)
    return of_disk (plannr_outbox_get_trouble (outbox));

  if (plannr_connection_get_state (connection) == PLANNR_CONNECTION_FAILED)
    return news (plannr_message_get_sentence (plannr_connection_get_error (connection)),
                 "win.connect", _ ("_Connect to Plannr"));

  if (plannr_outbox_get_wait (outbox) == PLANNR_WAIT_SIGN_IN)
    return news (g_strdup (_ ("Your token no longer works. What you have created waits here.")),
                 "win.connect", _ ("_Sign in again"));

  if (plannr_outbox_get_wait (outbox) != PLANNR_WAIT_NOTHING)
    return of_trouble (outbox);

  if (plannr_connection_get_session_only (connection))
    return news (g_strdup (_ ("This computer has no keyring: you will be asked for the token again "
                              "at the next start.")),
                 NULL, NULL);

  if (plannr_profile_is_practice (profile))
    return news (g_strdup (_ ("Practice firm: nothing here reaches Plannr")), "win.connect",
                 _ ("_Connect to Plannr"));

  return NULL;
}
