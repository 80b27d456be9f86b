/* person.c: who a name belongs to.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "analysis/person.h"

#include "analysis/office.h"
#include "analysis/pinyin.h"

#include "base/text.h"

#include <string.h>

#define GIVEN (ATT_CUE_GIVEN_M | ATT_CUE_GIVEN_F)
#define MAX_NAME 5    /* words of a name, and two more for each father in it */
#define MAX_WHOLE 4   /* words of a name that has two family names */
#define MIN_GLUED 4   /* small letters before a capital within a word */

/* "Kyung-wha": the second half of a given name, which Korean and Taiwanese papers write small. */
static gboolean
is_second_half (const AttScan *self, guint word)
{
  const AttWord *w = att_reading_word (self->reading, word), *before = w - 1;
  return att_scan_is_hyphened (self, word) && before->flags & ATT_WORD_TITLE && !(w->flags & ATT_WORD_NUMBER) && w->end - w->start <= 6;
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
      if (before->flags & ATT_WORD_INITIAL)
        g_string_append_c (out, '.');
      g_string_append_c (out, att_scan_is_hyphened (self, word + i) ? '-' : ' ');
    }
    g_string_append_len (out, zone + w->start, w->end - w->start);
  }
  return g_string_free (out, FALSE);
}

gboolean
att_person_is_son (const AttScan *self, guint word)
{
  static const char *const SONS[] = { "bin", "ibn", "bint", NULL };
  return att_reading_is_any (self->reading, word, SONS);
}

static gboolean
same_sentence (const AttScan *self, guint a, guint b)
{
  return b < self->reading->words->len && att_reading_word (self->reading, a)->sentence == att_reading_word (self->reading, b)->sentence;
}

/* What may stand inside a person's name. */
static gboolean
is_name_word (const AttScan *self, guint word, const char *zone, gboolean first)
{
  const AttWord *w = att_reading_word (self->reading, word);
  guint64 cues = self->cues[word];
  if (w->flags & ATT_WORD_NUMBER || cues & ATT_CUE_NOT_NAME || cues & ATT_CUE_BODY)
    return FALSE;
  if (!att_word_is_capital (w))
    return !first && cues & ATT_CUE_PARTICLE;
  gboolean initials = w->end - w->start > 1 && zone[w->start + 1] == '.';   /* "T.S. Ellis" */
  gboolean titled = cues & (ATT_CUE_GIVEN_M | ATT_CUE_GIVEN_F) || (word > 0 && self->cues[word - 1] & (ATT_CUE_ROLE | ATT_CUE_HONORIFIC));   /* "Minister LIU Jianchao" */
  gboolean family = word > 0 && self->cues[word - 1] & ATT_CUE_HONORIFIC && same_sentence (self, word, word + 1) && !att_scan_is_broken (self, word + 1)
                    && (att_reading_word (self->reading, word + 1)->flags & (ATT_WORD_TITLE | ATT_WORD_CAPS)) == ATT_WORD_TITLE;   /* "Mr. HORIUCHI Kentaro" */
  if (w->flags & ATT_WORD_CAPS && w->end - w->start > (titled ? 3 : 2) && !family && !(initials && w->end - w->start <= 5))
    return FALSE;   /* SHOUTING, or an acronym */
  if (first && w->flags & ATT_WORD_START && cues & (ATT_CUE_CLAUSE | ATT_CUE_PREPOSITION) && !(cues & (ATT_CUE_GIVEN_M | ATT_CUE_GIVEN_F)))
    return FALSE;   /* "As Smith wrote" */
  if (cues & (ATT_CUE_ROLE | ATT_CUE_HONORIFIC) && !(cues & (ATT_CUE_GIVEN_M | ATT_CUE_GIVEN_F)))
    return FALSE;
  return !(cues & ATT_CUE_STATE) || cues & (ATT_CUE_GIVEN_M | ATT_CUE_GIVEN_F);
}

