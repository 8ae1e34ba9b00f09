/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-ui"

#include "config.h"

#include "plannr-renderer.h"

#include <gtk/gtk.h>

/* From here on GTK has renderers that draw at fractional scales, which this one does not. */
#define FRACTIONAL_MINOR 14

static gboolean
is_free (const char *name, const char *same)
{
  const char *value = g_getenv (name);

  return value == NULL || g_strcmp0 (value, same) == 0;
}

/**
 * plannr_renderer_choose:
 *
 * Has GTK draw without OpenGL where it would begin with that: to set OpenGL up takes as long as all the
 * rest of the start, and more memory than the application itself, and a form of text gains nothing by it.
 * What the environment says of it, `GSK_RENDERER=gl` say, counts more. To be called before anything else
 * of GTK's.
 */
void
plannr_renderer_choose (void)
{
  if (gtk_get_major_version () == 4 && gtk_get_minor_version () < FRACTIONAL_MINOR
      && is_free ("GDK_DEBUG", NULL) && is_free ("GSK_RENDERER", "cairo"))
    {
      g_setenv ("GDK_DEBUG", "gl-disable", TRUE);
      g_setenv ("GSK_RENDERER", "cairo", TRUE);
    }
}
