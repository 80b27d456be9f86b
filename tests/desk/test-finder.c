/* test-finder.c: from what somebody types to the feeds that are there.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "site-desk.h"

#include "base/error.h"

#include <string.h>

static void
test_find (SiteDesk *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL, none = NULL;
  g_autofree char *page = g_strconcat (f->site.base, "/page", NULL), *bare = g_strconcat (f->site.base, "/bare", NULL), *feed = g_strconcat (f->site.base, "/new", NULL);
  att_desk_find_async (f->desk, page, NULL, site_desk_cb, NULL);
  g_autoptr (GAsyncResult) first = site_desk_wait ();
  g_autoptr (GPtrArray) found = att_desk_find_finish (f->desk, first, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (found->len, ==, 1);
  g_assert_cmpstr (((AttFoundFeed *) g_ptr_array_index (found, 0))->url, ==, feed);
  g_assert_cmpstr (((AttFoundFeed *) g_ptr_array_index (found, 0))->newest, ==, "China and Taiwan trade barbs over arms sales to Taiwan");
  att_desk_find_async (f->desk, bare, NULL, site_desk_cb, NULL);
  g_autoptr (GAsyncResult) second = site_desk_wait ();
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
test_find_plain (SiteDesk *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL, none = NULL;
  g_autoptr (GSocketService) service = g_threaded_socket_service_new (4);
  g_signal_connect (service, "run", G_CALLBACK (speak_plainly), NULL);
  guint port = g_socket_listener_add_any_inet_port (G_SOCKET_LISTENER (service), NULL, &error);
  g_assert_no_error (error);
  g_autofree char *typed = g_strdup_printf ("127.0.0.1:%u/feed", port), *plain = g_strconcat ("http://", typed, NULL), *safe = g_strconcat ("https://", typed, NULL);
  att_desk_find_async (f->desk, typed, NULL, site_desk_cb, NULL);
  g_autoptr (GAsyncResult) first = site_desk_wait ();
  g_autoptr (GPtrArray) found = att_desk_find_finish (f->desk, first, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (found->len, ==, 1);
  g_assert_cmpstr (((AttFoundFeed *) g_ptr_array_index (found, 0))->url, ==, plain);

  g_autofree char *loud = g_strconcat ("HTTPS://", typed, NULL);
  const char *const asked[] = { safe, loud };
  for (guint i = 0; i < G_N_ELEMENTS (asked); i++) {   /* https was asked for, in letters of either case: nothing less */
    g_clear_error (&none);
    att_desk_find_async (f->desk, asked[i], NULL, site_desk_cb, NULL);
    g_autoptr (GAsyncResult) second = site_desk_wait ();
    g_assert_null (att_desk_find_finish (f->desk, second, &none));
    g_assert_nonnull (none);
  }
  g_socket_service_stop (service);
}

/* From any page of a site to its feeds: best first, each once, with title and newest item. */
static void
test_find_on_site (SiteDesk *f, gconstpointer data)
{
  static const struct { const char *page, *feeds; } CASES[] = {
    { "/site/many", "/site/a.rss /site/b.rss /site/comments.rss" }, { "/site/json", "/site/feed.json" }, { "/site/stub", "/site/feed.json" }, { "/site/@envoy", "/site/@envoy.rss" },
    { "/site/press/", "/site/press/feed/" }, { "/site/plain", "/site/plain/rss.xml" }, { "/site/wrong", "/site/wrong/feed" }, { "/site/round", "" },
    { "/away", "/away" }, { "/moved", "/new" },   /* sent there for the time being, moved there for good */
  };
  for (guint i = 0; i < G_N_ELEMENTS (CASES); i++) {
    g_autofree char *page = g_strconcat (f->site.base, CASES[i].page, NULL);
    att_desk_find_async (f->desk, page, NULL, site_desk_cb, NULL);
    g_autoptr (GAsyncResult) result = site_desk_wait ();
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

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, func) g_test_add (path, SiteDesk, NULL, site_desk_set_up, func, site_desk_tear_down)
  ADD ("/finder/page", test_find);
  ADD ("/finder/site", test_find_on_site);
  ADD ("/finder/plain", test_find_plain);
  return g_test_run ();
}
