/* test-organise.c: how a person orders the desk: folders, labels, notes, actors struck and renamed, feeds that leave and come back.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "scratch.h"

#include "filter/completion.h"
#include "filter/syntax.h"
#include "store/actors.h"
#include "store/corrections.h"
#include "store/coverage.h"
#include "store/feeds.h"
#include "store/labels.h"
#include "store/migrate.h"
#include "store/monitors.h"
#include "store/notes.h"
#include "store/order.h"
#include "store/pages.h"
#include "store/retention.h"
#include "store/shelves.h"

#define NOW 1768480800

typedef struct { Scratch store; gint64 feed, article; } Fixture;

static AttArticle *
make_article (guint64 key, const char *title)
{
  AttArticle *a = att_article_new ();
  a->keys[0] = key;
  a->n_keys = 1;
  a->title = g_strdup (title);
  a->text = g_strdup ("The envoy Ann Arbour spoke in the port.");
  a->language = g_strdup ("en");
  a->published = NOW - (gint64) key * 3600;
  a->mentions = g_ptr_array_new_with_free_func ((GDestroyNotify) att_mention_free);
  a->quotes = g_ptr_array_new_with_free_func ((GDestroyNotify) att_quote_free);
  AttMention *mention = att_mention_new (ATT_TOPIC_PERSON, "Ann Arbour", "Ann Arbour");
  mention->grade = ATT_GRADE_SUBSTANTIVE;
  g_ptr_array_add (a->mentions, mention);
  AttQuote *quote = att_quote_new (ATT_QUOTE_DIRECT, (AttSpan) { .zone = ATT_ZONE_TEXT, .start = 4, .end = 9 }, "envoy");
  quote->speaker = g_strdup ("Ann Arbour");
  g_ptr_array_add (a->quotes, quote);
  return a;
}

static void
set_up (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AttChange) change = att_change_new ();
  g_autoptr (AttEdition) edition = att_edition_new ();
  g_autoptr (AttFeed) feed = att_feed_new ();
  scratch_open (&f->store);
  feed->url = g_strdup ("https://wire.example/feed");
  feed->title = g_strdup ("The Wire");
  feed->folder = g_strdup ("Wires/Europe");
  f->feed = att_feeds_add (f->store.db, feed, &error);
  for (guint i = 1; i <= 3; i++)
    g_ptr_array_add (edition->articles, make_article (i, "Talks in the port"));
  g_assert_true (att_articles_write (f->store.db, f->feed, edition, NOW, change, &error));
  g_assert_no_error (error);
  f->article = g_array_index (change->added, gint64, 0);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  scratch_close (&f->store);
}

/* How many articles a filter finds, asked of the columns and of the database. */
static guint
count (Fixture *f, const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AttColumns) columns = att_columns_new ();
  g_autoptr (AttFilter) filter = att_filter_parse (text, &error);
  g_assert_no_error (error);
  g_autoptr (AttCoverage) kept = att_coverage_read (f->store.db, columns, filter, NOW, &error), asked = att_coverage_read (f->store.db, NULL, filter, NOW, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (kept->n_ids, ==, asked->n_ids);
  return kept->n_ids;
}

static void
test_folders (Fixture *f, gconstpointer data)
{
  AttDatabase *db = f->store.db;
  g_assert_true (att_shelves_add (db, f->feed, "Europe", NULL));
  g_assert_cmpuint (count (f, "folder:Wires"), ==, 3);
  g_assert_cmpuint (count (f, "folder:Europe"), ==, 3);
  g_assert_true (att_shelves_rename (db, "Wires", "Agencies", NULL));
  g_assert_cmpuint (count (f, "folder:Wires"), ==, 0);
  g_assert_cmpuint (count (f, "folder:Agencies/Europe"), ==, 3);
  g_autoptr (GPtrArray) feeds = att_feeds_list (db, NULL, NULL, NULL);
  const AttFeed *feed = g_ptr_array_index (feeds, 0);
  g_assert_cmpstr (feed->folder, ==, "Agencies/Europe");
  g_assert_cmpstr (feed->shelves[0], ==, "Europe");
  g_assert_true (att_shelves_move (db, f->feed, NULL, "Europe", NULL));   /* not there twice */
  g_autoptr (GPtrArray) moved = att_feeds_list (db, NULL, NULL, NULL);
  g_assert_null (((AttFeed *) g_ptr_array_index (moved, 0))->shelves);
  g_assert_cmpuint (count (f, "folder:Europe"), ==, 3);
}

