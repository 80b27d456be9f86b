/* fetcher.h: address → bytes, without waiting.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * HTTP and HTTPS through libsoup with the system's proxies, file: and resource: through GIO. Conditional requests
 * (RFC 9110 §13), compression, redirects followed and remembered, a cap on the unpacked size, two connections a host,
 * and a deadline for the whole of a request, not only for each silence. No cookies, no referrer, and no request that
 * was not asked for. Signal "contacting" (host): before every request, redirected ones too. Main thread only.
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define ATT_FETCH_MAX_BYTES (32 * 1024 * 1024)
#define ATT_FETCH_DEADLINE 60   /* seconds */

#define ATT_TYPE_FETCHER (att_fetcher_get_type ())
G_DECLARE_FINAL_TYPE (AttFetcher, att_fetcher, ATT, FETCHER, GObject)

/* What a server said; frozen, atomically reference-counted. */
typedef struct {
  gboolean not_modified;   /* 304: nothing new, no bytes */
  GBytes *bytes;
  char   *type;            /* Content-Type, or NULL */
  char   *url;             /* where the bytes came from, after all redirects */
  char   *moved;           /* where the address has moved for good (301, 308 all the way), or NULL */
  char   *etag, *modified; /* for the next conditional request */
  gint64  fresh;           /* seconds it says nothing newer will come (Cache-Control: max-age, RFC 9111 §5.2.2.1; Expires, §5.3); 0: it does not */
} AttAnswer;

AttFetcher *att_fetcher_new (void);

/* seconds: the deadline, 0 for the usual one; for tests. */
void att_fetcher_set_limits (AttFetcher *self, gsize max_bytes, guint seconds);

/* Sealed: nothing goes out, and what is under way is stopped. ATT_ERROR_SEALED; files are read all the same. */
void       att_fetcher_set_sealed (AttFetcher *self, gboolean sealed);
gboolean   att_fetcher_is_sealed  (AttFetcher *self);

/* Errors: the codes of ATT_ERROR that begin with a network's troubles, each with a sentence for the person. */
void       att_fetcher_get_async  (AttFetcher *self, const char *url, const char *etag, const char *modified, GCancellable *cancellable,
                                   GAsyncReadyCallback callback, gpointer user_data);
AttAnswer *att_fetcher_get_finish (AttFetcher *self, GAsyncResult *result, GError **error);

/* Until when a host asked to be left alone (Retry-After, RFC 9110 §10.2.3, and RFC 6585 §4), in seconds since 1970; 0: it did not, or
 * that is over. */
gint64     att_fetcher_retry_after (AttFetcher *self, const char *url);

void       att_answer_unref (AttAnswer *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AttAnswer, att_answer_unref)

G_END_DECLS
