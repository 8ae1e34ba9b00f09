/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-ui"

#include "config.h"

#include "plannr-case-facts.h"

#include <glib/gi18n.h>

#include "plannr-date.h"
#include "plannr-describe.h"
#include "plannr-differences.h"
#include "plannr-display-text.h"
#include "plannr-number.h"

static void
add_group (GPtrArray *groups, PlannrFacts *facts)
{
  if (facts->facts->len > 0)
    g_ptr_array_add (groups, facts);
  else
    plannr_facts_free (facts);
}

/* A day without a time is read as its midnight in Plannr's own zone, and is the same day everywhere;
 * what has a zone of its own is named by its offset. */
static gboolean
is_plain_day (GDateTime *when)
{
  return g_date_time_get_hour (when) == 0 && g_date_time_get_minute (when) == 0
         && g_date_time_get_seconds (when) <= 0
         && g_strcmp0 (g_time_zone_get_identifier (g_date_time_get_timezone (when)),
                       "Europe/London")
                == 0;
}

static char *
format_date (GDateTime *when)
{
  return is_plain_day (when) ? plannr_date_format (when, PLANNR_DATE_FULL_DAY, NULL,
                                                   g_date_time_get_timezone (when))
                             : plannr_date_format (when, PLANNR_DATE_LONG, NULL, NULL);
}

static void
add_date (PlannrFacts *facts, const char *label, GDateTime *when)
{
  if (when != NULL)
    plannr_facts_add (facts, g_strdup (label), format_date (when), g_strdup (""));
}

static char *
title_people (int n, int n_sent)
{
  g_autofree char *number = plannr_number_format (n, NULL);
  g_autofree char *sent = plannr_number_format (n_sent, NULL);

  if (n > n_sent)
    /* Translators: how many of the people of a case Plannr has named, as in “1 of 4 people” */
    return g_strdup_printf (ngettext ("%1$s of %2$s person", "%1$s of %2$s people", (gulong) n),
                            sent, number);

  /* Translators: the heading above the people of a case; %s is how many there are */
  return g_strdup_printf (_ ("People (%s)"), sent);
}

static PlannrFacts *
collect_people (PlannrCase *record)
{
  GListModel *people = plannr_case_get_people (record);
  guint n = people != NULL ? g_list_model_get_n_items (people) : 0;
  /* Translators: stands before the name of a person in a list that is copied as text */
  PlannrFacts *facts =
      plannr_facts_new (title_people (plannr_case_get_n_people (record), (int) n), _ ("Person"));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (PlannrAccount) person = g_list_model_get_item (people, i);

      plannr_facts_add (facts, plannr_describe_title (person),
                        plannr_describe_detail_among (person, people), g_strdup (""));
    }

  return facts;
}

static PlannrFacts *
collect_plans (PlannrCase *record)
{
  GListModel *plans = plannr_case_get_plans (record);
  guint n = plans != NULL ? g_list_model_get_n_items (plans) : 0;
  g_autofree char *number = plannr_number_format (n, NULL);
  /* Translators: the heading above the plans of a case; %s is how many there are */
  char *title = g_strdup_printf (_ ("Plans (%s)"), number);
  /* Translators: stands before the name of a plan in a list that is copied as text */
  PlannrFacts *facts = plannr_facts_new (title, _ ("Plan"));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (PlannrPlan) plan = g_list_model_get_item (plans, i);

      plannr_facts_add (facts, plannr_describe_title (plan),
                        plannr_describe_detail_among (plan, plans), plannr_describe_value (plan));
    }

  return facts;
}

static const char *
find_name (GListModel *people, const char *uuid)
{
  guint n = people != NULL ? g_list_model_get_n_items (people) : 0;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (PlannrAccount) person = g_list_model_get_item (people, i);

      if (g_ascii_strcasecmp (plannr_account_get_uuid (person), uuid) == 0)
        return plannr_account_get_name (person);
    }

  return NULL;
}

