/* test-window.c: the whole window: its columns at every width, its icons, its end.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "fixture.h"

#include "base/date.h"
#include "filter/syntax.h"
#include "store/articles.h"
#include "ui/articles/article-list.h"
#include "ui/feeds/source-list.h"
#include "ui/reader/passage-menu.h"
#include "ui/reader/reader.h"
#include "ui/search/filter-bar.h"
#include "ui/topics/facet-row.h"
#include "ui/topics/topic-panel.h"
#include "ui/widget/menu.h"
#include "ui/window/progress-bar.h"
#include "ui/window/window.h"

#pragma GCC diagnostic ignored "-Wdeprecated-declarations"   /* it looks into the dialogs of ui/platform, which chooses them by version */

static gboolean
has_article (gpointer dossier)
{
  return att_dossier_get_article (dossier) != NULL;
}


static gboolean
visible (Fixture *f, GType type)
{
  GtkWidget *widget = fixture_find (f->window, type, NULL);
  for (GtkWidget *at = widget; at && at != f->window; at = gtk_widget_get_parent (at))
    if (!gtk_widget_get_visible (at))
      return FALSE;
  return widget != NULL;
}

/* Which columns are there: sources, list, reader, topics. */
static void
assert_columns (Fixture *f, gboolean sources, gboolean list, gboolean reader, gboolean topics)
{
  g_assert_cmpint (visible (f, ATT_TYPE_SOURCE_LIST), ==, sources);
  g_assert_cmpint (visible (f, ATT_TYPE_ARTICLE_LIST), ==, list);
  g_assert_cmpint (visible (f, ATT_TYPE_READER), ==, reader);
  g_assert_cmpint (visible (f, ATT_TYPE_TOPIC_PANEL), ==, topics);
}

static void
test_widths (Fixture *f, gconstpointer data)
{
  AttWindow *window = fixture_open_window (f);
  assert_columns (f, TRUE, TRUE, TRUE, TRUE);
  gtk_widget_activate_action (f->window, "win.show-topics", NULL);
  assert_columns (f, TRUE, TRUE, TRUE, FALSE);
  gtk_widget_activate_action (f->window, "win.show-topics", NULL);
  fixture_resize (f, 760);
  assert_columns (f, FALSE, TRUE, FALSE, TRUE);
  fixture_resize (f, 400);
  assert_columns (f, FALSE, TRUE, FALSE, FALSE);
  gtk_widget_activate_action (f->window, "win.next", NULL);
  fixture_wait (has_article, att_window_get_dossier (window));
  assert_columns (f, FALSE, FALSE, TRUE, FALSE);
  gtk_widget_activate_action (f->window, "win.back", NULL);
  assert_columns (f, FALSE, TRUE, FALSE, FALSE);
}

static gboolean
holds_focus (Fixture *f, GType type)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (f->window)), *pane = fixture_find (f->window, type, NULL);
  return focus && pane && (focus == pane || gtk_widget_is_ancestor (focus, pane));
}

/* The keyboard begins in the stories, and goes on in what is shown when the column it was in has gone. */
static void
test_focus (Fixture *f, gconstpointer data)
{
  AttWindow *window = fixture_open_window (f);
  g_assert_true (holds_focus (f, ATT_TYPE_ARTICLE_LIST));
  gtk_widget_child_focus (fixture_find (f->window, ATT_TYPE_SOURCE_LIST, NULL), GTK_DIR_TAB_FORWARD);
  g_assert_true (holds_focus (f, ATT_TYPE_SOURCE_LIST));
  gtk_widget_activate_action (f->window, "win.show-sources", NULL);
  fixture_settle ();
  g_assert_true (holds_focus (f, ATT_TYPE_ARTICLE_LIST));
  fixture_resize (f, 400);
  gtk_widget_activate_action (f->window, "win.next", NULL);
  fixture_wait (has_article, att_window_get_dossier (window));
  fixture_settle ();
  g_assert_true (holds_focus (f, ATT_TYPE_READER));
  gtk_widget_activate_action (f->window, "win.back", NULL);
  fixture_settle ();
  g_assert_true (holds_focus (f, ATT_TYPE_ARTICLE_LIST));
}

