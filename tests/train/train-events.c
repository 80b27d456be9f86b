/* train-events.c: weights by which two sides of a sentence are said to have to do with each other.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A line a sentence, as labels.py lays them out: {"id", "date", "text", "events": [{"type", "actor", "recipient", "at": [byte, byte]}]}; at: where
 * in the text the actor and the recipient are named.
 */

#include "config.h"
#include "train.h"

#include "minimise.h"

#include "analysis/analyse.h"
#include "base/date.h"

#include <math.h>
#include <string.h>

#define STEPS 120
#define PENALTY 1.0          /* on the square of each weight, against the sum over all pairs */
#define HASHED_PENALTY 2.5   /* of words, of which there are many */
#define SMALL 0.15           /* weights below are not written */

/* Two sides of a sentence, and what was judged of them: a type or nothing, and whether the second acts. */
typedef struct { guint n; guint16 *features; guint class, aspect, fold; gboolean turned, mutual; } Example;

typedef struct { JsonArray *events; GArray *examples; guint fold; } Watch;
typedef struct { const GArray *examples; guint left_out; } Lesson;
typedef struct { AttLexicon *lexicon; GArray *examples; guint n_folds; } Reader;

static void
example_clear (gpointer data)
{
  g_free (((Example *) data)->features);
}

static gboolean
is_side (JsonObject *event, const char *member, const char *side)
{
  return strcmp (json_object_get_string_member (event, member), side) == 0;
}

static AttAspect
aspect_of (const char *name)
{
  AttAspect aspect = 0;
  while (aspect + 1 < ATT_N_ASPECTS && strcmp (att_aspect_name (aspect), name) != 0)
    aspect++;
  return aspect;
}

/* What was judged of a pair. The same two sides named at other places of the sentence are neither right nor wrong: FALSE. */
static gboolean
label (const Watch *watch, const char *const sides[2], const AttSpan spans[2], Example *e)
{
  gboolean known = FALSE;
  e->class = ATT_EVENT_NOTHING;
  for (guint i = 0; i < json_array_get_length (watch->events); i++) {
    JsonObject *event = json_array_get_object_element (watch->events, i);
    JsonArray *at = json_object_get_array_member (event, "at");
    guint actor = json_array_get_int_element (at, 0), recipient = json_array_get_int_element (at, 1);
    gboolean forth = spans[0].start == actor && spans[1].start == recipient, back = spans[1].start == actor && spans[0].start == recipient;
    known |= (is_side (event, "actor", sides[0]) && is_side (event, "recipient", sides[1])) || (is_side (event, "actor", sides[1]) && is_side (event, "recipient", sides[0]));
    AttEventType type;
    if ((!forth && !back) || !att_event_type_from_name (json_object_get_string_member (event, "type"), &type))
      continue;
    e->class = type;
    e->turned = back;
    e->mutual = json_object_get_boolean_member (event, "reciprocal");
    e->aspect = aspect_of (json_object_get_string_member (event, "aspect"));
    return TRUE;
  }
  return !known;
}

static void
take (gpointer data, const char *const sides[2], const AttSpan spans[2], const AttPair *pair)
{
  Watch *watch = data;
  Example e = { .n = pair->n_features, .fold = watch->fold };
  if (!label (watch, sides, spans, &e))
    return;
  e.features = g_memdup2 (pair->features, pair->n_features * sizeof *pair->features);
  g_array_append_val (watch->examples, e);
}

static void
read_sentence (gpointer data, JsonObject *object)
{
  Reader *reader = data;
  /* an article's sentences are learned together */
  Watch watch = { json_object_get_array_member (object, "events"), reader->examples, g_str_hash (json_object_get_string_member (object, "id")) % reader->n_folds };
  AttTap tap = { .pair = take, .data = &watch };
  g_autoptr (AttArticle) article = att_article_new ();
  article->text = g_strdup (json_object_get_string_member (object, "text"));
  att_date_parse (json_object_get_string_member (object, "date"), &article->published);
  att_analyse_tapped (reader->lexicon, article, &tap);
}

