/* term-finder.c: which terms of which topics stand in which sentences.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "analysis/term-finder.h"

#include "base/array.h"

typedef struct { GArray *all; guint room; } Found;   /* of AttTermFound */

/* Plain terms of one sentence: a hit inside a longer one of the same topic does not count. Hits come in the order of
 * the words, longer ones first, so the last end of each topic is enough to know. */
static void
take_plain (const AttHit *hit, guint term, guint theme, guint32 sentence, guint32 *ends, Found *found)
{
  if (hit->word < ends[theme])
    return;
  ends[theme] = hit->word + hit->n_words;
  *ATT_ARRAY_ADD (found->all, AttTermFound, &found->room) = (AttTermFound) { term, sentence, { .word = hit->word, .n_words = hit->n_words } };
}

/* A conjunction met so far in a sentence; seen: which of its phrases. */
typedef struct { guint32 term; guint8 seen; AttTermWords words; } Partial;

/* The conjunctions of one sentence. A phrase may stand in hundreds of them, so only those are looked at whose anchor is there. */
typedef struct {
  GArray  *hits;    /* of AttHit *: phrases that are parts of some */
  GArray  *met;     /* of Partial: those whose anchor is there */
  GArray  *order;   /* of guint: indices of met, by which phrase came first */
  guint32 *at;      /* of each term, its index in met plus one */
  guint    hits_room, met_room, order_room;
} Conjunctions;

static const AttPart *
parts_of (const AttLexicon *lexicon, const AttHit *hit, guint *n)
{
  const AttEntry *entry = att_lexicon_entry (lexicon, hit);
  *n = entry->n_parts;
  return &g_array_index (lexicon->parts, AttPart, entry->index);
}

static void
meet_anchors (const AttLexicon *lexicon, const AttHit *hit, Conjunctions *c)
{
  guint n;
  const AttPart *part = parts_of (lexicon, hit, &n);
  for (guint k = 0; k < n; k++, part++) {
    if (!part->anchor || c->at[part->term])
      continue;
    *ATT_ARRAY_ADD (c->met, Partial, &c->met_room) = (Partial) { .term = part->term };
    c->at[part->term] = c->met->len;
  }
}

static void
meet_parts (const AttLexicon *lexicon, const AttHit *hit, Conjunctions *c)
{
  guint n;
  const AttPart *part = parts_of (lexicon, hit, &n);
  for (guint k = 0; k < n; k++, part++) {
    guint32 at = part->plain ? 0 : c->at[part->term];
    if (at == 0)
      continue;
    Partial *partial = &g_array_index (c->met, Partial, --at);
    if (partial->seen == 0)
      *ATT_ARRAY_ADD (c->order, guint, &c->order_room) = at;
    partial->seen |= 1 << part->k;
    *(part->k == 0 ? &partial->words.word : &partial->words.other) = hit->word;
    *(part->k == 0 ? &partial->words.n_words : &partial->words.n_other) = hit->n_words;
  }
}

/* Those of the sentence all of whose phrases are there, and whoever must be. */
static void
close_sentence (const AttScan *self, Conjunctions *c, guint sentence, Found *found)
{
  for (guint i = 0; i < c->hits->len; i++)
    if (att_lexicon_entry (self->lexicon, g_array_index (c->hits, const AttHit *, i))->anchors)
      meet_anchors (self->lexicon, g_array_index (c->hits, const AttHit *, i), c);
  for (guint i = 0; c->met->len > 0 && i < c->hits->len; i++)
    meet_parts (self->lexicon, g_array_index (c->hits, const AttHit *, i), c);
  for (guint i = 0; i < c->order->len; i++) {
    const Partial *partial = &g_array_index (c->met, Partial, g_array_index (c->order, guint, i));
    const AttTerm *term = &g_array_index (self->lexicon->terms, AttTerm, partial->term);
    c->at[partial->term] = 0;
    if (partial->seen != (1 << term->n_parts) - 1 || (self->classes[sentence] & term->classes) != term->classes)
      continue;
    *ATT_ARRAY_ADD (found->all, AttTermFound, &found->room) = (AttTermFound) { partial->term, sentence, partial->words };
  }
  g_array_set_size (c->hits, 0);
  g_array_set_size (c->met, 0);
  g_array_set_size (c->order, 0);
}

static void
take_hit (const AttScan *self, const AttHit *hit, const AttEntry *entry, guint sentence, guint32 *ends, Found *found)
{
  const AttPart *part = &g_array_index (self->lexicon->parts, AttPart, entry->index);
  for (guint k = 0; k < entry->n_parts; k++, part++)
    if (part->plain)
      take_plain (hit, part->term, part->theme, sentence, ends, found);
}

/* All terms of the article, sentence by sentence. */
static GArray *
find_in_order (const AttScan *self)
{
  Found found = { g_array_new (FALSE, FALSE, sizeof (AttTermFound)) };
  g_autoptr (GArray) hits = g_array_new (FALSE, FALSE, sizeof (AttHit *)), met = g_array_new (FALSE, FALSE, sizeof (Partial)), order = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autofree guint32 *at = g_new0 (guint32, self->lexicon->terms->len + 1), *ends = g_new0 (guint32, self->lexicon->themes->len + 1);
  Conjunctions conjunctions = { hits, met, order, at };
  guint current = 0;
  for (guint i = 0; i < self->hits->len; i++) {
    const AttHit *hit = &g_array_index (self->hits, AttHit, i);
    const AttEntry *entry = att_lexicon_entry (self->lexicon, hit);
    if (hit->kind != ATT_ENTRY_PART || att_scan_is_skipped (self, hit->word))
      continue;
    guint sentence = att_reading_word (self->reading, hit->word)->sentence;
    if (sentence != current)
      close_sentence (self, &conjunctions, current, &found);
    current = sentence;
    take_hit (self, hit, entry, sentence, ends, &found);
    if (entry->joined)
      *ATT_ARRAY_ADD (conjunctions.hits, const AttHit *, &conjunctions.hits_room) = hit;
  }
  close_sentence (self, &conjunctions, current, &found);
  return found.all;
}

/* By topic; found is in the order of the sentences, and stays so. */
static GArray *
sort_by_theme (const AttLexicon *lexicon, const GArray *found)
{
  GArray *sorted = g_array_sized_new (FALSE, FALSE, sizeof (AttTermFound), found->len);
  g_autofree guint32 *starts = g_new0 (guint32, lexicon->themes->len + 1);
  g_array_set_size (sorted, found->len);
  for (guint i = 0; i < found->len; i++)
    starts[g_array_index (lexicon->terms, AttTerm, g_array_index (found, AttTermFound, i).term).theme + 1]++;
  for (guint i = 1; i < lexicon->themes->len; i++)
    starts[i] += starts[i - 1];
  for (guint i = 0; i < found->len; i++) {
    const AttTermFound *one = &g_array_index (found, AttTermFound, i);
    g_array_index (sorted, AttTermFound, starts[g_array_index (lexicon->terms, AttTerm, one->term).theme]++) = *one;
  }
  return sorted;
}

GArray *
att_terms_find (const AttScan *self)
{
  g_autoptr (GArray) found = find_in_order (self);
  return sort_by_theme (self->lexicon, found);
}
