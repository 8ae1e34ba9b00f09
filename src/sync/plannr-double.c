/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-sync"

#include "config.h"

#include "plannr-double.h"

#include "plannr-name.h"
#include "plannr-submission-private.h"

/**
 * PlannrDouble:
 *
 * A case that is there already, or on its way, and likely to be what is being written: of the last 30
 * days, and with a client and the type of the draft, or with its name.
 */
struct _PlannrDouble
{
  GObject parent_instance;

  PlannrSubmission *submission; /* (owned) (nullable) */
  PlannrState state;            /* of it, as it was found */
  PlannrCase *record;           /* (owned) (nullable) */
  PlannrAccount *client;        /* (owned) (nullable) */
  gint64 when;                  /* microseconds since the epoch */
};

G_DEFINE_FINAL_TYPE (PlannrDouble, plannr_double, G_TYPE_OBJECT)

static gboolean
has (GListModel *people, const char *uuid)
{
  for (guint i = 0; i < g_list_model_get_n_items (people); i++)
    {
      g_autoptr (PlannrAccount) person = g_list_model_get_item (people, i);

      if (g_ascii_strcasecmp (plannr_account_get_uuid (person), uuid) == 0)
        return TRUE;
    }

  return FALSE;
}

/* Returns: (transfer full) (nullable): a client of both */
static PlannrAccount *
find_client (PlannrCaseDraft *draft, GListModel *people)
{
  GListModel *own = plannr_case_draft_get_people (draft);

  for (guint i = 0; i < g_list_model_get_n_items (own); i++)
    {
      g_autoptr (PlannrAccount) person = g_list_model_get_item (own, i);

      if (plannr_account_get_kind (person) == PLANNR_ACCOUNT_KIND_CLIENT
          && has (people, plannr_account_get_uuid (person)))
        return g_steal_pointer (&person);
    }

  return NULL;
}

static gboolean
is_same_name (PlannrCaseDraft *draft, const char *name)
{
  g_autofree char *own = plannr_name_normalise (plannr_case_draft_get_name (draft));
  g_autofree char *other = plannr_name_normalise (name != NULL ? name : "");

  return *own != '\0' && g_str_equal (own, other);
}

static gboolean
is_same_kind (PlannrCaseDraft *draft, PlannrChoice *kind)
{
  PlannrChoice *own = plannr_case_draft_get_kind (draft);

  return own != NULL && kind != NULL
         && g_ascii_strcasecmp (plannr_choice_get_uuid (own), plannr_choice_get_uuid (kind)) == 0;
}

static PlannrDouble *
judge (PlannrCaseDraft *draft,
       const char *name,
       PlannrChoice *kind,
       PlannrAccount *client,
       gint64 when,
       gint64 now)
{
  PlannrDouble *self = NULL;

  if (when < now - PLANNR_DOUBLE_RECENT)
    return NULL;
  if (client != NULL && !is_same_kind (draft, kind))
    client = NULL;
  if (client == NULL && !is_same_name (draft, name))
    return NULL;

  self = g_object_new (PLANNR_TYPE_DOUBLE, NULL);
  g_set_object (&self->client, client);
  self->when = when;
  self->state = PLANNR_STATE_CREATED;

  return self;
}

static void
plannr_double_finalize (GObject *object)
{
  PlannrDouble *self = PLANNR_DOUBLE (object);

  g_clear_object (&self->submission);
  g_clear_object (&self->record);
  g_clear_object (&self->client);

  G_OBJECT_CLASS (plannr_double_parent_class)->finalize (object);
}

static void
plannr_double_class_init (PlannrDoubleClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = plannr_double_finalize;
}

static void
plannr_double_init (PlannrDouble *self)
{
}

/* What was refused, thrown away or never sent is no double of anything. */
static gboolean
get_time (PlannrSubmission *submission, gint64 *when)
{
  switch (plannr_submission_get_state (submission))
    {
    case PLANNR_STATE_CREATED:
      *when = plannr_submission_get_changed_at (submission);
      return TRUE;
    case PLANNR_STATE_QUEUED:
    case PLANNR_STATE_CONNECTING:
    case PLANNR_STATE_ON_WIRE:
    case PLANNR_STATE_CHECKING:
    case PLANNR_STATE_ASKING:
      *when = plannr_submission_get_passage (submission)->queued_at;
      return TRUE;
    case PLANNR_STATE_DRAFT:
    case PLANNR_STATE_REFUSED:
    case PLANNR_STATE_DISCARDED:
    default:
      return FALSE;
    }
}

