/* block-model.c: which blocks of a page are its article.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "page/block-model.h"

#include "base/table.h"
#include "page/shingles.h"
#include "page/signs.h"

#include <gio/gio.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#define RESOURCE "/org/attache/Attache/page/"

AttBlockModel *
att_block_model_new (guint room)
{
  AttBlockModel *self = g_new0 (AttBlockModel, 1);
  for (self->n_slots = 1024; self->n_slots < room * 2; self->n_slots *= 2)
    ;
  self->keys = g_new0 (guint32, self->n_slots);
  self->weights = g_new0 (float, self->n_slots);
  self->nodes = g_array_new (FALSE, FALSE, sizeof (AttTreeNode));
  self->roots = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->threshold = 0.5;
  return self;
}

void
att_block_model_free (AttBlockModel *self)
{
  if (self == NULL)
    return;
  g_free (self->keys);
  g_free (self->weights);
  g_array_unref (self->nodes);
  g_array_unref (self->roots);
  g_free (self);
}

static guint
slot_of (const AttBlockModel *self, guint32 sign)
{
  guint at = sign & (self->n_slots - 1);
  while (self->keys[at] != 0 && self->keys[at] != sign)
    at = (at + 1) & (self->n_slots - 1);
  return at;
}

void
att_block_model_set (AttBlockModel *self, guint32 sign, float weight)
{
  guint at = slot_of (self, sign);
  self->keys[at] = sign;
  self->weights[at] = weight;
}

float
att_block_model_weight (const AttBlockModel *self, guint32 sign)
{
  guint at = slot_of (self, sign);
  return self->keys[at] ? self->weights[at] : 0;
}

static void
count_row (char **cells, guint line, gpointer data)
{
  ++*(guint *) data;
}

/* place, words, weight; or "trait", its name, weight. */
static void
read_sign (char **cells, guint line, gpointer data)
{
  AttBlockModel *self = data;
  float weight = g_ascii_strtod (cells[2], NULL);
  if (strcmp (cells[0], "bias") == 0)
    self->bias = weight;
  else if (strcmp (cells[0], "threshold") == 0)
    self->threshold = weight;
  else if (strcmp (cells[0], "trait") == 0) {
    int trait = att_trait_by_name (cells[1]);
    if (trait >= 0 && trait < ATT_N_TRAITS)
      self->traits[trait] = weight;
  }
  for (guint place = 0; place < ATT_N_SIGN_PLACES; place++) {
    if (strcmp (cells[0], att_sign_places[place]) != 0)
      continue;
    g_autoptr (GArray) words = g_array_new (FALSE, FALSE, sizeof (guint32));
    att_words_append (words, cells[1], strlen (cells[1]));
    AttSign sign = { place, MIN (words->len, ATT_SIGN_WORDS), { 0 } };
    memcpy (sign.words, words->data, sign.n * sizeof (guint32));
    att_block_model_set (self, att_sign_hash (&sign), weight);
  }
}

/* tree, node: trait, limit, below, above; or "leaf" and its value. Nodes are counted within their tree. */
static void
read_node (char **cells, guint line, gpointer data)
{
  AttBlockModel *self = data;
  gboolean root = strcmp (cells[1], "0") == 0, leaf = strcmp (cells[2], "leaf") == 0;
  guint32 first = root ? self->nodes->len : self->roots->len ? g_array_index (self->roots, guint32, self->roots->len - 1) : 0;
  if (root)
    g_array_append_val (self->roots, first);
  AttTreeNode node = { leaf ? -1 : att_trait_by_name (cells[2]), g_ascii_strtod (cells[3], NULL), first + atoi (cells[4]), first + atoi (cells[5]) };
  g_array_append_val (self->nodes, node);
}

static AttBlockModel *
read_shipped (void)
{
  g_autoptr (GBytes) signs = g_resources_lookup_data (RESOURCE "signs.tsv", 0, NULL), trees = g_resources_lookup_data (RESOURCE "trees.tsv", 0, NULL);
  guint rows = 0;
  att_table_read (signs, 3, count_row, &rows);
  AttBlockModel *self = att_block_model_new (rows);
  att_table_read (signs, 3, read_sign, self);
  att_table_read (trees, 6, read_node, self);
  return self;
}

const AttBlockModel *
att_block_model_get (void)
{
  static AttBlockModel *model;
  if (g_once_init_enter (&model))
    g_once_init_leave (&model, read_shipped ());
  return model;
}

float *
att_blocks_weigh (const AttBlockModel *self, const AttLayout *layout, const float *traits)
{
  float *out = g_new (float, layout->blocks->len + 1);
  g_autoptr (GArray) signs = g_array_sized_new (FALSE, FALSE, sizeof (AttSign), 128);
  guint under = G_MAXUINT;
  for (guint i = 0; i < layout->blocks->len; i++) {
    g_array_set_size (signs, 0);
    under = att_signs_is_heading (layout, i) ? i : under;
    att_signs_of (layout, i, under, signs);
    float sum = self->bias;
    for (guint k = 0; k < signs->len; k++)
      sum += att_block_model_weight (self, att_sign_hash (&g_array_index (signs, AttSign, k)));
    const float *row = traits + (gsize) i * ATT_N_TRAITS;
    for (guint k = 0; k < ATT_N_TRAITS; k++)
      sum += self->traits[k] * row[k];
    out[i] = CLAMP (sum, -20, 20);
  }
  return out;
}

double
att_block_model_chance (const AttBlockModel *self, const float *row)
{
  double sum = 0;
  for (guint i = 0; i < self->roots->len; i++) {
    const AttTreeNode *nodes = (const AttTreeNode *) self->nodes->data, *node = nodes + g_array_index (self->roots, guint32, i);
    while (node->trait >= 0)
      node = nodes + (row[node->trait] <= node->limit ? node->below : node->above);
    sum += node->limit;
  }
  return 1 / (1 + exp (-CLAMP (sum, -30, 30)));
}

guint8 *
att_blocks_choose (const AttBlockModel *self, const AttLayout *layout, const AttClaims *claims)
{
  g_autofree float *traits = att_traits_new (layout, claims), *weighed = att_blocks_weigh (self, layout, traits), *rows = att_blocks_context (layout, traits, weighed);
  guint8 *chosen = g_new0 (guint8, layout->blocks->len + 1);
  for (guint i = 0; i < layout->blocks->len; i++)
    chosen[i] = att_block_model_chance (self, rows + (gsize) i * ATT_N_EVIDENCE) >= self->threshold;
  return chosen;
}
