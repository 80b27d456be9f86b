/* retention.c: how long stories are kept, and letting go of them (table keep).
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "store/retention.h"

#include <string.h>

#define DAY 86400
#define PAGES "200"          /* of the file, given back at a time */

static char *
scope_of (const char *folder, gint64 feed)
{
  return feed ? g_strdup_printf ("feed:%" G_GINT64_FORMAT, feed) : folder && *folder ? g_strconcat ("folder:", folder, NULL) : g_strdup ("");
}

gboolean
att_retention_set (AttDatabase *db, const char *folder, gint64 feed, const AttKeep *keep, GError **error)
{
  g_autofree char *scope = scope_of (folder, feed);
  if (keep == NULL)
    return att_database_run (db, error, "DELETE FROM keep WHERE scope=?", "s", scope);
  return att_database_run (db, error, "INSERT OR REPLACE INTO keep (scope, days, number) VALUES (?, ?, ?)", "sii", scope, (gint64) keep->days, (gint64) keep->number);
}

static gboolean
read_keep (AttDatabase *db, const char *scope, AttKeep *keep)
{
  sqlite3_stmt *s = att_database_ask (db, NULL, "SELECT days, number FROM keep WHERE scope=?", "s", scope);
  if (s == NULL || !att_database_row (db, s, NULL))
    return FALSE;
  *keep = (AttKeep) { sqlite3_column_int64 (s, 0), sqlite3_column_int64 (s, 1) };
  sqlite3_reset (s);
  return TRUE;
}

static char *
folder_of (AttDatabase *db, gint64 feed)
{
  sqlite3_stmt *s = att_database_ask (db, NULL, "SELECT folder FROM feed WHERE id=?", "i", feed);
  char *folder = s && att_database_row (db, s, NULL) ? g_strdup ((const char *) sqlite3_column_text (s, 0)) : NULL;
  if (s)
    sqlite3_reset (s);
  return folder;
}

gboolean
att_retention_has (AttDatabase *db, gint64 feed)
{
  g_autofree char *scope = g_strdup_printf ("feed:%" G_GINT64_FORMAT, feed);
  AttKeep keep;
  return read_keep (db, scope, &keep);
}

AttKeep
att_retention_get (AttDatabase *db, gint64 feed)
{
  AttKeep keep = { 0 };
  g_autofree char *own = scope_of (NULL, feed), *folder = feed ? folder_of (db, feed) : NULL;
  if (feed && read_keep (db, own, &keep))
    return keep;
  while (folder && *folder) {   /* its folder, then the one around it */
    g_autofree char *scope = scope_of (folder, 0);
    if (read_keep (db, scope, &keep))
      return keep;
    char *slash = strrchr (folder, '/');
    *(slash ? slash : folder) = '\0';
  }
  read_keep (db, "", &keep);
  return keep;
}

/* Of one feed, the oldest first. */
static GArray *
list_over (AttDatabase *db, gint64 feed, AttKeep keep, gint64 now, guint n, GError **error)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint64 before = keep.days ? now - (gint64) keep.days * DAY : G_MININT64;
  sqlite3_stmt *s = att_database_ask (db, error,
    "SELECT a.id FROM article a JOIN entry e ON e.published=a.published AND e.id=a.id WHERE a.feed=?1 AND NOT e.flags & 2 "
    "AND NOT EXISTS (SELECT 1 FROM correction c WHERE c.article=a.id) AND NOT EXISTS (SELECT 1 FROM attribution s WHERE s.article=a.id) AND NOT EXISTS (SELECT 1 FROM note n WHERE n.article=a.id) AND NOT EXISTS (SELECT 1 FROM labelled l WHERE l.article=a.id) "
    "AND (a.published<?2 OR (?3>0 AND a.id IN (SELECT id FROM article WHERE feed=?1 ORDER BY published DESC, id DESC LIMIT -1 OFFSET ?3))) ORDER BY a.published LIMIT ?4",
    "iiii", feed, before, (gint64) keep.number, (gint64) n);
  while (s && att_database_row (db, s, error)) {
    gint64 id = sqlite3_column_int64 (s, 0);
    g_array_append_val (ids, id);
  }
  return ids;
}

static GArray *
list_feeds (AttDatabase *db, GError **error)
{
  GArray *feeds = g_array_new (FALSE, FALSE, sizeof (gint64));
  sqlite3_stmt *s = att_database_ask (db, error, "SELECT id FROM feed WHERE EXISTS (SELECT 1 FROM keep WHERE days>0 OR number>0) ORDER BY id", "");
  while (s && att_database_row (db, s, error)) {
    gint64 id = sqlite3_column_int64 (s, 0);
    g_array_append_val (feeds, id);
  }
  return feeds;
}

/* Their keys stay, so that their feed does not bring them back: all at once, as no index leads from an article to its keys. */
static gboolean
keep_keys (AttDatabase *db, gint64 feed, const GArray *ids, GError **error)
{
  g_autoptr (GString) list = g_string_new ("[");
  for (guint i = 0; i < ids->len; i++)
    g_string_append_printf (list, "%s%" G_GINT64_FORMAT, i ? "," : "", g_array_index (ids, gint64, i));
  g_string_append_c (list, ']');
  return att_database_run (db, error, "UPDATE identity SET article=-1 WHERE feed=? AND article IN (SELECT value FROM json_each(?))", "is", feed, list->str);
}

/* What a feed has too much of, let go of in one go: what is starred or noted until then stays. NULL: nothing is, with the error set. */
static GArray *
forget_over (AttDatabase *db, gint64 feed, AttKeep keep, gint64 now, guint n, GError **error)
{
  GError *failure = NULL;
  if (!att_database_begin (db, error))
    return NULL;
  g_autoptr (GArray) ids = list_over (db, feed, keep, now, n, &failure);
  for (guint i = 0; i < ids->len && failure == NULL; i++)
    att_articles_forget (db, "id", g_array_index (ids, gint64, i), &failure);
  if (failure == NULL)
    keep_keys (db, feed, ids, &failure);
  return att_database_settle (db, failure, error) ? g_steal_pointer (&ids) : NULL;
}

int
att_retention_tidy (AttDatabase *db, guint n, gint64 now, AttChange *change, GError **error)
{
  GError *failure = NULL;
  g_autoptr (GArray) feeds = list_feeds (db, &failure);
  guint gone = 0;
  for (guint i = 0; i < feeds->len && gone < n && failure == NULL; i++) {
    gint64 feed = g_array_index (feeds, gint64, i);
    AttKeep keep = att_retention_get (db, feed);
    if (keep.days == 0 && keep.number == 0)
      continue;
    g_autoptr (GArray) over = list_over (db, feed, keep, now, n - gone, &failure);
    if (failure || over->len == 0)   /* as a rule: nobody need wait for a lock then */
      continue;
    g_autoptr (GArray) ids = forget_over (db, feed, keep, now, n - gone, &failure);
    if (ids == NULL)
      continue;
    gone += ids->len;
    g_array_append_vals (change->touched, ids->data, ids->len);
    change->feeds = TRUE;
  }
  if (gone && failure == NULL)
    att_database_script (db, "PRAGMA incremental_vacuum(" PAGES ")", &failure);
  if (failure == NULL)
    return gone;
  g_propagate_error (error, failure);
  return -1;
}
