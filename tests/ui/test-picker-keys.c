/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-ui-test"

#include "config.h"

#include "plannr-picker-keys.h"

#include <gtk/gtk.h>

#define NOWHERE PLANNR_PICKER_NOWHERE
#define END     G_MAXINT

typedef struct
{
  guint key;
  GdkModifierType modifiers;
  gint64 from;
  gint64 to; /* ignored where it does not move */
  gboolean moves;
} Row;

static const Row rows[] = {
  { GDK_KEY_Down, 0, NOWHERE, 0, TRUE },
  { GDK_KEY_KP_Down, 0, 0, 1, TRUE },
  { GDK_KEY_Up, 0, NOWHERE, END, TRUE },
  { GDK_KEY_Up, 0, 0, 0, TRUE },
  { GDK_KEY_Up, 0, 4, 3, TRUE },
  { GDK_KEY_Page_Down, 0, NOWHERE, 0, TRUE },
  { GDK_KEY_Page_Down, 0, 2, 9, TRUE },
  { GDK_KEY_Page_Up, 0, 9, 2, TRUE },
  { GDK_KEY_Page_Up, 0, 2, 0, TRUE },
  { GDK_KEY_Home, GDK_CONTROL_MASK, 5, 0, TRUE },
  { GDK_KEY_End, GDK_CONTROL_MASK, NOWHERE, END, TRUE },
  /* These are for what is typed. */
  { GDK_KEY_Home, 0, 5, 5, FALSE },
  { GDK_KEY_End, 0, 5, 5, FALSE },
  { GDK_KEY_End, GDK_CONTROL_MASK | GDK_SHIFT_MASK, 5, 5, FALSE },
  { GDK_KEY_Down, GDK_ALT_MASK, 5, 5, FALSE },
  { GDK_KEY_Left, 0, 5, 5, FALSE },
  { GDK_KEY_a, 0, 5, 5, FALSE },
};

static void
test_moves (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      gint64 position = rows[i].from;

      g_assert_cmpint (plannr_picker_keys_moves (rows[i].key, rows[i].modifiers, 7, &position), ==,
                       rows[i].moves);
      if (rows[i].moves)
        g_assert_cmpint (position, ==, rows[i].to);
    }
}

static void
test_opens (void)
{
  g_assert_true (plannr_picker_keys_opens (GDK_KEY_Return, 0));
  g_assert_true (plannr_picker_keys_opens (GDK_KEY_space, 0));
  g_assert_true (plannr_picker_keys_opens (GDK_KEY_Down, 0));
  g_assert_false (plannr_picker_keys_opens (GDK_KEY_Return, GDK_CONTROL_MASK));
  g_assert_false (plannr_picker_keys_opens (GDK_KEY_Up, 0));
  g_assert_false (plannr_picker_keys_opens (GDK_KEY_Tab, 0));
}

static void
test_types (void)
{
  g_assert_true (plannr_picker_keys_types (GDK_KEY_g, 0));
  g_assert_true (plannr_picker_keys_types (GDK_KEY_G, GDK_SHIFT_MASK));
  g_assert_true (plannr_picker_keys_types (GDK_KEY_7, GDK_LOCK_MASK));
  g_assert_true (plannr_picker_keys_types (GDK_KEY_Arabic_alef, 0));
  g_assert_false (plannr_picker_keys_types (GDK_KEY_g, GDK_CONTROL_MASK));
  g_assert_false (plannr_picker_keys_types (GDK_KEY_g, GDK_ALT_MASK));
  g_assert_false (plannr_picker_keys_types (GDK_KEY_Tab, 0));
  g_assert_false (plannr_picker_keys_types (GDK_KEY_Escape, 0));
  g_assert_false (plannr_picker_keys_types (GDK_KEY_F1, 0));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/plannr/picker-keys/moves", test_moves);
  g_test_add_func ("/plannr/picker-keys/opens", test_opens);
  g_test_add_func ("/plannr/picker-keys/types", test_types);

  return g_test_run ();
}
