/* identity.c: which stored article an item of a feed is (table identity).
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "store/identity.h"

#include "base/text.h"

#include <string.h>

#define ANOTHER_DAY (12 * 3600)   /* seconds between two stories that are told on one page after the other */
#define TODAYS (2 * 86400)        /* seconds: how old a story may be to take the page of one that was let go of */

/* "/daily", with another story each day: another name of its own, if any, another headline and another date, and nothing but the page is the same. */
static gboolean
is_another (AttDatabase *db, gint64 id, const AttArticle *a, gint64 now)
{
  gint64 date = a->published ? a->published : a->updated;
  if (date == 0)
    return FALSE;
  if (id < 0)   /* what was let go of is not there to be compared, but it was older; and under another name it is not to come back */
    return date > now - TODAYS;
  return att_database_number (db, 0, "SELECT count(*) FROM article WHERE id=? AND title<>? AND abs(published-?)>?", "isii", id, a->title ? a->title : "", date, (gint64) ANOTHER_DAY) > 0;
}

gint64
att_identity_find (AttDatabase *db, gint64 feed, const AttArticle *a, gint64 now, GHashTable *taken, GError **error)
{
  for (guint i = 0; i < a->n_keys; i++) {
    sqlite3_stmt *s = att_database_ask (db, error, "SELECT article FROM identity WHERE feed=? AND key=?", "ii", feed, (gint64) a->keys[i]);
    if (s == NULL)
      return 0;
    if (!att_database_row (db, s, error))
      continue;
    gint64 id = sqlite3_column_int64 (s, 0);
    sqlite3_reset (s);
    if (i == 0 || !(g_hash_table_contains (taken, &id) || is_another (db, id, a, now)))
      return id;   /* -1: it was let go of */
  }
  return 0;
}

gboolean
att_identity_learn (AttDatabase *db, gint64 feed, const AttArticle *a, gint64 id, GError **error)
{
  for (guint i = 0; i < a->n_keys; i++)
    if (!att_database_run (db, error, "INSERT INTO identity (feed, key, article) VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET article=excluded.article WHERE article<0", "iii", feed, (gint64) a->keys[i], id))
      return FALSE;   /* a page where what was let go of stood is whose story stands there now */
  return TRUE;
}

/* What an article stands under: its first key in hexadecimal digits, or, in a store of the first version, the words the key is made of. */
static gint64
key_of (const char *written)
{
  gboolean digest = strlen (written) == 16 && written[strspn (written, "0123456789abcdef")] == '\0';
  return (gint64) (digest ? g_ascii_strtoull (written, NULL, 16) : att_text_digest (written));
}

gboolean
att_identity_adopt (AttDatabase *db, GError **error)
{
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (gint64[3]));
  sqlite3_stmt *s = att_database_ask (db, error, "SELECT feed, key, id FROM article", "");
  while (s && att_database_row (db, s, error)) {
    gint64 row[3] = { sqlite3_column_int64 (s, 0), key_of ((const char *) sqlite3_column_text (s, 1)), sqlite3_column_int64 (s, 2) };
    g_array_append_vals (rows, row, 1);
  }
  for (guint i = 0; s && i < rows->len; i++) {
    const gint64 *row = (const gint64 *) rows->data + 3 * i;
    if (!att_database_run (db, error, "INSERT OR IGNORE INTO identity (feed, key, article) VALUES (?, ?, ?)", "iii", row[0], row[1], row[2]))
      return FALSE;
  }
  return s != NULL;
}
