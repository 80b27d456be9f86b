/* article-row.c: one article in the list: its title, where and when, what it is about.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "ui/articles/article-row.h"

#include "base/date.h"
#include "base/text.h"
#include "store/articles.h"
#include "ui/widget/line.h"
#include "ui/widget/moment.h"
#include "ui/widget/topic-label.h"

#include <glib/gi18n.h>

#define SOURCE 28   /* letters of an outlet's name */

struct _AttArticleRow {
  GtkBox          parent_instance;
  AttLine        *title, *place, *themes;
  GtkWidget      *star;
  AttArticleItem *item;
  gulong          headline, flags;
};

G_DEFINE_FINAL_TYPE (AttArticleRow, att_article_row, GTK_TYPE_BOX)

static void
show_flags (AttArticleRow *self)
{
  guint flags = att_article_item_get_flags (self->item);
  gboolean unread = !(flags & ATT_FLAG_READ) && att_article_item_get_headline (self->item);
  if (unread)
    gtk_widget_add_css_class (GTK_WIDGET (self), "unread");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "unread");
  gtk_widget_set_visible (self->star, (flags & ATT_FLAG_STARRED) != 0);
}

static char *
join_themes (const AttHeadline *headline, const char *between)
{
  GString *joined = g_string_new (NULL);
  for (guint i = 0; headline->themes[i]; i++)
    g_string_append_printf (joined, "%s%s", i ? between : "", att_topic_shown (ATT_TOPIC_THEME, headline->themes[i]));
  return g_string_free (joined, FALSE);
}

/* A notice without a title goes by its words; one without any says so. */
static const char *
name_of (const AttHeadline *headline)
{
  return *headline->title ? headline->title : *headline->summary ? headline->summary : C_("a story", "Untitled");
}

/* What a screen reader says of the whole row; the row's own accessible is its list item's. */
static void
describe (AttArticleRow *self, const AttHeadline *headline, const char *when)
{
  GtkWidget *cell = gtk_widget_get_parent (GTK_WIDGET (self));
  if (cell == NULL)
    return;
  gboolean unread = !(att_article_item_get_flags (self->item) & ATT_FLAG_READ);
  gboolean starred = (att_article_item_get_flags (self->item) & ATT_FLAG_STARRED) != 0;
  g_autofree char *themes = join_themes (headline, ", "), *topics = starred ? g_strdup_printf ("%s%s%s", _("Starred"), *themes ? ", " : "", themes) : g_strdup (themes);
  /* Translators: an article as a screen reader says it: its title, who wrote it, when. */
  g_autofree char *label = g_strdup_printf (unread ? _("Unread, %s, %s, %s") : _("%s, %s, %s"), name_of (headline), headline->source, when);
  gtk_accessible_update_property (GTK_ACCESSIBLE (cell), GTK_ACCESSIBLE_PROPERTY_LABEL, label, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, topics, -1);
}

static void
show_headline (AttArticleRow *self)
{
  const AttHeadline *headline = att_article_item_get_headline (self->item);
  gtk_widget_set_opacity (GTK_WIDGET (self), headline ? 1 : 0);   /* what the row said before is hidden, not laid out anew */
  if (headline) {
    g_autofree char *when = att_moment_short (headline->published, att_date_now ());
    g_autofree char *source = att_text_shorten (headline->source, SOURCE), *place = g_strdup_printf ("%s · %s", source, when);   /* so that the time is seen */
    g_autofree char *themes = join_themes (headline, "  ·  ");
    att_line_set_text (self->title, name_of (headline));
    att_line_set_text (self->place, place);
    att_line_set_text (self->themes, themes);
    describe (self, headline, when);
  }
  show_flags (self);
}

void
att_article_row_set_item (AttArticleRow *self, AttArticleItem *item)
{
  if (self->item) {
    g_clear_signal_handler (&self->headline, self->item);
    g_clear_signal_handler (&self->flags, self->item);
  }
  g_set_object (&self->item, item);
  if (item == NULL)
    return;
  self->headline = g_signal_connect_swapped (item, "notify::headline", G_CALLBACK (show_headline), self);
  self->flags = g_signal_connect_swapped (item, "notify::flags", G_CALLBACK (show_headline), self);
  show_headline (self);
}

AttArticleItem *
att_article_row_get_item (AttArticleRow *self)
{
  return self->item;
}

void
att_article_row_set_lines (AttArticleRow *self, guint lines)
{
  att_line_set_lines (self->title, lines);
}

GtkWidget *
att_article_row_new (void)
{
  return g_object_new (ATT_TYPE_ARTICLE_ROW, NULL);
}

static void
att_article_row_dispose (GObject *object)
{
  att_article_row_set_item (ATT_ARTICLE_ROW (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), ATT_TYPE_ARTICLE_ROW);
  G_OBJECT_CLASS (att_article_row_parent_class)->dispose (object);
}

static void
att_article_row_class_init (AttArticleRowClass *class)
{
  GtkWidgetClass *widget = GTK_WIDGET_CLASS (class);
  G_OBJECT_CLASS (class)->dispose = att_article_row_dispose;
  g_type_ensure (ATT_TYPE_LINE);
  gtk_widget_class_set_template_from_resource (widget, "/org/attache/Attache/ui/articles/article-row.ui");
  gtk_widget_class_bind_template_child (widget, AttArticleRow, title);
  gtk_widget_class_bind_template_child (widget, AttArticleRow, place);
  gtk_widget_class_bind_template_child (widget, AttArticleRow, themes);
  gtk_widget_class_bind_template_child (widget, AttArticleRow, star);
}

static void
att_article_row_init (AttArticleRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
