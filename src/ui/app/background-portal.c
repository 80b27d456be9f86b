/* background-portal.c: leave to run in the background, and to start with the session, from inside a sandbox.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "ui/app/background-portal.h"

#include <glib/gi18n.h>

#define PORTAL "org.freedesktop.portal.Desktop"
#define PORTAL_PATH "/org/freedesktop/portal/desktop"

/* A request, until it is answered: it lives as long as its signal is followed. */
typedef struct {
  guint signal;
  AttBackgroundFunc func;
  gpointer data;
  GDestroyNotify free_data;
} Request;

static void
request_free (gpointer data)
{
  Request *self = data;
  self->free_data (self->data);
  g_free (self);
}

static void
response_cb (GDBusConnection *bus, const char *sender, const char *path, const char *interface, const char *signal, GVariant *parameters, gpointer data)
{
  Request *self = data;
  guint status;
  gboolean stays = FALSE, starts = FALSE;
  g_autoptr (GVariant) results = NULL;
  g_variant_get (parameters, "(u@a{sv})", &status, &results);
  g_variant_lookup (results, "background", "b", &stays);
  g_variant_lookup (results, "autostart", "b", &starts);
  self->func (self->data, status == 0 && stays, status == 0 && starts);
  g_dbus_connection_signal_unsubscribe (bus, self->signal);
}

static void
asked_cb (GObject *source, GAsyncResult *result, gpointer signal)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) answer = g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result, &error);
  if (answer)
    return;
  g_warning ("The desktop was not asked for leave to run in the background: %s", error->message);
  g_dbus_connection_signal_unsubscribe (G_DBUS_CONNECTION (source), GPOINTER_TO_UINT (signal));
}

/* Where the answer will be told, which is followed before anything is asked: the portal may answer at once. */
static char *
request_path (GDBusConnection *bus, const char *token)
{
  g_autofree char *name = g_strdelimit (g_strdup (g_dbus_connection_get_unique_name (bus) + 1), ".", '_');
  return g_strdup_printf (PORTAL_PATH "/request/%s/%s", name, token);
}

void
att_background_portal_ask (GDBusConnection *bus, gboolean starts, AttBackgroundFunc func, gpointer data, GDestroyNotify free_data)
{
  static guint n;
  const char *const command[] = { "attache", "--background", NULL };
  g_autofree char *token = g_strdup_printf ("background%u", ++n), *path = request_path (bus, token);
  Request *request = g_new (Request, 1);
  *request = (Request) { 0, func, data, free_data };
  request->signal = g_dbus_connection_signal_subscribe (bus, PORTAL, "org.freedesktop.portal.Request", "Response", path, NULL, G_DBUS_SIGNAL_FLAGS_NONE, response_cb, request, request_free);
  GVariantBuilder options;
  g_variant_builder_init (&options, G_VARIANT_TYPE_VARDICT);
  g_variant_builder_add (&options, "{sv}", "handle_token", g_variant_new_string (token));
  g_variant_builder_add (&options, "{sv}", "reason", g_variant_new_string (_("Attaché keeps watch on your feeds and tells what your monitors find.")));
  g_variant_builder_add (&options, "{sv}", "autostart", g_variant_new_boolean (starts));
  g_variant_builder_add (&options, "{sv}", "commandline", g_variant_new_strv (command, -1));
  g_dbus_connection_call (bus, PORTAL, PORTAL_PATH, "org.freedesktop.portal.Background", "RequestBackground", g_variant_new ("(sa{sv})", "", &options),
                          G_VARIANT_TYPE ("(o)"), G_DBUS_CALL_FLAGS_NONE, -1, NULL, asked_cb, GUINT_TO_POINTER (request->signal));
}
