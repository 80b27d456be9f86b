/* scan.c: one article under analysis: its words, what was found in them, and who is who.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "analysis/language.h"

#include "base/array.h"

#include <string.h>

#define MAX_BEHIND_PAPER 10   /* words from a paper to what it says */
#define MAX_DATELINE 12       /* words */
#define MAX_TOWN 3

static void
actor_clear (gpointer data)
{
  AttActor *actor = data;
  g_free (actor->name);
  g_free (actor->label);
}

static guint64
cue_of (const AttEntry *entry)
{
  switch (entry->kind) {
    case ATT_ENTRY_CUE: return G_GUINT64_CONSTANT (1) << entry->index;
    case ATT_ENTRY_STATE: return entry->form == ATT_FORM_CAPITAL ? 0 : ATT_CUE_STATE;   /* towns are people's names too */
    case ATT_ENTRY_BODY: return ATT_CUE_BODY;
    default: return 0;
  }
}

/* What words in phrases may be, and which states each sentence names. */
static void
note_hits (AttScan *self)
{
  g_autofree guint *first_state = g_new0 (guint, self->reading->sentences->len + 1);   /* index plus one */
  for (guint i = 0; i < self->hits->len; i++) {
    const AttHit *hit = &g_array_index (self->hits, AttHit, i);
    const AttEntry *entry = att_lexicon_entry (self->lexicon, hit);
    guint64 cue = cue_of (entry);
    for (guint k = 0; cue && k < hit->n_words; k++)
      self->cues[hit->word + k] |= cue;
    if (entry->kind != ATT_ENTRY_STATE || entry->ambiguous)
      continue;
    guint sentence = att_reading_word (self->reading, hit->word)->sentence;
    self->classes[sentence] |= ATT_CLASS_STATE;
    if (first_state[sentence] == 0)
      first_state[sentence] = entry->index + 1;
    else if (first_state[sentence] != entry->index + 1)
      self->classes[sentence] |= ATT_CLASS_FOREIGN;
  }
}

/* "(FNDC)": an acronym right behind what it stands for. */
static gboolean
is_bracketed (const AttReading *reading, guint word)
{
  const AttWord *w = att_reading_word (reading, word);
  return (w->flags & (ATT_WORD_CAPS | ATT_WORD_BREAK | ATT_WORD_START)) == (ATT_WORD_CAPS | ATT_WORD_BREAK) && att_reading_zone_of (reading, word)[w->start - 1] == '(';
}

/* "Lee said", "said Lee.", "Ms Lee": one capitalised word that is somebody, by what stands beside it. */
static gboolean
speaks_alone (const AttScan *self, guint word)
{
  const guint64 other = ATT_CUE_ROLE | ATT_CUE_GROUP | ATT_CUE_DOCUMENT | ATT_CUE_SPEECH | ATT_CUE_HONORIFIC | ATT_CUE_STATE | ATT_CUE_BODY | ATT_CUE_NOT_NAME | ATT_CUE_CLAUSE | ATT_CUE_PREPOSITION
                        | ATT_CUE_DETERMINER | ATT_CUE_PRONOUN | ATT_CUE_ADVERB | ATT_CUE_HE | ATT_CUE_SHE | ATT_CUE_THEY | ATT_CUE_IT | ATT_CUE_I | ATT_CUE_WE | ATT_CUE_WHO | ATT_CUE_THAT | ATT_CUE_SAY;
  const AttReading *reading = self->reading;
  const AttWord *w = att_reading_word (reading, word), *next = word + 1 < reading->words->len ? att_reading_word (reading, word + 1) : NULL;
  if (!(w->flags & ATT_WORD_TITLE) || w->flags & (ATT_WORD_NUMBER | ATT_WORD_INITIAL | ATT_WORD_POSSESSIVE) || self->cues[word] & other)
    return FALSE;
  const AttWord *before = w->flags & (ATT_WORD_START | ATT_WORD_BREAK) || word == 0 ? NULL : att_reading_word (reading, word - 1);
  if (before && before->flags & (ATT_WORD_TITLE | ATT_WORD_CAPS))
    return (self->cues[word - 1] & ATT_CUE_HONORIFIC) != 0;
  gboolean beside = next && next->sentence == w->sentence && !(next->flags & ATT_WORD_BREAK);
  return beside && self->cues[word + 1] & ATT_CUE_SAY;
}

