/* test-listing.c: lazy lists and sources, over a store of a real file.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "../answers.h"
#include "stories.h"

#include "filter/syntax.h"
#include "listing/actor-finder.h"
#include "store/monitors.h"

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
test_lazy (Stories *f, gconstpointer data)
{
  stories_add (f, 0, 200);
  g_autoptr (AttCoverage) coverage = large_coverage (1000000);
  g_autoptr (AttArticleModel) model = att_article_model_new (f->store, coverage);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (model)), ==, 1000000);
  g_autoptr (AttArticleItem) item = g_list_model_get_item (G_LIST_MODEL (model), 70), again = g_list_model_get_item (G_LIST_MODEL (model), 70);
  g_assert_true (item == again);                      /* the same place is the same object */
  g_assert_null (att_article_item_get_headline (item)); /* at once, before anything is read */
  stories_wait (has_headline, item);
  g_assert_cmpint (att_article_item_get_headline (item)->id, ==, 71);
  g_assert_cmpuint (att_article_model_find (model, 999999), ==, 999998);
  g_assert_cmpuint (att_article_model_find (model, 2000000), ==, G_MAXUINT);
}

static gpointer
pass (AttDatabase *db, gpointer passed, AttChange *change, GError **error)
{
  g_atomic_int_set ((int *) passed, 1);
  return NULL;
}

static gpointer
rename_first (AttDatabase *db, gpointer passed, AttChange *change, GError **error)
{
  att_database_run (db, error, "UPDATE article SET title='Renamed' WHERE id=1", "");
  return pass (db, passed, change, error);
}

static gboolean
is_renamed (gpointer item)
{
  const AttHeadline *headline = att_article_item_get_headline (item);
  return headline && g_str_equal (headline->title, "Renamed");
}

/* Rows that were read before a change, and are told after it, are read again. */
static void
test_reread (Stories *f, gconstpointer data)
{
  int read = 0, written = 0;
  stories_add (f, 0, 10);
  g_autoptr (AttCoverage) coverage = large_coverage (10);
  g_autoptr (AttArticleModel) model = att_article_model_new (f->store, coverage);
  g_autoptr (AttArticleItem) item = g_list_model_get_item (G_LIST_MODEL (model), 0);
  att_store_ask_async (f->store, pass, &read, NULL, NULL, NULL, NULL, NULL);   /* behind the rows, on the same thread */
  while (!g_atomic_int_get (&read))
    g_thread_yield ();
  att_store_tell_async (f->store, rename_first, &written, NULL, NULL, NULL, NULL);
  while (!g_atomic_int_get (&written))
    g_thread_yield ();
  att_article_model_reread (model);
  stories_wait (is_renamed, item);
}

static gboolean
is_ready (gpointer sources)
{
  guint n;
  g_object_get (sources, "n-feeds", &n, NULL);
  return n > 0;
}

static void
test_sources (Stories *f, gconstpointer data)
{
  stories_add (f, 0, 10);
  AttSourceModel *sources = att_source_model_new (f->store);
  stories_wait (is_ready, sources);
  GListModel *list = att_source_model_get_list (sources);
  g_assert_cmpuint (g_list_model_get_n_items (list), ==, 4);   /* all, unread, starred and the feed */
  g_autoptr (AttSource) feed = g_list_model_get_item (list, 3);
  g_assert_cmpuint (att_source_get_unread (feed), ==, 10);
  g_autoptr (AttFilter) all = att_filter_everything (), narrow = att_source_narrow (feed, all);
  g_assert_true (att_source_is_place_of (feed, narrow));
  g_assert_false (att_source_is_place_of (feed, all));
  stories_wait_for_end (sources);
}

static gpointer
add_twins (AttDatabase *db, gpointer data, AttChange *change, GError **error)
{
  static const char *const URLS[] = { "https://north.example/", "https://south.example/" }, *const TITLES[] = { "World", "WORLD" };
  for (guint i = 0; i < G_N_ELEMENTS (URLS); i++) {
    g_autoptr (AttFeed) feed = att_feed_new ();
    feed->url = g_strdup (URLS[i]);
    feed->title = g_strdup (TITLES[i]);
    g_assert_cmpint (att_feeds_add (db, feed, error), !=, 0);
  }
  change->feeds = TRUE;
  return NULL;
}

/* All, unread, starred and the feed, and two. */
static gboolean
has_two_more (gpointer sources)
{
  return g_list_model_get_n_items (att_source_model_get_list (sources)) == 6;
}

