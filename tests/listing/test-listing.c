/* test-listing.c: lazy lists and the dossier, over a store of a real file.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "filter/syntax.h"
#include "listing/dossier.h"
#include "store/monitors.h"

#include <glib/gstdio.h>

/* Lets go of an object: it ends when the answers under way have come. One that is kept by anything else makes the test hang. */
static void
wait_for_end (gpointer object)
{
  g_object_add_weak_pointer (object, &object);
  g_object_unref (object);
  while (object)
    g_main_context_iteration (NULL, TRUE);
}

typedef struct { char *folder; AttStore *store; } Fixture;

static void
wait_until (gboolean (*holds) (gpointer), gpointer data)
{
  while (!holds (data))
    g_main_context_iteration (NULL, TRUE);
}

typedef struct { GAsyncResult *result; } Answer;

static void
answer_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  ((Answer *) data)->result = g_object_ref (result);
}

static gboolean
is_answered (gpointer data)
{
  return ((Answer *) data)->result != NULL;
}

/* Adds n articles to the one feed, each with the theme its number says. */
static gpointer
write_articles (AttDatabase *db, gpointer data, AttChange *change, GError **error)
{
  guint *range = data;   /* from, to */
  g_autoptr (AttFeed) feed = att_feed_new ();
  feed->url = g_strdup ("https://one.example/");
  gint64 id = att_feeds_find (db, feed->url);
  if (id == 0)
    id = att_feeds_add (db, feed, error);
  g_autoptr (AttEdition) edition = att_edition_new ();
  for (guint i = range[0]; i < range[1]; i++) {
    AttArticle *a = att_article_new ();
    a->keys[0] = i + 1;
    a->n_keys = 1;
    a->title = g_strdup_printf ("Title %u", i);
    a->text = g_strdup ("words");
    a->language = g_strdup (i % 4 == 0 ? "fr" : i % 4 == 1 ? "de-AT" : i % 4 == 2 ? "en" : NULL);
    a->published = 1700000000 + i;
    a->mentions = g_ptr_array_new_with_free_func ((GDestroyNotify) att_mention_free);
    g_ptr_array_add (a->mentions, att_mention_new (ATT_TOPIC_THEME, i % 2 ? "odd" : "even", i % 2 ? "Odd" : "Even"));
    g_ptr_array_add (edition->articles, a);
  }
  att_articles_write (db, id, edition, 1800000000, change, error);
  change->feeds = TRUE;
  return NULL;
}

static void
add_articles (Fixture *f, guint from, guint to)
{
  Answer answer = { NULL };
  guint range[] = { from, to };
  att_store_tell_async (f->store, write_articles, g_memdup2 (range, sizeof range), g_free, NULL, answer_cb, &answer);
  wait_until (is_answered, &answer);
  g_autoptr (GError) error = NULL;
  att_store_finish (f->store, answer.result, &error);
  g_assert_no_error (error);
  g_object_unref (answer.result);
}

static void
set_up (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  f->folder = g_dir_make_tmp ("attache-listing-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (f->folder, "desk.db", NULL);
  f->store = att_store_open (path, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  static const char *const FILES[] = { "desk.db", "desk.db-wal", "desk.db-shm" };
  while (g_main_context_iteration (NULL, FALSE))
    ;
  att_store_close (f->store);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (f->store);
  for (guint i = 0; i < G_N_ELEMENTS (FILES); i++) {
    g_autofree char *path = g_build_filename (f->folder, FILES[i], NULL);
    g_unlink (path);
  }
  g_rmdir (f->folder);
  g_free (f->folder);
}

static gboolean
has_headline (gpointer item)
{
  return att_article_item_get_headline (item) != NULL;
}

/* A coverage of ids that are all there, and many more that are not: the model never cares. */
static AttCoverage *
large_coverage (guint n)
{
  AttCoverage *coverage = g_atomic_rc_box_new0 (AttCoverage);
  coverage->n_ids = n;
  coverage->ids = g_new (gint64, n);
  for (guint i = 0; i < n; i++)
    coverage->ids[i] = i + 1;
  return coverage;
}

static void
test_lazy (Fixture *f, gconstpointer data)
{
  add_articles (f, 0, 200);
  g_autoptr (AttCoverage) coverage = large_coverage (1000000);
  g_autoptr (AttArticleModel) model = att_article_model_new (f->store, coverage);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (model)), ==, 1000000);
  g_autoptr (AttArticleItem) item = g_list_model_get_item (G_LIST_MODEL (model), 70), again = g_list_model_get_item (G_LIST_MODEL (model), 70);
  g_assert_true (item == again);                      /* the same place is the same object */
  g_assert_null (att_article_item_get_headline (item)); /* at once, before anything is read */
  wait_until (has_headline, item);
  g_assert_cmpint (att_article_item_get_headline (item)->id, ==, 71);
  g_assert_cmpuint (att_article_model_find (model, 999999), ==, 999998);
  g_assert_cmpuint (att_article_model_find (model, 2000000), ==, G_MAXUINT);
}

