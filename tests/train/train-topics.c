/* train-topics.c: weights of the three layers by which topics are marked and graded.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "train.h"

#include "minimise.h"
#include "train-words.h"

#include "analysis/analyse.h"

#include <math.h>
#include <string.h>

#define STEPS 150
#define PENALTY 1.0          /* of the shared weights, against the whole of the examples */
#define BIAS_PENALTY 4.0     /* of a topic's own bias */
#define TERM_PENALTY 6.0     /* and of a term */
#define THRESHOLD 0.53       /* of the fitted share: from here on a mark; the bias is moved so that it becomes one half */
#define STEPS_OF_SURE 6      /* from THRESHOLD on */
#define SURE 0.70            /* of the same: what the likeliest topic of an article needs for any to be marked */

#define THIRD (ATT_TOPIC_N_FEATURES + 1)   /* what the third layer looks at: the features, and how sure the mark is */

/* A topic some of whose terms an article has. */
typedef struct {
  double f[ATT_TOPIC_N_FEATURES], second[ATT_SECOND_N_FEATURES], first, third[THIRD];
  GArray *uses;              /* of AttTermUse */
  guint theme, fold, article;
  gboolean right, main;      /* main: the article is mainly about it */
} Example;

typedef struct { AttLexicon *lexicon; const AttLabelled *labelled; GArray *examples; guint article; } Watch;

/* The first layer's weights in one row: of the features, the topics, the terms, the terms in a title. */
typedef struct { guint n_themes, n_terms, n; } Shape;
typedef struct { const GArray *examples; const Shape *shape; guint left_out, also; } Lesson;

/* What the second layer or the third learns from: numbers it looks at, the first of them its bias, and whether it should say yes. */
typedef struct { const double *looked_at; gboolean yes; } Row;
typedef struct { guint n; GArray *rows; } Layer;

static void
example_clear (gpointer data)
{
  g_array_unref (((Example *) data)->uses);
}

static void
take (gpointer data, const AttTopicEvidence *evidence)
{
  Watch *watch = data;
  Example e = { .theme = evidence->theme, .fold = watch->labelled->fold, .article = watch->article };
  memcpy (e.f, evidence->features, sizeof e.f);
  e.uses = g_array_new (FALSE, FALSE, sizeof (AttTermUse));
  g_array_append_vals (e.uses, evidence->uses, evidence->n_uses);
  guint grade = GPOINTER_TO_UINT (g_hash_table_lookup (watch->labelled->topics, g_array_index (watch->lexicon->themes, AttTheme, evidence->theme).id));
  e.right = grade > 0;
  e.main = grade == ATT_GRADE_MAIN;
  g_array_append_val (watch->examples, e);
}

static gboolean
is_used (const Lesson *lesson, const Example *e)
{
  return e->fold != lesson->left_out && e->fold != lesson->also;
}

static double
first_of (const Shape *shape, const double *x, const Example *e)
{
  const double *biases = x + ATT_TOPIC_N_FEATURES, *terms = biases + shape->n_themes, *titles = terms + shape->n_terms;
  double sum = biases[e->theme];
  for (guint i = 0; i < ATT_TOPIC_N_FEATURES; i++)
    sum += x[i] * e->f[i];
  for (guint i = 0; i < e->uses->len; i++) {
    const AttTermUse *use = &g_array_index (e->uses, AttTermUse, i);
    sum += terms[use->term] * att_topic_words_damped (use->n) + titles[use->term] * att_topic_words_damped (use->n_title);
  }
  return sum;
}

static double
penalise (const Shape *shape, const double *x, double *gradient)
{
  double sum = 0;
  for (guint i = 0; i < shape->n; i++) {
    double penalty = i == ATT_TOPIC_BIAS ? 0 : i < ATT_TOPIC_N_FEATURES ? PENALTY : i < ATT_TOPIC_N_FEATURES + shape->n_themes ? BIAS_PENALTY : TERM_PENALTY;
    gradient[i] = penalty * x[i];
    sum += penalty * x[i] * x[i] / 2;
  }
  return sum;
}

