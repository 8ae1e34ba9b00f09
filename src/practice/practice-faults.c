/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plannr-practice"

#include "config.h"

#include "practice-faults.h"

#include "practice-fault-answers.h"

#include <string.h>

#define API "/api/v1/"

struct _PracticeFaults
{
  GPtrArray *rules; /* of PracticeFault (owned) */
};

static void
fault_free (gpointer data)
{
  PracticeFault *fault = data;

  g_free (fault->name);
  g_free (fault->path);
  g_free (fault);
}

static gboolean
fail (const char *text, const char *reason, GError **error)
{
  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, "--fault %s: %s", text, reason);
  return FALSE;
}

/* K, K-M, or * for each. */
static gboolean
parse_number (PracticeFault *fault, const char *text)
{
  const char *hyphen = strchr (text, '-');
  g_autofree char *first =
      g_strndup (text, hyphen != NULL ? (gsize) (hyphen - text) : strlen (text));
  guint64 number;
  guint64 last;

  if (g_str_equal (text, "*"))
    return TRUE;
  if (!g_ascii_string_to_unsigned (first, 10, 1, G_MAXUINT, &number, NULL))
    return FALSE;
  last = number;
  if (hyphen != NULL
      && !g_ascii_string_to_unsigned (hyphen + 1, 10, number, G_MAXUINT, &last, NULL))
    return FALSE;
  fault->number = (guint) number;
  fault->last = (guint) last;
  return TRUE;
}

/* A number, GET:NUMBER, or GET/resource:NUMBER. */
static gboolean
parse_place (PracticeFault *fault, const char *place)
{
  const char *number = place;

  fault->method = "POST";
  if (g_str_has_prefix (place, "GET"))
    {
      const char *colon = strrchr (place, ':');

      if (colon == NULL || (place[3] != ':' && place[3] != '/'))
        return FALSE;
      fault->method = "GET";
      fault->path = colon > place + 4
                        ? g_strdup_printf (API "%.*s", (int) (colon - place - 4), place + 4)
                        : g_strdup (API);
      number = colon + 1;
    }
  else
    {
      fault->path = g_strdup (API "cases");
    }

  return parse_number (fault, number);
}

/**
 * practice_faults_new:
 *
 * Returns: (transfer full): no faults
 */
PracticeFaults *
practice_faults_new (void)
{
  PracticeFaults *self = g_new0 (PracticeFaults, 1);

  self->rules = g_ptr_array_new_with_free_func (fault_free);
  return self;
}

/**
 * practice_faults_free:
 * @self: (transfer full): the faults
 *
 * Frees @self.
 */
void
practice_faults_free (PracticeFaults *self)
{
  g_ptr_array_unref (self->rules);
  g_free (self);
}

/**
 * practice_faults_add:
 * @self: the faults
 * @text: NAME@K, as on the command line
 * @error: return location for an error
 *
 * Adds a fault.
 *
 * Returns: whether @text names one
 */
gboolean
practice_faults_add (PracticeFaults *self, const char *text, GError **error)
{
  PracticeFault *fault = g_new0 (PracticeFault, 1);
  const char *at = strrchr (text, '@');
  const PracticeFaultKind *kind;

  g_ptr_array_add (self->rules, fault);
  if (at == NULL)
    return fail (text, "it must be NAME@K", error);
  if (!parse_place (fault, at + 1))
    return fail (text, "K must be a number from 1, K-M, or *", error);

  fault->name = g_strndup (text, (gsize) (at - text));
  kind = practice_fault_answers_find (fault->name);
  if (kind != NULL)
    {
      fault->stage = kind->stage;
    }
  else if (g_str_has_suffix (fault->name, "-before-commit"))
    {
      fault->name[strlen (fault->name) - strlen ("-before-commit")] = '\0';
      kind = practice_fault_answers_find (fault->name);
      fault->stage = PRACTICE_STAGE_BEFORE;
    }
  else if (g_str_has_suffix (fault->name, "-after-commit"))
    {
      fault->name[strlen (fault->name) - strlen ("-after-commit")] = '\0';
      kind = practice_fault_answers_find (fault->name);
      fault->stage = PRACTICE_STAGE_AFTER;
    }
  if (kind == NULL)
    return fail (text, "there is no such fault", error);

  fault->answer = kind->answer;
  if (fault->stage == PRACTICE_STAGE_ACCEPT)
    {
      g_free (fault->path);
      fault->method = "";
      fault->path = g_strdup ("");
    }
  return TRUE;
}

/**
 * practice_faults_set_hold:
 * @self: the faults
 * @hold: milliseconds
 *
 * Says for how long an answer that stalls is held back.
 */
void
practice_faults_set_hold (PracticeFaults *self, guint hold)
{
  for (guint i = 0; i < self->rules->len; i++)
    ((PracticeFault *) g_ptr_array_index (self->rules, i))->hold = hold;
}

/**
 * practice_faults_take:
 * @self: the faults
 * @method: a request's method, "" before it is read
 * @path: its path, "" before it is read
 *
 * Counts the request with every fault that it could concern.
 *
 * Returns: (nullable): the fault that strikes it
 */
const PracticeFault *
practice_faults_take (PracticeFaults *self, const char *method, const char *path)
{
  const PracticeFault *found = NULL;

  for (guint i = 0; i < self->rules->len; i++)
    {
      PracticeFault *fault = g_ptr_array_index (self->rules, i);

      if (!g_str_equal (fault->method, method) || !g_str_has_prefix (path, fault->path))
        continue;
      fault->seen++;
      if (found == NULL
          && (fault->number == 0 || (fault->seen >= fault->number && fault->seen <= fault->last)))
        found = fault;
    }
  return found;
}

/**
 * practice_faults_describe:
 *
 * Returns: (transfer full): the names of all faults, for --help
 */
char *
practice_faults_describe (void)
{
  static const char *const stages[] = { "accept", "read", "before", "after" };
  GString *text = g_string_new (NULL);
  const PracticeFaultKind *kind;

  for (guint i = 0; (kind = practice_fault_answers_get (i)) != NULL; i++)
    g_string_append_printf (text, "  %-16s %-8s %s\n", kind->name, stages[kind->stage],
                            kind->description);
  return g_string_free (text, FALSE);
}
