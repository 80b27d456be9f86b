/* feeds.c: the subscriptions (table feed).
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "store/feeds.h"

#include "base/error.h"
#include "store/articles.h"
#include "store/monitors.h"

#include <glib/gi18n-lib.h>

#define MOVED_AFTER 3   /* rounds */

#define COLUMNS "SELECT id, url, title, site, folder, language, etag, modified, checked, due, interval, failing_since, failures, trouble, trouble_text, skip_hours, skip_days, pages, country, kind, owner, every FROM feed "

static char *
text (sqlite3_stmt *s, int column)
{
  return g_strdup ((const char *) sqlite3_column_text (s, column));
}

static AttFeed *
read_row (sqlite3_stmt *s)
{
  AttFeed *feed = att_feed_new ();
  feed->id = sqlite3_column_int64 (s, 0);
  feed->url = text (s, 1);
  feed->title = text (s, 2);
  feed->site = text (s, 3);
  feed->folder = text (s, 4);
  feed->language = text (s, 5);
  feed->etag = text (s, 6);
  feed->modified = text (s, 7);
  feed->checked = sqlite3_column_int64 (s, 8);
  feed->due = sqlite3_column_int64 (s, 9);
  feed->interval = sqlite3_column_int64 (s, 10);
  feed->failing_since = sqlite3_column_int64 (s, 11);
  feed->failures = sqlite3_column_int (s, 12);
  feed->trouble = sqlite3_column_int (s, 13);
  feed->trouble_text = text (s, 14);
  feed->skip_hours = sqlite3_column_int64 (s, 15);
  feed->skip_days = sqlite3_column_int64 (s, 16);
  feed->pages = sqlite3_column_int (s, 17);
  feed->country = text (s, 18);
  feed->kind = text (s, 19);
  feed->owner = text (s, 20);
  feed->every = sqlite3_column_int64 (s, 21);
  return feed;
}

typedef struct { guint articles, unread, starred; } Count;

static gboolean
count_in_columns (AttDatabase *db, AttColumns *columns, const char *const *languages, GHashTable *feeds, GError **error)
{
  if (!att_columns_follow (columns, db, error))
    return FALSE;
  g_autofree Count *counts = g_new0 (Count, columns->feed_ids->len + 1);
  g_autofree guint8 *allowed = languages && *languages ? att_columns_allow_languages (columns, languages) : NULL;
  for (guint row = 0; row < columns->n; row++) {
    if (allowed && columns->languages[row] && !allowed[columns->languages[row]])
      continue;
    counts[columns->feeds[row]].articles++;
    counts[columns->feeds[row]].unread += !(columns->flags[row] & ATT_FLAG_READ);
    counts[columns->feeds[row]].starred += (columns->flags[row] & ATT_FLAG_STARRED) != 0;
  }
  for (guint i = 0; i < columns->feed_ids->len; i++) {
    AttFeed *feed = g_hash_table_lookup (feeds, &g_array_index (columns->feed_ids, gint64, i));
    if (feed) {
      feed->articles = counts[i].articles;
      feed->unread = counts[i].unread;
      feed->starred = counts[i].starred;
    }
  }
  return TRUE;
}

static gboolean
count_in_database (AttDatabase *db, GHashTable *feeds, GError **error)
{
  sqlite3_stmt *s = att_database_ask (db, error, "SELECT feed, count(*), sum(NOT flags & 1), sum(flags & 2 <> 0) FROM entry GROUP BY feed", "");
  while (s && att_database_row (db, s, error)) {
    gint64 id = sqlite3_column_int64 (s, 0);
    AttFeed *feed = g_hash_table_lookup (feeds, &id);
    if (feed) {
      feed->articles = sqlite3_column_int (s, 1);
      feed->unread = sqlite3_column_int (s, 2);
      feed->starred = sqlite3_column_int (s, 3);
    }
  }
  return s != NULL;
}

static gboolean
read_shelves (AttDatabase *db, GHashTable *feeds, GError **error)
{
  sqlite3_stmt *s = att_database_ask (db, error, "SELECT feed, folder FROM shelf ORDER BY folder COLLATE NOCASE", "");
  while (s && att_database_row (db, s, error)) {
    gint64 id = sqlite3_column_int64 (s, 0);
    AttFeed *feed = g_hash_table_lookup (feeds, &id);
    guint n = feed && feed->shelves ? g_strv_length (feed->shelves) : 0;
    if (feed == NULL)
      continue;
    feed->shelves = g_renew (char *, feed->shelves, n + 2);
    feed->shelves[n] = text (s, 1);
    feed->shelves[n + 1] = NULL;
  }
  return s != NULL && (error == NULL || *error == NULL);
}

