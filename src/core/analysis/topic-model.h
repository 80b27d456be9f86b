/* topic-model.h: how evidence adds up to a mark, for the program and for whoever trains it.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One logistic layer for all topics: a dozen numbers tell how an article speaks of a topic, the same weights are laid on
 * them whatever the topic is, and each shipped topic has a bias of its own, small unless the labelled articles insist. So
 * a topic somebody made yesterday is judged like the shipped ones. From one half on an article is about it.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum {
  ATT_TOPIC_BIAS,
  ATT_TOPIC_WORTH,            /* logarithm of the best sentences, added with falling weight, see topic-finder.c */
  ATT_TOPIC_TITLE_STRONG,     /* a strong term in the title ... */
  ATT_TOPIC_TITLE_MEDIUM,     /* ... or only a medium one */
  ATT_TOPIC_LEDE_STRONG,
  ATT_TOPIC_LEDE_MEDIUM,
  ATT_TOPIC_STRONG,           /* sentences with a strong term, up to five, as a share of five */
  ATT_TOPIC_MEDIUM,
  ATT_TOPIC_DISTINCT,         /* different terms, up to six, as a share of six */
  ATT_TOPIC_KEY,              /* a key term where an official or a state acts */
  ATT_TOPIC_ACTS,             /* sentences with a term where somebody acts or speaks, up to three, as a share of three */
  ATT_TOPIC_DENSITY,          /* sentences with a term per five sentences, at most one */
  ATT_TOPIC_GENERIC,          /* what generic terms support, at most one */
  ATT_TOPIC_VETO,             /* hits of terms that speak against it, up to three */
  ATT_TOPIC_NO_GATE,          /* nobody acts across a border anywhere */
  ATT_TOPIC_FOREIGN,          /* a term in a sentence that names two states or a body */
  ATT_TOPIC_OFFTOPIC,         /* share of words of sport, films, cooking; times ten, at most one */
  ATT_TOPIC_LATE,             /* where the first term stands: 0 in the title, 1 at the end */
  ATT_TOPIC_SHARE,            /* its worth beside that of the article's first topic */
  ATT_TOPIC_SHORT,            /* an article of fewer than 60 words */
  ATT_TOPIC_WORDS,            /* how its words lean to the topic, see topic-words.h */
  ATT_TOPIC_N_FEATURES
} AttTopicFeature;

typedef struct {
  double weights[ATT_TOPIC_N_FEATURES];
  double strong, medium, key, second, decay[6];   /* what a sentence is worth */
} AttTopicModel;

const char *att_topic_feature_name (guint feature);
void        att_topic_model_set    (AttTopicModel *self, const char *name, double value);   /* a row of the table; others are ignored */

/* 0 to 1; bias is the topic's own. */
double      att_topic_model_score  (const AttTopicModel *self, const double *features, double bias);

G_END_DECLS