/* ", a professor of physics", ", the former envoy" */
static gboolean
is_described (const AttScan *self, guint after)
{
  if (!(att_reading_word (self->reading, after)->flags & ATT_WORD_COMMA) || !(self->cues[after] & ATT_CUE_DETERMINER))
    return FALSE;
  for (guint i = after + 1; i < after + 7 && same_sentence (self, after, i) && !att_scan_is_broken (self, i); i++)
    if (self->cues[i] & ATT_CUE_ROLE)
      return TRUE;
  return FALSE;
}

/* ", vice president of gas" */
static gboolean
has_role_behind (const AttScan *self, guint after)
{
  return att_reading_word (self->reading, after)->flags & ATT_WORD_COMMA && self->cues[after] & ATT_CUE_ROLE;
}

/* "Norland's ambassador to the United Nations, Yrsa al-Marwick, called": between two commas, behind somebody there is one of. */
static gboolean
is_apposed (const AttScan *self, guint word, guint n)
{
  if (!(att_reading_word (self->reading, word)->flags & ATT_WORD_COMMA) || !(att_reading_word (self->reading, word + n)->flags & ATT_WORD_COMMA))
    return FALSE;
  gboolean role = FALSE;
  for (guint i = word; i > 0 && word - i < 10 && same_sentence (self, word, i - 1); i--) {
    const AttWord *w = att_reading_word (self->reading, i - 1);
    role |= (self->cues[i - 1] & ATT_CUE_ROLE) != 0;
    if (role && (w->flags & ATT_WORD_POSSESSIVE || self->cues[i - 1] & ATT_CUE_DETERMINER))
      return TRUE;
    if (w->flags & ATT_WORD_BREAK)
      return FALSE;
  }
  return FALSE;
}

/* "Jamieson Cox, reviewing the album for Pitchfork, called": neither word tells anything, and a comma closes before a verb
 * of speech. */
static gboolean
speaks_later (const AttScan *self, guint word, guint n)
{
  guint after = word + n;
  if (!(att_reading_word (self->reading, after)->flags & ATT_WORD_COMMA))
    return FALSE;
  for (guint i = word; i < after; i++)
    if (self->cues[i] & ~(ATT_CUE_GIVEN_M | ATT_CUE_GIVEN_F | ATT_CUE_PARTICLE | ATT_CUE_COMMON))
      return FALSE;
  for (guint i = after + 1; i < after + 24 && same_sentence (self, after, i); i++)
    if (att_reading_word (self->reading, i)->flags & ATT_WORD_COMMA)
      return (self->cues[i] & ATT_CUE_SAY) != 0;
  return FALSE;
}

/* "Kevin Frayer/Getty Images", "Photo by Kevin Frayer": who took a picture is not in the news. */
static gboolean
is_credit (const AttScan *self, guint first, guint last)
{
  if (first > 0 && self->cues[first - 1] & ATT_CUE_CREDIT && same_sentence (self, first, first - 1))
    return TRUE;
  const char *zone = att_reading_zone_of (self->reading, last), *after = zone + att_reading_word (self->reading, last)->end;
  guint32 start = att_reading_word (self->reading, first)->start;
  gboolean behind = start > 1 && zone[start - 1] == '/' && g_ascii_isalpha (zone[start - 2]);   /* "(AP Photo/Kevin Frayer)" */
  return behind || *after == '/' || (*after == ' ' && after[1] == '/');
}

/* "Harper Lee was ...", and further on "Lee said". At the start of a sentence the first word may be any: "Either Trump ...". */
static gboolean
speaks_elsewhere (const AttScan *self, guint word, guint n)
{
  const guint64 plain = ATT_CUE_GIVEN_M | ATT_CUE_GIVEN_F | ATT_CUE_PARTICLE | ATT_CUE_COMMON;
  const AttWord *w = att_reading_word (self->reading, word);
  if (!g_hash_table_contains (self->speaking, GUINT_TO_POINTER (att_reading_word (self->reading, word + n - 1)->hash)))
    return FALSE;
  gboolean adverb = w->end - w->start > 2 && strncmp (att_reading_zone_of (self->reading, word) + w->end - 2, "ly", 2) == 0;
  return !(w->flags & ATT_WORD_START) || (n == 2 && !(self->cues[word] & ~plain) && !adverb);
}

