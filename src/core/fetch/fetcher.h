/* fetcher.h: address → bytes, without waiting.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * HTTP and HTTPS through libsoup with the system's proxies, file: and resource: through GIO. Conditional requests
 * (RFC 9110 §13), compression, redirects followed and remembered, a cap on the unpacked size, two connections a host,
 * and a deadline for the whole of a request, not only for each silence. No cookies, no referrer, and no request that
 * was not asked for. A name and password in an address go to the keyring and stand in no answer. Signal "contacting" (host): before every request, redirected ones too. Main thread only.
 */
#pragma once

#include "fetch/answer.h"
#include "fetch/keyring.h"

G_BEGIN_DECLS

#define ATT_FETCH_MAX_BYTES (32 * 1024 * 1024)
#define ATT_FETCH_DEADLINE 60   /* seconds */

#define ATT_TYPE_FETCHER (att_fetcher_get_type ())
G_DECLARE_FINAL_TYPE (AttFetcher, att_fetcher, ATT, FETCHER, GObject)

/* Once, before the first thread: TLS 1.2 or newer (RFC 8996), which not every GnuTLS asks for by itself. */
void att_fetcher_prepare (void);

AttFetcher *att_fetcher_new (void);

AttKeyring *att_fetcher_get_keyring (AttFetcher *self);

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

G_END_DECLS
