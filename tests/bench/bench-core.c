/* bench-core.c: what the core does in a second, each beside a yardstick in the same run.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * bench-core feed FILE BYTES: writes a feed. bench-core parse-file FILE: reads one. bench-core NAME: prints one JSON object a line. Input is generated, seeded, and the same every time. */

#include "config.h"
#include "analysis/analyse.h"
#include "analysis/reading.h"
#include "base/date.h"
#include "feed/parse.h"
#include "filter/syntax.h"
#include "store/articles.h"
#include "store/coverage.h"
#include "store/feeds.h"

#include <glib/gstdio.h>
#include <libxml/xmlreader.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

#define ROUNDS 5
#define NOW ((gint64) 1768500000)

static const char *const SENTENCES[] = {
  "The foreign minister said on Monday that talks with the neighbouring state would resume within weeks.",
  "China's military launched drills in the Taiwan Strait after the United States approved arms sales to Taiwan.",
  "“We will respond firmly to every step,” said Wang Yi, who met his counterpart in Beijing.",
  "Negotiators from Russia and Ukraine discussed a ceasefire, according to officials in Abu Dhabi.",
  "Prices rose by two per cent in the quarter, and analysts expect little change before the summer.",
  "The European Union extended its sanctions against Moscow for another six months.",
  "Residents of the valley cleared snow from the road while the school stayed closed.",
  "The International Atomic Energy Agency reported that enrichment in Iran had continued.",
  "The team won in extra time in front of a large crowd, and the coach praised the young goalkeeper.",
  "Washington and Tokyo agreed to hold a dialogue on artificial intelligence next month.",
};

static double
seconds (void)
{
  return g_get_monotonic_time () / 1e6;
}

static int
by_value (const void *a, const void *b)
{
  return *(const double *) a < *(const double *) b ? -1 : *(const double *) a > *(const double *) b;
}

static double
median (double *values, guint n)
{
  qsort (values, n, sizeof *values, by_value);
  return values[n / 2];
}

static void
print (const char *name, double value, const char *unit, const char *yardstick, double other)
{
  printf ("{\"name\": \"%s\", \"value\": %.3f, \"unit\": \"%s\", \"yardstick\": \"%s\", \"yardstick_value\": %.3f, \"ratio\": %.3f}\n", name, value, unit, yardstick,
          other, other > 0 ? value / other : 0);
}

static char *
make_text (GRand *rand, guint n_sentences)
{
  GString *out = g_string_new (NULL);
  for (guint i = 0; i < n_sentences; i++)
    g_string_append_printf (out, "%s%s", i % 3 ? " " : i ? "\n\n" : "", SENTENCES[g_rand_int_range (rand, 0, G_N_ELEMENTS (SENTENCES))]);
  return g_string_free (out, FALSE);
}

