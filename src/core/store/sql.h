/* sql.h: a filter as SQL.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The question is driven by words or by the plain list by date, and the rest is predicates. Every value is bound; nothing of the filter is ever spliced into the text.
 */
#pragma once

#include "filter/filter.h"
#include "store/database.h"

G_BEGIN_DECLS

typedef struct {
  GString *text;
  GPtrArray *values;   /* of GVariant *: x or s, in the order of the question marks */
} AttSql;

/* SELECT e.id, e.published, e.feed, e.flags, e.topics, newest first. now: seconds since 1970, for periods. newest: 0, or how many
 * articles (those with the words, where it has words) are looked at, the newest: a glance that takes no longer on an old archive. */
AttSql       *att_sql_for_filter (const AttFilter *filter, gint64 now, guint newest);
sqlite3_stmt *att_sql_ask        (const AttSql *self, AttDatabase *db, GError **error);
void          att_sql_free       (AttSql *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AttSql, att_sql_free)

G_END_DECLS
