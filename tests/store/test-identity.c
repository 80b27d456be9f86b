/* test-identity.c: the same story fetched again is the same article, and what it said before is kept.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "scratch.h"

#include "feed/parse.h"
#include "store/articles.h"
#include "store/feeds.h"
#include "store/versions.h"

#include <string.h>

#define NOW ((gint64) 1768500000)
#define FEED_URL "https://wire.example/feed"
#define HEAD "<rss version='2.0' xmlns:emm='http://emm.jrc.it'><channel><title>Wire</title><link>https://wire.example/</link>"
#define DATE "<pubDate>Thu, 15 Jan 2026 11:40:00 GMT</pubDate>"
#define LONG "<title>Foreign ministers meet in Vienna for talks</title>"

typedef struct { Scratch store; gint64 feed; } Fixture;

static void
set_up (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AttFeed) feed = att_feed_new ();
  scratch_open (&f->store);
  feed->url = g_strdup (FEED_URL);
  f->feed = att_feeds_add (f->store.db, feed, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  scratch_close (&f->store);
}

/* A feed as it came at one moment; items: what stands between channel and its end. */
static void
receive (Fixture *f, const char *items, gint64 now)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = g_strconcat (HEAD, items, "</channel></rss>", NULL);
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (AttEdition) edition = att_feed_parse (bytes, NULL, FEED_URL, &error);
  g_assert_no_error (error);
  g_autoptr (AttChange) change = att_change_new ();
  att_articles_write (f->store.db, f->feed, edition, now, change, &error);
  g_assert_no_error (error);
}

static gint64
count (Fixture *f)
{
  return att_database_number (f->store.db, -1, "SELECT count(*) FROM article", "");
}

