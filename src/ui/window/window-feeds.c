/* window-feeds.c: what can be done with a feed and a folder.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "ui/window/window-private.h"

#include "base/url.h"
#include "desk/logins.h"
#include "desk/shelving.h"
#include "filter/renaming.h"
#include "filter/syntax.h"
#include "ui/feeds/feed-finder.h"
#include "ui/feeds/feed-settings.h"
#include "ui/feeds/source-list.h"
#include "ui/feeds/trouble-list.h"
#include "ui/platform/platform.h"

#include <glib/gi18n.h>
#include <string.h>

static const AttFeed *
find_feed (AttWindow *self, gint64 id)
{
  return att_source_model_find_feed (att_dossier_get_sources (self->dossier), id);
}

/* A feed as it was described and is, and how feeds stood in their folders; what was shown before and after, where that went along with a name. */
typedef struct { AttWindow *window; AttFeed *feed, *described; AttOrder *before; AttRenamed what; char *from, *to, *shown, *then; } Past;

static void
past_free (gpointer data)
{
  Past *past = data;
  g_clear_pointer (&past->feed, att_feed_unref);
  g_clear_pointer (&past->described, att_feed_unref);
  g_clear_pointer (&past->before, att_order_unref);
  g_free (past->from);
  g_free (past->to);
  g_free (past->shown);
  g_free (past->then);
  g_free (past);
}

/* from: NULL: nothing is called otherwise. */
static Past *
past_new (AttWindow *self, const AttFeed *feed, AttRenamed what, const char *from, const char *to)
{
  Past *past = g_new (Past, 1);
  *past = (Past) { .window = self, .feed = feed ? att_feed_copy (feed) : NULL, .what = what, .from = g_strdup (from), .to = g_strdup (to) };
  return past;
}

/* Something else is asked for now, until the deed is undone. Takes filter. */
static void
turn_to (AttWindow *self, Past *past, AttFilter *filter)
{
  past->shown = att_filter_format (att_dossier_get_filter (self->dossier));
  past->then = att_filter_format (filter);
  att_dossier_take_filter (self->dossier, filter);
}

/* What was asked for before, unless the person has gone on since. */
static void
turn_back (const Past *past)
{
  AttWindow *self = past->window;
  g_autofree char *now = att_filter_format (att_dossier_get_filter (self->dossier));
  if (g_strcmp0 (now, past->then) == 0)
    att_dossier_take_filter (self->dossier, att_filter_parse (past->shown, NULL));
}

/* What is asked for now goes along with what a feed or a folder is called. */
static void
follow (AttWindow *self, Past *past)
{
  const AttFilter *filter = att_dossier_get_filter (self->dossier);
  AttFilter *renamed = past->from && strcmp (past->from, past->to) != 0 ? att_filter_with_renamed (filter, past->what, past->from, past->to) : NULL;
  if (renamed)
    turn_to (self, past, renamed);
}

static void
put_back (gpointer data)
{
  const Past *past = data;
  AttWindow *self = past->window;
  if (past->feed)
    att_desk_describe_feed (self->desk, past->described, past->feed, NULL, NULL);
  att_desk_restore_order (self->desk, past->before);
  turn_back (past);
}

/* It is done, and how it was is known. */
static void
ordered_cb (AttOrder *before, gpointer data)
{
  Past *past = data;
  g_autoptr (AttWindow) self = past->window;   /* held until now; a deed lives no longer than its window */
  if (before == NULL || self->dossier == NULL) {
    past_free (past);
    return;
  }
  past->before = att_order_ref (before);
  follow (self, past);
  att_window_did (self, NULL, put_back, past, past_free);
}

static void
describe (AttWindow *self, const AttFeed *before, AttFeed *wanted)
{
  Past *past = past_new (g_object_ref (self), before, ATT_RENAMED_FEED, att_feed_label (before), att_feed_label (wanted));
  past->described = att_feed_copy (wanted);
  att_desk_describe_feed (self->desk, before, wanted, ordered_cb, past);
}

static void
refresh_feed (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  att_desk_refresh_feed (((AttWindow *) data)->desk, g_variant_get_int64 (parameter));
}

static void
set_pages (GSimpleAction *action, GVariant *state, gpointer data)
{
  gint64 feed;
  int mode;
  g_simple_action_set_state (action, state);
  const AttFeed *known = att_window_read_choice (state, &feed, &mode) ? find_feed (data, feed) : NULL;
  if (known == NULL)
    return;
  g_autoptr (AttFeed) wanted = att_feed_copy (known);
  wanted->pages = mode;
  describe (data, known, wanted);
}

