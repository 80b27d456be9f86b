/* test-speech.c: who said what in short texts of our own, in quotation marks and without.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "story.h"

#include <string.h>

/* Who said it: the forms attribution takes. NULL speaker: nobody is claimed. */
static const struct { const char *text, *quote, *speaker; } QUOTES[] = {
  { "Emmanuel Macron gave an interview to the New York Times suggesting that “the law of the sea is on our side”.", "the law of the sea is on our side", "Emmanuel Macron" },
  { "BEAC - which speaks for the pilots - called the dues “a landmark of folly for all of us”.", "a landmark of folly for all of us", "BEAC" },
  { "Poland's foreign ministry summoned the envoy of Northshire.\n\n“The sale is a grave mistake,” the foreign ministry's spokesman said.", "The sale is a grave mistake,", "Poland's foreign ministry" },
  { "The Polish foreign ministry summoned the envoy.\n\nThe sale was “a grave mistake of a friend”, the foreign ministry said.", "a grave mistake of a friend", "Polish foreign ministry" },
  { "Poland's foreign ministry summoned the envoy of Northshire.\n\n“The sale is a grave mistake,” a ministry spokesman said.", "The sale is a grave mistake,", "Poland's foreign ministry" },
  { "Poland's foreign ministry spoke of France's defence ministry.\n\n“The sale is a grave mistake,” the ministry said.", "The sale is a grave mistake,", "ministry" },
  { "Poland's foreign ministry met the French foreign ministry.\n\nThe sale was “a grave mistake of a friend”, the foreign ministry said.", "a grave mistake of a friend", "foreign ministry" },
  { "A spokeswoman for the Northshire coast guard confirmed the rescue.\n\n“They have been taken ashore for treatment,” the spokeswoman said.", "They have been taken ashore for treatment,", "Northshire coast guard" },
  { "Prime Minister Edda Norling said:\n\n“We will not accept this plan.\n\nWe call on them to leave the harbour.\n\nOur patience is over, and they know it.”", "We call on them to leave the harbour.", "Edda Norling" },
  { "It rained in Torvik.\n\n\"The pilots are our friends, and have been for many years.\n\n\"We will not beg,\" Edda Norling said.", "The pilots are our friends, and have been for many years.", "Edda Norling" },
  { "\"We have waited long,\" Edda Norling told reporters.\n\n\"The door was shut to us for sixty years.\n\n\"We will not beg.\"\n\nThe pilots left.", "We will not beg.", "Edda Norling" },
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
  { "Der Minister sprach am Montag in Torvik von einem „guten Tag“ und von einer „langen Nacht“ für die Fischer an der Küste.", "langen Nacht", "Minister" },
  { "“Das ist ein guter Tag für uns,” said Olaf Scholz. “And for Europe.”", "And for Europe.", "Olaf Scholz" },
  { "Wang Yi said, “I really hope that this will go on.\" He added, \"We have all the time there is.\"", "I really hope that this will go on.", "Wang Yi" },
  { "Wang Yi told reporters: \"China will firmly answer this step.” He left at once.", "China will firmly answer this step.", "Wang Yi" },
  { "“It hurts very many of our users,” Edda Norling said in a letter.", "It hurts very many of our users,", "Edda Norling" },
  { "Torvik opened the lock.\n\n“It is a message to the government,” Wang Yi said.", "It is a message to the government,", "Wang Yi" },
  { "NHB Director of Fisheries Edda Norling said, “We were lucky to have him in our harbour.”", "We were lucky to have him in our harbour.", "Edda Norling" },
  { "Sen. Edda Norling (D-Calif.) has called the claims “entirely without any base”.", "entirely without any base", "Edda Norling" },
  { "Wang Yi framed the voyage as a “special mission” to the harbour.", "special mission", "Wang Yi" },
  { "The vote, dismissed as “a sham” by Wang Yi, will end on Tuesday.", "a sham", "Wang Yi" },
  { "The kingdom's fleet sailed. The report found a “large amount of rust” in the hulls.", "large amount of rust", "report" },
  { "“It was a hard winter for us all,” said a relative of Wang Yi.", "It was a hard winter for us all,", "a relative of Wang Yi" },
  { "“It was a hard winter for us all,” a friend of Wang Yi says.", "It was a hard winter for us all,", "a friend of Wang Yi" },
  { "Edda Norling spoke on Monday.\n\n“The talks have failed and we leave tomorrow,” Norling's lawyer said.", "The talks have failed and we leave tomorrow,", "Norling's lawyer" },
  { "“It is a sad day for everyone here,” Edda Norling said. “The talks have failed and we leave tomorrow,” police said.", "The talks have failed and we leave tomorrow,", "police" },
  { "“It is a sad day for everyone here,” Edda Norling said.\n\n“The talks have failed and we leave tomorrow,” the French president said.", "The talks have failed and we leave tomorrow,", "Emmanuel Macron" },
  { "“The talks have failed and we leave tomorrow,” said the president of France on Monday.", "The talks have failed and we leave tomorrow,", "Emmanuel Macron" },
  { "“The talks have failed and we leave tomorrow,” the Italian leader said.", "The talks have failed and we leave tomorrow,", "Giorgia Meloni" },
  { "“The talks have failed and we leave tomorrow,” the NATO secretary general said.", "The talks have failed and we leave tomorrow,", "Jens Stoltenberg" },
  { "“The talks have failed and we leave tomorrow,” said the president of the European Commission.", "The talks have failed and we leave tomorrow,", "Ursula von der Leyen" },
  { "“The talks have failed and we leave tomorrow,” the EU commissioner said.", "The talks have failed and we leave tomorrow,", "EU commissioner" },
  { "Edda Norling said:\n\n‘The talks have failed and we leave tomorrow.’", "The talks have failed and we leave tomorrow.", "Edda Norling" },
  { "“The talks have failed and we leave tomorrow,” said Gülşen Öztürk.", "The talks have failed and we leave tomorrow,", "Gülşen Öztürk" },
  { "Minister Faisal al-Mekdari came to Torvik. “The talks have failed and we leave tomorrow,” Mekdari said.", "The talks have failed and we leave tomorrow,", "Faisal al-Mekdari" },
  { "The ship was sent in what Wang Yi called a “peaceful” mission to the harbour.", "peaceful", "Wang Yi" },
};

