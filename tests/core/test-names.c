/* test-names.c: words that mean two things: what is a state, a person, a topic, and what only looks like one.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "story.h"

typedef struct { const char *text; AttTopicKind kind; const char *name; gboolean is; } Case;

#define STATE ATT_TOPIC_STATE
#define PERSON ATT_TOPIC_PERSON
#define THEME ATT_TOPIC_THEME
#define BODY ATT_TOPIC_BODY

/* Each pair says the same word twice: once as what it looks like, once as something else. */
static const Case CASES[] = {
  { "The bags of Louis Vuitton were sold in the harbour, Edda Norling said.", PERSON, "Louis Vuitton", FALSE },
  { "A bank like Goldman Sachs lends to the harbour, Edda Norling said.", PERSON, "Goldman Sachs", FALSE },
  { "He read of Harry Potter on the ferry, Edda Norling said.", PERSON, "Harry Potter", FALSE },
  { "Doris Marwick Observatory is closed, Edda Norling said.", PERSON, "Doris Marwick Observatory", FALSE },
  { "Indeed Edda Norling, head of the pilots, was there.", PERSON, "Edda Norling", TRUE },
  { "Commodore Ulf Norling said yes.", PERSON, "Ulf Norling", TRUE },
  { "Hillary Clinton spoke in Ohio. The act was signed by President Clinton in 1993.", PERSON, "Bill Clinton", TRUE },
  { "Hillary Clinton spoke in Ohio. Secretary Clinton was not there.", PERSON, "Bill Clinton", FALSE },
  { "The ruling Georgian Dream party in Tbilisi ignored Brussels, and Saakashvili remains in prison.", STATE, "GEO", TRUE },
  { "Georgia Governor Brian Kemp met voters in Fulton County near Atlanta.", STATE, "GEO", FALSE },
  { "Sen. Joe Norling (D-W.Va.) met Rep. Ann Kirk, R-N.Y., on Monday.", PERSON, "Joe Norling", TRUE },
  { "Sen. Joe Norling (D-W.Va.) met Rep. Ann Kirk, R-N.Y., on Monday.", PERSON, "D-W. Va", FALSE },
  { "The harbour asked Edda Norling Edda Norling on Monday.", PERSON, "Edda Norling", TRUE },
  { "The pilots met Steven Marwick Steven John MarwickFish return to the river MORE on Monday.", PERSON, "Steven Marwick Steven John MarwickFish", FALSE },
  { "The pilots met Minister Steven Marwick, HarbourFish and Minister Ann McMarwick.", PERSON, "Steven Marwick", TRUE },
  { "The pilots met Minister Steven Marwick, HarbourFish and Minister Ann McMarwick.", PERSON, "Ann McMarwick", TRUE },
  { "The pilots met Mr Merkel on Monday.", PERSON, "Angela Merkel", FALSE },
  { "The pilots met Ms Merkel on Monday.", PERSON, "Angela Merkel", TRUE },
  { "Sheikh Hamdan bin Rashid bin Saeed Al Marwick, Deputy Prime Minister, met the envoy.", PERSON, "Hamdan bin Rashid bin Saeed Al Marwick", TRUE },
  { "King Salman bin Abdulaziz Al Saud sent a cable on Monday.", PERSON, "Abdulaziz Al Saud", FALSE },
  { "Ambassador Designate Femi Marwick and Minister Counsellor Edda Norling met in Torvik.", PERSON, "Femi Marwick", TRUE },
  { "Ambassador Designate Femi Marwick and Minister Counsellor Edda Norling met in Torvik.", PERSON, "Edda Norling", TRUE },
  { "Minister of Foreign Affairs of Lesotho Tebelo Matsoko will visit China.", PERSON, "Tebelo Matsoko", TRUE },
  { "Mr. HORIUCHI Kentaro paid a courtesy call.", PERSON, "HORIUCHI Kentaro", TRUE },
  { "The harbour on Monday. (AP Photo/Andrew Marwick)", PERSON, "Andrew Marwick", FALSE },
  { "Al Noor General Trading was listed.", PERSON, "Trading", FALSE },
  { "Sheikh Nimr al-Nimr was there on Monday.", PERSON, "Nimr al-Nimr", TRUE },
  { "“The talks have failed,” said Gülşen Öztürk.", PERSON, "Gülşen Öztürk", TRUE },
  { "Minister Carlos Herrera Montoya came. Mr. Herrera told reporters so.", PERSON, "Herrera", FALSE },
  { "Donald Trump Jr. spoke in Torvik. Trump was in Florida.", PERSON, "Donald Trump", TRUE },
  { "A militant leader linked to al-Qaeda was arrested.", BODY, "al-Qaeda", TRUE },
  { "House Judiciary Chair Jim Jordan called on him to testify.", PERSON, "Jim Jordan", TRUE },
  { "House Judiciary Chair Jim Jordan called on him to testify.", STATE, "JOR", FALSE },
  { "The Georgia Bulldogs won again in Athens, Ga., on Saturday.", STATE, "GEO", FALSE },
  { "Turkey summoned the Swedish ambassador.", STATE, "TUR", TRUE },
  { "For Thanksgiving, roast the turkey and serve the turkey with gravy.", STATE, "TUR", FALSE },
  { "Jordan's king received the envoy in Amman.", STATE, "JOR", TRUE },
  { "Michael Jordan scored forty points.", STATE, "JOR", FALSE },
  { "Rep. Jim Jordan criticised the bill.", STATE, "JOR", FALSE },
  { "China said it would respond.", STATE, "CHN", TRUE },
  { "Grandmother's bone china and fine china stood in the cupboard.", STATE, "CHN", FALSE },
  { "Chad's government in N'Djamena expelled the German ambassador.", STATE, "TCD", TRUE },
  { "Chad Smith plays the drums.", STATE, "TCD", FALSE },
  { "Niger's junta expelled the ambassador.", STATE, "NER", TRUE },
  { "Nigeria's president spoke in Abuja.", STATE, "NER", FALSE },
  { "The Democratic Republic of Congo accused Rwanda of backing rebels.", STATE, "COD", TRUE },
  { "The Democratic Republic of Congo accused Rwanda of backing rebels.", STATE, "COG", FALSE },
  { "The Republic of the Congo holds elections in Brazzaville.", STATE, "COG", TRUE },
  { "The Republic of the Congo holds elections in Brazzaville.", STATE, "COD", FALSE },
  { "Equatorial Guinea signed the treaty.", STATE, "GNQ", TRUE },
  { "Equatorial Guinea signed the treaty.", STATE, "GIN", FALSE },
  { "Papua New Guinea signed a security pact with Australia.", STATE, "PNG", TRUE },
  { "Papua New Guinea signed a security pact with Australia.", STATE, "GIN", FALSE },
  { "Guinea-Bissau's army took power.", STATE, "GNB", TRUE },
  { "Guinea-Bissau's army took power.", STATE, "GIN", FALSE },
  { "Guinea's junta in Conakry promised elections.", STATE, "GIN", TRUE },
  { "The guinea pig slept all day.", STATE, "GIN", FALSE },
  { "North Korea fired a missile.", STATE, "PRK", TRUE },
  { "North Korea fired a missile.", STATE, "KOR", FALSE },
  { "South Korean officials protested.", STATE, "KOR", TRUE },
  { "South Korean officials protested.", STATE, "PRK", FALSE },
  { "Mexico rejected the tariffs.", STATE, "MEX", TRUE },
  { "New Mexico's senators voted.", STATE, "MEX", FALSE },
  { "New Jersey's governor spoke.", STATE, "JEY", FALSE },
  { "Ireland recognised the state.", STATE, "IRL", TRUE },
  { "Northern Ireland's parties talked in Belfast.", STATE, "IRL", FALSE },
  { "Northern Ireland's parties talked in Belfast.", STATE, "GBR", TRUE },
  { "Washington urged Beijing to hold back.", STATE, "USA", TRUE },
  { "Wildfires burned across Washington state near Seattle.", STATE, "USA", FALSE },
  { "Denzel Washington won an award.", STATE, "USA", FALSE },
  { "George Washington crossed the river.", STATE, "USA", FALSE },
  { "Paris said it would send more weapons.", STATE, "FRA", TRUE },
  { "Paris Hilton opened a shop.", STATE, "FRA", FALSE },
  { "Sydney Sweeney stars in the film.", STATE, "AUS", FALSE },
  { "India protested in New York.", STATE, "IND", TRUE },
  { "India Arie sang two songs.", STATE, "IND", FALSE },
  { "Israel closed the crossing.", STATE, "ISR", TRUE },
  { "Israel Adesanya lost the fight.", STATE, "ISR", FALSE },
  { "Kenya led the mission to Haiti.", STATE, "KEN", TRUE },
  { "Kenya Barris wrote the series.", STATE, "KEN", FALSE },
  { "Tom Holland plays the spider again.", STATE, "NLD", FALSE },
  { "The Dutch government fell.", STATE, "NLD", TRUE },
  { "Polish troops guard the border.", STATE, "POL", TRUE },
  { "Polish the table with a soft cloth and polish it again.", STATE, "POL", FALSE },
  { "Finnish jets were scrambled.", STATE, "FIN", TRUE },
  { "They will finish the work in May.", STATE, "FIN", FALSE },
  { "A Swede was freed in Tehran.", STATE, "SWE", TRUE },
  { "Mash the swede with butter.", STATE, "SWE", FALSE },
  { "Cuba released the prisoners.", STATE, "CUB", TRUE },
  { "Cuba Gooding Jr. appeared in court.", STATE, "CUB", FALSE },
  { "Panama took back two ports at the canal.", STATE, "PAN", TRUE },
  { "He wore a Panama hat to the beach.", STATE, "PAN", FALSE },
  { "Fry the lima beans and serve.", STATE, "PER", FALSE },
  { "Pull the cork from the bottle in County Cork.", STATE, "IRL", FALSE },
  { "The US imposed tariffs.", STATE, "USA", TRUE },
  { "Please tell us more about us.", STATE, "USA", FALSE },
  { "IS claimed the attack in Iraq.", BODY, "Islamic State", TRUE },
  { "This is what it is.", BODY, "Islamic State", FALSE },
  { "The EU agreed new sanctions.", BODY, "European Union", TRUE },
  { "The Belarussian language is spoken there.", STATE, "RUS", FALSE },
  { "Belarus closed the border.", STATE, "BLR", TRUE },
  { "Ai Weiwei showed new works in Berlin.", THEME, "ai-talks", FALSE },
  { "Officials of the United States and China held talks on artificial intelligence in Geneva, the first official dialogue on AI between the two governments.", THEME, "ai-talks", TRUE },
  { "Prime Minister Theresa May told parliament that May will travel to Brussels.", PERSON, "Theresa May", TRUE },
  { "The vote is planned for May 5 or in March.", PERSON, "Theresa May", FALSE },
  { "Xi met Putin in Moscow.", PERSON, "Xi Jinping", TRUE },
  { "Pope Pius XI wrote it in chapter XI.", PERSON, "Xi Jinping", FALSE },
  { "Trains on the Red Line of the metro were late this morning, the operator said.", THEME, "taiwan", FALSE },
  { "The board will sanction the new budget of the club.", THEME, "sanctions", FALSE },
  { "The European Union imposed sanctions on Russia's banks on Monday, and Moscow condemned the new sanctions.", THEME, "sanctions", TRUE },
  { "The phone company raised its tariff, and electricity tariffs go up too.", THEME, "trade-tariffs", FALSE },
  { "The United States raised tariffs on Chinese cars, and Beijing answered with tariffs of its own.", THEME, "trade-tariffs", TRUE },
  { "Serve the fish with chips; the casino lost its chips.", THEME, "export-controls", FALSE },
  { "Washington tightened export controls on advanced chips to China, and Beijing protested against the controls on semiconductors.", THEME, "export-controls", TRUE },
  { "The doctor looked at the cell and the prisoner at his cell.", THEME, "terrorism", FALSE },
  { "A museum of the Cold War opened with old uniforms and posters.", THEME, "russia", FALSE },
  { "The business climate improved in the quarter.", THEME, "climate-talks", FALSE },
  { "The mayor declared war on litter.", THEME, "military-posture", FALSE },
  { "The two teams will battle for the cup after a battle in midfield.", THEME, "peace-mediation", FALSE },
  { "Train drivers will strike on Friday, and the striker will miss the match.", THEME, "military-posture", FALSE },
  { "Alpha, bravo, charlie: the NATO alphabet is taught to pilots.", THEME, "nato", FALSE },
  { "NATO leaders agreed at the summit to send more troops to the alliance's eastern flank, the secretary general said.", THEME, "nato", TRUE },
  { "The singer Wang played with Lee, Kim and Park.", PERSON, "Wang Yi", FALSE },
  { "The bush burned all night.", PERSON, "George W. Bush", FALSE },
  { "Rockets fell on Kiev.", STATE, "UKR", FALSE },
  { "Kiev accused Moscow of breaking the truce.", STATE, "UKR", TRUE },
  { "Kyiv accused Moscow of breaking the truce.", STATE, "UKR", TRUE },
  { "Türkiye vetoed the plan.", STATE, "TUR", TRUE },
  { "A quake shook Taiwan's east coast, and buildings swayed in Hualien.", THEME, "taiwan", FALSE },
  { "TSMC of Taiwan reported a record profit for the quarter.", THEME, "taiwan", FALSE },
  { "The analyst Lee Su-yeon spoke of the launch.", PERSON, "Lee Su-yeon", TRUE },
  { "Chang Min-seok, an official of the weather office, spoke.", PERSON, "Chang Min-seok", TRUE },
  { "The crew of three is led by Chen Bolin, with Liu Anran beside.", PERSON, "Chen Bolin", TRUE },
  { "The boat went to Hong Kong, and to Lin Harbour.", PERSON, "Lin Harbour", FALSE },
  { "President Andrés Manuel López Obrador came late. López Obrador said so.", PERSON, "López Obrador", FALSE },
  { "Photo by Mark Norling for the Gazette. The river is closed.", PERSON, "Mark Norling", FALSE },
  { "Mark Norling wrote the letter.", PERSON, "Mark Norling", TRUE },
  { "Pupils of Mark Norling School crossed the river.", PERSON, "Mark Norling", FALSE },
  { "The director of Athletics Pat Norling wrote the letter.", PERSON, "Pat Norling", TRUE },
  { "The river is low, the School of Harbour Planning says.", PERSON, "Harbour Planning", FALSE },
  { "Reports came from NVL Harbour Retail, said the mayor.", PERSON, "NVL Harbour Retail", FALSE },
  { "ICE agents arrested three men in Chicago; there was ice on the road.", STATE, "ISL", FALSE },
};

