/* train-speakers.c: weights of the features by which speakers are chosen.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "train.h"

#include "analysis/analyse.h"

#include <math.h>
#include <string.h>

#define ROUNDS 3      /* the articles are read anew after each: who spoke last depends on the weights */
#define EPOCHS 30
#define RATE 0.15
#define PENALTY 0.004

/* One quotation: its candidates' features, and which of them are right. */
typedef struct {
  guint n;
  AttCandidate *candidates;
  gboolean *right;
  guint fold;
  gboolean possible;   /* somebody right is among them */
  gboolean speech;
} Example;

typedef struct { const AttLabelled *labelled; GPtrArray *examples; const GPtrArray *quotes; } Watch;

static void
example_free (gpointer data)
{
  Example *e = data;
  for (guint i = 0; i < e->n; i++)
    g_free (e->candidates[i].name);
  g_free (e->candidates);
  g_free (e->right);
  g_free (e);
}

static void
take (gpointer data, guint index, const GArray *candidates)
{
  Watch *watch = data;
  const AttQuote *quote = g_ptr_array_index (watch->labelled->article->quotes, index);
  const AttLabelledQuote *judged = att_labelled_quote (watch->labelled, &quote->span);
  if (judged == NULL)
    return;
  Example *e = g_new0 (Example, 1);
  e->n = candidates->len;
  e->fold = watch->labelled->fold;
  e->speech = strcmp (judged->speaker, "-") != 0;
  e->candidates = g_new (AttCandidate, e->n);
  e->right = g_new0 (gboolean, e->n);
  for (guint i = 0; i < e->n; i++) {
    e->candidates[i] = g_array_index (candidates, AttCandidate, i);
    const char *name = e->candidates[i].name;
    e->candidates[i].name = g_strdup (name);
    e->right[i] = e->speech ? name && att_labelled_same_name (name, judged->speaker) : name == NULL;
    e->possible |= e->right[i];
  }
  g_ptr_array_add (watch->examples, e);
}

static GPtrArray *
list_examples (AttLexicon *lexicon, const GPtrArray *articles)
{
  GPtrArray *examples = g_ptr_array_new_with_free_func (example_free);
  for (guint i = 0; i < articles->len; i++) {
    Watch watch = { articles->pdata[i], examples, NULL };
    AttTap tap = { .speaker = take, .data = &watch };
    att_analyse_tapped (lexicon, watch.labelled->article, &tap);
  }
  return examples;
}

static void
step (float *weights, float *squares, guint f, double gradient)
{
  double g = gradient - PENALTY * weights[f];
  squares[f] += g * g;
  weights[f] += RATE * g / sqrt (squares[f] + 1e-6);
}

/* One step up the likelihood of the right candidates, AdaGrad. */
static void
learn (const Example *e, float *weights, float *squares)
{
  g_autofree double *share = g_new (double, e->n);
  double all = 0, right = 0;
  for (guint i = 0; i < e->n; i++) {
    all += share[i] = exp (CLAMP (att_speaker_model_score (weights, &e->candidates[i]), -30, 30));
    right += e->right[i] ? share[i] : 0;
  }
  for (guint i = 0; i < e->n; i++) {
    double gradient = (e->right[i] ? share[i] / right : 0) - share[i] / all;
    if (fabs (gradient) < 1e-4)
      continue;
    const AttCandidate *c = &e->candidates[i];
    for (guint k = 0; k < c->n_features; k++)
      step (weights, squares, c->features[k], gradient);
  }
}

static void
fit (const GPtrArray *examples, guint left_out, float *weights)
{
  guint n = att_speaker_n_features ();
  g_autofree float *squares = g_new0 (float, n);
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);
  memset (weights, 0, n * sizeof *weights);
  for (guint epoch = 0; epoch < EPOCHS; epoch++)
    for (guint i = 0; i < examples->len; i++) {
      const Example *e = examples->pdata[g_rand_int_range (rand, 0, examples->len)];
      if (e->fold != left_out && e->possible)
        learn (e, weights, squares);
    }
}

/* How the choice does on the quotations of a fold, or of all. */
typedef struct { guint speech, right, shown, shown_right, possible; } Score;

static void
judge (const GPtrArray *examples, guint fold, const float *weights, double threshold, Score *s)
{
  AttSpeakerModel model = { (float *) weights, threshold };
  for (guint i = 0; i < examples->len; i++) {
    const Example *e = examples->pdata[i];
    if (e->fold != fold || !e->speech)
      continue;
    g_autoptr (GArray) candidates = g_array_new (FALSE, FALSE, sizeof (AttCandidate));
    g_array_append_vals (candidates, e->candidates, e->n);
    double share;
    const char *name = att_speaker_model_choose (&model, candidates, &share);
    gboolean right = FALSE;
    for (guint k = 0; k < e->n; k++)
      right |= e->right[k] && g_strcmp0 (e->candidates[k].name, name) == 0;
    gboolean shown = name && share >= threshold;
    s->speech++;
    s->possible += e->possible;
    s->shown += shown;
    s->shown_right += shown && right;
  }
}

void
att_train_speakers (AttLexicon *lexicon, const GPtrArray *articles, guint n_folds, const char *path)
{
  guint n = att_speaker_n_features ();
  for (guint round = 0; round < ROUNDS; round++) {
    g_autoptr (GPtrArray) examples = list_examples (lexicon, articles);
    if (round + 1 == ROUNDS)
      for (double threshold = 0.3; threshold < 0.75; threshold += 0.05) {
        Score s = { 0 };
        for (guint fold = 0; fold < n_folds; fold++) {
          g_autofree float *weights = g_new (float, n);
          fit (examples, fold, weights);
          judge (examples, fold, weights, threshold, &s);
        }
        g_print ("speakers, cross-validated, threshold %.2f: right %.3f of %u (among candidates %.3f), shown %.3f, right of those %.3f\n", threshold,
                 (double) s.shown_right / s.speech, s.speech, (double) s.possible / s.speech, (double) s.shown / s.speech, (double) s.shown_right / s.shown);
      }
    fit (examples, G_MAXUINT, lexicon->speakers.weights);
  }
  GString *out = g_string_new ("# How a speaker is chosen: features and their weights, written by the trainer (src/README.md says how).\n"
                               "# What the features are: src/core/analysis/speaker-model.h.  Columns: feature, weight.\n");
  g_string_append_printf (out, "threshold\t%.2f\n", lexicon->speakers.threshold);
  for (guint i = 0; i < n; i++)
    if (fabs (lexicon->speakers.weights[i]) >= 0.005)
      g_string_append_printf (out, "%s\t%.2f\n", att_speaker_feature_name (i), lexicon->speakers.weights[i]);
  att_train_write (path, out);
}
