/* retention.h: how long stories are kept, and letting go of them (table keep).
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * For ever, unless somebody says otherwise, of the whole desk, a folder or a feed; the closest word counts. What is starred,
 * labelled, noted or was corrected is always kept. What was let go of is known by its keys, so that a feed that still carries it does not
 * bring it back.
 */
#pragma once

#include "store/articles.h"

G_BEGIN_DECLS

typedef struct { guint days, number; } AttKeep;   /* 0: without end */

/* folder and feed: at most one of them; NULL and 0: the whole desk. keep NULL: as the next larger says. */
gboolean att_retention_set (AttDatabase *db, const char *folder, gint64 feed, const AttKeep *keep, GError **error);
gboolean att_retention_has (AttDatabase *db, gint64 feed);                      /* whether a feed has a word of its own */
AttKeep  att_retention_get (AttDatabase *db, gint64 feed);                      /* what holds for a feed; 0: for the whole desk */

/* Lets go of up to n articles whose time is over, in one transaction, and gives some of the room back. How many; -1 on error.
 * To be called until it is 0; it may be stopped at any time. */
int      att_retention_tidy (AttDatabase *db, guint n, gint64 now, AttChange *change, GError **error);

G_END_DECLS