/* Enter and Escape lead out of the search into what was found, but not where the text has a mistake; in the panel Enter leads into the topics, and Escape empties the field. */
static void
test_fields (Fixture *f, gconstpointer data)
{
  fixture_open_window (f);
  gtk_widget_activate_action (f->window, "win.search", NULL);
  GtkWidget *entry = fixture_find (fixture_find (f->window, ATT_TYPE_FILTER_BAR, NULL), GTK_TYPE_SEARCH_ENTRY, NULL);
  gtk_editable_set_text (GTK_EDITABLE (entry), "from:noday");
  g_signal_emit_by_name (entry, "activate");
  g_assert_true (holds_focus (f, ATT_TYPE_FILTER_BAR));
  gtk_editable_set_text (GTK_EDITABLE (entry), "is:unread");
  g_signal_emit_by_name (entry, "activate");
  g_assert_true (holds_focus (f, ATT_TYPE_ARTICLE_LIST) && !holds_focus (f, ATT_TYPE_FILTER_BAR));
  gtk_widget_activate_action (f->window, "win.search", NULL);
  g_signal_emit_by_name (entry, "stop-search");
  g_assert_true (holds_focus (f, ATT_TYPE_ARTICLE_LIST) && !holds_focus (f, ATT_TYPE_FILTER_BAR));
  GtkWidget *find = fixture_find (fixture_find (f->window, ATT_TYPE_TOPIC_PANEL, NULL), GTK_TYPE_SEARCH_ENTRY, NULL);
  gtk_widget_grab_focus (find);
  gtk_editable_set_text (GTK_EDITABLE (find), "tai");
  g_signal_emit_by_name (find, "activate");
  g_assert_true (holds_focus (f, ATT_TYPE_FACET_ROW));
  g_signal_emit_by_name (find, "stop-search");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (find)), ==, "");
}

/* A folded folder is shown, and nothing in it; it is remembered, and the counts are as before. */
static void
test_folders (Fixture *f, gconstpointer data)
{
  fixture_open_window (f);
  GtkWidget *list = fixture_find (f->window, ATT_TYPE_SOURCE_LIST, NULL);
  g_assert_nonnull (fixture_find (list, GTK_TYPE_LABEL, "Gulf Ledger"));
  gtk_widget_activate_action (f->window, "win.fold-folder", "s", "Wires and dailies");
  fixture_settle ();
  g_assert_null (fixture_find (list, GTK_TYPE_LABEL, "Gulf Ledger"));
  g_assert_nonnull (fixture_find (list, GTK_TYPE_LABEL, "Wires and dailies"));
  g_assert_nonnull (fixture_find (list, GTK_TYPE_LABEL, "Pacific Review"));
  g_autoptr (GSettings) settings = g_settings_new ("org.attache.Attache");
  g_auto (GStrv) folded = g_settings_get_strv (settings, "sources-folded");
  g_assert_cmpstr (folded[0], ==, "Wires and dailies");
  gtk_widget_activate_action (f->window, "win.fold-folder", "s", "Wires and dailies");
  fixture_settle ();
  g_assert_nonnull (fixture_find (list, GTK_TYPE_LABEL, "Gulf Ledger"));
}

typedef struct { AttDossier *dossier; guint n; } Expected;

static gpointer
write_stories (AttDatabase *db, gpointer data, AttChange *change, GError **error)
{
  const guint *from = data;
  g_autoptr (AttEdition) edition = att_edition_new ();
  for (guint i = 0; i < 9; i++) {
    AttArticle *a = att_article_new ();
    a->keys[0] = *from + i;
    a->n_keys = 1;
    a->title = g_strdup_printf ("Late story %u", *from + i);
    a->text = g_strdup ("words");
    a->language = g_strdup ("en");
    a->published = att_date_now () - 60 + *from;
    g_ptr_array_add (edition->articles, a);
  }
  att_articles_write (db, 1, edition, att_date_now (), change, error);
  change->feeds = TRUE;
  return NULL;
}

