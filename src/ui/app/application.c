/* application.c: the desktop program.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "ui/app/application.h"

#include "base/error.h"
#include "desk/desk.h"
#include "desk/monitoring.h"
#include "desk/tidy.h"
#include "store/database.h"
#include "ui/app/failure.h"
#include "ui/app/notifier.h"
#include "ui/app/picture.h"
#include "ui/app/preferences.h"
#include "ui/platform/platform.h"
#include "ui/window/window.h"

#include <glib/gi18n.h>

struct _AttApplication {
  AdwApplication parent_instance;
  AttDesk   *desk;
  AttPageRound *pages;
  GSettings *settings;
  char      *profile, *picture;   /* from the command line */
  gboolean   sample;
};

G_DEFINE_FINAL_TYPE (AttApplication, att_application, ADW_TYPE_APPLICATION)

static void
asked_cb (gpointer data)
{
  AttApplication *self = data;
  att_notifier_tell (G_APPLICATION (self), self->desk, self->settings);
}

static void
round_over_cb (AttApplication *self)
{
  att_desk_tidy (self->desk);
  att_desk_ask_monitors (self->desk, asked_cb, self);
}

static void
open_monitor (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  AttApplication *self = data;
  g_application_activate (G_APPLICATION (self));
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self));
  if (ATT_IS_WINDOW (window))
    att_window_open_monitor (ATT_WINDOW (window), g_variant_get_int64 (parameter));
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
quit (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (data));
  if (window)
    gtk_window_close (window);
}

static const GActionEntry ACTIONS[] = { { "preferences", preferences }, { "about", about }, { "quit", quit }, { "open-monitor", open_monitor, "x" } };

static void
sampled_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  if (att_desk_subscribe_finish (ATT_DESK (source), result, &error) < 0)
    g_warning ("%s", error->message);
}

static void
activate (GApplication *application)
{
  AttApplication *self = ATT_APPLICATION (application);
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self));
  if (window) {
    gtk_window_present (window);
    return;
  }
  g_autoptr (GError) error = NULL;
  g_autofree char *profile = self->profile ? g_strdup (self->profile) : g_build_filename (g_get_user_data_dir (), "attache", NULL);
  self->desk = att_desk_open (profile, &error);
  if (self->desk == NULL) {
    att_failure_present (GTK_APPLICATION (self), profile, error);
    return;
  }
  att_database_forbid_here ();   /* the loop that draws waits for no disk */
  apply_settings (self);
  window = GTK_WINDOW (att_window_new (GTK_APPLICATION (self), self->desk, self->settings));
  self->pages = att_page_round_new (self->desk);
  g_signal_connect_object (self->desk, "finished", G_CALLBACK (round_over_cb), self, G_CONNECT_SWAPPED);
  att_window_set_pages (ATT_WINDOW (window), self->pages);
  if (self->sample)
    att_desk_sample_async (self->desk, sampled_cb, NULL);
  gtk_window_present (window);
  if (self->picture)
    att_picture_take_when_ready (ATT_WINDOW (window), self->picture);
  else
    att_desk_start (self->desk);
}

static void
open_files (GApplication *application, GFile **files, int n_files, const char *hint)
{
  g_application_activate (application);
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (application));
  for (int i = 0; ATT_IS_WINDOW (window) && i < n_files; i++) {
    g_autofree char *uri = g_file_get_uri (files[i]);
    gboolean list = g_file_is_native (files[i]) && (g_str_has_suffix (uri, ".opml") || g_str_has_suffix (uri, ".xml"));
    if (list)
      att_window_import (ATT_WINDOW (window), files[i]);
    else
      att_window_add_feed (ATT_WINDOW (window), uri);
  }
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
  g_action_map_add_action_entries (G_ACTION_MAP (self), ACTIONS, G_N_ELEMENTS (ACTIONS), self);
  gtk_application_set_accels_for_action (GTK_APPLICATION (self), "app.preferences", (const char *const[]) { "<Control>comma", NULL });
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
  return g_object_new (ATT_TYPE_APPLICATION, "application-id", ATT_APP_ID, "flags", G_APPLICATION_HANDLES_OPEN, NULL);
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
  application->handle_local_options = handle_local_options;
  application->startup = startup;
  application->shutdown = shut_down;
}

static void
att_application_init (AttApplication *self)
{
  const GOptionEntry entries[] = {
    { "profile", 0, 0, G_OPTION_ARG_FILENAME, NULL, N_("Use the desk in this folder"), N_("FOLDER") },
    { "sample", 0, 0, G_OPTION_ARG_NONE, NULL, N_("Begin with the sample desk"), NULL },
    { "verbose", 0, 0, G_OPTION_ARG_NONE, NULL, N_("Tell on standard error what is done"), NULL },
    { "picture", 0, 0, G_OPTION_ARG_FILENAME, NULL, N_("Save a picture of the window to this PNG file and quit"), N_("FILE") },
    { 0 },
  };
  g_application_add_main_option_entries (G_APPLICATION (self), entries);
}