/* "Chen Bolin": a family name, and a given name of one or two syllables. */
static gboolean
is_chinese (const AttScan *self, guint word, guint n)
{
  const AttWord *given = att_reading_word (self->reading, word + n - 1);
  return n == 2 && self->cues[word] & ATT_CUE_FAMILY && att_is_pinyin (att_reading_zone_of (self->reading, word) + given->start, given->end - given->start);
}

/* "Minister of Foreign Affairs of Norland Yrsa Marwick": an office, whose it is, and who holds it. */
static gboolean
is_behind_office (const AttScan *self, guint word)
{
  guint i = word;
  while (i > 1 && same_sentence (self, word, i - 1) && !att_scan_is_broken (self, i) && self->cues[i - 1] & ATT_CUE_STATE)
    i--;
  if (i == word || i < 2 || att_reading_word (self->reading, word - 1)->flags & ATT_WORD_POSSESSIVE)
    return FALSE;
  if (self->cues[i - 1] & ATT_CUE_DETERMINER)
    i--;
  return i > 1 && same_sentence (self, word, i - 2) && self->cues[i - 1] & ATT_CUE_OF && (self->cues[i - 2] & (ATT_CUE_ROLE | ATT_CUE_OFFICIAL)) && att_scan_is_capital (self, i - 2);
}

/* Something that makes a capitalised pair of words a person: a given name, an office or a title before, speech
 * beside, an age behind. */
static gboolean
has_evidence (const AttScan *self, guint word, guint n)
{
  guint64 first = self->cues[word];
  if (first & (ATT_CUE_GIVEN_M | ATT_CUE_GIVEN_F))
    return TRUE;
  if (speaks_elsewhere (self, word, n) || is_chinese (self, word, n))
    return TRUE;
  if (att_reading_word (self->reading, word)->flags & ATT_WORD_START && !(att_reading_word (self->reading, word)->flags & ATT_WORD_INITIAL)) {
    /* at the start of a sentence the capital tells nothing: only speech right after it does, or what the person is */
    return n >= 2 && same_sentence (self, word, word + n) && (self->cues[word + n] & ATT_CUE_SAY || is_described (self, word + n) || has_role_behind (self, word + n) || speaks_later (self, word, n));
  }
  if (word > 0 && same_sentence (self, word, word - 1) && self->cues[word - 1] & (ATT_CUE_ROLE | ATT_CUE_HONORIFIC)
      && !att_scan_is_broken (self, word))
    return TRUE;
  if (!att_scan_is_broken (self, word) && is_behind_office (self, word))
    return TRUE;
  gboolean said_before = word > 0 && same_sentence (self, word, word - 1) && self->cues[word - 1] & ATT_CUE_SAY;
  if (!same_sentence (self, word, word + n))
    return said_before;
  const AttWord *after = att_reading_word (self->reading, word + n);
  gboolean owned = word > 1 && att_reading_word (self->reading, word - 1)->flags & ATT_WORD_POSSESSIVE;
  guint before = word - (owned ? 2 : 1);   /* "the School of Urban Planning says", "the Service in Northshire's Twin Lakes warned" */
  gboolean governed = word > 0 && same_sentence (self, word, before) && self->cues[before] & (ATT_CUE_PREPOSITION | ATT_CUE_AND);
  if (self->cues[word + n] & ATT_CUE_SAY && !(after->flags & ATT_WORD_BREAK) && !governed)
    return TRUE;
  gboolean age = after->flags & ATT_WORD_NUMBER && after->flags & ATT_WORD_COMMA && after->end - after->start == 2;
  return age || said_before || is_described (self, word + n) || has_role_behind (self, word + n) || is_apposed (self, word, n);
}

/* "El Paso Bishop Mark Seitz", "Oklahoma GOP Gov. Mary Fallin": where somebody is what he is, before his title. */
static gboolean
is_before_title (const AttScan *self, guint last)
{
  guint title = last + 1, name = last + 2;
  return same_sentence (self, last, name) && self->cues[title] & (ATT_CUE_ROLE | ATT_CUE_HONORIFIC) && att_scan_is_capital (self, title)
         && !((att_reading_word (self->reading, title)->flags | att_reading_word (self->reading, name)->flags) & ATT_WORD_BREAK)
         && !(att_reading_word (self->reading, last)->flags & ATT_WORD_POSSESSIVE) && att_scan_is_capital (self, name);
}