/* What comes first, what comes next, and how many articles the two are. */
static const struct { const char *what, *first, *next; guint n; } CASES[] = {
  { "the very same", "<item><guid>1</guid>" LONG "<link>https://wire.example/a</link></item>", "<item><guid>1</guid>" LONG "<link>https://wire.example/a</link></item>", 1 },
  { "guid from http to https", "<item><guid>http://wire.example/a</guid><title>A</title></item>", "<item><guid>https://www.wire.example/a/</guid><title>A</title></item>", 1 },
  { "another guid, the same page", "<item><guid>wp-17</guid><title>A</title><link>https://wire.example/a</link></item>", "<item><guid>9f3c</guid><title>A</title><link>https://wire.example/a</link></item>", 1 },
  { "no guid any more", "<item><guid>wp-17</guid><title>A</title><link>https://wire.example/a</link></item>", "<item><title>A</title><link>https://wire.example/a</link></item>", 1 },
  { "tracking parameters", "<item><title>A</title><link>https://wire.example/a?id=4</link></item>", "<item><title>A</title><link>http://wire.example/a/?utm_source=rss&amp;id=4&amp;fbclid=x#top</link></item>", 1 },
  { "the site moved", "<item><guid>https://wire.example/a</guid>" LONG DATE "</item>", "<item><guid>https://press.example/news/a</guid>" LONG DATE "</item>", 1 },
  { "the id stayed, the page moved", "<item><guid>tag:1</guid><title>A</title><link>https://wire.example/a</link></item>", "<item><guid>tag:1</guid><title>A</title><link>https://press.example/b</link></item>", 1 },
  { "dated anew", "<item><guid>1</guid><title>A</title>" DATE "</item>", "<item><guid>1</guid><title>A</title><pubDate>Fri, 16 Jan 2026 08:00:00 GMT</pubDate></item>", 1 },
  { "in another order", "<item><guid>1</guid><title>A</title></item><item><guid>2</guid><title>B</title></item>", "<item><guid>2</guid><title>B</title></item><item><guid>1</guid><title>A</title></item>", 2 },
  { "another headline", "<item><guid>1</guid><title>A</title><link>https://wire.example/a</link></item>", "<item><guid>1</guid><title>A, and why</title><link>https://wire.example/a</link></item>", 1 },
  { "guid and headline new, page the same", "<item><guid>1</guid><title>A</title><link>https://wire.example/a</link></item>", "<item><guid>2</guid><title>A, and why</title><link>https://wire.example/a</link></item>", 1 },
  { "one page, another story each day", "<item><guid>d1</guid><title>Briefing of Thursday on Mali</title>" DATE "<link>https://wire.example/daily</link></item>",
    "<item><guid>d2</guid><title>Briefing of Friday on Chad</title><pubDate>Fri, 16 Jan 2026 11:40:00 GMT</pubDate><link>https://wire.example/daily</link></item>", 2 },
  { "the same item twice", "<item><guid>1</guid><title>A</title></item><item><guid>1</guid><title>A</title></item>", "<item><guid>1</guid><title>A</title></item>", 1 },
  { "nothing but words", "<item><title>A</title></item>", "<item><title>a</title></item>", 1 },
  { "two stories", "<item><guid>1</guid><title>A</title><link>https://wire.example/a</link></item>", "<item><guid>2</guid><title>B</title><link>https://wire.example/b</link></item>", 2 },
  { "a title that is everybody's", "<item><guid>1</guid><title>Press briefing</title>" DATE "<link>https://wire.example/1</link></item>", "<item><guid>2</guid><title>Press briefing</title>" DATE "<link>https://wire.example/2</link></item>", 2 },
  { "the same headline a day later", "<item><guid>1</guid>" LONG DATE "<link>https://wire.example/1</link></item>", "<item><guid>2</guid>" LONG "<pubDate>Fri, 16 Jan 2026 11:40:00 GMT</pubDate><link>https://wire.example/2</link></item>", 2 },
  { "every link leads to the front page", "<item><guid>1</guid><title>A</title><link>https://wire.example/</link></item>", "<item><guid>2</guid><title>B</title><link>https://wire.example/</link></item>", 2 },
  { "one page shared by two of an edition", "<item><guid>1</guid><title>A</title><link>https://wire.example/live</link></item><item><guid>2</guid><title>B</title><link>https://wire.example/live</link></item>",
    "<item><guid>2</guid><title>B</title><link>https://wire.example/live</link></item><item><guid>1</guid><title>A</title><link>https://wire.example/live</link></item>", 2 },
  { "one guid for all", "<item><guid>0</guid><title>A</title><link>https://wire.example/a</link></item><item><guid>0</guid><title>B</title><link>https://wire.example/b</link></item>",
    "<item><guid>0</guid><title>B</title><link>https://wire.example/b</link></item><item><guid>0</guid><title>A</title><link>https://wire.example/a</link></item>", 2 },
  { "several told on one page", "<item><guid>https://wire.example/live#post-1</guid><title>A</title><link>https://wire.example/live#post-1</link></item><item><guid>https://wire.example/live#post-2</guid><title>B</title><link>https://wire.example/live#post-2</link></item>",
    "<item><guid>https://wire.example/live#post-3</guid><title>C</title><link>https://wire.example/live#post-3</link></item><item><guid>https://wire.example/live#post-2</guid><title>B</title><link>https://wire.example/live#post-2</link></item>", 3 },
  { "numbered on one page", "<item><guid>https://wire.example/live#2</guid><title>B</title><link>https://wire.example/live#2</link></item><item><guid>https://wire.example/live#1</guid><title>A</title><link>https://wire.example/live#1</link></item>",
    "<item><guid>https://wire.example/live#2</guid><title>B</title><link>https://wire.example/live#2</link></item><item><guid>https://wire.example/live#1</guid><title>A</title><link>https://wire.example/live#1</link></item>", 2 },
  { "an id that counts its changes", "<item><guid>https://wire.example/a#0</guid><title>A</title><link>https://wire.example/a</link></item>", "<item><guid>https://wire.example/a#1</guid><title>A, and why</title><link>https://wire.example/a</link></item>", 1 },
  { "one page without ids, story after story", "<item><title>Visit to Mali</title><link>https://wire.example/press</link><pubDate>05 Jan 2026 10:00:00 GMT</pubDate></item>",
    "<item><title>Note on Chad</title><link>https://wire.example/press</link><pubDate>09 Jan 2026 10:00:00 GMT</pubDate></item>", 2 },
  { "one page without ids, then both stories", "<item><title>Visit to Mali</title><link>https://wire.example/press</link><pubDate>05 Jan 2026 10:00:00 GMT</pubDate></item>",
    "<item><title>Note on Chad</title><link>https://wire.example/press</link><pubDate>09 Jan 2026 10:00:00 GMT</pubDate></item><item><title>Visit to Mali</title><link>https://wire.example/press</link><pubDate>05 Jan 2026 10:00:00 GMT</pubDate></item>", 2 },
  { "one page numbered by days", "<item><guid>https://wire.example/press#20260105</guid><title>Visit to Mali</title><link>https://wire.example/press#20260105</link><pubDate>05 Jan 2026 10:00:00 GMT</pubDate></item>",
    "<item><guid>https://wire.example/press#20260109</guid><title>Note on Chad</title><link>https://wire.example/press#20260109</link><pubDate>09 Jan 2026 10:00:00 GMT</pubDate></item>", 2 },
  { "one page numbered by days, then both", "<item><guid>https://wire.example/press#20260105</guid><title>Visit to Mali</title><link>https://wire.example/press#20260105</link><pubDate>05 Jan 2026 10:00:00 GMT</pubDate></item>",
    "<item><guid>https://wire.example/press#20260109</guid><title>Note on Chad</title><link>https://wire.example/press#20260109</link><pubDate>09 Jan 2026 10:00:00 GMT</pubDate></item><item><guid>https://wire.example/press#20260105</guid><title>Visit to Mali</title><link>https://wire.example/press#20260105</link><pubDate>05 Jan 2026 10:00:00 GMT</pubDate></item>", 2 },
  { "places of one page, without ids", "<item><title>Visit to Mali</title><link>https://wire.example/press#a</link><pubDate>05 Jan 2026 10:00:00 GMT</pubDate></item>",
    "<item><title>Note on Chad</title><link>https://wire.example/press#b</link><pubDate>09 Jan 2026 10:00:00 GMT</pubDate></item>", 2 },
  { "without ids, another headline", "<item><title>Visit to Mali</title><link>https://wire.example/press</link><pubDate>05 Jan 2026 10:00:00 GMT</pubDate></item>",
    "<item><title>Visit to Mali and why</title><link>https://wire.example/press</link><pubDate>05 Jan 2026 10:00:00 GMT</pubDate></item>", 1 },
  { "a parameter that matters", "<item><title>A</title><link>https://wire.example/s?id=4</link></item>", "<item><title>B</title><link>https://wire.example/s?id=5</link></item>", 2 },
};

