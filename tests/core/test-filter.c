/* test-filter.c: the filter as a value, as text and as SQL.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "base/error.h"
#include "fetch/schedule.h"
#include "filter/doubt.h"
#include "filter/renaming.h"
#include "filter/syntax.h"
#include "store/sql.h"
#include "watch/alert.h"
#include "watch/trend.h"

#include <string.h>

/* What is typed, and what it means written back. */
static const struct { const char *typed, *formatted; } TEXTS[] = {
  { "", "" },
  { "  taiwan   arms ", "taiwan arms" },
  { "“partners, not rivals” -football", "\"partners, not rivals\" -football" },
  { "china OR beijing talks", "china OR beijing talks" },
  { "topic:Taiwan -topic:iran country:chn actor:\"Wang Yi\" body:NATO", "topic:taiwan -topic:iran country:CHN actor:\"Wang Yi\" body:NATO" },
  { "topic:a topic:b any:topics", "topic:a topic:b any:topics" },
  { "topic:a any:topics", "topic:a" },
  { "since:8y", "since:2920d" },
  { "sale\" \"Yi’s “word", "sale' Yi’s word" },
  { "since:1w is:unread is:starred", "since:7d is:unread is:starred" },
  { "since:1d since:30d", "since:1d" },
  { "(before:1013-01-02) since:1012-01-01", "since:1012-01-01 before:1013-01-02" },
  { "before:0573-08-13", "before:0573-08-13" },
  { "since:2026-01-29 since:2026-01-01 before:2026-03-01 before:2026-02-01", "since:2026-01-29 before:2026-02-01" },
  { "since:2026-01-15 before:2026-02-01", "since:2026-01-15 before:2026-02-01" },
  { "feed:\"The Wire\" folder:Wires source:x said:\"Xi Jinping\"", "said:\"Xi Jinping\" source:x feed:\"The Wire\" folder:Wires" },
  { "NEAR(Taiwan  arms,5) -near(a b) near(x (y) z", "near(Taiwan arms, 5) -near(a b, 10) near(x y, 10) z" },
  { "nearby near near(", "nearby near \"near(\"" },
  { "10:30 a:b", "\"10:30\" \"a:b\"" },
  { "(china OR beijing) (talks)", "china OR beijing talks" },
  { "(a b) OR topic:x", "(a b) OR topic:x" },
  { "( topic:x OR country:chn ) -( said:Xi b )", "topic:x OR country:CHN -(b said:Xi)" },
  { "(a OR b) OR c", "a OR b OR c" },
  { "(a OR b c) OR c", "(a OR b c) OR c" },
  { "-(a OR b)", "-(a OR b)" },
  { "said:Xi said:Putin", "said:Xi said:Putin" },
  { "feed:X (feed:Y feed:X)", "feed:X feed:Y" },
  { "-is:unread -said:Xi", "-is:unread -said:Xi" },
  { "from:deu lang:EN label:urgent note:border is:noted", "from:DEU lang:en label:urgent note:border is:noted" },
  { "OR a OR", "a" },
  { "a) \"(b\" \")\"", "\"a)\" \"(b\" \")\"" },
  { "(topic:a topic:b any:topics) topic:c", "topic:c (topic:a topic:b any:topics)" },
  { "topic:a -topic:a", "topic:a -(topic:a)" },
  { "-topic:a topic:a", "topic:a -(topic:a)" },
};

static void
test_text (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (TEXTS); i++) {
    g_autoptr (GError) error = NULL;
    g_autoptr (AttFilter) filter = att_filter_parse (TEXTS[i].typed, &error);
    g_assert_no_error (error);
    g_autofree char *text = att_filter_format (filter);
    g_assert_cmpstr (text, ==, TEXTS[i].formatted);
    g_autoptr (AttFilter) again = att_filter_parse (text, NULL);
    g_assert_true (att_filter_equal (filter, again));
  }
}

static void
test_mistakes (void)
{
  const char *const TEXTS_WRONG[] = { "topic:", "since:soon", "is:happy", "before:never", "near(taiwan, 5)", "near(a b, many)", "near()", "since:101y", "since:2026-02-31", "(a", "a ()", "(a OR (b c)", "((((((((((((((a))))))))))))))" };
  for (guint i = 0; i < G_N_ELEMENTS (TEXTS_WRONG); i++) {
    g_autoptr (GError) error = NULL;
    g_assert_null (att_filter_parse (TEXTS_WRONG[i], &error));
    g_assert_error (error, ATT_ERROR, ATT_ERROR_USAGE);
  }
}

