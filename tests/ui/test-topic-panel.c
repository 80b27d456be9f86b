/* test-topic-panel.c: counts, clicks and what folds away, by itself and in the window.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "fixture.h"

#include "store/quotes.h"
#include "ui/topics/facet-row.h"
#include "ui/topics/quote-list.h"
#include "ui/topics/topic-panel.h"
#include "ui/widget/menu.h"

#include <string.h>

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

/* What the filter leaves no story of waits behind a button that says how much it is. */
static void
test_more (Fixture *f, gconstpointer data)
{
  GtkWidget *panel = g_object_new (ATT_TYPE_TOPIC_PANEL, NULL);
  fixture_show (f, panel);
  click (row_of (panel, "Taiwan"));
  fixture_wait (fixture_is_covered, f->dossier);
  AttFacetModel *themes = att_dossier_get_themes (f->dossier);
  guint n = 0;
  g_object_get (themes, "empty", &n, NULL);
  g_assert_cmpuint (n, >, 0);
  guint shown = g_list_model_get_n_items (att_facet_model_get_list (themes));
  g_autofree char *label = g_strdup_printf ("Show %u More", n);
  GtkWidget *more = gtk_widget_get_ancestor (fixture_find (panel, GTK_TYPE_LABEL, label), GTK_TYPE_BUTTON);
  g_assert_true (gtk_widget_get_mapped (more));

  g_signal_emit_by_name (more, "clicked");
  AttFacetRow *drugs = row_of (panel, "Fentanyl & drugs");
  g_assert_nonnull (drugs);
  g_assert_cmpuint (att_facet_get_count (att_facet_row_get_facet (drugs)), ==, 0);
  g_assert_cmpuint (g_list_model_get_n_items (att_facet_model_get_list (themes)), >=, shown + n);   /* and headings that had none */
  g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (more)), ==, "Show Fewer");

  g_signal_emit_by_name (more, "clicked");
  g_assert_null (row_of (panel, "Fentanyl & drugs"));
  g_assert_cmpuint (g_list_model_get_n_items (att_facet_model_get_list (themes)), ==, shown);
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

static int
place_of (Fixture *f, const char *name)
{
  GListModel *themes = att_facet_model_get_list (att_dossier_get_themes (f->dossier));
  for (guint i = 0; i < g_list_model_get_n_items (themes); i++) {
    g_autoptr (GObject) item = g_list_model_get_item (themes, i);
    if (g_str_equal (ATT_IS_HEADING (item) ? att_heading_get_key (ATT_HEADING (item)) : att_facet_get_name (ATT_FACET (item)), name))
      return i;
  }
  return -1;
}

static void
arrange (Fixture *f, const char *headings, const char *topics, const char *folded, const char *hidden)
{
  att_facet_model_arrange (att_dossier_get_themes (f->dossier), att_arrangement_new (headings ? g_strsplit (headings, "|", -1) : NULL, topics ? g_strsplit (topics, "|", -1) : NULL,
                                                                                     folded ? g_strsplit (folded, "|", -1) : NULL, hidden ? g_strsplit (hidden, "|", -1) : NULL));
}

/* Folded headings stay, hidden topics do not; what is looked for or asked for shows all the same. */
static void
test_folded (Fixture *f, gconstpointer data)
{
  GtkWidget *panel = g_object_new (ATT_TYPE_TOPIC_PANEL, NULL);
  fixture_show (f, panel);
  g_autofree char *section = g_strdup (att_facet_get_section (att_facet_row_get_facet (row_of (panel, "Migration & borders"))));
  arrange (f, NULL, NULL, section, "cyber");
  g_assert_null (row_of (panel, "Migration & borders"));
  g_assert_cmpint (place_of (f, section), >=, 0);
  g_assert_cmpint (place_of (f, "cyber"), ==, -1);
  att_facet_model_find (att_dossier_get_themes (f->dossier), "migr");
  g_assert_nonnull (row_of (panel, "Migration & borders"));
  att_facet_model_find (att_dossier_get_themes (f->dossier), "");
  fixture_filter (f, "topic:migration");
  g_assert_nonnull (row_of (panel, "Migration & borders"));
}

