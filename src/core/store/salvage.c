/* salvage.c: what can be read of a damaged store, in a new one.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "store/salvage.h"

#include "base/error.h"
#include "store/backup.h"
#include "store/database.h"
#include "store/identity.h"
#include "store/topics.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#define AT_ONCE 20000        /* rows a transaction */

/* A table carried over: the same columns there and here. */
typedef struct {
  sqlite3 *from;
  AttDatabase *to;
  char *name, *columns, *marks;   /* "a,b", "?,?" */
  guint n_columns, n_rows;
  gboolean rowid;                 /* it has numbers to ask for one by one */
} Carrying;

static GPtrArray *
list_columns (sqlite3 *db, const char *table)
{
  GPtrArray *columns = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *sql = g_strdup_printf ("SELECT name FROM pragma_table_info('%s')", table);
  sqlite3_stmt *s = NULL;
  if (sqlite3_prepare_v2 (db, sql, -1, &s, NULL) == SQLITE_OK)
    while (sqlite3_step (s) == SQLITE_ROW)
      g_ptr_array_add (columns, g_strdup ((const char *) sqlite3_column_text (s, 0)));
  sqlite3_finalize (s);
  return columns;
}

static gboolean
share_columns (Carrying *self, AttDatabase *to)
{
  g_autoptr (GPtrArray) theirs = list_columns (self->from, self->name);
  g_autoptr (GString) columns = g_string_new (NULL), marks = g_string_new (NULL);
  g_autofree char *sql = g_strdup_printf ("SELECT name FROM pragma_table_info('%s')", self->name);
  sqlite3_stmt *s = att_database_ask (to, NULL, sql, "");
  while (s && att_database_row (to, s, NULL)) {
    const char *name = (const char *) sqlite3_column_text (s, 0);
    if (!g_ptr_array_find_with_equal_func (theirs, name, g_str_equal, NULL))
      continue;
    g_string_append_printf (columns, "%s\"%s\"", self->n_columns ? "," : "", name);
    g_string_append (marks, self->n_columns++ ? ",?" : "?");
  }
  self->columns = g_string_free (g_steal_pointer (&columns), FALSE);
  self->marks = g_string_free (g_steal_pointer (&marks), FALSE);
  return self->n_columns > 0;
}

static gboolean
insert (Carrying *self, sqlite3_stmt *row, GError **error)
{
  g_autofree char *sql = g_strdup_printf ("INSERT OR IGNORE INTO \"%s\" (%s) VALUES (%s)", self->name, self->columns, self->marks);
  sqlite3_stmt *s = att_database_prepare (self->to, sql, error);
  if (s == NULL)
    return FALSE;
  for (guint i = 0; i < self->n_columns; i++)
    sqlite3_bind_value (s, i + 1, sqlite3_column_value (row, i));
  int step = sqlite3_step (s);
  sqlite3_reset (s);
  if (step != SQLITE_DONE)
    return att_database_fail (self->to, error);
  if (++self->n_rows % AT_ONCE == 0)
    return att_database_commit (self->to, error) && att_database_begin (self->to, error);
  return TRUE;
}

/* How far a question comes. Returns SQLITE_DONE, or what stopped it; *last gets the first column of the last row. */
static int
copy (Carrying *self, const char *order, gint64 *last, GError **error)
{
  g_autofree char *sql = g_strdup_printf ("SELECT %s FROM \"%s\" %s", self->columns, self->name, order);
  sqlite3_stmt *s = NULL;
  int step = sqlite3_prepare_v2 (self->from, sql, -1, &s, NULL);
  while (step == SQLITE_OK || step == SQLITE_ROW) {
    step = sqlite3_step (s);
    if (step != SQLITE_ROW)
      break;
    *last = sqlite3_column_int64 (s, 0);
    if (!insert (self, s, error)) {
      step = SQLITE_ABORT;
      break;
    }
  }
  sqlite3_finalize (s);
  return step;
}

/* Between what was read from the beginning and from the end, row by row: what lies on a sound page answers. */
static gboolean
copy_between (Carrying *self, gint64 from, gint64 to, GError **error)
{
  GError *failure = NULL;
  for (gint64 id = from + 1; id < to && failure == NULL; id++) {
    gint64 last = 0;
    g_autofree char *one = g_strdup_printf ("WHERE rowid=%" G_GINT64_FORMAT, id);
    copy (self, one, &last, &failure);
  }
  if (failure)
    g_propagate_error (error, failure);
  return failure == NULL;
}

