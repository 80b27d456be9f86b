/* test-date.c: the dates people write.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "base/calendar.h"
#include "base/date.h"

static const struct { const char *text, *expected; } DATES[] = {
  { "Thu, 15 Jan 2026 11:40:00 GMT", "2026-01-15T11:40:00Z" },
  { "mar, 13 ene 2026 10:00:00 +0000", "2026-01-13T10:00:00Z" },
  { "mardi 13 janvier 2026 10:00:00 +0000", "2026-01-13T10:00:00Z" },
  { "Thu, 15 Jan 2026 11:40:00 +0130", "2026-01-15T10:10:00Z" },
  { "Thu Jan 15 11:40:00 2026 +0100", "2026-01-15T10:40:00Z" },
  { "15 يناير 2026 11:40", "2026-01-15T11:40:00Z" },
  { "15 Jan 26 11:40 EST", "2026-01-15T16:40:00Z" },
  { "Thu, 01 Jan 04 19:48:21 GMT", "2004-01-01T19:48:21Z" },
  { "Thu, 01 Jan 104 19:48:21 GMT", "2004-01-01T19:48:21Z" },
  { "2026-01-15T11:40:00Z", "2026-01-15T11:40:00Z" },
  { "2026-01-15T11:40:00.123-05:00", "2026-01-15T16:40:00Z" },
  { "2026-01-15 11:40", "2026-01-15T11:40:00Z" },
  { "2026-01-15", "2026-01-15T00:00:00Z" },
  { "2026-01", "2026-01-01T00:00:00Z" },
  { "20260115", "2026-01-15T00:00:00Z" },
  { "2026-015", "2026-01-15T00:00:00Z" },
  { "Thu Jan 15 11:40:00 2026", "2026-01-15T11:40:00Z" },
  { "January 15, 2026 11:40 PM", "2026-01-15T23:40:00Z" },
  { "15.01.2026", "2026-01-15T00:00:00Z" },
  { "15 января 2026, 11:40", "2026-01-15T11:40:00Z" },
  { "15 März 2026", "2026-03-15T00:00:00Z" },
  { "Martes, Enero 13, 2026 - 10:00", "2026-01-13T10:00:00Z" },
  { "Mardi, janvier 13, 2026 - 10:00", "2026-01-13T10:00:00Z" },
  { "January 15, 2026 3:40 p.m. EST", "2026-01-15T20:40:00Z" },
  { "January 15, 2026 12:05 a.m.", "2026-01-15T00:05:00Z" },
  { "2026 年 3 月 15 日", "2026-03-15T00:00:00Z" },
  { "2026 March 15 10:00", "2026-03-15T10:00:00Z" },
  { "maandag 14 maart 2026", "2026-03-14T00:00:00Z" },
  { "14 stycznia 2026", "2026-01-14T00:00:00Z" },
  { "середа, 14 січня 2026", "2026-01-14T00:00:00Z" },
  { "14. des. 2025", "2025-12-14T00:00:00Z" },
  { "2000-02-29", "2000-02-29T00:00:00Z" },
};

static void
test_parse (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (DATES); i++) {
    gint64 seconds = 0;
    g_test_message ("%s", DATES[i].text);
    g_assert_true (att_date_parse (DATES[i].text, &seconds));
    g_autofree char *got = att_date_format (seconds);
    g_assert_cmpstr (got, ==, DATES[i].expected);
  }
}

static void
test_none (void)
{
  const char *const TEXTS[] = { "", "yesterday", "Monday", "99/99/9999", "2026-13-45", "Mon, 01 Jan 0001 00:00:00 GMT", "Fri, 31 Dec 9999 23:00:00 -0500", "1 Jan 0002 01:00:00 +0500", NULL };
  gint64 seconds;
  for (guint i = 0; TEXTS[i]; i++) {
    g_test_message ("%s", TEXTS[i]);
    g_assert_false (att_date_parse (TEXTS[i], &seconds));
  }
  g_assert_false (att_date_parse (NULL, &seconds));
}

/* A week in which the clocks went back: its days begin at their own midnights, and one has 25 hours. */
static void
test_calendar (void)
{
  g_setenv ("TZ", "CET-1CEST,M3.5.0,M10.5.0/3", TRUE);
  AttCalendar calendar;
  att_calendar_init (&calendar, 1793358000, 15);   /* 30 October 2026, 12:00 there; summer time ended on the 25th */
  g_assert_cmpint (calendar.first_day, ==, 20742);   /* the 16th */
  g_assert_cmpint (calendar.starts[4], ==, 1792447200);   /* the 20th, 00:00, two hours ahead */
  g_assert_cmpint (calendar.starts[10] - calendar.starts[9], ==, 25 * 3600);
  g_assert_cmpint (att_calendar_day (&calendar, 1792447200 + 1800), ==, 4);
  g_assert_cmpint (att_calendar_day (&calendar, 1792447200 - 1), ==, 3);
  g_assert_cmpint (att_calendar_day (&calendar, calendar.starts[0] - 1), ==, -1);
  g_assert_cmpint (att_calendar_day (&calendar, 1793358000), ==, 14);
  g_assert_cmpint (att_calendar_day (&calendar, calendar.starts[15]), ==, 15);
  att_calendar_clear (&calendar);
  g_unsetenv ("TZ");
}

/* On the Azores the clock goes back from one to midnight, in Havana as well: the day begins with the first of the two. */
static void
test_midnights (void)
{
  g_setenv ("TZ", "<-01>1<+00>,M3.5.0/0,M10.5.0/1", TRUE);
  g_assert_cmpint (att_calendar_day_start (2026, 10, 25), ==, 1792886400);   /* 00:00 UTC, an hour before it is midnight again */
  g_assert_cmpint (att_calendar_day_start (2026, 10, 26), ==, 1792886400 + 25 * 3600);
  AttCalendar calendar;
  att_calendar_init (&calendar, 1792886400 + 12 * 3600, 2);
  g_assert_cmpint (att_calendar_day (&calendar, 1792886400 + 1800), ==, 1);
  g_assert_cmpint (att_calendar_day (&calendar, 1792886400 - 1), ==, 0);
  att_calendar_clear (&calendar);
  g_assert_cmpint (att_calendar_day_start (2026, 2, 31), ==, 0);
  g_unsetenv ("TZ");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/date/parse", test_parse);
  g_test_add_func ("/date/none", test_none);
  g_test_add_func ("/date/calendar", test_calendar);
  g_test_add_func ("/date/midnights", test_midnights);
  return g_test_run ();
}
