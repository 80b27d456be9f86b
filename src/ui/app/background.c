/* background.c: the program without a window: whether it stays, and whether it starts with the session.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "ui/app/background.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>

#define PORTAL "org.freedesktop.portal.Desktop"
#define PORTAL_PATH "/org/freedesktop/portal/desktop"

static gboolean held;

static void
stay (GApplication *application, GSettings *settings)
{
  gboolean wanted = g_settings_get_boolean (settings, "background");
  if (wanted == held)
    return;
  held = wanted;
  if (wanted)
    g_application_hold (application);
  else
    g_application_release (application);
}

static gboolean
is_sandboxed (void)
{
  return g_file_test ("/.flatpak-info", G_FILE_TEST_EXISTS);
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

/* The portal's answer: what the person, or the system, allows. */
static void
response_cb (GDBusConnection *bus, const char *sender, const char *path, const char *interface, const char *signal, GVariant *parameters, gpointer settings)
{
  guint status;
  gboolean starts = FALSE;
  g_autoptr (GVariant) results = NULL;
  g_variant_get (parameters, "(u@a{sv})", &status, &results);
  g_variant_lookup (results, "autostart", "b", &starts);
  if ((status != 0 || !starts) && g_settings_get_boolean (settings, "autostart"))
    g_settings_set_boolean (settings, "autostart", FALSE);
}

static void
asked_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GSettings) settings = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) answer = g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result, &error);
  if (answer == NULL) {
    g_warning ("The desktop was not asked for leave to run in the background: %s", error->message);
    return;
  }
  const char *request;
  g_variant_get (answer, "(&o)", &request);
  g_dbus_connection_signal_subscribe (G_DBUS_CONNECTION (source), PORTAL, "org.freedesktop.portal.Request", "Response", request, NULL, G_DBUS_SIGNAL_FLAGS_NONE,
                                      response_cb, g_object_ref (settings), g_object_unref);
}

static void
ask_portal (GApplication *application, GSettings *settings, gboolean on)
{
  GDBusConnection *bus = g_application_get_dbus_connection (application);
  const char *const command[] = { "attache", "--background", NULL };
  GVariantBuilder options;
  if (bus == NULL)
    return;
  g_variant_builder_init (&options, G_VARIANT_TYPE_VARDICT);
  g_variant_builder_add (&options, "{sv}", "reason", g_variant_new_string (_("Attaché keeps watch on your feeds and tells what your monitors find.")));
  g_variant_builder_add (&options, "{sv}", "autostart", g_variant_new_boolean (on));
  g_variant_builder_add (&options, "{sv}", "commandline", g_variant_new_strv (command, -1));
  g_dbus_connection_call (bus, PORTAL, PORTAL_PATH, "org.freedesktop.portal.Background", "RequestBackground", g_variant_new ("(sa{sv})", "", &options),
                          G_VARIANT_TYPE ("(o)"), G_DBUS_CALL_FLAGS_NONE, -1, NULL, asked_cb, g_object_ref (settings));
}

static void
background_cb (GSettings *settings, const char *key, GApplication *application)
{
  stay (application, settings);
  if (is_sandboxed () && g_settings_get_boolean (settings, "background"))
    ask_portal (application, settings, g_settings_get_boolean (settings, "autostart"));
}

static void
autostart_cb (GSettings *settings, const char *key, GApplication *application)
{
  gboolean on = g_settings_get_boolean (settings, "autostart");
  if (is_sandboxed ())
    ask_portal (application, settings, on);
  else
    write_entry (on);
}

void
att_background_follow (GApplication *application, GSettings *settings)
{
  stay (application, settings);
  g_signal_connect_object (settings, "changed::background", G_CALLBACK (background_cb), application, 0);
  g_signal_connect_object (settings, "changed::autostart", G_CALLBACK (autostart_cb), application, 0);
}
