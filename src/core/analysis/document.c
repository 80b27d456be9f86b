/* document.c: for whom a statement, a report, a letter speaks.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "analysis/voice.h"

#define MAX_BACK 48          /* voices back in which the same paper is looked for */
#define MAX_LOOKED_AT 60     /* and verbs */

/* Whose document it is by its own words: "X's report", "a statement by X". */
static char *
owner_of_document (const AttVoices *self, const AttVoice *voice)
{
  for (guint i = att_scan_name_from (self->scan, voice->word); i < self->scan->names->len; i++) {
    const AttName *name = &g_array_index (self->scan->names, AttName, i);
    if (name->word >= att_voice_end (voice))
      break;
    AttVoice owner = { ATT_VOICE_BODY, name->word, name->n_words, name->word, name->actor, ATT_NOBODY };
    guint next = name->word + name->n_words;
    if (next < voice->role && self->scan->cues[next] & (ATT_CUE_ROLE | ATT_CUE_GROUP) && !(self->scan->cues[next] & ATT_CUE_DOCUMENT) && !att_scan_is_broken (self->scan, next))
      owner.n_words++;   /* "a Palestinian government statement" */
    const AttActor *actor = &g_array_index (self->scan->actors, AttActor, name->actor);
    return actor->kind == ATT_TOPIC_STATE ? att_voices_written (self, &owner) : g_strdup (actor->name);
  }
  return NULL;
}

/* The voice that begins at a word, or behind the article there. */
static guint
voice_at (const AttVoices *self, guint index, guint word)
{
  guint last = word + ((self->scan->cues[word] & ATT_CUE_DETERMINER) != 0);
  while (index < self->voices->len && att_voices_get (self, index)->word < word)
    index++;
  return index < self->voices->len && att_voices_get (self, index)->word <= last ? index : ATT_NOBODY;
}

/* Nobody who stands for somebody else makes a paper, lest one look for its maker in the other and so on: but "he" is a person. */
static gboolean
may_issue (const AttVoices *self, const AttVoice *voice)
{
  return voice->kind != ATT_VOICE_DOCUMENT && (voice->kind != ATT_VOICE_PRONOUN || self->scan->cues[voice->word] & (ATT_CUE_HE | ATT_CUE_SHE));
}

/* "X issued a statement later saying", "a letter signed by X", "the report was published by X": who made it, as a voice. */
static guint
issuer_of_document (const AttVoices *self, guint index)
{
  const AttScan *scan = self->scan;
  const AttVoice *voice = att_voices_get (self, index);
  const AttSentence *s = att_reading_sentence_of (scan->reading, voice->word);
  guint end = s->first_word + s->n_words, after = att_voice_end (voice);
  if (voice->word > s->first_word && scan->cues[voice->word - 1] & ATT_CUE_PREPOSITION && !(scan->cues[voice->word - 1] & ATT_CUE_TO))
    return ATT_NOBODY;   /* "said in a letter signed by": how it was said */
  while (after < end && scan->cues[after] & (ATT_CUE_BE | ATT_CUE_AUXILIARY | ATT_CUE_ADVERB) && !att_scan_is_broken (scan, after))
    after++;
  if (after + 2 < end && scan->cues[after] & ATT_CUE_ISSUES && scan->cues[after + 1] & ATT_CUE_BY && !att_scan_is_broken (scan, after) && !att_scan_is_broken (scan, after + 1)) {
    guint by = voice_at (self, index + 1, after + 2);
    return by != ATT_NOBODY && may_issue (self, att_voices_get (self, by)) ? by : ATT_NOBODY;
  }
  if (index == 0)
    return ATT_NOBODY;
  const AttVoice *before = att_voices_get (self, index - 1);
  gboolean issued = FALSE, other = before->word < s->first_word || !may_issue (self, before) || before->object;
  other |= before->word > s->first_word && scan->cues[before->word - 1] & ATT_CUE_AND;   /* "Germany and France released a statement" */
  for (guint i = att_voice_end (before); i < voice->word && !other; i++) {
    issued |= (scan->cues[i] & ATT_CUE_ISSUES) != 0;
    other = att_scan_is_broken (scan, i) || !(scan->cues[i] & (ATT_CUE_ISSUES | ATT_CUE_AUXILIARY | ATT_CUE_BE | ATT_CUE_ADVERB));
  }
  return issued && !other ? index - 1 : ATT_NOBODY;
}

/* Whose document it is by the words of its sentence. */
static char *
named_maker (const AttVoices *self, guint index)
{
  char *owner = owner_of_document (self, att_voices_get (self, index));
  guint issuer = owner ? ATT_NOBODY : issuer_of_document (self, index);
  return issuer == ATT_NOBODY ? owner : att_voices_name (self, issuer, NULL);
}

/* "The statement": the last one spoken of that had an owner; else whoever spoke last before it. */
static char *
maker_of_document (const AttVoices *self, guint index)
{
  const AttVoice *voice = att_voices_get (self, index);
  const AttReading *reading = self->scan->reading;
  for (guint i = index; i > 0 && index - i < MAX_BACK; i--) {
    const AttVoice *before = att_voices_get (self, i - 1);
    if (before->kind != ATT_VOICE_DOCUMENT || att_reading_word (reading, before->role)->hash != att_reading_word (reading, voice->role)->hash)
      continue;
    char *owner = named_maker (self, i - 1);
    if (owner)
      return owner;
  }
  for (guint from = att_voices_verb_from (self, voice->word), i = from; i > 0 && from - i < MAX_LOOKED_AT; i--) {
    const AttVerb *verb = &g_array_index (self->verbs, AttVerb, i - 1);
    if (att_reading_sentence_of (reading, verb->word)->paragraph + 2 < att_reading_sentence_of (reading, voice->word)->paragraph)
      break;
    if (verb->subject != ATT_NOBODY && verb->link <= ATT_LINK_INVERTED && att_voices_get (self, verb->subject)->kind <= ATT_VOICE_PRONOUN)
      return att_voices_name (self, verb->subject, NULL);
  }
  return NULL;
}

char *
att_voices_name_document (const AttVoices *self, guint index, const char *last)
{
  const AttVoice *voice = att_voices_get (self, index);
  char *owner = named_maker (self, index);
  if (owner)
    return owner;
  gboolean owned = FALSE;   /* "its statement", "a statement on its website" */
  for (guint i = voice->word; i < att_voice_end (voice); i++)
    owned |= (self->scan->cues[i] & (ATT_CUE_IT | ATT_CUE_THEY)) != 0;
  guint its = owned ? att_voices_before (self, index) : ATT_NOBODY;
  if (its != ATT_NOBODY && att_voices_get (self, its)->kind != ATT_VOICE_PRONOUN)
    return att_voices_name (self, its, NULL);
  owner = maker_of_document (self, index);
  return owner ? owner : last ? g_strdup (last) : att_voices_written (self, voice);
}
