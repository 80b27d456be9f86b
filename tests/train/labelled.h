/* labelled.h: articles somebody has judged, as the trainer reads them.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A line an article: {"id", "title", "date", "paragraphs": [...], "topics": {id: grade}, "evidence": {id: [number]}, "quotes": [{"par", "start", "end"}]
 * in characters, "speakers": {"1": name, or "-" for no speech}}. Other members are not looked at.
 */
#pragma once

#include "press/article.h"

#include <json-glib/json-glib.h>

typedef struct { guint32 start, end; char *speaker; } AttLabelledQuote;   /* bytes of the text; NULL: not judged */

typedef struct {
  AttArticle *article;
  GHashTable *topics;   /* id to grade */
  GHashTable *evidence; /* id to GArray of guint: the paragraphs that show it, 0 for the title */
  GArray     *quotes;   /* of AttLabelledQuote */
  guint       fold;
  gboolean    brief;    /* an item of fewer than sixty words, as most feeds have them */
} AttLabelled;

/* Every line of the files, each an object. Exits with words when a file cannot be read, or a line. */
void att_labelled_each (char **paths, void (*take) (gpointer data, JsonObject *object), gpointer data);

/* All articles of the files, dealt to so many folds. Exits with words when a file cannot be read. */
GPtrArray *att_labelled_read (char **paths, guint n_folds);

/* Whether two names mean one person or body: one has all words of the other, or first initial and last word agree. */
gboolean att_labelled_same_name (const char *a, const char *b);

/* The quotation of the labels that a span covers by four fifths; NULL: none. */
const AttLabelledQuote *att_labelled_quote (const AttLabelled *self, const AttSpan *span);
