/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "plannr-practice"

#include "config.h"

#include "practice-query.h"

#include <string.h>

static const char *const nothing[] = { NULL };

static void
refuse (PracticeExchange *exchange,
        const char *what,
        GPtrArray *unknown,
        const char *const *allowed)
{
  g_autofree char *names = NULL;
  g_autofree char *choice = g_strjoinv (", ", (char **) allowed);
  g_autofree char *message = NULL;

  g_ptr_array_add (unknown, NULL);
  names = g_strjoinv (", ", (char **) unknown->pdata);
  message = g_strdup_printf ("Requested %s(s) `%s` are not allowed. Allowed %s(s) are `%s`.", what,
                             names, what, choice);
  practice_exchange_fail (exchange, SOUP_STATUS_BAD_REQUEST, message);
}

static gboolean
check_filters (PracticeExchange *exchange, const char *const *allowed)
{
  g_autoptr (GPtrArray) unknown = g_ptr_array_new_with_free_func (g_free);
  GHashTableIter iter;
  const char *key;

  if (exchange->query == NULL)
    return TRUE;

  g_hash_table_iter_init (&iter, exchange->query);
  while (g_hash_table_iter_next (&iter, (gpointer *) &key, NULL))
    {
      g_autofree char *name = NULL;

      if (!g_str_has_prefix (key, "filter["))
        continue;
      name = g_strndup (key + 7, strcspn (key + 7, "]"));
      if (!g_strv_contains (allowed, name))
        g_ptr_array_add (unknown, g_steal_pointer (&name));
    }

  if (unknown->len > 0)
    refuse (exchange, "filter", unknown, allowed);
  return unknown->len == 0;
}

static gboolean
check_names (PracticeExchange *exchange, const char *parameter, const char *const *allowed)
{
  g_autoptr (GPtrArray) unknown = g_ptr_array_new ();
  const char *value = practice_exchange_get_parameter (exchange, parameter);
  g_auto (GStrv) names = g_strsplit (value != NULL ? value : "", ",", -1);
  gboolean sorts = g_str_equal (parameter, "sort");

  for (guint i = 0; names[i] != NULL; i++)
    {
      const char *name = sorts && names[i][0] == '-' ? names[i] + 1 : names[i];

      if (name[0] != '\0' && !g_strv_contains (allowed, name))
        g_ptr_array_add (unknown, names[i]);
    }

  if (unknown->len > 0)
    refuse (exchange, parameter, unknown, allowed);
  return unknown->len == 0;
}

/**
 * practice_query_check:
 * @exchange: a request
 * @filters: (nullable): the filters that the resource knows
 * @sorts: (nullable): the sorts that it knows
 * @includes: (nullable): the includes that it knows
 *
 * Answers 400 where the request asks for something else; other parameters are ignored.
 *
 * Returns: whether all is well
 */
gboolean
practice_query_check (PracticeExchange *exchange,
                      const char *const *filters,
                      const char *const *sorts,
                      const char *const *includes)
{
  return check_filters (exchange, filters != NULL ? filters : nothing)
         && check_names (exchange, "sort", sorts != NULL ? sorts : nothing)
         && check_names (exchange, "include", includes != NULL ? includes : nothing);
}

/**
 * practice_query_includes:
 * @exchange: a request
 * @name: an include
 *
 * Returns: whether the request asks for it
 */
gboolean
practice_query_includes (PracticeExchange *exchange, const char *name)
{
  const char *value = practice_exchange_get_parameter (exchange, "include");
  g_auto (GStrv) names = g_strsplit (value != NULL ? value : "", ",", -1);

  return g_strv_contains ((const char *const *) names, name);
}

/**
 * practice_query_get_filter:
 * @exchange: a request
 * @name: a filter
 *
 * Returns: (nullable): what it asks for; %NULL where it is absent or empty
 */
const char *
practice_query_get_filter (PracticeExchange *exchange, const char *name)
{
  g_autofree char *parameter = g_strdup_printf ("filter[%s]", name);
  const char *value = practice_exchange_get_parameter (exchange, parameter);

  return value != NULL && value[0] != '\0' ? value : NULL;
}
