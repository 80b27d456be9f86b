/* test-filter-bar.c: text and chips are one filter.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "fixture.h"

#include "filter/syntax.h"
#include "ui/search/filter-bar.h"

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
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);
#define ADD(path, func) g_test_add (path, Fixture, NULL, fixture_set_up, func, fixture_tear_down)
  ADD ("/filter-bar/chips", test_chips);
  ADD ("/filter-bar/typing", test_typing);
  ADD ("/filter-bar/mistake", test_mistake);
  return g_test_run ();
}