GPtrArray *
att_feeds_list (AttDatabase *db, AttColumns *columns, const char *const *languages, GError **error)
{
  GError *failure = NULL;
  g_autoptr (GPtrArray) feeds = g_ptr_array_new_with_free_func ((GDestroyNotify) att_feed_unref);
  g_autoptr (GHashTable) by_id = g_hash_table_new (g_int64_hash, g_int64_equal);
  sqlite3_stmt *s = att_database_ask (db, &failure, COLUMNS "WHERE gone=0 ORDER BY folder COLLATE NOCASE, title COLLATE NOCASE, url", "");
  while (s && att_database_row (db, s, &failure)) {
    AttFeed *feed = read_row (s);
    g_ptr_array_add (feeds, feed);
    g_hash_table_insert (by_id, &feed->id, feed);
  }
  if (failure || !read_shelves (db, by_id, &failure)) {
    g_propagate_error (error, failure);
    return NULL;
  }
  gboolean counted = columns ? count_in_columns (db, columns, languages, by_id, error) : count_in_database (db, by_id, error);
  return counted ? g_steal_pointer (&feeds) : NULL;
}

AttFeed *
att_feeds_get (AttDatabase *db, gint64 id, GError **error)
{
  sqlite3_stmt *s = att_database_ask (db, error, COLUMNS "WHERE id=? AND gone=0", "i", id);
  AttFeed *feed = s && att_database_row (db, s, error) ? read_row (s) : NULL;
  if (s)
    sqlite3_reset (s);
  if (feed == NULL && error && *error == NULL)
    g_set_error (error, ATT_ERROR, ATT_ERROR_USAGE, _("There is no feed with the number %lld."), (long long) id);
  return feed;
}

gint64
att_feeds_find (AttDatabase *db, const char *words, guint *n)
{
  gint64 id = att_database_number (db, 0, "SELECT id FROM feed WHERE gone=0 AND url=?", "s", words);
  guint64 number;
  *n = id ? 1 : att_database_number (db, 0, "SELECT count(*) FROM feed WHERE gone=0 AND fold(title)=fold(?)", "s", words);
  if (id == 0 && *n == 1)
    id = att_database_number (db, 0, "SELECT id FROM feed WHERE gone=0 AND fold(title)=fold(?)", "s", words);
  if (*n > 0 || !g_ascii_string_to_unsigned (words, 10, 1, G_MAXINT64, &number, NULL))   /* "3 Continents" is no number */
    return id;
  return att_database_number (db, 0, "SELECT id FROM feed WHERE gone=0 AND id=?", "i", (gint64) number);
}

gint64
att_feeds_add (AttDatabase *db, const AttFeed *feed, GError **error)
{
  if (att_database_number (db, 0, "SELECT id FROM feed WHERE gone=0 AND url=?", "s", feed->url)) {
    g_set_error (error, ATT_ERROR, ATT_ERROR_EXISTS, _("You already subscribe to %s."), feed->url);
    return 0;
  }
  if (!att_database_run (db, error, "INSERT INTO feed (url, title, site, folder, language, country, kind, owner, every, pages) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", "ssssssssii", feed->url,
                         feed->title ? feed->title : "", feed->site, feed->folder ? feed->folder : "", feed->language, feed->country, feed->kind, feed->owner, feed->every, (gint64) feed->pages))
    return 0;
  return att_database_last_id (db);
}

gboolean
att_feeds_remove (AttDatabase *db, gint64 id, GError **error)
{
  if (!att_database_begin (db, error))
    return FALSE;
  gboolean done = att_articles_forget (db, "feed", id, error) && att_database_run (db, error, "DELETE FROM identity WHERE feed=?", "i", id)
                  && att_database_run (db, error, "DELETE FROM shelf WHERE feed=?", "i", id) && att_database_run (db, error, "DELETE FROM promotion WHERE feed=?", "i", id)
                  && att_database_run (db, error, "DELETE FROM keep WHERE scope='feed:' || ?", "i", id)
                  && att_database_run (db, error, "DELETE FROM label WHERE id NOT IN (SELECT label FROM labelled)", "") && att_database_run (db, error, "DELETE FROM feed WHERE id=?", "i", id);
  return att_database_end (db, done, error);
}

