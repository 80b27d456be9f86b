/* voice.c: everybody in an article who might be speaking: names, pronouns, roles, groups and documents.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "analysis/voice.h"

#include <string.h>

#define MAX_ROLE 6           /* words before a role that belong to it */
#define MAX_ROLE_TAIL 8      /* and behind it: "briefed on US intelligence" */
#define MAX_PARENTHESIS 28   /* words between a subject and its verb */
#define MAX_CLAUSE 40

static gboolean
is_capital (const AttScan *scan, guint word)
{
  return att_reading_word (scan->reading, word)->flags & (ATT_WORD_TITLE | ATT_WORD_CAPS);
}

static gboolean
is_broken (const AttScan *scan, guint word)
{
  return att_reading_word (scan->reading, word)->flags & ATT_WORD_BREAK;
}

static gboolean
is_role (const AttScan *scan, guint word)
{
  return scan->cues[word] & (ATT_CUE_ROLE | ATT_CUE_GROUP);
}

/* "a senior US official", "the Ugandan Health Ministry": from its determiner to its role. */
static guint
role_start (const AttScan *scan, guint role, guint first)
{
  guint start = role;
  while (start > first && role - start < MAX_ROLE) {
    guint before = start - 1;
    gboolean other = scan->cues[before] & (ATT_CUE_SAY | ATT_CUE_PREPOSITION | ATT_CUE_AUXILIARY | ATT_CUE_CLAUSE | ATT_CUE_WHO);
    if (is_broken (scan, start) || (other && !(scan->cues[before] & ATT_CUE_ROLE)))   /* the "of" of "secretary of state" is a part of it */
      break;
    if (scan->cues[before] & ATT_CUE_DETERMINER)
      return before;
    gboolean tied = is_capital (scan, before) || scan->cues[before] & (ATT_CUE_ROLE | ATT_CUE_GROUP | ATT_CUE_STATE | ATT_CUE_BODY) || role - before <= 2;
    if (!tied)
      break;
    start = before;
  }
  return start;
}

/* "a source close to him", "the ambassador to the United Nations": what belongs to a role behind it. */
static guint
role_end (const AttScan *scan, guint role, guint end, gboolean document)
{
  guint after = role + 1;
  guint64 stop = ATT_CUE_SAY | ATT_CUE_BE | ATT_CUE_AUXILIARY | ATT_CUE_WHO | ATT_CUE_CLAUSE | ATT_CUE_THAT | ATT_CUE_HE | ATT_CUE_SHE | ATT_CUE_THEY | ATT_CUE_IT | ATT_CUE_PERSON;
  if (document)   /* whose it is belongs to it */
    stop &= ~ATT_CUE_PERSON;
  gboolean tied = after < end && !is_broken (scan, after) && scan->cues[after] & (ATT_CUE_PREPOSITION | ATT_CUE_TO | ATT_CUE_TIE);
  if (!tied)
    return after;
  while (after < end && after - role <= MAX_ROLE_TAIL && !is_broken (scan, after) && !(scan->cues[after] & stop))
    after++;
  gboolean whole = after == end || is_broken (scan, after) || scan->cues[after] & (ATT_CUE_SAY | ATT_CUE_WHO | ATT_CUE_BE | ATT_CUE_AUXILIARY);
  return whole ? after : role + 1;
}

/* Capitals no table knows: "Beijing Subway". At the start of a sentence one word tells nothing unless it speaks. */
static guint
capitals_from (const AttScan *scan, guint word, guint end)
{
  guint n = 0;
  if (!is_capital (scan, word) || scan->cues[word] & (ATT_CUE_DETERMINER | ATT_CUE_PREPOSITION | ATT_CUE_HONORIFIC | ATT_CUE_CLAUSE | ATT_CUE_ADVERB | ATT_CUE_PRONOUN))
    return 0;
  while (word + n < end && n < 6 && is_capital (scan, word + n) && (n == 0 || !is_broken (scan, word + n)) && !(scan->cues[word + n] & (ATT_CUE_PERSON | ATT_CUE_ADVERB)))
    n++;
  const AttWord *w = att_reading_word (scan->reading, word);
  gboolean speaks = word + n < end && scan->cues[word + n] & ATT_CUE_SAY && !is_broken (scan, word + n);
  for (guint k = word + n; n && k < end && k < word + n + 2 && !is_broken (scan, k) && !(scan->cues[k] & (ATT_CUE_SAY | ATT_CUE_PREPOSITION | ATT_CUE_AUXILIARY | ATT_CUE_AND | ATT_CUE_PERSON)); k++)
    if (scan->cues[k] & (ATT_CUE_ROLE | ATT_CUE_GROUP | ATT_CUE_DOCUMENT) && !is_capital (scan, k))
      return 0;   /* "Princeton professor": only what it is called after */
  gboolean known = n > 1 || !(w->flags & ATT_WORD_START) || w->flags & ATT_WORD_CAPS || speaks;
  return known && !(w->flags & ATT_WORD_NUMBER) && w->end - w->start > 1 ? n : 0;
}