/* What is wrong is where the person is told it is. */
static void
test_places (void)
{
  static const struct { const char *text; guint start, end; } WRONG[] = { { "talks since:soon", 6, 16 }, { "a (b c", 2, 3 }, { "a () b", 2, 4 }, { "“é” is:happy", 9, 17 }, { "x near(one, 3)", 2, 14 } };
  for (guint i = 0; i < G_N_ELEMENTS (WRONG); i++) {
    guint start = 0, end = 0;
    g_autoptr (GError) error = NULL;
    g_assert_null (att_filter_parse_at (WRONG[i].text, &start, &end, &error));
    g_assert_error (error, ATT_ERROR, ATT_ERROR_USAGE);
    g_assert_cmpuint (start, ==, WRONG[i].start);
    g_assert_cmpuint (end, ==, WRONG[i].end);
  }
}

/* What is read as it stands, and was hardly meant so. */
static void
test_doubts (void)
{
  static const struct { const char *text, *said; guint start, end; } DOUBTED[] = {
    { "talks sinse:7d", "“sinse:” is read as a word. Perhaps you mean “since:”.", 6, 14 },
    { "Tpoic:taiwan", "“Tpoic:” is read as a word. Perhaps you mean “topic:”.", 0, 12 },
    { "-(a counrty:DEU)", "“counrty:” is read as a word. Perhaps you mean “country:”.", 4, 15 },
    { "é lang:xx", "“lang:xx” is no language’s code. Write two letters, as in lang:en.", 3, 10 },
    { "from:DE", "“from:DE” is no country’s code. Write three letters, as in from:DEU.", 0, 7 },
    { "taiwan 🎉", "“🎉” is no word, and is found nowhere. Search for words.", 7, 11 },
    { "arms near(taiwan china", "This bracket is opened and never closed. Write ) where it ends.", 5, 16 },
  };
  static const char *const PLAIN[] = { "", "10:30", "https://froom.example/", "\"sinse:7d\"", "a:b", "update:", "nearby near \"near(\"", "lang:zh-hans lang:none lang:EN", "from:XX country:xkx country:twn from:FRA", "lang:" };
  guint start = 0, end = 0;
  for (guint i = 0; i < G_N_ELEMENTS (DOUBTED); i++) {
    g_autofree char *doubt = att_filter_doubt (DOUBTED[i].text, &start, &end);
    g_assert_cmpstr (doubt, ==, DOUBTED[i].said);
    g_assert_cmpuint (start, ==, DOUBTED[i].start);
    g_assert_cmpuint (end, ==, DOUBTED[i].end);
  }
  for (guint i = 0; i < G_N_ELEMENTS (PLAIN); i++)
    g_assert_null (att_filter_doubt (PLAIN[i], &start, &end));
}

static void
make_text (GRand *rand, GString *out, guint depth)
{
  static const char *const PIECES[] = { "taiwan", "\"a phrase\"", "topic:taiwan", "topic:iran", "actor:\"Wang Yi\"", "country:CHN", "said:Xi", "said:\"or OR (x)\"", "source:wire", "feed:\"The Wire\"", "folder:A/B", "from:deu",
                                        "lang:en", "label:urgent", "note:\"x y\"", "since:7d", "since:2026-01-01", "before:2026-02-01", "is:unread", "is:noted", "any:topics", "near(a b, 4)", "OR", "\"\"", "-", "10:30", "x)" };
  guint n = g_rand_int_range (rand, 1, 5);
  for (guint i = 0; i < n; i++) {
    if (i)
      g_string_append (out, g_rand_int_range (rand, 0, 3) ? " " : " OR ");
    if (g_rand_int_range (rand, 0, 5) == 0)
      g_string_append_c (out, '-');
    if (depth < 4 && g_rand_int_range (rand, 0, 4) == 0) {
      g_string_append_c (out, '(');
      make_text (rand, out, depth + 1);
      g_string_append_c (out, ')');
    } else
      g_string_append (out, PIECES[g_rand_int_range (rand, 0, G_N_ELEMENTS (PIECES))]);
  }
}

