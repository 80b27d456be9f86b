/* site.c: a real server on loopback that is kind, broken, slow and lying.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "site.h"

#include <stdlib.h>
#include <string.h>

#define FEED "<rss version='2.0'><channel><title>%s</title><item><guid isPermaLink='false'>1</guid><title>China and Taiwan trade barbs over arms sales to Taiwan</title>" \
             "<description>&lt;p&gt;Beijing condemned the United States over arms sales to Taiwan. \"We will respond firmly to this,\" said Wang Yi.&lt;/p&gt;</description></item>%s</channel></rss>"

static void
respond (SoupServerMessage *message, const char *type, const char *body, gssize n)
{
  soup_server_message_set_status (message, 200, NULL);
  soup_server_message_set_response (message, type, SOUP_MEMORY_COPY, body, n < 0 ? strlen (body) : (gsize) n);
}

static void
redirect (SoupServerMessage *message, guint status, const char *to)
{
  soup_server_message_set_status (message, status, NULL);
  soup_message_headers_replace (soup_server_message_get_response_headers (message), "Location", to);
}

/* A body cut off: the length promised is more than what is sent before the socket closes. */
static void
cut_short (SoupServerMessage *message)
{
  GIOStream *stream = soup_server_message_steal_connection (message);
  GOutputStream *out = g_io_stream_get_output_stream (stream);
  const char *answer = "HTTP/1.1 200 OK\r\nContent-Type: text/xml\r\nContent-Length: 5000\r\n\r\n<rss version='2.0'><channel><title>Cut</title>";
  g_output_stream_write_all (out, answer, strlen (answer), NULL, NULL, NULL);
  g_io_stream_close (stream, NULL, NULL);
  g_object_unref (stream);
}

/* "Go on" a hundred times before a word is said. */
static void
babble (SoupServerMessage *message, const char *body)
{
  GIOStream *stream = soup_server_message_steal_connection (message);
  GOutputStream *out = g_io_stream_get_output_stream (stream);
  for (guint i = 0; i < 100; i++)
    g_output_stream_write_all (out, "HTTP/1.1 100 Continue\r\n\r\n", 25, NULL, NULL, NULL);
  g_autofree char *answer = g_strdup_printf ("HTTP/1.1 200 OK\r\nContent-Type: text/xml\r\nContent-Length: %" G_GSIZE_FORMAT "\r\n\r\n%s", strlen (body), body);
  g_output_stream_write_all (out, answer, strlen (answer), NULL, NULL, NULL);
  g_io_stream_close (stream, NULL, NULL);
  g_object_unref (stream);
}

static gboolean
drop_cb (gpointer stream)
{
  return g_output_stream_write (g_io_stream_get_output_stream (stream), " ", 1, NULL, NULL) == 1;   /* until it hangs up */
}

/* A byte now and then, for ever. */
static void
drip (SoupServerMessage *message)
{
  GIOStream *stream = soup_server_message_steal_connection (message);
  const char *answer = "HTTP/1.1 200 OK\r\nContent-Type: text/xml\r\n\r\n<rss>";
  g_output_stream_write_all (g_io_stream_get_output_stream (stream), answer, strlen (answer), NULL, NULL, NULL);
  g_timeout_add_full (G_PRIORITY_DEFAULT, 20, drop_cb, stream, g_object_unref);
}

static void
endless_chunk (SoupServerMessage *message, gpointer data)
{
  static char chunk[65536];
  memset (chunk, ' ', sizeof chunk);
  soup_message_body_append (soup_server_message_get_response_body (message), SOUP_MEMORY_STATIC, chunk, sizeof chunk);
}

static void
endless (SoupServerMessage *message)
{
  soup_server_message_set_status (message, 200, NULL);
  soup_message_headers_set_encoding (soup_server_message_get_response_headers (message), SOUP_ENCODING_CHUNKED);
  g_signal_connect (message, "wrote-chunk", G_CALLBACK (endless_chunk), NULL);
  endless_chunk (message, NULL);
}

static void
conditional (Site *self, SoupServerMessage *message)
{
  const char *tag = soup_message_headers_get_one (soup_server_message_get_request_headers (message), "If-None-Match");
  soup_message_headers_replace (soup_server_message_get_response_headers (message), "ETag", "\"v1\"");
  if (g_strcmp0 (tag, "\"v1\"") == 0) {
    self->n_conditional++;
    soup_server_message_set_status (message, 304, NULL);
    return;
  }
  g_autofree char *body = g_strdup_printf (FEED, "Kind", "");
  respond (message, "application/rss+xml", body, -1);
}

