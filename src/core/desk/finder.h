/* finder.h: the feeds at an address, a page or a site's name.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Fetches what was named; a feed is itself, a page is searched for feeds, and each found one is fetched once to say its title
 * and newest article: those the page names first, and only where none of them is a feed those that may be guessed. A page that
 * sends its readers on (meta refresh) is followed. Where no scheme was named and the server has no https, http is asked. Best first, the same feed once. Only addresses the page names and others of
 * its host are asked. Main thread only.
 */
#pragma once

#include "desk/desk.h"
#include "fetch/fetcher.h"

G_BEGIN_DECLS

void       att_finder_async  (AttFetcher *fetcher, AttStore *store, const char *text, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);
GPtrArray *att_finder_finish (GAsyncResult *result, GError **error);

G_END_DECLS
