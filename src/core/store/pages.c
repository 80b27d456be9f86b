/* pages.c: whole articles from their pages (table page).
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "store/pages.h"

#include "base/error.h"

#define DAYS 4                /* how far back pages are fetched ahead */
#define SHORT 1500            /* bytes; items shorter on the average only announce their article */
#define WANTING "wanting AS MATERIALIZED (SELECT id FROM feed f WHERE url LIKE 'http%' AND (pages=2 OR (pages=-1 AND " \
  "(SELECT avg(length(coalesce(p.brief, b.text))) FROM (SELECT id FROM article WHERE feed=f.id ORDER BY id DESC LIMIT 20) l JOIN body b ON b.article=l.id LEFT JOIN page p ON p.article=l.id) < ?1)))"
#define MAX_TRIES 3
#define FIRST_PAUSE 3600      /* seconds until the second try; four times as long until the third */

void
att_page_wish_free (AttPageWish *self)
{
  g_free (self->url);
  g_free (self);
}

static AttPageWish *
read_wish (sqlite3_stmt *s)
{
  AttPageWish *wish = g_new (AttPageWish, 1);
  *wish = (AttPageWish) { sqlite3_column_int64 (s, 0), g_strdup ((const char *) sqlite3_column_text (s, 1)) };
  return wish;
}

GPtrArray *
att_pages_due (AttDatabase *db, gint64 now, guint n, GError **error)
{
  g_autoptr (GPtrArray) wishes = g_ptr_array_new_with_free_func ((GDestroyNotify) att_page_wish_free);
  sqlite3_stmt *s = att_database_ask (db, error,
    "WITH " WANTING " SELECT a.id, a.url FROM entry e JOIN article a ON a.id=e.id LEFT JOIN page p ON p.article=a.id "
    "WHERE e.published>?2 AND e.feed IN (SELECT id FROM wanting) AND a.url LIKE 'http%' AND (p.article IS NULL OR (p.state=0 AND p.due<=?3)) ORDER BY e.published DESC LIMIT ?4",
    "iiii", (gint64) SHORT, now - DAYS * 86400, now, (gint64) n);
  while (s && att_database_row (db, s, error))
    g_ptr_array_add (wishes, read_wish (s));
  return s ? g_steal_pointer (&wishes) : NULL;
}

AttPageWish *
att_pages_opened (AttDatabase *db, gint64 article, GError **error)
{
  sqlite3_stmt *s = att_database_ask (db, error, "WITH " WANTING " SELECT a.id, a.url FROM article a JOIN feed f ON f.id=a.feed LEFT JOIN page p ON p.article=a.id "
                                      "WHERE a.id=?2 AND (f.pages=1 OR f.id IN (SELECT id FROM wanting)) AND f.url LIKE 'http%' AND a.url LIKE 'http%' AND (p.article IS NULL OR p.state=0)", "ii",
                                      (gint64) SHORT, article);
  AttPageWish *wish = s && att_database_row (db, s, error) ? read_wish (s) : NULL;
  if (s)
    sqlite3_reset (s);
  return wish;
}

static gboolean
finish (AttDatabase *db, gboolean done, GError **error)
{
  if (done && att_database_commit (db, error))
    return TRUE;
  att_database_roll_back (db);
  return FALSE;
}

gboolean
att_pages_write (AttDatabase *db, const AttArticle *whole, const char *html, int wall, gint64 now, AttChange *change, GError **error)
{
  if (!att_database_begin (db, error))
    return FALSE;
  gboolean done = att_database_run (db, error, "INSERT INTO page (article, state, brief) SELECT article, 1, text FROM body WHERE article=?1 "
                                    "ON CONFLICT (article) DO UPDATE SET state=1, brief=coalesce(brief, excluded.brief)", "i", whole->id)
                  && att_database_run (db, error, "UPDATE page SET html=?, shapes=?, wall=?, fetched=? WHERE article=?", "ssiii", html, whole->shapes, (gint64) wall, now, whole->id)
                  && att_articles_reword (db, whole, error);
  if (!finish (db, done, error))
    return FALSE;
  g_array_append_val (change->touched, whole->id);
  return TRUE;
}

gboolean
att_pages_fail (AttDatabase *db, gint64 article, gboolean for_good, gint64 now, GError **error)
{
  gint64 tries = att_database_number (db, 0, "SELECT tries FROM page WHERE article=?", "i", article) + 1;
  gint64 pause = FIRST_PAUSE;
  for (gint64 i = 1; i < tries; i++)
    pause *= 4;
  gint64 state = for_good || tries >= MAX_TRIES ? 2 : 0;
  return att_database_run (db, error, "INSERT INTO page (article, state, tries, due) VALUES (?1, ?2, ?3, ?4) ON CONFLICT (article) DO UPDATE SET state=?2, tries=?3, due=?4", "iiii",
                           article, state, tries, now + pause);
}

gboolean
att_feeds_set_pages (AttDatabase *db, gint64 feed, AttPagesMode mode, GError **error)
{
  return att_database_run (db, error, "UPDATE feed SET pages=? WHERE id=?", "ii", (gint64) mode, feed);
}
