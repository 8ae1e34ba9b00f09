/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-ui-test"

#include "config.h"

#include "plannr-picker-list.h"

#include <locale.h>
#include <string.h>

#include "plannr-account.h"
#include "plannr-picker-row.h"
#include "plannr-plan.h"
#include "plannr-test-widget.h"

/* As wide as the list of people is in the smallest window. */
#define NARROW 440

typedef struct
{
  PlannrPickerList *list;
  GListStore *found;
  GtkWidget *window;
} Fixture;

static void
add_person (Fixture *fixture, const char *name, const char *email, const char *phone)
{
  g_autoptr (PlannrAccount) person =
      g_object_new (PLANNR_TYPE_ACCOUNT, "uuid", "5c7b1d92-0e3f-4a68-b1c4-9d2e8f705a03", "name",
                    name, "kind", PLANNR_ACCOUNT_KIND_CLIENT, "role", "individual", "email", email,
                    "phone", phone, "adviser", "Clive Ottley", NULL);

  g_list_store_append (fixture->found, person);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->found = g_list_store_new (G_TYPE_OBJECT);
  fixture->list = g_object_new (PLANNR_TYPE_PICKER_LIST, NULL);
  plannr_picker_list_set_found (fixture->list, G_LIST_MODEL (fixture->found));
  add_person (fixture, "Gareth Thompson", "gareth@example.org", "07700 900123");
  fixture->window = plannr_test_show (GTK_WIDGET (fixture->list), NARROW, 300);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_object_unref (fixture->found);
}

/* Asserts that there is a label of that text, in which what stands in brackets is bold and underlined,
 * and nothing else is. */
static void
assert_label (Fixture *fixture, const char *emphasised)
{
  g_autoptr (GString) text = g_string_new (emphasised);
  g_autoptr (GString) expected = g_string_new (NULL);
  g_autofree char *actual = NULL;
  GtkWidget *label = NULL;
  PangoAttrList *attributes = NULL;
  char *start;

  while ((start = strchr (text->str, '[')) != NULL)
    {
      gsize from = (gsize) (start - text->str);
      gsize to = 0;

      g_string_erase (text, (gssize) from, 1);
      to = (gsize) (strchr (text->str, ']') - text->str);
      g_string_erase (text, (gssize) to, 1);
      g_string_append_printf (expected,
                              "%s%" G_GSIZE_FORMAT " %" G_GSIZE_FORMAT " weight bold\n"
                              "%" G_GSIZE_FORMAT " %" G_GSIZE_FORMAT " underline single",
                              expected->len > 0 ? "\n" : "", from, to, from, to);
    }

  label = plannr_test_find (fixture->list, GTK_TYPE_LABEL, text->str);
  g_assert_nonnull (label);
  attributes = gtk_label_get_attributes (GTK_LABEL (label));
  actual = attributes != NULL ? pango_attr_list_to_string (attributes) : g_strdup ("");
  g_assert_cmpstr (actual, ==, expected->str);
}

static void
assert_name (Fixture *fixture, const char *name)
{
  GtkWidget *row = plannr_test_find (fixture->list, PLANNR_TYPE_PICKER_ROW, NULL);
  g_autofree char *wrong =
      gtk_test_accessible_check_property (GTK_ACCESSIBLE (gtk_widget_get_parent (row)),
                                          GTK_ACCESSIBLE_PROPERTY_LABEL, name);

  g_assert_cmpstr (wrong, ==, NULL);
}

/* The row stays, and what is emphasised in it goes with what was typed. */
static void
test_words (Fixture *fixture, gconstpointer data)
{
  GtkWidget *row = plannr_test_find (fixture->list, PLANNR_TYPE_PICKER_ROW, NULL);

  assert_label (fixture, "Gareth Thompson");
  plannr_picker_list_set_words (fixture->list, "thom gar");
  assert_label (fixture, "[Gar]eth [Thom]pson");
  assert_label (fixture, "client · individual · [gar]eth@example.org");
  plannr_picker_list_set_words (fixture->list, "thompson");
  assert_label (fixture, "Gareth [Thompson]");
  assert_label (fixture, "client · individual · gareth@example.org");
  g_assert_true (plannr_test_find (fixture->list, PLANNR_TYPE_PICKER_ROW, NULL) == row);
  plannr_picker_list_set_words (fixture->list, "");
  assert_label (fixture, "Gareth Thompson");
  assert_name (fixture,
               "Gareth Thompson, client · individual · gareth@example.org, adviser Clive Ottley");
}

