/* test-window.c: the whole window: its columns at every width, its icons, its end.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "fixture.h"

#include "filter/syntax.h"
#include "ui/articles/article-list.h"
#include "ui/feeds/source-list.h"
#include "ui/reader/passage-menu.h"
#include "ui/reader/reader.h"
#include "ui/topics/facet-row.h"
#include "ui/topics/topic-panel.h"
#include "ui/window/window.h"

#pragma GCC diagnostic ignored "-Wdeprecated-declarations"   /* it looks into the dialogs of ui/platform, which chooses them by version */

static gboolean
has_article (gpointer dossier)
{
  return att_dossier_get_article (dossier) != NULL;
}

static gboolean
is_shown (gpointer window)
{
  GtkWidget *list = fixture_find (window, ATT_TYPE_ARTICLE_LIST, NULL);
  return list && gtk_widget_get_mapped (list);
}

static AttWindow *
open_window (Fixture *f)
{
  GSettings *settings = g_settings_new (ATT_APP_ID);
  GtkApplication *application = GTK_APPLICATION (g_application_get_default ());
  AttWindow *window = ATT_WINDOW (att_window_new (application, f->desk, settings));
  g_object_unref (settings);
  f->window = GTK_WIDGET (window);
  gtk_window_present (GTK_WINDOW (window));
  fixture_wait (is_shown, window);
  fixture_wait (fixture_is_covered, att_window_get_dossier (window));
  gtk_test_widget_wait_for_draw (f->window);
  fixture_settle ();
  return window;
}

typedef struct { GtkWidget *window; int width; } Size;

static gboolean
has_width (gpointer data)
{
  Size *size = data;
  return ABS (gtk_widget_get_width (size->window) - size->width) < 40;
}

