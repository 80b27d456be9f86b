/* event-scene.c: who acts on whom in a sentence, by grammar alone.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "analysis/event-scene.h"

#include "base/array.h"

#include <string.h>

#define MAX_BEFORE 16     /* words from who acts to the phrase */
#define MAX_BEHIND 12     /* words from the phrase to on whom */
#define MAX_WARNING 60    /* and back to what warns of it */
#define NONE G_MAXUINT

typedef struct { guint actor, recipient; } Pair;

static const char *
side_of (const AttActor *actor)
{
  if (actor->kind == ATT_TOPIC_PERSON)
    return actor->state;
  if (actor->kind == ATT_TOPIC_STATE)
    return actor->name;
  return actor->acts ? actor->name : NULL;
}

static gboolean
is_governed (const AttScan *self, guint word, guint first)
{
  guint before = word > first ? word - 1 : word;
  if (before == word)
    return FALSE;
  if (before > first && self->cues[before] & ATT_CUE_DETERMINER && !(self->cues[before] & ATT_CUE_PREPOSITION))
    before--;
  return self->cues[before] & ATT_CUE_PREPOSITION;
}

/* "Iran-backed militias": whoever stands behind somebody does nothing himself. */
static gboolean
is_patron (const AttScan *scan, guint after)
{
  static const char *const TIES[] = { "backed", "sponsored", "supported", "funded", "aligned", "allied", "linked", "occupied", "controlled", "held", NULL };
  if (after >= scan->reading->words->len || att_reading_word (scan->reading, after)->sentence != att_reading_word (scan->reading, after - 1)->sentence || att_reading_zone_of (scan->reading, after)[att_reading_word (scan->reading, after - 1)->end] != '-')
    return FALSE;
  return att_reading_is_any (scan->reading, after, TIES);
}

static void
list_sides (AttScene *self)
{
  const AttScan *scan = self->scan;
  guint first = self->sentence->first_word;
  for (guint i = att_scan_name_from (scan, first); i < scan->names->len; i++) {
    const AttName *name = &g_array_index (scan->names, AttName, i);
    if (name->word >= first + self->sentence->n_words)
      return;
    AttSide side = { name->word, name->n_words, side_of (&g_array_index (scan->actors, AttActor, name->actor)), name->people, is_governed (scan, name->word, first) };
    if (side.side && !is_patron (scan, name->word + name->n_words))
      g_array_append_val (self->sides, side);
  }
}

/* A semicolon, a colon or a dash. */
static gboolean
is_strong_mark (const AttScan *self, guint word)
{
  const char *zone = att_reading_zone_of (self->reading, word);
  guint32 from = att_reading_word (self->reading, word - 1)->end, to = att_reading_word (self->reading, word)->start;
  return memchr (zone + from, ';', to - from) || memchr (zone + from, ':', to - from) || g_strstr_len (zone + from, to - from, "—") || g_strstr_len (zone + from, to - from, " – ")
         || g_strstr_len (zone + from, to - from, " -");
}

gboolean
att_scene_is_parted (const AttScene *self, guint from, guint to)
{
  for (guint i = from + 1; i < to; i++)
    if (att_scan_is_broken (self->scan, i) && (self->scan->cues[i] & (ATT_CUE_CONTRAST | ATT_CUE_CLAUSE) || is_strong_mark (self->scan, i)))
      return TRUE;
  return FALSE;
}

gboolean
att_scene_is_joined (const AttScene *self, guint side, guint verb)
{
  const AttSide *owner = att_scene_side (self, side);
  guint end = owner->word + owner->n_words, i = verb;
  if (!(att_reading_word (self->scan->reading, end - 1)->flags & ATT_WORD_POSSESSIVE))
    return FALSE;
  while (i > end && self->scan->cues[i - 1] & ATT_CUE_ADVERB)
    i--;
  return i > end && self->scan->cues[i - 1] & ATT_CUE_AND;
}

/* Who acts: right before a noun, else the last one before the phrase that nothing governs. */
static guint
find_actor (const AttScene *self, guint phrase, gboolean verb, gboolean near)
{
  const AttScan *scan = self->scan;
  for (guint i = ATT_ARRAY_FROM (self->sides, AttSide, word, phrase); i > 0; i--) {
    const AttSide *side = att_scene_side (self, i - 1);
    guint end = side->word + side->n_words;
    if (end > phrase)
      continue;
    if (phrase - end > MAX_BEFORE || att_scene_is_parted (self, side->word, phrase))
      return NONE;
    gboolean owner = att_reading_word (scan->reading, end - 1)->flags & ATT_WORD_POSSESSIVE;
    if (verb && att_scene_is_joined (self, i - 1, phrase))
      continue;
    if (!verb && (side->adjective || owner) && phrase - end <= 3)
      return i - 1;
    if (near)
      return NONE;
    if (!side->governed && (!side->adjective || phrase - end <= 3))
      return i - 1;
  }
  return NONE;
}

