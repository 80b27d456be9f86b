/* verb.c: verbs of speech and their subjects.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "analysis/voice.h"

#include <string.h>

#define MAX_BEFORE_AGENT 4   /* words behind a passive verb, outside quotation marks */
#define MAX_PARENTHESIS 28   /* words between a subject and its verb */
#define MAX_CLAUSE 40

/* "candidly acknowledged that": how it was said, listed or not, where it is plain that something was; a family, an assembly speaks. */
static gboolean
is_manner (const AttVoices *self, guint word, guint verb)
{
  static const char *const NOUNS[] = { "family", "assembly", "ally", "supply", "reply", "rally", "monopoly", "anomaly", "only", "daily", "weekly", "monthly", "quarterly", "elderly", NULL };
  guint next = verb + 1;
  if (next >= self->scan->reading->words->len || !(self->scan->cues[verb] & ATT_CUE_PLAIN || self->scan->cues[next] & ATT_CUE_THAT || self->quoted[next] || att_scan_is_broken (self->scan, next)))
    return FALSE;
  return att_scan_ends_in (self->scan, word, "ly") && !(self->scan->cues[word] & (ATT_CUE_SAY | ATT_CUE_ROLE | ATT_CUE_GROUP | ATT_CUE_DOCUMENT | ATT_CUE_SPEECH)) && !att_scan_is_capital (self->scan, word)
         && !att_reading_is_any (self->scan->reading, word, NOUNS);
}

static gboolean
are_adverbs (const AttVoices *self, guint from, guint to)
{
  for (guint i = from, behind; i < to; i = behind) {
    behind = att_scan_behind_aside (self->scan, i, to);
    if (behind == i && !(self->scan->cues[behind++] & (ATT_CUE_ADVERB | ATT_CUE_BE)) && !is_manner (self, i, to))
      return FALSE;
  }
  return TRUE;
}

/* Whether a comma closes, right before the verb, what another opened right behind the voice. */
static gboolean
is_parenthesis (const AttVoices *self, guint from, guint verb)
{
  const AttReading *reading = self->scan->reading;
  if (from < verb && self->scan->cues[from] & ATT_CUE_OF && !att_scan_is_broken (self->scan, from))   /* "of South Carolina," */
    for (guint i = 0; i < 5 && from < verb && !att_scan_is_broken (self->scan, from); i++)
      from++;
  guint stop = verb;
  while (stop > from && are_adverbs (self, stop - 1, stop) && !(att_reading_word (reading, stop)->flags & ATT_WORD_BREAK))
    stop--;
  return stop > from && stop - from <= MAX_PARENTHESIS && att_reading_word (reading, from)->flags & ATT_WORD_BREAK && att_reading_word (reading, stop)->flags & ATT_WORD_BREAK;
}

static gboolean
is_passive (const AttVoices *self, guint verb, guint first)
{
  guint i = verb;
  if (att_scan_ends_in (self->scan, verb, "ing"))   /* "is warning" */
    return FALSE;
  while (i > first && self->scan->cues[i - 1] & ATT_CUE_ADVERB && !(self->scan->cues[i - 1] & ATT_CUE_BE) && verb - i < 3)
    i--;
  return i > first && self->scan->cues[i - 1] & ATT_CUE_BE && !att_scan_is_broken (self->scan, i);
}

/* "A study published in Y found", "a report commissioned by Y said": the paper, whatever stands between it and where or by whom it was made. */
static gboolean
is_placed (const AttVoices *self, const AttVoice *before, const AttVoice *voice)
{
  guint behind = att_voice_end (before);
  gboolean paper = before->kind == ATT_VOICE_DOCUMENT || (before->kind == ATT_VOICE_ROLE && before->role != ATT_NOBODY && self->scan->cues[before->role] & ATT_CUE_DOCUMENT);
  return paper && behind + 1 < voice->word && voice->word - behind <= 3 && att_scan_ends_in (self->scan, behind, "ed") && !(self->scan->cues[behind] & ATT_CUE_AUXILIARY)
         && self->scan->cues[behind + 1] & (ATT_CUE_PREPOSITION | ATT_CUE_BY) && !att_scan_is_broken (self->scan, behind) && !att_scan_is_broken (self->scan, behind + 1) && !self->quoted[before->word];
}

