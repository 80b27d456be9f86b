/* failure.c: the window that is shown when the desk cannot be opened, and what can be done.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "ui/app/failure.h"

#include "base/error.h"
#include "store/salvage.h"

#include <glib/gi18n.h>

typedef struct { GtkWidget *window, *page, *button; char *path; gboolean busy; } Failure;

static void
failure_free (gpointer data)
{
  g_free (((Failure *) data)->path);
  g_free (data);
}

static void
rescue_in_thread (GTask *task, gpointer source, gpointer path, GCancellable *cancellable)
{
  GError *error = NULL;
  AttSalvage *salvage = att_salvage_run (path, &error);
  if (salvage)
    g_task_return_pointer (task, salvage, (GDestroyNotify) att_salvage_free);
  else
    g_task_return_error (task, error);
}

static void
open_cb (GtkButton *button, Failure *self)
{
  GApplication *application = G_APPLICATION (gtk_window_get_application (GTK_WINDOW (self->window)));
  g_application_hold (application);   /* between the two windows */
  gtk_window_destroy (GTK_WINDOW (self->window));
  g_application_activate (application);
  g_application_release (application);
}

/* A path may have what markup means something by. */
static void
say (Failure *self, const char *words)
{
  g_autofree char *plain = g_markup_escape_text (words, -1);
  adw_status_page_set_description (ADW_STATUS_PAGE (self->page), plain);
}

static void
rescued_cb (GObject *window, GAsyncResult *result, gpointer data)
{
  Failure *self = data;
  self->busy = FALSE;
  g_autoptr (GError) error = NULL;
  g_autoptr (AttSalvage) salvage = g_task_propagate_pointer (G_TASK (result), &error);
  if (salvage == NULL) {
    say (self, error->message);
    gtk_widget_set_visible (self->button, FALSE);
    return;
  }
  g_autofree char *words = g_strdup_printf (_("Saved: %u feeds, %u stories, %u notes. The damaged desk is kept as %s."), salvage->feeds, salvage->articles, salvage->notes, salvage->aside);
  adw_status_page_set_title (ADW_STATUS_PAGE (self->page), _("What Could Be Read Is Saved"));
  say (self, words);
  gtk_button_set_label (GTK_BUTTON (self->button), _("Open the Desk"));
  gtk_widget_set_sensitive (self->button, TRUE);
  g_signal_handlers_disconnect_matched (self->button, G_SIGNAL_MATCH_DATA, 0, 0, NULL, NULL, self);
  g_signal_connect (self->button, "clicked", G_CALLBACK (open_cb), self);
}

/* It says what became of it, and may be the last window there is. */
static gboolean
stays_open (GtkWindow *window, const Failure *self)
{
  return self->busy;
}

static void
rescue_cb (GtkButton *button, Failure *self)
{
  self->busy = TRUE;
  gtk_widget_set_sensitive (GTK_WIDGET (button), FALSE);
  adw_status_page_set_description (ADW_STATUS_PAGE (self->page), _("Reading what can be read. This may take some minutes."));
  g_autoptr (GTask) task = g_task_new (self->window, NULL, rescued_cb, self);
  g_task_set_task_data (task, g_strdup (self->path), g_free);
  g_task_run_in_thread (task, rescue_in_thread);
}

static GtkWidget *
make_button (Failure *self)
{
  GtkWidget *button = gtk_button_new_with_label (_("Rescue What Can Be Read"));
  gtk_widget_add_css_class (button, "pill");
  gtk_widget_add_css_class (button, "suggested-action");
  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  g_signal_connect (button, "clicked", G_CALLBACK (rescue_cb), self);
  return button;
}

void
att_failure_present (GtkApplication *application, const char *profile, const GError *error)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  Failure *self = g_new0 (Failure, 1);
  *self = (Failure) { adw_application_window_new (application), adw_status_page_new (), NULL, g_build_filename (profile, "desk.db", NULL) };
  g_object_set_data_full (G_OBJECT (self->window), "failure", self, failure_free);
  adw_status_page_set_icon_name (ADW_STATUS_PAGE (self->page), "dialog-warning-symbolic");
  adw_status_page_set_title (ADW_STATUS_PAGE (self->page), _("The Desk Cannot Be Opened"));
  say (self, error->message);
  if (g_error_matches (error, ATT_ERROR, ATT_ERROR_DAMAGED)) {
    self->button = make_button (self);
    adw_status_page_set_child (ADW_STATUS_PAGE (self->page), self->button);
  }
  gtk_widget_set_vexpand (self->page, TRUE);
  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (box), self->page);
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (self->window), box);
  gtk_window_set_title (GTK_WINDOW (self->window), "Attaché");
  gtk_window_set_default_size (GTK_WINDOW (self->window), 640, 480);
  g_signal_connect (self->window, "close-request", G_CALLBACK (stays_open), self);
  gtk_window_present (GTK_WINDOW (self->window));
}
