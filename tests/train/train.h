/* train.h: weights learned from labelled articles, written as tables of data/analysis.
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "analysis/lexicon.h"
#include "labelled.h"

/* Each prints how it does on articles it has not seen, fold by fold, and writes what it learned from all to path. */
void att_train_speakers (AttLexicon *lexicon, const GPtrArray *articles, guint n_folds, const char *path);
void att_train_topics   (AttLexicon *lexicon, const GPtrArray *articles, guint n_folds, const char *path);

/* From sentences, not articles; see train-events.c. */
void att_train_events   (AttLexicon *lexicon, char **paths, guint n_folds, const char *path);

/* signs.tsv and trees.tsv into a folder, from pages laid out by pages.py; unseen: nothing is written, and the text each page
 * would have by what was learned without its fold is printed, a JSON object a line. */
void att_train_pages    (char **paths, guint n_folds, const char *folder, gboolean unseen);

void att_train_write    (const char *path, GString *text);   /* takes text; exits with words when it cannot */
