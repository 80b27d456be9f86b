/* fetcher.c: address → bytes, without waiting.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "fetch/fetcher.h"

#include "base/date.h"
#include "base/error.h"
#include "base/url.h"
#include "fetch/refusal.h"

#include <glib/gi18n-lib.h>
#include <libsoup/soup.h>
#include <string.h>

#define MAX_REDIRECTS 10
#define CHUNK 65536
#define MAX_INFORMATIONAL 8   /* responses before the answer (RFC 9110 §15.2): libsoup reads them all before it lets anything else run */
#define MAX_WAIT (7 * 86400)   /* seconds a host is left alone at its own wish, as long as a feed is */
#define GRACE 5   /* seconds after a cancel until a request counts as lost */

struct _AttFetcher {
  GObject      parent_instance;
  SoupSession *session;
  AttKeyring  *keyring;
  GHashTable  *retry_after;   /* host → seconds since 1970, in a gint64 */
  gsize        max_bytes;
  guint        deadline;
  gboolean     sealed;
};

G_DEFINE_FINAL_TYPE (AttFetcher, att_fetcher, G_TYPE_OBJECT)

enum { CONTACTING, N_SIGNALS };
static guint signals[N_SIGNALS];

/* One request from its first address to its last byte. */
typedef struct {
  char *asked, *url, *etag, *modified;   /* asked: the first address */
  char *first_host;          /* of the address that was asked for */
  guint redirects;
  gboolean permanent;        /* every redirect so far was for good */
  SoupMessage *message;
  GInputStream *stream;
  GByteArray *bytes;
  GCancellable *inside;      /* cancelled by the deadline or by the caller */
  gulong follows;            /* the caller's cancellable */
  guint deadline, grace;     /* sources */
  guint informational;
  gboolean late, over;
  AttAnswer *answer;
} Request;

static void
request_free (gpointer data)
{
  Request *r = data;
  g_clear_handle_id (&r->deadline, g_source_remove);
  g_clear_handle_id (&r->grace, g_source_remove);
  g_free (r->asked);
  g_free (r->url);
  g_free (r->first_host);
  g_free (r->etag);
  g_free (r->modified);
  g_clear_object (&r->message);
  g_clear_object (&r->stream);
  g_clear_pointer (&r->bytes, g_byte_array_unref);
  g_clear_object (&r->inside);
  g_clear_pointer (&r->answer, att_answer_unref);
  g_free (r);
}

/* Every way a request ends comes through here, once; a callback that comes late finds it over. */
static void
finish (GTask *task, GError *error)
{
  Request *r = g_task_get_task_data (task);
  if (r->over) {
    g_clear_error (&error);
    return;
  }
  r->over = TRUE;
  g_clear_handle_id (&r->deadline, g_source_remove);
  g_clear_handle_id (&r->grace, g_source_remove);
  if (r->follows)
    g_cancellable_disconnect (g_task_get_cancellable (task), r->follows);
  if (error)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, g_steal_pointer (&r->answer), (GDestroyNotify) att_answer_unref);
  g_object_unref (task);   /* the reference the request lived on */
}

static const char *
host_of (const Request *r, char **owned)
{
  *owned = att_url_host (r->url);
  return *owned ? *owned : r->url;
}

/* Why there is no answer, in the person's words. */
static GError *
explain (const Request *r, const GError *error)
{
  g_autofree char *owned = NULL;
  const char *host = host_of (r, &owned);
  if (r->late)
    return g_error_new (ATT_ERROR, ATT_ERROR_TIMED_OUT, _("%s took too long to answer. It will be tried again later."), host);
  if (r->informational > MAX_INFORMATIONAL)
    return g_error_new (ATT_ERROR, ATT_ERROR_CUT_SHORT, _("%s talks without coming to an answer. It will be tried again later."), host);
  return att_refusal_of_network (error, host, r->url);
}

static void read_more (GTask *task);

static gboolean
is_cut_short (const Request *r)
{
  if (r->message == NULL)
    return FALSE;
  SoupMessageHeaders *headers = soup_message_get_response_headers (r->message);
  return soup_message_headers_get_encoding (headers) == SOUP_ENCODING_CONTENT_LENGTH && soup_message_headers_get_one (headers, "Content-Encoding") == NULL
         && soup_message_headers_get_content_length (headers) > (goffset) r->bytes->len;
}

