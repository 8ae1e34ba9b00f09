/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-ui-test"

#include "config.h"

#include "plannr-case-order.h"

#include <locale.h>

#include "plannr-case-model.h"
#include "plannr-search.h"
#include "plannr-test-submission.h"

static void
append (GListStore *cases, const char *name, PlannrState state)
{
  g_autoptr (PlannrSubmission) submission = plannr_test_submission_new (name, state);

  g_list_store_append (cases, submission);
}

static void
append_created (GListStore *cases, const char *name, const char *created_at)
{
  g_autoptr (PlannrSubmission) submission = plannr_test_submission_new (name, PLANNR_STATE_DRAFT);

  plannr_test_submission_create (submission, created_at);
  g_list_store_append (cases, submission);
}

static void
assert_rows (PlannrCaseModel *model, const char *const *names)
{
  GListModel *rows = plannr_case_model_get_rows (model);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) found = NULL;
  g_autofree char *left = NULL;
  g_autofree char *right = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (PlannrSubmission) row = g_list_model_get_item (rows, i);

      g_strv_builder_add (builder, plannr_case_draft_get_name (plannr_submission_get_draft (row)));
    }
  found = g_strv_builder_end (builder);
  left = g_strjoinv (" | ", found);
  right = g_strjoinv (" | ", (char **) names);
  g_assert_cmpstr (left, ==, right);
}

#define NAMES(...) ((const char *const[]){ __VA_ARGS__, NULL })

static void
test_order (void)
{
  g_autoptr (GListStore) cases = g_list_store_new (PLANNR_TYPE_SUBMISSION);
  g_autoptr (PlannrCaseModel) model = plannr_case_model_new ();

  append_created (cases, "older", "2026-11-20T09:00:00Z");
  append_created (cases, "oldest", "2025-12-31T09:00:00Z");
  append_created (cases, "newest", "2026-11-24T09:00:00Z");
  append (cases, "draft", PLANNR_STATE_DRAFT);
  append (cases, "gone", PLANNR_STATE_DISCARDED);
  append (cases, "checking", PLANNR_STATE_CHECKING);
  append (cases, "queued", PLANNR_STATE_QUEUED);
  append (cases, "connecting", PLANNR_STATE_CONNECTING);
  append (cases, "on wire", PLANNR_STATE_ON_WIRE);
  append (cases, "refused", PLANNR_STATE_REFUSED);
  append (cases, "asking", PLANNR_STATE_ASKING);
  append (cases, "", PLANNR_STATE_DRAFT);

  plannr_case_model_set_cases (model, G_LIST_MODEL (cases));
  assert_rows (model, NAMES ("asking", "refused", "checking", "queued", "connecting", "on wire",
                             "draft", "newest", "older", "oldest"));

  plannr_case_model_set_cases (model, NULL);
  g_assert_cmpuint (g_list_model_get_n_items (plannr_case_model_get_rows (model)), ==, 0);
}

static void
test_follows (void)
{
  g_autoptr (GListStore) cases = g_list_store_new (PLANNR_TYPE_SUBMISSION);
  g_autoptr (PlannrCaseModel) model = plannr_case_model_new ();
  g_autoptr (PlannrSubmission) moving = NULL;
  g_autoptr (PlannrSubmission) blank = NULL;

  append (cases, "one", PLANNR_STATE_DRAFT);
  append (cases, "two", PLANNR_STATE_DRAFT);
  append (cases, "", PLANNR_STATE_DRAFT);
  append_created (cases, "made", "2026-11-20T09:00:00Z");
  plannr_case_model_set_cases (model, G_LIST_MODEL (cases));
  assert_rows (model, NAMES ("two", "one", "made"));

  /* What is written at is the newest draft. */
  moving = g_list_model_get_item (G_LIST_MODEL (cases), 0);
  plannr_case_draft_set_name (plannr_submission_get_draft (moving), "one!");
  assert_rows (model, NAMES ("one!", "two", "made"));

  /* The first keystroke makes a row, the last one deleted takes it away. */
  blank = g_list_model_get_item (G_LIST_MODEL (cases), 2);
  plannr_case_draft_set_name (plannr_submission_get_draft (blank), "b");
  assert_rows (model, NAMES ("b", "one!", "two", "made"));
  plannr_case_draft_set_name (plannr_submission_get_draft (blank), "");
  assert_rows (model, NAMES ("one!", "two", "made"));

  plannr_submission_set_state (moving, PLANNR_STATE_DISCARDED);
  assert_rows (model, NAMES ("two", "made"));
  plannr_submission_set_state (moving, PLANNR_STATE_DRAFT);
  assert_rows (model, NAMES ("one!", "two", "made"));

  plannr_test_submission_create (moving, "2026-11-01T09:00:00Z");
  assert_rows (model, NAMES ("two", "made", "one!"));

  g_list_store_remove (cases, 1);
  assert_rows (model, NAMES ("made", "one!"));
}

typedef struct
{
  const char *search;
  gboolean found;
} Search;

