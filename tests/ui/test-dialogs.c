/* test-dialogs.c: what the window has beside its stories: monitors and what they say, starter sources, what it says of itself.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "fixture.h"

#include "base/date.h"
#include "base/error.h"
#include "filter/syntax.h"
#include "store/feeds.h"
#include "ui/window/window.h"

#include <adwaita.h>
#include <string.h>

#pragma GCC diagnostic ignored "-Wdeprecated-declarations"   /* it looks into the dialogs of ui/platform, which chooses them by version */

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

static GtkWidget *
await_dialog (void)
{
  while (window_of (ADW_TYPE_MESSAGE_DIALOG) == NULL)
    g_main_context_iteration (NULL, TRUE);
  return window_of (ADW_TYPE_MESSAGE_DIALOG);
}

static const char *
label_of (gpointer window, AttTopicKind kind, const char *name)
{
  const AttCoverage *coverage = att_dossier_get_coverage (att_window_get_dossier (window));
  for (guint i = 0; coverage && i < coverage->n_topics; i++)
    if (coverage->topics[i].kind == kind && strcmp (coverage->topics[i].name, name) == 0)
      return coverage->topics[i].label;
  return NULL;
}

static gboolean
is_one_with_china (gpointer window)
{
  return label_of (window, ATT_TOPIC_STATE, "CHN") && label_of (window, ATT_TOPIC_STATE, "TWN") == NULL;
}

static gboolean
has_no_actor (gpointer window)
{
  const AttCoverage *coverage = att_dossier_get_coverage (att_window_get_dossier (window));
  return coverage && coverage->n_ids == 0;
}

/* Two countries are said to be one: the other is offered by its name, whatever is filtered, chosen, and what nobody is called is refused. */
static void
test_merge (Fixture *f, gconstpointer data)
{
  AttWindow *window = fixture_open_window (f);
  g_assert_nonnull (label_of (window, ATT_TOPIC_STATE, "TWN"));
  att_dossier_take_filter (att_window_get_dossier (window), att_filter_parse ("nowordofanystory", NULL));
  fixture_wait (has_no_actor, window);
  for (guint chosen = 0; chosen < 2; chosen++) {
    gtk_widget_activate_action (f->window, "win.merge-actor", "(is)", ATT_TOPIC_STATE, "TWN");
    GtkWidget *dialog = await_dialog (), *box = adw_message_dialog_get_extra_child (ADW_MESSAGE_DIALOG (dialog)), *entry = gtk_widget_get_first_child (box);
    GtkWidget *list = fixture_find (box, GTK_TYPE_LIST_BOX, NULL);
    gtk_editable_set_text (GTK_EDITABLE (entry), chosen ? "chi" : "Atlantis");
    g_assert_cmpint (gtk_widget_get_visible (gtk_widget_get_ancestor (list, GTK_TYPE_SCROLLED_WINDOW)), ==, chosen);
    if (chosen) {
      GtkWidget *row = gtk_widget_get_ancestor (fixture_find (list, GTK_TYPE_LABEL, "China"), GTK_TYPE_LIST_BOX_ROW);
      g_assert_true (gtk_widget_get_child_visible (row));
      g_assert_false (gtk_widget_get_child_visible (gtk_widget_get_ancestor (fixture_find (list, GTK_TYPE_LABEL, "Russia"), GTK_TYPE_LIST_BOX_ROW)));
      g_signal_emit_by_name (list, "row-activated", row);
      g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "China");
      gtk_editable_set_text (GTK_EDITABLE (entry), "china");   /* however it is written */
    }
    adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), "yes");
    gtk_window_destroy (GTK_WINDOW (dialog));
    fixture_settle ();
    g_assert_cmpint (att_history_can_undo (att_dossier_get_history (att_window_get_dossier (window))), ==, chosen);
  }
  att_dossier_take_filter (att_window_get_dossier (window), att_filter_everything ());
  fixture_wait (is_one_with_china, window);
}

