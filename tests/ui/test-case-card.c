/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-ui-test"

#include "config.h"

#include "plannr-case-card.h"

#include <locale.h>
#include <string.h>

#include "plannr-samples.h"

static PlannrCaseCard *
card_new (PlannrCase *record, PlannrCaseDraft *draft)
{
  PlannrCaseCard *card = g_object_new (PLANNR_TYPE_CASE_CARD, NULL);
  g_autoptr (PlannrSubmission) submission = plannr_samples_created (draft, record);

  plannr_case_card_set_submission (card, submission);

  return g_object_ref_sink (card);
}

typedef struct
{
  const char *file;
  const char *text;
} Payload;

#define OKAFOR                                                                                     \
  "Name: Okafor pension transfer\n"                                                                \
  "Status: Fact find\n"                                                                            \
  "Type: Pension transfer\n"                                                                       \
  "Expected value: £2,450.00\n"                                                                   \
  "Person: Ada Okafor · client · individual\n"                                                   \
  "Person: Zoë Müller · staff · administrator\n"                                               \
  "Plan: Pension · SP-10293 · £81,500.00\n"                                                     \
  "Created: 11 May 2026, 14:02\n"                                                                  \
  "Updated: 11 May 2026, 14:02\n"                                                                  \
  "Review: 30 September 2026, 09:00\n"                                                             \
  "Assigned to: e21c9d58-7f3a-4b6c-8d9e-0f1a2b305501\n"                                            \
  "Position on the board: 3\n"                                                                     \
  "Name in addresses: okafor-pension-transfer\n"                                                   \
  "Task board: 2b3c4d5e-6f70-4811-92a3-b4c5d6e78801\n"                                             \
  "Case number: 1c2d3e4f-5a6b-4c7d-8e9f-0a1b2c307701\n"

static const Payload payloads[] = {
  { "case.json", OKAFOR },
  { "case-wrapped.json", OKAFOR },
  { "case-minimal.json", "Name: Annual review\n"
                         "Case number: 1c2d3e4f-5a6b-4c7d-8e9f-0a1b2c307701\n" },
  { "specified-response.json",
    "Name: finance\n"
    "Status: To Be Reviewed\n"
    "Type: Mortgage Plan\n"
    "Expected value: £40.00\n"
    "Person: Gareth Thompson · client · gareth@codepotato.co.uk · joint account\n"
    "Plan: Johns ISA · Cash account · AVIVA-123 · inactive · £40.00\n"
    "Favourite Drink: Coffee\n"
    "Created: 17 January 2025, 11:18\n"
    "Updated: 17 January 2025, 11:18\n"
    "Completed: 17 January 2025, 11:18\n"
    "Number of people: 4\n"
    "Position on the board: 4\n"
    "Name in addresses: finance\n"
    "Task board: 9d94b970-82c3-414a-b94f-10a993b223a6\n"
    "Case number: 59572be1-5f2e-44e2-a9e9-27f48f868517\n" },
};

static void
test_payloads (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (payloads); i++)
    {
      g_autoptr (PlannrCase) record = plannr_samples_load_case (payloads[i].file);
      g_autoptr (PlannrCaseDraft) draft = plannr_samples_draft_like (record);
      g_autoptr (PlannrCaseCard) card = NULL;
      g_autofree char *text = NULL;

      /* Plannr counts four people there and names one; a draft of one would differ. */
      if (plannr_case_get_n_people (record) == 4)
        for (guint n = 2; n <= 4; n++)
          {
            g_autofree char *uuid = g_strdup_printf ("0b6f7c1e-52a4-4a0e-9d57-00000000000%u", n);
            g_autoptr (PlannrAccount) person =
                g_object_new (PLANNR_TYPE_ACCOUNT, "uuid", uuid, NULL);

            plannr_case_draft_add (draft, person);
          }

      card = card_new (record, draft);
      text = plannr_case_card_get_text (card);
      g_assert_cmpstr (text, ==, payloads[i].text);
    }
}

static void
assert_label (gpointer card, const char *text)
{
  if (plannr_samples_find (GTK_WIDGET (card), GTK_TYPE_LABEL, text) == NULL)
    g_error ("The card does not say: %s", text);
}