/* "The Iran nuclear agreement": the name only tells what thing is meant. */
static gboolean
is_of_a_thing (const AttScan *self, const AttSide *side)
{
  guint after = side->word + side->n_words;
  guint64 other = ATT_CUE_ROLE | ATT_CUE_GROUP | ATT_CUE_PERSON | ATT_CUE_SAY | ATT_CUE_AUXILIARY | ATT_CUE_ADVERB | ATT_CUE_PREPOSITION | ATT_CUE_AND | ATT_CUE_BE | ATT_CUE_WHO | ATT_CUE_CLAUSE
                  | ATT_CUE_TO | ATT_CUE_THAT | ATT_CUE_STATE | ATT_CUE_BODY | ATT_CUE_OFFICIAL | ATT_CUE_DETERMINER;
  if (after >= self->reading->words->len || att_reading_word (self->reading, after)->sentence != att_reading_word (self->reading, side->word)->sentence)
    return FALSE;
  return !att_scan_is_broken (self, after) && !(self->cues[after] & other);
}

gboolean
att_scene_is_headed (const AttScene *self, guint side)
{
  static const char *const CONJUNCTIONS[] = { "as", "while", "when", "because", "if", "although", "though", "whereas", "unless", "until", NULL };
  guint first = self->sentence->first_word, word = att_scene_side (self, side)->word;
  if (word > first && self->scan->cues[word - 1] & ATT_CUE_DETERMINER)
    word--;
  return word > first && att_reading_is_any (self->scan->reading, word - 1, CONJUNCTIONS);
}

/* On whom: the next side behind, in the same clause and not in what is said or asked. */
static guint
find_recipient (const AttScene *self, guint behind, const char *other, gboolean deed)
{
  const AttScan *scan = self->scan;
  for (guint i = ATT_ARRAY_FROM (self->sides, AttSide, word, behind); i < self->sides->len; i++) {
    const AttSide *side = att_scene_side (self, i);
    if (side->word - behind > MAX_BEHIND || att_scene_is_parted (self, behind, side->word) || att_scene_is_headed (self, i))
      return NONE;
    for (guint k = behind; k < side->word; k++)
      if (scan->cues[k] & (ATT_CUE_THAT | ATT_CUE_WHO | ATT_CUE_SAY) || (scan->cues[k] & ATT_CUE_TO && k > behind))
        return NONE;
    if (!deed && is_of_a_thing (scan, side))
      return NONE;
    if (other == NULL || strcmp (side->side, other) != 0)
      return i;
  }
  return NONE;
}

/* One meets and agrees with somebody; what else is said or done may fall on a thing ("bombed Syrian airfields"). */
static gboolean
is_deed (AttEventType type)
{
  return type != ATT_EVENT_CONSULT && type != ATT_EVENT_AGREE && type != ATT_EVENT_COOPERATE;
}

gboolean
att_scene_is_passive (const AttScene *self, guint verb)
{
  const AttScan *scan = self->scan;
  guint i = verb, first = self->sentence->first_word;
  while (i > first && verb - i < 2 && scan->cues[i - 1] & ATT_CUE_ADVERB && !(scan->cues[i - 1] & ATT_CUE_BE))
    i--;
  return i > first && scan->cues[i - 1] & ATT_CUE_BE;
}

static guint
word_by (const AttScan *self, guint behind, guint end)
{
  for (guint i = behind; i < end && i < behind + 6; i++)
    if (self->cues[i] & ATT_CUE_BY)
      return i;
  return NONE;
}