/* "X from Y told", "X of the Z in Y noted": whom a chain of prepositions hangs on; the voice itself where it hangs on nobody. */
static guint
head_of (const AttVoices *self, guint index)
{
  guint head = index;
  while (head > 0 && att_voices_get (self, head)->object) {
    const AttVoice *voice = att_voices_get (self, head), *before = att_voices_get (self, head - 1);
    guint behind = att_voice_end (before);
    if (is_placed (self, before, voice)) {
      head--;
      break;
    }
    if (behind >= voice->word || voice->word - behind > 2 || att_scan_is_broken (self->scan, behind) || self->quoted[before->word] || before->kind == ATT_VOICE_PRONOUN
        || before->kind == ATT_VOICE_DOCUMENT || !(self->scan->cues[behind] & ATT_CUE_PREPOSITION) || self->scan->cues[behind] & (ATT_CUE_CLAUSE | ATT_CUE_SAY)
        || att_reading_word (self->scan->reading, behind - 1)->flags & ATT_WORD_POSSESSIVE)
      break;
    head--;
  }
  const AttVoice *found = att_voices_get (self, head);
  gboolean clause = found->word > 0 && self->scan->cues[found->word - 1] & ATT_CUE_CLAUSE;   /* "As X of the Z noted" */
  return clause || !found->object ? head : index;
}

/* The last voice of the clause before the verb that nothing governs. */
static guint
subject_of_clause (const AttVoices *self, guint first, guint verb, gboolean participle)
{
  guint found = ATT_NOBODY;
  for (guint i = att_voices_from (self, MAX (first, verb > MAX_CLAUSE ? verb - MAX_CLAUSE : 0)); i < self->voices->len && att_voices_get (self, i)->word < verb; i++) {
    const AttVoice *voice = att_voices_get (self, i);
    if (self->quoted[voice->word] || voice->kind == ATT_VOICE_DOCUMENT || voice->object)
      continue;
    gboolean owner = att_reading_word (self->scan->reading, att_voice_end (voice) - 1)->flags & ATT_WORD_POSSESSIVE;
    if (participle && found != ATT_NOBODY && !(self->scan->cues[voice->word ? voice->word - 1 : 0] & ATT_CUE_CLAUSE))
      continue;   /* X met Y, saying: X */
    if (!owner && (found == ATT_NOBODY || att_scan_is_broken (self->scan, voice->word) || voice->kind <= ATT_VOICE_BODY || voice->kind == ATT_VOICE_PRONOUN))
      found = i;
  }
  return found;
}

/* Whether a voice stands right behind a verb. */
static gboolean
is_next (const AttVoices *self, guint verb, guint next, guint end)
{
  if (next >= self->voices->len)
    return FALSE;
  const AttVoice *voice = att_voices_get (self, next);
  return voice->word <= verb + 2 && voice->word < end && !(self->scan->cues[verb + 1] & ATT_CUE_THAT) && !self->quoted[voice->word] && !att_scan_is_broken (self->scan, voice->word)
         && !(att_reading_word (self->scan->reading, att_voice_end (voice) - 1)->flags & ATT_WORD_POSSESSIVE);
}

/* "..., said X, a spokesman for Y": a person right behind the verb with nothing to do but have said it. */
static gboolean
closes_with (const AttVoices *self, guint verb, guint next, guint end)
{
  if (!is_next (self, verb, next, end) || att_voices_get (self, next)->kind != ATT_VOICE_PERSON || att_voices_get (self, next)->word != verb + 1 || self->scan->cues[verb] & ATT_CUE_ADDRESS)
    return FALSE;
  const AttVoice *person = att_voices_get (self, next);
  guint after = att_voice_end (person);
  gboolean apposed = person->role != ATT_NOBODY && person->role > person->core;
  return after == end || att_scan_is_broken (self->scan, after) || apposed;
}

