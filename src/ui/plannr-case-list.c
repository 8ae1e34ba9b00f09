/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "plannr-ui"

#include "config.h"

#include "plannr-case-list.h"

#include <glib/gi18n.h>

#include "plannr-case-factory.h"
#include "plannr-case-model.h"
#include "plannr-case-order.h"
#include "plannr-resources.h"
#include "plannr-template.h"

/* A list view builds all the rows that it is given: it gets these many, and more on scrolling. */
#define N_ROWS 20

/**
 * PlannrCaseList:
 *
 * The list of all cases that this person has begun.
 *
 * #PlannrCaseList:selected is what the pane beside it shows. It changes when a person or the
 * application chooses another case, never because rows are re-ordered, searched or discarded.
 */
struct _PlannrCaseList
{
  GtkWidget parent_instance;

  PlannrCaseModel *model;        /* (owned) */
  PlannrSubmission *selected;    /* (owned) (nullable) */
  GtkSliceListModel *slice;      /* (owned) */
  GtkSingleSelection *selection; /* (owned) */
  gboolean restoring;            /* the selection changes by our own hand */
  PlannrCaseRank rank;           /* where the selected case was last seen */
  guint scroll_source;
  guint grow_source;

  GtkEditable *search;
  GtkScrolledWindow *scroller;
  GtkListView *view;
  GtkWidget *empty;
  GtkImage *empty_icon;
  GtkLabel *empty_text;
};

G_DEFINE_FINAL_TYPE (PlannrCaseList, plannr_case_list, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_SELECTED,
  N_PROPS
};

enum
{
  ACTIVATED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static gboolean
scroll_cb (gpointer user_data)
{
  PlannrCaseList *self = user_data;
  guint position = gtk_single_selection_get_selected (self->selection);

  self->scroll_source = 0;
  if (position != GTK_INVALID_LIST_POSITION)
    gtk_widget_activate_action (GTK_WIDGET (self->view), "list.scroll-to-item", "u", position);

  return G_SOURCE_REMOVE;
}

/* Brings the selected case's row into view, once the rows have their places. */
static void
queue_scroll (PlannrCaseList *self)
{
  if (self->scroll_source == 0)
    self->scroll_source = g_idle_add (scroll_cb, self);
}

/* Marks the selected case's row, wherever it now is. */
static void
mark_selected (PlannrCaseList *self)
{
  guint position = plannr_case_model_find (self->model, self->selected);

  if (position != GTK_INVALID_LIST_POSITION
      && position >= gtk_slice_list_model_get_size (self->slice))
    {
      /* While somebody types into the search, their speed is worth more than the mark. */
      if (plannr_case_model_is_searching (self->model))
        position = GTK_INVALID_LIST_POSITION;
      else
        gtk_slice_list_model_set_size (self->slice, position + N_ROWS);
    }

  self->restoring = TRUE;
  gtk_single_selection_set_selected (self->selection, position);
  self->restoring = FALSE;
}

static void
select_case (PlannrCaseList *self, PlannrSubmission *submission)
{
  if (!g_set_object (&self->selected, submission))
    return;

  if (submission != NULL)
    self->rank = plannr_case_order_get_rank (submission);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SELECTED]);
}

static void
refresh_empty (PlannrCaseList *self)
{
  gboolean empty = g_list_model_get_n_items (plannr_case_model_get_rows (self->model)) == 0;
  gboolean searching = plannr_case_model_is_searching (self->model);

  gtk_widget_set_visible (GTK_WIDGET (self->scroller), !empty);
  gtk_widget_set_visible (self->empty, empty);
  /* No picture before the first case: it would be the first frame's only SVG, and loading what draws
   * those costs a tenth of the start. */
  gtk_widget_set_visible (GTK_WIDGET (self->empty_icon), searching);
  if (searching)
    gtk_image_set_from_icon_name (self->empty_icon, "edit-find-symbolic");
  gtk_label_set_text (self->empty_text,
                      searching
                          /* Translators: instead of the list, when nothing matches the search. */
                          ? _ ("No case has all of these words in its name, people or value")
                          /* Translators: instead of the list, before the first case is begun. */
                          : _ ("Cases that you begin appear here"));
}

/* Whoever sees the first row is to see the one that comes before it, too; a list view would keep the
 * former in its place, and what needs an answer out of sight. */
static void
stay_at_top (PlannrCaseList *self)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scroller);

  if (gtk_adjustment_get_value (adjustment) <= 0)
    gtk_widget_activate_action (GTK_WIDGET (self->view), "list.scroll-to-item", "u", 0);
}

