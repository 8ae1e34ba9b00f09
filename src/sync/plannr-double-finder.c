/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-sync"

#include "config.h"

#include "plannr-double-finder.h"

#include "plannr-client-cases.h"
#include "plannr-past-cases.h"

/**
 * PlannrDoubleFinder:
 *
 * Finds the case that is there already and likely to be what is being written: among the rows of the
 * list, in the journal, and in Plannr, which is asked as soon as a client and a type are chosen. Where
 * Plannr can't be asked, what is known here counts.
 */
struct _PlannrDoubleFinder
{
  GObject parent_instance;

  PlannrSchedule *schedule;     /* (owned) */
  PlannrOutbox *outbox;         /* (owned) */
  PlannrClientCases *cases;     /* (owned): what Plannr has said */
  PlannrSubmission *submission; /* (owned) (nullable) */
  PlannrDouble *found;          /* (owned) (nullable) */
  PlannrPastCases *past;        /* (owned): what the list does not hold */
  guint timeout;
  gboolean asking;
};

G_DEFINE_FINAL_TYPE (PlannrDoubleFinder, plannr_double_finder, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_FOUND,
  PROP_ASKING,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static PlannrCaseDraft *
get_draft (PlannrDoubleFinder *self)
{
  return plannr_submission_get_draft (self->submission);
}

static gboolean
is_written (PlannrDoubleFinder *self)
{
  PlannrState state;

  if (self->submission == NULL)
    return FALSE;

  state = plannr_submission_get_state (self->submission);

  return state == PLANNR_STATE_DRAFT || state == PLANNR_STATE_REFUSED;
}

/* Returns: (transfer container): the clients of the draft, of whose cases there may be a double */
static GPtrArray *
list_clients (PlannrDoubleFinder *self)
{
  GPtrArray *clients = g_ptr_array_new_with_free_func (g_object_unref);
  GListModel *people = plannr_case_draft_get_people (get_draft (self));

  if (plannr_case_draft_get_kind (get_draft (self)) == NULL)
    return clients;

  for (guint i = 0; i < g_list_model_get_n_items (people); i++)
    {
      g_autoptr (PlannrAccount) person = g_list_model_get_item (people, i);

      if (plannr_account_get_kind (person) == PLANNR_ACCOUNT_KIND_CLIENT)
        g_ptr_array_add (clients, g_steal_pointer (&person));
    }

  return clients;
}

static PlannrDouble *
newer (PlannrDouble *first, PlannrDouble *second)
{
  if (first != NULL
      && (second == NULL || plannr_double_get_when (first) >= plannr_double_get_when (second)))
    {
      g_clear_object (&second);
      return first;
    }

  g_clear_object (&first);
  return second;
}

static PlannrDouble *
find_among_rows (PlannrDoubleFinder *self, gint64 now)
{
  GListModel *rows = G_LIST_MODEL (self->outbox);
  GPtrArray *past = plannr_past_cases_get_rows (self->past);
  PlannrDouble *found = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (PlannrSubmission) row = g_list_model_get_item (rows, i);

      if (row != self->submission)
        found = newer (found, plannr_double_new_for_submission (get_draft (self), row, now));
    }
  for (guint i = 0; i < past->len && found == NULL; i++)
    found = plannr_double_new_for_submission (get_draft (self), g_ptr_array_index (past, i), now);

  return found;
}

static PlannrDouble *
find_in_plannr (PlannrDoubleFinder *self, gint64 now)
{
  g_autoptr (GPtrArray) clients = list_clients (self);
  PlannrDouble *found = NULL;

  for (guint i = 0; i < clients->len; i++)
    {
      PlannrAccount *client = g_ptr_array_index (clients, i);
      GPtrArray *records = plannr_client_cases_get_records (self->cases, client);

      for (guint j = 0; records != NULL && j < records->len; j++)
        found =
            newer (found, plannr_double_new_for_case (get_draft (self),
                                                      g_ptr_array_index (records, j), client, now));
    }

  return found;
}

static void judge (PlannrDoubleFinder *self);

