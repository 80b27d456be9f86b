/* test-pages.c: the pages beside the desk and what is done on them: trends, a topic and its editor, an actor, notes and labels.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "fixture.h"

#include "desk/shelving.h"
#include "filter/syntax.h"
#include "ui/reader/reader.h"
#include "ui/topics/actor-page.h"
#include "ui/topics/topic-editor.h"
#include "ui/topics/topic-page.h"
#include "ui/trends/trend-view.h"
#include "ui/widget/chart.h"
#include "ui/window/window.h"

#include <string.h>

static GtkWidget *shown;

static AttWindow *
open_window (Fixture *f)
{
  g_autoptr (GSettings) settings = g_settings_new (ATT_APP_ID);
  AttWindow *window = ATT_WINDOW (att_window_new (GTK_APPLICATION (g_application_get_default ()), f->desk, settings));
  f->window = shown = GTK_WIDGET (window);
  gtk_window_present (GTK_WINDOW (window));
  fixture_wait (fixture_is_covered, att_window_get_dossier (window));
  gtk_test_widget_wait_for_draw (f->window);
  fixture_settle ();
  return window;
}

static AttChart *
chart_in (GType page)
{
  return ATT_CHART (fixture_find (fixture_find (shown, page, NULL), ATT_TYPE_CHART, NULL));
}

static gboolean
has_plot (gpointer chart)
{
  return att_chart_get_plot (chart) && att_chart_get_plot (chart)->rows->len > 0;
}

/* Days picked out in the chart are the filter's, the chart still shows all of them, and they go again. */
static void
test_trends (Fixture *f, gconstpointer data)
{
  AttWindow *window = open_window (f);
  gtk_widget_activate_action (f->window, "win.show-page", "s", "trends");
  AttChart *chart = chart_in (ATT_TYPE_TREND_VIEW);
  fixture_wait (has_plot, chart);
  AttPlot *plot = att_chart_get_plot (chart);
  guint n_days = plot->n_days;
  g_signal_emit_by_name (chart, "picked", n_days - 3, n_days - 1);
  const AttFilter *filter = att_dossier_get_filter (att_window_get_dossier (window));
  g_assert_cmpint (filter->before - filter->since, ==, 2 * 86400);
  fixture_settle ();
  g_assert_cmpuint (att_chart_get_plot (chart)->n_days, ==, n_days);
  g_assert_true (gtk_widget_get_visible (fixture_find (shown, GTK_TYPE_BUTTON, "_All Days")));
  g_signal_emit_by_name (fixture_find (shown, GTK_TYPE_BUTTON, "_All Days"), "clicked");
  g_assert_true (att_filter_is_everything (att_dossier_get_filter (att_window_get_dossier (window))));
  gtk_widget_activate_action (f->window, "win.back", NULL);
  g_assert_false (gtk_widget_get_mapped (GTK_WIDGET (chart)));
}

static gboolean
has_rows (gpointer view)
{
  return fixture_find (view, ADW_TYPE_ACTION_ROW, NULL) != NULL;
}

/* A row of the lists opens the stories it counts: those of what was filtered, and not all. */
static void
test_trend_row (Fixture *f, gconstpointer data)
{
  AttDossier *dossier = att_window_get_dossier (open_window (f));
  att_dossier_take_filter (dossier, att_filter_parse ("any:topics topic:taiwan topic:trade-tariffs", NULL));
  gtk_widget_activate_action (f->window, "win.show-page", "s", "trends");
  GtkWidget *view = fixture_find (shown, ATT_TYPE_TREND_VIEW, NULL);
  fixture_wait (has_rows, view);
  g_signal_emit_by_name (fixture_find (view, ADW_TYPE_ACTION_ROW, NULL), "activated");
  g_assert_false (gtk_widget_get_mapped (view));
  g_autofree char *filter = att_filter_format (att_dossier_get_filter (dossier));
  g_assert_true (strstr (filter, "any:topics") && strstr (filter, "topic:taiwan") && strlen (filter) > strlen ("any:topics topic:taiwan topic:trade-tariffs"));
}