static void
resize (Fixture *f, int width)
{
  Size size = { f->window, width };
  while (!has_width (&size)) {   /* as a hand drags: each step is at most what the content of the last one allows */
    gtk_window_set_default_size (GTK_WINDOW (f->window), width, 700);
    gtk_test_widget_wait_for_draw (f->window);
  }
  fixture_settle ();
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
  AttWindow *window = open_window (f);
  assert_columns (f, TRUE, TRUE, TRUE, TRUE);
  gtk_widget_activate_action (f->window, "win.show-topics", NULL);
  assert_columns (f, TRUE, TRUE, TRUE, FALSE);
  gtk_widget_activate_action (f->window, "win.show-topics", NULL);
  resize (f, 760);
  assert_columns (f, FALSE, TRUE, FALSE, TRUE);
  resize (f, 400);
  assert_columns (f, FALSE, TRUE, FALSE, FALSE);
  gtk_widget_activate_action (f->window, "win.next", NULL);
  fixture_wait (has_article, att_window_get_dossier (window));
  assert_columns (f, FALSE, FALSE, TRUE, FALSE);
  gtk_widget_activate_action (f->window, "win.back", NULL);
  assert_columns (f, FALSE, TRUE, FALSE, FALSE);
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
  open_window (f);
  resize (f, 1180);
  GtkPaned *outer = GTK_PANED (gtk_widget_get_ancestor (fixture_find (f->window, ATT_TYPE_SOURCE_LIST, NULL), GTK_TYPE_PANED));
  gtk_paned_set_position (outer, 170);
  gtk_test_widget_wait_for_draw (f->window);
  Columns before = columns_of (f);
  g_assert_cmpint (before.sources, ==, 170);
  resize (f, 1000);
  resize (f, 400);
  resize (f, 1180);
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
  open_window (f);
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

/* A chip is taken away by its menu, comes back by undo, and another is added. */
static void
test_corrections (Fixture *f, gconstpointer data)
{
  AttWindow *window = open_window (f);
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

static GtkWidget *
in_panel (Fixture *f, const char *label)
{
  fixture_settle ();
  return fixture_find (fixture_find (f->window, ATT_TYPE_TOPIC_PANEL, NULL), GTK_TYPE_LABEL, label);
}

/* A topic is hidden and back by undo; hidden again, all are shown; a heading folds. */
static void
test_panel (Fixture *f, gconstpointer data)
{
  open_window (f);
  g_assert_nonnull (in_panel (f, "Migration & borders"));
  gtk_widget_activate_action (f->window, "win.hide-topic", "(ss)", "migration", "Migration & borders");
  g_assert_null (in_panel (f, "Migration & borders"));
  gtk_widget_activate_action (f->window, "win.undo", NULL);
  g_assert_nonnull (in_panel (f, "Migration & borders"));
  gtk_widget_activate_action (f->window, "win.hide-topic", "(ss)", "migration", "Migration & borders");
  gtk_widget_activate_action (f->window, "win.show-hidden-topics", NULL);
  GtkWidget *topic = in_panel (f, "Migration & borders");
  g_assert_nonnull (topic);
  AttFacetRow *row = ATT_FACET_ROW (gtk_widget_get_ancestor (topic, ATT_TYPE_FACET_ROW));
  g_autofree char *section = g_strdup (att_facet_get_section (att_facet_row_get_facet (row)));
  GtkWidget *heading = gtk_widget_get_ancestor (in_panel (f, section), GTK_TYPE_LIST_BOX_ROW);
  g_signal_emit_by_name (gtk_widget_get_parent (heading), "row-activated", heading);
  g_assert_null (in_panel (f, "Migration & borders"));
  g_signal_emit_by_name (gtk_widget_get_parent (heading), "row-activated", heading);
  g_assert_nonnull (in_panel (f, "Migration & borders"));
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
  AttWindow *window = open_window (f);
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
  gtk_widget_activate_action (f->window, "win.said-by", "(ss)", words, "");
  fixture_wait (is_said_by_nobody, dossier);
  gtk_widget_activate_action (f->window, "win.undo", NULL);
  fixture_wait (is_said_by_somebody, dossier);
  g_assert_cmpstr (first_quote (dossier)->speaker, ==, speaker);
}

static guint
count_sources (gpointer window)
{
  return g_list_model_get_n_items (att_source_model_get_list (att_dossier_get_sources (att_window_get_dossier (window))));
}

static AttSource *
find_monitor (gpointer window)
{
  GListModel *list = att_source_model_get_list (att_dossier_get_sources (att_window_get_dossier (window)));
  for (guint i = 0; i < g_list_model_get_n_items (list); i++) {
    g_autoptr (AttSource) source = g_list_model_get_item (list, i);
    if (att_source_get_monitor (source))
      return source;
  }
  return NULL;
}

static gboolean
has_monitor (gpointer window)
{
  return find_monitor (window) != NULL;
}

static gboolean
has_none (gpointer window)
{
  return find_monitor (window) == NULL;
}

static GtkWidget *
window_of (GType type)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();
  for (GList *l = windows; l; l = l->next)
    if (G_TYPE_CHECK_INSTANCE_TYPE (l->data, type) && gtk_widget_get_mapped (l->data))
      return l->data;
  return NULL;
}

/* A filter gets a name, is a row of the side bar, is deleted and put back. */
static void
test_monitors (Fixture *f, gconstpointer data)
{
  AttWindow *window = open_window (f);
  guint before = count_sources (window);
  gtk_widget_activate_action (f->window, "win.save-monitor", NULL);   /* there is no filter: nothing to keep */
  fixture_settle ();
  g_assert_null (window_of (ADW_TYPE_MESSAGE_DIALOG));
  att_dossier_take_filter (att_window_get_dossier (window), att_filter_parse ("topic:taiwan", NULL));
  gtk_widget_activate_action (f->window, "win.save-monitor", NULL);
  while (window_of (ADW_TYPE_MESSAGE_DIALOG) == NULL)
    g_main_context_iteration (NULL, TRUE);
  GtkWidget *dialog = window_of (ADW_TYPE_MESSAGE_DIALOG), *entry = adw_message_dialog_get_extra_child (ADW_MESSAGE_DIALOG (dialog));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "topic:taiwan");
  gtk_editable_set_text (GTK_EDITABLE (entry), "  The Strait ");
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), "yes");
  gtk_window_destroy (GTK_WINDOW (dialog));
  fixture_wait (has_monitor, window);
  g_assert_cmpuint (count_sources (window), ==, before + 1);
  AttSource *source = find_monitor (window);
  g_assert_cmpstr (att_source_get_label (source), ==, "The Strait");
  g_assert_cmpuint (att_source_get_unread (source), ==, att_dossier_get_coverage (att_window_get_dossier (window))->n_ids);
  gint64 id = att_source_get_monitor (source)->id;
  gtk_widget_activate_action (f->window, "win.delete-monitor", "x", id);
  fixture_wait (has_none, window);
  gtk_widget_activate_action (f->window, "win.undo", NULL);
  fixture_wait (has_monitor, window);
  g_assert_cmpint (att_source_get_monitor (find_monitor (window))->id, ==, id);
}

static gpointer
write_ring (AttDatabase *db, gpointer data, AttChange *change, GError **error)
{
  att_database_script (db, "INSERT INTO ring (name, moment, alert, articles, outlets, headline) VALUES ('Strait', 1768480800, 3, 4, 2, 'Boats <b>& more</b> in the Strait')", error);
  return NULL;
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer written)
{
  att_store_finish (ATT_STORE (source), result, NULL);
  *(gboolean *) written = TRUE;
}

