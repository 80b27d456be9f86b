/* test-salvage.c: a store with bytes flipped, cut off, without its journal or its index: what can be read is saved.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "scratch.h"

#include "filter/syntax.h"
#include "store/articles.h"
#include "store/coverage.h"
#include "store/backup.h"
#include "store/feeds.h"
#include "store/salvage.h"

#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#define NOW 1768480800
#define N 600

typedef struct { Scratch store; } Fixture;

/* Fifty stories of the feed, from the first on. */
static void
receive (AttDatabase *db, gint64 feed, guint first)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AttChange) change = att_change_new ();
  g_autoptr (AttEdition) edition = att_edition_new ();
  for (guint k = 0; k < 50; k++) {
    AttArticle *a = att_article_new ();
    a->keys[0] = first + k + 1;
    a->n_keys = 1;
    a->title = g_strdup_printf ("Talks number %u in the port", first + k);
    a->text = g_strnfill (900, 'x');
    a->published = NOW - (first + k) * 600;
    g_ptr_array_add (edition->articles, a);
  }
  att_articles_write (db, feed, edition, NOW, change, &error);
  g_assert_no_error (error);
}

static void
set_up (Fixture *f, gconstpointer data)
{
  g_autoptr (AttFeed) feed = att_feed_new ();
  scratch_open (&f->store);
  feed->url = g_strdup ("https://wire.example/feed");
  gint64 id = att_feeds_add (f->store.db, feed, NULL);
  for (guint i = 0; i < N; i += 50)
    receive (f->store.db, id, i);
  g_clear_pointer (&f->store.db, att_database_close);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  g_autoptr (GDir) dir = g_dir_open (f->store.folder, 0, NULL);
  for (const char *name; (name = g_dir_read_name (dir));) {
    g_autofree char *path = g_build_filename (f->store.folder, name, NULL);
    g_unlink (path);
  }
  scratch_close (&f->store);
}