/* A chart is a picture, a drawing and numbers. */
static void
test_export (Fixture *f, gconstpointer data)
{
  const guint days[] = { 1, 0, 7 };
  g_autoptr (AttPlot) plot = att_plot_new (ATT_PLOT_LINES, "Topics", 20468, 3);
  att_plot_add (plot, "Talks, \"again\"", days);
  g_autoptr (GBytes) csv = att_plot_export (plot, ATT_PLOT_CSV, NULL), svg = att_plot_export (plot, ATT_PLOT_SVG, NULL), png = att_plot_export (plot, ATT_PLOT_PNG, NULL);
  gsize n;
  const char *text = g_bytes_get_data (csv, &n);
  g_autofree char *numbers = g_strndup (text, n);
  g_assert_cmpstr (numbers, ==, "date,\"Talks, \"\"again\"\"\"\r\n2026-01-15,1\r\n2026-01-16,0\r\n2026-01-17,7\r\n");
  g_assert_true (memcmp (g_bytes_get_data (svg, NULL), "<?xml", 5) == 0);
  g_assert_true (memcmp (g_bytes_get_data (png, NULL), "\x89PNG", 4) == 0);
}

static gboolean
topic_is_listed (gpointer dossier)
{
  GListModel *themes = att_facet_model_get_list (att_dossier_get_themes (dossier));
  for (guint i = 0; i < g_list_model_get_n_items (themes); i++) {
    g_autoptr (AttFacet) facet = g_list_model_get_item (themes, i);
    if (ATT_IS_FACET (facet) && strcmp (att_facet_get_name (facet), "my-air-defence") == 0 && att_facet_get_count (facet) > 0)
      return TRUE;
  }
  return FALSE;
}

/* Not only from the list: nobody finds it among those that have no story either. */
static gboolean
topic_is_gone (gpointer dossier)
{
  const AttCoverage *coverage = att_dossier_get_coverage (dossier);
  for (guint i = 0; coverage && i < coverage->n_topics; i++)
    if (strcmp (coverage->topics[i].name, "my-air-defence") == 0)
      return FALSE;
  return coverage && !topic_is_listed (dossier);
}

static gboolean
is_tried (gpointer editor)
{
  for (GtkWidget *list = fixture_find (editor, GTK_TYPE_LIST_BOX, NULL); list; list = NULL)
    if (fixture_find (editor, ADW_TYPE_ACTION_ROW, NULL) && fixture_find (editor, GTK_TYPE_LABEL, "In"))
      return TRUE;
  return FALSE;
}

/* Whatever is listed above it: a topic has a hundred words, and the stories they would bring. */
static gboolean
is_in_sight (gpointer button)
{
  GtkWidget *window = GTK_WIDGET (gtk_widget_get_root (button));
  graphene_rect_t place;
  return gtk_widget_compute_bounds (button, window, &place) && place.size.height > 0 && place.origin.y + place.size.height <= gtk_widget_get_height (window);
}

/* A new topic, tried and saved, in a window that is not high; the editor it was made in. */
static GtkWidget *
save_air_defence (Fixture *f)
{
  gtk_window_set_default_size (GTK_WINDOW (f->window), 900, 420);
  gtk_widget_activate_action (f->window, "win.new-topic", "s", "air defence");
  GtkWidget *editor = fixture_find (shown, ATT_TYPE_TOPIC_EDITOR, NULL);
  fixture_wait (is_tried, editor);
  GtkWidget *save = fixture_find (editor, GTK_TYPE_BUTTON, "_Save Topic");
  fixture_wait (is_in_sight, save);
  g_signal_emit_by_name (save, "clicked");
  return editor;
}

/* From a phrase to a topic: what would come in is shown, then it is saved, then taken back. */
static void
test_topic (Fixture *f, gconstpointer data)
{
  AttDossier *dossier = att_window_get_dossier (open_window (f));
  save_air_defence (f);
  fixture_wait (topic_is_listed, dossier);
  gtk_widget_activate_action (f->window, "win.undo", NULL);
  fixture_wait (topic_is_gone, dossier);
}

static gboolean
is_opened (gpointer page)
{
  return fixture_find (page, GTK_TYPE_LABEL, "Air defence") || fixture_find (page, GTK_TYPE_LABEL, "air defence");
}

