/* trouble-list.c: the feeds that fail: why, since when, what happens next, and what can be done.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "ui/feeds/trouble-list.h"

#include "base/date.h"
#include "base/error.h"
#include "ui/platform/platform.h"
#include "ui/widget/moment.h"

#include <adwaita.h>
#include <glib/gi18n.h>

typedef struct { GtkWidget *window; char *action; gint64 feed; } Remedy;

static void
remedy_free (gpointer data, GClosure *closure)
{
  Remedy *remedy = data;
  g_free (remedy->action);
  g_free (remedy);
}

/* The page stands in a window of its own, and the action is another's. */
static void
clicked_cb (GtkButton *button, Remedy *remedy)
{
  gtk_window_close (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (button))));
  gtk_widget_activate_action (remedy->window, remedy->action, "x", remedy->feed);
}

static void
add_remedy (GtkWidget *row, GtkWidget *window, const AttFeed *feed, const char *icon, const char *words, const char *action)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);
  Remedy *remedy = g_new (Remedy, 1);
  *remedy = (Remedy) { window, g_strdup (action), feed->id };
  g_autofree char *name = g_strdup_printf ("%s: %s", words, att_feed_label (feed));
  gtk_widget_set_tooltip_text (button, words);
  att_platform_name_button (button, name);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_signal_connect_data (button, "clicked", G_CALLBACK (clicked_cb), remedy, remedy_free, 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
}

/* What the person can do about this kind of failure. */
static const char *
advise (const AttFeed *feed)
{
  switch (feed->trouble) {
    case ATT_ERROR_GONE:       return _("Its outlet says that it is gone for good. Unsubscribe, or look for its new address on the site.");
    case ATT_ERROR_NOT_A_FEED: return _("There is something else at this address. Open the site and look for its feed.");
    case ATT_ERROR_LOGIN:      return _("Sign in with the name and password its outlet gave you; the keyring keeps them.");
    default:                   return _("It will be tried again by itself. If it stays so, look whether its address has changed.");
  }
}

static GtkWidget *
make_row (GtkWidget *window, const AttFeed *feed)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *since = feed->failing_since ? att_moment_long (feed->failing_since) : g_strdup ("–"), *next = feed->due ? att_moment_short (feed->due, att_date_now ()) : g_strdup ("–");
  g_autofree char *times = g_strdup_printf (_("Since %s. Next try: %s."), since, next);
  g_autofree char *subtitle = g_strdup_printf ("%s\n%s\n%s", feed->trouble_text ? feed->trouble_text : "", times, advise (feed));
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), att_feed_label (feed));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  if (feed->trouble == ATT_ERROR_LOGIN)
    add_remedy (row, window, feed, "dialog-password-symbolic", _("Sign In"), "win.sign-in");
  add_remedy (row, window, feed, "view-refresh-symbolic", _("Try Now"), "win.refresh-feed");
  add_remedy (row, window, feed, "document-edit-symbolic", _("Edit Address"), "win.feed-settings");
  add_remedy (row, window, feed, "web-browser-symbolic", _("Open Site"), "win.open-site");
  add_remedy (row, window, feed, "user-trash-symbolic", _("Unsubscribe"), "win.unsubscribe");
  return row;
}

GtkWidget *
att_trouble_list_new (GtkWidget *window, AttSourceModel *sources)
{
  GtkWidget *page = adw_preferences_page_new (), *group = adw_preferences_group_new ();
  GListModel *list = att_source_model_get_list (sources);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_int64_hash, g_int64_equal);
  guint n = 0;
  adw_preferences_page_set_title (ADW_PREFERENCES_PAGE (page), _("Troubled Feeds"));
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _("Troubled Feeds"));
  for (guint i = 0; i < g_list_model_get_n_items (list); i++) {
    g_autoptr (AttSource) source = g_list_model_get_item (list, i);
    const AttFeed *feed = att_source_get_feed (source);
    if (feed == NULL || feed->trouble < 0 || !g_hash_table_add (seen, (gpointer) &feed->id))
      continue;
    adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), make_row (window, feed));
    n++;
  }
  if (n == 0)
    adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), _("All feeds are well."));
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (group));
  return page;
}
