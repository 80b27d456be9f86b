/* test-rewriting.c: what was written anew, or otherwise than it is asked for, is found.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "talks.h"

#include "filter/completion.h"
#include "store/articles.h"
#include "store/feeds.h"
#include "store/migrate.h"
#include "store/pages.h"
#include "store/retention.h"

/* Names are found however they are written: in capitals of any script, with accents or without, and with marks a filter has no others for. */
static void
test_spelling (Talks *f, gconstpointer data)
{
  g_autoptr (AttFeed) feed = att_feeds_get (f->store.db, f->feed, NULL);
  g_free (feed->title);
  feed->title = g_strdup ("Газета «Взгляд» Élysée");
  g_assert_true (att_feeds_describe (f->store.db, feed, NULL));
  g_assert_true (att_database_run (f->store.db, NULL, "UPDATE quote SET speaker='Сергей Лавров'", ""));
  g_autofree char *exact = att_completion_text ("feed", feed->title);
  g_assert_cmpuint (talks_count (f, exact), ==, 3);
  g_assert_cmpuint (talks_count (f, "source:взгляд"), ==, 3);
  g_assert_cmpuint (talks_count (f, "source:elysee"), ==, 3);
  g_assert_cmpuint (talks_count (f, "said:лавров"), ==, 3);
  g_assert_cmpuint (talks_count (f, "said:путин"), ==, 0);
  guint n;
  g_assert_cmpint (att_feeds_find (f->store.db, "ГАЗЕТА «ВЗГЛЯД» ÉLYSÉE", &n), ==, f->feed);
}

/* An edition of one article, which is taken. */
static void
bring (Talks *f, AttArticle *article, gint64 now)
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
reissue (Talks *f, const char *title, const char *text)
{
  AttArticle *a = talks_article (3, title);   /* written from the end: the first of all */
  g_free (a->text);
  a->text = g_strdup (text);
  g_ptr_array_set_size (a->quotes, 0);
  bring (f, a, NOW + 60);
}

static void
assert_found (Talks *f)
{
  g_autoptr (GError) error = NULL;
  g_assert_true (att_database_run (f->store.db, &error, "INSERT INTO search (search, rank) VALUES ('integrity-check', 1)", ""));
  g_assert_no_error (error);
}

/* What was analysed before its feed gave an article other words, or before it was let go, says nothing of it. */
static void
test_late_marks (Talks *f, gconstpointer data)
{
  g_autoptr (AttChange) change = att_change_new ();
  g_autoptr (GPtrArray) batch = att_articles_batch (f->store.db, 0, 10, NULL);
  g_assert_cmpuint (batch->len, ==, 3);
  for (guint i = 0; i < batch->len; i++) {
    g_autoptr (AttArticle) marked = talks_article (1, "");
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
read_whole (Talks *f)
{
  g_autoptr (GError) error = NULL;
  AttArticle *whole = att_articles_read (f->store.db, f->article, &error);
  g_assert_no_error (error);
  g_free (whole->text);
  whole->text = g_strdup ("The envoy spoke at length.");
  g_free (whole->language);
  whole->language = g_strdup ("de");
  return whole;
}

/* A page that comes after its feed has given the article another title: found by that, and by its whole text. */
static void
test_late_page (Talks *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AttChange) change = att_change_new ();
  g_autoptr (AttArticle) whole = read_whole (f);
  reissue (f, "Talks end", "The envoy Ann Arbour spoke in the port.");
  AttPageLook look = { whole, 0, NULL, NULL };
  g_assert_true (att_pages_write (f->store.db, &look, NOW + 120, change, &error));
  g_assert_no_error (error);
  assert_found (f);
  g_assert_cmpuint (talks_count (f, "end length"), ==, 1);
  g_assert_cmpuint (talks_count (f, "lang:de"), ==, 1);   /* as its whole text has it */
  /* and one beside it, read before its page was looked at again, is not given its older words back */
  g_autoptr (GPtrArray) beside = att_pages_beside (f->store.db, f->article + 1, 5, &error);
  g_assert_cmpuint (beside->len, ==, 1);
  g_free (whole->text);
  whole->text = g_strdup ("Nobody spoke after all.");
  g_assert_true (att_pages_write (f->store.db, &look, NOW + 240, change, &error));
  g_assert_true (att_pages_mend (f->store.db, beside, change, &error));
  g_assert_cmpuint (talks_count (f, "after all"), ==, 1);
  assert_found (f);
}

/* A feed that counts comments in what it says of an article has its page looked at again, but takes the article from nobody. */
static void
test_brief (Talks *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AttChange) change = att_change_new ();
  g_autoptr (AttArticle) whole = read_whole (f);
  AttPageLook look = { whole, 0, NULL, NULL };
  g_assert_true (att_pages_write (f->store.db, &look, NOW, change, &error));
  for (guint n = 0; n < 3; n++) {
    g_autofree char *brief = g_strdup_printf ("%u comments.", n);
    reissue (f, n < 2 ? "Talks in the port" : "Talks end", brief);
    g_assert_cmpuint (talks_count (f, "length"), ==, 1);
    gint64 due = att_database_number (f->store.db, 0, "SELECT due FROM page WHERE state=1 AND article=?", "i", f->article);
    g_assert_cmpint (due, >, NOW);   /* looked at again in its time, and not with every round */
    g_assert_cmpint (due, <=, NOW + 4 * 3600);
  }
  g_assert_cmpuint (talks_count (f, "end length"), ==, 1);   /* and has its new title */
  assert_found (f);
}