/* "X quoted Y, saying": Y. */
static guint
quoted_saying (const AttVoices *self, guint verb, guint first)
{
  if (!att_reading_is (self->scan->reading, verb, "saying") || !att_scan_is_broken (self->scan, verb))
    return ATT_NOBODY;
  for (guint i = verb; i > first && verb - i < 8; i--)
    if (att_reading_is (self->scan->reading, i - 1, "quoted") || att_reading_is (self->scan->reading, i - 1, "quoting")) {
      guint next = att_voices_from (self, i);
      return next < self->voices->len && att_voices_get (self, next)->word < verb ? next : ATT_NOBODY;
    }
  return ATT_NOBODY;
}

/* "X was quoted as saying", "reports quoted X as saying": X. */
static guint
quoted_as_saying (const AttVoices *self, guint verb, guint first)
{
  static const char *const QUOTING[] = { "quoted", "cited", "quotes", "cites", "quoting", "citing", NULL };
  if (verb < first + 2 || !att_reading_is (self->scan->reading, verb - 1, "as") || !att_scan_ends_in (self->scan, verb, "ing"))
    return ATT_NOBODY;
  for (guint i = verb - 1; i > first && verb - i < 10; i--) {
    if (!att_reading_is_any (self->scan->reading, i - 1, QUOTING))
      continue;
    guint next = att_voices_from (self, i);
    if (i < verb - 1)
      return next < self->voices->len && att_voices_get (self, next)->word < verb ? next : ATT_NOBODY;
    return is_passive (self, i - 1, first) ? subject_of_clause (self, first, i - 1, FALSE) : ATT_NOBODY;
  }
  return ATT_NOBODY;
}

static gboolean
is_opening (const AttVoices *self, guint verb, guint first)
{
  return verb == first || (verb == first + 1 && self->scan->cues[first] & (ATT_CUE_CLAUSE | ATT_CUE_PREPOSITION | ATT_CUE_ADVERB | ATT_CUE_BY));
}

/* "Calling the offer "a trap", X ...": the subject comes behind the comma. */
static guint
subject_behind (const AttVoices *self, guint verb, guint end)
{
  gboolean comma = FALSE;
  guint at = verb + 1;
  for (guint i = att_voices_from (self, verb + 1); i < self->voices->len && att_voices_get (self, i)->word < end; i++) {
    const AttVoice *voice = att_voices_get (self, i);
    for (; at <= voice->word; at++)
      comma |= !self->quoted[at] && att_scan_is_broken (self->scan, at);
    if (comma && !self->quoted[voice->word] && !voice->object && !(att_reading_word (self->scan->reading, att_voice_end (voice) - 1)->flags & ATT_WORD_POSSESSIVE))
      return i;
  }
  return ATT_NOBODY;
}

/* "The chairman of the inquiry, Sir X, said": a role and a name, with a comma between. */
static gboolean
is_parted (const AttVoices *self, const AttVoice *voice)
{
  for (guint i = voice->word + 1; i <= voice->core; i++)
    if (att_scan_is_broken (self->scan, i))
      return voice->role != ATT_NOBODY && voice->role < voice->core;
  return FALSE;
}

/* "along with France, Germany, Italy and Canada,": one of a list that hangs on a preposition. */
static gboolean
is_listed (const AttVoices *self, guint index)
{
  for (guint i = index; i > 0; i--) {
    const AttVoice *voice = att_voices_get (self, i), *before = att_voices_get (self, i - 1);
    if (before->kind != voice->kind || att_voices_begin (self, voice) != att_voice_end (before) || !(att_reading_word (self->scan->reading, att_voice_end (before))->flags & ATT_WORD_COMMA))
      return FALSE;
    if (before->object)
      return TRUE;
  }
  return FALSE;
}