static void
test_same (Fixture *f, gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  receive (f, CASES[i].first, NOW);
  receive (f, CASES[i].next, NOW + 3600);
  receive (f, CASES[i].first, NOW + 7200);   /* and back: a cache somewhere is late */
  g_assert_cmpint (count (f), ==, CASES[i].n);
}

static gint64
only_id (Fixture *f)
{
  g_assert_cmpint (count (f), ==, 1);
  return att_database_number (f->store.db, 0, "SELECT id FROM article", "");
}

/* The newest wording is shown and searched, in its old place; the earlier ones are there in their order, each once. */
static void
test_versions (Fixture *f, gconstpointer data)
{
  receive (f, "<item><guid>1</guid><title>Ceasefire agreed</title><description>Both sides confirmed.</description>" DATE "</item>", NOW);
  receive (f, "<item><guid>1</guid><title>Ceasefire agreed</title><description>Both sides confirmed.</description>" DATE "</item>", NOW + 60);
  gint64 id = only_id (f);
  g_autoptr (GPtrArray) none = att_versions_read (f->store.db, id, NULL);
  g_assert_cmpuint (none->len, ==, 0);

  receive (f, "<item><guid>1</guid><title>Ceasefire in doubt</title><description>One side confirmed.</description><pubDate>Fri, 16 Jan 2026 08:00:00 GMT</pubDate></item>", NOW + 120);
  receive (f, "<item><guid>1</guid><title>Ceasefire agreed</title><description>Both sides confirmed.</description></item>", NOW + 180);
  receive (f, "<item><guid>1</guid><title>Ceasefire off</title><description>Nobody confirmed.</description></item>", NOW + 240);
  g_assert_cmpint (only_id (f), ==, id);
  g_autoptr (AttArticle) now = att_articles_read (f->store.db, id, NULL);
  g_autoptr (GPtrArray) versions = att_versions_read (f->store.db, id, NULL);
  g_assert_cmpstr (now->title, ==, "Ceasefire off");
  g_assert_cmpint (now->published, ==, 1768477200);   /* as first seen */
  g_assert_cmpuint (versions->len, ==, 2);
  const AttVersion *first = g_ptr_array_index (versions, 0), *second = g_ptr_array_index (versions, 1);
  g_assert_cmpstr (first->title, ==, "Ceasefire agreed");
  g_assert_cmpstr (first->text, ==, "Both sides confirmed.");
  g_assert_cmpint (first->seen, ==, NOW);
  g_assert_cmpstr (second->title, ==, "Ceasefire in doubt");
  g_assert_cmpint (second->seen, ==, NOW + 120);
  g_assert_cmpint (att_database_number (f->store.db, 0, "SELECT count(*) FROM search WHERE search MATCH 'nobody'", ""), ==, 1);
  g_assert_cmpint (att_database_number (f->store.db, 0, "SELECT count(*) FROM search WHERE search MATCH 'sides'", ""), ==, 0);
}

