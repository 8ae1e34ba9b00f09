/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-sync"

#include "config.h"

#include "plannr-submission-private.h"

/**
 * PlannrSubmission:
 *
 * One row of the list: a draft, where it is on its way, and in the end the case that Plannr made.
 * #PlannrSubmission:state drives everything that a window shows.
 */
struct _PlannrSubmission
{
  GObject parent_instance;

  PlannrCaseDraft *draft; /* (owned) */
  PlannrState state;
  PlannrWait wait;
  gint64 until;           /* microseconds of g_get_real_time(), 0 for no time */
  GError *error;          /* (owned) (nullable) */
  PlannrCase *record;     /* (owned) (nullable) */
  GListModel *candidates; /* (owned) (nullable), of PlannrCase */
  GDateTime *changed_at;  /* (owned) */
  gint64 first_attempt;   /* microseconds since the epoch; 0 before the first */
  gint64 last_attempt;
};

G_DEFINE_FINAL_TYPE (PlannrSubmission, plannr_submission, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_DRAFT,
  PROP_STATE,
  PROP_WAIT,
  PROP_UNTIL,
  PROP_ERROR,
  PROP_RECORD,
  PROP_CANDIDATES,
  N_PROPS
};

enum
{
  EDITED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static void
touch (PlannrSubmission *self)
{
  g_clear_pointer (&self->changed_at, g_date_time_unref);
  self->changed_at = g_date_time_new_now_utc ();
}

static void
draft_changed_cb (PlannrSubmission *self)
{
  touch (self);
  g_signal_emit (self, signals[EDITED], 0);
}

static void
plannr_submission_finalize (GObject *object)
{
  PlannrSubmission *self = PLANNR_SUBMISSION (object);

  g_clear_object (&self->draft);
  g_clear_error (&self->error);
  g_clear_object (&self->record);
  g_clear_object (&self->candidates);
  g_clear_pointer (&self->changed_at, g_date_time_unref);

  G_OBJECT_CLASS (plannr_submission_parent_class)->finalize (object);
}

static void
plannr_submission_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  PlannrSubmission *self = PLANNR_SUBMISSION (object);

  switch (id)
    {
    case PROP_DRAFT:
      g_value_set_object (value, self->draft);
      break;
    case PROP_STATE:
      g_value_set_enum (value, self->state);
      break;
    case PROP_WAIT:
      g_value_set_enum (value, self->wait);
      break;
    case PROP_UNTIL:
      g_value_set_int64 (value, self->until);
      break;
    case PROP_ERROR:
      g_value_set_boxed (value, self->error);
      break;
    case PROP_RECORD:
      g_value_set_object (value, self->record);
      break;
    case PROP_CANDIDATES:
      g_value_set_object (value, self->candidates);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
plannr_submission_class_init (PlannrSubmissionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->finalize = plannr_submission_finalize;
  object_class->get_property = plannr_submission_get_property;

  properties[PROP_DRAFT] = g_param_spec_object ("draft", NULL, NULL, PLANNR_TYPE_CASE_DRAFT, flags);
  properties[PROP_STATE] =
      g_param_spec_enum ("state", NULL, NULL, PLANNR_TYPE_STATE, PLANNR_STATE_DRAFT, flags);
  properties[PROP_WAIT] =
      g_param_spec_enum ("wait", NULL, NULL, PLANNR_TYPE_WAIT, PLANNR_WAIT_NOTHING, flags);
  properties[PROP_UNTIL] = g_param_spec_int64 ("until", NULL, NULL, 0, G_MAXINT64, 0, flags);
  properties[PROP_ERROR] = g_param_spec_boxed ("error", NULL, NULL, G_TYPE_ERROR, flags);
  properties[PROP_RECORD] = g_param_spec_object ("record", NULL, NULL, PLANNR_TYPE_CASE, flags);
  properties[PROP_CANDIDATES] =
      g_param_spec_object ("candidates", NULL, NULL, G_TYPE_LIST_MODEL, flags);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * PlannrSubmission::edited:
   *
   * The person has changed something in the draft.
   */
  signals[EDITED] = g_signal_new ("edited", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 0);
}

static void
plannr_submission_init (PlannrSubmission *self)
{
  touch (self);
}

/**
 * plannr_submission_new:
 * @draft: what is to be created
 *
 * Returns: (transfer full): a submission of @draft, %PLANNR_STATE_DRAFT
 */
PlannrSubmission *
plannr_submission_new (PlannrCaseDraft *draft)
{
  PlannrSubmission *self = NULL;

  g_return_val_if_fail (PLANNR_IS_CASE_DRAFT (draft), NULL);

  self = g_object_new (PLANNR_TYPE_SUBMISSION, NULL);
  self->draft = g_object_ref (draft);
  g_signal_connect_object (draft, "changed", G_CALLBACK (draft_changed_cb), self,
                           G_CONNECT_SWAPPED);

  return self;
}

/**
 * plannr_submission_get_draft:
 * Returns: (transfer none): what is to be created
 */
PlannrCaseDraft *
plannr_submission_get_draft (PlannrSubmission *self)
{
  g_return_val_if_fail (PLANNR_IS_SUBMISSION (self), NULL);

  return self->draft;
}

/**
 * plannr_submission_get_state:
 * Returns: where it is on its way
 */
PlannrState
plannr_submission_get_state (PlannrSubmission *self)
{
  g_return_val_if_fail (PLANNR_IS_SUBMISSION (self), PLANNR_STATE_DRAFT);

  return self->state;
}

/**
 * plannr_submission_get_wait:
 * Returns: what it waits for while it is %PLANNR_STATE_QUEUED
 */
PlannrWait
plannr_submission_get_wait (PlannrSubmission *self)
{
  g_return_val_if_fail (PLANNR_IS_SUBMISSION (self), PLANNR_WAIT_NOTHING);

  return self->wait;
}

/**
 * plannr_submission_get_until:
 * Returns: until when it waits, in microseconds of g_get_real_time(); 0 where that is not known
 */
gint64
plannr_submission_get_until (PlannrSubmission *self)
{
  g_return_val_if_fail (PLANNR_IS_SUBMISSION (self), 0);

  return self->until;
}

/**
 * plannr_submission_get_error:
 * Returns: (transfer none) (nullable): why it is not further on its way
 */
const GError *
plannr_submission_get_error (PlannrSubmission *self)
{
  g_return_val_if_fail (PLANNR_IS_SUBMISSION (self), NULL);

  return self->error;
}

/**
 * plannr_submission_get_record:
 * Returns: (transfer none) (nullable): the case that Plannr made, once it is %PLANNR_STATE_CREATED
 */
PlannrCase *
plannr_submission_get_record (PlannrSubmission *self)
{
  g_return_val_if_fail (PLANNR_IS_SUBMISSION (self), NULL);

  return self->record;
}

/**
 * plannr_submission_get_candidates:
 * Returns: (transfer none) (nullable): the cases that it might have become, a list of #PlannrCase,
 *   while it is %PLANNR_STATE_ASKING
 */
GListModel *
plannr_submission_get_candidates (PlannrSubmission *self)
{
  g_return_val_if_fail (PLANNR_IS_SUBMISSION (self), NULL);

  return self->candidates;
}

/**
 * plannr_submission_get_changed_at:
 * Returns: (transfer none): when a person or an answer last changed it, UTC
 */
GDateTime *
plannr_submission_get_changed_at (PlannrSubmission *self)
{
  g_return_val_if_fail (PLANNR_IS_SUBMISSION (self), NULL);

  return self->changed_at;
}

/**
 * plannr_submission_set_state:
 * @self: a submission
 * @state: a state that may follow its own
 */
void
plannr_submission_set_state (PlannrSubmission *self, PlannrState state)
{
  g_return_if_fail (PLANNR_IS_SUBMISSION (self));

  if (self->state == state)
    return;

  g_assert (plannr_state_may_become (self->state, state));

  self->state = state;
  touch (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATE]);
}

/**
 * plannr_submission_set_wait:
 * @self: a submission
 * @wait: what it waits for
 * @until: until when, in microseconds of g_get_real_time(); 0 for no time
 */
void
plannr_submission_set_wait (PlannrSubmission *self, PlannrWait wait, gint64 until)
{
  g_return_if_fail (PLANNR_IS_SUBMISSION (self));

  if (self->until != until)
    {
      self->until = until;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_UNTIL]);
    }
  if (self->wait != wait)
    {
      self->wait = wait;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_WAIT]);
    }
}

