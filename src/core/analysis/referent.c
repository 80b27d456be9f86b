/* referent.c: whom a voice that names nobody may mean.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "analysis/referent.h"

#include <string.h>

#define MAX_REFERENTS 7
#define MAX_SENTENCES 12      /* a pronoun reaches back */
#define MAX_ROLE_SENTENCES 40 /* and "the company" */
#define MAX_VOICES 200
#define MAX_ROLES 400         /* voices back in which a role is looked for */
#define MAX_WORDS 60          /* to either side of a name, in which a letter may be spoken of */
#define MAX_VERBS 40          /* of a sentence, in which somebody may speak */

/* Somebody named before, by a name that is the voices' own: where last, how often since, whether in more than one word, as what, and
 * how well the words fit that speak of him. */
typedef struct { const AttIdentity *who; guint voice, n; gboolean whole; guint as, fit; } Referent;

static gboolean
is_definite (const AttVoices *self, const AttVoice *voice)
{
  const AttReading *reading = self->scan->reading;
  return att_reading_is (reading, voice->word, "the") || att_reading_is (reading, voice->word, "this") || att_reading_is (reading, voice->word, "that");
}

/* "The Kentucky Republican", "the 67-year-old": somebody who has a name elsewhere. */
static gboolean
is_epithet (const AttVoices *self, const AttVoice *voice)
{
  if (voice->actor != ATT_NOBODY || voice->core != voice->word)
    return FALSE;
  return is_definite (self, voice) || (voice->role != ATT_NOBODY && voice->word > 0 && att_reading_is (self->scan->reading, voice->word - 1, "the"));
}

AttReferenceKind
att_reference_kind (const AttVoices *self, guint index)
{
  const AttVoice *voice = att_voices_get (self, index);
  guint64 cues = self->scan->cues[voice->word];
  switch (voice->kind) {
    case ATT_VOICE_PRONOUN:
      return cues & (ATT_CUE_HE | ATT_CUE_SHE) ? ATT_REFERENCE_PERSON : cues & ATT_CUE_THEY ? ATT_REFERENCE_THEY : ATT_REFERENCE_IT;
    case ATT_VOICE_DOCUMENT:
      return ATT_REFERENCE_DOCUMENT;
    case ATT_VOICE_ROLE:
      return !is_definite (self, voice) ? ATT_REFERENCE_NONE : self->scan->cues[voice->role] & ATT_CUE_GROUP ? ATT_REFERENCE_GROUP : ATT_REFERENCE_ROLE;
    case ATT_VOICE_CAPITALS:
      return is_epithet (self, voice) ? ATT_REFERENCE_ROLE : ATT_REFERENCE_NONE;
    default:
      return ATT_REFERENCE_NONE;
  }
}

static AttGender
gender_of (const AttVoices *self, AttReferenceKind kind, const AttVoice *voice)
{
  return kind != ATT_REFERENCE_PERSON ? ATT_GENDER_UNKNOWN : self->scan->cues[voice->word] & ATT_CUE_HE ? ATT_GENDER_MALE : ATT_GENDER_FEMALE;
}

/* Whether a reference of a kind can mean a voice at all. */
static gboolean
fits (const AttVoices *self, AttReferenceKind kind, AttGender gender, const AttVoice *voice)
{
  gboolean group = voice->kind == ATT_VOICE_ROLE && self->scan->cues[voice->role] & ATT_CUE_GROUP;
  if (voice->kind == ATT_VOICE_PRONOUN || voice->kind == ATT_VOICE_DOCUMENT || self->quoted[voice->word])
    return FALSE;
  if (voice->kind == ATT_VOICE_PERSON && gender != ATT_GENDER_UNKNOWN) {
    AttGender known = g_array_index (self->scan->actors, AttActor, voice->actor).gender;
    return known == ATT_GENDER_UNKNOWN || known == gender;
  }
  switch (kind) {
    case ATT_REFERENCE_PERSON:
    case ATT_REFERENCE_ROLE:  return voice->kind == ATT_VOICE_PERSON || voice->kind == ATT_VOICE_CAPITALS || (voice->kind == ATT_VOICE_ROLE && !group);
    case ATT_REFERENCE_IT:
    case ATT_REFERENCE_GROUP: return voice->kind == ATT_VOICE_BODY || voice->kind == ATT_VOICE_STATE || voice->kind == ATT_VOICE_CAPITALS || group;
    default:                  return TRUE;
  }
}

static guint
sentence_of (const AttVoices *self, const AttVoice *voice)
{
  return att_reading_word (self->scan->reading, voice->word)->sentence;
}

static void
note_referent (const AttVoices *self, guint index, GArray *all)
{
  const AttIdentity *who = att_voices_known (self, index);
  guint k = 0;
  while (k < all->len && g_array_index (all, Referent, k).who != who)
    k++;
  if (who && k == all->len && all->len < MAX_REFERENTS) {
    Referent one = { who, index, 0, FALSE, 0, 0 };
    g_array_append_val (all, one);
  }
  if (who && k < all->len) {
    g_array_index (all, Referent, k).n++;
    g_array_index (all, Referent, k).whole |= att_voices_get (self, index)->n_words > 1;
  }
}

