/* trouble-list.c: the feeds that fail: why, since when, what happens next, and what can be done.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "ui/feeds/trouble-list.h"

#include "base/error.h"
#include "ui/platform/platform.h"
#include "ui/widget/trouble.h"

#include <adwaita.h>
#include <glib/gi18n.h>

typedef struct {
  GtkWidget           *window;    /* whose actions the buttons are */
  AttSourceModel      *sources;
  AdwPreferencesGroup *group;
  GPtrArray           *rows;      /* of GtkWidget *, in the group */
  char                *named;     /* whose they are; of others, and they are made anew */
} Troubles;

typedef struct { GtkWidget *window; const char *action; gint64 feed; gboolean stays; } Remedy;

static void
remedy_free (gpointer data, GClosure *closure)
{
  g_free (data);
}

/* The page stands in a window of its own, and the action is another's, which may have to show something. */
static void
clicked_cb (GtkButton *button, Remedy *remedy)
{
  if (!remedy->stays)
    gtk_window_close (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (button))));
  gtk_widget_activate_action (remedy->window, remedy->action, "x", remedy->feed);
}

static void
add_remedy (GtkWidget *row, GtkWidget *window, const AttFeed *feed, const char *icon, const char *words, const char *action, gboolean stays)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);
  Remedy *remedy = g_new (Remedy, 1);
  *remedy = (Remedy) { window, action, feed->id, stays };
  g_autofree char *name = g_strdup_printf ("%s: %s", words, att_feed_label (feed));
  gtk_widget_set_tooltip_text (button, words);
  att_platform_name_button (button, name);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_signal_connect_data (button, "clicked", G_CALLBACK (clicked_cb), remedy, remedy_free, 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
}

static GtkWidget *
make_row (GtkWidget *window, const AttFeed *feed)
{
  GtkWidget *row = adw_action_row_new ();
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), att_feed_label (feed));
  if (feed->trouble == ATT_ERROR_LOGIN)
    add_remedy (row, window, feed, "dialog-password-symbolic", _("Sign In"), "win.sign-in", FALSE);
  add_remedy (row, window, feed, "view-refresh-symbolic", _("Try Now"), "win.refresh-feed", TRUE);
  add_remedy (row, window, feed, "document-edit-symbolic", _("Edit Address"), "win.feed-settings", FALSE);
  add_remedy (row, window, feed, "web-browser-symbolic", _("Open Site"), "win.open-site", TRUE);
  add_remedy (row, window, feed, "user-trash-symbolic", _("Unsubscribe"), "win.unsubscribe", FALSE);
  return row;
}

static GtkWidget *
make_empty (void)
{
  GtkWidget *page = adw_status_page_new ();
  adw_status_page_set_icon_name (ADW_STATUS_PAGE (page), "emblem-ok-symbolic");
  adw_status_page_set_title (ADW_STATUS_PAGE (page), _("All Feeds Are Well"));
  return page;
}

/* Each troubled feed once, though it may stand in several folders; of AttFeed *, the model's own. */
static GPtrArray *
find_troubled (AttSourceModel *sources)
{
  GPtrArray *feeds = g_ptr_array_new ();
  GListModel *list = att_source_model_get_list (sources);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_int64_hash, g_int64_equal);
  for (guint i = 0; i < g_list_model_get_n_items (list); i++) {
    g_autoptr (AttSource) source = g_list_model_get_item (list, i);
    const AttFeed *feed = att_source_get_feed (source);
    if (feed && feed->trouble >= 0 && g_hash_table_add (seen, (gpointer) &feed->id))
      g_ptr_array_add (feeds, (gpointer) feed);
  }
  return feeds;
}

/* What a row is but for its words. */
static char *
name_all (GPtrArray *feeds)
{
  GString *named = g_string_new (NULL);
  for (guint i = 0; i < feeds->len; i++) {
    const AttFeed *feed = g_ptr_array_index (feeds, i);
    g_string_append_printf (named, "%" G_GINT64_FORMAT " %d %s\n", feed->id, feed->trouble == ATT_ERROR_LOGIN, att_feed_label (feed));
  }
  return g_string_free (named, FALSE);
}

static void
make_rows (Troubles *self, GPtrArray *feeds)
{
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->group, g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
  for (guint i = 0; i < feeds->len; i++)
    g_ptr_array_add (self->rows, make_row (self->window, g_ptr_array_index (feeds, i)));
  if (feeds->len == 0)
    g_ptr_array_add (self->rows, make_empty ());
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_add (self->group, g_ptr_array_index (self->rows, i));
}

/* The feeds may be tried while the page is open: a row stays, and the keyboard in it, as long as its feed is troubled. */
static void
show (Troubles *self)
{
  g_autoptr (GPtrArray) feeds = find_troubled (self->sources);
  g_autofree char *named = name_all (feeds);
  if (g_strcmp0 (named, self->named) != 0) {
    make_rows (self, feeds);
    g_free (self->named);
    self->named = g_steal_pointer (&named);
  }
  for (guint i = 0; i < feeds->len; i++) {
    g_autofree char *words = att_trouble_tell (g_ptr_array_index (feeds, i));
    adw_action_row_set_subtitle (g_ptr_array_index (self->rows, i), words);
  }
}

static void
troubles_free (gpointer data)
{
  Troubles *self = data;
  g_ptr_array_unref (self->rows);
  g_object_unref (self->sources);
  g_free (self->named);
  g_free (self);
}

static void
listed_cb (AttSourceModel *sources, GParamSpec *pspec, GtkWidget *page)
{
  show (g_object_get_data (G_OBJECT (page), "troubles"));
}

GtkWidget *
att_trouble_list_new (GtkWidget *window, AttSourceModel *sources)
{
  GtkWidget *page = adw_preferences_page_new (), *group = adw_preferences_group_new ();
  Troubles *self = g_new (Troubles, 1);
  *self = (Troubles) { window, g_object_ref (sources), ADW_PREFERENCES_GROUP (group), g_ptr_array_new () };
  g_object_set_data_full (G_OBJECT (page), "troubles", self, troubles_free);
  adw_preferences_page_set_title (ADW_PREFERENCES_PAGE (page), _("Troubled Feeds"));
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (group));
  show (self);
  g_signal_connect_object (sources, "notify::n-feeds", G_CALLBACK (listed_cb), page, 0);   /* at each reading */
  return page;
}
