/* reader.c: one article, its topics, and who says what in it.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "ui/reader/reader.h"

#include "base/text.h"
#include "ui/reader/chip.h"
#include "ui/reader/find-bar.h"
#include "ui/reader/illustrations.h"
#include "ui/reader/margin.h"
#include "ui/reader/marks.h"
#include "ui/reader/origin.h"
#include "ui/reader/passage-menu.h"
#include "ui/reader/place.h"
#include "ui/reader/press.h"
#include "ui/reader/revision.h"
#include "ui/reader/statements.h"
#include "ui/widget/focus.h"
#include "ui/widget/moment.h"
#include "ui/widget/wrap.h"

#include <adwaita.h>
#include <string.h>

#define LETTERS 68           /* of a line at full width: 60 to 75 are read without effort */
#define PADDING 52           /* pixels beside the text, as style.css has them */

struct _AttReader {
  GtkBox             parent_instance;
  GtkStack          *stack;
  GtkScrolledWindow *scroller;
  GtkLabel          *title, *place;
  AttWrap           *chips, *persons, *labels;
  AttFindBar        *find;
  AttMargin         *margin;
  GMenuModel        *topics;    /* what a story may be said to be about; NULL: nothing may */
  GtkTextView       *text;
  GtkBox            *quotes;
  GtkPicture        *picture;
  AttDossier        *dossier;
  AttArticle        *article;   /* the one shown */
  AdwClamp          *clamp;
  GtkToggleButton   *changes;
  AttIllustrations  *illustrations;
  int                zoom;      /* percent */
  gboolean           turned;    /* another story than before */
};

G_DEFINE_FINAL_TYPE (AttReader, att_reader, GTK_TYPE_BOX)

enum { PROP_0, PROP_DOSSIER, PROP_ZOOM, N_PROPS };
static GParamSpec *properties[N_PROPS];

/* Where a letter stands in the scrolled column; FALSE: nowhere yet. */
static gboolean
height_of (AttReader *self, const GtkTextIter *iter, double *y)
{
  GdkRectangle at;
  graphene_point_t there;
  gtk_text_view_get_iter_location (self->text, iter, &at);
  if (!gtk_widget_compute_point (GTK_WIDGET (self->text), gtk_widget_get_parent (GTK_WIDGET (self->text)), &GRAPHENE_POINT_INIT (at.x, at.y), &there))
    return FALSE;
  *y = there.y;
  return TRUE;
}

/* The caret is followed where the keyboard moves it: the view itself does not scroll, the column does. */
static void
caret_cb (AttReader *self)
{
  GtkTextIter iter;
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->text);
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scroller);
  double y, top = gtk_adjustment_get_value (adjustment), page = gtk_adjustment_get_page_size (adjustment);
  gtk_text_buffer_get_iter_at_mark (buffer, &iter, gtk_text_buffer_get_insert (buffer));
  if (gtk_widget_has_focus (GTK_WIDGET (self->text)) && height_of (self, &iter, &y) && (y < top || y > top + page - 40))
    gtk_adjustment_set_value (adjustment, y - page / 3);
}

/* Scrolls to a place in the text and selects it, so that the eye finds it. */
static void
scroll_to (AttReader *self, const GtkTextIter *start, const GtkTextIter *end)
{
  double y;
  gtk_text_buffer_select_range (gtk_text_view_get_buffer (self->text), start, end);
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scroller);
  if (height_of (self, start, &y))
    gtk_adjustment_set_value (adjustment, y - gtk_adjustment_get_page_size (adjustment) / 3);
}

static void
go_to (AttReader *self, const AttSpan *span)
{
  GtkTextIter start, end;
  gtk_toggle_button_set_active (self->changes, FALSE);
  if (att_marks_find (gtk_text_view_get_buffer (self->text), self->article, span, &start, &end))
    scroll_to (self, &start, &end);
}

void
att_reader_go_to_quote (AttReader *self, const char *words)
{
  for (guint i = 0; self->article && self->article->quotes && i < self->article->quotes->len; i++) {
    const AttQuote *quote = g_ptr_array_index (self->article->quotes, i);
    if (strcmp (quote->text, words) == 0)
      go_to (self, &quote->span);
  }
}

