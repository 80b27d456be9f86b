/* train-words.c: which words speak for a topic, whatever its terms say.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "train-words.h"

#include "analysis/topic-words.h"
#include "base/text.h"

#include <math.h>
#include <string.h>

#define MIN_ARTICLES 3     /* a word of fewer articles tells nothing */
#define MAX_SHARE 0.4      /* nor does one of most of them */
#define KEPT 200           /* words a topic */
#define STEPS 100
#define RATE 0.3
#define PENALTY 0.2        /* on the sum over all articles */

typedef struct { guint32 word; float value; } Cell;
typedef struct { char *text; guint articles; guint32 index; } Word;

struct _AttWordTrainer {
  const AttLexicon *lexicon;
  const GPtrArray *articles;
  GHashTable *words;       /* hash to Word */
  GPtrArray *kept;         /* of Word, by index */
  GPtrArray *vectors;      /* of GArray of Cell, an article each */
  float *weights;          /* themes by words */
  double *intercepts;
};

static void
word_free (gpointer data)
{
  g_free (((Word *) data)->text);
  g_free (data);
}

static void
count_words (AttWordTrainer *self, const AttArticle *article, GHashTable *counts, guint *length)
{
  g_autoptr (AttReading) reading = att_reading_new (article->title, article->text);
  for (guint i = 0; i < reading->words->len; i++) {
    const AttWord *w = att_reading_word (reading, i);
    if (!att_topic_words_takes (w))
      continue;
    ++*length;
    guint n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, GUINT_TO_POINTER (w->hash)));
    g_hash_table_insert (counts, GUINT_TO_POINTER (w->hash), GUINT_TO_POINTER (n + 1));
    if (n > 0)
      continue;
    Word *word = g_hash_table_lookup (self->words, GUINT_TO_POINTER (w->hash));
    if (word == NULL) {
      g_autofree char *written = g_strndup (att_reading_zone_of (reading, i) + w->start, w->end - w->start);
      word = g_new0 (Word, 1);
      word->text = att_text_fold (written);
      g_hash_table_insert (self->words, GUINT_TO_POINTER (w->hash), word);
    }
    word->articles++;
  }
}

static void
keep_words (AttWordTrainer *self)
{
  GHashTableIter iter;
  gpointer key, value;
  g_hash_table_iter_init (&iter, self->words);
  while (g_hash_table_iter_next (&iter, &key, &value)) {
    Word *word = value;
    word->index = G_MAXUINT32;
    if (word->articles < MIN_ARTICLES || word->articles > MAX_SHARE * self->articles->len)
      continue;
    word->index = self->kept->len;
    g_ptr_array_add (self->kept, word);
  }
}

AttWordTrainer *
att_word_trainer_new (const AttLexicon *lexicon, const GPtrArray *articles)
{
  AttWordTrainer *self = g_new0 (AttWordTrainer, 1);
  self->lexicon = lexicon;
  self->articles = articles;
  self->words = g_hash_table_new_full (NULL, NULL, NULL, word_free);
  self->kept = g_ptr_array_new ();
  self->vectors = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  g_autofree guint *lengths = g_new0 (guint, articles->len);
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func ((GDestroyNotify) g_hash_table_unref);
  for (guint i = 0; i < articles->len; i++) {
    GHashTable *counts = g_hash_table_new (NULL, NULL);
    count_words (self, ((AttLabelled *) articles->pdata[i])->article, counts, &lengths[i]);
    g_ptr_array_add (all, counts);
  }
  keep_words (self);
  for (guint i = 0; i < all->len; i++) {
    GArray *vector = g_array_new (FALSE, FALSE, sizeof (Cell));
    GHashTableIter iter;
    gpointer key, value;
    g_hash_table_iter_init (&iter, all->pdata[i]);
    while (g_hash_table_iter_next (&iter, &key, &value)) {
      const Word *word = g_hash_table_lookup (self->words, key);
      double idf = log ((double) articles->len / word->articles) + 1;
      Cell cell = { word->index, att_topic_words_damped (GPOINTER_TO_UINT (value)) * att_topic_words_scale (lengths[i]) * idf };
      if (word->index != G_MAXUINT32)
        g_array_append_val (vector, cell);
    }
    g_ptr_array_add (self->vectors, vector);
  }
  self->weights = g_new0 (float, lexicon->themes->len * (gsize) self->kept->len);
  self->intercepts = g_new0 (double, lexicon->themes->len);
  return self;
}

void
att_word_trainer_free (AttWordTrainer *self)
{
  g_hash_table_unref (self->words);
  g_ptr_array_unref (self->kept);
  g_ptr_array_unref (self->vectors);
  g_free (self->weights);
  g_free (self->intercepts);
  g_free (self);
}

