/* test-analysis.c: topics, actors and quotations of short texts of our own.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "analysis/analyse.h"

#include <string.h>

static AttLexicon *lexicon;

static AttArticle *
analyse (const char *title, const char *text)
{
  AttArticle *article = att_article_new ();
  article->title = g_strdup (title);
  article->text = g_strdup (text);
  article->published = 1714089600;   /* 26 April 2024 */
  att_analyse (lexicon, article);
  return article;
}

static const AttMention *
find (const AttArticle *article, AttTopicKind kind, const char *name)
{
  for (guint i = 0; i < article->mentions->len; i++) {
    const AttMention *mention = g_ptr_array_index (article->mentions, i);
    if (mention->kind == kind && strcmp (mention->name, name) == 0)
      return mention;
  }
  return NULL;
}

static void
test_topics (void)
{
  g_autoptr (AttArticle) a = analyse ("China launches military drills around Taiwan after arms sale",
                                      "China's military launched drills in the Taiwan Strait on Monday. The United States condemned the exercises and said arms sales to Taiwan would go on.\n\n"
                                      "Taipei said it had scrambled jets.");
  const AttMention *taiwan = find (a, ATT_TOPIC_THEME, "taiwan");
  g_assert_nonnull (taiwan);
  g_assert_cmpint (taiwan->grade, ==, ATT_GRADE_MAIN);
  g_assert_cmpuint (taiwan->evidence->len, >, 0);
  for (guint i = 0; i < taiwan->evidence->len; i++) {   /* every mark opens down to words */
    const AttSpan *span = &g_array_index (taiwan->evidence, AttSpan, i);
    g_assert_cmpuint (span->end, >, span->start);
    g_assert_cmpuint (span->end, <=, strlen (span->zone == ATT_ZONE_TITLE ? a->title : a->text));
  }
  g_autoptr (AttArticle) two = analyse ("Beijing summons US envoy over arms package for Taiwan", "Nothing else was said.");
  const AttMention *pair = find (two, ATT_TOPIC_THEME, "taiwan");   /* "arms" makes it so only beside "Taiwan": both are shown */
  g_assert_nonnull (pair);
  g_autofree char *shown = NULL;
  for (guint i = 0; i < pair->evidence->len; i++) {
    const AttSpan *span = &g_array_index (pair->evidence, AttSpan, i);
    g_autofree char *before = g_steal_pointer (&shown);
    shown = g_strdup_printf ("%s[%.*s]", before ? before : "", (int) (span->end - span->start), two->title + span->start);
  }
  g_assert_cmpstr (shown, ==, "[arms][Taiwan]");
  g_autoptr (AttArticle) none = analyse ("Lentil soup for a cold weekend", "Fry the onions in oil, add the lentils and simmer. Season with salt and serve with bread.");
  for (guint i = 0; i < none->mentions->len; i++)
    g_assert_cmpint (((AttMention *) g_ptr_array_index (none->mentions, i))->kind, !=, ATT_TOPIC_THEME);
}

/* Names that mean two things: what is a state, and what is not. */
static const struct { const char *text, *state; gboolean is; } STATES[] = {
  { "Georgia's parliament in Tbilisi passed the law.", "GEO", TRUE },
  { "Georgia Governor Brian Kemp spoke in Atlanta.", "GEO", FALSE },
  { "King Abdullah of Jordan met aid officials in Amman.", "JOR", TRUE },
  { "Rep. Jim Jordan criticised the bill.", "JOR", FALSE },
  { "Turkey summoned the envoy.", "TUR", TRUE },
  { "They roasted a turkey for dinner.", "TUR", FALSE },
  { "Beijing said it would respond.", "CHN", TRUE },
  { "The Kremlin denied the report.", "RUS", TRUE },
  { "They bought fine china at the market.", "CHN", FALSE },
  { "New Mexico's senators voted.", "MEX", FALSE },
  { "The U.S. and the UK agreed.", "USA", TRUE },
  { "He told us to leave.", "USA", FALSE },
  { "Niger's junta expelled the ambassador.", "NER", TRUE },
  { "Nigeria's president spoke.", "NER", FALSE },
  { "North Korean troops crossed the line.", "PRK", TRUE },
  { "North Korean troops crossed the line.", "KOR", FALSE },
};

static void
test_states (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (STATES); i++) {
    g_autoptr (AttArticle) a = analyse (NULL, STATES[i].text);
    g_test_message ("%s %s", STATES[i].text, STATES[i].state);
    g_assert_cmpint (find (a, ATT_TOPIC_STATE, STATES[i].state) != NULL, ==, STATES[i].is);
  }
}

static void
test_persons (void)
{
  g_autoptr (AttArticle) a = analyse (NULL, "US Secretary of State Antony Blinken met Wang Yi. Blinken praised Wang. Maria Kowalska, a teacher from Lublin, said she was glad. On Monday Prime Minister Rishi Sunak spoke.");
  g_assert_nonnull (find (a, ATT_TOPIC_PERSON, "Antony Blinken"));
  g_assert_nonnull (find (a, ATT_TOPIC_PERSON, "Wang Yi"));
  g_assert_nonnull (find (a, ATT_TOPIC_PERSON, "Maria Kowalska"));
  g_assert_cmpfloat (find (a, ATT_TOPIC_PERSON, "Antony Blinken")->score, ==, 2);
  g_assert_null (find (a, ATT_TOPIC_PERSON, "Blinken"));
}

