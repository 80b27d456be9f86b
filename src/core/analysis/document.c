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
    const AttActor *actor = &g_array_index (self->scan->actors, AttActor, name->actor);
    return actor->kind == ATT_TOPIC_STATE ? att_voices_written (self, &owner) : g_strdup (actor->name);
  }
  return NULL;
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
    char *owner = owner_of_document (self, before);
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
  char *owner = owner_of_document (self, voice);
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
