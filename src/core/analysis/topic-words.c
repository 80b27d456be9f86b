/* topic-words.c: how an article's words lean to each topic.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "analysis/topic-words.h"

typedef struct { guint32 lean, n; } Slot;   /* lean: index plus one of a word's first weight; 0: free */

/* How often each word stands in the article that leans anywhere. */
static void
count (const AttScan *scan, Slot *slots, guint n_slots, guint *n_words)
{
  *n_words = 0;
  for (guint i = 0; i < scan->reading->words->len; i++) {
    if (!att_topic_words_takes (att_reading_word (scan->reading, i)) || att_scan_is_skipped (scan, i))
      continue;
    ++*n_words;
    guint32 lean = scan->leans[i];
    guint at = lean * 0x9E3779B1u >> 7 & (n_slots - 1);
    if (lean == 0)
      continue;
    while (slots[at].lean && slots[at].lean != lean)
      at = (at + 1) & (n_slots - 1);
    slots[at].lean = lean;
    slots[at].n++;
  }
}

double *
att_topic_words_lean (const AttScan *scan)
{
  const AttLexicon *lexicon = scan->lexicon;
  if (lexicon->leans->len == 0)   /* a language nothing was learned of */
    return g_new0 (double, lexicon->themes->len);
  guint n_words, n_slots = 64;
  while (n_slots < scan->reading->words->len)
    n_slots *= 2;
  n_slots *= 2;
  g_autofree Slot *slots = g_new0 (Slot, n_slots);
  count (scan, slots, n_slots, &n_words);
  double *lean = g_new0 (double, lexicon->themes->len), scale = att_topic_words_scale (MAX (n_words, 1));
  for (guint i = 0; i < n_slots; i++) {
    double value = slots[i].lean ? att_topic_words_damped (slots[i].n) * scale : 0;
    for (guint32 at = slots[i].lean; at;) {
      const AttLean *one = &g_array_index (lexicon->leans, AttLean, at - 1);
      lean[one->theme] += one->weight * value;
      at = one->next;
    }
  }
  for (guint i = 0; i < lexicon->themes->len; i++)
    lean[i] = CLAMP (lean[i] + g_array_index (lexicon->themes, AttTheme, i).lean, -6, 6);
  return lean;
}
