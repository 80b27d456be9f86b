/* topic-words.h: how an article's words lean to each topic, whatever its terms say.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Lines of learned weights (topic-words.tsv), two a topic and one besides: how often a word stands in the article, damped
 * and against how many words there are, tells whether it is about the topic; which words a paragraph has tells whether it
 * is one that would show it; and one line tells affairs across a border from inner ones. Numbers from -6 to 6, features of
 * topic-model.h among others: no word marks an article by itself.
 */
#pragma once

#include "analysis/scan.h"

G_BEGIN_DECLS

#define ATT_LEAN_LIMIT 6.0
#define ATT_LEAN_LOWEST -8.0     /* of a paragraph that is not there */

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
  return 0.25 / sqrt (MAX (n_words, 1));
}

/* How the whole and its paragraphs lean to one topic. */
typedef struct { double whole, best, next, title, lede, paragraphs; } AttTopicLean;

/* A paragraph's lean comes in: its number, from 0 for the title. */
void att_topic_lean_add (AttTopicLean *self, guint paragraph, double lean);
void att_topic_lean_end (AttTopicLean *self);   /* after the last */

/* As the model reads it, across beside it: fills in those features of topic-model.h. */
void att_topic_lean_list (const AttTopicLean *self, double across, double *features);

#define ATT_TOPIC_LEAN_NONE { 0, ATT_LEAN_LOWEST, ATT_LEAN_LOWEST, ATT_LEAN_LOWEST, ATT_LEAN_LOWEST, 0 }

/* The lean to each topic, themes->len of them, and to affairs across a border; free with g_free. Paragraphs are looked at for
 * the topics that are wanted only. */
AttTopicLean *att_topic_words_lean (const AttScan *scan, const guint8 *wanted, double *across);

G_END_DECLS