/* "The report found", "a review by the ministry showed", "the poll, taken in May, found": a paper says so; of anybody else it is a deed. */
static gboolean
is_found (const AttScan *self, guint word)
{
  const guint64 stop = ATT_CUE_AND | ATT_CUE_CLAUSE | ATT_CUE_WHO | ATT_CUE_THAT | ATT_CUE_SAY;
  guint first = att_reading_sentence_of (self->reading, word)->first_word;
  gboolean closed = att_scan_is_broken (self, word);
  for (guint i = word; i > first && word - i < MAX_BEHIND_PAPER && (closed || !att_scan_is_broken (self, i)); i--) {
    if (self->cues[i - 1] & ATT_CUE_DOCUMENT)
      return TRUE;
    if (self->cues[i - 1] & stop)
      return FALSE;
  }
  return FALSE;
}

/* "IT Dynamics": a trade, not what was spoken of; where all is in capitals it may be either. */
static gboolean
is_trade (const AttScan *self, guint word)
{
  const AttWord *w = att_reading_word (self->reading, word), *next = w + 1;
  return self->cues[word] & ATT_CUE_IT && w->flags & ATT_WORD_CAPS && word + 1 < self->reading->words->len && next->sentence == w->sentence && !(next->flags & ATT_WORD_CAPS);
}

/* What acts in each sentence, and which acronyms are written out. */
static void
note_words (AttScan *self)
{
  for (guint i = 0; i < self->reading->words->len; i++) {
    if (is_trade (self, i))
      self->cues[i] = 0;
    guint64 cues = self->cues[i];
    if (cues & ATT_CUE_FINDS && is_found (self, i))
      self->cues[i] |= ATT_CUE_SAY;
    if (is_bracketed (self->reading, i))
      g_hash_table_insert (self->acronyms, GUINT_TO_POINTER (att_reading_word (self->reading, i)->hash), GUINT_TO_POINTER (i));
    if (speaks_alone (self, i))
      g_hash_table_add (self->speaking, GUINT_TO_POINTER (att_reading_word (self->reading, i)->hash));
    if (cues & (ATT_CUE_OFFICIAL | ATT_CUE_TALK | ATT_CUE_INSTITUTION))
      self->classes[att_reading_word (self->reading, i)->sentence] |= (cues & ATT_CUE_OFFICIAL ? ATT_CLASS_OFFICIAL : 0) | (cues & ATT_CUE_TALK ? ATT_CLASS_TALK : 0)
                                                                      | (cues & ATT_CUE_INSTITUTION ? ATT_CLASS_BODY : 0);
  }
}

/* The text was looked up in English; if it is in another language that has tables, it is looked up again. */
static void
choose_language (AttScan *self)
{
  gsize n = self->reading->words->len + 1;
  self->language = att_language_of (self->reading, self->cues);
  const AttLexicon *tongue = att_lexicon_in (self->lexicon, self->language);
  self->names_only = tongue == self->lexicon && self->language && strcmp (self->language, "en") != 0;
  if (tongue == self->lexicon)
    return;
  self->lexicon = tongue;
  memset (self->cues, 0, n * sizeof *self->cues);
  memset (self->leans, 0, n * sizeof *self->leans);
  g_array_unref (self->hits);
  self->hits = att_lexicon_find (tongue, self->reading, self->cues, self->leans);
}

AttScan *
att_scan_new (const AttLexicon *lexicon, const char *title, const char *text, gint64 date)
{
  AttScan *self = g_new0 (AttScan, 1);
  self->lexicon = lexicon;
  self->date = date;
  self->reading = att_reading_new (title, text);
  self->cues = g_new0 (guint64, self->reading->words->len + 1);
  self->leans = g_new0 (guint32, self->reading->words->len + 1);
  self->hits = att_lexicon_find (lexicon, self->reading, self->cues, self->leans);
  choose_language (self);
  self->classes = g_new0 (guint8, self->reading->sentences->len + 1);
  self->actors = g_array_new (FALSE, TRUE, sizeof (AttActor));
  g_array_set_clear_func (self->actors, actor_clear);
  self->by_name = g_hash_table_new (g_str_hash, g_str_equal);
  self->persons = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->by_word = g_hash_table_new (NULL, NULL);
  self->acronyms = g_hash_table_new (NULL, NULL);
  self->speaking = g_hash_table_new (NULL, NULL);
  self->names = g_array_sized_new (FALSE, FALSE, sizeof (AttName), 64);
  note_hits (self);
  note_words (self);
  return self;
}

