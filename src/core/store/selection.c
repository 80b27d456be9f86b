/* selection.c: a filter, asked of the columns.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "store/selection.h"

#include "store/search.h"
#include "store/sql.h"

#include <string.h>

#define MAX_MUST 63          /* topics all of which must be there: a bit each */
#define MUST_NOT ((guint64) 1 << MAX_MUST)   /* those that must not share one, and so do those of which any will do */

typedef struct {
  guint    first, end;       /* rows, by date */
  guint8   mask, flags;      /* of its flags these must be so */
  guint8  *feeds;            /* by a feed's index: whether it may be; NULL: any */
  guint8  *languages;        /* by a language's index, the same */
  guint8  *wanted, *never;   /* a bit an article; NULL: all, none */
  guint64  themes, no_themes;/* bits of columns->themes that must be there, and must not */
  guint64 *topics;           /* by topic: its bits, of those that have none there; NULL: no such topic is asked for */
  guint64  must, must_not;
  gboolean any;              /* one of those that must be there is enough */
} Selection;

gboolean
att_selection_fits (const AttFilter *filter)
{
  for (guint i = 0; i < filter->groups->len; i++) {
    const AttFilterGroup *group = g_ptr_array_index (filter->groups, i);
    for (guint k = 0; k < group->any_of->len; k++)
      if (!att_selection_fits (g_ptr_array_index (group->any_of, k)))
        return FALSE;
  }
  guint must = 0;
  for (guint i = 0; i < filter->topics->len; i++)
    must += ((const AttFilterTopic *) g_ptr_array_index (filter->topics, i))->sense == ATT_SENSE_MUST;
  return filter->any_topic || must <= MAX_MUST;
}

static void
choose_dates (Selection *self, const AttColumns *columns, const AttFilter *filter, gint64 now)
{
  gint64 since = MAX (filter->since, filter->period ? now - filter->period : 0);
  self->first = since ? att_columns_at (columns, since) : 0;
  self->end = filter->before ? att_columns_at (columns, filter->before) : columns->n;
}

/* A question whose first column is a feed: all feeds it names may be. */
static gboolean
allow_feeds (Selection *self, const AttColumns *columns, AttDatabase *db, const char *sql, const char *value, GError **error)
{
  g_autofree guint8 *allowed = g_new0 (guint8, columns->feed_ids->len + 1);
  GError *failure = NULL;
  sqlite3_stmt *s = att_database_ask (db, &failure, sql, "s", value);
  while (s && att_database_row (db, s, &failure)) {
    int index = att_columns_feed (columns, sqlite3_column_int64 (s, 0));
    if (index >= 0)
      allowed[index] = self->feeds == NULL || self->feeds[index];
  }
  g_free (self->feeds);
  self->feeds = g_steal_pointer (&allowed);
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, failure);
  return FALSE;
}

static gboolean
choose_feeds (Selection *self, const AttColumns *columns, AttDatabase *db, const AttFilter *filter, GError **error)
{
  return (filter->feed == NULL || allow_feeds (self, columns, db, ATT_SQL_OF_FEED, filter->feed, error))
         && (filter->source == NULL || allow_feeds (self, columns, db, ATT_SQL_OF_SOURCE, filter->source, error))
         && (filter->folder == NULL || allow_feeds (self, columns, db, ATT_SQL_OF_FOLDER, filter->folder, error))
         && (filter->outlet == NULL || allow_feeds (self, columns, db, ATT_SQL_OF_COUNTRY, filter->outlet, error));
}

/* A question whose first column is an article's number, as bits. */
static guint8 *
ask_bits (const AttColumns *columns, AttDatabase *db, const char *sql, const char *value, GError **error)
{
  GError *failure = NULL;
  g_autofree guint8 *bits = g_new0 (guint8, columns->max_id / 8 + 1);
  sqlite3_stmt *s = att_database_ask (db, error, sql, "s", value);
  while (s && att_database_row (db, s, &failure)) {
    gint64 id = sqlite3_column_int64 (s, 0);
    if (id > 0 && id <= columns->max_id)
      bits[id / 8] |= 1 << id % 8;
  }
  if (failure)
    g_propagate_error (error, failure);
  return s && failure == NULL ? g_steal_pointer (&bits) : NULL;
}

/* Articles are wanted only where these bits are set, too; takes them. FALSE: there are none, since asking failed. */
static gboolean
narrow (Selection *self, const AttColumns *columns, guint8 *bits)
{
  if (bits == NULL)
    return FALSE;
  for (gsize i = 0; self->wanted && i <= columns->max_id / 8; i++)
    bits[i] &= self->wanted[i];
  g_free (self->wanted);
  self->wanted = bits;
  return TRUE;
}

