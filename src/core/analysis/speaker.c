/* speaker.c: who said it.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * For each quotation the sentence around it is read for a verb of speech and its subject: after it ("…," said X;
 * "…," X said), before it (X said "…"; X: "…"), "according to X", the passive (was told by X) and the noun (X's claim
 * that "…"). Where the sentence has none, the words before it or the quotation before it lend theirs. */

#include "config.h"
#include "analysis/voice.h"

#include <string.h>

#define MAX_AFTER 16   /* words between a quotation and its verb */

static const char *const BY[] = { "by", NULL }, *const THAT[] = { "that", "although", "how", "why", NULL };
static const char *const BE[] = { "was", "were", "been", "is", "are", "being", "be", NULL };
static const char *const ADVERBS[] = { "already", "also", "not", "repeatedly", "previously", "recently", "first", "then", "later", "further", "again", "now", "has", "have", "had", NULL };
static const char *const NOUNS[] = { "claim", "claims", "assertion", "comment", "comments", "remark", "remarks", "description", "allegation", "allegations", "accusation", "accusations",
                                     "warning", "warnings", "promise", "promises", "vow", "pledge", "call", "calls", "demand", "demands", "words", "statement", NULL };

/* The words a quotation's attribution is looked for in: its sentences, first to last. */
typedef struct { guint first, quote_first, quote_end, end; } Range;

static Range
range_of (const AttVoices *self, const AttQuote *quote)
{
  const AttReading *reading = self->scan->reading;
  Range r = { 0 };
  guint i = 0;
  while (i < reading->words->len && (att_reading_sentence_of (reading, i)->zone == ATT_ZONE_TITLE || att_reading_word (reading, i)->start < quote->span.start))
    i++;
  r.quote_first = i;
  while (i < reading->words->len && att_reading_word (reading, i)->start < quote->span.end)
    i++;
  r.quote_end = i;
  if (r.quote_first >= reading->words->len)
    return r;
  r.first = att_reading_sentence_of (reading, r.quote_first)->first_word;
  guint last = r.quote_end > r.quote_first ? r.quote_end - 1 : r.quote_first;
  const AttSentence *s = att_reading_sentence_of (reading, last);
  r.end = s->first_word + s->n_words;
  /* “…!” X said: the attribution is a sentence of its own to the cutter */
  if (r.end == r.quote_end && r.end < reading->words->len) {
    const AttSentence *next = att_reading_sentence_of (reading, r.end);
    gboolean open_end = quote->text[0] && strchr (",?!", quote->text[strlen (quote->text) - 1]);
    gboolean small = !(att_reading_word (reading, r.end)->flags & ATT_WORD_TITLE);
    if (next->paragraph == s->paragraph && (open_end || small))
      r.end = next->first_word + next->n_words;
  }
  return r;
}

/* Whether nothing but an adverb or an auxiliary stands between a voice and a verb. */
static gboolean
is_next_to (const AttVoices *self, const AttVoice *voice, guint verb)
{
  guint after = voice->word + voice->n_words;
  gboolean parted = att_reading_word (self->scan->reading, verb)->flags & ATT_WORD_BREAK && voice->role == ATT_NOBODY;   /* "in Ukraine, claiming" */
  if (parted)
    return FALSE;
  while (after < verb && att_voices_is_word (self, after, ADVERBS))
    after++;
  return after == verb;
}

/* The subject of a verb: the voice right before it; else the last one in front of it that no preposition governs;
 * failing that (unless strict) the first of the sentence. */
static guint
subject_before (const AttVoices *self, guint from, guint verb, gboolean strict)
{
  guint found = ATT_NOBODY, any = ATT_NOBODY;
  for (guint i = 0; i < self->voices->len; i++) {
    const AttVoice *voice = att_voices_get (self, i);
    if (voice->word >= verb)
      break;
    if (voice->word < from || self->quoted[voice->word])
      continue;
    any = any == ATT_NOBODY ? i : any;
    if (!att_voices_is_object (self, voice, from) || is_next_to (self, voice, verb))
      found = i;
  }
  return found != ATT_NOBODY || strict ? found : any;
}

