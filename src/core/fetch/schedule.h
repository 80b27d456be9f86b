/* schedule.h: when a feed's next turn is.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A well feed comes every interval, or as rarely as it asks (at most a day), and not in the hours and on the days it says
 * nothing new comes (RSS skipHours and skipDays, in UTC). A failing one waits twice as long each time, at most a day, and
 * never shorter than its server asked. Feeds that came together part with time: each waits up to a tenth longer, by a lot
 * drawn from its number and the hour. Pure; any thread. All in seconds.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a feed asks of its readers; 0 everywhere: nothing. */
typedef struct {
  gint64  interval;                /* between two turns */
  guint32 skip_hours, skip_days;   /* bits: hour of the day, day of the week from Monday */
} AttRhythm;

/* lot: the feed's number; 0: not a moment longer. */
gint64 att_schedule_due (gint64 now, gint64 interval, const AttRhythm *rhythm, guint failures, gint64 retry_after, gint64 lot);

/* The feed's own rhythm: a well feed that has brought nothing for a week, a month, half a year (newest: when it last did) waits
 * twice, four times, eight times as long, though at most a day. 0: it never did; then and else due itself. */
gint64 att_schedule_lull (gint64 now, gint64 due, gint64 newest);

/* Whether the feed says that nothing new comes at a time. */
gboolean att_schedule_is_quiet (const AttRhythm *rhythm, gint64 time);

G_END_DECLS
