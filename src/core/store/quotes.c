/* quotes.c: who said what, over many articles (table quote).
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "store/quotes.h"

#include "press/quote.h"

#include <string.h>

static void
said_free (gpointer data)
{
  AttSaid *said = data;
  g_free (said->speaker);
  g_free (said->text);
  g_free (said->source);
  g_free (said->title);
  g_free (said->url);
  g_free (said);
}

#define QUOTES "SELECT q.article, q.speaker, q.text, a.published, CASE WHEN f.title='' THEN f.url ELSE f.title END, q.kind, a.title, a.url " \
               "FROM quote q JOIN article a ON a.id=q.article JOIN feed f ON f.id=a.feed WHERE "

static AttSaid *
read_row (sqlite3_stmt *s)
{
  AttSaid *said = g_new0 (AttSaid, 1);
  said->article = sqlite3_column_int64 (s, 0);
  said->speaker = g_strdup ((const char *) sqlite3_column_text (s, 1));
  said->text = g_strdup ((const char *) sqlite3_column_text (s, 2));
  said->published = sqlite3_column_int64 (s, 3);
  said->source = g_strdup ((const char *) sqlite3_column_text (s, 4));
  said->indirect = sqlite3_column_int (s, 5) == ATT_QUOTE_INDIRECT;
  said->title = g_strdup ((const char *) sqlite3_column_text (s, 6));
  said->url = g_strdup ((const char *) sqlite3_column_text (s, 7));
  return said;
}

static gboolean
has_within (const AttSaid *statement, const AttSaid *said)
{
  return statement->indirect && statement->article == said->article && g_strcmp0 (statement->speaker, said->speaker) == 0 && strstr (statement->text, said->text);
}

static gboolean
is_within_another (const GPtrArray *all, const AttSaid *said)
{
  for (guint i = 0; i < all->len && !said->indirect; i++)
    if (has_within (g_ptr_array_index (all, i), said))
      return TRUE;
  return FALSE;
}

/* Words in quotation marks that a statement of the same speaker has within it are said once. */
static void
drop_within (GPtrArray *all)
{
  for (guint i = all->len; i-- > 0;)
    if (is_within_another (all, g_ptr_array_index (all, i)))
      g_ptr_array_remove_index (all, i);
}

GPtrArray *
att_quotes_read (AttDatabase *db, const gint64 *ids, guint n, const char *words, guint max, GError **error)
{
  GPtrArray *all = g_ptr_array_new_with_free_func (said_free);
  for (guint i = 0; i < n && all->len < max && !(error && *error); i++) {   /* it may be cancelled */
    sqlite3_stmt *s = att_database_ask (db, error, QUOTES "q.article=?1 AND (?2 IS NULL OR instr(fold(coalesce(q.speaker, '') || ' ' || q.text), fold(?2))) ORDER BY q.n", "is", ids[i], words);
    while (s && att_database_row (db, s, error))
      g_ptr_array_add (all, read_row (s));
  }
  drop_within (all);
  return all;
}

GPtrArray *
att_quotes_ledger (AttDatabase *db, const char *speaker, const char *theme, guint max, gboolean *first, GError **error)
{
  g_autoptr (GPtrArray) newest = g_ptr_array_new_with_free_func (said_free);
  sqlite3_stmt *s = att_database_ask (db, error, QUOTES "q.speaker=?1 AND f.gone=0 AND (?2 IS NULL OR EXISTS (SELECT 1 FROM evidence x WHERE x.article=a.id AND x.topic=(SELECT id FROM topic WHERE kind=0 AND name=?2))) "
                                      "ORDER BY a.published DESC, a.id DESC, q.n DESC LIMIT ?3", "ssi", speaker, theme, (gint64) max + 1);
  while (s && att_database_row (db, s, error))
    g_ptr_array_add (newest, read_row (s));
  *first = newest->len <= max;
  if (newest->len > max)
    g_ptr_array_remove_index (newest, newest->len - 1);
  drop_within (newest);
  GPtrArray *ledger = g_ptr_array_new_with_free_func (said_free);
  while (newest->len > 0)
    g_ptr_array_add (ledger, g_ptr_array_steal_index (newest, newest->len - 1));
  return ledger;
}

char *
att_quotes_cite (const AttSaid *said, AttCitationFormat format)
{
  const AttCited cited = { said->title, said->source, NULL, said->url, said->published };
  return att_citation_of_quote (said->text, said->speaker, said->indirect, &cited, format);
}
