/* test-filter-bar.c: text and chips are one filter.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "fixture.h"

#include "filter/syntax.h"
#include "ui/search/filter-bar.h"

#include <string.h>

static GtkWidget *
show_bar (Fixture *f)
{
  GtkWidget *bar = g_object_new (ATT_TYPE_FILTER_BAR, NULL);
  fixture_show (f, bar);
  return bar;
}

static void
test_chips (Fixture *f, gconstpointer data)
{
  GtkWidget *bar = show_bar (f), *entry = fixture_find (bar, GTK_TYPE_SEARCH_ENTRY, NULL);
  fixture_filter (f, "topic:taiwan -topic:ai-talks summit");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "summit topic:taiwan -topic:ai-talks");
  g_assert_nonnull (fixture_find (bar, GTK_TYPE_BUTTON, "Taiwan  ×"));
  GtkWidget *not = fixture_find (bar, GTK_TYPE_BUTTON, "not AI talks  ×");
  g_assert_nonnull (not);
  g_signal_emit_by_name (not, "clicked");
  fixture_wait (fixture_is_covered, f->dossier);
  g_autofree char *text = att_filter_format (att_dossier_get_filter (f->dossier));
  g_assert_cmpstr (text, ==, "summit topic:taiwan");
}

static void
test_typing (Fixture *f, gconstpointer data)
{
  GtkWidget *bar = show_bar (f), *entry = fixture_find (bar, GTK_TYPE_SEARCH_ENTRY, NULL);
  gtk_editable_set_text (GTK_EDITABLE (entry), "\"Taiwan Strait\" is:unread");
  g_signal_emit_by_name (entry, "activate");
  fixture_wait (fixture_is_covered, f->dossier);
  g_autofree char *text = att_filter_format (att_dossier_get_filter (f->dossier));
  g_assert_cmpstr (text, ==, "\"Taiwan Strait\" is:unread");
  g_assert_cmpuint (att_dossier_get_coverage (f->dossier)->n_ids, >, 0);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "\"Taiwan Strait\" is:unread");

  /* a word under way finds its beginnings */
  gtk_editable_set_text (GTK_EDITABLE (entry), "taiw");
  g_signal_emit_by_name (entry, "search-changed");
  fixture_wait (fixture_is_covered, f->dossier);
  g_assert_cmpuint (att_dossier_get_coverage (f->dossier)->n_ids, >, 0);
}

static void
test_mistake (Fixture *f, gconstpointer data)
{
  GtkWidget *bar = show_bar (f), *entry = fixture_find (bar, GTK_TYPE_SEARCH_ENTRY, NULL);
  gtk_editable_set_text (GTK_EDITABLE (entry), "since:soon");
  g_signal_emit_by_name (entry, "activate");
  GtkWidget *trouble = fixture_find (bar, GTK_TYPE_LABEL, "“since:soon” is not a date. Write 7d, 12h or 2026-01-31.");
  g_assert_nonnull (trouble);
  g_assert_true (gtk_widget_get_visible (trouble));

  /* what is right holds all the same, and a word under way is whole once nobody types */
  gtk_editable_set_text (GTK_EDITABLE (entry), "topic:taiwan is:red (before:never china");
  g_signal_emit_by_name (entry, "activate");
  g_autofree char *text = att_filter_format (att_dossier_get_filter (f->dossier));
  g_assert_cmpstr (text, ==, "china topic:taiwan");
  gtk_editable_set_text (GTK_EDITABLE (entry), "US");
  g_signal_emit_by_name (entry, "search-changed");
  g_autofree char *begun = att_filter_format (att_dossier_get_filter (f->dossier));
  g_assert_cmpstr (begun, ==, "US*");
  att_filter_bar_settle (ATT_FILTER_BAR (bar));
  g_autofree char *whole = att_filter_format (att_dossier_get_filter (f->dossier));
  g_assert_cmpstr (whole, ==, "US");
}

/* What is read otherwise than it was meant is said, and found all the same; not while it is still being typed. */
static void
test_doubt (Fixture *f, gconstpointer data)
{
  const char *words = "“sinse:” is read as a word. Perhaps you mean “since:”.";
  GtkWidget *bar = show_bar (f), *entry = fixture_find (bar, GTK_TYPE_SEARCH_ENTRY, NULL);
  gtk_editable_set_text (GTK_EDITABLE (entry), "sinse:7d");
  g_signal_emit_by_name (entry, "search-changed");
  g_assert_null (fixture_find (bar, GTK_TYPE_LABEL, words));
  g_signal_emit_by_name (entry, "activate");
  g_assert_true (gtk_widget_get_visible (fixture_find (bar, GTK_TYPE_LABEL, words)));
  g_autofree char *text = att_filter_format (att_dossier_get_filter (f->dossier));
  g_assert_cmpstr (text, ==, "\"sinse:7d\"");
}