static void
found_cb (AttReader *self, int from, int to)
{
  GtkTextIter start, end;
  gtk_text_buffer_get_iter_at_offset (gtk_text_view_get_buffer (self->text), &start, from);
  gtk_text_buffer_get_iter_at_offset (gtk_text_view_get_buffer (self->text), &end, to);
  scroll_to (self, &start, &end);
}

void
att_reader_find (AttReader *self)
{
  if (self->article)
    att_find_bar_open (self->find, self->text);
}

char *
att_reader_get_selection (AttReader *self, AttSpan *span)
{
  GtkTextIter start, end;
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->text);
  gboolean revised = gtk_toggle_button_get_active (self->changes);   /* then its letters are not where the article has them */
  if (self->article == NULL || self->article->text == NULL || revised || !gtk_text_buffer_get_selection_bounds (buffer, &start, &end))
    return NULL;
  *span = (AttSpan) { .zone = ATT_ZONE_TEXT, .start = att_marks_byte (buffer, self->article, &start), .end = att_marks_byte (buffer, self->article, &end) };
  return g_strndup (self->article->text + span->start, span->end - span->start);
}

/* From one of the words that made it to the next; those of the title are at the top. */
static void
chip_cb (GtkWidget *chip, AttReader *self)
{
  const AttSpan *span = att_chip_next (chip);
  const char *title = span && span->zone == ATT_ZONE_TITLE ? self->article->title : NULL;
  gtk_label_select_region (self->title, title ? g_utf8_strlen (title, span->start) : 0, title ? g_utf8_strlen (title, span->end) : 0);
  if (span && title == NULL)
    go_to (self, span);
  else
    gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
}

static void
add_chip (AttReader *self, AttWrap *wrap, const AttMention *mention)
{
  GtkWidget *chip = att_chip_new (self->article, mention);
  g_signal_connect (chip, "clicked", G_CALLBACK (chip_cb), self);
  att_wrap_append (wrap, chip);
}

static void
chosen_cb (const AttSpan *span, gpointer data)
{
  if (span->zone == ATT_ZONE_TEXT && span->end > span->start)   /* a note may be on the whole story */
    go_to (data, span);
}

static void
show_labels (AttReader *self)
{
  att_wrap_clear (self->labels);
  for (guint i = 0; self->article->labels && self->article->labels[i]; i++)
    att_wrap_append (self->labels, att_chip_new_label (self->article->labels[i]));
  gtk_widget_set_visible (GTK_WIDGET (self->labels), self->article->labels && self->article->labels[0]);
}

static void
show_chips (AttReader *self)
{
  gboolean persons = FALSE;
  att_wrap_clear (self->chips);
  att_wrap_clear (self->persons);
  for (guint i = 0; self->article->mentions && i < self->article->mentions->len; i++) {
    const AttMention *mention = g_ptr_array_index (self->article->mentions, i);
    if (mention->kind == ATT_TOPIC_THEME)
      add_chip (self, self->chips, mention);
    if (mention->kind != ATT_TOPIC_PERSON)
      continue;
    add_chip (self, self->persons, mention);
    persons = TRUE;
  }
  if (self->topics)
    att_wrap_append (self->chips, att_chip_new_adder (self->topics));
  gtk_widget_set_visible (GTK_WIDGET (self->persons), persons);
}

void
att_reader_set_topics (AttReader *self, GMenuModel *topics)
{
  g_set_object (&self->topics, topics);
}

/* As wide as a sentence of that many letters: the font's own average counts capitals and marks that are rare in one. */
static int
measure (AttReader *self)
{
  static const char SAMPLE[] = "The envoys met on Tuesday, for the first time since the autumn, and spoke for hours.";
  int width;
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self->text), SAMPLE);
  pango_layout_get_pixel_size (layout, &width, NULL);
  return width * LETTERS / (int) strlen (SAMPLE) * self->zoom / 100;
}