/* Two feeds of one title are two places, each by its address. */
static void
test_twins (Stories *f, gconstpointer data)
{
  stories_add (f, 0, 10);
  AttSourceModel *sources = att_source_model_new (f->store);
  att_store_tell_async (f->store, add_twins, NULL, NULL, NULL, NULL, NULL);
  stories_wait (has_two_more, sources);
  g_autoptr (AttSource) north = g_list_model_get_item (att_source_model_get_list (sources), 4), south = g_list_model_get_item (att_source_model_get_list (sources), 5);
  g_autoptr (AttFilter) all = att_filter_everything (), narrow = att_source_narrow (south, all);
  g_assert_cmpstr (narrow->feed, ==, att_source_get_feed (south)->url);
  g_assert_true (att_source_is_place_of (south, narrow));
  g_assert_false (att_source_is_place_of (north, narrow));
  stories_wait_for_end (sources);
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
test_source_languages (Stories *f, gconstpointer data)
{
  stories_add (f, 0, 100);
  AttSourceModel *sources = att_source_model_new (f->store);
  att_store_tell_async (f->store, save_monitor, NULL, NULL, NULL, NULL, NULL);
  att_store_set_languages (f->store, (const char *const[]) { "fr", NULL });
  stories_wait (counts_french, sources);
  g_assert_cmpuint (unread_of (sources, 0), ==, 50);
  g_assert_cmpuint (unread_of (sources, 4), ==, 25);
  att_store_set_languages (f->store, NULL);
  stories_wait (counts_all, sources);
  stories_wait_for_end (sources);
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

/* Monitors stand above the feeds in their order, counted; the place of one is its whole filter. */
static void
test_monitors (Stories *f, gconstpointer data)
{
  stories_add (f, 0, 10);
  AttSourceModel *sources = att_source_model_new (f->store);
  stories_wait (is_ready, sources);
  att_store_tell_async (f->store, save_monitors, NULL, NULL, NULL, NULL, NULL);
  stories_wait (has_two_more, sources);
  g_autoptr (AttSource) none = g_list_model_get_item (att_source_model_get_list (sources), 3), all = g_list_model_get_item (att_source_model_get_list (sources), 4);
  g_assert_cmpstr (att_source_get_label (none), ==, "Nothing");
  g_assert_cmpuint (att_source_get_unread (none), ==, 0);
  g_assert_cmpuint (att_source_get_unread (all), ==, 10);
  g_autoptr (AttFilter) elsewhere = att_filter_parse ("topic:taiwan", NULL), narrow = att_source_narrow (all, elsewhere);
  g_autofree char *text = att_filter_format (narrow);
  g_assert_cmpstr (text, ==, att_source_get_monitor (all)->filter);
  g_assert_true (att_source_is_place_of (all, narrow));
  g_assert_false (att_source_is_place_of (none, narrow));
  stories_wait_for_end (sources);
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
test_closing (Stories *f, gconstpointer data)
{
  g_autoptr (GAsyncResult) answer = NULL, monitors = NULL, feeds = NULL;
  att_store_tell_async (f->store, write_feeds, NULL, NULL, NULL, answers_cb, &feeds);
  answers_wait (&feeds);
  AttSourceModel *sources = att_source_model_new (f->store);
  att_store_monitors_async (f->store, NULL, answers_cb, &monitors);
  att_store_count_async (f->store, count_for_ever, NULL, NULL, NULL, NULL, answers_cb, &answer);
  answers_wait (&monitors);   /* and feeds are asked for, behind what never ends */
  g_autoptr (GPtrArray) all = att_store_finish (f->store, monitors, NULL);
  g_assert_nonnull (all);
  att_store_close (f->store);
  answers_wait (&answer);
  stories_wait_for_end (sources);
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
test_corrected_row (Stories *f, gconstpointer data)
{
  AttDossier *dossier = stories_dossier (f, 50);
  att_dossier_set_held (dossier, TRUE);
  g_autoptr (AttArticleItem) item = g_list_model_get_item (G_LIST_MODEL (att_dossier_get_articles (dossier)), 0);
  stories_wait (has_topic, item);
  gint64 id = att_article_item_get_headline (item)->id;
  g_autoptr (GAsyncResult) answer = NULL;
  att_store_tell_async (f->store, correct_first, &id, NULL, NULL, answers_cb, &answer);
  stories_wait (has_no_topic, item);
  answers_wait (&answer);
  stories_wait_for_end (dossier);
}

static guint
count_of (AttDossier *dossier, const char *theme)
{
  GListModel *themes = att_facet_model_get_list (att_dossier_get_themes (dossier));
  for (guint i = 0; i < g_list_model_get_n_items (themes); i++) {
    g_autoptr (AttFacet) facet = g_list_model_get_item (themes, i);
    if (ATT_IS_FACET (facet) && strcmp (att_facet_get_name (facet), theme) == 0)
      return att_facet_get_count (facet);
  }
  return 0;
}

static gboolean
are_all_counted (gpointer dossier)
{
  return stories_are_covered (dossier) && count_of (dossier, "even") == 25;
}

static gboolean
is_one_less (gpointer dossier)
{
  return count_of (dossier, "even") == 24;
}

/* A story that is not about what is asked for any more is not counted any more, and leaves the list once nobody reads. */
static void
test_left_row (Stories *f, gconstpointer data)
{
  AttDossier *dossier = stories_dossier (f, 50);
  att_dossier_take_filter (dossier, att_filter_parse ("topic:even", NULL));
  stories_wait (are_all_counted, dossier);
  att_dossier_set_held (dossier, TRUE);
  gint64 id = att_dossier_get_coverage (dossier)->ids[0];
  g_autoptr (GAsyncResult) answer = NULL;
  att_store_tell_async (f->store, correct_first, &id, NULL, NULL, answers_cb, &answer);
  stories_wait (is_one_less, dossier);
  g_assert_cmpuint (att_dossier_get_coverage (dossier)->n_ids, ==, 25);
  att_dossier_set_held (dossier, FALSE);
  g_assert_cmpuint (att_dossier_get_coverage (dossier)->n_ids, ==, 24);
  answers_wait (&answer);
  stories_wait_for_end (dossier);
}

/* The first of the actors that are listed, under their heading, or NULL. */
static const char *
first_actor (AttDossier *dossier)
{
  g_autoptr (AttFacet) first = g_list_model_get_item (att_facet_model_get_list (att_dossier_get_actors (dossier)), 1);
  return first ? att_facet_get_label (first) : NULL;
}

static gboolean
has_399 (gpointer dossier)
{
  return g_strcmp0 (first_actor (dossier), "Émile 399") == 0;
}

static gboolean
has_nobody (gpointer dossier)
{
  return stories_are_covered (dossier) && first_actor (dossier) == NULL;
}

static gboolean
has_all (gpointer dossier)
{
  return att_dossier_get_coverage (dossier)->n_ids == 400;
}

/* Of four hundred who are all named once, anybody is found, and counted under the filter of the moment. */
static void
test_find_actor (Stories *f, gconstpointer data)
{
  AttDossier *dossier = stories_dossier (f, 200);   /* of those named as often, who was first is counted always */
  AttActorFinder *finder = att_actor_finder_new (dossier);
  stories_add (f, 200, 400);
  stories_wait (has_all, dossier);
  g_assert_cmpstr (first_actor (dossier), ==, "Émile 0");
  att_actor_finder_find (finder, " EMILE  399");
  g_assert_null (first_actor (dossier));   /* nobody of those who are counted always */
  stories_wait (has_399, dossier);
  att_dossier_take_filter (dossier, att_filter_parse ("topic:even", NULL));
  stories_wait (has_nobody, dossier);
  att_dossier_take_filter (dossier, att_filter_parse ("topic:odd", NULL));
  stories_wait (has_399, dossier);
  att_actor_finder_find (finder, NULL);
  g_assert_cmpstr (first_actor (dossier), ==, "Émile 1");
  stories_wait_for_end (finder);
  stories_wait_for_end (dossier);
}

static const char *
shown_label (AttTopicKind kind, const char *label)
{
  return g_str_equal (label, "Odd") ? "Ungerade" : label;
}

/* A topic is found by what it is called where it is shown, and by its own label. */
static void
test_find_shown (Stories *f, gconstpointer data)
{
  AttDossier *dossier = stories_dossier (f, 10);
  AttFacetModel *themes = att_dossier_get_themes (dossier);
  att_facet_model_set_shown (themes, shown_label);
  static const char *const LOOKED_FOR[] = { "ungera", "odd" };
  for (guint i = 0; i < G_N_ELEMENTS (LOOKED_FOR); i++) {
    att_facet_model_find (themes, LOOKED_FOR[i]);
    g_autoptr (AttFacet) found = g_list_model_get_item (att_facet_model_get_list (themes), 1);
    g_assert_cmpuint (g_list_model_get_n_items (att_facet_model_get_list (themes)), ==, 2);
    g_assert_cmpstr (att_facet_get_name (found), ==, "odd");
  }
  stories_wait_for_end (dossier);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, func) g_test_add (path, Stories, NULL, stories_set_up, func, stories_tear_down)
  ADD ("/listing/lazy", test_lazy);
  ADD ("/listing/reread", test_reread);
  ADD ("/listing/sources", test_sources);
  ADD ("/listing/sources/twins", test_twins);
  ADD ("/listing/monitors", test_monitors);
  ADD ("/listing/corrected-row", test_corrected_row);
  ADD ("/listing/left-row", test_left_row);
  ADD ("/listing/source-languages", test_source_languages);
  ADD ("/listing/closing", test_closing);
  ADD ("/listing/find-actor", test_find_actor);
  ADD ("/listing/find-shown", test_find_shown);
  return g_test_run ();
}
