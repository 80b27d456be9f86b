/* test-analysis.c: topics, actors, events and languages of short texts of our own.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "story.h"

#include "analysis/learn.h"

#include <string.h>

static void
test_topics (void)
{
  g_autoptr (AttArticle) a = story_read ("China launches military drills around Taiwan after arms sale",
                                      "China's military launched drills in the Taiwan Strait on Monday. The United States condemned the exercises and said arms sales to Taiwan would go on.\n\n"
                                      "Taipei said it had scrambled jets.");
  const AttMention *taiwan = story_find (a, ATT_TOPIC_THEME, "taiwan");
  g_assert_nonnull (taiwan);
  g_assert_cmpint (taiwan->grade, ==, ATT_GRADE_MAIN);
  g_assert_cmpuint (taiwan->evidence->len, >, 0);
  for (guint i = 0; i < taiwan->evidence->len; i++) {   /* every mark opens down to words */
    const AttSpan *span = &g_array_index (taiwan->evidence, AttSpan, i);
    g_assert_cmpuint (span->end, >, span->start);
    g_assert_cmpuint (span->end, <=, strlen (span->zone == ATT_ZONE_TITLE ? a->title : a->text));
  }
  g_autoptr (AttArticle) two = story_read ("Beijing summons US envoy over arms package for Taiwan", "Nothing else was said.");
  const AttMention *pair = story_find (two, ATT_TOPIC_THEME, "taiwan");   /* "arms" makes it so only beside "Taiwan": both are shown */
  g_assert_nonnull (pair);
  g_autofree char *shown = NULL;
  for (guint i = 0; i < pair->evidence->len; i++) {
    const AttSpan *span = &g_array_index (pair->evidence, AttSpan, i);
    g_autofree char *before = g_steal_pointer (&shown);
    shown = g_strdup_printf ("%s[%.*s]", before ? before : "", (int) (span->end - span->start), two->title + span->start);
  }
  g_assert_cmpstr (shown, ==, "[arms][Taiwan]");
  g_autoptr (AttArticle) none = story_read ("Lentil soup for a cold weekend", "Fry the onions in oil, add the lentils and simmer. Season with salt and serve with bread.");
  for (guint i = 0; i < none->mentions->len; i++)
    g_assert_cmpint (((AttMention *) g_ptr_array_index (none->mentions, i))->kind, !=, ATT_TOPIC_THEME);
}

/* A phrase of a table is cut as the same words in an article are. */
static void
test_phrases (void)
{
  const char *const PHRASES[] = { "war", "war crimes", "US", "Ceasefire Line of Control", "a", "coup d'état", "F-16", "G7 summit", "Türkiye", "no. 10", "rock 'n' roll", "AI-driven talks" };
  for (guint i = 0; i < G_N_ELEMENTS (PHRASES); i++) {
    g_autoptr (GArray) words = att_reading_words_of (PHRASES[i]);
    g_autoptr (AttReading) reading = att_reading_new (PHRASES[i], "");
    g_assert_cmpuint (words->len, ==, reading->words->len);
    for (guint k = 0; k < words->len; k++) {
      const AttWord *a = &g_array_index (words, AttWord, k), *b = att_reading_word (reading, k);
      g_assert_cmpuint (a->hash, ==, b->hash);
      g_assert_cmpuint (a->start, ==, b->start);
      g_assert_cmpuint (a->end, ==, b->end);
    }
  }
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
  { "Last week Washington Perrin won the race in Torvik.", "USA", FALSE },
  { "Washington said on Monday that it would wait.", "USA", TRUE },
};

/* A word that is an office-holder's family name as well, and one that is a title. */
static const struct { const char *title, *text, *person; gboolean is; } NAMED[] = {
  { NULL, "No such thing was said in Torvik. No plans were made for the harbour.", "No Kwang Chol", FALSE },
  { NULL, "They will meet again after the Birmingham Grand Prix in the summer.", "Simon Birmingham", FALSE },
  { NULL, "Nepal's PM KP Sharma Oli spoke to the press in Kathmandu on Sunday.", "KP Sharma Oli", TRUE },
  { NULL, "The talks went on in Kyiv while Zelenskyy spoke to reporters on Sunday.", "Volodymyr Zelensky", TRUE },
  { NULL, "The comedian was late. Comedian Arno Felber spoke to the press on Sunday.", "Arno Felber", TRUE },
  { NULL, "The striker thanked AC Torvik after the match on Sunday.", "AC Torvik", FALSE },
  { NULL, "The office opens at 4 PM Torvik time on Sunday.", "Torvik", FALSE },
  { "Foreign Minister Warns of Delay", "The talks will take longer than anybody thought, officials said.", "Warns", FALSE },
};

