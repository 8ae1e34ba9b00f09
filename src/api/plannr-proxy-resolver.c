/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-api"

#include "config.h"

#include "plannr-proxy-resolver.h"

#include "plannr-loopback.h"

/**
 * PlannrProxyResolver:
 *
 * The proxies of another resolver, the desktop's say, but for this computer itself: with `http_proxy` set, a request to 127.0.0.1
 * would go through the proxy, its token in clear.
 */
struct _PlannrProxyResolver
{
  GObject parent_instance;

  GProxyResolver *others; /* (owned): for all other hosts */
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

  return g_proxy_resolver_lookup (PLANNR_PROXY_RESOLVER (resolver)->others, uri, cancellable,
                                  error);
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
    g_proxy_resolver_lookup_async (PLANNR_PROXY_RESOLVER (resolver)->others, uri, cancellable,
                                   lookup_cb, g_steal_pointer (&task));
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
plannr_proxy_resolver_finalize (GObject *object)
{
  g_clear_object (&PLANNR_PROXY_RESOLVER (object)->others);

  G_OBJECT_CLASS (plannr_proxy_resolver_parent_class)->finalize (object);
}

static void
plannr_proxy_resolver_class_init (PlannrProxyResolverClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = plannr_proxy_resolver_finalize;
}

static void
plannr_proxy_resolver_init (PlannrProxyResolver *self)
{
}

/**
 * plannr_proxy_resolver_new:
 * @others: what to ask for all hosts but this computer
 *
 * Returns: (transfer full): a resolver
 */
GProxyResolver *
plannr_proxy_resolver_new (GProxyResolver *others)
{
  PlannrProxyResolver *self;

  g_return_val_if_fail (G_IS_PROXY_RESOLVER (others), NULL);

  self = g_object_new (PLANNR_TYPE_PROXY_RESOLVER, NULL);
  self->others = g_object_ref (others);

  return G_PROXY_RESOLVER (self);
}
