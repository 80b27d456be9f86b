/* event-finder.c: what states and bodies do to each other.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A phrase of the table of events, who acts before it and on whom behind it, within one clause. Office-holders act for
 * their state. Precision first: without two different sides there is no event. After Halterman et al., PLOVER (2021). */

#include "config.h"
#include "analysis/scan.h"

#include "press/event.h"

#include <string.h>

#define MAX_BEFORE 16     /* words from who acts to the phrase */
#define MAX_BEHIND 12     /* words from the phrase to on whom */
#define MAX_A_SENTENCE 3
#define NONE G_MAXUINT

/* A state or body named in a sentence, or somebody who acts for one. */
typedef struct { guint word, n_words; const char *side; gboolean adjective, governed; } Side;

static const char *
side_of (const AttScan *self, const AttActor *actor)
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

static void
list_sides (const AttScan *self, const AttSentence *s, GArray *sides)
{
  g_array_set_size (sides, 0);
  for (guint i = att_scan_name_from (self, s->first_word); i < self->names->len; i++) {
    const AttName *name = &g_array_index (self->names, AttName, i);
    if (name->word >= s->first_word + s->n_words)
      return;
    Side side = { name->word, name->n_words, side_of (self, &g_array_index (self->actors, AttActor, name->actor)), name->people, is_governed (self, name->word, s->first_word) };
    if (side.side)
      g_array_append_val (sides, side);
  }
}

