/* trends.c: coverage over a longer time.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "store/trends.h"

#include "base/error.h"
#include "store/phrases.h"
#include "store/selection.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MAX_FIRST 20         /* actors: more is a list nobody reads */

static void
line_free (gpointer data)
{
  AttTrendLine *line = data;
  g_free (line->name);
  g_free (line->label);
  g_free (line->days);
  g_free (line);
}

static AttTrendLine *
line_new (AttTopicKind kind, const char *name, const char *label, guint n_days)
{
  AttTrendLine *line = g_new0 (AttTrendLine, 1);
  *line = (AttTrendLine) { .kind = kind, .name = g_strdup (name), .label = g_strdup (label), .days = g_new0 (guint, n_days) };
  return line;
}

/* The lines of topics are found by the topic's number, those of countries by the feed's index. */
typedef struct {
  AttTrends *trends;
  const AttColumns *columns;
  GPtrArray *by_topic;      /* of AttTrendLine *, NULL for what is not counted */
  GPtrArray *by_feed;
  guint32 *today;           /* by topic: articles today, of everything under the filter */
  guint8 *outlet_seen;      /* topic × feed, today: a bit */
} Pass;

static void
add_topic_lines (Pass *pass, AttDatabase *db)
{
  for (guint32 topic = 0; topic < pass->columns->kinds->len; topic++) {
    const AttNamedTopic *name = g_array_index (pass->columns->kinds, guint8, topic) == ATT_TOPIC_THEME ? att_topic_names_get (pass->columns->names, db, topic) : NULL;
    AttTrendLine *line = name && topic ? line_new (name->kind, name->name, name->label, pass->trends->n_days) : NULL;
    g_ptr_array_add (pass->by_topic, line);
    if (line)
      g_ptr_array_add (pass->trends->topics, line);
  }
}

static void
add_country_lines (Pass *pass, AttDatabase *db)
{
  g_autoptr (GHashTable) lines = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < pass->columns->feed_ids->len; i++) {
    sqlite3_stmt *s = att_database_ask (db, NULL, "SELECT coalesce(country, ''), coalesce((SELECT label FROM topic WHERE kind=2 AND name=country), country, '') FROM feed WHERE id=?", "i", g_array_index (pass->columns->feed_ids, gint64, i));
    if (s == NULL || !att_database_row (db, s, NULL)) {   /* it is gone since */
      g_ptr_array_add (pass->by_feed, NULL);
      continue;
    }
    const char *country = (const char *) sqlite3_column_text (s, 0);
    AttTrendLine *line = g_hash_table_lookup (lines, country);
    if (line == NULL) {
      line = line_new (ATT_TOPIC_STATE, country, (const char *) sqlite3_column_text (s, 1), pass->trends->n_days);
      g_hash_table_insert (lines, line->name, line);
      g_ptr_array_add (pass->trends->countries, line);
    }
    g_ptr_array_add (pass->by_feed, line);
    sqlite3_reset (s);
  }
}

static void
count_outlet (Pass *pass, guint32 topic, AttTrendLine *line, guint feed)
{
  gsize bit = (gsize) topic * pass->columns->feed_ids->len + feed;
  line->outlets += !(pass->outlet_seen[bit / 8] >> bit % 8 & 1);
  pass->outlet_seen[bit / 8] |= 1 << bit % 8;
}

static void
count_row (Pass *pass, guint row, guint day)
{
  guint n, last = pass->trends->n_days - 1;
  const guint32 *topics = att_columns_topics (pass->columns, row, &n);
  AttTrendLine *country = g_ptr_array_index (pass->by_feed, pass->columns->feeds[row]);
  pass->trends->days[day]++;
  if (country) {
    country->days[day]++;
    country->count++;
  }
  for (guint i = 0; i < n; i++) {
    AttTrendLine *line = topics[i] < pass->by_topic->len ? g_ptr_array_index (pass->by_topic, topics[i]) : NULL;
    if (day == last && topics[i] < pass->columns->totals->len)
      pass->today[topics[i]]++;
    if (line == NULL)
      continue;
    line->days[day]++;
    line->count++;
    if (day == last)
      count_outlet (pass, topics[i], line, pass->columns->feeds[row]);
  }
}

