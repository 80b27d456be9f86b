/* speaker-traits.c: what is known of a voice beside a quotation.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "analysis/speaker-traits.h"

#include <string.h>

#define MAX_OWNED 3           /* words behind an owner, the last of which may be what is owned */
#define MAX_PATTERN 5         /* words between a voice and a quotation that are read one by one */

static guint32
word_hash (const AttVoices *self, guint word)
{
  return att_reading_word (self->scan->reading, word)->hash;
}

static guint
bucket (guint distance)
{
  return distance == 0 ? 0 : distance <= 2 ? 1 : distance <= 6 ? 2 : 3;
}

/* What verbs of speech say about a voice that is their subject. */
static void
add_verbs (const AttVoices *self, const AttQuotePlace *p, guint index, guint place, AttCandidate *c)
{
  const AttVoice *voice = att_voices_get (self, index);
  const AttSentence *s = att_reading_sentence_of (self->scan->reading, voice->word);
  guint first = voice->word >= p->first && voice->word < p->end ? p->first : s->first_word;
  gboolean speaks = FALSE;
  guint from = att_voices_verb_from (self, first), near = att_voices_verb_from (self, p->quote_first);
  for (guint i = near > from + ATT_MAX_VERBS ? near - ATT_MAX_VERBS : from; i < self->verbs->len && i < near + ATT_MAX_VERBS; i++) {
    const AttVerb *verb = &g_array_index (self->verbs, AttVerb, i);
    if (verb->word >= p->next_end)
      break;
    if (verb->told == index)
      att_candidate_add (c, ATT_SPEAKER_OBJECT, 1);
    if (verb->subject != index)
      continue;
    speaks = TRUE;
    if (i == p->closing)
      att_candidate_add (c, ATT_SPEAKER_CLOSING, i == p->verb_after ? 0 : 1);
    if (i == p->verb_before) {
      att_candidate_add (c, ATT_SPEAKER_SUBJECT_BEFORE, verb->link);
      att_candidate_add (c, ATT_SPEAKER_STYLE_BEFORE, p->style * ATT_N_LINKS + verb->link);
      att_candidate_add_hashed (c, ATT_SPEAKER_VERB_BEFORE, word_hash (self, verb->word));
      att_candidate_add (c, ATT_SPEAKER_GAP_BEFORE, bucket (p->quote_first - verb->word - 1));
    } else if (i == p->verb_after) {
      att_candidate_add (c, ATT_SPEAKER_SUBJECT_AFTER, verb->link);
      att_candidate_add (c, ATT_SPEAKER_STYLE_AFTER, p->style * ATT_N_LINKS + verb->link);
      att_candidate_add_hashed (c, ATT_SPEAKER_VERB_AFTER, word_hash (self, verb->word));
      att_candidate_add (c, ATT_SPEAKER_GAP_AFTER, bucket (verb->word - p->quote_end));
    } else if (verb->word >= p->first && verb->word < p->end)
      att_candidate_add (c, verb->word < p->quote_first ? ATT_SPEAKER_SUBJECT_BEFORE_FAR : ATT_SPEAKER_SUBJECT_AFTER_FAR, verb->link);
    else if (verb->word < p->first)
      att_candidate_add (c, ATT_SPEAKER_SUBJECT_PREVIOUS, verb->link + ATT_N_LINKS * ((place == 2 || place == 3 ? 0 : place == 4 ? 1 : 2) + (p->alone ? 3 : 0)));
    else
      att_candidate_add (c, ATT_SPEAKER_SUBJECT_NEXT, verb->link);
  }
  if (!speaks)
    att_candidate_add (c, ATT_SPEAKER_SPEECHLESS, (p->verb_before != ATT_NOBODY ? 1 : 0) + (p->verb_after != ATT_NOBODY ? 2 : 0) + (p->alone ? 4 : 0) + (voice->word < p->first ? 8 : 0));
}

static guint
place_of (const AttVoices *self, const AttQuotePlace *p, const AttVoice *voice)
{
  const AttReading *reading = self->scan->reading;
  if (voice->word >= p->first && voice->word < p->end)
    return voice->word < p->quote_first ? 0 : 1;
  if (voice->word >= p->end)
    return 6;
  guint paragraph = att_reading_paragraph_of (reading, voice->word), sentence = att_reading_word (reading, voice->word)->sentence, here = att_reading_word (reading, p->first)->sentence;
  if (paragraph == p->paragraph)
    return sentence + 1 == here ? 2 : 3;
  if (paragraph + 1 < p->paragraph)
    return 7;
  const AttSentence *next = sentence + 1 < reading->sentences->len ? &g_array_index (reading->sentences, AttSentence, sentence + 1) : NULL;
  return next && next->paragraph == paragraph ? 5 : 4;
}