static void
open_site (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  const AttFeed *feed = find_feed (data, g_variant_get_int64 (parameter));
  const char *address = feed && feed->site ? feed->site : feed ? feed->url : NULL;
  if (att_url_is_http (address))
    att_platform_open_uri (data, address);
}

static void
copy_address (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  const AttFeed *feed = find_feed (data, g_variant_get_int64 (parameter));
  if (feed)
    gdk_clipboard_set_text (gtk_widget_get_clipboard (data), feed->url);
}

static void
come_back (gpointer data)
{
  const Past *past = data;
  att_desk_return_feed (past->window->desk, past->feed->id);
  turn_back (past);
}

/* Nothing is left to show of a feed that is gone: what else is asked for is asked of all the others. */
static void
leave_place (AttWindow *self, Past *past)
{
  const AttFilter *filter = att_dossier_get_filter (self->dossier);
  if (g_strcmp0 (filter->feed, past->feed->url) == 0 || g_strcmp0 (filter->feed, att_feed_label (past->feed)) == 0)
    turn_to (self, past, att_filter_with_place (filter, NULL, NULL, filter->unread, filter->starred));
}

static void
unsubscribe (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  AttWindow *self = data;
  const AttFeed *feed = find_feed (self, g_variant_get_int64 (parameter));
  if (feed == NULL)
    return;
  g_autofree char *words = g_strdup_printf (_("Unsubscribed from %s"), att_feed_label (feed));
  Past *past = past_new (self, feed, ATT_RENAMED_FEED, NULL, NULL);
  leave_place (self, past);
  att_desk_leave_feed (self->desk, past->feed->id);
  att_window_did (self, words, come_back, past, past_free);
}

static void
move (AttWindow *self, gint64 feed, const char *from, const char *folder)
{
  if (strcmp (from, folder) != 0)
    att_desk_move_feed (self->desk, feed, from, folder, ordered_cb, past_new (g_object_ref (self), NULL, ATT_RENAMED_FOLDER, NULL, NULL));
}

static void
move_feed (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  gint64 id;
  const char *from, *folder;
  g_variant_get (parameter, "(x&s&s)", &id, &from, &folder);
  move (data, id, from, folder);
}

/* In this folder as well, or no longer. */
static void
shelve_feed (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  gint64 id;
  const char *folder;
  gboolean on;
  AttWindow *self = data;
  g_variant_get (parameter, "(x&sb)", &id, &folder, &on);
  att_desk_shelve_feed (self->desk, id, folder, on, ordered_cb, past_new (g_object_ref (self), NULL, ATT_RENAMED_FOLDER, NULL, NULL));
}

/* Where a feed is to go from. */
typedef struct { gint64 feed; char *from; } Leaving;

static void
new_folder_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree Leaving *leaving = data;
  g_autofree char *from = leaving->from, *name = att_platform_ask_text_finish (result);
  if (name)
    move (ATT_WINDOW (source), leaving->feed, from, name);
}

/* The folders there are. */
static GStrv
list_folders (AttWindow *self)
{
  g_autoptr (GStrvBuilder) folders = g_strv_builder_new ();
  GListModel *sources = att_source_model_get_list (att_dossier_get_sources (self->dossier));
  for (guint i = 0; i < g_list_model_get_n_items (sources); i++) {
    g_autoptr (AttSource) source = g_list_model_get_item (sources, i);
    if (att_source_get_kind (source) == ATT_SOURCE_FOLDER)
      g_strv_builder_add (folders, att_source_get_name (source));
  }
  return g_strv_builder_end (folders);
}

static void
new_folder (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  Leaving *leaving = g_new (Leaving, 1);
  g_auto (GStrv) folders = list_folders (data);
  g_variant_get (parameter, "(xs)", &leaving->feed, &leaving->from);
  att_platform_ask_text_among_async (GTK_WINDOW (data), _("Folder, as in “Wires/Europe”"), leaving->from, (const char *const *) folders, _("_Move"), new_folder_cb, leaving);
}

static void
rename_to (AttWindow *self, const char *folder, const char *name)
{
  gsize n = strlen (folder);
  gboolean into_itself = strncmp (name, folder, n) == 0 && name[n] == '/';
  if (into_itself)
    att_window_say (self, _("A folder cannot go into itself. Choose another name."), NULL, NULL);
  else if (strcmp (name, folder) != 0)
    att_desk_rename_folder (self->desk, folder, name, ordered_cb, past_new (g_object_ref (self), NULL, ATT_RENAMED_FOLDER, folder, name));
}

