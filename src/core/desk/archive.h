/* archive.h: the older pages of a feed, read once when it is new.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A feed may carry only its newest items and say where the older ones are (rel=next and prev-archive, RFC 5005; JSON Feed's
 * next_url). They are followed one after another, a few pages back, on the feed's own host only. What fails there is no
 * trouble of the feed: it ends the walk, unless it may be otherwise another time: a walk that was stopped, or whose host did not answer or was
 * busy, goes on where it was with the feed's next turn. The store knows where that is. Main thread only.
 */
#pragma once

#include "desk/round.h"

G_BEGIN_DECLS

#define ATT_ARCHIVE_PAGES 10

/* From where att_feeds_get_walk says. Takes as long as it takes; never fails. */
void att_archive_async (const AttRoundContext *context, const AttFeed *feed, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer user_data);

G_END_DECLS