/* "Mark Norling School", "Anna Marwick Bridge": a thing that bears a name. */
static gboolean
is_named_after (const AttScan *self, guint after)
{
  const guint64 grammar = ATT_CUE_PREPOSITION | ATT_CUE_DETERMINER | ATT_CUE_CLAUSE | ATT_CUE_ADVERB | ATT_CUE_MONTH | ATT_CUE_AUXILIARY | ATT_CUE_BE | ATT_CUE_WHO | ATT_CUE_THAT;
  return same_sentence (self, after - 1, after) && att_scan_is_capital (self, after) && !(att_reading_word (self->reading, after)->flags & ATT_WORD_BREAK)
         && self->cues[after] & ATT_CUE_NOT_NAME && !(self->cues[after] & grammar);
}

/* "TillersonSteve", "TrumpGOP": where one text ran into another, what stands there is nobody's name; "McDonald", "FitzGerald" are. */
static gboolean
is_glued (const AttScan *self, guint word)
{
  const AttWord *w = att_reading_word (self->reading, word);
  const char *p = att_reading_zone_of (self->reading, word) + w->start, *end = p + (w->end - w->start);
  for (guint small = 0; p < end; p++) {
    if (g_ascii_isupper (*p) && small >= MIN_GLUED)
      return TRUE;
    small = g_ascii_islower (*p) ? small + 1 : 0;
  }
  return FALSE;
}

guint
att_person_shape (const AttScan *self, guint word)
{
  const char *zone = att_reading_zone_of (self->reading, word);
  guint n_sons = 0;
  if (!is_name_word (self, word, zone, TRUE) || att_scan_is_constituency (self, word) || is_glued (self, word))
    return 0;
  guint n = 1, most = MAX_NAME;
  while (n < most && same_sentence (self, word, word + n)) {
    const AttWord *w = att_reading_word (self->reading, word + n), *before = att_reading_word (self->reading, word + n - 1);
    gboolean half = n > 1 && is_second_half (self, word + n), again = n > 1 && w->hash == att_reading_word (self->reading, word)->hash && !(self->cues[word + n - 1] & ATT_CUE_PARTICLE);
    if (!(w->flags & ATT_WORD_BREAK) && is_glued (self, word + n))
      return 0;
    if (att_person_is_son (self, word + n))
      most = MAX_NAME + 2 * ++n_sons;   /* Hamdan bin Rashid bin Saeed Al Marri */
    if (again)
      break;   /* "Nancy Pelosi Nancy Pelosi" */
    if (w->flags & ATT_WORD_BREAK || before->flags & ATT_WORD_POSSESSIVE || (!half && !is_name_word (self, word + n, zone, FALSE)))
      break;
    n++;
  }
  while (n > 1 && !att_scan_is_capital (self, word + n - 1) && !is_second_half (self, word + n - 1))
    n--;   /* no name ends in a particle */
  if (n < 2 || att_reading_word (self->reading, word + n - 1)->flags & ATT_WORD_INITIAL || is_credit (self, word, word + n - 1) || is_before_title (self, word + n - 1) || is_named_after (self, word + n))
    return 0;
  gboolean late = n > 2 && word > 0 && same_sentence (self, word, word - 1) && self->cues[word - 1] & ATT_CUE_OF && !(self->cues[word] & GIVEN) && self->cues[word + 1] & GIVEN;
  guint first = 0;
  while (first < n && !(self->cues[word + first] & GIVEN))
    first++;
  gboolean noun = strcmp (self->lexicon->tongue, "de") == 0 && first > 0 && first < n && !(first == 1 && att_scan_is_hyphened (self, word + 1));
  return !late && !noun && has_evidence (self, word, n) ? n : 0;   /* late: "Director of Athletics Pat Norling"; noun: "Parteipräsident Marco Norling", each with a capital */
}

