/* forest.h: boosted trees grown on rows of numbers.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Gradient boosting for a yes or no (Friedman 2001), best leaf first, on binned numbers. One thread.
 */
#pragma once

#include "page/block-model.h"

typedef struct {
  guint n, n_columns;
  guint8 *bins;          /* by column, then row */
  float  *limits;        /* of bin k of a column: columns x ATT_BINS */
} AttBinned;

#define ATT_BINS 64

AttBinned *att_binned_new  (const float *rows, guint n, guint n_columns);
void       att_binned_free (AttBinned *self);

/* Grows trees into a model. weights: 0 leaves a row out. */
void att_forest_grow (AttBlockModel *model, const AttBinned *data, const guint8 *yes, const float *weights, guint n_trees);
