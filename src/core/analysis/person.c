/* person.c: who a name belongs to.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "analysis/person.h"

#include "base/text.h"

#include <string.h>

#define YEAR ((gint64) 365 * 86400)

static gboolean
is_capital (const AttWord *w)
{
  return w->flags & (ATT_WORD_TITLE | ATT_WORD_CAPS);
}

char *
att_person_text (const AttScan *self, guint word, guint n_words)
{
  const char *zone = att_reading_zone_of (self->reading, word);
  GString *out = g_string_new (NULL);
  for (guint i = 0; i < n_words; i++) {
    const AttWord *w = att_reading_word (self->reading, word + i);
    if (i) {
      const AttWord *before = att_reading_word (self->reading, word + i - 1);
      gboolean hyphen = w->start == before->end + 1 && zone[before->end] == '-';
      if (before->flags & ATT_WORD_INITIAL)
        g_string_append_c (out, '.');
      g_string_append_c (out, hyphen ? '-' : ' ');
    }
    g_string_append_len (out, zone + w->start, w->end - w->start);
  }
  return g_string_free (out, FALSE);
}

static gboolean
is_particle (const char *zone, const AttWord *w)
{
  static const char *const PARTICLES[] = { "al", "el", "bin", "ibn", "bint", "abu", "de", "da", "do", "dos", "del", "della", "di", "du", "la", "le", "van", "von", "der", "den", "ter", "ben", "ul", "ur", "zu" };
  gsize n = w->end - w->start;
  for (guint i = 0; i < G_N_ELEMENTS (PARTICLES); i++)
    if (strlen (PARTICLES[i]) == n && g_ascii_strncasecmp (zone + w->start, PARTICLES[i], n) == 0)
      return TRUE;
  return FALSE;
}

/* What may stand inside a person's name. */
static gboolean
is_name_word (const AttScan *self, guint word, const char *zone, gboolean first)
{
  const AttWord *w = att_reading_word (self->reading, word);
  guint16 cues = self->cues[word];
  if (w->flags & ATT_WORD_NUMBER || cues & ATT_CUE_NOT_NAME || cues & ATT_CUE_BODY)
    return FALSE;
  if (!is_capital (w))
    return !first && is_particle (zone, w);
  if (w->flags & ATT_WORD_CAPS && w->end - w->start > 3)
    return FALSE;   /* SHOUTING, or an acronym */
  if (cues & (ATT_CUE_ROLE | ATT_CUE_HONORIFIC) && !(cues & (ATT_CUE_GIVEN_M | ATT_CUE_GIVEN_F)))
    return FALSE;
  return !(cues & ATT_CUE_STATE) || cues & (ATT_CUE_GIVEN_M | ATT_CUE_GIVEN_F);
}

static gboolean
same_sentence (const AttScan *self, guint a, guint b)
{
  return b < self->reading->words->len && att_reading_word (self->reading, a)->sentence == att_reading_word (self->reading, b)->sentence;
}

/* Something that makes a capitalised pair of words a person: a given name, an office or a title before, speech
 * beside, an age behind. */
static gboolean
has_evidence (const AttScan *self, guint word, guint n)
{
  guint16 first = self->cues[word];
  if (first & (ATT_CUE_GIVEN_M | ATT_CUE_GIVEN_F))
    return TRUE;
  if (att_reading_word (self->reading, word)->flags & ATT_WORD_START && !(att_reading_word (self->reading, word)->flags & ATT_WORD_INITIAL)) {
    /* at the start of a sentence the capital tells nothing: only speech right after it does */
    return n >= 2 && same_sentence (self, word, word + n) && self->cues[word + n] & ATT_CUE_SAY;
  }
  if (word > 0 && same_sentence (self, word, word - 1) && self->cues[word - 1] & (ATT_CUE_ROLE | ATT_CUE_HONORIFIC)
      && !(att_reading_word (self->reading, word)->flags & ATT_WORD_BREAK))
    return TRUE;
  if (!same_sentence (self, word, word + n))
    return FALSE;
  const AttWord *after = att_reading_word (self->reading, word + n);
  if (self->cues[word + n] & ATT_CUE_SAY && !(after->flags & ATT_WORD_BREAK))
    return TRUE;
  gboolean age = after->flags & ATT_WORD_NUMBER && after->flags & ATT_WORD_COMMA && after->end - after->start == 2;
  gboolean said_before = word > 0 && same_sentence (self, word, word - 1) && self->cues[word - 1] & ATT_CUE_SAY;
  return age || said_before || (after->flags & ATT_WORD_COMMA && self->cues[word + n] & ATT_CUE_ROLE);
}

guint
att_person_shape (const AttScan *self, guint word)
{
  const char *zone = att_reading_zone_of (self->reading, word);
  if (!is_name_word (self, word, zone, TRUE))
    return 0;
  guint n = 1;
  while (n < 5 && same_sentence (self, word, word + n)) {
    const AttWord *w = att_reading_word (self->reading, word + n), *before = att_reading_word (self->reading, word + n - 1);
    if (w->flags & ATT_WORD_BREAK || before->flags & ATT_WORD_POSSESSIVE || !is_name_word (self, word + n, zone, FALSE))
      break;
    n++;
  }
  while (n > 1 && !is_capital (att_reading_word (self->reading, word + n - 1)))
    n--;   /* no name ends in a particle */
  if (n < 2 || att_reading_word (self->reading, word + n - 1)->flags & ATT_WORD_INITIAL)
    return 0;
  return has_evidence (self, word, n) ? n : 0;
}

