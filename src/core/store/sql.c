/* sql.c: a filter as SQL.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "store/sql.h"

#include "store/search.h"

#define COLUMNS "SELECT e.id, e.published, e.feed, e.flags, e.topics FROM "
#define HAS_TOPIC "EXISTS (SELECT 1 FROM evidence x WHERE x.article=e.id AND x.topic IN " TOPIC_ID ")"
#define TOPIC_ID "(" ATT_SQL_OF_TOPIC ("?", "?", "?", "?") ")"

static void
bind_number (AttSql *self, gint64 value)
{
  g_ptr_array_add (self->values, g_variant_ref_sink (g_variant_new_int64 (value)));
}

static void
bind_text (AttSql *self, const char *value)
{
  g_ptr_array_add (self->values, g_variant_ref_sink (g_variant_new_string (value)));
}

static void
bind_topic (AttSql *self, const AttFilterTopic *topic)
{
  bind_number (self, topic->kind);
  for (guint i = 0; i < 3; i++)
    bind_text (self, topic->name);
}

static void
add_topics (AttSql *self, const AttFilter *filter)
{
  for (guint i = 0; i < filter->topics->len; i++) {
    const AttFilterTopic *topic = g_ptr_array_index (filter->topics, i);
    if (topic->sense == ATT_SENSE_MUST && filter->any_topic)
      continue;
    g_string_append (self->text, topic->sense == ATT_SENSE_MUST_NOT ? " AND NOT" : " AND");
    g_string_append (self->text, " " HAS_TOPIC);
    bind_topic (self, topic);
  }
}

static void
add_any_topic (AttSql *self, const AttFilter *filter)
{
  g_string_append (self->text, " AND (");
  const char *joint = "";
  for (guint i = 0; i < filter->topics->len; i++) {
    const AttFilterTopic *topic = g_ptr_array_index (filter->topics, i);
    if (topic->sense != ATT_SENSE_MUST)
      continue;
    g_string_append_printf (self->text, "%s" HAS_TOPIC, joint);
    bind_topic (self, topic);
    joint = " OR ";
  }
  g_string_append_c (self->text, ')');
}

static void
add_dates (AttSql *self, const AttFilter *filter, gint64 now)
{
  gint64 since = MAX (filter->since, filter->period ? now - filter->period : 0);
  if (since) {
    g_string_append (self->text, " AND e.published>=?");
    bind_number (self, since);
  }
  if (filter->before) {
    g_string_append (self->text, " AND e.published<?");
    bind_number (self, filter->before);
  }
}

/* Where one of several questions is to be among its answers, if a value is asked for at all. */
static void
add_among (AttSql *self, const char *column, const char *question, const char *value)
{
  if (value == NULL)
    return;
  g_string_append_printf (self->text, " AND %s IN (%s)", column, question);
  bind_text (self, value);
}

/* "de" is "de-AT", too; what nobody can tell is "none", not NULL, which would be neither in a language nor not in it. */
static void
add_language (AttSql *self, const AttFilter *filter)
{
  if (filter->language == NULL)
    return;
  static const char WRITTEN[] = "ifnull(e.language, 'none') COLLATE NOCASE";   /* feeds write en-GB and en-gb */
  g_string_append_printf (self->text, " AND (%s=? OR (%s>=? || '-' AND %s<? || '.'))", WRITTEN, WRITTEN, WRITTEN);
  for (guint i = 0; i < 3; i++)
    bind_text (self, filter->language);
}

static void
add_place (AttSql *self, const AttFilter *filter)
{
  add_among (self, "e.feed", ATT_SQL_OF_FEED, filter->feed);
  add_among (self, "e.feed", ATT_SQL_OF_SOURCE, filter->source);
  add_among (self, "e.feed", ATT_SQL_OF_FOLDER, filter->folder);
  add_among (self, "e.feed", ATT_SQL_OF_COUNTRY, filter->outlet);
}

