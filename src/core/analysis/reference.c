/* reference.c: whom a voice means.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A name means its actor; "the minister" whoever the article gave that office, or who held it on the day; a pronoun the
 * subject of the sentence before; an acronym what it was written out as. What stays open is called as it is written. */

#include "config.h"
#include "analysis/description.h"

#include "base/text.h"

#include <string.h>

#define MAX_BACK 12          /* sentences a pronoun reaches back */
#define MAX_FRONTED 24       /* words before the subject of a sentence */
#define MAX_QUOTED_BACK 40   /* with those that are a quotation all through */
#define MAX_ROLES_BACK 300   /* voices a role reaches back */
#define MAX_LOOKED_AT 60     /* verbs and voices of one sentence, the last ones */
#define GRACE ((gint64) 40 * 86400)   /* an office is still called by its last holder for so long */

static gboolean
is_the (const AttVoices *self, guint word)
{
  return self->scan->cues[word] & ATT_CUE_DEFINITE || att_reading_is (self->scan->reading, word, "the");
}

static gboolean
may_be (const AttVoices *self, guint actor, AttGender gender)
{
  const AttActor *a = &g_array_index (self->scan->actors, AttActor, actor);
  return a->kind == ATT_TOPIC_PERSON && (gender == ATT_GENDER_UNKNOWN || a->gender == ATT_GENDER_UNKNOWN || a->gender == gender);
}

static guint
actor_named (const AttVoices *self, const char *name)
{
  return name ? att_scan_actor (self->scan, name) : ATT_NOBODY;
}

guint
att_voices_before (const AttVoices *self, guint index)
{
  const AttVoice *pronoun = att_voices_get (self, index);
  gboolean it = !(self->scan->cues[pronoun->word] & ATT_CUE_THEY);
  guint any = ATT_NOBODY;
  guint at = att_reading_word (self->scan->reading, pronoun->word)->sentence;
  for (guint i = index; i > 0 && index - i < 16; i--) {
    const AttVoice *voice = att_voices_get (self, i - 1);
    if (at - att_reading_word (self->scan->reading, voice->word)->sentence > 2)
      break;
    gboolean fits = it ? voice->kind == ATT_VOICE_BODY || voice->kind == ATT_VOICE_STATE || voice->kind == ATT_VOICE_CAPITALS || (voice->kind == ATT_VOICE_ROLE && self->scan->cues[voice->role] & ATT_CUE_GROUP)
                       : voice->kind == ATT_VOICE_ROLE || voice->kind == ATT_VOICE_BODY || voice->kind == ATT_VOICE_CAPITALS;
    if (!fits || self->quoted[voice->word])
      continue;
    if (!voice->object)
      return i - 1;
    any = any == ATT_NOBODY ? i - 1 : any;
  }
  return any;
}

/* "The prime minister" is not Foreign Minister X; "the minister" may be. */
static gboolean
is_other_office (const AttVoices *self, const AttVoice *reference, const AttVoice *voice)
{
  const AttScan *scan = self->scan;
  gboolean qualified = reference->role > reference->word && scan->cues[reference->role - 1] & ATT_CUE_ROLE;
  return qualified && (voice->role == voice->word || att_reading_word (scan->reading, voice->role - 1)->hash != att_reading_word (scan->reading, reference->role - 1)->hash);
}

/* "The king": whoever the article gave that role, named last before it. */
static guint
by_role_in_article (const AttVoices *self, guint index)
{
  const AttVoice *reference = att_voices_get (self, index);
  guint32 role = att_reading_word (self->scan->reading, reference->role)->hash;
  for (guint i = index; i > 0 && index - i < MAX_ROLES_BACK; i--) {
    const AttVoice *voice = att_voices_get (self, i - 1);
    if (voice->kind != ATT_VOICE_PERSON)
      continue;
    if (voice->role != ATT_NOBODY && att_reading_word (self->scan->reading, voice->role)->hash == role && !is_other_office (self, reference, voice))
      return voice->actor;
    for (guint k = voice->core; k < att_voice_end (voice); k++)   /* "King Abdullah" */
      if (att_reading_word (self->scan->reading, k)->hash == role)
        return voice->actor;
  }
  return ATT_NOBODY;
}

