/* margin.c: who speaks, beside the lines they speak in.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "ui/reader/margin.h"

#include "ui/platform/platform.h"
#include "ui/reader/marks.h"

#include <string.h>

struct _AttMargin {
  GtkWidget    parent_instance;
  GtkTextView *text;       /* it owns the margin */
  AttArticle  *article;
};

G_DEFINE_FINAL_TYPE (AttMargin, att_margin, GTK_TYPE_WIDGET)

static void
write_name (AttMargin *self, GtkSnapshot *snap, const char *name, double y, const GdkRGBA *color)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), name);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self->text)) == GTK_TEXT_DIR_RTL;
  pango_attr_list_insert (attributes, pango_attr_scale_new (0.78));
  pango_layout_set_attributes (layout, attributes);
  pango_layout_set_width (layout, (ATT_MARGIN_WIDTH - 12) * PANGO_SCALE);
  pango_layout_set_alignment (layout, rtl ? PANGO_ALIGN_LEFT : PANGO_ALIGN_RIGHT);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_height (layout, -2);   /* lines */
  gtk_snapshot_save (snap);
  gtk_snapshot_translate (snap, &GRAPHENE_POINT_INIT (rtl ? 12 : 0, y));
  gtk_snapshot_append_layout (snap, layout, color);
  gtk_snapshot_restore (snap);
}

/* A speaker is named where they begin, and again after another has spoken; never over another name. */
static void
snapshot (GtkWidget *widget, GtkSnapshot *snap)
{
  AttMargin *self = ATT_MARGIN (widget);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->text);
  const char *last = NULL;
  double free_from = -1000;
  GdkRGBA color;
  att_platform_get_color (widget, &color);
  color.alpha *= 0.7;
  for (guint i = 0; self->article && self->article->quotes && i < self->article->quotes->len; i++) {
    const AttQuote *quote = g_ptr_array_index (self->article->quotes, i);
    GtkTextIter start, end;
    GdkRectangle at;
    int x, y;
    if (quote->kind == ATT_QUOTE_INDIRECT || quote->speaker == NULL || g_strcmp0 (quote->speaker, last) == 0 || !att_marks_find (buffer, self->article, &quote->span, &start, &end))
      continue;
    gtk_text_view_get_iter_location (self->text, &start, &at);
    gtk_text_view_buffer_to_window_coords (self->text, GTK_TEXT_WINDOW_WIDGET, at.x, at.y, &x, &y);
    if (y < free_from)
      continue;
    write_name (self, snap, quote->speaker, y + 2, &color);
    last = quote->speaker;
    free_from = y + 34;
  }
}

static void
measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural, int *minimum_baseline, int *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL && ATT_MARGIN (widget)->article ? ATT_MARGIN_WIDTH : 0;
}

void
att_margin_show (AttMargin *self, AttArticle *article, gboolean room)
{
  AttArticle *old = self->article;
  self->article = article && room ? att_article_ref (article) : NULL;
  if ((old != NULL) != (self->article != NULL))
    gtk_widget_queue_resize (GTK_WIDGET (self));
  g_clear_pointer (&old, att_article_unref);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

GtkWidget *
att_margin_new (GtkTextView *text)
{
  AttMargin *self = g_object_new (ATT_TYPE_MARGIN, NULL);
  self->text = text;
  return GTK_WIDGET (self);
}

static void
att_margin_finalize (GObject *object)
{
  g_clear_pointer (&ATT_MARGIN (object)->article, att_article_unref);
  G_OBJECT_CLASS (att_margin_parent_class)->finalize (object);
}

static void
att_margin_class_init (AttMarginClass *class)
{
  G_OBJECT_CLASS (class)->finalize = att_margin_finalize;
  GTK_WIDGET_CLASS (class)->snapshot = snapshot;
  GTK_WIDGET_CLASS (class)->measure = measure;
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (class), "margin");
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (class), GTK_ACCESSIBLE_ROLE_PRESENTATION);   /* the list of quotations says the same */
}

static void
att_margin_init (AttMargin *self)
{
}

static gboolean
frame_cb (GtkWidget *text, GdkFrameClock *clock, gpointer n_frames)
{
  gtk_widget_queue_resize (text);
  return --*(guint *) n_frames > 0;
}

void
att_margin_settle (GtkWidget *text)
{
  gtk_widget_add_tick_callback (text, frame_cb, g_memdup2 (&(guint) { 3 }, sizeof (guint)), g_free);
}
