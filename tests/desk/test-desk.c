/* test-desk.c: whole rounds against a real server on loopback that is kind, broken, slow and lying.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "../answers.h"
#include "rounds.h"
#include "site-desk.h"

#include "base/date.h"
#include "base/error.h"
#include "desk/shelving.h"
#include "fetch/fetcher.h"
#include "filter/syntax.h"
#include "store/contacts.h"

#include <glib/gstdio.h>
#include <string.h>

static const AttFeed *
feed_at (SiteDesk *f, GPtrArray *feeds, const char *path)
{
  g_autofree char *url = g_strconcat (f->site.base, path, NULL);
  for (guint i = 0; i < feeds->len; i++)
    if (strcmp (((AttFeed *) g_ptr_array_index (feeds, i))->url, url) == 0)
      return g_ptr_array_index (feeds, i);
  return NULL;
}

static void
test_round (SiteDesk *f, gconstpointer data)
{
  const char *const paths[] = { "/kind", NULL };
  g_assert_cmpint (site_desk_subscribe (f, paths), ==, 1);
  rounds_wait (f->desk);
  g_autoptr (GPtrArray) feeds = rounds_feeds (f->desk);
  g_assert_cmpstr (((AttFeed *) g_ptr_array_index (feeds, 0))->title, ==, "Kind");
  g_assert_cmpuint (((AttFeed *) g_ptr_array_index (feeds, 0))->articles, ==, 1);

  /* the story carries its topics, and its quotation its speaker */
  g_autoptr (AttFilter) filter = att_filter_parse ("topic:taiwan said:\"Wang Yi\"", NULL);
  att_store_cover_async (att_desk_get_store (f->desk), filter, NULL, NULL, site_desk_cb, NULL);
  g_autoptr (GAsyncResult) result = site_desk_wait ();
  g_autoptr (AttCoverage) coverage = att_store_finish (att_desk_get_store (f->desk), result, NULL);
  g_assert_cmpuint (coverage->n_ids, ==, 1);

  /* a second round asks conditionally and changes nothing */
  att_desk_refresh (f->desk, TRUE);
  rounds_wait (f->desk);
  g_assert_cmpuint (f->site.n_conditional, ==, 1);
  g_autoptr (GPtrArray) again = rounds_feeds (f->desk);
  g_assert_cmpuint (((AttFeed *) g_ptr_array_index (again, 0))->articles, ==, 1);
  g_assert_cmpstr (((AttFeed *) g_ptr_array_index (again, 0))->etag, ==, "\"v1\"");
  g_assert_cmpint (((AttFeed *) g_ptr_array_index (again, 0))->trouble, ==, -1);
}

/* A feed that moved while somebody looked at its settings stays where it is when they give it a name. */
static void
test_described (SiteDesk *f, gconstpointer data)
{
  const char *const paths[] = { "/kind", NULL };
  g_assert_cmpint (site_desk_subscribe (f, paths), ==, 1);
  rounds_wait (f->desk);
  g_autoptr (GPtrArray) feeds = rounds_feeds (f->desk);
  const AttFeed *shown = g_ptr_array_index (feeds, 0);
  g_autoptr (AttFeed) moved = att_feed_copy (shown), named = att_feed_copy (shown);
  g_free (moved->url);
  moved->url = g_strconcat (f->site.base, "/lies", NULL);
  att_desk_describe_feed (f->desk, shown, moved, NULL, NULL);
  g_free (named->title);
  named->title = g_strdup ("My own name");
  att_desk_describe_feed (f->desk, shown, named, NULL, NULL);
  answers_number (att_desk_get_store (f->desk), "SELECT 1");   /* written by now */
  g_autoptr (GPtrArray) now = rounds_feeds (f->desk);
  g_assert_cmpstr (((AttFeed *) g_ptr_array_index (now, 0))->url, ==, moved->url);
  g_assert_cmpstr (((AttFeed *) g_ptr_array_index (now, 0))->title, ==, "My own name");
}

