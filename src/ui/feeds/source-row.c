/* source-row.c: one source in the side bar: its name, its sign of trouble, what is unread.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "ui/feeds/source-row.h"

#include "base/date.h"
#include "base/error.h"
#include "ui/widget/moment.h"

#include <glib/gi18n.h>

struct _AttSourceRow {
  GtkBox     parent_instance;
  GtkImage  *icon;
  GtkLabel  *name, *unread;
  GtkWidget *trouble, *alert, *arrow;
  AttSource *source;
  gulong     follows;
};

G_DEFINE_FINAL_TYPE (AttSourceRow, att_source_row, GTK_TYPE_BOX)

static const char *
name_of (AttSource *source)
{
  switch (att_source_get_kind (source)) {
    case ATT_SOURCE_ALL:     return _("All Stories");
    case ATT_SOURCE_UNREAD:  return _("Unread");
    case ATT_SOURCE_STARRED: return _("Starred");
    default:                 return att_source_get_label (source);
  }
}

static const char *
icon_of (AttSource *source)
{
  switch (att_source_get_kind (source)) {
    case ATT_SOURCE_ALL:     return "view-list-symbolic";
    case ATT_SOURCE_UNREAD:  return "mail-unread-symbolic";
    case ATT_SOURCE_STARRED: return "starred-symbolic";
    case ATT_SOURCE_MONITOR: return "folder-saved-search-symbolic";
    case ATT_SOURCE_FOLDER:  return "folder-symbolic";
    default:                 return "application-rss+xml-symbolic";
  }
}

/* What is wrong, since when, and what happens next. */
static char *
tell_trouble (const AttFeed *feed)
{
  g_autofree char *since = feed->failing_since ? att_moment_long (feed->failing_since) : NULL;
  g_autofree char *next = feed->due ? att_moment_short (feed->due, att_date_now ()) : NULL;
  if (feed->trouble < 0)
    return feed->trouble_text ? g_strdup_printf ("%s\n%s", feed->url, feed->trouble_text) : g_strdup (feed->url);
  if (feed->trouble == ATT_ERROR_GONE)
    return g_strdup_printf (_("%s\nSince %s. Right-click to unsubscribe."), feed->trouble_text, since ? since : "–");
  return g_strdup_printf (_("%s\nSince %s. Next try: %s. Right-click for what can be done."), feed->trouble_text, since ? since : "–", next ? next : "–");
}

/* Made when it is looked at: to set a tooltip's text asks the display where the pointer is, for each of a thousand rows. */
static gboolean
tooltip_cb (AttSourceRow *self, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  const AttFeed *feed = self->source ? att_source_get_feed (self->source) : NULL;
  g_autofree char *tip = feed ? tell_trouble (feed) : NULL;
  gtk_tooltip_set_text (tooltip, tip);
  return tip != NULL;
}

static void
show (AttSourceRow *self)
{
  guint n = att_source_get_unread (self->source);
  const AttFeed *feed = att_source_get_feed (self->source);
  g_autofree char *count = n ? g_strdup_printf ("%u", n) : g_strdup ("");
  g_autofree char *tip = feed ? tell_trouble (feed) : NULL;
  g_autofree char *label = n ? g_strdup_printf (_("%s, %u"), name_of (self->source), n) : g_strdup (name_of (self->source));
  gtk_label_set_text (self->name, name_of (self->source));
  gtk_label_set_text (self->unread, count);
  AttMonitor *monitor = att_source_get_monitor (self->source);
  gtk_widget_set_visible (self->trouble, att_source_in_trouble (self->source));
  gtk_widget_set_visible (self->alert, monitor && monitor->alert != ATT_ALERT_NEVER);
  GtkWidget *cell = gtk_widget_get_parent (GTK_WIDGET (self));   /* what a screen reader stops at */
  gtk_accessible_update_property (GTK_ACCESSIBLE (cell ? cell : GTK_WIDGET (self)), GTK_ACCESSIBLE_PROPERTY_LABEL, label, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, tip ? tip : "", -1);
}

void
att_source_row_set_source (AttSourceRow *self, AttSource *source)
{
  if (self->source)
    g_clear_signal_handler (&self->follows, self->source);
  g_set_object (&self->source, source);
  if (source == NULL)
    return;
  self->follows = g_signal_connect_swapped (source, "notify::unread", G_CALLBACK (show), self);
  gtk_image_set_from_icon_name (self->icon, icon_of (source));
  gtk_widget_set_margin_start (GTK_WIDGET (self->icon), 14 * att_source_get_depth (source));
  show (self);
}

void
att_source_row_set_folded (AttSourceRow *self, gboolean folded)
{
  gboolean folder = self->source && att_source_get_kind (self->source) == ATT_SOURCE_FOLDER;
  GtkWidget *cell = gtk_widget_get_parent (GTK_WIDGET (self));
  GtkAccessible *told = GTK_ACCESSIBLE (cell ? cell : GTK_WIDGET (self));
  gtk_widget_set_visible (self->arrow, folder);
  gtk_image_set_from_icon_name (GTK_IMAGE (self->arrow), folded ? "pan-end-symbolic" : "pan-down-symbolic");
  if (folder)
    gtk_accessible_update_state (told, GTK_ACCESSIBLE_STATE_EXPANDED, !folded, -1);
  else
    gtk_accessible_reset_state (told, GTK_ACCESSIBLE_STATE_EXPANDED);
}

gboolean
att_source_row_has_arrow_at (AttSourceRow *self, GtkWidget *picked)
{
  return picked == self->arrow;
}

AttSource *
att_source_row_get_source (AttSourceRow *self)
{
  return self->source;
}

static void
att_source_row_dispose (GObject *object)
{
  att_source_row_set_source (ATT_SOURCE_ROW (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), ATT_TYPE_SOURCE_ROW);
  G_OBJECT_CLASS (att_source_row_parent_class)->dispose (object);
}

static void
att_source_row_class_init (AttSourceRowClass *class)
{
  GtkWidgetClass *widget = GTK_WIDGET_CLASS (class);
  G_OBJECT_CLASS (class)->dispose = att_source_row_dispose;
  gtk_widget_class_set_template_from_resource (widget, "/org/attache/Attache/ui/feeds/source-row.ui");
  gtk_widget_class_bind_template_child (widget, AttSourceRow, icon);
  gtk_widget_class_bind_template_child (widget, AttSourceRow, name);
  gtk_widget_class_bind_template_child (widget, AttSourceRow, trouble);
  gtk_widget_class_bind_template_child (widget, AttSourceRow, alert);
  gtk_widget_class_bind_template_child (widget, AttSourceRow, arrow);
  gtk_widget_class_bind_template_child (widget, AttSourceRow, unread);
}

static void
att_source_row_init (AttSourceRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  g_signal_connect (self, "query-tooltip", G_CALLBACK (tooltip_cb), NULL);
}
