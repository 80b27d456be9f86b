/* newsstand.c: many hosts on loopback that keep a week's news, and a log of who asked for what, when.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "newsstand.h"

#include "base/date.h"

#include <stdlib.h>
#include <string.h>

#define DAY 86400

guint
newsstand_stories (const Newsstand *self, gint64 time)
{
  return 5 + (time - self->from) / STORY_EVERY;
}

static char *
http_date (gint64 time)
{
  g_autoptr (GDateTime) t = g_date_time_new_from_unix_utc (time);
  return g_date_time_format (t, "%a, %d %b %Y %H:%M:%S GMT");
}

static char *
write_feed (const Newsstand *self, guint feed, guint n_stories)
{
  GString *out = g_string_new ("<rss version='2.0'><channel>");
  g_string_append_printf (out, "<title>Wire %u</title>", feed);
  if (feed % N_HABITS == HABIT_TTL)
    g_string_append (out, "<ttl>180</ttl>");
  if (feed % N_HABITS == HABIT_NIGHT)
    g_string_append (out, "<skipHours><hour>0</hour><hour>1</hour><hour>2</hour><hour>3</hour><hour>4</hour><hour>5</hour></skipHours>");
  for (guint i = 0; i < ITEMS && i < n_stories; i++) {
    guint story = n_stories - 1 - i;
    gint64 written = self->from + ((gint64) story - 4) * STORY_EVERY;
    g_autofree char *date = http_date (written);
    g_string_append_printf (out, "<item><guid isPermaLink='false'>%u-%u</guid><title>Envoys of Ruritania and Norland meet, round %u of wire %u</title><pubDate>%s</pubDate>"
                            "<description>The envoys of China and the United States met in Geneva for round %u. \"We will meet again,\" said Wang Yi.</description></item>",
                            feed, story, story, feed, date, story);
  }
  g_string_append (out, "</channel></rss>");
  return g_string_free (out, FALSE);
}

/* The same words come again and again: a log of a week is not to look like a leak. */
static char *
kept (const char *text)
{
  return text ? g_ref_string_new_intern (text) : NULL;
}

static char *
asked_with (SoupServerMessage *message, const char *name)
{
  return kept (soup_message_headers_get_list (soup_server_message_get_request_headers (message), name));
}

static void
say (SoupServerMessage *message, const char *name, const char *value)
{
  soup_message_headers_replace (soup_server_message_get_response_headers (message), name, value);
}

static void
serve (const Newsstand *self, SoupServerMessage *message, Visit *visit)
{
  guint n = newsstand_stories (self, visit->time);
  g_autofree char *etag = g_strdup_printf ("\"%u-%u\"", visit->feed, n), *modified = http_date (self->from + ((gint64) n - 5) * STORY_EVERY);
  visit->new_etag = kept (etag);
  visit->new_modified = kept (modified);
  say (message, "ETag", visit->new_etag);
  say (message, "Last-Modified", visit->new_modified);
  say (message, "Set-Cookie", "reader=1; Max-Age=99999999");
  if (visit->feed % N_HABITS == HABIT_FRESH)
    say (message, "Cache-Control", "public, max-age=" G_STRINGIFY (MAX_AGE));
  if (g_strcmp0 (visit->etag, visit->new_etag) == 0) {
    visit->status = 304;
    return;
  }
  g_autofree char *feed = write_feed (self, visit->feed, n);
  visit->status = 200;
  soup_server_message_set_response (message, "application/rss+xml", SOUP_MEMORY_COPY, feed, strlen (feed));
}

static void
wait_with (SoupServerMessage *message, Visit *visit, gboolean as_date)
{
  visit->status = 429;
  visit->until = visit->time + RETRY_AFTER;
  g_autofree char *date = as_date ? http_date (visit->until) : g_strdup (G_STRINGIFY (RETRY_AFTER));
  say (message, "Retry-After", date);
}

static void
answer (const Newsstand *self, SoupServerMessage *message, Visit *visit)
{
  gint64 age = visit->time - self->from;
  guint asked = self->asked[visit->feed], habit = visit->feed % N_HABITS;
  gboolean goes_on = (habit == HABIT_MOVES && age >= DAY) || habit == HABIT_DETOUR;
  if (goes_on && !visit->new_address) {
    g_autofree char *there = g_strdup_printf ("/new/%u", visit->feed);
    say (message, "Location", there);
    visit->status = habit == HABIT_MOVES ? 301 : 302;
  } else if (habit == HABIT_BUSY && asked % 10 == 9)
    wait_with (message, visit, asked % 20 == 9);
  else if (habit == HABIT_SICK && age >= DAY && age < 2 * DAY)
    visit->status = 503;
  else if (habit == HABIT_GONE && age >= 2 * DAY)
    visit->status = 410;
  else
    serve (self, message, visit);
  soup_server_message_set_status (message, visit->status, NULL);
}