#define ATOM "<feed xmlns='http://www.w3.org/2005/Atom'><title>Wire</title><id>wire</id>"

static void
receive_atom (Fixture *f, const char *entries, gint64 now)
{
  g_autofree char *text = g_strconcat (ATOM, entries, "</feed>", NULL);
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (AttEdition) edition = att_feed_parse (bytes, NULL, FEED_URL, NULL);
  g_autoptr (AttChange) change = att_change_new ();
  g_assert_true (att_articles_write (f->store.db, f->feed, edition, now, change, NULL));
}

/* Of two with one id the one changed last is the article, wherever it stands. */
static void
test_latest (Fixture *f, gconstpointer data)
{
  receive_atom (f, "<entry><id>urn:1</id><title>Corrected: 12 dead</title><updated>2026-01-15T12:00:00Z</updated><link href='https://wire.example/1'/></entry>"
                   "<entry><id>urn:1</id><title>300 dead</title><updated>2026-01-15T09:00:00Z</updated><link href='https://wire.example/1'/></entry>", NOW);
  g_autoptr (AttArticle) first = att_articles_read (f->store.db, only_id (f), NULL);
  g_assert_cmpstr (first->title, ==, "Corrected: 12 dead");
  receive_atom (f, "<entry><id>urn:1</id><title>12 dead</title><updated>2026-01-15T11:00:00Z</updated><link href='https://wire.example/1'/></entry>"
                   "<entry><id>urn:1</id><title>Corrected again: 11 dead</title><updated>2026-01-15T13:00:00Z</updated><link href='https://wire.example/1'/></entry>", NOW + 60);
  g_autoptr (AttArticle) again = att_articles_read (f->store.db, only_id (f), NULL);
  g_assert_cmpstr (again->title, ==, "Corrected again: 11 dead");
}

