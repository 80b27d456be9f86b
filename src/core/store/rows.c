/* rows.c: ids → headlines, a page at a time.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "store/rows.h"

#include "press/mention.h"

#include <string.h>

AttHeadline *
att_headline_ref (AttHeadline *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear (gpointer data)
{
  AttHeadline *self = data;
  g_free (self->title);
  g_free (self->source);
  g_free (self->summary);
  g_free (self->url);
  g_strfreev (self->themes);
}

void
att_headline_unref (AttHeadline *self)
{
  g_atomic_rc_box_release_full (self, clear);
}

/* The first three themes of packed topic numbers: themes come first in them. */
static char **
label_themes (AttDatabase *db, const guint8 *topics, int n_bytes)
{
  g_autoptr (GStrvBuilder) labels = g_strv_builder_new ();
  for (int i = 0; i + 4 <= n_bytes && i < 12; i += 4) {
    guint32 number;
    memcpy (&number, topics + i, 4);
    sqlite3_stmt *s = att_database_ask (db, NULL, "SELECT label FROM topic WHERE id=? AND kind=?", "ii", (gint64) GUINT32_FROM_LE (number), (gint64) ATT_TOPIC_THEME);
    if (s && att_database_row (db, s, NULL)) {
      g_strv_builder_add (labels, (const char *) sqlite3_column_text (s, 0));
      sqlite3_reset (s);
    }
  }
  return g_strv_builder_end (labels);
}

GPtrArray *
att_rows_read (AttDatabase *db, const gint64 *ids, guint n, GError **error)
{
  g_assert (att_database_is_mine (db));

  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) att_headline_unref);
  for (guint i = 0; i < n; i++) {
    sqlite3_stmt *s = att_database_ask (db, error,
                                        "SELECT a.id, a.feed, a.published, e.flags, a.title, CASE WHEN f.title='' THEN f.url ELSE f.title END, a.summary, a.url, e.topics "
                                        "FROM article a JOIN entry e ON e.published=a.published AND e.id=a.id JOIN feed f ON f.id=a.feed WHERE a.id=?",
                                        "i", ids[i]);
    if (s == NULL || !att_database_row (db, s, error))
      continue;
    AttHeadline *row = g_atomic_rc_box_new0 (AttHeadline);
    row->id = sqlite3_column_int64 (s, 0);
    row->feed = sqlite3_column_int64 (s, 1);
    row->published = sqlite3_column_int64 (s, 2);
    row->flags = sqlite3_column_int (s, 3);
    row->title = g_strdup ((const char *) sqlite3_column_text (s, 4));
    row->source = g_strdup ((const char *) sqlite3_column_text (s, 5));
    row->summary = g_strdup ((const char *) sqlite3_column_text (s, 6));
    row->url = g_strdup ((const char *) sqlite3_column_text (s, 7));
    if (*row->title == '\0' && *row->summary == '\0' && row->url) {   /* nothing else tells it from others */
      g_free (row->title);
      row->title = g_strdup (row->url);
    }
    int n_bytes = sqlite3_column_bytes (s, 8);
    g_autofree void *topics = g_memdup2 (sqlite3_column_blob (s, 8), n_bytes);   /* their names are asked for, too */
    sqlite3_reset (s);
    row->themes = label_themes (db, topics, n_bytes);
    g_ptr_array_add (rows, row);
  }
  return rows;
}

guint
att_rows_next_unread (AttDatabase *db, const gint64 *ids, guint n, guint from, GError **error)
{
  g_assert (att_database_is_mine (db));

  for (guint i = from; i < n; i++)
    if (att_database_number (db, 0, "SELECT NOT e.flags & 1 FROM article a JOIN entry e ON e.published=a.published AND e.id=a.id WHERE a.id=?", "i", ids[i]))
      return i;
  return n;
}