static gint64
add_feed (Fixture *f, const char *url, const char *folder)
{
  g_autoptr (AttFeed) feed = att_feed_new ();
  feed->url = g_strdup (url);
  feed->folder = g_strdup (folder);
  return att_feeds_add (f->store.db, feed, NULL);
}

/* "FOLDER: FURTHER, ..." of every feed, what is kept of which folder, and what monitors ask. */
static char *
describe_order (Fixture *f)
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
test_order (Fixture *f, gconstpointer data)
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

/* Monitors go along with a feed's name, unless another is called so too, and with its address; what the old address was known by is nothing to the new one. */
static void
test_described (Fixture *f, gconstpointer data)
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
  g_assert_cmpuint (count (f, "feed:Ostpost"), ==, 3);
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
test_labels (Fixture *f, gconstpointer data)
{
  g_autoptr (AttChange) change = att_change_new ();
  g_assert_true (att_labels_set (f->store.db, f->article, "urgent", TRUE, change, NULL));
  g_assert_true (att_labels_set (f->store.db, f->article, "Urgent", TRUE, change, NULL));   /* the same one */
  g_assert_cmpuint (count (f, "label:URGENT"), ==, 1);
  g_assert_cmpuint (count (f, "-label:urgent"), ==, 2);
  g_auto (GStrv) all = att_labels_list (f->store.db, NULL);
  g_assert_cmpuint (g_strv_length (all), ==, 1);
  g_assert_true (att_labels_set (f->store.db, f->article, "urgent", FALSE, change, NULL));
  g_auto (GStrv) none = att_labels_list (f->store.db, NULL);
  g_assert_cmpuint (g_strv_length (none), ==, 0);
}

/* A passage is found by its words and by what was written beside it, read with its article, kept when its time is over. */
static void
test_notes (Fixture *f, gconstpointer data)
{
  g_autoptr (AttChange) change = att_change_new ();
  g_autoptr (AttNote) note = att_note_new (f->article, (AttSpan) { .zone = ATT_ZONE_TEXT, .start = 4, .end = 9 }, "envoy", "Ask the Ministry");
  note->id = att_notes_write (f->store.db, note, NOW, change, NULL);
  g_assert_cmpint (note->id, >, 0);
  g_assert_cmpuint (count (f, "note:ministry"), ==, 1);
  g_assert_cmpuint (count (f, "note:envoy is:noted"), ==, 1);
  g_assert_cmpuint (count (f, "note:nothing"), ==, 0);
  g_autoptr (AttArticle) article = att_articles_read (f->store.db, f->article, NULL);
  g_assert_cmpuint (article->notes->len, ==, 1);
  g_assert_cmpstr (((AttNote *) g_ptr_array_index (article->notes, 0))->words, ==, "Ask the Ministry");
  const AttKeep keep = { .days = 1 };
  g_assert_true (att_retention_set (f->store.db, NULL, 0, &keep, NULL));
  g_assert_cmpint (att_retention_tidy (f->store.db, 100, NOW + 30 * 86400, change, NULL), ==, 2);
  g_assert_cmpuint (count (f, ""), ==, 1);
  g_assert_true (att_notes_remove (f->store.db, note, change, NULL));
  g_assert_cmpuint (count (f, "is:noted"), ==, 0);
}