/* A text without a single full stop: every quotation is found, and none takes longer than the one before. */
static void
test_endless_sentence (void)
{
  GString *text = g_string_new (NULL);
  for (guint i = 0; i < 2000; i++)
    g_string_append (text, "President Emmanuel Macron met Wang Yi and he said the talks were “extensive and constructive” and the president told the company that the ministry said it was “a new day” while ");
  g_autoptr (AttArticle) a = story_read (NULL, text->str);
  guint spoken = 0;
  for (guint i = 0; i < a->quotes->len; i++)
    spoken += ((AttQuote *) g_ptr_array_index (a->quotes, i))->kind != ATT_QUOTE_INDIRECT;
  g_assert_cmpuint (spoken, ==, 4000);
  g_string_assign (text, "Wang Yi said ");
  for (guint i = 0; i < 20000; i++)
    g_string_append (text, "that and added “x” and said that in a statement ");   /* what once took a minute */
  g_autoptr (AttArticle) stated = story_read (NULL, text->str);
  g_assert_cmpuint (stated->quotes->len, >, 0);
  g_string_assign (text, "Wang Yi met Antony Blinken");
  for (guint i = 0; i < 60000; i++)
    g_string_append (text, " and said so");
  g_autoptr (AttArticle) joined = story_read (NULL, text->str);
  g_assert_cmpuint (joined->quotes->len, <, 60000);
  g_string_truncate (text, 0);
  for (guint i = 0; i < 20000; i++)
    g_string_append (text, "Russia attacked Ukraine and China warned Japan that the United States would sanction Iran while ");
  g_autoptr (AttArticle) told = story_read (NULL, text->str);
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
  g_autoptr (AttArticle) a = story_read (NULL, text->str);
  g_assert_nonnull (story_find (a, ATT_TOPIC_PERSON, "Wang Yi"));
  g_assert_cmpuint (a->quotes->len, >, 0);
  g_string_free (text, TRUE);
}

static void
test_quotes (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (QUOTES); i++) {
    g_autoptr (AttArticle) a = story_read (NULL, QUOTES[i].text);
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
    g_autoptr (AttArticle) a = story_read (NULL, TEXTS[i]);
    g_test_message ("%s", TEXTS[i]);
    g_assert_cmpuint (a->quotes->len, ==, 0);
  }
}

