/* revision.c: what an outlet changed in a story since it was last seen.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "ui/reader/revision.h"

#include "press/difference.h"
#include "ui/widget/moment.h"

#include <glib/gi18n.h>

static const AttVersion *
last_version (const AttArticle *article)
{
  return article->versions && article->versions->len ? g_ptr_array_index (article->versions, article->versions->len - 1) : NULL;
}

char *
att_revision_describe (const AttArticle *article)
{
  const AttVersion *last = last_version (article);
  if (last == NULL)
    return NULL;
  gboolean headline = g_strcmp0 (last->title, article->title) != 0;
  g_autoptr (GArray) pieces = att_difference (last->text, article->text);
  guint n = att_difference_sentences (pieces, last->text, article->text);
  g_autofree char *when = att_moment_long (article->seen);
  if (headline && n == 0)
    return g_strdup_printf (_("Edited %s: headline"), when);
  if (headline)
    return g_strdup_printf (ngettext ("Edited %s: headline and %u sentence", "Edited %s: headline and %u sentences", n), when, n);
  return n ? g_strdup_printf (ngettext ("Edited %s: %u sentence", "Edited %s: %u sentences", n), when, n) : NULL;
}

static GtkTextTag *
tag_of (GtkTextBuffer *buffer, AttPieceKind kind, gboolean dark)
{
  const char *name = kind == ATT_PIECE_GONE ? "gone" : "new";
  GtkTextTag *tag = gtk_text_tag_table_lookup (gtk_text_buffer_get_tag_table (buffer), name);
  if (tag == NULL)
    tag = gtk_text_buffer_create_tag (buffer, name, NULL);
  if (kind == ATT_PIECE_GONE)
    g_object_set (tag, "strikethrough", TRUE, "foreground", dark ? "#ff9c94" : "#a51d2d", NULL);
  else
    g_object_set (tag, "underline", PANGO_UNDERLINE_SINGLE, "weight", PANGO_WEIGHT_SEMIBOLD, "foreground", dark ? "#8ff0a4" : "#1b6b3a", NULL);
  return tag;
}

static void
append (GtkTextBuffer *buffer, const char *earlier, const char *later, gboolean dark)
{
  g_autoptr (GArray) pieces = att_difference (earlier, later);
  for (guint i = 0; i < pieces->len; i++) {
    const AttPiece *piece = &g_array_index (pieces, AttPiece, i);
    const char *text = piece->kind == ATT_PIECE_GONE ? earlier : later;
    guint word_end = piece->end;   /* lines are drawn through and under words, not the spaces behind them */
    while (word_end > piece->start && g_ascii_isspace (text[word_end - 1]))
      word_end--;
    GtkTextIter end;
    gtk_text_buffer_get_end_iter (buffer, &end);
    if (piece->kind == ATT_PIECE_SAME)
      word_end = piece->start;
    else
      gtk_text_buffer_insert_with_tags (buffer, &end, text + piece->start, word_end - piece->start, tag_of (buffer, piece->kind, dark), NULL);
    gtk_text_buffer_insert (buffer, &end, text + word_end, piece->end - word_end);
  }
}

void
att_revision_show (GtkTextBuffer *buffer, const AttArticle *article, gboolean dark)
{
  const AttVersion *last = last_version (article);
  gtk_text_buffer_set_text (buffer, "", 0);
  if (last == NULL)
    return;
  if (g_strcmp0 (last->title, article->title) != 0) {
    append (buffer, last->title, article->title, dark);
    GtkTextIter end;
    gtk_text_buffer_get_end_iter (buffer, &end);
    gtk_text_buffer_insert (buffer, &end, "\n\n", 2);
  }
  append (buffer, last->text, article->text, dark);
}