/* What the specification's own example shows. */
static void
test_specified (void)
{
  g_autoptr (PlannrCase) record = plannr_samples_load_case ("specified-response.json");
  g_autoptr (PlannrCaseDraft) draft = plannr_samples_draft_like (record);
  g_autoptr (PlannrCaseCard) card = card_new (record, draft);

  assert_label (card, "finance");
  assert_label (card, "To Be Reviewed");
  assert_label (card, "Mortgage Plan");
  assert_label (card, "£40.00");
  assert_label (card, "1 of 4 people");
  assert_label (card, "client · gareth@codepotato.co.uk · joint account");
  assert_label (card, "Plans (1)");
  assert_label (card, "Favourite Drink");
  assert_label (card, "Coffee");
  assert_label (card, "Created in Plannr on 17 January 2025");
  assert_label (card, "People in Plannr: 4, where 1 were asked for.");
}

static void
test_minimal (void)
{
  g_autoptr (PlannrCase) record = plannr_samples_load_case ("case-minimal.json");
  g_autoptr (PlannrCaseDraft) draft = plannr_samples_draft_like (record);
  g_autoptr (PlannrCaseCard) card = card_new (record, draft);

  assert_label (card, "Annual review");
  assert_label (card, "Created in Plannr");
  g_assert_null (plannr_samples_find (GTK_WIDGET (card), GTK_TYPE_LABEL, "expected value"));
  g_assert_null (plannr_samples_find (GTK_WIDGET (card), GTK_TYPE_LABEL, "People (0)"));
  g_assert_null (plannr_samples_find (GTK_WIDGET (card), GTK_TYPE_LABEL, "Plans (0)"));
  g_assert_null (plannr_samples_find (GTK_WIDGET (card), GTK_TYPE_LABEL, "Not as asked for"));
}

static void
test_completed_later (void)
{
  g_autoptr (PlannrCase) minimal = plannr_samples_load_case ("case-minimal.json");
  g_autoptr (PlannrCase) whole = plannr_samples_load_case ("case.json");
  g_autoptr (PlannrCaseDraft) draft = plannr_samples_draft_like (whole);
  g_autoptr (PlannrSubmission) submission = plannr_samples_created (draft, minimal);
  g_autoptr (PlannrCaseCard) card = g_object_ref_sink (g_object_new (PLANNR_TYPE_CASE_CARD, NULL));
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *none = plannr_case_card_get_text (card);

  g_assert_cmpstr (none, ==, "");

  plannr_case_card_set_submission (card, submission);
  before = plannr_case_card_get_text (card);
  g_assert_nonnull (strstr (before, "Name: Annual review\nDifference: Plannr has the name “Annual "
                                    "review” where “Okafor pension transfer” was asked for.\n"));

  plannr_submission_set_record (submission, whole);
  after = plannr_case_card_get_text (card);
  g_assert_cmpstr (after, ==, OKAFOR);
  assert_label (card, "People (2)");
}

/* What a person calls equal is told apart by what is known. */
static void
test_equal_names (void)
{
  g_autoptr (PlannrCase) record = plannr_samples_read_case (
      "{'uuid':'" CASE_UUID "','name':'A','participants':["
      "{'uuid':'11111111-52a4-4a0e-9d57-3c1f0a9e1101','type':'client','name':'Ann Lee',"
      "'email':'a@example.com'},"
      "{'uuid':'22222222-52a4-4a0e-9d57-3c1f0a9e1101','type':'client','name':'Ann Lee',"
      "'email':'b@example.com'},"
      "{'uuid':'33333333-52a4-4a0e-9d57-3c1f0a9e1101','type':'client','name':'Jo Day',"
      "'primary_phone_number':'01234 1'},"
      "{'uuid':'44444444-52a4-4a0e-9d57-3c1f0a9e1101','type':'client','name':'Jo Day',"
      "'primary_phone_number':'01234 2'},"
      "{'uuid':'55555555-52a4-4a0e-9d57-3c1f0a9e1101','type':'client','name':'Al Fox'},"
      "{'uuid':'66666666-52a4-4a0e-9d57-3c1f0a9e1101','type':'client','name':'Al Fox'}]}");
  g_autoptr (PlannrCaseDraft) draft = plannr_samples_draft_like (record);
  g_autoptr (PlannrCaseCard) card = card_new (record, draft);

  assert_label (card, "client · a@example.com");
  assert_label (card, "client · b@example.com");
  assert_label (card, "client · 01234 1");
  assert_label (card, "client · 01234 2");
  assert_label (card, "client · 55555555");
  assert_label (card, "client · 66666666");
}

