/* bench-press.c: a thousand feeds on loopback, from bodies made beforehand, for whoever fetches them.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * bench-press FEEDS ITEMS prints its port, then serves /feed/N.xml (ETag; 304 to who sends it back) until it is killed.
 * /count tells how many answers of each kind it gave since it was last asked.
 */

#include "config.h"

#include <libsoup/soup.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct { GPtrArray *bodies; guint n_200, n_304; } Press;

static void
append_words (GString *out, GRand *lots, guint n)
{
  static const char *const WORDS[] = { "the minister", "talks on trade", "of the government", "an agreement", "in the capital", "sanctions", "the ceasefire", "a delegation of", "France",
                                       "China", "the European Union", "said on Monday that", "elections", "grain exports", "a treaty with", "Turkey", "missile defence", "climate", "and", "but" };
  for (guint i = 0; i < n; i++)
    g_string_append_printf (out, "%s%s", WORDS[g_rand_int_range (lots, 0, G_N_ELEMENTS (WORDS))], i % 12 == 11 ? ". " : " ");
}

static GBytes *
make (guint feed, guint n_items, gint64 now, GRand *lots)
{
  GString *out = g_string_new (NULL);
  g_string_append_printf (out, "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>Wire %u</title><link>http://127.0.0.1/</link><description>News</description>", feed);
  for (guint i = 0; i < n_items; i++) {
    g_autoptr (GDateTime) date = g_date_time_new_from_unix_utc (now - 600 - i * 3600 - feed);
    g_autofree char *when = g_date_time_format (date, "%a, %d %b %Y %H:%M:%S GMT");
    g_string_append_printf (out, "<item><guid isPermaLink=\"false\">%u:%u</guid><link>http://127.0.0.1/%u/%u</link><pubDate>%s</pubDate><title>%u-%u: ", feed, i, feed, i, when, feed, i);
    append_words (out, lots, 5);
    g_string_append (out, "</title><description>");
    append_words (out, lots, 60);
    g_string_append (out, "</description></item>");
  }
  g_string_append (out, "</channel></rss>");
  return g_string_free_to_bytes (out);
}

static void
handle (SoupServer *server, SoupServerMessage *message, const char *path, GHashTable *query, gpointer data)
{
  Press *self = data;
  SoupMessageHeaders *headers = soup_server_message_get_response_headers (message);
  guint n = strncmp (path, "/feed/", 6) == 0 ? (guint) atoi (path + 6) : self->bodies->len;
  if (n >= self->bodies->len) {
    g_autofree char *count = g_strdup_printf ("%u %u\n", self->n_200, self->n_304);
    gboolean asked = strcmp (path, "/count") == 0;
    soup_server_message_set_status (message, asked ? 200 : 404, NULL);
    soup_server_message_set_response (message, "text/plain", SOUP_MEMORY_COPY, count, strlen (count));
    if (asked)
      self->n_200 = self->n_304 = 0;
    return;
  }
  g_autofree char *etag = g_strdup_printf ("\"v1-%u\"", n);
  gboolean known = g_strcmp0 (soup_message_headers_get_one (soup_server_message_get_request_headers (message), "If-None-Match"), etag) == 0;
  soup_message_headers_replace (headers, "ETag", etag);
  soup_server_message_set_status (message, known ? 304 : 200, NULL);
  if (!known) {
    gsize length;
    const char *body = g_bytes_get_data (self->bodies->pdata[n], &length);
    soup_server_message_set_response (message, "application/rss+xml", SOUP_MEMORY_STATIC, body, length);
  }
  known ? self->n_304++ : self->n_200++;
}

int
main (int argc, char **argv)
{
  Press self = { .bodies = g_ptr_array_new () };
  g_autoptr (GRand) lots = g_rand_new_with_seed (20260115);
  gint64 now = g_get_real_time () / G_USEC_PER_SEC;
  for (int i = 0; argc > 2 && i < atoi (argv[1]); i++)
    g_ptr_array_add (self.bodies, make (i, atoi (argv[2]), now, lots));
  g_autoptr (GSocket) socket = g_socket_new (G_SOCKET_FAMILY_IPV4, G_SOCKET_TYPE_STREAM, G_SOCKET_PROTOCOL_TCP, NULL);
  g_autoptr (GInetAddress) loopback = g_inet_address_new_loopback (G_SOCKET_FAMILY_IPV4);
  g_autoptr (GSocketAddress) any = g_inet_socket_address_new (loopback, 0);
  g_socket_set_listen_backlog (socket, 1024);   /* libsoup's own is 10: a full one stalls a second */
  g_autoptr (SoupServer) server = soup_server_new (NULL, NULL);
  soup_server_add_handler (server, NULL, handle, &self, NULL);
  if (!g_socket_bind (socket, any, TRUE, NULL) || !g_socket_listen (socket, NULL) || !soup_server_listen_socket (server, socket, 0, NULL))
    return 1;
  g_autoptr (GSocketAddress) at = g_socket_get_local_address (socket, NULL);
  printf ("%u\n", g_inet_socket_address_get_port (G_INET_SOCKET_ADDRESS (at)));
  fflush (stdout);
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  g_main_loop_run (loop);
  return 0;
}
