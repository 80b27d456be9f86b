/* marks.c: an article's text in a text buffer, with its evidence and quotations marked.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "ui/reader/marks.h"

#include "base/text.h"
#include "ui/widget/topic-label.h"

#include <glib/gi18n.h>
#include <pango/pango.h>
#include <string.h>

#define BULLET 14   /* pixels of a bullet and the blank behind it */

/* Six tints of about one lightness each way, told apart also by their order in the list of quotations. */
static const char *const LIGHT[] = { "#dbe9fb", "#e3f3dd", "#fbeed3", "#f6dfe8", "#e8e0f7", "#d9f1f0" };
static const char *const DARK[] = { "#1f3350", "#21402a", "#4a3a17", "#4b2435", "#352a52", "#173f3f" };

static guint
tint_of (const char *speaker)
{
  return speaker ? g_str_hash (speaker) % G_N_ELEMENTS (LIGHT) : 0;
}

/* Where pictures and bullets stand in the text, by its letters; in the buffer each takes two more: a picture and the end of its line, a bullet and
 * the blank behind it. */
static GArray *
places_of (GtkTextBuffer *buffer)
{
  GArray *places = g_object_get_data (G_OBJECT (buffer), "pictures");
  if (places == NULL) {
    places = g_array_new (FALSE, FALSE, sizeof (glong));
    g_object_set_data_full (G_OBJECT (buffer), "pictures", places, (GDestroyNotify) g_array_unref);
  }
  return places;
}

static void
get_iter (GtkTextBuffer *buffer, glong letter, GtkTextIter *iter)
{
  const GArray *places = places_of (buffer);
  guint n = 0;
  while (n < places->len && g_array_index (places, glong, n) <= letter)
    n++;
  gtk_text_buffer_get_iter_at_offset (buffer, iter, letter + 2 * n);
}

guint32
att_marks_byte (GtkTextBuffer *buffer, const AttArticle *article, const GtkTextIter *iter)
{
  const GArray *places = places_of (buffer);
  glong at = gtk_text_iter_get_offset (iter), letter = at;
  for (guint i = 0; i < places->len && g_array_index (places, glong, i) + 2 * (glong) i < at; i++)
    letter = MAX (g_array_index (places, glong, i), at - 2 * ((glong) i + 1));
  return g_utf8_offset_to_pointer (article->text, MIN (letter, g_utf8_strlen (article->text, -1))) - article->text;
}

gboolean
att_marks_find (GtkTextBuffer *buffer, const AttArticle *article, const AttSpan *span, GtkTextIter *start, GtkTextIter *end)
{
  if (span->zone != ATT_ZONE_TEXT || article->text == NULL)
    return FALSE;
  get_iter (buffer, g_utf8_strlen (article->text, span->start), start);
  get_iter (buffer, g_utf8_strlen (article->text, span->end), end);
  return TRUE;
}

static void
tag_span (GtkTextBuffer *buffer, const AttArticle *article, const AttSpan *span, GtkTextTag *tag)
{
  GtkTextIter start, end;
  if (att_marks_find (buffer, article, span, &start, &end))
    gtk_text_buffer_apply_tag (buffer, tag, &start, &end);
}

static void
tag_quotes (GtkTextBuffer *buffer, const AttArticle *article, gboolean dark)
{
  for (guint i = 0; article->quotes && i < article->quotes->len; i++) {
    const AttQuote *quote = g_ptr_array_index (article->quotes, i);
    if (quote->kind == ATT_QUOTE_INDIRECT)
      continue;   /* nobody's own words: half the text would be tinted */
    guint tint = tint_of (quote->speaker);
    g_autofree char *name = g_strdup_printf ("quote-%u", tint);
    GtkTextTag *tag = gtk_text_tag_table_lookup (gtk_text_buffer_get_tag_table (buffer), name);
    if (tag == NULL)
      tag = gtk_text_buffer_create_tag (buffer, name, NULL);
    g_object_set (tag, "background", dark ? DARK[tint] : LIGHT[tint], NULL);
    tag_span (buffer, article, &quote->span, tag);
  }
}

