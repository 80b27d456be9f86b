/* test-article-list.c: the list's rows and states, and the laws that keep a million of them quick.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "fixture.h"

#include "base/error.h"
#include "store/articles.h"
#include "store/feeds.h"
#include "ui/articles/article-list.h"
#include "ui/articles/article-row.h"
#include "ui/widget/line.h"

static gboolean
has_article (gpointer dossier)
{
  return att_dossier_get_article (dossier) != NULL;
}

static gboolean
has_titles (gpointer list)
{
  GtkWidget *row = fixture_find (list, ATT_TYPE_ARTICLE_ROW, NULL);
  GtkWidget *title = row ? fixture_find (row, ATT_TYPE_LINE, NULL) : NULL;
  return title && *att_line_get_text (ATT_LINE (title));
}

typedef struct { GtkWidget *list; gint64 id; } Open;

static gboolean
is_open (gpointer data)
{
  Open *open = data;
  return att_article_list_get_open (ATT_ARTICLE_LIST (open->list)) == open->id;
}

static void
test_open (Fixture *f, gconstpointer data)
{
  GtkWidget *list = g_object_new (ATT_TYPE_ARTICLE_LIST, NULL);
  fixture_show (f, list);
  fixture_wait (has_titles, list);
  GtkWidget *row = fixture_find (list, ATT_TYPE_ARTICLE_ROW, NULL);
  g_assert_true (gtk_widget_has_css_class (row, "unread"));
  att_article_list_step (ATT_ARTICLE_LIST (list), 1);
  fixture_wait (has_article, f->dossier);
  g_assert_cmpint (att_dossier_get_article (f->dossier)->id, ==, att_dossier_get_coverage (f->dossier)->ids[0]);
  g_assert_false (gtk_widget_has_css_class (row, "unread"));   /* opened is read */
  att_article_list_next_unread (ATT_ARTICLE_LIST (list));
  Open second = { list, att_dossier_get_coverage (f->dossier)->ids[1] };
  fixture_wait (is_open, &second);
}

static gint64
focused_story (Fixture *f)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (f->window)), *row = focus ? gtk_widget_get_first_child (focus) : NULL;
  return ATT_IS_ARTICLE_ROW (row) ? att_article_item_get_id (att_article_row_get_item (ATT_ARTICLE_ROW (row))) : 0;
}

static void
press_tab (GtkWidget *view)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (view);
  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++) {
    g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);
    if (!GTK_IS_SHORTCUT_CONTROLLER (controller) || gtk_event_controller_get_propagation_phase (controller) != GTK_PHASE_CAPTURE)
      continue;
    g_autoptr (GtkShortcut) tab = g_list_model_get_item (G_LIST_MODEL (controller), 0);
    gtk_shortcut_action_activate (gtk_shortcut_get_action (tab), GTK_SHORTCUT_ACTION_EXCLUSIVE, view, gtk_shortcut_get_arguments (tab));
  }
}

/* J takes the keyboard along, so that the arrows go on from there; the whole list is one stop of Tab. */
static void
test_keyboard (Fixture *f, gconstpointer data)
{
  GtkWidget *list = g_object_new (ATT_TYPE_ARTICLE_LIST, NULL), *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), *after = gtk_button_new_with_label ("After");
  gtk_widget_set_vexpand (list, TRUE);
  gtk_box_append (GTK_BOX (box), list);
  gtk_box_append (GTK_BOX (box), after);
  f->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (f->window), 420, 640);
  gtk_window_set_child (GTK_WINDOW (f->window), box);
  g_object_set (list, "dossier", f->dossier, NULL);
  gtk_window_present (GTK_WINDOW (f->window));
  fixture_filter (f, "");
  fixture_wait (has_titles, list);
  GtkWidget *row = fixture_find (list, ATT_TYPE_ARTICLE_ROW, NULL);
  gtk_widget_grab_focus (gtk_widget_get_parent (row));
  const gint64 *ids = att_dossier_get_coverage (f->dossier)->ids;
  g_assert_cmpint (focused_story (f), ==, ids[0]);
  for (guint i = 0; i < 3; i++) {
    att_article_list_step (ATT_ARTICLE_LIST (list), 1);
    g_assert_cmpint (focused_story (f), ==, ids[i]);
  }
  press_tab (gtk_widget_get_ancestor (row, GTK_TYPE_LIST_VIEW));
  g_assert_true (gtk_root_get_focus (GTK_ROOT (f->window)) == after);
}

