/* test-feed.c: feeds, lists of feeds, and feeds on pages.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "base/date.h"
#include "base/error.h"
#include "feed/discover.h"
#include "feed/opml.h"
#include "feed/parse.h"
#include "feed/shapes.h"

#include <string.h>

static AttEdition *
parse (const char *text, const char *type, const char *base)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  AttEdition *edition = att_feed_parse (bytes, type, base, &error);
  g_assert_no_error (error);
  return edition;
}

static const AttArticle *
article (const AttEdition *edition, guint i)
{
  g_assert_cmpuint (i, <, edition->articles->len);
  return g_ptr_array_index (edition->articles, i);
}

static void
test_rss (void)
{
  g_autoptr (AttEdition) e = parse (
    "<?xml version='1.0'?><rss version='2.0' xmlns:content='http://purl.org/rss/1.0/modules/content/' xmlns:dc='http://purl.org/dc/elements/1.1/'><channel>"
    "<title>The Wire &amp; Co</title><link>https://wire.example/</link><language>en-gb</language><ttl>90</ttl>"
    "<item><title>Talks &lt;b&gt;resume&lt;/b&gt;</title><link>/a?id=1</link><guid isPermaLink='false'>n-1</guid><pubDate>Thu, 15 Jan 2026 11:40:00 GMT</pubDate>"
    "<dc:creator>A. Writer</dc:creator><category>Talks</category><description>Short.</description>"
    "<content:encoded><![CDATA[<p>First.</p><p onload='x'>Second.</p>]]></content:encoded><enclosure url='/a.mp3' type='audio/mpeg' length='5'/></item>"
    "<item><title>No guid</title><link>https://wire.example/b/?utm_source=rss</link></item></channel></rss>", NULL, "https://wire.example/feed");
  const AttArticle *a = article (e, 0), *b = article (e, 1);
  g_autofree char *date = att_date_format (a->published);
  g_assert_cmpstr (e->format, ==, "rss20");
  g_assert_true (e->well_formed);
  g_assert_cmpstr (e->title, ==, "The Wire & Co");
  g_assert_cmpint (e->interval, ==, 90 * 60);
  g_assert_cmpstr (a->title, ==, "Talks resume");
  g_assert_cmpstr (a->url, ==, "https://wire.example/a?id=1");
  g_assert_cmpuint (a->n_keys, ==, 2);
  g_assert_cmpstr (a->byline, ==, "A. Writer");
  g_assert_cmpstr (date, ==, "2026-01-15T11:40:00Z");
  g_assert_cmpstr (a->text, ==, "First.\n\nSecond.");
  g_assert_cmpstr (a->content, ==, "<p>First.</p><p>Second.</p>");
  g_assert_cmpuint (a->enclosures->len, ==, 1);
  g_assert_cmpuint (b->n_keys, ==, 2);   /* its page, with its title and without */
}

static void
test_atom (void)
{
  g_autoptr (AttEdition) e = parse (
    "<feed xmlns='http://www.w3.org/2005/Atom' xml:lang='de' xml:base='https://a.example/x/'><title type='text'>A &lt; B</title><link rel='self' href='feed'/><link href='/'/>"
    "<updated>2026-01-15T11:40:00Z</updated><entry><id>urn:1</id><title type='html'>&lt;i&gt;One&lt;/i&gt;</title><link href='one'/><author><name>N</name></author>"
    "<published>2026-01-14T00:00:00Z</published><updated>2026-01-15T00:00:00Z</updated><content type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'><p>Body <a href='two'>x</a></p></div></content>"
    "</entry></feed>", "application/atom+xml", "https://a.example/");
  const AttArticle *a = article (e, 0);
  g_assert_cmpstr (e->format, ==, "atom10");
  g_assert_cmpstr (e->title, ==, "A < B");
  g_assert_cmpstr (e->language, ==, "de");
  g_assert_cmpstr (e->self, ==, "https://a.example/x/feed");
  g_assert_cmpstr (a->title, ==, "One");
  g_assert_cmpstr (a->url, ==, "https://a.example/x/one");
  g_assert_nonnull (strstr (a->content, "href=\"https://a.example/x/two\""));
}