static double
first_loss (gpointer data, const double *x, double *gradient)
{
  const Lesson *lesson = data;
  const Shape *shape = lesson->shape;
  double sum = penalise (shape, x, gradient), *biases = gradient + ATT_TOPIC_N_FEATURES, *terms = biases + shape->n_themes, *titles = terms + shape->n_terms;
  for (guint k = 0; k < lesson->examples->len; k++) {
    const Example *e = &g_array_index (lesson->examples, Example, k);
    if (!is_used (lesson, e))
      continue;
    double share = att_topic_model_share (first_of (shape, x, e)), wrong = share - e->right;
    sum -= log (MAX (e->right ? share : 1 - share, 1e-12));
    for (guint i = 0; i < ATT_TOPIC_N_FEATURES; i++)
      gradient[i] += wrong * e->f[i];
    biases[e->theme] += wrong;
    for (guint i = 0; i < e->uses->len; i++) {
      const AttTermUse *use = &g_array_index (e->uses, AttTermUse, i);
      terms[use->term] += wrong * att_topic_words_damped (use->n);
      titles[use->term] += wrong * att_topic_words_damped (use->n_title);
    }
  }
  return sum;
}

static double
layer_of (const double *x, const double *looked_at, guint n)
{
  double sum = 0;
  for (guint i = 0; i < n; i++)
    sum += x[i] * looked_at[i];
  return sum;
}

static double
layer_loss (gpointer data, const double *x, double *gradient)
{
  const Layer *layer = data;
  double sum = 0;
  for (guint i = 0; i < layer->n; i++) {
    gradient[i] = i == 0 ? 0 : PENALTY * x[i];
    sum += gradient[i] * x[i] / 2;
  }
  for (guint k = 0; k < layer->rows->len; k++) {
    const Row *row = &g_array_index (layer->rows, Row, k);
    double share = att_topic_model_share (layer_of (x, row->looked_at, layer->n));
    sum -= log (MAX (row->yes ? share : 1 - share, 1e-12));
    for (guint i = 0; i < layer->n; i++)
      gradient[i] += (share - row->yes) * row->looked_at[i];
  }
  return sum;
}

/* Takes the rows. */
static void
fit_layer (guint n, GArray *rows, double *x)
{
  Layer layer = { n, rows };
  memset (x, 0, n * sizeof *x);
  att_minimise (layer_loss, &layer, x, n, STEPS);
  g_array_unref (rows);
}

static double
second_of (const double *x, const Example *e)
{
  return layer_of (x, e->second, ATT_SECOND_N_FEATURES);
}

static void
fit_second (const GArray *examples, guint left_out, double *x)
{
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (Row));
  for (guint k = 0; k < examples->len; k++) {
    const Example *e = &g_array_index (examples, Example, k);
    Row row = { e->second, e->right };
    if (e->fold != left_out)
      g_array_append_val (rows, row);
  }
  fit_layer (ATT_SECOND_N_FEATURES, rows, x);
}

/* How sure a mark is; below 0 it is none. */
static double
mark_of (const double *second, const Example *e)
{
  return second_of (second, e) - log (THRESHOLD / (1 - THRESHOLD));
}

/* Of what is rightly marked some is the main thing. */
static void
fit_main (GArray *examples, const double *second, guint left_out, double *x)
{
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (Row));
  for (guint k = 0; k < examples->len; k++) {
    Example *e = &g_array_index (examples, Example, k);
    memcpy (e->third, e->f, sizeof e->f);
    e->third[THIRD - 1] = mark_of (second, e);
    Row row = { e->third, e->main };
    if (e->fold != left_out && e->right && e->third[THIRD - 1] >= 0)
      g_array_append_val (rows, row);
  }
  fit_layer (THIRD, rows, x);
}

/* What the second layer looks at, once the first has spoken of all topics of each article; examples lie article by article. */
static void
list_second (GArray *examples)
{
  g_autoptr (GArray) first = g_array_new (FALSE, FALSE, sizeof (double));
  for (guint from = 0; from < examples->len;) {
    Example *e = &g_array_index (examples, Example, from);
    g_array_set_size (first, 0);
    for (guint i = from; i < examples->len && e[i - from].article == e->article; i++)
      g_array_append_val (first, e[i - from].first);
    for (guint i = 0; i < first->len; i++)
      att_topic_model_list ((double *) first->data, first->len, i, e[i].f, ATT_TOPIC_ALONE, e[i].second);
    from += first->len;
  }
}