static void
marked_cb (GObject *source, GAsyncResult *result, gpointer done)
{
  GArray *was = att_store_finish (ATT_STORE (source), result, NULL);
  g_array_unref (was);
  *(gboolean *) done = TRUE;
}

static gboolean
is_true (gpointer done)
{
  return *(gboolean *) done;
}

/* Enter on a row the keyboard came to, and nobody opened yet, opens its story. */
static void
test_enter (Fixture *f, gconstpointer data)
{
  GtkWidget *list = g_object_new (ATT_TYPE_ARTICLE_LIST, NULL);
  fixture_show (f, list);
  g_signal_emit_by_name (fixture_find (list, GTK_TYPE_LIST_VIEW, NULL), "activate", 1u);
  Open second = { list, att_dossier_get_coverage (f->dossier)->ids[1] };
  fixture_wait (is_open, &second);
}

/* What has been read is passed over, rows never looked at included. */
static void
test_next_unread (Fixture *f, gconstpointer data)
{
  GtkWidget *list = g_object_new (ATT_TYPE_ARTICLE_LIST, NULL);
  fixture_show (f, list);
  const AttCoverage *coverage = att_dossier_get_coverage (f->dossier);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  gboolean done = FALSE;
  g_array_append_vals (ids, coverage->ids, 40);
  att_store_mark_async (att_desk_get_store (f->desk), ids, NULL, G_MAXINT64, ATT_FLAG_READ, 0, marked_cb, &done);
  fixture_wait (is_true, &done);
  att_article_list_next_unread (ATT_ARTICLE_LIST (list));
  Open unread = { list, coverage->ids[40] };
  fixture_wait (is_open, &unread);
}

/* The open story stays selected when the filter still has it. */
static void
test_reselect (Fixture *f, gconstpointer data)
{
  GtkWidget *list = g_object_new (ATT_TYPE_ARTICLE_LIST, NULL);
  fixture_show (f, list);
  fixture_filter (f, "topic:taiwan");
  att_article_list_step (ATT_ARTICLE_LIST (list), 1);
  fixture_wait (has_article, f->dossier);
  gint64 id = att_dossier_get_article (f->dossier)->id;
  fixture_filter (f, "");
  g_assert_cmpint (att_article_list_get_open (ATT_ARTICLE_LIST (list)), ==, id);
}

static void
test_empty (Fixture *f, gconstpointer data)
{
  GtkWidget *list = g_object_new (ATT_TYPE_ARTICLE_LIST, NULL);
  fixture_show (f, list);
  fixture_filter (f, "no-such-word-anywhere");
  GtkWidget *stack = fixture_find (list, GTK_TYPE_STACK, NULL);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (GTK_STACK (stack)), ==, "empty");
}

typedef struct { gboolean told; const char *trouble; } Turn;

/* A feed that brings nothing: it was not asked, or what came of that was told. */
static gpointer
add_quiet_feed (AttDatabase *db, gpointer data, AttChange *change, GError **error)
{
  const Turn *turn = data;
  gint64 id = att_feeds_find (db, "https://quiet.example/feed", &(guint) { 0 });
  g_autoptr (AttFeed) feed = att_feed_new ();
  feed->url = g_strdup ("https://quiet.example/feed");
  if (id == 0)
    id = att_feeds_add (db, feed, error);
  AttFeedNews news = { .trouble = turn->trouble ? ATT_ERROR_GONE : -1, .trouble_text = (char *) turn->trouble };
  if (turn->told)
    g_assert_true (att_feeds_tell (db, id, &news, 1700000000, error));
  change->feeds = TRUE;
  return NULL;
}

