/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-api"

#include "config.h"

#include "plannr-page.h"

#include "plannr-json.h"

/**
 * plannr_page_free:
 * @self: (transfer full): a page
 */
void
plannr_page_free (PlannrPage *self)
{
  g_clear_pointer (&self->items, g_ptr_array_unref);
  g_free (self);
}

/**
 * plannr_page_read_items:
 * @list: (element-type JsonObject): the elements of a list
 * @read_item: makes of one of them what it stands for
 *
 * Returns: (transfer full) (element-type GObject): what they stand for; one that cannot be read
 *   does not spoil the others
 */
GPtrArray *
plannr_page_read_items (GPtrArray *list, PlannrReadItemFunc read_item)
{
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < list->len; i++)
    {
      gpointer item = read_item (g_ptr_array_index (list, i));

      if (item != NULL)
        g_ptr_array_add (items, item);
    }

  return items;
}

/* A link that leads to another host, or down to an unencrypted one, leads nowhere. */
static gboolean
is_same_host (const char *link, const char *uri)
{
  g_autoptr (GUri) base = g_uri_parse (uri, SOUP_HTTP_URI_FLAGS, NULL);
  g_autoptr (GUri) next = NULL;

  if (base == NULL)
    return FALSE;

  next = g_uri_parse_relative (base, link, SOUP_HTTP_URI_FLAGS, NULL);

  return next != NULL && g_str_equal (g_uri_get_scheme (next), g_uri_get_scheme (base))
         && g_strcmp0 (g_uri_get_host (next), g_uri_get_host (base)) == 0
         && g_uri_get_port (next) == g_uri_get_port (base);
}

static guint
read_last (JsonObject *object, const PlannrRequest *request)
{
  guint page = MAX (request->page, 1);
  int last = plannr_json_get_count (plannr_json_get_object (object, "meta"), "last_page");
  const char *next = plannr_json_get_string (plannr_json_get_object (object, "links"), "next");

  if (last > 0)
    return (guint) last;

  return next != NULL && is_same_host (next, request->uri) ? page + 1 : page;
}

/**
 * plannr_page_read:
 * @root: a list, bare or as Laravel wraps it: `data`, `links`, `meta`
 * @request: what was asked for
 * @read_item: makes of an element what it stands for
 * @error: return location
 *
 * Where `meta.last_page` is missing, `links.next` tells that there is one page more, if it leads
 * to the same host.
 *
 * Returns: (transfer full) (nullable): the page; %NULL with %PLANNR_ERROR_UNEXPECTED where @root is
 *   something else
 */
PlannrPage *
plannr_page_read (JsonNode *root,
                  const PlannrRequest *request,
                  PlannrReadItemFunc read_item,
                  GError **error)
{
  JsonObject *object = plannr_json_as_object (root);
  JsonNode *data = object != NULL ? plannr_json_get (object, "data") : root;
  g_autoptr (GPtrArray) list = plannr_json_get_list (data);
  PlannrPage *page;

  if (list == NULL && data != NULL
      && (JSON_NODE_HOLDS_ARRAY (data) || (object != NULL && JSON_NODE_HOLDS_NULL (data))))
    list = g_ptr_array_new ();

  if (list == NULL)
    {
      g_set_error_literal (error, PLANNR_ERROR, PLANNR_ERROR_UNEXPECTED, "The answer is no list");
      return NULL;
    }

  page = g_new0 (PlannrPage, 1);
  page->items = plannr_page_read_items (list, read_item);
  page->last = read_last (object, request);
  page->total = plannr_json_get_count (plannr_json_get_object (object, "meta"), "total");

  return page;
}
