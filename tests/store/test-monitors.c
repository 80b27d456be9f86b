/* test-monitors.c: filters with a name: their order, what is news for them, and what they told.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "scratch.h"

#include "store/feeds.h"
#include "store/labels.h"
#include "store/monitors.h"
#include "store/notes.h"
#include "store/pages.h"
#include "watch/alert.h"

#define NOW 1768480800

typedef struct { Scratch store; gint64 feed; AttColumns *columns; } Fixture;

static gint64
add_feed (Fixture *f, const char *url)
{
  g_autoptr (AttFeed) feed = att_feed_new ();
  feed->url = g_strdup (url);
  return att_feeds_add (f->store.db, feed, NULL);
}

/* A story comes, or comes again with other words. Its number where it is new. */
static gint64
bring (Fixture *f, gint64 feed, guint64 key, const char *title)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AttEdition) edition = att_edition_new ();
  g_autoptr (AttChange) change = att_change_new ();
  AttArticle *a = att_article_new ();
  a->keys[0] = key;
  a->n_keys = 1;
  a->title = g_strdup (title);
  a->text = g_strdup ("Announced.");
  a->published = NOW - (gint64) key;
  g_ptr_array_add (edition->articles, a);
  g_assert_true (att_articles_write (f->store.db, feed, edition, NOW, change, &error));
  g_assert_no_error (error);
  return change->added->len ? g_array_index (change->added, gint64, 0) : 0;
}

static void
bring_page (Fixture *f, gint64 article, const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AttChange) change = att_change_new ();
  g_autoptr (AttArticle) whole = att_articles_read (f->store.db, article, &error);
  g_free (whole->text);
  whole->text = g_strdup (text);
  AttPageLook look = { .whole = whole };
  g_assert_true (att_pages_write (f->store.db, &look, NOW, change, &error));
  g_assert_no_error (error);
}

static gint64
watch (Fixture *f, const char *filter)
{
  g_autoptr (AttMonitor) monitor = att_monitor_new (0, 0, filter, filter, ATT_ALERT_EVERY);
  return att_monitors_write (f->store.db, monitor, NULL);
}

static void
set_up (Fixture *f, gconstpointer data)
{
  scratch_open (&f->store);
  f->columns = att_columns_new ();
  f->feed = add_feed (f, "https://wire.example/feed");
  for (guint i = 1; i <= 3; i++)
    bring (f, f->feed, i, "Talks in the port");
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  att_columns_free (f->columns);
  scratch_close (&f->store);
}

static void
test_monitors (Fixture *f, gconstpointer data)
{
  const char *const NAMES[] = { "a", "b", "c", "d" };
  gint64 ids[4];
  for (guint i = 0; i < 4; i++) {
    g_autoptr (AttMonitor) monitor = att_monitor_new (0, 0, NAMES[i], "is:unread", ATT_ALERT_BURST);
    att_monitor_set_burst (monitor, ATT_SENSITIVITY_HIGH, 3);
    ids[i] = att_monitors_write (f->store.db, monitor, NULL);
  }
  static const struct { int which, by; const char *order; } MOVES[] = { { 0, 2, "bcad" }, { 0, -2, "abcd" }, { 3, -9, "dabc" }, { 3, 3, "abcd" } };
  for (guint i = 0; i < G_N_ELEMENTS (MOVES); i++) {
    g_assert_true (att_monitors_move (f->store.db, ids[MOVES[i].which], MOVES[i].by, NULL));
    g_autoptr (GPtrArray) monitors = att_monitors_list (f->store.db, NULL, NULL, NOW, NULL);
    g_autoptr (GString) order = g_string_new (NULL);
    for (guint k = 0; k < monitors->len; k++)
      g_string_append (order, ((AttMonitor *) g_ptr_array_index (monitors, k))->name);
    g_assert_cmpstr (order->str, ==, MOVES[i].order);
    g_assert_cmpint (((AttMonitor *) g_ptr_array_index (monitors, 0))->sensitivity, ==, ATT_SENSITIVITY_HIGH);
    g_assert_cmpuint (((AttMonitor *) g_ptr_array_index (monitors, 0))->outlets, ==, 3);
  }
}