static const Search searches[] = {
  { "", TRUE },
  { "   ", TRUE },
  { "patrick's", TRUE },
  { "PATRICK’S CASE", TRUE },
  { "case patrick", TRUE },
  { "zoe", TRUE },
  { "ZOË mull", TRUE },
  { "muller zoe patrick 2,450", TRUE },
  { "2450.5", TRUE },
  { "2,450.50", TRUE },
  { "£2,450", TRUE },
  { "٢٤٥٠", TRUE },
  { "strasse", TRUE },
  { "Łódź", TRUE },
  { "lodz", TRUE },
  { "علي", TRUE },
  { "patrick gareth", FALSE },
  { "2540", FALSE },
  { "patricks", FALSE },
};

static void
test_search (gconstpointer data)
{
  const Search *search = data;
  g_autoptr (PlannrCaseDraft) draft =
      plannr_test_draft_new ("Patrick’s Case, Straße in Łódź", "2450.50",
                             NAMES ("Zoë Müller", "محمد العلي"));
  g_autoptr (PlannrSubmission) submission = plannr_submission_new (draft);
  g_autofree char *key = plannr_case_order_get_key (submission);
  g_auto (GStrv) words = plannr_search_get_words (search->search);

  g_assert_cmpint (plannr_search_matches (key, (const char *const *) words), ==, search->found);
}

static void
test_search_follows (void)
{
  g_autoptr (GListStore) cases = g_list_store_new (PLANNR_TYPE_SUBMISSION);
  g_autoptr (PlannrCaseModel) model = plannr_case_model_new ();
  g_autoptr (PlannrSubmission) first = NULL;

  append (cases, "Pension", PLANNR_STATE_DRAFT);
  append (cases, "Mortgage", PLANNR_STATE_QUEUED);
  plannr_case_model_set_cases (model, G_LIST_MODEL (cases));
  plannr_case_model_set_search (model, "mort");
  g_assert_cmpint (plannr_case_model_is_searching (model), ==, TRUE);
  assert_rows (model, NAMES ("Mortgage"));

  first = g_list_model_get_item (G_LIST_MODEL (cases), 0);
  plannr_case_draft_set_name (plannr_submission_get_draft (first), "Remortgage");
  assert_rows (model, NAMES ("Mortgage", "Remortgage"));

  plannr_case_model_set_search (model, " ");
  g_assert_cmpint (plannr_case_model_is_searching (model), ==, FALSE);
  assert_rows (model, NAMES ("Mortgage", "Remortgage"));
}

/* What was thrown away is there for those who look for it, below all else. */
static void
test_discarded (void)
{
  g_autoptr (GListStore) cases = g_list_store_new (PLANNR_TYPE_SUBMISSION);
  g_autoptr (PlannrCaseModel) model = plannr_case_model_new ();
  g_autoptr (PlannrSubmission) gone = NULL;

  append (cases, "Pension, gone", PLANNR_STATE_DISCARDED);
  append (cases, "", PLANNR_STATE_DISCARDED);
  append_created (cases, "Pension, made", "2026-11-20T09:00:00Z");
  plannr_case_model_set_cases (model, G_LIST_MODEL (cases));
  assert_rows (model, NAMES ("Pension, made"));

  plannr_case_model_set_search (model, "pension");
  assert_rows (model, NAMES ("Pension, made", "Pension, gone"));

  gone = g_list_model_get_item (G_LIST_MODEL (cases), 0);
  plannr_submission_set_state (gone, PLANNR_STATE_DRAFT);
  assert_rows (model, NAMES ("Pension, gone", "Pension, made"));
  plannr_submission_set_state (gone, PLANNR_STATE_DISCARDED);
  assert_rows (model, NAMES ("Pension, made", "Pension, gone"));

  plannr_case_model_set_search (model, "");
  assert_rows (model, NAMES ("Pension, made"));
}

static void
test_fold (void)
{
  const struct
  {
    const char *text;
    const char *folded;
  } folds[] = {
    { "", "" },
    { "Ünïcödé", "unicode" },
    { "ÆØÅ æøå", "aeoa aeoa" },
    { "Peter\u00a0O’Brien", "peter o'brien" },
    { "\u2068x\u2069", "x" },
    { "ﬁn", "fin" },
    { "\xff", "\uFFFD" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (folds); i++)
    {
      g_autofree char *folded = plannr_search_fold (folds[i].text);

      g_assert_cmpstr (folded, ==, folds[i].folded);
    }
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "en_GB.UTF-8");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/plannr/case-order/order", test_order);
  g_test_add_func ("/plannr/case-order/follows", test_follows);
  g_test_add_func ("/plannr/case-order/discarded", test_discarded);
  g_test_add_func ("/plannr/case-order/fold", test_fold);
  g_test_add_func ("/plannr/case-order/search-follows", test_search_follows);
  for (guint i = 0; i < G_N_ELEMENTS (searches); i++)
    {
      g_autofree char *path = g_strdup_printf ("/plannr/case-order/search/%u", i);

      g_test_add_data_func (path, &searches[i], test_search);
    }

  return g_test_run ();
}
