/* article-list.c: the stories a filter brought.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "ui/articles/article-list.h"

#include "store/articles.h"
#include "ui/articles/article-menu.h"
#include "ui/articles/article-row.h"
#include "ui/articles/quiet-feed.h"
#include "ui/widget/list-keys.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#define PAUSE 700   /* milliseconds before what was scrolled past is read */

struct _AttArticleList {
  GtkBox              parent_instance;
  GtkStack           *stack;
  AdwStatusPage      *hidden;
  AttQuietFeed       *quiet;
  GtkListView        *view;
  GtkScrolledWindow  *scroller;
  GtkRevealer        *arrivals;
  GtkButton          *arrivals_button;
  AttDossier         *dossier;
  GtkSingleSelection *selection;   /* of the model shown */
  AttArticleModel    *model;
  gboolean            mark_passed; /* what is scrolled past is read */
  guint               passed, pause;
  guint               lines;       /* of a title */
  gint64              opened;      /* the story last asked for, here or elsewhere */
  gint64              told;        /* the story the dossier had last: read anew, it is not opened anew */
};

G_DEFINE_FINAL_TYPE (AttArticleList, att_article_list, GTK_TYPE_BOX)

enum { PROP_0, PROP_DOSSIER, N_PROPS };
static GParamSpec *properties[N_PROPS];

static AttArticleRow *
row_at (AttArticleList *self, double x, double y)
{
  GtkWidget *at = gtk_widget_pick (GTK_WIDGET (self->view), x, y, GTK_PICK_DEFAULT);
  for (; at && at != GTK_WIDGET (self->view); at = gtk_widget_get_parent (at)) {
    GtkWidget *child = gtk_widget_get_first_child (at);
    if (ATT_IS_ARTICLE_ROW (at) || ATT_IS_ARTICLE_ROW (child))   /* the cell is a little larger than its row */
      return ATT_ARTICLE_ROW (ATT_IS_ARTICLE_ROW (at) ? at : child);
  }
  return NULL;
}

static guint
position_of (double x, double y, gpointer data)
{
  AttArticleList *self = data;
  AttArticleRow *row = y < 0 ? NULL : row_at (self, x, y);
  AttArticleItem *item = row ? att_article_row_get_item (row) : NULL;
  GtkWidget *cell = y < 0 ? gtk_widget_get_focus_child (GTK_WIDGET (self->view)) : NULL, *at = cell ? gtk_widget_get_first_child (cell) : NULL;
  if (ATT_IS_ARTICLE_ROW (at))   /* asked for by a key: of the row the keyboard is on */
    item = att_article_row_get_item (ATT_ARTICLE_ROW (at));
  else if (y < 0 && self->selection && gtk_single_selection_get_selected (self->selection) != GTK_INVALID_LIST_POSITION)
    return gtk_single_selection_get_selected (self->selection);
  return item ? att_article_model_find (self->model, att_article_item_get_id (item)) : G_MAXUINT;
}

static gint64
article_of (double x, double y, guint *flags, gpointer data)
{
  AttArticleList *self = data;
  guint position = position_of (x, y, self);
  g_autoptr (AttArticleItem) item = position == G_MAXUINT ? NULL : g_list_model_get_item (G_LIST_MODEL (self->model), position);
  *flags = item ? att_article_item_get_flags (item) : 0;
  return item ? att_article_item_get_id (item) : 0;
}

static gboolean
mark_passed (gpointer data)
{
  AttArticleList *self = data;
  guint top = position_of (20, 4, self);
  self->pause = 0;
  if (top != G_MAXUINT && top > self->passed) {
    att_dossier_mark_rows (self->dossier, self->passed, top);
    self->passed = top;
  }
  return G_SOURCE_REMOVE;
}

void
att_article_list_set_mark_passed (AttArticleList *self, gboolean mark)
{
  self->mark_passed = mark;
}

static void
hold (AttArticleList *self)
{
  if (self->mark_passed && self->pause == 0)   /* together, once the hand rests */
    self->pause = g_timeout_add (PAUSE, mark_passed, self);
  gboolean scrolled = gtk_adjustment_get_value (gtk_scrolled_window_get_vadjustment (self->scroller)) > 1;
  if (self->dossier)
    att_dossier_set_held (self->dossier, scrolled || att_dossier_get_article (self->dossier) != NULL);
}