static void
handle (SoupServer *server, SoupServerMessage *message, const char *path, GHashTable *query, gpointer data)
{
  Newsstand *self = data;
  Visit *visit = g_new0 (Visit, 1);
  visit->time = att_date_now ();
  visit->new_address = g_str_has_prefix (path, "/new/");
  visit->feed = MIN (atoi (strrchr (path, '/') + 1), (int) self->n_feeds - 1);
  visit->host = kept (g_uri_get_host (soup_server_message_get_uri (message)));
  visit->etag = asked_with (message, "If-None-Match");
  visit->modified = asked_with (message, "If-Modified-Since");
  visit->agent = asked_with (message, "User-Agent");
  visit->encodings = asked_with (message, "Accept-Encoding");
  visit->cookie = asked_with (message, "Cookie");
  answer (self, message, visit);
  self->asked[visit->feed]++;
  g_ptr_array_add (self->visits, visit);
}

static void
visit_free (gpointer data)
{
  Visit *visit = data;
  char *strings[] = { visit->host, visit->etag, visit->modified, visit->agent, visit->encodings, visit->cookie, visit->new_etag, visit->new_modified };
  for (guint i = 0; i < G_N_ELEMENTS (strings); i++)
    g_clear_pointer (&strings[i], g_ref_string_release);
  g_free (visit);
}

/* Each host is an address of loopback, with a port of its own. */
static guint
listen_at (Newsstand *self, guint host)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *number = g_strdup_printf ("127.0.%u.%u", 1 + host / 200, 1 + host % 200);
  g_autoptr (GSocket) socket = g_socket_new (G_SOCKET_FAMILY_IPV4, G_SOCKET_TYPE_STREAM, G_SOCKET_PROTOCOL_TCP, NULL);
  g_autoptr (GSocketAddress) any = g_inet_socket_address_new_from_string (number, 0);
  g_socket_set_listen_backlog (socket, 256);
  g_assert_true (g_socket_bind (socket, any, TRUE, &error));
  g_assert_true (g_socket_listen (socket, &error));
  g_assert_true (soup_server_listen_socket (self->server, socket, 0, &error));
  g_autoptr (GSocketAddress) at = g_socket_get_local_address (socket, NULL);
  return g_inet_socket_address_get_port (G_INET_SOCKET_ADDRESS (at));
}

static gpointer
run (gpointer data)
{
  Newsstand *self = data;
  g_main_context_push_thread_default (self->context);
  self->server = soup_server_new (NULL, NULL);
  soup_server_add_handler (self->server, NULL, handle, self, NULL);
  g_autofree guint *ports = g_new (guint, self->n_hosts);
  for (guint i = 0; i < self->n_hosts; i++)
    ports[i] = listen_at (self, i);
  for (guint i = 0; i < self->n_feeds; i++) {
    guint host = i / N_HABITS % self->n_hosts;
    g_ptr_array_add (self->urls, g_strdup_printf ("http://127.0.%u.%u:%u/feed/%u", 1 + host / 200, 1 + host % 200, ports[host], i));
  }
  g_main_loop_run (self->loop);
  soup_server_disconnect (self->server);
  g_clear_object (&self->server);
  while (g_main_context_iteration (self->context, FALSE))
    ;
  g_main_context_pop_thread_default (self->context);
  return NULL;
}

static gboolean
started_cb (gpointer data)
{
  g_main_context_wakeup (NULL);
  *(gboolean *) data = TRUE;
  return G_SOURCE_REMOVE;
}

void
newsstand_open (Newsstand *self, guint n_feeds, guint n_hosts, gint64 from)
{
  gboolean started = FALSE;
  *self = (Newsstand) { .n_feeds = n_feeds, .n_hosts = n_hosts, .from = from };
  self->urls = g_ptr_array_new_with_free_func (g_free);
  self->visits = g_ptr_array_new_with_free_func (visit_free);
  self->asked = g_new0 (guint, n_feeds);
  self->context = g_main_context_new ();
  self->loop = g_main_loop_new (self->context, FALSE);
  self->thread = g_thread_new ("newsstand", run, self);
  g_autoptr (GSource) idle = g_idle_source_new ();   /* runs when the loop does: everything is there then */
  g_source_set_callback (idle, started_cb, &started, NULL);
  g_source_attach (idle, self->context);
  while (!__atomic_load_n (&started, __ATOMIC_ACQUIRE))
    g_main_context_iteration (NULL, FALSE);
}

static gboolean
stop_cb (gpointer data)
{
  g_main_loop_quit (data);
  return G_SOURCE_REMOVE;
}

void
newsstand_close (Newsstand *self)
{
  g_main_context_invoke (self->context, stop_cb, self->loop);
  g_thread_join (self->thread);
}

void
newsstand_clear (Newsstand *self)
{
  g_main_loop_unref (self->loop);
  g_main_context_unref (self->context);
  g_ptr_array_unref (self->urls);
  g_ptr_array_unref (self->visits);
  g_free (self->asked);
}
