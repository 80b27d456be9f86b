/* test-analysis.c: topics, actors and quotations of short texts of our own.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "analysis/analyse.h"
#include "analysis/learn.h"

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
    g_autoptr (AttArticle) a = analyse (NAMED[i].title, NAMED[i].text);
    g_test_message ("%s", NAMED[i].text);
    g_assert_cmpint (find (a, ATT_TOPIC_PERSON, NAMED[i].person) != NULL, ==, NAMED[i].is);
  }
}

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
  { "A spokeswoman for the Northshire coast guard confirmed the rescue.\n\n“They have been taken ashore for treatment,” the spokeswoman said.", "They have been taken ashore for treatment,", "Northshire coast guard" },
  { "Captain Edda Norling, a spokeswoman for the Northshire coast guard, spoke to reporters. She said the crew had been “shaken but unhurt by the long night”.", "shaken but unhurt by the long night", "Edda Norling" },
  { "“The channel is closed until further notice,” said the Northshire sub-prefect, Tamsin Orrell.", "The channel is closed until further notice,", "Tamsin Orrell" },
  { "“The channel is closed until further notice,” a Ministry of Fisheries official said.", "The channel is closed until further notice,", "a Ministry of Fisheries official" },
  { "The Northshire Pilots League (NPL) struck on Monday, it said in a letter. The pilots are “ready to talk without any condition”, the letter added.", "ready to talk without any condition", "Northshire Pilots League" },
  { "The UK Lighthouse Keepers Union (UKLKU) met on Monday. The UKLKU said it was “saddened by the loss of so many”.", "saddened by the loss of so many", "UK Lighthouse Keepers Union" },
  { "Orla O'Marwick keeps the lock. “It opens twice a day and no more,” O'Marwick said.", "It opens twice a day and no more,", "Orla O'Marwick" },
  { "The Harbour Inspection Service of the Torvik Lake District said the ferry “was not fit to carry so many people”.", "was not fit to carry so many people", "Harbour Inspection Service of the Torvik Lake District" },
  { "The Fish and Lighthouse Administration said there was “no need to close the river this year”.", "no need to close the river this year", "Fish and Lighthouse Administration" },
  { "Maria Kowalska went to Torvik to try to “renew and widen” the truce, the State Department said Thursday.", "renew and widen", "State Department" },
  { "On the eve of the vote Emmanuel Macron rallied supporters by warning that “the rule of the few is at the door”.", "the rule of the few is at the door", "Emmanuel Macron" },
  { "Harbour expert Bill Norling from Marwick Pilots told the Torvik Gazette that the storm could be “the worst for the fish in years”.", "the worst for the fish in years", "Bill Norling" },
  { "As Yrsa Kowalska of the Centre for Lighthouses in Poland noted: “Nobody has counted the ships that never came.”", "Nobody has counted the ships that never came.", "Yrsa Kowalska" },
  { "The Harbour Inspection Service in Torvik Lake, Northshire, said the ferry “was not fit to carry so many people”.", "was not fit to carry so many people", "Harbour Inspection Service" },
  { "“The case will be heard in spring,” Northshire State Board of Fisheries chairman Bill Norling said at the harbour.", "The case will be heard in spring,", "Bill Norling" },
  { "“Nobody should sail in such a wind,” the Harbour Inspection Service in Northshire's Twin Lakes warned.", "Nobody should sail in such a wind,", "Harbour Inspection Service" },
  { "Poland's ambassador to the lighthouse talks, Yrsa al-Marwick, called the remarks “entirely without any base”.", "entirely without any base", "Yrsa al-Marwick" },
  { "Bill Norling spoke to reporters on Monday.\n\nHe said Emmanuel Macron had spoken with the pilots.\n\n“The first call of all was to the harbour,” he said.", "The first call of all was to the harbour,", "Bill Norling" },
  { "The pilots met the governor, Bill Norling said.Orrell Marwick then said it was “the saddest night of the coast”.", "the saddest night of the coast", "Orrell Marwick" },
  { "Emmanuel Macron is closing the river in what officials have called a “closed loop for the fish”.", "closed loop for the fish", "officials" },
  { "On 28 September, the Harbour Bank went to the market, saying it was worried about “a large risk to every ship”.", "a large risk to every ship", "Harbour Bank" },
  { "“The fish are back in the lower river,” said Torvik Lake Bishop Maria Kowalska.", "The fish are back in the lower river,", "Maria Kowalska" },
  { "“The case will be heard in spring,” said U.S. District Judge T.S. Marwick on Monday.", "The case will be heard in spring,", "T.S. Marwick" },
  { "“The case will be heard in spring,” said former U.S. ambassador to Poland Maria Kowalska.", "The case will be heard in spring,", "Maria Kowalska" },
  { "“The case will be heard in spring,” said harbour president and chief executive Bill Norling.", "The case will be heard in spring,", "Bill Norling" },
  { "Speaker of the House John Marwick rejected the plan, saying it was “likely to fuel a race for the islands”.", "likely to fuel a race for the islands", "John Marwick" },
  { "Orrell Marwick was born on the coast. “It was like being hit over the head,” Marwick said.", "It was like being hit over the head,", "Orrell Marwick" },
  { "Northshire's harbour minister on Saturday hailed “a quiet revolution in the way we fish”.", "a quiet revolution in the way we fish", "Northshire's harbour minister" },
  { "The ferry sank on Monday.\n\nSeveral passengers said the night had been “the longest of our lives”.", "the longest of our lives", "Several passengers" },
  { "President Emmanuel Macron quoted his predecessor François Hollande, saying, “There is such a thing as being too late.”", "There is such a thing as being too late.", "François Hollande" },
  { "“We will sail at dawn whatever they say,” said Speaker of the Assembly Maria Kowalska.", "We will sail at dawn whatever they say,", "Maria Kowalska" },
  { "The ferry sank on Monday.\n\n“We want to know who let it sail,” the Marwick family said in a letter.", "We want to know who let it sail,", "Marwick family" },
  { "The ferry sank on Monday.\n\n“Nobody asked us to come back,” said one bookbinder from Torvik.", "Nobody asked us to come back,", "a bookbinder" },
  { "The ferry sank on Monday.\n\n“The list was never long,” a source close to Blinken told the Post.", "The list was never long,", "a source close to Blinken" },
  { "Jane Marwick lost her brother.\n\nAs Marwick wrote: “There was nobody on the bridge.”", "There was nobody on the bridge.", "Jane Marwick" },
  { "The Harbour Pilots Association met on Monday.\n\nThe HPA said the new dues were “a tax on every ship that calls here”.", "a tax on every ship that calls here", "Harbour Pilots Association" },
  { "Reports quoted President Emmanuel Macron as saying: “Nobody will sign this in my name today.”", "Nobody will sign this in my name today.", "Emmanuel Macron" },
  { "Calling the offer “a trap for every small state”, President Emmanuel Macron on Monday left the meeting.", "a trap for every small state", "Emmanuel Macron" },
  { "The talks will go on in Geneva without “a single new condition from either side”, the State Department said.", "a single new condition from either side", "State Department" },
  { "“We will not yield to pressure from anyone,” said Wang Yi.", "We will not yield to pressure from anyone,", "Wang Yi" },
  { "“We will not yield to pressure from anyone,” Wang Yi told reporters.", "We will not yield to pressure from anyone,", "Wang Yi" },
  { "Wang Yi said: “We will not yield to pressure from anyone.”", "We will not yield to pressure from anyone.", "Wang Yi" },
  { "Antony Blinken was warned by Wang Yi that pressure may start a “downward spiral”.", "downward spiral", "Wang Yi" },
  { "Antony Blinken met Wang Yi. He said the talks were “extensive and constructive”.", "extensive and constructive", "Antony Blinken" },
  { "According to Wang Yi, the island is the “first red line” of all.", "first red line", "Wang Yi" },
  { "\"The straight marks are read as well,\" Antony Blinken added.", "The straight marks are read as well,", "Antony Blinken" },
  { "‘The single marks are read as well,’ Antony Blinken added.", "The single marks are read as well,", "Antony Blinken" },
  { "Der Minister sprach am Montag in Torvik von einem „guten Tag“ und von einer „langen Nacht“ für die Fischer an der Küste.", "langen Nacht", "Der Minister" },
  { "“Das ist ein guter Tag für uns,” said Olaf Scholz. “And for Europe.”", "And for Europe.", "Olaf Scholz" },
  { "Wang Yi said, “I really hope that this will go on.\" He added, \"We have all the time there is.\"", "I really hope that this will go on.", "Wang Yi" },
  { "Wang Yi told reporters: \"China will firmly answer this step.” He left at once.", "China will firmly answer this step.", "Wang Yi" },
  { "The ship was sent in what Wang Yi called a “peaceful” mission to the harbour.", "peaceful", "Wang Yi" },
};

/* A text without a single full stop: every quotation is found, and none takes longer than the one before. */
static void
test_endless_sentence (void)
{
  GString *text = g_string_new (NULL);
  for (guint i = 0; i < 2000; i++)
    g_string_append (text, "President Emmanuel Macron met Wang Yi and he said the talks were “extensive and constructive” and the president told the company that the ministry said it was “a new day” while ");
  g_autoptr (AttArticle) a = analyse (NULL, text->str);
  guint spoken = 0;
  for (guint i = 0; i < a->quotes->len; i++)
    spoken += ((AttQuote *) g_ptr_array_index (a->quotes, i))->kind != ATT_QUOTE_INDIRECT;
  g_assert_cmpuint (spoken, ==, 4000);
  g_string_assign (text, "Wang Yi said ");
  for (guint i = 0; i < 20000; i++)
    g_string_append (text, "that and added “x” and said that in a statement ");   /* what once took a minute */
  g_autoptr (AttArticle) stated = analyse (NULL, text->str);
  g_assert_cmpuint (stated->quotes->len, >, 0);
  g_string_truncate (text, 0);
  for (guint i = 0; i < 20000; i++)
    g_string_append (text, "Russia attacked Ukraine and China warned Japan that the United States would sanction Iran while ");
  g_autoptr (AttArticle) told = analyse (NULL, text->str);
  g_assert_cmpuint (told->quotes->len, >, 1000);
  for (guint i = 0; i < told->quotes->len; i++) {
    const AttSpan *span = &((AttQuote *) g_ptr_array_index (told->quotes, i))->span;
    g_assert_cmpuint (span->end - span->start, <, 4000);
  }
  g_string_free (text, TRUE);
}

