/* train-speakers.c: weights of the features by which speakers are chosen.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "train.h"

#include "minimise.h"

#include "analysis/analyse.h"
#include "analysis/voice.h"

#include <math.h>
#include <string.h>

#define ROUNDS 3      /* the articles are read anew after each, by weights that have not seen them: who spoke last depends on them */
#define STEPS 80
#define PENALTY 3.0          /* on the square of each weight, against the sum over all quotations */
#define HASHED_PENALTY 10.0  /* of words and patterns, of which there are many */

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
    const char *name = e->candidates[i].who ? e->candidates[i].who->name : NULL;
    e->right[i] = e->speech ? name && att_labelled_same_name (name, judged->speaker) : name == NULL;
    e->possible |= e->right[i];
  }
  g_ptr_array_add (watch->examples, e);
}

/* The articles of a fold as the program reads them with the weights given: who spoke last depends on them. */
static void
list_examples (AttLexicon *lexicon, const GPtrArray *articles, guint fold, const float *weights, GPtrArray *examples)
{
  memcpy (lexicon->speakers.weights, weights, att_speaker_n_features () * sizeof *weights);
  for (guint i = 0; i < articles->len; i++) {
    Watch watch = { articles->pdata[i], examples, NULL };
    AttTap tap = { .speaker = take, .data = &watch };
    if (watch.labelled->fold == fold)
      att_analyse_tapped (lexicon, watch.labelled->article, &tap);
  }
}

/* The quotations to learn from; the articles of one fold are left out. */
typedef struct { const GPtrArray *examples; guint left_out; } Lesson;

/* How unlikely the right candidates are, and which way they become likelier. */
static double
unlikelihood (const Example *e, const double *weights, double *gradient)
{
  g_autofree double *share = g_new (double, e->n);
  double all = 0, right = 0, highest = -G_MAXDOUBLE;
  for (guint i = 0; i < e->n; i++) {
    share[i] = 0;
    for (guint k = 0; k < e->candidates[i].n_features; k++)
      share[i] += weights[e->candidates[i].features[k]];
    highest = MAX (highest, share[i]);
  }
  for (guint i = 0; i < e->n; i++) {
    all += share[i] = exp (share[i] - highest);
    right += e->right[i] ? share[i] : 0;
  }
  right = MAX (right, 1e-12);
  for (guint i = 0; i < e->n; i++) {
    double wrong = share[i] / all - (e->right[i] ? share[i] / right : 0);
    for (guint k = 0; k < e->candidates[i].n_features; k++)
      gradient[e->candidates[i].features[k]] += wrong;
  }
  return log (all) - log (right);
}

static double
loss (gpointer data, const double *weights, double *gradient)
{
  const Lesson *lesson = data;
  double sum = 0;
  for (guint i = 0; i < att_speaker_n_features (); i++) {
    double penalty = att_speaker_is_hashed (i) ? HASHED_PENALTY : PENALTY;
    gradient[i] = penalty * weights[i];
    sum += penalty * weights[i] * weights[i] / 2;
  }
  for (guint i = 0; i < lesson->examples->len; i++) {
    const Example *e = lesson->examples->pdata[i];
    if (e->fold != lesson->left_out && e->possible)
      sum += unlikelihood (e, weights, gradient);
  }
  return sum;
}

static void
fit (const GPtrArray *examples, guint left_out, float *weights)
{
  guint n = att_speaker_n_features ();
  g_autofree double *x = g_new0 (double, n);
  Lesson lesson = { examples, left_out };
  att_minimise (loss, &lesson, x, n, STEPS);
  for (guint i = 0; i < n; i++)
    weights[i] = x[i];
}

/* How the choice does on the quotations of a fold, or of all. */
typedef struct { guint speech, right, shown, shown_right, possible; } Score;

static void
judge (const GPtrArray *examples, guint fold, const float *weights, double threshold, Score *s)
{
  for (guint i = 0; i < examples->len; i++) {
    const Example *e = examples->pdata[i];
    if (e->fold != fold || !e->speech)
      continue;
    g_autoptr (GArray) candidates = g_array_new (FALSE, FALSE, sizeof (AttCandidate));
    g_array_append_vals (candidates, e->candidates, e->n);
    for (guint k = 0; k < e->n; k++)
      g_array_index (candidates, AttCandidate, k).score = att_speaker_model_score (weights, &e->candidates[k]);
    double share;
    const gconstpointer who = att_speaker_model_choose (candidates, &share)->who;   /* gone with its article, and still told from others */
    gboolean right = FALSE;
    for (guint k = 0; k < e->n; k++)
      right |= e->right[k] && e->candidates[k].who == who;
    gboolean shown = who && share >= threshold;
    s->speech++;
    s->possible += e->possible;
    s->shown += shown;
    s->shown_right += shown && right;
  }
}

/* The examples of all folds, each read with weights learned without it. */
static GPtrArray *
list_unseen (AttLexicon *lexicon, const GPtrArray *articles, guint n_folds, float **weights)
{
  GPtrArray *examples = g_ptr_array_new_with_free_func (example_free);
  for (guint fold = 0; fold < n_folds; fold++)
    list_examples (lexicon, articles, fold, weights[fold], examples);
  return examples;
}

static void
report (const GPtrArray *examples, guint n_folds, float **weights)
{
  for (double threshold = 0.2; threshold < 0.75; threshold += 0.05) {
    Score s = { 0 };
    for (guint fold = 0; fold < n_folds; fold++)
      judge (examples, fold, weights[fold], threshold, &s);
    g_print ("speakers, cross-validated, threshold %.2f: right %.3f of %u (among candidates %.3f), shown %.3f, right of those %.3f\n", threshold,
             (double) s.shown_right / s.speech, s.speech, (double) s.possible / s.speech, (double) s.shown / s.speech, (double) s.shown_right / s.shown);
  }
}

void
att_train_speakers (AttLexicon *lexicon, const GPtrArray *articles, guint n_folds, const char *path)
{
  guint n = att_speaker_n_features ();
  g_autofree float **weights = g_new (float *, n_folds);
  for (guint fold = 0; fold < n_folds; fold++)
    weights[fold] = g_memdup2 (lexicon->speakers.weights, n * sizeof (float));
  g_autoptr (GPtrArray) examples = list_unseen (lexicon, articles, n_folds, weights);
  for (guint round = 1; round < ROUNDS; round++) {
    for (guint fold = 0; fold < n_folds; fold++)
      fit (examples, fold, weights[fold]);
    g_ptr_array_unref (examples);
    examples = list_unseen (lexicon, articles, n_folds, weights);
  }
  for (guint fold = 0; fold < n_folds; fold++)
    fit (examples, fold, weights[fold]);
  report (examples, n_folds, weights);
  fit (examples, G_MAXUINT, lexicon->speakers.weights);
  for (guint fold = 0; fold < n_folds; fold++)
    g_free (weights[fold]);
  GString *out = g_string_new ("# How a speaker is chosen: features and their weights, written by the trainer (src/README.md says how).\n"
                               "# What the features are: src/core/analysis/speaker-model.h.  Columns: feature, weight.\n");
  g_string_append_printf (out, "threshold\t%.2f\n", lexicon->speakers.threshold);
  for (guint i = 0; i < n; i++)
    if (fabs (lexicon->speakers.weights[i]) >= 0.005)
      g_string_append_printf (out, "%s\t%.2f\n", att_speaker_feature_name (i), lexicon->speakers.weights[i]);
  att_train_write (path, out);
}