/* The other way round than a table lies, which a table without numbers does by its key. */
static char *
reverse_order (const Carrying *self)
{
  if (self->rowid)
    return g_strdup ("ORDER BY rowid DESC");
  GString *order = g_string_new (NULL);
  g_autofree char *sql = g_strdup_printf ("SELECT x.name, x.\"desc\" FROM pragma_index_list('%s') l, pragma_index_xinfo(l.name) x WHERE l.origin='pk' AND x.key ORDER BY x.seqno", self->name);
  sqlite3_stmt *s = NULL;
  if (sqlite3_prepare_v2 (self->from, sql, -1, &s, NULL) == SQLITE_OK)
    while (sqlite3_step (s) == SQLITE_ROW)
      g_string_append_printf (order, "%s \"%s\" %s", order->len ? "," : "ORDER BY", sqlite3_column_text (s, 0), sqlite3_column_int (s, 1) ? "ASC" : "DESC");
  sqlite3_finalize (s);
  return g_string_free (order, FALSE);
}

/* A number no row of the table is beyond, where its end cannot be read: as others tell. */
static gint64
highest_number (const Carrying *self)
{
  static const char *const TOLD[] = { "SELECT seq FROM sqlite_sequence WHERE name='article'", "SELECT max(article) FROM evidence", "SELECT max(article) FROM body", "SELECT max(id) FROM article", "SELECT max(id) FROM entry" };
  g_autofree char *own = g_strdup_printf ("SELECT seq FROM sqlite_sequence WHERE name='%s'", self->name);
  gboolean by_article = strcmp (self->name, "article") == 0 || strcmp (self->name, "body") == 0 || strcmp (self->name, "page") == 0;
  gint64 highest = 0;
  for (guint i = 0; i <= (by_article ? G_N_ELEMENTS (TOLD) : 0); i++) {
    sqlite3_stmt *s = NULL;
    if (sqlite3_prepare_v2 (self->from, i ? TOLD[i - 1] : own, -1, &s, NULL) == SQLITE_OK && sqlite3_step (s) == SQLITE_ROW)
      highest = MAX (highest, sqlite3_column_int64 (s, 0));
    sqlite3_finalize (s);
  }
  return highest;
}

/* FALSE with error: the new store cannot be written. *whole: nothing was left out. */
static gboolean
carry (Carrying *self, gboolean *whole, GError **error)
{
  GError *failure = NULL;
  gint64 first = 0, last = 0;
  *whole = TRUE;
  if (!share_columns (self, self->to) || !att_database_begin (self->to, error))
    return error == NULL || *error == NULL;
  int forth = copy (self, self->rowid ? "ORDER BY rowid" : "", &first, &failure);
  if (forth != SQLITE_DONE && failure == NULL) {
    *whole = FALSE;
    g_autofree char *back = reverse_order (self);
    copy (self, back, &last, &failure);
    if (self->rowid && failure == NULL)
      copy_between (self, first, last ? last : highest_number (self) + 1, &failure);
  }
  return att_database_settle (self->to, failure, error);
}

/* The tables of a new store that hold what cannot be made anew. */
static GPtrArray *
list_tables (AttDatabase *db, GError **error)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  sqlite3_stmt *s = att_database_ask (db, error, "SELECT name FROM sqlite_schema WHERE type='table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'search%' AND name<>'change' ORDER BY name='feed' DESC, name='article' DESC, name", "");
  while (s && att_database_row (db, s, error))
    g_ptr_array_add (names, g_strdup ((const char *) sqlite3_column_text (s, 0)));
  return names;
}

static gboolean
has_rowid (sqlite3 *from, const char *table)
{
  g_autofree char *sql = g_strdup_printf ("SELECT rowid FROM \"%s\" LIMIT 0", table);
  sqlite3_stmt *s = NULL;
  gboolean has = sqlite3_prepare_v2 (from, sql, -1, &s, NULL) == SQLITE_OK;
  sqlite3_finalize (s);
  return has;
}

/* What hangs on articles that are lost goes: their numbers are given to others. */
static gboolean
drop_lost (AttDatabase *db, GError **error)
{
  static const char *const TABLES[] = { "body", "quote", "event", "page", "version", "source_mark", "enclosure", "correction", "correction_before", "attribution", "note", "heard", "reworded" };
  for (guint i = 0; i < G_N_ELEMENTS (TABLES); i++) {
    g_autofree char *sql = g_strdup_printf ("DELETE FROM %s WHERE article NOT IN (SELECT id FROM article)", TABLES[i]);
    if (!att_database_run (db, error, sql, ""))
      return FALSE;
  }
  return TRUE;
}

