/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-sync"

#include "config.h"

#include "plannr-directory.h"

#include <string.h>

#include "plannr-ranking.h"
#include "plannr-uuid.h"

/* Enough to choose from; who wants another types another letter. */
#define PEOPLE_PER_PAGE 50

/* Types are found on cases, and a client has plans, by the page: no loop goes on for ever. */
#define MAX_PAGES       20

typedef enum
{
  FIND_PEOPLE,
  FIND_TYPES,
  FIND_STATUSES,
  FIND_PLANS,
  LIST_PLANS,
} What;

typedef struct
{
  What what;
  char *text;
  guint page;
  GPtrArray *found;
} Find;

/**
 * PlannrDirectory:
 *
 * What pickers choose from: the firm's people, plans, types and statuses. Questions that are asked
 * before there is a way to Plannr wait for it.
 */
struct _PlannrDirectory
{
  GObject parent_instance;

  PlannrApi *api;      /* (owned) (nullable) */
  GPtrArray *types;    /* (owned) (nullable), of PlannrChoice */
  GPtrArray *statuses; /* (owned) (nullable), of PlannrChoice */
  GQueue waiting;      /* of owned GTask */
};

G_DEFINE_FINAL_TYPE (PlannrDirectory, plannr_directory, G_TYPE_OBJECT)

static void
find_free (Find *find)
{
  g_free (find->text);
  g_clear_pointer (&find->found, g_ptr_array_unref);
  g_free (find);
}

static void
return_found (GTask *task)
{
  Find *find = g_task_get_task_data (task);

  g_task_return_pointer (task, g_steal_pointer (&find->found), (GDestroyNotify) g_ptr_array_unref);
  g_object_unref (task);
}

static void
return_error (GTask *task, GError *error)
{
  g_task_return_error (task, error);
  g_object_unref (task);
}

static void
add_new (GPtrArray *found, gpointer item, const char *uuid, const char *(*uuid_of) (gpointer))
{
  for (guint i = 0; i < found->len; i++)
    if (g_strcmp0 (uuid_of (g_ptr_array_index (found, i)), uuid) == 0)
      return;

  g_ptr_array_add (found, g_object_ref (item));
}

static const char *
uuid_of_choice (gpointer item)
{
  return plannr_choice_get_uuid (item);
}

static const char *
uuid_of_plan (gpointer item)
{
  return plannr_plan_get_uuid (item);
}

static void
accounts_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GTask *task = user_data;
  Find *find = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (GPtrArray) people =
      plannr_api_list_accounts_finish (PLANNR_API (source), result, NULL, &error);

  if (people == NULL)
    {
      return_error (task, error);
      return;
    }

  g_ptr_array_unref (find->found);
  find->found = plannr_ranking_order_people (people);
  return_found (task);
}

static void
account_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GTask *task = user_data;
  Find *find = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  g_autoptr (PlannrAccount) person =
      plannr_api_get_account_finish (PLANNR_API (source), result, &error);

  if (person != NULL)
    g_ptr_array_add (find->found, g_object_ref (person));
  else if (!g_error_matches (error, PLANNR_ERROR, PLANNR_ERROR_NOT_FOUND))
    {
      return_error (task, g_steal_pointer (&error));
      return;
    }

  return_found (task);
}

static void
find_people (PlannrDirectory *self, GTask *task, const char *uuid)
{
  Find *find = g_task_get_task_data (task);
  PlannrAccountQuery query = { .page = 1, .per_page = PEOPLE_PER_PAGE };
  GCancellable *cancellable = g_task_get_cancellable (task);

  if (uuid != NULL)
    {
      plannr_api_get_account_async (self->api, uuid, cancellable, account_cb, task);
      return;
    }

  switch (plannr_ranking_guess_field (find->text))
    {
    case PLANNR_SEARCH_EMAIL:
      query.email = find->text;
      break;
    case PLANNR_SEARCH_PHONE:
      query.phone = find->text;
      break;
    case PLANNR_SEARCH_NAME:
    default:
      query.name = *find->text != '\0' ? find->text : NULL;
      break;
    }
  plannr_api_list_accounts_async (self->api, &query, cancellable, accounts_cb, task);
}

