/* reference.c: whom a voice means.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A name means its actor; "the minister" whoever the article gave that office, or who held it on the day; a pronoun the
 * subject of the sentence before; an acronym what it was written out as. What stays open is called as it is written. */

#include "config.h"
#include "analysis/voice.h"

#include "base/text.h"

#include <string.h>

#define MAX_BACK 12          /* sentences a pronoun reaches back */
#define MAX_ROLES_BACK 300   /* voices a role reaches back */
#define GRACE ((gint64) 40 * 86400)   /* an office is still called by its last holder for so long */

static gboolean
may_be (const AttVoices *self, guint actor, AttGender gender)
{
  const AttActor *a = &g_array_index (self->scan->actors, AttActor, actor);
  return a->kind == ATT_TOPIC_PERSON && (gender == ATT_GENDER_UNKNOWN || a->gender == ATT_GENDER_UNKNOWN || a->gender == gender);
}

/* Who spoke in a sentence, or was its subject, of a gender; failing that, who else was named in it. */
static guint
person_of_sentence (const AttVoices *self, const AttSentence *s, guint to, AttGender gender)
{
  guint named = ATT_NOBODY;
  for (guint i = att_voices_verb_from (self, s->first_word); i < self->verbs->len && g_array_index (self->verbs, AttVerb, i).word < to; i++) {
    const AttVerb *verb = &g_array_index (self->verbs, AttVerb, i);
    const AttVoice *voice = verb->subject == ATT_NOBODY ? NULL : att_voices_get (self, verb->subject);
    if (voice && verb->link <= ATT_LINK_INVERTED && voice->kind == ATT_VOICE_PERSON && may_be (self, voice->actor, gender))
      return voice->actor;
  }
  for (guint i = att_voices_from (self, s->first_word); i < self->voices->len && att_voices_get (self, i)->word < to; i++) {
    const AttVoice *voice = att_voices_get (self, i);
    if (voice->kind != ATT_VOICE_PERSON || !may_be (self, voice->actor, gender) || self->quoted[voice->word])
      continue;
    if (!att_voices_is_object (self, voice))
      return voice->actor;
    named = voice->actor;
  }
  return named;
}

static guint
actor_named (const AttVoices *self, const char *name)
{
  return name ? att_scan_actor (self->scan, name) : ATT_NOBODY;
}

/* He and she: the subject of the sentence before, further back, or whoever spoke last. */
static guint
person_before (const AttVoices *self, const AttVoice *pronoun, const char *last)
{
  AttGender gender = self->scan->cues[pronoun->word] & ATT_CUE_HE ? ATT_GENDER_MALE : ATT_GENDER_FEMALE;
  const GArray *sentences = self->scan->reading->sentences;
  guint at = att_reading_word (self->scan->reading, pronoun->word)->sentence;
  for (guint back = 0; back < MAX_BACK && back <= at; back++) {
    const AttSentence *s = &g_array_index (sentences, AttSentence, at - back);
    if (s->zone == ATT_ZONE_TITLE)
      break;
    guint actor = person_of_sentence (self, s, back == 0 ? pronoun->word : s->first_word + s->n_words, gender);
    if (actor != ATT_NOBODY)
      return actor;
    guint spoke = back == 1 ? actor_named (self, last) : ATT_NOBODY;
    if (spoke != ATT_NOBODY && may_be (self, spoke, gender))
      return spoke;
  }
  return ATT_NOBODY;
}

/* It and they: the last body, state, role or group before that nothing governs, else any. */
static guint
voice_before (const AttVoices *self, guint index)
{
  const AttVoice *pronoun = att_voices_get (self, index);
  gboolean it = self->scan->cues[pronoun->word] & ATT_CUE_IT;
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
    if (!att_voices_is_object (self, voice))
      return i - 1;
    any = any == ATT_NOBODY ? i - 1 : any;
  }
  return any;
}

/* "The king": whoever the article gave that role, named last before it. */
static guint
by_role_in_article (const AttVoices *self, guint index)
{
  guint32 role = att_reading_word (self->scan->reading, att_voices_get (self, index)->role)->hash;
  for (guint i = index; i > 0 && index - i < MAX_ROLES_BACK; i--) {
    const AttVoice *voice = att_voices_get (self, i - 1);
    if (voice->kind != ATT_VOICE_PERSON)
      continue;
    if (voice->role != ATT_NOBODY && att_reading_word (self->scan->reading, voice->role)->hash == role)
      return voice->actor;
    for (guint k = voice->core; k < att_voice_end (voice); k++)   /* "King Abdullah" */
      if (att_reading_word (self->scan->reading, k)->hash == role)
        return voice->actor;
  }
  return ATT_NOBODY;
}

