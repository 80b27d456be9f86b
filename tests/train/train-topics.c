/* train-topics.c: weights of the features by which topics are marked.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "train.h"

#include "train-words.h"

#include "analysis/analyse.h"

#include <math.h>
#include <string.h>

#define STEPS 1500
#define RATE 0.5
#define PENALTY 0.5          /* of the shared weights, against the whole of the examples */
#define BIAS_PENALTY 4.0     /* of a topic's own bias */
#define THRESHOLD 0.60       /* of the fitted share: from here on a mark; the bias is moved so that it becomes one half */

typedef struct { double f[ATT_TOPIC_N_FEATURES]; guint theme, fold, article; gboolean right; } Example;
typedef struct { double weights[ATT_TOPIC_N_FEATURES], *biases; guint n_themes; } Layer;
typedef struct { AttLexicon *lexicon; const AttLabelled *labelled; GArray *examples; guint article; } Watch;

static void
take (gpointer data, guint theme, const double *features)
{
  Watch *watch = data;
  Example e = { .theme = theme, .fold = watch->labelled->fold, .article = watch->article };
  memcpy (e.f, features, sizeof e.f);
  e.right = g_hash_table_contains (watch->labelled->topics, g_array_index (watch->lexicon->themes, AttTheme, theme).id);
  g_array_append_val (watch->examples, e);
}

static double
score (const Layer *layer, const Example *e)
{
  double sum = layer->biases[e->theme];
  for (guint i = 0; i < ATT_TOPIC_N_FEATURES; i++)
    sum += layer->weights[i] * e->f[i];
  return 1 / (1 + exp (-sum));
}

/* Gradient descent with a step of its own for each weight (AdaGrad); the examples are few enough to take all at once. */
static void
fit (const GArray *examples, guint left_out, Layer *layer)
{
  g_autofree double *bias_steps = g_new0 (double, layer->n_themes), *bias_gradient = g_new (double, layer->n_themes);
  double steps[ATT_TOPIC_N_FEATURES] = { 0 };
  memset (layer->weights, 0, sizeof layer->weights);
  memset (layer->biases, 0, layer->n_themes * sizeof (double));
  for (guint step = 0; step < STEPS; step++) {
    double gradient[ATT_TOPIC_N_FEATURES];
    for (guint i = 0; i < ATT_TOPIC_N_FEATURES; i++)
      gradient[i] = i == ATT_TOPIC_BIAS ? 0 : PENALTY * layer->weights[i];
    for (guint i = 0; i < layer->n_themes; i++)
      bias_gradient[i] = BIAS_PENALTY * layer->biases[i];
    for (guint k = 0; k < examples->len; k++) {
      const Example *e = &g_array_index (examples, Example, k);
      if (e->fold == left_out)
        continue;
      double wrong = score (layer, e) - e->right;
      for (guint i = 0; i < ATT_TOPIC_N_FEATURES; i++)
        gradient[i] += wrong * e->f[i];
      bias_gradient[e->theme] += wrong;
    }
    for (guint i = 0; i < ATT_TOPIC_N_FEATURES; i++) {
      steps[i] += gradient[i] * gradient[i];
      layer->weights[i] -= RATE * gradient[i] / sqrt (steps[i] + 1e-9);
    }
    for (guint i = 0; i < layer->n_themes; i++) {
      bias_steps[i] += bias_gradient[i] * bias_gradient[i];
      layer->biases[i] -= RATE * bias_gradient[i] / sqrt (bias_steps[i] + 1e-9);
    }
  }
}

typedef struct { guint right, wrong, missed; } Count;

/* Marks of one fold at the threshold; missed ones without a single term are added by the caller. */
static void
judge (const GArray *examples, const Layer *layer, guint fold, double threshold, Count *count)
{
  for (guint k = 0; k < examples->len; k++) {
    const Example *e = &g_array_index (examples, Example, k);
    if (e->fold != fold)
      continue;
    gboolean marked = score (layer, e) >= threshold;
    count->right += marked && e->right;
    count->wrong += marked && !e->right;
    count->missed += !marked && e->right;
  }
}

static Layer
new_layer (guint n_themes)
{
  return (Layer) { .biases = g_new0 (double, n_themes), .n_themes = n_themes };
}

