/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define PLANNR_TYPE_PROXY_RESOLVER (plannr_proxy_resolver_get_type ())
G_DECLARE_FINAL_TYPE (PlannrProxyResolver, plannr_proxy_resolver, PLANNR, PROXY_RESOLVER, GObject)

GProxyResolver *plannr_proxy_resolver_new (GProxyResolver *others);

G_END_DECLS
