/* bench-archive.c: what the store answers on a large archive, each beside SQL in the same run.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * bench-archive make PATH N: makes one, and says how fast; bare: the same rows into bare SQLite and FTS5. bench-archive ask PATH N: prints one JSON object a line. */

#include "config.h"
#include "archive.h"

#include "filter/syntax.h"
#include "store/coverage.h"
#include "store/rows.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define CLICKS 200
#define QUERIES 80

static double
now_ms (void)
{
  return g_get_monotonic_time () / 1e3;
}

static int
by_value (gconstpointer a, gconstpointer b)
{
  return *(const double *) a < *(const double *) b ? -1 : *(const double *) a > *(const double *) b;
}

/* Sorts them. */
static double
quantile (GArray *times, double q)
{
  g_array_sort (times, by_value);
  return times->len ? g_array_index (times, double, MIN (times->len - 1, (guint) (q * times->len))) : 0;
}

static void
print (const char *name, GArray *ours, const char *yardstick, GArray *theirs)
{
  double median = quantile (ours, 0.5), p95 = quantile (ours, 0.95), other = theirs ? quantile (theirs, 0.95) : 0;
  printf ("{\"name\": \"%s\", \"value\": %.3f, \"median\": %.3f, \"unit\": \"ms, 95 of 100\", \"yardstick\": \"%s\", \"yardstick_value\": %.3f, \"ratio\": %.3f}\n", name, p95, median, yardstick, other,
          other > 0 ? p95 / other : 0);
  g_array_set_size (ours, 0);
  if (theirs)
    g_array_set_size (theirs, 0);
}

static void
time_cover (AttDatabase *db, AttColumns *columns, const char *text, GArray *times)
{
  g_autoptr (AttFilter) filter = att_filter_parse (text, NULL);
  double start = now_ms ();
  g_autoptr (AttCoverage) coverage = att_coverage_read (db, columns, filter, ARCHIVE_NOW, NULL);
  double took = now_ms () - start;
  g_assert_nonnull (coverage);
  g_array_append_val (times, took);
}

/* With the first rows, as a window shows it. columns NULL: only a glance. */
static void
time_first (AttDatabase *db, AttColumns *columns, const char *text, GArray *times)
{
  g_autoptr (AttFilter) filter = att_filter_parse (text, NULL);
  double start = now_ms ();
  g_autoptr (AttCoverage) coverage = columns ? att_coverage_read (db, columns, filter, ARCHIVE_NOW, NULL) : att_coverage_glance (db, filter, ARCHIVE_NOW, 256, NULL);
  g_autoptr (GPtrArray) rows = att_rows_read (db, coverage->ids, MIN (coverage->n_ids, 256), NULL);
  double took = now_ms () - start;
  g_assert_nonnull (rows);
  g_array_append_val (times, took);
}

static void
time_sql (AttDatabase *db, const char *sql, const char *value, GArray *times)
{
  double start = now_ms ();
  sqlite3_stmt *s = att_database_ask (db, NULL, sql, value ? "s" : "", value);
  while (s && att_database_row (db, s, NULL))
    ;
  double took = now_ms () - start;
  g_array_append_val (times, took);
}

/* Up to five topics that must or must not be there. */
static char *
make_click (Archive *archive, GRand *rand)
{
  GString *text = g_string_new (NULL);
  for (int i = g_rand_int_range (rand, 1, 6); i > 0; i--)
    g_string_append_printf (text, "%stopic:theme-%u ", g_rand_int_range (rand, 0, 3) ? "" : "-", archive_theme (archive));
  return g_string_free (text, FALSE);
}

static void
ask_clicks (Archive *archive, AttDatabase *db, AttColumns *columns, GArray *ours, GArray *theirs)
{
  GRand *rand = g_rand_new_with_seed (5);
  for (guint i = 0; i < CLICKS; i++) {
    g_autofree char *text = make_click (archive, rand);
    time_cover (db, columns, text, ours);
  }
  for (guint i = 0; i < 3; i++) {
    g_autofree char *name = g_strdup_printf ("theme-%u", archive_theme (archive));
    time_sql (db, "SELECT y.topic, count(*) FROM evidence m JOIN evidence y ON y.article=m.article WHERE m.topic=(SELECT id FROM topic WHERE name=?) GROUP BY y.topic", name, theirs);
  }
  print ("click", ours, "SQL join and GROUP BY of one topic, ms", theirs);
  g_rand_free (rand);
}