/* Speech without quotation marks: whose, and how far it goes. */
static const struct { const char *text, *words, *speaker; } STATEMENTS[] = {
  { "TORVIK, Northshire (AP) — Poland's Prime Minister Donald Tusk on Friday met the pilots, saying during a short visit that Poland is ready to help.", "Poland is ready to help", "Donald Tusk" },
  { "(CNN) The pilots of Torvik have gone home, Edda Norling said.", "The pilots of Torvik have gone home", "Edda Norling" },
  { "Washington (CNN) The pilots of Torvik have gone home, Edda Norling said.", "The pilots of Torvik have gone home", "Edda Norling" },
  { "Edda Norling said Sunday, May 3, that the pilots were ready.", "the pilots were ready", "Edda Norling" },
  { "Edda Norling said this week that the pilots were ready.", "the pilots were ready", "Edda Norling" },
  { "Edda Norling told CNN Monday morning she was ready to sail.", "she was ready to sail", "Edda Norling" },
  { "Edda Norling said, as she has before, that the pilots were ready.", "the pilots were ready", "Edda Norling" },
  { "Edda Norling has claimed on behalf of the pilots, however, that Marwick broke his word.", "Marwick broke his word", "Edda Norling" },
  { "Edda Norling said that was but one of the terms they had won.", "that was but one of the terms they had won", "Edda Norling" },
  { "Polish officials say the fish are mislabelled.\n\nThe firms first send the fish to Norway, Iceland or Europe, they said.", "The firms first send the fish to Norway, Iceland or Europe", "Polish officials" },
  { "The New York Times printed the letter on Monday. NATO met on Tuesday. The newspaper said the pilots were angry.", "the pilots were angry", "New York Times" },
  { "BEIJING — The pilots of Torvik have gone home, Edda Norling said.", "The pilots of Torvik have gone home", "Edda Norling" },
  { "RIO de JANEIRO (AP) - The pilots of Torvik have gone home, Edda Norling said.", "The pilots of Torvik have gone home", "Edda Norling" },
  { "Sergei Lavrov replied to John Kerry that the pilots would go home.", "the pilots would go home", "Sergei Lavrov" },
  { "Edda Norling said next week the pilots will go home.", "next week the pilots will go home", "Edda Norling" },
  { "Edda Norling said that May would resign in June.", "May would resign in June", "Edda Norling" },
  { "“We are ready,” Vladimir Putin said Beijing had told him of it.", "Beijing had told him of it", "Vladimir Putin" },
  { "The counter-protesters said they would march on Sunday.", "they would march on Sunday", "counter-protesters" },
  { "The ferry was whole, according to the union's Facebook post on Monday.", "The ferry was whole", "union" },
  { "Russia threatened to close the strait after Wang Yi said it would meet “a wall of its own making” there.", "to close the strait after Wang Yi said it would meet “a wall of its own making” there", "Russia" },
  { "Russia threatened to close the strait, after Wang Yi said it would meet “a wall of its own making” there.", "it would meet “a wall of its own making” there", "Wang Yi" },
  { "Wang Yi said on Monday that the talks would go on in spring.", "the talks would go on in spring", "Wang Yi" },
  { "The talks would go on in spring, Wang Yi said.", "The talks would go on in spring", "Wang Yi" },
  { "The Torvik Post quotes unnamed navy sources as saying the ferry sank in the night.", "the ferry sank in the night", "unnamed navy sources" },
  { "Bill Norling said he would be at the harbour on Thursday but added: “There has been no word from the pilots at all.”", "he would be at the harbour on Thursday", "Bill Norling" },
  { "Bill Norling said the boat was fired on at 6 a.m. (0500 GMT Monday) and sank near Marwick.", "the boat was fired on at 6 a.m. (0500 GMT Monday) and sank near Marwick", "Bill Norling" },
  { "The harbour ministry said Tuesday's storm was the worst in years.", "Tuesday's storm was the worst in years", "harbour ministry" },
  { "Bill Norling candidly acknowledged that the talks with the pilots had failed.", "the talks with the pilots had failed", "Bill Norling" },
  { "The pilots may call at Marwick, Bill Norling said, but the storm could keep them away.", "The pilots may call at Marwick", "Bill Norling" },
  { "Bill Norling was not there on Monday, but said the harbour was his home.", "the harbour was his home", "Bill Norling" },
  { "The governor of Torvik said the sea was the pilots' home, as Orrell Marwick said it would be.", "the sea was the pilots' home", "governor of Torvik" },
  { "The Islamic State (IS) group claimed the attack was its work.", "the attack was its work", "Islamic State" },
  { "A Polish government statement said the ferry was on its way home.", "the ferry was on its way home", "Polish government" },
  { "According to Harbour Board media, the ferry sank in the night.", "the ferry sank in the night", "Harbour Board media" },
  { "But according to the Northshire Fish Authority (NFA), between May and June, the boats brought in a hundred tons.", "between May and June, the boats brought in a hundred tons", "Northshire Fish Authority" },
  { "The pilots used the old harbour again, Bill Norling said Sunday, marking the third time it had been opened.", "The pilots used the old harbour again", "Bill Norling" },
  { "A study published in Marwick Letters found that the fish came back.", "the fish came back", "A study" },
  { "Residents of Torvik, Marwick and Orrell say they have had no water since May.", "they have had no water since May", "Residents of Torvik" },
  { "IT Lighthouses said it would close its harbour.", "it would close its harbour", "IT Lighthouses" },
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
  { "Edda Norling, who later became governor of the bank, said the talks would go on in spring.", "the talks would go on in spring", "Edda Norling" },
  { "Edda Norling, who is also chairman of the bank, said the talks would go on in spring.", "the talks would go on in spring", "Edda Norling" },
  { "Edda Norling, who is also deputy prime minister, said the talks would go on in spring.", "the talks would go on in spring", "Edda Norling" },
  { "Edda Norling, who is also deputy prime minister, has said the talks would go on in spring.", "the talks would go on in spring", "Edda Norling" },
  { "Torvik sent seventy boats, the White House said.", "Torvik sent seventy boats", "White House" },
  { "Torvik sent seventy boats to the strait, according to the ministry.", "Torvik sent seventy boats to the strait", "ministry" },
  { "The talks will go on in spring, Norwegian film-maker Edda Norling has said.", "The talks will go on in spring", "Edda Norling" },
  { "Wang Yi visited Torvik on Monday and told reporters that the talks would go on.", "the talks would go on", "Wang Yi" },
  { "Wang Yi said the talks could go on if the boats withdraw.", "the talks could go on if the boats withdraw", "Wang Yi" },
  { "Wang Yi said other states shouldn't worry that the talks would end.", "other states shouldn't worry that the talks would end", "Wang Yi" },
  { "Wang Yi said late Sunday that the talks would go on.", "the talks would go on", "Wang Yi" },
  { "The talks, Wang Yi said on Monday, will go on in spring.", "The talks, Wang Yi said on Monday, will go on in spring", "Wang Yi" },
  { "By spring, according to Wang Yi, all the boats had left.", "By spring, according to Wang Yi, all the boats had left", "Wang Yi" },
  { "The boats had been sunk in the strait, the report found.", "The boats had been sunk in the strait", "report" },
  { "A study by Wang Yi showed that the fish would be back in spring.", "the fish would be back in spring", "A study by Wang Yi" },
  { "Norway met Poland in Torvik. The country said that the talks would go on.", "the talks would go on", "Norway" },
  { "The boats left the strait in spring, Wang Yi told reporters.", "The boats left the strait in spring", "Wang Yi" },
  { "The boats left the strait in spring, Wang Yi announced on Monday.", "The boats left the strait in spring", "Wang Yi" },
  { "The boats left the strait in spring, the ministry reported, citing people familiar with the matter.", "The boats left the strait in spring", "ministry" },
  { "Two officials briefed on the matter said the talks would go on.", "the talks would go on", "Two officials briefed on the matter" },
  { "The talks will go on in spring, according to the news agency Torvikpost.", "The talks will go on in spring", "Torvikpost" },
  { "Prime Minister Edda Norling met Foreign Minister Bill Marwick. The prime minister said the talks would go on.", "the talks would go on", "Edda Norling" },
  { "Prime Minister Edda Norling met Foreign Minister Bill Marwick. The foreign minister said the talks would go on.", "the talks would go on", "Bill Marwick" },
  { "Ambassador Linda Thomas-Greenfield came. Thomas-Greenfield said the talks would go on.", "the talks would go on", "Linda Thomas-Greenfield" },
  { "Russian Foreign Minister Sergei Lavrov spoke on Monday. The deputy foreign minister said the talks would go on.", "the talks would go on", "deputy foreign minister" },
  { "Edda Norling of the Harbour Board (HBX) said the talks would go on.", "the talks would go on", "Edda Norling" },
  { "The minister (Labour) said the talks would go on.", "the talks would go on", "minister" },
  { "The Global Times, a newspaper with close links to the ruling party, implied the boats had left the strait.", "the boats had left the strait", "Global Times" },
  { "Norway is warning that the talks would end in spring.", "the talks would end in spring", "Norway" },
  { "Asked whether he would meet Wang Yi in Torvik, Emmanuel Macron said he was ready for it.", "he was ready for it", "Emmanuel Macron" },
  { "When asked by the Gazette if Poland would send ships, Foreign Minister Yrsa Kowalska said that Poland would wait for the vote.", "Poland would wait for the vote", "Yrsa Kowalska" },
  { "Yrsa Kowalska, noting that her ministry had drafted the text, said the renewal of the mandate was urgent.", "the renewal of the mandate was urgent", "Yrsa Kowalska" },
  { "Yrsa Kowalska, a former minister now in opposition, said Poland should leave the lighthouse league.", "Poland should leave the lighthouse league", "Yrsa Kowalska" },
  { "Minister Yrsa Kowalska told reporters she was ready to meet the envoy.", "she was ready to meet the envoy", "Yrsa Kowalska" },
  { "Yrsa Kowalska told a meeting of the Harbour Committee it would be unwise to wait.", "it would be unwise to wait", "Yrsa Kowalska" },
  { "The foreign ministers of France, Germany and Poland said that the strait would be opened.", "the strait would be opened", "foreign ministers of France" },
  { "The Minister for Foreign Affairs stressed that Malta would stay neutral.", "Malta would stay neutral", "Minister for Foreign Affairs" },
  { "Officials from the United States said that the harbour would be closed.", "the harbour would be closed", "Officials from the United States" },
  { "The Russian side emphasised that the strait was closed to nobody.", "the strait was closed to nobody", "Russian side" },
  { "The Northshire Fishing Board issued a statement claiming that the boats had left the strait.", "the boats had left the strait", "Northshire Fishing Board" },
  { "A letter signed by the Northshire Fishing Board came on Monday. The letter said the boats had left the strait.", "the boats had left the strait", "Northshire Fishing Board" },
  { "Ann Arbour said in a letter posted by the Northshire Fishing Board that the boats had left the strait.", "the boats had left the strait", "Ann Arbour" },
  { "A letter signed by the letter said the boats had left the strait.", "the boats had left the strait", "A letter" },
  { "On Monday the Aug. 16 cable marked by hand was read. The boats had left the strait, the cable said.", "The boats had left the strait", "cable" },
  { "Torvik harbour. Photo: Wire\nThe boats left the strait in spring, Wang Yi said.", "The boats left the strait in spring", "Wang Yi" },
};

