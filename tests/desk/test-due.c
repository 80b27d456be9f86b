/* test-due.c: whom the timer asks.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "desk/due.h"

#include "base/error.h"
#include "fetch/schedule.h"

static AttFeed *
due_feed (gint64 id, const char *url, gint64 due)
{
  AttFeed *feed = att_feed_new ();
  g_free (feed->url);
  feed->id = id;
  feed->url = g_strdup (url);
  feed->due = due;
  feed->trouble = -1;
  return feed;
}

/* Whom the timer asks: no host for many at once, longest due first; nothing where the network is paid by the byte, or is not there. */
static void
test_due (void)
{
  g_autoptr (GPtrArray) feeds = g_ptr_array_new_with_free_func ((GDestroyNotify) att_feed_unref);
  for (guint i = 1; i <= 20; i++)
    g_ptr_array_add (feeds, due_feed (i, "https://wire.example/feed", 1000 - i));
  g_ptr_array_add (feeds, due_feed (21, "https://other.example/feed", 900));
  g_ptr_array_add (feeds, due_feed (22, "https://later.example/feed", 1001));
  g_ptr_array_add (feeds, due_feed (23, "http://127.0.0.1:8080/feed", 1000));
  g_ptr_array_add (feeds, due_feed (24, "file:///home/press/feed.xml", 1000));
  g_ptr_array_add (feeds, due_feed (25, "https://dead.example/feed", 10));
  ((AttFeed *) feeds->pdata[24])->trouble = ATT_ERROR_GONE;
  g_autoptr (GPtrArray) due = att_due_list (feeds, 1000, ATT_NETWORK_FREE), metered = att_due_list (feeds, 1000, ATT_NETWORK_METERED);
  g_assert_cmpuint (due->len, ==, ATT_DUE_PER_HOST + 3);
  g_assert_cmpint (((AttFeed *) due->pdata[0])->id, ==, 21);
  g_assert_cmpint (((AttFeed *) due->pdata[1])->id, ==, 20);
  g_assert_cmpuint (metered->len, ==, 2);
  g_assert_cmpint (((AttFeed *) metered->pdata[0])->id, ==, 23);
}

/* The clock was years ahead and is put right: nobody waits those years. A minute put right changes nothing. */
static void
test_clock (void)
{
  const gint64 now = 1700000000, ahead = now + 10 * 365 * 86400;
  g_autoptr (GPtrArray) feeds = g_ptr_array_new_with_free_func ((GDestroyNotify) att_feed_unref);
  g_ptr_array_add (feeds, due_feed (1, "https://wire.example/feed", ahead + 1800));
  g_ptr_array_add (feeds, due_feed (2, "https://wire.example/other", now + 1800));
  ((AttFeed *) feeds->pdata[0])->checked = ahead;
  ((AttFeed *) feeds->pdata[1])->checked = now + 60;
  g_autoptr (GPtrArray) due = att_due_list (feeds, now, ATT_NETWORK_FREE);
  g_assert_cmpuint (due->len, ==, 1);
  g_assert_cmpint (((AttFeed *) due->pdata[0])->id, ==, 1);
}

/* Who has long been silent is asked less often, by steps, and never less than once a day. */
static void
test_lull (void)
{
  const gint64 now = 1700000000, day = 86400, half_hour = now + 1800;
  g_assert_cmpint (att_schedule_lull (now, half_hour, 0), ==, half_hour);
  g_assert_cmpint (att_schedule_lull (now, half_hour, now - 6 * day), ==, half_hour);
  g_assert_cmpint (att_schedule_lull (now, half_hour, now - 8 * day), ==, now + 3600);
  g_assert_cmpint (att_schedule_lull (now, half_hour, now - 40 * day), ==, now + 7200);
  g_assert_cmpint (att_schedule_lull (now, half_hour, now - 400 * day), ==, now + 14400);
  g_assert_cmpint (att_schedule_lull (now, now + day / 2, now - 400 * day), ==, now + day);
  g_assert_cmpint (att_schedule_lull (now, now + 3 * day, now - 400 * day), ==, now + 3 * day);   /* as it asks itself */
  g_assert_cmpint (att_schedule_lull (now, half_hour, now + day), ==, half_hour);
}

/* Where power is saved, once an hour is enough. */
static void
test_saving (void)
{
  g_assert_true (att_due_is_round (FALSE, 1000, 1060));
  g_assert_false (att_due_is_round (TRUE, 1000, 1060));
  g_assert_true (att_due_is_round (TRUE, 1000, 4600));
  g_assert_true (att_due_is_round (TRUE, 1000, 900));
  g_assert_true (att_due_is_round (TRUE, 0, 1700000000));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/desk/due", test_due);
  g_test_add_func ("/desk/clock", test_clock);
  g_test_add_func ("/desk/saving", test_saving);
  g_test_add_func ("/desk/lull", test_lull);
  return g_test_run ();
}