/* A feed as news sites write them: a line of summary, the story as HTML in CDATA or escaped, links, a picture, tags. */
static GString *
make_feed (gsize bytes)
{
  GRand *rand = g_rand_new_with_seed (1);
  GString *out = g_string_new ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<rss version=\"2.0\" xmlns:content=\"http://purl.org/rss/1.0/modules/content/\" "
                               "xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:media=\"http://search.yahoo.com/mrss/\">\n<channel><title>Bench</title><link>https://bench.example/</link>\n");
  for (guint i = 0; out->len < bytes; i++) {
    g_autofree char *text = make_text (rand, 9);
    const char *summary = SENTENCES[g_rand_int_range (rand, 0, G_N_ELEMENTS (SENTENCES))];
    g_string_append_printf (out, "<item>\n<title>%s</title>\n<link>https://bench.example/world/%u/?utm_source=rss</link>\n<guid isPermaLink=\"false\">https://bench.example/?p=%u</guid>\n"
                            "<dc:creator>Jane Reporter</dc:creator>\n<category>World</category>\n<category>Diplomacy</category>\n<pubDate>Thu, 15 Jan 2026 11:40:00 +0000</pubDate>\n"
                            "<media:thumbnail url=\"https://bench.example/i/%u.jpg\" width=\"640\" height=\"360\"/>\n<description>%s</description>\n",
                            SENTENCES[i % G_N_ELEMENTS (SENTENCES)], i, i, i, summary);
    g_auto (GStrv) paragraphs = g_strsplit (text, "\n\n", -1);
    g_autoptr (GString) html = g_string_new (NULL);
    for (guint k = 0; paragraphs[k]; k++)
      g_string_append_printf (html, "<p>%s <a href=\"https://bench.example/topic/%u?utm_medium=feed\">More &amp; more</a></p>\n", paragraphs[k], k);
    g_string_append_printf (html, "<figure><img src=\"https://bench.example/i/%u-large.jpg\" alt=\"\" /><figcaption>In the capital</figcaption></figure>", i);
    if (i % 2)
      g_string_append_printf (out, "<content:encoded><![CDATA[%s]]></content:encoded>\n</item>\n", html->str);
    else {
      g_autofree char *escaped = g_markup_escape_text (html->str, html->len);
      g_string_append_printf (out, "<content:encoded>%s</content:encoded>\n</item>\n", escaped);
    }
  }
  g_string_append (out, "</channel></rss>");
  g_rand_free (rand);
  return out;
}

static double
walk_reader (const GString *feed)
{
  double start = seconds ();
  xmlTextReader *reader = xmlReaderForMemory (feed->str, feed->len, NULL, NULL, XML_PARSE_NONET);
  while (xmlTextReaderRead (reader) == 1)
    ;
  xmlFreeTextReader (reader);
  return seconds () - start;
}

/* Bytes to edition, beside libxml2's reader merely walking the same bytes. */
static void
bench_parse (void)
{
  GString *feed = make_feed (50 * 1000 * 1000);
  g_autoptr (GBytes) bytes = g_bytes_new_static (feed->str, feed->len);
  double ours[ROUNDS], reader[ROUNDS];
  for (guint i = 0; i < ROUNDS; i++) {
    double start = seconds ();
    g_autoptr (AttEdition) edition = att_feed_parse (bytes, NULL, "https://bench.example/", NULL);
    ours[i] = seconds () - start;
    g_assert_nonnull (edition);
    reader[i] = walk_reader (feed);
  }
  double mb = feed->len / 1e6;
  print ("parse", mb / median (ours, ROUNDS), "MB/s", "libxml2 xmlReader walking the same bytes, MB/s", mb / median (reader, ROUNDS));
  g_string_free (feed, TRUE);
}

/* A feed of so many bytes, written to a file: what other programs are given to read. */
static int
write_feed (const char *path, gsize bytes)
{
  GString *feed = make_feed (bytes);
  gboolean written = g_file_set_contents (path, feed->str, feed->len, NULL);
  g_string_free (feed, TRUE);
  return written ? 0 : 1;
}

/* A file read and parsed, and how much memory that took at its height, whole process. */
static int
parse_file (const char *path)
{
  g_autofree char *data = NULL;
  gsize length;
  if (!g_file_get_contents (path, &data, &length, NULL))
    return 1;
  g_autoptr (GBytes) bytes = g_bytes_new_static (data, length);
  g_autoptr (AttEdition) edition = att_feed_parse (bytes, NULL, "https://bench.example/", NULL);
  struct rusage usage;
  getrusage (RUSAGE_SELF, &usage);
  printf ("{\"articles\": %u, \"bytes\": %zu, \"peak_kb\": %ld}\n", edition ? edition->articles->len : 0, length, usage.ru_maxrss);
  return 0;
}