/* "was told by X", "was called “a threat” by X"; who was told, accused or called so has not said it, whoever has. */
static AttVerb
agent_of (const AttVoices *self, guint verb, guint first, guint end)
{
  AttVerb passive = { verb, ATT_NOBODY, ATT_LINK_NONE, subject_of_clause (self, first, verb, FALSE) };
  guint n = 0;
  for (guint i = verb + 1; i < end && n < MAX_BEFORE_AGENT; n += !self->quoted[i++])
    if (!self->quoted[i] && self->scan->cues[i] & ATT_CUE_BY) {
      guint agent = att_voices_from (self, i + 1);
      if (agent < self->voices->len && att_voices_get (self, agent)->word <= i + 3)
        return (AttVerb) { verb, agent, ATT_LINK_BESIDE, passive.told };
    }
  return passive;
}

/* "The vote, dismissed as “a sham” by X,": a passive without its "was"; what is called so stands before it, not behind. */
static gboolean
is_called_so (const AttVoices *self, guint verb, guint end)
{
  guint i = verb + 2;
  if (i >= end || !att_scan_ends_in (self->scan, verb, "ed") || !att_reading_is (self->scan->reading, verb + 1, "as") || !self->quoted[i])
    return FALSE;
  while (i < end && self->quoted[i])
    i++;
  return i < end && self->scan->cues[i] & ATT_CUE_BY;
}

/* "X, a former minister now in opposition, said": the title that was joined to the name is the beginning of what stands between the commas. */
static gboolean
has_aside (const AttVoices *self, const AttVoice *voice, guint verb)
{
  gboolean titled = voice->n_core > 0 && voice->role != ATT_NOBODY && voice->role > voice->core;
  return is_parenthesis (self, att_voice_end (voice), verb) || (titled && is_parenthesis (self, voice->core + voice->n_core, verb));
}

/* "said Poland should": no subject behind the verb but of what is said. */
static gboolean
acts_itself (const AttVoices *self, guint voice)
{
  guint after = att_voice_end (att_voices_get (self, voice));
  return after < self->scan->reading->words->len && !att_scan_is_broken (self->scan, after) && self->scan->cues[after] & (ATT_CUE_BE | ATT_CUE_AUXILIARY | ATT_CUE_MODAL);
}

/* "Residents of X, Y and Z": many, of one place after the other. */
static gboolean
are_people_of (const AttVoices *self, const AttVoice *voice)
{
  guint behind = att_voice_end (voice);
  return voice->kind == ATT_VOICE_ROLE && voice->role != ATT_NOBODY && voice->role + 2 < behind && att_scan_ends_in (self->scan, voice->role, "s")
         && self->scan->cues[voice->role + 1] & (ATT_CUE_OF | ATT_CUE_PREPOSITION) && att_scan_is_capital (self->scan, behind - 1);
}

/* "the ministers of X, Y and Z said", "residents of A, B and C said": whom a list of states or places belongs to; the voice itself where it is none or
 * belongs to nobody. */
static guint
owner_of_list (const AttVoices *self, guint index)
{
  const guint64 *cues = self->scan->cues;
  for (guint i = index; i > 0 && (att_voices_get (self, i)->kind == ATT_VOICE_STATE || att_voices_get (self, i)->kind == ATT_VOICE_CAPITALS); i--) {
    const AttVoice *voice = att_voices_get (self, i), *before = att_voices_get (self, i - 1);
    guint behind = att_voice_end (before);
    gboolean and = behind + 1 == voice->word && cues[behind] & ATT_CUE_AND, comma = behind == voice->word && att_reading_word (self->scan->reading, behind)->flags & ATT_WORD_COMMA;
    if (!and && !(comma && i < index))
      break;
    gboolean governed = before->kind == ATT_VOICE_ROLE && before->n_words > 2 && cues[behind - 1] & ATT_CUE_STATE && cues[behind - 2] & ATT_CUE_OF;
    if (governed || are_people_of (self, before))
      return i - 1;
    guint head = before->kind == ATT_VOICE_STATE && before->object ? head_of (self, i - 1) : i - 1;
    if (head < i - 1)
      return head;
  }
  return index;
}

