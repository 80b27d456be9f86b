/* test-week.c: days of rounds by a clock that is moved, against hosts that write down every request.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What is asserted is what the people who run feeds ask of readers. make soak runs the same with WEEK_FEEDS=200
 * WEEK_DAYS=7 and prints what the program holds, day by day. */

#include "config.h"
#include "../answers.h"
#include "newsstand.h"
#include "rounds.h"

#include "base/date.h"
#include "desk/desk.h"
#include "desk/due.h"

#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define DAY ((gint64) 86400)
#define INTERVAL 1800
#define CACHES ((gint64) 32 << 20)   /* bytes: what SQLite may fill with pages as the store grows, and the log */
#define FROM ((gint64) 1767225600)   /* 1 January 2026 */

typedef struct {
  Newsstand stand;
  char     *profile;
  AttDesk  *desk;
  guint     days;
} Week;

typedef struct { guint files, threads; gint64 resident, stored; } Held;   /* bytes */

static guint
setting (const char *name, guint usual)
{
  const char *value = g_getenv (name);
  return value ? (guint) atoi (value) : usual;
}

static void
subscribe (Week *self)
{
  g_autoptr (GPtrArray) feeds = g_ptr_array_new_with_free_func ((GDestroyNotify) att_feed_unref);
  g_autoptr (GAsyncResult) result = NULL;
  for (guint i = 0; i < self->stand.n_feeds; i++) {
    AttFeed *feed = att_feed_new ();
    feed->url = g_strdup (self->stand.urls->pdata[i]);
    g_ptr_array_add (feeds, feed);
  }
  att_desk_subscribe_async (self->desk, feeds, answers_cb, &result);
  answers_wait (&result);
  g_assert_cmpint (att_desk_subscribe_finish (self->desk, result, NULL), ==, self->stand.n_feeds);
  rounds_wait (self->desk);
}

static guint
count_in (const char *folder)
{
  guint n = 0;
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  while (dir && g_dir_read_name (dir))
    n++;
  return n;
}

static Held
look (Week *self)
{
  Held held = { count_in ("/proc/self/fd"), count_in ("/proc/self/task"), 0, 0 };
  g_autofree char *statm = NULL, *path = g_build_filename (self->profile, "desk.db", NULL);
  long pages = 0;
  if (g_file_get_contents ("/proc/self/statm", &statm, NULL, NULL) && sscanf (statm, "%*d %ld", &pages) == 1)
    held.resident = (gint64) pages * sysconf (_SC_PAGESIZE);
  GStatBuf info;
  held.stored = g_stat (path, &info) == 0 ? info.st_size : 0;
  return held;
}

/* The timer looks every minute; minutes in which nobody is due are passed over. */
static void
pass_days (Week *self, guint from, guint to)
{
  for (gint64 now = FROM + from * DAY, end = FROM + to * DAY, day = from; now < end;) {
    g_autoptr (GPtrArray) feeds = rounds_feeds (self->desk);
    gint64 next = end;
    for (guint i = 0; i < feeds->len; i++)
      next = MIN (next, MAX (((AttFeed *) feeds->pdata[i])->due, 0));
    now = MAX (now + 60, (next + 59) / 60 * 60);
    if (now >= end)
      break;
    att_date_stop (now);
    att_desk_tick (self->desk);
    rounds_wait (self->desk);
    if ((now - FROM) / DAY > day) {
      Held held = look (self);
      g_test_message ("day %" G_GINT64_FORMAT ": %u visits, %" G_GINT64_FORMAT " kB resident, %" G_GINT64_FORMAT " kB stored, %u files, %u threads", day = (now - FROM) / DAY,
                      __atomic_load_n (&self->stand.visits->len, __ATOMIC_RELAXED), held.resident / 1024, held.stored / 1024, held.files, held.threads);
    }
  }
}

static guint
habit_of (const Visit *visit)
{
  return visit->feed % N_HABITS;
}

/* Each feed's own: how long it was left alone, and what was said to it. */
static void
check_feed (const Week *self, guint feed)
{
  const Visit *last = NULL, *served = NULL;
  guint failures = 0, moved = 0, detours = 0, arrivals = 0;
  for (guint i = 0; i < self->stand.visits->len; i++) {
    const Visit *visit = self->stand.visits->pdata[i];
    guint habit = habit_of (visit);
    if (visit->feed != feed)
      continue;
    gint64 gap = last ? visit->time - last->time : G_MAXINT64;
    gboolean hop = last && (last->status == 301 || last->status == 302);
    g_assert_true (hop ? gap == 0 : gap >= INTERVAL);
    if (!hop && failures)
      g_assert_cmpint (gap, >=, MIN ((gint64) INTERVAL << MIN (failures, 10), DAY));
    if (habit == HABIT_FRESH)
      g_assert_cmpint (gap, >=, MAX_AGE);
    if (habit == HABIT_TTL)
      g_assert_cmpint (gap, >=, 3 * 3600);
    if (habit == HABIT_NIGHT && last)
      g_assert_cmpint (visit->time % DAY, >=, 6 * 3600);
    g_assert_false (last && last->status == 410);   /* gone is gone */
    g_assert_cmpstr (visit->etag, ==, served ? served->new_etag : NULL);   /* the pair of one answer */
    g_assert_cmpstr (visit->modified, ==, served ? served->new_modified : NULL);
    moved += visit->status == 301;
    detours += visit->status == 302;
    arrivals += visit->new_address;
    failures = visit->status == 503 || visit->status == 429 ? failures + 1 : hop || visit->status < 300 || visit->status == 304 ? 0 : failures;
    served = visit->status == 200 || visit->status == 304 ? visit : served;
    last = visit;
  }
  g_assert_nonnull (last);
  if (feed % N_HABITS == HABIT_MOVES)
    g_assert_cmpuint (moved, ==, self->days > 2 ? 3 : moved);   /* said three times: believed */
  else
    g_assert_cmpuint (detours, ==, arrivals);                   /* for now: asked where it is at home every time */
  if (feed % N_HABITS == HABIT_GONE && self->days > 3)
    g_assert_cmpint (last->status, ==, 410);
}