static double
sum_of (const GArray *vector, const float *weights)
{
  double sum = 0;
  for (guint i = 0; i < vector->len; i++) {
    const Cell *cell = &g_array_index (vector, Cell, i);
    sum += weights[cell->word] * cell->value;
  }
  return sum;
}

static gboolean
is_about (const AttWordTrainer *self, guint article, guint theme)
{
  const AttLabelled *labelled = self->articles->pdata[article];
  return g_hash_table_contains (labelled->topics, g_array_index (self->lexicon->themes, AttTheme, theme).id);
}

static int
by_size (gconstpointer a, gconstpointer b, gpointer data)
{
  const float *weights = data;
  double x = fabs (weights[*(const guint *) a]), y = fabs (weights[*(const guint *) b]);
  return x > y ? -1 : x < y;
}

static void
prune (AttWordTrainer *self, float *weights)
{
  g_autoptr (GArray) order = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; i < self->kept->len; i++)
    g_array_append_val (order, i);
  g_array_sort_with_data (order, by_size, weights);
  for (guint i = KEPT; i < order->len; i++)
    weights[g_array_index (order, guint, i)] = 0;
}

/* One step down over all articles; the topic's own weigh as much as all others. */
static double
descend (const AttWordTrainer *self, guint theme, const guint8 *used, const double balance[2], const float *weights, double intercept, double *gradient)
{
  double slope = 0;
  for (guint k = 0; k < self->kept->len; k++)
    gradient[k] = PENALTY * weights[k];
  for (guint i = 0; i < self->articles->len; i++) {
    if (!used[i])
      continue;
    gboolean about = is_about (self, i, theme);
    const GArray *vector = self->vectors->pdata[i];
    double wrong = (1 / (1 + exp (-intercept - sum_of (vector, weights))) - about) * balance[about];
    slope += wrong;
    for (guint k = 0; k < vector->len; k++) {
      const Cell *cell = &g_array_index (vector, Cell, k);
      gradient[cell->word] += wrong * cell->value;
    }
  }
  return slope;
}

/* A step of its own for each word (AdaGrad). */
static void
fit (AttWordTrainer *self, guint theme, const guint8 *used)
{
  float *weights = self->weights + (gsize) theme * self->kept->len;
  g_autofree double *steps = g_new0 (double, self->kept->len), *gradient = g_new (double, self->kept->len);
  double intercept = 0, intercept_steps = 0;
  guint n[2] = { 0 };
  memset (weights, 0, self->kept->len * sizeof *weights);
  for (guint i = 0; i < self->articles->len; i++)
    n[is_about (self, i, theme)] += used[i];
  self->intercepts[theme] = -4;
  if (n[1] < 2)
    return;
  const double balance[2] = { (n[0] + n[1]) / (2.0 * n[0]), (n[0] + n[1]) / (2.0 * n[1]) };
  for (guint step = 0; step < STEPS; step++) {
    double slope = descend (self, theme, used, balance, weights, intercept, gradient);
    for (guint k = 0; k < self->kept->len; k++) {
      steps[k] += gradient[k] * gradient[k];
      weights[k] -= RATE * gradient[k] / sqrt (steps[k] + 1e-9);
    }
    intercept_steps += slope * slope;
    intercept -= RATE * slope / sqrt (intercept_steps + 1e-9);
  }
  self->intercepts[theme] = intercept;
  prune (self, weights);
}

double *
att_word_trainer_scores (AttWordTrainer *self, guint left_out, guint also)
{
  guint n = self->lexicon->themes->len;
  g_autofree guint8 *used = g_new0 (guint8, self->articles->len);
  double *scores = g_new (double, self->articles->len * n);
  for (guint i = 0; i < self->articles->len; i++) {
    guint fold = ((AttLabelled *) self->articles->pdata[i])->fold;
    used[i] = fold != left_out && fold != also;
  }
  for (guint theme = 0; theme < n; theme++) {
    fit (self, theme, used);
    for (guint i = 0; i < self->articles->len; i++)
      scores[i * n + theme] = CLAMP (self->intercepts[theme] + sum_of (self->vectors->pdata[i], self->weights + (gsize) theme * self->kept->len), -6, 6);
  }
  return scores;
}

void
att_word_trainer_write (const AttWordTrainer *self, GString *out)
{
  for (guint theme = 0; theme < self->lexicon->themes->len; theme++) {
    const char *id = g_array_index (self->lexicon->themes, AttTheme, theme).id;
    g_string_append_printf (out, "%s\t\t%.3f\n", id, self->intercepts[theme]);
    for (guint i = 0; i < self->kept->len; i++) {
      double weight = self->weights[(gsize) theme * self->kept->len + i];
      const Word *word = self->kept->pdata[i];
      double idf = log ((double) self->articles->len / word->articles) + 1;
      if (weight != 0)
        g_string_append_printf (out, "%s\t%s\t%.2f\n", id, word->text, weight * idf);
    }
  }
}
