/* starter.c: the catalogue of starter sources, to choose from.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "ui/feeds/starter.h"

#include "base/table.h"

#include <adwaita.h>
#include <glib/gi18n.h>

typedef struct {
  GtkWindow *window;
  AttDesk   *desk;
  GtkWidget *page, *subscribe;
  AdwPreferencesGroup *group;
  char      *group_name;
  GPtrArray *checks;   /* of GtkCheckButton *, each with its feed */
} Starter;

static void
starter_free (gpointer data)
{
  Starter *self = data;
  g_object_unref (self->desk);
  g_free (self->group_name);
  g_ptr_array_unref (self->checks);
  g_free (self);
}

static void
count_chosen (Starter *self)
{
  guint n = 0;
  for (guint i = 0; i < self->checks->len; i++)
    n += gtk_check_button_get_active (g_ptr_array_index (self->checks, i));
  g_autofree char *label = n ? g_strdup_printf (ngettext ("Subscribe to %u Source", "Subscribe to %u Sources", n), n) : g_strdup (_("Choose Sources"));
  gtk_button_set_label (GTK_BUTTON (self->subscribe), label);
  gtk_widget_set_sensitive (self->subscribe, n > 0);
}

/* A row of the catalogue: group, title, feed, site, country, language, kind, owner. */
static void
add_source (char **c, guint line, gpointer data)
{
  Starter *self = data;
  if (g_strcmp0 (self->group_name, c[0]) != 0) {
    self->group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
    adw_preferences_group_set_title (self->group, _(c[0]));
    adw_preferences_page_add (ADW_PREFERENCES_PAGE (self->page), self->group);
    g_free (self->group_name);
    self->group_name = g_strdup (c[0]);
  }
  AttFeed *feed = att_feed_new ();
  feed->url = g_strdup (c[2]);
  feed->title = g_strdup (c[1]);
  feed->site = g_strdup (c[3]);
  feed->folder = g_strdup (c[0]);
  feed->country = g_strdup (c[4]);
  feed->language = g_strdup (c[5]);
  feed->kind = g_strdup (c[6]);
  feed->owner = g_strdup (c[7]);
  GtkWidget *row = adw_action_row_new (), *check = gtk_check_button_new ();
  g_autofree char *title = g_markup_escape_text (c[1], -1);
  g_autofree char *about = g_strdup_printf ("%s · %s · %s · %s", c[4], c[5], c[6], c[7]);
  g_autofree char *subtitle = g_markup_escape_text (about, -1);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  g_object_set_data_full (G_OBJECT (check), "feed", feed, (GDestroyNotify) att_feed_unref);
  g_signal_connect_swapped (check, "toggled", G_CALLBACK (count_chosen), self);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  adw_preferences_group_add (self->group, row);
  g_ptr_array_add (self->checks, check);
}

static void
subscribed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GtkWindow) window = data;
  g_autoptr (GError) error = NULL;
  if (att_desk_subscribe_finish (ATT_DESK (source), result, &error) < 0)
    g_warning ("%s", error->message);
  gtk_window_close (window);
}

static void
subscribe_cb (Starter *self)
{
  g_autoptr (GPtrArray) feeds = g_ptr_array_new_with_free_func ((GDestroyNotify) att_feed_unref);
  for (guint i = 0; i < self->checks->len; i++) {
    GtkWidget *check = g_ptr_array_index (self->checks, i);
    if (gtk_check_button_get_active (GTK_CHECK_BUTTON (check)))
      g_ptr_array_add (feeds, att_feed_ref (g_object_get_data (G_OBJECT (check), "feed")));
  }
  att_desk_subscribe_async (self->desk, feeds, subscribed_cb, g_object_ref (self->window));
}

static void
close_by_key (GtkWindow *window)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys), gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape, 0), gtk_named_action_new ("window.close")));
  gtk_widget_add_controller (GTK_WIDGET (window), keys);
}

void
att_starter_present (GtkWindow *parent, AttDesk *desk)
{
  Starter *self = g_new0 (Starter, 1);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), *header = adw_header_bar_new ();
  self->desk = g_object_ref (desk);
  self->checks = g_ptr_array_new ();
  self->page = adw_preferences_page_new ();
  self->subscribe = gtk_button_new ();
  self->window = GTK_WINDOW (adw_window_new ());
  gtk_widget_add_css_class (self->subscribe, "suggested-action");
  g_signal_connect_swapped (self->subscribe, "clicked", G_CALLBACK (subscribe_cb), self);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), self->subscribe);
  gtk_widget_set_vexpand (self->page, TRUE);
  gtk_box_append (GTK_BOX (box), header);
  gtk_box_append (GTK_BOX (box), self->page);
  adw_window_set_content (ADW_WINDOW (self->window), box);
  gtk_window_set_title (self->window, _("Starter Sources"));
  gtk_window_set_default_size (self->window, 560, 620);
  gtk_window_set_transient_for (self->window, parent);
  gtk_window_set_modal (self->window, TRUE);
  g_object_set_data_full (G_OBJECT (self->window), "starter", self, starter_free);

  g_autoptr (GBytes) table = g_resources_lookup_data ("/org/attache/Attache/starter.tsv", 0, NULL);
  att_table_read (table, 8, add_source, self);
  count_chosen (self);
  close_by_key (self->window);
  gtk_window_present (self->window);
}
