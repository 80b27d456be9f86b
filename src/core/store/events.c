/* events.c: what states and bodies did, by article (table event).
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "store/events.h"

gboolean
att_events_add (AttDatabase *db, gint64 article, const GPtrArray *events, GError **error)
{
  for (guint i = 0; events && i < events->len; i++) {
    const AttEvent *e = g_ptr_array_index (events, i);
    if (!att_database_run (db, error, "INSERT INTO event (article, n, type, aspect, mutual, actor, recipient, zone, start, \"end\") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                           "iiiiissiii", article, (gint64) i, (gint64) e->type, (gint64) e->aspect, (gint64) e->mutual, e->actor, e->recipient, (gint64) e->span.zone,
                           (gint64) e->span.start, (gint64) e->span.end))
      return FALSE;
  }
  return TRUE;
}

GPtrArray *
att_events_read (AttDatabase *db, gint64 article, GError **error)
{
  GPtrArray *events = g_ptr_array_new_with_free_func ((GDestroyNotify) att_event_free);
  sqlite3_stmt *s = att_database_ask (db, error, "SELECT type, aspect, mutual, actor, recipient, zone, start, \"end\" FROM event WHERE article=? ORDER BY n", "i", article);
  while (s && att_database_row (db, s, error)) {
    AttSpan span = { .zone = sqlite3_column_int (s, 5), .start = sqlite3_column_int (s, 6), .end = sqlite3_column_int (s, 7) };
    AttEvent *e = att_event_new (sqlite3_column_int (s, 0), sqlite3_column_int (s, 1), (const char *) sqlite3_column_text (s, 3), (const char *) sqlite3_column_text (s, 4), span);
    e->mutual = sqlite3_column_int (s, 2);
    g_ptr_array_add (events, e);
  }
  return events;
}