static void
renamed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree char *folder = data, *name = att_platform_ask_text_finish (result);
  if (name)
    rename_to (ATT_WINDOW (source), folder, name);
}

static void
rename_folder (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  const char *folder = g_variant_get_string (parameter, NULL);
  att_platform_ask_text_async (GTK_WINDOW (data), _("Name of the Folder"), folder, _("_Rename"), renamed_cb, g_strdup (folder));
}

/* Into another one, or, where that is "", out of all. */
static void
drop_folder (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  const char *folder, *into;
  g_variant_get (parameter, "(&s&s)", &folder, &into);
  if (strcmp (folder, into) == 0)   /* let go where it was picked up */
    return;
  const char *slash = strrchr (folder, '/');
  g_autofree char *name = *into ? g_strconcat (into, "/", slash ? slash + 1 : folder, NULL) : g_strdup (slash ? slash + 1 : folder);
  rename_to (data, folder, name);
}

static void
described_cb (AttFeed *before, AttFeed *wanted, gpointer data)
{
  describe (data, before, wanted);
}

static void
feed_settings (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  AttWindow *self = data;
  const AttFeed *feed = find_feed (self, g_variant_get_int64 (parameter));
  if (feed)
    att_platform_present_preferences (GTK_WINDOW (self), att_feed_settings_new (self->desk, feed, described_cb, self));
}

static void
login_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AttFeed) feed = data;
  g_autofree char *user = NULL, *password = NULL;
  if (att_platform_ask_login_finish (result, &user, &password))
    att_desk_sign_in (ATT_WINDOW (source)->desk, feed->id, feed->url, user, password);
}

static void
sign_in (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  const AttFeed *feed = find_feed (data, g_variant_get_int64 (parameter));
  if (feed == NULL)
    return;
  g_autofree char *words = att_feed_finder_login_words (feed->url);
  att_platform_ask_login_async (data, words, login_cb, att_feed_copy (feed));
}

static void
troubles (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  AttWindow *self = data;
  att_platform_present_preferences (GTK_WINDOW (self), att_trouble_list_new (GTK_WIDGET (self), att_dossier_get_sources (self->dossier)));
}

static void
show_folded (AttWindow *self)
{
  g_auto (GStrv) folded = g_settings_get_strv (self->settings, "sources-folded");
  att_source_list_set_folded (ATT_SOURCE_LIST (self->sources_column), (const char *const *) folded);
}

static void
fold_folder (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  AttWindow *self = data;
  g_auto (GStrv) before = g_settings_get_strv (self->settings, "sources-folded"), after = att_arrangement_turn (before, g_variant_get_string (parameter, NULL));
  g_settings_set_strv (self->settings, "sources-folded", (const char *const *) after);
}

static const GActionEntry ACTIONS[] = {
  { "refresh-feed", refresh_feed, "x" }, { "open-site", open_site, "x" }, { "copy-address", copy_address, "x" }, { "unsubscribe", unsubscribe, "x" }, { "pages", NULL, "s", "''", set_pages },
  { "move-feed", move_feed, "(xss)" }, { "shelve-feed", shelve_feed, "(xsb)" }, { "new-folder", new_folder, "(xs)" }, { "rename-folder", rename_folder, "s" }, { "drop-folder", drop_folder, "(ss)" }, { "fold-folder", fold_folder, "s" },
  { "feed-settings", feed_settings, "x" }, { "troubles", troubles }, { "sign-in", sign_in, "x" },
};

/* Feeds that came together, to leave together. */
typedef struct { AttWindow *window; GArray *feeds; } Arrival;

static void
arrival_free (gpointer data)
{
  g_array_unref (((Arrival *) data)->feeds);
  g_free (data);
}

static void
send_away (gpointer data)
{
  const Arrival *arrival = data;
  for (guint i = 0; i < arrival->feeds->len; i++)
    att_desk_leave_feed (arrival->window->desk, g_array_index (arrival->feeds, gint64, i));
}

static void
subscribed_cb (AttWindow *self, GArray *feeds)
{
  Arrival *arrival = g_new (Arrival, 1);
  *arrival = (Arrival) { self, g_array_ref (feeds) };
  att_window_did (self, NULL, send_away, arrival, arrival_free);
}

void
att_window_feeds_install (AttWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), ACTIONS, G_N_ELEMENTS (ACTIONS), self);
  g_signal_connect_object (self->desk, "subscribed", G_CALLBACK (subscribed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->settings, "changed::sources-folded", G_CALLBACK (show_folded), self, G_CONNECT_SWAPPED);
  show_folded (self);
}
