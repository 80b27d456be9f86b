/* test-page-round.c: pages behind the stories, on a server that has a say in it.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "../answers.h"
#include "rounds.h"

#include "desk/page-round.h"
#include "store/store.h"

#include <glib/gstdio.h>
#include <libsoup/soup.h>
#include <string.h>

#define N_STORIES 5

/* What the server answers: to robots.txt, and to each page; 200 with words. */
typedef struct {
  SoupServer *server;
  char *base, *profile;
  AttDesk *desk;
  guint robots, page;
  const char *moved;          /* where every page leads; NULL: it is where it is */
  const char *rules, *next;   /* next: where a page says its story goes on; %u: the story's number and one */
  guint n_robots, n_pages;
} Fixture;

static void
respond (SoupServerMessage *message, guint status, const char *type, const char *body)
{
  soup_server_message_set_status (message, status, NULL);
  soup_server_message_set_response (message, type, SOUP_MEMORY_COPY, body, strlen (body));
}

static char *
make_feed (const Fixture *f)
{
  GString *feed = g_string_new ("<rss version='2.0'><channel><title>Announcer</title>");
  for (guint i = 0; i < N_STORIES; i++)
    g_string_append_printf (feed, "<item><guid isPermaLink='false'>%u</guid><title>Talks in port number %u</title><link>%s/page/%u</link></item>", i, i, f->base, i);
  return g_string_free (g_string_append (feed, "</channel></rss>"), FALSE);
}

static char *
make_page (const Fixture *f, const char *path, GHashTable *query)
{
  const char *number = strrchr (path, '/');
  GString *page = g_string_new ("<html><head>");
  if (f->next && query == NULL) {
    g_autofree char *next = strchr (f->next, '%') ? g_strdup_printf ("/page/%u", (guint) g_ascii_strtoull (number + 1, NULL, 10) + 1) : g_strdup (f->next);
    g_string_append_printf (page, "<link rel=next href='%s'>", next);
  }
  g_string_append (page, "</head><body><article>");
  if (g_str_equal (path, "/told"))
    g_string_append (page, "<h1>Talks in port number one</h1>");
  for (guint i = 0; i < 9; i++)
    g_string_append_printf (page, "<p>Paragraph %u: the envoys met in the port, and said, with commas, that they would meet again before the end of the year.</p>", i);
  return g_string_free (g_string_append (page, "</article></body></html>"), FALSE);
}

static void
handle (SoupServer *server, SoupServerMessage *message, const char *path, GHashTable *query, gpointer data)
{
  Fixture *f = data;
  g_autofree char *feed = make_feed (f), *page = make_page (f, path, query);
  if (g_str_equal (path, "/feed"))
    respond (message, 200, "application/rss+xml", feed);
  else if (g_str_equal (path, "/robots.txt")) {
    f->n_robots++;
    respond (message, f->robots, "text/plain", f->rules ? f->rules : "");
  } else {
    f->n_pages++;
    if (f->moved && path[1] && !g_str_has_suffix (f->moved, path)) {
      soup_server_message_set_redirect (message, 302, f->moved);
      return;
    }
    if (f->page != 200)
      soup_message_headers_replace (soup_server_message_get_response_headers (message), "Retry-After", "3600");
    respond (message, f->page, "text/html", page);
  }
}

static void
subscribed_cb (GObject *source, GAsyncResult *result, gpointer done)
{
  g_autoptr (GError) error = NULL;
  att_desk_subscribe_finish (ATT_DESK (source), result, &error);
  g_assert_no_error (error);
  *(gboolean *) done = TRUE;
}

