/* topic-finder.c: themes, graded, with evidence.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Each sentence is worth, for each topic, its zone times its best term and a share of the second; the best sentences
 * add up with falling weight. Counting by sentence keeps many overlapping terms of one passing remark from stacking. */

#include "config.h"
#include "analysis/scan.h"

#include <math.h>
#include <string.h>

#define MAX_BEST 6
#define MAX_EVIDENCE 5

/* The words of a term: its phrase, and of a conjunction also another of its phrases. */
typedef struct { guint32 word, n_words, other, n_other; } Words;

/* One term in one sentence. */
typedef struct { guint32 term, sentence; Words words; } Found;

typedef struct {
  double value;
  guint32 sentence;
  Words words;             /* of its best term */
} Worth;

typedef struct {
  GArray *worths;          /* of Worth: the sentences that speak of it */
  double generic, veto;
  gboolean leads;          /* spoken of in the title, or where there is none in the lede */
} Tally;

static double
weight_of (const AttScan *self, const AttTerm *term, guint sentence)
{
  const AttTopicModel *m = &self->lexicon->model;
  guint8 classes = self->classes[sentence];
  gboolean acts = classes & (ATT_CLASS_OFFICIAL | ATT_CLASS_STATE) && classes & ATT_CLASS_TALK;
  return term->key && acts ? m->key : m->weights[term->class];
}

/* Plain terms of one sentence: a hit inside a longer one of the same topic does not count. Hits come in the order of
 * the words, longer ones first, so the last end of each topic is enough to know. */
static void
take_plain (const AttHit *hit, guint term, guint theme, guint32 sentence, guint32 *ends, GArray *found)
{
  if (hit->word < ends[theme])
    return;
  ends[theme] = hit->word + hit->n_words;
  Found one = { term, sentence, { .word = hit->word, .n_words = hit->n_words } };
  g_array_append_val (found, one);
}

typedef struct { guint32 term; guint8 seen; Words words; } Partial;   /* a conjunction met so far in a sentence */

static void
set_part (Words *words, guint k, const AttHit *hit)
{
  *(k == 0 ? &words->word : &words->other) = hit->word;
  *(k == 0 ? &words->n_words : &words->n_other) = hit->n_words;
}

static void
take_part (GArray *partials, guint term, guint k, const AttHit *hit)
{
  for (guint i = 0; i < partials->len; i++) {
    Partial *partial = &g_array_index (partials, Partial, i);
    if (partial->term == term) {
      partial->seen |= 1 << k;
      set_part (&partial->words, k, hit);
      return;
    }
  }
  Partial partial = { .term = term, .seen = 1 << k };
  set_part (&partial.words, k, hit);
  g_array_append_val (partials, partial);
}

static void
close_partials (const AttScan *self, GArray *partials, guint sentence, GArray *found)
{
  for (guint i = 0; i < partials->len; i++) {
    const Partial *partial = &g_array_index (partials, Partial, i);
    const AttTerm *term = &g_array_index (self->lexicon->terms, AttTerm, partial->term);
    if (partial->seen != (1 << term->n_parts) - 1 || (self->classes[sentence] & term->classes) != term->classes)
      continue;
    Found one = { partial->term, sentence, partial->words };
    g_array_append_val (found, one);
  }
  g_array_set_size (partials, 0);
}

/* All terms of the article, sentence by sentence. */
static GArray *
find_terms (const AttScan *self)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (Found));
  g_autoptr (GArray) partials = g_array_new (FALSE, FALSE, sizeof (Partial));
  g_autofree guint32 *ends = g_new0 (guint32, self->lexicon->themes->len);
  guint current = G_MAXUINT;
  for (guint i = 0; i < self->hits->len; i++) {
    const AttHit *hit = &g_array_index (self->hits, AttHit, i);
    const AttEntry *entry = att_lexicon_entry (self->lexicon, hit);
    if (entry->kind != ATT_ENTRY_PART || att_scan_is_skipped (self, hit->word))
      continue;
    guint sentence = att_reading_word (self->reading, hit->word)->sentence;
    if (sentence != current && current != G_MAXUINT)
      close_partials (self, partials, current, found);
    current = sentence;
    const AttPart *part = &g_array_index (self->lexicon->parts, AttPart, entry->index);
    const AttTerm *term = &g_array_index (self->lexicon->terms, AttTerm, part->term);
    if (term->n_parts == 1 && term->classes == 0)
      take_plain (hit, part->term, term->theme, sentence, ends, found);
    else
      take_part (partials, part->term, part->k, hit);
  }
  if (current != G_MAXUINT)
    close_partials (self, partials, current, found);
  return found;
}