static const AttActor *
state_within (const AttVoices *self, const AttVoice *role)
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

/* The office in a voice's words, folded: "the US Secretary of State" is "secretary of state". */
static char *
office_of (const AttVoices *self, const AttVoice *voice)
{
  const AttScan *scan = self->scan;
  const char *zone = att_reading_zone_of (scan->reading, voice->word);
  GString *out = g_string_new (NULL);
  guint first = voice->role;
  while (first > voice->word && scan->cues[first - 1] & (ATT_CUE_ROLE | ATT_CUE_OF) && !(scan->cues[first - 1] & ATT_CUE_STATE))
    first--;
  for (guint i = first; i <= voice->role; i++) {
    const AttWord *w = att_reading_word (scan->reading, i);
    g_string_append_printf (out, "%s%.*s", i > first ? " " : "", (int) (w->end - w->start), zone + w->start);
  }
  g_autofree char *text = g_string_free (out, FALSE);
  return att_text_fold (text);
}

/* Who held an office on the article's day: the one person of the table, NULL when there are two or none. */
static const AttPerson *
by_office (const AttVoices *self, const AttVoice *role)
{
  const AttActor *of = state_within (self, role);
  if (of == NULL || of->kind != ATT_TOPIC_STATE)
    return NULL;
  g_autofree char *office = office_of (self, role);
  const AttPerson *found = NULL;
  gint64 date = self->scan->date;
  for (guint32 at = att_lexicon_office (self->scan->lexicon, office, of->name); at;) {
    const AttPerson *person = &g_array_index (self->scan->lexicon->persons, AttPerson, at - 1);
    at = person->next;
    if (date == 0 || (person->from && date < person->from) || (person->to && date > person->to + GRACE))
      continue;
    if (found && strcmp (found->name, person->name) != 0)
      found = person->from > found->from ? person : found;   /* the month two of them share: the later one */
    else
      found = person;
  }
  return found;
}

/* "Former president", "a spokesman": not the one we know. */
static gboolean
is_definite (const AttVoices *self, const AttVoice *role)
{
  const AttScan *scan = self->scan;
  const char *zone = att_reading_zone_of (scan->reading, role->word);
  for (guint i = role->word; i < role->role; i++) {
    const AttWord *w = att_reading_word (scan->reading, i);
    gsize n = w->end - w->start;
    if ((n == 6 && g_ascii_strncasecmp (zone + w->start, "former", 6) == 0) || (n == 6 && g_ascii_strncasecmp (zone + w->start, "deputy", 6) == 0)
        || (n == 2 && g_ascii_strncasecmp (zone + w->start, "ex", 2) == 0))
      return FALSE;
  }
  const AttWord *first = att_reading_word (scan->reading, role->word);
  gboolean the = first->end - first->start == 3 && g_ascii_strncasecmp (zone + first->start, "the", 3) == 0;
  return the || (role->role > role->word && !(scan->cues[role->word] & ATT_CUE_DETERMINER));
}

static char *
as_written (const AttVoices *self, const AttVoice *voice)
{
  const char *zone = att_reading_zone_of (self->scan->reading, voice->word);
  const AttWord *first = att_reading_word (self->scan->reading, voice->word), *last = att_reading_word (self->scan->reading, att_voice_end (voice) - 1);
  gsize n = last->end - first->start;
  if (n > 4 && g_ascii_strncasecmp (zone + first->start, "the ", 4) == 0)
    return g_strndup (zone + first->start + 4, n - 4);
  return g_strndup (zone + first->start, n);
}

/* "FNDC", once written "National Front for the Defence of the Constitution (FNDC)": the words before the bracket whose
 * initials it has. */
