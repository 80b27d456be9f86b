/* test-corrections.c: what a person said of people in the news, through merges, undone merges and later analyses.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "scratch.h"

#include "base/error.h"
#include "filter/syntax.h"
#include "store/corrections.h"
#include "store/feeds.h"
#include "store/selection.h"

#define NOW 1768480800

typedef struct { Scratch store; AttColumns *columns; gint64 feed; } Fixture;

static void
set_up (Fixture *f, gconstpointer data)
{
  scratch_open (&f->store);
  g_autoptr (AttFeed) feed = att_feed_new ();
  feed->url = g_strdup ("https://one.example/");
  f->feed = att_feeds_add (f->store.db, feed, NULL);
  f->columns = att_columns_new ();
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  att_columns_free (f->columns);
  scratch_close (&f->store);
}

/* A story that names a person, and quotes them; brought again it is analysed again. */
static gint64
bring (Fixture *f, guint64 key, const char *person, const char *title)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AttEdition) edition = att_edition_new ();
  g_autoptr (AttChange) change = att_change_new ();
  AttArticle *a = att_article_new ();
  AttSpan span = { .end = 6 };
  a->keys[0] = key;
  a->n_keys = 1;
  a->title = g_strdup (title);
  a->text = g_strdup ("Words.");
  a->published = NOW - (gint64) key;
  a->mentions = g_ptr_array_new_with_free_func ((GDestroyNotify) att_mention_free);
  a->quotes = g_ptr_array_new_with_free_func ((GDestroyNotify) att_quote_free);
  AttMention *mention = att_mention_new (ATT_TOPIC_PERSON, person, person);
  mention->grade = ATT_GRADE_MAIN;
  g_ptr_array_add (a->mentions, mention);
  AttQuote *quote = att_quote_new (ATT_QUOTE_DIRECT, span, "Words.");
  quote->speaker = g_strdup (person);
  g_ptr_array_add (a->quotes, quote);
  g_ptr_array_add (edition->articles, a);
  g_assert_true (att_articles_write (f->store.db, f->feed, edition, NOW, change, &error));
  g_assert_no_error (error);
  return att_database_number (f->store.db, 0, "SELECT id FROM article WHERE title=?", "s", title);
}

static guint
count (Fixture *f, const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AttFilter) filter = att_filter_parse (text, &error);
  g_assert_no_error (error);
  g_assert_true (att_columns_follow (f->columns, f->store.db, &error));
  g_autoptr (GArray) rows = att_selection_rows (f->columns, f->store.db, filter, NOW, &error);
  g_assert_no_error (error);
  return rows->len;
}

static void
merge (Fixture *f, const char *name, const char *same_as)
{
  g_autoptr (AttChange) change = att_change_new ();
  g_assert_true (att_corrections_merge (f->store.db, ATT_TOPIC_PERSON, name, same_as, NOW, change, NULL));
}

static void
judge (Fixture *f, gint64 article, const char *name, gboolean about)
{
  g_autoptr (AttChange) change = att_change_new ();
  AttCorrection *correction = att_correction_new (article, ATT_TOPIC_PERSON, name, name, about);
  g_assert_true (att_corrections_set (f->store.db, correction, NOW, change, NULL));
  att_correction_free (correction);
}

/* Who asked for somebody by a name that became another's goes on finding them. */
static void
test_old_name (Fixture *f, gconstpointer data)
{
  bring (f, 1, "Edda Norling", "One");
  bring (f, 2, "E. Norling", "Two");
  g_assert_cmpuint (count (f, "actor:\"E. Norling\""), ==, 1);
  merge (f, "E. Norling", "Edda Norling");
  g_assert_cmpuint (count (f, "actor:\"Edda Norling\""), ==, 2);
  g_assert_cmpuint (count (f, "actor:\"E. Norling\""), ==, 2);
  g_assert_cmpuint (count (f, "said:\"E. Norling\""), ==, 2);
}

