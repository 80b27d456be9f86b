/* vocabulary.h: every word that begins a phrase or tells something by itself.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The first look at each word of an article: most are not here and cost nothing more. Built with the lexicon, then
 * only read, by any thread.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct {
  guint64 cues;     /* what the word tells however it is written: ATT_CUE_ bits of lexicon.h */
  guint64 proper;   /* what it tells with a capital only */
  guint32 next;     /* which words may follow in a phrase: a bit for each, by att_vocable_bit */
  guint32 value;    /* the trie's, of this word alone */
  guint32 state;    /* of the trie, after this word; 0: no phrase begins so */
  guint32 lean;     /* index plus one of its AttLeanRun; 0: it leans to no topic */
} AttVocable;

typedef struct {
  guint64 *slots;     /* hash << 32 | index of its vocable plus one; 0 is free */
  guint    n_slots;   /* a power of two */
  GArray  *vocables;
} AttVocabulary;

AttVocabulary *att_vocabulary_new  (void);
void           att_vocabulary_free (AttVocabulary *self);
AttVocable    *att_vocabulary_add  (AttVocabulary *self, guint32 hash);   /* made if need be; valid until the next */

/* Words behind the first are asked for here before the trie is: most are refused at once. */
static inline guint32
att_vocable_bit (guint32 hash)
{
  return 1u << (hash * 0x85EBCA6Bu >> 27);
}

static inline guint
att_vocabulary_slot (const AttVocabulary *self, guint32 hash)
{
  return hash * 0x9E3779B1u >> 7 & (self->n_slots - 1);
}

/* NULL: a word nobody needs. */
static inline const AttVocable *
att_vocabulary_get (const AttVocabulary *self, guint32 hash)
{
  for (guint i = att_vocabulary_slot (self, hash);; i = (i + 1) & (self->n_slots - 1)) {
    guint64 slot = self->slots[i];
    if (slot == 0)
      return NULL;
    if (slot >> 32 == hash)
      return &g_array_index (self->vocables, AttVocable, (guint32) slot - 1);
  }
}

G_END_DECLS