/* What monitoring needs beside the words. */
static void
test_monitoring (void)
{
  g_autoptr (AttEdition) e = parse (
    "<rss version='2.0' xmlns:atom='http://www.w3.org/2005/Atom' xmlns:sy='http://purl.org/rss/1.0/modules/syndication/' xmlns:media='http://search.yahoo.com/mrss/' xmlns:dc='http://purl.org/dc/elements/1.1/' "
    "xmlns:itunes='http://www.itunes.com/dtds/podcast-1.0.dtd'><channel><title>T</title><link>https://m.example/</link><language>fr</language><sy:updatePeriod>hourly</sy:updatePeriod>"
    "<sy:updateFrequency>2</sy:updateFrequency><skipHours><hour>0</hour><hour>23</hour></skipHours><skipDays><day>Sunday</day></skipDays><atom:link rel='self' href='https://m.example/feed'/>"
    "<atom:link rel='hub' href='https://hub.example/'/><atom:link rel='next' href='?page=2'/><itunes:new-feed-url>https://new.example/feed</itunes:new-feed-url>"
    "<item xml:lang='de'><title>Eins</title><source url='https://s.example/'>S</source><comments>/c</comments><media:group><media:content url='v.mp4' type='video/mp4'/><media:thumbnail url='t.jpg'/></media:group></item>"
    "<item><title>Deux</title><dc:language>en</dc:language></item></channel></rss>", NULL, "https://m.example/feed");
  const AttArticle *a = article (e, 0), *b = article (e, 1);
  g_assert_cmpstr (e->language, ==, "fr");
  g_assert_cmpint (e->interval, ==, 1800);
  g_assert_cmpuint (e->skip_hours, ==, 1u << 0 | 1u << 23);
  g_assert_cmpuint (e->skip_days, ==, 1u << 6);
  g_assert_cmpstr (e->self, ==, "https://m.example/feed");
  g_assert_cmpstr (e->hub, ==, "https://hub.example/");
  g_assert_cmpstr (e->next, ==, "https://m.example/feed?page=2");
  g_assert_cmpstr (e->moved, ==, "https://new.example/feed");
  g_assert_cmpstr (a->language, ==, "de");
  g_assert_cmpstr (b->language, ==, "en");
  g_assert_cmpstr (a->source, ==, "S");
  g_assert_cmpstr (a->comments, ==, "https://m.example/c");
  g_assert_cmpstr (a->image, ==, "https://m.example/t.jpg");
  g_assert_cmpstr (((AttEnclosure *) g_ptr_array_index (a->enclosures, 0))->url, ==, "https://m.example/v.mp4");

  g_autoptr (AttEdition) atom = parse (
    "<feed xmlns='http://www.w3.org/2005/Atom'><link rel='prev-archive' href='https://m.example/2025'/><entry xml:lang='ar'><title>A</title><link rel='replies' type='text/html' href='https://m.example/r'/>"
    "<source><title>Origin</title><link href='https://o.example/'/></source></entry></feed>", NULL, NULL);
  g_assert_cmpstr (atom->next, ==, "https://m.example/2025");
  g_assert_cmpstr (article (atom, 0)->language, ==, "ar");
  g_assert_cmpstr (article (atom, 0)->comments, ==, "https://m.example/r");
  g_assert_cmpstr (article (atom, 0)->source, ==, "Origin");
  g_assert_cmpstr (article (atom, 0)->source_url, ==, "https://o.example/");
}