typedef struct { GtkWidget *list; const char *title; } Said;

static gboolean
is_said (gpointer data)
{
  const Said *said = data;
  GtkWidget *shown = gtk_stack_get_visible_child (GTK_STACK (fixture_find (said->list, GTK_TYPE_STACK, NULL))), *page = fixture_find (shown, ADW_TYPE_STATUS_PAGE, NULL);
  return page && g_strcmp0 (adw_status_page_get_title (ADW_STATUS_PAGE (page)), said->title) == 0;
}

/* A feed without a story says why it has none, while it is looked at too, and what is wrong with it, with ways out. */
static void
test_quiet_feed (Fixture *f, gconstpointer data)
{
  static const Turn TURNS[] = { { FALSE, NULL }, { TRUE, NULL }, { TRUE, "R&D has closed it." } };
  static const char *const TITLES[] = { "Not Read Yet", "Nothing Here Yet", "This Feed Cannot Be Read" };
  GtkWidget *list = g_object_new (ATT_TYPE_ARTICLE_LIST, NULL);
  fixture_show (f, list);
  for (guint i = 0; i < G_N_ELEMENTS (TURNS); i++) {
    att_store_tell_async (att_desk_get_store (f->desk), add_quiet_feed, (gpointer) &TURNS[i], NULL, NULL, NULL, NULL);
    if (i == 0)
      fixture_filter (f, "feed:https://quiet.example/feed");
    fixture_wait (is_said, &(Said) { list, TITLES[i] });
  }
  GtkWidget *leave = fixture_find (list, GTK_TYPE_BUTTON, "Unsubscribe"), *page = gtk_widget_get_ancestor (leave, ADW_TYPE_STATUS_PAGE);
  const char *words = adw_status_page_get_description (ADW_STATUS_PAGE (page));
  g_assert_nonnull (strstr (words, "R&amp;D has closed it."));
  g_assert_nonnull (strstr (words, "Since 14 November 2023"));
  g_assert_true (gtk_widget_get_mapped (leave));
  g_assert_cmpstr (gtk_actionable_get_action_name (GTK_ACTIONABLE (leave)), ==, "win.unsubscribe");
  g_assert_false (gtk_widget_get_mapped (fixture_find (list, GTK_TYPE_BUTTON, "Sign In")));
  fixture_filter (f, "feed:https://quiet.example/feed word");   /* however else the filter is */
  g_assert_true (is_said (&(Said) { list, TITLES[2] }));
}

static gboolean
is_hidden (gpointer stack)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (stack), "hidden") == 0;
}

static gboolean
is_listed (gpointer stack)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (stack), "list") == 0;
}

/* Where there are stories only in languages nobody here reads, that is what is said, and where to choose them is one click away. */
static void
test_hidden (Fixture *f, gconstpointer data)
{
  GtkWidget *list = g_object_new (ATT_TYPE_ARTICLE_LIST, NULL);
  fixture_show (f, list);
  GtkWidget *stack = fixture_find (list, GTK_TYPE_STACK, NULL);
  att_store_set_languages (att_desk_get_store (f->desk), (const char *const[]) { "nl", NULL });
  fixture_wait (is_hidden, stack);
  GtkWidget *shown = gtk_stack_get_visible_child (GTK_STACK (stack)), *button = fixture_find (shown, GTK_TYPE_BUTTON, NULL);
  g_assert_nonnull (strstr (adw_status_page_get_description (ADW_STATUS_PAGE (shown)), "in languages you do not read"));
  g_assert_cmpstr (gtk_actionable_get_action_name (GTK_ACTIONABLE (button)), ==, "app.preferences");
  att_store_set_languages (att_desk_get_store (f->desk), NULL);
  fixture_wait (is_listed, stack);
}