/* "an interview to the Times", "a letter to X": a voice at which something is addressed. */
static gboolean
was_told (const AttVoices *self, const AttVoice *voice)
{
  static const char *const ADDRESSED[] = { "interview", "interviews", "memorandum", "note", "notes", "warning", "warnings", "call", "appeal", NULL };
  guint begin = att_voices_begin (self, voice);
  if (!voice->object || begin < 2 || att_reading_is (self->scan->reading, begin - 2, "reaction") || att_reading_is (self->scan->reading, begin - 2, "response") || !(self->scan->cues[begin - 1] & ATT_CUE_TO) || att_scan_is_broken (self->scan, begin) || att_scan_is_broken (self->scan, begin - 1))
    return FALSE;
  return self->scan->cues[begin - 2] & (ATT_CUE_DOCUMENT | ATT_CUE_SPEECH) || att_reading_is_any (self->scan->reading, begin - 2, ADDRESSED);
}

/* The subject of a verb of speech, and how sure. */
static AttVerb
find_subject (const AttVoices *self, guint verb)
{
  const AttScan *scan = self->scan;
  const AttSentence *s = att_reading_sentence_of (scan->reading, verb);
  guint end = s->first_word + s->n_words, next = att_voices_from (self, verb);
  gboolean participle = att_scan_ends_in (scan, verb, "ing");
  if (is_passive (self, verb, s->first_word) || is_called_so (self, verb, end))
    return agent_of (self, verb, s->first_word, end);
  guint cited = quoted_as_saying (self, verb, s->first_word);
  cited = cited != ATT_NOBODY ? cited : quoted_saying (self, verb, s->first_word);
  if (cited != ATT_NOBODY)
    return (AttVerb) { verb, cited, ATT_LINK_BESIDE, ATT_NOBODY };
  gboolean spoken = verb > s->first_word && self->quoted[verb - 1];   /* "...", said X */
  if ((spoken && is_next (self, verb, next, end)) || (att_scan_is_broken (scan, verb) && closes_with (self, verb, next, end)))
    return (AttVerb) { verb, next, ATT_LINK_INVERTED, ATT_NOBODY };
  for (guint back = next; back > 0 && next - back < 6; back--) {
    const AttVoice *voice = att_voices_get (self, back - 1);
    guint after = att_voice_end (voice);
    if (voice->word < s->first_word)
      break;
    if (after > verb || self->quoted[voice->word])
      continue;
    gboolean owner = att_reading_word (scan->reading, after - 1)->flags & ATT_WORD_POSSESSIVE;
    gboolean aside = voice->kind == ATT_VOICE_ROLE && after < verb && att_scan_is_broken (scan, after);   /* X, who is also a minister, has said */
    if (participle && after == verb && was_told (self, voice))
      continue;   /* X gave an interview to Y suggesting */
    if (back == next && !owner && !aside && !att_scan_is_broken (scan, verb) && are_adverbs (self, after, verb))
      return (AttVerb) { verb, head_of (self, owner_of_list (self, back - 1)), ATT_LINK_BESIDE, ATT_NOBODY };
    /* One of his rivals, X, rejected; X, president of Y, wrote */
    gboolean apposed = back == next && after == verb && att_scan_is_broken (scan, verb) && ((att_scan_is_broken (scan, voice->word) && voice->word > s->first_word) || (voice->kind != ATT_VOICE_ROLE && voice->kind != ATT_VOICE_DOCUMENT && voice->role != ATT_NOBODY && voice->role > voice->core) || is_parted (self, voice));
    guint head = head_of (self, back - 1);   /* "X of the Z (Z) said" */
    if ((!voice->object || head + 1 < back) && !is_listed (self, back - 1) && !owner && (apposed || (!participle && has_aside (self, voice, verb))))
      return (AttVerb) { verb, head, ATT_LINK_PARENTHESIS, ATT_NOBODY };
    if (back == next && after < verb && scan->cues[after] & ATT_CUE_WHO && are_adverbs (self, after + 1, verb))
      return (AttVerb) { verb, back - 1, ATT_LINK_BESIDE, ATT_NOBODY };
  }
  gboolean opens = (verb == s->first_word || att_scan_is_broken (scan, verb)) && !(scan->cues[verb] & ATT_CUE_ADDRESS) && !participle;
  if (opens && is_next (self, verb, next, end) && !acts_itself (self, next))
    return (AttVerb) { verb, next, ATT_LINK_INVERTED, ATT_NOBODY };
  guint subject = participle && is_opening (self, verb, s->first_word) ? subject_behind (self, verb, end) : subject_of_clause (self, s->first_word, verb, participle);
  return (AttVerb) { verb, subject, subject == ATT_NOBODY ? ATT_LINK_NONE : participle ? ATT_LINK_PARTICIPLE : ATT_LINK_CLAUSE, ATT_NOBODY };
}

