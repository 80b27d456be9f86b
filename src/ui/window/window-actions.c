/* window-actions.c: what the window can be told to do, and the keys that tell it.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "ui/window/window-private.h"

#include "ui/feeds/starter.h"
#include "ui/platform/platform.h"
#include "ui/widget/chart.h"

#include <glib/gi18n.h>
#include <string.h>

static void
add_feed (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  att_window_add_feed (data, NULL);
}

static void
starter (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  AttWindow *self = data;
  att_starter_present (GTK_WINDOW (self), self->desk);
}

static void
sampled_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AttWindow) self = data;
  g_autoptr (GError) error = NULL;
  if (att_desk_subscribe_finish (ATT_DESK (source), result, &error) < 0)
    att_window_say (self, error->message, NULL, NULL);
}

static void
sample (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  AttWindow *self = data;
  att_desk_sample_async (self->desk, sampled_cb, g_object_ref (self));
}

static void
chosen_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GFile) file = att_platform_file_finish (result);
  if (file)
    att_window_import (ATT_WINDOW (source), file);
}

static void
import (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  att_platform_open_file_async (GTK_WINDOW (data), _("Import OPML"), chosen_cb, NULL);
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AttWindow) self = data;
  g_autoptr (GError) error = NULL;
  gboolean saved = g_file_replace_contents_finish (G_FILE (source), result, NULL, &error);
  att_window_say (self, saved ? _("Subscriptions exported") : error->message, NULL, NULL);
}

typedef struct { AttWindow *window; GFile *file; } Export;

static void
exported_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Export *export = data;
  g_autoptr (AttWindow) self = export->window;
  g_autoptr (GFile) file = export->file;
  g_autoptr (GError) error = NULL;
  g_free (export);
  g_autoptr (GBytes) bytes = att_desk_export_finish (self->desk, result, &error);
  if (bytes)
    g_file_replace_contents_bytes_async (file, bytes, NULL, FALSE, G_FILE_CREATE_NONE, NULL, saved_cb, g_object_ref (self));
  else
    att_window_say (self, error->message, NULL, NULL);
}

static void
export_to_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  AttWindow *self = ATT_WINDOW (source);
  GFile *file = att_platform_file_finish (result);
  if (file == NULL)
    return;
  Export *export = g_new (Export, 1);
  *export = (Export) { g_object_ref (self), file };
  att_desk_export_async (self->desk, exported_cb, export);
}

static void
export (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  att_platform_save_file_async (GTK_WINDOW (data), _("Export OPML"), "attache.opml", export_to_cb, NULL);
}

static void
refresh (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  att_desk_refresh (((AttWindow *) data)->desk, TRUE);
}

static void
cancel (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  AttWindow *self = data;
  att_desk_cancel (self->desk);
  g_cancellable_cancel (self->copying);
}

static void
search (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  AttWindow *self = data;
  if (att_window_is_on_page (self))
    att_window_show_page (self, "desk");
  if (att_window_is_narrow (self))
    att_window_show_column (self, ATT_COLUMN_LIST);
  att_filter_bar_focus (self->filter_bar);
}

static void
show_everything (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  att_dossier_take_filter (((AttWindow *) data)->dossier, att_filter_everything ());
}

static void
back (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  AttWindow *self = data;
  gboolean reading = self->column == ATT_COLUMN_READER;
  if (att_window_is_on_page (self)) {
    att_window_show_page (self, "desk");
    return;
  }
  if (reading && !gtk_widget_get_visible (self->list_column))
    att_dossier_open (self->dossier, 0);   /* so that its row opens it again */
  att_window_show_column (self, ATT_COLUMN_LIST);
  if (reading)
    att_window_focus_list (self);
}

static void
show_list (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  AttWindow *self = data;
  if (self->column == ATT_COLUMN_SOURCES)
    att_window_show_column (self, ATT_COLUMN_LIST);
}

static void
next (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  att_article_list_step (((AttWindow *) data)->list, 1);
}

static void
previous (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  att_article_list_step (((AttWindow *) data)->list, -1);
}

static void
next_unread (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  att_article_list_next_unread (((AttWindow *) data)->list);
}

/* Space: a page further, and at the end of the story the next unread one. */
static void
read_on (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  AttWindow *self = data;
  if (!att_reader_scroll_page (self->reader))
    att_article_list_next_unread (self->list);
}

static void
undo (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  AttWindow *self = data;
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));
  if (GTK_IS_TEXT (focus)) {   /* what was typed there, and nothing out of sight */
    gtk_widget_activate_action (focus, "text.undo", NULL);
    return;
  }
  if (self->deed)   /* its button would do nothing any more */
    adw_toast_dismiss (self->deed);
  att_history_undo (att_dossier_get_history (self->dossier), 0);
}

/* The one a toast speaks of, whatever was done since. */
static void
undo_deed (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  att_history_undo (att_dossier_get_history (((AttWindow *) data)->dossier), g_variant_get_uint32 (parameter));
}

static void
shortcuts (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  att_platform_show_shortcuts (data);
}

void
att_window_enable (AttWindow *self, const char *action, gboolean enabled)
{
  g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self), action)), enabled);
}

gboolean
att_window_read_choice (GVariant *state, gint64 *id, int *mode)
{
  const char *text = g_variant_get_string (state, NULL), *colon = strchr (text, ':');
  if (colon == NULL)
    return FALSE;
  *id = g_ascii_strtoll (text, NULL, 10);
  *mode = g_ascii_strtoll (colon + 1, NULL, 10);
  return TRUE;
}

