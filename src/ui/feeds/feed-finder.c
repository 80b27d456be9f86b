/* feed-finder.c: the window in which an address becomes a subscription.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "ui/feeds/feed-finder.h"

#include "base/error.h"
#include "base/text.h"
#include "base/url.h"
#include "desk/logins.h"
#include "ui/platform/platform.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <math.h>

#define ATT_TYPE_FEED_FINDER (att_feed_finder_get_type ())
G_DECLARE_FINAL_TYPE (AttFeedFinder, att_feed_finder, ATT, FEED_FINDER, AdwWindow)

struct _AttFeedFinder {
  AdwWindow     parent_instance;
  GtkEntry     *address;
  GtkStack     *stack;
  GtkLabel     *hint;
  GtkListBox   *found;
  GtkWidget    *sign_in;      /* shown where that is what is missing */
  AttDesk      *desk;
  GCancellable *cancellable;
};

G_DEFINE_FINAL_TYPE (AttFeedFinder, att_feed_finder, ADW_TYPE_WINDOW)

static void
say (AttFeedFinder *self, const char *words)
{
  gtk_label_set_text (self->hint, words);
  gtk_widget_set_visible (self->sign_in, FALSE);
  gtk_stack_set_visible_child_name (self->stack, "hint");
}

static GtkWidget *
button_at (AttFeedFinder *self, int i)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->found, i);
  return row ? g_object_get_data (G_OBJECT (row), "button") : NULL;
}

/* Whether a feed that was found may still be subscribed to, or is about to be; the keyboard goes on to it where it was on the one before. */
static gboolean
has_others (AttFeedFinder *self)
{
  gboolean under_way = FALSE;
  GtkWidget *one, *focus = gtk_window_get_focus (GTK_WINDOW (self));
  for (int i = 0; (one = button_at (self, i)); i++) {
    under_way |= g_object_get_data (G_OBJECT (one), "under-way") != NULL;
    if (!gtk_widget_get_sensitive (one))
      continue;
    if (gtk_widget_get_mapped (one) && (focus == NULL || gtk_widget_is_ancestor (focus, GTK_WIDGET (self->found))))
      gtk_widget_grab_focus (one);
    return TRUE;
  }
  return under_way;
}

/* It closes when no other one is left. */
static void
subscribed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GtkWidget) button = data;
  AttFeedFinder *self = ATT_FEED_FINDER (gtk_widget_get_ancestor (button, ATT_TYPE_FEED_FINDER));
  g_autoptr (GError) error = NULL;
  gboolean done = att_desk_subscribe_finish (ATT_DESK (source), result, &error) >= 0;
  g_object_set_data (G_OBJECT (button), "under-way", NULL);
  if (self == NULL)   /* closed meanwhile, or looking for others */
    return;
  if (!done) {
    g_autofree char *why = g_markup_escape_text (error->message, -1);
    gtk_widget_set_sensitive (button, TRUE);
    adw_action_row_set_subtitle (ADW_ACTION_ROW (gtk_widget_get_ancestor (button, ADW_TYPE_ACTION_ROW)), why);
    return;
  }
  gtk_button_set_label (GTK_BUTTON (button), _("Subscribed"));
  if (!has_others (self))
    gtk_window_close (GTK_WINDOW (self));
}

static void
subscribe_cb (GtkButton *button, AttFeedFinder *self)
{
  g_autoptr (GPtrArray) feeds = g_ptr_array_new_with_free_func ((GDestroyNotify) att_feed_unref);
  AttFeed *feed = att_feed_new ();
  feed->url = g_strdup (g_object_get_data (G_OBJECT (button), "url"));
  feed->title = g_strdup (g_object_get_data (G_OBJECT (button), "title"));
  g_ptr_array_add (feeds, feed);
  gtk_widget_set_sensitive (GTK_WIDGET (button), FALSE);
  g_object_set_data (G_OBJECT (button), "under-way", button);
  att_desk_subscribe_async (self->desk, feeds, subscribed_cb, g_object_ref (button));
}

static char *
describe (const AttFoundFeed *found)
{
  double a_week = floor (found->per_week + 0.5);
  g_autofree char *rate = a_week >= 1 ? g_strdup_printf (ngettext ("%.0f story a week", "%.0f stories a week", (gulong) a_week), a_week)
                                               : g_strdup_printf (ngettext ("%u story", "%u stories", found->n_articles), found->n_articles);
  g_autofree char *newest = found->newest ? att_text_shorten (found->newest, 70) : NULL;
  g_autofree char *line = newest ? g_strdup_printf (_("%s. Newest: %s"), rate, newest) : g_strdup (rate);
  return g_markup_escape_text (line, -1);
}

/* Enter on a row subscribes, too. An activatable widget would lose its own name to the row's. */
static void
activated_cb (GtkWidget *button)
{
  gtk_widget_mnemonic_activate (button, FALSE);
}