/**
 * plannr_double_new_for_submission:
 * @draft: what is being written
 * @other: another row of the list
 * @now: the time, in microseconds since the epoch
 *
 * Returns: (transfer full) (nullable): what the two have in common; %NULL where @other is no double
 */
PlannrDouble *
plannr_double_new_for_submission (PlannrCaseDraft *draft, PlannrSubmission *other, gint64 now)
{
  PlannrCaseDraft *sent = NULL;
  PlannrDouble *self = NULL;
  g_autoptr (PlannrAccount) client = NULL;
  gint64 when = 0;

  g_return_val_if_fail (PLANNR_IS_CASE_DRAFT (draft), NULL);
  g_return_val_if_fail (PLANNR_IS_SUBMISSION (other), NULL);

  if (!get_time (other, &when))
    return NULL;

  sent = plannr_submission_get_draft (other);
  client = find_client (draft, plannr_case_draft_get_people (sent));
  self = judge (draft, plannr_case_draft_get_name (sent), plannr_case_draft_get_kind (sent), client,
                when, now);
  if (self != NULL)
    {
      self->submission = g_object_ref (other);
      self->state = plannr_submission_get_state (other);
    }

  return self;
}

/**
 * plannr_double_new_for_case:
 * @draft: what is being written
 * @other: a case that Plannr has
 * @client: whose cases it was found among
 * @now: the time, in microseconds since the epoch
 *
 * Returns: (transfer full) (nullable): what the two have in common; %NULL where @other is no double
 */
PlannrDouble *
plannr_double_new_for_case (PlannrCaseDraft *draft,
                            PlannrCase *other,
                            PlannrAccount *client,
                            gint64 now)
{
  GDateTime *created_at = NULL;
  PlannrDouble *self = NULL;

  g_return_val_if_fail (PLANNR_IS_CASE_DRAFT (draft), NULL);
  g_return_val_if_fail (PLANNR_IS_CASE (other), NULL);
  g_return_val_if_fail (PLANNR_IS_ACCOUNT (client), NULL);

  created_at = plannr_case_get_created_at (other);
  if (created_at == NULL)
    return NULL;

  self = judge (draft, plannr_case_get_name (other), plannr_case_get_kind (other), client,
                g_date_time_to_unix (created_at) * G_USEC_PER_SEC, now);
  if (self != NULL)
    self->record = g_object_ref (other);

  return self;
}

/**
 * plannr_double_get_submission:
 * Returns: (transfer none) (nullable): the row that it is; %NULL where only Plannr has it
 */
PlannrSubmission *
plannr_double_get_submission (PlannrDouble *self)
{
  g_return_val_if_fail (PLANNR_IS_DOUBLE (self), NULL);

  return self->submission;
}

/**
 * plannr_double_get_record:
 * Returns: (transfer none) (nullable): the case that it is, where it is no row
 */
PlannrCase *
plannr_double_get_record (PlannrDouble *self)
{
  g_return_val_if_fail (PLANNR_IS_DOUBLE (self), NULL);

  return self->record;
}

/**
 * plannr_double_get_client:
 * Returns: (transfer none) (nullable): the client whom both have, where their type is equal too; %NULL
 *   where it is their name that is equal
 */
PlannrAccount *
plannr_double_get_client (PlannrDouble *self)
{
  g_return_val_if_fail (PLANNR_IS_DOUBLE (self), NULL);

  return self->client;
}

/**
 * plannr_double_get_state:
 * Returns: where it was on its way when it was found; what Plannr has is created
 */
PlannrState
plannr_double_get_state (PlannrDouble *self)
{
  g_return_val_if_fail (PLANNR_IS_DOUBLE (self), PLANNR_STATE_CREATED);

  return self->state;
}

/**
 * plannr_double_get_when:
 * Returns: when it was created or given to be sent, in microseconds since the epoch
 */
gint64
plannr_double_get_when (PlannrDouble *self)
{
  g_return_val_if_fail (PLANNR_IS_DOUBLE (self), 0);

  return self->when;
}

/**
 * plannr_double_is_same:
 * @self: a double
 * @other: another one
 *
 * Returns: whether they are one case in one state, and one for the same reason
 */
gboolean
plannr_double_is_same (PlannrDouble *self, PlannrDouble *other)
{
  g_return_val_if_fail (PLANNR_IS_DOUBLE (self), FALSE);
  g_return_val_if_fail (PLANNR_IS_DOUBLE (other), FALSE);

  return self->submission == other->submission && self->record == other->record
         && self->state == other->state && self->client == other->client
         && self->when == other->when;
}
