/* calendar.h: which day it was where the reader is.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A few days up to today, each from its own midnight: clocks go forward and back, and a day of theirs is then an hour shorter or longer. Any thread.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct {
  guint   n_days;
  gint64  first_day;   /* as days since 1970, on the wall */
  gint64 *starts;      /* of n_days and one: seconds since 1970 */
} AttCalendar;

/* When a day begins where the reader is; 0: there is no such day. */
gint64 att_calendar_day_start (int year, int month, int day);

void att_calendar_init  (AttCalendar *self, gint64 now, guint n_days);
void att_calendar_clear (AttCalendar *self);

/* -1: before the first; n_days: after today. */
static inline int
att_calendar_day (const AttCalendar *self, gint64 moment)
{
  if (moment < self->starts[0])
    return -1;
  guint day = MIN ((moment - self->starts[0]) / 86400, (gint64) self->n_days);   /* or the one beside it */
  while (day > 0 && moment < self->starts[day])
    day--;
  while (day < self->n_days && moment >= self->starts[day + 1])
    day++;
  return day;
}

G_END_DECLS
