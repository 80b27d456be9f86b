/* window-copies.c: stories exported, the desk backed up and taken back.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "ui/window/window-private.h"

#include "desk/copies.h"
#include "ui/platform/platform.h"
#include "ui/window/progress-bar.h"

#include <glib/gi18n.h>

/* One at a time: the line above says which, and cancels it. FALSE: another is under way. */
static gboolean
begin (AttWindow *self, const char *words)
{
  if (self->copying) {
    att_window_say (self, _("Another copy is still being made. Wait for it, or cancel it."), NULL, NULL);
    return FALSE;
  }
  self->copying = g_cancellable_new ();
  att_progress_bar_set_work (ATT_PROGRESS_BAR (self->progress_bar), words);
  return TRUE;
}

/* What is said at its end; a cancelled one has been answered by its going away. */
static void
end (AttWindow *self, const GError *error, const char *words)
{
  g_clear_object (&self->copying);
  if (self->desk)   /* the window is still there */
    att_progress_bar_set_work (ATT_PROGRESS_BAR (self->progress_bar), NULL);
  if (self->desk && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    att_window_say (self, error ? error->message : words, NULL, NULL);
}

static void
clipped_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AttWindow) self = data;
  g_autoptr (GError) error = NULL;
  int n = att_desk_copy_finish (result, &error);
  g_autofree char *words = g_strdup_printf (ngettext ("%d story exported", "%d stories exported", n), n);
  end (self, error, words);
}

static void
clip_to_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  AttWindow *self = ATT_WINDOW (source);
  g_autoptr (GFile) file = att_platform_file_finish (result);
  g_autofree char *path = file ? g_file_get_path (file) : NULL;
  g_autoptr (AttFilter) readable = att_dossier_get_readable (self->dossier);   /* what the list has, in the languages somebody reads */
  if (path && begin (self, _("Exporting stories")))
    att_desk_clip_async (self->desk, readable, path, self->copying, clipped_cb, g_object_ref (self));
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
  att_desk_copy_finish (result, &error);
  end (self, error, _("The desk is backed up"));
}

static void
back_up_to_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  AttWindow *self = ATT_WINDOW (source);
  g_autoptr (GFile) file = att_platform_file_finish (result);
  g_autofree char *path = file ? g_file_get_path (file) : NULL;
  if (path && begin (self, _("Backing up the desk")))
    att_desk_back_up_async (self->desk, path, self->copying, backed_up_cb, g_object_ref (self));
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
  att_desk_copy_finish (result, &error);
  end (self, error, _("Close Attaché and open it again: it will show the desk from the copy"));
}

static void
restore_from_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  AttWindow *self = ATT_WINDOW (source);
  g_autoptr (GFile) file = att_platform_file_finish (result);
  g_autofree char *path = file ? g_file_get_path (file) : NULL;
  if (path && begin (self, _("Checking the copy")))
    att_desk_restore_async (self->desk, path, self->copying, restored_cb, g_object_ref (self));
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
