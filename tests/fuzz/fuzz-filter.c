/* fuzz-filter.c: any text as a filter; one that is read is written and read the same, and asks SQLite a question it understands.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "filter/doubt.h"
#include "filter/syntax.h"
#include "store/search.h"

#include <sqlite3.h>
#include <stdint.h>
#include <string.h>

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

static void
ask (const char *question)
{
  static sqlite3 *db;
  if (db == NULL && (sqlite3_open (":memory:", &db) != SQLITE_OK || sqlite3_exec (db, "CREATE VIRTUAL TABLE s USING fts5 (t); INSERT INTO s VALUES ('talks in the port')", NULL, NULL, NULL) != SQLITE_OK))
    g_error ("There is no FTS5.");
  sqlite3_stmt *s;
  sqlite3_prepare_v2 (db, "SELECT count(*) FROM s WHERE s MATCH ?", -1, &s, NULL);
  sqlite3_bind_text (s, 1, question, -1, SQLITE_STATIC);
  if (sqlite3_step (s) != SQLITE_ROW)
    g_error ("SQLite does not understand “%s”: %s", question, sqlite3_errmsg (db));
  sqlite3_finalize (s);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autofree char *text = g_strndup ((const char *) data, MIN (size, 400));   /* SQLite limits how deep a question is */
  g_autoptr (AttFilter) filter = att_filter_parse (text, NULL);
  guint start = 0, end = 0;
  g_autofree char *doubt = att_filter_doubt (text, &start, &end);
  if (doubt && (start >= end || end > 3 * strlen (text)))
    g_error ("“%s” is doubted where it does not stand.", text);
  if (filter == NULL)
    return 0;
  g_autofree char *written = att_filter_format (filter);
  g_autoptr (AttFilter) again = att_filter_parse (written, NULL);
  if (again == NULL)
    g_error ("“%s” is written as “%s”, which is no filter.", text, written);
  g_autofree char *twice = att_filter_format (again);
  g_assert_cmpstr (written, ==, twice);
  g_autofree char *never = NULL;
  g_autofree char *words = att_search_question (filter, &never);
  if (words)
    ask (words);
  if (never)
    ask (never);
  return 0;
}
