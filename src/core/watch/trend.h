/* trend.h: whether a day is out of the ordinary.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is ordinary is a weighted mean of the days before: the same weekday counts three times, since the press has its week.
 * A day is a burst when it lies so many standard deviations above that; a Poisson floor (the root of the mean) keeps quiet
 * topics from bursting on noise, and a few articles are never one. Pure.
 */
#pragma once

#include "press/monitor.h"

G_BEGIN_DECLS

double   att_trend_habit  (const guint *days, guint n);   /* what is ordinary for the last of these days, by those before it */
gboolean att_trend_bursts (const guint *days, guint n, AttSensitivity sensitivity);   /* whether the last day is a burst */

G_END_DECLS