static void
set_up (Fixture *f, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  *f = (Fixture) { .server = soup_server_new (NULL, NULL), .robots = 404, .page = 200 };
  soup_server_add_handler (f->server, NULL, handle, f, NULL);
  soup_server_listen_local (f->server, 0, SOUP_SERVER_LISTEN_IPV4_ONLY, &error);
  g_assert_no_error (error);
  GSList *uris = soup_server_get_uris (f->server);
  f->base = g_strdup_printf ("http://127.0.0.1:%d", g_uri_get_port (uris->data));
  g_slist_free_full (uris, (GDestroyNotify) g_uri_unref);
  f->profile = g_dir_make_tmp ("attache-pages-XXXXXX", NULL);
  f->desk = att_desk_open (f->profile, &error);
  g_assert_no_error (error);
  g_autoptr (GPtrArray) feeds = g_ptr_array_new_with_free_func ((GDestroyNotify) att_feed_unref);
  AttFeed *feed = att_feed_new ();
  feed->url = g_strconcat (f->base, "/feed", NULL);
  g_ptr_array_add (feeds, feed);
  gboolean done = FALSE;
  att_desk_subscribe_async (f->desk, feeds, subscribed_cb, &done);
  rounds_wait (f->desk);
  g_assert_true (done);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  att_desk_close (f->desk);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_clear_object (&f->desk);
  soup_server_disconnect (f->server);
  g_object_unref (f->server);
  g_autoptr (GDir) dir = g_dir_open (f->profile, 0, NULL);
  for (const char *name; (name = g_dir_read_name (dir));) {
    g_autofree char *path = g_build_filename (f->profile, name, NULL);
    g_remove (path);
  }
  g_rmdir (f->profile);
  g_free (f->profile);
  g_free (f->base);
}

/* Everything that is due now. */
static void
go_round (Fixture *f)
{
  g_autoptr (AttPageRound) pages = att_page_round_new (f->desk);
  att_page_round_set_pause (pages, 0);
  att_page_round_start (pages);
  while (att_page_round_is_busy (pages))
    g_main_context_iteration (NULL, TRUE);
  att_page_round_stop (pages);
}

static void
test_kind (Fixture *f, gconstpointer data)
{
  f->robots = 200;
  f->rules = "User-agent: *\nDisallow: /page/3\n";
  go_round (f);
  g_assert_cmpuint (f->n_robots, ==, 1);
  g_assert_cmpuint (f->n_pages, ==, N_STORIES - 1);
  g_assert_cmpuint (answers_number (att_desk_get_store (f->desk), "SELECT count(*) FROM page WHERE state=1"), ==, N_STORIES - 1);
  g_assert_cmpuint (answers_number (att_desk_get_store (f->desk), "SELECT count(*) FROM body WHERE text LIKE '%Paragraph 8%'"), ==, N_STORIES - 1);
}

/* A site that has trouble with its robots.txt may have rules: none of its pages is asked for, nor given up (RFC 9309 §2.3.1.4). */
static void
test_unknown_rules (Fixture *f, gconstpointer data)
{
  f->robots = 503;
  go_round (f);
  g_assert_cmpuint (f->n_robots, ==, 1);
  g_assert_cmpuint (f->n_pages, ==, 0);
  g_assert_cmpuint (answers_number (att_desk_get_store (f->desk), "SELECT count(*) FROM page WHERE state=0 AND tries=0 AND due>unixepoch()"), ==, N_STORIES);
  go_round (f);   /* they are not due */
  g_assert_cmpuint (f->n_robots, ==, 1);
}

/* "Come back in an hour" holds for all pages of the site, and is no fault of those that were not asked for. */
static void
test_busy (Fixture *f, gconstpointer data)
{
  f->page = 429;
  go_round (f);
  g_assert_cmpuint (f->n_pages, ==, 1);
  g_assert_cmpuint (answers_number (att_desk_get_store (f->desk), "SELECT count(*) FROM page WHERE state=0 AND due>unixepoch()+3000"), ==, N_STORIES);
  g_assert_cmpuint (answers_number (att_desk_get_store (f->desk), "SELECT count(*) FROM page WHERE tries=1"), ==, 1);
}

