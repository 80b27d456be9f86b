/* train-words.h: which words speak for a topic, whatever its terms say.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * For each topic a logistic line through how often words stand in an article, with the rare topic weighing as much as all
 * other articles together. Only the strongest words are kept.
 */
#pragma once

#include "analysis/lexicon.h"
#include "labelled.h"

typedef struct _AttWordTrainer AttWordTrainer;

AttWordTrainer *att_word_trainer_new  (const AttLexicon *lexicon, const GPtrArray *articles);
void            att_word_trainer_free (AttWordTrainer *self);

/* Learns from all articles but those of two folds (G_MAXUINT: none), and gives each of all articles its score for each
 * topic: row by row, themes->len wide. Free with g_free. */
double *att_word_trainer_scores (AttWordTrainer *self, guint left_out, guint also);

/* Rows of topic-words.tsv, as learned last. */
void    att_word_trainer_write  (const AttWordTrainer *self, GString *out);
