/* lookup.c: every phrase of the lexicon that stands in a reading.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "analysis/lexicon.h"

#include "base/array.h"

#define AHEAD 8   /* words, a power of two: the tables are larger than the nearest cache */

typedef struct { GArray *hits; guint room; } Hits;

/* Whether the words stand exactly as an entry wants them. */
static gboolean
is_written_so (const AttReading *reading, guint first, guint n, const char *exact)
{
  const char *zone = att_reading_zone_of (reading, first);
  for (guint i = 0; i < n; i++) {
    const AttWord *w = att_reading_word (reading, first + i);
    const char *from = zone + w->start, *to = zone + w->end;
    while (*exact && *exact != ' ') {
      if (from < to && *from == '.' && *exact != '.') {   /* U.S. is US */
        from++;
        continue;
      }
      if (from == to || *from != *exact)
        return FALSE;
      from++;
      exact++;
    }
    while (from < to && *from == '.')
      from++;
    if (from != to)
      return FALSE;
    if (*exact == ' ')
      exact++;
  }
  return TRUE;
}

static void
take (const AttLexicon *self, const AttReading *reading, guint first, guint n, guint32 value, Hits *out)
{
  gboolean capital = att_reading_word (reading, first)->flags & (ATT_WORD_TITLE | ATT_WORD_CAPS | ATT_WORD_CASELESS);
  const AttEntry *entry = &g_array_index (self->entries, AttEntry, value - 1);
  for (guint32 at = value;; at++, entry++) {
    if ((capital || !entry->proper) && (entry->exact == NULL || is_written_so (reading, first, n, entry->exact)))
      *ATT_ARRAY_ADD (out->hits, AttHit, &out->room) = (AttHit) { at - 1, first, n, entry->kind };
    if (entry->next == 0)
      return;
  }
}

/* All phrases that begin at a word that begins some. */
static void
find_from (const AttLexicon *self, const AttReading *reading, guint first, const AttVocable *known, Hits *out)
{
  guint32 state = known->state, value = known->value;
  guint32 values[16];
  guint lengths[16], n_found = 0;
  guint32 sentence = att_reading_word (reading, first)->sentence;
  for (guint k = first; n_found < G_N_ELEMENTS (values);) {
    gboolean whole = k + 1 == reading->words->len || !(att_reading_word (reading, k + 1)->flags & ATT_WORD_INNER);
    if (value && whole) {
      values[n_found] = value;
      lengths[n_found++] = k - first + 1;
    }
    if (++k == reading->words->len)
      break;
    const AttWord *w = att_reading_word (reading, k);
    if (w->flags & ATT_WORD_BREAK || w->sentence != sentence || (k == first + 1 && !(known->next & att_vocable_bit (w->hash))))
      break;
    const AttEdge *edge = att_trie_step (self->trie, state, w->hash);
    if (edge == NULL)
      break;
    state = edge->to;
    value = edge->value;
  }
  while (n_found-- > 0)
    take (self, reading, first, lengths[n_found], values[n_found], out);
}

/* What is known of a word that is come to later: until then it is fetched into the nearest cache, and so is where to look for the one behind. */
static inline const AttVocable *
look_ahead (const AttLexicon *self, const AttReading *reading, guint at)
{
  const AttVocabulary *vocabulary = self->vocabulary;
  const AttWord *w = att_reading_word (reading, at);
  if (at + AHEAD < reading->words->len)
    __builtin_prefetch (&vocabulary->slots[att_vocabulary_slot (vocabulary, w[AHEAD].hash)]);
  const AttVocable *known = att_vocabulary_get (vocabulary, w->hash);
  __builtin_prefetch (known);
  return known;
}

GArray *
att_lexicon_find (const AttLexicon *self, const AttReading *reading, guint64 *cues, guint32 *leans)
{
  guint room = reading->words->len / 2 + 16;
  Hits out = { g_array_sized_new (FALSE, FALSE, sizeof (AttHit), room), room };
  const AttVocable *vocables[AHEAD] = { NULL };
  for (guint at = 0; at < reading->words->len + AHEAD; at++) {
    guint i = at - AHEAD;
    const AttVocable *known = vocables[at % AHEAD];
    vocables[at % AHEAD] = at < reading->words->len ? look_ahead (self, reading, at) : NULL;
    if (known == NULL)
      continue;
    const AttWord *w = att_reading_word (reading, i);
    leans[i] = known->lean;
    cues[i] |= known->cues | (att_word_is_capital (w) ? known->proper : 0);
    if (known->state && !(w->flags & ATT_WORD_INNER))
      find_from (self, reading, i, known, &out);
  }
  return out.hits;
}