static gboolean
says_unknown (gpointer bar)
{
  return fixture_find (bar, GTK_TYPE_LABEL, "There is no “topic:drone” in your stories. Write topic: and choose one of those offered.") != NULL;
}

static gboolean
says_unknown_actor (gpointer bar)
{
  return fixture_find (bar, GTK_TYPE_LABEL, "There is no “actor:Wang Yii” in your stories. Write actor: and choose one of those offered.") != NULL;
}

static gboolean
says_unknown_feed (gpointer bar)
{
  return fixture_find (bar, GTK_TYPE_LABEL, "There is no “feed:Meridian” in your stories. Write feed: and choose one of those offered.") != NULL;
}

/* A topic nobody has is no mistake of the grammar, and said all the same. */
static void
test_unknown (Fixture *f, gconstpointer data)
{
  GtkWidget *bar = show_bar (f), *entry = fixture_find (bar, GTK_TYPE_SEARCH_ENTRY, NULL);
  gtk_editable_set_text (GTK_EDITABLE (entry), "topic:Taiwan topic:drone");
  g_signal_emit_by_name (entry, "activate");
  fixture_wait (says_unknown, bar);
  gtk_editable_set_text (GTK_EDITABLE (entry), "topic:Taiwan");
  g_signal_emit_by_name (entry, "activate");
  g_assert_false (says_unknown (bar));
  gtk_editable_set_text (GTK_EDITABLE (entry), "actor:\"Wang Yii\"");
  g_signal_emit_by_name (entry, "activate");
  fixture_wait (says_unknown_actor, bar);
  gtk_editable_set_text (GTK_EDITABLE (entry), "feed:Meridian");   /* a part of its name is source:'s */
  g_signal_emit_by_name (entry, "activate");
  fixture_wait (says_unknown_feed, bar);
}

/* What is typed is gone on with: a topic by its name, then the person's next words behind it. */
static void
test_completion (Fixture *f, gconstpointer data)
{
  GtkWidget *bar = show_bar (f), *entry = fixture_find (bar, GTK_TYPE_SEARCH_ENTRY, NULL);
  fixture_filter (f, "");
  gtk_widget_grab_focus (entry);
  gtk_editable_set_text (GTK_EDITABLE (entry), "summit taiw");
  gtk_editable_set_position (GTK_EDITABLE (entry), -1);
  gtk_editable_insert_text (GTK_EDITABLE (entry), "a", 1, &(int) { 11 });
  gtk_editable_set_position (GTK_EDITABLE (entry), -1);
  gtk_editable_insert_text (GTK_EDITABLE (entry), "n", 1, &(int) { 12 });
  gtk_editable_set_position (GTK_EDITABLE (entry), -1);
  GtkWidget *offer = fixture_find (entry, GTK_TYPE_LABEL, "topic:taiwan");
  g_assert_nonnull (offer);
  GtkWidget *row = gtk_widget_get_ancestor (offer, GTK_TYPE_LIST_BOX_ROW);
  g_signal_emit_by_name (gtk_widget_get_parent (row), "row-activated", row);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "summit topic:taiwan ");
  g_assert_cmpint (gtk_editable_get_position (GTK_EDITABLE (entry)), ==, (int) strlen ("summit topic:taiwan "));
}

/* The popover speaks of what is on this desk, and an example is a click away. */
static void
test_help (Fixture *f, gconstpointer data)
{
  GtkWidget *bar = show_bar (f), *help = fixture_find (bar, GTK_TYPE_MENU_BUTTON, NULL);
  fixture_filter (f, "");
  gtk_menu_button_popup (GTK_MENU_BUTTON (help));
  GtkWidget *example = fixture_find (GTK_WIDGET (gtk_menu_button_get_popover (GTK_MENU_BUTTON (help))), GTK_TYPE_BUTTON, "is:unread");
  g_assert_nonnull (example);
  g_signal_emit_by_name (example, "clicked");
  g_autofree char *text = att_filter_format (att_dossier_get_filter (f->dossier));
  g_assert_cmpstr (text, ==, "is:unread");
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);
#define ADD(path, func) g_test_add (path, Fixture, NULL, fixture_set_up, func, fixture_tear_down)
  ADD ("/filter-bar/chips", test_chips);
  ADD ("/filter-bar/typing", test_typing);
  ADD ("/filter-bar/mistake", test_mistake);
  ADD ("/filter-bar/doubt", test_doubt);
  ADD ("/filter-bar/unknown", test_unknown);
  ADD ("/filter-bar/completion", test_completion);
  ADD ("/filter-bar/help", test_help);
  return g_test_run ();
}