/* How many of the articles are there after all, found by their words as well. */
static guint
rescue (Fixture *f, guint *n_feeds)
{
  g_autoptr (GError) error = NULL;
  g_assert_false (att_salvage_is_sound (f->store.path));
  g_autoptr (AttSalvage) salvage = att_salvage_run (f->store.path, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_test (salvage->aside, G_FILE_TEST_EXISTS));
  g_assert_true (att_salvage_is_sound (f->store.path));
  g_autoptr (AttDatabase) db = att_database_open (f->store.path, ATT_DATABASE_WRITE, &error);
  g_assert_no_error (error);
  g_autoptr (AttFilter) filter = att_filter_parse ("\"in the port\"", NULL);
  g_autoptr (AttCoverage) coverage = att_coverage_read (db, NULL, filter, NOW, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (coverage->n_ids, ==, salvage->articles);
  *n_feeds = salvage->feeds;
  return salvage->articles;
}

static void
change_bytes (Fixture *f, goffset from, gsize n)
{
  FILE *file = fopen (f->store.path, "r+b");
  g_assert_cmpint (fseek (file, from, SEEK_SET), ==, 0);
  for (gsize i = 0; i < n; i++)
    fputc (0xA5 ^ (int) i, file);
  fclose (file);
}

static goffset
size_of (Fixture *f)
{
  GStatBuf info;
  g_assert_cmpint (g_stat (f->store.path, &info), ==, 0);
  return info.st_size;
}

/* Pages in the middle are bad: what lies on the others is there. */
static void
test_flipped (Fixture *f, gconstpointer data)
{
  guint n_feeds;
  change_bytes (f, size_of (f) / 2 / 4096 * 4096, 6 * 4096);
  guint n = rescue (f, &n_feeds);
  g_test_message ("%u of %u", n, N);
  g_assert_cmpuint (n, >=, N * 8 / 10);
  g_assert_cmpuint (n_feeds, ==, 1);
}

/* What migrations would have given an older store it has when it is rescued: languages of entries, and what articles are known by. */
static void
test_older (Fixture *f, gconstpointer data)
{
  guint n_feeds;
  g_autoptr (AttDatabase) old = att_database_open (f->store.path, ATT_DATABASE_WRITE, NULL);
  g_assert_true (att_database_script (old, "UPDATE article SET language='en'; UPDATE entry SET language=NULL; DELETE FROM identity", NULL));
  g_clear_pointer (&old, att_database_close);
  change_bytes (f, size_of (f) / 2 / 4096 * 4096, 6 * 4096);
  guint n = rescue (f, &n_feeds);
  g_autoptr (AttDatabase) db = att_database_open (f->store.path, ATT_DATABASE_WRITE, NULL);
  g_assert_cmpint (att_database_number (db, -1, "SELECT count(*) FROM entry WHERE language='en'", ""), ==, n);
  g_assert_cmpint (att_database_number (db, -1, "SELECT count(DISTINCT article) FROM identity", ""), ==, n);
}

/* What articles are known by is lost, of some or of all: the feed goes on, and none of them comes twice. */
static void
test_unknown (Fixture *f, gconstpointer data)
{
  guint n_feeds;
  g_autoptr (AttDatabase) old = att_database_open (f->store.path, ATT_DATABASE_WRITE, NULL);
  g_assert_true (att_database_script (old, data, NULL));
  g_clear_pointer (&old, att_database_close);
  change_bytes (f, size_of (f) / 2 / 4096 * 4096, 6 * 4096);
  rescue (f, &n_feeds);
  g_autoptr (AttDatabase) db = att_database_open (f->store.path, ATT_DATABASE_WRITE, NULL);
  gint64 feed = att_database_number (db, 0, "SELECT id FROM feed", "");
  for (guint i = 0; i <= N; i += 50)   /* one more than there were */
    receive (db, feed, i);
  g_assert_cmpint (att_database_number (db, -1, "SELECT count(*) FROM article", ""), ==, N + 50);
}

static void
test_cut (Fixture *f, gconstpointer data)
{
  guint n_feeds;
  g_assert_cmpint (truncate (f->store.path, size_of (f) * 7 / 10), ==, 0);
  guint n = rescue (f, &n_feeds);
  g_test_message ("%u of %u", n, N);
  g_assert_cmpuint (n, >, N / 3);
}

/* A leaf of a table, counted from its beginning, or, below 0, from its end, can be read no more. */
static void
spoil_leaf (Fixture *f, const char *table, int which)
{
  g_autoptr (AttDatabase) db = att_database_open (f->store.path, ATT_DATABASE_WRITE, NULL);
  gint64 n = att_database_number (db, 0, "SELECT count(*) FROM dbstat WHERE name=? AND pagetype='leaf'", "s", table);
  gint64 page = att_database_number (db, 0, "SELECT pageno FROM dbstat WHERE name=? AND pagetype='leaf' ORDER BY path LIMIT 1 OFFSET ?", "si", table, which < 0 ? n + which : (gint64) which);
  g_assert_cmpint (n, >=, 3);
  g_assert_cmpint (page, >, 0);
  g_clear_pointer (&db, att_database_close);
  change_bytes (f, (page - 1) * 4096, 4096);
}

/* What a person marked is behind a bad page as well as before it. */
static void
test_stars (Fixture *f, gconstpointer data)
{
  guint n_feeds;
  g_autoptr (AttDatabase) db = att_database_open (f->store.path, ATT_DATABASE_WRITE, NULL);
  g_assert_true (att_database_run (db, NULL, "UPDATE entry SET flags=2", ""));
  g_clear_pointer (&db, att_database_close);
  spoil_leaf (f, "entry", 1);
  g_assert_cmpuint (rescue (f, &n_feeds), ==, N);
  db = att_database_open (f->store.path, ATT_DATABASE_READ, NULL);
  g_assert_cmpint (att_database_number (db, 0, "SELECT count(*) FROM entry WHERE flags=2", ""), >, N / 2);
}

/* Both ends of a table are bad: what is between them is found by its numbers. Monitors listen for what comes next, whatever they had heard. */
static void
test_ends (Fixture *f, gconstpointer data)
{
  guint n_feeds;
  g_autoptr (AttDatabase) db = att_database_open (f->store.path, ATT_DATABASE_WRITE, NULL);
  g_assert_true (att_database_run (db, NULL, "INSERT INTO monitor (name, filter, position, seen, first) VALUES ('Port', 'port', 1, 600, 600)", ""));
  g_clear_pointer (&db, att_database_close);
  spoil_leaf (f, "article", 0);
  spoil_leaf (f, "article", -1);
  g_assert_cmpuint (rescue (f, &n_feeds), >, N / 2);
  db = att_database_open (f->store.path, ATT_DATABASE_READ, NULL);
  g_assert_cmpint (att_database_number (db, -1, "SELECT max(seen, first) - (SELECT max(id) FROM article) FROM monitor", ""), ==, 0);
}

/* While somebody writes into it, it is not set aside; nor does a copy take its place, or that of what belongs to it. */
static void
test_in_use (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AttDatabase) db = att_database_open (f->store.path, ATT_DATABASE_WRITE, NULL);
  g_autofree char *journal = g_strconcat (f->store.path, "-wal", NULL), *link = g_strconcat (f->store.folder, "/link.db", NULL);
  g_assert_null (att_salvage_run (f->store.path, &error));
  g_assert_nonnull (strstr (error->message, "Another program"));
  g_clear_error (&error);
  g_assert_cmpint (symlink (f->store.path, link), ==, 0);
  const char *const COPIES[] = { f->store.path, journal, link };
  for (guint i = 0; i < G_N_ELEMENTS (COPIES); i++) {
    g_assert_false (att_backup_write (f->store.path, COPIES[i], NULL, &error));
    g_assert_nonnull (strstr (error->message, "Choose another place"));
    g_clear_error (&error);
  }
  g_assert_cmpint (att_database_number (db, 0, "SELECT count(*) FROM article", ""), ==, N);
}