static void scrolled_cb (PlannrCaseList *self);

static void
rows_changed_cb (PlannrCaseList *self)
{
  PlannrCaseRank rank = self->rank;

  refresh_empty (self);
  mark_selected (self);
  stay_at_top (self);

  /* Followed when it moves by itself, not when others move around it: the person may be reading
   * elsewhere. */
  if (self->selected != NULL)
    self->rank = plannr_case_order_get_rank (self->selected);
  if (self->rank != rank)
    queue_scroll (self);

  /* Older ones that were asked for at the end of the list are there: nothing scrolls by itself then. */
  scrolled_cb (self);
}

static void
selected_item_cb (PlannrCaseList *self)
{
  PlannrSubmission *item = gtk_single_selection_get_selected_item (self->selection);

  if (!self->restoring && item != NULL)
    select_case (self, item);
}

static gboolean
is_near_end (PlannrCaseList *self)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scroller);

  return gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_value (adjustment)
         < 2 * gtk_adjustment_get_page_size (adjustment);
}

static gboolean
grow_cb (gpointer user_data)
{
  PlannrCaseList *self = user_data;
  guint size = gtk_slice_list_model_get_size (self->slice);

  self->grow_source = 0;
  if (!is_near_end (self))
    return G_SOURCE_REMOVE;

  if (size < g_list_model_get_n_items (plannr_case_model_get_rows (self->model)))
    {
      gtk_slice_list_model_set_size (self->slice, size + N_ROWS);
      mark_selected (self);
    }
  else
    plannr_case_model_load_more (self->model);

  return G_SOURCE_REMOVE;
}

static void
scrolled_cb (PlannrCaseList *self)
{
  /* Not at once: this may be called while the rows are given their places. */
  if (self->grow_source == 0 && is_near_end (self))
    self->grow_source = g_idle_add (grow_cb, self);
}

static void
search_changed_cb (PlannrCaseList *self)
{
  gtk_slice_list_model_set_size (self->slice, N_ROWS);
  plannr_case_factory_set_search (self->view, gtk_editable_get_text (self->search));
  plannr_case_model_set_search (self->model, gtk_editable_get_text (self->search));
  refresh_empty (self);
  mark_selected (self);
  queue_scroll (self);
}

static void
search_stop_cb (PlannrCaseList *self)
{
  gtk_editable_set_text (self->search, "");
}

/* Down leads from the search to the selected row, else to the first. */
static gboolean
search_key_cb (PlannrCaseList *self, guint key, guint code, GdkModifierType state)
{
  if ((key != GDK_KEY_Down && key != GDK_KEY_KP_Down)
      || (state & gtk_accelerator_get_default_mod_mask ()) != 0)
    return GDK_EVENT_PROPAGATE;

  return plannr_case_factory_focus (self->view, self->selected)
         || plannr_case_factory_focus (self->view, NULL);
}

static void
row_activate_cb (PlannrCaseList *self, guint position)
{
  g_autoptr (PlannrSubmission) submission =
      g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  if (submission == NULL)
    return;

  plannr_case_list_set_selected (self, submission);
  g_signal_emit (self, signals[ACTIVATED], 0, submission);
}

static void
search_activate_cb (PlannrCaseList *self)
{
  if (plannr_case_model_is_searching (self->model))
    row_activate_cb (self, 0);
}