/* Only what the person reads, unless a language is asked for, be it within an alternative. */
static void
test_languages (void)
{
  static const struct { const char *asked, *read[3], *text; } CASES[] = {
    { "topic:taiwan", { "en", "fr" }, "topic:taiwan lang:en OR lang:fr OR lang:none" },
    { "topic:taiwan", { NULL }, "topic:taiwan" },
    { "topic:taiwan lang:de", { "en" }, "topic:taiwan lang:de" },
    { "lang:de OR is:starred", { "en" }, "lang:de OR is:starred" },
  };
  for (guint i = 0; i < G_N_ELEMENTS (CASES); i++) {
    g_autoptr (AttFilter) asked = att_filter_parse (CASES[i].asked, NULL), readable = att_filter_with_languages (asked, CASES[i].read);
    g_autofree char *text = att_filter_format (readable);
    g_assert_cmpstr (text, ==, CASES[i].text);
  }
}

/* Whatever is typed: what it means is written as text that means the same, part by part too. */
static void
test_round_trip (void)
{
  GRand *rand = g_rand_new_with_seed (20261129);
  guint n_read = 0;
  for (guint i = 0; i < 20000; i++) {
    g_autoptr (GString) typed = g_string_new (NULL);
    make_text (rand, typed, 0);
    g_autoptr (AttFilter) filter = att_filter_parse (typed->str, NULL);
    if (filter == NULL)
      continue;
    n_read++;
    g_autofree char *text = att_filter_format (filter);
    g_autoptr (GError) error = NULL;
    g_autoptr (AttFilter) again = att_filter_parse (text, &error), copy = att_filter_copy (filter);
    g_assert_no_error (error);
    g_autofree char *twice = att_filter_format (again), *copied = att_filter_format (copy);
    g_assert_cmpstr (twice, ==, text);
    g_assert_cmpstr (copied, ==, text);
    g_auto (GStrv) parts = att_filter_parts (filter), parts_again = att_filter_parts (again);
    g_assert_true (g_strv_equal ((const char *const *) parts, (const char *const *) parts_again));
  }
  g_assert_cmpuint (n_read, >, 10000);
  g_rand_free (rand);
}

static void
test_clicks (void)
{
  g_autoptr (AttFilter) all = att_filter_everything ();
  g_autoptr (AttFilter) must = att_filter_with_topic (all, ATT_TOPIC_THEME, "taiwan", ATT_SENSE_MUST);
  g_autoptr (AttFilter) both = att_filter_with_topic (must, ATT_TOPIC_THEME, "ai-talks", ATT_SENSE_MUST_NOT);
  g_autoptr (AttFilter) off = att_filter_with_topic (both, ATT_TOPIC_THEME, "taiwan", ATT_SENSE_OFF);
  g_autofree char *text = att_filter_format (both), *rest = att_filter_format (off);
  g_assert_cmpstr (text, ==, "topic:taiwan -topic:ai-talks");
  g_assert_cmpstr (rest, ==, "-topic:ai-talks");
  g_assert_cmpint (att_filter_sense (both, ATT_TOPIC_THEME, "taiwan"), ==, ATT_SENSE_MUST);
  g_assert_cmpint (att_filter_sense (all, ATT_TOPIC_THEME, "taiwan"), ==, ATT_SENSE_OFF);
  g_autoptr (AttFilter) less = att_filter_without_part (both, 0);
  g_assert_true (att_filter_equal (less, off));
}

static char *
sql_of (const char *typed)
{
  g_autoptr (AttFilter) filter = att_filter_parse (typed, NULL);
  g_autoptr (AttSql) sql = att_sql_for_filter (filter, 1000000, 0);
  return g_strdup (sql->text->str);
}

/* The driver each question chooses; nothing of it in the text. */
static void
test_sql (void)
{
  g_autofree char *all = sql_of (""), *topic = sql_of ("topic:x topic:y"), *words = sql_of ("'); DROP TABLE topic:x"), *any = sql_of ("topic:x topic:y any:topics");
  g_assert_cmpstr (all, ==, "SELECT e.id, e.published, e.feed, e.flags, e.topics FROM entry e WHERE 1 ORDER BY e.published DESC, e.id DESC");
  g_assert_nonnull (strstr (topic, "FROM entry e WHERE 1 AND EXISTS (SELECT 1 FROM evidence x"));
  g_assert_nonnull (strstr (words, "search WHERE search MATCH ?) s CROSS JOIN article a"));
  g_assert_null (strstr (words, "DROP"));
  g_assert_nonnull (strstr (any, "FROM entry e WHERE 1 AND ("));
}