static GArray *
list_examples (AttLexicon *lexicon, char **paths, guint n_folds)
{
  Reader reader = { lexicon, g_array_new (FALSE, FALSE, sizeof (Example)), n_folds };
  g_array_set_clear_func (reader.examples, example_clear);
  att_labelled_each (paths, read_sentence, &reader);
  return reader.examples;
}

static double
penalise (const double *x, double *gradient)
{
  double sum = 0;
  for (guint i = 0; i < att_pair_n_features (); i++) {
    double penalty = att_pair_is_hashed (i) ? HASHED_PENALTY : PENALTY;
    for (guint k = i * ATT_EVENT_COLUMNS; k < (i + 1) * ATT_EVENT_COLUMNS; k++) {
      gradient[k] = penalty * x[k];
      sum += penalty * x[k] * x[k] / 2;
    }
  }
  return sum;
}

/* A softmax over n columns: how unlikely the right one is; wrong: which way each sum is to go. */
static double
softmax (const double *sums, guint n, guint right, double *wrong)
{
  double all = 0, highest = -G_MAXDOUBLE;
  for (guint k = 0; k < n; k++)
    highest = MAX (highest, sums[k]);
  for (guint k = 0; k < n; k++)
    all += wrong[k] = exp (sums[k] - highest);
  for (guint k = 0; k < n; k++)
    wrong[k] = wrong[k] / all - (k == right);
  return log (all) - (sums[right] - highest);
}

static double
logistic (double sum, gboolean right, double *wrong)
{
  *wrong = 1 / (1 + exp (-sum)) - right;
  return right ? log1p (exp (-sum)) : log1p (exp (sum));
}

/* How unlikely what was judged of a pair is, and which way it becomes likelier. */
static double
unlikelihood (const Example *e, const double *x, double *gradient)
{
  double sums[ATT_EVENT_COLUMNS] = { 0 }, wrong[ATT_EVENT_COLUMNS] = { 0 };
  for (guint i = 0; i < e->n; i++)
    for (guint k = 0; k < ATT_EVENT_COLUMNS; k++)
      sums[k] += x[e->features[i] * ATT_EVENT_COLUMNS + k];
  double loss = softmax (sums, ATT_N_EVENT_CLASSES, e->class, wrong);
  if (e->class != ATT_EVENT_NOTHING) {
    loss += softmax (sums + ATT_EVENT_ASPECTS, ATT_N_ASPECTS, e->aspect, wrong + ATT_EVENT_ASPECTS);
    loss += logistic (sums[ATT_EVENT_MUTUAL], e->mutual, &wrong[ATT_EVENT_MUTUAL]);
    loss += e->mutual ? 0 : logistic (sums[ATT_EVENT_TURNED], e->turned, &wrong[ATT_EVENT_TURNED]);
  }
  for (guint i = 0; i < e->n; i++)
    for (guint k = 0; k < ATT_EVENT_COLUMNS; k++)
      gradient[e->features[i] * ATT_EVENT_COLUMNS + k] += wrong[k];
  return loss;
}

static double
loss (gpointer data, const double *x, double *gradient)
{
  const Lesson *lesson = data;
  double sum = penalise (x, gradient);
  for (guint i = 0; i < lesson->examples->len; i++) {
    const Example *e = &g_array_index (lesson->examples, Example, i);
    if (e->fold != lesson->left_out)
      sum += unlikelihood (e, x, gradient);
  }
  return sum;
}

static void
fit (const GArray *examples, guint left_out, float *weights)
{
  guint n = att_pair_n_features () * ATT_EVENT_COLUMNS;
  g_autofree double *x = g_new0 (double, n);
  Lesson lesson = { examples, left_out };
  att_minimise (loss, &lesson, x, n, STEPS);
  for (guint i = 0; i < n; i++)
    weights[i / ATT_EVENT_COLUMNS * ATT_EVENT_STRIDE + i % ATT_EVENT_COLUMNS] = x[i];
}