/* Another story on the same page days later is another article, dated only by its change or not, and also when the first one was let go of. */
static void
test_next_day (Fixture *f, gconstpointer data)
{
  receive_atom (f, "<entry><id>urn:1</id><title>Storm on the coast</title><updated>2026-01-12T12:00:00Z</updated><link href='https://wire.example/alert'/></entry>", NOW);
  receive_atom (f, "<entry><id>urn:2</id><title>Flood in the valleys</title><updated>2026-01-15T12:00:00Z</updated><link href='https://wire.example/alert'/></entry>", NOW + 60);
  g_assert_cmpint (count (f), ==, 2);
  for (gint64 id = 1; id <= 2; id++)
    g_assert_true (att_database_run (f->store.db, NULL, "UPDATE identity SET article=-1 WHERE article=?", "i", id) && att_articles_forget (f->store.db, "id", id, NULL));
  g_assert_cmpint (count (f), ==, 0);
  receive_atom (f, "<entry><id>urn:2</id><title>Flood in the valleys</title><updated>2026-01-15T12:00:00Z</updated><link href='https://wire.example/alert'/></entry>", NOW + 120);
  g_assert_cmpint (count (f), ==, 0);   /* its time is over */
  for (guint i = 0; i < 2; i++)
    receive_atom (f, "<entry><id>urn:3</id><title>Snow on the hills</title><updated>2026-01-15T13:00:00Z</updated><link href='https://wire.example/alert'/></entry>", NOW + 180 + i);
  g_autoptr (AttArticle) a = att_articles_read (f->store.db, only_id (f), NULL);
  g_assert_cmpstr (a->title, ==, "Snow on the hills");
}

/* What was let go of does not come back under another name. */
static void
test_renamed (Fixture *f, gconstpointer data)
{
  receive (f, "<item><guid>http://wire.example/a#ref=rss</guid><title>Storm</title><link>https://wire.example/a</link><pubDate>Mon, 05 Jan 2026 11:40:00 GMT</pubDate></item>", NOW);
  gint64 id = only_id (f);
  g_assert_true (att_database_run (f->store.db, NULL, "UPDATE identity SET article=-1 WHERE article=?", "i", id) && att_articles_forget (f->store.db, "id", id, NULL));
  receive (f, "<item><guid>wp-17</guid><title>Storm</title><link>https://wire.example/a</link><pubDate>Mon, 05 Jan 2026 11:40:00 GMT</pubDate></item>", NOW + 60);
  g_assert_cmpint (count (f), ==, 0);
}

/* The same words in other paragraphs are no other wording. */
static void
test_respaced (Fixture *f, gconstpointer data)
{
  receive (f, "<item><guid>1</guid><title>A</title><description>&lt;p&gt;Will you go? I will.&lt;/p&gt;</description></item>", NOW);
  receive (f, "<item><guid>1</guid><title>A</title><description>Will you go?&lt;br&gt;I will.</description></item>", NOW + 60);
  g_autoptr (AttArticle) a = att_articles_read (f->store.db, only_id (f), NULL);
  g_assert_cmpstr (a->text, ==, "Will you go?\n\nI will.");
  g_assert_cmpint (att_database_number (f->store.db, -1, "SELECT (SELECT count(*) FROM version) + (SELECT count(*) FROM reworded)", ""), ==, 0);
  g_assert_cmpint (att_database_number (f->store.db, 0, "SELECT count(*) FROM search WHERE search MATCH '\"will you go\"'", ""), ==, 1);
}

/* What comes later beside the same words is kept as well. */
static void
test_beside (Fixture *f, gconstpointer data)
{
  receive (f, "<item><guid>1</guid><title>A</title><description>Words.</description></item>", NOW);
  receive (f, "<item><guid>1</guid><title>A</title><description>Words.</description><comments>/a#comments</comments><enclosure url='a.mp3' type='audio/mpeg' length='5'/></item>", NOW + 60);
  g_autoptr (AttArticle) a = att_articles_read (f->store.db, only_id (f), NULL);
  g_assert_cmpuint (a->enclosures->len, ==, 1);
  g_assert_cmpstr (a->comments, ==, "https://wire.example/a#comments");
  receive (f, "<item><guid>1</guid><title>A</title><description>Words.</description><enclosure url='b.mp3' type='audio/mpeg' length='6'/></item>", NOW + 120);
  g_autoptr (AttArticle) b = att_articles_read (f->store.db, only_id (f), NULL);
  g_assert_cmpuint (b->enclosures->len, ==, 1);
  g_assert_cmpstr (((AttEnclosure *) g_ptr_array_index (b->enclosures, 0))->url, ==, "https://wire.example/b.mp3");
  g_assert_cmpint (att_database_number (f->store.db, -1, "SELECT count(*) FROM version", ""), ==, 0);
}