static void
append_word (const AttScan *scan, guint word, GString *out)
{
  const AttWord *w = att_reading_word (scan->reading, word);
  if (out->len)
    g_string_append_c (out, ' ');
  g_string_append_len (out, att_reading_zone_of (scan->reading, word) + w->start, w->end - w->start);
}

/* The name of a people behind a role, "ministre russe des Finances"; NULL: there is none. */
static const AttName *
people_behind (const AttScan *scan, const AttVoice *voice)
{
  guint i = att_scan_name_from (scan, voice->role + 1);
  const AttName *name = i < scan->names->len && att_lexicon_is_noun_first (scan->lexicon) ? &g_array_index (scan->names, AttName, i) : NULL;
  return name && name->people && name->word == voice->role + 1 && name->word + name->n_words <= att_voice_end (voice) ? name : NULL;
}

/* The office in a voice's words, folded: "the US Secretary of State" is "secretary of state", "le ministre russe des Finances" "ministre des finances". */
static char *
office_of (const AttVoices *self, const AttVoice *voice)
{
  const AttScan *scan = self->scan;
  g_autoptr (GString) out = g_string_new (NULL);
  const AttName *people = people_behind (scan, voice);
  guint first = voice->role;
  while (first > voice->word && scan->cues[first - 1] & (ATT_CUE_ROLE | ATT_CUE_OF) && !(scan->cues[first - 1] & (ATT_CUE_STATE | ATT_CUE_BODY)))
    first--;
  for (guint i = first; i <= voice->role; i++)
    append_word (scan, i, out);
  for (guint i = people ? people->word + people->n_words : att_voice_end (voice); i < att_voice_end (voice); i++)
    append_word (scan, i, out);
  return att_text_fold (out->str);
}

/* What the table of office-holders may call an office; NULL behind the last. */
static GStrv
offices_meant (const AttVoices *self, const AttVoice *voice)
{
  g_autofree char *office = office_of (self, voice);
  const char *names = g_hash_table_lookup (self->scan->lexicon->office_names, office);
  return g_strsplit (names ? names : office, ";", -1);
}

static gboolean
is_in_office (const AttPerson *person, gint64 date)
{
  return date >= person->from && (person->to == 0 || date < person->to);
}

/* Who held an office on the article's day: the one person of the table, NULL where there is none. Of a body several may hold it at once
 * ("the EU commissioner"): then NULL, too. */
static const AttPerson *
holder_of (const AttVoices *self, const char *office, const char *of, gboolean body)
{
  const AttPerson *found = NULL;
  gint64 date = self->scan->date;
  for (guint32 at = att_lexicon_office (self->scan->lexicon, office, of); at;) {
    const AttPerson *person = &g_array_index (self->scan->lexicon->persons, AttPerson, at - 1);
    at = person->next;
    if (date == 0 || (person->from && date < person->from) || (person->to && date > person->to + GRACE))
      continue;
    if (found && body && strcmp (found->name, person->name) != 0 && is_in_office (found, date) && is_in_office (person, date))
      return NULL;
    if (found && strcmp (found->name, person->name) != 0)
      found = person->from > found->from ? person : found;   /* the month two of them share: the later one */
    else
      found = person;
  }
  return found;
}

static const AttPerson *
by_office (const AttVoices *self, const AttVoice *role)
{
  const AttActor *of = att_description_state (self, role);
  if (of == NULL)
    return NULL;
  g_auto (GStrv) offices = offices_meant (self, role);
  const AttPerson *holder = NULL;
  for (guint i = 0; offices[i] && holder == NULL; i++)
    holder = holder_of (self, offices[i], of->name, of->kind != ATT_TOPIC_STATE);
  return holder;
}