/* Texts to analyse: of the file ATTACHE_BENCH_TEXTS names, articles parted by form feeds, or made up. */
static GPtrArray *
list_texts (gsize *total)
{
  GPtrArray *texts = g_ptr_array_new_with_free_func (g_free);
  const char *path = g_getenv ("ATTACHE_BENCH_TEXTS");
  g_autofree char *all = NULL;
  if (path && *path && g_file_get_contents (path, &all, NULL, NULL)) {
    g_auto (GStrv) parts = g_strsplit (all, "\f", -1);
    for (guint i = 0; parts[i]; i++)
      g_ptr_array_add (texts, g_strdup (parts[i]));
  }
  GRand *rand = g_rand_new_with_seed (2);
  for (guint i = 0; texts->len < 1500 && all == NULL; i++)
    g_ptr_array_add (texts, make_text (rand, 24));
  g_rand_free (rand);
  *total = 0;
  for (guint i = 0; i < texts->len; i++)
    *total += strlen (g_ptr_array_index (texts, i));
  return texts;
}

static double
time_analysis (const AttLexicon *lexicon, const GPtrArray *texts)
{
  double start = seconds ();
  for (guint i = 0; i < texts->len; i++) {
    g_autoptr (AttArticle) article = att_article_new ();
    article->title = g_strdup (SENTENCES[i % G_N_ELEMENTS (SENTENCES)]);
    article->text = g_strdup (g_ptr_array_index (texts, i));
    article->published = NOW;
    att_analyse (lexicon, article);
  }
  return seconds () - start;
}

static double
time_cutting (const AttLexicon *lexicon, const GPtrArray *texts)
{
  double start = seconds ();
  for (guint i = 0; i < texts->len; i++) {
    g_autoptr (AttReading) reading = att_reading_new ("", g_ptr_array_index (texts, i));
    g_autofree guint64 *cues = g_new0 (guint64, reading->words->len + 1);
    g_autofree guint32 *leans = g_new0 (guint32, reading->words->len + 1);
    g_autoptr (GArray) hits = att_lexicon_find (lexicon, reading, cues, leans);
    g_assert_nonnull (hits);
  }
  return seconds () - start;
}

/* Now, not at its peak: the peak is inherited from whoever started this. */
static glong
resident_kb (void)
{
  g_autofree char *statm = NULL;
  glong pages = 0;
  if (g_file_get_contents ("/proc/self/statm", &statm, NULL, NULL))
    sscanf (statm, "%*d %ld", &pages);
  return pages * (sysconf (_SC_PAGESIZE) / 1024);
}

/* The whole of analysis, beside the bare cutting of the same text into words and looking them up. */
static void
bench_analyze (void)
{
  glong before = resident_kb ();
  double start = seconds ();
  g_autoptr (AttLexicon) lexicon = att_lexicon_new (NULL, NULL);
  double loaded = seconds () - start;
  glong lexicon_kb = resident_kb () - before;
  gsize total;
  g_autoptr (GPtrArray) texts = list_texts (&total);
  double whole[ROUNDS], cut[ROUNDS];
  for (guint r = 0; r < ROUNDS; r++) {
    whole[r] = time_analysis (lexicon, texts);
    cut[r] = time_cutting (lexicon, texts);
  }
  print ("analyze", total / 1e6 / median (whole, ROUNDS), "MB/s, one core", "the same text only cut into words and looked up, MB/s", total / 1e6 / median (cut, ROUNDS));
  print ("analyze-lexicon", lexicon_kb / 1000.0, "MB resident", "milliseconds to build it", loaded * 1000);
}

typedef struct { char *folder, *path; AttDatabase *db; } Archive;

static Archive
make_archive (void)
{
  Archive a = { g_dir_make_tmp ("attache-bench-XXXXXX", NULL), NULL, NULL };
  a.path = g_build_filename (a.folder, "desk.db", NULL);
  a.db = att_database_open (a.path, ATT_DATABASE_WRITE, NULL);
  return a;
}

static void
remove_archive (Archive *a)
{
  static const char *const ENDINGS[] = { "", "-wal", "-shm" };
  att_database_close (a->db);
  for (guint i = 0; i < G_N_ELEMENTS (ENDINGS); i++) {
    g_autofree char *path = g_strconcat (a->path, ENDINGS[i], NULL);
    g_unlink (path);
  }
  g_rmdir (a->folder);
  g_free (a->folder);
  g_free (a->path);
}