static void
test_named (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (NAMED); i++) {
    g_autoptr (AttArticle) a = story_read (NAMED[i].title, NAMED[i].text);
    g_test_message ("%s", NAMED[i].text);
    g_assert_cmpint (story_find (a, ATT_TOPIC_PERSON, NAMED[i].person) != NULL, ==, NAMED[i].is);
  }
}

static void
test_states (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (STATES); i++) {
    g_autoptr (AttArticle) a = story_read (NULL, STATES[i].text);
    g_test_message ("%s %s", STATES[i].text, STATES[i].state);
    g_assert_cmpint (story_find (a, ATT_TOPIC_STATE, STATES[i].state) != NULL, ==, STATES[i].is);
  }
}

/* An item as most feeds have them, a headline and one sentence, says nothing twice; and what it is mainly about. topic NULL: nothing. */
static const struct { const char *title, *text, *topic; } ITEMS[] = {
  { "China sends 40 warplanes toward Taiwan in a day", "Twenty of them crossed the median line of the strait, the defence ministry in Taipei said on Sunday.", "taiwan" },
  { "Putin heads to Minsk as allies meet", "The Russian president will meet his Belarusian counterpart on Monday.", "official-talks" },
  { "EU agrees price cap on Russian oil", "Ambassadors of the member states approved the cap of 60 dollars a barrel.", "sanctions" },
  { "Germany sends tanks to Ukraine", "The first ten arrived on Sunday.", "ukraine-support" },
  { "Torvik win cup final in extra time", "The goalkeeper from Norway was praised by the coach of Poland.", NULL },
};

static void
test_items (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (ITEMS); i++) {
    g_autoptr (AttArticle) a = story_read (ITEMS[i].title, ITEMS[i].text);
    g_test_message ("%s", ITEMS[i].title);
    const AttMention *found = ITEMS[i].topic ? story_find (a, ATT_TOPIC_THEME, ITEMS[i].topic) : NULL;
    g_assert_cmpint (found != NULL, ==, ITEMS[i].topic != NULL);
    if (found)
      g_assert_cmpint (found->grade, ==, ATT_GRADE_MAIN);
    for (guint k = 0; ITEMS[i].topic == NULL && k < a->mentions->len; k++)
      g_assert_cmpint (((AttMention *) g_ptr_array_index (a->mentions, k))->kind, !=, ATT_TOPIC_THEME);
  }
}

static void
test_persons (void)
{
  g_autoptr (AttArticle) a = story_read (NULL, "US Secretary of State Antony Blinken met Wang Yi. Blinken praised Wang. Maria Kowalska, a teacher from Lublin, said she was glad. On Monday Prime Minister Rishi Sunak spoke.");
  g_assert_nonnull (story_find (a, ATT_TOPIC_PERSON, "Antony Blinken"));
  g_assert_nonnull (story_find (a, ATT_TOPIC_PERSON, "Wang Yi"));
  g_assert_nonnull (story_find (a, ATT_TOPIC_PERSON, "Maria Kowalska"));
  g_assert_cmpfloat (story_find (a, ATT_TOPIC_PERSON, "Antony Blinken")->score, ==, 2);
  g_assert_null (story_find (a, ATT_TOPIC_PERSON, "Blinken"));
}

