/* test-organise.c: how a person orders the desk: folders, labels, notes, actors struck and renamed, feeds that leave and come back.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "talks.h"

#include "store/actors.h"
#include "store/articles.h"
#include "store/feeds.h"
#include "store/labels.h"
#include "store/monitors.h"
#include "store/notes.h"
#include "store/order.h"
#include "store/retention.h"
#include "store/shelves.h"

static void
test_folders (Talks *f, gconstpointer data)
{
  AttDatabase *db = f->store.db;
  g_assert_true (att_shelves_add (db, f->feed, "Europe", NULL));
  g_assert_cmpuint (talks_count (f, "folder:Wires"), ==, 3);
  g_assert_cmpuint (talks_count (f, "folder:Europe"), ==, 3);
  g_assert_true (att_shelves_rename (db, "Wires", "Agencies", NULL));
  g_assert_cmpuint (talks_count (f, "folder:Wires"), ==, 0);
  g_assert_cmpuint (talks_count (f, "folder:Agencies/Europe"), ==, 3);
  g_autoptr (GPtrArray) feeds = att_feeds_list (db, NULL, NULL, NULL);
  const AttFeed *feed = g_ptr_array_index (feeds, 0);
  g_assert_cmpstr (feed->folder, ==, "Agencies/Europe");
  g_assert_cmpstr (feed->shelves[0], ==, "Europe");
  g_assert_true (att_shelves_move (db, f->feed, NULL, "Europe", NULL));   /* not there twice */
  g_autoptr (GPtrArray) moved = att_feeds_list (db, NULL, NULL, NULL);
  g_assert_null (((AttFeed *) g_ptr_array_index (moved, 0))->shelves);
  g_assert_cmpuint (talks_count (f, "folder:Europe"), ==, 3);
}

static gint64
add_feed (Talks *f, const char *url, const char *folder)
{
  g_autoptr (AttFeed) feed = att_feed_new ();
  feed->url = g_strdup (url);
  feed->folder = g_strdup (folder);
  return att_feeds_add (f->store.db, feed, NULL);
}

/* "FOLDER: FURTHER, ..." of every feed, what is kept of which folder, and what monitors ask. */
static char *
describe_order (Talks *f)
{
  GString *out = g_string_new (NULL);
  g_autoptr (GPtrArray) feeds = att_feeds_list (f->store.db, NULL, NULL, NULL), monitors = att_monitors_list (f->store.db, NULL, NULL, 0, NULL);
  for (guint i = 0; i < feeds->len; i++) {
    const AttFeed *feed = g_ptr_array_index (feeds, i);
    g_autofree char *further = feed->shelves ? g_strjoinv (", ", feed->shelves) : g_strdup ("");
    g_string_append_printf (out, "%s: %s; ", feed->folder, further);
  }
  sqlite3_stmt *s = att_database_ask (f->store.db, NULL, "SELECT scope, days FROM keep ORDER BY scope", "");
  while (att_database_row (f->store.db, s, NULL))
    g_string_append_printf (out, "%s %d; ", (const char *) sqlite3_column_text (s, 0), sqlite3_column_int (s, 1));
  for (guint i = 0; i < monitors->len; i++)
    g_string_append_printf (out, "%s; ", ((AttMonitor *) g_ptr_array_index (monitors, i))->filter);
  return g_string_free (out, FALSE);
}

/* A feed that stands in two folders is taken out of the one it is dragged from. Everything is as it was when that is taken back, also where
 * two folders became one. */