/* What nobody is found by is not emphasised, though it reads the same. */
static void
test_searched_alone (Fixture *fixture, gconstpointer data)
{
  plannr_picker_list_set_words (fixture->list, "cli");
  assert_label (fixture, "adviser Clive Ottley");
  assert_label (fixture, "client · individual · gareth@example.org");
  plannr_picker_list_set_words (fixture->list, "@ex");
  assert_label (fixture, "client · individual · gareth[@ex]ample.org");
}

static void
test_number (Fixture *fixture, gconstpointer data)
{
  plannr_picker_list_set_words (fixture->list, "0770 0900");
  assert_label (fixture, "[07700 900]123 · client · individual · gareth@example.org");
  assert_name (fixture, "Gareth Thompson, 07700 900123 · client · individual · gareth@example.org, "
                        "adviser Clive Ottley");
  plannr_picker_list_set_words (fixture->list, "gareth");
  assert_label (fixture, "client · individual · [gareth]@example.org");
}

/* Rows that come later are like those that are there. */
static void
test_later_row (Fixture *fixture, gconstpointer data)
{
  plannr_picker_list_set_words (fixture->list, "okaf");
  add_person (fixture, "Ada Okafor", NULL, NULL);
  plannr_test_settle (fixture->window);
  assert_label (fixture, "Ada [Okaf]or");
}

static gboolean
is_whole (Fixture *fixture, const char *text)
{
  GtkWidget *label = plannr_test_find (fixture->list, GTK_TYPE_LABEL, text);

  g_assert_nonnull (label);

  return !pango_layout_is_ellipsized (gtk_label_get_layout (GTK_LABEL (label)));
}

/* Where there is little room, what tells namesakes apart is there; a long name leaves it its place. */
static void
test_narrow (Fixture *fixture, gconstpointer data)
{
  g_list_store_remove_all (fixture->found);
  add_person (fixture, "Gareth Thompson", "gareth.thompson.cardiff@example.com", NULL);
  add_person (fixture, "Maximiliana Theodora Alexandrina Featherstonehaugh-Cholmondeley", NULL,
              NULL);
  plannr_test_settle (fixture->window);
  g_assert_true (is_whole (fixture, "Gareth Thompson"));
  g_assert_true (is_whole (fixture, "adviser Clive Ottley"));
  g_assert_true (is_whole (fixture, "client · individual · gareth.thompson.cardiff@example.com"));
  g_assert_false (
      is_whole (fixture, "Maximiliana Theodora Alexandrina Featherstonehaugh-Cholmondeley"));
}

static void
test_plan (Fixture *fixture, gconstpointer data)
{
  g_autoptr (PlannrPlan) plan =
      g_object_new (PLANNR_TYPE_PLAN, "uuid", "5c7b1d92-0e3f-4a68-b1c4-9d2e8f705a04", "name",
                    "AB for Ada", "kind", "pension", "provider", "ABC Life", "policy-number",
                    "AB-123/4", NULL);

  g_list_store_append (fixture->found, plan);
  plannr_picker_list_set_words (fixture->list, "ab1234");
  plannr_test_settle (fixture->window);
  assert_label (fixture, "AB for Ada");
  assert_label (fixture, "Pension · ABC Life · [AB-123/4]");
}

/* Where there is little room, the end of a plan is there all the same: its policy number. */
static void
test_narrow_plan (Fixture *fixture, gconstpointer data)
{
  static const char title[] =
      "Pension · The Mutual Provident Institution of the Dales, Moors and Coasts · AB-1";
  g_autoptr (PlannrPlan) plan =
      g_object_new (PLANNR_TYPE_PLAN, "uuid", "5c7b1d92-0e3f-4a68-b1c4-9d2e8f705a04", "kind",
                    "pension", "provider",
                    "The Mutual Provident Institution of the Dales, Moors and Coasts",
                    "policy-number", "AB-1", NULL);
  GtkLabel *label = NULL;

  g_list_store_append (fixture->found, plan);
  plannr_test_settle (fixture->window);
  g_assert_false (is_whole (fixture, title));
  label = GTK_LABEL (plannr_test_find (fixture->list, GTK_TYPE_LABEL, title));
  g_assert_cmpint (gtk_label_get_ellipsize (label), ==, PANGO_ELLIPSIZE_MIDDLE);
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "C.UTF-8");
  gtk_test_init (&argc, &argv, NULL);

#define ADD(path, function)                                                                        \
  g_test_add ("/plannr/picker-list/" path, Fixture, NULL, set_up, function, tear_down)
  ADD ("words", test_words);
  ADD ("searched-alone", test_searched_alone);
  ADD ("number", test_number);
  ADD ("later-row", test_later_row);
  ADD ("plan", test_plan);
  ADD ("narrow", test_narrow);
  ADD ("narrow-plan", test_narrow_plan);
#undef ADD

  return g_test_run ();
}
