/* coverage.c: what the press brought on a matter, read in one pass.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "store/coverage.h"

#include "base/calendar.h"
#include "store/selection.h"
#include "store/sql.h"

#include <string.h>

#define LOOKED_AT 5000   /* articles, for a glance */
#define MAX_ACTORS 200   /* of each kind: more is a list nobody reads */

typedef struct {
  GArray  *ids;
  guint32 *counts;       /* by topic number: numbers are dense, so flat arrays, not hashes */
  guint32 *recent;       /* by topic number × ATT_COVERAGE_DAYS */
  guint8  *wanted;       /* by topic number: an actor that is looked for; NULL: nobody in particular is */
  guint    n_numbers;
  gint64   last;         /* the highest number of any article, before any is counted: one that comes meanwhile is new */
  guint    days[ATT_COVERAGE_DAYS];
  AttCalendar calendar;  /* the days of a sparkline */
} Tally;

static int
day_of (const Tally *tally, gint64 published)
{
  int day = att_calendar_day (&tally->calendar, published);
  return day < ATT_COVERAGE_DAYS ? day : -1;
}

/* Before the first day of all: whatever is older need not be looked at. */
static gboolean
is_past (const Tally *tally, gint64 published)
{
  return published < tally->calendar.starts[0];
}

static void
count_day (Tally *tally, int day, const guint32 *topics, guint n)
{
  tally->days[day]++;
  for (guint i = 0; i < n; i++)
    if (topics[i] < tally->n_numbers)
      tally->recent[topics[i] * ATT_COVERAGE_DAYS + day]++;
}

/* One pass over the columns. */
static gboolean
pass_columns (Tally *tally, const AttColumns *columns, AttDatabase *db, const AttFilter *filter, gint64 now, GError **error)
{
  guint n;
  g_autoptr (GArray) rows = att_selection_rows (columns, db, filter, now, error);
  if (rows == NULL)
    return FALSE;
  g_array_set_size (tally->ids, rows->len);
  gint64 *ids = (gint64 *) tally->ids->data;
  for (guint i = 0; i < rows->len; i++)
    ids[i] = columns->ids[g_array_index (rows, guint, i)];
  att_selection_count (columns, rows, tally->counts, tally->n_numbers);
  for (guint i = 0; i < rows->len; i++) {   /* newest first: what is recent comes first */
    guint row = g_array_index (rows, guint, i);
    int day = day_of (tally, columns->published[row]);
    const guint32 *topics = att_columns_topics (columns, row, &n);
    if (is_past (tally, columns->published[row]))
      break;
    if (day >= 0)
      count_day (tally, day, topics, n);
  }
  return TRUE;
}

/* The same from the database itself. */
static gboolean
pass_database (Tally *tally, AttDatabase *db, const AttFilter *filter, gint64 now, GError **error)
{
  g_autoptr (AttSql) sql = att_sql_for_filter (filter, now, 0);
  sqlite3_stmt *s = att_sql_ask (sql, db, error);
  GError *failure = NULL;
  while (s && att_database_row (db, s, &failure)) {
    gint64 id = sqlite3_column_int64 (s, 0);
    int day = day_of (tally, sqlite3_column_int64 (s, 1));
    guint n = sqlite3_column_bytes (s, 4) / 4;
    g_autofree guint32 *topics = g_memdup2 (sqlite3_column_blob (s, 4), 4 * n);
    g_array_append_val (tally->ids, id);
    for (guint i = 0; i < n; i++) {
      topics[i] = GUINT32_FROM_LE (topics[i]);
      if (topics[i] < tally->n_numbers)
        tally->counts[topics[i]]++;
    }
    if (day >= 0)
      count_day (tally, day, topics, n);
  }
  if (failure)
    g_propagate_error (error, failure);
  return s != NULL && failure == NULL;
}

typedef struct { guint32 topic, count; } Frequent;

/* Keeps the most frequent in order; of equals the older one. */
static void
offer (Frequent *best, guint *n, guint32 topic, guint32 count)
{
  if (*n == MAX_ACTORS && count <= best[MAX_ACTORS - 1].count)
    return;
  guint at = *n < MAX_ACTORS ? (*n)++ : MAX_ACTORS - 1;
  for (; at > 0 && best[at - 1].count < count; at--)
    best[at] = best[at - 1];
  best[at] = (Frequent) { topic, count };
}