/* An article in one piece, with a post in it, is still an article. */
static void
test_post_within (void)
{
  GString *text = g_string_new ("Antony Blinken met Wang Yi in Beijing. “We will not yield to pressure from anyone,” Wang Yi told reporters. ");
  for (guint i = 0; i < 12; i++)
    g_string_append (text, "The two governments will meet again in the autumn, officials in both capitals said. ");
  g_string_append (text, "See for yourself: pic.twitter.com/abcdefgh The talks go on.");
  g_autoptr (AttArticle) a = analyse (NULL, text->str);
  g_assert_nonnull (find (a, ATT_TOPIC_PERSON, "Wang Yi"));
  g_assert_cmpuint (a->quotes->len, >, 0);
  g_string_free (text, TRUE);
}

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
  const char *const TEXTS[] = { "The film “Lost in the City” opens on Friday.", "It was the dogs' dinner and the cats' milk, the nations' leaders agreed.", "He grew up in the '80s and '90s.",
                                "Wang Yi arrived in Beijing on Monday. The tree is known as “long leaf”.", "Antony Blinken spoke on Sunday on Torvik Radio's “Face the Week” programme.",
                                "The actress, who was in two seasons of “Lost in the City,” was seen in Torvik on Sunday." };
  for (guint i = 0; i < G_N_ELEMENTS (TEXTS); i++) {
    g_autoptr (AttArticle) a = analyse (NULL, TEXTS[i]);
    g_test_message ("%s", TEXTS[i]);
    g_assert_cmpuint (a->quotes->len, ==, 0);
  }
}