/* An index that contradicts its table is made anew, and nothing is lost. */
static void
test_index (Fixture *f, gconstpointer data)
{
  g_autoptr (AttDatabase) db = att_database_open (f->store.path, ATT_DATABASE_WRITE, NULL);
  gint64 page = att_database_number (db, 0, "SELECT rootpage FROM sqlite_schema WHERE name='article_of_feed'", "");
  g_clear_pointer (&db, att_database_close);
  guint n_feeds;
  change_bytes (f, (page - 1) * 4096, 4096);
  g_assert_cmpuint (rescue (f, &n_feeds), ==, N);
}

/* An article of a feed, with what hangs on it. */
static AttArticle *
make_article (guint key)
{
  AttArticle *a = att_article_new ();
  a->keys[0] = key;
  a->n_keys = 1;
  a->title = g_strdup_printf ("Talks number %u in the port", key);
  a->text = g_strdup ("words");
  a->published = NOW + key;
  AttSpan span = { .end = 5 };
  a->quotes = g_ptr_array_new_with_free_func ((GDestroyNotify) att_quote_free);
  g_ptr_array_add (a->quotes, att_quote_new (ATT_QUOTE_DIRECT, span, "words"));
  return a;
}

static void
write_one (AttDatabase *db, const char *url, AttArticle *article)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AttChange) change = att_change_new ();
  g_autoptr (AttFeed) feed = att_feed_new ();
  g_autoptr (AttEdition) edition = att_edition_new ();
  feed->url = g_strdup (url);
  gint64 id = att_feeds_find (db, url, &(guint) { 0 });
  g_ptr_array_add (edition->articles, article);
  g_assert_true (att_articles_write (db, id ? id : att_feeds_add (db, feed, NULL), edition, NOW + 10000, change, &error));
  g_assert_no_error (error);
}

