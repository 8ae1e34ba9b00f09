/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-test"

#include "config.h"

#include "test-display.h"

#include <X11/Xatom.h>
#include <X11/Xlib.h>
#include <X11/Xutil.h>
#include <X11/extensions/Xcomposite.h>
#include <cairo.h>

#include "test-process.h"
#include "test-window-manager.h"

struct _PlannrTestDisplay
{
  PlannrTestProcess *server;        /* (owned) */
  PlannrTestWindowManager *manager; /* (owned) */
  Display *connection;              /* (owned) */
  char *name;                       /* (owned) */
};

/* Windows go while they are being looked at; that is no reason for Xlib to end the test. */
static int
ignore_error (Display *display, XErrorEvent *event)
{
  return 0;
}

PlannrTestDisplay *
plannr_test_display_new (int width,
                         int height,
                         const char *const *environment,
                         const char *log_path)
{
  PlannrTestDisplay *self = g_new0 (PlannrTestDisplay, 1);
  g_autofree char *size = g_strdup_printf ("%dx%dx24", width, height);
  g_autofree char *number = NULL;
  const char *argv[] = { "Xvfb", "-displayfd", "1",   "-screen",  "0",
                         size,   "-nolisten",  "tcp", "-noreset", NULL };

  XInitThreads ();
  XSetErrorHandler (ignore_error);
  self->server = plannr_test_process_start (argv, environment, log_path);
  number = plannr_test_process_read_line (self->server, 30);
  g_assert_nonnull (number);
  self->name = g_strconcat (":", number, NULL);
  self->connection = XOpenDisplay (self->name);
  g_assert_nonnull (self->connection);
  /* Each window keeps a picture of its own, which plannr_test_display_shoot() lays over one another. */
  XCompositeRedirectSubwindows (self->connection, DefaultRootWindow (self->connection),
                                CompositeRedirectAutomatic);
  self->manager = plannr_test_window_manager_new (self->name);
  return self;
}

void
plannr_test_display_free (PlannrTestDisplay *self)
{
  if (self == NULL)
    return;

  plannr_test_window_manager_free (self->manager);
  XCloseDisplay (self->connection);
  plannr_test_process_stop (self->server);
  g_free (self->name);
  g_free (self);
}

const char *
plannr_test_display_get_name (PlannrTestDisplay *self)
{
  return self->name;
}

gpointer
plannr_test_display_get_connection (PlannrTestDisplay *self)
{
  return self->connection;
}

static gboolean
belongs_to (PlannrTestDisplay *self, Window window, int pid)
{
  Atom property = XInternAtom (self->connection, "_NET_WM_PID", False);
  Atom type;
  int format;
  unsigned long n_items = 0, n_left;
  unsigned char *value = NULL;
  gboolean belongs = FALSE;

  if (XGetWindowProperty (self->connection, window, property, 0, 1, False, XA_CARDINAL, &type,
                          &format, &n_items, &n_left, &value)
          == Success
      && n_items == 1)
    belongs = *(unsigned long *) (gpointer) value == (unsigned long) pid;
  g_clear_pointer (&value, XFree);
  return belongs;
}

GArray *
plannr_test_display_list_windows (PlannrTestDisplay *self, int pid)
{
  GArray *windows = g_array_new (FALSE, TRUE, sizeof (PlannrTestWindow));
  Window root, parent, *children = NULL;
  unsigned int n_children = 0;

  XQueryTree (self->connection, DefaultRootWindow (self->connection), &root, &parent, &children,
              &n_children);
  for (unsigned int i = 0; i < n_children; i++)
    {
      XWindowAttributes attributes;

      if (XGetWindowAttributes (self->connection, children[i], &attributes)
          && attributes.map_state == IsViewable && belongs_to (self, children[i], pid))
        {
          PlannrTestWindow window = {
            .id = children[i],
            .area = { attributes.x, attributes.y, attributes.width, attributes.height },
            .is_popup = attributes.override_redirect,
          };

          g_array_append_val (windows, window);
        }
    }
  g_clear_pointer (&children, XFree);
  return windows;
}

void
plannr_test_display_resize_window (PlannrTestDisplay *self, gulong window, int width, int height)
{
  XResizeWindow (self->connection, window, (unsigned int) width, (unsigned int) height);
  XSync (self->connection, False);
}

void
plannr_test_display_close_window (PlannrTestDisplay *self, gulong window)
{
  XEvent event = {
    .xclient = {
      .type = ClientMessage,
      .window = window,
      .message_type = XInternAtom (self->connection, "WM_PROTOCOLS", False),
      .format = 32,
      .data.l = { (long) XInternAtom (self->connection, "WM_DELETE_WINDOW", False), CurrentTime },
    },
  };

  XSendEvent (self->connection, window, False, NoEventMask, &event);
  XSync (self->connection, False);
}

static void
paint_window (PlannrTestDisplay *self, cairo_t *cr, Window window)
{
  XWindowAttributes attributes;
  cairo_surface_t *surface;
  Pixmap pixmap;
  XImage *image;

  if (!XGetWindowAttributes (self->connection, window, &attributes)
      || attributes.map_state != IsViewable || attributes.class != InputOutput)
    return;
  pixmap = XCompositeNameWindowPixmap (self->connection, window);
  image = XGetImage (self->connection, pixmap, 0, 0, (unsigned int) attributes.width,
                     (unsigned int) attributes.height, AllPlanes, ZPixmap);
  XFreePixmap (self->connection, pixmap);
  if (image == NULL)
    return;

  g_assert_cmpint (image->bits_per_pixel, ==, 32);
  surface = cairo_image_surface_create_for_data ((unsigned char *) image->data,
                                                 attributes.depth == 32 ? CAIRO_FORMAT_ARGB32
                                                                        : CAIRO_FORMAT_RGB24,
                                                 attributes.width, attributes.height,
                                                 image->bytes_per_line);
  cairo_set_source_surface (cr, surface, attributes.x, attributes.y);
  cairo_paint (cr);
  cairo_surface_destroy (surface);
  XDestroyImage (image);
}

void
plannr_test_display_shoot (PlannrTestDisplay *self, const char *path)
{
  int screen = DefaultScreen (self->connection);
  cairo_surface_t *surface =
      cairo_image_surface_create (CAIRO_FORMAT_RGB24, DisplayWidth (self->connection, screen),
                                  DisplayHeight (self->connection, screen));
  cairo_t *cr = cairo_create (surface);
  Window root, parent, *windows = NULL;
  unsigned int n_windows = 0;

  cairo_set_source_rgb (cr, 0.4, 0.45, 0.5);
  cairo_paint (cr);
  XQueryTree (self->connection, DefaultRootWindow (self->connection), &root, &parent, &windows,
              &n_windows);
  for (unsigned int i = 0; i < n_windows; i++)
    paint_window (self, cr, windows[i]);
  g_clear_pointer (&windows, XFree);
  g_assert_cmpint (cairo_surface_write_to_png (surface, path), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}
