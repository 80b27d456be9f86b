/* voice.c: everybody in an article who might be speaking: names, pronouns, roles, groups and documents.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "analysis/voice.h"

#include "analysis/capitals.h"
#include "analysis/qualifier.h"
#include "base/array.h"

#include <string.h>

#define MAX_ROLE 6           /* words before a role that belong to it */
#define MAX_ROLE_TAIL 8      /* and behind it: "briefed on US intelligence" */

static gboolean
is_role (const AttScan *scan, guint word)
{
  return scan->cues[word] & (ATT_CUE_ROLE | ATT_CUE_GROUP);
}

/* The first word of a name that ends right before a word. */
static guint
name_ending_at (const AttScan *scan, guint word, guint first)
{
  for (guint i = att_scan_name_from (scan, word); i > 0; i--) {
    const AttName *name = &g_array_index (scan->names, AttName, i - 1);
    if (name->word + name->n_words == word)
      return name->word >= first && name->n_words > 1 ? name->word : ATT_NOBODY;
    if (name->word + 8 < word)
      break;
  }
  return ATT_NOBODY;
}

/* "Merkel rallied supporters", "the attack that killed 170 people": a word that tells nothing, right behind who may have done it. */
static gboolean
is_deed (const AttScan *scan, guint word, guint first)
{
  const guint64 telling = ATT_CUE_ROLE | ATT_CUE_GROUP | ATT_CUE_STATE | ATT_CUE_BODY;
  const AttWord *w = att_reading_word (scan->reading, word);
  if (word == first || w->flags & (ATT_WORD_BREAK | ATT_WORD_TITLE | ATT_WORD_CAPS) || scan->cues[word] & telling || att_reading_word (scan->reading, word - 1)->flags & ATT_WORD_POSSESSIVE)
    return FALSE;
  guint64 before = scan->cues[word - 1];
  gboolean doer = before & (ATT_CUE_PERSON | ATT_CUE_HE | ATT_CUE_SHE | ATT_CUE_THEY) && !(before & ATT_CUE_DETERMINER);
  return att_scan_ends_in (scan, word, "ed") && (doer || before & (ATT_CUE_THAT | ATT_CUE_WHO));
}

/* "who later became governor", "since he took office", "who is also chairman": no part of the role. */
static gboolean
is_becoming (const AttScan *scan, guint word, guint first)
{
  static const char *const BECOMES[] = { "became", "becomes", "become", "took", "takes", "left", "leaves", NULL };
  gboolean adverb = word > first && scan->cues[word] & ATT_CUE_ADVERB && scan->cues[word - 1] & (ATT_CUE_WHO | ATT_CUE_BE);
  return adverb || att_reading_is_any (scan->reading, word, BECOMES);
}

/* "a move experts say": one thing, and then many who speak of it. */
static gboolean
is_other (const AttScan *scan, guint article, guint role)
{
  static const char *const MANY[] = { "few", "dozen", "hundred", "thousand", "million", "couple", "handful", "number", "pair", "group", "host", "string", "series", "good", "great", NULL };
  gboolean one = att_reading_is (scan->reading, article, "a") || att_reading_is (scan->reading, article, "an");
  gboolean many = att_scan_ends_in (scan, role, "s") && !att_scan_ends_in (scan, role, "ss") && !att_scan_ends_in (scan, role, "is") && !att_scan_ends_in (scan, role, "us");
  return one && many && role > article + 1 && !att_reading_is_any (scan->reading, article + 1, MANY)
         && !(att_reading_word (scan->reading, article + 1)->flags & ATT_WORD_NUMBER);
}

