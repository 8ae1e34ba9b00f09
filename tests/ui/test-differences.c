/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-ui-test"

#include "config.h"

#include "plannr-differences.h"

#include <locale.h>

#include "plannr-samples.h"

#define START "{'uuid':'" CASE_UUID "',"
#define ADA   "{'uuid':'" CLIENT_UUID "','type':'client','name':'Ada Okafor'}"
#define ZOE   "{'uuid':'" STAFF_UUID "','type':'employee','name':'Zoë Müller'}"
#define ISA   "{'uuid':'" PLAN_UUID "','type':'cash_account','name':'John’s ISA'}"

#define ASKED                                                                                      \
  START "'name':'Review','value':{'amount':15099,'currency':'GBP'},"                               \
        "'type':{'uuid':'" PLAN_UUID "','name':'Mortgage'},"                                       \
        "'status':{'uuid':'" PLAN_UUID "','name':'Open'},"                                         \
        "'participants':[" ADA "," ZOE "],'plans':[" ISA "]}"

typedef struct
{
  const char *got;
  const char *sentences;
} Row;

static const Row rows[] = {
  { ASKED, "" },
  /* What Plannr has not sent is unknown, and not different. */
  { START "'name':'Review'}", "" },
  { START "'name':' review '}", "Plannr has the name “ review ” where “Review” was asked for." },
  { START "'name':'Review','value':{'amount':'10000','currency':'GBP'}}",
    "Plannr has £100.00 where £150.99 was asked for." },
  { START "'name':'Review','value':{'amount':15099,'currency':'EUR'}}",
    "Plannr has €150.99 where £150.99 was asked for." },
  { START "'name':'Review','type':{'uuid':'" STAFF_UUID "','name':'Pension'}}",
    "Plannr has the type “Pension” where “Mortgage” was asked for." },
  { START "'name':'Review','status':{'uuid':'" STAFF_UUID "','name':'<b>Shut'}}",
    "Plannr has the status “<b>Shut” where “Open” was asked for." },
  { START "'name':'Review','plans':[]}", "Plannr left out the plan “John’s ISA”." },
  { START "'name':'Review','plans':[" ISA ",{'uuid':'" STAFF_UUID "','name':'','type':'pension'}]}",
    "Plannr added the plan “Pension”." },
  { START "'name':'Review','participants':[" ADA "]}", "Plannr left out Zoë Müller." },
  { START "'name':'Review','participants':[" ADA "," ZOE ",{'uuid':'" PLAN_UUID "','name':'Jo'}]}",
    "Plannr added Jo." },
  /* Who is not among those that were sent may be among the rest. */
  { START "'name':'Review','participants_count':4,'participants':[" ADA "]}",
    "People in Plannr: 4, where 2 were asked for." },
  { START "'name':'Review','participants_count':5,'participants':[" ADA "," ZOE "]}",
    "People in Plannr: 5, where 2 were asked for." },
  { START "'name':'Review','participants_count':2,'participants':[" ADA "]}", "" },
  { START "'name':'Review','participants_count':0}",
    "People in Plannr: 0, where 2 were asked for." },
};

static void
test_rows (void)
{
  g_autoptr (PlannrCase) asked = plannr_samples_read_case (ASKED);
  g_autoptr (PlannrCaseDraft) draft = plannr_samples_draft_like (asked);

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (PlannrCase) got = plannr_samples_read_case (rows[i].got);
      g_autoptr (GPtrArray) sentences = plannr_differences_describe (got, draft);
      g_autofree char *joined = NULL;

      g_ptr_array_add (sentences, NULL);
      joined = g_strjoinv ("|", (char **) sentences->pdata);
      g_assert_cmpstr (joined, ==, rows[i].sentences);
    }
}

static void
test_nothing_asked (void)
{
  g_autoptr (PlannrCaseDraft) draft = plannr_case_draft_new ();
  g_autoptr (PlannrCase) got =
      plannr_samples_read_case (START "'name':'Review','value':{'amount':1,'currency':'GBP'}}");
  g_autoptr (GPtrArray) sentences = NULL;

  plannr_case_draft_set_name (draft, "Review");
  sentences = plannr_differences_describe (got, draft);
  g_assert_cmpuint (sentences->len, ==, 1);
  g_assert_cmpstr (g_ptr_array_index (sentences, 0), ==,
                   "Plannr has £0.01 where no value was asked for.");
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/plannr/differences/rows", test_rows);
  g_test_add_func ("/plannr/differences/nothing-asked", test_nothing_asked);

  return g_test_run ();
}
