/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-ui"

#include "config.h"

#include "plannr-picker-keys.h"

#define COMMANDS  (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK | GDK_META_MASK)
#define MODIFIERS (GDK_SHIFT_MASK | COMMANDS)

/**
 * plannr_picker_keys_opens:
 * @key: a key, pressed on the button of a picker
 * @modifiers: what is held down with it
 *
 * Returns: whether it opens the picker
 */
gboolean
plannr_picker_keys_opens (guint key, GdkModifierType modifiers)
{
  switch (key)
    {
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_ISO_Enter:
    case GDK_KEY_space:
    case GDK_KEY_KP_Space:
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      return (modifiers & MODIFIERS) == 0;
    default:
      return FALSE;
    }
}

/**
 * plannr_picker_keys_types:
 * @key: a key, pressed on the button of a picker
 * @modifiers: what is held down with it
 *
 * Returns: whether it begins to type what is sought
 */
gboolean
plannr_picker_keys_types (guint key, GdkModifierType modifiers)
{
  gunichar c = gdk_keyval_to_unicode (key);

  return c != 0 && g_unichar_isgraph (c) && (modifiers & COMMANDS) == 0;
}

static gint64
move_by (gint64 from, gint64 rows)
{
  if (from == PLANNR_PICKER_NOWHERE)
    return rows > 0 ? 0 : G_MAXINT;

  return MAX (from + rows, 0);
}

/**
 * plannr_picker_keys_moves:
 * @key: a key, pressed in the search entry of a picker
 * @modifiers: what is held down with it
 * @page: how many rows a page has
 * @position: (inout): the place of the marked row, or %PLANNR_PICKER_NOWHERE; it may end up behind
 *   the last row, which means the last one
 *
 * Returns: whether it moves the mark. From nowhere it moves to the first row or to the last one.
 */
gboolean
plannr_picker_keys_moves (guint key, GdkModifierType modifiers, gint64 page, gint64 *position)
{
  if ((modifiers & MODIFIERS & ~GDK_CONTROL_MASK) != 0)
    return FALSE;

  switch (key)
    {
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      *position = move_by (*position, 1);
      return TRUE;
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      *position = move_by (*position, -1);
      return TRUE;
    case GDK_KEY_Page_Down:
    case GDK_KEY_KP_Page_Down:
      *position = move_by (*position, page);
      return TRUE;
    case GDK_KEY_Page_Up:
    case GDK_KEY_KP_Page_Up:
      *position = move_by (*position, -page);
      return TRUE;
    /* Without Ctrl these are for what is typed. */
    case GDK_KEY_Home:
    case GDK_KEY_KP_Home:
      *position = 0;
      return (modifiers & GDK_CONTROL_MASK) != 0;
    case GDK_KEY_End:
    case GDK_KEY_KP_End:
      *position = G_MAXINT;
      return (modifiers & GDK_CONTROL_MASK) != 0;
    default:
      return FALSE;
    }
}