static gboolean
has_so_many (gpointer data)
{
  const Expected *expected = data;
  return att_dossier_get_coverage (expected->dossier)->n_ids == expected->n;
}

/* While nothing is read, and the list is at its top, what comes is shown as it comes, wherever the keyboard is. */
static void
test_arrivals (Fixture *f, gconstpointer data)
{
  AttDossier *dossier = att_window_get_dossier (fixture_open_window (f));
  Expected expected = { dossier, att_dossier_get_coverage (dossier)->n_ids };
  g_assert_true (holds_focus (f, ATT_TYPE_ARTICLE_LIST));
  for (guint from = 1; from < 40; from += 9) {
    att_store_tell_async (att_dossier_get_store (dossier), write_stories, g_memdup2 (&from, sizeof from), g_free, NULL, NULL, NULL);
    expected.n += 9;
    fixture_wait (has_so_many, &expected);
    fixture_settle ();
  }
}

static int
width_of (Fixture *f, GType type)
{
  return gtk_widget_get_width (fixture_find (f->window, type, NULL));
}

typedef struct { Fixture *f; int sources, list, topics; } Columns;

static Columns
columns_of (Fixture *f)
{
  return (Columns) { f, width_of (f, ATT_TYPE_SOURCE_LIST), width_of (f, ATT_TYPE_ARTICLE_LIST), width_of (f, ATT_TYPE_TOPIC_PANEL) };
}

static gboolean
are_as_before (gpointer data)
{
  const Columns *before = data;
  Columns now = columns_of (before->f);
  return now.sources == before->sources && now.list == before->list && now.topics == before->topics;
}

/* Made narrow and wide again, the window has the columns it had, and those a hand has moved. */
static void
test_wide_again (Fixture *f, gconstpointer data)
{
  fixture_open_window (f);
  fixture_resize (f, 1250);
  GtkPaned *outer = GTK_PANED (gtk_widget_get_ancestor (fixture_find (f->window, ATT_TYPE_SOURCE_LIST, NULL), GTK_TYPE_PANED));
  gtk_paned_set_position (outer, 170);
  gtk_test_widget_wait_for_draw (f->window);
  Columns before = columns_of (f);
  g_assert_cmpint (before.sources, ==, 170);
  g_assert_cmpint (before.list, ==, 350);   /* as the settings have it */
  g_assert_cmpint (before.topics + 1, ==, 340);   /* with its handle */
  static const int WIDTHS[] = { 1000, 400, 1250, 1130, 1180, 1250 };
  for (guint i = 0; i < G_N_ELEMENTS (WIDTHS); i++)
    fixture_resize (f, WIDTHS[i]);
  fixture_wait (are_as_before, &before);
}

static void
check_icons (GtkWidget *root)
{
  const char *icon = GTK_IS_IMAGE (root) ? gtk_image_get_icon_name (GTK_IMAGE (root)) : NULL;
  if (icon && !gtk_icon_theme_has_icon (gtk_icon_theme_get_for_display (gdk_display_get_default ()), icon))
    g_error ("There is no icon “%s”.", icon);
  for (GtkWidget *child = gtk_widget_get_first_child (root); child; child = gtk_widget_get_next_sibling (child))
    check_icons (child);
}

static void
test_icons (Fixture *f, gconstpointer data)
{
  fixture_open_window (f);
  check_icons (f->window);
}

static gboolean
is_about_taiwan (gpointer dossier)
{
  const AttArticle *article = att_dossier_get_article (dossier);
  for (guint i = 0; article && i < article->mentions->len; i++)
    if (g_str_equal (((AttMention *) g_ptr_array_index (article->mentions, i))->name, "taiwan"))
      return TRUE;
  return FALSE;
}

static gboolean
is_not_about_taiwan (gpointer dossier)
{
  return !is_about_taiwan (dossier);
}

/* What was done is written by another thread, and a list is not asked anew for a star. */
static void
wait_for_matching (AttDossier *dossier, const char *filter, guint n)
{
  do {
    att_dossier_take_filter (dossier, att_filter_everything ());
    att_dossier_take_filter (dossier, att_filter_parse (filter, NULL));
    while (!att_dossier_is_answered (dossier) || !fixture_is_covered (dossier))
      g_main_context_iteration (NULL, TRUE);
    fixture_settle ();
  } while (att_dossier_get_coverage (dossier)->n_ids != n);
}

