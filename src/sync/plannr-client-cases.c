/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-sync"

#include "config.h"

#include "plannr-client-cases.h"

/* For how long what Plannr has said is not asked again. */
#define KEEP G_TIME_SPAN_MINUTE

/**
 * PlannrClientCases:
 *
 * The newest cases of some clients, as Plannr has them. It is asked again after a minute; until it has
 * answered, what it said before counts.
 */
struct _PlannrClientCases
{
  GObject parent_instance;

  PlannrApi *api;      /* (owned) (nullable) */
  GHashTable *answers; /* (owned), of Answer by the client's UUID */
};

G_DEFINE_FINAL_TYPE (PlannrClientCases, plannr_client_cases, G_TYPE_OBJECT)

enum
{
  ANSWERED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* What Plannr has said of one client. */
typedef struct
{
  GPtrArray *records;        /* (nullable): of PlannrCase; %NULL while it has not, or could not */
  GCancellable *cancellable; /* (nullable): while it is being asked */
  gint64 time;               /* of g_get_monotonic_time() */
} Answer;

/* A question that is under way. */
typedef struct
{
  PlannrClientCases *self; /* (owned) */
  char *client;
  GCancellable *cancellable; /* (owned) */
} Question;

static void
answer_free (gpointer data)
{
  Answer *answer = data;

  if (answer->cancellable != NULL)
    g_cancellable_cancel (answer->cancellable);
  g_clear_object (&answer->cancellable);
  g_clear_pointer (&answer->records, g_ptr_array_unref);
  g_free (answer);
}

static void
question_free (Question *question)
{
  g_object_unref (question->self);
  g_free (question->client);
  g_object_unref (question->cancellable);
  g_free (question);
}

static void
answered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Question *question = user_data;
  PlannrClientCases *self = question->self;
  Answer *answer = g_hash_table_lookup (self->answers, question->client);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) records = NULL;
  guint last_page = 0;

  records = plannr_api_list_cases_finish (PLANNR_API (source), result, &last_page, &error);
  if (error != NULL)
    g_debug ("Whether it is there already: %s", error->message);

  /* It may have been given up, and asked again, meanwhile. */
  if (answer != NULL && answer->cancellable == question->cancellable)
    {
      /* Where it can't be asked now, what it said before still counts. */
      if (records != NULL)
        {
          g_clear_pointer (&answer->records, g_ptr_array_unref);
          answer->records = g_steal_pointer (&records);
        }
      answer->time = g_get_monotonic_time ();
      g_clear_object (&answer->cancellable);
      g_signal_emit (self, signals[ANSWERED], 0);
    }

  question_free (question);
}

static gboolean
is_old (const Answer *answer)
{
  return g_get_monotonic_time () - answer->time >= KEEP;
}

static void
ask_for (PlannrClientCases *self, const char *client)
{
  Answer *answer = g_hash_table_lookup (self->answers, client);
  Question *question = NULL;

  if (answer != NULL && (answer->cancellable != NULL || !is_old (answer)))
    return;

  if (answer == NULL)
    {
      answer = g_new0 (Answer, 1);
      g_hash_table_insert (self->answers, g_strdup (client), answer);
    }
  answer->cancellable = g_cancellable_new ();

  question = g_new0 (Question, 1);
  question->self = g_object_ref (self);
  question->client = g_strdup (client);
  question->cancellable = g_object_ref (answer->cancellable);
  /* The newest first, 500 at a time: more than a client has in a month. */
  plannr_api_list_cases_async (self->api, client, 1, question->cancellable, answered_cb, question);
}

/* What is old, and questions that are under way, where nobody wants to know any more. */
static gboolean
is_over (gpointer key, gpointer value, gpointer user_data)
{
  GPtrArray *clients = user_data;
  const Answer *answer = value;

  for (guint i = 0; i < clients->len; i++)
    if (g_str_equal (plannr_account_get_uuid (g_ptr_array_index (clients, i)), key))
      return FALSE;

  return answer->cancellable != NULL || is_old (answer);
}

static void
plannr_client_cases_finalize (GObject *object)
{
  PlannrClientCases *self = PLANNR_CLIENT_CASES (object);

  g_hash_table_unref (self->answers);
  g_clear_object (&self->api);

  G_OBJECT_CLASS (plannr_client_cases_parent_class)->finalize (object);
}

static void
plannr_client_cases_class_init (PlannrClientCasesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = plannr_client_cases_finalize;

  /**
   * PlannrClientCases::answered:
   *
   * Plannr has answered, or could not be asked.
   */
  signals[ANSWERED] = g_signal_new ("answered", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                    NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
plannr_client_cases_init (PlannrClientCases *self)
{
  self->answers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, answer_free);
}

/**
 * plannr_client_cases_new:
 * Returns: (transfer full): the cases of nobody yet
 */
PlannrClientCases *
plannr_client_cases_new (void)
{
  return g_object_new (PLANNR_TYPE_CLIENT_CASES, NULL);
}

/**
 * plannr_client_cases_set_api:
 * @self: the cases
 * @api: (nullable): how to ask Plannr; %NULL while there is no way
 *
 * Forgets what was said by any other way, and asks there no more.
 */
void
plannr_client_cases_set_api (PlannrClientCases *self, PlannrApi *api)
{
  g_return_if_fail (PLANNR_IS_CLIENT_CASES (self));

  if (g_set_object (&self->api, api))
    g_hash_table_remove_all (self->answers);
}

/**
 * plannr_client_cases_ask:
 * @self: the cases
 * @clients: (element-type PlannrAccount): of whom to know now
 *
 * Asks Plannr where that was not done in the last minute, and nothing more about anybody else.
 */
void
plannr_client_cases_ask (PlannrClientCases *self, GPtrArray *clients)
{
  g_return_if_fail (PLANNR_IS_CLIENT_CASES (self));
  g_return_if_fail (clients != NULL);

  g_hash_table_foreach_remove (self->answers, is_over, clients);
  for (guint i = 0; i < clients->len && self->api != NULL; i++)
    ask_for (self, plannr_account_get_uuid (g_ptr_array_index (clients, i)));
}

/**
 * plannr_client_cases_get_records:
 * @self: the cases
 * @client: a client
 *
 * Returns: (transfer none) (nullable) (element-type PlannrCase): their newest cases; %NULL where that is
 *   not known
 */
GPtrArray *
plannr_client_cases_get_records (PlannrClientCases *self, PlannrAccount *client)
{
  Answer *answer = NULL;

  g_return_val_if_fail (PLANNR_IS_CLIENT_CASES (self), NULL);
  g_return_val_if_fail (PLANNR_IS_ACCOUNT (client), NULL);

  answer = g_hash_table_lookup (self->answers, plannr_account_get_uuid (client));

  return answer != NULL ? answer->records : NULL;
}

/**
 * plannr_client_cases_get_asking:
 * Returns: whether an answer is under way
 */
gboolean
plannr_client_cases_get_asking (PlannrClientCases *self)
{
  GHashTableIter iter;
  gpointer value;

  g_return_val_if_fail (PLANNR_IS_CLIENT_CASES (self), FALSE);

  g_hash_table_iter_init (&iter, self->answers);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    if (((Answer *) value)->cancellable != NULL)
      return TRUE;

  return FALSE;
}