/* A run of capitalised words before a verb of speech: a body no table knows ("Beijing Subway said"). */
static char *
capitals_before (const AttVoices *self, guint from, guint verb)
{
  const AttReading *reading = self->scan->reading;
  guint first = verb;
  if (att_reading_word (reading, verb)->flags & ATT_WORD_BREAK)
    return NULL;
  while (first > from && verb - first < 7) {
    const AttWord *w = att_reading_word (reading, first - 1);
    gboolean small = w->end - w->start <= 3 && first < verb;   /* of, for, the: within a name */
    if (!(w->flags & (ATT_WORD_TITLE | ATT_WORD_CAPS)) && !small)
      break;
    first--;
    if (w->flags & ATT_WORD_BREAK)
      break;
  }
  while (first < verb && !(att_reading_word (reading, first)->flags & (ATT_WORD_TITLE | ATT_WORD_CAPS)))
    first++;
  if (first >= verb || self->quoted[first])
    return NULL;
  const char *zone = att_reading_zone_of (reading, first);
  const AttWord *a = att_reading_word (reading, first), *b = att_reading_word (reading, verb - 1);
  return b->end - a->start > 2 ? g_strndup (zone + a->start, b->end - a->start) : NULL;
}

static gboolean
is_passive (const AttVoices *self, guint verb, guint from)
{
  guint i = verb;
  while (i > from && att_voices_is_word (self, i - 1, ADVERBS))
    i--;
  return i > from && att_voices_is_word (self, i - 1, BE);
}

static guint
agent_after (const AttVoices *self, guint verb, guint end)
{
  for (guint i = verb + 1; i < end && i < verb + 4; i++)
    if (att_voices_is_word (self, i, BY))
      return att_voices_first (self, i + 1, end);
  return ATT_NOBODY;
}

/* “…,” said X   “…,” X said   “…,” the minister of Y said */
static char *
speaker_after (const AttVoices *self, const Range *r, const char *last)
{
  guint stop = MIN (r->end, r->quote_end + MAX_AFTER);
  for (guint i = r->quote_end; i < stop && !self->quoted[i]; i++) {
    if (!(self->scan->cues[i] & ATT_CUE_SAY))
      continue;
    guint before = subject_before (self, r->quote_end, i, TRUE);
    if (before != ATT_NOBODY)
      return att_voices_name (self, before, last);
    guint after = i - r->quote_end <= 3 && i + 1 < stop && !att_voices_is_word (self, i + 1, THAT) ? att_voices_first (self, i + 1, MIN (i + 4, stop)) : ATT_NOBODY;
    if (after != ATT_NOBODY)
      return att_voices_name (self, after, last);
    return i > r->quote_end ? capitals_before (self, r->quote_end, i) : NULL;
  }
  return NULL;
}

static char *
according_to (const AttVoices *self, guint from, guint to, const char *last)
{
  static const char *const ACCORDING[] = { "according", NULL }, *const TO[] = { "to", NULL };
  for (guint i = from; i + 2 < to; i++)
    if (att_voices_is_word (self, i, ACCORDING) && att_voices_is_word (self, i + 1, TO))
      return att_voices_name (self, att_voices_first (self, i + 2, MIN (to, i + 12)), last);
  return NULL;
}

/* "rejected Trump's claims that the vote is “rigged”": the words are the owner's. */
static guint
owner_of_noun (const AttVoices *self, const Range *r, guint verb)
{
  for (guint i = r->quote_first; i > r->first + 1 && i > verb + 1; i--) {
    if (!att_voices_is_word (self, i - 1, NOUNS))
      continue;
    guint owner = att_voices_first (self, verb + 1, i - 1);
    const AttVoice *voice = owner != ATT_NOBODY ? att_voices_get (self, owner) : NULL;
    gboolean owns = voice && voice->word + voice->n_words == i - 1 && att_reading_word (self->scan->reading, i - 2)->flags & ATT_WORD_POSSESSIVE;
    return owns ? owner : ATT_NOBODY;
  }
  return ATT_NOBODY;
}