static void
set_found (PlannrDoubleFinder *self, PlannrDouble *found)
{
  PlannrSubmission *row = NULL;

  if (self->found == found
      || (self->found != NULL && found != NULL && plannr_double_is_same (self->found, found)))
    return;

  row = self->found != NULL ? plannr_double_get_submission (self->found) : NULL;
  if (row != NULL)
    g_signal_handlers_disconnect_by_func (row, judge, self);
  g_set_object (&self->found, found);
  row = found != NULL ? plannr_double_get_submission (found) : NULL;
  if (row != NULL)
    g_signal_connect_object (row, "notify::state", G_CALLBACK (judge), self,
                             G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FOUND]);
}

static void
set_asking (PlannrDoubleFinder *self, gboolean asking)
{
  if (self->asking == asking)
    return;

  self->asking = asking;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ASKING]);
}

static gboolean
is_asking (PlannrDoubleFinder *self)
{
  return plannr_past_cases_get_reading (self->past) || plannr_client_cases_get_asking (self->cases);
}

/* What is known here comes first: it can be shown. While the case is on its way, what was said of it
 * stands. */
static void
judge (PlannrDoubleFinder *self)
{
  g_autoptr (PlannrDouble) found = NULL;
  gint64 now = g_get_real_time ();

  if (self->submission != NULL && !is_written (self))
    return;

  if (self->submission != NULL)
    found = find_among_rows (self, now);
  if (self->submission != NULL && found == NULL)
    found = find_in_plannr (self, now);
  set_found (self, found);
}

/* Who waits for an answer hears of what it is and of its end at once. */
static void
conclude (PlannrDoubleFinder *self)
{
  g_object_freeze_notify (G_OBJECT (self));
  judge (self);
  set_asking (self, is_asking (self));
  g_object_thaw_notify (G_OBJECT (self));
}

/**
 * plannr_double_finder_look:
 * @self: a finder
 *
 * Looks now for a double of what is being written, and asks Plannr where that has to be.
 */
void
plannr_double_finder_look (PlannrDoubleFinder *self)
{
  g_return_if_fail (PLANNR_IS_DOUBLE_FINDER (self));

  g_clear_handle_id (&self->timeout, g_source_remove);
  if (is_written (self) && !plannr_case_draft_get_blank (get_draft (self)))
    {
      g_autoptr (GPtrArray) clients = list_clients (self);

      plannr_past_cases_read (self->past, g_get_real_time () - PLANNR_DOUBLE_RECENT);
      plannr_client_cases_ask (self->cases, clients);
    }
  conclude (self);
}

static void
look_cb (gpointer user_data)
{
  PlannrDoubleFinder *self = user_data;

  self->timeout = 0;
  plannr_double_finder_look (self);
}

/* A burst of changes is one. */
static void
look_soon (PlannrDoubleFinder *self)
{
  if (self->timeout == 0)
    self->timeout =
        g_timeout_add_once (plannr_schedule_get_double_look (self->schedule), look_cb, self);
}

static void
disconnect_submission (PlannrDoubleFinder *self)
{
  if (self->submission == NULL)
    return;

  g_signal_handlers_disconnect_by_data (get_draft (self), self);
  g_signal_handlers_disconnect_by_func (self->submission, look_soon, self);
  g_clear_object (&self->submission);
}

