/* learn.h: a topic learned from what a person said of some articles.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A line of word weights on top of what the topic's terms already say (see topic-words.h), fitted so that each corrected
 * article comes out as the person wants it, and kept small so that it means little for articles unlike them. A few
 * milliseconds for hundreds of articles. Pure; any thread.
 */
#pragma once

#include "analysis/lexicon.h"
#include "press/article.h"

G_BEGIN_DECLS

typedef struct { AttArticle *article; gboolean about; } AttExample;

/* Rows of own-topic-words.tsv for a topic of the lexicon; "" where there is nothing to learn. examples: of AttExample. Their
 * articles are analysed anew. */
char *att_learn_topic (const AttLexicon *lexicon, guint theme, const GArray *examples);

G_END_DECLS