/* As what somebody was named: the subject of a verb of speech, another subject, an object, an owner. */
static guint
named_as (const AttVoices *self, guint index)
{
  const AttVoice *voice = att_voices_get (self, index);
  const AttSentence *s = att_reading_sentence_of (self->scan->reading, voice->word);
  guint from = att_voices_verb_from (self, s->first_word), near = att_voices_verb_from (self, voice->word);
  for (guint i = near > from + MAX_VERBS ? near - MAX_VERBS : from; i < self->verbs->len && i < near + MAX_VERBS; i++) {
    const AttVerb *verb = &g_array_index (self->verbs, AttVerb, i);
    if (verb->word >= s->first_word + s->n_words)
      break;
    if (verb->subject == index)
      return verb->link <= ATT_LINK_INVERTED ? 0 : 1;
  }
  if (att_reading_word (self->scan->reading, att_voice_end (voice) - 1)->flags & ATT_WORD_POSSESSIVE)
    return 2;
  return voice->object ? 3 : 4;
}

/* Whether the article gave somebody the role by which he may be meant: "President X", "the president". */
static guint
office_of (const AttVoices *self, const AttVoice *reference, const Referent *referent)
{
  guint actor = att_voices_get (self, referent->voice)->actor, found = 0;
  if (reference->role == ATT_NOBODY)
    return 0;
  guint32 role = att_reading_word (self->scan->reading, reference->role)->hash;
  guint end = att_voices_from (self, reference->word);
  for (guint i = end > MAX_ROLES ? end - MAX_ROLES : 0; i < end; i++) {
    const AttVoice *voice = att_voices_get (self, i);
    if (actor == ATT_NOBODY ? i != referent->voice : voice->actor != actor)
      continue;
    for (guint k = voice->word; k < att_voice_end (voice); k++)
      if (att_reading_word (self->scan->reading, k)->hash == role)
        return 2;
    found |= voice->role != ATT_NOBODY;   /* it has another role */
  }
  return found;
}

/* "X said in a letter", "the letter": whether the paper was spoken of where somebody was named. */
static gboolean
came_with (const AttVoices *self, const AttVoice *reference, const AttVoice *voice)
{
  const AttSentence *s = att_reading_sentence_of (self->scan->reading, voice->word);
  guint32 paper = att_reading_word (self->scan->reading, reference->role)->hash;
  guint end = MIN (s->first_word + s->n_words, voice->word + MAX_WORDS);
  for (guint i = voice->word > s->first_word + MAX_WORDS ? voice->word - MAX_WORDS : s->first_word; i < end; i++)
    if (i != reference->role && att_reading_word (self->scan->reading, i)->hash == paper)
      return TRUE;
  return FALSE;
}

/* Whether somebody named before had the office or the paper spoken of: not at all, another, that very one, wrote it where he was named. */
static guint
fit_of (const AttVoices *self, AttReferenceKind kind, const AttVoice *reference, const Referent *referent)
{
  gboolean wrote = kind == ATT_REFERENCE_DOCUMENT && came_with (self, reference, att_voices_get (self, referent->voice));
  return wrote ? 3 : office_of (self, reference, referent);
}

static GArray *
find_referents (const AttVoices *self, AttReferenceKind kind, guint index)
{
  const AttVoice *reference = att_voices_get (self, index);
  AttGender gender = gender_of (self, kind, reference);
  guint reach = kind <= ATT_REFERENCE_IT ? MAX_SENTENCES : MAX_ROLE_SENTENCES;
  GArray *all = g_array_new (FALSE, FALSE, sizeof (Referent));
  for (guint i = index; i > 0 && index - i < MAX_VOICES; i--) {
    const AttVoice *voice = att_voices_get (self, i - 1);
    if (sentence_of (self, voice) + reach < sentence_of (self, reference))
      break;
    if (fits (self, kind, gender, voice))
      note_referent (self, i - 1, all);
  }
  for (guint i = 0; i < all->len; i++) {
    Referent *one = &g_array_index (all, Referent, i);
    one->as = named_as (self, one->voice);
    one->fit = fit_of (self, kind, reference, one);
  }
  return all;
}

/* Who was named before a voice and may be meant, the last one first; found once, for a voice stands near several quotations. */
static const GArray *
list_referents (const AttVoices *self, AttReferenceKind kind, guint index)
{
  GArray *all = g_hash_table_lookup (self->referents, GUINT_TO_POINTER (index));
  if (all == NULL) {
    all = find_referents (self, kind, index);
    g_hash_table_insert (self->referents, GUINT_TO_POINTER (index), all);
  }
  return all;
}

