/* background.c: the program without a window: whether it stays, and whether it starts with the session.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "ui/app/background.h"

#include "ui/app/background-portal.h"

#include <errno.h>
#include <glib/gstdio.h>

/* Kept by the application. */
typedef struct {
  GApplication *application;   /* not owned */
  GSettings *settings;
  gboolean held;
  gboolean starts;             /* in a sandbox: so the portal was last told */
  guint asking;
} Background;

static void
background_free (gpointer data)
{
  Background *self = data;
  g_clear_handle_id (&self->asking, g_source_remove);
  g_object_unref (self->settings);
  g_free (self);
}

static void
stay (Background *self)
{
  gboolean wanted = g_settings_get_boolean (self->settings, "background");
  if (wanted == self->held)
    return;
  self->held = wanted;
  if (wanted)
    g_application_hold (self->application);
  else
    g_application_release (self->application);
}

static gboolean
is_sandboxed (void)
{
  return g_getenv ("FLATPAK_ID") != NULL;
}

static void
write_entry (gboolean on)
{
  g_autofree char *folder = g_build_filename (g_get_user_config_dir (), "autostart", NULL), *path = g_build_filename (folder, ATT_APP_ID ".desktop", NULL);
  g_autoptr (GError) error = NULL;
  static const char ENTRY[] = "[Desktop Entry]\nType=Application\nName=Attaché\nIcon=" ATT_APP_ID "\nExec=attache --background\nX-GNOME-Autostart-enabled=true\n";
  if (!on) {
    g_unlink (path);
    return;
  }
  if (g_mkdir_with_parents (folder, 0700) != 0)
    g_warning ("The folder %s cannot be made: %s. Attaché will not start with the session.", folder, g_strerror (errno));
  else if (!g_file_set_contents (path, ENTRY, -1, &error))
    g_warning ("%s", error->message);
}

/* What is refused is no longer set. */
static void
allowed_cb (gpointer data, gboolean stays, gboolean starts)
{
  GSettings *settings = data;
  if (!starts && g_settings_get_boolean (settings, "autostart"))
    g_settings_set_boolean (settings, "autostart", FALSE);
  if (!stays && g_settings_get_boolean (settings, "background"))
    g_settings_set_boolean (settings, "background", FALSE);
}

/* One question for both settings, which may have changed together; none where there is nothing to allow and nothing to take back. */
static gboolean
ask_cb (gpointer data)
{
  Background *self = data;
  GDBusConnection *bus = g_application_get_dbus_connection (self->application);
  gboolean starts = g_settings_get_boolean (self->settings, "autostart"), told = self->starts;
  self->asking = 0;
  self->starts = starts;
  if (bus && (starts || told || g_settings_get_boolean (self->settings, "background")))
    att_background_portal_ask (bus, starts, allowed_cb, g_object_ref (self->settings), g_object_unref);
  return G_SOURCE_REMOVE;
}

static void
changed_cb (GSettings *settings, const char *key, GObject *application)
{
  Background *self = g_object_get_data (application, "background");
  stay (self);
  if (is_sandboxed ())
    self->asking = self->asking ? self->asking : g_idle_add (ask_cb, self);
  else if (g_str_equal (key, "autostart"))
    write_entry (g_settings_get_boolean (settings, "autostart"));
}

void
att_background_follow (GApplication *application, GSettings *settings)
{
  Background *self = g_new0 (Background, 1);
  self->application = application;
  self->settings = g_object_ref (settings);
  self->starts = g_settings_get_boolean (settings, "autostart");
  g_object_set_data_full (G_OBJECT (application), "background", self, background_free);
  stay (self);
  g_signal_connect_object (settings, "changed::background", G_CALLBACK (changed_cb), application, 0);
  g_signal_connect_object (settings, "changed::autostart", G_CALLBACK (changed_cb), application, 0);
}