/* As the words of a reading are: an apostrophe is no letter. */
static char *
fold_name (const char *name)
{
  char *folded = att_text_fold (name), *to = folded;
  for (const char *p = folded; *p; p++)
    if (*p != '\'')
      *to++ = *p;
  *to = '\0';
  return folded;
}

static const char *
last_word (const char *name)
{
  const char *space = strrchr (name, ' ');
  return space ? space + 1 : name;
}

/* "Carlos Herrera Montoya": Herrera. Not a second given name, what stands before "Jr.", or whom the table knows by it. */
static void
note_middle (AttScan *self, gpointer value, const char *folded, const char *last)
{
  static const char *const SUFFIXES[] = { "jr", "jr.", "sr", "sr.", "ii", "iii", "iv", NULL };
  guint n_words = 1;
  for (const char *p = folded; *p; p++)
    n_words += *p == ' ';
  if (n_words > MAX_WHOLE || g_strv_contains (SUFFIXES, last))
    return;
  for (const char *p = strchr (folded, ' '); p && p + 1 < last; p = strchr (p + 1, ' ')) {
    gsize n = strcspn (p + 1, " ");
    guint32 hash = att_reading_hash (p + 1, n);
    const AttVocable *known = att_vocabulary_get (self->lexicon->vocabulary, hash);
    gboolean given = known && known->proper & (ATT_CUE_GIVEN_M | ATT_CUE_GIVEN_F);
    if (n > 3 && !given && att_office_holder (self, hash) == NULL && !g_hash_table_contains (self->by_word, GUINT_TO_POINTER (hash)))
      g_hash_table_insert (self->by_word, GUINT_TO_POINTER (hash), value);
  }
}

/* First and last words make a person: "Henry F. Cooper" and "Henry Cooper" are one. */
static void
note_name (AttScan *self, guint actor, const char *folded)
{
  const char *last = last_word (folded);
  gpointer value = GUINT_TO_POINTER (actor + 1);
  guint32 family = att_reading_hash (last, strlen (last)), first = att_reading_hash (folded, strcspn (folded, " "));
  if (!g_hash_table_contains (self->by_word, GUINT_TO_POINTER (family)))
    g_hash_table_insert (self->by_word, GUINT_TO_POINTER (family), value);
  note_middle (self, value, folded, last);
  /* East Asian names put the family first; a last name goes before it */
  if (last != folded && !g_hash_table_contains (self->by_word, GUINT_TO_POINTER (first)))
    g_hash_table_insert (self->by_word, GUINT_TO_POINTER (first), value);
}

/* "Faisal al-Mekdari": Mekdari. A reading cuts at the hyphen; a small letter behind it is the second half of a given name. */
static void
note_half (AttScan *self, const char *name, gpointer value)
{
  const char *dash = strrchr (name, '-');
  if (dash == NULL || !g_unichar_isupper (g_utf8_get_char (dash + 1)) || strchr (dash, ' '))
    return;
  g_autofree char *half = fold_name (dash + 1);
  guint32 hash = att_reading_hash (half, strlen (half));
  if (att_office_holder (self, hash) == NULL && !g_hash_table_contains (self->by_word, GUINT_TO_POINTER (hash)))
    g_hash_table_insert (self->by_word, GUINT_TO_POINTER (hash), value);
}

/* "López Obrador", behind "Andrés Manuel López Obrador"; "Thomas-Greenfield": whose name ends in these words. */
static gpointer
ends_in (const AttScan *self, const char *folded)
{
  const char *last = last_word (folded);
  gpointer known = g_hash_table_lookup (self->by_word, GUINT_TO_POINTER (att_reading_hash (last, strlen (last))));
  if (known == NULL || (last == folded && strchr (folded, '-') == NULL))
    return NULL;
  const AttActor *actor = &g_array_index (self->actors, AttActor, GPOINTER_TO_UINT (known) - 1);
  g_autofree char *whole = fold_name (actor->name), *tail = g_strconcat (" ", folded, NULL);
  return g_str_has_suffix (whole, tail) ? known : NULL;
}

