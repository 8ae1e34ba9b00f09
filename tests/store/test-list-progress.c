/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-test"

#include "config.h"

#include "plannr-list-progress.h"

static const PlannrListProgress nothing = { .newest_first = TRUE, .page = 1, .total = -1 };

#define assert_at(progress, expected_run, expected_page)                                           \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_assert_cmpint ((progress).run, ==, expected_run);                                            \
    g_assert_cmpuint ((progress).page, ==, expected_page);                                         \
  }                                                                                                \
  G_STMT_END

/* Goes through a pass of two pages, and through who has come since. */
static gboolean
pass (PlannrListProgress *progress, int first_total, int last_total, guint n_seen)
{
  assert_at (*progress, PLANNR_LIST_RUN_PASS, 1);
  g_assert_false (plannr_list_progress_advance (progress, 500, FALSE, 2, first_total));
  assert_at (*progress, PLANNR_LIST_RUN_PASS, 2);
  g_assert_false (plannr_list_progress_advance (progress, 300, TRUE, 2, last_total));
  assert_at (*progress, PLANNR_LIST_RUN_CLOSING, 1);
  g_assert_true (plannr_list_progress_advance (progress, 500, TRUE, 2, last_total));

  return plannr_list_progress_close (progress, n_seen, 1000);
}

static void
test_first (void)
{
  PlannrListProgress progress = nothing;

  plannr_list_progress_begin (&progress, FALSE);
  g_assert_cmpint (progress.pass, ==, 1);
  g_assert_true (pass (&progress, 800, 800, 800));
  assert_at (progress, PLANNR_LIST_RUN_NONE, 1);
  g_assert_cmpint (progress.ended_at, ==, 1000);

  plannr_list_progress_begin (&progress, FALSE);
  assert_at (progress, PLANNR_LIST_RUN_NEWEST, 1);
  g_assert_false (plannr_list_progress_advance (&progress, 500, TRUE, 2, 800));
  assert_at (progress, PLANNR_LIST_RUN_NONE, 1);

  plannr_list_progress_begin (&progress, TRUE);
  assert_at (progress, PLANNR_LIST_RUN_PASS, 1);
  g_assert_cmpint (progress.pass, ==, 2);
}

/* Where Plannr does not say how many there are, it is believed. */
static void
test_without_total (void)
{
  PlannrListProgress progress = nothing;

  plannr_list_progress_begin (&progress, FALSE);
  g_assert_true (pass (&progress, -1, -1, 790));
}

