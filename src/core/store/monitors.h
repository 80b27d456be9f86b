/* monitors.h: filters with a name, and what they told (tables monitor and ring).
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "filter/renaming.h"
#include "press/monitor.h"
#include "store/coverage.h"

G_BEGIN_DECLS

/* Of AttMonitor *, from the top; counted where there are columns (see coverage.h), in languages a person reads, or NULL: all. now: seconds since 1970. */
GPtrArray *att_monitors_list   (AttDatabase *db, AttColumns *columns, const char *const *languages, gint64 now, GError **error);

/* One with the number 0 is new and goes to the end; another is written over, or put back as it was. The number; 0 on error. */
gint64     att_monitors_write  (AttDatabase *db, const AttMonitor *monitor, GError **error);
gboolean   att_monitors_remove (AttDatabase *db, gint64 id, GError **error);
gboolean   att_monitors_move   (AttDatabase *db, gint64 id, int by, GError **error);   /* so many places down, or, below 0, up */

/* What a monitor asks for, and what it asks for once a feed or a folder in it is called otherwise. */
typedef struct { gint64 monitor; char *before, *after; } AttMonitorRenaming;

/* Of AttMonitorRenaming *: for each monitor that asks for what is called otherwise. NULL on error. */
GPtrArray *att_monitors_list_renamed (AttDatabase *db, AttRenamed what, const char *from, const char *to, GError **error);

/* A feed or a folder is called otherwise: monitors that ask for it ask for that from now on. */
gboolean   att_monitors_follow (AttDatabase *db, AttRenamed what, const char *from, const char *to, GError **error);

/* What is new for a monitor that may ring; frozen. */
typedef struct {
  gint64 monitor, seen;            /* seen: the highest number of an article there is now */
  gint64 asked;                    /* how often it had been asked before */
  GArray *told;                    /* of gint64: what is new */
  char *name, *headline;
  AttAlert alert;
  AttSensitivity sensitivity;
  guint wanted_outlets;            /* for a burst */
  guint articles, outlets;         /* new since it was asked last */
  guint unread;                    /* among the older ones */
  guint outlets_today;             /* of all it selects */
  gboolean rang_today;             /* as it does now */
  guint days[ATT_COVERAGE_DAYS];   /* all it selects, a day, today last */
} AttMonitorNews;

void       att_monitor_news_free (AttMonitorNews *self);
GPtrArray *att_monitors_news   (AttDatabase *db, AttColumns *columns, const char *const *languages, gint64 now, GError **error);   /* of AttMonitorNews *: those with an alert and something new */

/* The next question begins behind what was seen; those that rang are written down, and wait to be taken. rings: of AttRing *. */
gboolean   att_monitors_told   (AttDatabase *db, const GPtrArray *news, const GPtrArray *rings, gint64 now, GError **error);
GPtrArray *att_monitors_take   (AttDatabase *db, GError **error);   /* what waits, newest first, of AttRing *; it waits no longer */
GPtrArray *att_monitors_rings  (AttDatabase *db, guint n, GError **error);   /* the last n, newest first, of AttRing * */

gint64     att_monitors_find   (AttDatabase *db, const char *name);                    /* 0: there is none */

G_END_DECLS
