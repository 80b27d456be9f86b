/* test-trends.c: coverage over weeks: day by day, by outlets' countries, who is new, which phrases rise, and what one said in order.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "scratch.h"

#include "filter/filter.h"
#include "store/articles.h"
#include "store/feeds.h"
#include "store/quotes.h"
#include "store/topics.h"
#include "store/trends.h"

#include <string.h>

#define NOW 1768480800       /* 15 January 2026, 12:40 UTC */
#define DAY 86400

typedef struct { Scratch store; gint64 feeds[3]; guint n; const char *text; } Fixture;   /* text: of what is added; NULL: any */

static void
set_up (Fixture *f, gconstpointer data)
{
  static const char *const COUNTRIES[] = { "DEU", "DEU", NULL };
  g_setenv ("TZ", "UTC", TRUE);
  scratch_open (&f->store);
  g_assert_true (att_topics_define (f->store.db, "taiwan", "Taiwan", "Regions", 1, NULL));
  for (guint i = 0; i < 3; i++) {
    g_autoptr (AttFeed) feed = att_feed_new ();
    feed->url = g_strdup_printf ("https://%u.example/feed", i);
    feed->title = g_strdup_printf ("Outlet %u", i);
    feed->country = g_strdup (COUNTRIES[i]);
    f->feeds[i] = att_feeds_add (f->store.db, feed, NULL);
  }
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  scratch_close (&f->store);
}

/* An article of a feed, so many days ago; person and theme may be NULL. */
static void
add_with (Fixture *f, guint feed, guint days_ago, const char *title, const char *summary, const char *theme, const char *person)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AttChange) change = att_change_new ();
  g_autoptr (AttEdition) edition = att_edition_new ();
  AttArticle *a = att_article_new ();
  a->keys[0] = ++f->n;
  a->n_keys = 1;
  a->title = g_strdup (title);
  a->text = g_strdup (f->text ? f->text : "Words.");
  a->excerpt = g_strdup (summary);
  a->published = NOW - days_ago * DAY - f->n;
  a->mentions = g_ptr_array_new_with_free_func ((GDestroyNotify) att_mention_free);
  a->quotes = g_ptr_array_new_with_free_func ((GDestroyNotify) att_quote_free);
  const char *const names[] = { theme, person };
  for (guint i = 0; i < 2; i++)
    if (names[i]) {
      AttMention *mention = att_mention_new (i ? ATT_TOPIC_PERSON : ATT_TOPIC_THEME, names[i], names[i]);
      mention->grade = ATT_GRADE_SUBSTANTIVE;
      g_ptr_array_add (a->mentions, mention);
    }
  if (person) {
    AttQuote *quote = att_quote_new (ATT_QUOTE_DIRECT, (AttSpan) { .zone = ATT_ZONE_TEXT, .start = 0, .end = 5 }, title);
    quote->speaker = g_strdup (person);
    g_ptr_array_add (a->quotes, quote);
  }
  g_ptr_array_add (edition->articles, a);
  g_assert_true (att_articles_write (f->store.db, f->feeds[feed], edition, NOW, change, &error));
  g_assert_no_error (error);
}

static void
add (Fixture *f, guint feed, guint days_ago, const char *title, const char *theme, const char *person)
{
  add_with (f, feed, days_ago, title, "", theme, person);
}

static AttTrends *
read_trends (Fixture *f, guint days)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AttColumns) columns = att_columns_new ();
  g_autoptr (AttFilter) all = att_filter_everything ();
  AttTrends *trends = att_trends_read (f->store.db, columns, all, days, NOW, &error);
  g_assert_no_error (error);
  return trends;
}