/* "The prime minister": somebody the article names without saying that this is his office. */
static guint
by_office_of_named (const AttVoices *self, const AttVoice *role)
{
  g_auto (GStrv) offices = offices_meant (self, role);
  guint found = ATT_NOBODY;
  for (guint i = 0; i < self->scan->actors->len; i++) {
    const AttActor *a = &g_array_index (self->scan->actors, AttActor, i);
    if (a->kind != ATT_TOPIC_PERSON || a->state == NULL || (found != ATT_NOBODY && g_array_index (self->scan->actors, AttActor, found).n >= a->n))
      continue;
    for (guint k = 0; offices[k] && found != i; k++) {
      const AttPerson *holder = holder_of (self, offices[k], a->state, FALSE);
      if (holder && strcmp (holder->name, a->name) == 0)
        found = i;
    }
  }
  return found;
}

/* "Former president", "a spokesman": not the one we know. */
static gboolean
is_definite (const AttVoices *self, const AttVoice *role)
{
  static const char *const OTHERS[] = { "former", "deputy", "ex", "ancien", "ancienne", "vice", "futur", "future", NULL };
  const AttScan *scan = self->scan;
  for (guint i = role->word; i < role->role; i++)
    if (att_reading_is_any (scan->reading, i, OTHERS))
      return FALSE;
  return is_the (self, role->word) || (role->role > role->word && !(scan->cues[role->word] & ATT_CUE_DETERMINER));
}

/* "The president of France": behind the role stands nothing but whose it is. */
static gboolean
ends_in_whose (const AttVoices *self, const AttVoice *role)
{
  guint end = att_voice_end (role), at = role->role + 1;
  if (at >= end || !(self->scan->cues[at] & ATT_CUE_OF))
    return FALSE;
  at += 1 + (at + 1 < end && self->scan->cues[at + 1] & ATT_CUE_DETERMINER);
  guint i = att_scan_name_from (self->scan, at);
  const AttName *name = i < self->scan->names->len ? &g_array_index (self->scan->names, AttName, i) : NULL;
  return name && name->word == at && at + name->n_words == end;
}

/* Whom "the king", "China's foreign minister" is; ATT_NOBODY when the article does not say. A holder it never names is
 * known by the table alone. */
static guint
holder_of_role (const AttVoices *self, guint index, const AttPerson **holder)
{
  const AttVoice *role = att_voices_get (self, index);
  if (role->role == ATT_NOBODY || !is_definite (self, role) || (att_voice_end (role) != role->role + 1 && !ends_in_whose (self, role) && people_behind (self->scan, role) == NULL))
    return ATT_NOBODY;
  *holder = by_office (self, role);
  if (*holder)
    return actor_named (self, (*holder)->name);
  const AttActor *of = att_description_state (self, role);
  if (of && of->kind == ATT_TOPIC_STATE)
    return ATT_NOBODY;
  guint known = by_role_in_article (self, index);
  return known == ATT_NOBODY && role->n_words <= 2 ? by_office_of_named (self, role) : known;
}

/* Whom "he" meant, where it stands for a person of that gender: what is said of him further on is said of the same. */
static guint
person_of_pronoun (const AttVoices *self, guint index, AttGender gender)
{
  guint64 cues = self->scan->cues[att_voices_get (self, index)->word];
  guint64 wanted = (gender != ATT_GENDER_FEMALE ? ATT_CUE_HE : 0) | (gender != ATT_GENDER_MALE ? ATT_CUE_SHE : 0);
  return cues & wanted && !(cues & ATT_CUE_DETERMINER) && att_voices_is_asked (self, index) && att_voices_known (self, index) ? att_voices_known (self, index)->actor : ATT_NOBODY;
}

/* The person a voice is: by name, or by a role the article or the table gives just one. */
static guint
person_of_voice (const AttVoices *self, guint index, AttGender gender)
{
  const AttVoice *voice = att_voices_get (self, index);
  if (voice->kind == ATT_VOICE_PRONOUN)
    return person_of_pronoun (self, index, gender);
  const AttPerson *holder = NULL;
  guint actor = voice->kind == ATT_VOICE_PERSON ? voice->actor : voice->kind == ATT_VOICE_ROLE ? holder_of_role (self, index, &holder) : ATT_NOBODY;
  return actor != ATT_NOBODY && may_be (self, actor, gender) ? actor : ATT_NOBODY;
}