/* Fifty pages of an archive, newest first, each naming the next. */
static void
paged (SoupServerMessage *message, GHashTable *query)
{
  const char *asked = query ? g_hash_table_lookup (query, "page") : NULL;
  guint page = asked ? atoi (asked) : 1;
  g_autofree char *body = g_strdup_printf ("<rss version='2.0' xmlns:a='http://www.w3.org/2005/Atom'><channel><title>P</title><a:link rel='next' href='/paged?page=%u'/>"
                                           "<item><guid isPermaLink='false'>p%u</guid><title>Page %u</title></item></channel></rss>", page + 1, page, page);
  respond (message, "application/rss+xml", body, -1);
}

static gboolean
is_sick (Site *self)
{
  if (self->n_well) {
    self->n_well--;
    return FALSE;
  }
  return self->n_sick && self->n_sick--;
}

/* A site in a folder: pages of every kind that leads to feeds, and the feeds. */
static void
folder (SoupServerMessage *message, const char *path, const char *feed)
{
  static const struct { const char *path, *page; } PAGES[] = {
    { "/many", "<head><link rel=alternate type='application/rss+xml' title='Comments' href='/site/comments.rss'><link rel=alternate type='application/rss+xml' href='/site/a.rss'>"
               "<link rel=alternate type='application/atom+xml' href='/site/same.rss'><link rel=alternate type='application/rss+xml' href='/site/dead.rss'></head><a href='b.rss'>World</a>" },
    { "/json", "<link rel=alternate type='application/feed+json' href='/site/feed.json'>" },
    { "/stub", "<meta http-equiv='refresh' content='0; url=/site/json'>" },
    { "/round", "<meta http-equiv='refresh' content='0; url=/site/round2'>" },
    { "/round2", "<meta http-equiv='refresh' content='0; url=/site/round'>" },
    { "/@envoy", "<meta name=generator content='Mastodon'><p>posts" },
    { "/press/", "<meta name='generator' content='WordPress 6'><p>posts" },
    { "/plain", "<p>A page that says nothing of a feed." },
    { "/wrong", "<link rel=alternate type='application/rss+xml' href='/site/dead.rss'>" },
  };
  static const char *const FEEDS[] = { "/comments.rss", "/a.rss", "/b.rss", "/@envoy.rss", "/press/feed/", "/plain/rss.xml", "/wrong/feed" };
  for (guint i = 0; i < G_N_ELEMENTS (PAGES); i++)
    if (g_str_equal (path, PAGES[i].path)) {
      respond (message, "text/html", PAGES[i].page, -1);
      return;
    }
  for (guint i = 0; i < G_N_ELEMENTS (FEEDS); i++)
    if (g_str_equal (path, FEEDS[i])) {
      respond (message, "application/rss+xml", feed, -1);
      return;
    }
  if (g_str_equal (path, "/same.rss")) {   /* the same under another address */
    g_autofree char *same = g_strdup_printf (FEED, "site/a.rss", "");
    respond (message, "application/rss+xml", same, -1);
  } else if (g_str_equal (path, "/feed.json"))
    respond (message, "application/feed+json", "{\"version\":\"https://jsonfeed.org/version/1.1\",\"title\":\"J\",\"items\":[{\"id\":\"1\",\"title\":\"Newest\"}]}", -1);
  else
    soup_server_message_set_status (message, 404, NULL);
}

