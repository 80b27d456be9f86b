/* learn.c: a topic learned from what a person said of some articles.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "analysis/learn.h"

#include "analysis/analyse.h"
#include "analysis/topic-words.h"
#include "base/text.h"

#include <math.h>
#include <string.h>

#define STEPS 80
#define RATE 0.4
#define PENALTY 0.02
#define WITHOUT_TERMS -2   /* what an article says for a topic none of whose terms it has */
#define MIN_WEIGHT 0.05
#define MAX_WORDS 80

typedef struct { guint32 word; float value; } Cell;
typedef struct { GArray *cells; double base; gboolean about; } Example;
typedef struct { GHashTable *index; GPtrArray *texts; guint theme; const AttLexicon *lexicon; double base; } Learner;

static void
take_base (gpointer data, const AttTopicEvidence *evidence)
{
  Learner *self = data;
  if (evidence->theme == self->theme)
    self->base = evidence->logit;
}

/* How much the lean of an article's words moves a mark. */
static double
strength_of (const AttLexicon *lexicon)
{
  return lexicon->model.weights[ATT_TOPIC_WORDS] * lexicon->model.second[ATT_SECOND_OWN];
}

static guint32
index_of (Learner *self, const AttReading *reading, guint i)
{
  const AttWord *w = att_reading_word (reading, i);
  gpointer known = g_hash_table_lookup (self->index, GUINT_TO_POINTER (w->hash));
  if (known)
    return GPOINTER_TO_UINT (known) - 1;
  g_autofree char *written = g_strndup (att_reading_zone_of (reading, i) + w->start, w->end - w->start);
  g_ptr_array_add (self->texts, att_text_fold (written));
  g_hash_table_insert (self->index, GUINT_TO_POINTER (w->hash), GUINT_TO_POINTER (self->texts->len));
  return self->texts->len - 1;
}

/* Words of grammar and of speech are in every article. */
static gboolean
tells (const Learner *self, const AttWord *w)
{
  const AttVocable *known = att_vocabulary_get (self->lexicon->vocabulary, w->hash);
  guint64 common = ATT_CUE_SAY | ATT_CUE_PREPOSITION | ATT_CUE_DETERMINER | ATT_CUE_AUXILIARY | ATT_CUE_BE | ATT_CUE_ADVERB | ATT_CUE_AND | ATT_CUE_THAT | ATT_CUE_WHO | ATT_CUE_HE | ATT_CUE_SHE
                   | ATT_CUE_THEY | ATT_CUE_IT | ATT_CUE_CLAUSE | ATT_CUE_PRONOUN | ATT_CUE_NEGATION | ATT_CUE_MODAL | ATT_CUE_FUTURE | ATT_CUE_TO | ATT_CUE_OF;
  return w->end - w->start > 2 && (known == NULL || !(known->cues & common));
}

/* What the person's earlier corrections already lean it by: learned anew now, so taken off. */
static double
own_lean (const Learner *self, const AttReading *reading, GHashTable *counts, double scale)
{
  double sum = 0;
  GHashTableIter iter;
  gpointer key, n;
  g_hash_table_iter_init (&iter, counts);
  while (g_hash_table_iter_next (&iter, &key, &n)) {
    const AttVocable *known = att_vocabulary_get (self->lexicon->vocabulary, GPOINTER_TO_UINT (key));
    const AttLeanRun *run = known && known->lean ? &g_array_index (self->lexicon->lean_runs, AttLeanRun, known->lean - 1) : NULL;
    for (guint i = 0; run && i < run->n_whole; i++) {
      const AttLean *lean = &g_array_index (self->lexicon->leans, AttLean, run->first + i);
      if (lean->own && lean->theme == self->theme)
        sum += lean->weight * att_topic_words_damped (GPOINTER_TO_UINT (n)) * scale;
    }
  }
  return sum;
}