/* It is nobody, then somebody again under another name; quotations follow, in articles to come as well. */
static void
test_actors (Fixture *f, gconstpointer data)
{
  g_autoptr (AttChange) change = att_change_new ();
  g_autoptr (AttEdition) edition = att_edition_new ();
  g_assert_cmpuint (count (f, "actor:\"Ann Arbour\" said:Arbour"), ==, 3);
  g_assert_true (att_actors_strike (f->store.db, ATT_TOPIC_PERSON, "Ann Arbour", NOW, change, NULL));
  g_assert_cmpuint (change->touched->len, ==, 3);
  g_ptr_array_add (edition->articles, make_article (9, "More talks"));
  g_assert_true (att_articles_write (f->store.db, f->feed, edition, NOW, change, NULL));
  g_assert_cmpuint (count (f, "actor:\"Ann Arbour\" OR said:Arbour"), ==, 0);
  g_autoptr (GPtrArray) struck = att_actors_list_struck (f->store.db, NULL);
  g_assert_cmpuint (struck->len, ==, 1);
  g_assert_true (att_actors_unstrike (f->store.db, ATT_TOPIC_PERSON, "Ann Arbour", NULL));
  AttArticle *again = make_article (9, "More talks");
  again->id = g_array_index (change->added, gint64, 0);
  g_autoptr (GPtrArray) articles = g_ptr_array_new_with_free_func ((GDestroyNotify) att_article_unref);
  g_ptr_array_add (articles, again);
  g_assert_true (att_articles_remark (f->store.db, articles, change, NULL));
  g_assert_cmpuint (count (f, "actor:\"Ann Arbour\" said:Arbour"), ==, 1);
  g_autofree char *before = att_actors_rename (f->store.db, ATT_TOPIC_PERSON, "Ann Arbour", "A. Arbour", change, NULL);
  g_assert_cmpstr (before, ==, "Ann Arbour");
  g_assert_cmpuint (count (f, "actor:\"A. Arbour\""), ==, 1);
  g_autoptr (GError) error = NULL;
  g_assert_null (att_actors_rename (f->store.db, ATT_TOPIC_PERSON, "Nobody", "X", change, &error));
  g_assert_nonnull (error);
}

/* Nothing of it shows, and all of it comes back, marks included; a day later it is gone for good. */
static void
test_leaving (Fixture *f, gconstpointer data)
{
  AttDatabase *db = f->store.db;
  g_autoptr (AttChange) change = att_change_new ();
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_array_append_val (ids, f->article);
  g_assert_true (att_articles_mark (db, ids, NULL, 0, ATT_FLAG_STARRED, 0, NULL, NULL));
  g_assert_true (att_shelves_leave (db, f->feed, NOW, change, NULL));
  g_assert_cmpuint (count (f, ""), ==, 0);
  g_assert_cmpuint (count (f, "talks"), ==, 0);
  g_autoptr (GPtrArray) none = att_feeds_list (db, NULL, NULL, NULL);
  g_assert_cmpuint (none->len, ==, 0);
  g_assert_null (att_feeds_get (db, f->feed, NULL));   /* what is still being fetched for it goes nowhere */
  g_assert_cmpint (att_shelves_purge (db, NOW, change, NULL), ==, 0);
  g_autoptr (GPtrArray) away = att_articles_batch (db, 0, 10, NULL);
  g_assert_cmpuint (away->len, ==, 3);   /* what is marked anew meanwhile */
  g_assert_true (att_actors_strike (db, ATT_TOPIC_PERSON, "Ann Arbour", NOW, change, NULL));
  g_assert_true (att_shelves_return (db, f->feed, change, NULL));
  g_assert_cmpuint (count (f, "actor:\"Ann Arbour\""), ==, 0);
  g_assert_cmpuint (count (f, "talks"), ==, 3);
  g_assert_cmpuint (count (f, "is:starred"), ==, 1);
  g_assert_true (att_shelves_leave (db, f->feed, NOW, change, NULL));
  g_assert_cmpint (att_shelves_purge (db, NOW + 1, change, NULL), ==, 1);
  g_assert_cmpint (att_database_number (db, -1, "SELECT (SELECT count(*) FROM article) + (SELECT count(*) FROM entry_left) + (SELECT count(*) FROM feed)", ""), ==, 0);
}

static void
test_outlet (Fixture *f, gconstpointer data)
{
  g_autoptr (AttFeed) feed = att_feeds_get (f->store.db, f->feed, NULL);
  feed->country = g_strdup ("DEU");
  g_assert_true (att_feeds_describe (f->store.db, feed, NULL));
  g_assert_cmpuint (count (f, "from:deu lang:en"), ==, 3);
  g_assert_cmpuint (count (f, "from:fra"), ==, 0);
  g_assert_cmpuint (count (f, "lang:de"), ==, 0);
}