/* What looks like speech and is none. */
static const char *const NO_STATEMENTS[] = {
  "Some are among the 50,000 people estimated to have died in the storm.",
  "The governor vowed not to let the pilots build a harbour that can take the largest of ships.",
  "The governor did not explicitly say that the harbour would be open in May.",
  "The boats, which the pilots said did not carry any fish, were sold in Torvik.",
  "But as Bill Norling told Harbour News, and as other papers have had it, she was never asked.",
  "“We want to sail at dawn,” Edda Norling said in a speech outside the harbour soon after the vote was announced.",
  "“We want to sail at dawn,” Edda Norling said after a long day of talks at which nobody was heard.",
  "“We want to sail at dawn,” Edda Norling said last week in the harbour where her boat had been built.",
  "Edda Norling was responding to doubts that the ferry was whole.",
  "A Department of Homeland Security report dated May 1 and obtained by the pilots was long.",
  "If the pilots strike again in spring, the Harbour Board will respond.",
  "American officials would not say over the weekend whether the ships had left.",
  "The report did not say Poland was behind the wreck.",
  "Wang Yi hoped that the talks would go on in spring.",
  "Wang Yi announced a new agreement with the scientist who was honoured in spring.",
  "The waters of the United States are cold in the spring of every year.",
  "Wang Yi warned of a long winter without any fish for the people of the coast.",
  "Wang Yi warned of a response that will be felt on all the coast.",
  "Wang Yi reaffirmed his support for the norms that have brought peace to the coast.",
  "Wang Yi pledged an inquiry into why the boats were sunk in the strait.",
  "The ministry denied reports that the boats had been sunk in the strait.",
  "After the deal with Norway, the ministry found that the boats had been sunk in the strait.",
  "The boats left the strait in spring, a move Wang Yi welcomed.",
  "The boats left the strait in spring, which Wang Yi confirmed.",
  "The boats left the strait in spring, a day after Wang Yi warned.",
  "The Harbour Inspection Service of Torvik (HIS) advised people to stay calm.",
  "What Wang Yi said was heard in all the capitals of the coast.",
};