/* Names beside the text, where the column is wide enough for them and the measure. */
static void
show_margin (AttReader *self)
{
  int width = measure (self) + PADDING;
  gboolean room = gtk_widget_get_width (GTK_WIDGET (self->scroller)) >= width + ATT_MARGIN_WIDTH && !gtk_toggle_button_get_active (self->changes);
  att_margin_show (self->margin, self->article, room);
  for (GtkWidget *child = gtk_widget_get_first_child (gtk_widget_get_parent (GTK_WIDGET (self->text))); child; child = gtk_widget_get_next_sibling (child))
    gtk_widget_set_margin_start (child, room && child != GTK_WIDGET (self->text) ? ATT_MARGIN_WIDTH : 0);   /* all stand over the text */
  adw_clamp_set_maximum_size (self->clamp, width + (room ? ATT_MARGIN_WIDTH : 0));
  adw_clamp_set_tightening_threshold (self->clamp, width + (room ? ATT_MARGIN_WIDTH : 0));
}

static void
enlarge (AttReader *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->text);
  GtkTextTag *tag = gtk_text_tag_table_lookup (gtk_text_buffer_get_tag_table (buffer), "zoom");
  GtkTextIter start, end;
  if (tag == NULL)
    tag = gtk_text_buffer_create_tag (buffer, "zoom", NULL);
  g_object_set (tag, "scale", self->zoom / 100.0, NULL);
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  gtk_text_buffer_apply_tag (buffer, tag, &start, &end);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  pango_attr_list_insert (attributes, pango_attr_scale_new (self->zoom / 100.0));
  gtk_label_set_attributes (self->title, attributes);
  show_margin (self);
}

static void
show_text (AttReader *self)
{
  gboolean dark = adw_style_manager_get_dark (adw_style_manager_get_default ());
  gboolean rtl = att_text_is_rtl (self->article->text);
  int wide = gtk_widget_get_width (GTK_WIDGET (self->text));
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->text);
  AttPlace place = att_place_of (buffer);
  g_signal_handlers_block_by_func (buffer, caret_cb, self);   /* the reader stays where they are, whatever is marked anew */
  if (gtk_toggle_button_get_active (self->changes))
    att_revision_show (buffer, self->article, dark);
  else
    att_marks_show (buffer, self->article, dark, self->illustrations, wide ? MIN (wide, measure (self)) : measure (self));
  if (self->turned)
    place.caret = place.bound = 0;
  att_place_return (buffer, &place);
  self->turned = FALSE;
  g_signal_handlers_unblock_by_func (buffer, caret_cb, self);
  gtk_widget_set_direction (GTK_WIDGET (self->text), rtl ? GTK_TEXT_DIR_RTL : GTK_TEXT_DIR_LTR);
  gtk_label_set_xalign (self->title, att_text_is_rtl (self->article->title) != (gtk_widget_get_direction (GTK_WIDGET (self->title)) == GTK_TEXT_DIR_RTL) ? 1 : 0);   /* a label turns with its window */
  enlarge (self);
  att_find_bar_again (self->find);
}

/* One more picture is there to be shown: on top, or between the paragraphs. */
static void
illustrated_cb (AttReader *self)
{
  GdkTexture *lead = self->article ? att_illustrations_get (self->illustrations, self->article->image) : NULL;
  gtk_picture_set_paintable (self->picture, GDK_PAINTABLE (lead));
  gtk_widget_set_visible (GTK_WIDGET (self->picture), lead != NULL);
  if (self->article && self->article->pictures && self->article->pictures->len)
    show_text (self);
}

static void
take_image (AttReader *self, const char *url)
{
  GBytes *bytes = att_dossier_get_image (self->dossier, url);
  if (bytes)
    att_illustrations_add (self->illustrations, url, bytes);
}

static void
show_images (AttReader *self)
{
  take_image (self, self->article ? self->article->image : NULL);
  for (guint i = 0; self->article && self->article->pictures && i < self->article->pictures->len; i++)
    take_image (self, ((AttPicture *) g_ptr_array_index (self->article->pictures, i))->url);
}

/* Another story: what belonged to the one before goes. */
static void
turn_page (AttReader *self)
{
  self->turned = TRUE;
  att_find_bar_close (self->find);
  att_illustrations_clear (self->illustrations);
  gtk_picture_set_paintable (self->picture, NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->picture), FALSE);
  gtk_toggle_button_set_active (self->changes, FALSE);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
}