static gboolean
is_one_person (gpointer window)
{
  return label_of (window, ATT_TOPIC_PERSON, "Priya Raman") && label_of (window, ATT_TOPIC_PERSON, "Alan Kwok") == NULL;
}

static gboolean
is_refused (gpointer window)
{
  return fixture_find (window, GTK_TYPE_LABEL, "Nobody of the name “ra” is in the stories.") != NULL;
}

/* A few letters mean whom they leave in the list, and nobody is called by them; where they leave several, none is meant. */
static void
test_merge_few_letters (Fixture *f, gconstpointer data)
{
  AttWindow *window = fixture_open_window (f);
  for (guint one = 0; one < 2; one++) {
    gtk_widget_activate_action (f->window, "win.merge-actor", "(is)", ATT_TOPIC_PERSON, "Alan Kwok");
    GtkWidget *dialog = await_dialog ();
    gtk_editable_set_text (GTK_EDITABLE (gtk_widget_get_first_child (adw_message_dialog_get_extra_child (ADW_MESSAGE_DIALOG (dialog)))), one ? "ramAn" : "ra");
    adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), "yes");
    gtk_window_destroy (GTK_WINDOW (dialog));
    fixture_wait (one ? is_one_person : is_refused, window);
    g_assert_cmpint (att_history_can_undo (att_dossier_get_history (att_window_get_dossier (window))), ==, one);
  }
  g_assert_null (label_of (window, ATT_TOPIC_PERSON, "ramAn"));
}

static gboolean
is_called_otherwise (gpointer window)
{
  return g_strcmp0 (label_of (window, ATT_TOPIC_PERSON, "Alan Kwok"), "The Minister") == 0;
}

static gboolean
is_called_so_again (gpointer window)
{
  return g_strcmp0 (label_of (window, ATT_TOPIC_PERSON, "Alan Kwok"), "Alan Kwok") == 0;
}

/* A new name shows at once, and so does the old one when it is taken back. */
static void
test_rename (Fixture *f, gconstpointer data)
{
  AttWindow *window = fixture_open_window (f);
  gtk_widget_activate_action (f->window, "win.rename-actor", "(is)", ATT_TOPIC_PERSON, "Alan Kwok");
  GtkWidget *dialog = await_dialog ();
  gtk_editable_set_text (GTK_EDITABLE (gtk_widget_get_first_child (adw_message_dialog_get_extra_child (ADW_MESSAGE_DIALOG (dialog)))), "The Minister");
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), "yes");
  gtk_window_destroy (GTK_WINDOW (dialog));
  fixture_wait (is_called_otherwise, window);
  gtk_widget_activate_action (f->window, "win.undo", NULL);
  fixture_wait (is_called_so_again, window);
}

/* Its name begins as what it asks for, in words; none is no name. */
static void
save_as (Fixture *f, const char *name)
{
  gtk_widget_activate_action (f->window, "win.save-monitor", NULL);
  GtkWidget *dialog = await_dialog (), *entry = gtk_widget_get_first_child (adw_message_dialog_get_extra_child (ADW_MESSAGE_DIALOG (dialog)));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "Taiwan");
  gtk_editable_set_text (GTK_EDITABLE (entry), " ");
  g_assert_false (adw_message_dialog_get_response_enabled (ADW_MESSAGE_DIALOG (dialog), "yes"));
  gtk_editable_set_text (GTK_EDITABLE (entry), name);
  g_assert_true (adw_message_dialog_get_response_enabled (ADW_MESSAGE_DIALOG (dialog), "yes"));
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), "yes");
  gtk_window_destroy (GTK_WINDOW (dialog));
}

static void
failed_cb (AttDesk *desk, const char *why, char **said)
{
  g_assert_null (*said);   /* once */
  *said = g_strdup (why);
}

static gboolean
has_failed (gpointer said)
{
  return *(char **) said != NULL;
}