/* The newest articles are lost, not what hung on them: their numbers are given to others, which are written, and keep their words when the
 * feed of the lost ones brings those again. */
static void
test_newest (Fixture *f, gconstpointer data)
{
  guint n_feeds;
  g_autoptr (AttDatabase) db = att_database_open (f->store.path, ATT_DATABASE_WRITE, NULL);
  write_one (db, "https://wire.example/feed", make_article (7001));
  gint64 lost = att_database_number (db, 0, "SELECT max(id) FROM article", ""), page = att_database_number (db, 0, "SELECT rootpage FROM sqlite_schema WHERE name='article_of_feed'", "");
  att_database_run (db, NULL, "DELETE FROM article WHERE id=?", "i", lost);
  att_database_run (db, NULL, "DELETE FROM body WHERE article=?", "i", lost);
  g_clear_pointer (&db, att_database_close);
  change_bytes (f, (page - 1) * 4096, 4096);
  g_assert_cmpuint (rescue (f, &n_feeds), ==, N);
  db = att_database_open (f->store.path, ATT_DATABASE_WRITE, NULL);
  write_one (db, "https://other.example/feed", make_article (8001));
  write_one (db, "https://wire.example/feed", make_article (7001));
  g_assert_cmpint (att_database_number (db, 0, "SELECT count(*) FROM article WHERE title LIKE '%8001%'", ""), ==, 1);
  g_assert_cmpint (att_database_number (db, 0, "SELECT count(*) FROM article", ""), ==, N + 2);
}

/* Broken off when all was saved and not yet in its place, before the damaged one was set aside or after: whoever opens the desk goes on. */
static void
test_broken_off (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *waiting = g_strconcat (f->store.path, ".restore", NULL);
  change_bytes (f, 5 * 4096, 4096);
  g_autoptr (AttSalvage) salvage = att_salvage_run (f->store.path, &error);
  g_assert_no_error (error);
  g_assert_false (att_backup_waits (f->store.path));
  for (guint aside = 0; aside < 2; aside++) {
    g_assert_cmpint (g_rename (f->store.path, waiting), ==, 0);
    if (!aside)
      g_assert_cmpint (g_rename (salvage->aside, f->store.path), ==, 0);
    g_assert_true (att_backup_settle (f->store.path, &error));
    g_assert_no_error (error);
    g_autoptr (AttDatabase) db = att_database_open (f->store.path, ATT_DATABASE_READ, &error);
    g_assert_no_error (error);
    g_assert_cmpint (att_database_number (db, 0, "SELECT count(*) FROM article", ""), ==, salvage->articles);
  }
}

/* What is no store at all is said to be none, and kept. */
static void
test_nothing (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_assert_true (g_file_set_contents (f->store.path, "no store", -1, NULL));
  g_assert_null (att_salvage_run (f->store.path, &error));
  g_assert_nonnull (strstr (error->message, "Take back a copy"));
  g_autofree char *aside = g_strconcat (f->store.path, ".damaged-1", NULL);
  g_assert_true (g_file_test (aside, G_FILE_TEST_EXISTS));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  ADD ("/salvage/flipped", test_flipped);
  ADD ("/salvage/older", test_older);
  g_test_add ("/salvage/unknown/all", Fixture, "DELETE FROM identity", set_up, test_unknown, tear_down);
  g_test_add ("/salvage/unknown/some", Fixture, "DELETE FROM identity WHERE key % 3 = 0", set_up, test_unknown, tear_down);
  ADD ("/salvage/cut", test_cut);
  ADD ("/salvage/stars", test_stars);
  ADD ("/salvage/ends", test_ends);
  ADD ("/salvage/in-use", test_in_use);
  ADD ("/salvage/broken-off", test_broken_off);
  ADD ("/salvage/index", test_index);
  ADD ("/salvage/newest", test_newest);
  ADD ("/salvage/nothing", test_nothing);
  return g_test_run ();
}
