/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "plannr-directory.h"

G_BEGIN_DECLS

/**
 * PlannrPickerFindFunc:
 *
 * One of the `plannr_directory_find_…_async` functions. The picker ends it with
 * plannr_directory_find_finish().
 */
typedef void (*PlannrPickerFindFunc) (PlannrDirectory *directory,
                                      const char *text,
                                      GCancellable *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data);

#define PLANNR_TYPE_PICKER (plannr_picker_get_type ())
G_DECLARE_FINAL_TYPE (PlannrPicker, plannr_picker, PLANNR, PICKER, GtkWidget)

/* Its properties and signals are described where the class is made. */
void plannr_picker_set_source (PlannrPicker *self,
                               PlannrDirectory *directory,
                               PlannrPickerFindFunc find);
void plannr_picker_set_item (PlannrPicker *self, gpointer item);
gpointer plannr_picker_get_item (PlannrPicker *self);
void plannr_picker_set_error (PlannrPicker *self, const char *error);
void plannr_picker_open (PlannrPicker *self);

G_END_DECLS
