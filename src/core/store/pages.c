/* pages.c: whole articles from their pages (table page).
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "store/pages.h"

#include "base/error.h"
#include "store/versions.h"

#define DAYS 4                /* how far back pages are fetched ahead */
#define SHORT 1500            /* letters; items shorter on the average only announce their article */
#define WANTING(WHICH) "wanting AS MATERIALIZED (SELECT id FROM feed f WHERE " WHICH " url LIKE 'http%' AND (pages=2 OR (pages=-1 AND " \
  "(SELECT avg(length(coalesce(p.brief, b.text))) FROM (SELECT id FROM article WHERE feed=f.id ORDER BY id DESC LIMIT 20) l JOIN body b ON b.article=l.id LEFT JOIN page p ON p.article=l.id) < ?1)))"
#define MAX_TRIES 3
#define FIRST_PAUSE 3600      /* seconds until the second try; four times as long until the third */
#define LOOK_PAUSE 7200       /* seconds until a page is looked at again; three times as long until the next time */
#define MAX_LOOKS 4
#define MAX_HASTENED 5        /* so often that pause grows where a feed changes its brief: to a week */
#define LIVE_PAUSE 1800       /* the same for a live report */
#define MAX_LIVE_LOOKS 25

void
att_page_wish_free (AttPageWish *self)
{
  g_free (self->url);
  g_free (self->etag);
  g_free (self->modified);
  g_free (self);
}

static AttPageWish *
read_wish (sqlite3_stmt *s)
{
  AttPageWish *wish = g_new (AttPageWish, 1);
  *wish = (AttPageWish) { .article = sqlite3_column_int64 (s, 0), .url = g_strdup ((const char *) sqlite3_column_text (s, 1)), .again = sqlite3_column_int (s, 2),
                          .etag = g_strdup ((const char *) sqlite3_column_text (s, 3)), .modified = g_strdup ((const char *) sqlite3_column_text (s, 4)) };
  return wish;
}

GPtrArray *
att_pages_due (AttDatabase *db, gint64 now, guint n, GError **error)
{
  g_autoptr (GPtrArray) wishes = g_ptr_array_new_with_free_func ((GDestroyNotify) att_page_wish_free);
  sqlite3_stmt *s = att_database_ask (db, error,
    "WITH " WANTING ("") " SELECT a.id, a.url, p.state=1, p.etag, p.modified FROM entry e JOIN article a ON a.id=e.id LEFT JOIN page p ON p.article=a.id "
    "WHERE e.published>?2 AND e.feed IN (SELECT id FROM wanting) AND a.url LIKE 'http%' "
    "AND (p.article IS NULL OR (p.state=0 AND p.due<=?3) OR (p.state=1 AND p.due BETWEEN 1 AND ?3)) ORDER BY p.state=1, e.published DESC LIMIT ?4",
    "iiii", (gint64) SHORT, now - DAYS * 86400, now, (gint64) n);
  while (s && att_database_row (db, s, error))
    g_ptr_array_add (wishes, read_wish (s));
  return s ? g_steal_pointer (&wishes) : NULL;
}

AttPageWish *
att_pages_opened (AttDatabase *db, gint64 article, GError **error)
{
  sqlite3_stmt *s = att_database_ask (db, error, "WITH " WANTING ("id=(SELECT feed FROM article WHERE id=?2) AND") " SELECT a.id, a.url, 0, NULL, NULL FROM article a JOIN feed f ON f.id=a.feed LEFT JOIN page p ON p.article=a.id "
                                      "WHERE a.id=?2 AND (f.pages=1 OR f.id IN (SELECT id FROM wanting)) AND f.url LIKE 'http%' AND a.url LIKE 'http%' AND (p.article IS NULL OR p.state=0)", "ii",
                                      (gint64) SHORT, article);
  AttPageWish *wish = s && att_database_row (db, s, error) ? read_wish (s) : NULL;
  if (s)
    sqlite3_reset (s);
  return wish;
}

/* When a page is worth another look; 0: no more. looks: how many there were, the first included. */
static gint64
next_look (AttForm form, gint64 looks, gint64 now)
{
  if (form == ATT_FORM_LIVE)
    return looks < MAX_LIVE_LOOKS ? now + LIVE_PAUSE : 0;
  gint64 pause = LOOK_PAUSE;
  for (gint64 i = 1; i < looks; i++)
    pause *= 3;
  return looks < MAX_LOOKS ? now + pause : 0;
}

