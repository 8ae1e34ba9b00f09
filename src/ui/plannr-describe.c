/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-ui"

#include "config.h"

#include "plannr-describe.h"

#include <glib/gi18n.h>
#include <string.h>

#include "plannr-account.h"
#include "plannr-case.h"
#include "plannr-choice.h"
#include "plannr-display-text.h"
#include "plannr-money.h"
#include "plannr-plan.h"

#define SEPARATOR " · "

/* What Plannr calls something, and what we call it; the context is the one given to translators. */
typedef struct
{
  const char *word;
  const char *context;
  const char *ours;
} Word;

static const Word roles[] = {
  /* Translators: the role of a person or body, as in “client · individual · ada@example.com” */
  { "individual", "role", NC_ ("role", "individual") },
  { "joint", "role", NC_ ("role", "joint") },
  { "trust", "role", NC_ ("role", "trust") },
  { "business", "role", NC_ ("role", "business") },
  /* Translators: the role of one of the firm’s staff, as in “staff · member” */
  { "member", "role", NC_ ("role", "member") },
  { "owner", "role", NC_ ("role", "owner") },
  { "admin", "role", NC_ ("role", "administrator") },
  /* Translators: somebody who introduces clients to the firm */
  { "introducer", "role", NC_ ("role", "introducer") },
};

static const Word plan_kinds[] = {
  /* Translators: the type of a financial product that a client holds */
  { "cash_account", "plan", NC_ ("plan", "Cash account") },
  { "investment", "plan", NC_ ("plan", "Investment") },
  { "protection_policy", "plan", NC_ ("plan", "Protection policy") },
  { "pension", "plan", NC_ ("plan", "Pension") },
  { "annuity", "plan", NC_ ("plan", "Annuity") },
  { "general_insurance", "plan", NC_ ("plan", "General insurance") },
  { "group_protection", "plan", NC_ ("plan", "Group protection") },
  { "mortgage", "plan", NC_ ("plan", "Mortgage") },
  { "loan_credit", "plan", NC_ ("plan", "Loan or credit") },
  { "fixed_asset", "plan", NC_ ("plan", "Fixed asset") },
};

static const Word plan_statuses[] = {
  /* Translators: a plan that has been proposed to the client, and is not in force yet */
  { "proposed", "plan", NC_ ("plan", "proposed") },
  /* Translators: a plan that is no longer in force */
  { "inactive", "plan", NC_ ("plan", "inactive") },
  /* What is usual goes without saying. */
  { "active", NULL, "" },
};

static gboolean
is_blank (const char *text)
{
  for (const char *at = text; at != NULL && *at != '\0'; at = g_utf8_next_char (at))
    if (!g_unichar_isspace (g_utf8_get_char (at)))
      return FALSE;

  return TRUE;
}

/* A word that is not documented is shown as it came, “group_life” being “group life”. */
static char *
make_readable (const char *word, gboolean capital)
{
  g_autofree char *spaced = g_strstrip (g_strdelimit (g_strdup (word), "_", ' '));

  if (capital && g_ascii_islower (*spaced))
    *spaced = g_ascii_toupper (*spaced);

  return plannr_display_text_isolate (spaced);
}

static char *
say (const Word *words, gsize n_words, const char *word, gboolean capital)
{
  if (is_blank (word))
    return g_strdup ("");

  for (gsize i = 0; i < n_words; i++)
    if (g_ascii_strcasecmp (words[i].word, word) == 0)
      return g_strdup (words[i].context == NULL
                           ? words[i].ours
                           : g_dpgettext2 (NULL, words[i].context, words[i].ours));

  return make_readable (word, capital);
}

static char *
show (const char *text)
{
  return is_blank (text) ? g_strdup ("") : plannr_display_text_isolate (text);
}

static char *
describe_adviser (PlannrAccount *account)
{
  g_autofree char *name = show (plannr_account_get_adviser (account));

  /* Translators: who of the firm advises this client, as in “client · adviser Zoë Müller” */
  return *name != '\0' ? g_strdup_printf (_ ("adviser %s"), name) : g_strdup ("");
}

static char *
describe_account (PlannrAccount *account, gboolean with_adviser)
{
  const char *kind = plannr_describe_kind (plannr_account_get_kind (account));
  g_autofree char *role =
      say (roles, G_N_ELEMENTS (roles), plannr_account_get_role (account), FALSE);
  g_autofree char *email = show (plannr_account_get_email (account));
  g_autofree char *adviser = with_adviser ? describe_adviser (account) : g_strdup ("");

  /* Plannr may give the kind in the place of the role. */
  if (g_strcmp0 (plannr_account_get_role (account),
                 plannr_account_kind_to_word (plannr_account_get_kind (account)))
      == 0)
    *role = '\0';

  return plannr_display_text_join (
      SEPARATOR,
      (const char *const[]){
          kind, role, email, adviser,
          /* Translators: said of a client who holds an account together with somebody else too */
          plannr_account_get_joint (account) ? _ ("joint account") : "",
          /* Translators: said of a person whom the firm has made inactive */
          plannr_account_get_inactive (account) ? C_ ("person", "inactive") : "", NULL });
}

