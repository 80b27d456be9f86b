/* speaker.c: who said it.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "analysis/voice.h"

#include "analysis/speaker-model.h"

#include <string.h>

#define MAX_VOICES_BEFORE 24
#define MAX_VOICES_AFTER 10
#define MAX_CLOSING 5         /* words behind "X said" that are no speech any more: "on Thursday in Berlin" */

/* Where a quotation stands: its words, its sentences, and what of the sentence behind may still name the speaker. */
typedef struct {
  guint first, quote_first, quote_end, end, next_end;
  guint paragraph, paragraph_first;
  gboolean alone;                     /* nothing but the quotation in its sentences */
  guint verb_before, verb_after;      /* index of the nearest verbs of speech in its sentences; ATT_NOBODY */
  guint closing;                      /* index of the one its sentence closes with, ", X said"; ATT_NOBODY */
} Place;

static guint
word_at (const AttReading *reading, guint32 byte)
{
  guint low = 0, high = reading->words->len;
  while (low < high) {
    guint middle = (low + high) / 2;
    if (att_reading_sentence_of (reading, middle)->zone == ATT_ZONE_TITLE || att_reading_word (reading, middle)->start < byte)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

static guint
paragraph_of (const AttVoices *self, guint word)
{
  return att_reading_sentence_of (self->scan->reading, word)->paragraph;
}

/* “…!” X said: the attribution is a sentence of its own to the cutter. */
static gboolean
goes_on (const AttReading *reading, const AttQuote *quote, const Place *p)
{
  const AttSentence *next = att_reading_sentence_of (reading, p->end);
  gboolean open_end = quote->text[0] && strchr (",?!", quote->text[strlen (quote->text) - 1]);
  gboolean small = !(att_reading_word (reading, p->end)->flags & ATT_WORD_TITLE);
  return next->paragraph == p->paragraph && (open_end || small);
}

/* The nearest verb before a quotation; "said X hoped to" is said, not hoped, where there is a choice. */
static guint
verb_before (const AttVoices *self, const Place *p, guint at)
{
  guint nearest = ATT_NOBODY;
  for (guint i = at; i > 0 && g_array_index (self->verbs, AttVerb, i - 1).word >= p->first; i--) {
    nearest = nearest == ATT_NOBODY ? i - 1 : nearest;
    if (!(self->scan->cues[g_array_index (self->verbs, AttVerb, i - 1).word] & ATT_CUE_WEAK))
      return i - 1;
  }
  return nearest;
}

/* "..., X said on Thursday.": all of the sentence is X's. */
static guint
closing_verb (const AttVoices *self, const Place *p, guint from)
{
  const AttScan *scan = self->scan;
  for (guint i = from; i < self->verbs->len && g_array_index (self->verbs, AttVerb, i).word < p->end; i++) {
    const AttVerb *verb = &g_array_index (self->verbs, AttVerb, i);
    if (verb->subject == ATT_NOBODY || (verb->link != ATT_LINK_BESIDE && verb->link != ATT_LINK_INVERTED && verb->link != ATT_LINK_ACCORDING))
      continue;
    const AttVoice *voice = att_voices_get (self, verb->subject);
    guint begin = MIN (voice->word, verb->word), after = MAX (att_voice_end (voice), verb->word + 1);
    gboolean parted = begin >= p->quote_end && (begin == p->quote_end || att_reading_word (scan->reading, begin)->flags & ATT_WORD_BREAK);
    gboolean whole = after >= p->end || (p->end - after <= MAX_CLOSING && !(scan->cues[after] & ATT_CUE_THAT));
    if (parted && whole)
      return i;
  }
  return ATT_NOBODY;
}

static gboolean
find_place (const AttVoices *self, const AttQuote *quote, Place *p)
{
  const AttReading *reading = self->scan->reading;
  p->quote_first = word_at (reading, quote->span.start);
  p->quote_end = word_at (reading, quote->span.end);
  if (p->quote_first >= reading->words->len)
    return FALSE;
  p->first = att_reading_sentence_of (reading, p->quote_first)->first_word;
  guint last = p->quote_end > p->quote_first ? p->quote_end - 1 : p->quote_first;
  const AttSentence *s = att_reading_sentence_of (reading, last);
  p->end = s->first_word + s->n_words;
  p->paragraph = s->paragraph;
  if (p->end == p->quote_end && p->end < reading->words->len && goes_on (reading, quote, p)) {
    const AttSentence *next = att_reading_sentence_of (reading, p->end);
    p->end = next->first_word + next->n_words;
  }
  p->next_end = p->end;
  if (p->end < reading->words->len && paragraph_of (self, p->end) == p->paragraph) {
    const AttSentence *next = att_reading_sentence_of (reading, p->end);
    p->next_end = next->first_word + next->n_words;
  }
  p->alone = TRUE;
  for (guint i = p->first; i < p->end && p->alone; i++)
    p->alone = self->quoted[i];
  guint verb = att_voices_verb_from (self, p->quote_first);
  const AttVerb *after = verb < self->verbs->len ? &g_array_index (self->verbs, AttVerb, verb) : NULL;
  p->verb_before = verb_before (self, p, verb);
  p->verb_after = after && after->word < p->end ? verb : ATT_NOBODY;
  p->closing = closing_verb (self, p, verb);
  return TRUE;
}

static guint
bucket (guint distance)
{
  return distance == 0 ? 0 : distance <= 2 ? 1 : distance <= 6 ? 2 : 3;
}

/* What verbs of speech say about a voice that is their subject. */
static void
add_verbs (const AttVoices *self, const Place *p, guint index, guint place, AttCandidate *c)
{
  const AttVoice *voice = att_voices_get (self, index);
  const AttSentence *s = att_reading_sentence_of (self->scan->reading, voice->word);
  guint first = voice->word >= p->first && voice->word < p->end ? p->first : s->first_word;
  gboolean speaks = FALSE;
  for (guint i = att_voices_verb_from (self, first); i < self->verbs->len; i++) {
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
      att_candidate_add (c, ATT_SPEAKER_GAP_BEFORE, bucket (p->quote_first - verb->word - 1));
    } else if (i == p->verb_after) {
      att_candidate_add (c, ATT_SPEAKER_SUBJECT_AFTER, verb->link);
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
place_of (const AttVoices *self, const Place *p, const AttVoice *voice)
{
  const AttReading *reading = self->scan->reading;
  if (voice->word >= p->first && voice->word < p->end)
    return voice->word < p->quote_first ? 0 : 1;
  if (voice->word >= p->end)
    return 6;
  guint paragraph = paragraph_of (self, voice->word), sentence = att_reading_word (reading, voice->word)->sentence, here = att_reading_word (reading, p->first)->sentence;
  if (paragraph == p->paragraph)
    return sentence + 1 == here ? 2 : 3;
  if (paragraph + 1 < p->paragraph)
    return 7;
  const AttSentence *next = sentence + 1 < reading->sentences->len ? &g_array_index (reading->sentences, AttSentence, sentence + 1) : NULL;
  return next && next->paragraph == paragraph ? 5 : 4;
}

static void
add_grammar (const AttVoices *self, const Place *p, const AttVoice *voice, guint place, AttCandidate *c)
{
  const AttScan *scan = self->scan;
  guint first = att_reading_sentence_of (scan->reading, voice->word)->first_word, end = att_voice_end (voice);
  gboolean object = att_voices_is_object (self, voice);
  guint64 before = voice->word > first ? scan->cues[voice->word - 1] : 0;
  if (object)
    att_candidate_add (c, ATT_SPEAKER_OBJECT, before & ATT_CUE_ADDRESS ? 1 : place <= 1 ? 0 : 2);
  else
    att_candidate_add (c, ATT_SPEAKER_SUBJECT, place);
  if (voice->word >= first + 2 && before & ATT_CUE_TO && scan->cues[voice->word - 2] & ATT_CUE_ACCORDING)
    att_candidate_add (c, ATT_SPEAKER_ACCORDING, place <= 1 ? place : 2);
  else if (before & ATT_CUE_BY)
    att_candidate_add (c, ATT_SPEAKER_AGENT, place <= 1 ? 0 : 1);
  gboolean owner = att_reading_word (scan->reading, end - 1)->flags & ATT_WORD_POSSESSIVE || (voice->kind == ATT_VOICE_PRONOUN && scan->cues[voice->word] & ATT_CUE_DETERMINER);
  gboolean noun = end < scan->reading->words->len && scan->cues[end] & (ATT_CUE_SPEECH | ATT_CUE_DOCUMENT) && !(att_reading_word (scan->reading, end)->flags & ATT_WORD_BREAK);
  if (owner && noun)
    att_candidate_add (c, ATT_SPEAKER_OWNER, place != 0 ? 2 : p->verb_before == ATT_NOBODY || g_array_index (self->verbs, AttVerb, p->verb_before).word < end ? 0 : 1);
  else if (owner)
    att_candidate_add (c, ATT_SPEAKER_POSSESSIVE, place <= 1 ? 0 : 1);
  if (end < scan->reading->words->len && scan->cues[end] & ATT_CUE_WHO)
    att_candidate_add (c, ATT_SPEAKER_WHO, 0);
  if (place == 0 && end == p->quote_first)
    att_candidate_add (c, ATT_SPEAKER_BESIDE, 0);
  else if (place == 1 && voice->word == p->quote_end)
    att_candidate_add (c, ATT_SPEAKER_BESIDE, 1);
}

static void
add_order (const AttVoices *self, const Place *p, guint index, guint place, AttCandidate *c)
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

/* How the quotation stands to the one before it: in one sentence, one paragraph, the next, further. */
static guint
distance_to_last (const AttVoices *self, const Place *p, const Place *before)
{
  guint step = before->quote_first >= p->first ? 0 : before->paragraph == p->paragraph ? 1 : before->paragraph + 1 == p->paragraph ? 2 : 3;
  return step + (p->alone ? 4 : 0);
}

static void
add_voice (const AttVoices *self, const Place *p, guint index, const char *last, const Place *before, GArray *candidates)
{
  const AttVoice *voice = att_voices_get (self, index);
  AttCandidate c = { .name = att_voices_name (self, index, last) };
  guint place = place_of (self, p, voice);
  if (c.name == NULL)
    return;
  c.known = g_str_hash (c.name);
  att_candidate_add (&c, ATT_SPEAKER_KIND, voice->kind);
  att_candidate_add (&c, ATT_SPEAKER_PLACE, place);
  add_verbs (self, p, index, place, &c);
  add_grammar (self, p, voice, place, &c);
  add_order (self, p, index, place, &c);
  if (last && strcmp (last, c.name) == 0)
    att_candidate_add (&c, ATT_SPEAKER_LAST, distance_to_last (self, p, before));
  guint actor = voice->actor;
  if (actor != ATT_NOBODY) {
    const AttActor *a = &g_array_index (self->scan->actors, AttActor, actor);
    att_candidate_add (&c, ATT_SPEAKER_OFTEN, a->n >= 4 ? 2 : a->n >= 2 ? 1 : 0);
    if (a->titled)
      att_candidate_add (&c, ATT_SPEAKER_TITLE, 0);
  }
  g_array_append_val (candidates, c);
}

static void
candidate_clear (gpointer data)
{
  g_free (((AttCandidate *) data)->name);
}

/* Nobody, whoever spoke last, and every voice near. */
static GArray *
list_candidates (const AttVoices *self, const Place *p, const char *last, const Place *before)
{
  GArray *all = g_array_sized_new (FALSE, FALSE, sizeof (AttCandidate), MAX_VOICES_BEFORE + MAX_VOICES_AFTER + 2);
  g_array_set_clear_func (all, candidate_clear);
  AttCandidate nobody = { .name = NULL };
  att_candidate_add (&nobody, ATT_SPEAKER_NOBODY, (p->verb_before != ATT_NOBODY ? 1 : 0) + (p->verb_after != ATT_NOBODY ? 2 : 0) + (p->alone ? 4 : 0));
  g_array_append_val (all, nobody);
  if (last) {
    AttCandidate carry = { .name = g_strdup (last), .known = g_str_hash (last) };
    att_candidate_add (&carry, ATT_SPEAKER_KIND, 7);
    att_candidate_add (&carry, ATT_SPEAKER_CARRY, distance_to_last (self, p, before));
    g_array_append_val (all, carry);
  }
  guint here = att_voices_from (self, p->quote_first);
  for (guint i = here > MAX_VOICES_BEFORE ? here - MAX_VOICES_BEFORE : 0; i < self->voices->len && i < here + MAX_VOICES_AFTER; i++) {
    const AttVoice *voice = att_voices_get (self, i);
    if (voice->word >= p->next_end)
      break;
    if (paragraph_of (self, voice->word) + 2 >= p->paragraph && !self->quoted[voice->word])
      add_voice (self, p, i, last, before, all);
  }
  return all;
}

void
att_speakers_find (AttScan *scan, const AttVoices *self, GPtrArray *quotes)
{
  g_autofree char *last = NULL;
  Place before = { 0 };
  for (guint i = 0; i < quotes->len; i++) {
    AttQuote *quote = g_ptr_array_index (quotes, i);
    Place p = { 0 };
    if (quote->kind == ATT_QUOTE_INDIRECT || !find_place (self, quote, &p))
      continue;
    g_autoptr (GArray) candidates = list_candidates (self, &p, last, &before);
    double share;
    g_autofree char *name = g_strdup (att_speaker_model_choose (&scan->lexicon->speakers, candidates, &share));
    if (scan->tap && scan->tap->speaker)
      scan->tap->speaker (scan->tap->data, i, candidates);
    if (name) {
      g_free (last);
      last = g_strdup (name);
      before = p;
    }
    if (name && share >= scan->lexicon->speakers.threshold)
      quote->speaker = g_steal_pointer (&name);
  }
}