static void
test_others (void)
{
  g_autoptr (AttEdition) rdf = parse ("<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns='http://purl.org/rss/1.0/'><channel rdf:about='x'><title>R</title></channel>"
                                      "<item rdf:about='https://r.example/1'><title>One</title></item></rdf:RDF>", NULL, NULL);
  g_assert_cmpstr (rdf->format, ==, "rss10");
  g_assert_cmpstr (article (rdf, 0)->url, ==, "https://r.example/1");
  g_autoptr (AttEdition) json = parse ("{\"version\":\"https://jsonfeed.org/version/1.1\",\"title\":\"J\",\"items\":[{\"id\":7,\"content_text\":\"a < b\",\"authors\":[{\"name\":\"N\"}]}]}", NULL, NULL);
  g_assert_cmpstr (json->format, ==, "json11");
  g_assert_cmpstr (article (json, 0)->guid, ==, "7");
  g_assert_cmpstr (article (json, 0)->text, ==, "a < b");
  g_autoptr (AttEdition) cut = parse ("{\"version\":\"https://jsonfeed.org/version/1.1\",\"title\":\"J\",\"items\":[{\"id\":\"1\",\"title\":\"cut \\ud83d\",\"tags\":[\"\\ud800abc\"]},"
                                      "{\"id\":\"2\",\"title\":\"whole \\ud83d\\ude00\"}]}", NULL, NULL);   /* half of a character */
  g_assert_cmpuint (cut->articles->len, ==, 2);
  g_assert_cmpstr (article (cut, 0)->title, ==, "cut \uFFFD");
  g_assert_cmpstr (article (cut, 1)->title, ==, "whole \U0001F600");
  g_assert_true (g_utf8_validate (g_ptr_array_index (article (cut, 0)->categories, 0), -1, NULL));
}

/* What no hand has written: it is refused, or read, and soon. */
static void
test_bombs (void)
{
  g_autofree char *brackets = g_strnfill (200000, '['), *json = g_strconcat ("{\"version\":\"https://jsonfeed.org/version/1.1\",\"items\":", brackets, NULL);
  g_autoptr (GBytes) bytes = g_bytes_new (json, strlen (json));
  g_autoptr (GError) error = NULL;
  g_assert_null (att_feed_parse (bytes, NULL, NULL, &error));
  g_assert_error (error, ATT_ERROR, ATT_ERROR_NOT_A_FEED);
  GString *tags = g_string_new ("<rss version='2.0'><channel><item><title>One</title></item>");
  for (guint i = 0; i < 100000; i++)
    g_string_append (tags, "<a>");
  for (guint i = 0; i < 100000; i++)   /* each of which once looked through all of those: half a minute */
    g_string_append (tags, "</b>");
  g_autoptr (GBytes) unclosed = g_bytes_new (tags->str, tags->len);
  g_autoptr (AttEdition) edition = att_feed_parse (unclosed, NULL, NULL, NULL);
  g_assert_true (edition == NULL || edition->articles->len == 1);
  g_string_free (tags, TRUE);
}

/* What is broken is read as far as it goes, and the edition says so. */
static void
test_broken (void)
{
  static const char *const BROKEN[] = {
    "<rss version='2.0'><channel><title>T</title><item><title>Tom & Jerry&nbsp;&eacute;</title></item><item><title>Two</title></channel></rss>",
    "junk before <rss version='2.0'><channel><item><title>A\x01</title></item><item><title>B</title></item></channel>",
    "<rss version='2.0'><channel><item><title>One</title></item><item><title>Two</title></item><item><title>Cut o",
  };
  for (guint i = 0; i < G_N_ELEMENTS (BROKEN); i++) {
    g_autoptr (AttEdition) e = parse (BROKEN[i], NULL, NULL);
    g_assert_false (e->well_formed);
    g_assert_cmpuint (e->articles->len, >=, 2);
  }
  g_autoptr (AttEdition) angle = parse ("<rss version='2.0' xmlns:media='http://search.yahoo.com/mrss/'><channel><item><title>One</title></item><item><title>Two</title>"
                                        "<media:content url='https://e.example/a.jpg' title='Growth < 2%'/></item><item><title>Three</title></item></channel></rss>", NULL, NULL);
  g_assert_cmpuint (angle->articles->len, ==, 3);
  g_autoptr (AttEdition) cut = parse ("<rss version='2.0'><channel><item><title>One</title></item><item><title>Two</title><link>https://e.example/2026/envoys-m", NULL, NULL);
  g_assert_cmpuint (cut->articles->len, ==, 1);   /* the other comes whole next time */
  g_assert_true (cut->cut_off);
  g_assert_false (angle->cut_off);   /* bent, but all of it is there */
  g_autoptr (AttEdition) alone = parse ("<rss version='2.0'><channel><item><title>One</title><link>https://e.example/1</link>", NULL, NULL);
  g_assert_cmpuint (alone->articles->len, ==, 1);
  g_autoptr (AttEdition) open = parse ("<rss version='2.0'><channel><item><title>One</title></item><item><title>Two</title><item><title>Three</title></item></channel></rss>", NULL, NULL);
  g_assert_cmpuint (open->articles->len, >=, 2);
}

