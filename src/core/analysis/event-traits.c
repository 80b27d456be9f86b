/* event-traits.c: what is known of two sides in a sentence.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "analysis/event-traits.h"

#include <string.h>

#define MAX_EDGE 10      /* of many words between, so many at either end are read */
#define MAX_AROUND 4     /* words before the first and behind the second */
#define MAX_DEED 10      /* words to a phrase before or behind */
#define STEM 5           /* letters by which a word's forms are one */

/* Sides and numbers are all alike. */
static guint32
word_of (const AttScene *self, guint word)
{
  const AttWord *w = att_reading_word (self->scan->reading, word);
  guint64 cues = self->scan->cues[word];
  if (cues & (ATT_CUE_STATE | ATT_CUE_BODY | ATT_CUE_PERSON))
    return cues & ATT_CUE_PERSON ? 1 : 2;
  return w->flags & ATT_WORD_NUMBER ? 3 : w->hash;
}

static guint32
stem_of (const AttScene *self, guint word)
{
  const AttWord *w = att_reading_word (self->scan->reading, word);
  const char *text = att_reading_zone_of (self->scan->reading, word) + w->start;
  char letters[STEM];
  guint n = MIN (w->end - w->start, STEM);
  for (guint i = 0; i < n; i++)
    letters[i] = g_ascii_tolower (text[i]);
  return att_reading_hash (letters, n);
}

static guint
form_of (const AttScene *self, const AttSide *side)
{
  gboolean owner = att_reading_word (self->scan->reading, side->word + side->n_words - 1)->flags & ATT_WORD_POSSESSIVE;
  return owner ? 2 : side->adjective ? side->governed ? 4 : 1 : side->governed ? 3 : 0;
}

static void
add_words (const AttScene *self, guint from, guint to, AttPair *pair)
{
  guint32 before = 0;
  for (guint i = from; i < to; i++) {
    if (to - from > 2 * MAX_EDGE && i == from + MAX_EDGE)
      i = to - MAX_EDGE;
    guint32 word = word_of (self, i);
    att_pair_add_hashed (pair, ATT_PAIR_WORD, word);
    att_pair_add_hashed (pair, ATT_PAIR_STEM, word <= 3 ? word : stem_of (self, i));
    if (i > from)
      att_pair_add_hashed (pair, ATT_PAIR_TWO, before * 31 + word);
    before = word;
  }
  att_pair_add_hashed (pair, ATT_PAIR_NEXT, from < to ? word_of (self, from) : 5);
  att_pair_add_hashed (pair, ATT_PAIR_LAST, from < to ? word_of (self, to - 1) : 5);
}

static void
add_around (const AttScene *self, guint first, guint behind, AttPair *pair)
{
  guint begin = self->sentence->first_word, end = begin + self->sentence->n_words;
  for (guint i = first > begin + MAX_AROUND ? first - MAX_AROUND : begin; i < first; i++)
    att_pair_add_hashed (pair, ATT_PAIR_AHEAD, word_of (self, i) * 3 + (i + 1 == first));
  for (guint i = behind; i < end && i < behind + MAX_AROUND; i++)
    att_pair_add_hashed (pair, ATT_PAIR_BEHIND, word_of (self, i) * 3 + (i == behind));
}

static void
add_deeds (const AttScene *self, guint first, guint from, guint to, guint behind, AttPair *pair)
{
  for (guint i = 0; i < self->deeds->len; i++) {
    const AttDeed *deed = &g_array_index (self->deeds, AttDeed, i);
    if (deed->word + deed->n_words <= first && first - deed->word <= MAX_DEED)
      att_pair_add (pair, ATT_PAIR_DEED_BEFORE, deed->phrase->type);
    else if (deed->word >= from && deed->word < to)
      att_pair_add (pair, ATT_PAIR_DEED_BETWEEN, deed->phrase->type);
    else if (deed->word >= behind && deed->word - behind < MAX_DEED)
      att_pair_add (pair, ATT_PAIR_DEED_BEHIND, deed->phrase->type);
    if (deed->word >= from && deed->word < to && deed->phrase->verb && att_scene_is_passive (self, deed->word))
      att_pair_add (pair, ATT_PAIR_PASSIVE, 0);
  }
  for (guint i = 0; i < self->proposals->len; i++) {
    const AttProposal *p = &g_array_index (self->proposals, AttProposal, i);
    if (att_proposal_is_of (p, pair->first, pair->second))
      att_pair_add (pair, ATT_PAIR_PROPOSED, (p->mutual ? 2 : att_proposal_is_turned (p)) * ATT_N_EVENT_TYPES + p->type);
  }
}