/* Up and down past what is shown, within a heading; headings with all that is under them. What is first stays first. */
static void
test_order (Fixture *f, gconstpointer data)
{
  GtkWidget *panel = g_object_new (ATT_TYPE_TOPIC_PANEL, NULL);
  fixture_show (f, panel);
  AttFacetModel *themes = att_dossier_get_themes (f->dossier);
  g_autoptr (AttHeading) first = g_list_model_get_item (att_facet_model_get_list (themes), 0);
  g_autoptr (AttFacet) one = g_list_model_get_item (att_facet_model_get_list (themes), 1), two = g_list_model_get_item (att_facet_model_get_list (themes), 2);
  const char *key = att_heading_get_key (first);
  g_assert_null (att_facet_model_move_topic (themes, att_facet_get_name (one), -1));
  g_assert_null (att_facet_model_move_heading (themes, key, -1));
  g_auto (GStrv) topics = att_facet_model_move_topic (themes, att_facet_get_name (one), 1), headings = att_facet_model_move_heading (themes, key, 1);
  att_facet_model_arrange (themes, att_arrangement_new (NULL, g_strdupv (topics), NULL, NULL));
  g_assert_cmpint (place_of (f, att_facet_get_name (two)), ==, 1);
  g_assert_cmpint (place_of (f, att_facet_get_name (one)), ==, 2);
  att_facet_model_arrange (themes, att_arrangement_new (g_strdupv (headings), g_strdupv (topics), NULL, NULL));
  int moved = place_of (f, key);
  g_assert_cmpint (moved, >, 0);
  g_assert_cmpint (place_of (f, att_facet_get_name (two)), ==, moved + 1);
  arrange (f, NULL, NULL, NULL, NULL);
  g_assert_cmpint (place_of (f, att_facet_get_name (one)), ==, 1);
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

static const char *
period_of (GtkWidget *panel)
{
  GtkDropDown *period = GTK_DROP_DOWN (fixture_find (panel, GTK_TYPE_DROP_DOWN, NULL));
  return gtk_string_object_get_string (gtk_drop_down_get_selected_item (period));
}

/* The period is said however it was asked for, and days of one's own can be left for any of the others. */
static void
test_period (Fixture *f, gconstpointer data)
{
  GtkWidget *panel = g_object_new (ATT_TYPE_TOPIC_PANEL, NULL);
  fixture_show (f, panel);
  GtkDropDown *period = GTK_DROP_DOWN (fixture_find (panel, GTK_TYPE_DROP_DOWN, NULL));
  g_assert_cmpstr (period_of (panel), ==, "All time");
  for (guint i = 0; i < 2; i++) {
    fixture_filter (f, "since:2020-01-01 before:2020-02-01");
    g_assert_cmpstr (period_of (panel), ==, "Other days");
    g_assert_cmpint (att_dossier_get_filter (f->dossier)->since, !=, 0);
    fixture_filter (f, "since:7d");
    g_assert_cmpstr (period_of (panel), ==, "7 days");
    g_assert_cmpuint (g_list_model_get_n_items (gtk_drop_down_get_model (period)), ==, 4);
  }
  fixture_filter (f, "since:2020-01-01 before:2020-02-01");
  gtk_drop_down_set_selected (period, 3);
  g_assert_true (att_filter_is_everything (att_dossier_get_filter (f->dossier)));
  fixture_wait (fixture_is_covered, f->dossier);
  fixture_filter (f, "since:3d");
  g_assert_cmpstr (period_of (panel), ==, "Other days");
  gtk_drop_down_set_selected (period, 2);
  g_assert_cmpint (att_dossier_get_filter (f->dossier)->period, ==, 30 * 86400);
  fixture_wait (fixture_is_covered, f->dossier);
  g_assert_cmpstr (period_of (panel), ==, "30 days");
}

static gboolean
is_closed (gpointer menu)
{
  return !gtk_widget_get_visible (menu);
}

/* A menu covers no tooltip; closed, it leaves the keyboard, the list and its rows as they were. */
static void
test_menu (Fixture *f, gconstpointer data)
{
  GtkWidget *panel = g_object_new (ATT_TYPE_TOPIC_PANEL, NULL);
  fixture_show (f, panel);
  GtkWidget *row = fixture_find (panel, ATT_TYPE_FACET_ROW, NULL), *box = gtk_widget_get_parent (row);
  GtkWidget *menu = g_object_get_data (G_OBJECT (box), "menu");
  GtkAdjustment *scrolled = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (gtk_widget_get_ancestor (box, GTK_TYPE_VIEWPORT)));
  g_autoptr (GMenu) model = g_menu_new ();
  att_menu_append (model, "Open Topic", "win.open-topic", g_variant_new_string ("taiwan"));
  gtk_popover_menu_set_menu_model (GTK_POPOVER_MENU (menu), G_MENU_MODEL (model));
  gtk_widget_grab_focus (row);
  att_menu_pop_up (GTK_POPOVER (menu));
  gtk_test_widget_wait_for_draw (f->window);
  g_assert_false (gtk_widget_get_has_tooltip (row));
  gtk_widget_set_state_flags (row, GTK_STATE_FLAG_ACTIVE, FALSE);   /* as a press beside the menu leaves it */
  gtk_popover_popdown (GTK_POPOVER (menu));
  fixture_wait (is_closed, menu);
  gtk_test_widget_wait_for_draw (f->window);
  g_assert_true (gtk_widget_get_has_tooltip (row));
  g_assert_false (gtk_widget_get_state_flags (row) & GTK_STATE_FLAG_ACTIVE);
  g_assert_true (gtk_root_get_focus (GTK_ROOT (f->window)) == row);
  g_assert_cmpfloat (gtk_adjustment_get_value (scrolled), ==, 0);
}