/* What was done to whom, and whether it was. type NULL: nothing. */
static const struct { const char *text, *type, *actor, *recipient, *aspect; } EVENTS[] = {
  { "The United States imposed sanctions on Russia on Friday.", "SANCTION", "USA", "RUS", "happened" },
  { "Russia was accused by Ukraine on Friday.", "ACCUSE", "UKR", "RUS", "happened" },
  { "Antony Blinken met with Wang Yi in Beijing.", "CONSULT", "USA", "CHN", "happened" },
  { "Antony Blinken will meet Wang Yi in June.", "CONSULT", "USA", "CHN", "announced" },
  { "Israel did not attack Iran this week.", "ASSAULT", "ISR", "IRN", "negated" },
  { "China could invade Taiwan within years.", "ASSAULT", "CHN", "TWN", "hypothetical" },
  { "Talks between Russia and Ukraine went on.", "CONSULT", "RUS", "UKR", "happened" },
  { "Russia's invasion of Ukraine went on.", "ASSAULT", "RUS", "UKR", "happened" },
  { "The United States said that Russia attacked Ukraine.", "ASSAULT", "RUS", "UKR", "happened" },
  { "The United States suspended its aid to Russia on Friday.", "SANCTION", "USA", "RUS", "happened" },
  { "Russia said it had not attacked Ukraine.", "ASSAULT", "RUS", "UKR", "negated" },
  { "China denied that it supplies weapons to Russia.", "AID", "CHN", "RUS", "negated" },
  { "The United States cancelled talks with Russia on Friday.", "REJECT", "USA", "RUS", "happened" },
  { "Russia has yet to attack Ukraine.", "ASSAULT", "RUS", "UKR", "negated" },
  { "China might attack Taiwan.", "ASSAULT", "CHN", "TWN", "hypothetical" },
  { "Ukraine came under attack from Russia on Friday.", "ASSAULT", "RUS", "UKR", "happened" },
  { "China's backing of Russia goes on.", "SUPPORT", "CHN", "RUS", "happened" },
  { "Ukraine has the support of Germany in its fight.", "SUPPORT", "DEU", "UKR", "happened" },
  { "Ukraine received weapons from Germany on Friday.", "AID", "DEU", "UKR", "happened" },
  { "Norway said that Russia attacked Ukraine.", "ASSAULT", "RUS", "UKR", "happened" },
  { "Ukraine, invaded by Russia in spring, joined the court.", "ASSAULT", "RUS", "UKR", "happened" },
  { "Italy will not send troops to Ukraine.", "MOBILIZE", "ITA", "UKR", "negated" },
  { "Iran rejected claims that it attacked Iraq.", "ASSAULT", "IRN", "IRQ", "negated" },
  { "Switzerland refrained from sanctioning China.", "SANCTION", "CHE", "CHN", "negated" },
  { "Imagine that China invaded Taiwan tomorrow.", "ASSAULT", "CHN", "TWN", "hypothetical" },
  { "Canada expelled two Chinese diplomats.", "SANCTION", "CAN", "CHN", "happened" },
  { "Japan froze the assets of six North Koreans.", "SANCTION", "JPN", "PRK", "happened" },
  { "Israel strikes Lebanon as Iran warns of a response.", "ASSAULT", "ISR", "LBN", "happened" },
  { "The truce between Israel and Hezbollah broke down.", NULL, NULL, NULL, NULL },
  { "Russia attacked a town overnight, Norwegian officials said.", NULL, NULL, NULL, NULL },
  { "Iran-backed militias attacked Israel.", NULL, NULL, NULL, NULL },
  { "France beat Italy in the final, and Germany watched.", NULL, NULL, NULL, NULL },
  { "Sanctions on Russia were discussed.", NULL, NULL, NULL, NULL },
};

static void
test_events (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (EVENTS); i++) {
    g_autoptr (AttArticle) a = story_read (NULL, EVENTS[i].text);
    g_test_message ("%s", EVENTS[i].text);
    g_assert_cmpuint (a->events->len, ==, EVENTS[i].type ? 1 : 0);
    if (EVENTS[i].type == NULL)
      continue;
    const AttEvent *event = g_ptr_array_index (a->events, 0);
    g_assert_cmpstr (att_event_type_name (event->type), ==, EVENTS[i].type);
    g_assert_cmpstr (event->actor, ==, EVENTS[i].actor);
    g_assert_cmpstr (event->recipient, ==, EVENTS[i].recipient);
    g_assert_cmpstr (att_aspect_name (event->aspect), ==, EVENTS[i].aspect);
    g_assert_cmpuint (event->span.end, <=, strlen (EVENTS[i].text));
  }
}