/* Who is in nothing but what came today: all there is of them is of today. */
static void
find_first (Pass *pass, AttDatabase *db)
{
  for (guint32 topic = 1; topic < MIN (pass->columns->totals->len, pass->columns->kinds->len) && pass->trends->actors->len < MAX_FIRST; topic++) {
    guint kind = g_array_index (pass->columns->kinds, guint8, topic);
    if (kind == ATT_TOPIC_THEME || pass->today[topic] == 0 || pass->today[topic] != g_array_index (pass->columns->totals, guint32, topic))
      continue;
    const AttNamedTopic *name = att_topic_names_get (pass->columns->names, db, topic);
    if (name == NULL)
      continue;
    AttTrendLine *line = line_new (name->kind, name->name, name->label, pass->trends->n_days);
    line->days[pass->trends->n_days - 1] = line->count = pass->today[topic];
    line->first = TRUE;
    g_ptr_array_add (pass->trends->actors, line);
  }
}

static int
by_count (gconstpointer a, gconstpointer b)
{
  const AttTrendLine *x = *(AttTrendLine *const *) a, *y = *(AttTrendLine *const *) b;
  return x->count != y->count ? (x->count > y->count ? -1 : 1) : strcmp (x->label, y->label);
}

static AttTrends *
trends_new (guint n_days, gint64 now)
{
  AttTrends *self = g_atomic_rc_box_new0 (AttTrends);
  att_calendar_init (&self->calendar, now, n_days);
  self->n_days = n_days;
  self->days = g_new0 (guint, n_days);
  self->topics = g_ptr_array_new_with_free_func (line_free);
  self->actors = g_ptr_array_new_with_free_func (line_free);
  self->countries = g_ptr_array_new_with_free_func (line_free);
  return self;
}

static void
pass_rows (Pass *pass, const GArray *rows)
{
  for (guint i = 0; i < rows->len; i++) {
    guint row = g_array_index (rows, guint, i);
    int day = att_calendar_day (&pass->trends->calendar, pass->columns->published[row]);
    if (day < 0)
      break;   /* newest first: what follows is older */
    if (day < (int) pass->trends->n_days)
      count_row (pass, row, day);
  }
}

AttTrends *
att_trends_read (AttDatabase *db, AttColumns *columns, const AttFilter *filter, guint days, gint64 now, GError **error)
{
  g_return_val_if_fail (days > 0, NULL);

  if (!att_selection_fits (filter)) {
    g_set_error_literal (error, ATT_ERROR, ATT_ERROR_USAGE, _("This filter names too many topics for a chart. Take some out."));
    return NULL;
  }
  g_autoptr (GArray) rows = att_columns_follow (columns, db, error) ? att_selection_rows (columns, db, filter, now, error) : NULL;
  if (rows == NULL)
    return NULL;
  AttTrends *self = trends_new (days, now);
  g_autoptr (GPtrArray) by_topic = g_ptr_array_new (), by_feed = g_ptr_array_new ();
  g_autofree guint32 *today = g_new0 (guint32, columns->totals->len + 1);
  g_autofree guint8 *seen = g_new0 (guint8, (gsize) (columns->kinds->len + 1) * (columns->feed_ids->len + 1) / 8 + 1);
  Pass pass = { self, columns, by_topic, by_feed, today, seen };
  add_topic_lines (&pass, db);
  add_country_lines (&pass, db);
  pass_rows (&pass, rows);
  find_first (&pass, db);
  g_ptr_array_sort (self->topics, by_count);
  g_ptr_array_sort (self->actors, by_count);
  g_ptr_array_sort (self->countries, by_count);
  att_phrases_read (db, columns, rows, self, now);
  return self;
}

AttTrends *
att_trends_ref (AttTrends *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear (gpointer data)
{
  AttTrends *self = data;
  att_calendar_clear (&self->calendar);
  g_free (self->days);
  g_ptr_array_unref (self->topics);
  g_ptr_array_unref (self->actors);
  g_ptr_array_unref (self->countries);
  g_clear_pointer (&self->phrases, g_ptr_array_unref);
  g_clear_pointer (&self->words, g_hash_table_unref);
}

void
att_trends_unref (AttTrends *self)
{
  g_atomic_rc_box_release_full (self, clear);
}

gint64
att_trends_day_start (const AttTrends *self, guint day)
{
  return self->calendar.starts[MIN (day, self->n_days)];
}

gboolean
att_trends_dismiss (AttDatabase *db, const char *phrase, gboolean dismissed, GError **error)
{
  return att_database_run (db, error, dismissed ? "INSERT OR IGNORE INTO dismissed (phrase) VALUES (?)" : "DELETE FROM dismissed WHERE phrase=?", "s", phrase);
}
