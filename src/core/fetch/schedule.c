/* schedule.c: when a feed's next turn is.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "fetch/schedule.h"

#define HOUR ((gint64) 3600)
#define DAY (24 * HOUR)

static gboolean
is_skipped (const AttRhythm *rhythm, gint64 time)
{
  guint hour = time / HOUR % 24, day = (time / DAY + 3) % 7;   /* 1 January 1970 was a Thursday */
  return (rhythm->skip_hours >> hour & 1) || (rhythm->skip_days >> day & 1);
}

/* The first moment from time on that the feed does not skip; time itself if it would skip a whole week. */
static gint64
after_skips (const AttRhythm *rhythm, gint64 time)
{
  gint64 at = time;
  for (guint i = 0; i < 7 * 24 && is_skipped (rhythm, at); i++)
    at = (at / HOUR + 1) * HOUR;
  return is_skipped (rhythm, at) ? time : at;
}

gboolean
att_schedule_is_quiet (const AttRhythm *rhythm, gint64 time)
{
  return after_skips (rhythm, time) > time;
}

/* Up to a tenth of the wait, another each time. */
static gint64
drawn (gint64 wait, gint64 lot, gint64 now)
{
  gint64 key = lot * 1000003 + now / HOUR;
  return lot ? wait * (g_int64_hash (&key) * 2654435761u >> 16 & 1023) / 10240 : 0;
}

gint64
att_schedule_due (gint64 now, gint64 interval, const AttRhythm *rhythm, guint failures, gint64 retry_after, gint64 lot)
{
  gint64 wait = MAX (interval, MIN (rhythm->interval, DAY));
  for (guint i = 0; i < failures && wait < DAY; i++)
    wait *= 2;
  wait = failures ? MIN (wait, DAY) : wait;
  gint64 due = after_skips (rhythm, now + wait + drawn (wait, lot, now));
  return MAX (due, MIN (retry_after, now + 7 * DAY));
}

gint64
att_schedule_lull (gint64 now, gint64 due, gint64 newest)
{
  gint64 silent = newest ? now - newest : 0;
  guint times = silent > 180 * DAY ? 8 : silent > 30 * DAY ? 4 : silent > 7 * DAY ? 2 : 1;
  return MAX (due, MIN (now + (due - now) * times, now + DAY));
}
