/* topics.c: topics and their numbers; what an article is about, and why.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "store/topics.h"

#include "base/array.h"
#include "store/sql.h"

guint32
att_topics_id (AttDatabase *db, AttTopicKind kind, const char *name, const char *label, GError **error)
{
  gint64 id = att_database_number (db, 0, "SELECT id FROM topic WHERE kind=? AND name=?", "is", (gint64) kind, name);
  if (id)
    return id;
  if (!att_database_run (db, error, "INSERT INTO topic (kind, name, label) VALUES (?, ?, ?)", "iss", (gint64) kind, name, label))
    return 0;
  return att_database_last_id (db);
}

gboolean
att_topics_define (AttDatabase *db, const char *name, const char *label, const char *section, guint position, GError **error)
{
  return att_database_run (db, error,
                           "INSERT INTO topic (kind, name, label, section, position) VALUES (?, ?, ?, ?, ?) "
                           "ON CONFLICT (kind, name) DO UPDATE SET label=excluded.label, section=excluded.section, position=excluded.position "
                           "WHERE label<>excluded.label OR section<>excluded.section OR position<>excluded.position",
                           "isssi", (gint64) ATT_TOPIC_THEME, name, label, section, (gint64) position);
}

static int
by_importance (gconstpointer a, gconstpointer b)
{
  const AttMention *x = *(AttMention *const *) a, *y = *(AttMention *const *) b;
  if (x->kind != y->kind)
    return x->kind < y->kind ? -1 : 1;
  if (x->grade != y->grade)
    return x->grade > y->grade ? -1 : 1;
  return x->score > y->score ? -1 : x->score < y->score;
}

static gboolean
write_one (AttDatabase *db, gint64 article, const AttMention *mention, guint32 topic, GError **error)
{
  g_autoptr (GBytes) spans = g_bytes_new (mention->evidence->data, mention->evidence->len * sizeof (AttSpan));
  return att_database_run (db, error, "INSERT OR REPLACE INTO evidence (article, topic, grade, score, spans) VALUES (?, ?, ?, ?, ?)", "iiidb",
                              article, (gint64) topic, (gint64) mention->grade, (double) mention->score, spans);
}

GBytes *
att_topics_write (AttDatabase *db, gint64 article, const GPtrArray *mentions, GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GPtrArray) sorted = att_array_sorted (mentions, by_importance);
  for (guint i = 0; i < sorted->len; i++) {
    const AttMention *mention = g_ptr_array_index (sorted, i);
    if (mention->grade < ATT_GRADE_SUBSTANTIVE)
      continue;
    guint32 topic = att_topics_id (db, mention->kind, mention->name, mention->label, error);
    if (topic == 0 || !write_one (db, article, mention, topic, error))
      return NULL;
    guint32 packed = GUINT32_TO_LE (topic);
    g_array_append_val (ids, packed);
  }
  return g_bytes_new (ids->data, ids->len * sizeof (guint32));
}

gboolean
att_topics_of_entry (AttDatabase *db, gint64 article, gint64 published, GBytes *topics, GError **error)
{
  return att_database_run (db, error, "UPDATE entry SET topics=? WHERE published=? AND id=?", "bii", topics, published, article)
         && att_database_run (db, error, "UPDATE entry_left SET topics=?1 WHERE id=?2 AND feed=(SELECT feed FROM article WHERE id=?2)", "bi", topics, article);
}

gboolean
att_topics_forget (AttDatabase *db, gint64 article, GError **error)
{
  return att_database_run (db, error, "DELETE FROM evidence WHERE article=?", "i", article);
}

GPtrArray *
att_topics_of_article (AttDatabase *db, gint64 article, GError **error)
{
  g_autoptr (GPtrArray) mentions = g_ptr_array_new_with_free_func ((GDestroyNotify) att_mention_free);
  sqlite3_stmt *s = att_database_ask (db, error,
                                      "SELECT t.kind, t.name, t.label, e.grade, e.score, e.spans FROM evidence e JOIN topic t ON t.id=e.topic "
                                      "WHERE e.article=? ORDER BY t.kind, e.grade DESC, e.score DESC",
                                      "i", article);
  while (s && att_database_row (db, s, error)) {
    AttMention *mention = att_mention_new (sqlite3_column_int (s, 0), (const char *) sqlite3_column_text (s, 1), (const char *) sqlite3_column_text (s, 2));
    mention->grade = sqlite3_column_int (s, 3);
    mention->score = sqlite3_column_double (s, 4);
    int n = sqlite3_column_bytes (s, 5) / (int) sizeof (AttSpan);
    g_array_append_vals (mention->evidence, sqlite3_column_blob (s, 5), n);
    g_ptr_array_add (mentions, mention);
  }
  return s ? g_steal_pointer (&mentions) : NULL;
}

char *
att_topics_unknown (AttDatabase *db, const AttFilter *filter)
{
  for (guint i = 0; i < filter->topics->len; i++) {
    const AttFilterTopic *topic = g_ptr_array_index (filter->topics, i);
    if (topic->kind <= ATT_TOPIC_PERSON && !att_database_number (db, 0, ATT_SQL_OF_TOPIC ("?1", "?2", "?2", "?2"), "is", (gint64) topic->kind, topic->name))
      return g_strconcat (topic->kind == ATT_TOPIC_THEME ? "topic:" : "actor:", topic->name, NULL);
  }
  if (filter->feed && !att_database_number (db, 0, ATT_SQL_OF_FEED, "s", filter->feed))
    return g_strconcat ("feed:", filter->feed, NULL);
  for (guint i = 0; i < filter->groups->len; i++) {
    const AttFilterGroup *group = g_ptr_array_index (filter->groups, i);
    for (guint k = 0; k < group->any_of->len; k++) {
      char *unknown = att_topics_unknown (db, g_ptr_array_index (group->any_of, k));
      if (unknown)
        return unknown;
    }
  }
  return NULL;
}