static guint n_changed;

static void
count_cb (void)
{
  n_changed++;
}

static gboolean
is_covered (gpointer dossier)
{
  gboolean busy;
  g_object_get (dossier, "busy", &busy, NULL);
  return !busy && att_dossier_get_coverage (dossier);
}

/* A window's state over so many articles, all of them counted. */
static AttDossier *
dossier_over (Fixture *f, guint n)
{
  add_articles (f, 0, n);
  AttDossier *dossier = att_dossier_new (f->store);
  att_dossier_take_filter (dossier, att_filter_everything ());
  wait_until (is_covered, dossier);
  return dossier;
}

static void
test_dossier (Fixture *f, gconstpointer data)
{
  AttDossier *dossier = dossier_over (f, 100);
  g_assert_cmpuint (att_dossier_get_coverage (dossier)->n_ids, ==, 100);

  /* a newer question drops the older one's answer */
  n_changed = 0;
  g_signal_connect (dossier, "notify::coverage", G_CALLBACK (count_cb), NULL);
  att_dossier_take_filter (dossier, att_filter_parse ("topic:even", NULL));
  att_dossier_take_filter (dossier, att_filter_parse ("topic:odd", NULL));
  wait_until (is_covered, dossier);
  g_assert_cmpuint (n_changed, ==, 1);
  g_assert_cmpuint (att_dossier_get_coverage (dossier)->n_ids, ==, 50);
  GListModel *themes = att_facet_model_get_list (att_dossier_get_themes (dossier));
  g_autoptr (AttFacet) odd = g_list_model_get_item (themes, 1);   /* under its heading */
  g_assert_cmpuint (g_list_model_get_n_items (themes), ==, 2);   /* what the filter leaves nothing of folds away */
  g_assert_cmpuint (att_facet_get_count (odd), ==, 50);
  g_assert_cmpint (att_facet_get_sense (odd), ==, ATT_SENSE_MUST);
  wait_for_end (dossier);
}

static gboolean
is_waiting (gpointer dossier)
{
  guint n;
  g_object_get (dossier, "n-waiting", &n, NULL);
  return n > 0;
}

static gboolean
has_105 (gpointer dossier)
{
  return att_dossier_get_coverage (dossier)->n_ids == 105;
}

/* Arrivals wait while the window holds the page, and come when asked for. */
static void
test_arrivals (Fixture *f, gconstpointer data)
{
  AttDossier *dossier = dossier_over (f, 100);
  att_dossier_set_held (dossier, TRUE);
  add_articles (f, 100, 105);
  wait_until (is_waiting, dossier);
  g_assert_cmpuint (att_dossier_get_coverage (dossier)->n_ids, ==, 100);
  att_dossier_show_waiting (dossier);
  g_assert_true (has_105 (dossier));
  g_assert_false (is_waiting (dossier));
  wait_until (is_covered, dossier);
  wait_for_end (dossier);
}

static gboolean
none_unread (gpointer dossier)
{
  return is_covered (dossier) && att_dossier_get_coverage (dossier)->n_ids == 0;
}

static gboolean
all_unread (gpointer dossier)
{
  return is_covered (dossier) && att_dossier_get_coverage (dossier)->n_ids == 10;
}

static gboolean
one_unread (gpointer dossier)
{
  return is_covered (dossier) && att_dossier_get_coverage (dossier)->n_ids == 1;
}