/* What publishers write against the specification, and what is meant by it. */
static void
test_meant (void)
{
  g_autoptr (AttEdition) by_id = parse ("<feed xmlns='http://www.w3.org/2005/Atom'><title>T</title><entry><id>https://i.example/1</id><title>Q1&lt;Q2 again</title></entry></feed>", NULL, NULL);
  g_assert_cmpstr (article (by_id, 0)->url, ==, "https://i.example/1");
  g_assert_cmpstr (article (by_id, 0)->title, ==, "Q1<Q2 again");
  g_autoptr (AttEdition) media = parse ("<rss version='2.0' xmlns:media='http://search.yahoo.com/mrss/'><channel><link>https://m.example/news/</link>"
                                        "<item><media:title>A caption</media:title><title>The headline</title><link>story</link></item>"
                                        "<item><media:title>Only a caption</media:title></item></channel></rss>", NULL, NULL);
  g_assert_cmpstr (article (media, 0)->title, ==, "The headline");
  g_assert_cmpstr (article (media, 0)->url, ==, "https://m.example/news/story");
  g_assert_cmpstr (article (media, 1)->title, ==, "Only a caption");
  g_autoptr (AttEdition) lines = parse ("<rss version='2.0'><channel><item><title>L</title><description><![CDATA[<pre>one\r\ntwo\rthree</pre>]]></description></item></channel></rss>", NULL, NULL);
  g_assert_cmpstr (article (lines, 0)->summary, ==, "<pre>one\ntwo\nthree</pre>");
  g_autoptr (AttEdition) evil = parse ("<rss version='2.0'><channel><item><title>E</title><link>javascript:alert(1)</link><comments> data:text/html,x</comments><enclosure url='vbscript:x'/></item></channel></rss>", NULL, NULL);
  g_assert_null (article (evil, 0)->url);
  g_assert_null (article (evil, 0)->comments);
  g_assert_cmpuint (article (evil, 0)->enclosures->len, ==, 0);
  g_autoptr (AttEdition) own = parse ("<rss version='2.0' xmlns='urn:of-our-own' xml:lang='de'><channel><title>T</title><item><title>Counted</title></item></channel></rss>", NULL, NULL);
  g_assert_cmpstr (article (own, 0)->title, ==, "Counted");
  g_assert_cmpstr (own->language, ==, "de");
}

