/* window-monitors.c: filters saved under a name, and what can be done with them.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "ui/window/window-private.h"

#include "desk/monitoring.h"
#include "filter/syntax.h"
#include "ui/platform/platform.h"

#include <glib/gi18n.h>

static GListModel *
sources_of (AttWindow *self)
{
  return att_source_model_get_list (att_dossier_get_sources (self->dossier));
}

/* Its place in the side bar, of all that stands there; -1: it has none. */
static int
place_of (AttWindow *self, gint64 id)
{
  for (guint i = 0; i < g_list_model_get_n_items (sources_of (self)); i++) {
    g_autoptr (AttSource) source = g_list_model_get_item (sources_of (self), i);
    const AttMonitor *monitor = att_source_get_monitor (source);
    if (monitor && monitor->id == id)
      return i;
  }
  return -1;
}

static AttMonitor *
find_monitor (AttWindow *self, gint64 id)
{
  g_autoptr (AttSource) source = g_list_model_get_item (sources_of (self), place_of (self, id));
  return source ? att_source_get_monitor (source) : NULL;
}

/* How a monitor was; NULL: it was not there yet, and is the last of its name. */
typedef struct { AttWindow *window; AttMonitor *before; gint64 id; } Past;

static void
past_free (gpointer data)
{
  Past *past = data;
  g_clear_pointer (&past->before, att_monitor_unref);
  g_free (past);
}

static void
bring_back (gpointer data)
{
  const Past *past = data;
  if (past->before)
    att_desk_write_monitor (past->window->desk, past->before);
  else
    att_desk_remove_monitor (past->window->desk, past->id);
}

/* before: what it was, to be brought back; said: what was done, or NULL. */
static void
remember (AttWindow *self, AttMonitor *before, gint64 id, const char *said)
{
  Past *past = g_new (Past, 1);
  *past = (Past) { self, before ? att_monitor_ref (before) : NULL, id };
  att_window_did (self, said, bring_back, past, past_free);
}

static void
added_cb (gint64 id, gpointer data)
{
  g_autoptr (AttWindow) self = data;
  if (id && self->dossier)
    remember (self, NULL, id, _("Monitor saved"));   /* its row may be out of sight */
}

static void
add (AttWindow *self, const char *name, const char *filter, const AttMonitor *like)
{
  g_autoptr (AttMonitor) monitor = att_monitor_new (0, 0, name, filter, like ? like->alert : ATT_ALERT_NEVER);
  if (like)
    att_monitor_set_burst (monitor, like->sensitivity, like->outlets);
  att_desk_add_monitor (self->desk, monitor, added_cb, g_object_ref (self));
}

static void
change (AttWindow *self, AttMonitor *before, const char *name, const char *filter, AttAlert alert, AttSensitivity sensitivity, guint outlets)
{
  g_autoptr (AttMonitor) monitor = att_monitor_new (before->id, before->position, name, filter, alert);
  att_monitor_set_burst (monitor, sensitivity, outlets);
  remember (self, before, before->id, NULL);
  att_desk_write_monitor (self->desk, monitor);
}

static void
named_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  AttWindow *self = ATT_WINDOW (source);
  g_autofree char *name = att_platform_ask_text_finish (result), *filter = att_filter_format (att_dossier_get_filter (self->dossier));
  if (name)
    add (self, name, filter, NULL);
}

/* The monitor that keeps the filter of now, or NULL. */
static const AttMonitor *
find_kept (AttWindow *self)
{
  AttSourceModel *sources = att_dossier_get_sources (self->dossier);
  guint at = att_source_model_find_place (sources, att_dossier_get_filter (self->dossier));
  g_autoptr (AttSource) source = g_list_model_get_item (att_source_model_get_list (sources), at);
  return source ? att_source_get_monitor (source) : NULL;
}

/* The filter of now, as a monitor may keep it. NULL: it may not, and why was said. */
static char *
filter_to_keep (AttWindow *self)
{
  att_filter_bar_settle (self->filter_bar);   /* "US" is to be kept, not what begins so */
  const AttMonitor *kept = find_kept (self);
  g_autofree char *filter = att_filter_format (att_dossier_get_filter (self->dossier));
  g_autofree char *words = kept ? g_strdup_printf (_("The monitor “%s” keeps this filter already"), kept->name) : NULL;
  if (*filter && kept == NULL)
    return g_steal_pointer (&filter);
  att_window_say (self, kept ? words : _("Choose topics or type words first: a monitor keeps what you filter by"), NULL, NULL);
  return NULL;
}

/* Its name begins as what it asks for, in words: often that is a good one. */
static void
save_monitor (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  AttWindow *self = data;
  g_autofree char *filter = filter_to_keep (self), *name = filter ? att_filter_bar_describe (self->filter_bar) : NULL;
  if (filter)
    att_platform_ask_text_async (GTK_WINDOW (self), _("Name of the Monitor"), name, _("_Save"), named_cb, NULL);
}

static void
renamed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AttMonitor) monitor = data;
  g_autofree char *name = att_platform_ask_text_finish (result);
  if (name)
    change (ATT_WINDOW (source), monitor, name, monitor->filter, monitor->alert, monitor->sensitivity, monitor->outlets);
}