/* Topics as real ones fall: a few often, most seldom. */
static void
add_mentions (AttArticle *a, GRand *rand)
{
  a->mentions = g_ptr_array_new_with_free_func ((GDestroyNotify) att_mention_free);
  guint n = g_rand_int_range (rand, 0, 7);
  gboolean had[500] = { FALSE };
  for (guint i = 0; i < n; i++) {
    guint topic = MIN (499, (guint) (1 / (g_rand_double (rand) + 0.002)));
    g_autofree char *name = g_strdup_printf ("topic-%u", topic);
    if (!had[topic])
      g_ptr_array_add (a->mentions, att_mention_new (topic < 43 ? ATT_TOPIC_THEME : ATT_TOPIC_PERSON, name, name));
    had[topic] = TRUE;
  }
}

static double
fill (AttDatabase *db, guint n)
{
  GRand *rand = g_rand_new_with_seed (3);
  double took = 0;
  gint64 feeds[50];
  for (guint k = 0; k < G_N_ELEMENTS (feeds); k++) {
    g_autoptr (AttFeed) feed = att_feed_new ();
    feed->url = g_strdup_printf ("https://f%u.example/", k);
    feeds[k] = att_feeds_add (db, feed, NULL);
  }
  for (guint done = 0; done < n; done += 500) {
    g_autoptr (AttEdition) edition = att_edition_new ();
    g_autoptr (AttChange) change = att_change_new ();
    for (guint i = 0; i < 500; i++) {
      AttArticle *a = att_article_new ();
      a->keys[0] = done + i + 1;
      a->n_keys = 1;
      a->title = g_strdup (SENTENCES[g_rand_int_range (rand, 0, G_N_ELEMENTS (SENTENCES))]);
      a->text = make_text (rand, 6);
      a->published = NOW - g_rand_int_range (rand, 0, 3 * 365 * 86400);
      add_mentions (a, rand);
      g_ptr_array_add (edition->articles, a);
    }
    double start = seconds ();
    att_articles_write (db, feeds[done / 500 % G_N_ELEMENTS (feeds)], edition, NOW, change, NULL);
    took += seconds () - start;
  }
  g_rand_free (rand);
  return took;
}

/* The same rows into bare SQLite and FTS5. */
static double
fill_bare (guint n)
{
  g_autofree char *folder = g_dir_make_tmp ("attache-bare-XXXXXX", NULL), *path = g_build_filename (folder, "bare.db", NULL);
  sqlite3 *db;
  sqlite3_stmt *article, *search;
  GRand *rand = g_rand_new_with_seed (3);
  double took = 0;
  sqlite3_open (path, &db);
  sqlite3_exec (db, "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; CREATE TABLE a (id INTEGER PRIMARY KEY, d INTEGER, t TEXT, x TEXT); CREATE VIRTUAL TABLE s USING fts5 (t, x, content='')", NULL, NULL, NULL);
  sqlite3_prepare_v2 (db, "INSERT INTO a VALUES (NULL, ?, ?, ?)", -1, &article, NULL);
  sqlite3_prepare_v2 (db, "INSERT INTO s (rowid, t, x) VALUES (?, ?, ?)", -1, &search, NULL);
  for (guint i = 0; i < n; i++) {
    g_autofree char *text = make_text (rand, 6);
    const char *title = SENTENCES[i % G_N_ELEMENTS (SENTENCES)];
    double start = seconds ();
    if (i % 500 == 0)
      sqlite3_exec (db, i ? "COMMIT; BEGIN" : "BEGIN", NULL, NULL, NULL);
    sqlite3_bind_int64 (article, 1, NOW - i);
    sqlite3_bind_text (article, 2, title, -1, SQLITE_STATIC);
    sqlite3_bind_text (article, 3, text, -1, SQLITE_STATIC);
    sqlite3_step (article);
    sqlite3_reset (article);
    sqlite3_bind_int64 (search, 1, sqlite3_last_insert_rowid (db));
    sqlite3_bind_text (search, 2, title, -1, SQLITE_STATIC);
    sqlite3_bind_text (search, 3, text, -1, SQLITE_STATIC);
    sqlite3_step (search);
    sqlite3_reset (search);
    took += seconds () - start;
  }
  double start = seconds ();
  sqlite3_exec (db, "COMMIT", NULL, NULL, NULL);
  took += seconds () - start;
  sqlite3_finalize (article);
  sqlite3_finalize (search);
  sqlite3_close (db);
  g_unlink (path);
  g_rmdir (folder);
  g_rand_free (rand);
  return took;
}