/* How the words of each article lean, learned without its fold and without the one left out. */
static void
set_leans (const AttLexicon *lexicon, GArray *examples, AttWordTrainer *words[2], guint n_articles, guint n_folds, guint left_out)
{
  guint n_themes = lexicon->themes->len;
  g_autofree AttTopicLean *leans = g_new (AttTopicLean, n_articles * (gsize) n_themes);
  g_autofree double *across = g_new0 (double, n_articles);
  for (guint i = 0; i < n_articles * n_themes; i++)
    leans[i] = (AttTopicLean) ATT_TOPIC_LEAN_NONE;
  for (guint fold = 0; fold < n_folds; fold++)
    for (guint i = 0; i < 2; i++)
      att_word_trainer_lean (words[i], fold, left_out, leans, across);
  for (guint i = 0; i < n_articles * n_themes; i++)
    att_topic_lean_end (&leans[i]);
  for (guint k = 0; k < examples->len; k++) {
    Example *e = &g_array_index (examples, Example, k);
    att_topic_lean_list (&leans[e->article * (gsize) n_themes + e->theme], across[e->article], e->f);
  }
}

/* The second layer is learned from what the first says of articles it has not seen. */
static void
fit_both (GArray *examples, const Shape *shape, guint n_folds, guint left_out, double *first, double *second)
{
  for (guint fold = 0; fold < n_folds; fold++) {
    Lesson lesson = { examples, shape, left_out, fold };
    if (fold == left_out)
      continue;
    memset (first, 0, shape->n * sizeof *first);
    att_minimise (first_loss, &lesson, first, shape->n, STEPS);
    for (guint k = 0; k < examples->len; k++)
      if (g_array_index (examples, Example, k).fold == fold)
        g_array_index (examples, Example, k).first = first_of (shape, first, &g_array_index (examples, Example, k));
  }
  Lesson lesson = { examples, shape, left_out, G_MAXUINT };
  memset (first, 0, shape->n * sizeof *first);
  att_minimise (first_loss, &lesson, first, shape->n, STEPS);
  for (guint k = 0; k < examples->len; k++)
    if (g_array_index (examples, Example, k).fold == left_out)
      g_array_index (examples, Example, k).first = first_of (shape, first, &g_array_index (examples, Example, k));
  list_second (examples);
  fit_second (examples, left_out, second);
}

typedef struct { guint right, wrong, missed, spoilt; } Count;   /* spoilt: articles without a topic that were given one */

/* Marks that have not a single term, articles without a topic, and those with a main one: of brief items and of others. */
typedef struct { guint unseen[2], none[2], main[2]; } Rest;

/* Marks of one fold, in brief items or in others, in articles whose likeliest topic is as sure as that. */
static void
judge (const GPtrArray *articles, const GArray *examples, const double *second, guint fold, gboolean brief, double sure, Count *count)
{
  g_autofree double *likeliest = g_new0 (double, articles->len);
  g_autofree guint8 *spoilt = g_new0 (guint8, articles->len);
  for (guint k = 0; k < examples->len; k++) {
    const Example *e = &g_array_index (examples, Example, k);
    if (e->fold == fold)
      likeliest[e->article] = MAX (likeliest[e->article], att_topic_model_share (second_of (second, e)));
  }
  for (guint k = 0; k < examples->len; k++) {
    const Example *e = &g_array_index (examples, Example, k);
    if (e->fold != fold || ((AttLabelled *) articles->pdata[e->article])->brief != brief)
      continue;
    gboolean marked = likeliest[e->article] >= sure && att_topic_model_share (second_of (second, e)) >= THRESHOLD;
    count->right += marked && e->right;
    count->wrong += marked && !e->right;
    count->missed += !marked && e->right;
    if (marked && !spoilt[e->article] && g_hash_table_size (((AttLabelled *) articles->pdata[e->article])->topics) == 0)
      count->spoilt += spoilt[e->article] = TRUE;
  }
}

/* Articles of one fold whose likeliest main topic is one; examples lie article by article. */
static void
judge_main (const GPtrArray *articles, const GArray *examples, const double *x, guint fold, guint right[2])
{
  for (guint from = 0, to; from < examples->len; from = to) {
    const Example *e = &g_array_index (examples, Example, from), *best = NULL;
    double most = 0;
    for (to = from; to < examples->len && g_array_index (examples, Example, to).article == e->article; to++) {
      const Example *one = &g_array_index (examples, Example, to);
      double main = layer_of (x, one->third, THIRD);
      if (one->third[THIRD - 1] < 0 || (best && main <= most))
        continue;
      best = one;
      most = main;
    }
    if (e->fold == fold && best && best->main)
      right[((AttLabelled *) articles->pdata[e->article])->brief]++;
  }
}