/* Plannr names by their numbers those to whom a case is assigned; some may be known by name. */
static char *
name_accounts (const char *const *uuids, GListModel *people, GListModel *more)
{
  GString *names = g_string_new (NULL);

  for (gsize i = 0; uuids != NULL && uuids[i] != NULL; i++)
    {
      const char *name = find_name (people, uuids[i]);

      if (name == NULL)
        name = find_name (more, uuids[i]);
      if (i > 0)
        g_string_append_c (names, '\n');
      g_string_append (names, name != NULL ? name : uuids[i]);
    }

  return g_string_free (names, FALSE);
}

static void
add_number (PlannrFacts *facts, const char *label, int number)
{
  if (number >= 0)
    plannr_facts_add (facts, g_strdup (label), plannr_number_format (number, NULL), g_strdup (""));
}

static PlannrFacts *
collect_record (PlannrCase *record, PlannrCaseDraft *draft)
{
  /* Translators: the heading above what Plannr keeps of a case: when it was created and so on */
  PlannrFacts *facts = plannr_facts_new (g_strdup (_ ("Record")), NULL);
  GListModel *people = plannr_case_get_people (record);
  int n_sent = people != NULL ? (int) g_list_model_get_n_items (people) : 0;
  g_autofree char *assigned_to = name_accounts (plannr_case_get_assigned_to (record), people,
                                                plannr_case_draft_get_people (draft));
  g_autofree char *groups = name_accounts (plannr_case_get_groups (record), NULL, NULL);

  /* Translators: when the case was created */
  add_date (facts, _ ("Created"), plannr_case_get_created_at (record));
  /* Translators: when the case was last changed */
  add_date (facts, _ ("Updated"), plannr_case_get_updated_at (record));
  /* Translators: when the case was completed */
  add_date (facts, _ ("Completed"), plannr_case_get_completed_at (record));
  /* Translators: when the case is to be looked at again */
  add_date (facts, _ ("Review"), plannr_case_get_review_at (record));
  /* Translators: to whom in the firm the case is assigned */
  plannr_facts_add_text (facts, _ ("Assigned to"), assigned_to);
  /* Translators: the groups that the case belongs to */
  plannr_facts_add_text (facts, _ ("Groups"), groups);
  if (plannr_case_get_n_people (record) > n_sent)
    add_number (facts, _ ("Number of people"), plannr_case_get_n_people (record));
  /* Translators: the place of the case in its column of Plannr’s board */
  add_number (facts, _ ("Position on the board"), plannr_case_get_position (record));
  /* Translators: the short form of a case’s name, used in addresses of web pages */
  plannr_facts_add_text (facts, _ ("Name in addresses"), plannr_case_get_slug (record));
  /* Translators: the number (a UUID) of the case’s board of tasks */
  plannr_facts_add_text (facts, _ ("Task board"), plannr_case_get_task_board_uuid (record));
  /* Translators: the number (a UUID) by which Plannr knows the case */
  plannr_facts_add_text (facts, _ ("Case number"), plannr_case_get_uuid (record));

  return facts;
}

/* The value of a custom field comes as text, whatever it is. */
static char *
show_custom_value (const char *value)
{
  g_autoptr (GDateTime) when = plannr_date_parse (value);

  if (when != NULL)
    return plannr_date_is_plain (value) ? plannr_date_format (when, PLANNR_DATE_FULL_DAY, NULL,
                                                              g_date_time_get_timezone (when))
                                        : plannr_date_format (when, PLANNR_DATE_LONG, NULL, NULL);
  if (g_strcmp0 (value, "true") == 0)
    /* Translators: the value of a field that is answered by yes or no */
    return g_strdup (_ ("Yes"));
  if (g_strcmp0 (value, "false") == 0)
    /* Translators: the value of a field that is answered by yes or no */
    return g_strdup (_ ("No"));

  return plannr_display_text_whole (value);
}