/* Names are found however they are written: in capitals of any script, with accents or without, and with marks a filter has no others for. */
static void
test_spelling (Fixture *f, gconstpointer data)
{
  g_autoptr (AttFeed) feed = att_feeds_get (f->store.db, f->feed, NULL);
  g_free (feed->title);
  feed->title = g_strdup ("Газета «Взгляд» Élysée");
  g_assert_true (att_feeds_describe (f->store.db, feed, NULL));
  g_assert_true (att_database_run (f->store.db, NULL, "UPDATE quote SET speaker='Сергей Лавров'", ""));
  g_autofree char *exact = att_completion_text ("feed", feed->title);
  g_assert_cmpuint (count (f, exact), ==, 3);
  g_assert_cmpuint (count (f, "source:взгляд"), ==, 3);
  g_assert_cmpuint (count (f, "source:elysee"), ==, 3);
  g_assert_cmpuint (count (f, "said:лавров"), ==, 3);
  g_assert_cmpuint (count (f, "said:путин"), ==, 0);
  guint n;
  g_assert_cmpint (att_feeds_find (f->store.db, "ГАЗЕТА «ВЗГЛЯД» ÉLYSÉE", &n), ==, f->feed);
}

/* An edition of one article, which is taken. */
static void
bring (Fixture *f, AttArticle *article, gint64 now)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AttChange) change = att_change_new ();
  g_autoptr (AttEdition) edition = att_edition_new ();
  g_ptr_array_add (edition->articles, article);
  g_assert_true (att_articles_write (f->store.db, f->feed, edition, now, change, &error));
  g_assert_no_error (error);
}

/* The feed changes an article under whoever is analysing it. */
static void
reissue (Fixture *f, const char *title, const char *text)
{
  AttArticle *a = make_article (3, title);   /* written from the end: the first of all */
  g_free (a->text);
  a->text = g_strdup (text);
  g_ptr_array_set_size (a->quotes, 0);
  bring (f, a, NOW + 60);
}

static void
assert_found (Fixture *f)
{
  g_autoptr (GError) error = NULL;
  g_assert_true (att_database_run (f->store.db, &error, "INSERT INTO search (search, rank) VALUES ('integrity-check', 1)", ""));
  g_assert_no_error (error);
}

/* What was analysed before its feed gave an article other words, or before it was let go, says nothing of it. */
static void
test_late_marks (Fixture *f, gconstpointer data)
{
  g_autoptr (AttChange) change = att_change_new ();
  g_autoptr (GPtrArray) batch = att_articles_batch (f->store.db, 0, 10, NULL);
  g_assert_cmpuint (batch->len, ==, 3);
  for (guint i = 0; i < batch->len; i++) {
    g_autoptr (AttArticle) marked = make_article (1, "");
    AttArticle *a = g_ptr_array_index (batch, i);
    a->quotes = g_ptr_array_ref (marked->quotes);
    a->mentions = g_ptr_array_ref (marked->mentions);
  }
  reissue (f, "Talks in the port", "Nobody spoke.");
  gint64 last = att_database_number (f->store.db, 0, "SELECT max(id) FROM article", "");
  g_assert_true (att_articles_forget (f->store.db, "id", last, NULL));
  g_assert_true (att_articles_remark (f->store.db, batch, change, NULL));
  g_assert_cmpint (att_database_number (f->store.db, -1, "SELECT count(*) FROM quote", ""), ==, 1);   /* the second's */
  g_assert_cmpuint (change->touched->len, ==, 1);
}

/* The article as its page has it. */
static AttArticle *
read_whole (Fixture *f)
{
  g_autoptr (GError) error = NULL;
  AttArticle *whole = att_articles_read (f->store.db, f->article, &error);
  g_assert_no_error (error);
  g_free (whole->text);
  whole->text = g_strdup ("The envoy spoke at length.");
  return whole;
}

/* A page that comes after its feed has given the article another title: found by that, and by its whole text. */
static void
test_late_page (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AttChange) change = att_change_new ();
  g_autoptr (AttArticle) whole = read_whole (f);
  reissue (f, "Talks end", "The envoy Ann Arbour spoke in the port.");
  AttPageLook look = { whole, 0, NULL, NULL };
  g_assert_true (att_pages_write (f->store.db, &look, NOW + 120, change, &error));
  g_assert_no_error (error);
  assert_found (f);
  g_assert_cmpuint (count (f, "end length"), ==, 1);
  /* and one beside it, read before its page was looked at again, is not given its older words back */
  g_autoptr (GPtrArray) beside = att_pages_beside (f->store.db, f->article + 1, 5, &error);
  g_assert_cmpuint (beside->len, ==, 1);
  g_free (whole->text);
  whole->text = g_strdup ("Nobody spoke after all.");
  g_assert_true (att_pages_write (f->store.db, &look, NOW + 240, change, &error));
  g_assert_true (att_pages_mend (f->store.db, beside, change, &error));
  g_assert_cmpuint (count (f, "after all"), ==, 1);
  assert_found (f);
}