/* "Trump's claim", "Trump's 2016 campaign promise": the word that says what is whose was said; 0: there is none. */
static guint
noun_behind (const AttScan *scan, guint end)
{
  const guint64 stop = ATT_CUE_PREPOSITION | ATT_CUE_AUXILIARY | ATT_CUE_BE | ATT_CUE_PERSON | ATT_CUE_DETERMINER;
  for (guint i = end; i < end + MAX_OWNED && i < scan->reading->words->len && !att_scan_is_broken (scan, i) && !(scan->cues[i] & stop); i++)
    if (scan->cues[i] & (ATT_CUE_SPEECH | ATT_CUE_DOCUMENT))
      return i;
  return 0;
}

static void
add_grammar (const AttVoices *self, const AttQuotePlace *p, const AttVoice *voice, guint place, AttCandidate *c)
{
  const AttScan *scan = self->scan;
  guint first = att_reading_sentence_of (scan->reading, voice->word)->first_word, end = att_voice_end (voice);
  guint64 before = voice->word > first ? scan->cues[voice->word - 1] : 0;
  if (voice->object)
    att_candidate_add (c, ATT_SPEAKER_OBJECT, before & ATT_CUE_ADDRESS ? 1 : place <= 1 ? 0 : 2);
  else
    att_candidate_add (c, ATT_SPEAKER_SUBJECT, place);
  if (voice->word >= first + 2 && before & ATT_CUE_TO && scan->cues[voice->word - 2] & ATT_CUE_ACCORDING)
    att_candidate_add (c, ATT_SPEAKER_ACCORDING, place <= 1 ? place : 2);
  else if (before & ATT_CUE_BY)
    att_candidate_add (c, ATT_SPEAKER_AGENT, place <= 1 ? 0 : 1);
  gboolean owner = att_reading_word (scan->reading, end - 1)->flags & ATT_WORD_POSSESSIVE || (voice->kind == ATT_VOICE_PRONOUN && scan->cues[voice->word] & ATT_CUE_DETERMINER);
  guint noun = owner ? noun_behind (scan, end) : 0;
  if (noun)
    att_candidate_add (c, ATT_SPEAKER_OWNER, (place != 0 ? 2 : p->verb_before == ATT_NOBODY || g_array_index (self->verbs, AttVerb, p->verb_before).word < end ? 0 : 1) + (noun > end ? 3 : 0));
  else if (owner)
    att_candidate_add (c, ATT_SPEAKER_POSSESSIVE, place == 0 ? bucket (p->quote_first - end) : place == 1 ? 4 : 5);
  if (end < scan->reading->words->len && scan->cues[end] & ATT_CUE_WHO)
    att_candidate_add (c, ATT_SPEAKER_WHO, 0);
  if (place == 0 && end == p->quote_first)
    att_candidate_add (c, ATT_SPEAKER_BESIDE, 0);
  else if (place == 1 && voice->word == p->quote_end)
    att_candidate_add (c, ATT_SPEAKER_BESIDE, 1);
}

static void
add_order (const AttVoices *self, const AttQuotePlace *p, guint index, guint place, AttCandidate *c)
{
  const AttVoice *voice = att_voices_get (self, index);
  if (place == 0)
    att_candidate_add (c, ATT_SPEAKER_ORDER_BEFORE, att_voices_from (self, p->quote_first) - 1 - index);
  else if (place == 1)
    att_candidate_add (c, ATT_SPEAKER_ORDER_AFTER, index - att_voices_from (self, p->quote_end));
  guint first = att_reading_sentence_of (self->scan->reading, voice->word)->first_word;
  if (att_voices_from (self, first) == index)
    att_candidate_add (c, ATT_SPEAKER_FIRST, place);
}

/* A word as patterns have it: names, roles and numbers are all alike, and so are the words of another quotation. */
static guint32
pattern_word (const AttVoices *self, guint word)
{
  const AttWord *w = att_reading_word (self->scan->reading, word);
  guint64 cues = self->scan->cues[word];
  if (self->quoted[word])
    return 1;
  if (cues & (ATT_CUE_PERSON | ATT_CUE_STATE | ATT_CUE_BODY) || (w->flags & (ATT_WORD_TITLE | ATT_WORD_CAPS) && !(w->flags & ATT_WORD_START)))
    return 2;
  if (cues & (ATT_CUE_ROLE | ATT_CUE_GROUP))
    return 3;
  return w->flags & ATT_WORD_NUMBER ? 4 : w->hash;
}

