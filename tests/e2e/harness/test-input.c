/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-test"

#include "config.h"

#include "test-input.h"

#include <X11/XKBlib.h>
#include <X11/Xlib.h>
#include <X11/extensions/XTest.h>
#include <X11/keysym.h>

#include "test-wait.h"

#define N_MODIFIERS_MAX 4

void
plannr_test_input_move (PlannrTestDisplay *display, int x, int y)
{
  Display *connection = plannr_test_display_get_connection (display);

  XTestFakeMotionEvent (connection, -1, x, y, CurrentTime);
  XSync (connection, False);
}

static void
press_button (Display *connection, unsigned int button)
{
  XTestFakeButtonEvent (connection, button, True, CurrentTime);
  XTestFakeButtonEvent (connection, button, False, CurrentTime);
  XSync (connection, False);
}

void
plannr_test_input_click (PlannrTestDisplay *display, int x, int y, int n_clicks)
{
  plannr_test_input_move (display, x, y);
  for (int i = 0; i < n_clicks; i++)
    press_button (plannr_test_display_get_connection (display), Button1);
}

void
plannr_test_input_scroll (PlannrTestDisplay *display, int x, int y, int n_steps)
{
  plannr_test_input_move (display, x, y);
  for (int i = 0; i < ABS (n_steps); i++)
    press_button (plannr_test_display_get_connection (display), n_steps > 0 ? Button5 : Button4);
}

/* The keys of the keyboard that write nothing; a test has one display, so one list does. */
static const GArray *
list_spare_keys (Display *connection)
{
  static GArray *spare = NULL;
  int lowest, highest, n_per_key;
  KeySym *keys;

  if (spare != NULL)
    return spare;

  spare = g_array_new (FALSE, FALSE, sizeof (KeyCode));
  XDisplayKeycodes (connection, &lowest, &highest);
  keys = XGetKeyboardMapping (connection, (KeyCode) lowest, highest - lowest + 1, &n_per_key);
  for (int code = lowest; code <= highest; code++)
    {
      KeyCode key = (KeyCode) code;
      gboolean writes = FALSE;

      for (int i = 0; i < n_per_key; i++)
        writes = writes || keys[(code - lowest) * n_per_key + i] != NoSymbol;
      if (!writes)
        g_array_append_val (spare, key);
    }
  XFree (keys);
  g_assert_cmpuint (spare->len, >, 0);
  return spare;
}

/* Where the keyboard lacks a symbol, a spare key is lent to it. The application may read the keyboard
 * only when the press reaches it, so a key is lent anew as late as possible, and after a while. */
static KeyCode
lend_key (Display *connection, KeySym symbol)
{
  static guint n_lent = 0;
  const GArray *spare = list_spare_keys (connection);
  KeyCode key = g_array_index (spare, KeyCode, n_lent % spare->len);
  KeySym symbols[] = { symbol, symbol };

  if (n_lent >= spare->len && n_lent % spare->len == 0)
    for (int i = 0; i < 10; i++)
      plannr_test_wait_for_next_look ();
  n_lent++;
  XChangeKeyboardMapping (connection, key, G_N_ELEMENTS (symbols), symbols, 1);
  XSync (connection, False);
  return key;
}

/* The key that writes @symbol, and whether Shift has to be held for it. */
static KeyCode
find_key (Display *connection, KeySym symbol, gboolean *needs_shift)
{
  KeyCode key = XKeysymToKeycode (connection, symbol);

  *needs_shift = FALSE;
  if (key != 0 && XkbKeycodeToKeysym (connection, key, 0, 0) == symbol)
    return key;
  if (key != 0 && XkbKeycodeToKeysym (connection, key, 0, 1) == symbol)
    {
      *needs_shift = TRUE;
      return key;
    }
  return lend_key (connection, symbol);
}

static void
press_key (Display *connection, KeySym symbol, gboolean is_press)
{
  XTestFakeKeyEvent (connection, XKeysymToKeycode (connection, symbol), is_press, CurrentTime);
}

static KeySym
parse_modifier (const char *name)
{
  static const struct
  {
    const char *name;
    KeySym symbol;
  } modifiers[] = {
    { "alt", XK_Alt_L },
    { "ctrl", XK_Control_L },
    { "shift", XK_Shift_L },
    { "super", XK_Super_L },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (modifiers); i++)
    if (g_ascii_strcasecmp (modifiers[i].name, name) == 0)
      return modifiers[i].symbol;
  g_error ("%s is no modifier", name);
}

void
plannr_test_input_hold (PlannrTestDisplay *display, const char *keys, int milliseconds)
{
  Display *connection = plannr_test_display_get_connection (display);
  g_auto (GStrv) names = g_strsplit (keys, "+", N_MODIFIERS_MAX + 1);
  guint n_modifiers = g_strv_length (names) - 1;
  KeySym symbol = XStringToKeysym (names[n_modifiers]);
  gboolean needs_shift;
  KeyCode key;

  if (symbol == NoSymbol)
    g_error ("%s is no key", names[n_modifiers]);
  key = find_key (connection, symbol, &needs_shift);

  for (guint i = 0; i < n_modifiers; i++)
    press_key (connection, parse_modifier (names[i]), TRUE);
  if (needs_shift)
    press_key (connection, XK_Shift_L, TRUE);
  XTestFakeKeyEvent (connection, key, True, CurrentTime);
  XSync (connection, False);
  for (gint64 end = g_get_monotonic_time () + milliseconds * G_TIME_SPAN_MILLISECOND;
       g_get_monotonic_time () < end;)
    plannr_test_wait_for_next_look ();
  XTestFakeKeyEvent (connection, key, False, CurrentTime);
  if (needs_shift)
    press_key (connection, XK_Shift_L, FALSE);
  for (guint i = n_modifiers; i > 0; i--)
    press_key (connection, parse_modifier (names[i - 1]), FALSE);
  XSync (connection, False);
}

void
plannr_test_input_press (PlannrTestDisplay *display, const char *keys)
{
  plannr_test_input_hold (display, keys, 0);
}

static KeySym
symbol_for_character (gunichar character)
{
  switch (character)
    {
    case '\n':
      return XK_Return;
    case '\t':
      return XK_Tab;
    default:
      /* Latin 1 is its own symbol; of all the rest X11 has one by rule. */
      return character < 0x100 ? character : 0x01000000 | character;
    }
}

void
plannr_test_input_type (PlannrTestDisplay *display, const char *text)
{
  Display *connection = plannr_test_display_get_connection (display);

  g_assert_true (g_utf8_validate (text, -1, NULL));
  for (const char *position = text; *position != '\0'; position = g_utf8_next_char (position))
    {
      gboolean needs_shift;
      KeyCode key =
          find_key (connection, symbol_for_character (g_utf8_get_char (position)), &needs_shift);

      if (needs_shift)
        press_key (connection, XK_Shift_L, TRUE);
      XTestFakeKeyEvent (connection, key, True, CurrentTime);
      XTestFakeKeyEvent (connection, key, False, CurrentTime);
      if (needs_shift)
        press_key (connection, XK_Shift_L, FALSE);
    }
  XSync (connection, False);
}