/* Monitors go along with what a statement says a feed was called, to what it is called now. */
static gboolean
follow (AttDatabase *db, sqlite3_stmt *was, const char *is, GError **error)
{
  g_autofree char *before = was && att_database_row (db, was, error) ? g_strdup ((const char *) sqlite3_column_text (was, 0)) : NULL;
  if (was)
    sqlite3_reset (was);
  return was && (before == NULL || att_monitors_follow (db, ATT_RENAMED_FEED, before, is, error));
}

/* With its name, unless another feed was called so too; to its address where another one is. */
static gboolean
follow_title (AttDatabase *db, gint64 id, const char *url, const char *title, GError **error)
{
  gboolean taken = *title && att_database_number (db, 0, "SELECT 1 FROM feed WHERE id<>? AND fold(title)=fold(?)", "is", id, title);
  return follow (db, att_database_ask (db, error, "SELECT title FROM feed WHERE id=?1 AND title<>'' AND title<>?2 AND NOT EXISTS (SELECT 1 FROM feed f WHERE f.id<>?1 AND fold(f.title)=fold(feed.title))", "is", id, title),
                 *title && !taken ? title : url, error);
}

/* And with its address, by which they go where two feeds have one title. */
static gboolean
follow_address (AttDatabase *db, gint64 id, const char *url, GError **error)
{
  return follow (db, att_database_ask (db, error, "SELECT url FROM feed WHERE id=? AND url<>?", "is", id, url), url, error);
}

gboolean
att_feeds_describe (AttDatabase *db, const AttFeed *feed, GError **error)
{
  const char *title = feed->title ? feed->title : "";
  if (att_database_number (db, 0, "SELECT 1 FROM feed WHERE url=? AND id<>?", "si", feed->url, feed->id)) {
    g_set_error (error, ATT_ERROR, ATT_ERROR_EXISTS, _("You already subscribe to %s."), feed->url);
    return FALSE;
  }
  if (!att_database_begin (db, error))
    return FALSE;
  gboolean done = follow_title (db, feed->id, feed->url, title, error) && follow_address (db, feed->id, feed->url, error)
                  && att_database_run (db, error, "UPDATE feed SET title=?, url=?, language=?, country=?, kind=?, owner=?, every=?, pages=?, due=CASE WHEN url=?2 AND every=?7 THEN due ELSE 0 END, "
                                       "etag=CASE WHEN url=?2 THEN etag END, modified=CASE WHEN url=?2 THEN modified END WHERE id=?", "ssssssiii",   /* of the old address: nothing to the new one */
                                       title, feed->url, feed->language, feed->country, feed->kind, feed->owner, feed->every, (gint64) feed->pages, feed->id);
  return att_database_end (db, done, error);
}

char *
att_feeds_get_walk (AttDatabase *db, gint64 id)
{
  sqlite3_stmt *s = att_database_ask (db, NULL, "SELECT walk FROM feed WHERE id=? AND gone=0", "i", id);
  char *url = s && att_database_row (db, s, NULL) ? g_strdup ((const char *) sqlite3_column_text (s, 0)) : NULL;
  if (s)
    sqlite3_reset (s);
  return url;
}

gboolean
att_feeds_set_walk (AttDatabase *db, gint64 id, const char *url, GError **error)
{
  return att_database_run (db, error, "UPDATE feed SET walk=? WHERE id=?", "si", url, id);
}

gboolean
att_feeds_is_ready_to_move (AttDatabase *db, gint64 id)
{
  return att_database_number (db, 0, "SELECT 1 FROM feed WHERE id=?1 AND moving>=?2 AND NOT EXISTS (SELECT 1 FROM feed f WHERE f.url=feed.moving_to)", "ii", id, (gint64) MOVED_AFTER) != 0;
}

gboolean
att_feeds_move (AttDatabase *db, gint64 id, const char *url, gboolean holds, GError **error)
{
  if (!holds)
    return att_database_run (db, error, "UPDATE feed SET moving_to=NULL, moving=0 WHERE id=?", "i", id);
  if (!att_feeds_is_ready_to_move (db, id) || !att_database_begin (db, error))
    return FALSE;
  gboolean done = follow_address (db, id, url, error) && att_database_run (db, error, "UPDATE feed SET url=?1, moving_to=NULL, moving=0, etag=NULL, modified=NULL WHERE id=?2", "si", url, id);
  return att_database_end (db, done, error);
}

