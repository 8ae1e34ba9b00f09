/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-sync"

#include "config.h"

#include "plannr-submission-struct.h"

/**
 * PlannrSubmission:
 *
 * One row of the list: a draft, where it is on its way, and in the end the case that Plannr made.
 * #PlannrSubmission:state drives everything that a window shows.
 */
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
  PROP_TWIN,
  PROP_CANDIDATES,
  PROP_SAVED,
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
draft_changed_cb (PlannrSubmission *self)
{
  plannr_submission_touch (self);
  g_signal_emit (self, signals[EDITED], 0);
}

void
plannr_submission_set_draft (PlannrSubmission *self, PlannrCaseDraft *draft)
{
  self->draft = g_object_ref (draft);
  g_signal_connect_object (draft, "changed", G_CALLBACK (draft_changed_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
plannr_submission_finalize (GObject *object)
{
  PlannrSubmission *self = PLANNR_SUBMISSION (object);

  g_free (self->id);
  g_clear_object (&self->draft);
  g_clear_error (&self->error);
  g_free (self->case_uuid);
  g_clear_object (&self->record);
  g_clear_object (&self->twin);
  g_clear_object (&self->candidates);
  plannr_passage_clear (&self->passage);

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
    case PROP_TWIN:
      g_value_set_object (value, self->twin);
      break;
    case PROP_CANDIDATES:
      g_value_set_object (value, self->candidates);
      break;
    case PROP_SAVED:
      g_value_set_boolean (value, self->saved);
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
  properties[PROP_TWIN] = g_param_spec_object ("twin", NULL, NULL, PLANNR_TYPE_CASE, flags);
  properties[PROP_SAVED] = g_param_spec_boolean ("saved", NULL, NULL, FALSE, flags);
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
  plannr_submission_touch (self);
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
  self->id = g_uuid_string_random ();
  plannr_submission_set_draft (self, draft);

  return self;
}

/**
 * plannr_submission_get_passage:
 * Returns: (transfer none): its way to Plannr so far
 */
PlannrPassage *
plannr_submission_get_passage (PlannrSubmission *self)
{
  g_return_val_if_fail (PLANNR_IS_SUBMISSION (self), NULL);

  return &self->passage;
}

/**
 * plannr_submission_get_id:
 * Returns: (transfer none): what names it for good, on this computer
 */
const char *
plannr_submission_get_id (PlannrSubmission *self)
{
  g_return_val_if_fail (PLANNR_IS_SUBMISSION (self), NULL);

  return self->id;
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
 * plannr_submission_get_case_uuid:
 * Returns: (transfer none) (nullable): the UUID of the case that it has become
 */
const char *
plannr_submission_get_case_uuid (PlannrSubmission *self)
{
  g_return_val_if_fail (PLANNR_IS_SUBMISSION (self), NULL);

  return self->case_uuid;
}

/**
 * plannr_submission_get_twin:
 * Returns: (transfer none) (nullable): where it was sent again and Plannr made two cases: the other
 */
PlannrCase *
plannr_submission_get_twin (PlannrSubmission *self)
{
  g_return_val_if_fail (PLANNR_IS_SUBMISSION (self), NULL);

  return self->twin;
}

/**
 * plannr_submission_get_saved:
 * Returns: whether all of it is on the disk
 */
gboolean
plannr_submission_get_saved (PlannrSubmission *self)
{
  g_return_val_if_fail (PLANNR_IS_SUBMISSION (self), FALSE);

  return self->saved;
}

/**
 * plannr_submission_get_revision:
 * Returns: a number that is another one after each change that the disk has to know of
 */
guint
plannr_submission_get_revision (PlannrSubmission *self)
{
  g_return_val_if_fail (PLANNR_IS_SUBMISSION (self), 0);

  return self->revision;
}

/**
 * plannr_submission_get_changed_at:
 * Returns: when a person or an answer last changed it, in microseconds since the epoch
 */
gint64
plannr_submission_get_changed_at (PlannrSubmission *self)
{
  g_return_val_if_fail (PLANNR_IS_SUBMISSION (self), 0);

  return self->changed_at;
}

/**
 * plannr_submission_get_last_attempt:
 * Returns: when it was last on the wire, in microseconds since the epoch; 0 where it never was
 */
gint64
plannr_submission_get_last_attempt (PlannrSubmission *self)
{
  g_return_val_if_fail (PLANNR_IS_SUBMISSION (self), 0);

  return self->passage.wire.last;
}

/**
 * plannr_submission_get_held_until:
 * Returns: until when a person may take it back, in microseconds since the epoch; 0 for not at all
 */
gint64
plannr_submission_get_held_until (PlannrSubmission *self)
{
  g_return_val_if_fail (PLANNR_IS_SUBMISSION (self), 0);

  return self->passage.held_until;
}
