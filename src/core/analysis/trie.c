/* trie.c: phrases found by their words.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "analysis/trie.h"

#include <stdlib.h>

typedef struct { guint64 edge; guint32 to; } Slot;   /* edge: state << 32 | word; 0 is free, as no word hashes to 0 */

/* slots is searched while it grows. Frozen, the edges that lead on from a state lie side by side, in the order of their words: a
 * tenth of the size, which stays in a cache. Those of the root are left out then: whoever looks up knows them (vocabulary.h). */
struct _AttTrie {
  Slot    *slots;
  guint    n_slots, n_edges;
  GArray  *values;   /* of guint32, by state */
  AttEdge *edges;
  guint32 *starts;   /* of each state, and of the one behind the last: where its edges begin */
};

AttTrie *
att_trie_new (void)
{
  AttTrie *self = g_new0 (AttTrie, 1);
  self->n_slots = 1 << 16;
  self->slots = g_new0 (Slot, self->n_slots);
  self->values = g_array_new (FALSE, TRUE, sizeof (guint32));
  g_array_set_size (self->values, 1);
  return self;
}

void
att_trie_free (AttTrie *self)
{
  if (self == NULL)
    return;
  g_free (self->slots);
  g_array_unref (self->values);
  g_free (self->edges);
  g_free (self->starts);
  g_free (self);
}

static inline Slot *
find (const AttTrie *self, guint64 edge)
{
  guint64 h = edge * 0x9E3779B97F4A7C15u;
  guint i = h >> 40 & (self->n_slots - 1);
  while (self->slots[i].edge != 0 && self->slots[i].edge != edge)
    i = (i + 1) & (self->n_slots - 1);
  return &self->slots[i];
}

static void
grow (AttTrie *self)
{
  g_autofree Slot *old = self->slots;
  guint n = self->n_slots;
  self->n_slots *= 2;
  self->slots = g_new0 (Slot, self->n_slots);
  for (guint i = 0; i < n; i++)
    if (old[i].edge)
      *find (self, old[i].edge) = old[i];
}

guint32
att_trie_add (AttTrie *self, guint32 state, guint32 word)
{
  guint64 edge = (guint64) state << 32 | word;
  Slot *slot = find (self, edge);
  if (slot->edge == edge)
    return slot->to;
  if (self->n_edges * 2 >= self->n_slots) {
    grow (self);
    slot = find (self, edge);
  }
  *slot = (Slot) { edge, self->values->len };
  self->n_edges++;
  g_array_set_size (self->values, self->values->len + 1);
  return slot->to;
}

guint
att_trie_n_states (const AttTrie *self)
{
  return self->values->len;
}

guint32 *
att_trie_value (AttTrie *self, guint32 state)
{
  return &g_array_index (self->values, guint32, state);
}

static int
by_edge (const void *a, const void *b)
{
  const Slot *x = a, *y = b;
  return x->edge < y->edge ? -1 : x->edge > y->edge;
}

void
att_trie_freeze (AttTrie *self)
{
  guint n = 0, n_states = self->values->len;
  for (guint i = 0; i < self->n_slots; i++)
    if (self->slots[i].edge >> 32)
      self->slots[n++] = self->slots[i];
  qsort (self->slots, n, sizeof (Slot), by_edge);
  self->edges = g_new (AttEdge, n);
  self->starts = g_new (guint32, n_states + 1);
  for (guint i = 0, state = 0; state <= n_states; state++) {
    self->starts[state] = i;
    for (; i < n && self->slots[i].edge >> 32 == state; i++)
      self->edges[i] = (AttEdge) { (guint32) self->slots[i].edge, self->slots[i].to, g_array_index (self->values, guint32, self->slots[i].to) };
  }
  g_clear_pointer (&self->slots, g_free);
}

const AttEdge *
att_trie_step (const AttTrie *self, guint32 state, guint32 word)
{
  const AttEdge *first = self->edges + self->starts[state];
  guint n = self->starts[state + 1] - self->starts[state];
  if (n == 0)
    return NULL;
  for (guint half; n > 1; n -= half) {   /* without a branch that could be guessed wrongly */
    half = n / 2;
    first = first[half].word <= word ? first + half : first;
  }
  return first->word == word ? first : NULL;
}
