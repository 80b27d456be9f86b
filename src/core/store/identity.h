/* identity.h: which stored article an item of a feed is (table identity).
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * See feed/key.h for what an article is known by.
 */
#pragma once

#include "press/article.h"
#include "store/database.h"

G_BEGIN_DECLS

/* The stored article known by any of the item's keys, the strongest first; 0: none; -1: one that was let go of (retention.h). now: seconds since 1970, by which what
 * stands where one was let go of is a story of today, or the same in another name. taken: numbers already found for another item of the same edition, which only the strongest key may find again (the same item twice). */
gint64   att_identity_find  (AttDatabase *db, gint64 feed, const AttArticle *article, gint64 now, GHashTable *taken, GError **error);
gboolean att_identity_learn (AttDatabase *db, gint64 feed, const AttArticle *article, gint64 id, GError **error);   /* every key nobody has yet is id's */

/* Articles of which it is not known what they are known by: after the migration that brought the table, and after a rescue. */
gboolean att_identity_adopt (AttDatabase *db, GError **error);

G_END_DECLS