/* What could not be written is not said to be kept. */
static void
test_monitor_fails (Fixture *f, gconstpointer data)
{
  AttWindow *window = fixture_open_window (f);
  g_autofree char *said = NULL;
  g_signal_connect (f->desk, "failed", G_CALLBACK (failed_cb), &said);
  sqlite3 *store;
  g_assert_cmpint (sqlite3_open (att_desk_get_path (f->desk), &store), ==, SQLITE_OK);
  sqlite3_busy_timeout (store, 10000);
  g_assert_cmpint (sqlite3_exec (store, "CREATE TRIGGER full BEFORE INSERT ON monitor BEGIN SELECT RAISE(ABORT, 'no room left'); END", NULL, NULL, NULL), ==, SQLITE_OK);
  att_dossier_take_filter (att_window_get_dossier (window), att_filter_parse ("topic:taiwan", NULL));
  save_as (f, "The Strait");
  fixture_wait (has_failed, &said);
  fixture_settle ();
  g_assert_nonnull (strstr (said, "no room left"));
  g_assert_nonnull (fixture_find (f->window, GTK_TYPE_LABEL, said));
  g_assert_null (fixture_find (f->window, GTK_TYPE_LABEL, "Monitor saved"));
  g_assert_null (find_monitor (window));
  sqlite3_close (store);
}

/* A filter gets a name, is a row of the side bar, is deleted and put back. */
static void
test_monitors (Fixture *f, gconstpointer data)
{
  AttWindow *window = fixture_open_window (f);
  guint before = count_sources (window);
  gtk_widget_activate_action (f->window, "win.save-monitor", NULL);   /* there is no filter: nothing to keep */
  fixture_settle ();
  g_assert_null (window_of (ADW_TYPE_MESSAGE_DIALOG));
  att_dossier_take_filter (att_window_get_dossier (window), att_filter_parse ("topic:taiwan", NULL));
  save_as (f, "  The Strait ");
  fixture_wait (has_monitor, window);
  g_assert_nonnull (fixture_find (f->window, GTK_TYPE_LABEL, "Monitor saved"));
  g_assert_cmpuint (count_sources (window), ==, before + 1);
  AttSource *source = find_monitor (window);
  g_assert_cmpstr (att_source_get_label (source), ==, "The Strait");
  g_assert_cmpuint (att_source_get_unread (source), ==, att_dossier_get_coverage (att_window_get_dossier (window))->n_ids);
  gint64 id = att_source_get_monitor (source)->id;
  gtk_widget_activate_action (f->window, "win.save-monitor", NULL);   /* it is kept already */
  fixture_settle ();
  g_assert_null (window_of (ADW_TYPE_MESSAGE_DIALOG));
  gtk_widget_activate_action (f->window, "win.raise-monitor", "x", id);   /* it is the only one: no deed to take back */
  gtk_widget_activate_action (f->window, "win.lower-monitor", "x", id);
  att_dossier_take_filter (att_window_get_dossier (window), att_filter_everything ());
  gtk_widget_activate_action (f->window, "win.retarget-monitor", "x", id);   /* there is nothing to watch */
  gtk_widget_activate_action (f->window, "win.undo", NULL);
  fixture_wait (has_none, window);
  att_dossier_take_filter (att_window_get_dossier (window), att_filter_parse ("topic:taiwan", NULL));
  save_as (f, "The Strait");
  fixture_wait (has_monitor, window);
  id = att_source_get_monitor (find_monitor (window))->id;
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
  fixture_open_window (f);
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
  fixture_open_window (f);
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
  fixture_open_window (f);
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

static gboolean
is_open (gpointer dossier)
{
  return att_dossier_get_article (dossier) != NULL;
}

static gboolean
is_noted_in_two_lines (gpointer dossier)
{
  const AttArticle *article = att_dossier_get_article (dossier);
  return article && article->notes && article->notes->len == 1 && g_str_equal (((AttNote *) g_ptr_array_index (article->notes, 0))->words, "Ask the embassy.\nWho signed?");
}

/* A note has as many lines as it needs, and only one that says something is kept. */
static void
test_note (Fixture *f, gconstpointer data)
{
  AttDossier *dossier = att_window_get_dossier (fixture_open_window (f));
  gtk_widget_activate_action (f->window, "win.next", NULL);
  fixture_wait (is_open, dossier);
  gtk_widget_activate_action (f->window, "win.write-note", NULL);
  GtkWidget *dialog = await_dialog (), *view = fixture_find (adw_message_dialog_get_extra_child (ADW_MESSAGE_DIALOG (dialog)), GTK_TYPE_TEXT_VIEW, NULL);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));
  g_assert_true (gtk_root_get_focus (GTK_ROOT (dialog)) == view);
  gtk_text_buffer_set_text (buffer, " \n", -1);
  g_assert_false (adw_message_dialog_get_response_enabled (ADW_MESSAGE_DIALOG (dialog), "yes"));
  gtk_text_buffer_set_text (buffer, "Ask the embassy.\nWho signed?\n", -1);
  g_assert_true (adw_message_dialog_get_response_enabled (ADW_MESSAGE_DIALOG (dialog), "yes"));
  gtk_widget_activate_action (view, "default.activate", NULL);   /* as Ctrl+Return does */
  fixture_wait (is_noted_in_two_lines, dossier);
}

