/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-ui"

#include "config.h"

#include "plannr-focus-home.h"

/**
 * plannr_focus_home_note:
 * @home: (inout): where to keep it: a weak pointer, to be cleared at the end
 * @visited: what will take the focus for a while
 *
 * Notes what has the focus now. An item of a menu has it no longer once the menu has closed: what the
 * menu hangs from is noted in its place.
 */
void
plannr_focus_home_note (GtkWidget **home, GtkWidget *visited)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (visited));
  GtkWidget *menu = focus != NULL ? gtk_widget_get_ancestor (focus, GTK_TYPE_POPOVER_MENU) : NULL;

  g_set_weak_pointer (home, menu != NULL ? gtk_widget_get_parent (menu) : focus);
}

/**
 * plannr_focus_home_return:
 * @home: (inout): where it was noted; cleared
 * @visited: what has taken the focus and is about to go
 *
 * Gives the focus back, unless it has gone elsewhere meanwhile.
 */
void
plannr_focus_home_return (GtkWidget **home, GtkWidget *visited)
{
  GtkRoot *root = gtk_widget_get_root (visited);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (focus != NULL && *home != NULL && gtk_widget_is_ancestor (focus, visited))
    gtk_widget_grab_focus (*home);
  g_clear_weak_pointer (home);
}
