/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <libsoup/soup.h>

#include "plannr-profile.h"

G_BEGIN_DECLS

/**
 * PlannrConnectionState:
 * @PLANNR_CONNECTION_NONE: no firm has been chosen
 * @PLANNR_CONNECTION_OPENING: the way to the firm is being opened
 * @PLANNR_CONNECTION_OPEN: there is a way
 * @PLANNR_CONNECTION_SIGNED_OUT: there is no token, or none that works
 * @PLANNR_CONNECTION_FAILED: the practice firm could not be started
 */
typedef enum
{
  PLANNR_CONNECTION_NONE,
  PLANNR_CONNECTION_OPENING,
  PLANNR_CONNECTION_OPEN,
  PLANNR_CONNECTION_SIGNED_OUT,
  PLANNR_CONNECTION_FAILED,
} PlannrConnectionState;

#define PLANNR_TYPE_CONNECTION_STATE (plannr_connection_state_get_type ())
GType plannr_connection_state_get_type (void);

#define PLANNR_TYPE_CONNECTION (plannr_connection_get_type ())
G_DECLARE_FINAL_TYPE (PlannrConnection, plannr_connection, PLANNR, CONNECTION, GObject)

PlannrConnection *plannr_connection_new (gboolean practice, PlannrSchedule *schedule);

PlannrProfile *plannr_connection_get_profile (PlannrConnection *self);
PlannrConnectionState plannr_connection_get_state (PlannrConnection *self);
const GError *plannr_connection_get_error (PlannrConnection *self);
gboolean plannr_connection_get_session_only (PlannrConnection *self);

void plannr_connection_open_practice (PlannrConnection *self, const char *executable);
void plannr_connection_open_kept (PlannrConnection *self,
                                  SoupSession *session,
                                  const char *server,
                                  const char *account_uuid);
void plannr_connection_open_token (PlannrConnection *self,
                                   SoupSession *session,
                                   const char *server,
                                   const char *token,
                                   const char *account_uuid);
void plannr_connection_accept (PlannrConnection *self,
                               SoupSession *session,
                               const char *server,
                               const char *token,
                               PlannrLogin *login);
void plannr_connection_close (PlannrConnection *self);

G_END_DECLS