/* What stands from one word to another: word by word if it is short, else how it begins and ends. */
static guint32
pattern_of (const AttVoices *self, guint from, guint to)
{
  guint32 hash = 2166136261u;
  guint n = to > from ? to - from : 0;
  for (guint i = from; i < to; i++) {
    if (n > MAX_PATTERN && i == from + 2)
      i = to - 2;
    gboolean parted = i > from && att_scan_is_broken (self->scan, i);
    hash = (hash ^ pattern_word (self, i)) * 16777619u ^ parted;
  }
  return hash * 31 + MIN (n, MAX_PATTERN + 1);
}

/* The very words around a voice and between it and the quotation. */
static void
add_words (const AttVoices *self, const AttQuotePlace *p, const AttVoice *voice, guint place, AttCandidate *c)
{
  const AttReading *reading = self->scan->reading;
  const AttSentence *s = att_reading_sentence_of (reading, voice->word);
  guint end = att_voice_end (voice), near = MIN (place, 2);
  gboolean broken = end < reading->words->len && att_reading_word (reading, end)->flags & ATT_WORD_BREAK;
  guint32 follows = end < s->first_word + s->n_words ? pattern_word (self, end) * 2 + broken : 5;
  guint32 precedes = voice->word > s->first_word ? pattern_word (self, voice->word - 1) * 2 + !!(att_reading_word (reading, voice->word)->flags & ATT_WORD_BREAK) : 6;
  att_candidate_add_hashed (c, ATT_SPEAKER_FOLLOWED, follows * 3 + near);
  att_candidate_add_hashed (c, ATT_SPEAKER_PRECEDED, precedes * 3 + near);
  if (place == 0)
    att_candidate_add_hashed (c, ATT_SPEAKER_BETWEEN_BEFORE, pattern_of (self, end, p->quote_first));
  else if (place == 1)
    att_candidate_add_hashed (c, ATT_SPEAKER_BETWEEN_AFTER, pattern_of (self, p->quote_end, voice->word));
}

/* How many voices that might be subjects stand between this one, before the quotation, and the quotation. */
static guint
rank_of (const AttVoices *self, const AttQuotePlace *p, guint index)
{
  guint rank = 0;
  for (guint i = index + 1; i < self->voices->len && rank < 5; i++) {
    const AttVoice *voice = att_voices_get (self, i);
    if (voice->word >= p->quote_first)
      break;
    rank += !self->quoted[voice->word] && voice->kind != ATT_VOICE_DOCUMENT && voice->kind != ATT_VOICE_STATE && !voice->object;
  }
  return rank;
}

/* How the quotation stands to the one before it: in one sentence, one paragraph, the next, further. */
static guint
distance_to_last (const AttQuoteContext *context)
{
  const AttQuotePlace *p = context->place, *before = context->before;
  guint step = before->quote_first >= p->first ? 0 : before->paragraph == p->paragraph ? 1 : before->paragraph + 1 == p->paragraph ? 2 : 3;
  return step + (p->alone ? 4 : 0);
}

/* Whether an actor is named in the words of a quotation. */
static gboolean
is_inside (const AttScan *scan, const AttQuotePlace *p, guint actor)
{
  for (guint i = att_scan_name_from (scan, p->quote_first); i < scan->names->len; i++) {
    const AttName *name = &g_array_index (scan->names, AttName, i);
    if (name->word >= p->quote_end)
      break;
    if (name->actor == actor)
      return TRUE;
  }
  return FALSE;
}

/* A voice that comes in here for the first time, with a role or without. */
static void
add_new (const AttVoices *self, const AttVoice *voice, guint place, AttCandidate *c)
{
  if (voice->actor == ATT_NOBODY)
    return;
  gboolean titled = g_array_index (self->scan->actors, AttActor, voice->actor).titled;
  gboolean first = !titled && self->first[voice->actor] == voice->word;
  att_candidate_add (c, ATT_SPEAKER_NEW, (first ? voice->role != ATT_NOBODY ? 2 : 1 : 0) * 8 + place);
}

void
att_speaker_traits_last (const AttQuoteContext *context, AttCandidate *c)
{
  att_candidate_add (c, ATT_SPEAKER_KIND, 7);
  att_candidate_add (c, ATT_SPEAKER_IN_PERSON, 7 * 3 + context->place->person);
  att_candidate_add (c, ATT_SPEAKER_CARRY, distance_to_last (context));
  att_candidate_add (c, ATT_SPEAKER_STYLE_CARRY, context->place->style * 4 + distance_to_last (context) % 4);
  if (context->next == context->last)
    att_candidate_add (c, ATT_SPEAKER_CARRY_NEXT, context->place->style);
}