static void
toggle_column (GSimpleAction *action, GVariant *state, AttWindow *self, gboolean *shown, AttColumn column)
{
  gboolean wanted = g_variant_get_boolean (state);
  if (att_window_is_narrow (self))   /* one at a time: the button goes there and back */
    self->column = wanted ? column : ATT_COLUMN_LIST;
  else {
    *shown = wanted;
    self->sources_first = wanted ? column == ATT_COLUMN_SOURCES : self->sources_first;
    if (wanted && !gtk_widget_get_visible (self->list_column))   /* there is no room beside the story */
      self->column = ATT_COLUMN_LIST;
  }
  att_window_lay_out (self);
  att_window_place (self);
}

static void
show_sources (GSimpleAction *action, GVariant *state, gpointer data)
{
  AttWindow *self = data;
  toggle_column (action, state, self, &self->sources_shown, ATT_COLUMN_SOURCES);
}

static void
show_topics (GSimpleAction *action, GVariant *state, gpointer data)
{
  AttWindow *self = data;
  toggle_column (action, state, self, &self->topics_shown, ATT_COLUMN_TOPICS);
}

static const GActionEntry ACTIONS[] = {
  { "add-feed", add_feed }, { "starter", starter }, { "sample", sample }, { "import", import }, { "export", export }, { "refresh", refresh },
  { "cancel", cancel }, { "search", search }, { "show-everything", show_everything }, { "back", back }, { "show-list", show_list }, { "next", next },
  { "previous", previous }, { "next-unread", next_unread }, { "read-on", read_on }, { "undo", undo }, { "undo-deed", undo_deed, "u" }, { "shortcuts", shortcuts },
  { "show-sources", NULL, NULL, "true", show_sources }, { "show-topics", NULL, NULL, "true", show_topics },
};

/* Keys without a modifier. They come before the widgets' own, since a list takes space for itself, but never from an
 * entry, nor space from what it presses. */
static const struct { const char *trigger, *action; } KEYS[] = {
  { "j", "win.next" }, { "k", "win.previous" }, { "n", "win.next-unread" }, { "u", "win.toggle-read" }, { "s", "win.toggle-star" },
  { "o", "win.open-in-browser" }, { "p", "win.save-passage" }, { "t", "win.write-note" }, { "l", "win.label" }, { "slash", "win.search" }, { "space", "win.read-on" }, { "Escape", "win.back" },
};

static const struct { const char *action, *keys[3]; } ACCELERATORS[] = {
  { "win.search", { "<Control>f" } }, { "win.undo", { "<Control>z" } }, { "win.refresh", { "<Control>r", "F5" } }, { "win.show-sources", { "F9" } },
  { "win.show-topics", { "F8" } }, { "win.add-feed", { "<Control>n" } }, { "win.shortcuts", { "<Control>question" } }, { "win.back", { "<Alt>Left" } },
  { "window.close", { "<Control>w" } },
};

static gboolean
plain_key_cb (GtkEventControllerKey *controller, guint key, guint code, GdkModifierType state, AttWindow *self)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));
  if (key == GDK_KEY_Escape && ATT_IS_CHART (focus) && att_chart_is_picked (ATT_CHART (focus)))   /* the days first, then the page */
    return FALSE;
  gboolean leaves = key == GDK_KEY_Escape && att_window_is_on_page (self);   /* a page from wherever in it */
  gboolean presses = GTK_IS_BUTTON (focus) || GTK_IS_CHECK_BUTTON (focus) || GTK_IS_LIST_BOX_ROW (focus);
  if (state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK) || (GTK_IS_EDITABLE (focus) && !leaves) || (key == GDK_KEY_space && presses)
      || (att_window_is_on_page (self) && key != GDK_KEY_Escape))   /* the story is out of sight there, and left alone */
    return FALSE;
  GdkEvent *event = gtk_event_controller_get_current_event (GTK_EVENT_CONTROLLER (controller));
  for (guint i = 0; i < G_N_ELEMENTS (KEYS); i++)   /* where the keys write another script, the key where the letter is in Latin */
    if (gdk_keyval_from_name (KEYS[i].trigger) == key || (event && gdk_key_event_matches (event, gdk_keyval_from_name (KEYS[i].trigger), 0) != GDK_KEY_MATCH_NONE))
      return gtk_widget_activate_action (GTK_WIDGET (self), KEYS[i].action, NULL);
  return FALSE;
}

static void
undo_cb (AttWindow *self)
{
  att_window_enable (self, "undo", att_history_can_undo (att_dossier_get_history (self->dossier)));
}

void
att_window_actions_install (AttWindow *self)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));
  g_action_map_add_action_entries (G_ACTION_MAP (self), ACTIONS, G_N_ELEMENTS (ACTIONS), self);
  for (guint i = 0; i < G_N_ELEMENTS (ACCELERATORS); i++)
    gtk_application_set_accels_for_action (application, ACCELERATORS[i].action, (const char *const *) ACCELERATORS[i].keys);
  GtkEventController *keys = gtk_event_controller_key_new ();
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (plain_key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  g_signal_connect_object (att_dossier_get_history (self->dossier), "notify::can-undo", G_CALLBACK (undo_cb), self, G_CONNECT_SWAPPED);
  undo_cb (self);
}
