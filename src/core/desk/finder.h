/* finder.h: the feeds at an address, a page or a site's name.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Fetches what was named; a feed is itself, a page is searched for feeds, and each found one is fetched once to say its title
 * and newest article. Only addresses of that page are asked. Main thread only.
 */
#pragma once

#include "desk/desk.h"
#include "fetch/fetcher.h"

G_BEGIN_DECLS

void       att_finder_async  (AttFetcher *fetcher, AttStore *store, const char *text, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
GPtrArray *att_finder_finish (GAsyncResult *result, GError **error);

G_END_DECLS
