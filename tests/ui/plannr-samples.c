/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-ui-test"

#include "config.h"

#include "plannr-samples.h"

#include <string.h>

#include "plannr-json-document.h"
#include "plannr-read-case.h"

static PlannrCase *
read_case (GBytes *bytes)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) root = plannr_json_document_read (bytes, &error);
  PlannrCase *record;

  g_assert_no_error (error);
  record = plannr_read_one_case (root, NULL, &error);
  g_assert_no_error (error);

  return record;
}

/**
 * plannr_samples_read_case:
 * @json: a case as Plannr writes one, with single quotes in the place of double ones
 *
 * Returns: (transfer full): the case
 */
PlannrCase *
plannr_samples_read_case (const char *json)
{
  char *text = g_strdelimit (g_strdup (json), "'", '"');
  g_autoptr (GBytes) bytes = g_bytes_new_take (text, strlen (text));

  return read_case (bytes);
}

/**
 * plannr_samples_load_case:
 * @file: the name of a body for tests
 *
 * Returns: (transfer full): the case that it holds
 */
PlannrCase *
plannr_samples_load_case (const char *file)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "api", "payloads", file, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  char *text;
  gsize length;

  g_file_get_contents (path, &text, &length, &error);
  g_assert_no_error (error);
  bytes = g_bytes_new_take (text, length);

  return read_case (bytes);
}

static void
add_all (PlannrCaseDraft *draft, GListModel *items)
{
  guint n = items != NULL ? g_list_model_get_n_items (items) : 0;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (items, i);

      plannr_case_draft_add (draft, item);
    }
}

/**
 * plannr_samples_draft_like:
 * @record: a case
 *
 * Returns: (transfer full): a draft that asks for just that
 */
PlannrCaseDraft *
plannr_samples_draft_like (PlannrCase *record)
{
  PlannrCaseDraft *draft = plannr_case_draft_new ();

  plannr_case_draft_set_name (draft, plannr_case_get_name (record));
  plannr_case_draft_set_kind (draft, plannr_case_get_kind (record));
  plannr_case_draft_set_status (draft, plannr_case_get_status (record));
  if (plannr_case_get_currency (record) != NULL)
    {
      gint64 amount = plannr_case_get_amount (record);
      g_autofree char *text =
          g_strdup_printf ("%" G_GINT64_FORMAT ".%02" G_GINT64_FORMAT, amount / 100, amount % 100);

      plannr_case_draft_set_value_text (draft, text);
    }
  add_all (draft, plannr_case_get_people (record));
  add_all (draft, plannr_case_get_plans (record));

  return draft;
}

static PlannrSubmission *
sent_new (PlannrCaseDraft *draft)
{
  PlannrSubmission *submission = plannr_submission_new (draft);

  plannr_submission_set_state (submission, PLANNR_STATE_QUEUED);
  plannr_submission_set_state (submission, PLANNR_STATE_CONNECTING);
  plannr_passage_mark (plannr_submission_get_passage (submission),
                       G_GINT64_CONSTANT (1778504520000000), 0);
  plannr_submission_set_state (submission, PLANNR_STATE_ON_WIRE);

  return submission;
}

/**
 * plannr_samples_created:
 * @draft: what was sent
 * @record: what Plannr made of it
 *
 * Returns: (transfer full): a submission that is %PLANNR_STATE_CREATED
 */
PlannrSubmission *
plannr_samples_created (PlannrCaseDraft *draft, PlannrCase *record)
{
  PlannrSubmission *submission = sent_new (draft);

  plannr_submission_set_record (submission, record);
  plannr_submission_set_state (submission, PLANNR_STATE_CREATED);

  return submission;
}

/**
 * plannr_samples_checking:
 * @draft: what was sent, on 11 May 2026 at 14:02 in London
 * @code: what went wrong
 *
 * Returns: (transfer full): a submission that is %PLANNR_STATE_CHECKING
 */
PlannrSubmission *
plannr_samples_checking (PlannrCaseDraft *draft, PlannrError code)
{
  PlannrSubmission *submission = sent_new (draft);
  g_autoptr (GError) error = g_error_new_literal (PLANNR_ERROR, (int) code, "for the log");

  plannr_submission_set_error (submission, error);
  plannr_submission_set_state (submission, PLANNR_STATE_CHECKING);

  return submission;
}

static void
load_style (void)
{
  static GtkCssProvider *provider;

  if (provider != NULL)
    return;

  provider = gtk_css_provider_new ();
  gtk_css_provider_load_from_resource (provider, "/org/example/PlannrCases/style.css");
  gtk_style_context_add_provider_for_display (gdk_display_get_default (),
                                              GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
}

/**
 * plannr_samples_show:
 * @widget: (transfer floating): a widget
 * @width: the width to give it
 * @height: the height to give it
 *
 * Returns: (transfer none): a window that shows @widget, drawn; to be destroyed with
 *   gtk_window_destroy()
 */
GtkWidget *
plannr_samples_show (GtkWidget *widget, int width, int height)
{
  GtkWidget *window = gtk_window_new ();

  load_style ();
  gtk_window_set_decorated (GTK_WINDOW (window), FALSE);
  gtk_window_set_default_size (GTK_WINDOW (window), width, height);
  gtk_window_set_child (GTK_WINDOW (window), widget);
  gtk_window_present (GTK_WINDOW (window));
  while (!gtk_widget_get_mapped (widget) || gtk_widget_get_width (widget) == 0)
    g_main_context_iteration (NULL, TRUE);
  plannr_samples_settle ();

  return window;
}

/**
 * plannr_samples_settle:
 *
 * Does what waits to be done now.
 */
void
plannr_samples_settle (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static gboolean
matches (GtkWidget *widget, GType type, const char *text)
{
  if (!g_type_is_a (G_OBJECT_TYPE (widget), type) || !gtk_widget_get_visible (widget))
    return FALSE;
  if (text == NULL)
    return TRUE;

  return GTK_IS_LABEL (widget) && g_strcmp0 (gtk_label_get_text (GTK_LABEL (widget)), text) == 0;
}

/**
 * plannr_samples_find:
 * @root: a widget
 * @type: a type of widgets
 * @text: (nullable): the text of a label, %NULL for any
 *
 * Returns: (transfer none) (nullable): the first visible widget in @root that is one of those
 */
GtkWidget *
plannr_samples_find (GtkWidget *root, GType type, const char *text)
{
  if (!gtk_widget_get_visible (root))
    return NULL;
  if (matches (root, type, text))
    return root;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = plannr_samples_find (child, type, text);

      if (found != NULL)
        return found;
    }

  return NULL;
}
