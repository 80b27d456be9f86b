/* candidates.c: stored articles a topic can be tried on.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "store/candidates.h"

static void
candidate_free (gpointer data)
{
  AttTopicCandidate *self = data;
  att_article_unref (self->article);
  g_free (self->source);
  g_free (self);
}

GPtrArray *
att_candidates_read (AttDatabase *db, const char *theme, guint n, GError **error)
{
  static const char SQL[] =
    "WITH t (id) AS (SELECT id FROM topic WHERE kind=0 AND name=?1) "
    "SELECT a.id, a.published, a.title, b.text, a.language, CASE WHEN f.title='' THEN f.url ELSE f.title END, EXISTS (SELECT 1 FROM evidence x WHERE x.article=a.id AND x.topic IN t) "
    "FROM article a JOIN body b ON b.article=a.id JOIN feed f ON f.id=a.feed "
    "WHERE f.gone=0 AND a.id IN (SELECT id FROM (SELECT id FROM entry ORDER BY published DESC, id DESC LIMIT ?2) "
    "UNION SELECT article FROM (SELECT article FROM evidence WHERE topic IN t ORDER BY article DESC LIMIT ?2)) ORDER BY a.published DESC, a.id DESC";
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func (candidate_free);
  sqlite3_stmt *s = att_database_ask (db, error, SQL, "si", theme, (gint64) n);
  while (s && att_database_row (db, s, error)) {
    AttTopicCandidate *one = g_new (AttTopicCandidate, 1);
    AttArticle *a = att_article_new ();
    a->id = sqlite3_column_int64 (s, 0);
    a->published = sqlite3_column_int64 (s, 1);
    a->title = g_strdup ((const char *) sqlite3_column_text (s, 2));
    a->text = g_strdup ((const char *) sqlite3_column_text (s, 3));
    a->language = g_strdup ((const char *) sqlite3_column_text (s, 4));
    *one = (AttTopicCandidate) { a, g_strdup ((const char *) sqlite3_column_text (s, 5)), sqlite3_column_int (s, 6) };
    g_ptr_array_add (all, one);
  }
  return s ? g_steal_pointer (&all) : NULL;
}