static void
refuse (Selection *self, const AttColumns *columns, guint8 *bits)
{
  for (gsize i = 0; self->never && i <= columns->max_id / 8; i++)
    bits[i] |= self->never[i];
  g_free (self->never);
  self->never = bits;
}

static gboolean
choose_words (Selection *self, const AttColumns *columns, AttDatabase *db, const AttFilter *filter, GError **error)
{
  g_autofree char *never = NULL;
  g_autofree char *words = att_search_question (filter, &never);
  if (words && !narrow (self, columns, ask_bits (columns, db, ATT_SQL_WITH_WORDS, words, error)))
    return FALSE;
  return never == NULL || (self->never = ask_bits (columns, db, ATT_SQL_WITH_WORDS, never, error)) != NULL;
}

/* What articles are asked for that no column has. */
static gboolean
choose_articles (Selection *self, const AttColumns *columns, AttDatabase *db, const AttFilter *filter, GError **error)
{
  const struct { const char *value, *sql; } ASKED[] = { { filter->speaker, ATT_SQL_WITH_SPEAKER }, { filter->label, ATT_SQL_WITH_LABEL }, { filter->note, ATT_SQL_WITH_NOTE },
                                                        { filter->noted ? "" : NULL, ATT_SQL_WITH_NOTE } };
  for (guint i = 0; i < G_N_ELEMENTS (ASKED); i++)
    if (ASKED[i].value && !narrow (self, columns, ask_bits (columns, db, ASKED[i].sql, ASKED[i].value, error)))
      return FALSE;
  return TRUE;
}

/* never: all but these may be. */
static void
allow_languages (Selection *self, const AttColumns *columns, const char *const *asked, gboolean never)
{
  guint8 *allowed = att_columns_allow_languages (columns, asked);
  for (guint i = 0; i < columns->tongues->len; i++)
    allowed[i] = (allowed[i] != 0) != never && (self->languages == NULL || self->languages[i]);
  g_free (self->languages);
  self->languages = allowed;
}

/* Each alternative is a selection of its own, unless all of them only ask for a language. */
static gboolean
choose_groups (Selection *self, const AttColumns *columns, AttDatabase *db, const AttFilter *filter, gint64 now, GError **error)
{
  for (guint i = 0; i < filter->groups->len; i++) {
    const AttFilterGroup *group = g_ptr_array_index (filter->groups, i);
    g_autofree const char **languages = att_filter_group_languages (group);
    if (languages) {
      allow_languages (self, columns, languages, group->never);
      continue;
    }
    g_autofree guint8 *bits = g_new0 (guint8, columns->max_id / 8 + 1);
    for (guint k = 0; k < group->any_of->len; k++) {
      g_autoptr (GArray) rows = att_selection_rows (columns, db, g_ptr_array_index (group->any_of, k), now, error);
      if (rows == NULL)
        return FALSE;
      for (guint r = 0; r < rows->len; r++) {
        guint32 id = columns->ids[g_array_index (rows, guint, r)];
        bits[id / 8] |= 1 << id % 8;
      }
    }
    if (group->never)
      refuse (self, columns, g_steal_pointer (&bits));
    else
      narrow (self, columns, g_steal_pointer (&bits));
  }
  return TRUE;
}

/* The numbers a topic's name stands for: more than one where a label is another one's name. */
static GArray *
numbers_of (const AttColumns *columns, AttDatabase *db, const AttFilterTopic *topic, GError **error)
{
  GArray *numbers = g_array_new (FALSE, FALSE, sizeof (guint32));
  sqlite3_stmt *s = att_database_ask (db, error, ATT_SQL_OF_TOPIC ("?1", "?2", "?2", "?2"), "is", (gint64) topic->kind, topic->name);
  while (s && att_database_row (db, s, error)) {
    guint32 number = sqlite3_column_int64 (s, 0);
    if (number < columns->totals->len)
      g_array_append_val (numbers, number);
  }
  return numbers;
}

/* A theme with a bit of its own, where one number and no alternative is asked for, needs no look into the pool. */
static gboolean
choose_bit (Selection *self, const AttColumns *columns, const GArray *numbers, AttSense sense)
{
  guint32 number = numbers->len == 1 ? g_array_index (numbers, guint32, 0) : G_MAXUINT32;
  guint8 bit = number < columns->bits->len ? g_array_index (columns->bits, guint8, number) : G_MAXUINT8;
  if (bit == G_MAXUINT8 || (sense == ATT_SENSE_MUST && self->any))
    return FALSE;
  *(sense == ATT_SENSE_MUST ? &self->themes : &self->no_themes) |= (guint64) 1 << bit;
  return TRUE;
}