/* "Describing X as a hero, he", "Influenced by X, he": where the clause behind what its subject does first begins; else the sentence. */
static guint
clause_from (const AttVoices *self, const AttSentence *s, guint to)
{
  const AttScan *scan = self->scan;
  guint end = MIN (to, s->first_word + MAX_FRONTED), i = s->first_word + 1;
  gboolean fronted = (att_scan_ends_in (scan, s->first_word, "ing") || att_scan_ends_in (scan, s->first_word, "ed")) && !(scan->cues[s->first_word] & (ATT_CUE_PREPOSITION | ATT_CUE_PERSON | ATT_CUE_STATE | ATT_CUE_BODY | ATT_CUE_PRONOUN));
  while (fronted && i < end && !att_scan_is_broken (scan, i))
    i++;
  return fronted && i < end && i > s->first_word + 1 ? i : s->first_word;
}

/* Who spoke in a sentence, or was its subject, of a gender; failing that, who else was named in it. */
static guint
person_of_sentence (const AttVoices *self, const AttSentence *s, guint to, AttGender gender)
{
  guint named = ATT_NOBODY, verbs = att_voices_verb_from (self, to), voices = att_voices_from (self, to), from = clause_from (self, s, to);
  for (guint i = MAX (att_voices_verb_from (self, from), verbs > MAX_LOOKED_AT ? verbs - MAX_LOOKED_AT : 0); i < verbs; i++) {
    const AttVerb *verb = &g_array_index (self->verbs, AttVerb, i);
    if (verb->subject == ATT_NOBODY || verb->link > ATT_LINK_INVERTED)
      continue;
    guint actor = person_of_voice (self, verb->subject, gender);
    if (actor != ATT_NOBODY)
      return actor;
  }
  for (guint i = MAX (att_voices_from (self, from), voices > MAX_LOOKED_AT ? voices - MAX_LOOKED_AT : 0); i < voices; i++) {
    const AttVoice *voice = att_voices_get (self, i);
    if (self->quoted[voice->word] || (voice->object && voice->kind != ATT_VOICE_PERSON))
      continue;
    guint actor = person_of_voice (self, i, gender);
    if (actor != ATT_NOBODY && !voice->object)
      return actor;
    named = actor != ATT_NOBODY ? actor : named;
  }
  return named;
}

/* He and she: the subject of the sentence before, further back, or whoever spoke last. */
static guint
person_before (const AttVoices *self, const AttVoice *pronoun, const char *last)
{
  AttGender gender = self->scan->cues[pronoun->word] & ATT_CUE_HE ? ATT_GENDER_MALE : ATT_GENDER_FEMALE;
  const GArray *sentences = self->scan->reading->sentences;
  guint at = att_reading_word (self->scan->reading, pronoun->word)->sentence;
  guint steps = 0;
  for (guint back = 0; back < MAX_QUOTED_BACK && steps < MAX_BACK && back <= at; back++) {
    const AttSentence *s = &g_array_index (sentences, AttSentence, at - back);
    if (s->zone == ATT_ZONE_TITLE)
      break;
    if (back > 0 && s->n_words > 0 && self->quoted[s->first_word] && self->quoted[s->first_word + s->n_words - 1])
      continue;   /* somebody's words: nobody is the subject there */
    guint actor = person_of_sentence (self, s, back == 0 ? pronoun->word : s->first_word + s->n_words, gender);
    if (actor != ATT_NOBODY)
      return actor;
    guint spoke = steps++ == 1 ? actor_named (self, last) : ATT_NOBODY;
    if (spoke != ATT_NOBODY && may_be (self, spoke, gender))
      return spoke;
  }
  return ATT_NOBODY;
}

/* Whether a role was brought in before as somebody without a name: "a prosecutor". */
static gboolean
is_introduced (const AttVoices *self, guint index)
{
  guint32 role = att_reading_word (self->scan->reading, att_voices_get (self, index)->role)->hash;
  for (guint i = index; i > 0 && index - i < MAX_ROLES_BACK; i--) {
    const AttVoice *voice = att_voices_get (self, i - 1);
    if (voice->kind == ATT_VOICE_ROLE && !is_the (self, voice->word) && att_reading_word (self->scan->reading, voice->role)->hash == role)
      return TRUE;
  }
  return FALSE;
}

