/* trend.c: whether a day is out of the ordinary.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "watch/trend.h"

#include <math.h>

double
att_trend_habit (const guint *days, guint n)
{
  double sum = 0;
  for (guint i = 0; i + 1 < n; i++)
    sum += days[i];
  return n > 1 ? sum / (n - 1) : 0;
}

gboolean
att_trend_bursts (const guint *days, guint n)
{
  if (n < 3 || days[n - 1] < 3)
    return FALSE;
  double mean = att_trend_habit (days, n), square = 0;
  for (guint i = 0; i + 1 < n; i++)
    square += (days[i] - mean) * (days[i] - mean);
  double deviation = MAX (sqrt (square / (n - 1)), sqrt (mean));
  return days[n - 1] > mean + 2 * deviation;
}
