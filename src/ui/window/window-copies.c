/* window-copies.c: stories exported, the desk backed up and taken back.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "ui/window/window-private.h"

#include "desk/copies.h"
#include "ui/platform/platform.h"

#include <glib/gi18n.h>

static void
clipped_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AttWindow) self = data;
  g_autoptr (GError) error = NULL;
  int n = att_desk_copy_finish (result, &error);
  g_autofree char *words = n < 0 ? NULL : g_strdup_printf (ngettext ("%d story exported", "%d stories exported", n), n);
  att_window_say (self, words ? words : error->message, NULL, NULL);
}

static void
clip_to_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  AttWindow *self = ATT_WINDOW (source);
  g_autoptr (GFile) file = att_platform_file_finish (result);
  g_autofree char *path = file ? g_file_get_path (file) : NULL;
  if (path)
    att_desk_clip_async (self->desk, att_dossier_get_filter (self->dossier), path, clipped_cb, g_object_ref (self));
}

static void
export_stories (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  att_platform_save_file_async (GTK_WINDOW (data), _("Export Stories (.csv, .json, .jsonl or .md)"), "stories.csv", clip_to_cb, NULL);
}

static void
backed_up_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AttWindow) self = data;
  g_autoptr (GError) error = NULL;
  att_window_say (self, att_desk_copy_finish (result, &error) < 0 ? error->message : _("The desk is backed up"), NULL, NULL);
}

static void
back_up_to_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  AttWindow *self = ATT_WINDOW (source);
  g_autoptr (GFile) file = att_platform_file_finish (result);
  g_autofree char *path = file ? g_file_get_path (file) : NULL;
  if (path)
    att_desk_back_up_async (self->desk, path, backed_up_cb, g_object_ref (self));
}

static void
back_up (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  g_autoptr (GDateTime) today = g_date_time_new_now_local ();
  g_autofree char *name = g_date_time_format (today, "attache-%Y-%m-%d.db");
  att_platform_save_file_async (GTK_WINDOW (data), _("Back Up the Desk"), name, back_up_to_cb, NULL);
}

static void
restored_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AttWindow) self = data;
  g_autoptr (GError) error = NULL;
  att_window_say (self, att_desk_copy_finish (result, &error) < 0 ? error->message : _("Close Attaché and open it again: it will show the desk from the copy"), NULL, NULL);
}

static void
restore_from_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  AttWindow *self = ATT_WINDOW (source);
  g_autoptr (GFile) file = att_platform_file_finish (result);
  g_autofree char *path = file ? g_file_get_path (file) : NULL;
  if (path)
    att_desk_restore_async (self->desk, path, restored_cb, g_object_ref (self));
}

static void
restore (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  att_platform_open_file_async (GTK_WINDOW (data), _("Restore the Desk from a Copy"), restore_from_cb, NULL);
}

static const GActionEntry ACTIONS[] = { { "export-stories", export_stories }, { "back-up", back_up }, { "restore", restore } };

void
att_window_copies_install (AttWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), ACTIONS, G_N_ELEMENTS (ACTIONS), self);
}