/* Each trouble is told on its own feed; the others are refreshed all the same. */
static void
test_troubles (SiteDesk *f, gconstpointer data)
{
  static const struct { const char *path; int trouble; } EXPECTED[] = {
    { "/kind", -1 }, { "/missing", ATT_ERROR_NOT_FOUND }, { "/gone", ATT_ERROR_GONE }, { "/sick", ATT_ERROR_BUSY },
    { "/cut", ATT_ERROR_CUT_SHORT }, { "/endless", ATT_ERROR_TOO_LARGE }, { "/babble", ATT_ERROR_CUT_SHORT }, { "/tofile", ATT_ERROR_HTTP }, { "/lies", -1 }, { "/halfzip", ATT_ERROR_NOT_A_FEED }, { "/loop", ATT_ERROR_HTTP }, { "/bare", ATT_ERROR_NOT_A_FEED },
    { "/away", -1 }, { "/broken", -1 },
  };
  const char *paths[G_N_ELEMENTS (EXPECTED) + 1] = { NULL };
  for (guint i = 0; i < G_N_ELEMENTS (EXPECTED); i++)
    paths[i] = EXPECTED[i].path;
  site_desk_subscribe (f, paths);
  rounds_wait (f->desk);
  g_autoptr (GPtrArray) feeds = rounds_feeds (f->desk);
  guint n_bad = 0;
  for (guint i = 0; i < G_N_ELEMENTS (EXPECTED); i++) {
    const AttFeed *feed = feed_at (f, feeds, EXPECTED[i].path);
    g_test_message ("%s: %s", EXPECTED[i].path, feed->trouble_text);
    g_assert_cmpint (feed->trouble, ==, EXPECTED[i].trouble);
    g_assert_true ((feed->trouble >= 0) == (feed->failing_since > 0));
    n_bad += feed->trouble >= 0;
  }
  g_assert_cmpuint (att_desk_get_troubles (f->desk)->len, ==, n_bad);
  g_assert_cmpuint (feed_at (f, feeds, "/broken")->articles, ==, 2);       /* what can be read is read, and what was cut off comes whole next time */
  g_assert_nonnull (feed_at (f, feeds, "/broken")->trouble_text);          /* and the feed says so */
}

/* Who asks to be left alone is, by every feed of that host, until the time is over; nobody is worse for it. */
static void
test_busy (SiteDesk *f, gconstpointer data)
{
  const char *const well[] = { "/kind", NULL }, *const busy[] = { "/busy", NULL };
  site_desk_subscribe (f, well);
  rounds_wait (f->desk);
  site_desk_subscribe (f, busy);
  rounds_wait (f->desk);
  g_autoptr (GPtrArray) feeds = rounds_feeds (f->desk);
  g_assert_cmpint (feed_at (f, feeds, "/busy")->trouble, ==, ATT_ERROR_BUSY);
  g_assert_cmpint (feed_at (f, feeds, "/busy")->due, >=, feed_at (f, feeds, "/busy")->checked + 7200);
  g_assert_cmpint (feed_at (f, feeds, "/kind")->due, >=, feed_at (f, feeds, "/busy")->checked + 7200);   /* also when the program is started anew */

  guint before = f->site.n_requests;
  att_desk_refresh (f->desk, TRUE);
  rounds_wait (f->desk);
  g_assert_cmpuint (f->site.n_requests, ==, before);
  g_assert_cmpuint (att_desk_get_troubles (f->desk)->len, ==, 2);   /* the person is told why */
  g_autoptr (GPtrArray) same = rounds_feeds (f->desk);
  g_assert_cmpint (feed_at (f, same, "/kind")->trouble, ==, -1);

  att_date_stop (att_date_now () + 7300);
  att_desk_refresh (f->desk, TRUE);
  rounds_wait (f->desk);
  att_date_stop (0);
  g_assert_cmpuint (f->site.n_requests, ==, before + 2);
}

/* "Gone" is believed: nothing asks again but the person, for that feed alone. */
static void
test_gone (SiteDesk *f, gconstpointer data)
{
  const char *const paths[] = { "/gone", NULL };
  site_desk_subscribe (f, paths);
  rounds_wait (f->desk);
  guint before = f->site.n_requests;
  att_desk_refresh (f->desk, TRUE);
  rounds_wait (f->desk);
  g_assert_cmpuint (f->site.n_requests, ==, before);
  g_autoptr (GPtrArray) feeds = rounds_feeds (f->desk);
  att_desk_refresh_feed (f->desk, feed_at (f, feeds, "/gone")->id);
  rounds_wait (f->desk);
  g_assert_cmpuint (f->site.n_requests, ==, before + 1);
}

static gpointer
read_contacts (AttDatabase *db, gpointer data, AttChange *change, GError **error)
{
  return att_contacts_list (db, error);
}

static GPtrArray *
list_contacts (SiteDesk *f)
{
  att_store_ask_async (att_desk_get_store (f->desk), read_contacts, NULL, NULL, (GDestroyNotify) g_ptr_array_unref, NULL, site_desk_cb, NULL);
  g_autoptr (GAsyncResult) result = site_desk_wait ();
  return att_store_finish (att_desk_get_store (f->desk), result, NULL);
}