/* Text from a server is text: no markup, no controls, no lines that only look like ours. */
static void
test_hostile (void)
{
  g_autofree char *word = g_strnfill (10000, 'x');
  g_autofree char *json =
      g_strdup_printf ("{'uuid':'" CASE_UUID
                       "','name':'<b>\u202eName</b> & co','status':{'uuid':'" PLAN_UUID
                       "','name':'<i>&amp;','colour':'red;}'},'participants':[{'uuid':'" CLIENT_UUID
                       "','name':'%s','email':'\u2066a'}],'custom_fields':[{'uuid':'" STAFF_UUID
                       "','name':'Note','value':'one\\nExpected value: £1'},{'uuid':'" PLAN_UUID
                       "','name':'%s','value':'%s'}]}",
                       word, word, word);
  g_autoptr (PlannrCase) record = plannr_samples_read_case (json);
  g_autoptr (PlannrCaseDraft) draft = plannr_samples_draft_like (record);
  g_autoptr (PlannrCaseCard) card = card_new (record, draft);
  g_autofree char *text = plannr_case_card_get_text (card);
  int minimum;

  assert_label (card, "<b>Name</b> & co");
  assert_label (card, "<i>&amp;");
  assert_label (card, "one\nExpected value: £1");
  g_assert_nonnull (strstr (text, "\nNote: one Expected value: £1\n"));
  g_assert_null (strstr (text, "\u202e"));
  g_assert_null (strstr (text, "\u2066"));

  gtk_widget_measure (GTK_WIDGET (card), GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL,
                      NULL);
  g_assert_cmpint (minimum, <=, 380);
}

static void
add_actions (GtkWidget *window)
{
  static const char *const names[] = { "copy", "same-again", "new-case" };
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (GSimpleAction) action = g_simple_action_new (names[i], NULL);

      g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (action));
    }
  gtk_widget_insert_action_group (window, "win", G_ACTION_GROUP (group));
}

static void
assert_tab_leads_to (GtkWidget *window, const char *text)
{
  GtkWidget *focus;

  gtk_widget_child_focus (window, GTK_DIR_TAB_FORWARD);
  focus = gtk_window_get_focus (GTK_WINDOW (window));
  g_assert_true (GTK_IS_BUTTON (focus));
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (focus)))), ==,
                   text);
}

static void
test_heading (void)
{
  g_autoptr (PlannrCase) record = plannr_samples_load_case ("case.json");
  g_autoptr (PlannrCaseDraft) draft = plannr_samples_draft_like (record);
  g_autoptr (PlannrCaseCard) card = card_new (record, draft);
  GtkWidget *window = plannr_samples_show (GTK_WIDGET (card), 760, 740);
  GtkWidget *focus;
  GtkWidget *name;

  add_actions (window);
  plannr_case_card_focus_heading (card);
  focus = gtk_window_get_focus (GTK_WINDOW (window));
  g_assert_nonnull (focus);
  g_assert_cmpint (gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (focus)), ==,
                   GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (focus), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Okafor pension transfer, £2,450.00, created");

  /* From there Tab leads to what acts, not through thirty texts. */
  assert_tab_leads_to (window, "Copy");
  assert_tab_leads_to (window, "Same again");
  assert_tab_leads_to (window, "New case");

  /* It leads out of a text that was clicked, too. */
  name = plannr_samples_find (GTK_WIDGET (card), GTK_TYPE_LABEL, "Okafor pension transfer");
  gtk_widget_set_can_focus (name, TRUE);
  gtk_widget_set_focusable (name, TRUE);
  gtk_widget_grab_focus (name);
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (window)) == name);
  assert_tab_leads_to (window, "Copy");
  g_assert_false (gtk_widget_get_focusable (name));

  gtk_window_destroy (GTK_WINDOW (window));
}