/* "The agency": the body named last; "the newspaper": of the press alone, and as far back as it is named. "The country": of the sentence that named states last, the first, which is its subject. */
static guint
body_before (const AttVoices *self, guint index)
{
  static const char *const LANDS[] = { "country", "nation", "kingdom", "republic", NULL }, *const PAPERS[] = { "newspaper", "paper", "magazine", "daily", "weekly", "broadcaster", "network", "outlet", "publication", "tabloid", "channel", NULL };
  const AttReading *reading = self->scan->reading;
  guint word = att_voices_get (self, index)->role, at = att_reading_word (reading, word)->sentence, found = ATT_NOBODY, where = 0;
  gboolean land = att_reading_is_any (reading, word, LANDS), paper = att_reading_is_any (reading, word, PAPERS);
  for (guint i = index; i > 0 && index - i < MAX_LOOKED_AT; i--) {
    const AttVoice *voice = att_voices_get (self, i - 1);
    guint sentence = att_reading_word (reading, voice->word)->sentence;
    if ((at - sentence > 3 && !paper) || (found != ATT_NOBODY && (!land || sentence != where)))
      break;
    if (voice->kind != (land ? ATT_VOICE_STATE : ATT_VOICE_BODY) || g_array_index (self->scan->actors, AttActor, voice->actor).press != paper || (land && voice->object))
      continue;
    found = voice->actor;
    where = sentence;
  }
  return found;
}

/* Whether a word of another language than English, "la compañía", is said of any body; "la police" is one of its own. */
static gboolean
is_any_body (const AttScan *scan, guint word)
{
  static const char *const ANY[] = { "agence", "organisation", "entreprise", "compagnie", "institution", "agencia", "organizacion", "organismo", "empresa", "compania", "firma", "unternehmen",
                                     "konzern", "behorde", NULL };   /* as words are folded */
  return *scan->lexicon->tongue == '\0' || att_reading_is_any (scan->reading, word, ANY);
}

/* Of whom "the" is said, where a language tells: "la ministre", "der Minister"; "die Richter" are many: FALSE. */
static gboolean
gender_of_article (const AttScan *scan, const AttVoice *role, AttGender *gender)
{
  static const char *const HIS[] = { "le", "el", "der", NULL }, *const HERS[] = { "la", "die", NULL };
  gboolean hers = att_reading_is_any (scan->reading, role->word, HERS);
  *gender = hers ? ATT_GENDER_FEMALE : att_reading_is_any (scan->reading, role->word, HIS) ? ATT_GENDER_MALE : ATT_GENDER_UNKNOWN;
  return !att_reading_is (scan->reading, role->word, "die") || att_scan_ends_in (scan, role->role, "in");
}

/* "The former defense chief", "the agency": another name for whoever spoke or was the subject last. */
static guint
by_epithet (const AttVoices *self, guint index, const char *last)
{
  static const char *const BESIDE[] = { "deputy", "acting", NULL };
  const AttVoice *role = att_voices_get (self, index);
  const AttReading *reading = self->scan->reading;
  const AttWord *w = att_reading_word (reading, role->role);
  for (guint i = role->word; i < role->role; i++)   /* "the actress's spokesman": somebody else; nor is he the minister who stands beside him */
    if (att_reading_word (reading, i)->flags & ATT_WORD_POSSESSIVE || att_reading_is_any (reading, i, BESIDE))
      return ATT_NOBODY;
  if (!is_the (self, role->word) || att_reading_zone_of (reading, role->role)[w->end - 1] == 's' || att_voice_end (role) > role->role + 1 || is_introduced (self, index))
    return ATT_NOBODY;
  if (self->scan->cues[role->role] & ATT_CUE_GROUP)
    return is_any_body (self->scan, role->role) ? body_before (self, index) : ATT_NOBODY;
  AttGender gender = ATT_GENDER_UNKNOWN;
  guint spoke = actor_named (self, last);
  if (!gender_of_article (self->scan, role, &gender))
    return ATT_NOBODY;
  if (spoke != ATT_NOBODY && may_be (self, spoke, gender))
    return spoke;
  for (guint back = 0; back < 4 && back <= w->sentence; back++) {
    const AttSentence *s = &g_array_index (reading->sentences, AttSentence, w->sentence - back);
    guint actor = s->zone == ATT_ZONE_TITLE ? ATT_NOBODY : person_of_sentence (self, s, back == 0 ? role->word : s->first_word + s->n_words, gender);
    if (actor != ATT_NOBODY)
      return actor;
  }
  return ATT_NOBODY;
}