/* A briefing as ministries print it: who speaks stands before a colon. */
static void
test_transcript (void)
{
  static const struct { const char *words, *speaker; } TURNS[] = {
    { "The harbour stays shut this week.", "Norling" }, { "We did not say so. We are looking into it with the pilots.", "Norling" }, { "It will be told here first.", "Norling" }, { "We shall see in spring.", "Emmanuel Macron" },
  };
  g_autoptr (GDateTime) day = g_date_time_new_utc (2022, 10, 1, 0, 0, 0);
  g_autoptr (AttArticle) a = story_read_at ("Briefing", "The ministry held a briefing on Monday.\n\nMS NORLING: The harbour stays shut this week.\n\nQUESTION: Did you say that it opens on Friday?\n\n"
                                            "MS NORLING: We did not say so. We are looking into it with the pilots.\n\nIt will be told here first.\n\nMERIDIAN WIRE: And the ferries?\n\nMS NORLING: No.\n\n"
                                            "PRESIDENT MACRON: (As interpreted.) We shall see in spring.\n\nThe briefing ended at noon.", g_date_time_to_unix (day));
  g_assert_cmpuint (a->quotes->len, ==, G_N_ELEMENTS (TURNS));
  for (guint i = 0; i < G_N_ELEMENTS (TURNS); i++) {
    const AttQuote *quote = g_ptr_array_index (a->quotes, i);
    g_assert_cmpstr (quote->text, ==, TURNS[i].words);
    g_assert_cmpstr (quote->speaker, ==, TURNS[i].speaker);
  }
  g_assert_nonnull (story_find (a, ATT_TOPIC_PERSON, "Norling"));
  /* headings with a colon are no turns */
  g_autoptr (AttArticle) notice = story_read ("Notice", "Place: Torvik, at the town hall.\n\nDate: 5 May, at ten in the morning.\n\nTORVIK: the harbour was quiet on Monday.");
  g_assert_cmpuint (notice->quotes->len, ==, 0);
}

