/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-ui"

#include "config.h"

#include "plannr-message.h"

char *
plannr_message_get_sentence (const GError *error)
{
  return g_strdup (error->message);
}

char *
plannr_message_get_next_step (const GError *error)
{
  return g_strdup ("");
}
