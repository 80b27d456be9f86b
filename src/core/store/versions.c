/* versions.c: the earlier wordings of an article (table version).
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "store/versions.h"

#include "base/text.h"

#include <string.h>

gboolean
att_versions_keep (AttDatabase *db, gint64 article, GError **error)
{
  if (att_database_number (db, 0, "SELECT count(*) FROM version WHERE article=?", "i", article) >= ATT_VERSIONS_KEPT)
    return TRUE;
  return att_database_run (db, error,
                           "INSERT INTO version (article, n, seen, title, text) "   /* behind the last: a rescue may have left gaps */
                           "SELECT a.id, (SELECT coalesce(max(n), -1) + 1 FROM version WHERE article=a.id), a.seen, a.title, b.text FROM article a JOIN body b ON b.article=a.id "
                           "WHERE a.id=? AND NOT EXISTS (SELECT 1 FROM version v WHERE v.article=a.id AND v.title=a.title AND v.text=b.text)", "i", article);
}

gboolean
att_versions_is_respaced (AttDatabase *db, gint64 article, const char *text)
{
  sqlite3_stmt *s = att_database_ask (db, NULL, "SELECT coalesce(p.brief, b.text) FROM body b LEFT JOIN page p ON p.article=b.article WHERE b.article=?", "i", article);
  if (s == NULL || !att_database_row (db, s, NULL))
    return FALSE;
  g_autofree char *before = att_text_squeeze ((const char *) sqlite3_column_text (s, 0)), *now = att_text_squeeze (text);
  sqlite3_reset (s);
  return strcmp (before, now) == 0;
}

GPtrArray *
att_versions_read (AttDatabase *db, gint64 article, GError **error)
{
  g_autoptr (GPtrArray) versions = g_ptr_array_new_with_free_func ((GDestroyNotify) att_version_free);
  sqlite3_stmt *s = att_database_ask (db, error, "SELECT seen, title, text FROM version WHERE article=? ORDER BY n", "i", article);
  while (s && att_database_row (db, s, error))
    g_ptr_array_add (versions, att_version_new (sqlite3_column_int64 (s, 0), (const char *) sqlite3_column_text (s, 1), (const char *) sqlite3_column_text (s, 2)));
  return s ? g_steal_pointer (&versions) : NULL;
}