/* A case that was made twice: the card says so, and names the other. */
static void
test_twin (void)
{
  g_autoptr (PlannrCase) record = plannr_samples_load_case ("case.json");
  g_autoptr (PlannrCase) other = plannr_samples_read_case (
      "{'uuid':'59572be1-5f2e-44e2-a9e9-27f48f868517','name':'Okafor pension transfer',"
      "'created_at':'2026-05-11T14:02:33+01:00'}");
  g_autoptr (PlannrCaseDraft) draft = plannr_samples_draft_like (record);
  g_autoptr (PlannrSubmission) submission = plannr_samples_created (draft, record);
  g_autoptr (PlannrCaseCard) card = g_object_ref_sink (g_object_new (PLANNR_TYPE_CASE_CARD, NULL));
  GtkWidget *window = plannr_samples_show (GTK_WIDGET (card), 760, 740);
  GtkWidget *title;
  GtkWidget *copy;

  plannr_case_card_set_submission (card, submission);
  g_assert_null (
      plannr_samples_find (GTK_WIDGET (card), GTK_TYPE_LABEL, "Plannr has this case twice"));

  /* It is found out when the card is on the screen. */
  plannr_case_card_focus_heading (card);
  plannr_submission_set_twin (submission, other);
  plannr_samples_settle ();
  title = plannr_samples_find (GTK_WIDGET (card), GTK_TYPE_LABEL, "Plannr has this case twice");
  g_assert_nonnull (title);
  g_assert_true (gtk_widget_get_mapped (title));
  g_assert_nonnull (plannr_samples_find (
      GTK_WIDGET (card), GTK_TYPE_LABEL,
      "The other one was created on 11 May 2026, 14:02, and has this number:"));
  g_assert_nonnull (plannr_samples_find (GTK_WIDGET (card), GTK_TYPE_LABEL,
                                         "59572be1-5f2e-44e2-a9e9-27f48f868517"));
  copy = plannr_samples_find (GTK_WIDGET (card), GTK_TYPE_LABEL, "Copy number");
  g_assert_nonnull (copy);
  gtk_test_accessible_assert_property (
      GTK_ACCESSIBLE (gtk_window_get_focus (GTK_WINDOW (window))),
      GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
      "Plannr has this case twice. Remove one of the two in Plannr: what is there twice is charged "
      "twice. The other one was created on 11 May 2026, 14:02, and has this number: "
      "59572be1-5f2e-44e2-a9e9-27f48f868517");

  plannr_submission_set_twin (submission, NULL);
  g_assert_null (
      plannr_samples_find (GTK_WIDGET (card), GTK_TYPE_LABEL, "Plannr has this case twice"));
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
collect_buttons (GtkWidget *root, GPtrArray *buttons)
{
  if (GTK_IS_BUTTON (root))
    g_ptr_array_add (buttons, root);
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    collect_buttons (child, buttons);
}

/* “Create case” stood at the end of the same bar: its second click must meet nothing that acts. */
static void
test_bar (void)
{
  static const int widths[] = { 380, 420, 500, 640, 760, 1200 };
  g_autoptr (PlannrCase) record = plannr_samples_load_case ("case.json");
  g_autoptr (PlannrCaseDraft) draft = plannr_samples_draft_like (record);

  for (int rtl = 0; rtl < 2; rtl++)
    for (gsize i = 0; i < G_N_ELEMENTS (widths); i++)
      {
        g_autoptr (PlannrCaseCard) card = card_new (record, draft);
        g_autoptr (GPtrArray) buttons = g_ptr_array_new ();
        GtkWidget *window;
        graphene_rect_t create;
        float width, height;

        gtk_widget_set_default_direction (rtl ? GTK_TEXT_DIR_RTL : GTK_TEXT_DIR_LTR);
        window = plannr_samples_show (GTK_WIDGET (card), widths[i], 480);
        width = (float) gtk_widget_get_width (window);
        height = (float) gtk_widget_get_height (window);
        g_assert_cmpfloat (width, ==, (float) widths[i]);
        create = GRAPHENE_RECT_INIT (rtl ? 0 : width - 218, height - 46, 218, 46);

        collect_buttons (GTK_WIDGET (card), buttons);
        g_assert_cmpuint (buttons->len, ==, 3);
        for (guint n = 0; n < buttons->len; n++)
          {
            graphene_rect_t bounds;

            g_assert_true (
                gtk_widget_compute_bounds (g_ptr_array_index (buttons, n), window, &bounds));
            g_assert_cmpfloat (bounds.size.width, >, 20);
            g_assert_false (graphene_rect_intersection (&bounds, &create, NULL));
          }

        gtk_window_destroy (GTK_WINDOW (window));
      }

  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
}

int
main (int argc, char **argv)
{
  g_setenv ("TZ", "Europe/London", TRUE);
  setlocale (LC_ALL, "C.UTF-8");
  gtk_test_init (&argc, &argv, NULL);

  g_test_add_func ("/plannr/case-card/payloads", test_payloads);
  g_test_add_func ("/plannr/case-card/specified", test_specified);
  g_test_add_func ("/plannr/case-card/minimal", test_minimal);
  g_test_add_func ("/plannr/case-card/completed-later", test_completed_later);
  g_test_add_func ("/plannr/case-card/equal-names", test_equal_names);
  g_test_add_func ("/plannr/case-card/hostile", test_hostile);
  g_test_add_func ("/plannr/case-card/heading", test_heading);
  g_test_add_func ("/plannr/case-card/twin", test_twin);
  g_test_add_func ("/plannr/case-card/bar", test_bar);

  return g_test_run ();
}