typedef struct { guint events, shown, sides, signs, types, all, aspects; } Score;

static void
judge (const GArray *examples, guint fold, const AttEventModel *model, double threshold, Score *s)
{
  for (guint i = 0; i < examples->len; i++) {
    const Example *e = &g_array_index (examples, Example, i);
    if (e->fold != fold)
      continue;
    AttPair pair = { .n_features = e->n };
    memcpy (pair.features, e->features, e->n * sizeof *e->features);
    AttVerdict v = att_event_model_judge (model, &pair);
    gboolean acts = e->class != ATT_EVENT_NOTHING, shown = v.share >= threshold, right = shown && acts && v.type == e->class;
    gboolean order = v.mutual || e->mutual ? v.mutual == e->mutual : v.turned == e->turned;
    s->events += acts;
    s->shown += shown;
    s->sides += shown && acts;
    s->signs += shown && acts && (att_event_type_scale (v.type) < 0) == (att_event_type_scale (e->class) < 0);
    s->types += right;
    s->all += right && order;
    s->aspects += right && v.aspect == e->aspect;
  }
}

static void
cross_validate (const GArray *examples, guint n_folds)
{
  static const double THRESHOLDS[] = { 0.3, 0.4, 0.5, 0.6, 0.7, 0.8 };
  Score scores[G_N_ELEMENTS (THRESHOLDS)] = { { 0 } };
  AttEventModel model;
  att_event_model_init (&model);
  for (guint fold = 0; fold < n_folds; fold++) {
    fit (examples, fold, model.weights);
    for (guint i = 0; i < G_N_ELEMENTS (THRESHOLDS); i++)
      judge (examples, fold, &model, THRESHOLDS[i], &scores[i]);
  }
  att_event_model_clear (&model);
  for (guint i = 0; i < G_N_ELEMENTS (THRESHOLDS); i++) {
    const Score *s = &scores[i];
    double shown = MAX (s->shown, 1), all = MAX (s->events, 1);
    g_print ("events, cross-validated, threshold %.2f: of %u pairs with an event; right of those shown: sides %.3f, and sign %.3f, and type %.3f, and who acts %.3f; found: sides and sign %.3f, all %.3f; "
             "aspect right %.3f\n", THRESHOLDS[i], s->events, s->sides / shown, s->signs / shown, s->types / shown, s->all / shown, s->signs / all, s->all / all, s->aspects / MAX (s->types, 1.0));
  }
}

static void
write_row (GString *out, guint feature, const float *row)
{
  gboolean any = FALSE;
  for (guint k = 0; k < ATT_EVENT_COLUMNS; k++)
    if (fabs (row[k]) >= SMALL) {
      g_string_append_printf (out, "%s%s%s:%.2f", any ? " " : att_pair_feature_name (feature), any ? "" : "\t", att_event_column_name (k), row[k]);
      any = TRUE;
    }
  if (any)
    g_string_append_c (out, '\n');
}

void
att_train_events (AttLexicon *lexicon, char **paths, guint n_folds, const char *path)
{
  g_autoptr (GArray) examples = list_examples (lexicon, paths, n_folds);
  cross_validate (examples, n_folds);
  fit (examples, G_MAXUINT, lexicon->deeds.weights);
  GString *out = g_string_new ("# What two sides in a sentence have to do with each other, written by the trainer (src/README.md says how).\n"
                               "# Columns: feature (src/core/analysis/event-model.h), what it tells of, each with a weight. threshold, doubtful: from which share on\n"
                               "# an event is shown, and one that grammar proposes (by hand).\n");
  g_string_append_printf (out, "threshold\t%.2f\ndoubtful\t%.2f\n", lexicon->deeds.threshold, lexicon->deeds.doubtful);
  for (guint i = 0; i < att_pair_n_features (); i++)
    write_row (out, i, lexicon->deeds.weights + i * ATT_EVENT_STRIDE);
  att_train_write (path, out);
}