static char *
written_out (const AttVoices *self, const AttVoice *voice)
{
  const AttReading *reading = self->scan->reading;
  const AttWord *w = att_reading_word (reading, voice->word);
  if (voice->n_words != 1 || !(w->flags & ATT_WORD_CAPS))
    return NULL;
  guint at = GPOINTER_TO_UINT (g_hash_table_lookup (self->scan->acronyms, GUINT_TO_POINTER (w->hash)));
  if (at == 0)
    return NULL;
  const char *zone = att_reading_zone_of (reading, at);
  const AttWord *short_form = att_reading_word (reading, at);
  guint first = at, limit = att_reading_sentence_of (reading, at)->first_word;
  for (guint k = short_form->end; k > short_form->start; k--) {   /* initials, last first */
    guint back = first;
    while (back > limit && first - back < 3 && g_ascii_toupper (zone[att_reading_word (reading, back - 1)->start]) != zone[k - 1])
      back--;
    if (back == limit || first - back >= 3)
      return NULL;
    first = back - 1;
  }
  return g_strndup (zone + att_reading_word (reading, first)->start, att_reading_word (reading, at - 1)->end - att_reading_word (reading, first)->start);
}

/* Whether a role was brought in before as somebody without a name: "a prosecutor". */
static gboolean
is_introduced (const AttVoices *self, guint index)
{
  guint32 role = att_reading_word (self->scan->reading, att_voices_get (self, index)->role)->hash;
  for (guint i = index; i > 0 && index - i < MAX_ROLES_BACK; i--) {
    const AttVoice *voice = att_voices_get (self, i - 1);
    if (voice->kind == ATT_VOICE_ROLE && att_reading_word (self->scan->reading, voice->role)->hash == role)
      return TRUE;
  }
  return FALSE;
}

/* "The former defense chief", "the agency": another name for whoever spoke or was the subject last. */
static guint
by_epithet (const AttVoices *self, guint index, const char *last)
{
  const AttVoice *role = att_voices_get (self, index);
  const AttReading *reading = self->scan->reading;
  const AttWord *w = att_reading_word (reading, role->role), *first = att_reading_word (reading, role->word);
  gboolean the = first->end - first->start == 3 && g_ascii_strncasecmp (att_reading_zone_of (reading, role->word) + first->start, "the", 3) == 0;
  if (!the || att_reading_zone_of (reading, role->role)[w->end - 1] == 's' || att_voice_end (role) > role->role + 1 || is_introduced (self, index))
    return ATT_NOBODY;
  if (self->scan->cues[role->role] & ATT_CUE_GROUP) {
    guint at = w->sentence;
    for (guint i = index; i > 0 && at - att_reading_word (reading, att_voices_get (self, i - 1)->word)->sentence <= 3; i--)
      if (att_voices_get (self, i - 1)->kind == ATT_VOICE_BODY && !g_array_index (self->scan->actors, AttActor, att_voices_get (self, i - 1)->actor).press)
        return att_voices_get (self, i - 1)->actor;
    return ATT_NOBODY;
  }
  guint spoke = actor_named (self, last);
  if (spoke != ATT_NOBODY && may_be (self, spoke, ATT_GENDER_UNKNOWN))
    return spoke;
  for (guint back = 0; back < 4 && back <= w->sentence; back++) {
    const AttSentence *s = &g_array_index (reading->sentences, AttSentence, w->sentence - back);
    guint actor = s->zone == ATT_ZONE_TITLE ? ATT_NOBODY : person_of_sentence (self, s, back == 0 ? role->word : s->first_word + s->n_words, ATT_GENDER_UNKNOWN);
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
  if (!is_definite (self, role))
    return by_epithet (self, index, last);
  *holder = att_voice_end (role) == role->role + 1 ? by_office (self, role) : NULL;
  if (*holder)
    return actor_named (self, (*holder)->name);
  const AttActor *of = state_within (self, role);
  if (of && of->kind == ATT_TOPIC_STATE)
    return ATT_NOBODY;
  guint known = by_role_in_article (self, index);
  return known != ATT_NOBODY ? known : by_epithet (self, index, last);
}

static guint
resolve (const AttVoices *self, guint index, const char *last, const AttPerson **holder)
{
  const AttVoice *voice = att_voices_get (self, index);
  if (voice->kind == ATT_VOICE_PRONOUN)
    return person_before (self, voice, last);
  return voice->actor != ATT_NOBODY ? voice->actor : voice->kind == ATT_VOICE_ROLE || voice->kind == ATT_VOICE_CAPITALS ? resolve_role (self, index, last, holder) : ATT_NOBODY;
}

guint
att_voices_actor (const AttVoices *self, guint index, const char *last)
{
  const AttPerson *holder = NULL;
  return index == ATT_NOBODY ? ATT_NOBODY : resolve (self, index, last, &holder);
}

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
    return actor->kind == ATT_TOPIC_STATE ? as_written (self, &owner) : g_strdup (actor->name);
  }
  return NULL;
}

