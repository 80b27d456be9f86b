/* block-model.h: which blocks of a page are its article, for the program and for whoever trains it.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * In two steps. First each block is weighed alone: signs and traits add up (a logistic regression). Then, knowing how its
 * neighbours and the boxes around it were weighed, a small forest of boosted trees decides (Friedman, "Greedy Function
 * Approximation", 2001). The numbers are data/page/signs.tsv and trees.tsv, written by the trainer.
 */
#pragma once

#include "page/layout.h"
#include "page/traits.h"

G_BEGIN_DECLS

#define ATT_N_CONTEXT 24
#define ATT_N_EVIDENCE (ATT_N_TRAITS + ATT_N_CONTEXT)

typedef struct { gint32 trait; float limit; guint32 below, above; } AttTreeNode;   /* trait -1: a leaf, limit its value; else where to go at most limit, and above it */

typedef struct {
  guint32 *keys;            /* signs by hash, open addressing; 0: free */
  float   *weights;
  guint    n_slots;         /* a power of two */
  float    traits[ATT_N_TRAITS], bias;
  GArray  *nodes, *roots;   /* of AttTreeNode; of guint32 */
  double   threshold;       /* chance from which on a block is the article's */
} AttBlockModel;

const AttBlockModel *att_block_model_get (void);   /* the shipped one; read once, any thread */

AttBlockModel *att_block_model_new    (guint room);   /* empty, with room for so many signs */
void           att_block_model_free   (AttBlockModel *self);
void           att_block_model_set    (AttBlockModel *self, guint32 sign, float weight);
float          att_block_model_weight (const AttBlockModel *self, guint32 sign);

/* First step: a number for each block, 0 as likely as not. */
float *att_blocks_weigh   (const AttBlockModel *self, const AttLayout *layout, const float *traits);

/* What the second step looks at: rows of ATT_N_EVIDENCE. */
float *att_blocks_context (const AttLayout *layout, const float *traits, const float *weighed);

/* Second step: the chance of a row. */
double att_block_model_chance (const AttBlockModel *self, const float *row);

/* Both: TRUE for each block of the article. Owned by the caller. */
guint8 *att_blocks_choose (const AttBlockModel *self, const AttLayout *layout, const AttClaims *claims);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AttBlockModel, att_block_model_free)

G_END_DECLS