gboolean
att_pages_hasten (AttDatabase *db, gint64 article, gint64 now, GError **error)
{
  gint64 looks = att_database_number (db, 1, "SELECT tries FROM page WHERE article=?", "i", article), pause = LOOK_PAUSE;
  for (gint64 i = 1; i < MIN (looks, MAX_HASTENED); i++)
    pause *= 3;
  return att_database_run (db, error, "UPDATE page SET due=max(?2, fetched+?3) WHERE article=?1 AND state=1 AND (due=0 OR due>max(?2, fetched+?3))", "iii", article, now, pause);
}

static gboolean
plan_look (AttDatabase *db, gint64 article, gint64 now, GError **error)
{
  gint64 looks = att_database_number (db, 0, "SELECT tries FROM page WHERE article=?", "i", article) + 1;
  gint64 form = att_database_number (db, 0, "SELECT form FROM page WHERE article=?", "i", article);
  return att_database_run (db, error, "UPDATE page SET tries=?, due=? WHERE article=?", "iii", looks, next_look (form, looks, now), article);
}

/* What a page said before is kept; a feed's own words, which it takes the place of, are no earlier version of it. */
static gboolean
keep_wording (AttDatabase *db, gint64 article, gint64 now, GError **error)
{
  if (att_database_number (db, 0, "SELECT state FROM page WHERE article=?", "i", article) != 1)
    return att_database_run (db, error, "INSERT INTO page (article, state, brief) SELECT article, 1, text FROM body WHERE article=?1 "
                             "ON CONFLICT (article) DO UPDATE SET state=1, tries=0, brief=coalesce(brief, excluded.brief)", "i", article);
  return att_versions_keep (db, article, error) && att_database_run (db, error, "UPDATE article SET seen=? WHERE id=?", "ii", now, article);
}

gboolean
att_pages_write (AttDatabase *db, const AttPageLook *look, gint64 now, AttChange *change, GError **error)
{
  const AttArticle *whole = look->whole;
  g_autofree char *pictures = att_pictures_to_lines (whole->pictures);
  if (!att_database_begin (db, error))
    return FALSE;
  gboolean done = keep_wording (db, whole->id, now, error)
                  && att_database_run (db, error, "UPDATE page SET shapes=NULL, pictures=?, form=?, wall=?, fetched=?, etag=?, modified=? WHERE article=?", "siiissi", pictures,
                                       (gint64) whole->form, (gint64) look->wall, now, look->etag, look->modified, whole->id)
                  && att_database_run (db, error, "UPDATE article SET image=coalesce(image, ?) WHERE id=?", "si", whole->image, whole->id)
                  && plan_look (db, whole->id, now, error) && att_articles_reword (db, whole, error) && att_articles_note_rewording (db, whole->id, now, error);
  if (!att_database_end (db, done, error))
    return FALSE;
  g_array_append_val (change->touched, whole->id);
  return TRUE;
}

gboolean
att_pages_same (AttDatabase *db, gint64 article, gint64 now, GError **error)
{
  return plan_look (db, article, now, error);
}

GPtrArray *
att_pages_beside (AttDatabase *db, gint64 article, guint n, GError **error)
{
  g_autoptr (GPtrArray) articles = g_ptr_array_new_with_free_func ((GDestroyNotify) att_article_unref);
  sqlite3_stmt *s = att_database_ask (db, error, "SELECT a.id, a.published, a.title, a.language, b.text, coalesce(b.shapes, p.shapes), p.pictures, a.seen FROM article a JOIN page p ON p.article=a.id JOIN body b ON b.article=a.id "
                                      "WHERE a.feed=(SELECT feed FROM article WHERE id=?1) AND a.id<>?1 AND p.state=1 ORDER BY a.id DESC LIMIT ?2", "ii", article, (gint64) n);
  while (s && att_database_row (db, s, error)) {
    AttArticle *a = att_article_new ();
    a->id = sqlite3_column_int64 (s, 0);
    a->published = sqlite3_column_int64 (s, 1);
    a->title = g_strdup ((const char *) sqlite3_column_text (s, 2));
    a->language = g_strdup ((const char *) sqlite3_column_text (s, 3));
    a->text = g_strdup ((const char *) sqlite3_column_text (s, 4));
    a->shapes = g_strdup ((const char *) sqlite3_column_text (s, 5));
    a->pictures = att_pictures_from_lines ((const char *) sqlite3_column_text (s, 6));
    a->seen = sqlite3_column_int64 (s, 7);
    g_ptr_array_add (articles, a);
  }
  return s ? g_steal_pointer (&articles) : NULL;
}