static gpointer
tell_first_feed (AttDatabase *db, gpointer news, AttChange *change, GError **error)
{
  change->feeds = TRUE;
  return GINT_TO_POINTER (att_feeds_tell (db, 1, news, att_date_now (), error));
}

static GtkWidget *
find_words (gpointer words)
{
  GtkWidget *page = window_of (ADW_TYPE_PREFERENCES_WINDOW);
  return page ? fixture_find (page, GTK_TYPE_LABEL, words) : NULL;
}

static gboolean
are_shown (gpointer words)
{
  return find_words (words) != NULL;
}

static gboolean
is_silent (gpointer row)
{
  return g_str_has_prefix (adw_action_row_get_subtitle (row), "There is silence.");
}

static GtkWidget *
button_of (GtkWidget *row, const char *icon)
{
  for (GtkWidget *one = gtk_widget_get_first_child (row); one; one = gtk_widget_get_next_sibling (one)) {
    if (GTK_IS_BUTTON (one) && g_strcmp0 (gtk_button_get_icon_name (GTK_BUTTON (one)), icon) == 0)
      return one;
    GtkWidget *inside = button_of (one, icon);
    if (inside)
      return inside;
  }
  return NULL;
}

static gboolean
is_focused (gpointer title)
{
  GtkWidget *window = window_of (ADW_TYPE_PREFERENCES_WINDOW), *focus = window ? gtk_root_get_focus (GTK_ROOT (window)) : NULL;
  GtkWidget *row = focus ? gtk_widget_get_ancestor (focus, ADW_TYPE_ENTRY_ROW) : NULL;
  return row && strcmp (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), title) == 0;
}

