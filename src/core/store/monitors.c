/* monitors.c: filters with a name, and what they told (tables monitor and ring).
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "store/monitors.h"

#include "filter/syntax.h"
#include "store/articles.h"
#include "store/selection.h"

/* In languages the person reads; none: all. A filter that an older program wrote and that means nothing now selects nothing, and is no error. */
static GArray *
select_rows (const AttMonitor *monitor, AttDatabase *db, const AttColumns *columns, const char *const *languages, gint64 now, GError **error)
{
  g_autoptr (AttFilter) filter = att_filter_parse (monitor->filter, NULL);
  g_autoptr (AttFilter) readable = filter ? att_filter_with_languages (filter, languages) : NULL;
  return readable && att_selection_fits (readable) ? att_selection_rows (columns, db, readable, now, error) : NULL;
}

static void
count (AttMonitor *monitor, AttDatabase *db, const AttColumns *columns, const char *const *languages, gint64 now)
{
  g_autoptr (GArray) rows = select_rows (monitor, db, columns, languages, now, NULL);
  monitor->articles = rows ? rows->len : 0;
  for (guint i = 0; rows && i < rows->len; i++)
    monitor->unread += !(columns->flags[g_array_index (rows, guint, i)] & ATT_FLAG_READ);
}

static AttMonitor *
read_monitor (sqlite3_stmt *s)
{
  AttMonitor *monitor = att_monitor_new (sqlite3_column_int64 (s, 0), sqlite3_column_int64 (s, 1), (const char *) sqlite3_column_text (s, 2), (const char *) sqlite3_column_text (s, 3), sqlite3_column_int (s, 4));
  att_monitor_set_burst (monitor, sqlite3_column_int (s, 5), sqlite3_column_int (s, 6));
  return monitor;
}

GPtrArray *
att_monitors_list (AttDatabase *db, AttColumns *columns, const char *const *languages, gint64 now, GError **error)
{
  if (columns && !att_columns_follow (columns, db, error))
    return NULL;
  g_autoptr (GPtrArray) monitors = g_ptr_array_new_with_free_func ((GDestroyNotify) att_monitor_unref);
  sqlite3_stmt *s = att_database_ask (db, error, "SELECT id, position, name, filter, alert, sensitivity, outlets FROM monitor ORDER BY position, id", "");
  while (s && att_database_row (db, s, error))
    g_ptr_array_add (monitors, read_monitor (s));
  for (guint i = 0; columns && i < monitors->len; i++)
    count (g_ptr_array_index (monitors, i), db, columns, languages, now);
  return s ? g_steal_pointer (&monitors) : NULL;
}

#define DAY 86400
#define REMEMBERED (ATT_NEWS + DAY)   /* seconds: a day longer than pages are looked at again, see pages.c */

/* What is there already is no news. */
#define SEEN "(SELECT coalesce(max(id), 0) FROM article)"

/* Another name or another sensitivity is no other question: what it has not told of yet is still to be told. */
#define SAME "filter=excluded.filter AND alert<>0"
#define CHANGED "ON CONFLICT (id) DO UPDATE SET name=excluded.name, filter=excluded.filter, position=excluded.position, alert=excluded.alert, sensitivity=excluded.sensitivity, outlets=excluded.outlets, " \
                "seen=CASE WHEN " SAME " THEN seen ELSE excluded.seen END, first=CASE WHEN " SAME " THEN first ELSE excluded.first END, asked=asked + 1"

gint64
att_monitors_write (AttDatabase *db, const AttMonitor *monitor, GError **error)
{
  if (monitor->id)
    return att_database_run (db, error, "INSERT INTO monitor (id, name, filter, position, alert, sensitivity, outlets, seen, first) VALUES (?, ?, ?, ?, ?, ?, ?, " SEEN ", " SEEN ") " CHANGED, "issiiii", monitor->id,
                             monitor->name, monitor->filter, monitor->position, (gint64) monitor->alert, (gint64) monitor->sensitivity, (gint64) monitor->outlets)
           ? monitor->id : 0;
  if (!att_database_run (db, error, "INSERT INTO monitor (name, filter, position, alert, sensitivity, outlets, seen, first) SELECT ?, ?, coalesce(max(position), 0) + 1, ?, ?, ?, " SEEN ", " SEEN " FROM monitor", "ssiii",
                         monitor->name, monitor->filter, (gint64) monitor->alert, (gint64) monitor->sensitivity, (gint64) monitor->outlets))
    return 0;
  return att_database_last_id (db);
}

