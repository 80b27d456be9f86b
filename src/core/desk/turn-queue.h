/* turn-queue.h: feeds that wait for their turn in a round, and those that have it.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * At a host first come, first served; hosts by turns, and none has more than a few at once: a slow one holds up nobody but itself.
 * Constant time. One thread.
 */
#pragma once

#include "press/feed.h"

G_BEGIN_DECLS

#define ATT_TURNS 16            /* at once: what is between fetch and store */
#define ATT_TURNS_PER_HOST 4    /* of these; two of them ask at a time */

typedef struct _AttTurnQueue AttTurnQueue;

AttTurnQueue *att_turn_queue_new  (void);
void          att_turn_queue_free (AttTurnQueue *self);

gboolean att_turn_queue_push  (AttTurnQueue *self, AttFeed *feed);         /* FALSE: it waits already, or has its turn */
AttFeed *att_turn_queue_start (AttTurnQueue *self);                        /* whose turn begins now; NULL: nobody's. Owned by the caller */
void     att_turn_queue_end   (AttTurnQueue *self, const AttFeed *feed);   /* that turn is over */
void     att_turn_queue_drop  (AttTurnQueue *self);                        /* nobody waits any more */

guint att_turn_queue_n_running (const AttTurnQueue *self);
gboolean att_turn_queue_is_empty (const AttTurnQueue *self);               /* nobody waits, nobody has a turn */

G_END_DECLS