/* X said “…”   X: “…”   X was told by Y that “…” */
static char *
speaker_before (const AttVoices *self, const Range *r, const char *last)
{
  guint verb = ATT_NOBODY;
  for (guint i = r->quote_first; i > r->first; i--)
    if (self->scan->cues[i - 1] & ATT_CUE_SAY && !self->quoted[i - 1] && !att_voices_is_word (self, i - 1, NOUNS)) {
      verb = i - 1;
      break;
    }
  guint owner = owner_of_noun (self, r, verb == ATT_NOBODY ? r->first : verb);
  if (owner != ATT_NOBODY)
    return att_voices_name (self, owner, last);
  if (verb == ATT_NOBODY)
    return NULL;
  if (is_passive (self, verb, r->first)) {
    guint agent = agent_after (self, verb, r->quote_first);
    if (agent != ATT_NOBODY)
      return att_voices_name (self, agent, last);
  }
  guint subject = subject_before (self, r->first, verb, FALSE);
  if (subject == ATT_NOBODY)
    subject = att_voices_first (self, verb + 1, r->quote_first);
  char *name = att_voices_name (self, subject, last);
  return name ? name : capitals_before (self, r->first, verb);
}

/* The first voice of the sentence that is not an object, persons and roles before states: whose doing it is. */
static guint
subject_of (const AttVoices *self, guint from, guint to)
{
  guint first = ATT_NOBODY;
  for (guint i = 0; i < self->voices->len; i++) {
    const AttVoice *voice = att_voices_get (self, i);
    if (voice->word >= to)
      break;
    if (voice->word < from || self->quoted[voice->word])
      continue;
    first = first == ATT_NOBODY ? i : first;
    gboolean state = voice->actor != ATT_NOBODY && g_array_index (self->scan->actors, AttActor, voice->actor).kind == ATT_TOPIC_STATE;
    if (!state && !att_voices_is_object (self, voice, from))
      return i;
  }
  return first;
}

static guint
paragraph_of (const AttVoices *self, guint word)
{
  return att_reading_sentence_of (self->scan->reading, word)->paragraph;
}

/* How a quotation stands to the one before it. */
static gboolean
follows (const AttVoices *self, const Range *r, const Range *before, guint paragraphs)
{
  return before->end && paragraph_of (self, before->quote_first) + paragraphs == paragraph_of (self, r->quote_first);
}

static char *
attribute (const AttVoices *self, const AttQuote *quote, const Range *r, const AttQuote *previous, const Range *before)
{
  const char *last = previous ? previous->speaker : NULL;
  char *name = speaker_after (self, r, last);
  if (name == NULL)
    name = according_to (self, r->first, r->end, last);
  if (name == NULL)
    name = speaker_before (self, r, last);
  if (name)
    return name;
  gboolean alone = r->first == r->quote_first;   /* nothing but the quotation in its sentence */
  if (last && alone && (follows (self, r, before, 0) || follows (self, r, before, 1)))
    return g_strdup (last);
  name = att_voices_name (self, subject_of (self, r->first, r->quote_first), last);
  if (name)
    return name;
  return last && follows (self, r, before, 0) ? g_strdup (last) : NULL;
}

void
att_speakers_find (AttScan *scan, GPtrArray *quotes)
{
  g_autoptr (AttVoices) self = att_voices_new (scan, quotes);
  AttQuote *previous = NULL;
  Range before = { 0 };
  for (guint i = 0; i < quotes->len; i++) {
    AttQuote *quote = g_ptr_array_index (quotes, i);
    Range r = range_of (self, quote);
    if (r.quote_first >= scan->reading->words->len)
      continue;
    quote->speaker = attribute (self, quote, &r, previous, &before);
    before = r;
    previous = quote;
  }
}