/* A model that counts how often it is asked. */
#define TYPE_COUNTING (counting_get_type ())
G_DECLARE_FINAL_TYPE (Counting, counting, TEST, COUNTING, GObject)
struct _Counting { GObject parent; GListModel *model; guint n_asked; };
static void counting_list_init (GListModelInterface *iface);
G_DEFINE_FINAL_TYPE_WITH_CODE (Counting, counting, G_TYPE_OBJECT, G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, counting_list_init))

static gpointer
counting_get_item (GListModel *model, guint position)
{
  TEST_COUNTING (model)->n_asked++;
  return g_list_model_get_item (TEST_COUNTING (model)->model, position);
}

static guint
counting_get_n_items (GListModel *model)
{
  return g_list_model_get_n_items (TEST_COUNTING (model)->model);
}

static GType
counting_get_item_type (GListModel *model)
{
  return G_TYPE_OBJECT;
}

static void
counting_list_init (GListModelInterface *iface)
{
  iface->get_item = counting_get_item;
  iface->get_n_items = counting_get_n_items;
  iface->get_item_type = counting_get_item_type;
}

static void
counting_dispose (GObject *object)
{
  g_clear_object (&TEST_COUNTING (object)->model);
  G_OBJECT_CLASS (counting_parent_class)->dispose (object);
}

static void
counting_class_init (CountingClass *class)
{
  G_OBJECT_CLASS (class)->dispose = counting_dispose;
}

static void
counting_init (Counting *self)
{
}

static Counting *
million (AttStore *store)
{
  AttCoverage *coverage = g_atomic_rc_box_new0 (AttCoverage);
  coverage->n_ids = 1000000;
  coverage->ids = g_new (gint64, coverage->n_ids);
  for (guint i = 0; i < coverage->n_ids; i++)
    coverage->ids[i] = i + 1;
  Counting *self = g_object_new (TYPE_COUNTING, NULL);
  self->model = G_LIST_MODEL (att_article_model_new (store, coverage));
  att_coverage_unref (coverage);
  return self;
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *cell)
{
  gtk_list_item_set_child (cell, att_article_row_new ());
}

/* A swap of a million rows with one selected, done as article-list.c does it, asks for a few hundred. */
static void
test_swap (Fixture *f, gconstpointer data)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  GtkWidget *view = gtk_list_view_new (NULL, factory), *scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), view);
  f->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (f->window), 420, 640);
  gtk_window_set_child (GTK_WINDOW (f->window), scroller);
  gtk_window_present (GTK_WINDOW (f->window));
  for (guint i = 0; i < 2; i++) {
    Counting *model = million (att_desk_get_store (f->desk));
    GtkSingleSelection *selection = gtk_single_selection_new (NULL);
    gtk_single_selection_set_autoselect (selection, FALSE);
    gtk_single_selection_set_model (selection, G_LIST_MODEL (model));
    gtk_single_selection_set_selected (selection, 500000);
    gtk_list_view_set_model (GTK_LIST_VIEW (view), GTK_SELECTION_MODEL (selection));
    gtk_test_widget_wait_for_draw (f->window);
    g_test_message ("swap %u asked for %u items", i, model->n_asked);
    g_assert_cmpuint (model->n_asked, <=, 500);
    g_object_unref (selection);
    g_object_unref (model);
  }
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);
#define ADD(path, func) g_test_add (path, Fixture, NULL, fixture_set_up, func, fixture_tear_down)
  ADD ("/article-list/open", test_open);
  ADD ("/article-list/keyboard", test_keyboard);
  ADD ("/article-list/enter", test_enter);
  ADD ("/article-list/next-unread", test_next_unread);
  ADD ("/article-list/reselect", test_reselect);
  ADD ("/article-list/empty", test_empty);
  ADD ("/article-list/quiet-feed", test_quiet_feed);
  ADD ("/article-list/hidden", test_hidden);
  ADD ("/article-list/swap", test_swap);
  return g_test_run ();
}
