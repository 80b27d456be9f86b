/* trends.c: attachectl trends: coverage day by day, what is out of the ordinary today, new and rising.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "cli/session.h"

#include "base/date.h"
#include "filter/syntax.h"
#include "store/coverage.h"
#include "store/trends.h"
#include "watch/trend.h"

static void
add_lines (JsonBuilder *b, const char *member, const GPtrArray *lines, const AttTrends *trends)
{
  json_builder_set_member_name (b, member);
  json_builder_begin_array (b);
  for (guint i = 0; i < lines->len; i++) {
    const AttTrendLine *line = g_ptr_array_index (lines, i);
    if (line->count == 0)
      continue;
    gboolean known = trends->n_days >= ATT_COVERAGE_DAYS;
    const guint *last = line->days + trends->n_days - (known ? ATT_COVERAGE_DAYS : 0);
    json_builder_begin_object (b);
    att_json_text (b, "name", line->name);
    att_json_text (b, "label", line->label);
    att_json_number (b, "articles", line->count);
    json_builder_set_member_name (b, "days");
    json_builder_begin_array (b);
    for (guint day = 0; day < trends->n_days; day++)
      json_builder_add_int_value (b, line->days[day]);
    json_builder_end_array (b);
    if (known && att_trend_bursts (last, ATT_COVERAGE_DAYS, ATT_SENSITIVITY_MEDIUM))
      att_json_text (b, "burst", g_hash_table_lookup (trends->words, line->name) ? g_hash_table_lookup (trends->words, line->name) : "yes");
    json_builder_end_object (b);
  }
  json_builder_end_array (b);
}

static void
add_phrases (JsonBuilder *b, const AttTrends *trends)
{
  json_builder_set_member_name (b, "rising");
  json_builder_begin_array (b);
  for (guint i = 0; i < trends->phrases->len; i++) {
    const AttTrendPhrase *phrase = g_ptr_array_index (trends->phrases, i);
    json_builder_begin_object (b);
    att_json_text (b, "phrase", phrase->phrase);
    att_json_number (b, "articles", phrase->articles);
    att_json_number (b, "outlets", phrase->outlets);
    json_builder_end_object (b);
  }
  json_builder_end_array (b);
}

static int
run (int argc, char **argv)
{
  g_autofree char *profile = NULL;
  int days = 30, status;
  g_autoptr (GError) error = NULL;
  const GOptionEntry entries[] = {
    { "profile", 0, 0, G_OPTION_ARG_FILENAME, &profile, "The desk's folder", "FOLDER" },
    { "days", 0, 0, G_OPTION_ARG_INT, &days, "How far back, today included; 30 unless told", "N" },
    { 0 },
  };
  if (!att_verb_options (&att_verb_trends, &argc, &argv, entries, &status))
    return status;
  if (days < 1 || days > 3660)
    return att_verb_usage (&att_verb_trends, "days are 1 to 3660.");
  g_autofree char *typed = g_strjoinv (" ", argv + 1);
  g_autoptr (AttFilter) filter = att_filter_parse (typed, &error);
  g_autoptr (AttDatabase) db = filter ? att_session_database (profile, ATT_DATABASE_READ, &error) : NULL;
  g_autoptr (AttColumns) columns = att_columns_new ();
  g_autoptr (AttTrends) trends = db ? att_trends_read (db, columns, filter, days, att_date_now (), &error) : NULL;
  if (trends == NULL)
    return att_verb_fail (&att_verb_trends, error);
  g_autoptr (JsonBuilder) b = json_builder_new ();
  json_builder_begin_object (b);
  att_json_date (b, "from", att_trends_day_start (trends, 0));
  add_lines (b, "topics", trends->topics, trends);
  add_lines (b, "countries", trends->countries, trends);
  add_lines (b, "first", trends->actors, trends);
  add_phrases (b, trends);
  json_builder_end_object (b);
  att_verb_print_json (b, TRUE);
  return ATT_EXIT_DONE;
}

const AttVerb att_verb_trends = { "trends", "[--days N] [FILTER…]", "Print coverage day by day as JSON: topics, outlets' countries, who is new, which phrases rise.", run };
