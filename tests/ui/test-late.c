/* test-late.c: what is answered late, or asked before there is anything to show it in, opens, marks and counts nothing that was not meant.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "fixture.h"

#include "base/date.h"
#include "desk/monitoring.h"
#include "desk/shelving.h"
#include "filter/syntax.h"
#include "ui/articles/article-list.h"
#include "ui/feeds/feed-settings.h"
#include "ui/widget/menu.h"
#include "ui/reader/reader.h"
#include "ui/search/filter-bar.h"
#include "ui/trends/trend-view.h"
#include "ui/window/window-private.h"

typedef struct { AttDossier *dossier; gint64 id; } Opened;

static gboolean
is_open (gpointer data)
{
  Opened *opened = data;
  const AttArticle *article = att_dossier_get_article (opened->dossier);
  return article && article->id == opened->id;
}

static gpointer
wait_for_leave (AttDatabase *db, gpointer leave, AttChange *change, GError **error)
{
  while (!g_atomic_int_get ((int *) leave))
    g_thread_yield ();
  return NULL;
}

static void
told_cb (GObject *source, GAsyncResult *result, gpointer told)
{
  *(gboolean *) told = TRUE;
}

static gboolean
is_told (gpointer told)
{
  return *(gboolean *) told;
}

static gpointer
nothing (AttDatabase *db, gpointer data, AttChange *change, GError **error)
{
  return NULL;
}

/* The next unread story was asked for in a list that is another one by the time of the answer. */
static void
test_next_unread (Fixture *f, gconstpointer data)
{
  AttDossier *dossier = att_window_get_dossier (fixture_open_window (f));
  AttStore *store = att_desk_get_store (f->desk);
  gint64 meant = att_dossier_get_coverage (dossier)->ids[0];
  int leave = 0;
  gboolean told = FALSE;
  att_store_ask_async (store, wait_for_leave, &leave, NULL, NULL, NULL, NULL, NULL);   /* somebody is before it */
  gtk_widget_activate_action (f->window, "win.next-unread", NULL);
  att_dossier_take_filter (dossier, att_filter_parse ("-topic:taiwan", NULL));
  g_atomic_int_set (&leave, 1);
  fixture_wait (fixture_is_covered, dossier);
  att_store_ask_async (store, nothing, NULL, NULL, NULL, NULL, told_cb, &told);
  fixture_wait (is_told, &told);
  fixture_settle ();
  const AttArticle *open = att_dossier_get_article (dossier);
  g_assert_true (open == NULL || open->id == meant);   /* it may have come before the other list */
}

static gboolean
is_unread (gpointer data)
{
  Opened *opened = data;
  guint at = att_article_model_find (att_dossier_get_articles (opened->dossier), opened->id);
  g_autoptr (AttArticleItem) item = g_list_model_get_item (G_LIST_MODEL (att_dossier_get_articles (opened->dossier)), at);
  return !(att_article_item_get_flags (item) & ATT_FLAG_READ);
}

static void
press_next (AttStore *store, AttChange *change, Fixture *f)
{
  g_signal_handlers_disconnect_by_func (store, press_next, f);
  gtk_widget_activate_action (f->window, "win.next", NULL);
}

/* A story marked as unread stays so when one goes on while it is being read anew. */
static void
test_unread (Fixture *f, gconstpointer data)
{
  AttDossier *dossier = att_window_get_dossier (fixture_open_window (f));
  Opened first = { dossier, att_dossier_get_coverage (dossier)->ids[0] }, second = { dossier, att_dossier_get_coverage (dossier)->ids[1] };
  gtk_widget_activate_action (f->window, "win.next", NULL);
  fixture_wait (is_open, &first);
  gtk_widget_activate_action (f->window, "win.toggle-read", NULL);
  fixture_wait (is_unread, &first);
  g_signal_connect_after (att_desk_get_store (f->desk), "changed", G_CALLBACK (press_next), f);
  att_desk_label (f->desk, first.id, "urgent", TRUE);   /* or its page comes, or it is judged anew */
  fixture_wait (is_open, &second);
  fixture_settle ();
  g_assert_true (is_unread (&first));
  g_assert_cmpint (att_article_list_get_open (ATT_ARTICLE_LIST (fixture_find (f->window, ATT_TYPE_ARTICLE_LIST, NULL))), ==, second.id);
}

static void
added_cb (gint64 id, gpointer data)
{
  *(gint64 *) data = id;
}

static gboolean
is_added (gpointer id)
{
  return *(gint64 *) id != 0;
}

static gboolean
asks_of_taiwan (gpointer dossier)
{
  g_autofree char *text = att_filter_format (att_dossier_get_filter (dossier));
  return g_str_equal (text, "topic:taiwan");
}

