/* marks.c: an article's text in a text buffer, with its evidence and quotations marked.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "ui/reader/marks.h"

#include "base/text.h"

#include <glib/gi18n.h>
#include <pango/pango.h>
#include <string.h>

/* Six tints of about one lightness each way, told apart also by their order in the list of quotations. */
static const char *const LIGHT[] = { "#dbe9fb", "#e3f3dd", "#fbeed3", "#f6dfe8", "#e8e0f7", "#d9f1f0" };
static const char *const DARK[] = { "#1f3350", "#21402a", "#4a3a17", "#4b2435", "#352a52", "#173f3f" };

static guint
tint_of (const char *speaker)
{
  return speaker ? g_str_hash (speaker) % G_N_ELEMENTS (LIGHT) : 0;
}

gboolean
att_marks_find (GtkTextBuffer *buffer, const AttArticle *article, const AttSpan *span, GtkTextIter *start, GtkTextIter *end)
{
  if (span->zone != ATT_ZONE_TEXT || article->text == NULL)
    return FALSE;
  gtk_text_buffer_get_iter_at_offset (buffer, start, g_utf8_strlen (article->text, span->start));
  gtk_text_buffer_get_iter_at_offset (buffer, end, g_utf8_strlen (article->text, span->end));
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
    case 'l': g_object_set (tag, "left-margin", 24, "indent", 0, NULL); break;
    case 'q': g_object_set (tag, "left-margin", 24, "right-margin", 24, "style", PANGO_STYLE_ITALIC, NULL); break;
    case 'c': g_object_set (tag, "family", "monospace", "scale", 0.9, NULL); break;
    case 't': g_object_set (tag, "left-margin", 24, "scale", 0.95, NULL); break;
    case 'f': g_object_set (tag, "scale", PANGO_SCALE_SMALL, "style", PANGO_STYLE_ITALIC, NULL); break;
    default: break;
  }
  return tag;
}

/* Headings, lists, quotations, as the page has them: each paragraph's letter. */
static void
tag_shapes (GtkTextBuffer *buffer, const AttArticle *article)
{
  const char *text = article->text, *end;
  glong at = 0;
  for (const char *shape = article->shapes; shape && *shape && text; shape++, text = end ? end + 2 : NULL) {
    end = strstr (text, "\n\n");
    glong letters = g_utf8_strlen (text, end ? end - text : -1);
    if (*shape != 'p') {
      GtkTextIter from, to;
      gtk_text_buffer_get_iter_at_offset (buffer, &from, at);
      gtk_text_buffer_get_iter_at_offset (buffer, &to, at + letters);
      gtk_text_buffer_apply_tag (buffer, tag_of_shape (buffer, *shape), &from, &to);
    }
    at += letters + 2;
  }
}

void
att_marks_show (GtkTextBuffer *buffer, const AttArticle *article, gboolean dark)
{
  gtk_text_buffer_set_text (buffer, article->text ? article->text : "", -1);
  tag_shapes (buffer, article);
  tag_quotes (buffer, article, dark);
  tag_evidence (buffer, article);
}

static gboolean
covers (const AttSpan *span, guint32 byte)
{
  return span->zone == ATT_ZONE_TEXT && span->start <= byte && byte < span->end;
}

char *
att_marks_explain (const AttArticle *article, guint32 byte)
{
  GString *out = g_string_new (NULL);
  for (guint i = 0; article->mentions && i < article->mentions->len; i++) {
    const AttMention *mention = g_ptr_array_index (article->mentions, i);
    for (guint k = 0; mention->kind == ATT_TOPIC_THEME && k < mention->evidence->len; k++)
      if (covers (&g_array_index (mention->evidence, AttSpan, k), byte))
        g_string_append_printf (out, _("%s%s: %.0f %% sure"), out->len ? "\n" : "", mention->label, mention->score * 100);
  }
  for (guint i = 0; article->quotes && i < article->quotes->len; i++) {
    const AttQuote *quote = g_ptr_array_index (article->quotes, i);
    if (covers (&quote->span, byte))
      g_string_append_printf (out, _("%sSaid by %s"), out->len ? "\n" : "", quote->speaker ? quote->speaker : _("somebody not named"));
  }
  return g_string_free (out, out->len == 0);
}