/* The lean of an article's words, learned without its fold and without the one left out. */
static void
set_lean (GArray *examples, AttWordTrainer *words, guint n_themes, guint n_folds, guint left_out)
{
  for (guint fold = 0; fold < n_folds; fold++) {
    g_autofree double *scores = att_word_trainer_scores (words, fold, left_out);
    for (guint k = 0; k < examples->len; k++) {
      Example *e = &g_array_index (examples, Example, k);
      if (e->fold == fold)
        e->f[ATT_TOPIC_WORDS] = scores[e->article * n_themes + e->theme];
    }
  }
}

static void
cross_validate (GArray *examples, AttWordTrainer *words, guint n_themes, guint n_folds, guint unseen)
{
  Count counts[9] = { { 0 } };
  for (guint fold = 0; fold < n_folds; fold++) {
    Layer layer = new_layer (n_themes);
    set_lean (examples, words, n_themes, n_folds, fold);
    fit (examples, fold, &layer);
    for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
      judge (examples, &layer, fold, 0.3 + 0.05 * i, &counts[i]);
    g_free (layer.biases);
  }
  for (guint i = 0; i < G_N_ELEMENTS (counts); i++) {
    double p = (double) counts[i].right / MAX (counts[i].right + counts[i].wrong, 1), r = (double) counts[i].right / MAX (counts[i].right + counts[i].missed + unseen, 1);
    g_print ("topics, cross-validated, threshold %.2f: micro F1 %.3f, precision %.3f, recall %.3f\n", 0.3 + 0.05 * i, 2 * p * r / (p + r), p, r);
  }
}

void
att_train_topics (AttLexicon *lexicon, const GPtrArray *articles, guint n_folds, const char *path)
{
  g_autoptr (GArray) examples = g_array_new (FALSE, FALSE, sizeof (Example));
  guint labels = 0, seen = 0, n_themes = lexicon->themes->len;
  for (guint i = 0; i < articles->len; i++) {
    Watch watch = { lexicon, articles->pdata[i], examples, i };
    AttTap tap = { .topic = take, .data = &watch };
    att_analyse_tapped (lexicon, watch.labelled->article, &tap);
    labels += g_hash_table_size (watch.labelled->topics);
  }
  for (guint k = 0; k < examples->len; k++)
    seen += g_array_index (examples, Example, k).right;
  g_print ("topics: %u articles, %u marks, %u of them with a term at all, %u pairs\n", articles->len, labels, seen, examples->len);
  AttWordTrainer *words = att_word_trainer_new (lexicon, articles);
  cross_validate (examples, words, n_themes, n_folds, labels - seen);
  Layer layer = new_layer (n_themes);
  set_lean (examples, words, n_themes, n_folds, G_MAXUINT);
  fit (examples, G_MAXUINT, &layer);
  layer.weights[ATT_TOPIC_BIAS] -= log (THRESHOLD / (1 - THRESHOLD));
  GString *out = g_string_new ("# How the terms of a topic add up to a mark.  Columns: name, value.\n"
                               "# sentence-, decay-: what a sentence is worth and how sentences add up (by hand). The others are weights of features, and of topics\n"
                               "# their own bias, written by the trainer (src/README.md says how); what they are: src/core/analysis/topic-model.h.\n");
  const AttTopicModel *m = &lexicon->model;
  g_string_append_printf (out, "sentence-strong\t%g\nsentence-medium\t%g\nsentence-key\t%g\nsentence-second\t%g\n", m->strong, m->medium, m->key, m->second);
  for (guint i = 0; i < G_N_ELEMENTS (m->decay); i++)
    g_string_append_printf (out, "decay-%u\t%g\n", i + 1, m->decay[i]);
  for (guint i = 0; i < ATT_TOPIC_N_FEATURES; i++)
    g_string_append_printf (out, "%s\t%.3f\n", att_topic_feature_name (i), layer.weights[i]);
  for (guint i = 0; i < n_themes; i++)
    g_string_append_printf (out, "topic/%s\t%.3f\n", g_array_index (lexicon->themes, AttTheme, i).id, layer.biases[i]);
  att_train_write (path, out);
  g_free (layer.biases);
  out = g_string_new ("# How words lean to topics, written by the trainer (src/README.md says how); a topic's row without a word is where it starts.\n"
                      "# What they are: src/core/analysis/topic-words.h.  Columns: topic, word, weight.\n");
  g_free (att_word_trainer_scores (words, G_MAXUINT, G_MAXUINT));
  att_word_trainer_write (words, out);
  att_word_trainer_free (words);
  g_autofree char *folder = g_path_get_dirname (path), *words_path = g_build_filename (folder, "topic-words.tsv", NULL);
  att_train_write (words_path, out);
}
