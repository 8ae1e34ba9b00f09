/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-ui"

#include "config.h"

#include "plannr-message.h"

#include <gio/gio.h>
#include <glib/gi18n.h>

#include "plannr-display-text.h"
#include "plannr-error.h"
#include "plannr-number.h"

typedef struct
{
  const char *sentence;
  const char *next_step;
} Message;

/* A create, a look-up and a sign-in can all end in any of these, so none says which of them it was. */
static const Message messages[PLANNR_N_ERRORS] = {
  [PLANNR_ERROR_OFFLINE] = {
      N_ ("This computer has no connection to Plannr at the moment."),
      N_ ("Check the network. "
          "Nothing is lost: what waits is sent as soon as Plannr can be reached."),
  },
  [PLANNR_ERROR_NAME_NOT_FOUND] = {
      N_ ("Plannr’s address could not be found on the network."),
      N_ ("Check the network connection, and the server’s address if it was typed by hand."),
  },
  [PLANNR_ERROR_REFUSED] = {
      N_ ("Nothing answers at Plannr’s address."),
      N_ ("Plannr may be out of service for a moment. Try again in a few minutes."),
  },
  [PLANNR_ERROR_PROXY] = {
      N_ ("A proxy between this computer and Plannr did not let the request through."),
      N_ ("Ask whoever looks after this computer’s network to let Plannr through."),
  },
  [PLANNR_ERROR_TLS] = {
      N_ ("The connection to Plannr is not private, and was not used."),
      N_ ("Check this computer’s date and time. "
          "If they are right, ask whoever looks after the network."),
  },
  [PLANNR_ERROR_DEADLINE] = {
      N_ ("Plannr took too long to answer."),
      N_ ("Wait a moment, then try again."),
  },
  [PLANNR_ERROR_CONNECTION_LOST] = {
      N_ ("The connection broke off before the whole answer was there."),
      N_ ("Check the network connection, then try again."),
  },
  [PLANNR_ERROR_REDIRECT] = {
      N_ ("Plannr’s address leads on to another one, which was not followed."),
      N_ ("If this network wants you to sign in, do that in a web browser. "
          "Else check the server’s address."),
  },
  [PLANNR_ERROR_UNAUTHORIZED] = {
      N_ ("Plannr does not accept this token, or no longer does."),
      N_ ("Sign in again with a new token. What waits is kept, and sent after that."),
  },
  [PLANNR_ERROR_FORBIDDEN] = {
      N_ ("Plannr does not allow this account to do that."),
      N_ ("Ask whoever looks after Plannr in the firm for the permission."),
  },
  [PLANNR_ERROR_NOT_FOUND] = {
      N_ ("Plannr does not have what was asked for."),
      N_ ("It may have been removed there. Choose something else."),
  },
  [PLANNR_ERROR_METHOD] = {
      N_ ("Plannr does not offer this at its address."),
      N_ ("Check the server’s address, and whether there is a newer version of this application."),
  },
  [PLANNR_ERROR_CONFLICT] = {
      N_ ("Plannr says that this clashes with something that it has already."),
      N_ ("Look in Plannr for a case like this one before you create it again."),
  },
  [PLANNR_ERROR_INVALID] = {
      N_ ("Plannr did not accept what was entered."),
      N_ ("Change what is marked, then try again."),
  },
  [PLANNR_ERROR_BUSY] = {
      N_ ("Plannr is busy and takes no more requests for the moment."),
      N_ ("Wait a minute, then try again."),
  },
  [PLANNR_ERROR_REJECTED] = {
      N_ ("Plannr turned the request down."),
      N_ ("Try again. If it happens again, tell Plannr’s support what stands here."),
  },
  [PLANNR_ERROR_SERVER] = {
      N_ ("Something went wrong at Plannr."),
      N_ ("You did nothing wrong. Try again in a few minutes."),
  },
  [PLANNR_ERROR_NOT_JSON] = {
      N_ ("Something other than Plannr answered, a web page perhaps."),
      N_ ("If this network wants you to sign in, do that in a web browser, then try again."),
  },
  [PLANNR_ERROR_BROKEN_JSON] = {
      N_ ("Plannr’s answer arrived damaged."),
      N_ ("Try again. If it happens again, the network may be changing what passes through it."),
  },
  [PLANNR_ERROR_HOSTILE_JSON] = {
      N_ ("Plannr’s answer is not safe to read."),
      N_ ("Tell whoever looks after Plannr in the firm. To try again will hardly help."),
  },
  [PLANNR_ERROR_TOO_BIG] = {
      N_ ("Plannr’s answer is too large to read."),
      N_ ("Search for something narrower. If that does not help, tell Plannr’s support."),
  },
  [PLANNR_ERROR_UNEXPECTED] = {
      N_ ("Plannr’s answer does not say what it should."),
      N_ ("Try again. If it happens again, look for a newer version of this application."),
  },
  [PLANNR_ERROR_READ_ONLY] = {
      N_ ("This login may look at what is in Plannr, but not create anything."),
      N_ ("Ask whoever looks after Plannr in the firm for the right to write, or use another "
          "token."),
  },
  [PLANNR_ERROR_EXPIRED] = {
      N_ ("This login has expired."),
      N_ ("Make a new token in Plannr, and sign in with it."),
  },
  [PLANNR_ERROR_NO_ACCOUNT] = {
      N_ ("This token belongs to no account in Plannr."),
      N_ ("Check that you have copied all of it, or ask whoever looks after Plannr in the firm."),
  },
  [PLANNR_ERROR_KEYRING] = {
      N_ ("This desktop’s keyring could not be used."),
      N_ ("You stay signed in until you close the application. "
          "To stay longer, unlock the keyring and sign in again."),
  },
  [PLANNR_ERROR_PRACTICE] = {
      N_ ("The practice firm could not be started."),
      N_ ("Close the application and start it again. If that does not help, install it again."),
  },
  [PLANNR_ERROR_ADDRESS] = {
      N_ ("This is not an address that can be used for Plannr’s server."),
      N_ ("Give one that begins with “https://”."),
  },
  [PLANNR_ERROR_DISK] = {
      N_ ("This computer’s disk could not be read or written."),
      N_ ("Nothing is sent that is not written down first. Check the disk, then try again."),
  },
  [PLANNR_ERROR_DISK_FULL] = {
      N_ ("There is no space left on this computer’s disk."),
      N_ ("Delete something that you do not need, then try again."),
  },
  [PLANNR_ERROR_DISK_READ_ONLY] = {
      N_ ("This computer does not allow the application to write its files."),
      N_ ("Ask whoever looks after this computer."),
  },
  [PLANNR_ERROR_FILE_OPEN] = {
      N_ ("Your cases are open in another place already."),
      N_ ("Close the application there. This one goes on by itself after that."),
  },
  [PLANNR_ERROR_FILE_BROKEN] = {
      N_ ("The file with your cases was damaged."),
      N_ ("It was moved aside, and what could be read of it is here. Compare with Plannr before you "
          "create a case again."),
  },
  [PLANNR_ERROR_FILE_NEWER] = {
      N_ ("Your cases were last kept by a newer version of this application."),
      N_ ("Install that version again. Until then nothing can be saved or sent here."),
  },
  [PLANNR_ERROR_TAKEN] = {
      N_ ("That case belongs to another one of your rows already."),
      N_ ("Choose another answer."),
  },
};