/* What fails while the page is open is told there, in the row that stood there already, and goes when it is well. */
static void
test_troubles (Fixture *f, gconstpointer data)
{
  AttFeedNews down = { .trouble = ATT_ERROR_TIMED_OUT, .trouble_text = "There is noise." }, silent = { .trouble = ATT_ERROR_TIMED_OUT, .trouble_text = "There is silence." }, well = { .trouble = -1 };
  AttStore *store = att_desk_get_store (f->desk);
  fixture_open_window (f);
  gtk_widget_activate_action (f->window, "win.troubles", NULL);
  fixture_wait (are_shown, "All Feeds Are Well");
  att_store_tell_async (store, tell_first_feed, &down, NULL, NULL, NULL, NULL);
  g_autofree char *title = g_strdup (att_feed_label (att_source_model_find_feed (att_dossier_get_sources (att_window_get_dossier (ATT_WINDOW (f->window))), 1)));
  fixture_wait (are_shown, title);
  g_assert_null (find_words ("All Feeds Are Well"));
  GtkWidget *row = gtk_widget_get_ancestor (find_words (title), ADW_TYPE_ACTION_ROW);
  att_store_tell_async (store, tell_first_feed, &silent, NULL, NULL, NULL, NULL);
  fixture_wait (is_silent, row);
  g_signal_emit_by_name (button_of (row, "document-edit-symbolic"), "clicked");
  fixture_wait (is_focused, "Address");
  gtk_window_destroy (GTK_WINDOW (window_of (ADW_TYPE_PREFERENCES_WINDOW)));
  gtk_widget_activate_action (f->window, "win.troubles", NULL);
  att_store_tell_async (store, tell_first_feed, &well, NULL, NULL, NULL, NULL);
  fixture_wait (are_shown, "All Feeds Are Well");
  g_assert_null (find_words (title));
  gtk_window_destroy (GTK_WINDOW (window_of (ADW_TYPE_PREFERENCES_WINDOW)));
}

/* An address is entered in the settings of the feed. */
static GtkWidget *
enter_address (const char *text)
{
  GtkWidget *entry = gtk_widget_get_ancestor (find_words ("Address"), ADW_TYPE_ENTRY_ROW);
  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  g_signal_emit_by_name (entry, "apply");
  return entry;
}

static gboolean
is_in_error (gpointer entry)
{
  return gtk_widget_has_css_class (entry, "error");
}

static gboolean
has_moved (gpointer window)
{
  const AttFeed *feed = att_source_model_find_feed (att_dossier_get_sources (att_window_get_dossier (window)), 2);
  return feed && strcmp (feed->url, "https://moved.example/feed") == 0;
}

/* What is no address, or another feed's, is refused in words and stays to be mended; a bare host is made whole. */
static void
test_address (Fixture *f, gconstpointer data)
{
  AttWindow *window = fixture_open_window (f);
  gtk_widget_activate_action (f->window, "win.feed-settings", "x", (gint64) 2);
  fixture_wait (are_shown, "Address");
  GtkWidget *entry = enter_address ("no address");
  g_assert_true (is_in_error (entry));
  fixture_wait (are_shown, "“no address” is not an address. Paste one such as example.org or https://example.org/feed.");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "no address");
  enter_address ("moved.example/feed");
  g_assert_false (is_in_error (entry));
  fixture_wait (has_moved, window);
  gtk_window_destroy (GTK_WINDOW (window_of (ADW_TYPE_PREFERENCES_WINDOW)));

  gtk_widget_activate_action (f->window, "win.feed-settings", "x", (gint64) 3);
  fixture_wait (are_shown, "Address");
  entry = enter_address ("https://moved.example/feed");
  fixture_wait (is_in_error, entry);
  fixture_wait (are_shown, "You already subscribe to https://moved.example/feed.");
  gtk_window_destroy (GTK_WINDOW (window_of (ADW_TYPE_PREFERENCES_WINDOW)));
}

int
main (int argc, char **argv)
{
  fixture_init_application (&argc, &argv);
#define ADD(path, func) g_test_add (path, Fixture, NULL, fixture_set_up, func, fixture_tear_down)
  ADD ("/dialogs/merge", test_merge);
  ADD ("/dialogs/merge/few-letters", test_merge_few_letters);
  ADD ("/dialogs/rename", test_rename);
  ADD ("/dialogs/monitors", test_monitors);
  ADD ("/dialogs/monitor-fails", test_monitor_fails);
  ADD ("/dialogs/alerts", test_alerts);
  ADD ("/dialogs/starter", test_starter);
  ADD ("/dialogs/note", test_note);
  ADD ("/dialogs/troubles", test_troubles);
  ADD ("/dialogs/address", test_address);
  ADD ("/dialogs/diagnostics", test_diagnostics);
  return g_test_run ();
}