/* What the words from i on name, if they name a voice. */
static gboolean
read_voice (const AttScan *scan, const AttSentence *s, guint i, const AttName *name, AttVoice *voice)
{
  guint end = s->first_word + s->n_words;
  guint64 cues = scan->cues[i];
  *voice = (AttVoice) { ATT_VOICE_ROLE, i, 1, i, ATT_NOBODY, ATT_NOBODY };
  if (name) {
    AttTopicKind kind = g_array_index (scan->actors, AttActor, name->actor).kind;
    voice->kind = kind == ATT_TOPIC_PERSON ? ATT_VOICE_PERSON : kind == ATT_TOPIC_STATE ? ATT_VOICE_STATE : ATT_VOICE_BODY;
    voice->n_words = name->n_words;
    voice->actor = name->actor;
    return TRUE;
  }
  if (cues & (ATT_CUE_HE | ATT_CUE_SHE | ATT_CUE_THEY | ATT_CUE_IT)) {
    /* "his claims", "its statement": a voice where something said follows */
    voice->kind = ATT_VOICE_PRONOUN;
    return !(cues & ATT_CUE_DETERMINER) || (i + 1 < end && scan->cues[i + 1] & ATT_CUE_SPEECH && !(scan->cues[i + 1] & (ATT_CUE_ROLE | ATT_CUE_GROUP)));
  }
  gboolean role = is_role (scan, i), document = cues & ATT_CUE_DOCUMENT && !is_capital (scan, i);
  gboolean longer = i + 1 < end && (is_role (scan, i + 1) || (role && scan->cues[i + 1] & ATT_CUE_DOCUMENT && !(scan->cues[i + 1] & ATT_CUE_SAY))) && !is_broken (scan, i + 1);
  if ((role || document) && !longer) {
    voice->kind = role ? ATT_VOICE_ROLE : ATT_VOICE_DOCUMENT;
    voice->word = voice->core = role_start (scan, i, s->first_word);
    voice->n_words = role_end (scan, i, end, !role) - voice->word;
    voice->role = i;
    return TRUE;
  }
  if (role)
    return FALSE;
  if (att_reading_word (scan->reading, i)->flags & ATT_WORD_QUOTED)
    return FALSE;
  voice->kind = ATT_VOICE_CAPITALS;
  voice->n_words = capitals_from (scan, i, end);
  if (voice->n_words == 0)
    return FALSE;
  /* "Iran's Health Ministry": capitals that end in a role */
  for (guint k = i; k < att_voice_end (voice); k++)
    if (is_role (scan, k))
      voice->role = k;
  return TRUE;
}

/* "Chinese officials", "Iran's foreign ministry", "the Amaq statement": the name only qualifies what follows. */
static gboolean
qualifies (const AttScan *scan, const AttSentence *s, const AttName *name)
{
  guint end = s->first_word + s->n_words;
  guint after = name->word + name->n_words;
  if (name->people && after < end && !is_broken (scan, after) && !(scan->cues[after] & (ATT_CUE_SAY | ATT_CUE_AUXILIARY | ATT_CUE_ADVERB | ATT_CUE_WHO | ATT_CUE_AND | ATT_CUE_PREPOSITION)))
    return TRUE;   /* "a Chinese ship" */
  if (g_array_index (scan->actors, AttActor, name->actor).kind == ATT_TOPIC_PERSON)   /* "a Trump aide", not "Trump’s aide" */
    return after < end && is_role (scan, after) && !is_broken (scan, after) && !is_capital (scan, after) && !(scan->cues[after] & ATT_CUE_SAY)
           && !(att_reading_word (scan->reading, after - 1)->flags & ATT_WORD_POSSESSIVE);
  for (guint i = after; i < end && i < after + 3; i++) {
    if (is_broken (scan, i) || scan->cues[i] & (ATT_CUE_SAY | ATT_CUE_PREPOSITION | ATT_CUE_AUXILIARY | ATT_CUE_PERSON))
      return FALSE;
    if (is_role (scan, i))
      return TRUE;
  }
  return FALSE;
}