/* What the source said beside the words is kept apart from our own marks, and comes back. */
static void
test_provenance (Fixture *f, gconstpointer data)
{
  receive (f, "<item><guid>1</guid><title>A</title><category>World</category><category emm:rank='1' emm:trigger='Kyiv[2]; talks[1]'>Peace</category>"
              "<emm:entity id='7' type='p' name='Wang Yi'>Wang</emm:entity><emm:quote who='Wang Yi'>We will talk.</emm:quote><source url='https://other.example/'>Other Wire</source>"
              "<comments>/a#comments</comments><enclosure url='a.mp3' type='audio/mpeg' length='5'/></item>", NOW);
  g_autoptr (AttArticle) a = att_articles_read (f->store.db, only_id (f), NULL);
  g_assert_cmpuint (a->categories->len, ==, 2);
  g_assert_cmpuint (a->marks->len, ==, 4);
  const AttSourceMark *trigger = g_ptr_array_index (a->marks, 0), *quote = g_ptr_array_index (a->marks, 3);
  g_assert_cmpstr (trigger->kind, ==, "trigger");
  g_assert_cmpstr (trigger->name, ==, "Kyiv[2]");
  g_assert_cmpstr (quote->who, ==, "Wang Yi");
  g_assert_cmpstr (quote->name, ==, "We will talk.");
  g_assert_cmpstr (a->source, ==, "Other Wire");
  g_assert_cmpstr (a->source_url, ==, "https://other.example/");
  g_assert_cmpstr (a->comments, ==, "https://wire.example/a#comments");
  g_assert_cmpstr (((AttEnclosure *) g_ptr_array_index (a->enclosures, 0))->url, ==, "https://wire.example/a.mp3");
  g_assert_true (att_feeds_remove (f->store.db, f->feed, NULL));
  g_assert_cmpint (att_database_number (f->store.db, -1, "SELECT (SELECT count(*) FROM source_mark) + (SELECT count(*) FROM enclosure) + (SELECT count(*) FROM identity)", ""), ==, 0);
}

/* What a story's paragraphs are is kept, and comes to those that were stored when nobody could tell; it is no other wording. */
static void
test_shapes (Fixture *f, gconstpointer data)
{
  receive (f, "<item><guid>1</guid><title>A</title><description>&lt;p&gt;Demands&lt;/p&gt;&lt;p&gt;peace&lt;/p&gt;</description></item>", NOW);
  g_autoptr (AttArticle) plain = att_articles_read (f->store.db, only_id (f), NULL);
  g_assert_cmpstr (plain->shapes, ==, NULL);
  for (guint i = 0; i < 2; i++) {
    receive (f, "<item><guid>1</guid><title>A</title><description>&lt;h2&gt;Demands&lt;/h2&gt;&lt;ul&gt;&lt;li&gt;peace&lt;/li&gt;&lt;/ul&gt;</description></item>", NOW + 60 + i);
    g_autoptr (AttArticle) shaped = att_articles_read (f->store.db, only_id (f), NULL);
    g_assert_cmpstr (shaped->text, ==, "Demands\n\npeace");
    g_assert_cmpstr (shaped->shapes, ==, "hl");
    g_assert_true (shaped->versions == NULL || shaped->versions->len == 0);
  }
}