static const Message unknown = {
  N_ ("Something went wrong that this application does not know."),
  N_ ("Try again. If it happens again, close the application and start it again."),
};

/* What an error of GIO's says where it was not put into our domain on its way. */
static const Message *
find_io_message (int code)
{
  switch (code)
    {
    case G_IO_ERROR_HOST_NOT_FOUND:
      return &messages[PLANNR_ERROR_NAME_NOT_FOUND];
    case G_IO_ERROR_CONNECTION_REFUSED:
      return &messages[PLANNR_ERROR_REFUSED];
    case G_IO_ERROR_NETWORK_UNREACHABLE:
    case G_IO_ERROR_HOST_UNREACHABLE:
      return &messages[PLANNR_ERROR_OFFLINE];
    case G_IO_ERROR_TIMED_OUT:
      return &messages[PLANNR_ERROR_DEADLINE];
    case G_IO_ERROR_CONNECTION_CLOSED:
    case G_IO_ERROR_NOT_CONNECTED:
      return &messages[PLANNR_ERROR_CONNECTION_LOST];
    case G_IO_ERROR_PROXY_FAILED:
    case G_IO_ERROR_PROXY_AUTH_FAILED:
    case G_IO_ERROR_PROXY_NEED_AUTH:
    case G_IO_ERROR_PROXY_NOT_ALLOWED:
      return &messages[PLANNR_ERROR_PROXY];
    case G_IO_ERROR_NO_SPACE:
      return &messages[PLANNR_ERROR_DISK_FULL];
    case G_IO_ERROR_PERMISSION_DENIED:
    case G_IO_ERROR_READ_ONLY:
      return &messages[PLANNR_ERROR_DISK_READ_ONLY];
    default:
      return &unknown;
    }
}