/* What belongs together again: articles without a feed or text, entries without an article, and the words' index. */
static gboolean
mend (AttDatabase *db, GError **error)
{
  static const char *const STEPS[] = {
    "INSERT OR IGNORE INTO feed (id, url, title) SELECT DISTINCT feed, 'lost:' || feed, 'Lost feed ' || feed FROM article WHERE feed NOT IN (SELECT id FROM feed)",
    "INSERT OR IGNORE INTO body (article, text) SELECT id, summary FROM article WHERE id NOT IN (SELECT article FROM body)",
    "DELETE FROM identity WHERE article>0 AND article NOT IN (SELECT id FROM article)",
    "DELETE FROM entry_left WHERE id NOT IN (SELECT id FROM article)",
    "DELETE FROM entry WHERE NOT EXISTS (SELECT 1 FROM article a WHERE a.id=entry.id AND a.published=entry.published)",
    "INSERT OR IGNORE INTO entry (published, id, feed, flags, topics, language) SELECT published, id, feed, 0, x'', language FROM article a WHERE NOT EXISTS (SELECT 1 FROM entry e WHERE e.published=a.published AND e.id=a.id) AND id NOT IN (SELECT id FROM entry_left)",
    "UPDATE entry SET language=(SELECT language FROM article a WHERE a.id=entry.id) WHERE language IS NULL",   /* as migrations give it to an older store */
    "DELETE FROM evidence WHERE article NOT IN (SELECT id FROM article) OR topic NOT IN (SELECT id FROM topic)",
    "DELETE FROM labelled WHERE article NOT IN (SELECT id FROM article) OR label NOT IN (SELECT id FROM label)",
    "UPDATE monitor SET seen=min(seen, l.id), first=min(first, l.id) FROM (SELECT coalesce(max(id), 0) AS id FROM article) AS l",
    "INSERT INTO search (search) VALUES ('rebuild')",
  };
  for (guint i = 0; i < G_N_ELEMENTS (STEPS); i++)
    if (!att_database_run (db, error, STEPS[i], ""))
      return FALSE;
  if (!att_identity_adopt (db, error))   /* without what it is known by an item would come a second time, and there is no room for it */
    return FALSE;
  return drop_lost (db, error);
}

/* The numbers of all topics that are left. */
static GHashTable *
list_topics (AttDatabase *db, GError **error)
{
  GHashTable *numbers = g_hash_table_new (NULL, NULL);
  sqlite3_stmt *s = att_database_ask (db, error, "SELECT id FROM topic", "");
  while (s && att_database_row (db, s, error))
    g_hash_table_add (numbers, GUINT_TO_POINTER ((guint) sqlite3_column_int64 (s, 0)));
  return numbers;
}

/* Whether an entry is about a topic that is lost, whose number another would get. */
static gboolean
names_lost (GHashTable *numbers, const guint8 *packed, int n_bytes)
{
  for (int i = 0; i + 4 <= n_bytes; i += 4) {
    guint32 number;
    memcpy (&number, packed + i, 4);
    if (!g_hash_table_contains (numbers, GUINT_TO_POINTER (GUINT32_FROM_LE (number))))
      return TRUE;
  }
  return FALSE;
}

/* Entries that had to be made anew, and those that are about topics that are lost, with what is known of their topics. */
static gboolean
mend_topics (AttDatabase *db, GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GHashTable) numbers = list_topics (db, error);
  sqlite3_stmt *s = att_database_ask (db, error, "SELECT id, topics, id IN (SELECT article FROM evidence) FROM entry", "");
  while (s && att_database_row (db, s, error)) {
    gint64 id = sqlite3_column_int64 (s, 0);
    int n_bytes = sqlite3_column_bytes (s, 1);
    if (n_bytes ? names_lost (numbers, sqlite3_column_blob (s, 1), n_bytes) : sqlite3_column_int (s, 2))
      g_array_append_val (ids, id);
  }
  gboolean done = s != NULL && att_database_begin (db, error);
  for (guint i = 0; i < ids->len && done; i++) {
    gint64 id = g_array_index (ids, gint64, i);
    g_autoptr (GPtrArray) mentions = att_topics_of_article (db, id, error);
    g_autoptr (GBytes) topics = mentions ? att_topics_write (db, id, mentions, error) : NULL;
    done = topics && att_database_run (db, error, "UPDATE entry SET topics=? WHERE id=? AND published=(SELECT published FROM article WHERE id=?2)", "bi", topics, id);
  }
  return s != NULL && att_database_end (db, done, error);
}

static gboolean
set_aside (const char *path, const char *aside, GError **error)
{
  static const char *const ENDINGS[] = { "-wal", "-shm", "" };
  for (guint i = 0; i < G_N_ELEMENTS (ENDINGS); i++) {
    g_autofree char *from = g_strconcat (path, ENDINGS[i], NULL), *to = g_strconcat (aside, ENDINGS[i], NULL);
    if (g_rename (from, to) != 0 && errno != ENOENT) {
      g_set_error (error, ATT_ERROR, ATT_ERROR_FAILED, _("The damaged desk cannot be set aside as %s: %s."), to, g_strerror (errno));
      return FALSE;
    }
  }
  return TRUE;
}

static char *
free_name (const char *path)
{
  for (guint i = 1;; i++) {
    g_autofree char *name = g_strdup_printf ("%s.damaged-%u", path, i);
    if (!g_file_test (name, G_FILE_TEST_EXISTS))
      return g_steal_pointer (&name);
  }
}

