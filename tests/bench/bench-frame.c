/* bench-frame.c: from exec to the first frame with the list filled, then the end.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * bench-frame PROFILE: the window over that desk. bench-frame: an empty window, for comparison. */

#include "config.h"
#include "ui/articles/article-row.h"
#include "ui/platform/platform.h"
#include "ui/window/window.h"


static const char *profile;
static AttDesk *desk;

static gboolean
is_filled (GtkWidget *widget)
{
  if (ATT_IS_ARTICLE_ROW (widget)) {
    GtkWidget *title = gtk_widget_get_first_child (gtk_widget_get_first_child (widget));
    return *gtk_label_get_text (GTK_LABEL (title)) != '\0';
  }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    if (is_filled (child))
      return TRUE;
  return FALSE;
}

static void
painted_cb (GdkFrameClock *clock, GtkWidget *window)
{
  if (profile == NULL || is_filled (window))
    gtk_window_destroy (GTK_WINDOW (window));
}

static void
activate_cb (GtkApplication *application)
{
  GtkWidget *window;
  if (profile) {
    g_autoptr (GSettings) settings = g_settings_new (ATT_APP_ID);
    desk = att_desk_open (profile, NULL);
    window = att_window_new (application, desk, settings);
  } else {
    window = adw_application_window_new (application);
    adw_application_window_set_content (ADW_APPLICATION_WINDOW (window), gtk_label_new ("Attaché"));
    gtk_window_set_default_size (GTK_WINDOW (window), 1280, 800);
  }
  gtk_window_present (GTK_WINDOW (window));
  g_signal_connect (gtk_widget_get_frame_clock (window), "after-paint", G_CALLBACK (painted_cb), window);
}

int
main (int argc, char **argv)
{
  profile = argc > 1 ? argv[1] : NULL;
  att_platform_choose_renderer ();
  g_autoptr (AdwApplication) application = adw_application_new (ATT_APP_ID, G_APPLICATION_NON_UNIQUE);
  g_signal_connect (application, "activate", G_CALLBACK (activate_cb), NULL);
  int status = g_application_run (G_APPLICATION (application), 1, argv);
  if (desk)
    att_desk_close (desk);
  g_clear_object (&desk);
  return status;
}
