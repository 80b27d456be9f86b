/* flags.c: what a person read and starred (table entry).
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "store/flags.h"

#include "base/date.h"
#include "store/sql.h"

/* The articles to mark, with what they are now. */
static GArray *
gather (AttDatabase *db, const GArray *ids, const AttFilter *filter, gint64 before, GError **error)
{
  GArray *was = g_array_new (FALSE, FALSE, sizeof (AttWas));
  if (ids == NULL) {
    g_autoptr (AttSql) sql = att_sql_for_filter (filter, att_date_now (), 0);
    sqlite3_stmt *s = att_sql_ask (sql, db, error);
    while (s && att_database_row (db, s, error)) {
      AttWas one = { sqlite3_column_int64 (s, 0), sqlite3_column_int64 (s, 1), sqlite3_column_int (s, 3) };
      if (one.published < before)
        g_array_append_val (was, one);
    }
    return was;
  }
  for (guint i = 0; i < ids->len; i++) {
    sqlite3_stmt *s = att_database_ask (db, error, "SELECT e.id, e.published, e.flags FROM article a JOIN entry e ON e.published=a.published AND e.id=a.id WHERE a.id=?",
                                        "i", g_array_index (ids, gint64, i));
    if (s && att_database_row (db, s, error)) {
      AttWas one = { sqlite3_column_int64 (s, 0), sqlite3_column_int64 (s, 1), sqlite3_column_int (s, 2) };
      if (one.published < before)
        g_array_append_val (was, one);
      sqlite3_reset (s);
    }
  }
  return was;
}

static gboolean
write_flags (AttDatabase *db, const AttWas *one, guint flags, GError **error)
{
  return att_database_run (db, error, "UPDATE entry SET flags=(flags & ~?1) | (?2 & ?1) WHERE published=?3 AND id=?4", "iiii", (gint64) one->changed, (gint64) flags, one->published, one->id);
}

gboolean
att_flags_set (AttDatabase *db, const GArray *ids, const AttFilter *filter, gint64 before, guint set, guint clear, GArray **was, GError **error)
{
  g_return_val_if_fail (ids != NULL || filter != NULL, FALSE);

  GError *failure = NULL;
  if (!att_database_begin (db, error))
    return FALSE;
  g_autoptr (GArray) all = gather (db, ids, filter, before, &failure);
  g_autoptr (GArray) changed = g_array_new (FALSE, FALSE, sizeof (AttWas));
  for (guint i = 0; i < all->len && failure == NULL; i++) {
    AttWas *one = &g_array_index (all, AttWas, i);
    guint flags = (one->flags | set) & ~clear;
    if (flags == one->flags)
      continue;
    one->changed = flags ^ one->flags;   /* what else becomes of it until this is undone stays */
    g_array_append_vals (changed, one, 1);
    write_flags (db, one, flags, &failure);
  }
  if (!att_database_settle (db, failure, error))
    return FALSE;
  if (was)
    *was = g_steal_pointer (&changed);
  return TRUE;
}

gboolean
att_flags_restore (AttDatabase *db, const GArray *was, GError **error)
{
  GError *failure = NULL;
  if (!att_database_begin (db, error))
    return FALSE;
  for (guint i = 0; i < was->len && failure == NULL; i++) {
    const AttWas *one = &g_array_index (was, AttWas, i);
    write_flags (db, one, one->flags, &failure);
  }
  return att_database_settle (db, failure, error);
}