/* A feed that counts comments in what it says of an article has its page looked at again, but takes the article from nobody. */
static void
test_brief (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AttChange) change = att_change_new ();
  g_autoptr (AttArticle) whole = read_whole (f);
  AttPageLook look = { whole, 0, NULL, NULL };
  g_assert_true (att_pages_write (f->store.db, &look, NOW, change, &error));
  for (guint n = 0; n < 3; n++) {
    g_autofree char *brief = g_strdup_printf ("%u comments.", n);
    reissue (f, n < 2 ? "Talks in the port" : "Talks end", brief);
    g_assert_cmpuint (count (f, "length"), ==, 1);
    gint64 due = att_database_number (f->store.db, 0, "SELECT due FROM page WHERE state=1 AND article=?", "i", f->article);
    g_assert_cmpint (due, >, NOW);   /* looked at again in its time, and not with every round */
    g_assert_cmpint (due, <=, NOW + 4 * 3600);
  }
  g_assert_cmpuint (count (f, "end length"), ==, 1);   /* and has its new title */
  assert_found (f);
}

/* Words of scripts that write no blanks between them, and Arabic with its vowels or without. */
static void
test_scripts (Fixture *f, gconstpointer data)
{
  bring (f, make_article (40, "外交部发言人就台湾问题答记者问"), NOW);
  bring (f, make_article (41, "中法两国元首在北京会晤"), NOW);
  bring (f, make_article (42, "وصل مُحَمَّد إلى القاهرة"), NOW);
  bring (f, make_article (43, "東京でワシントンと会談"), NOW);
  static const struct { const char *words; guint n; } ASKED[] = {
    { "台湾", 1 }, { "台湾*", 1 }, { "北京", 1 }, { "\"两国元首\"", 1 }, { "两北", 0 }, { "محمد", 1 }, { "مُحَمَّد", 1 }, { "ワシントン", 1 }, { "talks", 3 }, { "talks -台湾", 3 },
  };
  for (guint i = 0; i < G_N_ELEMENTS (ASKED); i++) {
    g_test_message ("%s", ASKED[i].words);
    g_assert_cmpuint (count (f, ASKED[i].words), ==, ASKED[i].n);
  }
  g_assert_true (att_feeds_remove (f->store.db, f->feed, NULL));
  assert_found (f);
}

/* A desk from before finds them as well, and takes the same words out of its index that it put in. */
static void
test_scripts_before (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  bring (f, make_article (40, "外交部发言人就台湾问题答记者问"), NOW);
  g_assert_true (att_database_script (f->store.db, "INSERT INTO search (search, rowid, title, text) SELECT 'delete', id, title, text FROM search_source;"
                                      "DROP VIEW search_source; CREATE VIEW search_source AS SELECT a.id AS id, a.title AS title, b.text AS text FROM article a JOIN body b ON b.article = a.id;"
                                      "INSERT INTO search (search) VALUES ('rebuild'); PRAGMA user_version=18", &error));
  g_assert_cmpuint (count (f, "台湾"), ==, 0);
  g_assert_true (att_migrate (f->store.db, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (count (f, "台湾"), ==, 1);
  g_assert_cmpuint (count (f, "talks"), ==, 3);
  assert_found (f);
}

/* Whoever wants to be asked every quarter of an hour does not wait four hours for it; whoever asked for more time, is silent or fails has it still. */
static void
test_hastened (Fixture *f, gconstpointer data)
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
#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  ADD ("/organise/folders", test_folders);
  ADD ("/organise/order", test_order);
  ADD ("/organise/described", test_described);
  ADD ("/organise/hastened", test_hastened);
  ADD ("/organise/scripts", test_scripts);
  ADD ("/organise/scripts-before", test_scripts_before);
  ADD ("/organise/labels", test_labels);
  ADD ("/organise/notes", test_notes);
  ADD ("/organise/actors", test_actors);
  ADD ("/organise/leaving", test_leaving);
  ADD ("/organise/outlet", test_outlet);
  ADD ("/organise/spelling", test_spelling);
  ADD ("/organise/late-marks", test_late_marks);
  ADD ("/organise/late-page", test_late_page);
  ADD ("/organise/brief", test_brief);
  return g_test_run ();
}
