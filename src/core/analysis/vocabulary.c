/* vocabulary.c: every word that begins a phrase or tells something by itself.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "analysis/vocabulary.h"

AttVocabulary *
att_vocabulary_new (void)
{
  AttVocabulary *self = g_new0 (AttVocabulary, 1);
  self->n_slots = 1 << 12;
  self->slots = g_new0 (guint64, self->n_slots);
  self->vocables = g_array_new (FALSE, TRUE, sizeof (AttVocable));
  return self;
}

void
att_vocabulary_free (AttVocabulary *self)
{
  if (self == NULL)
    return;
  g_free (self->slots);
  g_array_unref (self->vocables);
  g_free (self);
}

static void
put (AttVocabulary *self, guint64 slot)
{
  guint32 hash = slot >> 32;
  guint i = hash * 0x9E3779B1u >> 7 & (self->n_slots - 1);
  while (self->slots[i])
    i = (i + 1) & (self->n_slots - 1);
  self->slots[i] = slot;
}

AttVocable *
att_vocabulary_add (AttVocabulary *self, guint32 hash)
{
  const AttVocable *known = att_vocabulary_get (self, hash);
  if (known)
    return (AttVocable *) known;
  if (self->vocables->len * 3 >= self->n_slots) {
    g_autofree guint64 *old = self->slots;
    guint n = self->n_slots;
    self->n_slots *= 2;
    self->slots = g_new0 (guint64, self->n_slots);
    for (guint i = 0; i < n; i++)
      if (old[i])
        put (self, old[i]);
  }
  g_array_set_size (self->vocables, self->vocables->len + 1);
  put (self, (guint64) hash << 32 | self->vocables->len);
  return &g_array_index (self->vocables, AttVocable, self->vocables->len - 1);
}