/* Each host's: never many at once but on the day they were all new, and nothing while it wants to be left alone. */
static void
check_hosts (const Week *self)
{
  g_autoptr (GHashTable) at_once = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL), until = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  for (guint i = 0; i < self->stand.visits->len; i++) {
    const Visit *visit = self->stand.visits->pdata[i];
    const gint64 *wait = g_hash_table_lookup (until, visit->host);
    g_assert_true (wait == NULL || visit->time >= wait[1] || visit->time <= wait[0]);
    if (visit->status == 429) {
      const gint64 told[] = { visit->time, visit->until };
      g_hash_table_replace (until, visit->host, g_memdup2 (told, sizeof told));
    }
    if (visit->time == FROM || visit->new_address)
      continue;
    char *key = g_strdup_printf ("%s %" G_GINT64_FORMAT, visit->host, visit->time);
    guint n = GPOINTER_TO_UINT (g_hash_table_lookup (at_once, key)) + 1;
    g_assert_cmpuint (n, <=, ATT_DUE_PER_HOST);
    g_hash_table_insert (at_once, key, GUINT_TO_POINTER (n));
  }
}

/* Who asks says so, takes what is packed, and carries no cookie home. */
static void
check_words (const Week *self)
{
  for (guint i = 0; i < self->stand.visits->len; i++) {
    const Visit *visit = self->stand.visits->pdata[i];
    g_assert_true (g_str_has_prefix (visit->agent, "Attache/") && strstr (visit->agent, "(+https://"));
    g_assert_true (visit->encodings && strstr (visit->encodings, "gzip") && strstr (visit->encodings, "deflate"));   /* and br, which libsoup takes over TLS only */
    g_assert_null (visit->cookie);
  }
}

/* Those who came together in the beginning have parted: the busiest minute of the last day is no crowd. */
static void
check_spread (const Week *self)
{
  guint crowd = 0, n = 0;
  gint64 minute = 0;
  for (guint i = 0; i < self->stand.visits->len; i++) {
    const Visit *visit = self->stand.visits->pdata[i];
    if (visit->time < FROM + (self->days - 1) * DAY)
      continue;
    n = visit->time == minute ? n + 1 : 1;
    minute = visit->time;
    crowd = MAX (crowd, n);
  }
  g_test_message ("%u visits; in the busiest minute of the last day %u of %u feeds", self->stand.visits->len, crowd, self->stand.n_feeds);
  g_assert_cmpuint (crowd, <=, self->stand.n_feeds / 2);
}

/* Every story that was handed out is stored, once. */
static void
check_stories (Week *self)
{
  g_autoptr (GPtrArray) feeds = rounds_feeds (self->desk);
  g_autofree guint *handed = g_new0 (guint, self->stand.n_feeds);
  for (guint i = 0; i < self->stand.visits->len; i++) {
    const Visit *visit = self->stand.visits->pdata[i];
    if (visit->status == 200)
      handed[visit->feed] = newsstand_stories (&self->stand, visit->time);
  }
  for (guint i = 0; i < feeds->len; i++) {
    const AttFeed *feed = feeds->pdata[i];
    g_assert_cmpuint (feed->articles, ==, handed[atoi (strrchr (feed->url, '/') + 1)]);
  }
}

static void
remove_profile (Week *self)
{
  static const char *const FILES[] = { "desk.db", "desk.db-wal", "desk.db-shm" };
  for (guint i = 0; i < G_N_ELEMENTS (FILES); i++) {
    g_autofree char *path = g_build_filename (self->profile, FILES[i], NULL);
    g_unlink (path);
  }
  g_rmdir (self->profile);
  g_free (self->profile);
}

static void
test_week (void)
{
  g_autoptr (GError) error = NULL;
  guint n_feeds = setting ("WEEK_FEEDS", 20);
  Week self = { .days = setting ("WEEK_DAYS", 4) };
  att_date_stop (FROM);
  newsstand_open (&self.stand, n_feeds, MAX (n_feeds / 20, 2), FROM);
  self.profile = g_dir_make_tmp ("attache-week-XXXXXX", NULL);
  self.desk = att_desk_open (self.profile, &error);
  g_assert_no_error (error);
  att_desk_set_interval (self.desk, INTERVAL);
  subscribe (&self);
  pass_days (&self, 0, 1);
  Held first = look (&self);
  pass_days (&self, 1, self.days);
  Held last = look (&self);
  check_stories (&self);
  att_desk_close (self.desk);
  g_clear_object (&self.desk);
  newsstand_close (&self.stand);
  for (guint i = 0; i < n_feeds; i++)
    check_feed (&self, i);
  check_hosts (&self);
  check_words (&self);
  check_spread (&self);
  g_assert_cmpuint (last.files, <=, first.files + 8);      /* connections that are kept */
#ifndef SANITIZED   /* its allocator keeps what is freed, so memory says nothing there */
  g_assert_cmpint (last.resident - first.resident, <=, CACHES);
#endif
  g_assert_cmpuint (last.threads, <=, first.threads + 8);  /* of GLib's own pools */
  newsstand_clear (&self.stand);
  remove_profile (&self);
  att_date_stop (0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/desk/week", test_week);
  return g_test_run ();
}
