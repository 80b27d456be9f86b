/* topic-model.h: how evidence adds up to a mark, for the program and for whoever trains it.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * One logistic layer for all topics: two dozen numbers tell how an article speaks of a topic, the same weights are laid
 * on them whatever the topic is, and each shipped topic has a bias of its own, small unless the labelled articles insist,
 * and so has each of its terms. So a topic somebody made yesterday is judged like the shipped ones. A second layer looks
 * at what came out for all topics at once: what is about one thing of diplomacy may well be about another, and what is
 * about inner affairs is about none (stacking, Wolpert 1992). From one half on an article is about a topic, once
 * one in it is surer than that: most of what a single doubtful topic marks is not the business of states at all. A third
 * layer tells of what is marked whether the article is mainly about it, by the same two dozen numbers and how sure the mark is.
 */
#pragma once

#include <glib.h>
#include <math.h>

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
  ATT_TOPIC_SHORT,            /* how short the article is: 1 up to 50 words, 0 from 150 on ... */
  ATT_TOPIC_SHORT_WORTH,      /* ... and, there, its worth, and how its words lean: a summary says nothing twice */
  ATT_TOPIC_SHORT_WORDS,
  ATT_TOPIC_SHORT_PARAGRAPH,
  ATT_TOPIC_WORDS,            /* how its words lean to the topic, see topic-words.h */
  ATT_TOPIC_PARAGRAPH,        /* how the words of that paragraph lean that leans most ... */
  ATT_TOPIC_PARAGRAPH_NEXT,   /* ... of the next one, of the title, and of the first two */
  ATT_TOPIC_PARAGRAPH_TITLE,
  ATT_TOPIC_PARAGRAPH_LEDE,
  ATT_TOPIC_PARAGRAPHS,       /* how many paragraphs speak of it, by their words; logarithm */
  ATT_TOPIC_ACROSS,           /* how the article's words lean to affairs across a border at all */
  ATT_TOPIC_N_FEATURES
} AttTopicFeature;

/* What the second layer looks at. */
typedef enum {
  ATT_SECOND_BIAS,
  ATT_SECOND_OWN,             /* what the first layer gave the topic */
  ATT_SECOND_OTHER,           /* the most it gave another one */
  ATT_SECOND_OTHERS,          /* how many others there are, by their shares */
  ATT_SECOND_COUNT,           /* topics with a term at all */
  ATT_SECOND_BEST,            /* the most it gave any */
  ATT_SECOND_ACROSS,          /* ATT_TOPIC_ACROSS, and by how much it is beyond -2, -1, 0, 1 and 2 */
  ATT_SECOND_ACROSS_1, ATT_SECOND_ACROSS_2, ATT_SECOND_ACROSS_3, ATT_SECOND_ACROSS_4, ATT_SECOND_ACROSS_5,
  ATT_SECOND_SHORT,           /* ATT_TOPIC_SHORT, and by it the topic's own, the most of another, and ATT_TOPIC_ACROSS */
  ATT_SECOND_SHORT_OWN, ATT_SECOND_SHORT_OTHER, ATT_SECOND_SHORT_ACROSS,
  ATT_SECOND_N_FEATURES
} AttSecondFeature;

/* How often a term stands in an article, and in its title. */
typedef struct { guint32 term, n, n_title; } AttTermUse;

/* What an article says of one topic; logit: of the mark itself. */
typedef struct { guint theme; const double *features; const AttTermUse *uses; guint n_uses; double logit; } AttTopicEvidence;

typedef struct {
  double weights[ATT_TOPIC_N_FEATURES], second[ATT_SECOND_N_FEATURES], main[ATT_TOPIC_N_FEATURES], main_sure;
  double strong, medium, key, second_share, decay[6];   /* what a sentence is worth */
  double sure;   /* the share the likeliest topic of an article has to have for any to be marked */
  double alone_by_terms;  /* there, what a topic with no other beside it is measured against, in place of ATT_TOPIC_ALONE: where words are few most are alone */
  double sure_by_terms;   /* the same in a language whose words nobody has learned from: its terms alone speak */
} AttTopicModel;

#define ATT_TOPIC_ALONE (-5.0)

const char *att_topic_feature_name (guint feature);
const char *att_topic_second_name  (guint feature);
void        att_topic_model_set    (AttTopicModel *self, const char *name, double value);   /* a row of the table; others are ignored */

/* What the first layer gives a topic: bias is the topic's own and that of its terms. */
double      att_topic_model_first  (const AttTopicModel *self, const double *features, double bias);

/* What the second layer looks at: of one of n topics, by what the first gave them all, and what that itself looked at; alone: what another
 * topic is taken to have been given at least. */
void        att_topic_model_list   (const double *first, guint n, guint which, const double *looked_at, double alone, double *features);
double      att_topic_model_second (const AttTopicModel *self, const double *features);

/* Whether an article is mainly about a topic it is marked with; logit: of the mark. */
double      att_topic_model_main   (const AttTopicModel *self, const double *features, double logit);

static inline double
att_topic_model_share (double logit)
{
  return 1 / (1 + exp (-logit));
}

G_END_DECLS
