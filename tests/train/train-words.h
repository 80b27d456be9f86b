/* train-words.h: which words speak for a topic, whatever its terms say.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Logistic lines through the words of articles, or of their paragraphs: a line a topic, and of articles one besides for
 * those that are about any. Of an article the rare topic weighs as much as all others together; a paragraph counts for a
 * topic if the labels name it as showing it, and not at all if its article is about the topic and they do not. Only the
 * strongest words are kept.
 */
#pragma once

#include "analysis/topic-words.h"
#include "labelled.h"

typedef enum { ATT_WORDS_OF_ARTICLES, ATT_WORDS_OF_PARAGRAPHS } AttWordsOf;

typedef struct _AttWordTrainer AttWordTrainer;

AttWordTrainer *att_word_trainer_new  (const AttLexicon *lexicon, const GPtrArray *articles, AttWordsOf of);
void            att_word_trainer_free (AttWordTrainer *self);

/* Learns from all articles but those of two folds (G_MAXUINT: none), and adds what it learned to the leans of the articles of
 * one of them: article by article, themes->len wide, and across, one an article, which paragraphs do not touch. */
void            att_word_trainer_lean (AttWordTrainer *self, guint left_out, guint also, AttTopicLean *leans, double *across);

/* Rows of topic-words.tsv, learned from all articles. */
void            att_word_trainer_write (AttWordTrainer *self, GString *out);
