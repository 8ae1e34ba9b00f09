/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-ui"

#include "config.h"

#include "plannr-app-icon.h"

/* In pixels. */
#define SMALLEST 56
#define USUAL    128

/**
 * PlannrAppIcon:
 *
 * The application's icon, large, on a page with room. Where the window is low it gives way, which a
 * #GtkImage does not, and where it is high it does not grow, which a #GtkPicture does.
 */
struct _PlannrAppIcon
{
  GtkWidget parent_instance;

  GdkPaintable *icon; /* (owned) */
};

G_DEFINE_FINAL_TYPE (PlannrAppIcon, plannr_app_icon, GTK_TYPE_WIDGET)

static void
plannr_app_icon_measure (GtkWidget *widget,
                         GtkOrientation orientation,
                         int for_size,
                         int *minimum,
                         int *natural,
                         int *minimum_baseline,
                         int *natural_baseline)
{
  *minimum = SMALLEST;
  *natural = USUAL;
}

static void
plannr_app_icon_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  PlannrAppIcon *self = PLANNR_APP_ICON (widget);
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  float size = (float) MIN (MIN (width, height), USUAL);

  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (((float) width - size) / 2,
                                                          ((float) height - size) / 2));
  gdk_paintable_snapshot (self->icon, snapshot, (double) size, (double) size);
}

static void
plannr_app_icon_finalize (GObject *object)
{
  g_clear_object (&PLANNR_APP_ICON (object)->icon);

  G_OBJECT_CLASS (plannr_app_icon_parent_class)->finalize (object);
}

static void
plannr_app_icon_class_init (PlannrAppIconClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = plannr_app_icon_finalize;
  widget_class->measure = plannr_app_icon_measure;
  widget_class->snapshot = plannr_app_icon_snapshot;

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
plannr_app_icon_init (PlannrAppIcon *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  self->icon = GDK_PAINTABLE (
      gtk_icon_theme_lookup_icon (gtk_icon_theme_get_for_display (gtk_widget_get_display (widget)),
                                  APPLICATION_ID, NULL, USUAL, gtk_widget_get_scale_factor (widget),
                                  GTK_TEXT_DIR_NONE, 0));
}