static void
test_schedule (void)
{
  const AttRhythm none = { 0 }, slow = { .interval = 7200 }, mute = { .interval = G_MAXINT64 / 4 };
  g_assert_cmpint (att_schedule_due (1000, 1800, &none, 0, 0, 0), ==, 2800);
  g_assert_cmpint (att_schedule_due (1000, 1800, &slow, 0, 0, 0), ==, 8200);
  g_assert_cmpint (att_schedule_due (1000, 1800, &none, 2, 0, 0), ==, 1000 + 7200);
  g_assert_cmpint (att_schedule_due (1000, 1800, &none, 30, 0, 0), ==, 1000 + 86400);
  g_assert_cmpint (att_schedule_due (1000, 1800, &none, 1, 50000, 0), ==, 50000);
  g_assert_cmpint (att_schedule_due (1000, 1800, &mute, 0, 0, 0), ==, 1000 + 86400);
  const AttRhythm night = { .skip_hours = 0x3f }, weekend = { .skip_days = 1 << 5 | 1 << 6 }, never = { .skip_hours = 0xffffff };
  g_assert_cmpint (att_schedule_due (1000, 1800, &night, 0, 0, 0), ==, 6 * 3600);                  /* nothing before six in the morning */
  g_assert_cmpint (att_schedule_due (86400 + 80000, 7200, &weekend, 0, 0, 0), ==, 4 * 86400);      /* Friday evening: Monday, 5 January 1970 */
  g_assert_cmpint (att_schedule_due (1000, 1800, &never, 0, 0, 0), ==, 2800);                      /* a feed that skips everything is not believed */
}

static void
test_trend (void)
{
  const guint quiet[] = { 1, 0, 2, 1, 1, 0, 1, 2 }, burst[] = { 1, 0, 2, 1, 1, 0, 1, 9 }, few[] = { 0, 0, 0, 0, 0, 0, 0, 2 };
  g_assert_false (att_trend_bursts (quiet, 8, ATT_SENSITIVITY_MEDIUM));
  g_assert_true (att_trend_bursts (burst, 8, ATT_SENSITIVITY_MEDIUM));
  g_assert_false (att_trend_bursts (few, 8, ATT_SENSITIVITY_MEDIUM));
  g_assert_cmpfloat_with_epsilon (att_trend_habit (burst, 8), (6.0 + 2) / 9, 1e-9);   /* the same weekday, a week before, counts three times */
}

static guint
count_rings (AttAlert alert, guint articles, guint outlets, guint unread, guint today)
{
  AttMonitorNews news = { .monitor = 1, .name = (char *) "M", .headline = (char *) "H", .alert = alert, .articles = articles, .outlets = outlets, .outlets_today = outlets, .unread = unread, .sensitivity = ATT_SENSITIVITY_MEDIUM, .wanted_outlets = 2 };
  for (guint i = 0; i < ATT_COVERAGE_DAYS; i++)
    news.days[i] = i + 1 < ATT_COVERAGE_DAYS ? i % 3 : today;
  g_autoptr (GPtrArray) all = g_ptr_array_new ();
  g_ptr_array_add (all, &news);
  g_autoptr (GPtrArray) rings = att_alert_judge (all);
  return rings->len;
}

static void
test_alerts (void)
{
  g_assert_cmpuint (count_rings (ATT_ALERT_NEVER, 9, 5, 0, 20), ==, 0);
  g_assert_cmpuint (count_rings (ATT_ALERT_EVERY, 1, 1, 7, 1), ==, 1);
  g_assert_cmpuint (count_rings (ATT_ALERT_EVERY, 0, 0, 0, 9), ==, 0);
  g_assert_cmpuint (count_rings (ATT_ALERT_FIRST, 1, 1, 0, 1), ==, 1);
  g_assert_cmpuint (count_rings (ATT_ALERT_FIRST, 1, 1, 1, 1), ==, 0);   /* what came before waits to be read */
  g_assert_cmpuint (count_rings (ATT_ALERT_BURST, 9, 3, 4, 12), ==, 1);
  g_assert_cmpuint (count_rings (ATT_ALERT_BURST, 9, 1, 4, 12), ==, 0);  /* one outlet that repeats itself */
  g_assert_cmpuint (count_rings (ATT_ALERT_BURST, 2, 2, 4, 2), ==, 0);   /* an ordinary day */
  g_assert_true (att_alert_is_quiet (22, 7, 23) && att_alert_is_quiet (22, 7, 6) && att_alert_is_quiet (12, 14, 13));
  g_assert_false (att_alert_is_quiet (22, 7, 7) || att_alert_is_quiet (22, 7, 21) || att_alert_is_quiet (12, 14, 14) || att_alert_is_quiet (0, 0, 0));
}

