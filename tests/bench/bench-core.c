/* bench-core.c: what the core does in a second, each beside a yardstick in the same run.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * bench-core feed FILE BYTES: writes a feed. bench-core parse-file FILE: reads one. bench-core NAME: prints one JSON object a line. Input is generated, seeded, and the same every time. */

#include "config.h"
#include "analysis/analyse.h"
#include "analysis/reading.h"
#include "feed/parse.h"

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

/* Each text is read below one of our sentences. */
static const char *
title_of (guint text)
{
  return SENTENCES[text % G_N_ELEMENTS (SENTENCES)];
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
  while (texts->len < 1500 && all == NULL)
    g_ptr_array_add (texts, make_text (rand, 24));
  g_rand_free (rand);
  *total = 0;
  for (guint i = 0; i < texts->len; i++)
    *total += strlen (title_of (i)) + strlen (g_ptr_array_index (texts, i));
  return texts;
}

static double
time_analysis (const AttLexicon *lexicon, const GPtrArray *texts)
{
  double start = seconds ();
  for (guint i = 0; i < texts->len; i++) {
    g_autoptr (AttArticle) article = att_article_new ();
    article->title = g_strdup (title_of (i));
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
    g_autoptr (AttReading) reading = att_reading_new (title_of (i), g_ptr_array_index (texts, i));
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

int
main (int argc, char **argv)
{
  if (argc == 4 && strcmp (argv[1], "feed") == 0)
    return write_feed (argv[2], strtoul (argv[3], NULL, 10));
  if (argc == 3 && strcmp (argv[1], "parse-file") == 0)
    return parse_file (argv[2]);
  static const struct { const char *name; void (*run) (void); } BENCHES[] = {
    { "parse", bench_parse }, { "analyze", bench_analyze },
  };
  for (guint i = 0; i < G_N_ELEMENTS (BENCHES); i++)
    if (argc < 2 || *argv[1] == '\0' || strcmp (argv[1], BENCHES[i].name) == 0)
      BENCHES[i].run ();
  return 0;
}