static void
return_choices (GTask *task, GPtrArray *choices, const char *uuid)
{
  Find *find = g_task_get_task_data (task);

  g_ptr_array_unref (find->found);
  find->found = plannr_ranking_match_choices (choices, uuid != NULL ? "" : find->text);

  if (uuid != NULL)
    {
      for (guint i = find->found->len; i > 0; i--)
        if (g_strcmp0 (uuid_of_choice (g_ptr_array_index (find->found, i - 1)), uuid) != 0)
          g_ptr_array_remove_index (find->found, i - 1);

      /* Plannr documents no way to fetch one: Plannr will say whether it exists. */
      if (find->found->len == 0)
        g_ptr_array_add (find->found,
                         g_object_new (PLANNR_TYPE_CHOICE, "uuid", uuid, "name", uuid, NULL));
    }

  return_found (task);
}

static void
remember_choices (GTask *task)
{
  PlannrDirectory *self = g_task_get_source_object (task);
  Find *find = g_task_get_task_data (task);
  GPtrArray **kept = find->what == FIND_TYPES ? &self->types : &self->statuses;
  g_autofree char *uuid = plannr_uuid_parse (find->text);

  plannr_ranking_sort_choices (find->found);
  g_clear_pointer (kept, g_ptr_array_unref);
  /* A firm without a case has no type to find yet: the next question asks again. */
  if (find->found->len > 0)
    *kept = g_ptr_array_ref (find->found);
  return_choices (task, find->found, uuid);
}

static void ask_cases (PlannrDirectory *self, GTask *task);

static void
cases_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GTask *task = user_data;
  Find *find = g_task_get_task_data (task);
  GError *error = NULL;
  guint last_page = 1;
  g_autoptr (GPtrArray) records =
      plannr_api_list_cases_finish (PLANNR_API (source), result, &last_page, &error);

  if (records == NULL)
    {
      return_error (task, error);
      return;
    }

  for (guint i = 0; i < records->len; i++)
    {
      PlannrCase *record = g_ptr_array_index (records, i);
      PlannrChoice *choice = find->what == FIND_TYPES ? plannr_case_get_kind (record)
                                                      : plannr_case_get_status (record);

      if (choice != NULL)
        add_new (find->found, choice, plannr_choice_get_uuid (choice), uuid_of_choice);
    }

  if (records->len > 0 && find->page < MIN (last_page, MAX_PAGES))
    {
      find->page++;
      ask_cases (g_task_get_source_object (task), task);
      return;
    }

  remember_choices (task);
}

static void
ask_cases (PlannrDirectory *self, GTask *task)
{
  Find *find = g_task_get_task_data (task);

  plannr_api_list_cases_async (self->api, NULL, find->page, g_task_get_cancellable (task), cases_cb,
                               task);
}

static void
statuses_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GTask *task = user_data;
  Find *find = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) statuses =
      plannr_api_list_statuses_finish (PLANNR_API (source), result, &error);

  if (g_error_matches (error, PLANNR_ERROR, PLANNR_ERROR_NOT_FOUND)
      || g_error_matches (error, PLANNR_ERROR, PLANNR_ERROR_METHOD))
    {
      ask_cases (g_task_get_source_object (task), task);
      return;
    }
  if (statuses == NULL)
    {
      return_error (task, g_steal_pointer (&error));
      return;
    }

  g_ptr_array_unref (find->found);
  find->found = g_steal_pointer (&statuses);
  remember_choices (task);
}

static void
find_choices (PlannrDirectory *self, GTask *task, const char *uuid)
{
  Find *find = g_task_get_task_data (task);
  GPtrArray *kept = find->what == FIND_TYPES ? self->types : self->statuses;

  if (kept != NULL)
    return_choices (task, kept, uuid);
  else if (find->what == FIND_TYPES)
    ask_cases (self, task);
  else
    plannr_api_list_statuses_async (self->api, g_task_get_cancellable (task), statuses_cb, task);
}

static void
plan_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GTask *task = user_data;
  Find *find = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  g_autoptr (PlannrPlan) plan = plannr_api_get_plan_finish (PLANNR_API (source), result, &error);

  if (plan != NULL)
    g_ptr_array_add (find->found, g_object_ref (plan));
  else if (!g_error_matches (error, PLANNR_ERROR, PLANNR_ERROR_NOT_FOUND))
    {
      return_error (task, g_steal_pointer (&error));
      return;
    }

  return_found (task);
}