/* A filter goes along with the names of feeds and folders, also in brackets, and with nothing that only begins so. */
static void
test_renamed (void)
{
  static const struct { AttRenamed what; const char *filter, *from, *to, *renamed; } CASES[] = {
    { ATT_RENAMED_FOLDER, "folder:Wires port", "Wires", "Abroad", "port folder:Abroad" },
    { ATT_RENAMED_FOLDER, "folder:wires/Europe", "Wires", "Far/Abroad", "folder:Far/Abroad/Europe" },
    { ATT_RENAMED_FOLDER, "folder:Wires/Europe", "Wires/Europe", "Europe", "folder:Europe" },
    { ATT_RENAMED_FOLDER, "folder:\"Wires of the world\"", "Wires", "Abroad", NULL },
    { ATT_RENAMED_FOLDER, "folder:Wires", "Wires/Europe", "Europe", NULL },
    { ATT_RENAMED_FOLDER, "feed:Wires", "Wires", "Abroad", NULL },
    { ATT_RENAMED_FEED, "feed:\"Échos du soir\"", "échos du soir", "Echoes", "feed:Echoes" },
    { ATT_RENAMED_FEED, "(feed:Post OR folder:Post) talks", "Post", "Ostpost", "talks feed:Ostpost OR folder:Post" },
    { ATT_RENAMED_FEED, "-(feed:Post OR port)", "Post", "Ostpost", "-(feed:Ostpost OR port)" },
    { ATT_RENAMED_FEED, "feed:\"Post/West\"", "Post", "Ostpost", NULL },
    { ATT_RENAMED_FEED, "feed:\"The 'Daily' Post\"", "The “Daily”  Post", "Ostpost", "feed:Ostpost" },
  };
  for (guint i = 0; i < G_N_ELEMENTS (CASES); i++) {
    g_autoptr (AttFilter) filter = att_filter_parse (CASES[i].filter, NULL), renamed = att_filter_with_renamed (filter, CASES[i].what, CASES[i].from, CASES[i].to);
    g_autofree char *text = renamed ? att_filter_format (renamed) : NULL;
    g_assert_cmpstr (text, ==, CASES[i].renamed);
  }
}

/* A day that is typed is the reader's, and is written as it was typed; a moment with a clock of its own is that moment. */
static void
test_days (void)
{
  g_setenv ("TZ", "JST-9", TRUE);
  g_autoptr (AttFilter) day = att_filter_parse ("since:2026-01-31 before:2026-02-01", NULL), moment = att_filter_parse ("since:2026-01-31T00:00:00Z", NULL);
  g_autofree char *text = att_filter_format (day), *other = att_filter_format (moment);
  g_assert_cmpint (day->since, ==, 1769785200);   /* 30 January, 15:00 UTC */
  g_assert_cmpint (day->before, ==, day->since + 86400);
  g_assert_cmpint (moment->since, ==, 1769817600);
  g_assert_cmpstr (text, ==, "since:2026-01-31 before:2026-02-01");
  g_assert_cmpstr (other, ==, "since:\"2026-01-31T00:00:00Z\"");
  g_unsetenv ("TZ");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/filter/text", test_text);
  g_test_add_func ("/filter/mistakes", test_mistakes);
  g_test_add_func ("/filter/places", test_places);
  g_test_add_func ("/filter/doubts", test_doubts);
  g_test_add_func ("/filter/round-trip", test_round_trip);
  g_test_add_func ("/filter/languages", test_languages);
  g_test_add_func ("/filter/clicks", test_clicks);
  g_test_add_func ("/filter/renamed", test_renamed);
  g_test_add_func ("/filter/days", test_days);
  g_test_add_func ("/filter/sql", test_sql);
  g_test_add_func ("/schedule", test_schedule);
  g_test_add_func ("/trend", test_trend);
  g_test_add_func ("/watch/alerts", test_alerts);
  return g_test_run ();
}
