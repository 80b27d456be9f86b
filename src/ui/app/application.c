/* application.c: the desktop program.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "ui/app/application.h"

#include "base/error.h"
#include "desk/desk.h"
#include "desk/monitoring.h"
#include "desk/tidy.h"
#include "store/database.h"
#include "ui/app/background.h"
#include "ui/app/bus.h"
#include "ui/app/failure.h"
#include "ui/app/help.h"
#include "ui/app/notifier.h"
#include "ui/app/picture.h"
#include "ui/app/preferences.h"
#include "ui/app/search-provider.h"
#include "ui/platform/platform.h"

#include <glib-unix.h>
#include <glib/gi18n.h>
#include <string.h>

#define IDLE 60000   /* milliseconds a service with nothing to do stays */

#define TIDY 900   /* seconds between two times that stories are let go of */

struct _AttApplication {
  AdwApplication parent_instance;
  AttDesk   *desk;
  AttPageRound *pages;
  GSettings *settings;
  char      *profile, *picture;   /* from the command line */
  gboolean   sample, hidden;      /* hidden: started to keep watch, nobody asked for a window */
  gboolean   started;             /* the rounds go */
  gint64     tidied;              /* when it was last; microseconds, monotonic */
};

G_DEFINE_FINAL_TYPE (AttApplication, att_application, ADW_TYPE_APPLICATION)

static void
asked_cb (gpointer data)
{
  AttApplication *self = data;
  att_notifier_tell (G_APPLICATION (self), self->desk, self->settings);
}

/* Every minute, though no feed was due: what waits for its hour is told then. */
static void
round_over_cb (AttApplication *self)
{
  gint64 now = g_get_monotonic_time ();
  if (self->tidied == 0 || now - self->tidied >= TIDY * G_USEC_PER_SEC) {   /* it looks at every story there is */
    self->tidied = now;
    att_desk_tidy (self->desk);
  }
  att_desk_ask_monitors (self->desk, asked_cb, self);
}

static void
mark_monitor_read (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  AttDesk *desk = att_application_get_desk (data, NULL);
  if (desk)
    att_notifier_mark_read (desk, g_variant_get_int64 (parameter));
}

static void
mute_monitor (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  AttDesk *desk = att_application_get_desk (data, NULL);
  if (desk)
    att_notifier_mute (desk, g_variant_get_int64 (parameter));
}

static void
open_monitor (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  AttWindow *window = att_application_present (data);
  if (window)
    att_window_open_monitor (window, g_variant_get_int64 (parameter));
}

/* Only when somebody chooses: the desk remembers it, and may have been told otherwise from the command line. */
static void
apply_keep (AttApplication *self)
{
  AttKeep keep = { g_settings_get_int (self->settings, "keep-days"), 0 };
  if (self->desk)
    att_desk_set_keep (self->desk, NULL, 0, &keep);
}

static void
apply_settings (AttApplication *self)
{
  static const AdwColorScheme SCHEMES[] = { ADW_COLOR_SCHEME_DEFAULT, ADW_COLOR_SCHEME_FORCE_LIGHT, ADW_COLOR_SCHEME_FORCE_DARK };
  guint theme = g_settings_get_enum (self->settings, "theme");
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), SCHEMES[MIN (theme, G_N_ELEMENTS (SCHEMES) - 1)]);
  if (self->desk == NULL)
    return;
  att_desk_set_interval (self->desk, (gint64) g_settings_get_int (self->settings, "interval") * 60);
  att_desk_set_metered (self->desk, g_settings_get_boolean (self->settings, "metered"));
  g_auto (GStrv) languages = g_settings_get_strv (self->settings, "languages");
  att_store_set_languages (att_desk_get_store (self->desk), (const char *const *) languages);
}

static void
preferences (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  AttApplication *self = data;
  att_platform_present_preferences (gtk_application_get_active_window (GTK_APPLICATION (self)), att_preferences_page_new (self->settings));
}

static void
about (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  att_platform_show_about (gtk_application_get_active_window (GTK_APPLICATION (data)));
}

static void
help (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  att_help_present (gtk_application_get_active_window (GTK_APPLICATION (data)));
}

/* The windows remember where they stand; then the program ends, also where it would stay without them. */
static void
quit (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  g_autoptr (GList) windows = g_list_copy (gtk_application_get_windows (GTK_APPLICATION (data)));
  for (GList *at = windows; at; at = at->next)
    gtk_window_close (at->data);
  g_application_quit (G_APPLICATION (data));
}

