/* forest.c: boosted trees grown on rows of numbers.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "forest.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define RATE 0.08
#define MAX_LEAVES 31
#define MIN_ROWS 40
#define LAMBDA 1.0
#define SAMPLE 20000

typedef struct { double g, h; guint n; } Cell;
typedef struct { double gain; guint column, bin; } Split;
typedef struct {
  guint first, n;        /* rows, in the order of the forest */
  guint node;            /* in the tree */
  Cell *cells;           /* columns x ATT_BINS */
  Split best;
} Leaf;

typedef struct {
  const AttBinned *data;
  guint  *rows, *spare;
  double *g, *h;
} Grower;

static int
compare_floats (const void *a, const void *b)
{
  float x = *(const float *) a, y = *(const float *) b;
  return (x > y) - (x < y);
}

AttBinned *
att_binned_new (const float *rows, guint n, guint n_columns)
{
  AttBinned *self = g_new0 (AttBinned, 1);
  *self = (AttBinned) { n, n_columns, g_malloc ((gsize) n * n_columns), g_new (float, n_columns * ATT_BINS) };
  guint step = MAX (n / SAMPLE, 1), taken = n / step;
  g_autofree float *values = g_new (float, taken + 1);
  for (guint c = 0; c < n_columns; c++) {
    float *limits = self->limits + c * ATT_BINS;
    for (guint i = 0; i < taken; i++)
      values[i] = rows[(gsize) i * step * n_columns + c];
    qsort (values, taken, sizeof *values, compare_floats);
    for (guint k = 0; k < ATT_BINS; k++)
      limits[k] = k + 1 < ATT_BINS ? values[(gsize) (k + 1) * taken / ATT_BINS] : INFINITY;
    for (guint i = 0; i < n; i++) {
      guint low = 0, high = ATT_BINS - 1;
      float value = rows[(gsize) i * n_columns + c];
      while (low < high) {
        guint middle = (low + high) / 2;
        if (value <= limits[middle])
          high = middle;
        else
          low = middle + 1;
      }
      self->bins[(gsize) c * n + i] = low;
    }
  }
  return self;
}

void
att_binned_free (AttBinned *self)
{
  g_free (self->bins);
  g_free (self->limits);
  g_free (self);
}

static void
count_cells (const Grower *g, Leaf *leaf)
{
  leaf->cells = g_new0 (Cell, g->data->n_columns * ATT_BINS);
  for (guint c = 0; c < g->data->n_columns; c++) {
    Cell *cells = leaf->cells + c * ATT_BINS;
    const guint8 *bins = g->data->bins + (gsize) c * g->data->n;
    for (guint i = leaf->first; i < leaf->first + leaf->n; i++) {
      Cell *cell = cells + bins[g->rows[i]];
      cell->g += g->g[g->rows[i]];
      cell->h += g->h[g->rows[i]];
      cell->n++;
    }
  }
}

static Cell
sum_of (const Leaf *leaf)
{
  Cell sum = { 0 };
  for (guint k = 0; k < ATT_BINS; k++) {
    sum.g += leaf->cells[k].g;
    sum.h += leaf->cells[k].h;
    sum.n += leaf->cells[k].n;
  }
  return sum;
}

static double
worth (double g, double h)
{
  return g * g / (h + LAMBDA);
}

static void
find_split (const Grower *g, Leaf *leaf)
{
  Cell all = sum_of (leaf);
  leaf->best = (Split) { 0 };
  for (guint c = 0; c < g->data->n_columns; c++) {
    Cell left = { 0 };
    for (guint k = 0; k + 1 < ATT_BINS; k++) {
      const Cell *cell = leaf->cells + c * ATT_BINS + k;
      left.g += cell->g;
      left.h += cell->h;
      left.n += cell->n;
      if (left.n < MIN_ROWS || cell->n == 0)
        continue;
      if (all.n - left.n < MIN_ROWS)
        break;
      double gain = worth (left.g, left.h) + worth (all.g - left.g, all.h - left.h) - worth (all.g, all.h);
      if (gain > leaf->best.gain)
        leaf->best = (Split) { gain, c, k };
    }
  }
}