/* A merge that is taken back leaves those that were made before. */
static void
test_unmerge (Fixture *f, gconstpointer data)
{
  merge (f, "A", "B");
  merge (f, "B", "C");
  g_assert_true (att_corrections_unmerge (f->store.db, ATT_TOPIC_PERSON, "B", NULL));
  bring (f, 1, "A", "One");
  g_assert_cmpuint (count (f, "actor:B"), ==, 1);
  g_assert_cmpuint (count (f, "actor:C"), ==, 0);
  merge (f, "Y", "X");
  merge (f, "X", "Y");
  g_assert_true (att_corrections_unmerge (f->store.db, ATT_TOPIC_PERSON, "X", NULL));
  bring (f, 2, "Y", "Two");
  g_assert_cmpuint (count (f, "actor:X"), ==, 1);
}

/* In the order they were made, too: the one that was made later does not bring the earlier back. Nobody is parted who is one with nobody. */
static void
test_unmerge_forward (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  merge (f, "A", "B");
  merge (f, "B", "C");
  g_assert_true (att_corrections_unmerge (f->store.db, ATT_TOPIC_PERSON, "A", NULL));
  g_assert_true (att_corrections_unmerge (f->store.db, ATT_TOPIC_PERSON, "B", NULL));
  bring (f, 1, "A", "One");
  g_assert_cmpuint (count (f, "actor:A"), ==, 1);
  g_assert_cmpuint (count (f, "actor:B"), ==, 0);
  g_assert_false (att_corrections_unmerge (f->store.db, ATT_TOPIC_PERSON, "B", &error));
  g_assert_error (error, ATT_ERROR, ATT_ERROR_USAGE);
}

/* What was said of one article is still true of it when its person has another name. */
static void
test_verdicts (Fixture *f, gconstpointer data)
{
  gint64 one = bring (f, 1, "D", "One"), two = bring (f, 2, "Nobody", "Two");
  judge (f, one, "D", FALSE);
  judge (f, two, "D", TRUE);
  merge (f, "D", "E");
  bring (f, 1, "D", "One, again");
  bring (f, 2, "Nobody", "Two, again");
  g_assert_cmpint (att_database_number (f->store.db, -1, "SELECT count(*) FROM quote WHERE article=? AND speaker IS NOT NULL", "i", one), ==, 0);
  g_assert_cmpuint (count (f, "actor:E"), ==, 1);
  g_assert_cmpint (att_database_number (f->store.db, -1, "SELECT count(*) FROM evidence WHERE article=?", "i", two), ==, 2);   /* Nobody and E, not D as well */
}

/* What was said before something else was said stands again once that is taken back, and saying a thing twice is saying it once. */
static void
test_judged_before (Fixture *f, gconstpointer data)
{
  gint64 one = bring (f, 1, "D", "One");
  judge (f, one, "D", FALSE);
  judge (f, one, "D", TRUE);
  judge (f, one, "D", TRUE);
  g_assert_true (att_corrections_drop (f->store.db, one, ATT_TOPIC_PERSON, "D", NULL));
  bring (f, 1, "D", "One, again");
  g_assert_cmpuint (count (f, "actor:D"), ==, 0);
  g_assert_true (att_corrections_drop (f->store.db, one, ATT_TOPIC_PERSON, "D", NULL));
  bring (f, 1, "D", "One, once more");
  g_assert_cmpuint (count (f, "actor:D"), ==, 1);
  g_assert_true (att_corrections_drop (f->store.db, one, ATT_TOPIC_PERSON, "D", NULL));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  ADD ("/corrections/old-name", test_old_name);
  ADD ("/corrections/unmerge", test_unmerge);
  ADD ("/corrections/unmerge/forward", test_unmerge_forward);
  ADD ("/corrections/verdicts", test_verdicts);
  ADD ("/corrections/judged-before", test_judged_before);
  return g_test_run ();
}