/* The title, the lede (the first two sentences of the body that say something) and the rest. */
static double
zone_of (const AttScan *self, guint sentence, guint lede_end)
{
  const AttSentence *s = &g_array_index (self->reading->sentences, AttSentence, sentence);
  const AttTopicModel *m = &self->lexicon->model;
  return s->zone == ATT_ZONE_TITLE ? m->zone_title : sentence < lede_end ? m->zone_lede : 1.0;
}

static guint
find_lede_end (const AttScan *self)
{
  guint n = 0;
  for (guint i = 0; i < self->reading->sentences->len; i++) {
    const AttSentence *s = &g_array_index (self->reading->sentences, AttSentence, i);
    gboolean dateline = n == 0 && s->n_words <= 3;
    if (s->zone == ATT_ZONE_TITLE || s->skipped || dateline)
      continue;
    if (++n == 2)
      return i + 1;
  }
  return self->reading->sentences->len;
}

/* What one sentence gives one topic: found[from, to) are the terms of both. */
static void
weigh_sentence (const AttScan *self, const Found *found, guint n, double zone, double main_zone, Tally *tally)
{
  const AttTopicModel *m = &self->lexicon->model;
  double best = 0, second = 0;
  gboolean generic = FALSE;
  Worth worth = { .sentence = found[0].sentence };
  for (guint i = 0; i < n; i++) {
    const AttTerm *term = &g_array_index (self->lexicon->terms, AttTerm, found[i].term);
    if (term->class == ATT_TERM_VETO)
      tally->veto += m->weights[ATT_TERM_VETO];
    else if (term->class == ATT_TERM_GENERIC)
      generic = TRUE;
    else {
      double weight = weight_of (self, term, found[i].sentence);
      if (weight > best) {
        second = best;
        best = weight;
        worth.words = found[i].words;
      } else
        second = MAX (second, weight);
    }
  }
  if (best > 0) {
    worth.value = zone * (best + m->second * second);
    g_array_append_val (tally->worths, worth);
    tally->leads |= zone == main_zone;
  } else if (generic)
    tally->generic += m->generic_step * zone;
}

static int
by_theme_and_sentence (gconstpointer a, gconstpointer b, gpointer data)
{
  const GArray *terms = data;
  const Found *x = a, *y = b;
  guint tx = g_array_index (terms, AttTerm, x->term).theme, ty = g_array_index (terms, AttTerm, y->term).theme;
  if (tx != ty)
    return tx < ty ? -1 : 1;
  return x->sentence < y->sentence ? -1 : x->sentence > y->sentence;
}

static int
by_value (gconstpointer a, gconstpointer b)
{
  const Worth *x = a, *y = b;
  if (x->value != y->value)
    return x->value > y->value ? -1 : 1;
  return x->sentence < y->sentence ? -1 : x->sentence > y->sentence;
}

static double
score_of (const AttTopicModel *m, Tally *tally)
{
  double sum = 0;
  g_array_sort (tally->worths, by_value);
  for (guint i = 0; i < MIN (tally->worths->len, MAX_BEST); i++)
    sum += m->decay[i] * g_array_index (tally->worths, Worth, i).value;
  return sum + MIN (MIN (tally->generic, m->generic_cap), sum) - tally->veto;
}

/* Whether anybody acts across a border at all: two states, a body, or a foreign official. */
static gboolean
has_gate (const AttScan *self)
{
  guint first = G_MAXUINT;
  for (guint i = 0; i < self->hits->len; i++) {
    const AttHit *hit = &g_array_index (self->hits, AttHit, i);
    const AttEntry *entry = att_lexicon_entry (self->lexicon, hit);
    if (att_scan_is_skipped (self, hit->word))
      continue;
    if (entry->kind == ATT_ENTRY_ACT && entry->index == ATT_CLASS_BODY)
      return TRUE;
    if (entry->kind != ATT_ENTRY_STATE || entry->ambiguous)
      continue;
    gboolean foreign = strcmp (g_array_index (self->lexicon->states, AttState, entry->index).code, "USA") != 0;
    if (foreign && self->classes[att_reading_word (self->reading, hit->word)->sentence] & ATT_CLASS_OFFICIAL)
      return TRUE;
    if (first == G_MAXUINT)
      first = entry->index;
    else if (first != entry->index)
      return TRUE;
  }
  return FALSE;
}