/* Speech without quotation marks: whose, and how far it goes. */
static const struct { const char *text, *words, *speaker; } STATEMENTS[] = {
  { "Wang Yi said on Monday that the talks would go on in spring.", "the talks would go on in spring", "Wang Yi" },
  { "The talks would go on in spring, Wang Yi said.", "The talks would go on in spring", "Wang Yi" },
  { "According to Wang Yi, the talks would go on in spring.", "the talks would go on in spring", "Wang Yi" },
  { "Antony Blinken was told by Wang Yi that the talks would go on.", "the talks would go on", "Wang Yi" },
  { "Wang Yi warned that all trade would suffer, but markets were calm.", "all trade would suffer", "Wang Yi" },
  { "Antony Blinken reported his discussions with Wang Yi. He said that both would meet again.", "both would meet again", "Antony Blinken" },
  { "Wang Yi on Monday said that the talks would go on in spring.", "the talks would go on in spring", "Wang Yi" },
  { "Wang Yi in a statement said that the talks would go on in spring.", "the talks would go on in spring", "Wang Yi" },
  { "The head of the delegation, Wang Yi, said that the talks would go on in spring.", "the talks would go on in spring", "Wang Yi" },
  { "Wang Yi said in an interview the talks would go on in spring.", "the talks would go on in spring", "Wang Yi" },
  { "Wang Yi told reporters the talks would go on in spring.", "the talks would go on in spring", "Wang Yi" },
  { "Wang Yi said taxes rose by a tenth last year.", "taxes rose by a tenth last year", "Wang Yi" },
  { "Wang Yi said that the talks would go on and added that nobody was in a hurry.", "the talks would go on", "Wang Yi" },
  { "TORVIK, March 3 (Wire) - The talks would go on in spring, Wang Yi said.", "The talks would go on in spring", "Wang Yi" },
  { "The talks would go on in spring, Wang Yi told reporters in an exclusive interview on Tuesday.", "The talks would go on in spring", "Wang Yi" },
};