static GPtrArray *
ask (Fixture *f)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *news = att_monitors_news (f->store.db, f->columns, NULL, NOW, &error);
  g_assert_no_error (error);
  return news;
}

static guint
tell (Fixture *f, const GPtrArray *news)
{
  g_autoptr (GPtrArray) rings = att_alert_judge ((GPtrArray *) news);
  g_assert_true (att_monitors_told (f->store.db, news, rings, NOW, NULL));
  g_autoptr (GPtrArray) told = att_monitors_take (f->store.db, NULL);
  return told->len ? ((AttRing *) g_ptr_array_index (told, 0))->articles : 0;
}

/* How many stories the only monitor tells of now. */
static guint
hear (Fixture *f)
{
  g_autoptr (GPtrArray) news = ask (f);
  return tell (f, news);
}

/* What was there when it was made is no news; what comes after it is, whatever was let go of between, also between question and answer. */
static void
test_gone (Fixture *f, gconstpointer data)
{
  g_assert_cmpint (watch (f, "port"), !=, 0);
  g_assert_cmpuint (hear (f), ==, 0);
  g_assert_true (att_feeds_remove (f->store.db, f->feed, NULL));
  gint64 other = add_feed (f, "https://other.example/feed");
  bring (f, other, 9, "Talks in the port");
  g_autoptr (GPtrArray) news = ask (f);
  g_assert_true (att_feeds_remove (f->store.db, other, NULL));
  tell (f, news);
  other = add_feed (f, "https://other.example/feed");
  bring (f, other, 10, "More talks in the port");
  g_assert_cmpuint (hear (f), ==, 1);
  g_assert_cmpuint (hear (f), ==, 0);
}

/* A monitor that is given another name, or made quieter, has not told of what it had not told of; one that asks for something else begins anew. */
static void
test_edited (Fixture *f, gconstpointer data)
{
  gint64 id = watch (f, "harbour");
  gint64 late = bring (f, f->feed, 11, "Announced");
  bring (f, f->feed, 12, "At the harbour");
  g_autoptr (AttMonitor) renamed = att_monitor_new (id, 1, "Renamed", "harbour", ATT_ALERT_EVERY), other = att_monitor_new (id, 1, "Renamed", "port", ATT_ALERT_EVERY);
  g_assert_cmpint (att_monitors_write (f->store.db, renamed, NULL), ==, id);
  g_assert_cmpuint (hear (f), ==, 1);
  bring_page (f, late, "The envoys met at the harbour.");
  g_assert_cmpint (att_monitors_write (f->store.db, renamed, NULL), ==, id);
  g_assert_cmpuint (hear (f), ==, 1);
  bring (f, f->feed, 13, "In the port");
  g_assert_cmpint (att_monitors_write (f->store.db, other, NULL), ==, id);
  g_assert_cmpuint (hear (f), ==, 0);
}

/* A story that is about it only since its page came, when others have rung already; each is told of once, however often its words change. */
static void
test_reworded (Fixture *f, gconstpointer data)
{
  gint64 before = bring (f, f->feed, 10, "Announced before");
  g_assert_cmpint (watch (f, "harbour"), !=, 0);
  gint64 late = bring (f, f->feed, 11, "Announced"), early = bring (f, f->feed, 12, "At the harbour");
  g_assert_cmpuint (hear (f), ==, 1);
  bring_page (f, late, "The envoys met at the harbour.");
  bring_page (f, early, "The harbour was closed.");
  bring_page (f, before, "Nobody was at the harbour.");   /* it was there when the monitor was made */
  g_assert_cmpuint (hear (f), ==, 1);
  bring_page (f, late, "The envoys met at the harbour again.");
  g_assert_cmpuint (hear (f), ==, 0);
  bring (f, f->feed, 11, "Announced once more, at the harbour");
  g_assert_cmpuint (hear (f), ==, 0);
  gint64 old = bring (f, f->feed, 5 * 86400, "Announced last week");
  bring (f, f->feed, 13, "At the harbour again");
  g_assert_cmpuint (hear (f), ==, 1);
  bring_page (f, old, "At the harbour, last week.");   /* no news any more */
  g_assert_cmpuint (hear (f), ==, 0);
}