static const char *
last_word (const char *name)
{
  const char *space = strrchr (name, ' ');
  return space ? space + 1 : name;
}

/* Whether two full names are one person's: the same first and last words, whatever stands between. */
static gboolean
is_same (const char *a, const char *b)
{
  g_autofree char *x = att_text_fold (a), *y = att_text_fold (b);
  if (strcmp (x, y) == 0)
    return TRUE;
  if (strcmp (last_word (x), last_word (y)) != 0)
    return FALSE;
  gsize n = strcspn (x, " "), m = strcspn (y, " ");
  return x[n] && y[m] && n == m && strncmp (x, y, n) == 0;
}

guint
att_person_named (AttScan *self, const char *name, AttGender gender)
{
  for (guint i = 0; i < self->actors->len; i++) {
    AttActor *actor = &g_array_index (self->actors, AttActor, i);
    if (actor->kind == ATT_TOPIC_PERSON && is_same (actor->name, name)) {
      if (actor->gender == ATT_GENDER_UNKNOWN)
        actor->gender = gender;
      return i;
    }
  }
  AttActor actor = { ATT_TOPIC_PERSON, g_strdup (name), g_strdup (name), gender, 0 };
  g_array_append_val (self->actors, actor);
  return self->actors->len - 1;
}

static guint
in_article (const AttScan *self, const char *family)
{
  guint found = G_MAXUINT;
  for (guint i = 0; i < self->actors->len; i++) {
    const AttActor *actor = &g_array_index (self->actors, AttActor, i);
    if (actor->kind != ATT_TOPIC_PERSON)
      continue;
    g_autofree char *name = att_text_fold (actor->name);
    gboolean last = strcmp (last_word (name), family) == 0;
    /* East Asian names put the family first */
    gsize n = strcspn (name, " ");
    gboolean first = name[n] && strlen (family) == n && strncmp (name, family, n) == 0;
    if (last)
      return i;
    if (first && found == G_MAXUINT)
      found = i;
  }
  return found;
}

static gboolean
was_in_office (const AttPerson *person, gint64 date)
{
  if (date == 0)
    return TRUE;
  return (person->from == 0 || person->from - YEAR <= date) && (person->to == 0 || date <= person->to + 2 * YEAR);
}

/* The office-holder of the article's time who goes by this name, if there is just one. */
static const AttPerson *
in_office (const AttScan *self, guint word)
{
  const AttPerson *found = NULL;
  guint32 state = att_trie_step (self->lexicon->trie, 0, att_reading_word (self->reading, word)->hash);
  guint32 at = state ? att_trie_get (self->lexicon->trie, state) : 0;
  for (; at; at = g_array_index (self->lexicon->entries, AttEntry, at - 1).next) {
    const AttEntry *entry = &g_array_index (self->lexicon->entries, AttEntry, at - 1);
    if (entry->kind != ATT_ENTRY_FAMILY)
      continue;
    const AttPerson *person = &g_array_index (self->lexicon->persons, AttPerson, entry->index);
    if (!was_in_office (person, self->date))
      continue;
    if (found && strcmp (found->name, person->name) != 0)
      return NULL;
    found = person;
  }
  return found;
}

/* "He" is a family name too, but hardly ever. */
static gboolean
is_pronoun (const char *zone, const AttWord *w)
{
  static const char *const PRONOUNS[] = { "he", "she", "they", "we", "you", "it", "his", "her", "my", "so", "an", "in", "to", "no", "do" };
  for (guint i = 0; i < G_N_ELEMENTS (PRONOUNS); i++)
    if (strlen (PRONOUNS[i]) == w->end - w->start && g_ascii_strncasecmp (zone + w->start, PRONOUNS[i], w->end - w->start) == 0)
      return TRUE;
  return FALSE;
}

guint
att_person_by_family (AttScan *self, guint word)
{
  const AttWord *w = att_reading_word (self->reading, word);
  if (!is_capital (w) || w->flags & ATT_WORD_NUMBER || w->end - w->start < 2 || is_pronoun (att_reading_zone_of (self->reading, word), w))
    return G_MAXUINT;
  g_autofree char *written = att_person_text (self, word, 1);
  g_autofree char *family = att_text_fold (written);
  guint known = in_article (self, family);
  if (known != G_MAXUINT)
    return known;
  guint16 cues = self->cues[word];
  gboolean introduced = word > 0 && same_sentence (self, word, word - 1) && self->cues[word - 1] & (ATT_CUE_HONORIFIC | ATT_CUE_ROLE)
                        && !(w->flags & ATT_WORD_BREAK);
  if (cues & (ATT_CUE_NOT_NAME | ATT_CUE_STATE | ATT_CUE_BODY | ATT_CUE_ROLE) || w->flags & ATT_WORD_CAPS)
    return G_MAXUINT;
  gboolean common = cues & (ATT_CUE_GIVEN_M | ATT_CUE_GIVEN_F);
  const AttPerson *person = common && !introduced ? NULL : in_office (self, word);
  if (person)
    return att_person_named (self, person->name, person->female ? ATT_GENDER_FEMALE : ATT_GENDER_MALE);
  gboolean titled = introduced && self->cues[word - 1] & ATT_CUE_HONORIFIC && att_reading_word (self->reading, word - 1)->flags & ATT_WORD_TITLE;
  return titled && strlen (family) > 2 ? att_person_named (self, written, ATT_GENDER_UNKNOWN) : G_MAXUINT;
}