static void
tag_evidence (GtkTextBuffer *buffer, const AttArticle *article)
{
  GtkTextTag *tag = gtk_text_tag_table_lookup (gtk_text_buffer_get_tag_table (buffer), "evidence");
  if (tag == NULL)
    tag = gtk_text_buffer_create_tag (buffer, "evidence", "underline", PANGO_UNDERLINE_SINGLE, NULL);
  for (guint i = 0; article->mentions && i < article->mentions->len; i++) {
    const AttMention *mention = g_ptr_array_index (article->mentions, i);
    for (guint k = 0; mention->kind == ATT_TOPIC_THEME && k < mention->evidence->len; k++)
      tag_span (buffer, article, &g_array_index (mention->evidence, AttSpan, k), tag);
  }
}

/* Passages a person saved, as a pen marks them; where the words have changed since, they are not there any more. */
static void
tag_notes (GtkTextBuffer *buffer, const AttArticle *article, gboolean dark)
{
  GtkTextTag *tag = gtk_text_tag_table_lookup (gtk_text_buffer_get_tag_table (buffer), "passage");
  if (tag == NULL)
    tag = gtk_text_buffer_create_tag (buffer, "passage", NULL);
  g_object_set (tag, "paragraph-background", NULL, "background", dark ? "#6b5b00" : "#fff3a3", NULL);
  gsize n = article->text ? strlen (article->text) : 0;
  for (guint i = 0; article->notes && i < article->notes->len; i++) {
    const AttNote *note = g_ptr_array_index (article->notes, i);
    if (*note->passage && note->span.end <= n && strncmp (article->text + note->span.start, note->passage, note->span.end - note->span.start) == 0)
      tag_span (buffer, article, &note->span, tag);
  }
}

/* Behind a bullet the first line begins where the others do. */
static void
set_hanging (GtkTextTag *tag)
{
  PangoTabArray *tabs = pango_tab_array_new_with_positions (1, TRUE, PANGO_TAB_LEFT, BULLET);
  g_object_set (tag, "left-margin", 24, "indent", -BULLET, "tabs", tabs, NULL);
  pango_tab_array_free (tabs);
}

static GtkTextTag *
tag_of_shape (GtkTextBuffer *buffer, char shape)
{
  char name[] = { 's', 'h', 'a', 'p', 'e', '-', shape, '\0' };
  GtkTextTag *tag = gtk_text_tag_table_lookup (gtk_text_buffer_get_tag_table (buffer), name);
  if (tag)
    return tag;
  tag = gtk_text_buffer_create_tag (buffer, name, NULL);
  switch (shape) {
    case 'h': g_object_set (tag, "weight", PANGO_WEIGHT_BOLD, "scale", PANGO_SCALE_LARGE, NULL); break;
    case 'l': set_hanging (tag); break;
    case 'q': g_object_set (tag, "left-margin", 24, "right-margin", 24, "style", PANGO_STYLE_ITALIC, NULL); break;
    case 'c': g_object_set (tag, "family", "monospace", "scale", 0.9, NULL); break;
    case 't': g_object_set (tag, "left-margin", 24, "scale", 0.95, NULL); break;
    case 'f': g_object_set (tag, "scale", PANGO_SCALE_SMALL, "style", PANGO_STYLE_ITALIC, NULL); break;
    default: break;
  }
  return tag;
}

/* The first letter of each paragraph. */
static GArray *
starts_of (const char *text)
{
  GArray *starts = g_array_new (FALSE, FALSE, sizeof (glong));
  glong at = 0;
  for (const char *end; text; text = end ? end + 2 : NULL) {
    g_array_append_val (starts, at);
    end = strstr (text, "\n\n");
    at += end ? g_utf8_strlen (text, end - text) + 2 : 0;
  }
  return starts;
}

/* Headings, lists, quotations, as the page has them: each paragraph's letter. */
static void
tag_shapes (GtkTextBuffer *buffer, const AttArticle *article, const GArray *starts)
{
  glong all = article->text ? g_utf8_strlen (article->text, -1) : 0;
  for (guint i = 0; article->shapes && article->shapes[i] && i < starts->len; i++) {
    GtkTextIter from, to;
    if (article->shapes[i] == 'p')
      continue;
    get_iter (buffer, g_array_index (starts, glong, i), &from);
    if (article->shapes[i] == 'l')
      gtk_text_iter_backward_chars (&from, 2);   /* its bullet, too */
    get_iter (buffer, i + 1 < starts->len ? g_array_index (starts, glong, i + 1) - 2 : all, &to);
    gtk_text_buffer_apply_tag (buffer, tag_of_shape (buffer, article->shapes[i]), &from, &to);
  }
}