static gboolean
measure_again (gpointer data)
{
  AttReader *self = data;
  if (self->text == NULL)
    return G_SOURCE_REMOVE;
  if (self->article)
    show_margin (self);
  att_margin_settle (GTK_WIDGET (self->text));
  return G_SOURCE_REMOVE;
}

/* A text view asks for the height its text had at the width before: once it knows the new one it must ask anew. */
static void
width_cb (AttReader *self)
{
  g_idle_add_full (GTK_PRIORITY_RESIZE + 20, measure_again, g_object_ref (self), g_object_unref);
}

static void
show_origin (AttReader *self)
{
  const AttFeed *feed = att_source_model_find_feed (att_dossier_get_sources (self->dossier), self->article->feed);
  g_autofree char *changes = att_revision_describe (self->article);
  g_autofree char *origin = att_origin_describe (self->article, feed ? att_feed_label (feed) : NULL, changes);
  gtk_label_set_text (self->place, origin);
  gtk_widget_set_visible (GTK_WIDGET (self->changes), changes != NULL);
}

static void
show_article (AttReader *self)
{
  AttArticle *article = (AttArticle *) att_dossier_get_article (self->dossier), *old = self->article;
  gboolean another = article == NULL || old == NULL || old->id != article->id;
  self->article = article ? att_article_ref (article) : NULL;
  if (another)
    turn_page (self);
  if (article) {
    gtk_label_set_text (self->title, article->title);
    gtk_widget_set_visible (GTK_WIDGET (self->title), *article->title != '\0');   /* there are notices without one */
    show_origin (self);
    show_chips (self);
    show_text (self);
    show_labels (self);
    att_statements_show (self->quotes, article, chosen_cb, self);
  }
  g_clear_pointer (&old, att_article_unref);   /* the widgets of the old one are gone now */
  gtk_stack_set_visible_child_name (self->stack, article ? "article" : "none");
  width_cb (self);
}

gboolean
att_reader_scroll_page (AttReader *self)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scroller);
  double end = gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_page_size (adjustment), at = gtk_adjustment_get_value (adjustment);
  if (self->article == NULL || at >= end - 1)
    return FALSE;
  gtk_adjustment_set_value (adjustment, MIN (end, at + gtk_adjustment_get_page_size (adjustment) * 0.9));
  return TRUE;
}

void
att_reader_focus (AttReader *self)
{
  att_focus_in_place (GTK_WIDGET (self->text));
}

static gboolean
tooltip_cb (GtkTextView *view, int x, int y, gboolean keyboard, GtkTooltip *tooltip, AttReader *self)
{
  int bx, by;
  GtkTextIter iter;
  if (self->article == NULL || keyboard)
    return FALSE;
  gtk_text_view_window_to_buffer_coords (view, GTK_TEXT_WINDOW_WIDGET, x, y, &bx, &by);
  if (!gtk_text_view_get_iter_at_location (view, &iter, bx, by))
    return FALSE;
  gboolean revised = gtk_toggle_button_get_active (self->changes);   /* then its letters are not where the article has them */
  g_autofree char *words = revised ? NULL : att_marks_explain (self->article, att_marks_byte (gtk_text_view_get_buffer (view), self->article, &iter));
  gtk_tooltip_set_text (tooltip, words);
  return words != NULL;
}

/* What is under the pointer when the menu is asked for. */
static GMenuModel *
menu_cb (const GtkTextIter *iter, gpointer data)
{
  AttReader *self = data;
  gboolean revised = gtk_toggle_button_get_active (self->changes);
  if (self->article == NULL)
    return NULL;
  return att_passage_menu_model (self->article, revised ? G_MAXUINT32 : att_marks_byte (gtk_text_view_get_buffer (self->text), self->article, iter));
}

static void
restyle (AttReader *self)
{
  if (self->article)
    show_text (self);
}

static void
set_dossier (AttReader *self, AttDossier *dossier)
{
  if (!g_set_object (&self->dossier, dossier) || dossier == NULL)
    return;
  g_signal_connect_object (self->dossier, "notify::article", G_CALLBACK (show_article), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->dossier, "notify::images", G_CALLBACK (show_images), self, G_CONNECT_SWAPPED);
  show_article (self);
}