/* What looks like speech and is none. */
static const char *const NO_STATEMENTS[] = {
  "Wang Yi hoped that the talks would go on in spring.",
  "Wang Yi announced a new agreement with the scientist who was honoured in spring.",
  "The waters of the United States are cold in the spring of every year.",
  "Wang Yi warned of a long winter without any fish for the people of the coast.",
};

static void
test_statements (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (STATEMENTS); i++) {
    g_autoptr (AttArticle) a = analyse (NULL, STATEMENTS[i].text);
    const AttQuote *found = NULL;
    for (guint k = 0; k < a->quotes->len; k++)
      if (((AttQuote *) g_ptr_array_index (a->quotes, k))->kind == ATT_QUOTE_INDIRECT)
        found = g_ptr_array_index (a->quotes, k);
    g_test_message ("%s", STATEMENTS[i].text);
    g_assert_nonnull (found);
    g_assert_cmpstr (found->text, ==, STATEMENTS[i].words);
    g_assert_cmpstr (found->speaker, ==, STATEMENTS[i].speaker);
  }
  for (guint i = 0; i < G_N_ELEMENTS (NO_STATEMENTS); i++) {
    g_autoptr (AttArticle) a = analyse (NULL, NO_STATEMENTS[i]);
    g_test_message ("%s", NO_STATEMENTS[i]);
    g_assert_cmpuint (a->quotes->len, ==, 0);
  }
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
  { "France beat Italy in the final, and Germany watched.", NULL, NULL, NULL, NULL },
  { "Sanctions on Russia were discussed.", NULL, NULL, NULL, NULL },
};