gboolean
att_monitors_remove (AttDatabase *db, gint64 id, GError **error)
{
  return att_database_run (db, error, "DELETE FROM monitor WHERE id=?", "i", id) && att_database_run (db, error, "DELETE FROM heard WHERE monitor=?", "i", id);
}

static int
place_of (const GPtrArray *monitors, gint64 id)
{
  for (guint i = 0; i < monitors->len; i++)
    if (((AttMonitor *) g_ptr_array_index (monitors, i))->id == id)
      return i;
  return -1;
}

/* All positions are numbered anew, since they may have gaps and doubles. */
gboolean
att_monitors_move (AttDatabase *db, gint64 id, int by, GError **error)
{
  g_autoptr (GPtrArray) monitors = att_monitors_list (db, NULL, NULL, 0, error);
  int from = monitors ? place_of (monitors, id) : -1;
  if (monitors == NULL || from < 0)
    return monitors != NULL;
  gpointer moved = g_ptr_array_steal_index (monitors, from);
  g_ptr_array_insert (monitors, CLAMP (from + by, 0, (int) monitors->len), moved);
  if (!att_database_begin (db, error))
    return FALSE;
  gboolean done = TRUE;
  for (guint i = 0; i < monitors->len && done; i++)
    done = att_database_run (db, error, "UPDATE monitor SET position=? WHERE id=?", "ii", (gint64) i + 1, ((AttMonitor *) g_ptr_array_index (monitors, i))->id);
  return att_database_end (db, done, error);
}

static void
renaming_free (gpointer data)
{
  AttMonitorRenaming *self = data;
  g_free (self->before);
  g_free (self->after);
  g_free (self);
}

GPtrArray *
att_monitors_list_renamed (AttDatabase *db, AttRenamed what, const char *from, const char *to, GError **error)
{
  g_autoptr (GPtrArray) monitors = att_monitors_list (db, NULL, NULL, 0, error), found = g_ptr_array_new_with_free_func (renaming_free);
  for (guint i = 0; monitors && i < monitors->len; i++) {
    const AttMonitor *monitor = g_ptr_array_index (monitors, i);
    g_autoptr (AttFilter) filter = att_filter_parse (monitor->filter, NULL), renamed = filter ? att_filter_with_renamed (filter, what, from, to) : NULL;
    if (renamed == NULL)
      continue;
    AttMonitorRenaming *renaming = g_new (AttMonitorRenaming, 1);
    *renaming = (AttMonitorRenaming) { monitor->id, g_strdup (monitor->filter), att_filter_format (renamed) };
    g_ptr_array_add (found, renaming);
  }
  return monitors ? g_steal_pointer (&found) : NULL;
}

gboolean
att_monitors_follow (AttDatabase *db, AttRenamed what, const char *from, const char *to, GError **error)
{
  g_autoptr (GPtrArray) renamings = att_monitors_list_renamed (db, what, from, to, error);
  gboolean done = renamings != NULL;
  for (guint i = 0; done && i < renamings->len; i++) {
    const AttMonitorRenaming *renaming = g_ptr_array_index (renamings, i);
    done = att_database_run (db, error, "UPDATE monitor SET filter=? WHERE id=?", "si", renaming->after, renaming->monitor);
  }
  return done;
}

gint64
att_monitors_find (AttDatabase *db, const char *name)
{
  return att_database_number (db, 0, "SELECT id FROM monitor WHERE fold(name)=fold(?)", "s", name);
}

void
att_monitor_news_free (AttMonitorNews *self)
{
  g_free (self->name);
  g_free (self->headline);
  g_clear_pointer (&self->told, g_array_unref);
  g_free (self);
}

static char *
headline_of (AttDatabase *db, gint64 article)
{
  sqlite3_stmt *s = att_database_ask (db, NULL, "SELECT title FROM article WHERE id=?", "i", article);
  char *title = s && att_database_row (db, s, NULL) ? g_strdup ((const char *) sqlite3_column_text (s, 0)) : g_strdup ("");
  if (s)
    sqlite3_reset (s);
  return title;
}

/* How far a monitor has been asked, and what of that is to be asked again. */
typedef struct {
  gint64 seen, first, asked;
  GHashTable *again;   /* numbers of articles whose words changed and that it has not told of */
} Heard;

