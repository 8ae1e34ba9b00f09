/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plannr-directory.h"

G_BEGIN_DECLS

/**
 * PlannrPickerSource:
 * @what: what is chosen
 * @look_up: looks up what is kept on this computer, as plannr_directory_look_up_async() does
 * @find: asks Plannr, as plannr_directory_find_async() does
 *
 * What a picker chooses from, and how it is found.
 */
typedef struct
{
  PlannrCacheKind what;
  void (*look_up) (PlannrDirectory *directory,
                   PlannrCacheKind what,
                   const char *text,
                   guint offset,
                   GCancellable *cancellable,
                   GAsyncReadyCallback callback,
                   gpointer user_data);
  void (*find) (PlannrDirectory *directory,
                PlannrCacheKind what,
                const char *text,
                GCancellable *cancellable,
                GAsyncReadyCallback callback,
                gpointer user_data);
} PlannrPickerSource;

const PlannrPickerSource *plannr_picker_source_get (PlannrCacheKind what);

G_END_DECLS