static char *
describe_plan (PlannrPlan *plan, gboolean with_status)
{
  g_autofree char *kind =
      say (plan_kinds, G_N_ELEMENTS (plan_kinds), plannr_plan_get_kind (plan), TRUE);
  g_autofree char *provider = show (plannr_plan_get_provider (plan));
  g_autofree char *number = show (plannr_plan_get_policy_number (plan));
  g_autofree char *status =
      say (plan_statuses, G_N_ELEMENTS (plan_statuses), plannr_plan_get_status (plan), FALSE);

  return plannr_display_text_join (SEPARATOR,
                                   (const char *const[]){ kind, provider, number,
                                                          with_status ? status : "", NULL });
}

static char *
title_account (PlannrAccount *account)
{
  if (!is_blank (plannr_account_get_name (account)))
    return show (plannr_account_get_name (account));
  if (!is_blank (plannr_account_get_email (account)))
    return show (plannr_account_get_email (account));

  /* Translators: stands for the name of somebody who has none in Plannr */
  return g_strdup (_ ("Person without a name"));
}

static char *
title_plan (PlannrPlan *plan)
{
  g_autofree char *described = NULL;

  if (!is_blank (plannr_plan_get_name (plan)))
    return show (plannr_plan_get_name (plan));

  described = describe_plan (plan, FALSE);

  /* Translators: stands for the name of a plan of which nothing is known */
  return *described != '\0' ? g_steal_pointer (&described) : g_strdup (_ ("Plan without a name"));
}

/**
 * plannr_describe_title:
 * @item: (type GObject): a #PlannrAccount, a #PlannrPlan, a #PlannrChoice or a #PlannrCase
 *
 * Returns: (transfer full): what a person calls it, never empty; fit to stand inside a sentence
 */
char *
plannr_describe_title (gpointer item)
{
  const char *name;

  if (PLANNR_IS_ACCOUNT (item))
    return title_account (item);
  if (PLANNR_IS_PLAN (item))
    return title_plan (item);

  name = PLANNR_IS_CASE (item) ? plannr_case_get_name (item) : plannr_choice_get_name (item);

  /* Translators: stands for the name of a case, or of a type or status of cases, that has none */
  return is_blank (name) ? g_strdup (_ ("Without a name")) : show (name);
}

/**
 * plannr_describe_detail:
 * @item: (type GObject): a #PlannrAccount, a #PlannrPlan or a #PlannrChoice
 *
 * Returns: (transfer full): what tells it from others with the same title, on one line; empty where
 *   there is nothing to say
 */
char *
plannr_describe_detail (gpointer item)
{
  if (PLANNR_IS_ACCOUNT (item))
    return describe_account (item, TRUE);
  if (PLANNR_IS_PLAN (item))
    {
      /* Where its description is its title already, only the status is left to say. */
      if (is_blank (plannr_plan_get_name (item)))
        return say (plan_statuses, G_N_ELEMENTS (plan_statuses), plannr_plan_get_status (item),
                    FALSE);
      return describe_plan (item, TRUE);
    }

  return g_strdup ("");
}

static const char *
get_uuid (gpointer item)
{
  return PLANNR_IS_ACCOUNT (item) ? plannr_account_get_uuid (item) : plannr_plan_get_uuid (item);
}

/* Whether another of @others reads the same, with @describe and by name. */
static gboolean
has_double (gpointer item, GListModel *others, char *(*describe) (gpointer item))
{
  g_autofree char *title = plannr_describe_title (item);
  g_autofree char *detail = describe (item);
  guint n = g_list_model_get_n_items (others);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GObject) other = g_list_model_get_item (others, i);
      g_autofree char *other_title = plannr_describe_title (other);
      g_autofree char *other_detail = describe (other);

      if (g_ascii_strcasecmp (get_uuid (item), get_uuid (other)) != 0
          && strcmp (title, other_title) == 0 && strcmp (detail, other_detail) == 0)
        return TRUE;
    }

  return FALSE;
}

/**
 * plannr_describe_adviser:
 * @item: (type GObject): a #PlannrAccount, a #PlannrPlan or a #PlannrChoice
 *
 * Returns: (transfer full): who advises that person; empty where there is nobody to name
 */
