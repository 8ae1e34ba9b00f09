/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "recovery-desk.h"

/* The outbox by itself. */

int
main (int argc, char *argv[])
{
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  g_autoptr (PlannrConnection) connection = NULL;

  recovery_desk_read_options (&argc, &argv);
  connection = recovery_desk_new ();
  recovery_desk_open (connection);
  g_main_loop_run (loop);

  return 0;
}
