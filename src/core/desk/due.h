/* due.h: who has a turn in a round nobody asked for.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What a well-behaved reader does when no person looks: it asks whose time has come, no host for more than a few feeds at once (the
 * others a minute later), nobody who said that the feed is gone for good (410), nothing over a network that is paid by the
 * byte unless the person said so, and nobody at all while there is no network. Any thread.
 */
#pragma once

#include "press/feed.h"
#include "store/store.h"

G_BEGIN_DECLS

#define ATT_DUE_PER_HOST 6   /* a minute */

typedef enum { ATT_NETWORK_FREE, ATT_NETWORK_METERED, ATT_NETWORK_NONE } AttNetwork;

/* What there is now; metered: whether a network paid by the byte is as good as any. */
AttNetwork att_due_network (gboolean metered);

/* While power is saved (GPowerProfileMonitor), rounds nobody asked for come once an hour. saving: as att_due_is_saving has it. */
gboolean att_due_is_saving (void);
gboolean att_due_is_round  (gboolean saving, gint64 last, gint64 now);

/* Whether its time has come; also where it was last asked at a time still to come: the clock has been set back since. */
gboolean att_due_has_come (const AttFeed *feed, gint64 now);

/* feeds: of AttFeed *. Those whose turn it is, longest due first; what is on this machine needs no network. Owned by the caller. */
GPtrArray *att_due_list (const GPtrArray *feeds, gint64 now, AttNetwork network);

/* A shorter interval, in seconds, counts at once: feeds that wait for nothing but the longer one have their turn sooner. Not those that asked
 * for more time, are silent or fail. Does nothing where it is no shorter. From the thread that opened the store. */
void att_due_hasten (AttStore *store, gint64 before, gint64 after);

G_END_DECLS