/* "The president", "China's foreign minister". */
static guint
resolve_role (const AttVoices *self, guint index, const char *last, const AttPerson **holder)
{
  const AttVoice *role = att_voices_get (self, index);
  if (role->role == ATT_NOBODY)
    return ATT_NOBODY;
  guint known = holder_of_role (self, index, holder);
  gboolean foreign = *holder || att_description_state (self, role);   /* somebody the article need not have named */
  return known != ATT_NOBODY || foreign ? known : by_epithet (self, index, last);
}

static guint
resolve (const AttVoices *self, guint index, const char *last, const AttPerson **holder)
{
  const AttVoice *voice = att_voices_get (self, index);
  if (voice->kind == ATT_VOICE_PRONOUN)
    return person_before (self, voice, last);
  return voice->actor != ATT_NOBODY ? voice->actor : voice->kind == ATT_VOICE_ROLE || voice->kind == ATT_VOICE_CAPITALS ? resolve_role (self, index, last, holder) : ATT_NOBODY;
}

char *
att_voices_name (const AttVoices *self, guint index, const char *last)
{
  if (index == ATT_NOBODY)
    return NULL;
  const AttVoice *voice = att_voices_get (self, index);
  guint64 cues = self->scan->cues[voice->word];
  if (voice->kind == ATT_VOICE_PRONOUN && cues & (ATT_CUE_IT | ATT_CUE_THEY)) {
    guint before = att_voices_before (self, index);
    return before == ATT_NOBODY || att_voices_get (self, before)->kind == ATT_VOICE_PRONOUN ? NULL : att_voices_name (self, before, NULL);
  }
  if (voice->kind == ATT_VOICE_DOCUMENT)
    return att_voices_name_document (self, index, last);
  const AttPerson *holder = NULL;
  guint actor = resolve (self, index, last, &holder);
  if (actor != ATT_NOBODY) {
    const AttActor *a = &g_array_index (self->scan->actors, AttActor, actor);
    g_autofree char *full = a->kind == ATT_TOPIC_BODY && *self->scan->lexicon->tongue == '\0' ? att_voices_spelled_out (self, voice) : NULL;   /* in another language it goes by its name here */
    if (full)
      return g_steal_pointer (&full);
    if (a->kind == ATT_TOPIC_STATE)   /* "the Kremlin", "Beijing": as the article has it; "the country": by its name */
      return voice->actor == actor ? att_voices_written (self, voice) : g_strdup (a->label);
    return g_strdup (a->name);
  }
  if (holder)
    return g_strdup (holder->name);
  if (voice->kind == ATT_VOICE_CAPITALS && (voice->core > voice->word || voice->n_core > 0)) {   /* "study coauthor X Y", "X Y, a spokesman": X Y */
    AttVoice name = *voice;
    name.n_words = voice->n_core > 0 ? voice->n_core : att_voice_end (voice) - voice->core;
    name.word = voice->core;
    return att_voices_written (self, &name);
  }
  char *written = voice->kind == ATT_VOICE_CAPITALS ? att_voices_spelled_out (self, voice) : voice->kind == ATT_VOICE_ROLE ? att_description_brought_in (self, index) : NULL;
  if (written)
    return written;
  return voice->kind == ATT_VOICE_PRONOUN ? g_strdup (last) : att_description_written (self, voice);   /* "a spokesman said ... he said" */
}