static void
plans_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GTask *task = user_data;
  Find *find = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (GPtrArray) plans =
      plannr_api_list_plans_finish (PLANNR_API (source), result, NULL, &error);

  if (plans == NULL)
    {
      return_error (task, error);
      return;
    }

  for (guint i = 0; i < plans->len; i++)
    {
      PlannrPlan *plan = g_ptr_array_index (plans, i);

      add_new (find->found, plan, plannr_plan_get_uuid (plan), uuid_of_plan);
    }

  if (find->page++ == 1)
    plannr_api_list_plans_async (PLANNR_API (source), "name", find->text,
                                 g_task_get_cancellable (task), plans_cb, task);
  else
    return_found (task);
}

static void
find_plans (PlannrDirectory *self, GTask *task, const char *uuid)
{
  Find *find = g_task_get_task_data (task);
  GCancellable *cancellable = g_task_get_cancellable (task);

  if (uuid != NULL)
    plannr_api_get_plan_async (self->api, uuid, cancellable, plan_cb, task);
  else if (*find->text == '\0')
    return_found (task);
  else
    plannr_api_list_plans_async (self->api, "policy_number", find->text, cancellable, plans_cb,
                                 task);
}

static void list_plans (PlannrDirectory *self, GTask *task);

static void
client_plans_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GTask *task = user_data;
  Find *find = g_task_get_task_data (task);
  GError *error = NULL;
  guint last_page = 1;
  g_autoptr (GPtrArray) plans =
      plannr_api_list_client_plans_finish (PLANNR_API (source), result, &last_page, &error);

  if (plans == NULL)
    {
      return_error (task, error);
      return;
    }

  for (guint i = 0; i < plans->len; i++)
    {
      PlannrPlan *plan = g_ptr_array_index (plans, i);

      add_new (find->found, plan, plannr_plan_get_uuid (plan), uuid_of_plan);
    }

  if (plans->len > 0 && find->page < MIN (last_page, MAX_PAGES))
    {
      find->page++;
      list_plans (g_task_get_source_object (task), task);
    }
  else
    return_found (task);
}

static void
list_plans (PlannrDirectory *self, GTask *task)
{
  Find *find = g_task_get_task_data (task);

  plannr_api_list_client_plans_async (self->api, find->text, find->page,
                                      g_task_get_cancellable (task), client_plans_cb, task);
}

static void
ask (PlannrDirectory *self, GTask *task)
{
  Find *find = g_task_get_task_data (task);
  g_autofree char *uuid = plannr_uuid_parse (find->text);

  switch (find->what)
    {
    case FIND_PEOPLE:
      find_people (self, task, uuid);
      break;
    case FIND_TYPES:
    case FIND_STATUSES:
      find_choices (self, task, uuid);
      break;
    case FIND_PLANS:
      find_plans (self, task, uuid);
      break;
    case LIST_PLANS:
      list_plans (self, task);
      break;
    default:
      g_assert_not_reached ();
    }
}

static void
begin (PlannrDirectory *self,
       What what,
       gpointer tag,
       const char *text,
       GCancellable *cancellable,
       GAsyncReadyCallback callback,
       gpointer user_data)
{
  GTask *task = NULL;
  Find *find = NULL;

  g_return_if_fail (PLANNR_IS_DIRECTORY (self));

  find = g_new0 (Find, 1);
  find->what = what;
  find->text = g_strstrip (g_strdup (text != NULL ? text : ""));
  find->page = 1;
  find->found = g_ptr_array_new_with_free_func (g_object_unref);

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, tag);
  g_task_set_task_data (task, find, (GDestroyNotify) find_free);

  if (self->api != NULL)
    ask (self, task);
  else
    g_queue_push_tail (&self->waiting, task);
}

static void
plannr_directory_finalize (GObject *object)
{
  PlannrDirectory *self = PLANNR_DIRECTORY (object);

  plannr_directory_forget (self);
  g_clear_object (&self->api);

  G_OBJECT_CLASS (plannr_directory_parent_class)->finalize (object);
}

static void
plannr_directory_class_init (PlannrDirectoryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = plannr_directory_finalize;
}

static void
plannr_directory_init (PlannrDirectory *self)
{
  g_queue_init (&self->waiting);
}

/**
 * plannr_directory_new:
 * Returns: (transfer full): a directory that has no way to Plannr yet
 */
PlannrDirectory *
plannr_directory_new (void)
{
  return g_object_new (PLANNR_TYPE_DIRECTORY, NULL);
}

