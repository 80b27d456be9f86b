/* shelves.c: folders, the feeds in them, and feeds on their way out (tables feed, shelf, entry_left).
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "store/shelves.h"

#include "store/feeds.h"
#include "store/monitors.h"

gboolean
att_shelves_move (AttDatabase *db, gint64 feed, const char *from, const char *folder, GError **error)
{
  gboolean further = from && att_database_number (db, 0, "SELECT 1 FROM shelf WHERE feed=? AND folder=?", "is", feed, from) == 1;
  if (further)
    return att_shelves_drop (db, feed, from, error) && (*folder == '\0' || att_shelves_add (db, feed, folder, error));
  return att_database_run (db, error, "UPDATE feed SET folder=? WHERE id=?", "si", folder, feed) && att_shelves_drop (db, feed, folder, error);
}

gboolean
att_shelves_add (AttDatabase *db, gint64 feed, const char *folder, GError **error)
{
  return att_database_run (db, error, "INSERT OR IGNORE INTO shelf (feed, folder) SELECT id, ?2 FROM feed WHERE id=?1 AND folder<>?2", "is", feed, folder);
}

gboolean
att_shelves_drop (AttDatabase *db, gint64 feed, const char *folder, GError **error)
{
  return att_database_run (db, error, "DELETE FROM shelf WHERE feed=? AND folder=?", "is", feed, folder);
}

/* What a path inside ?1 becomes when that is called ?2. */
#define RENAMED(column) "?2 || substr(" column ", length(?1) + 1)"
#define INSIDE(column) ATT_SHELVES_INSIDE (column, "?1")

gboolean
att_shelves_rename (AttDatabase *db, const char *folder, const char *name, GError **error)
{
  if (!att_database_begin (db, error))
    return FALSE;
  gboolean done = att_database_run (db, error, "UPDATE feed SET folder=" RENAMED ("folder") " WHERE " INSIDE ("folder"), "ss", folder, name)
                  && att_database_run (db, error, "UPDATE OR REPLACE shelf SET folder=" RENAMED ("folder") " WHERE " INSIDE ("folder"), "ss", folder, name)
                  && att_database_run (db, error, "UPDATE OR REPLACE keep SET scope='folder:' || " RENAMED ("substr(scope, 8)") " WHERE scope LIKE 'folder:%' AND " INSIDE ("substr(scope, 8)"), "ss", folder, name)
                  && att_database_run (db, error, "DELETE FROM shelf WHERE folder=(SELECT folder FROM feed WHERE id=shelf.feed)", "")
                  && att_monitors_follow (db, ATT_RENAMED_FOLDER, folder, name, error);
  return att_database_end (db, done, error);
}

static gboolean
carry (AttDatabase *db, gint64 feed, const char *from, const char *to, GError **error)
{
  g_autofree char *copy = g_strdup_printf ("INSERT OR REPLACE INTO %s (published, id, feed, flags, topics, language) SELECT e.published, e.id, e.feed, e.flags, e.topics, e.language FROM article a JOIN %s e ON e.published=a.published AND e.id=a.id WHERE a.feed=?", to, from);
  g_autofree char *clear = g_strdup_printf ("DELETE FROM %s WHERE (published, id) IN (SELECT published, id FROM article WHERE feed=?)", from);
  return att_database_run (db, error, copy, "i", feed) && att_database_run (db, error, clear, "i", feed);
}

gboolean
att_shelves_leave (AttDatabase *db, gint64 feed, gint64 now, AttChange *change, GError **error)
{
  if (!att_database_begin (db, error))
    return FALSE;
  gboolean done = att_database_run (db, error, "UPDATE feed SET gone=? WHERE id=?", "ii", now, feed) && carry (db, feed, "entry", "entry_left", error);
  change->feeds = change->anew = TRUE;
  return att_database_end (db, done, error);
}

gboolean
att_shelves_return (AttDatabase *db, gint64 feed, AttChange *change, GError **error)
{
  if (!att_database_begin (db, error))
    return FALSE;
  gboolean done = att_database_run (db, error, "UPDATE feed SET gone=0 WHERE id=?", "i", feed) && carry (db, feed, "entry_left", "entry", error);
  change->feeds = change->anew = TRUE;
  return att_database_end (db, done, error);
}

int
att_shelves_purge (AttDatabase *db, gint64 before, AttChange *change, GError **error)
{
  gint64 feed = att_database_number (db, 0, "SELECT id FROM feed WHERE gone>0 AND gone<? LIMIT 1", "i", before);
  if (feed == 0)
    return 0;
  change->feeds = TRUE;
  return att_feeds_remove (db, feed, error) ? 1 : -1;
}
