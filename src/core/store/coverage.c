/* coverage.c: what the press brought on a matter, read in one pass.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "store/coverage.h"

#include "store/sql.h"

#include <string.h>

#define MAX_ACTORS 200   /* of each kind: more is a list nobody reads */

typedef struct {
  GArray *ids;
  guint  *counts;        /* by topic number: numbers are dense, so flat arrays, not hashes */
  guint  *recent;        /* by topic number × ATT_COVERAGE_DAYS */
  guint   n_numbers;
  guint   days[ATT_COVERAGE_DAYS];
  gint64  first_day;     /* the day at the left of a sparkline */
  gint64  offset;        /* seconds the reader's clock is ahead of UTC */
} Tally;

static void
count (Tally *tally, gint64 published, const guint8 *topics, int n_bytes)
{
  gint64 day = (published + tally->offset) / 86400 - tally->first_day;
  gboolean recent = day >= 0 && day < ATT_COVERAGE_DAYS;
  if (recent)
    tally->days[day]++;
  for (int i = 0; i + 4 <= n_bytes; i += 4) {
    guint32 number;
    memcpy (&number, topics + i, 4);
    number = GUINT32_FROM_LE (number);
    if (number >= tally->n_numbers)
      continue;
    tally->counts[number]++;
    if (recent)
      tally->recent[number * ATT_COVERAGE_DAYS + day]++;
  }
}

static gboolean
pass (Tally *tally, AttDatabase *db, const AttFilter *filter, gint64 now, GError **error)
{
  g_autoptr (AttSql) sql = att_sql_for_filter (filter, now);
  sqlite3_stmt *s = att_sql_ask (sql, db, error);
  GError *failure = NULL;
  while (s && att_database_row (db, s, &failure)) {
    gint64 id = sqlite3_column_int64 (s, 0);
    g_array_append_val (tally->ids, id);
    count (tally, sqlite3_column_int64 (s, 1), sqlite3_column_blob (s, 4), sqlite3_column_bytes (s, 4));
  }
  if (failure)
    g_propagate_error (error, failure);
  return s != NULL && failure == NULL;
}

static int
by_kind_and_count (const void *a, const void *b)
{
  const AttCount *x = a, *y = b;
  if (x->kind != y->kind)
    return x->kind < y->kind ? -1 : 1;
  if (x->count != y->count)
    return x->count > y->count ? -1 : 1;
  return x->position != y->position ? (x->position < y->position ? -1 : 1) : strcmp (x->label, y->label);
}

/* Every theme, and the others that were counted; then the rare ones of each kind go. */
static GArray *
name_counts (const Tally *tally, AttDatabase *db, GError **error)
{
  GArray *counts = g_array_new (FALSE, TRUE, sizeof (AttCount));
  sqlite3_stmt *s = att_database_ask (db, error, "SELECT id, kind, name, label, section, position FROM topic", "");
  while (s && att_database_row (db, s, error)) {
    guint32 number = sqlite3_column_int64 (s, 0);
    int kind = sqlite3_column_int (s, 1);
    guint n = number < tally->n_numbers ? tally->counts[number] : 0;
    if (n == 0 && kind != ATT_TOPIC_THEME)
      continue;
    AttCount one = { .topic = number, .kind = kind, .count = n, .position = sqlite3_column_int (s, 5),
                     .name = g_strdup ((const char *) sqlite3_column_text (s, 2)), .label = g_strdup ((const char *) sqlite3_column_text (s, 3)),
                     .section = g_strdup ((const char *) sqlite3_column_text (s, 4)) };
    if (number < tally->n_numbers)
      memcpy (one.days, tally->recent + (gsize) number * ATT_COVERAGE_DAYS, sizeof one.days);
    g_array_append_val (counts, one);
  }
  g_array_sort (counts, by_kind_and_count);
  return counts;
}

static void
count_clear (AttCount *one)
{
  g_free (one->name);
  g_free (one->label);
  g_free (one->section);
}

static void
drop_rare (GArray *counts)
{
  guint kept = 0, of_kind = 0;
  AttTopicKind kind = ATT_TOPIC_THEME;
  for (guint i = 0; i < counts->len; i++) {
    AttCount *one = &g_array_index (counts, AttCount, i);
    of_kind = one->kind == kind ? of_kind + 1 : 1;
    kind = one->kind;
    if (kind != ATT_TOPIC_THEME && of_kind > MAX_ACTORS)
      count_clear (one);
    else
      g_array_index (counts, AttCount, kept++) = *one;
  }
  g_array_set_size (counts, kept);
}

static gint64
clock_offset (gint64 now)
{
  g_autoptr (GDateTime) local = g_date_time_new_from_unix_local (now);
  return local ? g_date_time_get_utc_offset (local) / G_USEC_PER_SEC : 0;
}

AttCoverage *
att_coverage_read (AttDatabase *db, const AttFilter *filter, gint64 now, GError **error)
{
  g_return_val_if_fail (filter != NULL, NULL);
  g_assert (att_database_is_mine (db));   /* a connection never leaves its thread */

  Tally tally = { .ids = g_array_new (FALSE, FALSE, sizeof (gint64)), .offset = clock_offset (now) };
  tally.first_day = (now + tally.offset) / 86400 - (ATT_COVERAGE_DAYS - 1);
  tally.n_numbers = att_database_number (db, 0, "SELECT max(id) FROM topic", "") + 1;
  g_autofree guint *counts = g_new0 (guint, tally.n_numbers), *recent = g_new0 (guint, (gsize) tally.n_numbers * ATT_COVERAGE_DAYS);
  tally.counts = counts;
  tally.recent = recent;
  if (!pass (&tally, db, filter, now, error)) {
    g_array_unref (tally.ids);
    return NULL;
  }

  GArray *named = name_counts (&tally, db, error);
  drop_rare (named);
  AttCoverage *self = g_atomic_rc_box_new0 (AttCoverage);
  self->n_ids = tally.ids->len;
  self->ids = (gint64 *) g_array_free (tally.ids, FALSE);
  self->n_topics = named->len;
  self->topics = (AttCount *) g_array_free (named, FALSE);
  memcpy (self->days, tally.days, sizeof self->days);
  return self;
}

AttCoverage *
att_coverage_ref (AttCoverage *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear (gpointer data)
{
  AttCoverage *self = data;
  for (guint i = 0; i < self->n_topics; i++)
    count_clear (&self->topics[i]);
  g_free (self->topics);
  g_free (self->ids);
}

void
att_coverage_unref (AttCoverage *self)
{
  g_atomic_rc_box_release_full (self, clear);
}