guint
att_speaker_traits_case (const AttVoices *self, const AttQuotePlace *p)
{
  if (!(att_reading_word (self->scan->reading, p->quote_first)->flags & (ATT_WORD_TITLE | ATT_WORD_CAPS)))
    return 0;
  for (guint i = p->quote_first + 1; i < p->quote_end; i++)
    if (!(att_reading_word (self->scan->reading, i)->flags & (ATT_WORD_TITLE | ATT_WORD_CAPS)) && !(self->scan->cues[i] & (ATT_CUE_PREPOSITION | ATT_CUE_DETERMINER | ATT_CUE_AND)))
      return 1;
  return 2;
}

void
att_speaker_traits_nobody (const AttVoices *self, const AttQuoteContext *context, AttCandidate *c)
{
  const AttQuotePlace *p = context->place;
  guint verbs = (p->verb_before != ATT_NOBODY ? 1 : 0) + (p->verb_after != ATT_NOBODY ? 2 : 0);
  att_candidate_add (c, ATT_SPEAKER_NOBODY, verbs + (p->alone ? 4 : 0));
  att_candidate_add (c, ATT_SPEAKER_STYLE_NOBODY, p->style * 4 + verbs);
  att_candidate_add (c, ATT_SPEAKER_NOBODY_CASE, att_speaker_traits_case (self, p) * 4 + CLAMP (p->quote_end - p->quote_first, 1, 4) - 1);
  att_candidate_add_hashed (c, ATT_SPEAKER_NOBODY_BEFORE, p->quote_first > p->first ? pattern_word (self, p->quote_first - 1) : 7);
  att_candidate_add_hashed (c, ATT_SPEAKER_NOBODY_AFTER, p->quote_end < p->end ? pattern_word (self, p->quote_end) * 2 + att_scan_is_broken (self->scan, p->quote_end) : 7);
}

guint
att_speaker_traits_voice (const AttVoices *self, const AttQuoteContext *context, guint index, AttCandidate *c)
{
  const AttQuotePlace *p = context->place;
  const AttVoice *voice = att_voices_get (self, index);
  guint place = place_of (self, p, voice);
  att_candidate_add (c, ATT_SPEAKER_KIND, voice->kind);
  att_candidate_add (c, ATT_SPEAKER_IN_PERSON, voice->kind * 3 + p->person);
  add_new (self, voice, place, c);
  att_candidate_add (c, ATT_SPEAKER_PLACE, place);
  att_candidate_add (c, ATT_SPEAKER_KIND_PLACE, voice->kind * 8 + place);
  att_candidate_add (c, ATT_SPEAKER_STYLE_PLACE, p->style * 8 + place);
  add_verbs (self, p, index, place, c);
  add_grammar (self, p, voice, place, c);
  add_order (self, p, index, place, c);
  add_words (self, p, voice, place, c);
  if (place != 1 && place != 6)
    att_candidate_add (c, ATT_SPEAKER_RANK, rank_of (self, p, index) + (place == 0 ? 0 : place <= 3 ? 6 : 12) + (p->alone ? 18 : 0));
  return place;
}

void
att_speaker_traits_name (const AttVoices *self, const AttQuoteContext *context, AttCandidate *c)
{
  const AttQuotePlace *p = context->place, *after = context->after;
  if (context->last == c->who) {
    att_candidate_add (c, ATT_SPEAKER_LAST, distance_to_last (context));
    att_candidate_add (c, ATT_SPEAKER_STYLE_LAST, p->style * 4 + distance_to_last (context) % 4);
  }
  if (context->next == c->who)
    att_candidate_add (c, ATT_SPEAKER_NEXT, p->style * 3 + (after->quote_first < p->end ? 0 : after->paragraph == p->paragraph ? 1 : 2));
  guint actor = c->who->actor;
  att_candidate_add (c, ATT_SPEAKER_ACTS_AS, (actor == ATT_NOBODY ? 0 : g_array_index (self->scan->actors, AttActor, actor).kind) * 3 + p->person);
  if (actor == ATT_NOBODY)
    return;
  if (is_inside (self->scan, p, actor))
    att_candidate_add (c, ATT_SPEAKER_INSIDE, p->style);
  const AttActor *a = &g_array_index (self->scan->actors, AttActor, actor);
  att_candidate_add (c, ATT_SPEAKER_OFTEN, a->n >= 4 ? 2 : a->n >= 2 ? 1 : 0);
  att_candidate_add (c, ATT_SPEAKER_SAID, context->said[actor]);
  if (a->titled)
    att_candidate_add (c, ATT_SPEAKER_TITLE, 0);
}