/* Who said it: the forms attribution takes. NULL speaker: nobody is claimed. */
static const struct { const char *text, *quote, *speaker; } QUOTES[] = {
  { "“We will not yield to pressure from anyone,” said Wang Yi.", "We will not yield to pressure from anyone,", "Wang Yi" },
  { "“We will not yield to pressure from anyone,” Wang Yi told reporters.", "We will not yield to pressure from anyone,", "Wang Yi" },
  { "Wang Yi said: “We will not yield to pressure from anyone.”", "We will not yield to pressure from anyone.", "Wang Yi" },
  { "Antony Blinken was warned by Wang Yi that pressure may start a “downward spiral”.", "downward spiral", "Wang Yi" },
  { "Antony Blinken met Wang Yi. He said the talks were “extensive and constructive”.", "extensive and constructive", "Antony Blinken" },
  { "According to Wang Yi, the island is the “first red line” of all.", "first red line", "Wang Yi" },
  { "\"The straight marks are read as well,\" Antony Blinken added.", "The straight marks are read as well,", "Antony Blinken" },
  { "‘The single marks are read as well,’ Antony Blinken added.", "The single marks are read as well,", "Antony Blinken" },
  { "“Das ist ein guter Tag für uns,” said Olaf Scholz. “And for Europe.”", "And for Europe.", "Olaf Scholz" },
};

static void
test_quotes (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (QUOTES); i++) {
    g_autoptr (AttArticle) a = analyse (NULL, QUOTES[i].text);
    const AttQuote *found = NULL;
    for (guint k = 0; k < a->quotes->len; k++)
      if (strcmp (((AttQuote *) g_ptr_array_index (a->quotes, k))->text, QUOTES[i].quote) == 0)
        found = g_ptr_array_index (a->quotes, k);
    g_test_message ("%s", QUOTES[i].text);
    g_assert_nonnull (found);
    g_assert_cmpstr (found->speaker, ==, QUOTES[i].speaker);
    g_assert_cmpint (strncmp (a->text + found->span.start, found->text, found->span.end - found->span.start), ==, 0);
  }
}

static void
test_not_quotes (void)
{
  const char *const TEXTS[] = { "The film “Lost in the City” opens on Friday.", "It was the dogs' dinner and the cats' milk, the nations' leaders agreed.", "He grew up in the '80s and '90s." };
  for (guint i = 0; i < G_N_ELEMENTS (TEXTS); i++) {
    g_autoptr (AttArticle) a = analyse (NULL, TEXTS[i]);
    g_test_message ("%s", TEXTS[i]);
    g_assert_cmpuint (a->quotes->len, ==, 0);
  }
}

/* Promotion and embedded posts give no topic, actor or quotation. */
static void
test_zones (void)
{
  g_autoptr (AttArticle) a = analyse ("A quiet day", "Nothing happened in the village today, and nobody minded.\n\nRead More: Why Taiwan and China fight over arms sales\n\n"
                                      "President Macron must say “enough is enough” to all of them pic.twitter.com/abc\n\n— Some One (@someone) April 26, 2024");
  g_assert_null (find (a, ATT_TOPIC_THEME, "taiwan"));
  g_assert_null (find (a, ATT_TOPIC_STATE, "TWN"));
  g_assert_null (find (a, ATT_TOPIC_PERSON, "Emmanuel Macron"));
  g_assert_cmpuint (a->quotes->len, ==, 0);
}

/* Arbitrary bytes, right-to-left text and one endless paragraph neither crash nor give offsets outside the text. */
static void
test_odd_texts (void)
{
  g_autoptr (GString) noise = g_string_new (NULL);
  GRand *rand = g_rand_new_with_seed (7);
  for (guint i = 0; i < 200000; i++) {
    static const gunichar SIGNS[] = { 'a', 'B', ' ', ' ', '.', '"', 0x201C, 0x201D, '\'', 0x2019, '\n', 0x4E2D, 0x627, 0x301, '-', 'U', 'S', ',', 0x1F600 };
    g_string_append_unichar (noise, SIGNS[g_rand_int_range (rand, 0, G_N_ELEMENTS (SIGNS))]);
  }
  g_rand_free (rand);
  const char *const TEXTS[] = { noise->str, "قال وزير الخارجية إن «المحادثات بناءة» في بكين", "外交部は「対話を続ける」と述べた。", "", "\n\n\n\n", "“", "”””" };
  for (guint i = 0; i < G_N_ELEMENTS (TEXTS); i++) {
    g_autoptr (AttArticle) a = analyse ("", TEXTS[i]);
    for (guint k = 0; k < a->quotes->len; k++) {
      const AttQuote *q = g_ptr_array_index (a->quotes, k);
      g_assert_cmpuint (q->span.end, <=, strlen (TEXTS[i]));
      g_assert_true (g_utf8_validate (q->text, -1, NULL));
    }
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  lexicon = att_lexicon_new (NULL, NULL);
  g_assert_nonnull (lexicon);
  g_test_add_func ("/analysis/topics", test_topics);
  g_test_add_func ("/analysis/states", test_states);
  g_test_add_func ("/analysis/persons", test_persons);
  g_test_add_func ("/analysis/quotes", test_quotes);
  g_test_add_func ("/analysis/not-quotes", test_not_quotes);
  g_test_add_func ("/analysis/zones", test_zones);
  g_test_add_func ("/analysis/odd-texts", test_odd_texts);
  int status = g_test_run ();
  att_lexicon_unref (lexicon);
  return status;
}