/* Words of scripts that write no blanks between them, and Arabic with its vowels or without. */
static void
test_scripts (Talks *f, gconstpointer data)
{
  bring (f, talks_article (40, "外交部发言人就台湾问题答记者问"), NOW);
  bring (f, talks_article (41, "中法两国元首在北京会晤"), NOW);
  bring (f, talks_article (42, "وصل مُحَمَّد إلى القاهرة"), NOW);
  bring (f, talks_article (43, "東京でワシントンと会談"), NOW);
  bring (f, talks_article (44, "Королёв и Горбачев в порту"), NOW);
  bring (f, talks_article (45, "Η Ελλάδα και ο Wałęsa στο Malmø"), NOW);
  static const struct { const char *words; guint n; } ASKED[] = {
    { "台湾", 1 }, { "台湾*", 1 }, { "北京", 1 }, { "\"两国元首\"", 1 }, { "两北", 0 }, { "محمد", 1 }, { "مُحَمَّد", 1 }, { "ワシントン", 1 }, { "talks", 3 }, { "talks -台湾", 3 }, { "€", 0 }, { "🎉", 0 }, { "talks OR 🎉", 3 }, { "label:none OR 🎉", 0 }, { "talks –", 3 }, { "talks & port", 3 }, { "-🎉", 9 }, { "Королев", 1 }, { "королёв", 1 }, { "Горбачёв", 1 }, { "ελλαδα", 1 }, { "Ελλάδα", 1 }, { "Walesa", 1 }, { "wałęsa", 1 }, { "malmo", 1 }, { "malm*", 1 },
  };
  for (guint i = 0; i < G_N_ELEMENTS (ASKED); i++) {
    g_test_message ("%s", ASKED[i].words);
    g_assert_cmpuint (talks_count (f, ASKED[i].words), ==, ASKED[i].n);
  }
  g_assert_true (att_feeds_remove (f->store.db, f->feed, NULL));
  assert_found (f);
}

/* A desk from before finds them as well, and takes the same words out of its index that it put in. */
static void
test_scripts_before (Talks *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  bring (f, talks_article (40, "外交部发言人就台湾问题答记者问"), NOW);
  bring (f, talks_article (41, "Королёв в порту"), NOW);
  g_assert_true (att_database_script (f->store.db, "INSERT INTO search (search, rowid, title, text) SELECT 'delete', id, title, text FROM search_source;"
                                      "DROP VIEW search_source; CREATE VIEW search_source AS SELECT a.id AS id, a.title AS title, b.text AS text FROM article a JOIN body b ON b.article = a.id;"
                                      "INSERT INTO search (search) VALUES ('rebuild'); DROP TABLE correction_before; ALTER TABLE feed DROP COLUMN walk; ALTER TABLE body DROP COLUMN shapes; PRAGMA user_version=18", &error));
  g_assert_cmpuint (talks_count (f, "台湾"), ==, 0);
  g_assert_true (att_migrate (f->store.db, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (talks_count (f, "台湾"), ==, 1);
  g_assert_cmpuint (talks_count (f, "Королев"), ==, 1);
  g_assert_cmpuint (talks_count (f, "talks"), ==, 3);
  assert_found (f);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, func) g_test_add (path, Talks, NULL, talks_set_up, func, talks_tear_down)
  ADD ("/rewriting/spelling", test_spelling);
  ADD ("/rewriting/scripts", test_scripts);
  ADD ("/rewriting/scripts-before", test_scripts_before);
  ADD ("/rewriting/late-marks", test_late_marks);
  ADD ("/rewriting/late-page", test_late_page);
  ADD ("/rewriting/brief", test_brief);
  return g_test_run ();
}