/* The session ends. */
static gboolean
terminated_cb (gpointer application)
{
  quit (NULL, NULL, application);
  return G_SOURCE_CONTINUE;
}

static const GActionEntry ACTIONS[] = { { "preferences", preferences }, { "about", about }, { "help", help }, { "quit", quit }, { "open-monitor", open_monitor, "x" },
                                         { "mark-monitor-read", mark_monitor_read, "x" }, { "mute-monitor", mute_monitor, "x" } };

static void
sampled_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  if (att_desk_subscribe_finish (ATT_DESK (source), result, &error) < 0)
    att_desk_fail (ATT_DESK (source), error);
}

static char *
profile_of (AttApplication *self)
{
  return self->profile ? g_strdup (self->profile) : g_build_filename (g_get_user_data_dir (), "attache", NULL);
}

AttDesk *
att_application_get_desk (AttApplication *self, GError **error)
{
  g_autofree char *profile = profile_of (self);
  if (self->desk == NULL)
    self->desk = att_desk_open (profile, error);
  if (self->desk == NULL || self->pages)
    return self->desk;
  att_database_forbid_here ();   /* the loop that draws waits for no disk */
  apply_settings (self);
  self->pages = att_page_round_new (self->desk);
  g_signal_connect_object (self->desk, "finished", G_CALLBACK (round_over_cb), self, G_CONNECT_SWAPPED);
  return self->desk;
}

/* A desk that was only asked something on the bus does not fetch. */
static void
start_rounds (AttApplication *self)
{
  if (!self->started)
    att_desk_start (self->desk);
  self->started = TRUE;
}

static GtkWindow *
find_window (AttApplication *self)
{
  for (GList *at = gtk_application_get_windows (GTK_APPLICATION (self)); at; at = at->next)
    if (ATT_IS_WINDOW (at->data))
      return at->data;
  return NULL;
}

AttWindow *
att_application_present (AttApplication *self)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *profile = profile_of (self);
  GtkWindow *window = find_window (self);
  if (window == NULL && att_application_get_desk (self, &error) == NULL) {
    GtkWindow *told = gtk_application_get_active_window (GTK_APPLICATION (self));
    if (told)
      gtk_window_present (told);
    else
      att_failure_present (GTK_APPLICATION (self), profile, error);
    return NULL;
  }
  gboolean new = window == NULL;
  if (new) {
    window = GTK_WINDOW (att_window_new (GTK_APPLICATION (self), self->desk, self->settings));
    att_window_set_pages (ATT_WINDOW (window), self->pages);
  }
  if (new && self->sample)
    att_desk_sample_async (self->desk, sampled_cb, NULL);
  gtk_window_present (window);
  if (new && self->picture)
    att_picture_take_when_ready (ATT_WINDOW (window), self->picture);
  else if (new)
    start_rounds (self);
  return ATT_WINDOW (window);
}

static void
activate (GApplication *application)
{
  AttApplication *self = ATT_APPLICATION (application);
  g_autoptr (GError) error = NULL;
  if (!self->hidden) {
    att_application_present (self);
    return;
  }
  self->hidden = FALSE;   /* the next start is somebody who wants to see it */
  if (att_application_get_desk (self, &error) == NULL)
    g_warning ("%s", error->message);
  else {
    g_settings_set_boolean (self->settings, "background", TRUE);
    start_rounds (self);
  }
}

static void
open_files (GApplication *application, GFile **files, int n_files, const char *hint)
{
  AttWindow *window = att_application_present (ATT_APPLICATION (application));
  for (int i = 0; window && i < n_files; i++)
    att_window_take (window, files[i]);
}

static gboolean
register_on_bus (GApplication *application, GDBusConnection *connection, const char *path, GError **error)
{
  return G_APPLICATION_CLASS (att_application_parent_class)->dbus_register (application, connection, path, error)
         && att_bus_register (ATT_APPLICATION (application), connection, path, error)
         && att_search_provider_register (ATT_APPLICATION (application), connection, path, error);
}

static void
unregister_on_bus (GApplication *application, GDBusConnection *connection, const char *path)
{
  att_bus_unregister (connection);
  att_search_provider_unregister (connection);
  G_APPLICATION_CLASS (att_application_parent_class)->dbus_unregister (application, connection, path);
}

