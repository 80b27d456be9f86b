/* date.h: the dates people write in feeds.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * RFC 822 §5 and RFC 2822 §3.3 with the zones and slips found in the wild, RFC 3339, ISO 8601 (calendar, ordinal,
 * compact), the W3C's profile of it, and asctime. Seconds since 1970-01-01 UTC. Pure; any thread.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean att_date_parse    (const char *text, gint64 *seconds);  /* FALSE: no date in it */
char    *att_date_format   (gint64 seconds);                      /* RFC 3339, UTC: 2026-01-15T11:40:00Z */
char    *att_date_here     (gint64 seconds);                      /* for a person to read, local time zone: 2026-01-15T12:40 */
char    *att_date_write    (GDateTime *time, const char *behind); /* the year in four digits, whichever it is (RFC 3339 §5.6), and a format of GLib's behind it; of NULL, NULL */
gint64   att_date_day      (gint64 seconds);                      /* days since 1970-01-01, local time zone */
gint64   att_date_now      (void);
void     att_date_stop     (gint64 now);                          /* for tests: the clock stands there until it is stopped elsewhere; 0: it goes again */

G_END_DECLS
