/* qualifier.c: what stands behind the word it belongs to: a people's name, "le porte-parole militaire israélien", and a title.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "analysis/qualifier.h"

#include <string.h>

#define MAX_PHRASE 4   /* words from a determiner to its noun */
#define MAX_TAIL 6     /* and of what it is of */

/* What is neither a noun nor qualifies one. */
static gboolean
is_small (const AttScan *scan, guint word)
{
  const guint64 SMALL = ATT_CUE_DETERMINER | ATT_CUE_PREPOSITION | ATT_CUE_AUXILIARY | ATT_CUE_BE | ATT_CUE_AND | ATT_CUE_WHO | ATT_CUE_THAT | ATT_CUE_CLAUSE | ATT_CUE_ADVERB | ATT_CUE_HE | ATT_CUE_SHE | ATT_CUE_THEY | ATT_CUE_IT | ATT_CUE_BY;
  return scan->cues[word] & SMALL && !(scan->cues[word] & (ATT_CUE_ROLE | ATT_CUE_GROUP));
}

static gboolean
names_somebody (const AttScan *scan, guint word)
{
  return (scan->cues[word] & (ATT_CUE_ROLE | ATT_CUE_GROUP)) != 0;
}

/* The noun a people's name qualifies; ATT_NOBODY: none. */
static guint
noun_of (const AttScan *scan, const AttName *name)
{
  guint first = att_reading_sentence_of (scan->reading, name->word)->first_word, noun = name->word;
  if (!name->people || !att_lexicon_is_noun_first (scan->lexicon) || att_scan_is_capital (scan, name->word) || name->word == first)
    return ATT_NOBODY;
  while (noun > first && name->word - noun < 2 && !att_scan_is_broken (scan, noun) && !is_small (scan, noun - 1)) {
    noun--;
    if (names_somebody (scan, noun))
      return noun;
  }
  gboolean verb = noun < name->word && scan->cues[name->word - 1] & ATT_CUE_SAY;
  return noun == name->word || verb ? ATT_NOBODY : name->word - 1;
}

/* Where the phrase of such a noun begins: its determiner, or itself. */
static guint
begin_of (const AttScan *scan, guint noun, guint first)
{
  for (guint i = noun; i > first && noun - i < MAX_PHRASE && !att_scan_is_broken (scan, i); i--)
    if (scan->cues[i - 1] & ATT_CUE_DETERMINER)
      return i - 1;
  return noun;
}

/* Where it ends: behind what it is of. last: the last word of the people's name. */
static guint
end_of (const AttScan *scan, guint last, guint end)
{
  guint after = last + 1;
  if (after >= end || att_scan_is_broken (scan, after) || !(scan->cues[after] & ATT_CUE_OF) || scan->cues[after] & (ATT_CUE_SAY | ATT_CUE_AUXILIARY))
    return after;
  while (after < end && after - last <= MAX_TAIL && !att_scan_is_broken (scan, after)) {
    gboolean of = scan->cues[after] & ATT_CUE_OF, part = of || scan->cues[after] & ATT_CUE_DETERMINER || after == last + 2 || (after > last + 2 && scan->cues[after - 1] & (ATT_CUE_DETERMINER | ATT_CUE_OF)) || att_scan_is_capital (scan, after);
    if (!part && !(after > last + 1 && att_scan_is_capital (scan, after - 1) && !is_small (scan, after) && !(scan->cues[after] & ATT_CUE_SAY)))   /* "des Affaires étrangères" */
      break;
    after++;
  }
  return after;
}

guint
att_qualifier_join (AttVoices *voices, const AttName *name)
{
  const AttScan *scan = voices->scan;
  const AttSentence *s = att_reading_sentence_of (scan->reading, name->word);
  guint noun = noun_of (scan, name), end = s->first_word + s->n_words, last = name->word + name->n_words - 1;
  if (noun == ATT_NOBODY)
    return ATT_NOBODY;
  AttVoice *before = voices->voices->len ? &g_array_index (voices->voices, AttVoice, voices->voices->len - 1) : NULL;
  guint free_from = before ? att_voice_end (before) : s->first_word;
  if (before && before->word <= noun && noun < free_from) {
    if (before->kind == ATT_VOICE_ROLE)
      before->n_words = end_of (scan, last, end) - before->word;
    return MAX (att_voice_end (before) - 1, last);
  }
  if (last + 1 < end && !att_scan_is_broken (scan, last + 1) && scan->cues[last + 1] & (ATT_CUE_SAY | ATT_CUE_AUXILIARY)) {
    guint first = begin_of (scan, noun, MAX (free_from, s->first_word));
    AttVoice voice = { ATT_VOICE_ROLE, first, last + 1 - first, first, ATT_NOBODY, noun };
    g_array_append_val (voices->voices, voice);
  }
  return last;
}

guint
att_qualifier_title (const AttScan *scan, const AttName *name, guint end)
{
  guint after = name->word + name->n_words;
  if (strcmp (scan->lexicon->tongue, "zh") != 0 || g_array_index (scan->actors, AttActor, name->actor).kind != ATT_TOPIC_PERSON)
    return after;
  guint title = after;
  while (title < end && !att_scan_is_broken (scan, title) && scan->cues[title] & ATT_CUE_HONORIFIC)
    title++;
  return title;
}