static void
add_count (GArray *counts, const Tally *tally, AttDatabase *db, AttTopicNames *names, guint32 topic)
{
  const AttNamedTopic *name = att_topic_names_get (names, db, topic);
  if (name == NULL || (name->position < 0 && tally->counts[topic] == 0))   /* taken back, and nothing is marked by it any more */
    return;
  AttCount one = { .topic = topic, .kind = name->kind, .count = tally->counts[topic], .position = name->position, .name = g_strdup (name->name), .label = g_strdup (name->label),
                   .section = g_strdup (name->section) };
  memcpy (one.days, tally->recent + (gsize) topic * ATT_COVERAGE_DAYS, sizeof one.days);
  g_array_append_val (counts, one);
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

/* Every theme, and of the others, or of those looked for, the most frequent of each kind. */
static GArray *
name_counts (const Tally *tally, AttDatabase *db, const GArray *kinds, AttTopicNames *names)
{
  enum { KINDS = 8 };
  g_autofree Frequent *best = g_new (Frequent, KINDS * MAX_ACTORS);
  guint n_best[KINDS] = { 0 };
  GArray *counts = g_array_new (FALSE, TRUE, sizeof (AttCount));
  for (guint32 topic = 1; topic < MIN (kinds->len, tally->n_numbers); topic++) {
    guint kind = g_array_index (kinds, guint8, topic);
    if (kind == ATT_TOPIC_THEME)
      add_count (counts, tally, db, names, topic);
    else if (kind < KINDS && tally->counts[topic] && (tally->wanted == NULL || tally->wanted[topic]))
      offer (best + kind * MAX_ACTORS, &n_best[kind], topic, tally->counts[topic]);
  }
  for (guint kind = 0; kind < KINDS; kind++)
    for (guint i = 0; i < n_best[kind]; i++)
      add_count (counts, tally, db, names, best[kind * MAX_ACTORS + i].topic);
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

/* Takes the ids of what was counted. */
static AttCoverage *
make (Tally *tally, AttDatabase *db, const GArray *kinds, AttTopicNames *names)
{
  GArray *named = name_counts (tally, db, kinds, names);
  AttCoverage *self = g_atomic_rc_box_new0 (AttCoverage);
  self->n_ids = tally->ids->len;
  self->ids = (gint64 *) g_array_free (g_steal_pointer (&tally->ids), FALSE);
  self->n_topics = named->len;
  self->topics = (AttCount *) g_array_free (named, FALSE);
  memcpy (self->days, tally->days, sizeof self->days);
  self->last = tally->last;
  return self;
}

gint64
att_coverage_day_start (gint64 now)
{
  AttCalendar today;
  att_calendar_init (&today, now, 1);
  gint64 start = today.starts[0];
  att_calendar_clear (&today);
  return start;
}

void
att_coverage_count_days (const AttColumns *columns, const GArray *rows, gint64 now, guint *days, guint *outlets)
{
  g_autofree guint8 *met = g_new0 (guint8, columns->feed_ids->len + 1);
  *outlets = 0;
  AttCalendar calendar;
  att_calendar_init (&calendar, now, ATT_COVERAGE_DAYS);
  memset (days, 0, ATT_COVERAGE_DAYS * sizeof *days);
  for (guint i = 0; i < rows->len; i++) {
    guint row = g_array_index (rows, guint, i);
    int day = att_calendar_day (&calendar, columns->published[row]);
    if (day < 0)
      break;   /* newest first: what follows is older */
    if (day == ATT_COVERAGE_DAYS)
      continue;   /* of tomorrow, by a clock that is ahead */
    days[day]++;
    if (day == ATT_COVERAGE_DAYS - 1 && !met[columns->feeds[row]]) {
      met[columns->feeds[row]] = TRUE;
      ++*outlets;
    }
  }
  att_calendar_clear (&calendar);
}

static gint64
last_number (AttDatabase *db)
{
  return att_database_number (db, 0, "SELECT max(id) FROM article", "");
}

static void
tally_start (Tally *tally, gint64 last, guint n_numbers, gint64 now)
{
  *tally = (Tally) { .ids = g_array_new (FALSE, FALSE, sizeof (gint64)), .n_numbers = n_numbers, .last = last };
  att_calendar_init (&tally->calendar, now, ATT_COVERAGE_DAYS);
  tally->counts = g_new0 (guint32, n_numbers);
  tally->recent = g_new0 (guint32, (gsize) n_numbers * ATT_COVERAGE_DAYS);
}

static void
tally_end (Tally *tally)
{
  g_clear_pointer (&tally->ids, g_array_unref);
  att_calendar_clear (&tally->calendar);
  g_free (tally->counts);
  g_free (tally->recent);
  g_free (tally->wanted);
}

/* Whom the words mean. NULL words: nobody in particular. */
static gboolean
look_for (Tally *tally, AttDatabase *db, const char *words, GError **error)
{
  if (words == NULL)
    return TRUE;
  GError *failure = NULL;
  tally->wanted = g_new0 (guint8, tally->n_numbers);
  sqlite3_stmt *s = att_database_ask (db, &failure, "SELECT id FROM topic WHERE kind<>? AND instr(fold(label), fold(?))", "is", (gint64) ATT_TOPIC_THEME, words);
  while (s && att_database_row (db, s, &failure))
    if (sqlite3_column_int64 (s, 0) < tally->n_numbers)
      tally->wanted[sqlite3_column_int64 (s, 0)] = TRUE;
  if (failure)
    g_propagate_error (error, failure);
  return failure == NULL;
}

/* Which kind each topic is, by its number. */
static GArray *
read_kinds (AttDatabase *db, GError **error)
{
  g_autoptr (GArray) kinds = g_array_new (FALSE, TRUE, sizeof (guint8));
  GError *failure = NULL;
  sqlite3_stmt *s = att_database_ask (db, &failure, "SELECT id, kind FROM topic ORDER BY id", "");
  while (s && att_database_row (db, s, &failure)) {
    guint8 kind = sqlite3_column_int (s, 1);
    g_array_set_size (kinds, sqlite3_column_int64 (s, 0) + 1);
    g_array_index (kinds, guint8, kinds->len - 1) = kind;
  }
  if (failure == NULL)
    return g_steal_pointer (&kinds);
  g_propagate_error (error, failure);
  return NULL;
}

static AttCoverage *
read_database (AttDatabase *db, const AttFilter *filter, const char *words, gint64 now, GError **error)
{
  Tally tally;
  g_autoptr (GArray) kinds = read_kinds (db, error);
  if (kinds == NULL)
    return NULL;
  g_autoptr (AttTopicNames) names = att_topic_names_new ();
  tally_start (&tally, last_number (db), kinds->len, now);
  AttCoverage *self = look_for (&tally, db, words, error) && pass_database (&tally, db, filter, now, error) ? make (&tally, db, kinds, names) : NULL;
  tally_end (&tally);
  return self;
}

AttCoverage *
att_coverage_find (AttDatabase *db, AttColumns *columns, const AttFilter *filter, const char *words, gint64 now, GError **error)
{
  g_return_val_if_fail (filter != NULL, NULL);
  g_assert (att_database_is_mine (db));   /* a connection never leaves its thread */

  if (columns == NULL || !att_selection_fits (filter))
    return read_database (db, filter, words, now, error);
  Tally tally;
  gint64 last = last_number (db);   /* before the rows are: what comes in between is in them, and new all the same */
  if (!att_columns_follow (columns, db, error))
    return NULL;
  tally_start (&tally, last, columns->totals->len, now);
  gboolean read = look_for (&tally, db, words, error) && pass_columns (&tally, columns, db, filter, now, error);
  AttCoverage *self = read ? make (&tally, db, columns->kinds, columns->names) : NULL;
  tally_end (&tally);
  return self;
}

AttCoverage *
att_coverage_read (AttDatabase *db, AttColumns *columns, const AttFilter *filter, gint64 now, GError **error)
{
  return att_coverage_find (db, columns, filter, NULL, now, error);
}

AttCoverage *
att_coverage_glance (AttDatabase *db, const AttFilter *filter, gint64 now, guint n, GError **error)
{
  gint64 last = last_number (db);
  if (last <= LOOKED_AT)
    return read_database (db, filter, NULL, now, error);
  GError *failure = NULL;
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (AttSql) sql = att_sql_for_filter (filter, now, LOOKED_AT);
  sqlite3_stmt *s = att_sql_ask (sql, db, &failure);
  while (s && ids->len < n && att_database_row (db, s, &failure)) {
    gint64 id = sqlite3_column_int64 (s, 0);
    g_array_append_val (ids, id);
  }
  if (s)
    sqlite3_reset (s);
  if (failure) {
    g_propagate_error (error, failure);
    g_array_unref (ids);
    return NULL;
  }
  AttCoverage *self = g_atomic_rc_box_new0 (AttCoverage);
  self->partial = TRUE;
  self->last = last;
  self->n_ids = ids->len;
  self->ids = (gint64 *) g_array_free (ids, FALSE);
  return self;
}

void
att_coverage_count_new (const AttCoverage *shown, AttCoverage *newer)
{
  gint64 most = 0;
  for (guint i = 0; i < shown->n_ids; i++)
    most = MAX (most, shown->ids[i]);
  g_autofree guint8 *known = g_new0 (guint8, most / 8 + 1);
  for (guint i = 0; i < shown->n_ids; i++)
    known[shown->ids[i] / 8] |= 1 << shown->ids[i] % 8;
  newer->n_new = newer->n_more = 0;
  for (guint i = 0; i < newer->n_ids; i++)
    if (newer->ids[i] > shown->last)
      newer->n_new++;
    else
      newer->n_more += newer->ids[i] > most || !(known[newer->ids[i] / 8] >> newer->ids[i] % 8 & 1);
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