static gboolean
is_there (Fixture *f)
{
  return answers_number (att_desk_get_store (f->desk), "SELECT count(*) FROM page WHERE state=1") == 1;
}

/* What a person opens is asked for by the person: rules for robots are not theirs. */
static void
test_opened (Fixture *f, gconstpointer data)
{
  f->robots = 200;
  f->rules = "User-agent: *\nDisallow: /";
  g_autoptr (AttPageRound) pages = att_page_round_new (f->desk);
  att_page_round_set_pause (pages, 0);
  att_page_round_open (pages, answers_number (att_desk_get_store (f->desk), "SELECT min(id) FROM article"));
  while (!is_there (f))
    g_main_context_iteration (NULL, FALSE);
  g_assert_cmpuint (f->n_pages, ==, 1);   /* and none of the others, whose turn is next */
  att_page_round_stop (pages);
}

/* A story that leads to the site's front page has gone: what it says there is not the story's. */
static void
test_front_page (Fixture *f, gconstpointer data)
{
  f->moved = "/";
  go_round (f);
  g_assert_cmpuint (answers_number (att_desk_get_store (f->desk), "SELECT count(*) FROM body WHERE text LIKE '%Paragraph 8%'"), ==, 0);
}

/* Another site that answers in the place of this one is believed only where it speaks of the story: it may ask for a consent. */
static void
test_detour (Fixture *f, gconstpointer data)
{
  g_autofree char *other = g_strdup_printf ("http://localhost%s%s", strrchr (f->base, ':'), (const char *) data);
  f->moved = other;
  go_round (f);
  g_assert_cmpuint (answers_number (att_desk_get_store (f->desk), "SELECT count(*) FROM body WHERE text LIKE '%Paragraph 8%'"), ==, g_str_equal (data, "/told") ? N_STORIES : 0);
}

/* A story's next page is a part of it; the next story, which a site names so as well, is none. */
static void
test_next (Fixture *f, gconstpointer data)
{
  f->next = "/page/%u";
  go_round (f);
  g_assert_cmpuint (f->n_pages, ==, N_STORIES);
  g_assert_cmpuint (answers_number (att_desk_get_store (f->desk), "SELECT count(*) FROM body WHERE text LIKE '%Paragraph 8%Paragraph 8%'"), ==, 0);
}

static void
test_parts (Fixture *f, gconstpointer data)
{
  f->next = "?page=2";
  go_round (f);
  g_assert_cmpuint (f->n_pages, ==, 2 * N_STORIES);
  g_assert_cmpuint (answers_number (att_desk_get_store (f->desk), "SELECT count(*) FROM body WHERE text LIKE '%Paragraph 8%Paragraph 8%'"), ==, N_STORIES);
}

/* A site that keeps robots from the further parts is not asked for them; what the first says is there. */
static void
test_parts_refused (Fixture *f, gconstpointer data)
{
  f->next = "?page=2";
  f->robots = 200;
  f->rules = "User-agent: *\nDisallow: /*?page=";
  go_round (f);
  g_assert_cmpuint (f->n_pages, ==, N_STORIES);
  g_assert_cmpuint (answers_number (att_desk_get_store (f->desk), "SELECT count(*) FROM body WHERE text LIKE '%Paragraph 8%'"), ==, N_STORIES);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  ADD ("/page-round/kind", test_kind);
  ADD ("/page-round/unknown-rules", test_unknown_rules);
  ADD ("/page-round/front-page", test_front_page);
  g_test_add ("/page-round/detour", Fixture, "/consent", set_up, test_detour, tear_down);
  g_test_add ("/page-round/another-house", Fixture, "/told", set_up, test_detour, tear_down);
  ADD ("/page-round/busy", test_busy);
  ADD ("/page-round/opened", test_opened);
  ADD ("/page-round/next", test_next);
  ADD ("/page-round/parts", test_parts);
  ADD ("/page-round/parts/refused", test_parts_refused);
  return g_test_run ();
}