static void
set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  AttReader *self = ATT_READER (object);
  if (id == PROP_DOSSIER) {
    set_dossier (self, g_value_get_object (value));
    return;
  }
  self->zoom = g_value_get_int (value);
  restyle (self);
}

static void
get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  AttReader *self = ATT_READER (object);
  if (id == PROP_DOSSIER)
    g_value_set_object (value, self->dossier);
  else
    g_value_set_int (value, self->zoom);
}

static void
att_reader_dispose (GObject *object)
{
  AttReader *self = ATT_READER (object);
  gtk_widget_dispose_template (GTK_WIDGET (self), ATT_TYPE_READER);
  g_clear_object (&self->dossier);
  g_clear_object (&self->topics);
  g_clear_object (&self->illustrations);
  g_clear_pointer (&self->article, att_article_unref);
  G_OBJECT_CLASS (att_reader_parent_class)->dispose (object);
}

static void
att_reader_class_init (AttReaderClass *class)
{
  GtkWidgetClass *widget = GTK_WIDGET_CLASS (class);
  G_OBJECT_CLASS (class)->dispose = att_reader_dispose;
  G_OBJECT_CLASS (class)->set_property = set_property;
  G_OBJECT_CLASS (class)->get_property = get_property;
  properties[PROP_DOSSIER] = g_param_spec_object ("dossier", NULL, NULL, ATT_TYPE_DOSSIER, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_ZOOM] = g_param_spec_int ("zoom", NULL, NULL, 50, 300, 100, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (G_OBJECT_CLASS (class), N_PROPS, properties);
  g_type_ensure (ATT_TYPE_WRAP);
  g_type_ensure (ATT_TYPE_FIND_BAR);
  gtk_widget_class_set_template_from_resource (widget, "/org/attache/Attache/ui/reader/reader.ui");
  gtk_widget_class_bind_template_child (widget, AttReader, stack);
  gtk_widget_class_bind_template_child (widget, AttReader, scroller);
  gtk_widget_class_bind_template_child (widget, AttReader, clamp);
  gtk_widget_class_bind_template_child (widget, AttReader, changes);
  gtk_widget_class_bind_template_child (widget, AttReader, title);
  gtk_widget_class_bind_template_child (widget, AttReader, place);
  gtk_widget_class_bind_template_child (widget, AttReader, chips);
  gtk_widget_class_bind_template_child (widget, AttReader, persons);
  gtk_widget_class_bind_template_child (widget, AttReader, labels);
  gtk_widget_class_bind_template_child (widget, AttReader, find);
  gtk_widget_class_bind_template_child (widget, AttReader, picture);
  gtk_widget_class_bind_template_child (widget, AttReader, text);
  gtk_widget_class_bind_template_child (widget, AttReader, quotes);
}

static void
att_reader_init (AttReader *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->zoom = 100;
  self->margin = ATT_MARGIN (att_margin_new (self->text));
  gtk_text_view_set_gutter (self->text, GTK_TEXT_WINDOW_LEFT, GTK_WIDGET (self->margin));
  g_signal_connect_object (gtk_text_view_get_buffer (self->text), "notify::cursor-position", G_CALLBACK (caret_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_swapped (self->find, "found", G_CALLBACK (found_cb), self);
  att_passage_menu_add (self->text, menu_cb, self);
  att_press_keep (GTK_WIDGET (self->text), self->scroller);
  self->illustrations = att_illustrations_new ();
  g_signal_connect_object (self->illustrations, "changed", G_CALLBACK (illustrated_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_swapped (self->changes, "toggled", G_CALLBACK (restyle), self);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self->text), TRUE);
  g_signal_connect (self->text, "query-tooltip", G_CALLBACK (tooltip_cb), self);
  g_signal_connect_swapped (gtk_scrolled_window_get_hadjustment (self->scroller), "notify::page-size", G_CALLBACK (width_cb), self);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark", G_CALLBACK (restyle), self, G_CONNECT_SWAPPED);
}
