/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-test"

#include "config.h"

#include "test-window-manager.h"

#include <X11/Xlib.h>
#include <glib-unix.h>
#include <poll.h>
#include <unistd.h>

struct _PlannrTestWindowManager
{
  Display *display; /* (owned) */
  GThread *thread;  /* (owned) */
  int stop[2];      /* (owned) closing the second ends the thread */
  GArray *windows;  /* (owned) those mapped, the newest last */
};

static void
give_focus (PlannrTestWindowManager *self)
{
  if (self->windows->len > 0)
    {
      Window newest = g_array_index (self->windows, Window, self->windows->len - 1);

      XRaiseWindow (self->display, newest);
      XSetInputFocus (self->display, newest, RevertToPointerRoot, CurrentTime);
    }
}

static void
forget (PlannrTestWindowManager *self, Window window)
{
  for (guint i = 0; i < self->windows->len; i++)
    if (g_array_index (self->windows, Window, i) == window)
      {
        g_array_remove_index (self->windows, i);
        give_focus (self);
        return;
      }
}

static void
map (PlannrTestWindowManager *self, Window window)
{
  int screen = DefaultScreen (self->display);
  XWindowAttributes attributes;

  if (!XGetWindowAttributes (self->display, window, &attributes))
    return;
  XMoveResizeWindow (self->display, window, 0, 0,
                     MIN (attributes.width, DisplayWidth (self->display, screen)),
                     MIN (attributes.height, DisplayHeight (self->display, screen)));
  XMapWindow (self->display, window);
}

static void
configure (PlannrTestWindowManager *self, const XConfigureRequestEvent *request)
{
  int screen = DefaultScreen (self->display);
  XWindowChanges changes = {
    .x = request->x,
    .y = request->y,
    .width = MIN (request->width, DisplayWidth (self->display, screen)),
    .height = MIN (request->height, DisplayHeight (self->display, screen)),
    .border_width = request->border_width,
    .sibling = request->above,
    .stack_mode = request->detail,
  };

  XConfigureWindow (self->display, request->window, (unsigned int) request->value_mask, &changes);
}

static void
handle (PlannrTestWindowManager *self, const XEvent *event)
{
  switch (event->type)
    {
    case MapRequest:
      map (self, event->xmaprequest.window);
      break;
    case ConfigureRequest:
      configure (self, &event->xconfigurerequest);
      break;
    case MapNotify:
      if (!event->xmap.override_redirect)
        {
          g_array_append_val (self->windows, event->xmap.window);
          give_focus (self);
        }
      break;
    case UnmapNotify:
      forget (self, event->xunmap.window);
      break;
    case DestroyNotify:
      forget (self, event->xdestroywindow.window);
      break;
    default:
      break;
    }
}

static gpointer
work (gpointer data)
{
  PlannrTestWindowManager *self = data;
  struct pollfd waiting[] = {
    { .fd = ConnectionNumber (self->display), .events = POLLIN },
    { .fd = self->stop[0], .events = POLLIN },
  };

  while (waiting[1].revents == 0)
    {
      while (XPending (self->display) > 0)
        {
          XEvent event;

          XNextEvent (self->display, &event);
          handle (self, &event);
        }
      XFlush (self->display);
      poll (waiting, G_N_ELEMENTS (waiting), -1);
    }
  return NULL;
}

PlannrTestWindowManager *
plannr_test_window_manager_new (const char *display_name)
{
  PlannrTestWindowManager *self = g_new0 (PlannrTestWindowManager, 1);
  g_autoptr (GError) error = NULL;

  self->display = XOpenDisplay (display_name);
  g_assert_nonnull (self->display);
  self->windows = g_array_new (FALSE, FALSE, sizeof (Window));
  XSelectInput (self->display, DefaultRootWindow (self->display),
                SubstructureRedirectMask | SubstructureNotifyMask);
  XSync (self->display, False);
  g_unix_open_pipe (self->stop, FD_CLOEXEC, &error);
  g_assert_no_error (error);
  self->thread = g_thread_new ("window-manager", work, self);
  return self;
}

void
plannr_test_window_manager_free (PlannrTestWindowManager *self)
{
  close (self->stop[1]);
  g_thread_join (self->thread);
  close (self->stop[0]);
  XCloseDisplay (self->display);
  g_array_unref (self->windows);
  g_free (self);
}