/* The index of the first side at or behind a word. */
static guint
side_from (const GArray *sides, guint word)
{
  guint low = 0, high = sides->len;
  while (low < high) {
    guint middle = (low + high) / 2;
    if (g_array_index (sides, Side, middle).word < word)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

static const Side *
get (const GArray *sides, guint i)
{
  return &g_array_index (sides, Side, i);
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

/* Whether another clause begins between two words of a sentence. */
static gboolean
is_parted (const AttScan *self, guint from, guint to)
{
  for (guint i = from + 1; i < to; i++)
    if (att_reading_word (self->reading, i)->flags & ATT_WORD_BREAK && (self->cues[i] & (ATT_CUE_CONTRAST | ATT_CUE_CLAUSE) || is_strong_mark (self, i)))
      return TRUE;
  return FALSE;
}

/* Who acts: right before a noun, else the last one before the phrase that nothing governs. */
static guint
find_actor (const AttScan *self, const GArray *sides, guint phrase, gboolean verb, gboolean near)
{
  for (guint i = side_from (sides, phrase); i > 0; i--) {
    const Side *side = get (sides, i - 1);
    guint end = side->word + side->n_words;
    if (end > phrase)
      continue;
    if (phrase - end > MAX_BEFORE || is_parted (self, side->word, phrase))
      return NONE;
    gboolean owner = att_reading_word (self->reading, end - 1)->flags & ATT_WORD_POSSESSIVE;
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
is_of_a_thing (const AttScan *self, const Side *side)
{
  guint after = side->word + side->n_words;
  guint64 other = ATT_CUE_ROLE | ATT_CUE_GROUP | ATT_CUE_PERSON | ATT_CUE_SAY | ATT_CUE_AUXILIARY | ATT_CUE_ADVERB | ATT_CUE_PREPOSITION | ATT_CUE_AND | ATT_CUE_BE | ATT_CUE_WHO | ATT_CUE_CLAUSE
                  | ATT_CUE_TO | ATT_CUE_THAT | ATT_CUE_STATE | ATT_CUE_BODY | ATT_CUE_OFFICIAL | ATT_CUE_DETERMINER;
  if (after >= self->reading->words->len || att_reading_word (self->reading, after)->sentence != att_reading_word (self->reading, side->word)->sentence)
    return FALSE;
  return !(att_reading_word (self->reading, after)->flags & ATT_WORD_BREAK) && !(self->cues[after] & other);
}

/* On whom: the next side behind, in the same clause and not in what is said or asked. */
static guint
find_recipient (const AttScan *self, const GArray *sides, guint behind, const char *other, gboolean deed)
{
  for (guint i = side_from (sides, behind); i < sides->len; i++) {
    const Side *side = get (sides, i);
    if (side->word - behind > MAX_BEHIND || is_parted (self, behind, side->word))
      return NONE;
    for (guint k = behind; k < side->word; k++)
      if (self->cues[k] & (ATT_CUE_THAT | ATT_CUE_WHO | ATT_CUE_SAY) || (self->cues[k] & ATT_CUE_TO && k > behind))
        return NONE;
    if (!deed && is_of_a_thing (self, side))
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

static gboolean
is_passive (const AttScan *self, guint phrase, guint first)
{
  guint i = phrase;
  while (i > first && phrase - i < 2 && self->cues[i - 1] & ATT_CUE_ADVERB && !(self->cues[i - 1] & ATT_CUE_BE))
    i--;
  return i > first && self->cues[i - 1] & ATT_CUE_BE;
}

static guint
word_by (const AttScan *self, guint behind, guint end)
{
  for (guint i = behind; i < end && i < behind + 6; i++)
    if (self->cues[i] & ATT_CUE_BY)
      return i;
  return NONE;
}

static guint64
cues_between (const AttScan *self, guint from, guint to)
{
  guint64 all = 0;
  for (guint i = from; i < to; i++)
    all |= self->cues[i];
  return all;
}

static AttAspect
aspect_of (guint64 cues)
{
  if (cues & ATT_CUE_NEGATION)
    return ATT_ASPECT_NEGATED;
  if (cues & ATT_CUE_FUTURE && !(cues & ATT_CUE_MODAL))
    return ATT_ASPECT_ANNOUNCED;
  return cues & ATT_CUE_MODAL ? ATT_ASPECT_HYPOTHETICAL : ATT_ASPECT_HAPPENED;
}

typedef struct { guint actor, recipient; } Pair;

/* The two sides of a phrase; NONE where one is missing. */
static Pair
find_pair (const AttScan *self, const AttSentence *s, const GArray *sides, const AttHit *hit, const AttEventPhrase *phrase)
{
  guint behind = hit->word + hit->n_words, end = s->first_word + s->n_words;
  if (phrase->both_behind) {
    guint a = find_recipient (self, sides, behind, NULL, FALSE);
    return (Pair) { a, a == NONE ? NONE : find_recipient (self, sides, get (sides, a)->word + 1, get (sides, a)->side, FALSE) };
  }
  if (phrase->verb && is_passive (self, hit->word, s->first_word)) {
    guint by = word_by (self, behind, end), object = find_actor (self, sides, hit->word, TRUE, FALSE);
    if (by == NONE)
      return (Pair) { NONE, NONE };
    return (Pair) { find_recipient (self, sides, by + 1, object == NONE ? NULL : get (sides, object)->side, TRUE), object };
  }
  guint actor = find_actor (self, sides, hit->word, phrase->verb, !phrase->verb && !phrase->mutual && !phrase->warned);
  guint recipient = find_recipient (self, sides, behind, actor == NONE ? NULL : get (sides, actor)->side, is_deed (phrase->type));
  if (recipient == NONE && phrase->mutual && actor != NONE && actor > 0 && !is_parted (self, get (sides, actor - 1)->word, get (sides, actor)->word)
      && self->cues[get (sides, actor)->word - 1] & ATT_CUE_AND)
    return (Pair) { actor - 1, actor };   /* "A and B met" */
  return (Pair) { actor, recipient };
}

static gboolean
is_warning (const AttScan *self, const AttSentence *s, guint to)
{
  return (cues_between (self, s->first_word, to) & (ATT_CUE_SAY | ATT_CUE_ADDRESS)) == (ATT_CUE_SAY | ATT_CUE_ADDRESS);
}

static gboolean
is_known (const GPtrArray *events, guint from, const AttEvent *event)
{
  for (guint i = from; i < events->len; i++) {
    const AttEvent *other = g_ptr_array_index (events, i);
    gboolean same = strcmp (other->actor, event->actor) == 0 && strcmp (other->recipient, event->recipient) == 0;
    gboolean turned = event->mutual && strcmp (other->actor, event->recipient) == 0 && strcmp (other->recipient, event->actor) == 0;
    if (other->type == event->type && (same || turned))
      return TRUE;
  }
  return FALSE;
}

static void
take (const AttScan *self, const AttSentence *s, const GArray *sides, const AttHit *hit, const AttEventPhrase *phrase, guint from, GPtrArray *events)
{
  Pair pair = find_pair (self, s, sides, hit, phrase);
  if (pair.actor == NONE || pair.recipient == NONE || strcmp (get (sides, pair.actor)->side, get (sides, pair.recipient)->side) == 0)
    return;
  const Side *a = get (sides, pair.actor), *b = get (sides, pair.recipient);
  guint first = MIN (MIN (a->word, b->word), hit->word), last = MAX (MAX (a->word + a->n_words, b->word + b->n_words), hit->word + hit->n_words);
  guint back = hit->word > s->first_word + 5 ? hit->word - 5 : s->first_word;
  guint64 cues = cues_between (self, back, hit->word + hit->n_words);
  if ((phrase->to_come && !(cues & (ATT_CUE_FUTURE | ATT_CUE_MODAL))) || (phrase->warned && !is_warning (self, s, hit->word)))
    return;
  AttEvent *event = att_event_new (phrase->type, phrase->to_come ? ATT_ASPECT_HAPPENED : aspect_of (cues), a->side, b->side, att_scan_span (self, first, last - first));
  event->mutual = phrase->mutual;
  if (is_known (events, from, event) || events->len - from >= MAX_A_SENTENCE)
    att_event_free (event);
  else
    g_ptr_array_add (events, event);
}

void
att_events_find (const AttScan *self, GPtrArray *events)
{
  g_autoptr (GArray) sides = g_array_new (FALSE, FALSE, sizeof (Side));
  guint current = NONE, from = 0, covered = 0;
  for (guint i = 0; i < self->hits->len; i++) {
    const AttHit *hit = &g_array_index (self->hits, AttHit, i);
    const AttEntry *entry = att_lexicon_entry (self->lexicon, hit);
    if (entry->kind != ATT_ENTRY_EVENT || hit->word < covered || att_scan_is_skipped (self, hit->word))
      continue;
    guint sentence = att_reading_word (self->reading, hit->word)->sentence;
    const AttSentence *s = &g_array_index (self->reading->sentences, AttSentence, sentence);
    if (sentence != current) {
      list_sides (self, s, sides);
      current = sentence;
      from = events->len;
    }
    covered = hit->word + hit->n_words;
    if (sides->len >= 2)
      take (self, s, sides, hit, &g_array_index (self->lexicon->events, AttEventPhrase, entry->index), from, events);
  }
}
