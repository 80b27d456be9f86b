/* test-logins.c: feeds behind a name and a password, and where those are never to be found.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * libsecret's own file keyring stands in for the desktop's; without it there is no keyring at all.
 */

#include "config.h"
#include "../answers.h"
#include "rounds.h"

#include "base/error.h"
#include "desk/logins.h"
#include "desk/shelving.h"

#include <glib/gstdio.h>
#include <libsoup/soup.h>
#include <string.h>

#define SECRET "s3cret-w0rd"
#define FEED "<rss version='2.0'><channel><title>Behind a door</title><item><guid isPermaLink='false'>1</guid><title>Told to subscribers</title></item></channel></rss>"

typedef struct {
  SoupServer *server, *other;   /* the other is another host: another port */
  guint n_asked, n_let_in, n_other_asked;
  char *base, *elsewhere, *profile;
  AttDesk *desk;
  char *failed;
} Fixture;

static gboolean
knows_cb (SoupAuthDomain *domain, SoupServerMessage *message, const char *user, const char *password, gpointer data)
{
  const char *path = g_uri_get_path (soup_server_message_get_uri (message));
  if (g_str_has_prefix (path, "/own/"))   /* each has a token of its own: its path */
    return strcmp (user, path + strlen ("/own/")) == 0 && strcmp (password, SECRET) == 0;
  return strcmp (user, "reader") == 0 && strcmp (password, SECRET) == 0;
}

static void
handle (SoupServer *server, SoupServerMessage *message, const char *path, GHashTable *query, gpointer data)
{
  Fixture *f = data;
  f->n_let_in++;
  if (g_str_equal (path, "/sent-on")) {
    soup_server_message_set_status (message, 302, NULL);
    soup_message_headers_replace (soup_server_message_get_response_headers (message), "Location", f->elsewhere);
    return;
  }
  soup_server_message_set_status (message, 200, NULL);
  soup_server_message_set_response (message, "application/rss+xml", SOUP_MEMORY_STATIC, FEED, strlen (FEED));
}

static void
count_cb (SoupServer *server, SoupServerMessage *message, guint *count)
{
  (*count)++;
}

static void
handle_other (SoupServer *server, SoupServerMessage *message, const char *path, GHashTable *query, gpointer data)
{
  g_assert_null (soup_message_headers_get_one (soup_server_message_get_request_headers (message), "Authorization"));
  soup_server_message_set_status (message, 401, NULL);
  soup_message_headers_replace (soup_server_message_get_response_headers (message), "WWW-Authenticate", "Basic realm=\"elsewhere\"");
}

static char *
listen (SoupServer *server)
{
  soup_server_listen_local (server, 0, SOUP_SERVER_LISTEN_IPV4_ONLY, NULL);
  GSList *uris = soup_server_get_uris (server);
  char *base = g_strdup_printf ("127.0.0.1:%d", g_uri_get_port (uris->data));
  g_slist_free_full (uris, (GDestroyNotify) g_uri_unref);
  return base;
}

static void
failed_cb (AttDesk *desk, const char *why, Fixture *f)
{
  g_free (f->failed);
  f->failed = g_strdup (why);
}

static void
open_desk (Fixture *f)
{
  g_autoptr (GError) error = NULL;
  f->desk = att_desk_open (f->profile, &error);
  g_assert_no_error (error);
  g_signal_connect (f->desk, "failed", G_CALLBACK (failed_cb), f);
}

static void
close_desk (Fixture *f)
{
  att_desk_close (f->desk);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_clear_object (&f->desk);
}

static void
set_up (Fixture *f, gconstpointer data)
{
  f->server = soup_server_new (NULL, NULL);
  f->other = soup_server_new (NULL, NULL);
  g_autoptr (SoupAuthDomain) domain = soup_auth_domain_basic_new ("realm", "news", NULL);
  soup_auth_domain_add_path (domain, "/");
  soup_auth_domain_basic_set_auth_callback (domain, knows_cb, NULL, NULL);
  soup_server_add_auth_domain (f->server, domain);
  soup_server_add_handler (f->server, NULL, handle, f, NULL);
  soup_server_add_handler (f->other, NULL, handle_other, f, NULL);
  g_signal_connect (f->server, "request-started", G_CALLBACK (count_cb), &f->n_asked);
  g_signal_connect (f->other, "request-started", G_CALLBACK (count_cb), &f->n_other_asked);
  f->base = listen (f->server);
  g_autofree char *other = listen (f->other);
  f->elsewhere = g_strdup_printf ("http://%s/feed", other);
  f->profile = g_dir_make_tmp ("attache-logins-XXXXXX", NULL);
  g_autofree char *keyring = g_build_filename (f->profile, "test.keyring", NULL);
  g_setenv ("SECRET_FILE_TEST_PATH", keyring, TRUE);
  open_desk (f);
}