static void
add_example (Learner *self, const AttExample *given, GArray *examples)
{
  AttTap tap = { .topic = take_base, .data = self };
  self->base = WITHOUT_TERMS;
  att_analyse_tapped (self->lexicon, given->article, &tap);
  g_autoptr (AttReading) reading = att_reading_new (given->article->title, given->article->text);
  g_autoptr (GHashTable) counts = g_hash_table_new (NULL, NULL);
  guint n_words = 0;
  for (guint i = 0; i < reading->words->len; i++) {
    const AttWord *w = att_reading_word (reading, i);
    if (!att_topic_words_takes (w))
      continue;
    n_words++;
    if (!tells (self, w))
      continue;
    index_of (self, reading, i);
    g_hash_table_insert (counts, GUINT_TO_POINTER (w->hash), GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (counts, GUINT_TO_POINTER (w->hash))) + 1));
  }
  double scale = att_topic_words_scale (MAX (n_words, 1));
  Example e = { g_array_new (FALSE, FALSE, sizeof (Cell)), self->base - strength_of (self->lexicon) * own_lean (self, reading, counts, scale), given->about };
  GHashTableIter iter;
  gpointer key, n;
  g_hash_table_iter_init (&iter, counts);
  while (g_hash_table_iter_next (&iter, &key, &n)) {
    Cell cell = { GPOINTER_TO_UINT (g_hash_table_lookup (self->index, key)) - 1, att_topic_words_damped (GPOINTER_TO_UINT (n)) * scale };
    g_array_append_val (e.cells, cell);
  }
  g_array_append_val (examples, e);
}

static void
fit (const Learner *self, const GArray *examples, double *weights)
{
  double strength = strength_of (self->lexicon);
  g_autofree double *gradient = g_new (double, self->texts->len), *squares = g_new0 (double, self->texts->len);
  for (guint step = 0; step < STEPS; step++) {
    for (guint k = 0; k < self->texts->len; k++)
      gradient[k] = PENALTY * weights[k];
    for (guint i = 0; i < examples->len; i++) {
      const Example *e = &g_array_index (examples, Example, i);
      double sum = e->base;
      for (guint k = 0; k < e->cells->len; k++)
        sum += strength * weights[g_array_index (e->cells, Cell, k).word] * g_array_index (e->cells, Cell, k).value;
      double wrong = 1 / (1 + exp (-sum)) - e->about;
      for (guint k = 0; k < e->cells->len; k++)
        gradient[g_array_index (e->cells, Cell, k).word] += wrong * strength * g_array_index (e->cells, Cell, k).value;
    }
    for (guint k = 0; k < self->texts->len; k++) {
      squares[k] += gradient[k] * gradient[k];
      weights[k] -= RATE * gradient[k] / sqrt (squares[k] + 1e-9);
    }
  }
}

static int
by_size (gconstpointer a, gconstpointer b, gpointer data)
{
  const double *weights = data;
  double x = fabs (weights[*(const guint *) a]), y = fabs (weights[*(const guint *) b]);
  return x > y ? -1 : x < y;
}

static char *
write_rows (const Learner *self, double *weights)
{
  g_autoptr (GArray) order = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint k = 0; k < self->texts->len; k++)
    g_array_append_val (order, k);
  g_array_sort_with_data (order, by_size, weights);
  GString *rows = g_string_new (NULL);
  const char *id = g_array_index (self->lexicon->themes, AttTheme, self->theme).id;
  for (guint i = 0; i < MIN (order->len, MAX_WORDS); i++) {
    guint k = g_array_index (order, guint, i);
    char number[G_ASCII_DTOSTR_BUF_SIZE];
    if (fabs (weights[k]) >= MIN_WEIGHT)
      g_string_append_printf (rows, "%s\t%s\t%s\n", id, (char *) self->texts->pdata[k], g_ascii_formatd (number, sizeof number, "%.3f", weights[k]));
  }
  return g_string_free (rows, FALSE);
}

char *
att_learn_topic (const AttLexicon *lexicon, guint theme, const GArray *given)
{
  g_return_val_if_fail (theme < lexicon->themes->len, NULL);

  g_autoptr (GHashTable) index = g_hash_table_new (NULL, NULL);
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  Learner self = { index, texts, theme, lexicon, 0 };
  g_autoptr (GArray) examples = g_array_new (FALSE, FALSE, sizeof (Example));
  for (guint i = 0; i < given->len; i++)
    add_example (&self, &g_array_index (given, AttExample, i), examples);
  g_autofree double *weights = g_new0 (double, texts->len + 1);
  fit (&self, examples, weights);
  for (guint i = 0; i < examples->len; i++)
    g_array_unref (g_array_index (examples, Example, i).cells);
  return write_rows (&self, weights);
}
