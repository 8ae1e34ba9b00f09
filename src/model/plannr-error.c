/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-model"

#include "config.h"

#include "plannr-error.h"

typedef PlannrErrorDetails PlannrErrorPrivate;

static void
plannr_error_private_init (PlannrErrorPrivate *priv)
{
  priv->retry_after = -1;
}

static gpointer
copy_field_error (gconstpointer error, gpointer user_data)
{
  return plannr_field_error_copy (error);
}

static void
plannr_error_private_copy (const PlannrErrorPrivate *from, PlannrErrorPrivate *to)
{
  *to = *from;
  to->message = g_strdup (from->message);
  if (from->fields != NULL)
    to->fields = g_ptr_array_copy (from->fields, copy_field_error, NULL);
}

static void
plannr_error_private_clear (PlannrErrorPrivate *priv)
{
  g_free (priv->message);
  g_clear_pointer (&priv->fields, g_ptr_array_unref);
}

G_DEFINE_EXTENDED_ERROR (PlannrError, plannr_error)

/**
 * plannr_error_get_details:
 * @error: an error
 *
 * The details are to be changed only by the function that has just made @error.
 *
 * Returns: (transfer none): what is known about it; nothing for an error of another domain
 */
PlannrErrorDetails *
plannr_error_get_details (const GError *error)
{
  static PlannrErrorDetails nothing;

  g_return_val_if_fail (error != NULL, NULL);

  if (error->domain != PLANNR_ERROR)
    {
      nothing = (PlannrErrorDetails){ .retry_after = -1 };
      return &nothing;
    }

  return plannr_error_get_private (error);
}