static void
test_events (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (EVENTS); i++) {
    g_autoptr (AttArticle) a = analyse (NULL, EVENTS[i].text);
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

/* French and German are read by tables of their own; of other languages only names are known. */
static void
test_languages (void)
{
  g_autoptr (AttArticle) french = analyse ("Ukraine : Macron promet de nouvelles armes à Kiev",
                                           "Le président Emmanuel Macron a annoncé lundi de nouvelles livraisons d'armes à l'Ukraine.\n\n« Nous ne laisserons pas la Russie gagner cette guerre », a déclaré Emmanuel Macron. "
                                           "Moscou a dénoncé une décision « irresponsable ». Les sanctions contre la Russie seront renforcées.");
  g_assert_cmpstr (french->language, ==, "fr");
  g_assert_nonnull (find (french, ATT_TOPIC_THEME, "ukraine-support"));
  g_assert_nonnull (find (french, ATT_TOPIC_STATE, "RUS"));
  g_assert_cmpstr (find (french, ATT_TOPIC_STATE, "RUS")->label, ==, "Russia");
  gboolean quoted = FALSE;
  for (guint i = 0; i < french->quotes->len; i++) {
    const AttQuote *q = g_ptr_array_index (french->quotes, i);
    quoted |= strcmp (q->text, "Nous ne laisserons pas la Russie gagner cette guerre") == 0 && g_strcmp0 (q->speaker, "Emmanuel Macron") == 0;
  }
  g_assert_true (quoted);
  g_autoptr (AttArticle) german = analyse ("Bundesregierung kündigt neue Sanktionen gegen Russland an",
                                           "Die Bundesregierung hat am Montag neue Sanktionen gegen Russland angekündigt. „Wir werden die Ukraine weiter unterstützen“, sagte Außenministerin Annalena Baerbock.");
  g_assert_cmpstr (german->language, ==, "de");
  g_assert_nonnull (find (german, ATT_TOPIC_THEME, "sanctions"));
  g_assert_cmpuint (german->quotes->len, ==, 1);
  g_assert_cmpstr (((AttQuote *) g_ptr_array_index (german->quotes, 0))->speaker, ==, "Annalena Baerbock");
  g_autoptr (AttArticle) spanish = analyse ("El presidente habla de la paz", "El presidente del gobierno dijo que las conversaciones de paz continuarán la semana próxima en la capital, según fuentes oficiales.");
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
    g_autoptr (AttArticle) a = analyse (NULL, CASES[i].text);
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

/* A verb in two ideographs is one verb: what was said begins behind it. */
static void
test_chinese_statement (void)
{
  g_autoptr (AttArticle) a = analyse (NULL, "外交部发言人表示双方将继续就停火问题进行对话，有关各方应当保持克制。");
  g_assert_cmpuint (a->quotes->len, ==, 1);
  const AttQuote *said = g_ptr_array_index (a->quotes, 0);
  g_assert_cmpint (said->kind, ==, ATT_QUOTE_INDIRECT);
  g_assert_true (g_str_has_prefix (said->text, "双方将继续"));
}

/* A statement that ends in a quotation ends with its mark. */
static void
test_statement_mark (void)
{
  g_autoptr (AttArticle) a = analyse (NULL, "Foreign Minister Ann Arbour said on Monday that the waters of the strait should become “a sea of friendship.” Nobody answered.");
  const AttQuote *said = g_ptr_array_index (a->quotes, 0);
  g_assert_cmpint (said->kind, ==, ATT_QUOTE_INDIRECT);
  g_assert_cmpstr (said->text, ==, "the waters of the strait should become “a sea of friendship.”");
}

/* What somebody said of a few stories tells the next ones apart. */
static void
test_learning (void)
{
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
  g_autoptr (GString) marks = g_string_new (NULL), names = g_string_new (NULL), mixed = g_string_new ("“");   /* what once took minutes */
  for (guint i = 0; i < 60000; i++) {
    g_string_append (mixed, "a\" ‘b ");
    g_string_append (marks, i % 2 ? "\"'" : "‘a ");
    g_string_append (names, "Putin of Russia and China sanctions ");
  }
  g_string_append (mixed, "”");
  const char *const TEXTS[] = { noise->str, marks->str, names->str, mixed->str, "قال وزير الخارجية إن «المحادثات بناءة» في بكين", "外交部は「対話を続ける」と述べた。", "", "\n\n\n\n", "“", "”””" };
  for (guint i = 0; i < G_N_ELEMENTS (TEXTS); i++) {
    g_autoptr (AttArticle) a = analyse ("", TEXTS[i]);
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
    g_autoptr (AttArticle) article = analyse (CASES[i].title, CASES[i].text);
    g_test_message ("%s", CASES[i].title);
    for (guint k = 0; k < G_N_ELEMENTS (CASES[i].topics) && CASES[i].topics[k]; k++)
      g_assert_nonnull (find (article, ATT_TOPIC_THEME, CASES[i].topics[k]));
    for (guint k = 0; k < G_N_ELEMENTS (CASES[i].states) && CASES[i].states[k]; k++)
      g_assert_nonnull (find (article, ATT_TOPIC_STATE, CASES[i].states[k]));
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
  g_test_add_func ("/analysis/named", test_named);
  g_test_add_func ("/analysis/quotes", test_quotes);
  g_test_add_func ("/analysis/quotes/endless-sentence", test_endless_sentence);
  g_test_add_func ("/analysis/quotes/post-within", test_post_within);
  g_test_add_func ("/analysis/not-quotes", test_not_quotes);
  g_test_add_func ("/analysis/statements", test_statements);
  g_test_add_func ("/analysis/phrases", test_phrases);
  g_test_add_func ("/analysis/events", test_events);
  g_test_add_func ("/analysis/languages", test_languages);
  g_test_add_func ("/analysis/language-of-little", test_language_of_little);
  g_test_add_func ("/analysis/endings", test_endings);
  g_test_add_func ("/analysis/statement-mark", test_statement_mark);
  g_test_add_func ("/analysis/chinese-statement", test_chinese_statement);
  g_test_add_func ("/analysis/more-languages", test_more_languages);
  g_test_add_func ("/analysis/learning", test_learning);
  g_test_add_func ("/analysis/zones", test_zones);
  g_test_add_func ("/analysis/odd-texts", test_odd_texts);
  int status = g_test_run ();
  att_lexicon_unref (lexicon);
  return status;
}