static int
handle_local_options (GApplication *application, GVariantDict *options)
{
  AttApplication *self = ATT_APPLICATION (application);
  g_variant_dict_lookup (options, "profile", "^ay", &self->profile);
  g_variant_dict_lookup (options, "picture", "^ay", &self->picture);
  g_variant_dict_lookup (options, "sample", "b", &self->sample);
  if (g_variant_dict_contains (options, "verbose"))
    att_error_be_verbose ();
  if (self->profile)   /* another desk is another program */
    g_application_set_flags (application, g_application_get_flags (application) | G_APPLICATION_NON_UNIQUE);
  self->hidden = g_variant_dict_contains (options, "background");
  if (self->hidden && g_application_register (application, NULL, NULL) && g_application_get_is_remote (application))
    return 0;   /* somebody keeps watch already */
  return -1;
}

static void
startup (GApplication *application)
{
  AttApplication *self = ATT_APPLICATION (application);
  G_APPLICATION_CLASS (att_application_parent_class)->startup (application);
  g_autoptr (GtkCssProvider) style = gtk_css_provider_new ();
  gtk_css_provider_load_from_resource (style, "/org/attache/Attache/ui/style.css");
  gtk_style_context_add_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (style), GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  gtk_icon_theme_add_resource_path (gtk_icon_theme_get_for_display (gdk_display_get_default ()), "/org/attache/Attache/icons");
  gtk_window_set_default_icon_name (ATT_APP_ID);
  self->settings = g_settings_new (ATT_APP_ID);
  g_signal_connect_object (self->settings, "changed", G_CALLBACK (apply_settings), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->settings, "changed::keep-days", G_CALLBACK (apply_keep), self, G_CONNECT_SWAPPED);
  att_background_follow (application, self->settings);
  if (g_application_get_flags (application) & G_APPLICATION_IS_SERVICE)
    g_application_set_inactivity_timeout (application, IDLE);
  g_unix_signal_add (SIGTERM, terminated_cb, self);
  g_unix_signal_add (SIGHUP, terminated_cb, self);
  g_action_map_add_action_entries (G_ACTION_MAP (self), ACTIONS, G_N_ELEMENTS (ACTIONS), self);
  gtk_application_set_accels_for_action (GTK_APPLICATION (self), "app.preferences", (const char *const[]) { "<Control>comma", NULL });
  gtk_application_set_accels_for_action (GTK_APPLICATION (self), "app.help", (const char *const[]) { "F1", NULL });
  gtk_application_set_accels_for_action (GTK_APPLICATION (self), "app.quit", (const char *const[]) { "<Control>q", NULL });
}

static void
shut_down (GApplication *application)
{
  AttApplication *self = ATT_APPLICATION (application);
  if (self->pages)
    att_page_round_stop (self->pages);
  g_clear_object (&self->pages);
  if (self->desk)
    att_desk_close (self->desk);
  g_clear_object (&self->desk);
  g_clear_object (&self->settings);
  G_APPLICATION_CLASS (att_application_parent_class)->shutdown (application);
}

AttApplication *
att_application_new (void)
{
  return g_object_new (ATT_TYPE_APPLICATION, "application-id", ATT_APP_ID, "flags", G_APPLICATION_HANDLES_OPEN, "register-session", TRUE, NULL);
}

static void
att_application_finalize (GObject *object)
{
  AttApplication *self = ATT_APPLICATION (object);
  g_free (self->profile);
  g_free (self->picture);
  G_OBJECT_CLASS (att_application_parent_class)->finalize (object);
}

static void
att_application_class_init (AttApplicationClass *class)
{
  GApplicationClass *application = G_APPLICATION_CLASS (class);
  G_OBJECT_CLASS (class)->finalize = att_application_finalize;
  application->activate = activate;
  application->open = open_files;
  application->dbus_register = register_on_bus;
  application->dbus_unregister = unregister_on_bus;
  application->handle_local_options = handle_local_options;
  application->startup = startup;
  application->shutdown = shut_down;
}

static void
att_application_init (AttApplication *self)
{
  const GOptionEntry entries[] = {
    { "profile", 0, 0, G_OPTION_ARG_FILENAME, NULL, N_("Use the desk in this folder"), N_("FOLDER") },
    { "background", 0, 0, G_OPTION_ARG_NONE, NULL, N_("Keep watch without a window"), NULL },
    { "sample", 0, 0, G_OPTION_ARG_NONE, NULL, N_("Begin with the sample desk"), NULL },
    { "verbose", 0, 0, G_OPTION_ARG_NONE, NULL, N_("Tell on standard error what is done"), NULL },
    { "picture", 0, 0, G_OPTION_ARG_FILENAME, NULL, N_("Save a picture of the window to this PNG file and quit"), N_("FILE") },
    { 0 },
  };
  g_application_add_main_option_entries (G_APPLICATION (self), entries);
}