/* Those of the kinds that are there, each a feature. */
static void
add_cues (guint64 cues, const guint64 *kinds, guint n, AttPairGroup group, AttPair *pair)
{
  for (guint i = 0; i < n; i++)
    if (cues & kinds[i])
      att_pair_add (pair, group, i);
}

static void
add_sentence (const AttScene *self, AttPair *pair)
{
  static const guint64 KINDS[] = { ATT_CUE_FUTURE, ATT_CUE_MODAL, ATT_CUE_NEGATION };
  add_cues (self->cues, KINDS, G_N_ELEMENTS (KINDS), ATT_PAIR_SENTENCE, pair);
  if (!(self->cues & (ATT_CUE_FUTURE | ATT_CUE_MODAL | ATT_CUE_NEGATION)))
    att_pair_add (pair, ATT_PAIR_SENTENCE, G_N_ELEMENTS (KINDS));
}

static void
add_grammar (const AttScene *self, guint from, guint to, AttPair *pair)
{
  static const guint64 KINDS[] = { ATT_CUE_TO, ATT_CUE_OF, ATT_CUE_NEGATION, ATT_CUE_FUTURE, ATT_CUE_MODAL, ATT_CUE_CLAUSE, ATT_CUE_CONTRAST, ATT_CUE_WHO };
  guint64 cues = att_scene_cues (self, from, to);
  add_cues (cues, KINDS, G_N_ELEMENTS (KINDS), ATT_PAIR_CUES, pair);
  att_pair_add (pair, ATT_PAIR_SPEECH, cues & ATT_CUE_SAY ? cues & ATT_CUE_THAT ? 2 : 1 : 0);
  if (att_scene_is_parted (self, from, to))
    att_pair_add (pair, ATT_PAIR_PARTED, 0);
  if (to == from + 1 && cues & ATT_CUE_AND)
    att_pair_add (pair, ATT_PAIR_PARTED, 1);
  if (to > from && self->scan->cues[to - 1] & ATT_CUE_BY)
    att_pair_add (pair, ATT_PAIR_PASSIVE, 1);
  if (to > from + 1 && self->scan->cues[to - 2] & ATT_CUE_BY)
    att_pair_add (pair, ATT_PAIR_PASSIVE, 2);
}

void
att_pair_traits (const AttScene *scene, AttPair *pair)
{
  static const guint8 STEPS[] = { 0, 1, 2, 2, 3, 3, 3, 4, 4, 4, 4, 4, 4 };
  const AttSide *first = att_scene_side (scene, pair->first), *second = att_scene_side (scene, pair->second);
  guint from = first->word + first->n_words, to = MAX (second->word, from), n = to - from, one = form_of (scene, first), other = form_of (scene, second);
  att_pair_add (pair, ATT_PAIR_BIAS, 0);
  att_pair_add (pair, ATT_PAIR_DISTANCE, n < G_N_ELEMENTS (STEPS) ? STEPS[n] : n <= 20 ? 5 : 6);
  att_pair_add (pair, ATT_PAIR_BETWEEN, pair->second - pair->first - 1);
  att_pair_add (pair, ATT_PAIR_FIRST_FORM, one);
  att_pair_add (pair, ATT_PAIR_SECOND_FORM, other);
  att_pair_add (pair, ATT_PAIR_FORMS, one * 5 + other);
  add_deeds (scene, first->word, from, to, second->word + second->n_words, pair);
  add_grammar (scene, from, to, pair);
  add_sentence (scene, pair);
  add_words (scene, from, to, pair);
  add_around (scene, first->word, second->word + second->n_words, pair);
}