static void
handle (SoupServer *server, SoupServerMessage *message, const char *path, GHashTable *query, gpointer data)
{
  Site *self = data;
  g_autofree char *body = g_strdup_printf (FEED, path + 1, "");
  self->n_requests++;
  if (g_str_equal (path, "/kind")) conditional (self, message);
  else if (g_str_equal (path, "/moved")) redirect (message, 301, "/moved2");
  else if (g_str_equal (path, "/moved2")) redirect (message, 308, "/new");
  else if (g_str_equal (path, "/away")) redirect (message, 302, "/new");
  else if (g_str_equal (path, "/loop")) redirect (message, 302, "/loop");
  else if (g_str_equal (path, "/missing")) soup_server_message_set_status (message, 404, NULL);
  else if (g_str_equal (path, "/gone")) soup_server_message_set_status (message, 410, NULL);
  else if (g_str_equal (path, "/sick") || (g_str_equal (path, "/paged") && is_sick (self))) soup_server_message_set_status (message, 500, NULL);
  else if (g_str_equal (path, "/busy")) {
    soup_server_message_set_status (message, 429, NULL);
    soup_message_headers_replace (soup_server_message_get_response_headers (message), "Retry-After", "7200");
  } else if (g_str_equal (path, "/slow")) soup_server_message_pause (message);   /* for ever */
  else if (g_str_equal (path, "/cut")) cut_short (message);
  else if (g_str_equal (path, "/endless")) endless (message);
  else if (g_str_equal (path, "/drip")) drip (message);
  else if (g_str_equal (path, "/babble")) babble (message, body);
  else if (g_str_equal (path, "/tofile")) redirect (message, 302, "file:///etc/passwd");
  else if (g_str_equal (path, "/lies") || g_str_equal (path, "/halfzip")) {
    static const char HALF[] = "\x1f\x8b\x08\0\0\0\0\0\0\3\xff\xff\xff garbage that no inflate takes";
    gboolean half = g_str_equal (path, "/halfzip");
    respond (message, "text/xml", half ? HALF : body, half ? (gssize) sizeof HALF : -1);
    soup_message_headers_replace (soup_server_message_get_response_headers (message), "Content-Encoding", "gzip");
  } else if (g_str_equal (path, "/page")) respond (message, "text/html", "<html><head><link rel=alternate type='application/rss+xml' title='N' href='/new'></head><body>hi</body></html>", -1);
  else if (g_str_equal (path, "/herald") || g_str_equal (path, "/stray")) {   /* one names an address where it is, the other one where nothing is */
    g_autofree char *word = g_strdup_printf ("<itunes:new-feed-url xmlns:itunes='http://www.itunes.com/dtds/podcast-1.0.dtd'>%s%s</itunes:new-feed-url>", self->base, g_str_equal (path, "/herald") ? "/new" : "/missing");
    g_autofree char *says = g_strdup_printf (FEED, path + 1, word);
    respond (message, "text/xml", says, -1);
  }
  else if (g_str_equal (path, "/paged")) paged (message, query);
  else if (g_str_has_prefix (path, "/site/")) folder (message, path + 5, body);
  else if (g_str_equal (path, "/bare")) respond (message, "text/html", "<html><body>nothing here</body></html>", -1);
  else if (g_str_equal (path, "/broken")) respond (message, "text/xml", "<rss><channel><title>Broken</title><item><title>One & only</title></item><item><title>Two</title></item><item><title>Thr", -1);
  else if (g_str_equal (path, "/new")) respond (message, "application/octet-stream", body, -1);   /* the wrong type for a feed */
  else soup_server_message_set_status (message, 404, NULL);
}

void
site_start (Site *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GSocket) socket = g_socket_new (G_SOCKET_FAMILY_IPV4, G_SOCKET_TYPE_STREAM, G_SOCKET_PROTOCOL_TCP, NULL);
  g_autoptr (GInetAddress) loopback = g_inet_address_new_loopback (G_SOCKET_FAMILY_IPV4);
  g_autoptr (GSocketAddress) any = g_inet_socket_address_new (loopback, 0);
  g_socket_set_listen_backlog (socket, 256);   /* libsoup's own is 10: a full one stalls a second */
  g_assert_true (g_socket_bind (socket, any, TRUE, &error));
  g_assert_true (g_socket_listen (socket, &error));
  self->server = soup_server_new (NULL, NULL);
  soup_server_add_handler (self->server, NULL, handle, self, NULL);
  g_assert_true (soup_server_listen_socket (self->server, socket, 0, &error));
  g_autoptr (GSocketAddress) at = g_socket_get_local_address (socket, NULL);
  self->base = g_strdup_printf ("http://127.0.0.1:%u", g_inet_socket_address_get_port (G_INET_SOCKET_ADDRESS (at)));
}

void
site_stop (Site *self)
{
  soup_server_disconnect (self->server);
  g_object_unref (self->server);
  g_free (self->base);
}