void
att_scan_free (AttScan *self)
{
  if (self == NULL)
    return;
  att_reading_free (self->reading);
  g_array_unref (self->hits);
  g_free (self->cues);
  g_free (self->leans);
  g_free (self->classes);
  g_hash_table_unref (self->by_name);   /* its keys are the actors' */
  g_hash_table_unref (self->persons);
  g_hash_table_unref (self->by_word);
  g_hash_table_unref (self->acronyms);
  g_hash_table_unref (self->speaking);
  g_clear_pointer (&self->initials, g_hash_table_unref);
  g_array_unref (self->actors);
  g_array_unref (self->names);
  g_clear_pointer (&self->turns, g_array_unref);
  g_free (self);
}

AttSpan
att_scan_span (const AttScan *self, guint word, guint n_words)
{
  const AttWord *first = att_reading_word (self->reading, word), *last = att_reading_word (self->reading, word + n_words - 1);
  return (AttSpan) { .zone = att_reading_sentence_of (self->reading, word)->zone, .start = first->start, .end = last->end };
}

guint
att_scan_actor (const AttScan *self, const char *name)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (self->by_name, name)) - 1;   /* 0 wraps to G_MAXUINT */
}

gboolean
att_scan_ends_in (const AttScan *self, guint word, const char *ending)
{
  const AttWord *w = att_reading_word (self->reading, word);
  gsize n = strlen (ending);
  return w->end - w->start > 4 && memcmp (att_reading_zone_of (self->reading, word) + w->end - n, ending, n) == 0;
}

/* One capital letter behind a mark, joined to another capital: the D of "(D-Calif.)". */
static gboolean
is_party (const AttScan *self, guint word)
{
  const AttWord *w = att_reading_word (self->reading, word), *next = word + 1 < self->reading->words->len ? w + 1 : NULL;
  return next && next->sentence == w->sentence && w->end - w->start == 1 && att_word_is_capital (w) && w->flags & ATT_WORD_BREAK && att_word_is_capital (next)
         && next->start == w->end + 1 && att_reading_zone_of (self->reading, word)[w->end] == '-';
}

gboolean
att_scan_is_hyphened (const AttScan *self, guint word)
{
  const AttWord *before = att_reading_word (self->reading, word - 1), *w = before + 1;
  return w->start == before->end + 1 && att_reading_zone_of (self->reading, word)[before->end] == '-';
}

gboolean
att_scan_is_constituency (const AttScan *self, guint word)
{
  if (is_party (self, word) || (word > 0 && is_party (self, word - 1)))
    return TRUE;
  return word > 1 && att_reading_word (self->reading, word - 1)->flags & ATT_WORD_INITIAL && is_party (self, word - 2);   /* W.Va. */
}

guint
att_scan_behind_medium (const AttScan *self, guint word, guint end)
{
  gboolean medium = word + 2 < end && att_reading_is (self->reading, word, "in") && self->cues[word + 1] & ATT_CUE_DETERMINER && self->cues[word + 2] & (ATT_CUE_DOCUMENT | ATT_CUE_SPEECH);
  return medium ? word + 3 : word;
}

/* "this week", and "morning" behind "Monday", where no verb follows of which it is the subject: how many words. "Last week" may be when it was
 * said, and when what is said was. */