static void
test_order (Talks *f, gconstpointer data)
{
  AttDatabase *db = f->store.db;
  const AttKeep long_time = { .days = 90 }, short_time = { .days = 7 };
  g_autoptr (AttMonitor) monitor = att_monitor_new (0, 0, "Watch", "port folder:Foreign", ATT_ALERT_NEVER);
  g_assert_true (att_shelves_add (db, f->feed, "Dailies", NULL));
  g_assert_cmpint (add_feed (f, "https://second.example/", "Foreign"), !=, 0);
  g_assert_cmpint (add_feed (f, "https://third.example/", "Foreign/Far"), !=, 0);
  g_assert_true (att_retention_set (db, "Foreign", 0, &long_time, NULL) && att_retention_set (db, "Dailies", 0, &short_time, NULL));
  g_assert_cmpint (att_monitors_write (db, monitor, NULL), !=, 0);
  g_autofree char *before = describe_order (f);
  g_autoptr (AttOrder) of_feed = att_order_of_feed (db, f->feed, NULL), of_folder = att_order_of_folder (db, "Foreign", "Dailies", NULL);
  g_assert_true (att_shelves_move (db, f->feed, "Dailies", "Foreign", NULL));
  g_autofree char *dragged = describe_order (f);
  g_assert_cmpstr (dragged, ==, "Foreign: ; Foreign/Far: ; Wires/Europe: Foreign; folder:Dailies 7; folder:Foreign 90; port folder:Foreign; ");
  g_assert_true (att_order_restore (db, of_feed, NULL));
  g_assert_true (att_shelves_move (db, f->feed, "Wires/Europe", "Dailies", NULL));
  g_autofree char *joined = describe_order (f);
  g_assert_cmpstr (joined, ==, "Dailies: ; Foreign: ; Foreign/Far: ; folder:Dailies 7; folder:Foreign 90; port folder:Foreign; ");
  g_assert_true (att_order_restore (db, of_feed, NULL));
  g_assert_true (att_shelves_rename (db, "Foreign", "Dailies", NULL));
  g_autofree char *merged = describe_order (f);
  g_assert_cmpstr (merged, ==, "Dailies: ; Dailies/Far: ; Wires/Europe: Dailies; folder:Dailies 90; port folder:Dailies; ");
  g_assert_true (att_order_restore (db, of_folder, NULL));
  g_autofree char *after = describe_order (f);
  g_assert_cmpstr (after, ==, before);
  g_assert_true (att_shelves_rename (db, "Foreign", "Dailies", NULL));   /* what a monitor was told to ask meanwhile stays */
  g_assert_true (att_database_run (db, NULL, "UPDATE monitor SET filter='harbour'", ""));
  g_assert_true (att_order_restore (db, of_folder, NULL));
  g_assert_cmpint (att_database_number (db, 0, "SELECT count(*) FROM monitor WHERE filter='harbour'", ""), ==, 1);
}

/* A name that another feed has would ask for both: monitors go to the address then. */
static void
test_described_alike (Talks *f, gconstpointer data)
{
  AttDatabase *db = f->store.db;
  g_autoptr (AttMonitor) monitor = att_monitor_new (0, 0, "Watch", "feed:\"The Wire\"", ATT_ALERT_NEVER);
  g_assert_cmpint (att_monitors_write (db, monitor, NULL), !=, 0);
  g_assert_true (att_database_run (db, NULL, "INSERT INTO feed (url, title) VALUES ('https://north.example/', 'Nordpost')", ""));
  g_autoptr (AttFeed) feed = att_feeds_get (db, f->feed, NULL);
  g_free (feed->title);
  feed->title = g_strdup ("nordpost");
  g_assert_true (att_feeds_describe (db, feed, NULL));
  g_autoptr (GPtrArray) monitors = att_monitors_list (db, NULL, NULL, NOW, NULL);
  g_assert_nonnull (strstr (((AttMonitor *) g_ptr_array_index (monitors, 0))->filter, feed->url));
}