/**
 * plannr_directory_set_api:
 * @self: a directory
 * @api: (nullable): how to speak to Plannr; %NULL while there is no way
 *
 * What was asked before there was a way is asked now.
 */
void
plannr_directory_set_api (PlannrDirectory *self, PlannrApi *api)
{
  g_return_if_fail (PLANNR_IS_DIRECTORY (self));

  if (!g_set_object (&self->api, api) || api == NULL)
    return;

  plannr_directory_forget (self);
  while (!g_queue_is_empty (&self->waiting))
    {
      GTask *task = g_queue_pop_head (&self->waiting);

      if (g_task_return_error_if_cancelled (task))
        g_object_unref (task);
      else
        ask (self, task);
    }
}

/**
 * plannr_directory_cancel_waiting:
 * @self: a directory
 *
 * Ends what waits for a way to Plannr, as cancelled. It would keep the directory alive.
 */
void
plannr_directory_cancel_waiting (PlannrDirectory *self)
{
  g_return_if_fail (PLANNR_IS_DIRECTORY (self));

  while (!g_queue_is_empty (&self->waiting))
    return_error (g_queue_pop_head (&self->waiting),
                  g_error_new (G_IO_ERROR, G_IO_ERROR_CANCELLED, "The firm was closed"));
}

/**
 * plannr_directory_find_people_async:
 * @self: a directory
 * @text: a part of a name; of an e-mail address where it has an `@`, of a telephone number where it
 *   is digits; or a UUID
 * @cancellable: (nullable): to cancel
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Finds people: clients first, those who are inactive only where nobody else matches.
 */
void
plannr_directory_find_people_async (PlannrDirectory *self,
                                    const char *text,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data)
{
  begin (self, FIND_PEOPLE, plannr_directory_find_people_async, text, cancellable, callback,
         user_data);
}

/**
 * plannr_directory_find_types_async:
 * @self: a directory
 * @text: a part of a name, or a UUID
 * @cancellable: (nullable): to cancel
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Finds types, by name, among those of the firm's cases.
 */
void
plannr_directory_find_types_async (PlannrDirectory *self,
                                   const char *text,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data)
{
  begin (self, FIND_TYPES, plannr_directory_find_types_async, text, cancellable, callback,
         user_data);
}

/**
 * plannr_directory_find_statuses_async:
 * @self: a directory
 * @text: a part of a name, or a UUID
 * @cancellable: (nullable): to cancel
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Finds statuses, in the firm's order; where the firm's Plannr does not list them, those of its cases.
 */
void
plannr_directory_find_statuses_async (PlannrDirectory *self,
                                      const char *text,
                                      GCancellable *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data)
{
  begin (self, FIND_STATUSES, plannr_directory_find_statuses_async, text, cancellable, callback,
         user_data);
}

/**
 * plannr_directory_find_plans_async:
 * @self: a directory
 * @text: a part of a policy number or a name, or a UUID; nothing is found for none
 * @cancellable: (nullable): to cancel
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Finds plans of any client.
 */
void
plannr_directory_find_plans_async (PlannrDirectory *self,
                                   const char *text,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data)
{
  begin (self, FIND_PLANS, plannr_directory_find_plans_async, text, cancellable, callback,
         user_data);
}

/**
 * plannr_directory_list_plans_async:
 * @self: a directory
 * @client_uuid: a client's UUID
 * @cancellable: (nullable): to cancel
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Lists the plans of one client.
 */
void
plannr_directory_list_plans_async (PlannrDirectory *self,
                                   const char *client_uuid,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data)
{
  begin (self, LIST_PLANS, plannr_directory_list_plans_async, client_uuid, cancellable, callback,
         user_data);
}

/**
 * plannr_directory_find_finish:
 * @self: a directory
 * @result: the result of any of the above
 * @error: why nothing could be asked
 *
 * Returns: (transfer container) (element-type GObject): what was found, as #PlannrAccount,
 *   #PlannrChoice or #PlannrPlan
 */
GPtrArray *
plannr_directory_find_finish (PlannrDirectory *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * plannr_directory_forget:
 * @self: a directory
 *
 * Forgets what it remembers, so that it is asked for anew.
 */
void
plannr_directory_forget (PlannrDirectory *self)
{
  g_return_if_fail (PLANNR_IS_DIRECTORY (self));

  g_clear_pointer (&self->types, g_ptr_array_unref);
  g_clear_pointer (&self->statuses, g_ptr_array_unref);
}