static void
plannr_case_list_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_SELECTED:
      g_value_set_object (value, plannr_case_list_get_selected (PLANNR_CASE_LIST (object)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
plannr_case_list_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_SELECTED:
      plannr_case_list_set_selected (PLANNR_CASE_LIST (object), g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
plannr_case_list_dispose (GObject *object)
{
  PlannrCaseList *self = PLANNR_CASE_LIST (object);

  g_clear_handle_id (&self->scroll_source, g_source_remove);
  g_clear_handle_id (&self->grow_source, g_source_remove);
  if (self->model != NULL)
    g_signal_handlers_disconnect_by_data (plannr_case_model_get_rows (self->model), self);

  plannr_template_dispose (object, PLANNR_TYPE_CASE_LIST);
  g_clear_object (&self->selection);
  g_clear_object (&self->slice);
  g_clear_object (&self->model);
  g_clear_object (&self->selected);

  G_OBJECT_CLASS (plannr_case_list_parent_class)->dispose (object);
}

static void
plannr_case_list_class_init (PlannrCaseListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = plannr_case_list_get_property;
  object_class->set_property = plannr_case_list_set_property;
  object_class->dispose = plannr_case_list_dispose;

  /**
   * PlannrCaseList:selected: (nullable)
   *
   * The case that is to be shown beside the list; %NULL for an untouched new one.
   */
  properties[PROP_SELECTED] =
      g_param_spec_object ("selected", NULL, NULL, PLANNR_TYPE_SUBMISSION,
                           G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * PlannrCaseList::activated:
   * @submission: the case, which is the selected one now
   *
   * A person wants to go on with a case: by Return or a double click on its row, or by Return in the
   * search, which takes the first match.
   */
  signals[ACTIVATED] = g_signal_new ("activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                     NULL, NULL, NULL, G_TYPE_NONE, 1, PLANNR_TYPE_SUBMISSION);

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               PLANNR_RESOURCES "plannr-case-list.ui");
  gtk_widget_class_bind_template_child (widget_class, PlannrCaseList, search);
  gtk_widget_class_bind_template_child (widget_class, PlannrCaseList, scroller);
  gtk_widget_class_bind_template_child (widget_class, PlannrCaseList, view);
  gtk_widget_class_bind_template_child (widget_class, PlannrCaseList, empty);
  gtk_widget_class_bind_template_child (widget_class, PlannrCaseList, empty_icon);
  gtk_widget_class_bind_template_child (widget_class, PlannrCaseList, empty_text);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_stop_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_key_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activate_cb);
}

static void
plannr_case_list_init (PlannrCaseList *self)
{
  g_autoptr (GtkListItemFactory) factory = plannr_case_factory_new ();
  GtkAdjustment *adjustment = NULL;
  GListModel *rows = NULL;

  gtk_widget_init_template (GTK_WIDGET (self));

  self->model = plannr_case_model_new ();
  rows = plannr_case_model_get_rows (self->model);
  self->slice = gtk_slice_list_model_new (g_object_ref (rows), 0, N_ROWS);
  self->selection =
      g_object_new (GTK_TYPE_SINGLE_SELECTION, "autoselect", FALSE, "model", self->slice, NULL);
  gtk_list_view_set_factory (self->view, factory);
  gtk_list_view_set_model (self->view, GTK_SELECTION_MODEL (self->selection));
  g_signal_connect_swapped (self->selection, "notify::selected-item", G_CALLBACK (selected_item_cb),
                            self);

  /* Connected last, to come after the view has heard of the change. */
  g_signal_connect_swapped (rows, "items-changed", G_CALLBACK (rows_changed_cb), self);

  adjustment = gtk_scrolled_window_get_vadjustment (self->scroller);
  g_signal_connect_object (adjustment, "changed", G_CALLBACK (scrolled_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (scrolled_cb), self,
                           G_CONNECT_SWAPPED);

  refresh_empty (self);
}

/**
 * plannr_case_list_set_outbox:
 * @self: a list
 * @outbox: (nullable): the cases to list
 */
void
plannr_case_list_set_outbox (PlannrCaseList *self, PlannrOutbox *outbox)
{
  g_return_if_fail (PLANNR_IS_CASE_LIST (self));

  plannr_case_list_set_selected (self, NULL);
  gtk_editable_set_text (self->search, "");
  plannr_case_model_set_cases (self->model, (GListModel *) outbox);
}

/**
 * plannr_case_list_get_selected:
 * Returns: (transfer none) (nullable): the case that is to be shown beside the list
 */
PlannrSubmission *
plannr_case_list_get_selected (PlannrCaseList *self)
{
  g_return_val_if_fail (PLANNR_IS_CASE_LIST (self), NULL);

  return self->selected;
}

/**
 * plannr_case_list_set_selected:
 * @self: a list
 * @submission: (nullable): the case to select; one that has no row yet, since it is blank, is marked
 *   once it has one
 */
void
plannr_case_list_set_selected (PlannrCaseList *self, PlannrSubmission *submission)
{
  g_return_if_fail (PLANNR_IS_CASE_LIST (self));
  g_return_if_fail (submission == NULL || PLANNR_IS_SUBMISSION (submission));

  if (self->selected == submission)
    return;

  select_case (self, submission);
  mark_selected (self);
  queue_scroll (self);
}

/**
 * plannr_case_list_focus_search:
 * @self: a list
 *
 * Moves the focus to the search.
 */
void
plannr_case_list_focus_search (PlannrCaseList *self)
{
  g_return_if_fail (PLANNR_IS_CASE_LIST (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}
