/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plannr-ledger"

#include "config.h"

#include "ledger-plan.h"

#include <string.h>

static gboolean
parse_number (const char *text, guint least, guint *number, GError **error)
{
  guint64 value;

  if (!g_ascii_string_to_unsigned (text, 10, least, G_MAXUINT, &value, error))
    return FALSE;
  *number = (guint) value;
  return TRUE;
}

/* N, N+COUNT, or N+ for all from N on. */
static gboolean
parse_range (const char *text, LedgerRange *range, GError **error)
{
  const char *plus = strchr (text, '+');
  g_autofree char *first = plus != NULL ? g_strndup (text, (gsize) (plus - text)) : NULL;

  range->count = plus == NULL ? 1 : 0;
  if (!parse_number (first != NULL ? first : text, 1, &range->first, error))
    return FALSE;
  return plus == NULL || plus[1] == '\0' || parse_number (plus + 1, 1, &range->count, error);
}

static gboolean
parse_word (LedgerPlan *self, const char *name, const char *value, GError **error)
{
  const struct
  {
    const char *name;
    guint *number;
    LedgerRange *range;
    gboolean *flag;
    char **text;
  } words[] = {
    { "kill-at", .number = &self->kill_at },
    { "kill-after", .number = &self->kill_after },
    { "kill-half", .number = &self->kill_half },
    { "cut-at", .number = &self->cut_at },
    { "seed", .number = &self->seed },
    { "enospc-at", .range = &self->enospc },
    { "eio-at", .range = &self->eio },
    { "short-at", .range = &self->shorts },
    { "readonly", .flag = &self->readonly },
    { "no-sync", .flag = &self->no_sync },
    { "quick", .flag = &self->quick },
    { "record", .flag = &self->record },
    { "only", .text = &self->only },
    { "count-to", .text = &self->count_to },
  };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      if (!g_str_equal (words[i].name, name) || (value == NULL) != (words[i].flag != NULL))
        continue;
      if (words[i].number != NULL)
        return parse_number (value, words[i].number == &self->seed ? 0 : 1, words[i].number, error);
      if (words[i].range != NULL)
        return parse_range (value, words[i].range, error);
      if (words[i].flag != NULL)
        {
          *words[i].flag = TRUE;
          return TRUE;
        }
      g_free (*words[i].text);
      *words[i].text = g_strdup (value);
      return TRUE;
    }

  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, "%s%s: not a word of a plan", name,
               value != NULL ? "=" : "");
  return FALSE;
}

/**
 * ledger_plan_parse:
 * @self: (out): the plan
 * @text: words with commas between them, such as "kill-at=17" or "eio-at=4+2,only=cases.db"
 * @error: return location for an error
 *
 * Reads a plan. The words are the plan's members, with hyphens.
 *
 * Returns: whether @text is one
 */
gboolean
ledger_plan_parse (LedgerPlan *self, const char *text, GError **error)
{
  g_auto (GStrv) words = g_strsplit (text, ",", -1);

  memset (self, 0, sizeof *self);
  for (guint i = 0; words[i] != NULL; i++)
    {
      char *equals = strchr (words[i], '=');

      if (equals != NULL)
        *equals = '\0';
      if (!parse_word (self, words[i], equals != NULL ? equals + 1 : NULL, error))
        {
          ledger_plan_clear (self);
          return FALSE;
        }
    }
  return TRUE;
}

/**
 * ledger_plan_copy:
 * @self: (out): a plan
 * @other: another
 *
 * Makes @self, which holds nothing, a copy of @other.
 */
void
ledger_plan_copy (LedgerPlan *self, const LedgerPlan *other)
{
  *self = *other;
  self->only = g_strdup (other->only);
  self->count_to = g_strdup (other->count_to);
}

/**
 * ledger_plan_clear:
 * @self: a plan
 *
 * Makes @self the plan of a disk in good order.
 */
void
ledger_plan_clear (LedgerPlan *self)
{
  g_free (self->only);
  g_free (self->count_to);
  memset (self, 0, sizeof *self);
}

/**
 * ledger_range_contains:
 * @self: a range
 * @number: the number of an operation
 *
 * Returns: whether @number is in it
 */
gboolean
ledger_range_contains (LedgerRange self, guint number)
{
  return self.first > 0 && number >= self.first
         && (self.count == 0 || number - self.first < self.count);
}