static gpointer
read_number (AttDatabase *db, gpointer sql, AttChange *change, GError **error)
{
  return GSIZE_TO_POINTER (att_database_number (db, 0, sql, "") + 1);
}

/* What the store says, once all before it is written. */
static guint
number (Fixture *f, const char *sql)
{
  Answer answer = { NULL };
  att_store_tell_async (f->store, read_number, (gpointer) sql, NULL, NULL, answer_cb, &answer);
  wait_until (is_answered, &answer);
  gsize n = GPOINTER_TO_SIZE (att_store_finish (f->store, answer.result, NULL)) - 1;
  g_object_unref (answer.result);
  return n;
}

/* What waits has not been seen by anybody: marking all as read leaves it alone, and so does marking what is older. */
static void
test_mark_shown (Fixture *f, gconstpointer data)
{
  AttDossier *dossier = dossier_over (f, 100);
  att_dossier_set_held (dossier, TRUE);
  add_articles (f, 100, 105);
  wait_until (is_waiting, dossier);
  att_dossier_mark_all (dossier);
  att_dossier_mark_older (dossier, G_MAXINT64);
  g_assert_cmpuint (number (f, "SELECT count(*) FROM entry WHERE flags & 1 = 0"), ==, 5);
  wait_for_end (dossier);
}

/* What was read under a filter for what is unread is offered again when that is taken back; where nothing is shown, it is shown. */
static void
test_undo_shows (Fixture *f, gconstpointer data)
{
  for (guint left = 0; left < 2; left++) {
    AttDossier *dossier = left ? att_dossier_new (f->store) : dossier_over (f, 10);
    att_dossier_take_filter (dossier, att_filter_everything ());
    wait_until (is_covered, dossier);
    att_dossier_mark_rows (dossier, 0, 10 - left);
    g_assert_cmpuint (number (f, "SELECT count(*) FROM entry WHERE flags & 1 = 0"), ==, left);
    att_dossier_take_filter (dossier, att_filter_parse ("is:unread", NULL));
    wait_until (left ? one_unread : none_unread, dossier);
    att_dossier_set_held (dossier, TRUE);
    att_history_undo (att_dossier_get_history (dossier), 0);
    wait_until (left ? is_waiting : all_unread, dossier);
    wait_for_end (dossier);
  }
}

static gboolean
is_at_rest (gpointer dossier)
{
  gboolean busy;
  g_object_get (dossier, "busy", &busy, NULL);
  return !busy;
}

/* Stories that come before a filter has its answer do not take it away, though the list is held. */
static void
test_filter_and_arrivals (Fixture *f, gconstpointer data)
{
  AttDossier *dossier = dossier_over (f, 100);
  att_dossier_set_held (dossier, TRUE);
  g_autoptr (AttChange) change = att_change_new ();
  gint64 id = att_dossier_get_coverage (dossier)->ids[0];
  g_array_append_val (change->touched, id);
  att_dossier_take_filter (dossier, att_filter_parse ("topic:odd", NULL));
  g_signal_emit_by_name (f->store, "changed", change);
  wait_until (is_at_rest, dossier);
  g_assert_cmpuint (att_dossier_get_coverage (dossier)->n_ids, ==, 50);
  wait_for_end (dossier);
}

static gboolean
can_undo (gpointer dossier)
{
  return att_history_can_undo (att_dossier_get_history (dossier));
}

/* The writer and the reader are two threads: asks until it is in. */
static void
ask_until (gboolean (*holds) (gpointer), AttDossier *dossier)
{
  att_dossier_take_filter (dossier, att_filter_parse ("is:unread", NULL));
  while (!holds (dossier)) {
    if (is_covered (dossier))
      att_dossier_take_filter (dossier, att_filter_parse ("is:unread", NULL));
    g_main_context_iteration (NULL, TRUE);
  }
}

static void
test_undo (Fixture *f, gconstpointer data)
{
  AttDossier *dossier = dossier_over (f, 10);
  att_dossier_mark_all (dossier);
  g_assert_true (can_undo (dossier));
  ask_until (none_unread, dossier);
  att_history_undo (att_dossier_get_history (dossier), 0);
  g_assert_false (can_undo (dossier));
  ask_until (all_unread, dossier);

  /* undone before the store has answered, and by its number */
  att_dossier_mark_rows (dossier, 2, 5);
  att_history_undo (att_dossier_get_history (dossier), 2);
  ask_until (all_unread, dossier);
  g_assert_false (att_history_undo (att_dossier_get_history (dossier), 2));
  wait_for_end (dossier);
}