/* Told of on the first day, reworded on the third: on the sixth it is still what was told of. */
static void
test_days (Fixture *f, gconstpointer data)
{
  g_assert_cmpint (watch (f, "harbour"), !=, 0);
  gint64 story = bring (f, f->feed, 11, "At the harbour");
  g_assert_cmpuint (hear (f), ==, 1);
  g_assert_true (att_database_run (f->store.db, NULL, "UPDATE heard SET moment=moment-3*86400", ""));
  bring_page (f, story, "The harbour was closed.");
  g_assert_true (att_database_run (f->store.db, NULL, "UPDATE heard SET moment=moment-3*86400", ""));
  g_assert_true (att_database_run (f->store.db, NULL, "UPDATE reworded SET moment=moment-3*86400", ""));
  for (guint i = 0; i < 2; i++) {
    bring (f, f->feed, 12 + i, "Another ship at the harbour");
    g_assert_cmpuint (hear (f), ==, 1);
  }
}

/* Asked twice before the first answer is written down, by another window, say: it rings once. */
static void
test_twice (Fixture *f, gconstpointer data)
{
  g_assert_cmpint (watch (f, "harbour"), !=, 0);
  bring (f, f->feed, 12, "At the harbour");
  g_autoptr (GPtrArray) first = ask (f), second = ask (f);
  g_assert_cmpuint (tell (f, first), ==, 1);
  g_assert_cmpuint (tell (f, second), ==, 0);
}

/* All the countries there are, one of them or none: as many as a person likes. */
static void
test_many_topics (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GString) none = g_string_new ("port"), any = g_string_new ("port");
  for (guint i = 0; i < 200; i++) {
    g_string_append_printf (none, " -topic:land-%u", i);
    g_string_append_printf (any, "%stopic:land-%u", i ? " OR " : " ", i);
  }
  g_assert_cmpint (watch (f, none->str), !=, 0);
  g_assert_cmpint (watch (f, any->str), !=, 0);
  g_autoptr (GPtrArray) monitors = att_monitors_list (f->store.db, f->columns, NULL, NOW, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (monitors->len, ==, 2);
  g_assert_cmpuint (((AttMonitor *) g_ptr_array_index (monitors, 0))->articles, ==, 3);
  g_assert_cmpuint (((AttMonitor *) g_ptr_array_index (monitors, 1))->articles, ==, 0);
  bring (f, f->feed, 30, "Another port");
  g_assert_cmpuint (hear (f), ==, 1);
}

static gint64
write_note (Fixture *f, gint64 article, const char *words)
{
  g_autoptr (AttChange) change = att_change_new ();
  g_autoptr (AttNote) note = att_note_new (article, (AttSpan) { 0 }, "", words);
  return att_notes_write (f->store.db, note, NOW, change, NULL);
}

/* What is gone leaves its number to nobody: what is told of, taken back or fetched later goes by it. */
static void
test_numbers (Fixture *f, gconstpointer data)
{
  g_autoptr (AttChange) change = att_change_new ();
  gint64 article = bring (f, f->feed, 20, "Last"), monitor = watch (f, "port"), note = write_note (f, article, "call the embassy");
  g_autoptr (AttNote) gone = att_note_new (article, (AttSpan) { 0 }, "", "call the embassy");
  gone->id = note;
  g_assert_true (att_notes_remove (f->store.db, gone, change, NULL));
  g_assert_cmpint (write_note (f, article, "later"), >, note);
  g_assert_true (att_monitors_remove (f->store.db, monitor, NULL));
  g_assert_cmpint (watch (f, "harbour"), >, monitor);
  g_assert_true (att_feeds_remove (f->store.db, f->feed, NULL));
  gint64 other = add_feed (f, "https://other.example/feed");
  g_assert_cmpint (other, >, f->feed);
  g_assert_cmpint (bring (f, other, 21, "Next"), >, article);
}