/* What a person asks who reads two languages: everything in them, and a topic. */
static void
ask_languages (Archive *archive, AttDatabase *db, AttColumns *columns, GArray *ours, GArray *theirs)
{
  for (guint i = 0; i < QUERIES; i++) {
    g_autofree char *text = i % 2 ? g_strdup ("lang:en OR lang:fr OR lang:none") : g_strdup_printf ("topic:theme-%u lang:en OR lang:fr OR lang:none", archive_theme (archive));
    time_cover (db, columns, text, ours);
    time_sql (db, "SELECT id FROM entry WHERE language IN (?, 'fr') OR language IS NULL", "en", theirs);
  }
  print ("languages", ours, "SQL over the same column, ms", theirs);
}

static void
ask_words (Archive *archive, AttDatabase *db, AttColumns *columns, GArray *ours, GArray *theirs)
{
  g_autoptr (GArray) first = g_array_new (FALSE, FALSE, sizeof (double));
  for (guint i = 0; i < QUERIES; i++) {
    g_autofree char *text = archive_question (archive, i % 2);
    if (i / 2 % 2)   /* who comes first reads the pages for the other */
      time_sql (db, "SELECT rowid FROM search WHERE search MATCH ?", text, theirs);
    time_first (db, columns, text, first);
    time_cover (db, columns, text, ours);
    if (i / 2 % 2 == 0)
      time_sql (db, "SELECT rowid FROM search WHERE search MATCH ?", text, theirs);
  }
  g_autoptr (GArray) again = g_array_copy (theirs);
  print ("search-first", first, "the bare FTS5 question, ms", again);
  print ("search-whole", ours, "the bare FTS5 question, ms", theirs);
  for (guint i = 0; i < QUERIES; i++) {
    g_autofree char *words = archive_question (archive, FALSE), *text = g_strdup_printf ("%s topic:theme-%u since:365d", words, archive_theme (archive));
    time_cover (db, columns, text, ours);
    time_sql (db, "SELECT rowid FROM search WHERE search MATCH ?", words, theirs);
  }
  print ("search-topic", ours, "the bare FTS5 question, ms", theirs);
}

static void
ask_marks (AttDatabase *db, guint n, GArray *ours)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  sqlite3_stmt *s = att_database_ask (db, NULL, "SELECT id FROM entry ORDER BY published DESC LIMIT ?", "i", (gint64) n);
  while (s && att_database_row (db, s, NULL)) {
    gint64 id = sqlite3_column_int64 (s, 0);
    g_array_append_val (ids, id);
  }
  GArray *was = NULL;
  double start = now_ms ();
  att_flags_set (db, ids, NULL, G_MAXINT64, ATT_FLAG_READ, 0, &was, NULL);
  double took = now_ms () - start;
  g_array_append_val (ours, took);
  print ("mark-many", ours, "", NULL);
  start = now_ms ();
  att_flags_restore (db, was, NULL);
  took = now_ms () - start;
  g_array_append_val (ours, took);
  print ("undo-many", ours, "", NULL);
  g_array_unref (was);
}

static int
ask (const char *path, guint n)
{
  g_autoptr (AttDatabase) db = att_database_open (path, ATT_DATABASE_WRITE, NULL);
  g_autoptr (AttColumns) columns = att_columns_new ();
  g_autoptr (GArray) ours = g_array_new (FALSE, FALSE, sizeof (double)), theirs = g_array_new (FALSE, FALSE, sizeof (double));
  Archive *archive = archive_new (n);
  time_first (db, NULL, "", ours);
  print ("glance", ours, "", NULL);
  time_cover (db, columns, "", ours);
  print ("columns", ours, "", NULL);
  for (guint i = 0; i < 30; i++)
    time_cover (db, columns, "", ours);
  time_sql (db, "SELECT topic, count(*) FROM evidence GROUP BY topic", NULL, theirs);
  print ("everything", ours, "SQL GROUP BY, ms", theirs);
  ask_clicks (archive, db, columns, ours, theirs);
  time_cover (db, NULL, "", ours);
  print ("everything-sqlite", ours, "", NULL);
  time_cover (db, NULL, "topic:theme-1 -topic:theme-2 topic:theme-0", ours);
  print ("click-sqlite", ours, "", NULL);
  for (guint i = 0; i < 30; i++)
    time_cover (db, columns, i % 2 ? "is:unread" : "since:30d", ours);
  print ("unread-or-month", ours, "", NULL);
  ask_languages (archive, db, columns, ours, theirs);
  ask_words (archive, db, columns, ours, theirs);
  ask_marks (db, MIN (n, 100000), ours);
  time_cover (db, columns, "", ours);
  print ("follow-marks", ours, "", NULL);
  archive_free (archive);
  return 0;
}