/* Monitors go along with a feed's name, unless another is called so too, and with its address; what the old address was known by is nothing to the new one. */
static void
test_described (Talks *f, gconstpointer data)
{
  AttDatabase *db = f->store.db;
  g_autoptr (AttMonitor) monitor = att_monitor_new (0, 0, "Watch", "feed:\"The Wire\"", ATT_ALERT_NEVER);
  g_assert_cmpint (att_monitors_write (db, monitor, NULL), !=, 0);
  g_assert_true (att_database_run (db, NULL, "UPDATE feed SET etag='old', modified='old'", ""));
  g_autoptr (AttFeed) feed = att_feeds_get (db, f->feed, NULL);
  g_free (feed->title);
  feed->title = g_strdup ("Ostpost");
  g_autoptr (AttOrder) order = att_order_of_title (db, "The Wire", "Ostpost", NULL);
  g_assert_true (att_feeds_describe (db, feed, NULL));
  g_assert_true (att_order_restore (db, order, NULL));
  g_assert_cmpint (att_database_number (db, 0, "SELECT count(*) FROM monitor WHERE filter='feed:\"The Wire\"'", ""), ==, 1);
  g_assert_true (att_monitors_follow (db, ATT_RENAMED_FEED, "The Wire", "Ostpost", NULL));
  g_assert_cmpuint (talks_count (f, "feed:Ostpost"), ==, 3);
  g_assert_cmpint (att_database_number (db, 0, "SELECT count(*) FROM monitor WHERE filter='feed:Ostpost'", ""), ==, 1);
  g_assert_cmpint (att_database_number (db, 0, "SELECT count(*) FROM feed WHERE etag='old'", ""), ==, 1);
  g_autofree char *by_address = g_strdup_printf ("feed:%s", feed->url);
  g_autoptr (AttMonitor) at_address = att_monitor_new (0, 1, "At its address", by_address, ATT_ALERT_NEVER);
  g_assert_cmpint (att_monitors_write (db, at_address, NULL), !=, 0);
  g_free (feed->url);
  feed->url = g_strdup ("https://elsewhere.example/feed");
  g_assert_true (att_feeds_describe (db, feed, NULL));
  g_assert_cmpint (att_database_number (db, 0, "SELECT count(*) FROM monitor WHERE filter='feed:\"https://elsewhere.example/feed\"' OR filter='feed:https://elsewhere.example/feed'", ""), ==, 1);
  g_assert_cmpint (att_database_number (db, 0, "SELECT count(*) FROM feed WHERE etag IS NULL AND modified IS NULL", ""), ==, 1);
  AttFeedNews late = { .trouble = -1, .etag = (char *) "old", .asked = (char *) "https://wire.example/feed" };   /* asked before it was described */
  g_assert_true (att_feeds_tell (db, f->feed, &late, NOW, NULL));
  g_assert_cmpint (att_database_number (db, 0, "SELECT count(*) FROM feed WHERE etag IS NULL", ""), ==, 1);
  late.asked = feed->url;
  g_assert_true (att_feeds_tell (db, f->feed, &late, NOW, NULL));
  g_assert_cmpint (att_database_number (db, 0, "SELECT count(*) FROM feed WHERE etag='old'", ""), ==, 1);
}

static void
test_labels (Talks *f, gconstpointer data)
{
  g_autoptr (AttChange) change = att_change_new ();
  g_assert_true (att_labels_set (f->store.db, f->article, "urgent", TRUE, change, NULL));
  g_assert_true (att_labels_set (f->store.db, f->article, "Urgent", TRUE, change, NULL));   /* the same one */
  g_assert_cmpuint (talks_count (f, "label:URGENT"), ==, 1);
  g_assert_cmpuint (talks_count (f, "-label:urgent"), ==, 2);
  g_auto (GStrv) all = att_labels_list (f->store.db, NULL);
  g_assert_cmpuint (g_strv_length (all), ==, 1);
  g_assert_true (att_labels_set (f->store.db, f->article, "urgent", FALSE, change, NULL));
  g_auto (GStrv) none = att_labels_list (f->store.db, NULL);
  g_assert_cmpuint (g_strv_length (none), ==, 0);
}

