/* minimise.h: the lowest point of a smooth function of many weights, for the trainers.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * L-BFGS with a backtracking line search, as Nocedal and Wright, "Numerical Optimization" (2006), algorithms 7.4 and 3.1.
 * The functions here are convex, so where it starts does not matter.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The value at x, and the gradient there. */
typedef double (*AttFunction) (gpointer data, const double *x, double *gradient);

/* Moves x, n numbers, downhill for so many steps at most. */
void att_minimise (AttFunction function, gpointer data, double *x, guint n, guint steps);

G_END_DECLS