static void
plannr_double_finder_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  PlannrDoubleFinder *self = PLANNR_DOUBLE_FINDER (object);

  switch (id)
    {
    case PROP_FOUND:
      g_value_set_object (value, self->found);
      break;
    case PROP_ASKING:
      g_value_set_boolean (value, self->asking);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
plannr_double_finder_dispose (GObject *object)
{
  PlannrDoubleFinder *self = PLANNR_DOUBLE_FINDER (object);

  g_clear_handle_id (&self->timeout, g_source_remove);
  if (self->cases != NULL)
    plannr_client_cases_set_api (self->cases, NULL);
  g_clear_object (&self->cases);
  disconnect_submission (self);
  g_clear_object (&self->found);
  g_clear_object (&self->outbox);

  G_OBJECT_CLASS (plannr_double_finder_parent_class)->dispose (object);
}

static void
plannr_double_finder_finalize (GObject *object)
{
  PlannrDoubleFinder *self = PLANNR_DOUBLE_FINDER (object);

  g_clear_object (&self->past);
  g_clear_object (&self->schedule);

  G_OBJECT_CLASS (plannr_double_finder_parent_class)->finalize (object);
}

static void
plannr_double_finder_class_init (PlannrDoubleFinderClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = plannr_double_finder_dispose;
  object_class->finalize = plannr_double_finder_finalize;
  object_class->get_property = plannr_double_finder_get_property;

  properties[PROP_FOUND] = g_param_spec_object ("found", NULL, NULL, PLANNR_TYPE_DOUBLE, flags);
  properties[PROP_ASKING] = g_param_spec_boolean ("asking", NULL, NULL, FALSE, flags);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
plannr_double_finder_init (PlannrDoubleFinder *self)
{
  self->cases = plannr_client_cases_new ();
  g_signal_connect_object (self->cases, "answered", G_CALLBACK (conclude), self, G_CONNECT_SWAPPED);
}

/**
 * plannr_double_finder_new:
 * @schedule: how long to wait for what
 * @outbox: the cases begun here
 *
 * Returns: (transfer full): a finder that has no way to Plannr yet
 */
PlannrDoubleFinder *
plannr_double_finder_new (PlannrSchedule *schedule, PlannrOutbox *outbox)
{
  PlannrDoubleFinder *self = NULL;

  g_return_val_if_fail (PLANNR_IS_SCHEDULE (schedule), NULL);
  g_return_val_if_fail (PLANNR_IS_OUTBOX (outbox), NULL);

  self = g_object_new (PLANNR_TYPE_DOUBLE_FINDER, NULL);
  self->schedule = g_object_ref (schedule);
  self->outbox = g_object_ref (outbox);
  self->past = plannr_past_cases_new (outbox);
  g_signal_connect_object (self->past, "read", G_CALLBACK (conclude), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (outbox, "items-changed", G_CALLBACK (look_soon), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (outbox, "opened", G_CALLBACK (look_soon), self, G_CONNECT_SWAPPED);

  return self;
}

/**
 * plannr_double_finder_set_api:
 * @self: a finder
 * @api: (nullable): how to ask Plannr; %NULL while there is no way
 */
void
plannr_double_finder_set_api (PlannrDoubleFinder *self, PlannrApi *api)
{
  g_return_if_fail (PLANNR_IS_DOUBLE_FINDER (self));

  plannr_client_cases_set_api (self->cases, api);
  look_soon (self);
}

/**
 * plannr_double_finder_set_submission:
 * @self: a finder
 * @submission: (nullable): what is being written
 */
void
plannr_double_finder_set_submission (PlannrDoubleFinder *self, PlannrSubmission *submission)
{
  g_return_if_fail (PLANNR_IS_DOUBLE_FINDER (self));

  if (self->submission == submission)
    return;

  disconnect_submission (self);
  set_found (self, NULL);
  if (submission == NULL)
    return;

  self->submission = g_object_ref (submission);
  g_signal_connect_object (get_draft (self), "changed", G_CALLBACK (look_soon), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (submission, "notify::state", G_CALLBACK (look_soon), self,
                           G_CONNECT_SWAPPED);
  look_soon (self);
}

/**
 * plannr_double_finder_get_found:
 * Returns: (transfer none) (nullable): the likely double of what is being written
 */
PlannrDouble *
plannr_double_finder_get_found (PlannrDoubleFinder *self)
{
  g_return_val_if_fail (PLANNR_IS_DOUBLE_FINDER (self), NULL);

  return self->found;
}

/**
 * plannr_double_finder_get_asking:
 * Returns: whether an answer is under way that may tell of one
 */
gboolean
plannr_double_finder_get_asking (PlannrDoubleFinder *self)
{
  g_return_val_if_fail (PLANNR_IS_DOUBLE_FINDER (self), FALSE);

  return self->asking;
}
