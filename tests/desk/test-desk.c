/* test-desk.c: whole rounds against a real server on loopback that is kind, broken, slow and lying.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "rounds.h"
#include "site.h"

#include "base/date.h"
#include "base/error.h"
#include "desk/copies.h"
#include "fetch/fetcher.h"
#include "filter/syntax.h"
#include "store/contacts.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>

typedef struct {
  Site     site;
  char    *profile;
  AttDesk *desk;
} Fixture;

static void
set_up (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  site_start (&f->site);
  f->profile = g_dir_make_tmp ("attache-desk-XXXXXX", NULL);
  f->desk = att_desk_open (f->profile, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  static const char *const FILES[] = { "desk.db", "desk.db-wal", "desk.db-shm" };
  att_desk_close (f->desk);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (f->desk);
  site_stop (&f->site);
  for (guint i = 0; i < G_N_ELEMENTS (FILES); i++) {
    g_autofree char *path = g_build_filename (f->profile, FILES[i], NULL);
    g_unlink (path);
  }
  g_rmdir (f->profile);
  g_free (f->profile);
}

static GAsyncResult *answer;

static void
answer_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  answer = g_object_ref (result);
}

static GAsyncResult *
wait_for_answer (void)
{
  while (answer == NULL)
    g_main_context_iteration (NULL, TRUE);
  return g_steal_pointer (&answer);
}

static gint64
subscribe (Fixture *f, const char *const *paths)
{
  g_autoptr (GPtrArray) feeds = g_ptr_array_new_with_free_func ((GDestroyNotify) att_feed_unref);
  g_autoptr (GError) error = NULL;
  for (guint i = 0; paths[i]; i++) {
    AttFeed *feed = att_feed_new ();
    feed->url = g_strconcat (f->site.base, paths[i], NULL);
    g_ptr_array_add (feeds, feed);
  }
  att_desk_subscribe_async (f->desk, feeds, answer_cb, NULL);
  g_autoptr (GAsyncResult) result = wait_for_answer ();
  int n = att_desk_subscribe_finish (f->desk, result, &error);
  g_assert_no_error (error);
  return n;
}

static const AttFeed *
feed_at (Fixture *f, GPtrArray *feeds, const char *path)
{
  g_autofree char *url = g_strconcat (f->site.base, path, NULL);
  for (guint i = 0; i < feeds->len; i++)
    if (strcmp (((AttFeed *) g_ptr_array_index (feeds, i))->url, url) == 0)
      return g_ptr_array_index (feeds, i);
  return NULL;
}

static void
test_round (Fixture *f, gconstpointer data)
{
  const char *const paths[] = { "/kind", NULL };
  g_assert_cmpint (subscribe (f, paths), ==, 1);
  rounds_wait (f->desk);
  g_autoptr (GPtrArray) feeds = rounds_feeds (f->desk);
  g_assert_cmpstr (((AttFeed *) g_ptr_array_index (feeds, 0))->title, ==, "Kind");
  g_assert_cmpuint (((AttFeed *) g_ptr_array_index (feeds, 0))->articles, ==, 1);

  /* the story carries its topics, and its quotation its speaker */
  g_autoptr (AttFilter) filter = att_filter_parse ("topic:taiwan said:\"Wang Yi\"", NULL);
  att_store_cover_async (att_desk_get_store (f->desk), filter, NULL, NULL, answer_cb, NULL);
  g_autoptr (GAsyncResult) result = wait_for_answer ();
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