guint
att_person_named (AttScan *self, const char *name, AttGender gender)
{
  g_autofree char *folded = fold_name (name);
  const char *last = last_word (folded);
  g_autofree char *key = g_strdup_printf ("%.*s %s", (int) strcspn (folded, " "), folded, last == folded ? "" : last);
  gpointer known = g_hash_table_lookup (self->persons, key);
  known = known ? known : ends_in (self, folded);
  if (known == NULL) {
    AttActor actor = { ATT_TOPIC_PERSON, g_strdup (name), g_strdup (name), gender, 0 };
    g_array_append_val (self->actors, actor);
    known = GUINT_TO_POINTER (self->actors->len);
    g_hash_table_insert (self->by_name, actor.name, known);
    g_hash_table_insert (self->persons, g_steal_pointer (&key), known);
    note_name (self, self->actors->len - 1, folded);
    note_half (self, name, known);
  }
  AttActor *actor = &g_array_index (self->actors, AttActor, GPOINTER_TO_UINT (known) - 1);
  if (actor->gender == ATT_GENDER_UNKNOWN)
    actor->gender = gender;
  return GPOINTER_TO_UINT (known) - 1;
}

guint
att_person_official (AttScan *self, const AttPerson *person)
{
  guint index = att_person_named (self, person->name, person->female ? ATT_GENDER_FEMALE : ATT_GENDER_MALE);
  AttActor *actor = &g_array_index (self->actors, AttActor, index);
  if (actor->state == NULL || att_office_is_held (person, self->date))
    actor->state = person->of;
  return index;
}

static guint
in_article (const AttScan *self, guint word)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (self->by_word, GUINT_TO_POINTER (att_reading_word (self->reading, word)->hash))) - 1;
}

/* "Dev Patel", "the Ryder Cup", "in Austin": a family name beside a capital that tells nothing, or where a place stands, is
 * not an office-holder's. */
static gboolean
is_part_of_name (const AttScan *self, guint word)
{
  static const char *const PLACES[] = { "in", "near", "at", NULL };
  const guint64 given = ATT_CUE_GIVEN_M | ATT_CUE_GIVEN_F | ATT_CUE_COMMON | ATT_CUE_PARTICLE | ATT_CUE_FAMILY;
  const AttWord *w = att_reading_word (self->reading, word);
  gboolean headline = att_reading_sentence_of (self->reading, word)->zone == ATT_ZONE_TITLE;   /* where capitals tell nothing */
  if (word > 0 && same_sentence (self, word, word - 1) && !att_scan_is_broken (self, word)) {
    const AttWord *before = att_reading_word (self->reading, word - 1);
    if (!headline && before->flags & ATT_WORD_TITLE && !(before->flags & ATT_WORD_POSSESSIVE) && !(self->cues[word - 1] & ~given) && (!(before->flags & ATT_WORD_START) || self->cues[word - 1] & given))
      return TRUE;
    if (att_reading_is_any (self->reading, word - 1, PLACES) && !(w->flags & ATT_WORD_POSSESSIVE))
      return TRUE;
  }
  if (headline || !same_sentence (self, word, word + 1) || w->flags & ATT_WORD_POSSESSIVE)
    return FALSE;
  const AttWord *next = att_reading_word (self->reading, word + 1);
  return next->flags & ATT_WORD_TITLE && !(next->flags & (ATT_WORD_BREAK | ATT_WORD_CAPS)) && !(self->cues[word + 1] & ~(given | ATT_CUE_NOT_NAME));
}

/* "Ms Lee", "PM Lee"; not "4 PM ET", nor a headline's "Minister Warns", "PM Resigns". */
static gboolean
is_titled (const AttScan *self, guint word)
{
  const AttWord *title = att_reading_word (self->reading, word - 1);
  gboolean headline = att_reading_sentence_of (self->reading, word)->zone == ATT_ZONE_TITLE;
  if (!(self->cues[word - 1] & ATT_CUE_HONORIFIC) || !(title->flags & ATT_WORD_TITLE))
    return FALSE;
  if (headline && (title->flags & ATT_WORD_CAPS || self->cues[word] & ATT_CUE_SAY))
    return FALSE;
  return word < 2 || !(att_reading_word (self->reading, word - 2)->flags & ATT_WORD_NUMBER) || !(title->flags & ATT_WORD_CAPS);
}