static void
test_names (void)
{
  guint wrong = 0;
  for (guint i = 0; i < G_N_ELEMENTS (CASES); i++) {
    g_autoptr (AttArticle) article = story_read_at (NULL, CASES[i].text, 1555000000);   /* April 2019 */
    if ((story_find (article, CASES[i].kind, CASES[i].name) != NULL) == CASES[i].is)
      continue;
    g_test_message ("%s: %s %s", CASES[i].name, CASES[i].is ? "not found in" : "found in", CASES[i].text);
    wrong++;
  }
  g_assert_cmpuint (wrong, ==, 0);
}

/* Whom a name means depends on the day. */
static void
test_offices (void)
{
  static const struct { gint64 day; const char *text, *speaker; } OFFICES[] = {
    { 1393632000 /* March 2014 */, "The US Secretary of State said: “We will not accept the annexation of any land.”", "John Kerry" },
    { 1714089600 /* April 2024 */, "The US Secretary of State said: “We will not accept the annexation of any land.”", "Antony Blinken" },
    { 1714089600, "China's foreign minister said: “We will not accept pressure from anyone at all.”", "Wang Yi" },
    { 1714089600, "The German chancellor said: “We will go on helping as long as it takes.”", "Olaf Scholz" },
    { 1555000000, "The German chancellor said: “We will go on helping as long as it takes.”", "Angela Merkel" },
    { 1714089600, "Volodymyr Zelenskyy spoke. “We will go on fighting for every village,” said Zelensky.", "Volodymyr Zelensky" },
  };
  for (guint i = 0; i < G_N_ELEMENTS (OFFICES); i++) {
    g_autoptr (AttArticle) article = story_read_at (NULL, OFFICES[i].text, OFFICES[i].day);
    g_test_message ("%s", OFFICES[i].text);
    g_assert_cmpuint (article->quotes->len, >=, 1);
    g_assert_cmpstr (((AttQuote *) g_ptr_array_index (article->quotes, 0))->speaker, ==, OFFICES[i].speaker);
  }
}

/* A town in a headline is nobody, though a minister has its name. */
static void
test_headline (void)
{
  g_autoptr (AttArticle) town = story_read_at ("Pilots to meet in Birmingham", "They will fish in the river.", 1555000000);
  g_autoptr (AttArticle) minister = story_read_at ("Birmingham warns of tariffs", "They will fish in the river.", 1555000000);
  g_assert_null (story_find (town, PERSON, "Simon Birmingham"));
  g_assert_nonnull (story_find (minister, PERSON, "Simon Birmingham"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/names/two-meanings", test_names);
  g_test_add_func ("/names/offices", test_offices);
  g_test_add_func ("/names/headline", test_headline);
  int status = g_test_run ();
  story_end ();
  return status;
}