/* The two sides of a phrase; NONE where one is missing. */
static Pair
find_pair (const AttScene *self, const AttDeed *deed)
{
  const AttScan *scan = self->scan;
  const AttEventPhrase *phrase = deed->phrase;
  guint behind = deed->word + deed->n_words, end = self->sentence->first_word + self->sentence->n_words;
  if (phrase->both_behind) {
    guint a = find_recipient (self, behind, NULL, FALSE);
    return (Pair) { a, a == NONE ? NONE : find_recipient (self, att_scene_side (self, a)->word + 1, att_scene_side (self, a)->side, FALSE) };
  }
  gboolean reduced = behind < end && scan->cues[behind] & ATT_CUE_BY;   /* "Ukraine, invaded by" */
  if (phrase->verb && (reduced || att_scene_is_passive (self, deed->word))) {
    guint by = word_by (scan, behind, end), object = find_actor (self, deed->word, TRUE, FALSE);
    if (by == NONE)
      return (Pair) { NONE, NONE };
    return (Pair) { find_recipient (self, by + 1, object == NONE ? NULL : att_scene_side (self, object)->side, TRUE), object };
  }
  guint actor = find_actor (self, deed->word, phrase->verb, !phrase->verb && !phrase->mutual && !phrase->warned);
  guint recipient = find_recipient (self, behind, actor == NONE ? NULL : att_scene_side (self, actor)->side, is_deed (phrase->type));
  if (recipient == NONE && phrase->mutual && actor != NONE && actor > 0 && !att_scene_is_parted (self, att_scene_side (self, actor - 1)->word, att_scene_side (self, actor)->word)
      && scan->cues[att_scene_side (self, actor)->word - 1] & ATT_CUE_AND)
    return (Pair) { actor - 1, actor };   /* "A and B met" */
  return (Pair) { actor, recipient };
}

/* Whether anything is warned of before a word. */
static gboolean
is_warning (const AttScene *self, guint to)
{
  guint64 cues = att_scene_cues (self, MAX (self->sentence->first_word, to > MAX_WARNING ? to - MAX_WARNING : 0), to);
  return (cues & (ATT_CUE_SAY | ATT_CUE_ADDRESS)) == (ATT_CUE_SAY | ATT_CUE_ADDRESS);
}

/* What a threat needs: that it is still to come, or was warned of. */
static gboolean
is_meant (const AttScene *self, const AttDeed *deed)
{
  guint back = deed->word > self->sentence->first_word + 5 ? deed->word - 5 : self->sentence->first_word;
  guint64 cues = att_scene_cues (self, back, deed->word + deed->n_words);
  return (!deed->phrase->to_come || cues & (ATT_CUE_FUTURE | ATT_CUE_MODAL)) && (!deed->phrase->warned || is_warning (self, deed->word));
}

static void
take_deed (AttScene *self, const AttHit *hit, const AttEventPhrase *phrase)
{
  AttDeed deed = { hit->word, hit->n_words, phrase };
  if (!is_meant (self, &deed))
    return;
  g_array_append_val (self->deeds, deed);
  Pair pair = find_pair (self, &deed);
  if (pair.actor == NONE || pair.recipient == NONE || strcmp (att_scene_side (self, pair.actor)->side, att_scene_side (self, pair.recipient)->side) == 0)
    return;
  AttProposal proposal = { phrase->type, pair.actor, pair.recipient, phrase->mutual };
  g_array_append_val (self->proposals, proposal);
}

static gboolean
has_two_sides (const AttScene *self)
{
  for (guint i = 1; i < self->sides->len; i++)
    if (strcmp (att_scene_side (self, i)->side, att_scene_side (self, 0)->side) != 0)
      return TRUE;
  return FALSE;
}

void
att_scene_init (AttScene *self, const AttScan *scan)
{
  *self = (AttScene) { scan, NULL, g_array_new (FALSE, FALSE, sizeof (AttSide)), g_array_new (FALSE, FALSE, sizeof (AttDeed)), g_array_new (FALSE, FALSE, sizeof (AttProposal)) };
}

void
att_scene_clear (AttScene *self)
{
  g_array_unref (self->sides);
  g_array_unref (self->deeds);
  g_array_unref (self->proposals);
}

gboolean
att_scene_set (AttScene *self, const AttSentence *sentence, guint *hit)
{
  const GArray *hits = self->scan->hits;
  guint end = sentence->first_word + sentence->n_words, covered = 0;
  self->sentence = sentence;
  g_array_set_size (self->sides, 0);
  g_array_set_size (self->deeds, 0);
  g_array_set_size (self->proposals, 0);
  list_sides (self);
  gboolean two = has_two_sides (self);
  self->cues = two ? att_scene_cues (self, sentence->first_word, end) : 0;
  for (; *hit < hits->len && g_array_index (hits, AttHit, *hit).word < end; (*hit)++) {
    const AttHit *h = &g_array_index (hits, AttHit, *hit);
    if (!two || h->kind != ATT_ENTRY_EVENT || h->word < MAX (covered, sentence->first_word))
      continue;
    covered = h->word + h->n_words;
    take_deed (self, h, &g_array_index (self->scan->lexicon->events, AttEventPhrase, att_lexicon_entry (self->scan->lexicon, h)->index));
  }
  return two;
}