/* Who owns what was condemned does not urge; who is in an office acts for it, whatever he was before. */
static void
test_event_actors (void)
{
  g_autoptr (AttArticle) joined = story_read (NULL, "Poland condemned Russia's raid and urged China to help.");
  g_assert_cmpuint (joined->events->len, ==, 2);
  for (guint i = 0; i < joined->events->len; i++)
    g_assert_cmpstr (((AttEvent *) g_ptr_array_index (joined->events, i))->actor, ==, "POL");
  g_autoptr (GDateTime) day = g_date_time_new_utc (2025, 3, 10, 0, 0, 0);
  g_autoptr (AttArticle) office = story_read_at (NULL, "Foreign policy chief Kaja Kallas met Wang Yi in Beijing.", g_date_time_to_unix (day));
  g_assert_cmpuint (office->events->len, ==, 1);
  g_assert_cmpstr (((AttEvent *) g_ptr_array_index (office->events, 0))->actor, ==, "European Union");
}

/* French and German are read by tables of their own; of other languages only names are known. */
static void
test_languages (void)
{
  g_autoptr (AttArticle) french = story_read ("Ukraine : Macron promet de nouvelles armes à Kiev",
                                           "Le président Emmanuel Macron a annoncé lundi de nouvelles livraisons d'armes à l'Ukraine.\n\n« Nous ne laisserons pas la Russie gagner cette guerre », a déclaré Emmanuel Macron. "
                                           "Moscou a dénoncé une décision « irresponsable ». Les sanctions contre la Russie seront renforcées.");
  g_assert_cmpstr (french->language, ==, "fr");
  g_assert_nonnull (story_find (french, ATT_TOPIC_THEME, "ukraine-support"));
  g_assert_nonnull (story_find (french, ATT_TOPIC_STATE, "RUS"));
  g_assert_cmpstr (story_find (french, ATT_TOPIC_STATE, "RUS")->label, ==, "Russia");
  gboolean quoted = FALSE;
  for (guint i = 0; i < french->quotes->len; i++) {
    const AttQuote *q = g_ptr_array_index (french->quotes, i);
    quoted |= strcmp (q->text, "Nous ne laisserons pas la Russie gagner cette guerre") == 0 && g_strcmp0 (q->speaker, "Emmanuel Macron") == 0;
  }
  g_assert_true (quoted);
  g_autoptr (AttArticle) german = story_read ("Bundesregierung kündigt neue Sanktionen gegen Russland an",
                                           "Die Bundesregierung hat am Montag neue Sanktionen gegen Russland angekündigt. „Wir werden die Ukraine weiter unterstützen“, sagte Außenministerin Annalena Baerbock.");
  g_assert_cmpstr (german->language, ==, "de");
  g_assert_nonnull (story_find (german, ATT_TOPIC_THEME, "sanctions"));
  g_assert_cmpuint (german->quotes->len, ==, 1);
  g_assert_cmpstr (((AttQuote *) g_ptr_array_index (german->quotes, 0))->speaker, ==, "Annalena Baerbock");
  g_autoptr (AttArticle) spanish = story_read ("El presidente habla de la paz", "El presidente del gobierno dijo que las conversaciones de paz continuarán la semana próxima en la capital, según fuentes oficiales.");
  g_assert_cmpstr (spanish->language, ==, "es");
  for (guint i = 0; i < spanish->mentions->len; i++)
    g_assert_cmpint (((AttMention *) g_ptr_array_index (spanish->mentions, i))->kind, !=, ATT_TOPIC_THEME);
}

/* A few lines are enough: a summary is no longer. */
static void
test_language_of_little (void)
{
  static const struct { const char *text, *language; } CASES[] = {
    { "俄外长与中方举行会谈。", "zh" }, { "両国の外相は月曜日に港で会談した。", "ja" }, { "양국 외교장관이 월요일에 항구에서 회담했다.", "ko" },
    { "El ministro de Exteriores y su homóloga hablaron con los enviados del puerto sobre la tregua.", "es" },
    { "El ministre d'Exteriors i la seva homòloga van parlar amb els enviats dels ports per la treva.", "ca" },
  };
  for (guint i = 0; i < G_N_ELEMENTS (CASES); i++) {
    g_autoptr (AttArticle) a = story_read (NULL, CASES[i].text);
    g_test_message ("%s", CASES[i].text);
    g_assert_cmpstr (a->language, ==, CASES[i].language);
  }
}