static void
list_sentence (AttVoices *self, const AttSentence *s, guint *next_name)
{
  const AttScan *scan = self->scan;
  for (guint i = s->first_word; i < s->first_word + s->n_words; i++) {
    while (*next_name < scan->names->len && g_array_index (scan->names, AttName, *next_name).word < i)
      (*next_name)++;
    const AttName *name = *next_name < scan->names->len ? &g_array_index (scan->names, AttName, *next_name) : NULL;
    if (name && name->word != i)
      name = NULL;
    if (name && qualifies (scan, s, name)) {
      i = name->word + name->n_words - 1;
      continue;
    }
    AttVoice voice;
    if (!read_voice (scan, s, i, name, &voice))
      continue;
    guint last = self->voices->len ? att_voice_end (att_voices_get (self, self->voices->len - 1)) : 0;
    if (voice.word < last && voice.role != ATT_NOBODY) {   /* behind another one: its own words begin there */
      voice.n_words -= MIN (voice.n_words - 1, last - voice.word);
      voice.word = voice.core = last;
    }
    if (voice.word < last)
      continue;
    g_array_append_val (self->voices, voice);
    i = MAX (i, att_voice_end (&voice) - 1);
  }
}

/* Whether nothing but words of a title stand between a voice and the person behind it: "study co-author Dr. X". */
static gboolean
leads_to (const AttScan *scan, const AttVoice *voice, const AttVoice *person)
{
  guint64 stop = ATT_CUE_SAY | ATT_CUE_PREPOSITION | ATT_CUE_AUXILIARY | ATT_CUE_AND | ATT_CUE_WHO | ATT_CUE_DETERMINER | ATT_CUE_CLAUSE | ATT_CUE_THAT | ATT_CUE_TO;
  if (person->word < att_voice_end (voice) || person->word > att_voice_end (voice) + 4 || is_broken (scan, person->word) || (scan->cues[person->word - 1] & stop && !is_role (scan, person->word - 1)))
    return FALSE;
  for (guint i = att_voice_end (voice); i < person->word; i++)
    if (is_broken (scan, i) || (scan->cues[i] & stop && !is_role (scan, i)))
      return FALSE;
  return !(att_reading_word (scan->reading, person->word - 1)->flags & ATT_WORD_POSSESSIVE);
}

/* "His spokesman", "West Java's governor": there is one. */
static gboolean
is_definite_title (const AttScan *scan, const AttVoice *voice)
{
  for (guint i = voice->word; i < att_voice_end (voice); i++)
    if (scan->cues[i] & ATT_CUE_DETERMINER || att_reading_word (scan->reading, i)->flags & ATT_WORD_POSSESSIVE)
      return TRUE;
  return FALSE;
}

/* A role right before a person's name is that person's ("China's Foreign Minister Wang Yi", "his spokesman, Dmitry
 * Peskov,"); so is one right behind a comma ("Reece Kershaw, the police commissioner, said"). */
static void
join_roles (AttVoices *self)
{
  const AttScan *scan = self->scan;
  guint kept = 0;
  for (guint i = 0; i < self->voices->len; i++) {
    AttVoice voice = g_array_index (self->voices, AttVoice, i);
    AttVoice *next = i + 1 < self->voices->len ? &g_array_index (self->voices, AttVoice, i + 1) : NULL;
    AttVoice *before = kept ? &g_array_index (self->voices, AttVoice, kept - 1) : NULL;
    gboolean titled = voice.role != ATT_NOBODY && voice.kind != ATT_VOICE_DOCUMENT;
    gboolean person = next && (next->kind == ATT_VOICE_PERSON || (next->kind == ATT_VOICE_CAPITALS && next->n_words > 1 && next->role == ATT_NOBODY && voice.kind >= ATT_VOICE_ROLE));
    gboolean title = voice.kind != ATT_VOICE_PERSON && voice.kind != ATT_VOICE_PRONOUN && voice.kind != ATT_VOICE_CAPITALS && person;
    title |= voice.kind == ATT_VOICE_CAPITALS && next && next->kind == ATT_VOICE_PERSON;
    gboolean named = title && leads_to (scan, &voice, next);
    gboolean comma = title && titled && is_definite_title (scan, &voice) && next->word == att_voice_end (&voice) && att_reading_word (scan->reading, next->word)->flags & ATT_WORD_COMMA;
    if (named || comma) {
      next->n_words = att_voice_end (next) - voice.word;
      next->word = voice.word;
      next->role = titled ? voice.role : next->role;
      continue;
    }
    gboolean apposed = before && before->kind == ATT_VOICE_PERSON && att_voice_end (before) == voice.word && att_reading_word (scan->reading, voice.word)->flags & ATT_WORD_COMMA;
    if (titled && apposed) {
      before->n_words = att_voice_end (&voice) - before->word;
      before->role = voice.role;
      continue;
    }
    g_array_index (self->voices, AttVoice, kept++) = voice;
  }
  g_array_set_size (self->voices, kept);
}