/* The arrow leads out of the field into what it found. */
static void
test_find_down (Fixture *f, gconstpointer data)
{
  GtkWidget *panel = g_object_new (ATT_TYPE_TOPIC_PANEL, NULL);
  fixture_show (f, panel);
  GtkWidget *find = fixture_find (panel, GTK_TYPE_SEARCH_ENTRY, NULL), *row = fixture_find (panel, ATT_TYPE_FACET_ROW, NULL);
  gtk_widget_grab_focus (find);
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (find);
  gboolean taken = FALSE;
  for (guint i = 0; i < g_list_model_get_n_items (controllers) && !taken; i++) {
    g_autoptr (GObject) keys = g_list_model_get_item (controllers, i);
    if (GTK_IS_EVENT_CONTROLLER_KEY (keys) && gtk_event_controller_get_propagation_phase (GTK_EVENT_CONTROLLER (keys)) == GTK_PHASE_CAPTURE)
      g_signal_emit_by_name (keys, "key-pressed", GDK_KEY_Down, 0, 0, &taken);
  }
  g_assert_true (taken);
  g_assert_true (gtk_root_get_focus (GTK_ROOT (f->window)) == row);
}

static gboolean
has_quotes (gpointer list)
{
  return gtk_list_box_get_row_at_index (list, 0) != NULL;
}

static void
copied_cb (GObject *clipboard, GAsyncResult *result, gpointer text)
{
  *(char **) text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (clipboard), result, NULL);
}

/* As the Menu key does. */
static void
press_menu_key (GtkWidget *box)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (box);
  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++) {
    g_autoptr (GObject) keys = g_list_model_get_item (controllers, i);
    if (!GTK_IS_SHORTCUT_CONTROLLER (keys))
      continue;
    g_autoptr (GtkShortcut) shortcut = g_list_model_get_item (G_LIST_MODEL (keys), 0);
    if (shortcut && gtk_shortcut_action_activate (gtk_shortcut_get_action (shortcut), 0, box, NULL))
      return;
  }
  g_assert_not_reached ();
}