static gboolean
read_heard (AttDatabase *db, gint64 monitor, Heard *heard, GError **error)
{
  sqlite3_stmt *s = att_database_ask (db, error, "SELECT seen, first, asked FROM monitor WHERE id=?", "i", monitor);
  if (s && att_database_row (db, s, error)) {
    heard->seen = sqlite3_column_int64 (s, 0);
    heard->first = sqlite3_column_int64 (s, 1);
    heard->asked = sqlite3_column_int64 (s, 2);
    sqlite3_reset (s);
  }
  s = att_database_ask (db, error, "SELECT article FROM reworded WHERE article NOT IN (SELECT article FROM heard WHERE monitor=?)", "i", monitor);
  while (s && att_database_row (db, s, error)) {
    gint64 article = sqlite3_column_int64 (s, 0);
    g_hash_table_add (heard->again, g_memdup2 (&article, sizeof article));
  }
  return s != NULL;
}

static gboolean
is_unheard (const Heard *heard, gint64 article)
{
  return article > heard->seen || (article > heard->first && g_hash_table_contains (heard->again, &article));
}

/* What a feed brings of old when it is new is no news; what one that was there before brings late, is. feeds: what is known of each, 1 new, 2 not. */
static gboolean
is_archive (AttDatabase *db, const AttColumns *columns, guint row, guint8 *feeds, gint64 now)
{
  guint feed = columns->feeds[row];
  if (columns->published[row] > now - ATT_NEWS)
    return FALSE;
  if (feeds[feed] == 0)
    feeds[feed] = att_database_number (db, 0, "SELECT 1 FROM article WHERE feed=? AND seen<? LIMIT 1", "ii", g_array_index (columns->feed_ids, gint64, feed), now - DAY) ? 2 : 1;
  return feeds[feed] == 1;
}

/* What a monitor selects, told apart by whether it was there when it was asked last. */
static void
tell_apart (AttMonitorNews *news, AttDatabase *db, const AttColumns *columns, const GArray *rows, const Heard *heard, gint64 now)
{
  g_autofree guint8 *feeds = g_new0 (guint8, columns->feed_ids->len + 1);
  g_autofree guint8 *outlets = g_new0 (guint8, columns->feed_ids->len + 1);
  for (guint i = 0; i < rows->len; i++) {
    guint row = g_array_index (rows, guint, i);
    gint64 id = columns->ids[row];
    if (!is_unheard (heard, id) || is_archive (db, columns, row, feeds, now)) {
      news->unread += !(columns->flags[row] & ATT_FLAG_READ);
      continue;
    }
    if (news->articles++ == 0)
      news->headline = headline_of (db, id);
    g_array_append_val (news->told, id);
    news->outlets += !outlets[columns->feeds[row]];
    outlets[columns->feeds[row]] = TRUE;
  }
}

static AttMonitorNews *
read_news (AttDatabase *db, const AttColumns *columns, const AttMonitor *monitor, const char *const *languages, gint64 now, GError **error)
{
  g_autoptr (GArray) rows = select_rows (monitor, db, columns, languages, now, error);
  if (rows == NULL)
    return NULL;
  g_autoptr (GHashTable) again = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  Heard heard = { .again = again };
  if (!read_heard (db, monitor->id, &heard, error))
    return NULL;
  AttMonitorNews *news = g_new0 (AttMonitorNews, 1);
  *news = (AttMonitorNews) { .monitor = monitor->id, .seen = columns->max_id, .asked = heard.asked, .told = g_array_new (FALSE, FALSE, sizeof (gint64)), .name = g_strdup (monitor->name),
                             .alert = monitor->alert, .sensitivity = monitor->sensitivity, .wanted_outlets = monitor->outlets };
  att_coverage_count_days (columns, rows, now, news->days, &news->outlets_today);
  news->rang_today = att_database_number (db, 0, "SELECT 1 FROM ring WHERE monitor=? AND alert=? AND moment>=? LIMIT 1", "iii", monitor->id, (gint64) monitor->alert, att_coverage_day_start (now));
  tell_apart (news, db, columns, rows, &heard, now);
  return news;
}

GPtrArray *
att_monitors_news (AttDatabase *db, AttColumns *columns, const char *const *languages, gint64 now, GError **error)
{
  GError *failure = NULL;
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func ((GDestroyNotify) att_monitor_news_free);
  g_autoptr (GPtrArray) monitors = att_columns_follow (columns, db, &failure) ? att_monitors_list (db, NULL, NULL, now, &failure) : NULL;
  for (guint i = 0; monitors && i < monitors->len && failure == NULL; i++) {
    const AttMonitor *monitor = g_ptr_array_index (monitors, i);
    g_autoptr (GError) unread = NULL;   /* of this one alone: the others speak */
    AttMonitorNews *news = monitor->alert == ATT_ALERT_NEVER ? NULL : read_news (db, columns, monitor, languages, now, &unread);
    if (unread)
      g_warning ("The monitor “%s” cannot be asked: %s", monitor->name, unread->message);
    if (news && news->articles)
      g_ptr_array_add (all, news);
    else
      g_clear_pointer (&news, att_monitor_news_free);
  }
  if (failure == NULL)
    return g_steal_pointer (&all);
  g_propagate_error (error, failure);
  return NULL;
}

