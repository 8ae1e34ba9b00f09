/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-api"

#include "config.h"

#include "plannr-proxy-resolver.h"

#include "plannr-loopback.h"

/**
 * PlannrProxyResolver:
 *
 * The desktop's proxies, but for this computer itself: with `http_proxy` set, a request to 127.0.0.1
 * would go through the proxy, its token in clear.
 */
struct _PlannrProxyResolver
{
  GObject parent_instance;
};

static void plannr_proxy_resolver_iface_init (GProxyResolverInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (PlannrProxyResolver,
                               plannr_proxy_resolver,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_PROXY_RESOLVER,
                                                      plannr_proxy_resolver_iface_init))

static gboolean
is_direct (const char *uri)
{
  g_autofree char *host = NULL;

  return g_uri_split_network (uri, G_URI_FLAGS_NONE, NULL, &host, NULL, NULL)
         && plannr_loopback_is_host (host);
}

static char **
direct (void)
{
  static const char *const proxies[] = { "direct://", NULL };

  return g_strdupv ((char **) proxies);
}

static char **
plannr_proxy_resolver_lookup (GProxyResolver *resolver,
                              const char *uri,
                              GCancellable *cancellable,
                              GError **error)
{
  if (is_direct (uri))
    return direct ();

  return g_proxy_resolver_lookup (g_proxy_resolver_get_default (), uri, cancellable, error);
}

static void
lookup_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  char **proxies = g_proxy_resolver_lookup_finish (G_PROXY_RESOLVER (object), result, &error);

  if (proxies != NULL)
    g_task_return_pointer (task, proxies, (GDestroyNotify) g_strfreev);
  else
    g_task_return_error (task, error);
}

static void
plannr_proxy_resolver_lookup_async (GProxyResolver *resolver,
                                    const char *uri,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (resolver, cancellable, callback, user_data);

  g_task_set_source_tag (task, plannr_proxy_resolver_lookup_async);

  if (is_direct (uri))
    g_task_return_pointer (task, direct (), (GDestroyNotify) g_strfreev);
  else
    g_proxy_resolver_lookup_async (g_proxy_resolver_get_default (), uri, cancellable, lookup_cb,
                                   g_steal_pointer (&task));
}

static char **
plannr_proxy_resolver_lookup_finish (GProxyResolver *resolver, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, resolver), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
plannr_proxy_resolver_iface_init (GProxyResolverInterface *iface)
{
  iface->lookup = plannr_proxy_resolver_lookup;
  iface->lookup_async = plannr_proxy_resolver_lookup_async;
  iface->lookup_finish = plannr_proxy_resolver_lookup_finish;
}

static void
plannr_proxy_resolver_class_init (PlannrProxyResolverClass *klass)
{
}

static void
plannr_proxy_resolver_init (PlannrProxyResolver *self)
{
}

/**
 * plannr_proxy_resolver_new:
 *
 * Returns: (transfer full): a resolver
 */
GProxyResolver *
plannr_proxy_resolver_new (void)
{
  return g_object_new (PLANNR_TYPE_PROXY_RESOLVER, NULL);
}
