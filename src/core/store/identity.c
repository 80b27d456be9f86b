/* identity.c: which stored article an item of a feed is (table identity).
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "store/identity.h"

/* FNV-1a, 64 bits: short, and the same on every machine. Two keys of one feed meet once in some ten thousand million articles. */
static gint64
digest (const char *key)
{
  guint64 h = G_GUINT64_CONSTANT (0xcbf29ce484222325);
  for (const guchar *p = (const guchar *) key; *p; p++)
    h = (h ^ *p) * G_GUINT64_CONSTANT (0x100000001b3);
  return (gint64) h;
}

static guint
n_keys (const AttArticle *a)
{
  return 1 + (a->other_keys ? a->other_keys->len : 0);
}

static const char *
nth_key (const AttArticle *a, guint i)
{
  return i == 0 ? a->key : g_ptr_array_index (a->other_keys, i - 1);
}

gint64
att_identity_find (AttDatabase *db, gint64 feed, const AttArticle *a, GHashTable *taken, GError **error)
{
  for (guint i = 0; i < n_keys (a); i++) {
    sqlite3_stmt *s = att_database_ask (db, error, "SELECT article FROM identity WHERE feed=? AND key=?", "ii", feed, digest (nth_key (a, i)));
    if (s == NULL)
      return 0;
    if (!att_database_row (db, s, error))
      continue;
    gint64 id = sqlite3_column_int64 (s, 0);
    sqlite3_reset (s);
    if (i == 0 || !g_hash_table_contains (taken, &id))
      return id;
  }
  return 0;
}

gboolean
att_identity_learn (AttDatabase *db, gint64 feed, const AttArticle *a, gint64 id, GError **error)
{
  for (guint i = 0; i < n_keys (a); i++)
    if (!att_database_run (db, error, "INSERT OR IGNORE INTO identity (feed, key, article) VALUES (?, ?, ?)", "iii", feed, digest (nth_key (a, i)), id))
      return FALSE;
  return TRUE;
}

gboolean
att_identity_adopt (AttDatabase *db, GError **error)
{
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (gint64[3]));
  sqlite3_stmt *s = att_database_ask (db, error, "SELECT feed, key, id FROM article", "");
  while (s && att_database_row (db, s, error)) {
    gint64 row[3] = { sqlite3_column_int64 (s, 0), digest ((const char *) sqlite3_column_text (s, 1)), sqlite3_column_int64 (s, 2) };
    g_array_append_vals (rows, row, 1);
  }
  for (guint i = 0; s && i < rows->len; i++) {
    const gint64 *row = (const gint64 *) rows->data + 3 * i;
    if (!att_database_run (db, error, "INSERT OR IGNORE INTO identity (feed, key, article) VALUES (?, ?, ?)", "iii", row[0], row[1], row[2]))
      return FALSE;
  }
  return s != NULL;
}