/* A store of the first version: its articles are found again by what they were known by then. */
static void
test_adopted (Fixture *f, gconstpointer data)
{
  receive (f, "<item><guid>https://wire.example/a</guid><title>A</title></item>", NOW);
  gint64 id = only_id (f);
  g_assert_true (att_database_script (f->store.db, "PRAGMA writable_schema=ON; UPDATE sqlite_schema SET sql=replace(sql, ' AUTOINCREMENT', '') WHERE name<>'sqlite_sequence'; PRAGMA writable_schema=RESET; DELETE FROM sqlite_sequence;"
                                      "DROP TABLE correction_before; ALTER TABLE feed DROP COLUMN walk; ALTER TABLE body DROP COLUMN shapes; DROP TABLE heard; DROP TABLE reworded; DROP TABLE attribution; DROP TABLE contact; DROP TABLE note; DROP TABLE struck_actor; DROP TABLE dismissed; DROP TABLE labelled; DROP TABLE label; DROP TABLE shelf; DROP TABLE entry_left; ALTER TABLE entry DROP COLUMN language;"
                                      "ALTER TABLE feed DROP COLUMN country; ALTER TABLE feed DROP COLUMN kind; ALTER TABLE feed DROP COLUMN owner; ALTER TABLE feed DROP COLUMN every; ALTER TABLE feed DROP COLUMN gone;"
                                      "DROP TABLE promotion; DROP TABLE monitor; DROP TABLE ring; DROP TABLE keep; DROP TRIGGER change_old; DROP TRIGGER entry_came; DROP TRIGGER entry_topics; DROP TRIGGER entry_flags; DROP TRIGGER entry_gone; DROP TRIGGER topic_named; DROP TABLE change; DROP INDEX article_of_feed; CREATE TABLE mention (topic INTEGER, published INTEGER, article INTEGER);"
                                      "DROP TABLE page; ALTER TABLE feed DROP COLUMN pages; DROP TABLE correction; DROP TABLE same_actor; DROP TABLE same_actor_before; DROP TABLE event; DROP TABLE identity; DROP TABLE version; DROP TABLE source_mark; DROP TABLE enclosure;"
                                      "ALTER TABLE article DROP COLUMN seen; ALTER TABLE article DROP COLUMN comments; ALTER TABLE article DROP COLUMN source;"
                                      "ALTER TABLE article DROP COLUMN source_url; ALTER TABLE feed DROP COLUMN skip_hours; ALTER TABLE feed DROP COLUMN skip_days;"
                                      "ALTER TABLE feed DROP COLUMN hub; ALTER TABLE feed DROP COLUMN next; ALTER TABLE feed DROP COLUMN moving_to; ALTER TABLE feed DROP COLUMN moving;"
                                      "UPDATE article SET key='wire.example/a'; PRAGMA user_version=1", NULL));
  att_database_close (f->store.db);
  g_autoptr (GError) error = NULL;
  f->store.db = att_database_open (f->store.path, ATT_DATABASE_WRITE, &error);
  g_assert_no_error (error);
  receive (f, "<item><guid>http://wire.example/a?utm_source=x</guid><title>A, edited</title></item>", NOW + 60);
  g_assert_cmpint (only_id (f), ==, id);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (CASES); i++) {
    g_autofree char *path = g_strconcat ("/identity/", CASES[i].what, NULL);
    g_test_add (path, Fixture, GUINT_TO_POINTER (i), set_up, test_same, tear_down);
  }
  g_test_add ("/identity/versions", Fixture, NULL, set_up, test_versions, tear_down);
  g_test_add ("/identity/latest", Fixture, NULL, set_up, test_latest, tear_down);
  g_test_add ("/identity/next-day", Fixture, NULL, set_up, test_next_day, tear_down);
  g_test_add ("/identity/renamed", Fixture, NULL, set_up, test_renamed, tear_down);
  g_test_add ("/identity/respaced", Fixture, NULL, set_up, test_respaced, tear_down);
  g_test_add ("/identity/beside", Fixture, NULL, set_up, test_beside, tear_down);
  g_test_add ("/identity/provenance", Fixture, NULL, set_up, test_provenance, tear_down);
  g_test_add ("/identity/shapes", Fixture, NULL, set_up, test_shapes, tear_down);
  g_test_add ("/identity/adopted", Fixture, NULL, set_up, test_adopted, tear_down);
  return g_test_run ();
}