static void
add_found (AttFeedFinder *self, const AttFoundFeed *found)
{
  GtkWidget *row = adw_action_row_new (), *button = gtk_button_new_with_label (found->subscribed ? _("Subscribed") : _("Subscribe"));
  g_autofree char *title = g_markup_escape_text (found->title, -1), *subtitle = describe (found);
  g_autofree char *name = g_strdup_printf (_("Subscribe to %s"), found->title);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_sensitive (button, !found->subscribed);
  gtk_widget_set_tooltip_text (button, found->url);
  att_platform_name_button (button, name);
  g_object_set_data_full (G_OBJECT (button), "url", g_strdup (found->url), g_free);
  g_object_set_data_full (G_OBJECT (button), "title", g_strdup (found->title), g_free);
  g_signal_connect (button, "clicked", G_CALLBACK (subscribe_cb), self);
  g_object_set_data (G_OBJECT (row), "button", button);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_signal_connect_object (row, "activated", G_CALLBACK (activated_cb), button, G_CONNECT_SWAPPED);
  gtk_list_box_append (self->found, row);
}

static void
found_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AttFeedFinder) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) found = att_desk_find_finish (ATT_DESK (source), result, &error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (found == NULL) {
    say (self, error->message);
    gtk_widget_set_visible (self->sign_in, g_error_matches (error, ATT_ERROR, ATT_ERROR_LOGIN));
    return;
  }
  GtkListBoxRow *row;
  while ((row = gtk_list_box_get_row_at_index (self->found, 0)))
    gtk_list_box_remove (self->found, GTK_WIDGET (row));
  for (guint i = 0; i < found->len; i++)
    add_found (self, g_ptr_array_index (found, i));
  gtk_stack_set_visible_child_name (self->stack, "found");
}

static void
look_up (AttFeedFinder *self)
{
  if (!att_text_has (gtk_editable_get_text (GTK_EDITABLE (self->address)))) {   /* an address first */
    gtk_widget_grab_focus (GTK_WIDGET (self->address));
    return;
  }
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  gtk_stack_set_visible_child_name (self->stack, "busy");
  att_desk_find_async (self->desk, gtk_editable_get_text (GTK_EDITABLE (self->address)), self->cancellable, found_cb, g_object_ref (self));
}

char *
att_feed_finder_login_words (const char *url)
{
  g_autofree char *host = att_url_host (url);
  if (g_str_has_prefix (url, "http://"))
    return g_strdup_printf (_("%s asks for them unencrypted: whoever is on the way can read along. The keyring keeps them."), host ? host : url);
  return g_strdup_printf (_("%s asks for them. The keyring keeps them."), host ? host : url);
}

static void
login_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  AttFeedFinder *self = ATT_FEED_FINDER (source);
  g_autofree char *url = data, *user = NULL, *password = NULL;
  if (!att_platform_ask_login_finish (result, &user, &password))
    return;
  att_desk_sign_in (self->desk, 0, url, user, password);
  look_up (self);
}

static void
sign_in (AttFeedFinder *self)
{
  char *url = att_url_from_text (gtk_editable_get_text (GTK_EDITABLE (self->address)));
  if (url == NULL)
    return;
  g_autofree char *words = att_feed_finder_login_words (url);
  att_platform_ask_login_async (GTK_WINDOW (self), words, login_cb, url);
}

void
att_feed_finder_present (GtkWindow *parent, AttDesk *desk, const char *address)
{
  AttFeedFinder *self = g_object_new (ATT_TYPE_FEED_FINDER, "transient-for", parent, NULL);
  self->desk = g_object_ref (desk);
  gtk_window_present (GTK_WINDOW (self));
  if (address) {
    gtk_editable_set_text (GTK_EDITABLE (self->address), address);
    look_up (self);
  }
}

static void
att_feed_finder_dispose (GObject *object)
{
  AttFeedFinder *self = ATT_FEED_FINDER (object);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->desk);
  G_OBJECT_CLASS (att_feed_finder_parent_class)->dispose (object);
}

static void
att_feed_finder_class_init (AttFeedFinderClass *class)
{
  GtkWidgetClass *widget = GTK_WIDGET_CLASS (class);
  G_OBJECT_CLASS (class)->dispose = att_feed_finder_dispose;
  gtk_widget_class_add_binding_action (widget, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_set_template_from_resource (widget, "/org/attache/Attache/ui/feeds/feed-finder.ui");
  gtk_widget_class_bind_template_child (widget, AttFeedFinder, address);
  gtk_widget_class_bind_template_child (widget, AttFeedFinder, stack);
  gtk_widget_class_bind_template_child (widget, AttFeedFinder, hint);
  gtk_widget_class_bind_template_child (widget, AttFeedFinder, found);
  gtk_widget_class_bind_template_child (widget, AttFeedFinder, sign_in);
  gtk_widget_class_bind_template_callback (widget, look_up);
  gtk_widget_class_bind_template_callback (widget, sign_in);
}

static void
att_feed_finder_init (AttFeedFinder *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
