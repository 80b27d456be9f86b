/* labels.c: words a person puts on articles (tables label and labelled).
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "store/labels.h"

static gboolean
put (AttDatabase *db, gint64 article, const char *name, GError **error)
{
  if (att_database_number (db, 0, "SELECT 1 FROM article WHERE id=?", "i", article) == 0) {
    att_articles_lack (article, error);
    return FALSE;
  }
  return att_database_run (db, error, "INSERT OR IGNORE INTO label (name) VALUES (?)", "s", name)
         && att_database_run (db, error, "INSERT OR IGNORE INTO labelled (label, article) SELECT id, ? FROM label WHERE name=?", "is", article, name);
}

static gboolean
take_off (AttDatabase *db, gint64 article, const char *name, GError **error)
{
  return att_database_run (db, error, "DELETE FROM labelled WHERE article=? AND label=(SELECT id FROM label WHERE name=?)", "is", article, name)
         && att_database_run (db, error, "DELETE FROM label WHERE name=? AND NOT EXISTS (SELECT 1 FROM labelled WHERE label=label.id)", "s", name);
}

gboolean
att_labels_set (AttDatabase *db, gint64 article, const char *name, gboolean on, AttChange *change, GError **error)
{
  if (!att_database_begin (db, error))
    return FALSE;
  if (!att_database_end (db, on ? put (db, article, name, error) : take_off (db, article, name, error), error))
    return FALSE;
  g_array_append_val (change->touched, article);
  return TRUE;
}

static char **
read_names (AttDatabase *db, sqlite3_stmt *s, GError **error)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  while (s && att_database_row (db, s, error))
    g_strv_builder_add (names, (const char *) sqlite3_column_text (s, 0));
  return g_strv_builder_end (names);
}

char **
att_labels_of_article (AttDatabase *db, gint64 article, GError **error)
{
  return read_names (db, att_database_ask (db, error, "SELECT name FROM label JOIN labelled ON label=id WHERE article=? ORDER BY name COLLATE NOCASE", "i", article), error);
}

char **
att_labels_list (AttDatabase *db, GError **error)
{
  return read_names (db, att_database_ask (db, error, "SELECT name FROM label ORDER BY name COLLATE NOCASE", ""), error);
}
