/* description.c: what somebody is called who has no name: "the foreign ministry", "a spokesman for the army".
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "analysis/description.h"

#define MAX_BROUGHT 300       /* voices a role reaches back */
#define MAX_BETWEEN 2         /* words between a state and what it has, "Poland's national defence ministry" */

const AttActor *
att_description_state (const AttVoices *self, const AttVoice *role)
{
  for (guint i = att_scan_name_from (self->scan, role->word); i < self->scan->names->len; i++) {
    const AttName *name = &g_array_index (self->scan->names, AttName, i);
    if (name->word >= att_voice_end (role))
      break;
    const AttActor *actor = &g_array_index (self->scan->actors, AttActor, name->actor);
    if (actor->kind != ATT_TOPIC_PERSON)
      return actor;
  }
  return NULL;
}

static gboolean
is_run_at (const AttReading *reading, guint first, guint n, guint at)
{
  if (at + n > reading->words->len || att_reading_word (reading, at)->sentence != att_reading_word (reading, at - 1)->sentence)
    return FALSE;
  for (guint i = 0; i < n; i++)
    if (att_reading_word (reading, first + i)->hash != att_reading_word (reading, at + i)->hash || att_reading_word (reading, at + i)->flags & ATT_WORD_BREAK)
      return FALSE;
  return TRUE;
}

/* Where the words end that stand behind a name as its own: "China's foreign ministry"; of one word alone, "ministry", two more may part them.
 * 0: nowhere, or the name is the end of a longer one, "Hong Kong and Macao". */
static guint
end_of_own (const AttScan *scan, const AttName *name, guint first, guint n)
{
  const guint64 PART = ATT_CUE_SAY | ATT_CUE_DETERMINER | ATT_CUE_PREPOSITION | ATT_CUE_AUXILIARY | ATT_CUE_BE | ATT_CUE_AND | ATT_CUE_GROUP | ATT_CUE_ROLE | ATT_CUE_STATE | ATT_CUE_BODY;
  const AttReading *reading = scan->reading;
  guint at = name->word + name->n_words, limit = at + (n == 1 ? MAX_BETWEEN : 0);
  while (at < limit && at < reading->words->len && !is_run_at (reading, first, n, at) && !(scan->cues[at] & PART || att_scan_is_broken (scan, at)))
    at++;
  if (!is_run_at (reading, first, n, at))
    return 0;
  if (name->word == 0 || att_scan_is_broken (scan, name->word) || att_reading_is (reading, name->word - 1, "the"))
    return at + n;
  return att_scan_is_capital (scan, name->word - 1) || att_reading_is (reading, name->word - 1, "and") ? 0 : at + n;
}

/* What any state has: more words than one, or one that is no other body's. */
static gboolean
is_organ (const AttVoices *self, guint first, guint end)
{
  static const char *const ORGANS[] = { "ministry", "embassy", "consulate", "government", "parliament", "military", "army", "navy", NULL };
  const AttScan *scan = self->scan;
  const AttVoice bare = { ATT_VOICE_ROLE, first, end - first, end - 1, ATT_NOBODY, ATT_NOBODY };
  if (end <= first || att_reading_word (scan->reading, first)->flags & ATT_WORD_CASELESS)   /* 以外交部: a state in one ideograph is not read */
    return FALSE;
  return end > first + 1 ? (scan->cues[end - 1] & ATT_CUE_GROUP) && !att_description_state (self, &bare) : att_reading_is_any (scan->reading, first, ORGANS);
}

/* "The foreign ministry" where the article also has "China's foreign ministry", and that of no other state: with whose it is. NULL: it is not
 * of that kind, or nobody says. */
static char *
with_state (const AttVoices *self, guint first, guint end)
{
  const AttScan *scan = self->scan;
  const AttName *owner = NULL;
  guint last = 0;
  if (!is_organ (self, first, end))
    return NULL;
  for (guint i = 0; i < scan->names->len; i++) {
    const AttName *name = &g_array_index (scan->names, AttName, i);
    guint behind = g_array_index (scan->actors, AttActor, name->actor).kind == ATT_TOPIC_STATE ? end_of_own (scan, name, first, end - first) : 0;
    if (behind == 0)
      continue;
    if (owner && owner->actor != name->actor)
      return NULL;
    last = owner ? last : behind;
    owner = owner ? owner : name;
  }
  if (owner == NULL)
    return NULL;
  const AttVoice owned = { ATT_VOICE_ROLE, owner->word, last - owner->word, owner->word + owner->n_words, ATT_NOBODY, ATT_NOBODY };
  return att_voices_written (self, &owned);
}