static guint
time_from (const AttScan *self, guint word, guint end)
{
  static const char *const NEAR[] = { "this", "last", NULL }, *const SPANS[] = { "week", "month", "year", "weekend", NULL }, *const PARTS[] = { "morning", "afternoon", "evening", "night", NULL };
  const AttReading *reading = self->reading;
  gboolean near = att_reading_is_any (reading, word, NEAR), day = word > 0 && self->cues[word - 1] & ATT_CUE_ADVERB && att_scan_is_capital (self, word - 1);
  guint at = near ? word + 1 : word;
  if (at >= end || !((near && att_reading_is_any (reading, at, SPANS)) || ((near || day) && att_reading_is_any (reading, at, PARTS))))
    return 0;
  guint64 behind = at + 1 < end ? self->cues[at + 1] : 0;
  gboolean doubtful = near && att_reading_is (reading, word, "last") && at + 1 < end && !att_scan_is_broken (self, at + 1) && !(behind & (ATT_CUE_THAT | ATT_CUE_HE | ATT_CUE_SHE | ATT_CUE_IT | ATT_CUE_THEY));
  return doubtful || behind & (ATT_CUE_BE | ATT_CUE_AUXILIARY | ATT_CUE_MODAL) ? 0 : at + 1 - word;
}

/* "Sunday, May 3,": a date between commas. */
static gboolean
is_date (const AttScan *self, guint word, guint end)
{
  return word + 2 < end && self->cues[word] & ATT_CUE_MONTH && att_scan_is_broken (self, word) && att_scan_is_capital (self, word) && att_reading_word (self->reading, word + 1)->flags & ATT_WORD_NUMBER && att_scan_is_broken (self, word + 2);
}

guint
att_scan_behind_aside (const AttScan *self, guint word, guint end)
{
  gboolean day = word + 1 < end && att_reading_is (self->reading, word, "on") && self->cues[word + 1] & ATT_CUE_ADVERB;
  if (day || is_date (self, word, end))
    return word + 2;
  guint n_time = word < end ? time_from (self, word, end) : 0;
  return n_time ? word + n_time : att_scan_behind_medium (self, word, end);
}

/* A dash with blanks around it, or a long one. */
static gboolean
is_dash (const char *gap, gsize n)
{
  static const char *const DASHES[] = { " - ", " – ", "—", " -- " };
  for (guint i = 0; i < G_N_ELEMENTS (DASHES); i++)
    if (g_strstr_len (gap, n, DASHES[i]))
      return TRUE;
  return FALSE;
}

static gboolean
is_press (const AttScan *self, guint word)
{
  guint i = att_scan_name_from (self, word);
  const AttName *name = i < self->names->len ? &g_array_index (self->names, AttName, i) : NULL;
  return name && name->word == word && g_array_index (self->actors, AttActor, name->actor).press;
}

/* "(CNN) ", "Washington (CNN) ": for whom, where that stands in brackets and no dash behind it. */
static guint
behind_bracket (const AttScan *self, const char *zone, guint first, guint end)
{
  for (guint i = first; i < MIN (end, first + MAX_TOWN + 1) && att_scan_is_capital (self, i); i++) {
    const AttWord *w = att_reading_word (self->reading, i);
    if (w->start > 0 && zone[w->start - 1] == '(')
      return zone[w->end] == ')' && is_press (self, i) ? i + 1 : first;
  }
  return first;
}

guint
att_scan_behind_dateline (const AttScan *self, guint first, guint end)
{
  const AttWord *w = att_reading_word (self->reading, first);
  const char *zone = att_reading_zone_of (self->reading, first);
  gboolean small = FALSE;
  guint start = w->start - (w->start > 0 && zone[w->start - 1] == '(');
  if (start > 0 && zone[start - 1] != '\n')
    return first;
  for (guint i = first + 1; w->flags & ATT_WORD_CAPS && i < MIN (end, first + MAX_DATELINE); i++) {
    const AttWord *before = att_reading_word (self->reading, i - 1), *word = before + 1;
    small |= !(att_word_is_capital (before) || before->flags & ATT_WORD_NUMBER);   /* "RIO de JANEIRO (AP) -" */
    if (zone[before->end] == ':')   /* "THE PRESIDENT: Well -" */
      break;
    if (is_dash (zone + before->end, word->start - before->end))   /* but "NATO - the alliance -" */
      return zone[before->end] == ')' || (!small && word->flags & (ATT_WORD_TITLE | ATT_WORD_CAPS | ATT_WORD_NUMBER)) ? i : first;
  }
  return behind_bracket (self, zone, first, end);
}

guint
att_scan_name_from (const AttScan *self, guint word)
{
  return ATT_ARRAY_FROM (self->names, AttName, word, word);
}