/* "Mr Haines" is not Avril Haines. */
static gboolean
is_of_gender (const AttScan *self, guint word, const AttPerson *person)
{
  static const char *const MEN[] = { "mr", "sir", "lord", "herr", "monsieur", NULL }, *const WOMEN[] = { "ms", "mrs", "miss", "lady", "dame", "madam", "madame", "mme", "frau", NULL };
  if (word == 0 || !same_sentence (self, word, word - 1))
    return TRUE;
  return !att_reading_is_any (self->reading, word - 1, person->female ? MEN : WOMEN);
}

guint
att_person_by_family (AttScan *self, guint word)
{
  const AttWord *w = att_reading_word (self->reading, word);
  if (!att_word_is_capital (w) || w->flags & ATT_WORD_NUMBER || w->end - w->start < 2)
    return G_MAXUINT;
  guint known = self->cues[word] & (ATT_CUE_PRONOUN | ATT_CUE_DETERMINER) ? G_MAXUINT : in_article (self, word);
  guint64 cues = self->cues[word];
  gboolean introduced = word > 0 && same_sentence (self, word, word - 1) && self->cues[word - 1] & (ATT_CUE_HONORIFIC | ATT_CUE_ROLE)
                        && !(w->flags & ATT_WORD_BREAK);
  gboolean asked = introduced && self->cues[word - 1] & ATT_CUE_ROLE && (known == G_MAXUINT || att_office_is_shared (self, w->hash));
  const AttPerson *titled = asked ? att_office_titled (self, word) : NULL;
  if (known != G_MAXUINT)   /* "President Clinton" is Bill also where Hillary is written about */
    return titled && att_office_is_relative (self, titled, g_array_index (self->actors, AttActor, known).name) ? att_person_official (self, titled) : known;
  if (cues & (ATT_CUE_NOT_NAME | ATT_CUE_STATE | ATT_CUE_BODY | ATT_CUE_ROLE | ATT_CUE_HONORIFIC) || w->flags & ATT_WORD_CAPS)
    return G_MAXUINT;
  if (cues & (ATT_CUE_COMMON | ATT_CUE_GIVEN_M | ATT_CUE_GIVEN_F | ATT_CUE_DETERMINER) && !introduced)
    return G_MAXUINT;
  const AttPerson *person = is_part_of_name (self, word) ? NULL : titled ? titled : att_office_holder (self, w->hash);
  if (person && (person->rank > 0 || introduced) && is_of_gender (self, word, person))
    return att_person_official (self, person);
  if (!introduced || !is_titled (self, word) || w->end - w->start <= 2)
    return G_MAXUINT;
  g_autofree char *written = att_person_text (self, word, 1);
  return att_person_named (self, written, ATT_GENDER_UNKNOWN);
}

/* "MCKINLEY-O'NEILL" as "Mckinley-O'Neill" */
static char *
without_capitals (const char *text)
{
  GString *out = g_string_new (NULL);
  gboolean inside = FALSE;
  for (const char *p = text; *p; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);
    g_string_append_unichar (out, inside ? g_unichar_tolower (c) : c);
    inside = g_unichar_isalpha (c);
  }
  return g_string_free (out, FALSE);
}

guint
att_person_labelled (AttScan *self, guint label, guint word, guint n_words)
{
  guint last = word + n_words - 1, known = in_article (self, last);
  const AttPerson *official = n_words == 1 ? att_office_holder_named (self, label, word) : NULL;
  if (official)
    return att_person_official (self, official);
  if (known == G_MAXUINT && n_words == 1)
    official = att_office_holder (self, att_reading_word (self->reading, last)->hash);
  if (known != G_MAXUINT)
    return known;
  if (official && official->rank > 0)
    return att_person_official (self, official);
  g_autofree char *written = att_person_text (self, word, n_words), *name = att_reading_word (self->reading, word)->flags & ATT_WORD_CAPS ? without_capitals (written) : g_strdup (written);
  return att_person_named (self, name, ATT_GENDER_UNKNOWN);
}