static void
end_of_body (GTask *task)
{
  Request *r = g_task_get_task_data (task);
  if (is_cut_short (r)) {
    g_autofree char *owned = NULL;
    finish (task, g_error_new (ATT_ERROR, ATT_ERROR_CUT_SHORT, _("The answer of %s broke off or was garbled. It will be tried again later."), host_of (r, &owned)));
    return;
  }
  r->answer->bytes = g_byte_array_free_to_bytes (g_steal_pointer (&r->bytes));
  finish (task, NULL);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  Request *r = g_task_get_task_data (task);
  AttFetcher *self = g_task_get_source_object (task);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) chunk = g_input_stream_read_bytes_finish (G_INPUT_STREAM (source), result, &error);
  if (r->over)
    return;
  if (chunk == NULL) {
    finish (task, explain (r, error));
    return;
  }
  gsize n = g_bytes_get_size (chunk);
  if (n == 0) {
    end_of_body (task);
    return;
  }
  if (r->bytes->len + n > self->max_bytes) {
    g_autofree char *owned = NULL;
    g_cancellable_cancel (r->inside);
    finish (task, g_error_new (ATT_ERROR, ATT_ERROR_TOO_LARGE, _("%s sent more than %u MB, which is no news feed. It was stopped."), host_of (r, &owned),
                               (guint) (self->max_bytes / (1024 * 1024))));
    return;
  }
  g_byte_array_append (r->bytes, g_bytes_get_data (chunk, NULL), n);
  read_more (task);
}

static void
read_more (GTask *task)
{
  Request *r = g_task_get_task_data (task);
  g_input_stream_read_bytes_async (r->stream, CHUNK, G_PRIORITY_DEFAULT, r->inside, read_cb, g_object_ref (task));
}

static void send (GTask *task);

/* What a host asked for holds for whoever sent us there, too. */
static void
note_retry_after (AttFetcher *self, const Request *r, const char *host)
{
  const char *wait = soup_message_headers_get_one (soup_message_get_response_headers (r->message), "Retry-After");
  if (wait == NULL)
    return;
  gint64 until = att_date_now () + CLAMP (g_ascii_strtoll (wait, NULL, 10), 0, MAX_WAIT);   /* seconds, or a date */
  if (!g_ascii_isdigit (*wait) && !att_date_parse (wait, &until))
    return;
  until = MIN (until, att_date_now () + MAX_WAIT);
  g_hash_table_replace (self->retry_after, g_strdup (host), g_memdup2 (&until, sizeof until));
  if (r->first_host)
    g_hash_table_replace (self->retry_after, g_strdup (r->first_host), g_memdup2 (&until, sizeof until));
}

/* A refusal in the person's words, or NULL: go on reading. */
static GError *
refusal (AttFetcher *self, Request *r, guint status)
{
  g_autofree char *owned = NULL;
  const char *host = host_of (r, &owned);
  if (status >= 200 && status < 300)
    return NULL;
  note_retry_after (self, r, host);
  return att_refusal_of_status (status, host, r->redirects == 0 || r->permanent);
}

static gboolean
follow (GTask *task, Request *r, guint status)
{
  const char *location = soup_message_headers_get_one (soup_message_get_response_headers (r->message), "Location");
  if (location == NULL || status < 301 || status > 308 || status == 304 || status == 305 || status == 306)
    return FALSE;
  g_autofree char *next = att_url_resolve (r->url, location);
  g_autofree char *owned = NULL;
  if (!att_url_is_http (next)) {
    finish (task, g_error_new (ATT_ERROR, ATT_ERROR_HTTP, _("%s sends to an address that is not on the web. Check the address in a browser."), host_of (r, &owned)));
    return TRUE;
  }
  if (++r->redirects > MAX_REDIRECTS) {
    finish (task, g_error_new (ATT_ERROR, ATT_ERROR_HTTP, _("%s sends from address to address without end. Check the address in a browser."), host_of (r, &owned)));
    return TRUE;
  }
  r->permanent &= status == 301 || status == 308;
  g_free (r->url);
  r->url = g_steal_pointer (&next);
  g_clear_object (&r->message);
  g_clear_object (&r->stream);
  send (task);
  return TRUE;
}

