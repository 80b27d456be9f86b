/* trie.c: phrases found by their words.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "analysis/trie.h"

typedef struct { guint64 edge; guint32 to; } Slot;   /* edge: state << 32 | word; 0 is free, as no word hashes to 0 */

struct _AttTrie {
  Slot   *slots;
  guint   n_slots, n_edges;
  GArray *values;   /* of guint32, by state */
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
att_trie_step (const AttTrie *self, guint32 state, guint32 word)
{
  return find (self, (guint64) state << 32 | word)->to;
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

guint32
att_trie_get (const AttTrie *self, guint32 state)
{
  return g_array_index (self->values, guint32, state);
}