char *
plannr_describe_adviser (gpointer item)
{
  return PLANNR_IS_ACCOUNT (item) ? describe_adviser (item) : g_strdup ("");
}

/**
 * plannr_describe_beside_adviser:
 * @item: (type GObject): a #PlannrAccount, a #PlannrPlan or a #PlannrChoice
 * @with_phone: whether the telephone number is to be there, before all else
 *
 * Returns: (transfer full): what plannr_describe_detail() says, but for the adviser
 */
char *
plannr_describe_beside_adviser (gpointer item, gboolean with_phone)
{
  g_autofree char *detail = NULL;
  g_autofree char *phone = NULL;

  if (!PLANNR_IS_ACCOUNT (item))
    return plannr_describe_detail (item);

  detail = describe_account (item, FALSE);
  phone = with_phone ? show (plannr_account_get_phone (item)) : g_strdup ("");

  return plannr_display_text_join (SEPARATOR, (const char *const[]){ phone, detail, NULL });
}

/**
 * plannr_describe_searched:
 * @item: (type GObject): a #PlannrAccount, a #PlannrPlan or a #PlannrChoice
 *
 * Returns: (transfer full): the parts of its detail that a search looks at, in order, as they are there
 *   if they are there
 */
char **
plannr_describe_searched (gpointer item)
{
  g_autoptr (GStrvBuilder) parts = g_strv_builder_new ();
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  if (PLANNR_IS_ACCOUNT (item))
    {
      first = show (plannr_account_get_phone (item));
      second = show (plannr_account_get_email (item));
      g_strv_builder_add_many (parts, first, second, NULL);
    }
  else if (PLANNR_IS_PLAN (item))
    {
      first = show (plannr_plan_get_policy_number (item));
      g_strv_builder_add (parts, first);
    }

  return g_strv_builder_end (parts);
}

static char *
describe_with_phone (gpointer item)
{
  g_autofree char *detail = plannr_describe_detail (item);
  g_autofree char *phone =
      PLANNR_IS_ACCOUNT (item) ? show (plannr_account_get_phone (item)) : g_strdup ("");

  return plannr_display_text_join (SEPARATOR, (const char *const[]){ detail, phone, NULL });
}

/**
 * plannr_describe_detail_among:
 * @item: (type GObject): a #PlannrAccount or a #PlannrPlan
 * @others: the accounts or plans that it is shown with; @item may be one of them
 *
 * Like plannr_describe_detail(), with as much more as is needed to tell @item from @others: the
 * telephone number, and in the end the beginning of the number that Plannr knows it by.
 *
 * Returns: (transfer full): the detail, on one line
 */
char *
plannr_describe_detail_among (gpointer item, GListModel *others)
{
  g_autofree char *detail = NULL;
  g_autofree char *number = NULL;

  if (!has_double (item, others, plannr_describe_detail))
    return plannr_describe_detail (item);

  detail = describe_with_phone (item);
  if (!has_double (item, others, describe_with_phone))
    return g_steal_pointer (&detail);

  number = g_strndup (get_uuid (item), 8);

  return plannr_display_text_join (SEPARATOR, (const char *const[]){ detail, number, NULL });
}

/**
 * plannr_describe_value:
 * @item: (type GObject): a #PlannrPlan or a #PlannrCase
 *
 * Returns: (transfer full): its value as formatted money; empty where that is not known
 */
char *
plannr_describe_value (gpointer item)
{
  const char *currency = NULL;
  gint64 amount = 0;
  char *value;

  if (PLANNR_IS_PLAN (item))
    {
      currency = plannr_plan_get_currency (item);
      amount = plannr_plan_get_amount (item);
    }
  else if (PLANNR_IS_CASE (item))
    {
      currency = plannr_case_get_currency (item);
      amount = plannr_case_get_amount (item);
    }

  value = plannr_money_format (amount, currency, NULL);

  return value != NULL ? value : g_strdup ("");
}

/**
 * plannr_describe_kind:
 * @kind: a kind of account
 *
 * Returns: (transfer none): the word for it; empty where it is not known
 */
const char *
plannr_describe_kind (PlannrAccountKind kind)
{
  switch (kind)
    {
    case PLANNR_ACCOUNT_KIND_CLIENT:
      /* Translators: a kind of person, as in “client · individual · ada@example.com” */
      return C_ ("person", "client");
    case PLANNR_ACCOUNT_KIND_EMPLOYEE:
      /* Translators: a kind of person: one of the firm’s own people */
      return C_ ("person", "staff");
    case PLANNR_ACCOUNT_KIND_EXTERNAL:
      /* Translators: a kind of person: neither a client nor of the firm, a solicitor say */
      return C_ ("person", "external");
    case PLANNR_ACCOUNT_KIND_UNKNOWN:
    default:
      return "";
    }
}
