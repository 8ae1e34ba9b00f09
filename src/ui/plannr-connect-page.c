/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-ui"

#include "config.h"

#include "plannr-connect-page.h"

#include "plannr-resources.h"

/**
 * PlannrConnectPage:
 *
 * Where a person connects to Plannr, or tries the practice firm.
 */
struct _PlannrConnectPage
{
  GtkWidget parent_instance;
};

G_DEFINE_FINAL_TYPE (PlannrConnectPage, plannr_connect_page, GTK_TYPE_WIDGET)

static void
plannr_connect_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), PLANNR_TYPE_CONNECT_PAGE);

  G_OBJECT_CLASS (plannr_connect_page_parent_class)->dispose (object);
}

static void
plannr_connect_page_class_init (PlannrConnectPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = plannr_connect_page_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               PLANNR_RESOURCES "plannr-connect-page.ui");
}

static void
plannr_connect_page_init (PlannrConnectPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
plannr_connect_page_set_session (PlannrConnectPage *self, SoupSession *session)
{
}

void
plannr_connect_page_set_server (PlannrConnectPage *self, const char *server)
{
}

void
plannr_connect_page_start (PlannrConnectPage *self)
{
}
