/* window-monitors.c: filters saved under a name, and what can be done with them.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "ui/window/window-private.h"

#include "desk/monitoring.h"
#include "filter/syntax.h"
#include "ui/platform/platform.h"

#include <glib/gi18n.h>

static AttMonitor *
find_monitor (AttWindow *self, gint64 id)
{
  GListModel *sources = att_source_model_get_list (att_dossier_get_sources (self->dossier));
  for (guint i = 0; i < g_list_model_get_n_items (sources); i++) {
    g_autoptr (AttSource) source = g_list_model_get_item (sources, i);
    AttMonitor *monitor = att_source_get_monitor (source);
    if (monitor && monitor->id == id)
      return monitor;
  }
  return NULL;
}

static void
save (AttWindow *self, gint64 id, gint64 position, const char *name, const char *filter, AttAlert alert)
{
  g_autoptr (AttMonitor) monitor = att_monitor_new (id, position, name, filter, alert);
  att_desk_write_monitor (self->desk, monitor);
}

static void
named_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  AttWindow *self = ATT_WINDOW (source);
  g_autofree char *name = att_platform_ask_text_finish (result), *filter = att_filter_format (att_dossier_get_filter (self->dossier));
  if (name)
    save (self, 0, 0, name, filter, ATT_ALERT_NEVER);
}

/* Its name begins as what it asks for: often that is a good one. */
static void
save_monitor (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  AttWindow *self = data;
  g_autofree char *filter = att_filter_format (att_dossier_get_filter (self->dossier));
  if (*filter == '\0')
    att_window_say (self, _("Choose topics or type words first: a monitor keeps what you filter by"), NULL, NULL);
  else
    att_platform_ask_text_async (GTK_WINDOW (self), _("Name of the Monitor"), filter, _("_Save"), named_cb, NULL);
}

static void
renamed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AttMonitor) monitor = data;
  g_autofree char *name = att_platform_ask_text_finish (result);
  if (name)
    save (ATT_WINDOW (source), monitor->id, monitor->position, name, monitor->filter, monitor->alert);
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
  save (data, 0, 0, name, monitor->filter, monitor->alert);
}

static void
retarget_monitor (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  AttWindow *self = data;
  const AttMonitor *monitor = find_monitor (self, g_variant_get_int64 (parameter));
  g_autofree char *filter = att_filter_format (att_dossier_get_filter (self->dossier));
  if (monitor)
    save (self, monitor->id, monitor->position, monitor->name, filter, monitor->alert);
}

static void
set_alert (GSimpleAction *action, GVariant *state, gpointer data)
{
  gint64 id;
  int alert;
  g_simple_action_set_state (action, state);
  const AttMonitor *monitor = att_window_read_choice (state, &id, &alert) ? find_monitor (data, id) : NULL;
  if (monitor)
    save (data, monitor->id, monitor->position, monitor->name, monitor->filter, alert);
}

static void
raise_monitor (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  att_desk_move_monitor (((AttWindow *) data)->desk, g_variant_get_int64 (parameter), -1);
}

static void
lower_monitor (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  att_desk_move_monitor (((AttWindow *) data)->desk, g_variant_get_int64 (parameter), 1);
}

static void
delete_monitor (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  AttWindow *self = data;
  AttMonitor *monitor = find_monitor (self, g_variant_get_int64 (parameter));
  if (monitor == NULL)
    return;
  g_clear_pointer (&self->removed, att_monitor_unref);
  self->removed = att_monitor_ref (monitor);
  g_autofree char *words = g_strdup_printf (_("“%s” deleted"), monitor->name);
  att_desk_remove_monitor (self->desk, monitor->id);
  att_window_say (self, words, _("Undo"), "win.undelete-monitor");
}

void
att_window_open_monitor (AttWindow *self, gint64 id)
{
  const AttMonitor *monitor = find_monitor (self, id);
  AttFilter *filter = monitor ? att_filter_parse (monitor->filter, NULL) : NULL;
  if (filter)
    att_dossier_take_filter (self->dossier, filter);
}

static void
undelete_monitor (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  AttWindow *self = data;
  if (self->removed)
    att_desk_write_monitor (self->desk, self->removed);
  g_clear_pointer (&self->removed, att_monitor_unref);
}

static const GActionEntry ACTIONS[] = {
  { "save-monitor", save_monitor }, { "rename-monitor", rename_monitor, "x" }, { "duplicate-monitor", duplicate_monitor, "x" }, { "retarget-monitor", retarget_monitor, "x" },
  { "alert", NULL, "s", "''", set_alert }, { "raise-monitor", raise_monitor, "x" }, { "lower-monitor", lower_monitor, "x" }, { "delete-monitor", delete_monitor, "x" }, { "undelete-monitor", undelete_monitor },
};

void
att_window_monitors_install (AttWindow *self)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));
  g_action_map_add_action_entries (G_ACTION_MAP (self), ACTIONS, G_N_ELEMENTS (ACTIONS), self);
  gtk_application_set_accels_for_action (application, "win.save-monitor", (const char *const[]) { "<Control>s", NULL });
}