/* A second pass, and no third. */
static void
test_not_complete (void)
{
  static const struct
  {
    int first_total;
    int last_total;
    guint n_seen;
    gboolean complete;
  } rows[] = {
    { 800, 800, 800, TRUE },  { 800, 801, 801, TRUE },  { 800, 800, 799, FALSE },
    { 801, 800, 800, FALSE }, { 801, 800, 801, FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      PlannrListProgress progress = nothing;

      plannr_list_progress_begin (&progress, FALSE);
      g_assert_cmpint (pass (&progress, rows[i].first_total, rows[i].last_total, rows[i].n_seen),
                       ==, rows[i].complete);
      if (rows[i].complete)
        continue;
      g_assert_cmpint (progress.pass, ==, 2);
      g_assert_cmpint (pass (&progress, rows[i].first_total, rows[i].last_total, rows[i].n_seen),
                       ==, FALSE);
      assert_at (progress, PLANNR_LIST_RUN_NONE, 1);
      g_assert_cmpint (progress.ended_at, ==, 1000);
    }
}

/* A pass goes on where it was; what was cut short among the newest hides what is behind it. */
static void
test_cut_short (void)
{
  PlannrListProgress progress = nothing;

  plannr_list_progress_begin (&progress, FALSE);
  plannr_list_progress_advance (&progress, 500, FALSE, 3, 1300);
  plannr_list_progress_begin (&progress, TRUE);
  assert_at (progress, PLANNR_LIST_RUN_PASS, 2);
  g_assert_cmpint (progress.pass, ==, 1);

  progress.run = PLANNR_LIST_RUN_NONE;
  progress.ended_at = 1000;
  plannr_list_progress_begin (&progress, FALSE);
  assert_at (progress, PLANNR_LIST_RUN_NEWEST, 1);
  plannr_list_progress_begin (&progress, FALSE);
  assert_at (progress, PLANNR_LIST_RUN_NEWEST, 1);
  plannr_list_progress_advance (&progress, 500, FALSE, 4, 1900);
  assert_at (progress, PLANNR_LIST_RUN_NEWEST, 2);
  plannr_list_progress_begin (&progress, FALSE);
  assert_at (progress, PLANNR_LIST_RUN_PASS, 1);
  g_assert_cmpint (progress.pass, ==, 2);
}

/* A list that has become shorter than the page that is asked for; an empty one. */
static void
test_short_list (void)
{
  PlannrListProgress progress = nothing;

  plannr_list_progress_begin (&progress, FALSE);
  plannr_list_progress_advance (&progress, 0, FALSE, 1, 0);
  assert_at (progress, PLANNR_LIST_RUN_CLOSING, 1);
  g_assert_true (plannr_list_progress_advance (&progress, 0, FALSE, 1, 0));
  g_assert_true (plannr_list_progress_close (&progress, 0, 1000));

  plannr_list_progress_begin (&progress, TRUE);
  plannr_list_progress_advance (&progress, 500, FALSE, 2, 501);
  plannr_list_progress_advance (&progress, 0, FALSE, 1, 500);
  assert_at (progress, PLANNR_LIST_RUN_CLOSING, 1);
  g_assert_true (plannr_list_progress_advance (&progress, 500, TRUE, 1, 500));
  g_assert_false (plannr_list_progress_close (&progress, 500, 2000));
  assert_at (progress, PLANNR_LIST_RUN_PASS, 1);
}

/* A list that has no order: passes and nothing else, and each ends with its last page. */
static void
test_no_order (void)
{
  PlannrListProgress progress = { .page = 1, .total = -1 };

  plannr_list_progress_begin (&progress, FALSE);
  assert_at (progress, PLANNR_LIST_RUN_PASS, 1);
  g_assert_false (plannr_list_progress_advance (&progress, 500, FALSE, 2, 800));
  assert_at (progress, PLANNR_LIST_RUN_PASS, 2);
  g_assert_true (plannr_list_progress_advance (&progress, 300, FALSE, 2, 800));
  g_assert_true (plannr_list_progress_close (&progress, 800, 1000));
  assert_at (progress, PLANNR_LIST_RUN_NONE, 1);

  plannr_list_progress_begin (&progress, FALSE);
  assert_at (progress, PLANNR_LIST_RUN_NONE, 1);
  g_assert_cmpint (progress.pass, ==, 1);
  plannr_list_progress_begin (&progress, TRUE);
  assert_at (progress, PLANNR_LIST_RUN_PASS, 1);
  g_assert_cmpint (progress.pass, ==, 2);

  /* One has gone from a page that was seen. */
  plannr_list_progress_advance (&progress, 500, FALSE, 2, 800);
  g_assert_true (plannr_list_progress_advance (&progress, 299, FALSE, 2, 799));
  g_assert_false (plannr_list_progress_close (&progress, 799, 2000));
  assert_at (progress, PLANNR_LIST_RUN_PASS, 1);
}

/* A page that brings nothing although others are said to follow proves nothing of those behind it, even
 * where nobody says how many there are. */
static void
test_gap (void)
{
  PlannrListProgress progress = { .page = 1, .total = -1 };

  plannr_list_progress_begin (&progress, FALSE);
  for (int i = 1; i <= 2; i++)
    {
      g_assert_false (plannr_list_progress_advance (&progress, 500, FALSE, 9, -1));
      g_assert_true (plannr_list_progress_advance (&progress, 0, FALSE, 9, -1));
      g_assert_false (plannr_list_progress_close (&progress, 500, 1000));
    }
  assert_at (progress, PLANNR_LIST_RUN_NONE, 1);
}

/* Pages that never end do. */
static void
test_endless (void)
{
  PlannrListProgress progress = nothing;
  guint n = 0;

  plannr_list_progress_begin (&progress, FALSE);
  while (progress.run != PLANNR_LIST_RUN_NONE)
    {
      if (plannr_list_progress_advance (&progress, 500, FALSE, G_MAXINT, G_MAXINT))
        g_assert_false (plannr_list_progress_close (&progress, 500 * n, 1000));
      g_assert_cmpuint (++n, <=, 4 * PLANNR_LIST_MAX_PAGES);
    }
  g_assert_cmpuint (n, ==, 4 * PLANNR_LIST_MAX_PAGES);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/plannr/list-progress/first", test_first);
  g_test_add_func ("/plannr/list-progress/without-total", test_without_total);
  g_test_add_func ("/plannr/list-progress/not-complete", test_not_complete);
  g_test_add_func ("/plannr/list-progress/cut-short", test_cut_short);
  g_test_add_func ("/plannr/list-progress/short-list", test_short_list);
  g_test_add_func ("/plannr/list-progress/no-order", test_no_order);
  g_test_add_func ("/plannr/list-progress/gap", test_gap);
  g_test_add_func ("/plannr/list-progress/endless", test_endless);

  return g_test_run ();
}