/**
 * plannr_submission_set_error:
 * @self: a submission
 * @error: (nullable): why it is not further on its way
 */
void
plannr_submission_set_error (PlannrSubmission *self, const GError *error)
{
  g_return_if_fail (PLANNR_IS_SUBMISSION (self));

  if (self->error == NULL && error == NULL)
    return;

  g_clear_error (&self->error);
  self->error = error != NULL ? g_error_copy (error) : NULL;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ERROR]);
}

/**
 * plannr_submission_set_record:
 * @self: a submission
 * @record: the case that Plannr made
 */
void
plannr_submission_set_record (PlannrSubmission *self, PlannrCase *record)
{
  g_return_if_fail (PLANNR_IS_SUBMISSION (self));

  if (g_set_object (&self->record, record))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_RECORD]);
}

/**
 * plannr_submission_set_candidates:
 * @self: a submission
 * @candidates: (nullable): the cases that it might have become, a list of #PlannrCase
 */
void
plannr_submission_set_candidates (PlannrSubmission *self, GListModel *candidates)
{
  g_return_if_fail (PLANNR_IS_SUBMISSION (self));

  if (g_set_object (&self->candidates, candidates))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CANDIDATES]);
}

/**
 * plannr_submission_mark_attempt:
 * @self: a submission
 * @now: the time, in microseconds since the epoch
 *
 * Says that a request is about to leave.
 */
void
plannr_submission_mark_attempt (PlannrSubmission *self, gint64 now)
{
  g_return_if_fail (PLANNR_IS_SUBMISSION (self));

  if (self->first_attempt == 0)
    self->first_attempt = now;
  self->last_attempt = now;
}

/**
 * plannr_submission_get_first_attempt:
 * Returns: when it was first on the wire, in microseconds since the epoch; 0 where it never was
 */
gint64
plannr_submission_get_first_attempt (PlannrSubmission *self)
{
  g_return_val_if_fail (PLANNR_IS_SUBMISSION (self), 0);

  return self->first_attempt;
}

/**
 * plannr_submission_get_last_attempt:
 * Returns: when it was last on the wire, in microseconds since the epoch; 0 where it never was
 */
gint64
plannr_submission_get_last_attempt (PlannrSubmission *self)
{
  g_return_val_if_fail (PLANNR_IS_SUBMISSION (self), 0);

  return self->last_attempt;
}
