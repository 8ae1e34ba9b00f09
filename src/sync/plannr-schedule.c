/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-sync"

#include "config.h"

#include "plannr-schedule.h"

#define CREATE_DEADLINE     30000
#define LOOK_UP_DEADLINE    15000
#define FIRST_BACK_OFF      1000
#define LAST_BACK_OFF       60000
#define BUSY_WITHOUT_A_TIME 5000
#define SAVE                300
#define DOUBLE_LOOK         50
#define DOUBLE_WAIT         1000
#define REPETITION          1000
#define LIST_PACE           1000
#define LIST_LOOK           300000
#define LIST_PASS           86400000

static const guint looks[] = { 0, 5000, 30000, 120000 };

/**
 * PlannrSchedule:
 *
 * Every wait of the application, in milliseconds, in one place, so that tests can scale it.
 */
struct _PlannrSchedule
{
  GObject parent_instance;

  guint divisor;
};

G_DEFINE_FINAL_TYPE (PlannrSchedule, plannr_schedule, G_TYPE_OBJECT)

static void
plannr_schedule_class_init (PlannrScheduleClass *klass)
{
}

static void
plannr_schedule_init (PlannrSchedule *self)
{
  self->divisor = 1;
}

/**
 * plannr_schedule_new:
 * Returns: (transfer full): the schedule as people live with it
 */
PlannrSchedule *
plannr_schedule_new (void)
{
  return g_object_new (PLANNR_TYPE_SCHEDULE, NULL);
}

/**
 * plannr_schedule_new_scaled:
 * @divisor: by how much every wait is shorter
 *
 * Returns: (transfer full): a schedule for tests
 */
PlannrSchedule *
plannr_schedule_new_scaled (guint divisor)
{
  PlannrSchedule *self = plannr_schedule_new ();

  g_return_val_if_fail (divisor > 0, self);

  self->divisor = divisor;

  return self;
}

/**
 * plannr_schedule_get_create_deadline:
 * Returns: how long a create may take in all, in milliseconds
 */
guint
plannr_schedule_get_create_deadline (PlannrSchedule *self)
{
  g_return_val_if_fail (PLANNR_IS_SCHEDULE (self), 0);

  return CREATE_DEADLINE / self->divisor;
}

/**
 * plannr_schedule_get_look_up_deadline:
 * Returns: how long any other request may take in all, in milliseconds
 */
guint
plannr_schedule_get_look_up_deadline (PlannrSchedule *self)
{
  g_return_val_if_fail (PLANNR_IS_SCHEDULE (self), 0);

  return LOOK_UP_DEADLINE / self->divisor;
}

/**
 * plannr_schedule_get_back_off:
 * @self: a schedule
 * @n_failures: how many attempts have failed in a row, at least 1
 *
 * Returns: how long to wait before the next attempt, in milliseconds: doubling, jittered, from 1 s
 *   to 60 s
 */
guint
plannr_schedule_get_back_off (PlannrSchedule *self, guint n_failures)
{
  guint full;

  g_return_val_if_fail (PLANNR_IS_SCHEDULE (self), 0);
  g_return_val_if_fail (n_failures > 0, 0);

  full = n_failures > 6 ? LAST_BACK_OFF : MIN (FIRST_BACK_OFF << n_failures, LAST_BACK_OFF);

  return (guint) g_random_int_range ((gint32) full / 2, (gint32) full + 1) / self->divisor;
}

/**
 * plannr_schedule_get_save:
 * Returns: how long after a keystroke a draft is written down, in milliseconds
 */
guint
plannr_schedule_get_save (PlannrSchedule *self)
{
  g_return_val_if_fail (PLANNR_IS_SCHEDULE (self), 0);

  return SAVE / self->divisor;
}

/**
 * plannr_schedule_get_double_look:
 * Returns: how long after a change in a draft a double of it is looked for, in milliseconds
 */
guint
plannr_schedule_get_double_look (PlannrSchedule *self)
{
  g_return_val_if_fail (PLANNR_IS_SCHEDULE (self), 0);

  return DOUBLE_LOOK / self->divisor;
}

/**
 * plannr_schedule_get_double_wait:
 * Returns: how long a press of Create waits at most to hear of a double, in milliseconds
 */
guint
plannr_schedule_get_double_wait (PlannrSchedule *self)
{
  g_return_val_if_fail (PLANNR_IS_SCHEDULE (self), 0);

  return DOUBLE_WAIT / self->divisor;
}

/**
 * plannr_schedule_get_repetition:
 * Returns: how soon after another a press is still the same one, of a key that is held down or by a
 *   double click, in milliseconds
 */
guint
plannr_schedule_get_repetition (PlannrSchedule *self)
{
  g_return_val_if_fail (PLANNR_IS_SCHEDULE (self), 0);

  return REPETITION / self->divisor;
}

/**
 * plannr_schedule_get_undo:
 * @self: a schedule
 * @seconds: how long a case may be taken back, as the person has set it
 *
 * Returns: the same in milliseconds
 */
guint
plannr_schedule_get_undo (PlannrSchedule *self, guint seconds)
{
  g_return_val_if_fail (PLANNR_IS_SCHEDULE (self), 0);

  return seconds * 1000 / self->divisor;
}

/**
 * plannr_schedule_get_look:
 * @self: a schedule
 * @n_looks: how many looks have been made
 *
 * Returns: how long to wait before the next look whether a case exists, in milliseconds
 */
guint
plannr_schedule_get_look (PlannrSchedule *self, guint n_looks)
{
  g_return_val_if_fail (PLANNR_IS_SCHEDULE (self), 0);

  return looks[MIN (n_looks, G_N_ELEMENTS (looks) - 1)] / self->divisor;
}

/**
 * plannr_schedule_get_n_looks:
 * Returns: after how many looks that found nothing a person is asked
 */
guint
plannr_schedule_get_n_looks (PlannrSchedule *self)
{
  return G_N_ELEMENTS (looks);
}

/**
 * plannr_schedule_get_list_pace:
 * Returns: how long after one page of Plannr's lists the next is asked for, in milliseconds,
 *   where Plannr limits how much may be asked for
 */
guint
plannr_schedule_get_list_pace (PlannrSchedule *self)
{
  g_return_val_if_fail (PLANNR_IS_SCHEDULE (self), 0);

  return LIST_PACE / self->divisor;
}

/**
 * plannr_schedule_get_list_look:
 * Returns: how long after one look the next is taken whether anything has come, in milliseconds
 */
guint
plannr_schedule_get_list_look (PlannrSchedule *self)
{
  g_return_val_if_fail (PLANNR_IS_SCHEDULE (self), 0);

  return MAX (LIST_LOOK / self->divisor, 1);
}

/**
 * plannr_schedule_get_list_pass:
 * Returns: how long after one pass through all of a list the next is due, in milliseconds
 */
guint
plannr_schedule_get_list_pass (PlannrSchedule *self)
{
  g_return_val_if_fail (PLANNR_IS_SCHEDULE (self), 0);

  return LIST_PASS / self->divisor;
}

/**
 * plannr_schedule_get_retry_after:
 * @self: a schedule
 * @asked: how long the server asked to wait, in milliseconds; −1 where it did not say
 *
 * Returns: how long to wait, in milliseconds
 */
guint
plannr_schedule_get_retry_after (PlannrSchedule *self, gint64 asked)
{
  g_return_val_if_fail (PLANNR_IS_SCHEDULE (self), 0);

  if (asked < 0)
    asked = BUSY_WITHOUT_A_TIME;

  return (guint) MIN (asked, G_MAXINT) / self->divisor;
}