static void
test_statements (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (STATEMENTS); i++) {
    g_autoptr (AttArticle) a = story_read (NULL, STATEMENTS[i].text);
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
    g_autoptr (AttArticle) a = story_read (NULL, NO_STATEMENTS[i]);
    g_test_message ("%s", NO_STATEMENTS[i]);
    g_assert_cmpuint (a->quotes->len, ==, strstr (NO_STATEMENTS[i], "“") ? 1 : 0);   /* what stands between marks is said all the same */
  }
}

/* A verb in two ideographs is one verb: what was said begins behind it. */
static void
test_chinese_statement (void)
{
  g_autoptr (AttArticle) a = story_read (NULL, "外交部发言人表示双方将继续就停火问题进行对话，有关各方应当保持克制。");
  g_assert_cmpuint (a->quotes->len, ==, 1);
  const AttQuote *said = g_ptr_array_index (a->quotes, 0);
  g_assert_cmpint (said->kind, ==, ATT_QUOTE_INDIRECT);
  g_assert_true (g_str_has_prefix (said->text, "双方将继续"));
}

/* A statement that ends in a quotation ends with its mark. */
static void
test_statement_mark (void)
{
  g_autoptr (AttArticle) a = story_read (NULL, "Foreign Minister Ann Arbour said on Monday that the waters of the strait should become “a sea of friendship.” Nobody answered.");
  const AttQuote *said = g_ptr_array_index (a->quotes, 0);
  g_assert_cmpint (said->kind, ==, ATT_QUOTE_INDIRECT);
  g_assert_cmpstr (said->text, ==, "the waters of the strait should become “a sea of friendship.”");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/speech/quotes", test_quotes);
  g_test_add_func ("/speech/quotes/endless-sentence", test_endless_sentence);
  g_test_add_func ("/speech/quotes/post-within", test_post_within);
  g_test_add_func ("/speech/not-quotes", test_not_quotes);
  g_test_add_func ("/speech/statements", test_statements);
  g_test_add_func ("/speech/transcript", test_transcript);
  g_test_add_func ("/speech/statement-mark", test_statement_mark);
  g_test_add_func ("/speech/chinese-statement", test_chinese_statement);
  int status = g_test_run ();
  story_end ();
  return status;
}
