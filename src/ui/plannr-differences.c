/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-ui"

#include "config.h"

#include "plannr-differences.h"

#include <glib/gi18n.h>

#include "plannr-comparison.h"
#include "plannr-describe.h"
#include "plannr-display-text.h"
#include "plannr-money.h"
#include "plannr-number.h"

typedef char *(*SayFunc) (const char *name);

static char *
say_person_left_out (const char *name)
{
  /* Translators: %s is the name of a person */
  return g_strdup_printf (_ ("Plannr left out %s."), name);
}

static char *
say_person_added (const char *name)
{
  /* Translators: %s is the name of a person */
  return g_strdup_printf (_ ("Plannr added %s."), name);
}

static char *
say_plan_left_out (const char *name)
{
  /* Translators: %s is the name of a plan */
  return g_strdup_printf (_ ("Plannr left out the plan “%s”."), name);
}

static char *
say_plan_added (const char *name)
{
  /* Translators: %s is the name of a plan */
  return g_strdup_printf (_ ("Plannr added the plan “%s”."), name);
}

static const char *
get_uuid (gpointer item)
{
  return PLANNR_IS_ACCOUNT (item) ? plannr_account_get_uuid (item) : plannr_plan_get_uuid (item);
}

static gboolean
holds (GListModel *items, gpointer wanted)
{
  guint n = g_list_model_get_n_items (items);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (items, i);

      if (g_ascii_strcasecmp (get_uuid (item), get_uuid (wanted)) == 0)
        return TRUE;
    }

  return FALSE;
}

/* Says something of each of @items that is not among @others. */
static void
add_missing (GPtrArray *sentences, SayFunc say, GListModel *items, GListModel *others)
{
  guint n = g_list_model_get_n_items (items);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (items, i);
      g_autofree char *name = NULL;

      if (holds (others, item))
        continue;

      name = plannr_describe_title (item);
      g_ptr_array_add (sentences, say (name));
    }
}

/* Where Plannr says that there are more people than it sent, who is missing may be one of those. */
static void
add_people (GPtrArray *sentences, PlannrCase *record, PlannrCaseDraft *draft)
{
  GListModel *got = plannr_case_get_people (record);
  GListModel *asked = plannr_case_draft_get_people (draft);
  guint n_asked = g_list_model_get_n_items (asked);
  int n = plannr_case_get_n_people (record);
  gboolean complete = got != NULL && n <= (int) g_list_model_get_n_items (got);

  if (got != NULL)
    add_missing (sentences, say_person_added, got, asked);
  if (complete)
    add_missing (sentences, say_person_left_out, asked, got);
  else if (n >= 0 && (guint) n != n_asked)
    {
      g_autofree char *got_number = plannr_number_format (n, NULL);
      g_autofree char *asked_number = plannr_number_format (n_asked, NULL);

      /* Translators: both are numbers of people */
      g_ptr_array_add (sentences,
                       g_strdup_printf (_ ("People in Plannr: %1$s, where %2$s were asked for."),
                                        got_number, asked_number));
    }
}

static void
add_value (GPtrArray *sentences, PlannrCase *record, PlannrCaseDraft *draft)
{
  const PlannrMoneyReading *reading = plannr_case_draft_get_value (draft);
  g_autofree char *got = plannr_describe_value (record);
  g_autofree char *asked = NULL;

  if (*got == '\0')
    return;

  if (reading->verdict != PLANNR_MONEY_EXACT)
    {
      /* Translators: %s is an amount of money */
      g_ptr_array_add (sentences,
                       g_strdup_printf (_ ("Plannr has %s where no value was asked for."), got));
      return;
    }

  asked = plannr_money_format (reading->amount, PLANNR_CASE_CURRENCY, NULL);
  /* Translators: both are amounts of money */
  g_ptr_array_add (sentences,
                   g_strdup_printf (_ ("Plannr has %1$s where %2$s was asked for."), got, asked));
}

static void
add_name (GPtrArray *sentences, PlannrCase *record, PlannrCaseDraft *draft)
{
  g_autofree char *got = plannr_describe_title (record);
  g_autofree char *asked = plannr_display_text_isolate (plannr_case_draft_get_name (draft));

  /* Translators: both are names of cases */
  g_ptr_array_add (sentences,
                   g_strdup_printf (_ ("Plannr has the name “%1$s” where “%2$s” was asked for."),
                                    got, asked));
}

static void
add_type (GPtrArray *sentences, PlannrCase *record, PlannrCaseDraft *draft)
{
  g_autofree char *got = plannr_describe_title (plannr_case_get_kind (record));
  g_autofree char *asked = plannr_describe_title (plannr_case_draft_get_kind (draft));

  /* Translators: both are types of cases */
  g_ptr_array_add (sentences,
                   g_strdup_printf (_ ("Plannr has the type “%1$s” where “%2$s” was asked for."),
                                    got, asked));
}

static void
add_status (GPtrArray *sentences, PlannrCase *record, PlannrCaseDraft *draft)
{
  g_autofree char *got = plannr_describe_title (plannr_case_get_status (record));
  g_autofree char *asked = plannr_describe_title (plannr_case_draft_get_status (draft));

  /* Translators: both are statuses of cases */
  g_ptr_array_add (sentences,
                   g_strdup_printf (_ ("Plannr has the status “%1$s” where “%2$s” was asked for."),
                                    got, asked));
}

/**
 * plannr_differences_describe:
 * @record: a case as Plannr has it
 * @draft: what was asked for
 *
 * Says in what @record is known to differ from @draft.
 *
 * Returns: (transfer full) (element-type utf8): one sentence a difference; none where there is none
 */
GPtrArray *
plannr_differences_describe (PlannrCase *record, PlannrCaseDraft *draft)
{
  GPtrArray *sentences = g_ptr_array_new_with_free_func (g_free);
  gboolean differs[PLANNR_N_FIELDS];

  for (PlannrField field = PLANNR_FIELD_NAME; field < PLANNR_N_FIELDS; field++)
    differs[field] =
        plannr_comparison_get_field (record, draft, field) == PLANNR_AGREEMENT_DIFFERENT;

  if (differs[PLANNR_FIELD_NAME])
    add_name (sentences, record, draft);
  if (differs[PLANNR_FIELD_VALUE])
    add_value (sentences, record, draft);
  if (differs[PLANNR_FIELD_TYPE])
    add_type (sentences, record, draft);
  if (differs[PLANNR_FIELD_STATUS])
    add_status (sentences, record, draft);
  /* Those that Plannr sent may be the ones asked for, and there may be more. */
  add_people (sentences, record, draft);
  if (differs[PLANNR_FIELD_PLANS])
    {
      GListModel *got = plannr_case_get_plans (record);
      GListModel *asked = plannr_case_draft_get_plans (draft);

      add_missing (sentences, say_plan_left_out, asked, got);
      add_missing (sentences, say_plan_added, got, asked);
    }

  return sentences;
}
