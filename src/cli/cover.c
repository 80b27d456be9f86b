/* cover.c: attachectl list and topics: what the press brought on a matter.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "cli/session.h"

#include "base/date.h"
#include "filter/doubt.h"
#include "filter/syntax.h"
#include "store/topics.h"

#include <stdio.h>

typedef struct { char *profile; gboolean json; int limit; } Options;

static gboolean
read_options (const AttVerb *verb, int *argc, char ***argv, Options *options, int *status)
{
  const GOptionEntry entries[] = {
    { "profile", 0, 0, G_OPTION_ARG_FILENAME, &options->profile, "The desk's folder", "FOLDER" },
    { "limit", 0, 0, G_OPTION_ARG_INT, &options->limit, "At most so many lines", "N" },
    { "json", 0, 0, G_OPTION_ARG_NONE, &options->json, "Print JSON", NULL },
    { 0 },
  };
  return att_verb_options (verb, argc, argv, entries, status);
}

/* Everything behind the verb is one filter, as it is typed in the window. */
static AttCoverage *
cover (AttDatabase *db, int argc, char **argv, GError **error)
{
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();
  for (int i = 1; i < argc; i++)
    g_strv_builder_add (words, argv[i]);
  g_auto (GStrv) all = g_strv_builder_end (words);
  g_autofree char *text = g_strjoinv (" ", all);
  g_autoptr (AttFilter) filter = att_filter_parse (text, error);
  guint start, end;
  g_autofree char *doubt = filter ? att_filter_doubt (text, &start, &end) : NULL;
  g_autofree char *unknown = filter ? att_topics_unknown (db, filter) : NULL;
  if (doubt)
    g_printerr ("%s\n", doubt);
  if (unknown)
    g_printerr ("There is no “%s” in the archive; attachectl topics and attachectl feeds list what there is.\n", unknown);
  g_autoptr (AttColumns) columns = att_columns_new ();
  return filter ? att_coverage_read (db, columns, filter, att_date_now (), error) : NULL;
}

static void
print_row (JsonBuilder *b, const AttHeadline *row, gboolean json)
{
  g_autofree char *date = json ? att_date_format (row->published) : att_date_here (row->published);
  g_autofree char *themes = g_strjoinv (", ", row->themes);
  if (!json) {
    printf ("%6" G_GINT64_FORMAT "  %s  %s  (%s)%s%s%s\n", row->id, date, row->title, row->source, *themes ? "  [" : "", themes, *themes ? "]" : "");
    return;
  }
  json_builder_begin_object (b);
  att_json_number (b, "id", row->id);
  att_json_text (b, "title", row->title);
  att_json_text (b, "source", row->source);
  att_json_text (b, "url", row->url);
  att_json_text (b, "published", date);
  att_json_text (b, "summary", row->summary);
  json_builder_set_member_name (b, "topics");
  json_builder_begin_array (b);
  for (guint i = 0; row->themes[i]; i++)
    json_builder_add_string_value (b, row->themes[i]);
  json_builder_end_array (b);
  json_builder_set_member_name (b, "unread");
  json_builder_add_boolean_value (b, !(row->flags & ATT_FLAG_READ));
  json_builder_set_member_name (b, "starred");
  json_builder_add_boolean_value (b, (row->flags & ATT_FLAG_STARRED) != 0);
  json_builder_end_object (b);
}

static int
list (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  Options options = { .limit = 50 };
  int status;
  if (!read_options (&att_verb_list, &argc, &argv, &options, &status))
    return status;
  g_autofree char *profile = options.profile;
  g_autoptr (AttDatabase) db = att_session_database (profile, ATT_DATABASE_READ, &error);
  g_autoptr (AttCoverage) coverage = db ? cover (db, argc, argv, &error) : NULL;
  guint n = coverage ? MIN (coverage->n_ids, (guint) MAX (options.limit, 0)) : 0;
  g_autoptr (GPtrArray) rows = coverage ? att_rows_read (db, coverage->ids, n, &error) : NULL;
  if (rows == NULL || error)
    return att_verb_fail (&att_verb_list, error);
  g_autoptr (JsonBuilder) b = json_builder_new ();
  json_builder_begin_array (b);
  for (guint i = 0; i < rows->len; i++)
    print_row (b, g_ptr_array_index (rows, i), options.json);
  json_builder_end_array (b);
  if (options.json)
    att_verb_print_json (b, TRUE);
  return ATT_EXIT_DONE;
}

/* Fourteen days in fourteen characters. */
static char *
sparkline (const guint *days)
{
  static const char *const BARS[] = { "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█" };
  guint top = 1;
  for (guint i = 0; i < ATT_COVERAGE_DAYS; i++)
    top = MAX (top, days[i]);
  GString *out = g_string_new (NULL);
  for (guint i = 0; i < ATT_COVERAGE_DAYS; i++)
    g_string_append (out, BARS[days[i] * (G_N_ELEMENTS (BARS) - 1) / top]);
  return g_string_free (out, FALSE);
}

static void
print_count (JsonBuilder *b, const AttCount *count, gboolean json)
{
  if (!json) {
    g_autofree char *bars = sparkline (count->days);
    printf ("%5u  %s  %s\n", count->count, bars, count->label);
    return;
  }
  json_builder_begin_object (b);
  att_json_text (b, "kind", att_topic_kind_name (count->kind));
  att_json_text (b, "id", count->name);
  att_json_text (b, "label", count->label);
  att_json_number (b, "count", count->count);
  json_builder_set_member_name (b, "days");
  json_builder_begin_array (b);
  for (guint k = 0; k < ATT_COVERAGE_DAYS; k++)
    json_builder_add_int_value (b, count->days[k]);
  json_builder_end_array (b);
  json_builder_end_object (b);
}

static int
topics (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  Options options = { .limit = 0 };
  int status;
  if (!read_options (&att_verb_topics, &argc, &argv, &options, &status))
    return status;
  g_autofree char *profile = options.profile;
  g_autoptr (AttDatabase) db = att_session_database (profile, ATT_DATABASE_READ, &error);
  g_autoptr (AttCoverage) coverage = db ? cover (db, argc, argv, &error) : NULL;
  if (coverage == NULL)
    return att_verb_fail (&att_verb_topics, error);
  g_autoptr (JsonBuilder) b = json_builder_new ();
  json_builder_begin_array (b);
  int n = 0;
  for (guint i = 0; i < coverage->n_topics; i++) {
    const AttCount *count = &coverage->topics[i];
    gboolean shown = count->count > 0 && (options.json || count->kind == ATT_TOPIC_THEME);
    if (shown && (options.limit <= 0 || n++ < options.limit))
      print_count (b, count, options.json);
  }
  json_builder_end_array (b);
  if (options.json)
    att_verb_print_json (b, TRUE);
  return ATT_EXIT_DONE;
}

const AttVerb att_verb_list = { "list", "[--limit N] [FILTER…]", "List the articles a filter matches, newest first; the filter is what the window's search takes.", list, TRUE };
const AttVerb att_verb_topics = { "topics", "[--limit N] [FILTER…]", "Count the topics under a filter, with their last fourteen days.", topics, TRUE };