/* Empty elements say nothing; what a module says of a picture is one; soft hyphens are no letters. */
static void
test_modules (void)
{
  g_autoptr (AttEdition) e = parse ("<rss version='2.0' xmlns:media='http://search.yahoo.com/mrss/' xmlns:itunes='http://www.itunes.com/dtds/podcast-1.0.dtd'><channel>"
                                    "<item><title/><media:title>Only a caption</media:title><description></description><itunes:summary>In short</itunes:summary></item>"
                                    "<item><title>Pictured</title><media:content url='https://e.example/a.jpg' medium='image'/></item>"
                                    "<item><title>Au&#xDF;en&#xAD;minister reist</title><description>&lt;p&gt;Der Bundes&amp;shy;kanzler\xC2\xAD sprach\xE2\x81\xA0.&lt;/p&gt;</description></item></channel></rss>", NULL, NULL);
  g_assert_cmpstr (article (e, 0)->title, ==, "Only a caption");
  g_assert_cmpstr (article (e, 0)->text, ==, "In short");
  g_assert_cmpstr (article (e, 1)->image, ==, "https://e.example/a.jpg");
  g_autoptr (AttEdition) lines = parse ("<rss version='2.0' xmlns:media='http://search.yahoo.com/mrss/'><channel><item><title>L</title>"
                                        "<media:description>First of the talk.\n\nChapters:\n00:00 Intro\n01:00 Talk &amp; more\n</media:description></item></channel></rss>", NULL, NULL);
  g_assert_cmpstr (article (lines, 0)->summary, ==, "First of the talk.<br><br>Chapters:<br>00:00 Intro<br>01:00 Talk &amp; more");
  g_assert_true (g_str_has_prefix (article (lines, 0)->text, "First of the talk.\n\nChapters:"));
  g_assert_cmpstr (article (e, 2)->title, ==, "Außenminister reist");
  g_assert_cmpstr (article (e, 2)->text, ==, "Der Bundeskanzler sprach.");
}

static void
test_not_a_feed (void)
{
  static const char *const TEXTS[] = { "", "<html><body>Hello</body></html>", "plain words", "{\"a\":1}", "<?xml version='1.0'?><opml version='2.0'><body/></opml>", "{broken" };
  for (guint i = 0; i < G_N_ELEMENTS (TEXTS); i++) {
    g_autoptr (GBytes) bytes = g_bytes_new (TEXTS[i], strlen (TEXTS[i]));
    g_autoptr (GError) error = NULL;
    g_assert_null (att_feed_parse (bytes, NULL, NULL, &error));
    g_assert_error (error, ATT_ERROR, ATT_ERROR_NOT_A_FEED);
  }
}

/* The same story seen again is the same article. */
static void
test_key (void)
{
  g_autoptr (AttEdition) a = parse ("<rss version='2.0'><channel><item><guid>http://www.k.example/1?utm_source=a</guid></item></channel></rss>", NULL, NULL);
  g_autoptr (AttEdition) b = parse ("<rss version='2.0'><channel><item><guid>https://k.example/1</guid></item></channel></rss>", NULL, NULL);
  g_assert_true (article (a, 0)->keys[0] == article (b, 0)->keys[0]);
  g_autoptr (AttEdition) alerts = parse ("<rss version='2.0'><channel><item><title>Alpha story one</title><link>https://k.example/alerts</link></item>"
                                         "<item><title>Beta story two</title><link>https://k.example/alerts</link></item></channel></rss>", NULL, NULL);
  g_assert_true (article (alerts, 0)->keys[0] != article (alerts, 1)->keys[0]);   /* one page for all of them */
  g_autoptr (AttEdition) same = parse ("<rss version='2.0'><channel><item><title>Alpha story one</title><link>https://k.example/1</link></item>"
                                       "<item><title>Alpha story one</title><link>https://www.k.example/1</link></item></channel></rss>", NULL, NULL);
  g_assert_true (article (same, 0)->keys[0] == article (same, 1)->keys[0]);
}

