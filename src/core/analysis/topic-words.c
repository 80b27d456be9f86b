/* topic-words.c: how an article's words lean to each topic.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "analysis/topic-words.h"

#include <string.h>

/* Where nothing was learned of a topic or a language, what a doubtful article has: it tells neither way. */
static const AttTopicLean UNKNOWN = { 0, -0.5, -2.5, -3, -2.5, 0.8 };
#define UNKNOWN_ACROSS 1.0

typedef struct { guint32 run, n; } Slot;   /* run: index plus one of a word's AttLeanRun; 0: free */

/* How often each word that leans anywhere stands in a stretch of words; used: the slots that are not free. */
typedef struct { Slot *slots; guint32 *used; guint n_used, mask, n_words; } Count;

static void
count (const AttScan *scan, guint from, guint to, Count *c)
{
  for (guint i = 0; i < c->n_used; i++)
    c->slots[c->used[i]].run = 0;
  c->n_used = c->n_words = 0;
  for (guint i = from; i < to; i++) {
    if (!att_topic_words_takes (att_reading_word (scan->reading, i)) || att_scan_is_skipped (scan, i))
      continue;
    c->n_words++;
    guint32 run = scan->leans[i];
    guint at = run * 0x9E3779B1u >> 7 & c->mask;
    if (run == 0)
      continue;
    while (c->slots[at].run && c->slots[at].run != run)
      at = (at + 1) & c->mask;
    if (c->slots[at].run == 0) {
      c->slots[at] = (Slot) { run, 0 };
      c->used[c->n_used++] = at;
    }
    c->slots[at].n++;
  }
}

static void
lean_whole (const AttLexicon *lexicon, const Count *c, AttTopicLean *leans, double *across)
{
  double scale = att_topic_words_scale (c->n_words);
  for (guint i = 0; i < c->n_used; i++) {
    const Slot *slot = &c->slots[c->used[i]];
    const AttLeanRun *run = &g_array_index (lexicon->lean_runs, AttLeanRun, slot->run - 1);
    const AttLean *one = &g_array_index (lexicon->leans, AttLean, run->first);
    double value = att_topic_words_damped (slot->n) * scale;
    for (guint k = 0; k < run->n_whole; k++, one++)
      *(one->theme == ATT_LEAN_ACROSS ? across : &leans[one->theme].whole) += one->weight * value;
  }
}

static void
lean_paragraph (const AttLexicon *lexicon, const Count *c, guint paragraph, const guint8 *wanted, double *sums, AttTopicLean *leans)
{
  guint n = lexicon->themes->len;
  double scale = att_topic_words_scale (c->n_words);
  memset (sums, 0, n * sizeof *sums);
  for (guint i = 0; i < c->n_used; i++) {
    const AttLeanRun *run = &g_array_index (lexicon->lean_runs, AttLeanRun, c->slots[c->used[i]].run - 1);
    const AttLean *one = &g_array_index (lexicon->leans, AttLean, run->first + run->n_whole);
    for (guint k = 0; k < run->n_paragraph; k++, one++)
      sums[one->theme] += one->weight;
  }
  for (guint i = 0; i < n; i++)
    if (wanted[i])
      att_topic_lean_add (&leans[i], paragraph, sums[i] * scale + g_array_index (lexicon->themes, AttTheme, i).paragraph_lean);
}

void
att_topic_lean_add (AttTopicLean *self, guint paragraph, double lean)
{
  lean = CLAMP (lean, ATT_LEAN_LOWEST, ATT_LEAN_LIMIT);
  if (lean > self->best) {
    self->next = self->best;
    self->best = lean;
  } else
    self->next = MAX (self->next, lean);
  if (paragraph == 0)
    self->title = lean;
  else if (paragraph <= 2)
    self->lede = MAX (self->lede, lean);
  self->paragraphs += att_topic_model_share (lean);
}

void
att_topic_lean_end (AttTopicLean *self)
{
  self->paragraphs = log1p (self->paragraphs);
}

void
att_topic_lean_list (const AttTopicLean *self, double across, double *features)
{
  features[ATT_TOPIC_WORDS] = self->whole;
  features[ATT_TOPIC_PARAGRAPH] = self->best;
  features[ATT_TOPIC_PARAGRAPH_NEXT] = self->next;
  features[ATT_TOPIC_PARAGRAPH_TITLE] = self->title;
  features[ATT_TOPIC_PARAGRAPH_LEDE] = self->lede;
  features[ATT_TOPIC_PARAGRAPHS] = self->paragraphs;
  features[ATT_TOPIC_ACROSS] = across;
  features[ATT_TOPIC_SHORT_WORDS] = features[ATT_TOPIC_SHORT] * self->whole;
  features[ATT_TOPIC_SHORT_PARAGRAPH] = features[ATT_TOPIC_SHORT] * self->best;
}

static void
lean_paragraphs (const AttScan *scan, Count *c, const guint8 *wanted, AttTopicLean *leans)
{
  const GArray *sentences = scan->reading->sentences;
  g_autofree double *sums = g_new (double, scan->lexicon->themes->len);
  for (guint i = 0; i < sentences->len;) {
    const AttSentence *first = &g_array_index (sentences, AttSentence, i);
    guint end;
    i = att_reading_paragraph_end (scan->reading, i, &end);
    if (first->skipped || end == first->first_word)
      continue;
    count (scan, first->first_word, end, c);
    lean_paragraph (scan->lexicon, c, first->paragraph, wanted, sums, leans);
  }
}

static Count
new_count (guint n_words)
{
  guint n_slots = 64;
  while (n_slots < 2 * n_words)
    n_slots *= 2;
  return (Count) { g_new0 (Slot, n_slots), g_new (guint32, n_words), 0, n_slots - 1, 0 };
}

/* What nobody has learned is unknown. */
static void
finish (const AttScan *scan, AttTopicLean *leans)
{
  gboolean untitled = !*scan->reading->zones[ATT_ZONE_TITLE];   /* then the lede stands in */
  for (guint i = 0; i < scan->lexicon->themes->len; i++) {
    const AttTheme *theme = &g_array_index (scan->lexicon->themes, AttTheme, i);
    double whole = CLAMP (leans[i].whole + theme->lean, -ATT_LEAN_LIMIT, ATT_LEAN_LIMIT);
    if (theme->paragraph_lean == 0)
      leans[i] = UNKNOWN;
    else
      att_topic_lean_end (&leans[i]);
    if (untitled)
      leans[i].title = leans[i].lede;
    leans[i].whole = whole;
  }
}

AttTopicLean *
att_topic_words_lean (const AttScan *scan, const guint8 *wanted, double *across)
{
  const AttLexicon *lexicon = scan->lexicon;
  AttTopicLean *leans = g_new (AttTopicLean, lexicon->themes->len);
  gboolean learned = lexicon->across != 0;
  *across = learned ? lexicon->across : UNKNOWN_ACROSS;
  for (guint i = 0; i < lexicon->themes->len; i++)
    leans[i] = (AttTopicLean) ATT_TOPIC_LEAN_NONE;
  if (lexicon->leans->len > 0) {
    Count c = new_count (scan->reading->words->len);
    count (scan, 0, scan->reading->words->len, &c);
    lean_whole (lexicon, &c, leans, across);
    if (learned)
      lean_paragraphs (scan, &c, wanted, leans);
    g_free (c.slots);
    g_free (c.used);
  }
  finish (scan, leans);
  *across = CLAMP (*across, -ATT_LEAN_LIMIT, ATT_LEAN_LIMIT);
  return leans;
}
