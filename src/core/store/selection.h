/* selection.h: a filter, asked of the columns.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * What the columns do not know, words and speakers, is asked of the database first and becomes a bit an article; the rest is
 * one pass. The same thread as the columns.
 */
#pragma once

#include "filter/filter.h"
#include "store/columns.h"

G_BEGIN_DECLS

/* FALSE: it wants more topics at once than one pass can look for; then the database is asked itself (sql.h). */
gboolean att_selection_fits (const AttFilter *filter);

/* The rows a filter that fits selects, newest first, of guint; NULL with error. now: seconds since 1970. */
GArray  *att_selection_rows (const AttColumns *columns, AttDatabase *db, const AttFilter *filter, gint64 now, GError **error);

/* How many of these rows have each topic; n_topics: of columns->totals. */
void     att_selection_count (const AttColumns *columns, const GArray *rows, guint32 *counts, guint n_topics);

G_END_DECLS