/* What rang can be looked up: which monitor, how much, when and why; a headline is no markup. */
static void
test_alerts (Fixture *f, gconstpointer data)
{
  open_window (f);
  gboolean written = FALSE;
  att_store_tell_async (att_desk_get_store (f->desk), write_ring, NULL, NULL, NULL, written_cb, &written);
  while (!written)
    g_main_context_iteration (NULL, TRUE);
  gtk_widget_activate_action (f->window, "win.alerts", NULL);
  while (window_of (ADW_TYPE_PREFERENCES_WINDOW) == NULL)
    g_main_context_iteration (NULL, TRUE);
  GtkWidget *page = window_of (ADW_TYPE_PREFERENCES_WINDOW), *row = fixture_find (page, ADW_TYPE_ACTION_ROW, NULL);
  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), ==, "Strait: 4 new stories");
  g_assert_nonnull (strstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), "Boats <b>& more</b> in the Strait"));
  g_assert_nonnull (strstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), "more than usual"));
  gtk_window_destroy (GTK_WINDOW (page));
}

/* Rows that may be seen: neither they nor what is around them is hidden. */
static guint
count_offered (GtkWidget *widget)
{
  guint n = ADW_IS_ACTION_ROW (widget) && gtk_widget_get_visible (widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_get_visible (child))
      n += count_offered (child);
  return n;
}

static gboolean
offers_few (gpointer page)
{
  guint n = count_offered (page);
  return n > 0 && n < 10;
}

static gboolean
offers_none (gpointer page)
{
  return count_offered (page) == 0;
}

/* The catalogue is narrowed by words, kind and country; what is chosen is counted on the button, also out of sight. */
static void
test_starter (Fixture *f, gconstpointer data)
{
  open_window (f);
  gtk_widget_activate_action (f->window, "win.starter", NULL);
  while (window_of (ADW_TYPE_WINDOW) == NULL)
    g_main_context_iteration (NULL, TRUE);
  GtkWidget *page = window_of (ADW_TYPE_WINDOW), *search = fixture_find (page, GTK_TYPE_SEARCH_ENTRY, NULL), *kinds = fixture_find (page, GTK_TYPE_DROP_DOWN, NULL);
  g_assert_cmpuint (count_offered (page), >=, 150);
  gtk_editable_set_text (GTK_EDITABLE (search), "kremlin");
  fixture_wait (offers_few, page);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (fixture_find (page, GTK_TYPE_CHECK_BUTTON, NULL)), TRUE);   /* the first of all, hidden now */
  gtk_editable_set_text (GTK_EDITABLE (search), "no such outlet");
  fixture_wait (offers_none, page);
  g_assert_nonnull (fixture_find (page, GTK_TYPE_LABEL, "Subscribe to 1 Source"));
  gtk_editable_set_text (GTK_EDITABLE (search), "");
  gtk_drop_down_set_selected (GTK_DROP_DOWN (kinds), 3);   /* missions */
  fixture_wait (offers_few, page);
  gtk_window_destroy (GTK_WINDOW (page));
}

static gboolean
is_copied (gpointer window)
{
  return gdk_clipboard_get_content (gtk_widget_get_clipboard (window)) != NULL;
}

/* What is copied for who mends says how much there is, and not what is watched. */
static void
test_diagnostics (Fixture *f, gconstpointer data)
{
  open_window (f);
  gtk_widget_activate_action (f->window, "win.copy-diagnostics", NULL);
  fixture_wait (is_copied, f->window);
  g_auto (GValue) value = G_VALUE_INIT;
  g_value_init (&value, G_TYPE_STRING);
  g_assert_true (gdk_content_provider_get_value (gdk_clipboard_get_content (gtk_widget_get_clipboard (f->window)), &value, NULL));
  const char *text = g_value_get_string (&value);
  g_assert_nonnull (strstr (text, "\nStories: "));
  g_assert_nonnull (strstr (text, "\nGTK: 4."));
  g_assert_null (strstr (text, "Meridian"));
  g_assert_null (strstr (text, f->profile));
}

/* Nothing of a closed window stays behind. */
static void
test_end (Fixture *f, gconstpointer data)
{
  AttWindow *window = open_window (f);
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

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);
  g_autoptr (AdwApplication) application = adw_application_new (ATT_APP_ID, G_APPLICATION_NON_UNIQUE);
  g_application_register (G_APPLICATION (application), NULL, NULL);
  g_application_set_default (G_APPLICATION (application));
#define ADD(path, func) g_test_add (path, Fixture, NULL, fixture_set_up, func, fixture_tear_down)
  ADD ("/window/widths", test_widths);
  ADD ("/window/wide-again", test_wide_again);
  ADD ("/window/icons", test_icons);
  ADD ("/window/corrections", test_corrections);
  ADD ("/window/speakers", test_speakers);
  ADD ("/window/panel", test_panel);
  ADD ("/window/monitors", test_monitors);
  ADD ("/window/alerts", test_alerts);
  ADD ("/window/starter", test_starter);
  ADD ("/window/diagnostics", test_diagnostics);
  ADD ("/window/end", test_end);
  return g_test_run ();
}