static gboolean
is_listed_twice (gpointer dossier)
{
  const AttCoverage *coverage = att_dossier_get_coverage (dossier);
  guint n = 0;
  for (guint i = 0; coverage && i < coverage->n_topics; i++)
    n += coverage->topics[i].kind == ATT_TOPIC_THEME && g_str_has_prefix (coverage->topics[i].name, "my-air-defence") && coverage->topics[i].count > 0;
  return n == 2;
}

static gboolean
is_listed_once (gpointer dossier)
{
  return topic_is_listed (dossier) && !is_listed_twice (dossier);
}

/* A new topic of a name that another has is not kept; nor does one whose name is nearly the same take its place, and undo takes only the new one. */
static void
test_namesake (Fixture *f, gconstpointer data)
{
  AttDossier *dossier = att_window_get_dossier (open_window (f));
  GtkWidget *editor = save_air_defence (f), *save = fixture_find (editor, GTK_TYPE_BUTTON, "_Save Topic");
  fixture_wait (topic_is_listed, dossier);
  gtk_widget_activate_action (f->window, "win.new-topic", "s", "air defence");
  g_signal_emit_by_name (save, "clicked");
  g_assert_nonnull (fixture_find (editor, GTK_TYPE_LABEL, "There is a topic “air defence” already. Give this one another name."));
  g_assert_false (gtk_widget_get_sensitive (save));
  gtk_editable_set_text (GTK_EDITABLE (fixture_find (editor, ADW_TYPE_ENTRY_ROW, NULL)), "air-defence");
  g_signal_emit_by_name (save, "clicked");
  fixture_wait (is_listed_twice, dossier);
  gtk_widget_activate_action (f->window, "win.undo", NULL);
  fixture_wait (is_listed_once, dossier);
}

/* A phrase that could never be found is not kept. */
static void
test_broken_phrase (Fixture *f, gconstpointer data)
{
  open_window (f);
  gtk_widget_activate_action (f->window, "win.new-topic", "s", "{sale,sales of chips");
  GtkWidget *editor = fixture_find (shown, ATT_TYPE_TOPIC_EDITOR, NULL);
  g_signal_emit_by_name (fixture_find (editor, GTK_TYPE_BUTTON, "_Save Topic"), "clicked");
  g_assert_nonnull (fixture_find (editor, GTK_TYPE_LABEL, "“{sale,sales of chips” has a brace too many or too few. Write {sale,sales} of chips."));
}

/* A topic that is deleted while the filter asks for it is not asked for any more. */
static void
test_deleted_topic (Fixture *f, gconstpointer data)
{
  AttDossier *dossier = att_window_get_dossier (open_window (f));
  GtkWidget *editor = save_air_defence (f);
  fixture_wait (topic_is_listed, dossier);
  att_dossier_take_filter (dossier, att_filter_parse ("topic:my-air-defence is:unread", NULL));
  gtk_widget_activate_action (f->window, "win.open-topic", "s", "my-air-defence");
  fixture_wait (is_opened, fixture_find (shown, ATT_TYPE_TOPIC_PAGE, NULL));
  g_signal_emit_by_name (fixture_find (shown, GTK_TYPE_BUTTON, "_Edit Topic"), "clicked");
  g_signal_emit_by_name (fixture_find (editor, GTK_TYPE_BUTTON, "Delete Topic"), "clicked");
  fixture_settle ();
  const AttFilter *filter = att_dossier_get_filter (dossier);
  g_assert_true (filter->topics->len == 0 && filter->unread);
}

/* What was left before it was saved, whichever way, is told of, and is still there. */
static void
test_unsaved (Fixture *f, gconstpointer data)
{
  open_window (f);
  gtk_widget_activate_action (f->window, "win.new-topic", "s", "air defence");
  GtkWidget *editor = fixture_find (shown, ATT_TYPE_TOPIC_EDITOR, NULL);
  fixture_wait (is_tried, editor);
  gtk_widget_activate_action (f->window, "win.back", NULL);
  g_assert_null (fixture_find (f->window, GTK_TYPE_LABEL, "The topic is not saved"));   /* nothing was changed in it */
  gtk_widget_activate_action (f->window, "win.go-on-with-topic", NULL);
  GtkWidget *name = fixture_find (editor, ADW_TYPE_ENTRY_ROW, NULL);
  gtk_editable_set_text (GTK_EDITABLE (name), "Air defence and missiles");
  gtk_widget_activate_action (f->window, data, NULL);
  g_assert_nonnull (fixture_find (f->window, GTK_TYPE_LABEL, "The topic is not saved"));
  gtk_widget_activate_action (f->window, "win.go-on-with-topic", NULL);
  g_assert_true (gtk_widget_get_mapped (editor));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (name)), ==, "Air defence and missiles");
}