/* What a toast offers to undo is what it speaks of, whatever was done since, and wherever the keyboard is. */
static void
test_undo_marked (Fixture *f, gconstpointer data)
{
  AttDossier *dossier = att_window_get_dossier (fixture_open_window (f));
  gint64 first = att_article_model_get_id (att_dossier_get_articles (dossier), 0);
  gtk_widget_activate_action (f->window, "win.mark-all-read", NULL);
  gtk_widget_activate_action (f->window, "win.toggle-row", "(xs)", first, "star");
  gtk_widget_activate_action (f->window, "win.search", NULL);
  g_signal_emit_by_name (fixture_find (f->window, GTK_TYPE_BUTTON, "Undo"), "clicked");
  wait_for_matching (dossier, "is:starred", 1);
  wait_for_matching (dossier, "is:unread", 64);
}

/* A chip is taken away by its menu, comes back by undo, and another is added. */
static void
test_corrections (Fixture *f, gconstpointer data)
{
  AttWindow *window = fixture_open_window (f);
  AttDossier *dossier = att_window_get_dossier (window);
  gtk_widget_activate_action (f->window, "win.next", NULL);
  fixture_wait (has_article, dossier);
  fixture_wait (is_about_taiwan, dossier);
  g_assert_nonnull (fixture_find (fixture_find (f->window, ATT_TYPE_READER, NULL), GTK_TYPE_BUTTON, "Taiwan"));
  gtk_widget_activate_action (f->window, "win.not-about", "(sss)", "theme", "taiwan", "Taiwan");
  fixture_wait (is_not_about_taiwan, dossier);
  fixture_settle ();
  g_assert_null (fixture_find (fixture_find (f->window, ATT_TYPE_READER, NULL), GTK_TYPE_BUTTON, "Taiwan"));
  gtk_widget_activate_action (f->window, "win.undo", NULL);
  fixture_wait (is_about_taiwan, dossier);
  gtk_widget_activate_action (f->window, "win.is-about", "(ss)", "arctic", "Arctic & Greenland");
  guint n_done, n_all;
  do {
    g_main_context_iteration (NULL, TRUE);
    att_desk_get_marking (f->desk, &n_done, &n_all);
  } while (fixture_find (fixture_find (f->window, ATT_TYPE_READER, NULL), GTK_TYPE_BUTTON, "Arctic & Greenland") == NULL);
}

static const AttQuote *
first_quote (AttDossier *dossier)
{
  const AttArticle *article = att_dossier_get_article (dossier);
  for (guint i = 0; article && i < article->quotes->len; i++) {
    const AttQuote *quote = g_ptr_array_index (article->quotes, i);
    if (quote->kind != ATT_QUOTE_INDIRECT && quote->span.zone == ATT_ZONE_TEXT)
      return quote;
  }
  return NULL;
}

static gboolean
is_said_by_nobody (gpointer dossier)
{
  return first_quote (dossier) && first_quote (dossier)->speaker == NULL;
}

static gboolean
is_said_by_somebody (gpointer dossier)
{
  return first_quote (dossier) && first_quote (dossier)->speaker;
}

static char *
label_of (GMenuModel *menu, int item)
{
  g_autoptr (GVariant) label = g_menu_model_get_item_attribute_value (menu, item, G_MENU_ATTRIBUTE_LABEL, G_VARIANT_TYPE_STRING);
  return label ? g_variant_dup_string (label, NULL) : NULL;
}

