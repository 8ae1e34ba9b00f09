/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "plannr-field.h"

G_BEGIN_DECLS

#define PLANNR_ERROR (plannr_error_quark ())
GQuark plannr_error_quark (void);

/**
 * PlannrError:
 * @PLANNR_ERROR_OFFLINE: there is no network, or no way to the server
 * @PLANNR_ERROR_NAME_NOT_FOUND: the server's name is not known
 * @PLANNR_ERROR_REFUSED: nothing listens at the server's address
 * @PLANNR_ERROR_PROXY: a proxy on the way would not let the request through
 * @PLANNR_ERROR_TLS: the connection is not private: the certificate is not to be trusted
 * @PLANNR_ERROR_DEADLINE: the answer was not complete in time
 * @PLANNR_ERROR_CONNECTION_LOST: the connection broke
 * @PLANNR_ERROR_REDIRECT: 3xx, which is never followed
 * @PLANNR_ERROR_UNAUTHORIZED: 401
 * @PLANNR_ERROR_FORBIDDEN: 403
 * @PLANNR_ERROR_NOT_FOUND: 404
 * @PLANNR_ERROR_METHOD: 405
 * @PLANNR_ERROR_CONFLICT: 409
 * @PLANNR_ERROR_INVALID: 422, or 400: with the fields where they were named
 * @PLANNR_ERROR_BUSY: 429
 * @PLANNR_ERROR_REJECTED: any other 4xx
 * @PLANNR_ERROR_SERVER: 5xx
 * @PLANNR_ERROR_NOT_JSON: the answer is something other than JSON, a web page say
 * @PLANNR_ERROR_BROKEN_JSON: the answer is JSON that is cut short or malformed
 * @PLANNR_ERROR_HOSTILE_JSON: the answer is nested too deeply
 * @PLANNR_ERROR_TOO_BIG: the answer is too large
 * @PLANNR_ERROR_UNEXPECTED: the answer is JSON, but not what was asked for: no UUID, say
 * @PLANNR_ERROR_READ_ONLY: the login may not create anything
 * @PLANNR_ERROR_EXPIRED: the login has expired
 * @PLANNR_ERROR_NO_ACCOUNT: the token belongs to no account
 * @PLANNR_ERROR_KEYRING: the desktop's keyring could not be used
 * @PLANNR_ERROR_PRACTICE: the practice firm could not be started
 * @PLANNR_ERROR_ADDRESS: the server's address is not one that may be used
 * @PLANNR_ERROR_DISK: this computer's disk could not be written or read
 * @PLANNR_ERROR_DISK_FULL: the disk is full
 * @PLANNR_ERROR_DISK_READ_ONLY: the disk, or the file, may not be written
 * @PLANNR_ERROR_FILE_OPEN: the file is open elsewhere; the message of the details says where
 * @PLANNR_ERROR_FILE_BROKEN: the file could not be read, and was moved to where the message of the
 *   details says
 * @PLANNR_ERROR_FILE_NEWER: the file was written by a newer version
 * @PLANNR_ERROR_TAKEN: the case belongs to another submission
 *
 * What can go wrong, one code for each sentence that a person reads. A message of this domain is
 * for the log; the words that a person reads are chosen in ui/.
 */
typedef enum
{
  PLANNR_ERROR_OFFLINE,
  PLANNR_ERROR_NAME_NOT_FOUND,
  PLANNR_ERROR_REFUSED,
  PLANNR_ERROR_PROXY,
  PLANNR_ERROR_TLS,
  PLANNR_ERROR_DEADLINE,
  PLANNR_ERROR_CONNECTION_LOST,
  PLANNR_ERROR_REDIRECT,
  PLANNR_ERROR_UNAUTHORIZED,
  PLANNR_ERROR_FORBIDDEN,
  PLANNR_ERROR_NOT_FOUND,
  PLANNR_ERROR_METHOD,
  PLANNR_ERROR_CONFLICT,
  PLANNR_ERROR_INVALID,
  PLANNR_ERROR_BUSY,
  PLANNR_ERROR_REJECTED,
  PLANNR_ERROR_SERVER,
  PLANNR_ERROR_NOT_JSON,
  PLANNR_ERROR_BROKEN_JSON,
  PLANNR_ERROR_HOSTILE_JSON,
  PLANNR_ERROR_TOO_BIG,
  PLANNR_ERROR_UNEXPECTED,
  PLANNR_ERROR_READ_ONLY,
  PLANNR_ERROR_EXPIRED,
  PLANNR_ERROR_NO_ACCOUNT,
  PLANNR_ERROR_KEYRING,
  PLANNR_ERROR_PRACTICE,
  PLANNR_ERROR_ADDRESS,
  PLANNR_ERROR_DISK,
  PLANNR_ERROR_DISK_FULL,
  PLANNR_ERROR_DISK_READ_ONLY,
  PLANNR_ERROR_FILE_OPEN,
  PLANNR_ERROR_FILE_BROKEN,
  PLANNR_ERROR_FILE_NEWER,
  PLANNR_ERROR_TAKEN,
} PlannrError;

#define PLANNR_N_ERRORS (PLANNR_ERROR_TAKEN + 1)

/**
 * PlannrErrorDetails:
 * @status: the HTTP status, 0 where none arrived
 * @retry_after: how long the server asked to wait, in milliseconds; −1 where it did not
 * @sent: whether any byte of the request may have left; %FALSE is proof that none did
 * @message: (nullable): what the server said, in its own words: untrusted, to be shown as plain text;
 *   or where a file is
 * @fields: (nullable) (element-type PlannrFieldError): what is wrong with which field
 *
 * What is known about an error of %PLANNR_ERROR beyond its code. It travels with the #GError.
 */
typedef struct
{
  guint status;
  gint64 retry_after;
  gboolean sent;
  char *message;
  GPtrArray *fields;
} PlannrErrorDetails;

PlannrErrorDetails *plannr_error_get_details (const GError *error);

G_END_DECLS