/* "a senior US official", "the Ugandan Health Ministry": from its determiner to its role. */
static guint
role_start (const AttScan *scan, guint role, guint first)
{
  guint start = role;
  while (start > first && role - start < MAX_ROLE) {
    guint before = start - 1;
    gboolean other = scan->cues[before] & (ATT_CUE_SAY | ATT_CUE_PREPOSITION | ATT_CUE_AUXILIARY | ATT_CUE_CLAUSE | ATT_CUE_WHO | ATT_CUE_THAT);
    gboolean proper = att_scan_is_capital (scan, before) && !(att_reading_word (scan->reading, before)->flags & ATT_WORD_START);   /* "the State Department official" */
    proper |= att_scan_is_hyphened (scan, start);
    if (att_scan_is_broken (scan, start) || (other && !proper && !(scan->cues[before] & ATT_CUE_ROLE)))   /* the "of" of "secretary of state" is a part of it */
      break;
    guint name = name_ending_at (scan, start, first);
    if (name != ATT_NOBODY) {   /* "a Ministry of Defence spokesperson" */
      start = name;
      continue;
    }
    if (scan->cues[before] & ATT_CUE_DETERMINER && !(scan->cues[before] & ATT_CUE_ROLE))   /* "ministre de la Défense" */
      return is_other (scan, before, role) ? role : before;
    gboolean tied = att_scan_is_capital (scan, before) || scan->cues[before] & (ATT_CUE_ROLE | ATT_CUE_GROUP | ATT_CUE_STATE | ATT_CUE_BODY) || role - before <= 2
                    || att_reading_zone_of (scan->reading, before)[att_reading_word (scan->reading, before)->end] == '-';   /* "the 48-year-old former governor" */
    if (!tied || is_deed (scan, before, first) || is_becoming (scan, before, first))
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
  guint whole_name = att_scan_is_capital (scan, role) ? att_capitals_go_on (scan, role, end) : after;
  if (whole_name > after)
    return whole_name;
  guint64 stop = ATT_CUE_SAY | ATT_CUE_BE | ATT_CUE_AUXILIARY | ATT_CUE_WHO | ATT_CUE_CLAUSE | ATT_CUE_THAT | ATT_CUE_HE | ATT_CUE_SHE | ATT_CUE_THEY | ATT_CUE_IT | ATT_CUE_PERSON | ATT_CUE_ADVERB;
  if (document)   /* whose it is belongs to it */
    stop &= ~ATT_CUE_PERSON;
  gboolean tied = after < end && !att_scan_is_broken (scan, after) && scan->cues[after] & (ATT_CUE_PREPOSITION | ATT_CUE_TO | ATT_CUE_TIE);
  gboolean act = tied && scan->cues[after] & ATT_CUE_TO && (after + 1 == end || !(att_scan_is_capital (scan, after + 1) || scan->cues[after + 1] & ATT_CUE_DETERMINER));
  gboolean aside = tied && att_scan_behind_medium (scan, after, end) > after;
  if (!tied || act || aside)   /* "officials to explore": what they are to do; "in a statement": how it was said */
    return after;
  if (scan->cues[after] & ATT_CUE_TIE) {   /* "a source close to Kerry", "officials briefed on the matter" */
    stop &= ~ATT_CUE_PERSON;
    after++;
  }
  while (after < end && after - role <= MAX_ROLE_TAIL && !att_scan_is_broken (scan, after) && (!(scan->cues[after] & stop) || scan->cues[after] & ATT_CUE_STATE))   /* "the United States" */
    after++;
  while (after > role + 2 && after < end && scan->cues[after] & ATT_CUE_SAY && att_scan_ends_in (scan, after - 1, "ly") && !att_scan_is_capital (scan, after - 1))
    after--;   /* "for the ministry flatly denied" */
  if (!document && after == role + 2 && after < end && scan->cues[after] & ATT_CUE_PERSON && !att_scan_is_capital (scan, role)) {   /* "a friend of X" */
    guint name = after;
    while (name < end && scan->cues[name] & ATT_CUE_PERSON && (name == after || !att_scan_is_broken (scan, name)))
      name++;
    return att_reading_word (scan->reading, name - 1)->flags & ATT_WORD_POSSESSIVE ? role + 1 : name;
  }
  while (after > role + 2 && after < end && scan->cues[after] & ATT_CUE_PERSON && scan->cues[after - 1] & ATT_CUE_HONORIFIC)
    after--;   /* "Chairman of the Joint Chiefs of Staff Gen. X" */
  gboolean titled = after < end && after > role + 2 && scan->cues[after] & ATT_CUE_HONORIFIC && att_scan_is_capital (scan, role) && att_scan_is_capital (scan, after - 1);
  if (titled)
    return after;
  gboolean named = after < end && after > role + 2 && scan->cues[after] & ATT_CUE_PERSON && att_scan_is_capital (scan, after) && (att_scan_is_capital (scan, after - 1) || scan->cues[after - 1] & (ATT_CUE_STATE | ATT_CUE_BODY))
                   && !(scan->cues[after - 1] & ATT_CUE_HONORIFIC);   /* "ambassador to Syria Robert Ford" */
  if (scan->cues[after - 1] & ATT_CUE_PREPOSITION)   /* "supporters by warning", "the minister on Saturday", "the president of France on Saturday" */
    return !document && after > role + 3 && scan->cues[role + 1] & ATT_CUE_OF && after < end && scan->cues[after] & ATT_CUE_ADVERB ? after - 1 : role + 1;
  gboolean whole = named || after == end || att_scan_is_broken (scan, after) || scan->cues[after] & (ATT_CUE_SAY | ATT_CUE_WHO | ATT_CUE_BE | ATT_CUE_AUXILIARY | ATT_CUE_ADVERB);
  return whole ? after : role + 1;
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
    voice->n_words = att_qualifier_title (scan, name, end) - i;
    voice->n_core = voice->n_words > name->n_words ? name->n_words : 0;
    voice->actor = name->actor;
    return TRUE;
  }
  if (cues & (ATT_CUE_HE | ATT_CUE_SHE | ATT_CUE_THEY | ATT_CUE_IT)) {
    /* "his claims", "its statement": a voice where something said follows */
    voice->kind = ATT_VOICE_PRONOUN;
    return !(cues & ATT_CUE_DETERMINER) || (i + 1 < end && scan->cues[i + 1] & ATT_CUE_SPEECH && !(scan->cues[i + 1] & (ATT_CUE_ROLE | ATT_CUE_GROUP)));
  }
  gboolean role = is_role (scan, i), document = cues & ATT_CUE_DOCUMENT && !att_scan_is_capital (scan, i);
  gboolean longer = i + 1 < end && (is_role (scan, i + 1) || (role && scan->cues[i + 1] & ATT_CUE_DOCUMENT && !(scan->cues[i + 1] & (ATT_CUE_SAY | ATT_CUE_PERSON)))) && !att_scan_is_broken (scan, i + 1);
  guint capitals = role && att_scan_is_capital (scan, i) && !longer ? att_capitals_from (scan, i, end) : 0;   /* "Republican National Committee" */
  gboolean body = capitals > 1 && is_role (scan, i + capitals - 1) && scan->cues[i + capitals - 1] & ATT_CUE_GROUP;
  if ((role || document) && !longer && !body) {
    voice->kind = role ? ATT_VOICE_ROLE : ATT_VOICE_DOCUMENT;
    voice->word = voice->core = role_start (scan, i, s->first_word);
    voice->n_words = role_end (scan, i, end, !role) - voice->word;
    voice->role = i;
    return voice->n_words > 1 || !att_reading_is (scan->reading, i, "office");   /* "took office" */
  }
  if (role && !body)
    return FALSE;
  if (att_reading_word (scan->reading, i)->flags & ATT_WORD_QUOTED)
    return FALSE;
  voice->kind = ATT_VOICE_CAPITALS;
  voice->n_words = att_capitals_from (scan, i, end);
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
  if (name->word > s->first_word && att_reading_word (scan->reading, name->word - 1)->flags & ATT_WORD_POSSESSIVE && after < end && scan->cues[after] & ATT_CUE_DOCUMENT && !att_scan_is_capital (scan, after)
      && !att_scan_is_broken (scan, name->word) && !att_scan_is_broken (scan, after))
    return TRUE;   /* "their Facebook post" */
  if (name->people && after < end && !att_scan_is_broken (scan, after) && !(scan->cues[after] & (ATT_CUE_SAY | ATT_CUE_AUXILIARY | ATT_CUE_ADVERB | ATT_CUE_WHO | ATT_CUE_AND | ATT_CUE_PREPOSITION)))
    return TRUE;   /* "a Chinese ship" */
  if (g_array_index (scan->actors, AttActor, name->actor).kind == ATT_TOPIC_PERSON)   /* "a Trump aide", not "Trump’s aide" */
    return att_qualifier_title (scan, name, end) == after && after < end && is_role (scan, after) && !att_scan_is_broken (scan, after) && !att_scan_is_capital (scan, after) && !(scan->cues[after] & ATT_CUE_SAY)
           && !(att_reading_word (scan->reading, after - 1)->flags & ATT_WORD_POSSESSIVE);
  for (guint i = after; i < end && i < after + 3; i++) {
    if (att_scan_is_broken (scan, i) || scan->cues[i] & (ATT_CUE_SAY | ATT_CUE_PREPOSITION | ATT_CUE_AUXILIARY | ATT_CUE_PERSON))
      return FALSE;
    if (is_role (scan, i))
      return TRUE;
  }
  return FALSE;
}