/* FALSE without error: it was asked twice at once, and has told of this already. */
static gboolean
write_heard (AttDatabase *db, const AttMonitorNews *news, gint64 now, GError **error)
{
  if (!att_database_run (db, error, "UPDATE monitor SET asked=asked+1, seen=max(seen, ?) WHERE id=? AND asked=?", "iii", news->seen, news->monitor, news->asked)
      || att_database_n_changed (db) == 0)
    return FALSE;
  for (guint i = 0; i < news->told->len; i++)
    if (!att_database_run (db, error, "INSERT OR IGNORE INTO heard (monitor, article, moment) VALUES (?, ?, ?)", "iii", news->monitor, g_array_index (news->told, gint64, i), now))
      return FALSE;
  return TRUE;
}

static gboolean
write_ring (AttDatabase *db, const AttRing *ring, gint64 now, GError **error)
{
  return att_database_run (db, error, "INSERT INTO ring (monitor, name, moment, alert, articles, outlets, headline, told) VALUES (?, ?, ?, ?, ?, ?, ?, 0)", "isiiiis", ring->monitor, ring->name, now,
                           (gint64) ring->alert, (gint64) ring->articles, (gint64) ring->outlets, ring->headline);
}

static gboolean
write_told (AttDatabase *db, const GPtrArray *news, const GPtrArray *rings, gint64 now, GError **error)
{
  GError *failure = NULL;
  for (guint i = 0; i < news->len && failure == NULL; i++) {
    const AttMonitorNews *one = g_ptr_array_index (news, i);
    if (!write_heard (db, one, now, &failure))
      continue;
    for (guint k = 0; k < rings->len && failure == NULL; k++)
      if (((const AttRing *) g_ptr_array_index (rings, k))->monitor == one->monitor)
        write_ring (db, g_ptr_array_index (rings, k), now, &failure);
  }
  if (failure) {
    g_propagate_error (error, failure);
    return FALSE;
  }
  return att_database_run (db, error, "DELETE FROM reworded WHERE moment<?", "i", now - REMEMBERED)   /* what is asked of again stays heard */
         && att_database_run (db, error, "DELETE FROM heard WHERE moment<? AND article NOT IN (SELECT article FROM reworded)", "i", now - REMEMBERED);
}

gboolean
att_monitors_told (AttDatabase *db, const GPtrArray *news, const GPtrArray *rings, gint64 now, GError **error)
{
  return att_database_begin (db, error) && att_database_end (db, write_told (db, news, rings, now, error), error);
}

static GPtrArray *
read_rings (AttDatabase *db, sqlite3_stmt *s, GError **error)
{
  g_autoptr (GPtrArray) rings = g_ptr_array_new_with_free_func ((GDestroyNotify) att_ring_free);
  while (s && att_database_row (db, s, error)) {
    AttRing *ring = g_new0 (AttRing, 1);
    *ring = (AttRing) { .monitor = sqlite3_column_int64 (s, 0), .name = g_strdup ((const char *) sqlite3_column_text (s, 1)), .moment = sqlite3_column_int64 (s, 2), .alert = sqlite3_column_int (s, 3),
                        .articles = sqlite3_column_int (s, 4), .outlets = sqlite3_column_int (s, 5), .headline = g_strdup ((const char *) sqlite3_column_text (s, 6)) };
    g_ptr_array_add (rings, ring);
  }
  return s ? g_steal_pointer (&rings) : NULL;
}

#define RINGS "SELECT monitor, name, moment, alert, articles, outlets, headline FROM ring "

GPtrArray *
att_monitors_rings (AttDatabase *db, guint n, GError **error)
{
  return read_rings (db, att_database_ask (db, error, RINGS "ORDER BY id DESC LIMIT ?", "i", (gint64) n), error);
}

GPtrArray *
att_monitors_take (AttDatabase *db, GError **error)
{
  if (!att_database_begin (db, error))   /* another program may take them, too: they are told once */
    return NULL;
  g_autoptr (GPtrArray) rings = read_rings (db, att_database_ask (db, error, RINGS "WHERE NOT told ORDER BY id DESC", ""), error);
  gboolean taken = rings && (rings->len == 0 || att_database_run (db, error, "UPDATE ring SET told=1 WHERE NOT told", ""));
  return att_database_end (db, taken, error) ? g_steal_pointer (&rings) : NULL;
}