typedef struct { AttMention *mention; double spread; gboolean leads; } Marked;

/* How much of the article speaks of it, the best sentences and all others alike. */
static double
spread_of (const Tally *tally)
{
  double sum = 0;
  for (guint i = 0; i < tally->worths->len; i++)
    sum += g_array_index (tally->worths, Worth, i).value;
  return sum;
}

static void
add_evidence (const AttScan *self, guint word, guint n_words, GArray *evidence)
{
  AttSpan span = att_scan_span (self, word, n_words);
  g_array_append_val (evidence, span);
}

static AttMention *
make_mention (const AttScan *self, guint theme, double score, const Tally *tally)
{
  const AttTheme *t = &g_array_index (self->lexicon->themes, AttTheme, theme);
  AttMention *mention = att_mention_new (ATT_TOPIC_THEME, t->id, t->label);
  mention->score = score / (score + self->lexicon->model.threshold);   /* the threshold is a half */
  for (guint i = 0; i < MIN (tally->worths->len, MAX_EVIDENCE); i++) {
    const Words *words = &g_array_index (tally->worths, Worth, i).words;
    add_evidence (self, words->word, words->n_words, mention->evidence);
    if (words->n_other > 0)
      add_evidence (self, words->other, words->n_other, mention->evidence);
  }
  return mention;
}

/* At most two topics are what an article is mainly about: those of its title that most of it speaks of. */
static void
grade (GArray *marked)
{
  for (guint kept = 0; kept < 2; kept++) {
    Marked *best = NULL;
    for (guint i = 0; i < marked->len; i++) {
      Marked *one = &g_array_index (marked, Marked, i);
      if (one->leads && one->mention->grade != ATT_GRADE_MAIN && (best == NULL || one->spread > best->spread))
        best = one;
    }
    if (best)
      best->mention->grade = ATT_GRADE_MAIN;
  }
}

void
att_topics_find (AttScan *self, GPtrArray *mentions)
{
  const AttTopicModel *m = &self->lexicon->model;
  g_autoptr (GArray) found = find_terms (self);
  g_array_sort_with_data (found, by_theme_and_sentence, self->lexicon->terms);
  double threshold = has_gate (self) ? m->threshold : m->threshold_without_gate;
  guint lede_end = find_lede_end (self);
  double main_zone = *self->reading->zones[ATT_ZONE_TITLE] ? m->zone_title : m->zone_lede;   /* without a title the lede stands in */
  g_autoptr (GArray) marked = g_array_new (FALSE, FALSE, sizeof (Marked));
  for (guint i = 0; i < found->len;) {
    guint theme = g_array_index (self->lexicon->terms, AttTerm, g_array_index (found, Found, i).term).theme;
    Tally tally = { .worths = g_array_new (FALSE, FALSE, sizeof (Worth)) };
    while (i < found->len) {
      const Found *from = &g_array_index (found, Found, i);
      if (g_array_index (self->lexicon->terms, AttTerm, from->term).theme != theme)
        break;
      guint n = 1;
      while (i + n < found->len && g_array_index (found, Found, i + n).sentence == from->sentence
             && g_array_index (self->lexicon->terms, AttTerm, g_array_index (found, Found, i + n).term).theme == theme)
        n++;
      weigh_sentence (self, from, n, zone_of (self, from->sentence, lede_end), main_zone, &tally);
      i += n;
    }
    double score = score_of (m, &tally);
    if (score >= threshold - 1e-9) {
      Marked one = { make_mention (self, theme, score, &tally), spread_of (&tally), tally.leads };
      g_array_append_val (marked, one);
    }
    g_array_unref (tally.worths);
  }
  grade (marked);
  for (guint i = 0; i < marked->len; i++)
    g_ptr_array_add (mentions, g_array_index (marked, Marked, i).mention);
}