static void
report (const Count counts[2][STEPS_OF_SURE], const guint main[2], const Rest *rest)
{
  for (guint brief = 0; brief < 2; brief++) {
    const char *of = brief ? " of brief items" : "";
    for (guint i = 0; i < STEPS_OF_SURE; i++) {
      const Count *c = &counts[brief][i];
      double p = (double) c->right / MAX (c->right + c->wrong, 1), r = (double) c->right / MAX (c->right + c->missed + rest->unseen[brief], 1);
      g_print ("topics%s, cross-validated, marked from %.2f on where one has %.2f: micro F1 %.3f, precision %.3f, recall %.3f, marked of those without a topic %.3f\n", of,
               THRESHOLD, THRESHOLD + 0.05 * i, 2 * p * r / MAX (p + r, 1e-9), p, r, (double) c->spoilt / MAX (rest->none[brief], 1));
    }
    g_print ("main topics%s, cross-validated: right %.3f of %u\n", of, (double) main[brief] / MAX (rest->main[brief], 1), rest->main[brief]);
  }
}

static void
cross_validate (const AttLexicon *lexicon, const GPtrArray *articles, GArray *examples, AttWordTrainer *words[2], const Shape *shape, guint n_folds, const Rest *rest)
{
  Count counts[2][STEPS_OF_SURE] = { 0 };
  guint right[2] = { 0 };
  g_autofree double *first = g_new (double, shape->n);
  double second[ATT_SECOND_N_FEATURES], main[THIRD];
  for (guint fold = 0; fold < n_folds; fold++) {
    set_leans (lexicon, examples, words, articles->len, n_folds, fold);
    fit_both (examples, shape, n_folds, fold, first, second);
    fit_main (examples, second, fold, main);
    judge_main (articles, examples, main, fold, right);
    for (guint i = 0; i < 2 * STEPS_OF_SURE; i++)
      judge (articles, examples, second, fold, i % 2, THRESHOLD + 0.05 * (i / 2), &counts[i % 2][i / 2]);
  }
  report (counts, right, rest);
}

static void
write_model (const AttLexicon *lexicon, const Shape *shape, const double *first, const double *second, const double *main, const char *path)
{
  GString *out = g_string_new ("# How the terms of a topic add up to a mark.  Columns: name, value.\n"
                               "# sentence-, decay-: what a sentence is worth and how sentences add up (by hand). sure: what the likeliest topic of an article needs\n"
                               "# for any to be marked; sure-by-terms: the same in languages without learned words, alone-by-terms: what a topic with no other beside it is measured against there (by hand). The others are weights of features, of topics their own bias, second-: of the layer that sees all topics at once, main-: of the one that tells what an article is mainly about, written by the trainer (src/README.md says how); what they are:\n"
                               "# src/core/analysis/topic-model.h.\n");
  const AttTopicModel *m = &lexicon->model;
  g_string_append_printf (out, "sentence-strong\t%g\nsentence-medium\t%g\nsentence-key\t%g\nsentence-second\t%g\n", m->strong, m->medium, m->key, m->second_share);
  g_string_append_printf (out, "sure\t%.3f\n", att_topic_model_share (log (SURE / (1 - SURE)) - log (THRESHOLD / (1 - THRESHOLD))));
  g_string_append_printf (out, "sure-by-terms\t%g\nalone-by-terms\t%g\n", m->sure_by_terms, m->alone_by_terms);
  for (guint i = 0; i < G_N_ELEMENTS (m->decay); i++)
    g_string_append_printf (out, "decay-%u\t%g\n", i + 1, m->decay[i]);
  for (guint i = 0; i < ATT_TOPIC_N_FEATURES; i++)
    g_string_append_printf (out, "%s\t%.3f\n", att_topic_feature_name (i), first[i]);
  for (guint i = 0; i < ATT_SECOND_N_FEATURES; i++)
    g_string_append_printf (out, "%s\t%.3f\n", att_topic_second_name (i), second[i] - (i == ATT_SECOND_BIAS ? log (THRESHOLD / (1 - THRESHOLD)) : 0));
  for (guint i = 0; i < ATT_TOPIC_N_FEATURES; i++)
    g_string_append_printf (out, "main-%s\t%.3f\n", att_topic_feature_name (i), main[i]);
  g_string_append_printf (out, "main-sure\t%.3f\n", main[THIRD - 1]);
  for (guint i = 0; i < shape->n_themes; i++)
    g_string_append_printf (out, "topic/%s\t%.3f\n", g_array_index (lexicon->themes, AttTheme, i).id, first[ATT_TOPIC_N_FEATURES + i]);
  att_train_write (path, out);
}

