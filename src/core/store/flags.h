/* flags.h: what a person read and starred (table entry).
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Each call is one transaction, on the writer's thread.
 */
#pragma once

#include "filter/filter.h"
#include "store/database.h"

G_BEGIN_DECLS

enum { ATT_FLAG_READ = 1, ATT_FLAG_STARRED = 2 };

/* An article's state before it was marked, to bring it back. */
typedef struct { gint64 id, published; guint flags, changed; } AttWas;   /* changed: which of its flags were */

/* Sets and clears flags of the articles named, or (ids NULL) of those a filter matches, that are older than a time (seconds since 1970), G_MAXINT64: all;
 * *was gets what they were. */
gboolean att_flags_set     (AttDatabase *db, const GArray *ids, const AttFilter *filter, gint64 before, guint set, guint clear, GArray **was, GError **error);
gboolean att_flags_restore (AttDatabase *db, const GArray *was, GError **error);

G_END_DECLS