static void
count_up (guint *n)
{
  (*n)++;
}

/* Who was asked is written down; a sealed desk asks nobody, no feed is worse for it, and it is sealed when it is opened again. */
static void
test_sealed (SiteDesk *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  const char *const paths[] = { "/kind", NULL }, *const more[] = { "/missing", NULL };
  site_desk_subscribe (f, paths);
  rounds_wait (f->desk);
  guint before = f->site.n_requests;
  g_assert_cmpuint (before, >, 0);
  g_assert_true (att_desk_seal (f->desk, TRUE, &error));
  site_desk_subscribe (f, more);
  rounds_wait (f->desk);
  att_desk_refresh (f->desk, TRUE);
  rounds_wait (f->desk);
  g_assert_cmpuint (f->site.n_requests, ==, before);
  g_autoptr (GPtrArray) feeds = rounds_feeds (f->desk);
  g_assert_cmpint (feed_at (f, feeds, "/missing")->trouble, ==, -1);
  att_fetcher_get_async (att_desk_get_fetcher (f->desk), f->site.base, NULL, NULL, NULL, site_desk_cb, NULL);
  g_autoptr (GAsyncResult) refused = site_desk_wait ();
  g_assert_null (att_fetcher_get_finish (att_desk_get_fetcher (f->desk), refused, &error));
  g_assert_error (error, ATT_ERROR, ATT_ERROR_SEALED);
  g_clear_error (&error);

  att_desk_close (f->desk);   /* what was asked is written down by then */
  g_clear_object (&f->desk);
  f->desk = att_desk_open (f->profile, &error);
  g_assert_no_error (error);
  g_assert_true (att_desk_is_sealed (f->desk));
  g_autoptr (GPtrArray) contacts = list_contacts (f);
  g_assert_cmpuint (contacts->len, ==, 1);
  g_assert_cmpstr (((AttContact *) g_ptr_array_index (contacts, 0))->host, ==, "127.0.0.1");
  g_assert_cmpuint (((AttContact *) g_ptr_array_index (contacts, 0))->requests, ==, before);
  g_assert_true (att_desk_seal (f->desk, FALSE, &error));
  att_desk_refresh (f->desk, TRUE);
  rounds_wait (f->desk);
  g_assert_cmpuint (f->site.n_requests, >, before);
}