/* "A Pentagon spokesman", "a spokesman for the army": whom somebody without a name speaks for; NULL where that is not said. */
static char *
spoken_for (const AttVoices *self, const AttVoice *voice)
{
  const AttScan *scan = self->scan;
  if (voice->kind != ATT_VOICE_ROLE || !(scan->cues[voice->role] & ATT_CUE_SPOKES))
    return NULL;
  guint first = voice->role + 1, end = att_voice_end (voice);
  if (first < end && scan->cues[first] & ATT_CUE_PREPOSITION)
    first++;
  else if (first < end && att_lexicon_is_noun_first (scan->lexicon))   /* "un porte-parole militaire": what he is, not whose */
    return NULL;
  else if (end == voice->role + 1) {
    first = voice->word;
    end = voice->role;
  }
  while (first < end && scan->cues[first] & ATT_CUE_DETERMINER)
    first++;
  gboolean body = FALSE, person = FALSE;
  for (guint i = first; i < end; i++) {
    body |= (scan->cues[i] & (ATT_CUE_GROUP | ATT_CUE_STATE | ATT_CUE_BODY)) != 0 || att_reading_word (scan->reading, i)->flags & (ATT_WORD_TITLE | ATT_WORD_CAPS);
    person |= (scan->cues[i] & (ATT_CUE_PERSON | ATT_CUE_HE | ATT_CUE_SHE | ATT_CUE_IT | ATT_CUE_THEY)) != 0;
  }
  AttVoice owner = { ATT_VOICE_BODY, first, end - first, first, ATT_NOBODY, ATT_NOBODY };
  if (!body || person)
    return NULL;
  char *whole = with_state (self, first, end);
  return whole ? whole : att_voices_written (self, &owner);
}

static char *
written_whole (const AttVoices *self, const AttVoice *voice)
{
  guint first = voice->word + (att_reading_is (self->scan->reading, voice->word, "the") ? 1 : 0);
  char *whole = with_state (self, first, att_voice_end (voice));
  return whole ? whole : att_voices_written (self, voice);
}

/* With whose it is, "Becker's lawyer". */
char *
att_description_written (const AttVoices *self, const AttVoice *voice)
{
  char *owner = spoken_for (self, voice);
  guint last = att_scan_name_from (self->scan, voice->word);
  const AttName *name = last > 0 ? &g_array_index (self->scan->names, AttName, last - 1) : NULL;
  if (owner || name == NULL || name->word + name->n_words != voice->word || !(att_reading_word (self->scan->reading, voice->word - 1)->flags & ATT_WORD_POSSESSIVE))
    return owner ? owner : written_whole (self, voice);
  AttVoice whole = *voice;
  whole.word = name->word;
  whole.n_words += name->n_words;
  return att_voices_written (self, &whole);
}

/* "The spokesman", first "a spokesman for the army": as he was brought in. */
char *
att_description_brought_in (const AttVoices *self, guint index)
{
  const AttVoice *voice = att_voices_get (self, index);
  if (voice->role != voice->word + 1 || voice->n_words != 2 || !att_reading_is (self->scan->reading, voice->word, "the"))
    return NULL;
  guint32 role = att_reading_word (self->scan->reading, voice->role)->hash;
  for (guint i = index; i > 0 && index - i < MAX_BROUGHT; i--) {
    const AttVoice *before = att_voices_get (self, i - 1);
    gboolean one = before->kind == ATT_VOICE_ROLE && before->n_words > 2 && self->scan->cues[before->word] & ATT_CUE_DETERMINER && !att_reading_is (self->scan->reading, before->word, "the");
    if (one && att_reading_word (self->scan->reading, before->role)->hash == role)
      return att_description_written (self, before);
  }
  return NULL;
}