/* What a new feed carried before is no news; what an old one brings late is. */
static void
test_archive (Fixture *f, gconstpointer data)
{
  g_assert_cmpint (watch (f, "port"), !=, 0);
  g_assert_cmpuint (hear (f), ==, 0);
  gint64 other = add_feed (f, "https://other.example/feed");
  bring (f, other, 9, "Talks in the port");
  bring (f, other, 30 * 86400, "Talks in the port in December");
  g_assert_cmpuint (hear (f), ==, 1);
  g_assert_true (att_database_script (f->store.db, "UPDATE article SET seen=seen-200000", NULL));   /* two days later */
  bring (f, other, 20 * 86400, "Talks in the port at Christmas");
  g_assert_cmpuint (hear (f), ==, 1);
}

/* A note, a label and a page that come for a story that was let go of meanwhile are kept for nobody. */
static void
test_late (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AttChange) change = att_change_new ();
  gint64 article = bring (f, f->feed, 20, "Last");
  g_assert_true (att_feeds_remove (f->store.db, f->feed, NULL));
  g_autoptr (AttNote) note = att_note_new (article, (AttSpan) { 0 }, "", "call the embassy");
  g_assert_cmpint (att_notes_write (f->store.db, note, NOW, change, &error), ==, 0);
  g_assert_nonnull (error);
  g_clear_error (&error);
  g_assert_false (att_labels_set (f->store.db, article, "urgent", TRUE, change, &error));
  g_assert_nonnull (error);
  g_assert_true (att_pages_fail (f->store.db, article, FALSE, NOW, NULL));
  g_assert_cmpint (att_database_number (f->store.db, -1, "SELECT (SELECT count(*) FROM note) + (SELECT count(*) FROM label) + (SELECT count(*) FROM labelled) + (SELECT count(*) FROM page)", ""), ==, 0);
}

/* A burst that comes over several rounds: its outlets are those of the day, and it rings once. */
static void
test_monitor_burst (Fixture *f, gconstpointer data)
{
  g_autoptr (AttMonitor) monitor = att_monitor_new (0, 0, "Talks", "port", ATT_ALERT_BURST);
  att_monitor_set_burst (monitor, ATT_SENSITIVITY_MEDIUM, 3);
  g_assert_cmpint (att_monitors_write (f->store.db, monitor, NULL), !=, 0);
  guint rung = 0;
  for (guint round = 0; round < 5; round++) {
    g_autofree char *url = g_strdup_printf ("https://%u.example/feed", round);
    gint64 id = add_feed (f, url);
    for (guint i = 0; i < 3; i++)
      bring (f, id, 100 + 10 * round + i, "Talks in the port");
    g_autoptr (GPtrArray) news = att_monitors_news (f->store.db, f->columns, NULL, NOW, NULL), rings = att_alert_judge (news);
    g_assert_true (att_monitors_told (f->store.db, news, rings, NOW, NULL));
    rung += rings->len;
    g_assert_cmpuint (rung, ==, round >= 1);   /* with the third outlet: one was there before */
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  ADD ("/monitors/order", test_monitors);
  ADD ("/monitors/gone", test_gone);
  ADD ("/monitors/reworded", test_reworded);
  ADD ("/monitors/edited", test_edited);
  ADD ("/monitors/days", test_days);
  ADD ("/monitors/twice", test_twice);
  ADD ("/monitors/many-topics", test_many_topics);
  ADD ("/monitors/numbers", test_numbers);
  ADD ("/monitors/late", test_late);
  ADD ("/monitors/archive", test_archive);
  ADD ("/monitors/burst", test_monitor_burst);
  return g_test_run ();
}