/* Each trouble is told on its own feed; the others are refreshed all the same. */
static void
test_troubles (Fixture *f, gconstpointer data)
{
  static const struct { const char *path; int trouble; } EXPECTED[] = {
    { "/kind", -1 }, { "/missing", ATT_ERROR_NOT_FOUND }, { "/gone", ATT_ERROR_GONE }, { "/sick", ATT_ERROR_BUSY },
    { "/cut", ATT_ERROR_CUT_SHORT }, { "/endless", ATT_ERROR_TOO_LARGE }, { "/babble", ATT_ERROR_CUT_SHORT }, { "/tofile", ATT_ERROR_HTTP }, { "/lies", -1 }, { "/halfzip", ATT_ERROR_NOT_A_FEED }, { "/loop", ATT_ERROR_HTTP }, { "/bare", ATT_ERROR_NOT_A_FEED },
    { "/away", -1 }, { "/broken", -1 },
  };
  const char *paths[G_N_ELEMENTS (EXPECTED) + 1] = { NULL };
  for (guint i = 0; i < G_N_ELEMENTS (EXPECTED); i++)
    paths[i] = EXPECTED[i].path;
  subscribe (f, paths);
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
test_busy (Fixture *f, gconstpointer data)
{
  const char *const well[] = { "/kind", NULL }, *const busy[] = { "/busy", NULL };
  subscribe (f, well);
  rounds_wait (f->desk);
  subscribe (f, busy);
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
test_gone (Fixture *f, gconstpointer data)
{
  const char *const paths[] = { "/gone", NULL };
  subscribe (f, paths);
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
list_contacts (Fixture *f)
{
  att_store_ask_async (att_desk_get_store (f->desk), read_contacts, NULL, NULL, (GDestroyNotify) g_ptr_array_unref, NULL, answer_cb, NULL);
  g_autoptr (GAsyncResult) result = wait_for_answer ();
  return att_store_finish (att_desk_get_store (f->desk), result, NULL);
}

static void
count_up (guint *n)
{
  (*n)++;
}

/* Who was asked is written down; a sealed desk asks nobody, no feed is worse for it, and it is sealed when it is opened again. */
static void
test_sealed (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  const char *const paths[] = { "/kind", NULL }, *const more[] = { "/missing", NULL };
  subscribe (f, paths);
  rounds_wait (f->desk);
  guint before = f->site.n_requests;
  g_assert_cmpuint (before, >, 0);
  g_assert_true (att_desk_seal (f->desk, TRUE, &error));
  subscribe (f, more);
  rounds_wait (f->desk);
  att_desk_refresh (f->desk, TRUE);
  rounds_wait (f->desk);
  g_assert_cmpuint (f->site.n_requests, ==, before);
  g_autoptr (GPtrArray) feeds = rounds_feeds (f->desk);
  g_assert_cmpint (feed_at (f, feeds, "/missing")->trouble, ==, -1);
  att_fetcher_get_async (att_desk_get_fetcher (f->desk), f->site.base, NULL, NULL, NULL, answer_cb, NULL);
  g_autoptr (GAsyncResult) refused = wait_for_answer ();
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
test_sealed_from_elsewhere (Fixture *f, gconstpointer data)
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
test_moved (Fixture *f, gconstpointer data)
{
  const char *const paths[] = { "/moved", NULL };
  subscribe (f, paths);
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
fetched_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  answer = g_object_ref (result);
}

/* A server that never answers is given up after the deadline, a cancel ends a request at once. */
/* Neither silence nor a byte now and then holds anything up beyond the deadline of the whole; whom nobody waits for is let go at once. */
static void
test_slow (Fixture *f, gconstpointer data)
{
  g_autoptr (AttFetcher) fetcher = att_fetcher_new ();
  g_autofree char *url = g_strconcat (f->site.base, "/slow", NULL), *drip = g_strconcat (f->site.base, "/drip", NULL);
  const char *const late[] = { url, drip };
  att_fetcher_set_limits (fetcher, 100000, 1);
  for (guint i = 0; i < G_N_ELEMENTS (late); i++) {
    g_autoptr (GError) error = NULL;
    att_fetcher_get_async (fetcher, late[i], NULL, NULL, NULL, fetched_cb, NULL);
    g_autoptr (GAsyncResult) result = wait_for_answer ();
    g_assert_null (att_fetcher_get_finish (fetcher, result, &error));
    g_assert_error (error, ATT_ERROR, ATT_ERROR_TIMED_OUT);
  }
  g_autoptr (GError) stopped = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  att_fetcher_set_limits (fetcher, 1000, 0);
  att_fetcher_get_async (fetcher, url, NULL, NULL, cancellable, fetched_cb, NULL);
  g_cancellable_cancel (cancellable);
  g_autoptr (GAsyncResult) second = wait_for_answer ();
  g_assert_null (att_fetcher_get_finish (fetcher, second, &stopped));
  g_assert_error (stopped, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_cancel (Fixture *f, gconstpointer data)
{
  const char *const paths[] = { "/slow", "/kind", NULL };
  subscribe (f, paths);
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
test_unreachable (Fixture *f, gconstpointer data)
{
  g_autoptr (AttFetcher) fetcher = att_fetcher_new ();
  g_autoptr (GError) refused = NULL, file = NULL;
  att_fetcher_get_async (fetcher, "http://127.0.0.1:1/", NULL, NULL, NULL, fetched_cb, NULL);
  g_autoptr (GAsyncResult) first = wait_for_answer ();
  g_assert_null (att_fetcher_get_finish (fetcher, first, &refused));
  g_assert_error (refused, ATT_ERROR, ATT_ERROR_UNREACHABLE);
  att_fetcher_get_async (fetcher, "file:///no/such/feed.xml", NULL, NULL, NULL, fetched_cb, NULL);
  g_autoptr (GAsyncResult) second = wait_for_answer ();
  g_assert_null (att_fetcher_get_finish (fetcher, second, &file));
  g_assert_error (file, ATT_ERROR, ATT_ERROR_NOT_FOUND);
}

static void
test_find (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL, none = NULL;
  g_autofree char *page = g_strconcat (f->site.base, "/page", NULL), *bare = g_strconcat (f->site.base, "/bare", NULL), *feed = g_strconcat (f->site.base, "/new", NULL);
  att_desk_find_async (f->desk, page, NULL, answer_cb, NULL);
  g_autoptr (GAsyncResult) first = wait_for_answer ();
  g_autoptr (GPtrArray) found = att_desk_find_finish (f->desk, first, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (found->len, ==, 1);
  g_assert_cmpstr (((AttFoundFeed *) g_ptr_array_index (found, 0))->url, ==, feed);
  g_assert_cmpstr (((AttFoundFeed *) g_ptr_array_index (found, 0))->newest, ==, "China and Taiwan trade barbs over arms sales to Taiwan");
  att_desk_find_async (f->desk, bare, NULL, answer_cb, NULL);
  g_autoptr (GAsyncResult) second = wait_for_answer ();
  g_assert_null (att_desk_find_finish (f->desk, second, &none));
  g_assert_error (none, ATT_ERROR, ATT_ERROR_NOT_A_FEED);
}

/* A server that hangs up on whoever greets it in TLS; on a thread of its own. */
static gboolean
speak_plainly (GThreadedSocketService *service, GSocketConnection *connection, GObject *source, gpointer data)
{
  static const char FEED[] = "HTTP/1.1 200 OK\r\nContent-Type: application/rss+xml\r\nConnection: close\r\n\r\n<rss version='2.0'><channel><title>Plain</title></channel></rss>";
  char asked[4096];
  gssize n = g_input_stream_read (g_io_stream_get_input_stream (G_IO_STREAM (connection)), asked, sizeof asked, NULL, NULL);
  if (n > 3 && memcmp (asked, "GET", 3) == 0)
    g_output_stream_write_all (g_io_stream_get_output_stream (G_IO_STREAM (connection)), FEED, strlen (FEED), NULL, NULL, NULL);
  g_io_stream_close (G_IO_STREAM (connection), NULL, NULL);
  return TRUE;
}

/* What was typed without a scheme is asked for by https, and of a server that has none by http. */
static void
test_find_plain (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL, none = NULL;
  g_autoptr (GSocketService) service = g_threaded_socket_service_new (4);
  g_signal_connect (service, "run", G_CALLBACK (speak_plainly), NULL);
  guint port = g_socket_listener_add_any_inet_port (G_SOCKET_LISTENER (service), NULL, &error);
  g_assert_no_error (error);
  g_autofree char *typed = g_strdup_printf ("127.0.0.1:%u/feed", port), *plain = g_strconcat ("http://", typed, NULL), *safe = g_strconcat ("https://", typed, NULL);
  att_desk_find_async (f->desk, typed, NULL, answer_cb, NULL);
  g_autoptr (GAsyncResult) first = wait_for_answer ();
  g_autoptr (GPtrArray) found = att_desk_find_finish (f->desk, first, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (found->len, ==, 1);
  g_assert_cmpstr (((AttFoundFeed *) g_ptr_array_index (found, 0))->url, ==, plain);

  att_desk_find_async (f->desk, safe, NULL, answer_cb, NULL);   /* https was asked for: nothing less */
  g_autoptr (GAsyncResult) second = wait_for_answer ();
  g_assert_null (att_desk_find_finish (f->desk, second, &none));
  g_assert_nonnull (none);
  g_socket_service_stop (service);
}

static int
import (Fixture *f, const char *text, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  att_desk_import_async (f->desk, bytes, answer_cb, NULL);
  g_autoptr (GAsyncResult) result = wait_for_answer ();
  return att_desk_subscribe_finish (f->desk, result, error);
}

static void
test_import (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) wrong = NULL, empty = NULL, error = NULL;
  g_assert_cmpint (import (f, "<rss version='2.0'/>", &wrong), ==, -1);
  g_assert_error (wrong, ATT_ERROR, ATT_ERROR_NOT_A_FEED);
  g_assert_cmpint (import (f, "<opml><body><outline text='x'/></body></opml>", &empty), ==, -1);
  g_assert_error (empty, ATT_ERROR, ATT_ERROR_NOT_A_FEED);
  g_autoptr (GPtrArray) none = rounds_feeds (f->desk);
  g_assert_cmpuint (none->len, ==, 0);   /* nothing half-imported */
  g_autofree char *opml = g_strdup_printf ("<opml><body><outline text='W'><outline xmlUrl='%s/new' text='N'/></outline><outline xmlUrl='%s/new' text='Twice'/></body></opml>", f->site.base, f->site.base);
  g_assert_cmpint (import (f, opml, &error), ==, 1);
  g_assert_no_error (error);
  rounds_wait (f->desk);
  att_desk_export_async (f->desk, answer_cb, NULL);
  g_autoptr (GAsyncResult) result = wait_for_answer ();
  g_autoptr (GBytes) written = att_desk_export_finish (f->desk, result, &error);
  g_assert_nonnull (g_strstr_len (g_bytes_get_data (written, NULL), g_bytes_get_size (written), "<outline text=\"W\""));
}

static void
take_sample (Fixture *f)
{
  att_desk_sample_async (f->desk, answer_cb, NULL);
  g_autoptr (GAsyncResult) result = wait_for_answer ();
  g_assert_cmpint (att_desk_subscribe_finish (f->desk, result, NULL), ==, 6);
  rounds_wait (f->desk);
}

static void
test_sample (Fixture *f, gconstpointer data)
{
  take_sample (f);
  g_assert_cmpuint (f->site.n_requests, ==, 0);   /* no network needed */
  g_assert_cmpuint (att_desk_get_troubles (f->desk)->len, ==, 0);
  g_autoptr (AttFilter) recent = att_filter_parse ("since:15d topic:taiwan", NULL);
  att_store_cover_async (att_desk_get_store (f->desk), recent, NULL, NULL, answer_cb, NULL);
  g_autoptr (GAsyncResult) covered = wait_for_answer ();
  g_autoptr (AttCoverage) coverage = att_store_finish (att_desk_get_store (f->desk), covered, NULL);
  g_assert_cmpuint (coverage->n_ids, >=, 10);
}

/* A new feed's archive is read a few pages back, once. */
static void
test_archive (Fixture *f, gconstpointer data)
{
  const char *const paths[] = { "/paged", NULL };
  subscribe (f, paths);
  rounds_wait (f->desk);
  g_autoptr (GPtrArray) feeds = rounds_feeds (f->desk);
  g_assert_cmpuint (feed_at (f, feeds, "/paged")->articles, ==, 11);   /* the feed itself and ten pages */
  g_assert_cmpint (feed_at (f, feeds, "/paged")->trouble, ==, -1);
  guint before = f->site.n_requests;
  att_desk_refresh (f->desk, TRUE);
  rounds_wait (f->desk);
  g_assert_cmpuint (f->site.n_requests, ==, before + 1);
}

/* From any page of a site to its feeds: best first, each once, with title and newest item. */
static void
test_find_on_site (Fixture *f, gconstpointer data)
{
  static const struct { const char *page, *feeds; } CASES[] = {
    { "/site/many", "/site/a.rss /site/b.rss /site/comments.rss" }, { "/site/json", "/site/feed.json" }, { "/site/stub", "/site/feed.json" }, { "/site/@envoy", "/site/@envoy.rss" },
    { "/site/press/", "/site/press/feed/" }, { "/site/plain", "/site/plain/rss.xml" }, { "/site/wrong", "/site/wrong/feed" }, { "/site/round", "" },
    { "/away", "/away" }, { "/moved", "/new" },   /* sent there for the time being, moved there for good */
  };
  for (guint i = 0; i < G_N_ELEMENTS (CASES); i++) {
    g_autofree char *page = g_strconcat (f->site.base, CASES[i].page, NULL);
    att_desk_find_async (f->desk, page, NULL, answer_cb, NULL);
    g_autoptr (GAsyncResult) result = wait_for_answer ();
    g_autoptr (GPtrArray) found = att_desk_find_finish (f->desk, result, NULL);
    g_autoptr (GString) paths = g_string_new (NULL);
    for (guint k = 0; found && k < found->len; k++) {
      const AttFoundFeed *one = g_ptr_array_index (found, k);
      g_string_append_printf (paths, "%s%s", k ? " " : "", one->url + strlen (f->site.base));
      g_assert_nonnull (one->title);
      g_assert_nonnull (one->newest);
    }
    g_assert_cmpstr (paths->str, ==, CASES[i].feeds);
  }
}

static void
check_file (const char *file, const char *expected)
{
  g_autofree char *text = NULL;
  g_assert_true (g_file_get_contents (file, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, expected);
}

static GError *
finish_copy (void)
{
  g_autoptr (GAsyncResult) result = wait_for_answer ();
  GError *error = NULL;
  g_assert_cmpint (att_desk_copy_finish (result, &error), ==, -1);
  return error;
}

/* What is cancelled, or does not fit on the disk, leaves the file as it was, and nothing beside it. */
static void
test_copies (Fixture *f, gconstpointer data)
{
  g_autofree char *file = g_build_filename (f->profile, "stories.csv", NULL), *part = g_strconcat (file, ".part", NULL);
  g_autoptr (AttFilter) everything = att_filter_everything ();
  g_autoptr (GCancellable) cancelled = g_cancellable_new ();
  struct rlimit before, little;
  take_sample (f);
  g_assert_true (g_file_set_contents (file, "old", -1, NULL));
  g_cancellable_cancel (cancelled);

  att_desk_clip_async (f->desk, everything, file, cancelled, answer_cb, NULL);
  g_autoptr (GError) stopped = finish_copy ();
  g_assert_error (stopped, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  check_file (file, "old");
  att_desk_back_up_async (f->desk, file, cancelled, answer_cb, NULL);
  g_autoptr (GError) unsaved = finish_copy ();
  g_assert_error (unsaved, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  check_file (file, "old");
  g_assert_false (g_file_test (part, G_FILE_TEST_EXISTS));

  signal (SIGXFSZ, SIG_IGN);
  getrlimit (RLIMIT_FSIZE, &before);
  little = before;
  little.rlim_cur = 6000;
  setrlimit (RLIMIT_FSIZE, &little);
  att_desk_clip_async (f->desk, everything, file, NULL, answer_cb, NULL);
  g_autoptr (GError) full = finish_copy ();
  setrlimit (RLIMIT_FSIZE, &before);
  g_assert_nonnull (full);
  check_file (file, "old");
  g_assert_cmpint (g_unlink (file), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  ADD ("/desk/round", test_round);
  ADD ("/desk/troubles", test_troubles);
  ADD ("/desk/busy", test_busy);
  ADD ("/desk/gone", test_gone);
  ADD ("/desk/sealed", test_sealed);
  ADD ("/desk/sealed-from-elsewhere", test_sealed_from_elsewhere);
  ADD ("/desk/moved", test_moved);
  ADD ("/desk/slow", test_slow);
  ADD ("/desk/cancel", test_cancel);
  ADD ("/desk/unreachable", test_unreachable);
  ADD ("/desk/archive", test_archive);
  ADD ("/desk/find", test_find);
  ADD ("/desk/find-on-site", test_find_on_site);
  ADD ("/desk/find-plain", test_find_plain);
  ADD ("/desk/import", test_import);
  ADD ("/desk/sample", test_sample);
  ADD ("/desk/copies", test_copies);
  return g_test_run ();
}