/* Nothing we wrote holds the secret in any of its spellings; then the folder goes. */
static void
look_through_and_remove (const char *folder)
{
  const char *const spellings[] = { SECRET, "cmVhZGVyOnMzY3JldC13MHJk" };   /* as it is sent: base64 of both */
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  for (const char *name; (name = g_dir_read_name (dir));) {
    g_autofree char *path = g_build_filename (folder, name, NULL), *bytes = NULL;
    gsize n = 0;
    if (g_file_get_contents (path, &bytes, &n, NULL))
      for (guint i = 0; i < G_N_ELEMENTS (spellings); i++)
        g_assert_null (g_strstr_len (bytes, n, spellings[i]));
    g_unlink (path);
  }
  g_rmdir (folder);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  close_desk (f);
  soup_server_disconnect (f->server);
  soup_server_disconnect (f->other);
  g_clear_object (&f->server);
  g_clear_object (&f->other);
  look_through_and_remove (f->profile);
  g_free (f->base);
  g_free (f->elsewhere);
  g_free (f->profile);
  g_free (f->failed);
}

static void
subscribe (Fixture *f, const char *login, const char *path)
{
  g_autoptr (GPtrArray) feeds = g_ptr_array_new_with_free_func ((GDestroyNotify) att_feed_unref);
  g_autoptr (GAsyncResult) result = NULL;
  AttFeed *feed = att_feed_new ();
  feed->url = g_strconcat ("http://", login, f->base, path, NULL);
  g_ptr_array_add (feeds, feed);
  att_desk_subscribe_async (f->desk, feeds, answers_cb, &result);
  answers_wait (&result);
  g_assert_cmpint (att_desk_subscribe_finish (f->desk, result, NULL), ==, 1);
  rounds_wait (f->desk);
}

static AttFeed *
only_feed (Fixture *f)
{
  g_autoptr (GPtrArray) feeds = rounds_feeds (f->desk);
  g_assert_cmpuint (feeds->len, ==, 1);
  return att_feed_ref (feeds->pdata[0]);
}

static char *
address (Fixture *f, const char *path)
{
  return g_strconcat ("http://", f->base, path, NULL);
}

/* Typed as a part of the address; known after the next start; in no file but the keyring, which is encrypted. */
static void
test_kept (Fixture *f, gconstpointer data)
{
  g_autofree char *bare = address (f, "/feed");
  subscribe (f, "reader:" SECRET "@", "/feed");
  g_autoptr (AttFeed) feed = only_feed (f);
  g_assert_cmpstr (feed->url, ==, bare);
  g_assert_cmpuint (feed->articles, ==, 1);
  close_desk (f);
  open_desk (f);
  att_desk_refresh (f->desk, TRUE);
  rounds_wait (f->desk);
  g_autoptr (AttFeed) again = only_feed (f);
  g_assert_cmpint (again->trouble, ==, -1);
  g_assert_cmpuint (f->n_let_in, ==, 2);
  g_assert_null (f->failed);

  g_autoptr (GAsyncResult) result = NULL;
  att_desk_export_async (f->desk, answers_cb, &result);
  answers_wait (&result);
  g_autoptr (GBytes) opml = att_desk_export_finish (f->desk, result, NULL);
  g_assert_nonnull (g_strstr_len (g_bytes_get_data (opml, NULL), g_bytes_get_size (opml), bare));
  g_assert_null (g_strstr_len (g_bytes_get_data (opml, NULL), g_bytes_get_size (opml), "reader"));
}

/* Who is not let in says so, after as many questions as that takes; signing in is all it needs, signing out undoes it. */
static void
test_signed_in (Fixture *f, gconstpointer data)
{
  subscribe (f, "", "/feed");
  g_autoptr (AttFeed) feed = only_feed (f);
  g_assert_cmpint (feed->trouble, ==, ATT_ERROR_LOGIN);
  g_assert_cmpuint (f->n_asked, ==, 1);
  att_desk_sign_in (f->desk, feed->id, feed->url, "reader", "wrong");
  rounds_wait (f->desk);
  g_assert_cmpuint (f->n_asked, ==, 3);
  att_desk_sign_in (f->desk, feed->id, feed->url, "reader", SECRET);
  rounds_wait (f->desk);
  g_autoptr (AttFeed) after = only_feed (f);
  g_assert_cmpint (after->trouble, ==, -1);
  g_assert_cmpuint (after->articles, ==, 1);
  att_desk_sign_out (f->desk, feed->url);
  close_desk (f);
  open_desk (f);
  att_desk_refresh (f->desk, TRUE);
  rounds_wait (f->desk);
  g_autoptr (AttFeed) out = only_feed (f);
  g_assert_cmpint (out->trouble, ==, ATT_ERROR_LOGIN);
}