static gboolean
has_actor (gpointer page)
{
  return fixture_find (page, ADW_TYPE_ACTION_ROW, NULL) != NULL;
}

static void
test_pages (Fixture *f, gconstpointer data)
{
  open_window (f);
  gtk_widget_activate_action (f->window, "win.open-topic", "s", "taiwan");
  fixture_wait (has_plot, chart_in (ATT_TYPE_TOPIC_PAGE));
  g_assert_nonnull (fixture_find (fixture_find (shown, ATT_TYPE_TOPIC_PAGE, NULL), GTK_TYPE_LABEL, "Taiwan"));
  gtk_widget_activate_action (f->window, "win.open-actor", "(iss)", ATT_TOPIC_PERSON, "Wang Yi", "");
  GtkWidget *page = fixture_find (shown, ATT_TYPE_ACTOR_PAGE, NULL);
  fixture_wait (has_actor, page);
  g_assert_nonnull (fixture_find (page, GTK_TYPE_LABEL, "Wang Yi"));
}

/* Days picked out in a topic's chart are opened as stories. */
static void
test_topic_days (Fixture *f, gconstpointer data)
{
  AttDossier *dossier = att_window_get_dossier (open_window (f));
  gtk_widget_activate_action (f->window, "win.open-topic", "s", "taiwan");
  AttChart *chart = chart_in (ATT_TYPE_TOPIC_PAGE);
  fixture_wait (has_plot, chart);
  guint n_days = att_chart_get_plot (chart)->n_days;
  g_signal_emit_by_name (chart, "picked", n_days - 2, n_days);
  g_assert_false (gtk_widget_get_mapped (GTK_WIDGET (chart)));
  const AttFilter *filter = att_dossier_get_filter (dossier);
  g_assert_cmpint (filter->before - filter->since, ==, 2 * 86400);
  g_assert_cmpint (att_filter_sense (filter, ATT_TOPIC_THEME, "taiwan"), ==, ATT_SENSE_MUST);
}

static gboolean
has_article (gpointer dossier)
{
  return att_dossier_get_article (dossier) != NULL;
}

static gboolean
has_note (gpointer dossier)
{
  const AttArticle *article = att_dossier_get_article (dossier);
  return article && article->notes->len == 1;
}

static gboolean
has_no_note (gpointer dossier)
{
  return !has_note (dossier);
}

static gboolean
has_label (gpointer dossier)
{
  const AttArticle *article = att_dossier_get_article (dossier);
  return article && article->labels[0];
}

/* Words that are selected are saved, shown beneath the story, and gone by undo; so is a label. */
static void
test_notes (Fixture *f, gconstpointer data)
{
  AttDossier *dossier = att_window_get_dossier (open_window (f));
  gtk_widget_activate_action (f->window, "win.next", NULL);
  fixture_wait (has_article, dossier);
  fixture_settle ();
  GtkWidget *reader = fixture_find (shown, ATT_TYPE_READER, NULL);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (fixture_find (reader, GTK_TYPE_TEXT_VIEW, NULL)));
  GtkTextIter start, end;
  gtk_widget_activate_action (f->window, "win.save-passage", NULL);   /* nothing is selected */
  fixture_settle ();
  g_assert_false (has_note (dossier));
  gtk_text_buffer_get_iter_at_offset (buffer, &start, 0);
  gtk_text_buffer_get_iter_at_offset (buffer, &end, 24);
  gtk_text_buffer_select_range (buffer, &start, &end);
  gtk_widget_activate_action (f->window, "win.save-passage", NULL);
  fixture_wait (has_note, dossier);
  const AttNote *note = g_ptr_array_index (att_dossier_get_article (dossier)->notes, 0);
  g_autofree char *expected = g_utf8_substring (att_dossier_get_article (dossier)->text, 0, 24);
  g_assert_cmpstr (note->passage, ==, expected);
  g_assert_nonnull (fixture_find (reader, GTK_TYPE_LABEL, "Passages and Notes"));
  fixture_settle ();
  gtk_widget_activate_action (f->window, "win.undo", NULL);
  fixture_wait (has_no_note, dossier);
  att_desk_label (f->desk, att_dossier_get_article (dossier)->id, "urgent", TRUE);
  fixture_wait (has_label, dossier);
  g_assert_nonnull (fixture_find (reader, GTK_TYPE_BUTTON, "urgent  ×"));
}

