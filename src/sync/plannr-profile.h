/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <libsoup/soup.h>

#include "plannr-create-press.h"
#include "plannr-directory.h"
#include "plannr-login.h"
#include "plannr-outbox.h"

G_BEGIN_DECLS

#define PLANNR_TYPE_PROFILE (plannr_profile_get_type ())
G_DECLARE_FINAL_TYPE (PlannrProfile, plannr_profile, PLANNR, PROFILE, GObject)

PlannrProfile *plannr_profile_new (gboolean practice, PlannrSchedule *schedule);

char *plannr_profile_get_folder (const char *server, const char *account_uuid);
void plannr_profile_open (PlannrProfile *self, const char *folder);

gboolean plannr_profile_is_practice (PlannrProfile *self);
PlannrOutbox *plannr_profile_get_outbox (PlannrProfile *self);
PlannrDirectory *plannr_profile_get_directory (PlannrProfile *self);
PlannrCreatePress *plannr_profile_get_create_press (PlannrProfile *self);
PlannrLogin *plannr_profile_get_login (PlannrProfile *self);
const char *plannr_profile_get_server (PlannrProfile *self);

void plannr_profile_connect (PlannrProfile *self,
                             SoupSession *session,
                             const char *server,
                             const char *token,
                             PlannrLogin *login);
void plannr_profile_disconnect (PlannrProfile *self);

void plannr_profile_forget_directory_async (PlannrProfile *self,
                                            GCancellable *cancellable,
                                            GAsyncReadyCallback callback,
                                            gpointer user_data);
gboolean
plannr_profile_forget_directory_finish (PlannrProfile *self, GAsyncResult *result, GError **error);

G_END_DECLS