/* Splits a leaf's rows in two; the larger half's cells are what the smaller one's leave. */
static Leaf
split_leaf (Grower *g, Leaf *leaf)
{
  const guint8 *bins = g->data->bins + (gsize) leaf->best.column * g->data->n;
  guint below = 0, above = 0;
  for (guint i = leaf->first; i < leaf->first + leaf->n; i++)
    if (bins[g->rows[i]] <= leaf->best.bin)
      g->rows[leaf->first + below++] = g->rows[i];
    else
      g->spare[above++] = g->rows[i];
  memcpy (g->rows + leaf->first + below, g->spare, above * sizeof *g->rows);
  Leaf other = { leaf->first + below, above, 0, NULL, { 0 } };
  Cell *whole = leaf->cells;
  leaf->n = below;
  Leaf *small = below < above ? leaf : &other, *large = below < above ? &other : leaf;
  count_cells (g, small);
  for (guint i = 0; i < g->data->n_columns * ATT_BINS; i++) {
    whole[i].g -= small->cells[i].g;
    whole[i].h -= small->cells[i].h;
    whole[i].n -= small->cells[i].n;
  }
  large->cells = whole;
  find_split (g, leaf);
  find_split (g, &other);
  return other;
}

static guint
best_leaf (const Leaf *leaves, guint n)
{
  guint best = 0;
  for (guint i = 1; i < n; i++)
    if (leaves[i].best.gain > leaves[best].best.gain)
      best = i;
  return best;
}

static void
grow_tree (Grower *g, guint n_rows, AttBlockModel *model, double *sums)
{
  guint32 root = model->nodes->len;
  Leaf leaves[MAX_LEAVES] = { { 0, n_rows, root, NULL, { 0 } } };
  guint n_leaves = 1;
  AttTreeNode empty = { -1, 0, 0, 0 };
  g_array_append_val (model->roots, root);
  g_array_append_val (model->nodes, empty);
  count_cells (g, leaves);
  find_split (g, leaves);
  while (n_leaves < MAX_LEAVES) {
    Leaf *leaf = &leaves[best_leaf (leaves, n_leaves)];
    if (leaf->best.gain <= 1e-6)
      break;
    guint32 at = leaf->node, below = model->nodes->len, above = below + 1;
    g_array_index (model->nodes, AttTreeNode, at) = (AttTreeNode) { leaf->best.column, g->data->limits[leaf->best.column * ATT_BINS + leaf->best.bin], below, above };
    g_array_append_val (model->nodes, empty);
    g_array_append_val (model->nodes, empty);
    leaves[n_leaves] = split_leaf (g, leaf);
    leaf->node = below;
    leaves[n_leaves++].node = above;
  }
  for (guint i = 0; i < n_leaves; i++) {
    Cell all = sum_of (&leaves[i]);
    float value = -RATE * all.g / (all.h + LAMBDA);
    g_array_index (model->nodes, AttTreeNode, leaves[i].node).limit = value;
    for (guint k = leaves[i].first; k < leaves[i].first + leaves[i].n; k++)
      sums[g->rows[k]] += value;
    g_free (leaves[i].cells);
  }
}

void
att_forest_grow (AttBlockModel *model, const AttBinned *data, const guint8 *yes, const float *weights, guint n_trees)
{
  Grower g = { data, g_new (guint, data->n), g_new (guint, data->n), g_new0 (double, data->n), g_new0 (double, data->n) };
  g_autofree double *sums = g_new0 (double, data->n);
  for (guint t = 0; t < n_trees; t++) {
    guint n = 0;
    for (guint i = 0; i < data->n; i++) {
      if (weights[i] <= 0)
        continue;
      double chance = 1 / (1 + exp (-sums[i]));
      g.rows[n++] = i;
      g.g[i] = weights[i] * (chance - yes[i]);
      g.h[i] = weights[i] * chance * (1 - chance);
    }
    grow_tree (&g, n, model, sums);
  }
  g_free (g.rows);
  g_free (g.spare);
  g_free (g.g);
  g_free (g.h);
}