static void
bench_ingest (void)
{
  enum { N = 20000 };
  Archive a = make_archive ();
  double ours = fill (a.db, N), bare = fill_bare (N);
  print ("ingest", N / ours, "articles/s", "bare SQLite and FTS5 inserting the same rows, articles/s", N / bare);
  remove_archive (&a);
}

static double
time_sql (AttDatabase *db, const char *sql)
{
  double start = seconds ();
  sqlite3_stmt *s = att_database_ask (db, NULL, sql, "");
  while (s && att_database_row (db, s, NULL))
    ;
  return (seconds () - start) * 1000;
}

static double
time_cover (AttDatabase *db, const char *text)
{
  double took[ROUNDS];
  g_autoptr (AttFilter) filter = att_filter_parse (text, NULL);
  for (guint i = 0; i < ROUNDS; i++) {
    double start = seconds ();
    g_autoptr (AttCoverage) coverage = att_coverage_read (db, NULL, filter, NOW, NULL);
    took[i] = (seconds () - start) * 1000;
    g_assert_nonnull (coverage);
  }
  return median (took, ROUNDS);
}

/* Ids in order, counts of all topics and days, beside SQL that only groups and counts. */
static void
bench_coverage (void)
{
  Archive a = make_archive ();
  fill (a.db, 100000);
  double group = time_sql (a.db, "SELECT topic, count(*) FROM mention GROUP BY topic") + time_sql (a.db, "SELECT id FROM entry ORDER BY published DESC");
  double group_one = time_sql (a.db, "SELECT y.topic, count(*) FROM mention m JOIN mention y ON y.published=m.published AND y.article=m.article AND y.topic<>m.topic "
                                     "WHERE m.topic=(SELECT id FROM topic WHERE name='topic-9') GROUP BY y.topic");
  print ("coverage-all", time_cover (a.db, ""), "ms", "SQL GROUP BY and ORDER BY, ms", group);
  print ("coverage-topic", time_cover (a.db, "topic:topic-9"), "ms", "SQL join and GROUP BY, ms", group_one);
  print ("coverage-two", time_cover (a.db, "topic:topic-2 -topic:topic-3"), "ms", "SQL GROUP BY and ORDER BY of everything, ms", group);
  print ("coverage-words", time_cover (a.db, "ceasefire sanctions"), "ms", "bare FTS5 question, ms",
         time_sql (a.db, "SELECT rowid FROM search WHERE search MATCH 'ceasefire AND sanctions'"));
  remove_archive (&a);
}

int
main (int argc, char **argv)
{
  if (argc == 4 && strcmp (argv[1], "feed") == 0)
    return write_feed (argv[2], strtoul (argv[3], NULL, 10));
  if (argc == 3 && strcmp (argv[1], "parse-file") == 0)
    return parse_file (argv[2]);
  static const struct { const char *name; void (*run) (void); } BENCHES[] = {
    { "parse", bench_parse }, { "analyze", bench_analyze }, { "ingest", bench_ingest }, { "coverage", bench_coverage },
  };
  for (guint i = 0; i < G_N_ELEMENTS (BENCHES); i++)
    if (argc < 2 || *argv[1] == '\0' || strcmp (argv[1], BENCHES[i].name) == 0)
      BENCHES[i].run ();
  return 0;
}
