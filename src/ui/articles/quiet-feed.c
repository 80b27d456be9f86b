/* quiet-feed.c: a feed without a story: why it has none, and what can be done.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "ui/articles/quiet-feed.h"

#include "base/error.h"
#include "ui/widget/trouble.h"

#include <adwaita.h>
#include <glib/gi18n.h>

struct _AttQuietFeed {
  GtkBox         parent_instance;
  AdwStatusPage *page;
  GtkButton     *sign_in, *try_now, *edit, *unsubscribe;
};

G_DEFINE_FINAL_TYPE (AttQuietFeed, att_quiet_feed, GTK_TYPE_BOX)

void
att_quiet_feed_set_feed (AttQuietFeed *self, const AttFeed *feed)
{
  gboolean fails = feed->trouble >= 0, read = feed->checked > 0;
  g_autofree char *words = fails ? att_trouble_tell (feed) : g_strdup (read ? _("The feed has no stories at present. They appear here when they come.") : _("Its stories appear here once it was read."));
  g_autofree char *escaped = g_markup_escape_text (words, -1);   /* a page takes it for markup */
  adw_status_page_set_icon_name (self->page, fails ? "dialog-warning-symbolic" : "document-open-recent-symbolic");
  adw_status_page_set_title (self->page, fails ? _("This Feed Cannot Be Read") : read ? _("Nothing Here Yet") : _("Not Read Yet"));
  adw_status_page_set_description (self->page, escaped);
  gtk_widget_set_visible (GTK_WIDGET (self->sign_in), feed->trouble == ATT_ERROR_LOGIN);
  gtk_widget_set_visible (GTK_WIDGET (self->edit), fails);
  gtk_widget_set_visible (GTK_WIDGET (self->unsubscribe), fails);
  GtkButton *const buttons[] = { self->sign_in, self->try_now, self->edit, self->unsubscribe };
  for (guint i = 0; i < G_N_ELEMENTS (buttons); i++)
    gtk_actionable_set_action_target (GTK_ACTIONABLE (buttons[i]), "x", feed->id);
}

static void
att_quiet_feed_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), ATT_TYPE_QUIET_FEED);
  G_OBJECT_CLASS (att_quiet_feed_parent_class)->dispose (object);
}

static void
att_quiet_feed_class_init (AttQuietFeedClass *class)
{
  GtkWidgetClass *widget = GTK_WIDGET_CLASS (class);
  G_OBJECT_CLASS (class)->dispose = att_quiet_feed_dispose;
  gtk_widget_class_set_template_from_resource (widget, "/org/attache/Attache/ui/articles/quiet-feed.ui");
  gtk_widget_class_bind_template_child (widget, AttQuietFeed, page);
  gtk_widget_class_bind_template_child (widget, AttQuietFeed, sign_in);
  gtk_widget_class_bind_template_child (widget, AttQuietFeed, try_now);
  gtk_widget_class_bind_template_child (widget, AttQuietFeed, edit);
  gtk_widget_class_bind_template_child (widget, AttQuietFeed, unsubscribe);
}

static void
att_quiet_feed_init (AttQuietFeed *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