static PlannrFacts *
collect_custom_fields (PlannrCase *record)
{
  GListModel *fields = plannr_case_get_custom_fields (record);
  guint n = fields != NULL ? g_list_model_get_n_items (fields) : 0;
  /* Translators: the heading above the fields that the firm has added to its cases by itself */
  PlannrFacts *facts = plannr_facts_new (g_strdup (_ ("Custom fields")), NULL);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (PlannrCustomField) field = g_list_model_get_item (fields, i);
      const char *name = plannr_custom_field_get_name (field);
      g_autofree char *value = show_custom_value (plannr_custom_field_get_value (field));

      if (*value == '\0')
        continue;

      plannr_facts_add (facts,
                        name != NULL && *name != '\0'
                            ? plannr_display_text_whole (name)
                            /* Translators: a field of the firm’s own without a name */
                            : g_strdup (_ ("Field without a name")),
                        g_steal_pointer (&value), g_strdup (""));
    }

  return facts;
}

/**
 * plannr_case_facts_collect:
 * @record: a case as Plannr has it
 * @draft: what was asked for, which may know the names of more people
 *
 * Returns: (transfer full) (element-type PlannrFacts): what is known of @record beside its name, type,
 *   status and value, a card each; what Plannr has not sent is left out
 */
GPtrArray *
plannr_case_facts_collect (PlannrCase *record, PlannrCaseDraft *draft)
{
  GPtrArray *groups = g_ptr_array_new_with_free_func ((GDestroyNotify) plannr_facts_free);

  add_group (groups, collect_people (record));
  add_group (groups, collect_plans (record));
  add_group (groups, collect_custom_fields (record));
  add_group (groups, collect_record (record, draft));

  return groups;
}

/* What stands in several lines becomes one, so that nothing can pass for a line that it is not. */
static void
write_line (GString *text, const char *label, const char *value)
{
  g_autofree char *line = g_strdup_printf (
      /* Translators: a line of text: %1$s is what it is about, %2$s what is said of it */
      _ ("%1$s: %2$s"), label, value);

  if (*value != '\0')
    g_string_append_printf (text, "%s\n", g_strdelimit (line, "\n", ' '));
}

static void
write_choice (GString *text, const char *label, PlannrChoice *choice)
{
  g_autofree char *title = choice != NULL ? plannr_describe_title (choice) : g_strdup ("");

  write_line (text, label, title);
}

static void
write_group (GString *text, const PlannrFacts *facts)
{
  for (guint i = 0; i < facts->facts->len; i++)
    {
      const PlannrFact *fact = g_ptr_array_index (facts->facts, i);
      g_autofree char *joined =
          plannr_display_text_join (" · ", (const char *const[]){ fact->label, fact->value,
                                                                  fact->aside, NULL });

      if (facts->item != NULL)
        write_line (text, facts->item, joined);
      else
        write_line (text, fact->label, fact->value);
    }
}

/**
 * plannr_case_facts_write:
 * @record: a case as Plannr has it
 * @draft: what was asked for
 *
 * Returns: (transfer full): all that a card says of @record, as lines of `Label: value`
 */
char *
plannr_case_facts_write (PlannrCase *record, PlannrCaseDraft *draft)
{
  GString *text = g_string_new (NULL);
  g_autofree char *name = plannr_display_text_whole (plannr_case_get_name (record));
  g_autofree char *value = plannr_describe_value (record);
  g_autoptr (GPtrArray) differences = plannr_differences_describe (record, draft);
  g_autoptr (GPtrArray) groups = plannr_case_facts_collect (record, draft);

  write_line (text, C_ ("case", "Name"), name);
  write_choice (text, C_ ("case", "Status"), plannr_case_get_status (record));
  write_choice (text, C_ ("case", "Type"), plannr_case_get_kind (record));
  write_line (text, C_ ("case", "Expected value"), value);
  for (guint i = 0; i < differences->len; i++)
    /* Translators: stands before a sentence as “Plannr left out Ada Okafor.” */
    write_line (text, _ ("Difference"), g_ptr_array_index (differences, i));
  for (guint i = 0; i < groups->len; i++)
    write_group (text, g_ptr_array_index (groups, i));

  return g_string_free (text, FALSE);
}