static void
test_opml (void)
{
  const char *text = "<opml version='1.0'><head><title>My feeds</title></head><body><outline text='Wires'><outline text='Inner'><outline text='One' xmlUrl='https://1.example/f' htmlUrl='https://1.example'/>"
                     "</outline></outline><outline title='Two &amp; more' xmlUrl='https://2.example/f'/></body></opml>";
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (AttOpml) opml = att_opml_read (bytes, NULL);
  g_assert_cmpuint (opml->feeds->len, ==, 2);
  g_assert_cmpstr (((AttFeed *) g_ptr_array_index (opml->feeds, 0))->folder, ==, "Wires/Inner");
  g_autoptr (GBytes) written = att_opml_write ("Out", opml->feeds);
  g_autoptr (AttOpml) again = att_opml_read (written, NULL);
  g_assert_cmpuint (again->feeds->len, ==, 2);
  g_assert_cmpstr (((AttFeed *) g_ptr_array_index (again->feeds, 0))->title, ==, "Two & more");
  g_assert_cmpstr (((AttFeed *) g_ptr_array_index (again->feeds, 1))->folder, ==, "Wires/Inner");
  AttFeed *one = g_ptr_array_index (opml->feeds, 0), *other = g_ptr_array_index (opml->feeds, 1);   /* what a person chose goes along, and an address is no title */
  one->every = 3600;
  one->pages = 2;
  one->language = g_strdup ("fr");
  g_clear_pointer (&other->title, g_free);
  g_autoptr (GBytes) chosen = att_opml_write ("Out", opml->feeds);
  g_autoptr (AttOpml) kept = att_opml_read (chosen, NULL);
  for (guint i = 0; i < kept->feeds->len; i++) {
    const AttFeed *feed = g_ptr_array_index (kept->feeds, i);
    gboolean first = strcmp (feed->url, one->url) == 0;
    g_assert_cmpint (feed->every, ==, first ? 3600 : 0);
    g_assert_cmpint (feed->pages, ==, first ? 2 : -1);
    g_assert_cmpstr (feed->language, ==, first ? "fr" : NULL);
    g_assert_cmpstr (feed->title, ==, first ? "One" : NULL);
  }
  g_autoptr (GBytes) wrong = g_bytes_new_static ("<rss/>", 6);
  g_autoptr (GError) error = NULL;
  g_assert_null (att_opml_read (wrong, &error));
  g_assert_error (error, ATT_ERROR, ATT_ERROR_NOT_A_FEED);
}

static void
test_discover (void)
{
  const char *page = "<html><head><link rel='alternate' type='application/rss+xml' title='News' href='/feed.xml'><link rel='stylesheet' href='/a.css'></head>"
                     "<body><a href='https://d.example/world.rss'>World</a><a href='/feed.xml'>RSS</a></body></html>";
  g_autoptr (GBytes) bytes = g_bytes_new (page, strlen (page)), empty = g_bytes_new_static ("<p>nothing", 10);
  g_autoptr (AttPageFeeds) page_feeds = att_feed_discover (bytes, "text/html", "https://d.example/page"), none = att_feed_discover (empty, NULL, "https://d.example/");
  GPtrArray *found = page_feeds->feeds, *guessed = none->feeds;
  g_assert_cmpstr (((AttDiscovery *) g_ptr_array_index (found, 0))->url, ==, "https://d.example/feed.xml");
  g_assert_cmpstr (((AttDiscovery *) g_ptr_array_index (found, 0))->title, ==, "News");
  g_assert_cmpstr (((AttDiscovery *) g_ptr_array_index (found, 1))->url, ==, "https://d.example/world.rss");
  g_assert_true (((AttDiscovery *) g_ptr_array_index (found, 2))->guessed);
  g_assert_cmpuint (guessed->len, >, 0);
  g_assert_true (((AttDiscovery *) g_ptr_array_index (guessed, 0))->guessed);
}

