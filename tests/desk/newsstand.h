/* newsstand.h: many hosts on loopback that keep a week's news, and a log of who asked for what, when.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A thread of its own answers; it takes the time from att_date_now, so that a test may move it. Feed n publishes a story
 * every three hours; what else it does follows from n, see AttHabit.
 */
#pragma once

#include <libsoup/soup.h>

#define STORY_EVERY (3 * 3600)   /* seconds */
#define MAX_AGE 7200             /* seconds */
#define RETRY_AFTER 10800        /* seconds */
#define ITEMS 40                 /* in a feed */

typedef enum {
  HABIT_PLAIN,       /* validators, 304 */
  HABIT_PLAIN_TOO,
  HABIT_FRESH,       /* Cache-Control: max-age */
  HABIT_TTL,         /* <ttl> of three hours */
  HABIT_NIGHT,       /* skipHours: none before six in the morning, UTC */
  HABIT_MOVES,       /* 301 to another address after the first day */
  HABIT_DETOUR,      /* 302 to another address, always */
  HABIT_BUSY,        /* 429 with Retry-After to every tenth request, as seconds and as a date by turns */
  HABIT_SICK,        /* 503 for the second day */
  HABIT_GONE,        /* 410 after the second day */
  N_HABITS
} AttHabit;

typedef struct {
  gint64  time;
  guint   feed, status;
  gboolean new_address;      /* asked for where it moved to */
  char   *host, *etag, *modified, *agent, *encodings, *cookie;   /* GRefStrings of the request; NULL: not said */
  char   *new_etag, *new_modified;                               /* of the answer */
  gint64  until;             /* of a 429: when to come again */
} Visit;

typedef struct {
  GThread      *thread;
  GMainContext *context;
  GMainLoop    *loop;
  SoupServer   *server;
  guint         n_feeds, n_hosts;
  gint64        from;        /* when the first story came */
  GPtrArray    *urls;        /* of char *, by feed */
  guint        *asked;       /* by feed: requests so far */
  GPtrArray    *visits;      /* of Visit *; read it when the stand is closed */
} Newsstand;

void newsstand_open  (Newsstand *self, guint n_feeds, guint n_hosts, gint64 from);
void newsstand_close (Newsstand *self);   /* no more answers; the log stays */
void newsstand_clear (Newsstand *self);

/* How many stories feed n has published by a time, since before it was first asked for. */
guint newsstand_stories (const Newsstand *self, gint64 time);
