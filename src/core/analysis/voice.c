/* voice.c: everybody in an article who might be speaking: names, pronouns, roles and groups.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "analysis/voice.h"

#include "analysis/person.h"
#include "base/text.h"

#include <string.h>

#define MAX_BACK 12   /* sentences a pronoun reaches back */

static const char *const HE[] = { "he", NULL }, *const SHE[] = { "she", NULL }, *const THEY[] = { "they", NULL };
static const char *const PREPOSITIONS[] = { "of", "with", "to", "for", "about", "against", "from", "over", "on", "in", "at", "toward", "towards", "between", "after", "like", "than",
                                            "under", "into", "as", "told", "urged", "asked", "warned", "when", "by", "across", "through", NULL };
static const char *const DETERMINERS[] = { "a", "an", "the", "another", "one", "some", "several", "two", "three", "many", "his", "her", "their", "its", "other", "these", "those", NULL };

gboolean
att_voices_is_word (const AttVoices *self, guint word, const char *const *list)
{
  const char *zone = att_reading_zone_of (self->scan->reading, word);
  const AttWord *w = att_reading_word (self->scan->reading, word);
  for (guint i = 0; list[i]; i++)
    if (strlen (list[i]) == w->end - w->start && g_ascii_strncasecmp (zone + w->start, list[i], w->end - w->start) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
is_person (const AttScan *scan, guint actor)
{
  return g_array_index (scan->actors, AttActor, actor).kind == ATT_TOPIC_PERSON;
}

static gboolean
is_role (const AttScan *scan, guint word)
{
  return scan->cues[word] & (ATT_CUE_ROLE | ATT_CUE_GROUP);
}

/* "a senior US official", "the Ugandan Health Ministry": from its determiner to its role. */
static guint
role_start (const AttVoices *self, guint role, guint first)
{
  const AttScan *scan = self->scan;
  guint start = role;
  while (start > first && role - start < 6) {
    const AttWord *w = att_reading_word (scan->reading, start);
    if (w->flags & ATT_WORD_BREAK || scan->cues[start - 1] & ATT_CUE_SAY || att_voices_is_word (self, start - 1, PREPOSITIONS))
      break;
    start--;
    if (att_voices_is_word (self, start, DETERMINERS))
      break;
    const AttWord *now = att_reading_word (scan->reading, start);
    gboolean tied = now->flags & (ATT_WORD_TITLE | ATT_WORD_CAPS) || scan->cues[start] || start + 1 == role || start + 2 == role;
    if (!tied) {
      start++;
      break;
    }
  }
  return start;
}

/* What the words from i on name, if they name a voice. */
static gboolean
read_voice (AttVoices *self, const AttSentence *s, guint i, const AttName *name, AttVoice *voice)
{
  const AttScan *scan = self->scan;
  guint end = s->first_word + s->n_words;
  *voice = (AttVoice) { i, 1, i, ATT_NOBODY, ATT_NOBODY, FALSE };
  if (name) {
    voice->n_words = name->n_words;
    voice->actor = name->actor;
    return TRUE;
  }
  if (att_voices_is_word (self, i, HE) || att_voices_is_word (self, i, SHE) || att_voices_is_word (self, i, THEY)) {
    voice->pronoun = TRUE;
    return TRUE;
  }
  if (!is_role (scan, i) || (i + 1 < end && is_role (scan, i + 1) && !(att_reading_word (scan->reading, i + 1)->flags & ATT_WORD_BREAK)))
    return FALSE;
  voice->word = voice->core = role_start (self, i, s->first_word);
  voice->n_words = i - voice->word + 1;
  voice->role = i;
  return TRUE;
}

/* "Chinese officials", "Iran's foreign ministry": the state only qualifies what follows. */
static gboolean
qualifies (const AttScan *scan, const AttSentence *s, const AttName *name)
{
  guint end = s->first_word + s->n_words;
  if (is_person (scan, name->actor))
    return FALSE;
  for (guint i = name->word + name->n_words; i < end && i < name->word + name->n_words + 3; i++) {
    if (att_reading_word (scan->reading, i)->flags & ATT_WORD_BREAK || scan->cues[i] & ATT_CUE_SAY)
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
    if (!read_voice (self, s, i, name, &voice))
      continue;
    g_array_append_val (self->voices, voice);
    i = MAX (i, voice.word + voice.n_words - 1);
  }
}

/* A role right before a person's name is that person's ("China's Foreign Minister Wang Yi"); so is one right behind a
 * comma ("Reece Kershaw, the police commissioner, said"). */
static void
join_roles (AttVoices *self)
{
  guint kept = 0;
  for (guint i = 0; i < self->voices->len; i++) {
    AttVoice voice = g_array_index (self->voices, AttVoice, i);
    AttVoice *next = i + 1 < self->voices->len ? &g_array_index (self->voices, AttVoice, i + 1) : NULL;
    AttVoice *before = kept ? &g_array_index (self->voices, AttVoice, kept - 1) : NULL;
    gboolean named = next && next->actor != ATT_NOBODY && is_person (self->scan, next->actor) && next->word > voice.word && next->word <= voice.word + voice.n_words + 1
                     && !(att_reading_word (self->scan->reading, next->word)->flags & ATT_WORD_BREAK);
    if (voice.role != ATT_NOBODY && named) {
      next->n_words = next->word + next->n_words - voice.word;
      next->word = voice.word;
      next->role = voice.role;
      continue;
    }
    gboolean apposed = before && before->actor != ATT_NOBODY && is_person (self->scan, before->actor) && before->word + before->n_words == voice.word
                       && att_reading_word (self->scan->reading, voice.word)->flags & ATT_WORD_COMMA;
    if (voice.role != ATT_NOBODY && apposed) {
      before->n_words = voice.word + voice.n_words - before->word;
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

AttVoices *
att_voices_new (AttScan *scan, const GPtrArray *quotes)
{
  AttVoices *self = g_new0 (AttVoices, 1);
  guint next_name = 0;
  self->scan = scan;
  self->voices = g_array_new (FALSE, FALSE, sizeof (AttVoice));
  self->quoted = g_new0 (guint8, scan->reading->words->len + 1);
  note_quoted (self, quotes);
  for (guint i = 0; i < scan->reading->sentences->len; i++) {
    const AttSentence *s = &g_array_index (scan->reading->sentences, AttSentence, i);
    if (s->zone == ATT_ZONE_TEXT && !s->skipped && !s->heading)
      list_sentence (self, s, &next_name);
  }
  join_roles (self);
  return self;
}

void
att_voices_free (AttVoices *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->voices);
  g_free (self->quoted);
  g_free (self);
}

guint
att_voices_first (const AttVoices *self, guint from, guint to)
{
  for (guint i = 0; i < self->voices->len; i++) {
    const AttVoice *voice = att_voices_get (self, i);
    if (voice->word >= to)
      break;
    if (voice->word >= from && !self->quoted[voice->word])
      return i;
  }
  return ATT_NOBODY;
}

gboolean
att_voices_is_object (const AttVoices *self, const AttVoice *voice, guint from)
{
  if (voice->word <= from)
    return FALSE;
  guint before = voice->word - 1;
  if (before > from && att_voices_is_word (self, before, DETERMINERS))
    before--;
  return att_voices_is_word (self, before, PREPOSITIONS);
}

static gboolean
may_be (const AttVoices *self, guint actor, AttGender gender)
{
  const AttActor *a = &g_array_index (self->scan->actors, AttActor, actor);
  return a->kind == ATT_TOPIC_PERSON && (gender == ATT_GENDER_UNKNOWN || a->gender == ATT_GENDER_UNKNOWN || a->gender == gender);
}

/* Who was the subject of a sentence, of a gender; failing that, who else was named in it. */
static guint
subject_of_sentence (const AttVoices *self, const AttSentence *s, guint to, AttGender gender)
{
  guint named = ATT_NOBODY;
  for (guint i = 0; i < self->voices->len; i++) {
    const AttVoice *voice = att_voices_get (self, i);
    if (voice->word >= to)
      break;
    if (voice->word < s->first_word || voice->pronoun || voice->actor == ATT_NOBODY || !may_be (self, voice->actor, gender) || self->quoted[voice->word])
      continue;
    if (!att_voices_is_object (self, voice, s->first_word))
      return voice->actor;
    named = voice->actor;
  }
  return named;
}

static guint
actor_named (const AttVoices *self, const char *name)
{
  for (guint i = 0; name && i < self->scan->actors->len; i++)
    if (strcmp (g_array_index (self->scan->actors, AttActor, i).name, name) == 0)
      return i;
  return ATT_NOBODY;
}

/* Whom a pronoun means: the subject of the sentence before, further back, or whoever spoke last. */
static guint
resolve_pronoun (const AttVoices *self, const AttVoice *pronoun, const char *last)
{
  AttGender gender = att_voices_is_word (self, pronoun->word, HE) ? ATT_GENDER_MALE : att_voices_is_word (self, pronoun->word, SHE) ? ATT_GENDER_FEMALE : ATT_GENDER_UNKNOWN;
  const GArray *sentences = self->scan->reading->sentences;
  guint at = att_reading_word (self->scan->reading, pronoun->word)->sentence;
  for (guint back = 0; back < MAX_BACK && back <= at; back++) {
    const AttSentence *s = &g_array_index (sentences, AttSentence, at - back);
    if (s->zone == ATT_ZONE_TITLE)
      break;
    guint actor = subject_of_sentence (self, s, back == 0 ? pronoun->word : s->first_word + s->n_words, gender);
    if (actor != ATT_NOBODY)
      return actor;
    guint spoke = back == 1 ? actor_named (self, last) : ATT_NOBODY;
    if (spoke != ATT_NOBODY && may_be (self, spoke, gender))
      return spoke;
  }
  return ATT_NOBODY;
}

static gboolean
same_word (const AttVoices *self, guint a, guint b)
{
  return att_reading_word (self->scan->reading, a)->hash == att_reading_word (self->scan->reading, b)->hash;
}

/* "The king": whoever the article gave that role, named last before it. */
static guint
by_role_in_article (const AttVoices *self, const AttVoice *role)
{
  guint found = ATT_NOBODY;
  for (guint i = 0; i < self->voices->len; i++) {
    const AttVoice *voice = att_voices_get (self, i);
    if (voice->word >= role->word)
      break;
    if (voice->actor != ATT_NOBODY && voice->role != ATT_NOBODY && same_word (self, voice->role, role->role))
      found = voice->actor;
  }
  return found;
}

static const char *
state_within (const AttVoices *self, const AttVoice *role)
{
  for (guint i = 0; i < self->scan->names->len; i++) {
    const AttName *name = &g_array_index (self->scan->names, AttName, i);
    if (name->word >= role->word && name->word < role->word + role->n_words && !is_person (self->scan, name->actor))
      return g_array_index (self->scan->actors, AttActor, name->actor).name;
  }
  return NULL;
}

/* "The Ukrainian president": somebody the article names who held that office then. */
static guint
by_office (const AttVoices *self, const AttVoice *role)
{
  const char *of = state_within (self, role);
  const char *zone = att_reading_zone_of (self->scan->reading, role->role);
  const AttWord *w = att_reading_word (self->scan->reading, role->role);
  g_autofree char *word = g_ascii_strdown (zone + w->start, w->end - w->start);
  guint found = ATT_NOBODY;
  for (guint i = 0; i < self->scan->lexicon->persons->len; i++) {
    const AttPerson *person = &g_array_index (self->scan->lexicon->persons, AttPerson, i);
    gboolean then = !self->scan->date || ((!person->from || person->from <= self->scan->date) && (!person->to || self->scan->date <= person->to + 40 * 86400));
    if (!then || strcmp (person->office, word) != 0 || (of && strcmp (person->of, of) != 0))
      continue;
    guint actor = actor_named (self, person->name);
    if (actor == ATT_NOBODY)
      continue;
    if (found != ATT_NOBODY && found != actor)
      return ATT_NOBODY;   /* two of them: nobody for sure */
    found = actor;
  }
  return found;
}

static guint
resolve_role (const AttVoices *self, const AttVoice *role)
{
  static const char *const THE[] = { "the", NULL };
  if (role->n_words < 2 || !att_voices_is_word (self, role->word, THE))
    return ATT_NOBODY;   /* "a spokesman" is not the one we know */
  guint office = by_office (self, role);
  return office != ATT_NOBODY ? office : state_within (self, role) ? ATT_NOBODY : by_role_in_article (self, role);
}

static char *
as_written (const AttVoices *self, const AttVoice *voice)
{
  const char *zone = att_reading_zone_of (self->scan->reading, voice->word);
  const AttWord *first = att_reading_word (self->scan->reading, voice->word), *last = att_reading_word (self->scan->reading, voice->word + voice->n_words - 1);
  return g_strndup (zone + first->start, last->end - first->start);
}

char *
att_voices_name (const AttVoices *self, guint index, const char *last)
{
  if (index == ATT_NOBODY)
    return NULL;
  const AttVoice *voice = att_voices_get (self, index);
  guint actor = voice->pronoun ? resolve_pronoun (self, voice, last) : voice->actor != ATT_NOBODY ? voice->actor : resolve_role (self, voice);
  if (actor == ATT_NOBODY)
    return voice->pronoun ? NULL : as_written (self, voice);
  const AttActor *a = &g_array_index (self->scan->actors, AttActor, actor);
  return a->kind == ATT_TOPIC_STATE ? as_written (self, voice) : g_strdup (a->name);   /* "the Kremlin", "Beijing": as the article has it */
}