static gboolean
is_ready (gpointer sources)
{
  guint n;
  g_object_get (sources, "n-feeds", &n, NULL);
  return n > 0;
}

static void
test_sources (Fixture *f, gconstpointer data)
{
  add_articles (f, 0, 10);
  AttSourceModel *sources = att_source_model_new (f->store);
  wait_until (is_ready, sources);
  GListModel *list = att_source_model_get_list (sources);
  g_assert_cmpuint (g_list_model_get_n_items (list), ==, 4);   /* all, unread, starred and the feed */
  g_autoptr (AttSource) feed = g_list_model_get_item (list, 3);
  g_assert_cmpuint (att_source_get_unread (feed), ==, 10);
  g_autoptr (AttFilter) all = att_filter_everything (), narrow = att_source_narrow (feed, all);
  g_assert_true (att_source_is_place_of (feed, narrow));
  g_assert_false (att_source_is_place_of (feed, all));
  wait_for_end (sources);
}

static guint
unread_of (AttSourceModel *sources, guint i)
{
  g_autoptr (AttSource) source = g_list_model_get_item (att_source_model_get_list (sources), i);
  return att_source_get_unread (source);
}

static gboolean
counts_french (gpointer sources)
{
  return g_list_model_get_n_items (att_source_model_get_list (sources)) == 6 && unread_of (sources, 5) == 50 && unread_of (sources, 3) == 50;
}

static gboolean
counts_all (gpointer sources)
{
  return unread_of (sources, 5) == 100 && unread_of (sources, 3) == 100;
}

static gpointer
save_monitor (AttDatabase *db, gpointer data, AttChange *change, GError **error)
{
  g_autoptr (AttMonitor) all = att_monitor_new (0, 0, "All of it", "is:unread", ATT_ALERT_NEVER), german = att_monitor_new (0, 0, "German", "lang:de", ATT_ALERT_NEVER);
  g_assert_cmpint (att_monitors_write (db, all, error), !=, 0);
  g_assert_cmpint (att_monitors_write (db, german, error), !=, 0);
  change->feeds = TRUE;
  return NULL;
}

/* Who reads French is told how much there is to read in French, and where nobody can tell; a monitor that asks for a language counts that. */
static void
test_source_languages (Fixture *f, gconstpointer data)
{
  add_articles (f, 0, 100);
  AttSourceModel *sources = att_source_model_new (f->store);
  att_store_tell_async (f->store, save_monitor, NULL, NULL, NULL, NULL, NULL);
  att_store_set_languages (f->store, (const char *const[]) { "fr", NULL });
  wait_until (counts_french, sources);
  g_assert_cmpuint (unread_of (sources, 0), ==, 50);
  g_assert_cmpuint (unread_of (sources, 4), ==, 25);
  att_store_set_languages (f->store, NULL);
  wait_until (counts_all, sources);
  wait_for_end (sources);
}

static gpointer
save_monitors (AttDatabase *db, gpointer data, AttChange *change, GError **error)
{
  g_autoptr (AttMonitor) all = att_monitor_new (0, 0, "All of it", "is:unread", ATT_ALERT_NEVER), none = att_monitor_new (0, 0, "Nothing", "nosuchword", ATT_ALERT_NEVER);
  g_assert_cmpint (att_monitors_write (db, all, error), !=, 0);
  g_assert_cmpint (att_monitors_write (db, none, error), !=, 0);
  g_assert_true (att_monitors_move (db, 2, -1, error));
  change->feeds = TRUE;
  return NULL;
}

static gboolean
has_monitors (gpointer sources)
{
  return g_list_model_get_n_items (att_source_model_get_list (sources)) == 6;
}

