/* shelves.h: folders, the feeds in them, and feeds on their way out (tables feed, shelf, entry_left).
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A folder is a path, "Wires/Europe", and exists while a feed stands in it. A feed stands in one folder, and in as many more as
 * a person likes. Writer thread.
 */
#pragma once

#include "press/feed.h"
#include "store/articles.h"

G_BEGIN_DECLS

/* A condition: whether a column's path is a folder, or in one. */
#define ATT_SHELVES_INSIDE(column, folder) "(" column "=" folder " OR substr(" column ", 1, length(" folder ") + 1)=" folder " || '/')"

/* Out of one of the folders it stands in (NULL: its first) into another; "": into none. */
gboolean att_shelves_move   (AttDatabase *db, gint64 feed, const char *from, const char *folder, GError **error);
gboolean att_shelves_add    (AttDatabase *db, gint64 feed, const char *folder, GError **error);   /* as well */
gboolean att_shelves_drop   (AttDatabase *db, gint64 feed, const char *folder, GError **error);

/* A folder, those inside it, how long their stories are kept, and what monitors ask of them. Into one of the same name: both become one. */
gboolean att_shelves_rename (AttDatabase *db, const char *folder, const char *name, GError **error);

/* Unsubscribed, but not forgotten yet: nothing of it shows, until it comes back or is purged. now: seconds since 1970. */
gboolean att_shelves_leave  (AttDatabase *db, gint64 feed, gint64 now, AttChange *change, GError **error);
gboolean att_shelves_return (AttDatabase *db, gint64 feed, AttChange *change, GError **error);

/* Forgets one that left before a moment, with all its articles. How many were; -1 with error. */
int      att_shelves_purge  (AttDatabase *db, gint64 before, AttChange *change, GError **error);

G_END_DECLS