/* A text view draws a picture as large as it is. */
static GdkPaintable *
fit (GdkTexture *texture, int width)
{
  double scale = MIN (1.0, (double) width / gdk_texture_get_width (texture));
  graphene_size_t size = GRAPHENE_SIZE_INIT (gdk_texture_get_width (texture) * scale, gdk_texture_get_height (texture) * scale);
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  gdk_paintable_snapshot (GDK_PAINTABLE (texture), snapshot, size.width, size.height);
  return gtk_snapshot_free_to_paintable (snapshot, &size);
}

/* Where two more letters are to come that the text has not; they come in their order. */
static void
open_place (GtkTextBuffer *buffer, glong letter, GtkTextIter *at)
{
  GArray *places = places_of (buffer);
  gtk_text_buffer_get_iter_at_offset (buffer, at, letter + 2 * places->len);
  g_array_append_val (places, letter);
}

static void
insert_picture (GtkTextBuffer *buffer, const AttArticle *article, const AttPicture *picture, glong letter, AttIllustrations *illustrations, int width)
{
  GdkTexture *texture = g_strcmp0 (picture->url, article->image) == 0 ? NULL : att_illustrations_get (illustrations, picture->url);   /* that one stands on top */
  if (texture == NULL || width < 1)
    return;
  GtkTextIter at;
  g_autoptr (GdkPaintable) paintable = fit (texture, width);
  open_place (buffer, letter, &at);
  gtk_text_buffer_insert_paintable (buffer, &at, paintable);
  gtk_text_buffer_insert (buffer, &at, "\n", 1);
}

static void
insert_bullet (GtkTextBuffer *buffer, glong letter)
{
  GtkTextIter at;
  open_place (buffer, letter, &at);
  gtk_text_buffer_insert (buffer, &at, "•\t", -1);
}

/* What the text itself does not hold: the pictures before a paragraph, the bullet of an item. */
static void
insert_beside (GtkTextBuffer *buffer, const AttArticle *article, const GArray *starts, AttIllustrations *illustrations, int width)
{
  guint n_pictures = illustrations && article->pictures ? article->pictures->len : 0, next = 0;
  const char *shape = article->shapes ? article->shapes : "";
  for (guint i = 0; i < starts->len; i++, shape += *shape != '\0') {
    glong letter = g_array_index (starts, glong, i);
    for (const AttPicture *picture; next < n_pictures && (picture = g_ptr_array_index (article->pictures, next))->paragraph <= i; next++)
      if (picture->paragraph == i)
        insert_picture (buffer, article, picture, letter, illustrations, width);
    if (*shape == 'l')
      insert_bullet (buffer, letter);
  }
}

void
att_marks_show (GtkTextBuffer *buffer, const AttArticle *article, gboolean dark, AttIllustrations *illustrations, int width)
{
  gtk_text_buffer_set_text (buffer, article->text ? article->text : "", -1);
  g_array_set_size (places_of (buffer), 0);
  g_autoptr (GArray) starts = starts_of (article->text);
  insert_beside (buffer, article, starts, illustrations, width);
  tag_shapes (buffer, article, starts);
  tag_quotes (buffer, article, dark);
  tag_evidence (buffer, article);
  tag_notes (buffer, article, dark);
}

static gboolean
covers (const AttSpan *span, guint32 byte)
{
  return span->zone == ATT_ZONE_TEXT && span->start <= byte && byte < span->end;
}

static void
add_line (GString *out, char *line)
{
  g_string_append_printf (out, "%s%s", out->len ? "\n" : "", line);
  g_free (line);
}

char *
att_marks_explain (const AttArticle *article, guint32 byte)
{
  GString *out = g_string_new (NULL);
  for (guint i = 0; article->mentions && i < article->mentions->len; i++) {
    const AttMention *mention = g_ptr_array_index (article->mentions, i);
    for (guint k = 0; mention->kind == ATT_TOPIC_THEME && k < mention->evidence->len; k++)
      if (covers (&g_array_index (mention->evidence, AttSpan, k), byte))
        add_line (out, g_strdup_printf (_("%s: %.0f %% sure"), att_topic_shown (ATT_TOPIC_THEME, mention->label), mention->score * 100));
  }
  for (guint i = 0; article->quotes && i < article->quotes->len; i++) {
    const AttQuote *quote = g_ptr_array_index (article->quotes, i);
    if (covers (&quote->span, byte))
      add_line (out, quote->speaker ? g_strdup_printf (_("Said by %s"), quote->speaker) : g_strdup (_("Said by somebody who is not named")));
  }
  return g_string_free (out, out->len == 0);
}
