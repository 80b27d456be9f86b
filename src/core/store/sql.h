/* sql.h: a filter as SQL.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The question is driven by words or by the plain list by date, and the rest is predicates. Every value is bound; nothing of the filter is ever spliced into the text.
 */
#pragma once

#include "filter/filter.h"
#include "store/database.h"

G_BEGIN_DECLS

/* Questions with one value each, whether they are asked by themselves or within another. Numbers of feeds, then of articles. */
#define ATT_SQL_VALUE "WITH v (f) AS (VALUES (?)) "
#define ATT_SQL_FOLDED "WITH v (f) AS (VALUES (fold(?))) "   /* folding.h */
#define ATT_SQL_OF_FEED ATT_SQL_FOLDED "SELECT id FROM feed, v WHERE fold(title)=f OR fold(url)=f"
#define ATT_SQL_OF_SOURCE ATT_SQL_FOLDED "SELECT id FROM feed, v WHERE instr(fold(title), f) OR instr(fold(url), f)"
#define ATT_SQL_OF_FOLDER ATT_SQL_FOLDED "SELECT id FROM (SELECT id, fold(folder) AS folder FROM feed UNION ALL SELECT feed, fold(folder) FROM shelf), v WHERE folder=f OR substr(folder, 1, length(f)+1)=f || '/'"
#define ATT_SQL_OF_COUNTRY ATT_SQL_VALUE "SELECT id FROM feed, v WHERE country=f"
#define ATT_SQL_WITH_WORDS "SELECT rowid FROM search WHERE search MATCH ?"
#define ATT_SQL_WITH_SPEAKER ATT_SQL_FOLDED "SELECT article FROM quote, v WHERE speaker IS NOT NULL AND (instr(fold(speaker), f) OR speaker IN (SELECT same_as FROM same_actor, v WHERE fold(name)=f))"
#define ATT_SQL_WITH_LABEL ATT_SQL_FOLDED "SELECT article FROM labelled WHERE label IN (SELECT id FROM label, v WHERE fold(name)=f)"
#define ATT_SQL_WITH_NOTE ATT_SQL_FOLDED "SELECT article FROM note, v WHERE instr(fold(passage || ' ' || words), f)"

/* Numbers of topics, by name, else by label: a label that is another one's name means that one. A name that became another's still leads to it. Each
 * argument is a question mark, or one with a number. */
#define ATT_SQL_OF_TOPIC(kind, id, label, before) "SELECT id FROM topic WHERE kind=" kind " AND (name=" id " COLLATE NOCASE OR (fold(label)=fold(" label ") " \
  "AND NOT EXISTS (SELECT 1 FROM topic t WHERE t.kind=topic.kind AND t.id<>topic.id AND (t.name=topic.label OR (t.kind=0 AND t.name=topic.label COLLATE NOCASE)))) " \
  "OR name IN (SELECT same_as FROM same_actor m WHERE m.kind=topic.kind AND m.name=" before " COLLATE NOCASE))"

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