/* As it is, its journal included; where that is broken too, without it. writable_schema makes SQLite read a file that was cut off as far as it
 * goes; nothing is written. */
static sqlite3 *
open_damaged (const char *path, GError **error)
{
  static const char *const HOW[] = { "mode=rw", "immutable=1" };
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autofree char *uri = g_file_get_uri (file);
  sqlite3 *db = NULL;
  for (guint i = 0; i < G_N_ELEMENTS (HOW); i++) {
    g_autofree char *name = g_strdup_printf ("%s?%s", uri, HOW[i]);
    if (sqlite3_open_v2 (name, &db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX, NULL) == SQLITE_OK && sqlite3_db_config (db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, NULL) == SQLITE_OK
        && sqlite3_exec (db, "PRAGMA writable_schema=1; SELECT count(*) FROM sqlite_schema; PRAGMA query_only=1", NULL, NULL, NULL) == SQLITE_OK)
      return db;
    sqlite3_close (db);
  }
  g_set_error (error, ATT_ERROR, ATT_ERROR_DAMAGED, _("Nothing can be read of %s. Take back a copy, or begin anew."), path);
  return NULL;
}

static gboolean
carry_all (AttSalvage *self, sqlite3 *from, AttDatabase *to, GError **error)
{
  g_autoptr (GPtrArray) tables = list_tables (to, error);
  gboolean done = TRUE;
  for (guint i = 0; i < tables->len && done; i++) {
    Carrying carrying = { .from = from, .to = to, .name = g_ptr_array_index (tables, i), .rowid = has_rowid (from, g_ptr_array_index (tables, i)) };
    gboolean whole;
    done = carry (&carrying, &whole, error);
    self->unread += !whole;
    g_free (carrying.columns);
    g_free (carrying.marks);
  }
  return done && mend (to, error) && mend_topics (to, error);
}

/* What an earlier rescue that was broken off had begun. */
static void
clear (const char *part)
{
  g_unlink (part);
  att_database_clear_beside (part);
}

static gboolean
carry_over (AttSalvage *self, const char *path, const char *part, GError **error)
{
  sqlite3 *from = open_damaged (path, error);
  g_autoptr (AttDatabase) to = from ? att_database_open (part, ATT_DATABASE_WRITE, error) : NULL;
  gboolean done = to && carry_all (self, from, to, error);
  sqlite3_close (from);
  if (!done)
    return FALSE;
  self->feeds = att_database_number (to, 0, "SELECT count(*) FROM feed WHERE gone=0", "");
  self->articles = att_database_number (to, 0, "SELECT count(*) FROM article", "");
  self->notes = att_database_number (to, 0, "SELECT count(*) FROM note", "");
  return TRUE;
}

/* Beside the damaged store, and in its place only when all is there. Broken off before that, the damaged one is where it was, to begin anew;
 * later, what is saved lies where a copy that is taken back waits, and whoever opens the desk next goes on. */
AttSalvage *
att_salvage_run (const char *path, GError **error)
{
  g_autoptr (AttSalvage) self = g_new0 (AttSalvage, 1);
  g_autofree char *part = g_strconcat (path, ".rescue", NULL);
  GError *failure = NULL;
  if (att_backup_is_in_use (path)) {   /* what it wrote meanwhile would be set aside */
    g_set_error_literal (error, ATT_ERROR, ATT_ERROR_USAGE, _("Another program has the desk open. End that first; it may keep watch without a window."));
    return NULL;
  }
  self->aside = free_name (path);
  clear (part);
  if (!carry_over (self, path, part, &failure)) {
    clear (part);
    if (g_error_matches (failure, ATT_ERROR, ATT_ERROR_DAMAGED))   /* there is nothing in it: a new desk can begin in its place */
      set_aside (path, self->aside, NULL);
    g_propagate_error (error, failure);
    return NULL;
  }
  if (!att_backup_lay (path, part, error) || !set_aside (path, self->aside, error) || !att_backup_settle (path, error))
    return NULL;
  return g_steal_pointer (&self);
}

void
att_salvage_free (AttSalvage *self)
{
  if (self == NULL)
    return;
  g_free (self->aside);
  g_free (self);
}

gboolean
att_salvage_is_sound (const char *path)
{
  g_autoptr (AttDatabase) db = att_database_open (path, ATT_DATABASE_READ, NULL);
  sqlite3_stmt *s = db ? att_database_ask (db, NULL, "PRAGMA quick_check(1)", "") : NULL;
  gboolean sound = s && att_database_row (db, s, NULL) && g_strcmp0 ((const char *) sqlite3_column_text (s, 0), "ok") == 0;
  if (s)
    sqlite3_reset (s);
  return sound;
}
