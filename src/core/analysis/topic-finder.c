/* topic-finder.c: themes, graded, with evidence.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Each sentence is worth, for each topic, its zone times its best term and a share of the second; the best sentences
 * add up with falling weight. Counting by sentence keeps many overlapping terms of one passing remark from stacking. */

#include "config.h"
#include "analysis/term-finder.h"
#include "analysis/topic-words.h"

#include <math.h>
#include <string.h>

#define MAX_BEST 6
#define MAX_EVIDENCE 5
#define SUMMARY 50.0         /* words: up to here an article is short, */
#define STORY 150.0          /* and from here on it is not */
#define IS_SUMMARY ((STORY - 60) / (STORY - SUMMARY))   /* one of fewer than 60 is shorter */

typedef struct {
  double value;
  guint32 sentence;
  AttTermWords words;      /* of its best term */
} Worth;

/* What all topics of an article add to, each a stretch of it. */
typedef struct {
  GArray *worths;          /* of Worth: the sentences that speak of a topic */
  GArray *uses;            /* of AttTermUse: its terms */
} Pool;

typedef struct {
  guint worth, n_worths, use, n_uses;   /* its stretches of the pool */
  guint n_strong, n_acting, n_foreign, n_veto, n_required;   /* sentences with a strong term, where somebody acts, where two states are; hits of a veto, and of what must be there */
  guint distinct, first;   /* different terms, the first sentence */
  double generic;
  gboolean key, title, title_strong, lede, lede_strong;
} Tally;

/* What the features of every topic of the article share. */
typedef struct {
  guint lede_end, n_sentences, n_words;
  gboolean gate;
  double offtopic;
} Frame;