/* An address that says it has moved is believed when it has said so three times running: a misconfigured server says it once. */
static gboolean
follow_move (AttDatabase *db, gint64 id, const AttFeedNews *news, GError **error)
{
  if (!att_database_run (db, error, "UPDATE feed SET moving=CASE WHEN moving_to=?1 THEN moving+1 ELSE 1 END, moving_to=?1 WHERE id=?2", "si", news->url, id))
    return FALSE;
  if (news->unseen || !att_feeds_is_ready_to_move (db, id))
    return TRUE;
  return follow_address (db, id, news->url, error) && att_database_run (db, error, "UPDATE feed SET url=moving_to, moving_to=NULL, moving=0 WHERE id=?", "i", id);
}

/* What is to be said of a feed that has moved to an address there is a subscription for already; NULL: it has not. */
static char *
moved_onto (AttDatabase *db, gint64 id, const char *url)
{
  if (att_database_number (db, 0, "SELECT 1 FROM feed WHERE url=? AND id<>? AND gone=0", "si", url, id) == 0)
    return NULL;
  return g_strdup_printf (_("The feed has moved to %s, which you subscribe to already. Unsubscribe from one of the two."), url);
}

gboolean
att_feeds_wait (AttDatabase *db, const char *host, gint64 until, GError **error)
{
  return att_database_run (db, error,
                           "UPDATE feed SET due=?1 + id * 61 % 600 WHERE due<?1 AND lower(substr(url, instr(url, '://')+3, length(?2)))=?2 "
                           "AND substr(url, instr(url, '://')+3+length(?2), 1) IN ('', '/', ':', '?', '#')",
                           "is", until, host);
}

gboolean
att_feeds_hasten (AttDatabase *db, gint64 before, gint64 after, GError **error)
{
  return att_database_run (db, error, "UPDATE feed SET due=checked+?2 WHERE every=0 AND failures=0 AND checked>0 AND due>checked+?2 AND due<=checked+?1+?1/10", "ii", before, after);   /* a tenth: schedule.c's lot */
}

gint64
att_feeds_newest (AttDatabase *db, gint64 id)
{
  return att_database_number (db, 0, "SELECT max(published) FROM (SELECT published FROM article WHERE feed=? ORDER BY id DESC LIMIT 1000)", "i", id);
}

/* What an answer is known by is said of the address that gave it: another one, by which the feed goes by now, has not given it. */
#define OF_ADDRESS(value) "CASE WHEN url IN (coalesce(?11, url), ?12) THEN " value " END"

static gboolean
tell (AttDatabase *db, gint64 id, const AttFeedNews *news, gint64 now, GError **error)
{
  gboolean well = news->trouble < 0;
  g_autofree char *twice = well && news->url ? moved_onto (db, id, news->url) : NULL;
  if (well && news->url && !follow_move (db, id, news, error))
    return FALSE;
  if (news->has_edition && news->url == NULL && !att_database_run (db, error, "UPDATE feed SET moving_to=NULL, moving=0 WHERE id=? AND moving>0", "i", id))
    return FALSE;   /* it says so no more; "not modified" says nothing either way */
  if (news->has_edition
      && !att_database_run (db, error, "UPDATE feed SET skip_hours=?, skip_days=?, hub=?, next=? WHERE id=?", "iissi", (gint64) news->skip_hours, (gint64) news->skip_days,
                            news->hub, news->next, id))
    return FALSE;
  return att_database_run (db, error,
                           "UPDATE feed SET title=CASE WHEN title='' THEN coalesce(?1, title) ELSE title END, site=coalesce(?2, site), "
                           "language=coalesce(?3, language), etag=CASE WHEN ?4 THEN " OF_ADDRESS ("?5") " ELSE etag END, modified=CASE WHEN ?4 THEN " OF_ADDRESS ("?6") " ELSE modified END, "
                           "checked=?7, due=?8, interval=CASE WHEN ?13 THEN ?9 ELSE interval END WHERE id=?10",
                           "sssissiiiissi", news->title, news->site, news->language, (gint64) well, news->etag, news->modified, now,
                           news->due, news->interval, id, news->asked, news->landed, (gint64) news->has_edition)
         && att_database_run (db, error,
                              "UPDATE feed SET failures=CASE WHEN ?1 THEN 0 ELSE failures+1 END, "
                              "failing_since=CASE WHEN ?1 THEN 0 WHEN failing_since=0 THEN ?2 ELSE failing_since END, trouble=?3, trouble_text=?4 WHERE id=?5",
                              "iiisi", (gint64) well, now, (gint64) news->trouble, twice ? twice : news->trouble_text, id);
}

gboolean
att_feeds_tell (AttDatabase *db, gint64 id, const AttFeedNews *news, gint64 now, GError **error)
{
  return att_database_begin (db, error) && att_database_end (db, tell (db, id, news, now, error), error);
}
