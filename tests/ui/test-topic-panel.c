/* test-topic-panel.c: counts, clicks and what folds away.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "fixture.h"

#include "ui/topics/facet-row.h"
#include "ui/topics/topic-panel.h"

static AttFacetRow *
row_of (GtkWidget *panel, const char *label)
{
  GtkWidget *name = fixture_find (panel, GTK_TYPE_LABEL, label);
  return name ? ATT_FACET_ROW (gtk_widget_get_ancestor (name, ATT_TYPE_FACET_ROW)) : NULL;
}

static void
click (AttFacetRow *row)
{
  g_signal_emit_by_name (gtk_widget_get_ancestor (GTK_WIDGET (row), GTK_TYPE_LIST_BOX), "row-activated", row);
}

static void
test_click (Fixture *f, gconstpointer data)
{
  GtkWidget *panel = g_object_new (ATT_TYPE_TOPIC_PANEL, NULL);
  fixture_show (f, panel);
  AttFacetRow *taiwan = row_of (panel, "Taiwan");
  guint n = att_facet_get_count (att_facet_row_get_facet (taiwan));
  g_assert_cmpuint (n, >=, 10);
  g_assert_cmpuint (att_dossier_get_coverage (f->dossier)->n_ids, >, n);

  click (taiwan);
  fixture_wait (fixture_is_covered, f->dossier);
  g_assert_cmpuint (att_dossier_get_coverage (f->dossier)->n_ids, ==, n);   /* list and count are one answer */
  g_assert_true (row_of (panel, "Taiwan") == taiwan);                       /* the row did not move or change */
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (taiwan), "must"));
  g_assert_null (row_of (panel, "Fentanyl & drugs"));                          /* none under the filter: folded away */
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (taiwan), GTK_ACCESSIBLE_ROLE_LIST_ITEM);

  click (row_of (panel, "Taiwan"));
  fixture_wait (fixture_is_covered, f->dossier);
  g_assert_cmpint (att_facet_get_sense (att_facet_row_get_facet (taiwan)), ==, ATT_SENSE_OFF);
  g_assert_nonnull (row_of (panel, "Fentanyl & drugs"));
}

static void
test_find (Fixture *f, gconstpointer data)
{
  GtkWidget *panel = g_object_new (ATT_TYPE_TOPIC_PANEL, NULL);
  fixture_show (f, panel);
  att_facet_model_find (att_dossier_get_themes (f->dossier), "tai");
  fixture_settle ();
  g_assert_nonnull (row_of (panel, "Taiwan"));
  g_assert_null (row_of (panel, "Migration & borders"));
  att_facet_model_find (att_dossier_get_themes (f->dossier), "");
  g_assert_nonnull (row_of (panel, "Migration & borders"));
}

static void
test_any (Fixture *f, gconstpointer data)
{
  GtkWidget *panel = g_object_new (ATT_TYPE_TOPIC_PANEL, NULL);
  fixture_show (f, panel);
  fixture_filter (f, "topic:taiwan topic:iran-nuclear");
  guint both = att_dossier_get_coverage (f->dossier)->n_ids;
  GtkWidget *any = fixture_find (panel, GTK_TYPE_CHECK_BUTTON, NULL);
  g_assert_true (gtk_revealer_get_reveal_child (GTK_REVEALER (gtk_widget_get_parent (any))));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (any), TRUE);
  fixture_wait (fixture_is_covered, f->dossier);
  g_assert_cmpuint (att_dossier_get_coverage (f->dossier)->n_ids, >, both);
}

int
main (int argc, char **argv)
{
  fixture_init (&argc, &argv);
#define ADD(path, func) g_test_add (path, Fixture, NULL, fixture_set_up, func, fixture_tear_down)
  ADD ("/topic-panel/click", test_click);
  ADD ("/topic-panel/find", test_find);
  ADD ("/topic-panel/any", test_any);
  return g_test_run ();
}
