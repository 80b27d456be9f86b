/* object.c: which voices a preposition governs, or a verb like "told": what is said of them they do not say.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "analysis/voice.h"

/* "In Lahore, Pakistan": the comma parts nothing. */
static gboolean
is_town_before (const AttScan *scan, guint last, guint first)
{
  guint town = last;
  while (town > first && att_scan_is_capital (scan, town) && !att_scan_is_broken (scan, town))
    town--;
  return town < last && scan->cues[town] & ATT_CUE_PREPOSITION;
}

/* "In Mount Holly, New Jersey, ": capitals no table knows, with a comma behind them. */
static gboolean
is_closed (const AttScan *scan, const AttVoice *voice)
{
  guint after = att_voice_end (voice);
  return voice->kind == ATT_VOICE_CAPITALS && after < scan->reading->words->len && att_reading_word (scan->reading, after)->flags & ATT_WORD_COMMA;
}

static gboolean
is_object (const AttScan *scan, const AttVoice *voice)
{
  guint first = att_reading_sentence_of (scan->reading, voice->word)->first_word, before = voice->word;
  if (before <= first)
    return FALSE;
  before--;
  while (before > first && att_reading_word (scan->reading, before)->flags & ATT_WORD_POSSESSIVE && att_scan_is_capital (scan, before) && !att_scan_is_broken (scan, before + 1))
    before--;   /* "in Northshire's Twin Lakes" */
  if (before > first && scan->cues[before] & ATT_CUE_DETERMINER && !(scan->cues[before] & ATT_CUE_PREPOSITION))
    before--;
  if (att_scan_is_broken (scan, before + 1) && !(scan->cues[before] & ATT_CUE_PREPOSITION))
    return (voice->kind == ATT_VOICE_STATE || is_closed (scan, voice)) && is_town_before (scan, before, first);
  return scan->cues[before] & (ATT_CUE_PREPOSITION | ATT_CUE_ADDRESS);
}

/* "Influenced by figures like X and Y, he", "to the United States, Japan or Europe, they": what a preposition governs goes on in a list. */
static gboolean
is_object_too (const AttVoices *self, guint index)
{
  const AttScan *scan = self->scan;
  const AttVoice *voice = att_voices_get (self, index), *before = index > 0 ? att_voices_get (self, index - 1) : NULL;
  guint after = att_voice_end (voice), behind = before ? att_voice_end (before) : 0;
  if (before == NULL || !before->object || after >= scan->reading->words->len)
    return FALSE;
  gboolean last = behind + 1 == voice->word && scan->cues[behind] & ATT_CUE_AND && att_scan_is_broken (scan, after);
  return last || (behind == voice->word && att_reading_word (scan->reading, behind)->flags & ATT_WORD_COMMA && scan->cues[after] & ATT_CUE_AND && !att_scan_is_broken (scan, after));
}

void
att_voices_note_objects (AttVoices *self)
{
  for (guint i = 0; i < self->voices->len; i++)   /* one after the other: "and" looks at the one before */
    g_array_index (self->voices, AttVoice, i).object = is_object (self->scan, att_voices_get (self, i)) || is_object_too (self, i);
}
