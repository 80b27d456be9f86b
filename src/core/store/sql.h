/* sql.h: a filter as SQL.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The question chooses its driver (a required topic, words, or the plain list by date) and adds the rest as
 * predicates. Every value is bound; nothing of the filter is ever spliced into the text.
 */
#pragma once

#include "filter/filter.h"
#include "store/database.h"

G_BEGIN_DECLS

typedef struct {
  GString *text;
  GPtrArray *values;   /* of GVariant *: x or s, in the order of the question marks */
} AttSql;

/* SELECT e.id, e.published, e.feed, e.flags, e.topics, newest first. now: seconds since 1970, for periods. */
AttSql       *att_sql_for_filter (const AttFilter *filter, gint64 now);
sqlite3_stmt *att_sql_ask        (const AttSql *self, AttDatabase *db, GError **error);
void          att_sql_free       (AttSql *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AttSql, att_sql_free)

G_END_DECLS
