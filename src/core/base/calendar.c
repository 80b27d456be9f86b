/* calendar.c: which day it was where the reader is.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "base/calendar.h"

#define DAY 86400
#define STEP 1800   /* seconds: clocks are turned by as much, or a multiple of it */

/* The clock of a day without a midnight, which some zones have once a year, begins at one. */
static gint64
start_of (int year, int month, int day)
{
  g_autoptr (GDateTime) midnight = g_date_time_new_local (year, month, day, 0, 0, 0);
  return midnight ? g_date_time_to_unix (midnight) : 0;
}

static gboolean
is_on (gint64 moment, int year, int month, int day)
{
  g_autoptr (GDateTime) local = g_date_time_new_from_unix_local (moment);
  return local && g_date_time_get_year (local) == year && g_date_time_get_month (local) == month && g_date_time_get_day_of_month (local) == day;
}

gint64
att_calendar_day_start (int year, int month, int day)
{
  gint64 start = start_of (year, month, day);
  while (start && is_on (start - STEP, year, month, day))   /* its midnight comes twice, and was told as the later one */
    start -= STEP;
  return start;
}

void
att_calendar_init (AttCalendar *self, gint64 now, guint n_days)
{
  g_autoptr (GDateTime) local = g_date_time_new_from_unix_local (now), utc = g_date_time_new_from_unix_utc (now);
  g_autoptr (GDateTime) today = local ? g_steal_pointer (&local) : g_steal_pointer (&utc);
  g_autoptr (GDateTime) wall = g_date_time_new_utc (g_date_time_get_year (today), g_date_time_get_month (today), g_date_time_get_day_of_month (today), 0, 0, 0);
  *self = (AttCalendar) { n_days, g_date_time_to_unix (wall) / DAY - (n_days - 1), g_new (gint64, n_days + 1) };
  for (guint i = 0; i <= n_days; i++) {
    g_autoptr (GDateTime) date = g_date_time_add_days (wall, (int) i - (int) (n_days - 1));
    self->starts[i] = att_calendar_day_start (g_date_time_get_year (date), g_date_time_get_month (date), g_date_time_get_day_of_month (date));
  }
}

void
att_calendar_clear (AttCalendar *self)
{
  g_clear_pointer (&self->starts, g_free);
}