/* Returns NULL if there is nothing to say: the person has cancelled it, and knows. */
static const Message *
find_message (const GError *error)
{
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return NULL;
  if (error->domain == PLANNR_ERROR && error->code >= 0 && error->code < PLANNR_N_ERRORS)
    return &messages[error->code];
  if (error->domain == G_IO_ERROR)
    return find_io_message (error->code);
  if (error->domain == G_TLS_ERROR)
    return &messages[PLANNR_ERROR_TLS];

  return &unknown;
}

static char *
with_status (const char *sentence, guint status)
{
  /* Translators: %1$s is a whole sentence with its full stop, %2$u the number of an HTTP status, 502
   * say. */
  return g_strdup_printf (_ ("%1$s (Error %2$u)"), sentence, status);
}

/* Rounded up: who tries again too early is told to wait again. */
static char *
describe_wait (gint64 milliseconds)
{
  gint64 n = MAX (1, (milliseconds + 999) / 1000);
  gboolean minutes = n > 120;
  g_autofree char *number = NULL;

  if (minutes)
    n = (n + 59) / 60;
  number = plannr_number_format (n, NULL);

  return minutes
             /* Translators: %s is the number */
             ? g_strdup_printf (ngettext ("Plannr asks to wait %s minute. Try again after that.",
                                          "Plannr asks to wait %s minutes. Try again after that.",
                                          (gulong) n),
                                number)
             /* Translators: %s is the number */
             : g_strdup_printf (ngettext ("Plannr asks to wait %s second. Try again after that.",
                                          "Plannr asks to wait %s seconds. Try again after that.",
                                          (gulong) n),
                                number);
}

/**
 * plannr_message_get_sentence:
 * @error: what went wrong
 *
 * Returns: (transfer full): what a person reads of it, one sentence in plain words; empty where it
 *   was cancelled, of which there is nothing to say
 */
char *
plannr_message_get_sentence (const GError *error)
{
  const Message *message;
  guint status;

  g_return_val_if_fail (error != NULL, NULL);

  message = find_message (error);
  if (message == NULL)
    return g_strdup ("");

  status = plannr_error_get_details (error)->status;
  if (status != 0
      && (message == &messages[PLANNR_ERROR_REJECTED] || message == &messages[PLANNR_ERROR_SERVER]))
    return with_status (_ (message->sentence), status);

  return g_strdup (_ (message->sentence));
}

/**
 * plannr_message_get_next_step:
 * @error: what went wrong
 *
 * Returns: (transfer full): what the person who reads the sentence can do about it; empty where it
 *   was cancelled
 */
char *
plannr_message_get_next_step (const GError *error)
{
  const Message *message;
  gint64 wait;

  g_return_val_if_fail (error != NULL, NULL);

  message = find_message (error);
  if (message == NULL)
    return g_strdup ("");

  wait = plannr_error_get_details (error)->retry_after;
  if (message == &messages[PLANNR_ERROR_BUSY] && wait > 0)
    return describe_wait (wait);

  return g_strdup (_ (message->next_step));
}

/**
 * plannr_message_get_server_words:
 * @error: what went wrong
 *
 * Returns: (transfer full) (nullable): what the server itself said of it, fit to be shown as plain
 *   text; %NULL where it said nothing
 */
char *
plannr_message_get_server_words (const GError *error)
{
  const char *words;

  g_return_val_if_fail (error != NULL, NULL);

  words = plannr_error_get_details (error)->message;

  return words != NULL && *words != '\0' ? plannr_display_text_isolate (words) : NULL;
}
