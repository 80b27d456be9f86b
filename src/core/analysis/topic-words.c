/* topic-words.c: how an article's words lean to each topic.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "analysis/topic-words.h"

typedef struct { guint32 hash, n, lean; } Slot;   /* lean: index plus one of the word's first weight; 0: it has none */

double *
att_topic_words_lean (const AttScan *scan)
{
  const AttLexicon *lexicon = scan->lexicon;
  guint n_words = scan->reading->words->len, n_slots = 64, n_different = 0;
  while (n_slots < n_words * 2)
    n_slots *= 2;
  g_autofree Slot *slots = g_new0 (Slot, n_slots);
  for (guint i = 0; i < n_words; i++) {
    const AttWord *w = att_reading_word (scan->reading, i);
    if (!att_topic_words_takes (w) || att_scan_is_skipped (scan, i))
      continue;
    guint at = w->hash * 0x9E3779B1u >> 5 & (n_slots - 1);
    while (slots[at].n && slots[at].hash != w->hash)
      at = (at + 1) & (n_slots - 1);
    if (slots[at].n++ == 0) {
      const AttVocable *known = att_vocabulary_get (lexicon->vocabulary, w->hash);
      slots[at].hash = w->hash;
      slots[at].lean = known ? known->lean : 0;
      n_different++;
    }
  }
  double *lean = g_new0 (double, lexicon->themes->len);
  for (guint i = 0; i < n_slots; i++)
    for (guint32 at = slots[i].lean; at;) {
      const AttLean *one = &g_array_index (lexicon->leans, AttLean, at - 1);
      lean[one->theme] += one->weight * att_topic_words_value (slots[i].n, n_different);
      at = one->next;
    }
  for (guint i = 0; i < lexicon->themes->len; i++)
    lean[i] = CLAMP (lean[i] + g_array_index (lexicon->themes, AttTheme, i).lean, -6, 6);
  return lean;
}
