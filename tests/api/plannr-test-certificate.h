/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

GTlsCertificate *plannr_test_certificate_new (void);
GTlsDatabase *plannr_test_certificate_new_database (void);

G_END_DECLS