/* "…," the Smith family said; "…," wrote one man: right behind a quotation whoever stands beside the verb has spoken, listed
 * among the roles or not. How many words from an article on name him. */
static guint
unlisted_from (const AttVoices *self, const AttSentence *s, guint word)
{
  const AttScan *scan = self->scan;
  if (!(scan->cues[word] & ATT_CUE_DETERMINER))
    return 0;
  guint end = MIN (s->first_word + s->n_words, word + MAX_ROLE + 1);
  guint64 stop = ATT_CUE_PREPOSITION | ATT_CUE_AUXILIARY | ATT_CUE_BE | ATT_CUE_AND | ATT_CUE_WHO | ATT_CUE_CLAUSE | ATT_CUE_THAT | ATT_CUE_HE | ATT_CUE_SHE | ATT_CUE_THEY | ATT_CUE_IT | ATT_CUE_ADVERB;
  guint64 listed = ATT_CUE_ROLE | ATT_CUE_GROUP | ATT_CUE_DOCUMENT | ATT_CUE_SPEECH;
  gboolean inverted = word > s->first_word + 1 && scan->cues[word - 1] & ATT_CUE_SAY && !self->quoted[word - 1] && self->quoted[word - 2];
  gboolean behind = word > s->first_word && self->quoted[word - 1];
  if (scan->cues[word] & stop || self->quoted[word] || !(behind || inverted))
    return 0;
  guint after = word + 1;
  while (after < end && !att_scan_is_broken (scan, after) && !(scan->cues[after] & (stop | listed | ATT_CUE_SAY)))
    after++;
  gboolean whole = inverted ? after == end || att_scan_is_broken (scan, after) || scan->cues[after] & stop : after < end && !att_scan_is_broken (scan, after) && scan->cues[after] & ATT_CUE_SAY && !(scan->cues[after] & listed);
  return whole && after > word + 1 && !att_scan_is_capital (scan, after - 1) ? after - word : 0;
}