static void
rename_monitor (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  AttMonitor *monitor = find_monitor (data, g_variant_get_int64 (parameter));
  if (monitor)
    att_platform_ask_text_async (GTK_WINDOW (data), _("Name of the Monitor"), monitor->name, _("_Rename"), renamed_cb, att_monitor_ref (monitor));
}

static void
duplicate_monitor (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  const AttMonitor *monitor = find_monitor (data, g_variant_get_int64 (parameter));
  if (monitor == NULL)
    return;
  g_autofree char *name = g_strdup_printf (_("%s (copy)"), monitor->name);
  add (data, name, monitor->filter, monitor);
}

static void
retarget_monitor (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  AttWindow *self = data;
  AttMonitor *monitor = find_monitor (self, g_variant_get_int64 (parameter));
  g_autofree char *filter = monitor ? filter_to_keep (self) : NULL;
  if (filter)
    change (self, monitor, monitor->name, filter, monitor->alert, monitor->sensitivity, monitor->outlets);
}

static void
set_alert (GSimpleAction *action, GVariant *state, gpointer data)
{
  gint64 id;
  int alert;
  g_simple_action_set_state (action, state);
  AttMonitor *monitor = att_window_read_choice (state, &id, &alert) ? find_monitor (data, id) : NULL;
  if (monitor)
    change (data, monitor, monitor->name, monitor->filter, alert, monitor->sensitivity, monitor->outlets);
}

static void
set_sensitivity (GSimpleAction *action, GVariant *state, gpointer data)
{
  gint64 id;
  int sensitivity;
  g_simple_action_set_state (action, state);
  AttMonitor *monitor = att_window_read_choice (state, &id, &sensitivity) ? find_monitor (data, id) : NULL;
  if (monitor)
    change (data, monitor, monitor->name, monitor->filter, monitor->alert, sensitivity, monitor->outlets);
}

static void
set_outlets (GSimpleAction *action, GVariant *state, gpointer data)
{
  gint64 id;
  int outlets;
  g_simple_action_set_state (action, state);
  AttMonitor *monitor = att_window_read_choice (state, &id, &outlets) ? find_monitor (data, id) : NULL;
  if (monitor)
    change (data, monitor, monitor->name, monitor->filter, monitor->alert, monitor->sensitivity, outlets);
}

/* A place in the side bar, to go back to. */
typedef struct { AttWindow *window; gint64 id; int by; } Move;

static void
move_back (gpointer data)
{
  const Move *move = data;
  att_desk_move_monitor (move->window->desk, move->id, -move->by);
}

/* Where another monitor stands; elsewhere there is no place for one. */
static void
move_monitor (AttWindow *self, gint64 id, int by)
{
  const Move move = { self, id, by };
  g_autoptr (AttSource) there = g_list_model_get_item (sources_of (self), place_of (self, id) + by);
  if (there == NULL || att_source_get_monitor (there) == NULL)
    return;
  att_desk_move_monitor (self->desk, id, by);
  att_window_did (self, NULL, move_back, g_memdup2 (&move, sizeof move), g_free);
}

static void
raise_monitor (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  move_monitor (data, g_variant_get_int64 (parameter), -1);
}

static void
lower_monitor (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  move_monitor (data, g_variant_get_int64 (parameter), 1);
}

/* Dropped where another stands. */
static void
drop_monitor (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  gint64 id, other;
  g_variant_get (parameter, "(xx)", &id, &other);
  int from = place_of (data, id), to = place_of (data, other);
  if (from >= 0 && to >= 0 && from != to)
    move_monitor (data, id, to - from);
}

static void
delete_monitor (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  AttWindow *self = data;
  AttMonitor *monitor = find_monitor (self, g_variant_get_int64 (parameter));
  if (monitor == NULL)
    return;
  g_autofree char *words = g_strdup_printf (_("“%s” deleted"), monitor->name);
  att_desk_remove_monitor (self->desk, monitor->id);
  remember (self, monitor, monitor->id, words);
}

void
att_window_open_monitor (AttWindow *self, gint64 id)
{
  const AttMonitor *monitor = find_monitor (self, id);
  g_autoptr (AttFilter) filter = monitor ? att_filter_parse (monitor->filter, NULL) : NULL;
  gboolean ready;
  g_object_get (att_dossier_get_sources (self->dossier), "ready", &ready, NULL);
  self->wanted = ready ? 0 : id;   /* the side bar is still read: it is opened when that is there */
  if (filter)
    att_window_show_stories (self, filter);
}

static const GActionEntry ACTIONS[] = {
  { "save-monitor", save_monitor }, { "rename-monitor", rename_monitor, "x" }, { "duplicate-monitor", duplicate_monitor, "x" }, { "retarget-monitor", retarget_monitor, "x" },
  { "alert", NULL, "s", "''", set_alert }, { "sensitivity", NULL, "s", "''", set_sensitivity }, { "outlets", NULL, "s", "''", set_outlets }, { "raise-monitor", raise_monitor, "x" }, { "lower-monitor", lower_monitor, "x" }, { "drop-monitor", drop_monitor, "(xx)" }, { "delete-monitor", delete_monitor, "x" },
};

void
att_window_monitors_install (AttWindow *self)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));
  g_action_map_add_action_entries (G_ACTION_MAP (self), ACTIONS, G_N_ELEMENTS (ACTIONS), self);
  gtk_application_set_accels_for_action (application, "win.save-monitor", (const char *const[]) { "<Control>s", NULL });
}