static void
sent_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  AttFetcher *self = g_task_get_source_object (task);
  Request *r = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  g_autoptr (GInputStream) stream = soup_session_send_finish (SOUP_SESSION (source), result, &error);
  if (r->over)
    return;
  if (stream == NULL) {
    finish (task, explain (r, error));
    return;
  }
  guint status = soup_message_get_status (r->message);
  g_debug ("%s answered %u", g_uri_get_host (soup_message_get_uri (r->message)), status);   /* no more: an address may hold a password */
  if (status >= 300)   /* read to its end, the connection serves the next request: libsoup closes it otherwise, even where there is no body */
    g_input_stream_skip_async (stream, CHUNK, G_PRIORITY_DEFAULT, r->inside, NULL, NULL);
  if (follow (task, r, status))
    return;
  r->answer = att_answer_new (r->asked, r->url, r->message);
  r->answer->moved = r->redirects && r->permanent ? g_strdup (r->url) : NULL;
  if (r->answer->not_modified && (r->etag || r->modified)) {   /* whoever asked for all must get it (RFC 9110 §15.4.5) */
    finish (task, NULL);
    return;
  }
  GError *refused = refusal (self, r, status);
  if (refused) {
    finish (task, refused);
    return;
  }
  r->stream = g_steal_pointer (&stream);
  read_more (task);
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  Request *r = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  GFileInputStream *stream = g_file_read_finish (G_FILE (source), result, &error);
  if (stream == NULL) {
    finish (task, explain (r, error));
    return;
  }
  r->answer = att_answer_new (r->asked, r->url, NULL);
  r->stream = G_INPUT_STREAM (stream);
  read_more (task);
}

static void
informed_cb (SoupMessage *message, GTask *task)
{
  Request *r = g_task_get_task_data (task);
  if (++r->informational > MAX_INFORMATIONAL)
    g_cancellable_cancel (r->inside);
}

/* A 304 has no body (RFC 9110 §15.4.5), and need not say so; libsoup would then wait for the connection's end, and never use it again. */
static void
got_headers_cb (SoupMessage *message)
{
  if (soup_message_get_status (message) == SOUP_STATUS_NOT_MODIFIED)
    soup_message_headers_set_content_length (soup_message_get_response_headers (message), 0);
}

/* Sent once more, with a name and a password: the host was asked again. */
static void
restarted_cb (SoupMessage *message, AttFetcher *self)
{
  const char *host = g_uri_get_host (soup_message_get_uri (message));
  if (host)
    g_signal_emit (self, signals[CONTACTING], 0, host);
}

static void
send (GTask *task)
{
  AttFetcher *self = g_task_get_source_object (task);
  Request *r = g_task_get_task_data (task);
  if (!att_url_is_http (r->url)) {
    g_autoptr (GFile) file = g_file_new_for_uri (r->url);
    g_file_read_async (file, G_PRIORITY_DEFAULT, r->inside, opened_cb, g_object_ref (task));
    return;
  }
  g_autofree char *host = att_url_host (r->url);
  if (self->sealed) {
    finish (task, g_error_new (ATT_ERROR, ATT_ERROR_SEALED, _("The desk is sealed: nothing was asked of %s. Open it in the menu to fetch again."), host ? host : r->url));
    return;
  }
  if (host)
    g_signal_emit (self, signals[CONTACTING], 0, host);
  r->message = soup_message_new ("GET", r->url);
  if (r->message == NULL) {
    finish (task, g_error_new (ATT_ERROR, ATT_ERROR_USAGE, _("“%s” is not an address that can be fetched."), r->url));
    return;
  }
  soup_message_add_flags (r->message, SOUP_MESSAGE_NO_REDIRECT);
  g_signal_connect_object (r->message, "got-informational", G_CALLBACK (informed_cb), task, 0);
  g_signal_connect (r->message, "got-headers", G_CALLBACK (got_headers_cb), NULL);
  g_signal_connect_object (r->message, "restarted", G_CALLBACK (restarted_cb), self, 0);
  att_keyring_admit (self->keyring, r->message);
  SoupMessageHeaders *headers = soup_message_get_request_headers (r->message);
  soup_message_headers_append (headers, "Accept", "application/rss+xml, application/atom+xml, application/feed+json, application/xml;q=0.9, text/xml;q=0.8, text/html;q=0.5, */*;q=0.1");
  if (r->etag)
    soup_message_headers_append (headers, "If-None-Match", r->etag);
  if (r->modified)
    soup_message_headers_append (headers, "If-Modified-Since", r->modified);
  soup_session_send_async (self->session, r->message, G_PRIORITY_DEFAULT, r->inside, sent_cb, g_object_ref (task));
}