/* A quotation is copied from its row, with who said it and where. */
static void
test_copy_quote (Fixture *f, gconstpointer data)
{
  GtkWidget *list = g_object_new (ATT_TYPE_QUOTE_LIST, NULL);
  fixture_show (f, list);
  GtkListBox *box = GTK_LIST_BOX (fixture_find (list, GTK_TYPE_LIST_BOX, NULL));
  fixture_wait (has_quotes, box);
  GtkWidget *row = GTK_WIDGET (gtk_list_box_get_row_at_index (box, 0)), *menu = g_object_get_data (G_OBJECT (box), "menu");
  gtk_widget_grab_focus (row);
  const AttSaid *said = g_object_get_data (G_OBJECT (row), "said");
  press_menu_key (GTK_WIDGET (box));
  GMenuModel *model = gtk_popover_menu_get_menu_model (GTK_POPOVER_MENU (menu));
  g_autoptr (GVariant) target = g_menu_model_get_item_attribute_value (model, g_menu_model_get_n_items (model) - 1, G_MENU_ATTRIBUTE_TARGET, NULL);
  gtk_popover_popdown (GTK_POPOVER (menu));
  g_assert_true (gtk_widget_activate_action_variant (GTK_WIDGET (box), "quotes.copy", target));
  g_autofree char *text = NULL;
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (row), NULL, copied_cb, &text);
  while (text == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_nonnull (strstr (text, said->text));
  g_assert_nonnull (strstr (text, "http"));
}

static GtkWidget *
in_panel (Fixture *f, const char *label)
{
  fixture_settle ();
  return fixture_find (fixture_find (f->window, ATT_TYPE_TOPIC_PANEL, NULL), GTK_TYPE_LABEL, label);
}

/* Jana Holub alone, and all she is quoted with. */
static gboolean
shows_only_holub (gpointer data)
{
  GtkListBox *rows = GTK_LIST_BOX (fixture_find (data, GTK_TYPE_LIST_BOX, NULL));
  guint n = 0;
  for (GtkListBoxRow *row; (row = gtk_list_box_get_row_at_index (rows, n)); n++)
    if (g_strcmp0 (((const AttSaid *) g_object_get_data (G_OBJECT (row), "said"))->speaker, "Jana Holub") != 0)
      return FALSE;
  return n >= 3;
}

/* A quotation is looked for in all stories, not in the newest that are shown. */
static void
test_find_quote (Fixture *f, gconstpointer data)
{
  GtkWidget *list = g_object_new (ATT_TYPE_QUOTE_LIST, NULL);
  fixture_show (f, list);
  att_quote_list_find (ATT_QUOTE_LIST (list), " HOLUB ");
  fixture_wait (shows_only_holub, list);
}

/* A topic is hidden and back by undo; hidden again, all are shown; a heading folds. */
static void
test_in_window (Fixture *f, gconstpointer data)
{
  fixture_open_window (f);
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

/* The next window shows what was looked at in this one; a page there is none of is no page. */
static void
test_in_next_window (Fixture *f, gconstpointer data)
{
  g_autoptr (GSettings) settings = g_settings_new (ATT_APP_ID);
  fixture_open_window (f);
  GtkWidget *actors = gtk_widget_get_ancestor (in_panel (f, "Actors"), GTK_TYPE_TOGGLE_BUTTON);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (actors), TRUE);
  for (guint i = 0; i < 2; i++) {
    gtk_window_destroy (GTK_WINDOW (f->window));
    fixture_open_window (f);
    GtkWidget *panel = fixture_find (f->window, ATT_TYPE_TOPIC_PANEL, NULL);
    g_autofree char *page = NULL;
    g_object_get (panel, "page", &page, NULL);
    g_assert_cmpstr (page, ==, i == 0 ? "actors" : "topics");
    g_settings_set_string (settings, "panel-page", "no such page");
  }
  g_settings_reset (settings, "panel-page");
}

int
main (int argc, char **argv)
{
  fixture_init_application (&argc, &argv);
#define ADD(path, func) g_test_add (path, Fixture, NULL, fixture_set_up, func, fixture_tear_down)
  ADD ("/topic-panel/click", test_click);
  ADD ("/topic-panel/more", test_more);
  ADD ("/topic-panel/find", test_find);
  ADD ("/topic-panel/any", test_any);
  ADD ("/topic-panel/folded", test_folded);
  ADD ("/topic-panel/order", test_order);
  ADD ("/topic-panel/menu", test_menu);
  ADD ("/topic-panel/period", test_period);
  ADD ("/topic-panel/find-down", test_find_down);
  ADD ("/topic-panel/find-quote", test_find_quote);
  ADD ("/topic-panel/copy-quote", test_copy_quote);
  ADD ("/topic-panel/in-window", test_in_window);
  ADD ("/topic-panel/in-next-window", test_in_next_window);
  return g_test_run ();
}