static void
selected_cb (AttArticleList *self)
{
  guint position = gtk_single_selection_get_selected (self->selection);
  gint64 id = position == GTK_INVALID_LIST_POSITION ? 0 : att_article_model_get_id (self->model, position);
  if (id == 0)
    return;
  self->opened = id;
  att_dossier_open (self->dossier, id);
  att_dossier_mark (self->dossier, id, ATT_FLAG_READ, 0);
}

static void
select_quietly (AttArticleList *self, gint64 id)
{
  guint at = self->model ? att_article_model_find (self->model, id) : G_MAXUINT;
  if (self->selection == NULL)
    return;
  g_signal_handlers_block_by_func (self->selection, selected_cb, self);
  gtk_single_selection_set_selected (self->selection, at == G_MAXUINT ? GTK_INVALID_LIST_POSITION : at);
  g_signal_handlers_unblock_by_func (self->selection, selected_cb, self);
}

/* Opened from elsewhere, a story is read, and its row is the selected one, without the list being moved for it. */
static void
follow_article (AttArticleList *self)
{
  const AttArticle *open = att_dossier_get_article (self->dossier);
  if (open == NULL && self->opened) {
    self->opened = 0;
    select_quietly (self, 0);
  }
  if (open && open->id != self->told && open->id != self->opened) {
    self->opened = open->id;
    att_dossier_mark (self->dossier, open->id, ATT_FLAG_READ, 0);
    select_quietly (self, open->id);
  }
  self->told = open ? open->id : 0;
  hold (self);
}

/* The list, or why there is none and what leads on. */
static void
show_state (AttArticleList *self)
{
  gboolean any = self->model && g_list_model_get_n_items (G_LIST_MODEL (self->model)) > 0;
  const char *place = att_dossier_get_filter (self->dossier)->feed;
  const AttFeed *feed = any || place == NULL ? NULL : att_source_model_find_called (att_dossier_get_sources (self->dossier), place);
  guint n;
  g_object_get (self->dossier, "n-hidden", &n, NULL);
  g_autofree char *hidden = g_strdup_printf (ngettext ("%u story matches, in a language you do not read.", "%u stories match, in languages you do not read.", n), n);
  adw_status_page_set_description (self->hidden, hidden);
  gboolean quiet = feed && feed->articles == 0;
  if (quiet)
    att_quiet_feed_set_feed (self->quiet, feed);
  gtk_stack_set_visible_child_name (self->stack, any ? "list" : n > 0 ? "hidden" : quiet ? "quiet" : "empty");
}

/* See the laws of GtkListView in the header. */
static void
show_model (AttArticleList *self)
{
  AttArticleModel *model = att_dossier_get_articles (self->dossier);
  if (model == NULL)
    return;
  const AttArticle *open = att_dossier_get_article (self->dossier);
  GtkSingleSelection *selection = gtk_single_selection_new (NULL);
  gtk_single_selection_set_autoselect (selection, FALSE);
  gtk_single_selection_set_can_unselect (selection, TRUE);
  gtk_single_selection_set_model (selection, G_LIST_MODEL (model));
  guint at = open ? att_article_model_find (model, open->id) : G_MAXUINT;
  gtk_single_selection_set_selected (selection, at == G_MAXUINT ? GTK_INVALID_LIST_POSITION : at);
  g_signal_connect_object (selection, "notify::selected", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);
  if (self->selection)
    g_signal_handlers_disconnect_by_func (self->selection, selected_cb, self);
  g_set_object (&self->model, model);
  self->passed = 0;
  g_set_object (&self->selection, selection);
  gtk_list_view_set_model (self->view, GTK_SELECTION_MODEL (selection));
  g_object_unref (selection);
  show_state (self);
}

static void
show_arrivals (AttArticleList *self)
{
  guint n, n_new = att_dossier_get_n_new (self->dossier);
  g_object_get (self->dossier, "n-waiting", &n, NULL);
  g_autofree char *label = n_new ? g_strdup_printf (ngettext ("%u new story", "%u new stories", n_new), n_new) : g_strdup_printf (ngettext ("%u more story", "%u more stories", n), n);
  gtk_button_set_label (self->arrivals_button, label);
  gtk_revealer_set_reveal_child (self->arrivals, n > 0);
}