/* "The statement": the last one spoken of that had an owner; else whoever spoke last before it. */
static char *
maker_of_document (const AttVoices *self, guint index)
{
  const AttVoice *voice = att_voices_get (self, index);
  const AttReading *reading = self->scan->reading;
  for (guint i = index; i > 0 && index - i < MAX_BACK * 4; i--) {
    const AttVoice *before = att_voices_get (self, i - 1);
    if (before->kind != ATT_VOICE_DOCUMENT || att_reading_word (reading, before->role)->hash != att_reading_word (reading, voice->role)->hash)
      continue;
    char *owner = owner_of_document (self, before);
    if (owner)
      return owner;
  }
  for (guint i = att_voices_verb_from (self, voice->word); i > 0; i--) {
    const AttVerb *verb = &g_array_index (self->verbs, AttVerb, i - 1);
    if (att_reading_sentence_of (reading, verb->word)->paragraph + 2 < att_reading_sentence_of (reading, voice->word)->paragraph)
      break;
    if (verb->subject != ATT_NOBODY && verb->link <= ATT_LINK_INVERTED && att_voices_get (self, verb->subject)->kind <= ATT_VOICE_CAPITALS)
      return att_voices_name (self, verb->subject, NULL);
  }
  return NULL;
}

/* A statement speaks for whoever made it. */
static char *
name_document (const AttVoices *self, guint index, const char *last)
{
  const AttVoice *voice = att_voices_get (self, index);
  char *owner = owner_of_document (self, voice);
  if (owner)
    return owner;
  guint its = self->scan->cues[voice->word] & (ATT_CUE_IT | ATT_CUE_THEY) ? voice_before (self, index) : ATT_NOBODY;
  if (its != ATT_NOBODY && att_voices_get (self, its)->kind != ATT_VOICE_PRONOUN)
    return att_voices_name (self, its, NULL);
  owner = maker_of_document (self, index);
  return owner ? owner : last ? g_strdup (last) : as_written (self, voice);
}

char *
att_voices_name (const AttVoices *self, guint index, const char *last)
{
  if (index == ATT_NOBODY)
    return NULL;
  const AttVoice *voice = att_voices_get (self, index);
  guint64 cues = self->scan->cues[voice->word];
  if (voice->kind == ATT_VOICE_PRONOUN && cues & (ATT_CUE_IT | ATT_CUE_THEY)) {
    guint before = voice_before (self, index);
    return before == ATT_NOBODY || att_voices_get (self, before)->kind == ATT_VOICE_PRONOUN ? NULL : att_voices_name (self, before, NULL);
  }
  if (voice->kind == ATT_VOICE_DOCUMENT)
    return name_document (self, index, last);
  const AttPerson *holder = NULL;
  guint actor = resolve (self, index, last, &holder);
  if (actor != ATT_NOBODY) {
    const AttActor *a = &g_array_index (self->scan->actors, AttActor, actor);
    g_autofree char *full = a->kind == ATT_TOPIC_BODY ? written_out (self, voice) : NULL;
    if (full)
      return g_steal_pointer (&full);
    return a->kind == ATT_TOPIC_STATE ? as_written (self, voice) : g_strdup (a->name);   /* "the Kremlin", "Beijing": as the article has it */
  }
  if (holder)
    return g_strdup (holder->name);
  if (voice->kind == ATT_VOICE_CAPITALS && voice->core > voice->word) {   /* "study coauthor X Y" is X Y */
    AttVoice name = *voice;
    name.n_words -= voice->core - voice->word;
    name.word = voice->core;
    return as_written (self, &name);
  }
  char *written = voice->kind == ATT_VOICE_CAPITALS ? written_out (self, voice) : NULL;
  if (written)
    return written;
  return voice->kind == ATT_VOICE_PRONOUN ? g_strdup (last) : as_written (self, voice);   /* "a spokesman said ... he said" */
}
