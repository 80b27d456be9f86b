/* context.c: how the neighbours of a block, and the boxes around it, were weighed.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "page/block-model.h"

#include <math.h>
#include <string.h>

#define N_AROUND 5
#define REACH 3              /* blocks to either side that count as near */

enum { NEAR, MEAN = NEAR + 2 * REACH, SHARE = MEAN + N_AROUND, CORE_UP = SHARE + N_AROUND, CORE_MEAN, PART_UP, SO_FAR, ALL, MOST, SMOOTH, OWN };

/* Chances of a page's blocks, and what they add up to in each box. */
typedef struct {
  const AttLayout *layout;
  double *chances, *mass, *tokens;   /* the last two by box: words likely to be the article's, words */
  double all, most;
} Weights;

static double
tokens_of (const AttLayout *layout, guint block)
{
  return MAX (att_layout_block (layout, block)->n_tokens, 1);
}

static void
weights_start (Weights *w, const AttLayout *layout, const float *weighed)
{
  guint n = layout->blocks->len;
  *w = (Weights) { layout, g_new0 (double, n + 1), g_new0 (double, layout->boxes->len), g_new0 (double, layout->boxes->len), 0, 0 };
  for (guint i = 0; i < n; i++) {
    w->chances[i] = 1 / (1 + exp (-weighed[i]));
    w->most = MAX (w->most, w->chances[i]);
    w->mass[att_layout_block (layout, i)->box] += w->chances[i] * tokens_of (layout, i);
    w->tokens[att_layout_block (layout, i)->box] += tokens_of (layout, i);
  }
  for (guint i = layout->boxes->len; i-- > 1;) {   /* a box comes before those inside it */
    w->mass[att_layout_box (layout, i)->parent] += w->mass[i];
    w->tokens[att_layout_box (layout, i)->parent] += w->tokens[i];
  }
  w->all = MAX (w->mass[0], 1e-6);
}

static void
weights_end (Weights *w)
{
  g_free (w->chances);
  g_free (w->mass);
  g_free (w->tokens);
}

static double
mean (const Weights *w, guint box)
{
  return w->tokens[box] > 0 ? w->mass[box] / w->tokens[box] : 0;
}

static void
tell_boxes (const Weights *w, guint box, float *row)
{
  for (guint up = 0, at = box; up < N_AROUND; up++) {
    row[MEAN + up] = mean (w, at);
    row[SHARE + up] = w->mass[at] / w->all;
    at = att_layout_box (w->layout, at)->parent;
  }
  guint at = box, up = 0;
  for (; at != 0 && w->mass[at] < 0.3 * w->all; up++)
    at = att_layout_box (w->layout, at)->parent;
  row[PART_UP] = up / 10.0;
  for (; at != 0 && w->mass[at] < 0.7 * w->all; up++)
    at = att_layout_box (w->layout, at)->parent;
  row[CORE_UP] = up / 10.0;
  row[CORE_MEAN] = mean (w, at);
}

static void
tell_near (const Weights *w, guint i, float *row)
{
  guint n = w->layout->blocks->len;
  double sum = 0, whole = 0;
  for (int step = -REACH; step <= REACH; step++) {
    gint64 at = (gint64) i + step;
    gboolean there = at >= 0 && at < n;
    if (step)
      row[NEAR + 2 * (ABS (step) - 1) + (step > 0)] = there ? w->chances[at] : 0;
    if (!there)
      continue;
    double weight = log1p (tokens_of (w->layout, at));
    sum += w->chances[at] * weight;
    whole += weight;
  }
  row[SMOOTH] = sum / whole;
  row[OWN] = w->chances[i];
}

float *
att_blocks_context (const AttLayout *layout, const float *traits, const float *weighed)
{
  Weights w;
  float *rows = g_new (float, (gsize) layout->blocks->len * ATT_N_EVIDENCE + 1);
  double so_far = 0;
  weights_start (&w, layout, weighed);
  for (guint i = 0; i < layout->blocks->len; i++) {
    float *row = rows + (gsize) i * ATT_N_EVIDENCE;
    memcpy (row, traits + (gsize) i * ATT_N_TRAITS, ATT_N_TRAITS * sizeof (float));
    row += ATT_N_TRAITS;
    tell_near (&w, i, row);
    tell_boxes (&w, att_layout_block (layout, i)->box, row);
    so_far += w.chances[i] * tokens_of (layout, i);
    row[SO_FAR] = so_far / w.all;
    row[ALL] = log1p (w.all) / 8;
    row[MOST] = w.most;
  }
  weights_end (&w);
  return rows;
}
