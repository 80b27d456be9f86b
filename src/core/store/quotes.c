/* quotes.c: who said what, over many articles (table quote).
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "store/quotes.h"

#include "press/quote.h"

static void
said_free (gpointer data)
{
  AttSaid *said = data;
  g_free (said->speaker);
  g_free (said->text);
  g_free (said->source);
  g_free (said);
}

GPtrArray *
att_quotes_read (AttDatabase *db, const gint64 *ids, guint n, guint max, GError **error)
{
  GPtrArray *all = g_ptr_array_new_with_free_func (said_free);
  for (guint i = 0; i < n && all->len < max; i++) {
    sqlite3_stmt *s = att_database_ask (db, error,
                                        "SELECT q.speaker, q.text, a.published, CASE WHEN f.title='' THEN f.url ELSE f.title END, q.kind "
                                        "FROM quote q JOIN article a ON a.id=q.article JOIN feed f ON f.id=a.feed WHERE q.article=? ORDER BY q.n",
                                        "i", ids[i]);
    while (s && att_database_row (db, s, error)) {
      AttSaid *said = g_new0 (AttSaid, 1);
      said->article = ids[i];
      said->speaker = g_strdup ((const char *) sqlite3_column_text (s, 0));
      said->text = g_strdup ((const char *) sqlite3_column_text (s, 1));
      said->published = sqlite3_column_int64 (s, 2);
      said->source = g_strdup ((const char *) sqlite3_column_text (s, 3));
      said->indirect = sqlite3_column_int (s, 4) == ATT_QUOTE_INDIRECT;
      g_ptr_array_add (all, said);
    }
  }
  return all;
}