/* What the command line does to a desk that is open: it holds at once, and is told. */
static void
test_sealed_from_elsewhere (SiteDesk *f, gconstpointer data)
{
  g_autofree char *seal = g_build_filename (f->profile, "sealed", NULL);
  guint told = 0;
  g_signal_connect_swapped (f->desk, "sealed", G_CALLBACK (count_up), &told);
  g_assert_true (g_file_set_contents (seal, "", 0, NULL));
  while (told == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (att_desk_is_sealed (f->desk));
  g_assert_cmpint (g_unlink (seal), ==, 0);
  while (told == 1)
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (att_desk_is_sealed (f->desk));
}

static void
test_moved (SiteDesk *f, gconstpointer data)
{
  const char *const paths[] = { "/moved", NULL };
  site_desk_subscribe (f, paths);
  rounds_wait (f->desk);
  for (guint i = 0; i < 2; i++) {
    g_autoptr (GPtrArray) before = rounds_feeds (f->desk);
    g_assert_nonnull (feed_at (f, before, "/moved"));   /* once may be a mistake of the server's */
    att_desk_refresh (f->desk, TRUE);
    rounds_wait (f->desk);
  }
  g_autoptr (GPtrArray) feeds = rounds_feeds (f->desk);
  g_assert_nonnull (feed_at (f, feeds, "/new"));   /* three times running: the subscription follows */
  g_assert_cmpuint (feed_at (f, feeds, "/new")->articles, ==, 1);
}

static void
note_change (AttStore *store, AttChange *change, gboolean *anew)
{
  *anew |= change->found && change->feeds;
}

/* A feed that the command line adds to an open desk is told of, and nothing of what the desk writes itself. */
static void
test_elsewhere (SiteDesk *f, gconstpointer data)
{
  const char *const paths[] = { "/kind", NULL };
  gboolean anew = FALSE;
  g_signal_connect (att_desk_get_store (f->desk), "changed", G_CALLBACK (note_change), &anew);
  site_desk_subscribe (f, paths);
  rounds_wait (f->desk);
  g_autoptr (GPtrArray) own = rounds_feeds (f->desk);
  g_assert_cmpuint (own->len, ==, 1);
  g_assert_false (anew);
  g_autofree char *path = g_build_filename (f->profile, "desk.db", NULL);
  g_autoptr (AttDatabase) other = att_database_open (path, ATT_DATABASE_WRITE, NULL);
  g_autoptr (AttFeed) feed = att_feed_new ();
  feed->url = g_strconcat (f->site.base, "/new", NULL);
  g_assert_cmpint (att_feeds_add (other, feed, NULL), !=, 0);
  while (!anew)
    g_main_context_iteration (NULL, TRUE);
  g_autoptr (GPtrArray) feeds = rounds_feeds (f->desk);
  g_assert_nonnull (feed_at (f, feeds, "/new"));
}

/* What a feed says of itself is believed when a feed is there. */
static void
test_moved_by_own_word (SiteDesk *f, gconstpointer data)
{
  const char *const paths[] = { "/herald", "/stray", NULL };
  site_desk_subscribe (f, paths);
  rounds_wait (f->desk);
  for (guint i = 0; i < 4; i++) {
    att_desk_refresh (f->desk, TRUE);
    rounds_wait (f->desk);
  }
  g_autoptr (GPtrArray) feeds = rounds_feeds (f->desk);
  g_assert_nonnull (feed_at (f, feeds, "/new"));
  g_assert_null (feed_at (f, feeds, "/herald"));
  g_assert_nonnull (feed_at (f, feeds, "/stray"));
  g_assert_cmpint (feed_at (f, feeds, "/stray")->trouble, ==, -1);
}

/* Neither silence nor a byte now and then holds anything up beyond the deadline of the whole; whom nobody waits for is let go at once. */
static void
test_slow (SiteDesk *f, gconstpointer data)
{
  g_autoptr (AttFetcher) fetcher = att_fetcher_new ();
  g_autofree char *url = g_strconcat (f->site.base, "/slow", NULL), *drip = g_strconcat (f->site.base, "/drip", NULL);
  const char *const late[] = { url, drip };
  att_fetcher_set_limits (fetcher, 100000, 1);
  for (guint i = 0; i < G_N_ELEMENTS (late); i++) {
    g_autoptr (GError) error = NULL;
    att_fetcher_get_async (fetcher, late[i], NULL, NULL, NULL, site_desk_cb, NULL);
    g_autoptr (GAsyncResult) result = site_desk_wait ();
    g_assert_null (att_fetcher_get_finish (fetcher, result, &error));
    g_assert_error (error, ATT_ERROR, ATT_ERROR_TIMED_OUT);
  }
  g_autoptr (GError) stopped = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  att_fetcher_set_limits (fetcher, 1000, 0);
  att_fetcher_get_async (fetcher, url, NULL, NULL, cancellable, site_desk_cb, NULL);
  g_cancellable_cancel (cancellable);
  g_autoptr (GAsyncResult) second = site_desk_wait ();
  g_assert_null (att_fetcher_get_finish (fetcher, second, &stopped));
  g_assert_error (stopped, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_cancel (SiteDesk *f, gconstpointer data)
{
  const char *const paths[] = { "/slow", "/kind", NULL };
  site_desk_subscribe (f, paths);
  while (f->site.n_requests < 2)
    g_main_context_iteration (NULL, TRUE);
  att_desk_cancel (f->desk);
  rounds_wait (f->desk);
  g_assert_false (att_desk_is_busy (f->desk));
  g_assert_cmpuint (att_desk_get_troubles (f->desk)->len, ==, 0);   /* the person's doing is no trouble */
  g_autoptr (GPtrArray) feeds = rounds_feeds (f->desk);
  g_assert_cmpint (feed_at (f, feeds, "/slow")->trouble, ==, -1);
}

static void
test_unreachable (SiteDesk *f, gconstpointer data)
{
  g_autoptr (AttFetcher) fetcher = att_fetcher_new ();
  g_autoptr (GError) refused = NULL, file = NULL;
  att_fetcher_get_async (fetcher, "http://127.0.0.1:1/", NULL, NULL, NULL, site_desk_cb, NULL);
  g_autoptr (GAsyncResult) first = site_desk_wait ();
  g_assert_null (att_fetcher_get_finish (fetcher, first, &refused));
  g_assert_error (refused, ATT_ERROR, ATT_ERROR_UNREACHABLE);
  att_fetcher_get_async (fetcher, "file:///no/such/feed.xml", NULL, NULL, NULL, site_desk_cb, NULL);
  g_autoptr (GAsyncResult) second = site_desk_wait ();
  g_assert_null (att_fetcher_get_finish (fetcher, second, &file));
  g_assert_error (file, ATT_ERROR, ATT_ERROR_NOT_FOUND);
}

static void
test_sample (SiteDesk *f, gconstpointer data)
{
  site_desk_sample (f);
  g_assert_cmpuint (f->site.n_requests, ==, 0);   /* no network needed */
  g_assert_cmpuint (att_desk_get_troubles (f->desk)->len, ==, 0);
  g_autoptr (AttFilter) recent = att_filter_parse ("since:15d topic:taiwan", NULL);
  att_store_cover_async (att_desk_get_store (f->desk), recent, NULL, NULL, site_desk_cb, NULL);
  g_autoptr (GAsyncResult) covered = site_desk_wait ();
  g_autoptr (AttCoverage) coverage = att_store_finish (att_desk_get_store (f->desk), covered, NULL);
  g_assert_cmpuint (coverage->n_ids, >=, 10);
}

/* A new feed's archive is read a few pages back, once, as soon as the feed itself could be had. */
static void
test_archive (SiteDesk *f, gconstpointer data)
{
  const char *const paths[] = { "/paged", NULL };
  f->site.n_sick = GPOINTER_TO_UINT (data);
  site_desk_subscribe (f, paths);
  rounds_wait (f->desk);
  for (guint i = 0; i < GPOINTER_TO_UINT (data); i++) {
    att_desk_refresh (f->desk, TRUE);
    rounds_wait (f->desk);
  }
  g_autoptr (GPtrArray) feeds = rounds_feeds (f->desk);
  g_assert_cmpuint (feed_at (f, feeds, "/paged")->articles, ==, 11);   /* the feed itself and ten pages */
  g_assert_cmpint (feed_at (f, feeds, "/paged")->trouble, ==, -1);
  guint before = f->site.n_requests;
  att_desk_refresh (f->desk, TRUE);
  rounds_wait (f->desk);
  g_assert_cmpuint (f->site.n_requests, ==, before + 1);
}

/* A walk through an archive that breaks off goes on where it was, and ends for good. */
static void
test_archive_broken_off (SiteDesk *f, gconstpointer data)
{
  const char *const paths[] = { "/paged", NULL };
  f->site.n_well = 4;
  f->site.n_sick = 1;
  site_desk_subscribe (f, paths);
  rounds_wait (f->desk);
  g_autoptr (GPtrArray) before = rounds_feeds (f->desk);
  g_assert_cmpuint (feed_at (f, before, "/paged")->articles, ==, 4);   /* the feed itself and three pages */
  g_assert_cmpint (feed_at (f, before, "/paged")->trouble, ==, -1);
  att_desk_refresh (f->desk, TRUE);
  rounds_wait (f->desk);
  g_autoptr (GPtrArray) after = rounds_feeds (f->desk);
  g_assert_cmpuint (feed_at (f, after, "/paged")->articles, ==, 14);
  guint n = f->site.n_requests;
  att_desk_refresh (f->desk, TRUE);
  rounds_wait (f->desk);
  g_assert_cmpuint (f->site.n_requests, ==, n + 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, func) g_test_add (path, SiteDesk, NULL, site_desk_set_up, func, site_desk_tear_down)
  ADD ("/desk/round", test_round);
  ADD ("/desk/described", test_described);
  ADD ("/desk/troubles", test_troubles);
  ADD ("/desk/busy", test_busy);
  ADD ("/desk/gone", test_gone);
  ADD ("/desk/sealed", test_sealed);
  ADD ("/desk/sealed-from-elsewhere", test_sealed_from_elsewhere);
  ADD ("/desk/moved", test_moved);
  ADD ("/desk/elsewhere", test_elsewhere);
  ADD ("/desk/moved-by-own-word", test_moved_by_own_word);
  ADD ("/desk/slow", test_slow);
  ADD ("/desk/cancel", test_cancel);
  ADD ("/desk/unreachable", test_unreachable);
  ADD ("/desk/archive", test_archive);
  ADD ("/desk/archive/broken-off", test_archive_broken_off);
  g_test_add ("/desk/archive/late", SiteDesk, GUINT_TO_POINTER (1), site_desk_set_up, test_archive, site_desk_tear_down);
  ADD ("/desk/sample", test_sample);
  return g_test_run ();
}