static void
show_waiting (AttArticleList *self)
{
  att_dossier_show_waiting (self->dossier);
  gtk_widget_activate_action (GTK_WIDGET (self->view), "list.scroll-to-item", "u", 0);
}

/* The arrows go on from where the keyboard is. */
static void
focus_row (AttArticleList *self, gint64 id)
{
  for (GtkWidget *cell = gtk_widget_get_first_child (GTK_WIDGET (self->view)); cell; cell = gtk_widget_get_next_sibling (cell)) {
    GtkWidget *row = gtk_widget_get_first_child (cell);
    AttArticleItem *item = ATT_IS_ARTICLE_ROW (row) ? att_article_row_get_item (ATT_ARTICLE_ROW (row)) : NULL;
    if (item && att_article_item_get_id (item) == id)
      gtk_widget_grab_focus (cell);
  }
}

static void
select_at (AttArticleList *self, guint position)
{
  gtk_single_selection_set_selected (self->selection, position);
  gtk_widget_activate_action (GTK_WIDGET (self->view), "list.scroll-to-item", "u", position);
  if (gtk_widget_get_focus_child (GTK_WIDGET (self->view)))
    focus_row (self, att_article_model_get_id (self->model, position));
}

void
att_article_list_step (AttArticleList *self, int by)
{
  if (self->model == NULL)
    return;
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->model)), at = gtk_single_selection_get_selected (self->selection);
  gint64 next = at == GTK_INVALID_LIST_POSITION ? (by > 0 ? 0 : -1) : (gint64) at + by;
  if (next >= 0 && next < n)
    select_at (self, next);
}

typedef struct { AttCoverage *coverage; guint from; } Unread;

static void
unread_free (gpointer data)
{
  att_coverage_unref (((Unread *) data)->coverage);
  g_free (data);
}

/* Its number; NULL: there is none. */
static gpointer
find_unread (AttDatabase *db, gpointer data, AttChange *change, GError **error)
{
  Unread *unread = data;
  guint at = att_rows_next_unread (db, unread->coverage->ids, unread->coverage->n_ids, unread->from, error);
  return at < unread->coverage->n_ids ? GSIZE_TO_POINTER ((gsize) unread->coverage->ids[at]) : NULL;
}

static void
unread_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AttArticleList) self = data;
  g_autoptr (GError) error = NULL;
  gint64 found = GPOINTER_TO_SIZE (att_store_finish (ATT_STORE (source), result, &error));
  guint at = found && self->model ? att_article_model_find (self->model, found) : G_MAXUINT;   /* the list may be another one by now */
  if (at != G_MAXUINT)
    select_at (self, at);
}

void
att_article_list_next_unread (AttArticleList *self)
{
  const AttCoverage *coverage = att_dossier_get_coverage (self->dossier);
  if (coverage == NULL || self->model == NULL)
    return;
  guint at = gtk_single_selection_get_selected (self->selection);
  Unread *unread = g_new (Unread, 1);
  *unread = (Unread) { att_coverage_ref ((AttCoverage *) coverage), at == GTK_INVALID_LIST_POSITION ? 0 : at + 1 };
  att_store_ask_async (att_dossier_get_store (self->dossier), find_unread, unread, unread_free, NULL, NULL, unread_cb, g_object_ref (self));
}

gint64
att_article_list_get_open (AttArticleList *self)
{
  guint at = self->selection ? gtk_single_selection_get_selected (self->selection) : GTK_INVALID_LIST_POSITION;
  return at == GTK_INVALID_LIST_POSITION ? 0 : att_article_model_get_id (self->model, at);
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *cell, gpointer data)
{
  GtkWidget *row = att_article_row_new ();
  att_article_row_set_lines (ATT_ARTICLE_ROW (row), ATT_ARTICLE_LIST (data)->lines);
  gtk_list_item_set_child (cell, row);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *cell, gpointer data)
{
  att_article_row_set_item (ATT_ARTICLE_ROW (gtk_list_item_get_child (cell)), gtk_list_item_get_item (cell));
}

static void
unbind_cb (GtkSignalListItemFactory *factory, GtkListItem *cell, gpointer data)
{
  att_article_row_set_item (ATT_ARTICLE_ROW (gtk_list_item_get_child (cell)), NULL);
}

