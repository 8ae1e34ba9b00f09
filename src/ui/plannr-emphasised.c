/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-ui"

#include "config.h"

#include "plannr-emphasised.h"

#include <string.h>

static void
add_attribute (PangoAttrList *attributes, PangoAttribute *attribute, guint start, guint end)
{
  attribute->start_index = start;
  attribute->end_index = end;
  pango_attr_list_insert (attributes, attribute);
}

/* Bold and underlined: what is bold already is told apart too, and no colour is needed. */
static void
add_attributes (PangoAttrList *attributes, PlannrEmphasis *emphasis, const char *text, guint offset)
{
  g_autoptr (GArray) ranges = plannr_emphasis_find (emphasis, text);

  for (guint i = 0; i < ranges->len; i++)
    {
      const PlannrEmphasisRange *range = &g_array_index (ranges, PlannrEmphasisRange, i);
      guint start = offset + range->start;
      guint end = offset + range->end;

      add_attribute (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD), start, end);
      add_attribute (attributes, pango_attr_underline_new (PANGO_UNDERLINE_SINGLE), start, end);
    }
}

/* A label that has no attributes, like most, is not to be laid out anew. */
static void
set_attributes (GtkLabel *label, PangoAttrList *attributes)
{
  g_autoptr (GSList) all = pango_attr_list_get_attributes (attributes);
  gboolean any = all != NULL;

  g_slist_foreach (all, (GFunc) (void (*) (void)) pango_attribute_destroy, NULL);
  if (any || gtk_label_get_attributes (label) != NULL)
    gtk_label_set_attributes (label, any ? attributes : NULL);
}

/**
 * plannr_emphasised_label:
 * @label: a label
 * @emphasis: (nullable): what to emphasise in its text; %NULL for nothing
 */
void
plannr_emphasised_label (GtkLabel *label, PlannrEmphasis *emphasis)
{
  const char *const parts[] = { gtk_label_get_text (label), NULL };

  plannr_emphasised_label_parts (label, emphasis, parts);
}

/**
 * plannr_emphasised_label_parts:
 * @label: a label
 * @emphasis: (nullable): what to emphasise in its text; %NULL for nothing
 * @parts: (array zero-terminated=1): the parts of the text in which it is to be found, in order
 */
void
plannr_emphasised_label_parts (GtkLabel *label, PlannrEmphasis *emphasis, const char *const *parts)
{
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  const char *text = gtk_label_get_text (label);
  const char *at = text;

  for (gsize i = 0; emphasis != NULL && parts[i] != NULL; i++)
    {
      const char *part = strstr (at, parts[i]);

      if (part == NULL)
        continue;
      add_attributes (attributes, emphasis, parts[i], (guint) (part - text));
      at = part + strlen (parts[i]);
    }

  set_attributes (label, attributes);
}