/* Endings do not make another word, й among them; nor do the particles Arabic writes together with one, or a hand that leaves dots away. */
static void
test_endings (void)
{
  const char *const WORDS[][3] = { { "российский", "российской", "российскую" }, { "Украина", "Украиной", "Украину" }, { "война", "войной", "войны" },
                                   { "الرياض", "وبالرياض", "للرياض" }, { "مفاوضات", "والمفاوضات", "مفاوضة" }, { "الروسي", "الروسية", "الروسى" }, { "يلتقي", "سيلتقي", "وسيلتقى" } };
  for (guint i = 0; i < G_N_ELEMENTS (WORDS); i++) {
    g_autoptr (GArray) first = att_reading_words_of (WORDS[i][0]);
    for (guint k = 1; k < 3; k++) {
      g_autoptr (GArray) other = att_reading_words_of (WORDS[i][k]);
      g_test_message ("%s", WORDS[i][k]);
      g_assert_cmpuint (g_array_index (other, AttWord, 0).hash, ==, g_array_index (first, AttWord, 0).hash);
    }
  }
}

/* Taiwan and Hong Kong write in other characters, and some names otherwise: it is told all the same, and where it stands. */
static void
test_traditional (void)
{
  g_autoptr (AttArticle) simplified = story_read (NULL, "以色列外长与美国国务卿在华盛顿举行会谈，双方讨论了加沙停火与援助问题。美国宣布对台军售，大陆在台海军演。");
  g_autoptr (AttArticle) traditional = story_read (NULL, "以色列外長與美國國務卿在華盛頓舉行會談，雙方討論了加薩停火與援助問題。美國宣布對臺軍售，大陸在臺海軍演。");
  g_assert_cmpuint (simplified->mentions->len, >, 4);
  g_assert_cmpuint (traditional->mentions->len, ==, simplified->mentions->len);
  for (guint i = 0; i < simplified->mentions->len; i++) {
    const AttMention *a = g_ptr_array_index (simplified->mentions, i), *b = g_ptr_array_index (traditional->mentions, i);
    g_assert_cmpstr (b->name, ==, a->name);
    g_assert_cmpuint (b->evidence->len, ==, a->evidence->len);
    for (guint k = 0; k < a->evidence->len; k++)
      g_assert_cmpuint (g_array_index (b->evidence, AttSpan, k).start, ==, g_array_index (a->evidence, AttSpan, k).start);
  }
}

/* What somebody said of a few stories tells the next ones apart. */
static void
test_learning (void)
{
  AttLexicon *lexicon = story_lexicon ();
  guint theme = 0;
  while (strcmp (g_array_index (lexicon->themes, AttTheme, theme).id, "taiwan") != 0)
    theme++;
  g_autoptr (GArray) examples = g_array_new (FALSE, FALSE, sizeof (AttExample));
  for (guint i = 0; i < 6; i++) {
    AttExample e = { att_article_new (), FALSE };
    e.article->title = g_strdup ("Orchids of Taiwan win at the flower show");
    e.article->text = g_strdup ("The growers' orchids from Taiwan took the medal at the flower show. Taiwan and China grow most orchids, the jury said.");
    g_array_append_val (examples, e);
  }
  g_autofree char *rows = att_learn_topic (lexicon, theme, examples);
  g_assert_nonnull (strstr (rows, "taiwan\torchids\t-"));
  g_assert_null (strstr (rows, "taiwan\tthe\t"));
  for (guint i = 0; i < examples->len; i++)
    att_article_unref (g_array_index (examples, AttExample, i).article);
}