/* Monitors stand above the feeds in their order, counted; the place of one is its whole filter. */
static void
test_monitors (Fixture *f, gconstpointer data)
{
  add_articles (f, 0, 10);
  AttSourceModel *sources = att_source_model_new (f->store);
  wait_until (is_ready, sources);
  att_store_tell_async (f->store, save_monitors, NULL, NULL, NULL, NULL, NULL);
  wait_until (has_monitors, sources);
  g_autoptr (AttSource) none = g_list_model_get_item (att_source_model_get_list (sources), 3), all = g_list_model_get_item (att_source_model_get_list (sources), 4);
  g_assert_cmpstr (att_source_get_label (none), ==, "Nothing");
  g_assert_cmpuint (att_source_get_unread (none), ==, 0);
  g_assert_cmpuint (att_source_get_unread (all), ==, 10);
  g_autoptr (AttFilter) elsewhere = att_filter_parse ("topic:taiwan", NULL), narrow = att_source_narrow (all, elsewhere);
  g_autofree char *text = att_filter_format (narrow);
  g_assert_cmpstr (text, ==, att_source_get_monitor (all)->filter);
  g_assert_true (att_source_is_place_of (all, narrow));
  g_assert_false (att_source_is_place_of (none, narrow));
  wait_for_end (sources);
}

/* So many that listing them notices an interruption. */
static gpointer
write_feeds (AttDatabase *db, gpointer data, AttChange *change, GError **error)
{
  att_database_run (db, error, "INSERT INTO feed (url, title) WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i+1 FROM n LIMIT 5000) SELECT 'https://feed.example/' || i, 'Feed ' || i FROM n", "");
  return NULL;
}

/* Takes until it is interrupted. */
static gpointer
count_for_ever (AttDatabase *db, gpointer data, AttChange *change, GError **error)
{
  sqlite3_stmt *s = att_database_ask (db, NULL, "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i+1 FROM n) SELECT count(*) FROM n", "");
  att_database_row (db, s, error);
  return NULL;
}

/* The desk is closed while the list of feeds is still being asked for: no word of warning, since nothing is wrong. */
static void
test_closing (Fixture *f, gconstpointer data)
{
  Answer answer = { NULL }, monitors = { NULL }, feeds = { NULL };
  att_store_tell_async (f->store, write_feeds, NULL, NULL, NULL, answer_cb, &feeds);
  wait_until (is_answered, &feeds);
  g_clear_object (&feeds.result);
  AttSourceModel *sources = att_source_model_new (f->store);
  att_store_monitors_async (f->store, NULL, answer_cb, &monitors);
  att_store_count_async (f->store, count_for_ever, NULL, NULL, NULL, NULL, answer_cb, &answer);
  wait_until (is_answered, &monitors);   /* and feeds are asked for, behind what never ends */
  g_autoptr (GPtrArray) all = att_store_finish (f->store, monitors.result, NULL);
  g_assert_nonnull (all);
  g_clear_object (&monitors.result);
  att_store_close (f->store);
  wait_until (is_answered, &answer);
  g_clear_object (&answer.result);
  wait_for_end (sources);
}

typedef struct { AttDossier *dossier; guint n; } Expected;

static gboolean
has_so_many (gpointer data)
{
  const Expected *expected = data;
  const AttCoverage *coverage = att_dossier_get_coverage (expected->dossier);
  return coverage && coverage->n_ids == expected->n;
}

static gboolean
fifty_unread (gpointer dossier)
{
  return is_covered (dossier) && att_dossier_get_coverage (dossier)->n_ids == 50;
}

/* Who reads French sees what is French or what nobody can tell; what is asked for by its language is shown whoever reads it. */
static void
test_languages (Fixture *f, gconstpointer data)
{
  add_articles (f, 0, 100);
  AttDossier *dossier = att_dossier_new (f->store);
  att_dossier_take_filter (dossier, att_filter_everything ());
  att_store_set_languages (f->store, (const char *const[]) { "fr", NULL });   /* before the answer is there */
  wait_until (has_so_many, &(Expected) { dossier, 50 });
  att_dossier_mark_all (dossier);   /* what is hidden stays unread */
  att_store_set_languages (f->store, (const char *const[]) { "fr", "de", NULL });
  wait_until (has_so_many, &(Expected) { dossier, 75 });
  att_dossier_take_filter (dossier, att_filter_parse ("lang:en", NULL));
  wait_until (has_so_many, &(Expected) { dossier, 25 });
  att_store_set_languages (f->store, (const char *const[]) { NULL });
  ask_until (fifty_unread, dossier);
  wait_for_end (dossier);
}

