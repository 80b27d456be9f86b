/* move.h: a feed goes to the address it names itself, once that has been seen to hold a feed.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A server that redirects has led us to the new address. A feed that only says where it is to be found (iTunes'
 * new-feed-url, Atom's self in https) may name an address nobody has tried: a page that is gone, a port that is
 * closed. Adopted unseen it would cost the subscription. Main thread only.
 */
#pragma once

#include "desk/round.h"

G_BEGIN_DECLS

/* What fails is no trouble of the feed: it stays where it is, and is believed again when it has said so often enough. Never fails. */
void att_move_async (const AttRoundContext *context, const AttFeed *feed, const char *url, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);

G_END_DECLS