/* A passage is found by its words and by what was written beside it, read with its article, kept when its time is over. */
static void
test_notes (Talks *f, gconstpointer data)
{
  g_autoptr (AttChange) change = att_change_new ();
  g_autoptr (AttNote) note = att_note_new (f->article, (AttSpan) { .zone = ATT_ZONE_TEXT, .start = 4, .end = 9 }, "envoy", "Ask the Ministry");
  note->id = att_notes_write (f->store.db, note, NOW, change, NULL);
  g_assert_cmpint (note->id, >, 0);
  g_assert_cmpuint (talks_count (f, "note:ministry"), ==, 1);
  g_assert_cmpuint (talks_count (f, "note:envoy is:noted"), ==, 1);
  g_assert_cmpuint (talks_count (f, "note:nothing"), ==, 0);
  g_autoptr (AttArticle) article = att_articles_read (f->store.db, f->article, NULL);
  g_assert_cmpuint (article->notes->len, ==, 1);
  g_assert_cmpstr (((AttNote *) g_ptr_array_index (article->notes, 0))->words, ==, "Ask the Ministry");
  const AttKeep keep = { .days = 1 };
  g_assert_true (att_retention_set (f->store.db, NULL, 0, &keep, NULL));
  g_assert_cmpint (att_retention_tidy (f->store.db, 100, NOW + 30 * 86400, change, NULL), ==, 2);
  g_assert_cmpuint (talks_count (f, ""), ==, 1);
  g_assert_true (att_notes_remove (f->store.db, note, change, NULL));
  g_assert_cmpuint (talks_count (f, "is:noted"), ==, 0);
}

/* It is nobody, then somebody again under another name; quotations follow, in articles to come as well. */
static void
test_actors (Talks *f, gconstpointer data)
{
  g_autoptr (AttChange) change = att_change_new ();
  g_autoptr (AttEdition) edition = att_edition_new ();
  g_assert_cmpuint (talks_count (f, "actor:\"Ann Arbour\" said:Arbour"), ==, 3);
  g_assert_true (att_actors_strike (f->store.db, ATT_TOPIC_PERSON, "Ann Arbour", NOW, change, NULL));
  g_assert_cmpuint (change->touched->len, ==, 3);
  g_ptr_array_add (edition->articles, talks_article (9, "More talks"));
  g_assert_true (att_articles_write (f->store.db, f->feed, edition, NOW, change, NULL));
  g_assert_cmpuint (talks_count (f, "actor:\"Ann Arbour\" OR said:Arbour"), ==, 0);
  g_autoptr (GPtrArray) struck = att_actors_list_struck (f->store.db, NULL);
  g_assert_cmpuint (struck->len, ==, 1);
  g_assert_true (att_actors_unstrike (f->store.db, ATT_TOPIC_PERSON, "Ann Arbour", NULL));
  AttArticle *again = talks_article (9, "More talks");
  again->id = g_array_index (change->added, gint64, 0);
  g_autoptr (GPtrArray) articles = g_ptr_array_new_with_free_func ((GDestroyNotify) att_article_unref);
  g_ptr_array_add (articles, again);
  g_assert_true (att_articles_remark (f->store.db, articles, change, NULL));
  g_assert_cmpuint (talks_count (f, "actor:\"Ann Arbour\" said:Arbour"), ==, 1);
  g_autofree char *before = att_actors_rename (f->store.db, ATT_TOPIC_PERSON, "Ann Arbour", "A. Arbour", change, NULL);
  g_assert_cmpstr (before, ==, "Ann Arbour");
  g_assert_cmpuint (talks_count (f, "actor:\"A. Arbour\""), ==, 1);
  g_autoptr (GError) error = NULL;
  g_assert_null (att_actors_rename (f->store.db, ATT_TOPIC_PERSON, "Nobody", "X", change, &error));
  g_assert_nonnull (error);
}