static void
add_traits (const AttVoices *self, const AttQuoteContext *context, AttReferenceKind kind, guint index, const Referent *referent, guint rank, AttCandidate *c)
{
  static const guint8 STEPS[] = { 0, 1, 2, 3, 4, 4, 5 };
  const AttVoice *reference = att_voices_get (self, index), *voice = att_voices_get (self, referent->voice);
  guint distance = sentence_of (self, reference) - sentence_of (self, voice);
  gboolean last = context->last == c->who;
  guint since = last ? context->place->paragraph - context->before->paragraph : 0;
  att_candidate_add (c, ATT_SPEAKER_REFERS_RANK, kind * 6 + MIN (rank, 5));
  att_candidate_add (c, ATT_SPEAKER_REFERS_DISTANCE, kind * 7 + (distance < G_N_ELEMENTS (STEPS) ? STEPS[distance] : 6));
  att_candidate_add (c, ATT_SPEAKER_REFERS_AS, kind * 5 + referent->as);
  att_candidate_add (c, ATT_SPEAKER_REFERS_LAST, kind * 4 + (last ? 1 + MIN (since, 2) : 0));
  att_candidate_add (c, ATT_SPEAKER_REFERS_KIND, kind * 6 + MIN (voice->kind == ATT_VOICE_CAPITALS && referent->whole ? 5 : voice->kind, 5));
  att_candidate_add (c, ATT_SPEAKER_REFERS_OFTEN, kind * 4 + MIN (referent->n - 1, 3));
  att_candidate_add (c, ATT_SPEAKER_REFERS_OFFICE, kind * 4 + referent->fit);
  guint first = att_reading_sentence_of (self->scan->reading, voice->word)->first_word;
  if (att_voices_from (self, first) == referent->voice)
    att_candidate_add (c, ATT_SPEAKER_REFERS_FIRST, kind);
  if (voice->actor == ATT_NOBODY)
    return;
  const AttActor *actor = &g_array_index (self->scan->actors, AttActor, voice->actor);
  if (actor->titled)
    att_candidate_add (c, ATT_SPEAKER_REFERS_TITLE, kind);
  if (actor->gender != ATT_GENDER_UNKNOWN)
    att_candidate_add (c, ATT_SPEAKER_REFERS_GENDER, kind);
}

/* Whom the rules chose, where nobody named before has that name; and where they chose somebody, "the report" itself. */
static void
add_others (const AttVoices *self, const AttQuoteContext *context, AttReferenceKind kind, guint index, const AttCandidate *chosen, gboolean found, guint best, GArray *candidates)
{
  if (!found) {
    AttCandidate c = *chosen;
    if (kind != ATT_REFERENCE_NONE)
      att_candidate_add (&c, ATT_SPEAKER_REFERS_RULE, kind * 4 + 2);
    att_speaker_traits_name (self, context, &c);
    g_array_append_val (candidates, c);
  }
  if (kind < ATT_REFERENCE_ROLE)
    return;
  AttCandidate c = *chosen;
  c.who = att_voices_itself (self, index);
  if (c.who == chosen->who)
    return;
  att_candidate_add (&c, ATT_SPEAKER_REFERS_RULE, kind * 4 + 3);
  att_candidate_add (&c, ATT_SPEAKER_REFERS_ITSELF, (kind - ATT_REFERENCE_ROLE) * 4 + best);
  att_speaker_traits_name (self, context, &c);
  g_array_append_val (candidates, c);
}

/* "The French president": whoever holds that office, named here or not; nobody else can be meant. */
static gboolean
is_office_of_state (const AttVoices *self, guint index, const AttCandidate *chosen)
{
  const AttVoice *voice = att_voices_get (self, index);
  gboolean state = FALSE;
  for (guint i = voice->word; voice->role != ATT_NOBODY && i < voice->role; i++)
    state |= (self->scan->cues[i] & ATT_CUE_STATE) != 0;
  return state && chosen->who != att_voices_itself (self, index);
}

void
att_referents_add (const AttVoices *self, const AttQuoteContext *context, guint index, const AttCandidate *chosen, GArray *candidates)
{
  AttReferenceKind kind = att_reference_kind (self, index);
  if (kind == ATT_REFERENCE_ROLE && is_office_of_state (self, index, chosen))
    kind = ATT_REFERENCE_NONE;
  const GArray *referents = kind == ATT_REFERENCE_NONE ? NULL : list_referents (self, kind, index);
  gboolean found = FALSE;
  guint best = 0;
  for (guint i = 0; referents && i < referents->len; i++) {
    const Referent *referent = &g_array_index (referents, Referent, i);
    AttCandidate c = *chosen;
    gboolean same = referent->who == chosen->who;
    c.who = referent->who;
    found |= same;
    att_candidate_add (&c, ATT_SPEAKER_REFERS_RULE, kind * 4 + same);
    best = MAX (best, referent->fit);
    add_traits (self, context, kind, index, referent, i, &c);
    att_speaker_traits_name (self, context, &c);
    g_array_append_val (candidates, c);
  }
  add_others (self, context, kind, index, chosen, found, best, candidates);
}