/* The menu on a quotation says whose it is not, and whose it may be; what is chosen shows, and comes back by undo. */
static void
test_speakers (Fixture *f, gconstpointer data)
{
  AttWindow *window = fixture_open_window (f);
  AttDossier *dossier = att_window_get_dossier (window);
  do {
    gtk_widget_activate_action (f->window, "win.next", NULL);
    fixture_wait (has_article, dossier);
    fixture_settle ();
  } while (!is_said_by_somebody (dossier));
  const AttQuote *quote = first_quote (dossier);
  g_autofree char *speaker = g_strdup (quote->speaker), *words = g_strdup (quote->text), *expected = g_strdup_printf ("Not Said by “%s”", speaker);
  g_autoptr (GMenuModel) menu = att_passage_menu_model (att_dossier_get_article (dossier), quote->span.start);
  g_autoptr (GMenuModel) corrections = g_menu_model_get_item_link (menu, 0, G_MENU_LINK_SECTION), speakers = g_menu_model_get_item_link (corrections, 1, G_MENU_LINK_SUBMENU);
  g_autofree char *first = label_of (corrections, 0), *other = label_of (speakers, 0);
  g_assert_cmpstr (first, ==, expected);
  g_assert_nonnull (other);
  g_assert_cmpstr (other, !=, speaker);
  g_autoptr (GMenuModel) clipboard = g_menu_model_get_item_link (menu, 1, G_MENU_LINK_SECTION);
  g_autofree char *copy = label_of (clipboard, 0);
  g_assert_cmpstr (copy, ==, "Copy");   /* nothing that can be done to no text is before it */
  gtk_widget_activate_action (f->window, "win.said-by", "(ss)", words, "");
  fixture_wait (is_said_by_nobody, dossier);
  gtk_widget_activate_action (f->window, "win.undo", NULL);
  fixture_wait (is_said_by_somebody, dossier);
  g_assert_cmpstr (first_quote (dossier)->speaker, ==, speaker);
}

/* Nothing of a closed window stays behind. */
static void
test_end (Fixture *f, gconstpointer data)
{
  AttWindow *window = fixture_open_window (f);
  gtk_widget_activate_action (f->window, "win.next", NULL);
  fixture_wait (has_article, att_window_get_dossier (window));
  gpointer gone_window = window, gone_dossier = att_window_get_dossier (window);
  g_object_add_weak_pointer (gone_window, &gone_window);
  g_object_add_weak_pointer (gone_dossier, &gone_dossier);
  gtk_window_destroy (GTK_WINDOW (window));
  f->window = NULL;
  while (gone_window || gone_dossier)
    g_main_context_iteration (NULL, TRUE);
}

static gboolean
shows_star (gpointer window)
{
  g_autoptr (GVariant) state = g_action_group_get_action_state (G_ACTION_GROUP (window), "toggle-star");
  return g_variant_get_boolean (state);
}

static gboolean
shows_no_star (gpointer window)
{
  return !shows_star (window);
}

/* The star is the story's that is read, though the list has others; and a story that is opened from elsewhere is the selected one where it is listed. The button
 * tells it. */
static void
test_star (Fixture *f, gconstpointer data)
{
  AttDossier *dossier = att_window_get_dossier (fixture_open_window (f));
  gint64 first = att_dossier_get_coverage (dossier)->ids[0], second = att_dossier_get_coverage (dossier)->ids[1];
  gtk_widget_activate_action (f->window, "win.next", NULL);
  fixture_wait (has_article, dossier);
  att_dossier_open (dossier, second);
  while (att_dossier_get_article (dossier)->id != second)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (att_article_list_get_open (ATT_ARTICLE_LIST (fixture_find (f->window, ATT_TYPE_ARTICLE_LIST, NULL))), ==, second);
  att_dossier_take_filter (dossier, att_filter_parse ("topic:iran-nuclear", NULL));
  fixture_wait (fixture_is_covered, dossier);
  att_dossier_open (dossier, first);
  while (att_dossier_get_article (dossier)->id != first)
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (shows_star (f->window));
  gtk_widget_activate_action (f->window, "win.toggle-star", NULL);
  fixture_wait (shows_star, f->window);
  att_dossier_open (dossier, second);
  fixture_wait (shows_no_star, f->window);
  att_dossier_open (dossier, 0);   /* while it is open, what comes waits */
  wait_for_matching (dossier, "is:starred", 1);
  g_assert_cmpint (att_dossier_get_coverage (dossier)->ids[0], ==, first);
}

