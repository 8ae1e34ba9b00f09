/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-test"

#include "config.h"

#include "test-locate.h"

#include "test-input.h"
#include "test-wait.h"

/* So often the wheel is turned at most, and so often a place is looked at until it counts as kept. */
#define N_TURNS_MAX 80
#define N_LOOKS_MAX 40

/* One look at a node. All but @visible is in the coordinates of GTK's window. */
typedef struct
{
  PlannrTestArea area;    /* the whole of it */
  PlannrTestArea clip;    /* what can be seen of the innermost thing that hides its middle */
  PlannrTestArea visible; /* what can be seen of it, on the display */
  int offset_x;           /* from the coordinates of GTK's window to the display's */
  int offset_y;
  gboolean is_reachable; /* whether its middle can be seen */
} Look;

static gboolean
is_same_area (const PlannrTestArea *a, const PlannrTestArea *b)
{
  return a->x == b->x && a->y == b->y && a->width == b->width && a->height == b->height;
}

static PlannrTestArea
intersect (const PlannrTestArea *a, const PlannrTestArea *b)
{
  int x = MAX (a->x, b->x);
  int y = MAX (a->y, b->y);

  return (PlannrTestArea){
    .x = x,
    .y = y,
    .width = MAX (MIN (a->x + a->width, b->x + b->width) - x, 0),
    .height = MAX (MIN (a->y + a->height, b->y + b->height) - y, 0),
  };
}

static gboolean
contains_middle (const PlannrTestArea *outer, const PlannrTestArea *inner)
{
  int x = inner->x + inner->width / 2;
  int y = inner->y + inner->height / 2;

  return x >= outer->x && x < outer->x + outer->width && y >= outer->y
         && y < outer->y + outer->height;
}

/* A popover is a window of its own, yet GTK 4 gives all positions in it as if it lay at the origin of what
 * it belongs to; what tells which window is which popover is the size. */
static const PlannrTestWindow *
find_window (GArray *windows, const PlannrTestArea *area, gboolean is_popup)
{
  const PlannrTestWindow *found = NULL;

  for (guint i = 0; i < windows->len; i++)
    {
      const PlannrTestWindow *window = &g_array_index (windows, PlannrTestWindow, i);

      if (window->is_popup == is_popup
          && (!is_popup
              || (window->area.width == area->width && window->area.height == area->height)))
        found = window;
    }
  return found;
}

static void
set_window (Look *look, const PlannrTestWindow *window, const PlannrTestArea *area)
{
  look->offset_x = window->area.x - area->x + (window->area.width - area->width) / 2;
  look->offset_y = window->area.y - area->y + (window->area.height - area->height) / 2;
}

static gboolean
take_look (PlannrTestDisplay *display, int pid, PlannrTestNode *node, Look *look)
{
  g_autoptr (GArray) windows = plannr_test_display_list_windows (display, pid);
  g_autoptr (GArray) around = g_array_new (FALSE, FALSE, sizeof (PlannrTestArea));
  g_autoptr (PlannrTestNode) ancestor = NULL;
  const PlannrTestWindow *window = NULL;
  PlannrTestArea area, visible;

  *look = (Look){ 0 };
  if (!plannr_test_node_get_area (node, &look->area))
    return FALSE;

  area = look->area;
  for (ancestor = plannr_test_node_get_parent (node); ancestor != NULL && window == NULL;)
    {
      PlannrTestArea ancestor_area;
      PlannrTestNode *next;

      /* The application is nowhere; its windows are. */
      if (plannr_test_node_get_area (ancestor, &ancestor_area))
        {
          area = ancestor_area;
          g_array_append_val (around, area);
          window = find_window (windows, &area, TRUE);
        }
      next = plannr_test_node_get_parent (ancestor);
      plannr_test_node_free (ancestor);
      ancestor = next;
    }
  if (window == NULL)
    window = find_window (windows, &area, FALSE);
  if (window == NULL)
    return FALSE;
  set_window (look, window, &area);

  /* From the window inwards, so that what hides the middle is found with what can be seen of it. */
  visible = (PlannrTestArea){ area.x, area.y, window->area.width, window->area.height };
  look->is_reachable = TRUE;
  for (guint i = around->len; i > 0 && look->is_reachable; i--)
    {
      visible = intersect (&visible, &g_array_index (around, PlannrTestArea, i - 1));
      look->clip = visible;
      look->is_reachable = contains_middle (&visible, &look->area);
    }
  look->visible = intersect (&visible, &look->area);
  look->visible.x += look->offset_x;
  look->visible.y += look->offset_y;
  return TRUE;
}

/* Waits until two looks are alike: a window that is being laid out moves what is in it. */
static gboolean
take_steady_look (PlannrTestDisplay *display, int pid, PlannrTestNode *node, Look *look)
{
  Look last = { 0 };

  for (int i = 0; i < N_LOOKS_MAX; i++)
    {
      if (take_look (display, pid, node, look) && i > 0 && is_same_area (&last.area, &look->area)
          && last.offset_x == look->offset_x && last.offset_y == look->offset_y)
        return TRUE;
      last = *look;
      plannr_test_wait_for_next_look ();
    }
  return FALSE;
}

gboolean
plannr_test_locate (PlannrTestDisplay *display, int pid, PlannrTestNode *node, PlannrTestArea *area)
{
  Look look;

  for (int i = 0; i < N_TURNS_MAX; i++)
    {
      if (!take_steady_look (display, pid, node, &look))
        return FALSE;
      if (look.is_reachable)
        {
          *area = look.visible;
          return TRUE;
        }
      plannr_test_input_scroll (display, look.clip.x + look.clip.width / 2 + look.offset_x,
                                look.clip.y + look.clip.height / 2 + look.offset_y,
                                look.area.y + look.area.height / 2 < look.clip.y ? -1 : 1);
    }
  return FALSE;
}
