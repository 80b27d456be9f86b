/* minimise.c: the lowest point of a smooth function of many weights.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "minimise.h"

#include <math.h>
#include <string.h>

#define MEMORY 8            /* steps it remembers of the curvature */
#define TOLERANCE 1e-5      /* of the gradient, beside the weights */

typedef struct { double *s, *y, rho; } Pair;   /* a step, what the gradient changed by, and one over their product */

static double
product (const double *a, const double *b, guint n)
{
  double sum = 0;
  for (guint i = 0; i < n; i++)
    sum += a[i] * b[i];
  return sum;
}

static void
add (double *to, double share, const double *what, guint n)
{
  for (guint i = 0; i < n; i++)
    to[i] += share * what[i];
}

/* Where to go from a gradient: against it, bent by the curvature the last steps have shown. */
static void
find_direction (const Pair *pairs, guint n_pairs, const double *gradient, double *direction, guint n)
{
  double alpha[MEMORY];
  for (guint i = 0; i < n; i++)
    direction[i] = -gradient[i];
  for (guint k = n_pairs; k > 0; k--) {
    const Pair *p = &pairs[k - 1];
    alpha[k - 1] = p->rho * product (p->s, direction, n);
    add (direction, -alpha[k - 1], p->y, n);
  }
  if (n_pairs > 0) {
    const Pair *last = &pairs[n_pairs - 1];
    double scale = 1 / (last->rho * product (last->y, last->y, n));
    for (guint i = 0; i < n; i++)
      direction[i] *= scale;
  }
  for (guint k = 0; k < n_pairs; k++)
    add (direction, alpha[k] - pairs[k].rho * product (pairs[k].y, direction, n), pairs[k].s, n);
}

/* Remembers a step; the oldest makes room. */
static guint
remember (Pair *pairs, guint n_pairs, const double *before, const double *after, const double *gradient_before, const double *gradient, guint n)
{
  Pair fresh = n_pairs == MEMORY ? pairs[0] : (Pair) { g_new (double, n), g_new (double, n), 0 };
  for (guint i = 0; i < n; i++) {
    fresh.s[i] = after[i] - before[i];
    fresh.y[i] = gradient[i] - gradient_before[i];
  }
  if (n_pairs == MEMORY)
    memmove (pairs, pairs + 1, --n_pairs * sizeof *pairs);
  fresh.rho = 1 / MAX (product (fresh.s, fresh.y, n), 1e-12);
  pairs[n_pairs] = fresh;
  return n_pairs + 1;
}

void
att_minimise (AttFunction function, gpointer data, double *x, guint n, guint steps)
{
  g_autofree double *gradient = g_new (double, n), *before = g_new (double, n), *gradient_before = g_new (double, n), *direction = g_new (double, n);
  Pair pairs[MEMORY] = { { 0 } };
  guint n_pairs = 0;
  double value = function (data, x, gradient);
  for (guint step = 0; step < steps; step++) {
    double steepness = sqrt (product (gradient, gradient, n));
    if (steepness <= TOLERANCE * MAX (1, sqrt (product (x, x, n))))
      break;
    find_direction (pairs, n_pairs, gradient, direction, n);
    double slope = product (direction, gradient, n), length = n_pairs ? 1 : 1 / steepness, next;
    memcpy (before, x, n * sizeof *x);
    memcpy (gradient_before, gradient, n * sizeof *x);
    do {
      memcpy (x, before, n * sizeof *x);
      add (x, length, direction, n);
      next = function (data, x, gradient);
      length /= 2;
    } while (next > value + 2e-4 * length * slope && length > 1e-12);
    value = next;
    n_pairs = remember (pairs, n_pairs, before, x, gradient_before, gradient, n);
  }
  for (guint i = 0; i < n_pairs; i++) {
    g_free (pairs[i].s);
    g_free (pairs[i].y);
  }
}