static double
weight_of (const AttScan *self, const AttTerm *term, guint sentence)
{
  const AttTopicModel *m = &self->lexicon->model;
  guint8 classes = self->classes[sentence];
  gboolean acts = classes & (ATT_CLASS_OFFICIAL | ATT_CLASS_STATE) && classes & ATT_CLASS_TALK;
  return term->key && acts ? m->key : term->class == ATT_TERM_STRONG ? m->strong : m->medium;
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

static void
note_use (Tally *tally, GArray *uses, guint32 term, gboolean title)
{
  guint i = tally->use;
  while (i < uses->len && g_array_index (uses, AttTermUse, i).term != term)
    i++;
  if (i == uses->len) {
    AttTermUse fresh = { .term = term };
    g_array_append_val (uses, fresh);
    tally->n_uses++;
  }
  g_array_index (uses, AttTermUse, i).n++;
  g_array_index (uses, AttTermUse, i).n_title += title;
}

/* What one sentence gives one topic: found holds the n terms of both. */
static void
weigh_sentence (const AttScan *self, const Frame *frame, const AttTermFound *found, guint n, Pool *pool, Tally *tally)
{
  const AttTopicModel *m = &self->lexicon->model;
  guint sentence = found[0].sentence;
  double best = 0, second = 0;
  gboolean generic = FALSE, strong = FALSE, title = g_array_index (self->reading->sentences, AttSentence, sentence).zone == ATT_ZONE_TITLE;
  Worth worth = { .sentence = sentence };
  for (guint i = 0; i < n; i++) {
    const AttTerm *term = &g_array_index (self->lexicon->terms, AttTerm, found[i].term);
    tally->n_required += term->class == ATT_TERM_REQUIRED;
    note_use (tally, pool->uses, found[i].term, title);
    if (term->class == ATT_TERM_VETO)
      tally->n_veto++;
    else if (term->class == ATT_TERM_GENERIC)
      generic = TRUE;
    else {
      double weight = weight_of (self, term, sentence);
      strong |= term->class == ATT_TERM_STRONG;
      tally->key |= weight == m->key;
      tally->distinct += i == 0 || found[i].term != found[i - 1].term;
      if (weight > best) {
        second = best;
        best = weight;
        worth.words = found[i].words;
      } else
        second = MAX (second, weight);
    }
  }
  if (best == 0) {
    tally->generic += generic ? 0.2 : 0;
    return;
  }
  gboolean lede = !title && sentence < frame->lede_end;
  worth.value = (title ? 2 : lede ? 1.5 : 1) * (best + m->second_share * second);
  tally->first = tally->n_worths++ ? MIN (tally->first, sentence) : sentence;
  g_array_append_val (pool->worths, worth);
  tally->n_strong += strong;
  tally->title |= title;
  tally->title_strong |= title && strong;
  tally->lede |= lede;
  tally->lede_strong |= lede && strong;
  tally->n_acting += (self->classes[sentence] & (ATT_CLASS_OFFICIAL | ATT_CLASS_STATE | ATT_CLASS_BODY)) && self->classes[sentence] & ATT_CLASS_TALK;
  tally->n_foreign += (self->classes[sentence] & (ATT_CLASS_FOREIGN | ATT_CLASS_BODY)) != 0;
}

static int
by_value (gconstpointer a, gconstpointer b)
{
  const Worth *x = a, *y = b;
  if (x->value != y->value)
    return x->value > y->value ? -1 : 1;
  return x->sentence < y->sentence ? -1 : x->sentence > y->sentence;
}

static const Worth *
worth_at (const Pool *pool, const Tally *tally, guint i)
{
  return &g_array_index (pool->worths, Worth, tally->worth + i);
}

/* The best sentences, which come to stand first, add up with falling weight. */
static double
worth_of (const AttTopicModel *m, Pool *pool, const Tally *tally)
{
  double sum = 0;
  if (tally->n_worths > 1)
    qsort (&g_array_index (pool->worths, Worth, tally->worth), tally->n_worths, sizeof (Worth), by_value);
  for (guint i = 0; i < MIN (tally->n_worths, MAX_BEST); i++)
    sum += m->decay[i] * worth_at (pool, tally, i)->value;
  return sum;
}

/* Whether anybody acts across a border at all: two states, a body, or a foreign official. */
static gboolean
has_gate (const AttScan *self)
{
  guint first = G_MAXUINT;
  for (guint i = 0; i < self->reading->sentences->len; i++)
    if (self->classes[i] & ATT_CLASS_BODY && !g_array_index (self->reading->sentences, AttSentence, i).skipped)
      return TRUE;
  for (guint i = 0; i < self->hits->len; i++) {
    const AttHit *hit = &g_array_index (self->hits, AttHit, i);
    const AttEntry *entry = att_lexicon_entry (self->lexicon, hit);
    if (hit->kind != ATT_ENTRY_STATE || entry->ambiguous || att_scan_is_skipped (self, hit->word))
      continue;
    gboolean foreign = entry->index != self->lexicon->home;
    if (foreign && self->classes[att_reading_word (self->reading, hit->word)->sentence] & ATT_CLASS_OFFICIAL)
      return TRUE;
    if (first == G_MAXUINT)
      first = entry->index;
    else if (first != entry->index)
      return TRUE;
  }
  return FALSE;
}

typedef struct { AttMention *mention; double main; } Marked;   /* main: what the third layer of topic-model.h gives it */

static void
add_evidence (const AttScan *self, guint word, guint n_words, double value, GArray *evidence)
{
  AttSpan span = att_scan_span (self, word, n_words);
  span.weight = MIN (value * 100, G_MAXUINT16);
  g_array_append_val (evidence, span);
}

static AttMention *
make_mention (const AttScan *self, guint theme, double score, const Pool *pool, const Tally *tally)
{
  const AttTheme *t = &g_array_index (self->lexicon->themes, AttTheme, theme);
  AttMention *mention = att_mention_new (ATT_TOPIC_THEME, t->id, t->label);
  mention->score = score;
  for (guint i = 0; i < MIN (tally->n_worths, MAX_EVIDENCE); i++) {
    const Worth *worth = worth_at (pool, tally, i);
    add_evidence (self, worth->words.word, worth->words.n_words, worth->value, mention->evidence);
    if (worth->words.n_other > 0)
      add_evidence (self, worth->words.other, worth->words.n_other, worth->value, mention->evidence);
  }
  return mention;
}

/* At most two topics are what an article is mainly about; the second is held to more. */
static void
grade (GArray *marked)
{
  static const double LEAST[] = { -0.5, 0.5 };
  for (guint kept = 0; kept < G_N_ELEMENTS (LEAST); kept++) {
    Marked *best = NULL;
    for (guint i = 0; i < marked->len; i++) {
      Marked *one = &g_array_index (marked, Marked, i);
      if (one->mention->grade != ATT_GRADE_MAIN && (best == NULL || one->main > best->main))
        best = one;
    }
    if (best && best->main >= LEAST[kept])
      best->mention->grade = ATT_GRADE_MAIN;
  }
}

static Frame
frame_of (const AttScan *self)
{
  Frame f = { find_lede_end (self), MAX (self->reading->sentences->len, 1), self->reading->words->len, has_gate (self), 0 };
  guint offtopic = 0;
  for (guint i = 0; i < f.n_words; i++)
    offtopic += (self->cues[i] & ATT_CUE_OFFTOPIC) != 0;
  f.offtopic = MIN (1, 10.0 * offtopic / MAX (f.n_words, 1));
  return f;
}

static void
list_features (const Frame *frame, const Tally *t, double worth, double greatest, double *f)
{
  memset (f, 0, ATT_TOPIC_N_FEATURES * sizeof *f);
  f[ATT_TOPIC_BIAS] = 1;
  f[ATT_TOPIC_WORTH] = log1p (worth);
  f[ATT_TOPIC_TITLE_STRONG] = t->title_strong;
  f[ATT_TOPIC_TITLE_MEDIUM] = t->title && !t->title_strong;
  f[ATT_TOPIC_LEDE_STRONG] = t->lede_strong;
  f[ATT_TOPIC_LEDE_MEDIUM] = t->lede && !t->lede_strong;
  f[ATT_TOPIC_STRONG] = MIN (t->n_strong, 5) / 5.0;
  f[ATT_TOPIC_MEDIUM] = MIN (t->n_worths - t->n_strong, 5) / 5.0;
  f[ATT_TOPIC_DISTINCT] = MIN (t->distinct, 6) / 6.0;
  f[ATT_TOPIC_KEY] = t->key;
  f[ATT_TOPIC_ACTS] = MIN (t->n_acting, 3) / 3.0;
  f[ATT_TOPIC_DENSITY] = MIN (1, 5.0 * t->n_worths / frame->n_sentences);
  f[ATT_TOPIC_GENERIC] = MIN (1, t->generic);
  f[ATT_TOPIC_VETO] = MIN (3, t->n_veto);
  f[ATT_TOPIC_NO_GATE] = !frame->gate;
  f[ATT_TOPIC_FOREIGN] = t->n_foreign > 0;
  f[ATT_TOPIC_OFFTOPIC] = frame->offtopic;
  f[ATT_TOPIC_LATE] = (double) t->first / frame->n_sentences;
  f[ATT_TOPIC_SHARE] = greatest > 0 ? worth / greatest : 0;
  f[ATT_TOPIC_SHORT] = CLAMP ((STORY - frame->n_words) / (STORY - SUMMARY), 0, 1);
  f[ATT_TOPIC_SHORT_WORTH] = f[ATT_TOPIC_SHORT] * f[ATT_TOPIC_WORTH];
}

/* first, logit: what the two layers of topic-model.h give it. */
typedef struct { guint theme; Tally tally; double worth, features[ATT_TOPIC_N_FEATURES], first, logit; } Topic;

/* What the article says of each topic it has terms of and that may be marked, and what the greatest of all is worth; found is in
 * the order of topics and sentences. */
static GArray *
tally_topics (const AttScan *self, const Frame *frame, const GArray *found, Pool *pool, double *greatest)
{
  *greatest = 0;
  GArray *topics = g_array_new (FALSE, FALSE, sizeof (Topic));
  for (guint i = 0; i < found->len;) {
    Topic topic = { g_array_index (self->lexicon->terms, AttTerm, g_array_index (found, AttTermFound, i).term).theme, { .worth = pool->worths->len, .use = pool->uses->len } };
    while (i < found->len) {
      const AttTermFound *from = &g_array_index (found, AttTermFound, i);
      if (g_array_index (self->lexicon->terms, AttTerm, from->term).theme != topic.theme)
        break;
      guint n = 1;
      while (i + n < found->len && g_array_index (found, AttTermFound, i + n).sentence == from->sentence
             && g_array_index (self->lexicon->terms, AttTerm, g_array_index (found, AttTermFound, i + n).term).theme == topic.theme)
        n++;
      weigh_sentence (self, frame, from, n, pool, &topic.tally);
      i += n;
    }
    topic.worth = worth_of (&self->lexicon->model, pool, &topic.tally);
    *greatest = MAX (*greatest, topic.worth);
    if (topic.worth > 0 && !(g_array_index (self->lexicon->themes, AttTheme, topic.theme).required && topic.tally.n_required == 0))
      g_array_append_val (topics, topic);
  }
  return topics;
}

static const AttTermUse *
uses_of (const Pool *pool, const Tally *tally)
{
  return &g_array_index (pool->uses, AttTermUse, tally->use);
}

/* What the learned weights of its terms come to. */
static double
weigh_terms (const AttLexicon *lexicon, const AttTermUse *use, guint n)
{
  double sum = 0;
  for (guint i = 0; i < n; i++, use++) {
    const AttTerm *term = &g_array_index (lexicon->terms, AttTerm, use->term);
    sum += term->weight * att_topic_words_damped (use->n) + term->title_weight * att_topic_words_damped (use->n_title);
  }
  return sum;
}

/* The first layer: each topic by itself. */
static void
judge_each (const AttScan *self, const Frame *frame, double greatest, const Pool *pool, GArray *topics)
{
  double across;
  g_autofree guint8 *wanted = g_new0 (guint8, self->lexicon->themes->len);
  for (guint i = 0; i < topics->len; i++)
    wanted[g_array_index (topics, Topic, i).theme] = TRUE;
  g_autofree AttTopicLean *leans = att_topic_words_lean (self, wanted, &across);
  for (guint i = 0; i < topics->len; i++) {
    Topic *topic = &g_array_index (topics, Topic, i);
    list_features (frame, &topic->tally, topic->worth, greatest, topic->features);
    att_topic_lean_list (&leans[topic->theme], across, topic->features);
    double bias = g_array_index (self->lexicon->themes, AttTheme, topic->theme).bias;
    topic->first = att_topic_model_first (&self->lexicon->model, topic->features, bias + weigh_terms (self->lexicon, uses_of (pool, &topic->tally), topic->tally.n_uses));
  }
}

static gboolean
is_made (const AttScan *self, const Topic *topic)
{
  return g_array_index (self->lexicon->themes, AttTheme, topic->theme).made;
}

/* The second layer: each topic beside the others. What a person made stands beside them, and none of them beside it: it takes no mark off others. */
static void
judge_together (const AttScan *self, const Pool *pool, GArray *topics)
{
  g_autofree double *first = g_new (double, topics->len + 1);
  double alone = self->lexicon->across != 0 ? ATT_TOPIC_ALONE : self->lexicon->model.alone_by_terms;
  guint n_shipped = 0;
  for (guint i = 0; i < topics->len; i++)
    if (!is_made (self, &g_array_index (topics, Topic, i)))
      first[n_shipped++] = g_array_index (topics, Topic, i).first;
  for (guint i = 0, shipped = 0; i < topics->len; i++) {
    Topic *topic = &g_array_index (topics, Topic, i);
    double features[ATT_SECOND_N_FEATURES];
    gboolean made = is_made (self, topic);
    first[n_shipped] = topic->first;   /* behind the others, where it is looked at only by itself */
    att_topic_model_list (first, n_shipped + made, made ? n_shipped : shipped++, topic->features, alone, features);
    topic->logit = att_topic_model_second (&self->lexicon->model, features);
    AttTopicEvidence evidence = { topic->theme, topic->features, uses_of (pool, &topic->tally), topic->tally.n_uses, topic->logit };
    if (self->tap && self->tap->topic)
      self->tap->topic (self->tap->data, &evidence);
  }
}

/* Whether an article is about anything: one topic of it is sure enough. A summary has no room to say it twice and is taken at its
 * word; what a person made or taught needs no other beside it. */
static gboolean
is_about_any (const AttScan *self, const GArray *topics)
{
  const AttTopicModel *model = &self->lexicon->model;
  double sure = self->lexicon->across != 0 ? model->sure : model->sure_by_terms;
  for (guint i = 0; i < topics->len; i++) {
    const Topic *topic = &g_array_index (topics, Topic, i);
    if (topic->features[ATT_TOPIC_SHORT] > IS_SUMMARY || att_topic_model_share (topic->logit) >= sure)
      return TRUE;
  }
  return FALSE;
}

void
att_topics_find (AttScan *self, GPtrArray *mentions)
{
  g_autoptr (GArray) found = att_terms_find (self);
  Frame frame = frame_of (self);
  double greatest;
  g_autoptr (GArray) worths = g_array_sized_new (FALSE, FALSE, sizeof (Worth), found->len), uses = g_array_sized_new (FALSE, FALSE, sizeof (AttTermUse), found->len);
  Pool pool = { worths, uses };
  g_autoptr (GArray) topics = tally_topics (self, &frame, found, &pool, &greatest), marked = g_array_new (FALSE, FALSE, sizeof (Marked));
  if (topics->len > 0)
    judge_each (self, &frame, greatest, &pool, topics);
  judge_together (self, &pool, topics);
  gboolean any = is_about_any (self, topics);
  for (guint i = 0; i < topics->len; i++) {
    Topic *topic = &g_array_index (topics, Topic, i);
    if (topic->logit < 0 || !(any || g_array_index (self->lexicon->themes, AttTheme, topic->theme).own))
      continue;
    Marked one = { make_mention (self, topic->theme, att_topic_model_share (topic->logit), &pool, &topic->tally), att_topic_model_main (&self->lexicon->model, topic->features, topic->logit) };
    g_array_append_val (marked, one);
  }
  grade (marked);
  for (guint i = 0; i < marked->len; i++)
    g_ptr_array_add (mentions, g_array_index (marked, Marked, i).mention);
}
