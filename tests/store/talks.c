/* talks.c: three articles of one feed, "Talks in the port", in a store of their own.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "talks.h"

#include "filter/syntax.h"
#include "store/articles.h"
#include "store/coverage.h"
#include "store/feeds.h"

AttArticle *
talks_article (guint64 key, const char *title)
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

void
talks_set_up (Talks *f, gconstpointer data)
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
    g_ptr_array_add (edition->articles, talks_article (i, "Talks in the port"));
  g_assert_true (att_articles_write (f->store.db, f->feed, edition, NOW, change, &error));
  g_assert_no_error (error);
  f->article = g_array_index (change->added, gint64, 0);
}

void
talks_tear_down (Talks *f, gconstpointer data)
{
  scratch_close (&f->store);
}

guint
talks_count (Talks *f, const char *text)
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