/* Whether anything about a word makes it begin a voice; most words are passed over. */
static gboolean
may_begin (const AttScan *scan, guint word)
{
  const guint64 telling = ATT_CUE_HE | ATT_CUE_SHE | ATT_CUE_THEY | ATT_CUE_IT | ATT_CUE_ROLE | ATT_CUE_GROUP | ATT_CUE_DOCUMENT | ATT_CUE_DETERMINER;
  return (scan->cues[word] & telling || att_scan_is_capital (scan, word)) && !att_scan_is_constituency (scan, word);
}

static void
list_sentence (AttVoices *self, const AttSentence *s, guint *next_name)
{
  const AttScan *scan = self->scan;
  guint end = s->first_word + s->n_words;
  for (guint i = att_scan_behind_dateline (scan, s->first_word, end); i < end; i++) {
    while (*next_name < scan->names->len && g_array_index (scan->names, AttName, *next_name).word < i)
      (*next_name)++;
    const AttName *name = *next_name < scan->names->len ? &g_array_index (scan->names, AttName, *next_name) : NULL;
    if (name && name->word != i)
      name = NULL;
    if (name == NULL ? !may_begin (scan, i) : att_scan_is_constituency (scan, i))
      continue;
    guint bracketed = att_capitals_bracketed (scan, i, end);
    if (bracketed) {
      i += bracketed - 1;
      if (att_capitals_have_noun (scan, i + 1, end) && self->voices->len > 0) {   /* "the X (X) group said": all of it is X */
        AttVoice *named = &g_array_index (self->voices, AttVoice, self->voices->len - 1);
        named->n_core = named->n_core ? named->n_core : att_voice_end (named) - named->core;
        named->n_words = ++i + 1 - named->word;
      }
      continue;
    }
    guint unlisted = unlisted_from (self, s, i);
    if (unlisted) {
      AttVoice voice = { ATT_VOICE_CAPITALS, i, unlisted, i, ATT_NOBODY, ATT_NOBODY };   /* like a name no table knows */
      g_array_append_val (self->voices, voice);
      i += unlisted - 1;
      continue;
    }
    guint qualifier = name ? att_qualifier_join (self, name) : ATT_NOBODY;
    if (qualifier != ATT_NOBODY) {
      i = qualifier;
      continue;
    }
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
  gboolean spoken = voice->word > 0 && scan->cues[voice->word - 1] & ATT_CUE_SAY && person->kind == ATT_VOICE_PERSON;   /* said Speaker of the House X */
  if (spoken)
    stop &= ~(ATT_CUE_PREPOSITION | ATT_CUE_DETERMINER);
  if (spoken && person->core > person->word)   /* says historian and museum director X */
    stop &= ~(ATT_CUE_AND | ATT_CUE_CLAUSE);
  if (voice->role != ATT_NOBODY && att_scan_is_capital (scan, voice->role) && person->kind == ATT_VOICE_PERSON && att_scan_is_capital (scan, person->core - 1))   /* Speaker of the House X */
    stop &= ~(ATT_CUE_PREPOSITION | ATT_CUE_DETERMINER);
  if (person->core == person->word && scan->cues[person->word - 1] & ATT_CUE_PREPOSITION && !is_role (scan, person->word - 1))   /* said a relative of X: it is not X */
    return FALSE;
  if (person->word < att_voice_end (voice) || person->word > att_voice_end (voice) + 4 || att_scan_is_broken (scan, person->word) || (scan->cues[person->word - 1] & stop && !is_role (scan, person->word - 1)))
    return FALSE;
  for (guint i = att_voice_end (voice); i < person->word; i++)
    if (att_scan_is_broken (scan, i) || (scan->cues[i] & stop && !is_role (scan, i)))
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

/* "The commander of the fleet, Adm. X, said", "said the sub-prefect, X.": a name between commas right behind. */
static gboolean
is_apposed (const AttScan *scan, const AttVoice *voice, const AttVoice *person)
{
  guint at = att_voice_end (voice), after = att_voice_end (person);
  if (person->word < at || person->word > at + 2 || !(att_reading_word (scan->reading, at)->flags & ATT_WORD_COMMA))
    return FALSE;
  for (guint i = at; i < person->word; i++)
    if (!(scan->cues[i] & ATT_CUE_HONORIFIC))
      return FALSE;
  gboolean closed = after == scan->reading->words->len || att_scan_is_broken (scan, after) || att_reading_word (scan->reading, after)->sentence != att_reading_word (scan->reading, at)->sentence;
  return closed || voice->kind == ATT_VOICE_ROLE;
}

/* “It hurts all of our users,” Angela Merkel said: the mark parts them, whatever the words would have. */
static AttVoice *
beside (const AttVoices *self, const AttVoice *voice, AttVoice *other)
{
  return other && self->quoted[voice->word] == self->quoted[other->word] ? other : NULL;
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
    AttVoice *next = beside (self, &voice, i + 1 < self->voices->len ? &g_array_index (self->voices, AttVoice, i + 1) : NULL);
    AttVoice *before = beside (self, &voice, kept ? &g_array_index (self->voices, AttVoice, kept - 1) : NULL);
    gboolean titled = voice.role != ATT_NOBODY && voice.kind != ATT_VOICE_DOCUMENT;
    gboolean person = next && (next->kind == ATT_VOICE_PERSON || (next->kind == ATT_VOICE_CAPITALS && next->n_words > 1 && next->role == ATT_NOBODY && voice.kind >= ATT_VOICE_ROLE));
    gboolean title = voice.kind != ATT_VOICE_PERSON && voice.kind != ATT_VOICE_PRONOUN && voice.kind != ATT_VOICE_CAPITALS && person;
    title |= voice.kind == ATT_VOICE_CAPITALS && next && next->kind == ATT_VOICE_PERSON;
    gboolean named = title && leads_to (scan, &voice, next);
    gboolean comma = person && voice.kind >= ATT_VOICE_ROLE && voice.kind <= ATT_VOICE_CAPITALS && is_definite_title (scan, &voice) && is_apposed (scan, &voice, next);
    if (named || comma) {
      next->n_words = att_voice_end (next) - voice.word;
      next->word = voice.word;
      next->role = titled ? voice.role : next->role;
      continue;
    }
    gboolean whole = before && (before->kind == ATT_VOICE_PERSON || (before->kind == ATT_VOICE_CAPITALS && before->n_words > 1 && before->role == ATT_NOBODY && voice.kind == ATT_VOICE_ROLE));
    whole |= before && before->kind == ATT_VOICE_BODY && voice.kind == ATT_VOICE_ROLE && scan->cues[voice.role] & ATT_CUE_GROUP && scan->cues[voice.word] & ATT_CUE_DETERMINER;   /* "the Times, a newspaper" */
    gboolean apposed = whole && att_voice_end (before) == voice.word && att_reading_word (scan->reading, voice.word)->flags & ATT_WORD_COMMA;
    if (titled && apposed) {
      before->n_core = att_voice_end (before) - before->core;
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
  const AttReading *reading = self->scan->reading;
  for (guint k = 0; k < quotes->len; k++) {
    const AttSpan *span = &((const AttQuote *) g_ptr_array_index (quotes, k))->span;
    for (guint i = att_reading_word_at (reading, span->start); i < reading->words->len && att_reading_word (reading, i)->start < span->end; i++)
      self->quoted[i] = TRUE;
  }
}

char *
att_voices_written (const AttVoices *self, const AttVoice *voice)
{
  const char *zone = att_reading_zone_of (self->scan->reading, voice->word);
  const AttWord *first = att_reading_word (self->scan->reading, voice->word), *last = att_reading_word (self->scan->reading, att_voice_end (voice) - 1);
  gsize n = last->end - first->start;
  gboolean definite = self->scan->cues[voice->word] & ATT_CUE_DEFINITE && voice->n_words > 1 && (voice->kind == ATT_VOICE_ROLE || voice->kind == ATT_VOICE_DOCUMENT);
  if (definite && (att_lexicon_is_noun_first (self->scan->lexicon) || att_scan_is_capital (self->scan, voice->word + 1)))   /* "der Sender"; "der staatliche Sender" would be "staatlicher Sender" */
    return g_strndup (zone + first[1].start, last->end - first[1].start);
  if (n > 4 && g_ascii_strncasecmp (zone + first->start, "the ", 4) == 0)
    return g_strndup (zone + first->start + 4, n - 4);
  if (n > 4 && g_ascii_strncasecmp (zone + first->start, "one ", 4) == 0)   /* "one official": an official */
    return g_strdup_printf ("%s %.*s", strchr ("aeiouAEIOU", zone[first->start + 4]) ? "an" : "a", (int) (n - 4), zone + first->start + 4);
  return g_strndup (zone + first->start, n);
}

guint
att_voices_from (const AttVoices *self, guint word)
{
  return ATT_ARRAY_FROM (self->voices, AttVoice, word, word);
}

guint
att_voices_verb_from (const AttVoices *self, guint word)
{
  return ATT_ARRAY_FROM (self->verbs, AttVerb, word, word);
}

guint
att_voices_begin (const AttVoices *self, const AttVoice *voice)
{
  guint first = att_reading_sentence_of (self->scan->reading, voice->word)->first_word;
  gboolean article = voice->word > first && !att_scan_is_broken (self->scan, voice->word) && att_reading_is (self->scan->reading, voice->word - 1, "the");
  return article ? voice->word - 1 : voice->word;
}

static void
note_first (AttVoices *self)
{
  self->first = g_new (guint32, self->scan->actors->len + 1);
  memset (self->first, 0xff, (self->scan->actors->len + 1) * sizeof *self->first);
  for (guint i = 0; i < self->voices->len; i++) {
    const AttVoice *voice = att_voices_get (self, i);
    if (voice->actor != ATT_NOBODY && self->first[voice->actor] == G_MAXUINT32)
      self->first[voice->actor] = voice->word;
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
  att_voices_note_objects (self);
  att_voices_list_verbs (self);
  att_voices_identify (self, TRUE);
  self->referents = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_array_unref);
  note_first (self);
  for (guint i = 0; i < self->voices->len; i++)   /* one after the other: each leans on those before */
    if (att_voices_get (self, i)->kind == ATT_VOICE_PRONOUN && !self->quoted[att_voices_get (self, i)->word])
      att_voices_known (self, i);
  return self;
}

void
att_voices_free (AttVoices *self)
{
  if (self == NULL)
    return;
  att_voices_identify (self, FALSE);
  g_hash_table_unref (self->referents);
  g_array_unref (self->voices);
  g_array_unref (self->verbs);
  g_free (self->quoted);
  g_free (self->first);
  g_free (self);
}
