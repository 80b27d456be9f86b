/* marks.h: an article's text in a text buffer, with its evidence and quotations marked.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Spans are bytes of the article's text; here they become places in the buffer. Main thread.
 */
#pragma once

#include "press/article.h"
#include "ui/reader/illustrations.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Replaces all text. illustrations: those that are there stand where the article has them, at most width pixels wide; NULL: none. */
void att_marks_show (GtkTextBuffer *buffer, const AttArticle *article, gboolean dark, AttIllustrations *illustrations, int width);

/* The span as iters; FALSE when it is not of the text. */
gboolean att_marks_find (GtkTextBuffer *buffer, const AttArticle *article, const AttSpan *span, GtkTextIter *start, GtkTextIter *end);

/* The byte of the text at a place in the buffer. */
guint32 att_marks_byte (GtkTextBuffer *buffer, const AttArticle *article, const GtkTextIter *iter);

/* What the pointer is over, in words: a topic and the term that made it, or a speaker. NULL: nothing. */
char *att_marks_explain (const AttArticle *article, guint32 byte);

G_END_DECLS