/* "According to the news agency X": X. */
static guint
named_behind (const AttVoices *self, guint index)
{
  if (index + 1 >= self->voices->len)
    return index;
  const AttVoice *role = att_voices_get (self, index), *name = att_voices_get (self, index + 1);
  gboolean named = role->kind == ATT_VOICE_ROLE && self->scan->cues[role->role] & ATT_CUE_GROUP && name->kind != ATT_VOICE_ROLE && name->kind != ATT_VOICE_PRONOUN && name->kind != ATT_VOICE_DOCUMENT;
  return named && name->word == att_voice_end (role) && !att_scan_is_broken (self->scan, name->word) ? index + 1 : index;
}

/* Where "according to", "selon", "de acuerdo con" ends that begins at a word; 0: none does. */
static guint
according_at (const AttScan *scan, guint word)
{
  static const char *const AFTER[] = { "fr", "es", "ru", NULL };   /* German "laut" stands within a clause */
  if (!(scan->cues[word] & ATT_CUE_ACCORDING) || word + 2 >= scan->reading->words->len)
    return 0;
  if (*scan->lexicon->tongue == '\0')
    return scan->cues[word + 1] & ATT_CUE_TO ? word + 2 : 0;
  guint sentence = att_reading_sentence_of (scan->reading, word)->first_word, first = word > sentence && scan->cues[word - 1] & ATT_CUE_PREPOSITION ? word - 1 : word;   /* "по словам X" */
  gboolean opens = first == sentence || att_scan_is_broken (scan, first);   /* not "está de acuerdo con X" */
  guint end = word + 1;
  while (end < scan->reading->words->len && scan->cues[end] & ATT_CUE_ACCORDING)
    end++;
  return opens && end < scan->reading->words->len && g_strv_contains (AFTER, scan->lexicon->tongue) && !(scan->cues[end] & ATT_CUE_WHO) ? end : 0;
}

static AttVerb
according_to (const AttVoices *self, guint word, guint behind)
{
  guint next = named_behind (self, att_voices_from (self, behind));
  guint reach = *self->scan->lexicon->tongue ? 1 : 4;   /* "according to the latest figures of X" is read in English only */
  gboolean near = next < self->voices->len && att_voices_get (self, next)->word <= behind + reach && (reach > 1 || att_voices_get (self, next)->kind != ATT_VOICE_DOCUMENT) && att_reading_word (self->scan->reading, att_voices_get (self, next)->word)->sentence == att_reading_word (self->scan->reading, word)->sentence;
  return (AttVerb) { word, near ? next : ATT_NOBODY, near ? ATT_LINK_ACCORDING : ATT_LINK_NONE, ATT_NOBODY };
}

