/* provenance.c: what a source said of its article beside the words (tables source_mark and enclosure).
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "store/provenance.h"

#define CATEGORY "category"   /* the kind of a plain category; a service's own marks keep their names */

static gboolean
write_mark (AttDatabase *db, gint64 id, gint64 n, const char *kind, const char *name, const char *who, GError **error)
{
  return att_database_run (db, error, "INSERT INTO source_mark (article, n, kind, name, who) VALUES (?, ?, ?, ?, ?)", "iisss", id, n, kind, name, who);
}

gboolean
att_provenance_forget (AttDatabase *db, gint64 id, GError **error)
{
  return att_database_run (db, error, "DELETE FROM source_mark WHERE article=?", "i", id) && att_database_run (db, error, "DELETE FROM enclosure WHERE article=?", "i", id);
}

gboolean
att_provenance_add (AttDatabase *db, gint64 id, const AttArticle *a, GError **error)
{
  gint64 n = 0;
  for (guint i = 0; i < a->categories->len; i++)
    if (!write_mark (db, id, n++, CATEGORY, g_ptr_array_index (a->categories, i), NULL, error))
      return FALSE;
  for (guint i = 0; a->marks && i < a->marks->len; i++) {
    const AttSourceMark *mark = g_ptr_array_index (a->marks, i);
    if (g_strcmp0 (mark->kind, CATEGORY) != 0 && !write_mark (db, id, n++, mark->kind, mark->name, mark->who, error))
      return FALSE;
  }
  for (guint i = 0; i < a->enclosures->len; i++) {
    const AttEnclosure *file = g_ptr_array_index (a->enclosures, i);
    if (!att_database_run (db, error, "INSERT INTO enclosure (article, n, url, type, length) VALUES (?, ?, ?, ?, ?)", "iissi", id, (gint64) i, file->url, file->type, file->length))
      return FALSE;
  }
  return TRUE;
}

gboolean
att_provenance_read (AttDatabase *db, AttArticle *a, GError **error)
{
  sqlite3_stmt *s = att_database_ask (db, error, "SELECT kind, name, who FROM source_mark WHERE article=? ORDER BY n", "i", a->id);
  while (s && att_database_row (db, s, error)) {
    const char *kind = (const char *) sqlite3_column_text (s, 0), *name = (const char *) sqlite3_column_text (s, 1);
    if (g_strcmp0 (kind, CATEGORY) == 0)
      g_ptr_array_add (a->categories, g_strdup (name));
    else
      att_article_add_mark (a, kind, name, (const char *) sqlite3_column_text (s, 2));
  }
  s = s ? att_database_ask (db, error, "SELECT url, type, length FROM enclosure WHERE article=? ORDER BY n", "i", a->id) : NULL;
  while (s && att_database_row (db, s, error))
    att_article_add_enclosure (a, (const char *) sqlite3_column_text (s, 0), (const char *) sqlite3_column_text (s, 1), sqlite3_column_int64 (s, 2));
  return s != NULL;
}
