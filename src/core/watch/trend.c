/* trend.c: whether a day is out of the ordinary.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "watch/trend.h"

#include <math.h>

#define WEEK 7
#define SAME_WEEKDAY 3.0     /* as much as any other day */

static double
weight_of (guint day, guint n)
{
  return (n - 1 - day) % WEEK == 0 ? SAME_WEEKDAY : 1;
}

double
att_trend_habit (const guint *days, guint n)
{
  double sum = 0, weights = 0;
  for (guint i = 0; i + 1 < n; i++) {
    sum += weight_of (i, n) * days[i];
    weights += weight_of (i, n);
  }
  return weights > 0 ? sum / weights : 0;
}

gboolean
att_trend_bursts (const guint *days, guint n, AttSensitivity sensitivity)
{
  static const struct { guint articles; double deviations; } LIMITS[] = { { 5, 3 }, { 3, 2 }, { 2, 1.2 } };
  if (n < 3 || days[n - 1] < LIMITS[sensitivity].articles)
    return FALSE;
  double mean = att_trend_habit (days, n), square = 0, weights = 0;
  for (guint i = 0; i + 1 < n; i++) {
    square += weight_of (i, n) * (days[i] - mean) * (days[i] - mean);
    weights += weight_of (i, n);
  }
  double deviation = MAX (sqrt (square / weights), sqrt (mean));
  return days[n - 1] > mean + LIMITS[sensitivity].deviations * deviation;
}