static gboolean
has_hidden (gpointer data)
{
  Expected *expected = data;
  guint n;
  g_object_get (expected->dossier, "n-hidden", &n, NULL);
  return n == expected->n;
}

/* Where nothing is readable, how much there would be in other languages; nothing of the kind where a language was asked for. */
static void
test_hidden (Fixture *f, gconstpointer data)
{
  add_articles (f, 0, 100);
  AttDossier *dossier = att_dossier_new (f->store);
  att_store_set_languages (f->store, (const char *const[]) { "ja", NULL });
  att_dossier_take_filter (dossier, att_filter_parse ("topic:even", NULL));   /* French and English */
  wait_until (has_so_many, &(Expected) { dossier, 0 });
  wait_until (has_hidden, &(Expected) { dossier, 50 });
  att_dossier_take_filter (dossier, att_filter_parse ("topic:odd", NULL));   /* German, and what nobody can tell */
  wait_until (has_so_many, &(Expected) { dossier, 25 });
  g_assert_true (has_hidden (&(Expected) { dossier, 0 }));
  att_dossier_take_filter (dossier, att_filter_parse ("topic:even lang:de", NULL));
  wait_until (has_so_many, &(Expected) { dossier, 0 });
  att_dossier_take_filter (dossier, att_filter_parse ("topic:even", NULL));
  wait_until (has_hidden, &(Expected) { dossier, 50 });   /* nothing was asked in between */
  att_store_set_languages (f->store, (const char *const[]) { "fr", NULL });
  wait_until (has_so_many, &(Expected) { dossier, 25 });
  g_assert_true (has_hidden (&(Expected) { dossier, 0 }));
  att_store_set_languages (f->store, NULL);
  wait_for_end (dossier);
}

static gpointer
correct_first (AttDatabase *db, gpointer data, AttChange *change, GError **error)
{
  AttArticle *a = att_articles_read (db, *(gint64 *) data, error);
  g_autoptr (GPtrArray) articles = g_ptr_array_new_with_free_func ((GDestroyNotify) att_article_unref);
  g_ptr_array_set_size (a->mentions, 0);
  g_ptr_array_add (articles, a);
  att_articles_remark (db, articles, change, error);
  return NULL;
}

static gboolean
has_topic (gpointer item)
{
  const AttHeadline *headline = att_article_item_get_headline (item);
  return headline && headline->themes && headline->themes[0];
}

static gboolean
has_no_topic (gpointer item)
{
  return att_article_item_get_headline (item) && !has_topic (item);
}

/* While somebody reads, the list stands still; but a row shows what its story is about by now. */
static void
test_corrected_row (Fixture *f, gconstpointer data)
{
  AttDossier *dossier = dossier_over (f, 50);
  att_dossier_set_held (dossier, TRUE);
  g_autoptr (AttArticleItem) item = g_list_model_get_item (G_LIST_MODEL (att_dossier_get_articles (dossier)), 0);
  wait_until (has_topic, item);
  gint64 id = att_article_item_get_headline (item)->id;
  Answer answer = { NULL };
  att_store_tell_async (f->store, correct_first, &id, NULL, NULL, answer_cb, &answer);
  wait_until (has_no_topic, item);
  wait_until (is_answered, &answer);
  g_clear_object (&answer.result);
  wait_for_end (dossier);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  ADD ("/listing/lazy", test_lazy);
  ADD ("/listing/dossier", test_dossier);
  ADD ("/listing/arrivals", test_arrivals);
  ADD ("/listing/filter-and-arrivals", test_filter_and_arrivals);
  ADD ("/listing/mark-shown", test_mark_shown);
  ADD ("/listing/undo", test_undo);
  ADD ("/listing/undo-shows", test_undo_shows);
  ADD ("/listing/sources", test_sources);
  ADD ("/listing/monitors", test_monitors);
  ADD ("/listing/languages", test_languages);
  ADD ("/listing/hidden", test_hidden);
  ADD ("/listing/corrected-row", test_corrected_row);
  ADD ("/listing/source-languages", test_source_languages);
  ADD ("/listing/closing", test_closing);
  return g_test_run ();
}