static void
note_quoted (AttVoices *self, const GPtrArray *quotes)
{
  guint k = 0;
  for (guint i = 0; i < self->scan->reading->words->len && k < quotes->len; i++) {
    if (att_reading_sentence_of (self->scan->reading, i)->zone == ATT_ZONE_TITLE)
      continue;
    const AttWord *w = att_reading_word (self->scan->reading, i);
    while (k < quotes->len && ((AttQuote *) g_ptr_array_index (quotes, k))->span.end <= w->start)
      k++;
    if (k < quotes->len)
      self->quoted[i] = w->start >= ((AttQuote *) g_ptr_array_index (quotes, k))->span.start;
  }
}

guint
att_voices_from (const AttVoices *self, guint word)
{
  guint low = 0, high = self->voices->len;
  while (low < high) {
    guint middle = (low + high) / 2;
    if (att_voices_get (self, middle)->word < word)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

guint
att_voices_verb_from (const AttVoices *self, guint word)
{
  guint low = 0, high = self->verbs->len;
  while (low < high) {
    guint middle = (low + high) / 2;
    if (g_array_index (self->verbs, AttVerb, middle).word < word)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

/* "In Lahore, Pakistan": the comma parts nothing. */
static gboolean
is_town_before (const AttScan *scan, guint last, guint first)
{
  guint town = last;
  while (town > first && is_capital (scan, town) && !is_broken (scan, town))
    town--;
  return town < last && scan->cues[town] & ATT_CUE_PREPOSITION;
}

gboolean
att_voices_is_object (const AttVoices *self, const AttVoice *voice)
{
  const AttScan *scan = self->scan;
  guint first = att_reading_sentence_of (scan->reading, voice->word)->first_word, before = voice->word;
  if (before <= first)
    return FALSE;
  before--;
  if (before > first && scan->cues[before] & ATT_CUE_DETERMINER && !(scan->cues[before] & ATT_CUE_PREPOSITION))
    before--;
  if (is_broken (scan, before + 1) && !(scan->cues[before] & ATT_CUE_PREPOSITION))
    return voice->kind == ATT_VOICE_STATE && is_town_before (scan, before, first);
  return scan->cues[before] & (ATT_CUE_PREPOSITION | ATT_CUE_ADDRESS);
}

static gboolean
are_adverbs (const AttVoices *self, guint from, guint to)
{
  for (guint i = from; i < to; i++)
    if (!(self->scan->cues[i] & (ATT_CUE_ADVERB | ATT_CUE_BE)))
      return FALSE;
  return TRUE;
}

/* Whether a comma closes, right before the verb, what another opened right behind the voice. */
static gboolean
is_parenthesis (const AttVoices *self, guint from, guint verb)
{
  const AttReading *reading = self->scan->reading;
  if (from < verb && self->scan->cues[from] & ATT_CUE_OF && !is_broken (self->scan, from))   /* "of South Carolina," */
    for (guint i = 0; i < 5 && from < verb && !is_broken (self->scan, from); i++)
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
  while (i > first && self->scan->cues[i - 1] & ATT_CUE_ADVERB && !(self->scan->cues[i - 1] & ATT_CUE_BE) && verb - i < 3)
    i--;
  return i > first && self->scan->cues[i - 1] & ATT_CUE_BE && !is_broken (self->scan, i);
}

static gboolean
ends_in_ing (const AttVoices *self, guint word)
{
  const AttWord *w = att_reading_word (self->scan->reading, word);
  return w->end - w->start > 4 && g_str_has_prefix (att_reading_zone_of (self->scan->reading, word) + w->end - 3, "ing");
}

/* The last voice of the clause before the verb that nothing governs. */
static guint
subject_of_clause (const AttVoices *self, guint first, guint verb, gboolean participle)
{
  guint found = ATT_NOBODY;
  for (guint i = att_voices_from (self, MAX (first, verb > MAX_CLAUSE ? verb - MAX_CLAUSE : 0)); i < self->voices->len && att_voices_get (self, i)->word < verb; i++) {
    const AttVoice *voice = att_voices_get (self, i);
    if (self->quoted[voice->word] || voice->kind == ATT_VOICE_DOCUMENT || att_voices_is_object (self, voice))
      continue;
    gboolean owner = att_reading_word (self->scan->reading, att_voice_end (voice) - 1)->flags & ATT_WORD_POSSESSIVE;
    if (participle && found != ATT_NOBODY && !(self->scan->cues[voice->word ? voice->word - 1 : 0] & ATT_CUE_CLAUSE))
      continue;   /* X met Y, saying: X */
    if (!owner && (found == ATT_NOBODY || is_broken (self->scan, voice->word) || voice->kind <= ATT_VOICE_BODY || voice->kind == ATT_VOICE_PRONOUN))
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
  return voice->word <= verb + 2 && voice->word < end && !self->quoted[voice->word] && !is_broken (self->scan, voice->word)
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
  return after == end || is_broken (self->scan, after) || apposed;
}

static gboolean
is_word (const AttVoices *self, guint word, const char *folded)
{
  return att_reading_word (self->scan->reading, word)->hash == att_reading_hash (folded, strlen (folded));
}

/* "X was quoted as saying", "reports quoted X as saying": X. */
static guint
quoted_as_saying (const AttVoices *self, guint verb, guint first)
{
  if (verb < first + 2 || !is_word (self, verb - 1, "as") || !ends_in_ing (self, verb))
    return ATT_NOBODY;
  for (guint i = verb - 1; i > first && verb - i < 10; i--) {
    if (!is_word (self, i - 1, "quoted") && !is_word (self, i - 1, "cited"))
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
      comma |= !self->quoted[at] && is_broken (self->scan, at);
    if (comma && !self->quoted[voice->word] && !att_voices_is_object (self, voice) && !(att_reading_word (self->scan->reading, att_voice_end (voice) - 1)->flags & ATT_WORD_POSSESSIVE))
      return i;
  }
  return ATT_NOBODY;
}

/* The subject of a verb of speech, and how sure. */
static AttVerb
find_subject (const AttVoices *self, guint verb)
{
  const AttScan *scan = self->scan;
  const AttSentence *s = att_reading_sentence_of (scan->reading, verb);
  guint end = s->first_word + s->n_words, next = att_voices_from (self, verb);
  if (is_passive (self, verb, s->first_word)) {
    for (guint i = verb + 1; i < end && i < verb + 5; i++)
      if (scan->cues[i] & ATT_CUE_BY && next < self->voices->len) {
        guint agent = att_voices_from (self, i + 1);
        if (agent < self->voices->len && att_voices_get (self, agent)->word <= i + 3)
          return (AttVerb) { verb, agent, ATT_LINK_BESIDE, subject_of_clause (self, s->first_word, verb, FALSE) };
      }
    return (AttVerb) { verb, ATT_NOBODY, ATT_LINK_NONE, ATT_NOBODY };
  }
  guint cited = quoted_as_saying (self, verb, s->first_word);
  if (cited != ATT_NOBODY)
    return (AttVerb) { verb, cited, ATT_LINK_BESIDE, ATT_NOBODY };
  gboolean spoken = verb > s->first_word && self->quoted[verb - 1];   /* "...", said X */
  if ((spoken && is_next (self, verb, next, end)) || (is_broken (scan, verb) && closes_with (self, verb, next, end)))
    return (AttVerb) { verb, next, ATT_LINK_INVERTED, ATT_NOBODY };
  for (guint back = next; back > 0 && next - back < 6; back--) {
    const AttVoice *voice = att_voices_get (self, back - 1);
    guint after = att_voice_end (voice);
    if (voice->word < s->first_word)
      break;
    if (after > verb || self->quoted[voice->word])
      continue;
    gboolean owner = att_reading_word (scan->reading, after - 1)->flags & ATT_WORD_POSSESSIVE;
    if (back == next && !owner && !is_broken (scan, verb) && are_adverbs (self, after, verb))
      return (AttVerb) { verb, back - 1, ATT_LINK_BESIDE, ATT_NOBODY };
    /* One of his rivals, X, rejected; X, president of Y, wrote */
    gboolean apposed = back == next && after == verb && is_broken (scan, verb) && ((is_broken (scan, voice->word) && voice->word > s->first_word) || (voice->role != ATT_NOBODY && voice->role > voice->core));
    if (!att_voices_is_object (self, voice) && !owner && (apposed || (!ends_in_ing (self, verb) && is_parenthesis (self, after, verb))))
      return (AttVerb) { verb, back - 1, ATT_LINK_PARENTHESIS, ATT_NOBODY };
    if (back == next && after < verb && scan->cues[after] & ATT_CUE_WHO && are_adverbs (self, after + 1, verb))
      return (AttVerb) { verb, back - 1, ATT_LINK_BESIDE, ATT_NOBODY };
  }
  gboolean opens = (verb == s->first_word || is_broken (scan, verb)) && !(scan->cues[verb] & ATT_CUE_ADDRESS) && !ends_in_ing (self, verb);
  if (opens && is_next (self, verb, next, end))
    return (AttVerb) { verb, next, ATT_LINK_INVERTED, ATT_NOBODY };
  gboolean participle = ends_in_ing (self, verb);
  guint subject = participle && is_opening (self, verb, s->first_word) ? subject_behind (self, verb, end) : subject_of_clause (self, s->first_word, verb, participle);
  return (AttVerb) { verb, subject, subject == ATT_NOBODY ? ATT_LINK_NONE : participle ? ATT_LINK_PARTICIPLE : ATT_LINK_CLAUSE, ATT_NOBODY };
}

static AttVerb
according_to (const AttVoices *self, guint word)
{
  guint next = att_voices_from (self, word + 2);
  gboolean near = next < self->voices->len && att_voices_get (self, next)->word <= word + 6 && att_reading_word (self->scan->reading, att_voices_get (self, next)->word)->sentence == att_reading_word (self->scan->reading, word)->sentence;
  return (AttVerb) { word, near ? next : ATT_NOBODY, near ? ATT_LINK_ACCORDING : ATT_LINK_NONE, ATT_NOBODY };
}

static void
list_verbs (AttVoices *self)
{
  for (guint i = 0; i < self->scan->reading->words->len; i++) {
    gboolean according = self->scan->cues[i] & ATT_CUE_ACCORDING && i + 2 < self->scan->reading->words->len && self->scan->cues[i + 1] & ATT_CUE_TO;
    if ((!(self->scan->cues[i] & ATT_CUE_SAY) && !according) || self->quoted[i] || att_reading_sentence_of (self->scan->reading, i)->zone == ATT_ZONE_TITLE || att_scan_is_skipped (self->scan, i))
      continue;
    /* "in its statement", "his claims": the noun that looks like the verb */
    gboolean noun = self->scan->cues[i] & ATT_CUE_SPEECH && i > 0 && (self->scan->cues[i - 1] & ATT_CUE_DETERMINER || att_reading_word (self->scan->reading, i - 1)->flags & ATT_WORD_POSSESSIVE);
    if (noun)
      continue;
    AttVerb verb = according ? according_to (self, i) : find_subject (self, i);
    g_array_append_val (self->verbs, verb);
  }
}

AttVoices *
att_voices_new (AttScan *scan, const GPtrArray *quotes)
{
  AttVoices *self = g_new0 (AttVoices, 1);
  guint next_name = 0;
  self->scan = scan;
  self->voices = g_array_sized_new (FALSE, FALSE, sizeof (AttVoice), 128);
  self->verbs = g_array_sized_new (FALSE, FALSE, sizeof (AttVerb), 64);
  self->quoted = g_new0 (guint8, scan->reading->words->len + 1);
  note_quoted (self, quotes);
  for (guint i = 0; i < scan->reading->sentences->len; i++) {
    const AttSentence *s = &g_array_index (scan->reading->sentences, AttSentence, i);
    if (s->zone == ATT_ZONE_TEXT && !s->skipped && !s->heading)
      list_sentence (self, s, &next_name);
  }
  join_roles (self);
  join_roles (self);   /* "CIB economist Klaus Baader": what the first pass joined is named after one more */
  list_verbs (self);
  return self;
}

void
att_voices_free (AttVoices *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->voices);
  g_array_unref (self->verbs);
  g_free (self->quoted);
  g_clear_pointer (&self->initials, g_hash_table_unref);
  g_free (self);
}
