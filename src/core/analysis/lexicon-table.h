/* lexicon-table.h: the tables of data/analysis, row by row, into a lexicon that is being made.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The format of each table is told at its head. A row that makes no sense is warned about and left out.
 */
#pragma once

#include "analysis/lexicon.h"
#include "base/table.h"

G_BEGIN_DECLS

/* Tables to be read in their order: topics before terms, states and bodies before officials. */
typedef struct {
  const char   *name;
  guint         n_columns;
  AttTableFunc  read;         /* its data: an AttLexiconLoad */
  gboolean      per_tongue;   /* a language has its own */
  gboolean      own;          /* a person's rows, in a file named own-..., come on top */
} AttLexiconTable;

/* Until the leans of a word lie side by side; next: its next one, index plus one. */
typedef struct { AttLean lean; guint32 next; gboolean paragraph; } AttLeanRow;

typedef struct {
  AttLexicon *lexicon;
  GArray     *leans;          /* of AttLeanRow */
  GHashTable *themes, *states, *bodies;
  GHashTable *replaced;       /* ids of topics a person changed: their shipped terms count no more */
  GHashTable *terms;          /* rows of terms.tsv, but for where they come from, to the term's index plus one */
  gboolean    own;            /* the rows are a person's */
} AttLexiconLoad;

extern const AttLexiconTable ATT_LEXICON_TABLES[];   /* name NULL ends it */

G_END_DECLS
