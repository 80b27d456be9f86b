/* trend.h: whether a day is out of the ordinary.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A day is a burst when it has at least three articles and lies more than two standard deviations above the mean of
 * the days before it; a Poisson floor (the root of the mean) keeps quiet topics from bursting on noise. Pure.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

double   att_trend_habit  (const guint *days, guint n);   /* the mean of all days but the last */
gboolean att_trend_bursts (const guint *days, guint n);   /* whether the last day is a burst */

G_END_DECLS