/* Unsubscribed at a click, and back at another, with its stories. */
static guint
n_sources (gpointer window)
{
  return g_list_model_get_n_items (att_source_model_get_list (att_dossier_get_sources (att_window_get_dossier (window))));
}

/* With all its sources. */
static AttWindow *
open_sources (Fixture *f)
{
  AttWindow *window = open_window (f);
  while (n_sources (window) < 9)
    g_main_context_iteration (NULL, TRUE);
  return window;
}

static void
test_unsubscribe (Fixture *f, gconstpointer data)
{
  AttWindow *window = open_sources (f);
  AttDossier *dossier = att_window_get_dossier (window);
  guint before = n_sources (window), stories = att_dossier_get_coverage (dossier)->n_ids;
  gtk_widget_activate_action (f->window, "win.unsubscribe", "x", (gint64) 1);
  while (n_sources (window) == before || att_dossier_get_coverage (dossier)->n_ids == stories)
    g_main_context_iteration (NULL, TRUE);
  gtk_widget_activate_action (f->window, "win.undo", NULL);
  while (n_sources (window) != before || att_dossier_get_coverage (dossier)->n_ids != stories)
    g_main_context_iteration (NULL, TRUE);
}

/* Of a feed that leaves while it is looked at nothing is left to look at: all others are, until it is back. */
static void
test_unsubscribe_shown (Fixture *f, gconstpointer data)
{
  AttDossier *dossier = att_window_get_dossier (open_sources (f));
  const AttFeed *feed = att_source_model_find_feed (att_dossier_get_sources (dossier), 1);
  g_autofree char *place = g_strdup_printf ("feed:\"%s\" is:unread", att_feed_label (feed));
  att_dossier_take_filter (dossier, att_filter_parse (place, NULL));
  g_autofree char *asked = att_filter_format (att_dossier_get_filter (dossier));
  gtk_widget_activate_action (f->window, "win.unsubscribe", "x", (gint64) 1);
  g_autofree char *left = att_filter_format (att_dossier_get_filter (dossier));
  g_assert_cmpstr (left, ==, "is:unread");
  gtk_widget_activate_action (f->window, "win.undo", NULL);
  g_autofree char *back = att_filter_format (att_dossier_get_filter (dossier));
  g_assert_cmpstr (back, ==, asked);
}

int
main (int argc, char **argv)
{
  fixture_init_evening (&argc, &argv);
#define ADD_WITH(path, data, func) g_test_add (path, Fixture, data, fixture_set_up, func, fixture_tear_down)
#define ADD(path, func) ADD_WITH (path, NULL, func)
  ADD ("/pages/trends", test_trends);
  ADD ("/pages/export", test_export);
  ADD ("/pages/topic", test_topic);
  ADD ("/pages/namesake", test_namesake);
  ADD ("/pages/broken-phrase", test_broken_phrase);
  ADD ("/pages/deleted-topic", test_deleted_topic);
  ADD_WITH ("/pages/unsaved/back", "win.back", test_unsaved);
  ADD_WITH ("/pages/unsaved/search", "win.search", test_unsaved);
  ADD ("/pages/trend-row", test_trend_row);
  ADD ("/pages/topic-days", test_topic_days);
  ADD ("/pages/pages", test_pages);
  ADD ("/pages/notes", test_notes);
  ADD ("/pages/unsubscribe", test_unsubscribe);
  ADD ("/pages/unsubscribe/shown", test_unsubscribe_shown);
  return g_test_run ();
}