/* "X quoted Y, saying": that X quoted is said by nobody any more. */
static void
drop_citing (AttVoices *self, guint verb)
{
  guint first = att_reading_sentence_of (self->scan->reading, verb)->first_word;
  if (quoted_saying (self, verb, first) == ATT_NOBODY)
    return;
  const AttVerb *last = self->verbs->len ? &g_array_index (self->verbs, AttVerb, self->verbs->len - 1) : NULL;
  if (last && last->word >= first && (att_reading_is (self->scan->reading, last->word, "quoted") || att_reading_is (self->scan->reading, last->word, "quoting")))
    g_array_set_size (self->verbs, self->verbs->len - 1);
}

/* "in its statement", "his claims", "the United States", "in six states": the noun that looks like the verb. */
static gboolean
is_noun (const AttScan *scan, guint word)
{
  const guint64 subject = ATT_CUE_PERSON | ATT_CUE_BODY | ATT_CUE_STATE | ATT_CUE_GROUP | ATT_CUE_ROLE | ATT_CUE_DOCUMENT | ATT_CUE_HE | ATT_CUE_SHE | ATT_CUE_IT | ATT_CUE_WHO | ATT_CUE_THAT | ATT_CUE_ADVERB;
  guint64 before = word > 0 ? scan->cues[word - 1] : 0;
  if (att_reading_is (scan->reading, word, "states"))
    return att_scan_is_capital (scan, word) || !(before & subject) || att_reading_is (scan->reading, word - 1, "member");
  return scan->cues[word] & ATT_CUE_SPEECH && word > 0 && (before & ATT_CUE_DETERMINER || att_reading_word (scan->reading, word - 1)->flags & ATT_WORD_POSSESSIVE);
}

/* "A State Department report dated May 1": no verb, which would have another behind it. */
static gboolean
is_paper (const AttScan *scan, guint word)
{
  return word > 0 && word + 1 < scan->reading->words->len && scan->cues[word] & ATT_CUE_DOCUMENT && scan->cues[word - 1] & (ATT_CUE_BODY | ATT_CUE_STATE) && !att_scan_ends_in (scan, word, "ed")
         && !att_scan_is_broken (scan, word) && !att_scan_is_broken (scan, word + 1) && att_scan_ends_in (scan, word + 1, "ed");
}

/* "Officials briefed on the matter said": they were told, and say so further on. */
static gboolean
is_told_of (const AttScan *scan, guint word)
{
  return scan->cues[word] & ATT_CUE_TIE && word > 0 && word + 1 < scan->reading->words->len && scan->cues[word - 1] & (ATT_CUE_ROLE | ATT_CUE_GROUP) && scan->cues[word + 1] & ATT_CUE_PREPOSITION;
}

/* "the 50,000 people estimated to have died": others say so of them. */
static gboolean
is_supposed (const AttScan *scan, guint word)
{
  static const char *const SUPPOSED[] = { "estimated", "believed", "reported", "alleged", "thought", "said", "known", "rumoured", "rumored", NULL };
  return word > 0 && word + 2 < scan->reading->words->len && scan->cues[word + 1] & ATT_CUE_TO && !att_scan_is_broken (scan, word) && att_reading_is_any (scan->reading, word, SUPPOSED)
         && (att_reading_is (scan->reading, word + 2, "be") || att_reading_is (scan->reading, word + 2, "have"));
}

void
att_voices_list_verbs (AttVoices *self)
{
  for (guint i = 0; i < self->scan->reading->words->len; i++) {
    guint according = according_at (self->scan, i);
    if ((!(self->scan->cues[i] & ATT_CUE_SAY) && !according) || att_reading_word (self->scan->reading, i)->flags & ATT_WORD_INNER || self->quoted[i] || att_reading_sentence_of (self->scan->reading, i)->zone == ATT_ZONE_TITLE || att_scan_is_skipped (self->scan, i))
      continue;
    if (is_noun (self->scan, i) || is_paper (self->scan, i) || is_told_of (self->scan, i) || is_supposed (self->scan, i))
      continue;
    AttVerb verb = according ? according_to (self, i, according) : find_subject (self, i);
    drop_citing (self, i);
    g_array_append_val (self->verbs, verb);
  }
}
