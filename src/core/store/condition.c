/* condition.c: how a desk is doing, in numbers that give nobody away.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "store/condition.h"

#include "base/error.h"

#include <libsoup/soup.h>

static const char *const TROUBLES[] = {
  [ATT_ERROR_FAILED] = "failed", [ATT_ERROR_USAGE] = "address not usable", [ATT_ERROR_NOT_A_FEED] = "no feed", [ATT_ERROR_UNREACHABLE] = "unreachable", [ATT_ERROR_TLS] = "not safe (TLS)",
  [ATT_ERROR_NOT_FOUND] = "not found", [ATT_ERROR_GONE] = "gone", [ATT_ERROR_HTTP] = "refused by the server", [ATT_ERROR_BUSY] = "busy", [ATT_ERROR_TOO_LARGE] = "too large", [ATT_ERROR_TIMED_OUT] = "timed out",
  [ATT_ERROR_CUT_SHORT] = "cut short", [ATT_ERROR_LOGIN] = "wants a login",
};

/* What is counted, and the question. */
static const struct { const char *words, *sql; } COUNTS[] = {
  { "Store version", "PRAGMA user_version" },
  { "Store pages in use", "SELECT page_count - freelist_count FROM pragma_page_count, pragma_freelist_count" },
  { "Store page size", "PRAGMA page_size" },
  { "Stories", "SELECT count(*) FROM entry" },
  { "Unread", "SELECT count(*) FROM entry WHERE NOT flags & 1" },
  { "Quotations", "SELECT count(*) FROM quote" },
  { "Corrections", "SELECT count(*) FROM correction" },
  { "Monitors", "SELECT count(*) FROM monitor" },
  { "Hosts asked so far", "SELECT count(*) FROM contact" },
  { "Feeds", "SELECT count(*) FROM feed" },
  { "Feeds never visited", "SELECT count(*) FROM feed WHERE checked=0" },
  { "Feeds read with faults", "SELECT count(*) FROM feed WHERE trouble<0 AND trouble_text IS NOT NULL" },
};

static gboolean
add_troubles (AttDatabase *db, gint64 now, GString *out, GError **error)
{
  sqlite3_stmt *s = att_database_ask (db, error, "SELECT trouble, count(*), min(failing_since) FROM feed WHERE trouble>=0 GROUP BY trouble ORDER BY trouble", "");
  while (s && att_database_row (db, s, error)) {
    guint trouble = sqlite3_column_int (s, 0);
    const char *word = trouble < G_N_ELEMENTS (TROUBLES) ? TROUBLES[trouble] : "other";
    g_string_append_printf (out, "Feeds in trouble, %s: %d, the longest for %" G_GINT64_FORMAT " hours\n", word, sqlite3_column_int (s, 1), (now - (gint64) sqlite3_column_int64 (s, 2)) / 3600);
  }
  return s != NULL;
}

char *
att_condition_read (AttDatabase *db, gint64 now, GError **error)
{
  g_return_val_if_fail (db != NULL, NULL);

  g_autoptr (GString) out = g_string_new (NULL);
  g_string_append_printf (out, "Attaché: %s\nGLib: %u.%u.%u\nlibsoup: %u.%u.%u\nSQLite: %s\n", ATT_VERSION, glib_major_version, glib_minor_version, glib_micro_version,
                          soup_get_major_version (), soup_get_minor_version (), soup_get_micro_version (), sqlite3_libversion ());
  for (guint i = 0; i < G_N_ELEMENTS (COUNTS); i++) {
    gint64 n = att_database_number (db, -1, COUNTS[i].sql, "");
    if (n < 0) {
      att_database_fail (db, error);
      return NULL;
    }
    g_string_append_printf (out, "%s: %" G_GINT64_FORMAT "\n", COUNTS[i].words, n);
  }
  gint64 visited = att_database_number (db, 0, "SELECT max(checked) FROM feed", ""), due = att_database_number (db, 0, "SELECT min(due) FROM feed WHERE trouble<>?", "i", (gint64) ATT_ERROR_GONE);
  if (visited)
    g_string_append_printf (out, "Last visit: %" G_GINT64_FORMAT " minutes ago\nNext visit: in %" G_GINT64_FORMAT " minutes\n", (now - visited) / 60, (due - now) / 60);
  return add_troubles (db, now, out, error) ? g_string_free (g_steal_pointer (&out), FALSE) : NULL;
}