static void
test_lines (Fixture *f, gconstpointer data)
{
  add (f, 0, 0, "One", "taiwan", NULL);
  add (f, 1, 0, "Two", "taiwan", NULL);
  add (f, 1, 0, "Two again", "taiwan", NULL);
  add (f, 2, 3, "Three", "taiwan", NULL);
  add (f, 2, 40, "Before all", "taiwan", NULL);
  g_autoptr (AttTrends) trends = read_trends (f, 30);
  const AttTrendLine *line = g_ptr_array_index (trends->topics, 0);
  g_assert_cmpstr (line->name, ==, "taiwan");
  g_assert_cmpuint (line->count, ==, 4);
  g_assert_cmpuint (line->days[29], ==, 3);
  g_assert_cmpuint (line->days[26], ==, 1);
  g_assert_cmpuint (line->outlets, ==, 2);
  const AttTrendLine *germany = g_ptr_array_index (trends->countries, 0), *unknown = g_ptr_array_index (trends->countries, 1);
  g_assert_cmpstr (germany->name, ==, "DEU");
  g_assert_cmpuint (germany->days[29], ==, 3);
  g_assert_cmpstr (unknown->name, ==, "");
  g_assert_cmpuint (unknown->count, ==, 1);
  g_assert_cmpint (att_trends_day_start (trends, 29), ==, NOW - NOW % DAY);
}

/* Only who is in nothing older is new. */
static void
test_first (Fixture *f, gconstpointer data)
{
  add (f, 0, 0, "One", NULL, "Ann Arbour");
  add (f, 0, 5, "Two", NULL, "Ben Brook");
  add (f, 0, 0, "Three", NULL, "Ben Brook");
  g_autoptr (AttTrends) trends = read_trends (f, 15);
  g_assert_cmpuint (trends->actors->len, ==, 1);
  g_assert_cmpstr (((AttTrendLine *) g_ptr_array_index (trends->actors, 0))->name, ==, "Ann Arbour");
}

static gboolean
rises (Fixture *f, const char *phrase)
{
  g_autoptr (AttTrends) trends = read_trends (f, 15);
  for (guint i = 0; i < trends->phrases->len; i++)
    if (strcmp (((AttTrendPhrase *) g_ptr_array_index (trends->phrases, i))->phrase, phrase) == 0)
      return TRUE;
  return FALSE;
}

/* A phrase is counted as a search for it finds it, in headlines and texts; what else stands in the same headline is not told again. */
static void
test_phrase_count (Fixture *f, gconstpointer data)
{
  for (guint i = 0; i < 3; i++)
    add (f, i, 0, "Minister warns of grain corridor delays", NULL, NULL);
  add (f, 0, 2, "Corridor", NULL, NULL);
  f->text = "The grain corridor delays were long.";
  add (f, 0, 0, "Corridor", NULL, NULL);
  add (f, 0, 2, "Corridor", NULL, NULL);
  f->text = NULL;
  g_autoptr (AttTrends) trends = read_trends (f, 15);
  g_assert_cmpuint (trends->phrases->len, ==, 1);
  const AttTrendPhrase *one = g_ptr_array_index (trends->phrases, 0);
  g_assert_cmpstr (one->phrase, ==, "grain corridor delays");
  g_assert_cmpuint (one->articles, ==, 4);
  g_assert_cmpuint (one->outlets, ==, 3);
  g_assert_cmpfloat_with_epsilon (one->habit, 1 / 14.0, 1e-9);
}

/* Several outlets, today, and not before; not one outlet that repeats itself, not what is always there, not what a topic has. */
static void
test_phrases (Fixture *f, gconstpointer data)
{
  for (guint i = 0; i < 4; i++) {
    add (f, i % 3, 0, "Minister warns of grain corridor delays", NULL, NULL);
    add (f, 0, 0, "Weekly fish report published", NULL, NULL);
    add (f, i % 3, 0, "Strait patrol vessels return", "taiwan", NULL);
  }
  for (guint day = 0; day < 14; day++)
    for (guint i = 0; i < 4; i++)
      add (f, i % 3, day, "Daily market opening", NULL, NULL);
  g_assert_true (rises (f, "grain corridor delays"));
  g_assert_false (rises (f, "weekly fish report") || rises (f, "daily market opening") || rises (f, "strait patrol vessels"));
  g_assert_true (att_trends_dismiss (f->store.db, "grain corridor delays", TRUE, NULL));
  g_assert_false (rises (f, "grain corridor delays"));
  g_assert_true (att_trends_dismiss (f->store.db, "grain corridor delays", FALSE, NULL));
  g_assert_true (rises (f, "grain corridor delays"));
}