static int
make (const char *path, guint n)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AttDatabase) db = att_database_open (path, ATT_DATABASE_WRITE, &error);
  double seconds = 0;
  Archive *archive = archive_new (n);
  if (db == NULL || !archive_fill (archive, db, n, &seconds)) {
    fprintf (stderr, "%s\n", error ? error->message : "The archive could not be made.");
    return 1;
  }
  printf ("{\"articles\": %u, \"per_second\": %.0f, \"raw\": %zu}\n", n, n / seconds, archive_raw (archive));
  archive_free (archive);
  return 0;
}

/* The same rows into bare SQLite and FTS5, as many in a transaction. */
static int
make_bare (const char *path, guint n)
{
  enum { AT_ONCE = 40 };
  sqlite3 *db;
  sqlite3_stmt *article, *search;
  double seconds = 0;
  Archive *archive = archive_new (n);
  sqlite3_open (path, &db);
  sqlite3_exec (db, "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA cache_size=-16000; CREATE TABLE a (id INTEGER PRIMARY KEY, d INTEGER, u TEXT, t TEXT, x TEXT);"
                    "CREATE VIRTUAL TABLE s USING fts5 (t, x, content='', tokenize='unicode61 remove_diacritics 2')", NULL, NULL, NULL);
  sqlite3_prepare_v2 (db, "INSERT INTO a VALUES (NULL, ?, ?, ?, ?)", -1, &article, NULL);
  sqlite3_prepare_v2 (db, "INSERT INTO s (rowid, t, x) VALUES (last_insert_rowid(), ?, ?)", -1, &search, NULL);
  for (guint done = 0; done < n; done += AT_ONCE) {
    g_autoptr (AttEdition) edition = archive_edition (archive, AT_ONCE);
    gint64 start = g_get_monotonic_time ();
    sqlite3_exec (db, "BEGIN", NULL, NULL, NULL);
    for (guint i = 0; i < edition->articles->len; i++) {
      const AttArticle *a = g_ptr_array_index (edition->articles, i);
      sqlite3_bind_int64 (article, 1, a->published);
      sqlite3_bind_text (article, 2, a->url, -1, SQLITE_STATIC);
      sqlite3_bind_text (article, 3, a->title, -1, SQLITE_STATIC);
      sqlite3_bind_text (article, 4, a->text, -1, SQLITE_STATIC);
      sqlite3_bind_text (search, 1, a->title, -1, SQLITE_STATIC);
      sqlite3_bind_text (search, 2, a->text, -1, SQLITE_STATIC);
      g_assert_cmpint (sqlite3_step (article), ==, SQLITE_DONE);
      g_assert_cmpint (sqlite3_step (search), ==, SQLITE_DONE);
      sqlite3_reset (article);
      sqlite3_reset (search);
    }
    sqlite3_exec (db, "COMMIT", NULL, NULL, NULL);
    seconds += (g_get_monotonic_time () - start) / 1e6;
  }
  sqlite3_finalize (article);
  sqlite3_finalize (search);
  sqlite3_close (db);
  printf ("{\"articles\": %u, \"per_second\": %.0f, \"raw\": %zu}\n", n, n / seconds, archive_raw (archive));
  archive_free (archive);
  return 0;
}

int
main (int argc, char **argv)
{
  if (argc == 4 && strcmp (argv[1], "bare") == 0)
    return make_bare (argv[2], strtoul (argv[3], NULL, 10));
  if (argc == 4 && strcmp (argv[1], "make") == 0)
    return make (argv[2], strtoul (argv[3], NULL, 10));
  if (argc == 4 && strcmp (argv[1], "ask") == 0)
    return ask (argv[2], strtoul (argv[3], NULL, 10));
  fprintf (stderr, "bench-archive make|bare|ask PATH N\n");
  return 2;
}