static gboolean
choose_topics (Selection *self, const AttColumns *columns, AttDatabase *db, const AttFilter *filter, GError **error)
{
  GError *failure = NULL;
  guint n_must = 0;
  self->any = filter->any_topic;
  for (guint i = 0; i < filter->topics->len && failure == NULL; i++) {
    const AttFilterTopic *topic = g_ptr_array_index (filter->topics, i);
    g_autoptr (GArray) numbers = numbers_of (columns, db, topic, &failure);
    if (choose_bit (self, columns, numbers, topic->sense))
      continue;
    if (self->topics == NULL)
      self->topics = g_new0 (guint64, columns->totals->len + 1);
    guint64 bit = topic->sense != ATT_SENSE_MUST ? MUST_NOT : (guint64) 1 << (self->any ? 0 : n_must++);
    *(topic->sense == ATT_SENSE_MUST ? &self->must : &self->must_not) |= bit;
    for (guint k = 0; k < numbers->len; k++)
      self->topics[g_array_index (numbers, guint32, k)] |= bit;
  }
  if (failure == NULL)
    return TRUE;
  g_propagate_error (error, failure);
  return FALSE;
}

static inline gboolean
has_bit (const guint8 *bits, guint32 id)
{
  return bits[id / 8] >> id % 8 & 1;
}

static inline gboolean
has_topics (const Selection *self, const AttColumns *columns, guint row)
{
  guint n;
  guint64 had = 0;
  const guint32 *topics = att_columns_topics (columns, row, &n);
  for (guint i = 0; i < n; i++)
    had |= self->topics[topics[i]];
  return !(had & self->must_not) && (self->any && self->must ? had & self->must : (had & self->must) == self->must);
}

static inline gboolean
selects (const Selection *self, const AttColumns *columns, guint row)
{
  guint32 id = columns->ids[row];
  return (columns->flags[row] & self->mask) == self->flags && (columns->themes[row] & (self->themes | self->no_themes)) == self->themes && (self->feeds == NULL || self->feeds[columns->feeds[row]]) && (self->languages == NULL || self->languages[columns->languages[row]]) && (self->wanted == NULL || has_bit (self->wanted, id))
         && (self->never == NULL || !has_bit (self->never, id))
         && (self->topics == NULL || has_topics (self, columns, row));
}

static GArray *
pass (const Selection *self, const AttColumns *columns)
{
  guint most = self->end > self->first ? self->end - self->first : 0, n = 0;
  GArray *rows = g_array_sized_new (FALSE, FALSE, sizeof (guint), most);
  guint *out = (guint *) rows->data;
  for (guint row = self->end; row > self->first; row--) {
    out[n] = row - 1;   /* kept if it is selected: no branch to guess */
    n += selects (self, columns, row - 1);
  }
  g_array_set_size (rows, n);
  return rows;
}

GArray *
att_selection_rows (const AttColumns *columns, AttDatabase *db, const AttFilter *filter, gint64 now, GError **error)
{
  g_return_val_if_fail (att_selection_fits (filter), NULL);

  Selection self = { .mask = (filter->unread ? 1 : 0) | (filter->starred ? 2 : 0), .flags = filter->starred ? 2 : 0 };
  choose_dates (&self, columns, filter, now);
  if (filter->language)
    allow_languages (&self, columns, (const char *const[]) { filter->language, NULL }, FALSE);
  gboolean asked = choose_feeds (&self, columns, db, filter, error) && choose_words (&self, columns, db, filter, error)
                   && choose_articles (&self, columns, db, filter, error) && choose_groups (&self, columns, db, filter, now, error) && choose_topics (&self, columns, db, filter, error);
  GArray *rows = asked ? pass (&self, columns) : NULL;
  g_free (self.feeds);
  g_free (self.languages);
  g_free (self.wanted);
  g_free (self.never);
  g_free (self.topics);
  return rows;
}

/* Of more than half of all it is less work to take away what is missing. */
void
att_selection_count (const AttColumns *columns, const GArray *rows, guint32 *counts, guint n_topics)
{
  if (rows->len == 0)
    return;
  const guint *selected = (const guint *) rows->data, *end = selected + rows->len;
  gboolean most = rows->len > columns->n / 2;
  guint n;
  if (most) {
    memcpy (counts, columns->totals->data, n_topics * sizeof *counts);
    for (guint row = columns->n; row > 0; row--) {
      if (selected < end && *selected == row - 1) {
        selected++;
        continue;
      }
      const guint32 *topics = att_columns_topics (columns, row - 1, &n);
      for (guint i = 0; i < n; i++)
        counts[topics[i]]--;
    }
    return;
  }
  for (; selected < end; selected++) {
    const guint32 *topics = att_columns_topics (columns, *selected, &n);
    for (guint i = 0; i < n; i++)
      counts[topics[i]]++;
  }
}