static gboolean
says_added (gpointer window)
{
  return fixture_find (window, GTK_TYPE_LABEL, "1 feed added") != NULL;
}

/* A list of feeds chosen from the menu comes in, and the window says so. */
static void
test_import (Fixture *f, gconstpointer data)
{
  AttWindow *window = fixture_open_window (f);
  g_autofree char *path = g_build_filename (f->profile, "list.opml", NULL);
  g_assert_true (g_file_set_contents (path, "<opml version='2.0'><body><outline text='Harbour' xmlUrl='http://127.0.0.1:9/harbour'/></body></opml>", -1, NULL));
  g_autoptr (GFile) file = g_file_new_for_path (path);
  att_window_import (window, file);
  fixture_wait (says_added, f->window);
}

/* A menu that was shown over a story's text, which is no box for it, goes with the window. */
static void
test_end_after_menu (Fixture *f, gconstpointer data)
{
  AttWindow *window = fixture_open_window (f);
  AttDossier *dossier = att_window_get_dossier (window);
  att_dossier_open (dossier, att_dossier_get_coverage (dossier)->ids[0]);
  fixture_wait (has_article, dossier);
  fixture_settle ();
  GtkWidget *text = fixture_find (f->window, GTK_TYPE_TEXT_VIEW, NULL);
  g_autoptr (GMenu) menu = g_menu_new ();
  g_menu_append (menu, "Copy", "passage.copy");
  att_menu_pop_up_over (text, G_MENU_MODEL (menu), &(GdkRectangle) { 10, 10, 1, 1 });
  GtkWidget *popover = g_object_get_data (G_OBJECT (text), "menu-over");
  g_object_add_weak_pointer (G_OBJECT (popover), (gpointer *) &popover);
  gtk_popover_popdown (GTK_POPOVER (popover));
  fixture_settle ();
  gtk_window_destroy (GTK_WINDOW (f->window));
  f->window = NULL;
  while (popover)
    g_main_context_iteration (NULL, TRUE);
}

static gboolean
says_trouble (gpointer f)
{
  return visible (f, ATT_TYPE_PROGRESS_BAR);
}

/* What went wrong in a round is said until it is dismissed, whatever else is done meanwhile. */
static void
test_trouble_stays (Fixture *f, gconstpointer data)
{
  fixture_open_window (f);
  sqlite3 *store;
  g_assert_cmpint (sqlite3_open (att_desk_get_path (f->desk), &store), ==, SQLITE_OK);
  sqlite3_busy_timeout (store, 10000);
  g_assert_cmpint (sqlite3_exec (store, "UPDATE feed SET url='file:///there/is/no/such.xml' WHERE id=1", NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (store);
  att_desk_refresh_feed (f->desk, 1);
  while (att_desk_get_troubles (f->desk)->len == 0)
    g_main_context_iteration (NULL, TRUE);
  fixture_wait (says_trouble, f);
  g_signal_emit_by_name (f->desk, "marking");   /* over */
  g_assert_true (says_trouble (f));
  g_assert_nonnull (fixture_find (f->window, GTK_TYPE_LABEL, "1 feed could not be refreshed"));
}

int
main (int argc, char **argv)
{
  fixture_init_application (&argc, &argv);
#define ADD(path, func) g_test_add (path, Fixture, NULL, fixture_set_up, func, fixture_tear_down)
  ADD ("/window/widths", test_widths);
  ADD ("/window/focus", test_focus);
  ADD ("/window/arrivals", test_arrivals);
  ADD ("/window/fields", test_fields);
  ADD ("/window/folders", test_folders);
  ADD ("/window/wide-again", test_wide_again);
  ADD ("/window/icons", test_icons);
  ADD ("/window/star", test_star);
  ADD ("/window/undo-marked", test_undo_marked);
  ADD ("/window/corrections", test_corrections);
  ADD ("/window/speakers", test_speakers);
  ADD ("/window/import", test_import);
  ADD ("/window/trouble-stays", test_trouble_stays);
  ADD ("/window/end-after-menu", test_end_after_menu);
  ADD ("/window/end", test_end);
  return g_test_run ();
}
