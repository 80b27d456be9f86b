/* schedule.c: when a feed's next turn is.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "fetch/schedule.h"

#define DAY ((gint64) 86400)

gint64
att_schedule_due (gint64 now, gint64 interval, gint64 feed_interval, guint failures, gint64 retry_after)
{
  gint64 wait = MAX (interval, MIN (feed_interval, DAY));
  for (guint i = 0; i < failures && wait < DAY; i++)
    wait *= 2;
  return MAX (now + (failures ? MIN (wait, DAY) : wait), MIN (retry_after, now + 7 * DAY));
}