/* A redirect to another host takes no password with it, also when that host asks. */
static void
test_sent_on (Fixture *f, gconstpointer data)
{
  subscribe (f, "reader:" SECRET "@", "/sent-on");
  g_autoptr (AttFeed) feed = only_feed (f);
  g_assert_cmpuint (f->n_let_in, ==, 1);
  g_assert_cmpuint (f->n_other_asked, ==, 1);
  g_assert_cmpint (feed->trouble, ==, ATT_ERROR_LOGIN);
}

static void
assert_well (Fixture *f)
{
  g_autoptr (GPtrArray) feeds = rounds_feeds (f->desk);
  g_assert_cmpuint (feeds->len, ==, 2);
  for (guint i = 0; i < 2; i++)
    g_assert_cmpint (((AttFeed *) feeds->pdata[i])->trouble, ==, -1);
}

/* Two feeds of one site with a name each keep their own: after the next start, and whatever is said of one once the other was read. */
static void
test_two_of_a_site (Fixture *f, gconstpointer data)
{
  subscribe (f, "one:" SECRET "@", "/own/one");
  subscribe (f, "two:" SECRET "@", "/own/two");
  assert_well (f);
  for (guint round = 0; round < 2; round++) {
    close_desk (f);
    open_desk (f);
    att_desk_refresh (f->desk, TRUE);
    rounds_wait (f->desk);
    assert_well (f);
    g_autoptr (GPtrArray) feeds = rounds_feeds (f->desk);
    for (guint i = 0; i < 2 && round == 0; i++) {
      close_desk (f);
      open_desk (f);
      att_desk_refresh_feed (f->desk, ((AttFeed *) feeds->pdata[i])->id);
      rounds_wait (f->desk);
      g_autoptr (AttFeed) other = att_feed_copy (feeds->pdata[1 - i]);
      g_free (other->title);
      other->title = g_strdup_printf ("Called otherwise %u", i);
      att_desk_describe_feed (f->desk, NULL, other, NULL, NULL);
      answers_number (att_desk_get_store (f->desk), "SELECT 1");
    }
  }
}

static gpointer
store_as_of_old (AttDatabase *db, gpointer url, AttChange *change, GError **error)
{
  g_autoptr (AttFeed) feed = att_feed_new ();
  feed->url = g_strdup (url);
  att_feeds_add (db, feed, error);
  return NULL;
}

/* What an older program stored in the address is in the keyring from the next start on. */
static void
test_mended (Fixture *f, gconstpointer data)
{
  g_autofree char *old = g_strconcat ("http://reader:", SECRET, "@", f->base, "/feed", NULL), *bare = address (f, "/feed");
  g_autoptr (GAsyncResult) result = NULL;
  att_store_tell_async (att_desk_get_store (f->desk), store_as_of_old, old, NULL, NULL, answers_cb, &result);
  answers_wait (&result);
  close_desk (f);
  open_desk (f);
  g_autofree char *url = NULL;
  while (g_strcmp0 (url, bare) != 0) {   /* in the background */
    g_autoptr (AttFeed) feed = only_feed (f);
    g_free (url);
    url = g_strdup (feed->url);
    g_main_context_iteration (NULL, FALSE);
  }
  att_desk_refresh (f->desk, TRUE);
  rounds_wait (f->desk);
  g_autoptr (AttFeed) feed = only_feed (f);
  g_assert_cmpuint (feed->articles, ==, 1);
}

/* No keyring: it works until the program ends, and the person was told. */
static void
test_without (Fixture *f, gconstpointer data)
{
  subscribe (f, "reader:" SECRET "@", "/feed");
  g_autoptr (AttFeed) feed = only_feed (f);
  g_assert_cmpuint (feed->articles, ==, 1);
  while (f->failed == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_nonnull (strstr (f->failed, "keyring"));
  g_assert_null (strstr (f->failed, SECRET));
  close_desk (f);
  open_desk (f);
  att_desk_refresh (f->desk, TRUE);
  rounds_wait (f->desk);
  g_autoptr (AttFeed) again = only_feed (f);
  g_assert_cmpint (again->trouble, ==, ATT_ERROR_LOGIN);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  if (g_getenv ("WITHOUT_KEYRING")) {
    g_setenv ("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent/bus", TRUE);
    g_test_add ("/logins/without-keyring", Fixture, NULL, set_up, test_without, tear_down);
    return g_test_run ();
  }
  g_setenv ("SECRET_BACKEND", "file", TRUE);
  g_setenv ("SECRET_FILE_TEST_PASSWORD", "opens the test's keyring", TRUE);
  g_test_add ("/logins/kept", Fixture, NULL, set_up, test_kept, tear_down);
  g_test_add ("/logins/signed-in", Fixture, NULL, set_up, test_signed_in, tear_down);
  g_test_add ("/logins/sent-on", Fixture, NULL, set_up, test_sent_on, tear_down);
  g_test_add ("/logins/two-of-a-site", Fixture, NULL, set_up, test_two_of_a_site, tear_down);
  g_test_add ("/logins/mended", Fixture, NULL, set_up, test_mended, tear_down);
  return g_test_run ();
}