/* Nothing of it shows, and all of it comes back, marks included; a day later it is gone for good. */
static void
test_leaving (Talks *f, gconstpointer data)
{
  AttDatabase *db = f->store.db;
  g_autoptr (AttChange) change = att_change_new ();
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_array_append_val (ids, f->article);
  g_assert_true (att_flags_set (db, ids, NULL, G_MAXINT64, ATT_FLAG_STARRED, 0, NULL, NULL));
  g_assert_true (att_shelves_leave (db, f->feed, NOW, change, NULL));
  g_assert_cmpuint (talks_count (f, ""), ==, 0);
  g_assert_cmpuint (talks_count (f, "talks"), ==, 0);
  g_autoptr (GPtrArray) none = att_feeds_list (db, NULL, NULL, NULL);
  g_assert_cmpuint (none->len, ==, 0);
  g_assert_null (att_feeds_get (db, f->feed, NULL));   /* what is still being fetched for it goes nowhere */
  g_assert_cmpint (att_shelves_purge (db, NOW, change, NULL), ==, 0);
  g_autoptr (GPtrArray) away = att_articles_batch (db, 0, 10, NULL);
  g_assert_cmpuint (away->len, ==, 3);   /* what is marked anew meanwhile */
  g_assert_true (att_actors_strike (db, ATT_TOPIC_PERSON, "Ann Arbour", NOW, change, NULL));
  g_assert_true (att_shelves_return (db, f->feed, change, NULL));
  g_assert_cmpuint (talks_count (f, "actor:\"Ann Arbour\""), ==, 0);
  g_assert_cmpuint (talks_count (f, "talks"), ==, 3);
  g_assert_cmpuint (talks_count (f, "is:starred"), ==, 1);
  g_assert_true (att_shelves_leave (db, f->feed, NOW, change, NULL));
  g_assert_cmpint (att_shelves_purge (db, NOW + 1, change, NULL), ==, 1);
  g_assert_cmpint (att_database_number (db, -1, "SELECT (SELECT count(*) FROM article) + (SELECT count(*) FROM entry_left) + (SELECT count(*) FROM feed)", ""), ==, 0);
}

static void
test_outlet (Talks *f, gconstpointer data)
{
  g_autoptr (AttFeed) feed = att_feeds_get (f->store.db, f->feed, NULL);
  feed->country = g_strdup ("DEU");
  g_assert_true (att_feeds_describe (f->store.db, feed, NULL));
  g_assert_cmpuint (talks_count (f, "from:deu lang:en"), ==, 3);
  g_assert_cmpuint (talks_count (f, "from:fra"), ==, 0);
  g_assert_cmpuint (talks_count (f, "lang:de"), ==, 0);
}

/* Whoever wants to be asked every quarter of an hour does not wait four hours for it; whoever asked for more time, is silent or fails has it still. */
static void
test_hastened (Talks *f, gconstpointer data)
{
  static const struct { const char *url, *state; gint64 due; } FEEDS[] = {
    { "https://a.example/waits", "checked=1000, due=15400", 1900 },
    { "https://a.example/drawn", "checked=1000, due=16840", 1900 },
    { "https://a.example/silent", "checked=1000, due=44200", 44200 },
    { "https://a.example/fails", "checked=1000, due=15400, failures=1", 15400 },
    { "https://a.example/own", "checked=1000, due=15400, every=14400", 15400 },
    { "https://a.example/soon", "checked=1000, due=1500", 1500 },
    { "https://a.example/new", "checked=0, due=0", 0 },
  };
  for (guint i = 0; i < G_N_ELEMENTS (FEEDS); i++) {
    g_autoptr (AttFeed) feed = att_feed_new ();
    g_autofree char *sql = g_strdup_printf ("UPDATE feed SET %s WHERE url=?", FEEDS[i].state);
    feed->url = g_strdup (FEEDS[i].url);
    g_assert_cmpint (att_feeds_add (f->store.db, feed, NULL), !=, 0);
    g_assert_true (att_database_run (f->store.db, NULL, sql, "s", FEEDS[i].url));
  }
  g_assert_true (att_feeds_hasten (f->store.db, 14400, 900, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (FEEDS); i++) {
    g_test_message ("%s", FEEDS[i].url);
    g_assert_cmpint (att_database_number (f->store.db, -1, "SELECT due FROM feed WHERE url=?", "s", FEEDS[i].url), ==, FEEDS[i].due);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, func) g_test_add (path, Talks, NULL, talks_set_up, func, talks_tear_down)
  ADD ("/organise/folders", test_folders);
  ADD ("/organise/order", test_order);
  ADD ("/organise/described", test_described);
  ADD ("/organise/described-alike", test_described_alike);
  ADD ("/organise/hastened", test_hastened);
  ADD ("/organise/labels", test_labels);
  ADD ("/organise/notes", test_notes);
  ADD ("/organise/actors", test_actors);
  ADD ("/organise/leaving", test_leaving);
  ADD ("/organise/outlet", test_outlet);
  return g_test_run ();
}