GHashTable *
att_pages_promotion (AttDatabase *db, gint64 article, GError **error)
{
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  sqlite3_stmt *s = att_database_ask (db, error, "SELECT text FROM promotion WHERE feed=(SELECT feed FROM article WHERE id=?)", "i", article);
  while (s && att_database_row (db, s, error))
    g_hash_table_add (known, g_strdup ((const char *) sqlite3_column_text (s, 0)));
  return s ? g_steal_pointer (&known) : NULL;
}

gboolean
att_pages_learn (AttDatabase *db, gint64 article, GHashTable *promotion, GError **error)
{
  GHashTableIter iter;
  gpointer text;
  g_hash_table_iter_init (&iter, promotion);
  while (g_hash_table_iter_next (&iter, &text, NULL))
    if (!att_database_run (db, error, "INSERT OR IGNORE INTO promotion (feed, text) SELECT feed, ? FROM article WHERE id=?", "si", text, article))
      return FALSE;
  return TRUE;
}

/* Whether an article has the page's words that were read, and neither its feed's own nor another page's by now. */
static gboolean
is_as_read (AttDatabase *db, const AttArticle *a)
{
  return att_database_number (db, 0, "SELECT count(*) FROM article a JOIN page p ON p.article=a.id WHERE a.id=? AND a.seen=? AND p.state=1", "ii", a->id, a->seen) > 0;
}

gboolean
att_pages_mend (AttDatabase *db, const GPtrArray *articles, AttChange *change, GError **error)
{
  if (articles->len == 0)
    return TRUE;
  if (!att_database_begin (db, error))
    return FALSE;
  gboolean done = TRUE;
  guint n_touched = change->touched->len;
  for (guint i = 0; i < articles->len && done; i++) {
    const AttArticle *a = g_ptr_array_index (articles, i);
    if (!is_as_read (db, a))
      continue;
    g_autofree char *pictures = att_pictures_to_lines (a->pictures);
    done = att_database_run (db, error, "UPDATE page SET shapes=NULL, pictures=? WHERE article=?", "si", pictures, a->id) && att_articles_reword (db, a, error);
    if (done)
      g_array_append_val (change->touched, a->id);
  }
  if (att_database_end (db, done, error))
    return TRUE;
  g_array_set_size (change->touched, n_touched);
  return FALSE;
}

gboolean
att_pages_fail (AttDatabase *db, gint64 article, gboolean for_good, gint64 now, GError **error)
{
  gint64 tries = att_database_number (db, 0, "SELECT tries FROM page WHERE article=?", "i", article) + 1;
  gint64 pause = FIRST_PAUSE;
  for (gint64 i = 1; i < tries; i++)
    pause *= 4;
  gint64 state = for_good || tries >= MAX_TRIES ? 2 : 0;
  return att_database_run (db, error, "INSERT INTO page (article, state, tries, due) SELECT id, ?2, ?3, ?4 FROM article WHERE id=?1 ON CONFLICT (article) DO UPDATE SET state=?2, tries=?3, due=?4", "iiii",
                           article, state, tries, now + pause);
}

gboolean
att_pages_put_off (AttDatabase *db, gint64 article, gint64 until, GError **error)
{
  return att_database_run (db, error, "INSERT INTO page (article, state, tries, due) SELECT id, 0, 0, ?2 FROM article WHERE id=?1 ON CONFLICT (article) DO UPDATE SET due=max(due, ?2)", "ii", article, until);
}

gboolean
att_feeds_set_pages (AttDatabase *db, gint64 feed, AttPagesMode mode, GError **error)
{
  return att_database_run (db, error, "UPDATE feed SET pages=? WHERE id=?", "ii", (gint64) mode, feed);
}