static void
test_words (Fixture *f, gconstpointer data)
{
  for (guint i = 0; i < 5; i++) {
    add (f, i % 3, 0, "Carrier enters strait", "taiwan", NULL);
    add (f, i % 3, 0, "Parliament votes on budget", NULL, NULL);
    for (guint day = 1; day < 8; day++)
      add (f, i % 3, day, "Parliament votes on budget", NULL, NULL);
  }
  g_autoptr (AttTrends) trends = read_trends (f, 15);
  const char *words = g_hash_table_lookup (trends->words, "taiwan");
  g_assert_nonnull (words);
  g_assert_nonnull (strstr (words, "carrier"));
  g_assert_null (strstr (words, "budget"));
}

/* What summaries always say carries nothing, though no headline has it. */
static void
test_plain_words (Fixture *f, gconstpointer data)
{
  for (guint i = 0; i < 40; i++) {
    add_with (f, i % 3, 0, "Carrier", "Officials declined comment", "taiwan", NULL);
    add_with (f, i % 3, 1 + i % 7, "Budget passed", "Officials declined comment", NULL, NULL);
  }
  g_autoptr (AttTrends) trends = read_trends (f, 15);
  const char *words = g_hash_table_lookup (trends->words, "taiwan");
  g_assert_cmpstr (words, ==, "carrier");
}

/* In the order it was said, the last of it; whether anything older was left out. */
static void
test_ledger (Fixture *f, gconstpointer data)
{
  gboolean first;
  add (f, 0, 9, "First words", "taiwan", "Ann Arbour");
  add (f, 1, 4, "Second words", NULL, "Ann Arbour");
  add (f, 2, 1, "Third words", "taiwan", "Ann Arbour");
  add (f, 2, 1, "Others' words", "taiwan", "Ben Brook");
  g_autoptr (GPtrArray) all = att_quotes_ledger (f->store.db, "Ann Arbour", NULL, 10, &first, NULL);
  g_assert_cmpuint (all->len, ==, 3);
  g_assert_true (first);
  g_assert_cmpstr (((AttSaid *) g_ptr_array_index (all, 0))->text, ==, "First words");
  g_assert_cmpstr (((AttSaid *) g_ptr_array_index (all, 2))->source, ==, "Outlet 2");
  g_autoptr (GPtrArray) topic = att_quotes_ledger (f->store.db, "Ann Arbour", "taiwan", 1, &first, NULL);
  g_assert_cmpuint (topic->len, ==, 1);
  g_assert_false (first);
  g_assert_cmpstr (((AttSaid *) g_ptr_array_index (topic, 0))->text, ==, "Third words");
}

/* What is told with words in quotation marks within it is said once. */
static void
test_within (Fixture *f, gconstpointer data)
{
  gboolean first;
  add (f, 0, 9, "calm and patient", "taiwan", "Ann Arbour");
  gint64 id = att_database_number (f->store.db, 0, "SELECT id FROM article", "");
  g_assert_true (att_database_run (f->store.db, NULL, "INSERT INTO quote (article, n, kind, zone, start, \"end\", speaker, text) VALUES (?, 7, ?, 1, 0, 9, 'Ann Arbour', 'they would stay “calm and patient”')", "ii", id, (gint64) ATT_QUOTE_INDIRECT));
  g_autoptr (GPtrArray) ledger = att_quotes_ledger (f->store.db, "Ann Arbour", NULL, 10, &first, NULL), read = att_quotes_read (f->store.db, &id, 1, NULL, 10, NULL);
  g_assert_cmpuint (ledger->len, ==, 1);
  g_assert_cmpuint (read->len, ==, 1);
  g_assert_true (((AttSaid *) g_ptr_array_index (ledger, 0))->indirect);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  ADD ("/trends/lines", test_lines);
  ADD ("/trends/first", test_first);
  ADD ("/trends/phrases", test_phrases);
  ADD ("/trends/phrase-count", test_phrase_count);
  ADD ("/trends/words", test_words);
  ADD ("/trends/plain-words", test_plain_words);
  ADD ("/trends/ledger", test_ledger);
  ADD ("/trends/within", test_within);
  return g_test_run ();
}