static void
write_terms (const AttLexicon *lexicon, const Shape *shape, const double *first, const char *path)
{
  const double *terms = first + ATT_TOPIC_N_FEATURES + shape->n_themes, *titles = terms + shape->n_terms;
  GString *out = g_string_new ("# What the terms of terms.tsv tell, beyond their class, written by the trainer (src/README.md says how).\n"
                               "# Columns: topic, phrase, class and flags as there; weight anywhere; weight besides in a title.\n");
  for (guint i = 0; i < shape->n_terms; i++) {
    const AttTerm *term = &g_array_index (lexicon->terms, AttTerm, i);
    if (fabs (terms[i]) >= 0.01 || fabs (titles[i]) >= 0.01)
      g_string_append_printf (out, "%s\t%s\t%s\t%s\t%.2f\t%.2f\n", g_array_index (lexicon->themes, AttTheme, term->theme).id, term->pattern, att_term_class_name (term->class), term->flags,
                              terms[i], titles[i]);
  }
  att_train_write (path, out);
}

static char *
beside (const char *path, const char *name)
{
  g_autofree char *folder = g_path_get_dirname (path);
  return g_build_filename (folder, name, NULL);
}

static gboolean
has_main (const AttLabelled *labelled)
{
  GHashTableIter iter;
  gpointer grade;
  g_hash_table_iter_init (&iter, labelled->topics);
  while (g_hash_table_iter_next (&iter, NULL, &grade))
    if (GPOINTER_TO_UINT (grade) == ATT_GRADE_MAIN)
      return TRUE;
  return FALSE;
}

/* The articles' topics that have a term at all, article by article. */
static Rest
list_examples (AttLexicon *lexicon, const GPtrArray *articles, GArray *examples)
{
  Rest rest = { { 0 } };
  guint labels = 0, seen = 0;
  for (guint i = 0; i < articles->len; i++) {
    Watch watch = { lexicon, articles->pdata[i], examples, i };
    AttTap tap = { .topic = take, .data = &watch };
    att_analyse_tapped (lexicon, watch.labelled->article, &tap);
    guint n = g_hash_table_size (watch.labelled->topics);
    labels += n;
    rest.unseen[watch.labelled->brief] += n;
    rest.none[watch.labelled->brief] += n == 0;
    rest.main[watch.labelled->brief] += has_main (watch.labelled);
  }
  for (guint k = 0; k < examples->len; k++)
    if (g_array_index (examples, Example, k).right) {
      seen++;
      rest.unseen[((AttLabelled *) articles->pdata[g_array_index (examples, Example, k).article])->brief]--;
    }
  g_print ("topics: %u articles, %u marks, %u of them with a term at all, %u pairs\n", articles->len, labels, seen, examples->len);
  return rest;
}

void
att_train_topics (AttLexicon *lexicon, const GPtrArray *articles, guint n_folds, const char *path)
{
  g_autoptr (GArray) examples = g_array_new (FALSE, FALSE, sizeof (Example));
  g_array_set_clear_func (examples, example_clear);
  Rest rest = list_examples (lexicon, articles, examples);
  Shape shape = { lexicon->themes->len, lexicon->terms->len, ATT_TOPIC_N_FEATURES + lexicon->themes->len + 2 * lexicon->terms->len };
  AttWordTrainer *words[] = { att_word_trainer_new (lexicon, articles, ATT_WORDS_OF_ARTICLES), att_word_trainer_new (lexicon, articles, ATT_WORDS_OF_PARAGRAPHS) };
  cross_validate (lexicon, articles, examples, words, &shape, n_folds, &rest);
  g_autofree double *first = g_new (double, shape.n);
  double second[ATT_SECOND_N_FEATURES], main[THIRD];
  set_leans (lexicon, examples, words, articles->len, n_folds, G_MAXUINT);
  fit_both (examples, &shape, n_folds, G_MAXUINT, first, second);
  fit_main (examples, second, G_MAXUINT, main);
  write_model (lexicon, &shape, first, second, main, path);
  g_autofree char *terms_path = beside (path, "topic-terms.tsv"), *words_path = beside (path, "topic-words.tsv");
  write_terms (lexicon, &shape, first, terms_path);
  GString *out = g_string_new ("# How words lean to topics, written by the trainer (src/README.md says how); a topic's row without a word is where it starts.\n"
                               "# /paragraph: how a paragraph's words do; across: to affairs across a border at all. What they are: src/core/analysis/topic-words.h.\n"
                               "# Columns: topic, word, weight.\n");
  for (guint i = 0; i < 2; i++) {
    att_word_trainer_write (words[i], out);
    att_word_trainer_free (words[i]);
  }
  att_train_write (words_path, out);
}