/* libsoup has been seen to lose a cancelled request: then it is over without it. */
static gboolean
lost_cb (gpointer data)
{
  GTask *task = data;
  Request *r = g_task_get_task_data (task);
  r->grace = 0;
  g_autoptr (GError) error = g_error_new (G_IO_ERROR, G_IO_ERROR_CANCELLED, "Cancelled");
  finish (task, explain (r, error));
  return G_SOURCE_REMOVE;
}

static gboolean
late_cb (gpointer data)
{
  GTask *task = data;
  Request *r = g_task_get_task_data (task);
  r->deadline = 0;
  r->late = TRUE;
  r->grace = g_timeout_add_seconds (GRACE, lost_cb, task);
  g_cancellable_cancel (r->inside);
  return G_SOURCE_REMOVE;
}

static void
cancelled_cb (GCancellable *outside, gpointer inside)
{
  g_cancellable_cancel (inside);
}

void
att_fetcher_get_async (AttFetcher *self, const char *url, const char *etag, const char *modified, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data)
{
  g_return_if_fail (ATT_IS_FETCHER (self) && url != NULL);

  GTask *task = g_task_new (self, cancellable, callback, user_data);
  Request *r = g_new0 (Request, 1);
  *r = (Request) { .url = att_keyring_take (self->keyring, url), .first_host = att_url_host (url), .etag = g_strdup (etag), .modified = g_strdup (modified), .permanent = TRUE,
                   .bytes = g_byte_array_new (), .inside = g_cancellable_new () };
  r->asked = g_strdup (r->url);
  g_task_set_task_data (task, r, request_free);
  r->deadline = g_timeout_add_seconds (self->deadline, late_cb, task);
  if (cancellable)
    r->follows = g_cancellable_connect (cancellable, G_CALLBACK (cancelled_cb), g_object_ref (r->inside), g_object_unref);
  send (task);
}

AttAnswer *
att_fetcher_get_finish (AttFetcher *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

void
att_fetcher_set_sealed (AttFetcher *self, gboolean sealed)
{
  self->sealed = sealed;
  if (sealed)
    soup_session_abort (self->session);
}

gboolean
att_fetcher_is_sealed (AttFetcher *self)
{
  return self->sealed;
}

AttKeyring *
att_fetcher_get_keyring (AttFetcher *self)
{
  return self->keyring;
}

gint64
att_fetcher_retry_after (AttFetcher *self, const char *url)
{
  g_autofree char *host = att_url_host (url);
  gint64 *until = host ? g_hash_table_lookup (self->retry_after, host) : NULL;
  gint64 now = att_date_now ();
  return until && *until > now && *until <= now + MAX_WAIT ? *until : 0;   /* further off: the clock has been set back since */
}

void
att_fetcher_set_limits (AttFetcher *self, gsize max_bytes, guint seconds)
{
  self->max_bytes = max_bytes;
  self->deadline = seconds ? seconds : ATT_FETCH_DEADLINE;
}

void
att_fetcher_prepare (void)
{
  g_setenv ("G_TLS_GNUTLS_PRIORITY", "NORMAL:%COMPAT:-VERS-TLS1.1:-VERS-TLS1.0", FALSE);   /* GIO has no other way to say it */
}

AttFetcher *
att_fetcher_new (void)
{
  return g_object_new (ATT_TYPE_FETCHER, NULL);
}

static void
att_fetcher_dispose (GObject *object)
{
  AttFetcher *self = ATT_FETCHER (object);
  if (self->session)
    soup_session_abort (self->session);
  g_clear_object (&self->session);
  g_clear_object (&self->keyring);
  g_clear_pointer (&self->retry_after, g_hash_table_unref);
  G_OBJECT_CLASS (att_fetcher_parent_class)->dispose (object);
}

static void
att_fetcher_class_init (AttFetcherClass *class)
{
  G_OBJECT_CLASS (class)->dispose = att_fetcher_dispose;
  signals[CONTACTING] = g_signal_new ("contacting", ATT_TYPE_FETCHER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
att_fetcher_init (AttFetcher *self)
{
  self->session = soup_session_new_with_options ("user-agent", "Attache/" ATT_VERSION " (+" ATT_HOMEPAGE ")", "max-conns", 32, "max-conns-per-host", 2, "timeout", 30, NULL);
  self->keyring = att_keyring_new ();
  self->retry_after = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->max_bytes = ATT_FETCH_MAX_BYTES;
  self->deadline = ATT_FETCH_DEADLINE;
}