/* Promotion and embedded posts give no topic, actor or quotation. */
static void
test_zones (void)
{
  g_autoptr (AttArticle) a = story_read ("A quiet day", "Nothing happened in the village today, and nobody minded.\n\nRead More: Why Taiwan and China fight over arms sales\n\n"
                                      "President Macron must say “enough is enough” to all of them pic.twitter.com/abc\n\n— Some One (@someone) April 26, 2024");
  g_assert_null (story_find (a, ATT_TOPIC_THEME, "taiwan"));
  g_assert_null (story_find (a, ATT_TOPIC_STATE, "TWN"));
  g_assert_null (story_find (a, ATT_TOPIC_PERSON, "Emmanuel Macron"));
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
  g_autoptr (GString) marks = g_string_new (NULL), names = g_string_new (NULL), mixed = g_string_new ("“");   /* what once took minutes */
  for (guint i = 0; i < 60000; i++) {
    g_string_append (mixed, "a\" ‘b ");
    g_string_append (marks, i % 2 ? "\"'" : "‘a ");
    g_string_append (names, "Putin of Russia and China sanctions ");
  }
  g_string_append (mixed, "”");
  const char *const TEXTS[] = { noise->str, marks->str, names->str, mixed->str, "قال وزير الخارجية إن «المحادثات بناءة» في بكين", "外交部は「対話を続ける」と述べた。", "", "\n\n\n\n", "“", "”””" };
  for (guint i = 0; i < G_N_ELEMENTS (TEXTS); i++) {
    g_autoptr (AttArticle) a = story_read ("", TEXTS[i]);
    for (guint k = 0; k < a->quotes->len; k++) {
      const AttQuote *q = g_ptr_array_index (a->quotes, k);
      g_assert_cmpuint (q->span.end, <=, strlen (TEXTS[i]));
      g_assert_true (g_utf8_validate (q->text, -1, NULL));
    }
  }
}

/* Topics, states and speakers in the other languages of the United Nations: inflected, with clitics, and without spaces between words. */
static void
test_more_languages (void)
{
  static const struct { const char *title, *text, *topics[4], *states[3]; } CASES[] = {
    { "Россия и Украина обсудили перемирие", "Делегации России и Украины провели переговоры в Стамбуле о прекращении огня. Президент Турции предложил посредничество. Совет Безопасности ООН обсудит санкции.",
      { "peace-mediation", "official-talks" }, { "RUS", "UKR", "TUR" } },
    { "México y Estados Unidos negocian los aranceles", "El canciller de México se reunió en Washington con el secretario de Estado de Estados Unidos para hablar de los aranceles al acero. La OMC advirtió de una guerra comercial.",
      { "trade-tariffs", "official-talks" }, { "MEX", "USA" } },
    { "法国外长同伊朗外长会谈讨论伊核问题", "法国外交部长同伊朗外交部长在巴黎举行会谈，讨论伊核问题和浓缩铀。联合国安理会将就制裁举行会议。欧盟表示支持两国对话。", { "official-talks", "iran-nuclear" }, { "FRA", "IRN" } },
    { "واشنطن تفرض عقوبات على إيران", "فرضت الولايات المتحدة عقوبات جديدة على إيران بسبب برنامجها. وقالت طهران إن البرنامج النووي الإيراني سلمي، ودعت إسرائيل إلى تشديد العقوبات على طهران.", { "sanctions" }, { "USA", "IRN" } },
  };
  for (guint i = 0; i < G_N_ELEMENTS (CASES); i++) {
    g_autoptr (AttArticle) article = story_read (CASES[i].title, CASES[i].text);
    g_test_message ("%s", CASES[i].title);
    for (guint k = 0; k < G_N_ELEMENTS (CASES[i].topics) && CASES[i].topics[k]; k++)
      g_assert_nonnull (story_find (article, ATT_TOPIC_THEME, CASES[i].topics[k]));
    for (guint k = 0; k < G_N_ELEMENTS (CASES[i].states) && CASES[i].states[k]; k++)
      g_assert_nonnull (story_find (article, ATT_TOPIC_STATE, CASES[i].states[k]));
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/analysis/items", test_items);
  g_test_add_func ("/analysis/topics", test_topics);
  g_test_add_func ("/analysis/states", test_states);
  g_test_add_func ("/analysis/persons", test_persons);
  g_test_add_func ("/analysis/named", test_named);
  g_test_add_func ("/analysis/phrases", test_phrases);
  g_test_add_func ("/analysis/events", test_events);
  g_test_add_func ("/analysis/event-actors", test_event_actors);
  g_test_add_func ("/analysis/languages", test_languages);
  g_test_add_func ("/analysis/language-of-little", test_language_of_little);
  g_test_add_func ("/analysis/endings", test_endings);
  g_test_add_func ("/analysis/traditional", test_traditional);
  g_test_add_func ("/analysis/more-languages", test_more_languages);
  g_test_add_func ("/analysis/learning", test_learning);
  g_test_add_func ("/analysis/zones", test_zones);
  g_test_add_func ("/analysis/odd-texts", test_odd_texts);
  int status = g_test_run ();
  story_end ();
  return status;
}