/* All rows anew. */
static void
make_rows (AttArticleList *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), self);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), NULL);
  gtk_list_view_set_factory (self->view, factory);
}

void
att_article_list_set_lines (AttArticleList *self, guint lines)
{
  if (self->lines == lines)
    return;
  self->lines = lines;
  make_rows (self);
}

/* Enter on what the keyboard came to, but nobody opened yet, opens it here. */
static void
activated_cb (AttArticleList *self, guint position)
{
  if (gtk_single_selection_get_selected (self->selection) != position) {
    gtk_single_selection_set_selected (self->selection, position);
    return;
  }
  gtk_widget_activate_action (GTK_WIDGET (self), "win.open-in-browser", NULL);
}

static void
set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  AttArticleList *self = ATT_ARTICLE_LIST (object);
  if (!g_set_object (&self->dossier, g_value_get_object (value)) || self->dossier == NULL)
    return;
  g_signal_connect_object (self->dossier, "notify::articles", G_CALLBACK (show_model), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->dossier, "notify::n-hidden", G_CALLBACK (show_state), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (att_dossier_get_sources (self->dossier), "notify::n-feeds", G_CALLBACK (show_state), self, G_CONNECT_SWAPPED);   /* at each reading */
  g_signal_connect_object (self->dossier, "notify::n-waiting", G_CALLBACK (show_arrivals), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->dossier, "notify::article", G_CALLBACK (follow_article), self, G_CONNECT_SWAPPED);
  show_model (self);
}

static void
get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_value_set_object (value, ATT_ARTICLE_LIST (object)->dossier);
}

static void
att_article_list_dispose (GObject *object)
{
  AttArticleList *self = ATT_ARTICLE_LIST (object);
  g_clear_handle_id (&self->pause, g_source_remove);
  if (self->view)
    att_article_menu_remove (GTK_WIDGET (self->view));
  if (self->selection)
    g_signal_handlers_disconnect_by_func (self->selection, selected_cb, self);
  gtk_widget_dispose_template (GTK_WIDGET (self), ATT_TYPE_ARTICLE_LIST);
  g_clear_object (&self->selection);
  g_clear_object (&self->model);
  g_clear_object (&self->dossier);
  G_OBJECT_CLASS (att_article_list_parent_class)->dispose (object);
}

static void
att_article_list_class_init (AttArticleListClass *class)
{
  GtkWidgetClass *widget = GTK_WIDGET_CLASS (class);
  G_OBJECT_CLASS (class)->dispose = att_article_list_dispose;
  G_OBJECT_CLASS (class)->set_property = set_property;
  G_OBJECT_CLASS (class)->get_property = get_property;
  properties[PROP_DOSSIER] = g_param_spec_object ("dossier", NULL, NULL, ATT_TYPE_DOSSIER, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (G_OBJECT_CLASS (class), N_PROPS, properties);
  g_type_ensure (ATT_TYPE_QUIET_FEED);
  gtk_widget_class_set_template_from_resource (widget, "/org/attache/Attache/ui/articles/article-list.ui");
  gtk_widget_class_bind_template_child (widget, AttArticleList, stack);
  gtk_widget_class_bind_template_child (widget, AttArticleList, hidden);
  gtk_widget_class_bind_template_child (widget, AttArticleList, quiet);
  gtk_widget_class_bind_template_child (widget, AttArticleList, view);
  gtk_widget_class_bind_template_child (widget, AttArticleList, scroller);
  gtk_widget_class_bind_template_child (widget, AttArticleList, arrivals);
  gtk_widget_class_bind_template_child (widget, AttArticleList, arrivals_button);
  gtk_widget_class_bind_template_callback (widget, show_waiting);
}

static void
att_article_list_init (AttArticleList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->lines = 1;
  make_rows (self);
  att_article_menu_add (GTK_WIDGET (self->view), article_of, self);
  att_list_keys_add (self->view);
  g_signal_connect_swapped (self->view, "activate", G_CALLBACK (activated_cb), self);
  g_signal_connect_swapped (gtk_scrolled_window_get_vadjustment (self->scroller), "value-changed", G_CALLBACK (hold), self);
}