/* A notification that is clicked shows what it told of, with no window open, and in one that shows something else. */
static void
test_notification (Fixture *f, gconstpointer data)
{
  gint64 id = 0;
  g_autoptr (AttMonitor) monitor = att_monitor_new (0, 0, "Strait", "topic:taiwan", ATT_ALERT_EVERY);
  g_autoptr (GSettings) settings = g_settings_new ("org.attache.Attache");
  att_desk_add_monitor (f->desk, monitor, added_cb, &id);
  fixture_wait (is_added, &id);
  AttWindow *window = ATT_WINDOW (att_window_new (GTK_APPLICATION (g_application_get_default ()), f->desk, settings));
  f->window = GTK_WIDGET (window);
  gtk_window_present (GTK_WINDOW (window));
  att_window_open_monitor (window, id);   /* the side bar is not read yet */
  fixture_wait (asks_of_taiwan, att_window_get_dossier (window));
  att_dossier_take_filter (att_window_get_dossier (window), att_filter_everything ());
  gtk_widget_activate_action (f->window, "win.show-page", "s", "trends");
  att_window_open_monitor (window, id);
  g_assert_true (asks_of_taiwan (att_window_get_dossier (window)));
  g_assert_false (att_window_is_on_page (window));
}

static gboolean
is_in_search (gpointer window)
{
  GtkWidget *focus = gtk_root_get_focus (window);
  return focus && gtk_widget_is_ancestor (focus, fixture_find (window, ATT_TYPE_FILTER_BAR, NULL));
}

/* Where nothing is found the keyboard stays with what was asked. */
static void
test_nothing_found (Fixture *f, gconstpointer data)
{
  AttDossier *dossier = att_window_get_dossier (fixture_open_window (f));
  gtk_widget_activate_action (f->window, "win.search", NULL);
  GtkWidget *entry = fixture_find (fixture_find (f->window, ATT_TYPE_FILTER_BAR, NULL), GTK_TYPE_SEARCH_ENTRY, NULL);
  gtk_editable_set_text (GTK_EDITABLE (entry), "nobodywrotethis");
  g_signal_emit_by_name (entry, "activate");
  fixture_wait (fixture_is_covered, dossier);
  fixture_wait (is_in_search, f->window);
  g_signal_emit_by_name (entry, "activate");
  fixture_settle ();
  g_assert_true (is_in_search (f->window));
}

static gpointer
write_one (AttDatabase *db, gpointer title, AttChange *change, GError **error)
{
  g_autoptr (AttEdition) edition = att_edition_new ();
  AttArticle *a = att_article_new ();
  a->keys[0] = 77777;
  a->n_keys = 1;
  a->title = g_strdup (title);
  a->text = g_strdup ("Words.");
  a->published = att_date_now () - 60;
  g_ptr_array_add (edition->articles, a);
  att_articles_write (db, 1, edition, att_date_now (), change, error);
  return NULL;
}

static gboolean
is_waiting (gpointer dossier)
{
  guint n;
  g_object_get (dossier, "n-waiting", &n, NULL);
  return n == 1;
}

static gboolean
is_not_waiting (gpointer dossier)
{
  return !is_waiting (dossier);
}

/* A story that waits to be shown, and is about something else before it is, waits no more. */
static void
test_waiting (Fixture *f, gconstpointer data)
{
  AttStore *store = att_desk_get_store (f->desk);
  fixture_filter (f, "taiwan OR quixotic");
  att_dossier_set_held (f->dossier, TRUE);
  att_store_tell_async (store, write_one, (gpointer) "A quixotic plan", NULL, NULL, NULL, NULL);
  fixture_wait (is_waiting, f->dossier);
  att_store_tell_async (store, write_one, (gpointer) "A sober plan", NULL, NULL, NULL, NULL);
  fixture_wait (is_not_waiting, f->dossier);
}

static gboolean
is_another_row (gpointer row)
{
  GtkWidget **last = row, *focus = gtk_root_get_focus (gtk_widget_get_root (last[0]));
  return focus && focus != last[1] && ADW_IS_ACTION_ROW (focus);
}

/* Counted anew, trends leave the keyboard on the row it is on. */
static void
test_trends (Fixture *f, gconstpointer data)
{
  fixture_open_window (f);
  gtk_widget_activate_action (f->window, "win.show-page", "s", "trends");
  GtkWidget *view = fixture_find (f->window, ATT_TYPE_TREND_VIEW, NULL), *row;
  while ((row = fixture_find (view, ADW_TYPE_ACTION_ROW, NULL)) == NULL)
    g_main_context_iteration (NULL, TRUE);
  for (GtkWidget *next = row; next; next = gtk_widget_get_next_sibling (next))
    row = next;   /* the last of its list */
  gtk_widget_grab_focus (row);
  g_autofree char *filter = g_strdup (g_object_get_data (G_OBJECT (row), "filter"));
  GtkWidget *places[] = { view, g_object_ref (row) };
  att_store_tell_async (att_desk_get_store (f->desk), write_one, (gpointer) "One more story", NULL, NULL, NULL, NULL);
  fixture_wait (is_another_row, places);
  g_assert_cmpstr (g_object_get_data (G_OBJECT (gtk_root_get_focus (gtk_widget_get_root (view))), "filter"), ==, filter);
  g_object_unref (places[1]);
}

