/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plannr-practice"

#include "config.h"

#include "practice-options.h"

#define DEFAULT_RATE 500
#define DEFAULT_HOLD 120

static const char summary[] =
    "A made-up firm of financial advisers that speaks Plannr's API on this computer alone, to\n"
    "practise and to test with. It prints \"listening on http://127.0.0.1:PORT/\" (https://\n"
    "with a certificate) and ends on\n"
    "SIGTERM, or when its standard input closes, where that is a pipe, a socket or a terminal.\n"
    "Log lines (method, path, status, milliseconds) go to standard error.";

static const char tokens[] =
    "Tokens:\n"
    "  practice            Zoë Müller, who may do everything (see --token)\n"
    "  practice-read-only  Priya Raman, who may not write: 403 on a create\n"
    "  practice-expired    Noor Rahman, whose login has expired: /logins says so, the rest is 401\n"
    "  practice-several    Henry Ashworth-Cole, with a staff and a client account in this firm\n"
    "                      and a staff account in a second one, which has no case yet\n";

static const char places[] =
    "Faults, NAME@K, strike the K-th create (each one where K is *, all from the K-th to the M-th\n"
    "where it is K-M), in order of arrival;\n"
    "NAME@GET:K the K-th reading, NAME@GET/cases-status:K the K-th one whose path begins so.\n"
    "A -before-commit or -after-commit at the end of NAME changes when it strikes:\n";

/**
 * practice_options_parse:
 * @argc: (inout): the number of arguments
 * @argv: (inout): the arguments
 * @error: return location for an error
 *
 * Reads the command line.
 *
 * Returns: (transfer full) (nullable): the options
 */
PracticeOptions *
practice_options_parse (int *argc, char ***argv, GError **error)
{
  g_autoptr (PracticeOptions) self = g_new0 (PracticeOptions, 1);
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);
  g_autofree char *names = practice_faults_describe ();
  g_autofree char *description = g_strconcat (tokens, "\n", places, names, NULL);
  g_auto (GStrv) faults = NULL;
  const GOptionEntry entries[] = {
    { "port", 0, 0, G_OPTION_ARG_INT, &self->port, "Port, 0 for any (0)", "N" },
    { "data", 0, 0, G_OPTION_ARG_FILENAME, &self->data, "SQLite file (in memory)", "FILE" },
    { "people", 0, 0, G_OPTION_ARG_INT, &self->people, "Fill the firm up to N people", "N" },
    { "latency", 0, 0, G_OPTION_ARG_INT, &self->latency, "Wait before each answer", "MS" },
    { "fault", 0, 0, G_OPTION_ARG_STRING_ARRAY, &faults, "What goes wrong, see below", "NAME@K" },
    { "hold", 0, 0, G_OPTION_ARG_INT, &self->hold, "What stalls takes so long (120)", "SECONDS" },
    { "rate", 0, 0, G_OPTION_ARG_INT, &self->rate, "Requests a minute, 0: any (500)", "N" },
    { "token", 0, 0, G_OPTION_ARG_STRING_ARRAY, &self->tokens, "Token (practice)", "TOKEN" },
    { "without", 0, 0, G_OPTION_ARG_STRING_ARRAY, &self->without, "Answer it by 404", "RESOURCE" },
    { "tls-certificate", 0, 0, G_OPTION_ARG_FILENAME, &self->tls_certificate, "Speak TLS, by this",
      "FILE" },
    { "tls-key", 0, 0, G_OPTION_ARG_FILENAME, &self->tls_key, "Its private key", "FILE" },
    { "quiet", 0, 0, G_OPTION_ARG_NONE, &self->quiet, "Log nothing", NULL },
    { NULL },
  };

  self->rate = DEFAULT_RATE;
  self->hold = DEFAULT_HOLD;
  self->faults = practice_faults_new ();
  g_option_context_set_summary (context, summary);
  g_option_context_set_description (context, description);
  g_option_context_add_main_entries (context, entries, NULL);
  if (!g_option_context_parse (context, argc, argv, error))
    return NULL;

  if (*argc > 1 || self->port < 0 || self->port > 65535 || self->people < 0 || self->latency < 0
      || self->hold < 0 || self->hold > 86400 || self->rate < 0)
    {
      g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                           "an argument is out of range, or one too many");
      return NULL;
    }
  if ((self->tls_certificate == NULL) != (self->tls_key == NULL))
    {
      g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
                           "--tls-certificate and --tls-key go together");
      return NULL;
    }

  for (guint i = 0; faults != NULL && faults[i] != NULL; i++)
    if (!practice_faults_add (self->faults, faults[i], error))
      return NULL;
  practice_faults_set_hold (self->faults, (guint) self->hold * 1000);
  return g_steal_pointer (&self);
}

/**
 * practice_options_free:
 * @self: (transfer full): the options
 *
 * Frees @self.
 */
void
practice_options_free (PracticeOptions *self)
{
  g_clear_pointer (&self->faults, practice_faults_free);
  g_free (self->data);
  g_free (self->tls_certificate);
  g_free (self->tls_key);
  g_strfreev (self->tokens);
  g_strfreev (self->without);
  g_free (self);
}
