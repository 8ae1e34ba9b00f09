/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plannr-picker.h"

G_BEGIN_DECLS

/* A picker in a window, whose questions the finder answers. */
typedef struct
{
  PlannrDirectory *directory;
  PlannrPicker *picker;
  GtkWidget *window;
  GtkWidget *button;
  guint n_picked;
  char *picked; /* (owned) (nullable): the name */
} PickerFixture;

void picker_fixture_set_up (PickerFixture *fixture, gconstpointer data);
void picker_fixture_tear_down (PickerFixture *fixture, gconstpointer data);
GtkWidget *picker_fixture_find (PickerFixture *fixture, GType type, const char *label);
GtkWidget *picker_fixture_get_entry (PickerFixture *fixture);
GtkWidget *picker_fixture_get_popover (PickerFixture *fixture);
gboolean picker_fixture_is_open (PickerFixture *fixture);
GtkSingleSelection *picker_fixture_get_selection (PickerFixture *fixture);
guint picker_fixture_get_n_rows (PickerFixture *fixture);
gboolean picker_fixture_has_focus (PickerFixture *fixture, GtkWidget *widget);
void picker_fixture_assert_description (PickerFixture *fixture, const char *description);
void picker_fixture_assert_name (GtkWidget *widget, const char *name);
void picker_fixture_answer (PickerFixture *fixture, guint i, const char *name, guint n);
void picker_fixture_open (PickerFixture *fixture, guint n);
guint picker_fixture_type (PickerFixture *fixture, const char *text);
gboolean picker_fixture_press_in (GtkWidget *widget, guint key, GdkModifierType modifiers);
void picker_fixture_press (PickerFixture *fixture, guint key);
void picker_fixture_press_return (PickerFixture *fixture);

G_END_DECLS