static gboolean
is_back (gpointer window)
{
  return gtk_widget_get_visible (((AttWindow *) window)->list_column);
}

static gboolean
is_reading (gpointer window)
{
  return gtk_widget_get_visible (((AttWindow *) window)->reader_column) && !gtk_widget_get_visible (((AttWindow *) window)->list_column);
}

/* In a window of one column a story that was left is opened again by the same row. */
static void
test_again (Fixture *f, gconstpointer data)
{
  AttWindow *window = fixture_open_window (f);
  fixture_resize (f, GPOINTER_TO_INT (data));
  gtk_widget_activate_action (f->window, "win.next", NULL);
  fixture_wait (is_reading, window);
  gtk_widget_activate_action (f->window, "win.back", NULL);
  fixture_wait (is_back, window);
  fixture_settle ();
  GtkWidget *view = fixture_find (fixture_find (f->window, ATT_TYPE_ARTICLE_LIST, NULL), GTK_TYPE_LIST_VIEW, NULL);
  gtk_widget_activate_action (view, "list.select-item", "(ubb)", 0, FALSE, FALSE);   /* as a click does */
  fixture_wait (is_reading, window);
}

static gboolean
is_mapped (gpointer widget)
{
  return gtk_widget_get_mapped (widget);
}

/* The keyboard is still on what was scrolled out of sight: asked for there, a menu comes up where it can be seen. */
static void
test_menu_out_of_sight (Fixture *f, gconstpointer data)
{
  GtkWidget *scroller = gtk_scrolled_window_new (), *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), *button = gtk_button_new_with_label ("Chip"), *rest = gtk_label_new ("Text");
  g_autoptr (GMenu) model = g_menu_new ();
  att_menu_append (model, "Something", "win.something", NULL);
  gtk_widget_set_size_request (rest, 100, 4000);
  gtk_box_append (GTK_BOX (box), button);
  gtk_box_append (GTK_BOX (box), rest);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), box);
  f->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (f->window), 400, 300);
  gtk_window_set_child (GTK_WINDOW (f->window), scroller);
  gtk_window_present (GTK_WINDOW (f->window));
  gtk_test_widget_wait_for_draw (f->window);
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));
  gtk_adjustment_set_value (adjustment, 3000);
  gtk_test_widget_wait_for_draw (f->window);
  GtkWidget *menu = gtk_popover_menu_new_from_model (G_MENU_MODEL (model));
  gtk_widget_set_parent (menu, button);
  att_menu_pop_up (GTK_POPOVER (menu));
  fixture_wait (is_mapped, menu);
  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), ==, 0);
  gtk_widget_unparent (menu);
}

/* The name of a feed is no markup. */
static void
test_names (Fixture *f, gconstpointer data)
{
  g_autoptr (AttFeed) feed = att_feed_new ();
  feed->id = 1;
  feed->title = g_strdup ("Trade & <Industry> Weekly");
  feed->url = g_strdup ("https://trade.example/");
  f->window = gtk_window_new ();
  gtk_window_set_child (GTK_WINDOW (f->window), att_feed_settings_new (f->desk, feed, NULL, NULL));
  gtk_window_present (GTK_WINDOW (f->window));
  gtk_test_widget_wait_for_draw (f->window);
  g_assert_nonnull (fixture_find (f->window, GTK_TYPE_LABEL, "Trade & <Industry> Weekly"));
}

int
main (int argc, char **argv)
{
  fixture_init_evening (&argc, &argv);
#define ADD(path, func, data) g_test_add (path, Fixture, data, fixture_set_up, func, fixture_tear_down)
  ADD ("/late/next-unread", test_next_unread, NULL);
  ADD ("/late/unread", test_unread, NULL);
  ADD ("/late/notification", test_notification, NULL);
  ADD ("/late/nothing-found", test_nothing_found, NULL);
  ADD ("/late/again", test_again, GINT_TO_POINTER (780));
  ADD ("/late/again-narrow", test_again, GINT_TO_POINTER (400));
  ADD ("/late/waiting", test_waiting, NULL);
  ADD ("/late/trends", test_trends, NULL);
  ADD ("/late/names", test_names, NULL);
  ADD ("/late/menu-out-of-sight", test_menu_out_of_sight, NULL);
  return g_test_run ();
}
