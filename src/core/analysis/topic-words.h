/* topic-words.h: how an article's words lean to each topic, whatever its terms say.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A line of learned weights a topic (topic-words.tsv): a word counts by how often it stands in the article, damped, and
 * against how many words there are. One number a topic, from -6 to 6, and one feature of topic-model.h among
 * others: no word marks an article by itself.
 */
#pragma once

#include "analysis/scan.h"

#include <math.h>

G_BEGIN_DECLS

/* Numbers and letters alone lean nowhere. */
static inline gboolean
att_topic_words_takes (const AttWord *word)
{
  return !(word->flags & ATT_WORD_NUMBER) && word->end - word->start > 1;
}

/* What a word counts that stands n times among so many: damped, and less in a long article. */
static inline double
att_topic_words_damped (guint n)
{
  static const double LOW[] = { 0, 1, 1.6931, 2.0986, 2.3863, 2.6094, 2.7918, 2.9459, 3.0794 };
  return n < G_N_ELEMENTS (LOW) ? LOW[n] : 1 + log (n);
}

static inline double
att_topic_words_scale (guint n_words)
{
  return 0.25 / sqrt (n_words);
}

/* The lean to each topic, themes->len of them; free with g_free. */
double *att_topic_words_lean (const AttScan *scan);

G_END_DECLS