/* Best first: what the page names before what it links, readers' comments behind, guesses last. */
static void
test_ranks (void)
{
  const char *page = "<base href='https://r.example/d/'><meta name=generator content='WordPress 6.4'><meta http-equiv=refresh content=\"600; URL='/live'\"><body><a href='all.rss'>All</a>"
                     "<link rel=alternate type='application/rss+xml' href='file:///etc/feed'><a href='atom'>RSS</a><link rel=alternate type='application/rss+xml' href='comments/feed'><link rel=alternate type='application/feed+json' href='f.json'><link rel=alternate type='application/atom+xml' href='atom'>";
  static const char *const WANTED[] = { "https://r.example/d/atom", "https://r.example/d/f.json", "https://r.example/world/feed/", "https://r.example/feed/", "https://r.example/?feed=rss2",
                                        "https://r.example/d/all.rss", "https://r.example/d/comments/feed", "https://r.example/world/feed" };
  g_autoptr (GBytes) bytes = g_bytes_new (page, strlen (page));
  g_autoptr (AttPageFeeds) found = att_feed_discover (bytes, "text/html", "https://r.example/world");
  for (guint i = 0; i < found->feeds->len; i++)
    g_assert_false (g_str_has_prefix (((AttDiscovery *) g_ptr_array_index (found->feeds, i))->url, "file:"));
  for (guint i = 0; i < G_N_ELEMENTS (WANTED); i++)
    g_assert_cmpstr (((AttDiscovery *) g_ptr_array_index (found->feeds, i))->url, ==, WANTED[i]);
  g_assert_cmpstr (found->onward, ==, "https://r.example/live");
}

/* Where well-known sites and software have theirs, by the address alone or by what the page was made with. */
static void
test_shapes (void)
{
  static const struct { const char *url, *generator, *feed; } CASES[] = {
    { "https://www.youtube.com/channel/UCabc-1_x/videos", NULL, "https://www.youtube.com/feeds/videos.xml?channel_id=UCabc-1_x" },
    { "https://www.youtube.com/playlist?list=PL42", NULL, "https://www.youtube.com/feeds/videos.xml?playlist_id=PL42" },
    { "https://www.reddit.com/r/geopolitics/top?t=day", NULL, "https://www.reddit.com/r/geopolitics/.rss" },
    { "https://github.com/o/r.x/issues#a", NULL, "https://github.com/o/r.x/releases.atom" },
    { "https://somebody.blogspot.com/2026/01/x.html", NULL, "https://somebody.blogspot.com/feeds/posts/default" },
    { "https://medium.com/@envoy/a-story", NULL, "https://medium.com/feed/@envoy" },
    { "https://notyoutube.com/channel/UCabc", NULL, NULL },
    { "https://social.example/@envoy", "Mastodon v4.2", "https://social.example/@envoy.rss" },
    { "https://news.example/asia/", "WordPress 6.4.2", "https://news.example/asia/feed/" },
    { "https://forum.example/t/1", "Discourse 3", "https://forum.example/latest.rss" },
    { "https://x.example/", "Something Else", NULL },
  };
  for (guint i = 0; i < G_N_ELEMENTS (CASES); i++) {
    g_autoptr (GPtrArray) found = CASES[i].generator ? att_feed_shapes_of_software (CASES[i].url, CASES[i].generator) : att_feed_shapes_of_address (CASES[i].url);
    g_assert_cmpstr (found->len > 0 ? g_ptr_array_index (found, 0) : NULL, ==, CASES[i].feed);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/feed/rss", test_rss);
  g_test_add_func ("/feed/atom", test_atom);
  g_test_add_func ("/feed/monitoring", test_monitoring);
  g_test_add_func ("/feed/others", test_others);
  g_test_add_func ("/feed/bombs", test_bombs);
  g_test_add_func ("/feed/broken", test_broken);
  g_test_add_func ("/feed/meant", test_meant);
  g_test_add_func ("/feed/not-a-feed", test_not_a_feed);
  g_test_add_func ("/feed/modules", test_modules);
  g_test_add_func ("/feed/key", test_key);
  g_test_add_func ("/feed/opml", test_opml);
  g_test_add_func ("/feed/discover", test_discover);
  g_test_add_func ("/feed/ranks", test_ranks);
  g_test_add_func ("/feed/shapes", test_shapes);
  return g_test_run ();
}