static void
add_articles (AttSql *self, const AttFilter *filter)
{
  add_among (self, "e.id", ATT_SQL_WITH_SPEAKER, filter->speaker);
  add_language (self, filter);
  add_among (self, "e.id", ATT_SQL_WITH_LABEL, filter->label);
  add_among (self, "e.id", ATT_SQL_WITH_NOTE, filter->note);
  add_among (self, "e.id", ATT_SQL_WITH_NOTE, filter->noted ? "" : NULL);
}

static void add_all (AttSql *self, const AttFilter *filter, const char *words, const char *never, gint64 now);

static void
add_groups (AttSql *self, const AttFilter *filter, gint64 now)
{
  for (guint i = 0; i < filter->groups->len; i++) {
    const AttFilterGroup *group = g_ptr_array_index (filter->groups, i);
    g_string_append (self->text, group->never ? " AND NOT (" : " AND (");
    for (guint k = 0; k < group->any_of->len; k++) {
      const AttFilter *one = g_ptr_array_index (group->any_of, k);
      g_autofree char *never = NULL;
      g_autofree char *words = att_search_question (one, &never);
      g_string_append (self->text, k ? " OR (1" : "(1");
      add_all (self, one, words, never, now);
      g_string_append_c (self->text, ')');
    }
    g_string_append_c (self->text, ')');
  }
}

/* Every condition. words: NULL where they drive the question. */
static void
add_all (AttSql *self, const AttFilter *filter, const char *words, const char *never, gint64 now)
{
  add_topics (self, filter);
  if (filter->any_topic)
    add_any_topic (self, filter);
  add_dates (self, filter, now);
  add_place (self, filter);
  if (filter->unread)
    g_string_append (self->text, " AND NOT e.flags & 1");
  if (filter->starred)
    g_string_append (self->text, " AND e.flags & 2");
  add_articles (self, filter);
  add_among (self, "e.id", ATT_SQL_WITH_WORDS, words);
  if (never) {
    g_string_append (self->text, " AND e.id NOT IN (" ATT_SQL_WITH_WORDS ")");
    bind_text (self, never);
  }
  add_groups (self, filter, now);
}

AttSql *
att_sql_for_filter (const AttFilter *filter, gint64 now, guint newest)
{
  g_return_val_if_fail (filter != NULL, NULL);

  AttSql *self = g_new0 (AttSql, 1);
  self->text = g_string_new (COLUMNS);
  self->values = g_ptr_array_new_with_free_func ((GDestroyNotify) g_variant_unref);
  g_autofree char *never = NULL;
  g_autofree char *words = att_search_question (filter, &never);
  if (words) {
    g_string_append_printf (self->text, "(SELECT rowid AS id FROM search WHERE search MATCH ?%s) s CROSS JOIN article a ON a.id=s.id CROSS JOIN entry e ON e.published=a.published AND e.id=a.id WHERE 1",
                            newest ? " ORDER BY rowid DESC LIMIT ?" : "");
    bind_text (self, words);
  } else
    g_string_append (self->text, newest ? "(SELECT * FROM entry ORDER BY published DESC, id DESC LIMIT ?) e WHERE 1" : "entry e WHERE 1");
  if (newest)
    bind_number (self, newest);

  add_all (self, filter, NULL, never, now);
  g_string_append (self->text, " ORDER BY e.published DESC, e.id DESC");
  return self;
}

sqlite3_stmt *
att_sql_ask (const AttSql *self, AttDatabase *db, GError **error)
{
  sqlite3_stmt *statement = att_database_prepare (db, self->text->str, error);
  for (guint i = 0; statement && i < self->values->len; i++) {
    GVariant *value = g_ptr_array_index (self->values, i);
    if (g_variant_is_of_type (value, G_VARIANT_TYPE_INT64))
      sqlite3_bind_int64 (statement, i + 1, g_variant_get_int64 (value));
    else
      sqlite3_bind_text (statement, i + 1, g_variant_get_string (value, NULL), -1, SQLITE_TRANSIENT);
  }
  return statement;
}

void
att_sql_free (AttSql *self)
{
  if (self == NULL)
    return;
  g_string_free (self->text, TRUE);
  g_ptr_array_unref (self->values);
  g_free (self);
}
