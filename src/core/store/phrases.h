/* phrases.h: the words of today: those that carry a topic, and phrases that rise and belong to none.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Read from headlines and first lines. A word carries a topic when it is far more frequent in its headlines and first lines of
 * today than in all of the fortnight before (Dunning's log-likelihood ratio, 1993).
 */
#pragma once

#include "store/trends.h"

G_BEGIN_DECLS

/* rows: what a filter selects, newest first. Sets trends->phrases and trends->words; what cannot be read is not there. */
void att_phrases_read (AttDatabase *db, const AttColumns *columns, const GArray *rows, AttTrends *trends, gint64 now);

G_END_DECLS
