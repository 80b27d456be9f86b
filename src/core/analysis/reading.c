/* reading.c: an article cut into words, sentences and paragraphs.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "analysis/reading.h"

#include "base/array.h"
#include "base/han.h"
#include "base/text.h"
#include "base/word-break.h"

#include <string.h>

#define MAX_WORD 64   /* bytes; longer runs are no words of a language we match */

guint32
att_reading_hash (const char *folded, gsize length)
{
  guint32 h = 2166136261u;   /* FNV-1a */
  for (gsize i = 0; i < length; i++)
    h = (h ^ (guchar) folded[i]) * 16777619u;
  return h ? h : 1;
}

static gboolean
is_apostrophe (gunichar c)
{
  return c == '\'' || c == 0x2019 || c == 0x02BC;
}

static inline gunichar
get (const char *p)
{
  return (guchar) *p < 0x80 ? (gunichar) *p : g_utf8_get_char (p);
}

static inline gboolean
is_letter (gunichar c)
{
  return c < 0x80 ? g_ascii_isalnum (c) : g_unichar_isalnum (c) || g_unichar_ismark (c);
}

/* What French leaves of a word before a vowel. D' and O' with a capital begin names. */
static gboolean
is_elision (const char *folded, gsize n, guint capitals)
{
  if (n == 1)
    return strchr (capitals ? "l" : "ldnsjmct", folded[0]) != NULL;
  return n == 2 && folded[0] == 'q' && folded[1] == 'u';
}

/* The word that begins at p, which is a letter. Writes the folded form and returns where it ends. */
static const char *
read_word (const char *p, const char *end, AttWord *word, char *folded, gsize *n)
{
  guint letters = 0, capitals = 0, digits = 0;
  gboolean caseless = g_unichar_type (get (p)) == G_UNICODE_OTHER_LETTER;
  gboolean dotted = FALSE, first_capital = FALSE;
  *n = 0;
  while (p < end) {
    gunichar c = get (p);
    const char *next = (guchar) *p < 0x80 ? p + 1 : g_utf8_next_char (p);
    if (att_is_ideograph (c) && letters)
      break;   /* a word of its own */
    if (!is_letter (c)) {
      gunichar after = next < end ? get (next) : 0;
      if (is_apostrophe (c) && is_letter (after) && is_elision (folded, *n, capitals))
        break;   /* l'Iran: two words */
      if (is_apostrophe (c) && letters && is_letter (after)) {
        gunichar second = next < end ? (g_utf8_next_char (next) < end ? get (g_utf8_next_char (next)) : 0) : 0;
        if (g_unichar_tolower (after) == 's' && !is_letter (second))
          break;   /* a possessive */
        p = next;   /* O'Neill, Sana'a: one word */
        continue;
      }
      /* U.S., U.K.: letters one by one with dots between */
      if (c == '.' && letters == 1 + (guint) dotted * (letters - 1) && capitals == letters && g_unichar_isupper (after)) {
        const char *third = g_utf8_next_char (next);
        if (third < end ? *third == '.' || !is_letter (get (third)) : TRUE) {
          dotted = TRUE;
          p = next;
          continue;
        }
      }
      break;
    }
    if (c < 0x80) {
      gboolean upper = g_ascii_isupper (c);
      digits += g_ascii_isdigit (c);
      first_capital |= letters == 0 && upper;
      capitals += upper;
      if (*n < MAX_WORD)
        folded[(*n)++] = upper ? c + 32 : c;
      letters++;
    } else {
      gboolean upper = g_unichar_isupper (c);
      gunichar f = att_is_ideograph (c) ? att_han_simplified (c) : att_text_fold_char (c);
      first_capital |= letters == 0 && upper;
      capitals += upper;
      if (f && *n < MAX_WORD - 6)
        *n += g_unichar_to_utf8 (f, folded + *n);
      letters++;
    }
    p = next;
    if (att_is_ideograph (c))
      break;
  }
  *n = att_word_stem (folded, *n);
  word->flags = (first_capital ? ATT_WORD_TITLE : 0) | (caseless ? ATT_WORD_CASELESS : 0) | (letters > 1 && capitals == letters && digits == 0 ? ATT_WORD_CAPS : 0)
                | (digits == letters ? ATT_WORD_NUMBER : 0);
  if (dotted && p < end && *p == '.')
    p++;
  else if (letters == 1 && first_capital && p < end && *p == '.')
    word->flags |= ATT_WORD_INITIAL;
  return p;
}

enum { SMALL = 1, CAPITAL = 2, DIGIT = 4 };

/* Of bytes: what ASCII letters and digits are; 0: anything else. */
static const guint8 CLASSES[256] = { ['a' ... 'z'] = SMALL, ['A' ... 'Z'] = CAPITAL, ['0' ... '9'] = DIGIT };

/* Nearly every word: nothing but ASCII up to a blank or a plain mark. Where it is anything else, NULL, and read_word is
 * to look at it. */
static inline const char *
read_plain_word (const char *p, const char *end, AttWord *word, char *folded, gsize *n)
{
  guint8 all = 0, class;
  guint32 h = 2166136261u;
  gsize k = 0;
  for (gsize n_max = MIN ((gsize) (end - p), MAX_WORD); k < n_max && (class = CLASSES[(guchar) p[k]]); k++) {
    all |= class;
    folded[k] = p[k] | (class & CAPITAL) << 4;   /* 0x20 makes a capital small */
    h = (h ^ (guchar) folded[k]) * 16777619u;
  }
  if (k == 0 || k == MAX_WORD || (p + k < end && ((guchar) p[k] >= 0x80 || p[k] == '\'' || (p[k] == '.' && k == 1))))
    return NULL;
  *n = k;
  word->hash = h ? h : 1;
  word->flags = (CLASSES[(guchar) p[0]] == CAPITAL ? ATT_WORD_TITLE : 0) | (k > 1 && all == CAPITAL ? ATT_WORD_CAPS : 0) | (all == DIGIT ? ATT_WORD_NUMBER : 0);
  return p + k;
}

/* Words after whose full stop a sentence goes on. */
static gboolean
is_abbreviation (const char *folded, gsize n)
{
  static const char *const SHORT[] = { "mr", "mrs", "ms", "dr", "st", "gen", "sen", "rep", "gov", "lt", "col", "capt", "sgt", "maj", "adm", "prof", "jr", "sr", "pres", "sec",
                                       "vs", "no", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sept", "sep", "oct", "nov", "dec", "inc", "corp", "co", "ltd",
                                       "rev", "hon", "cmdr", "brig", "ft", "mt", "dept", "approx", "amb", "min" };
  for (guint i = 0; i < G_N_ELEMENTS (SHORT); i++)
    if (strlen (SHORT[i]) == n && memcmp (SHORT[i], folded, n) == 0)
      return TRUE;
  return FALSE;
}

/* "... on Sunday.President Obama": the space was lost between two sentences, not in an address like www.Example.org. */
static gboolean
is_glued (const char *base, const char *mark, const char *next, const char *end)
{
  const char *p = next;
  if (mark - base < 3 || !g_ascii_islower (mark[-1]) || !g_ascii_islower (mark[-2]) || !g_ascii_islower (mark[-3]) || end - next < 2 || !g_ascii_isupper (*p))
    return FALSE;
  while (p < end && g_ascii_isalnum (*p))
    p++;
  return p < end && *p != '/' && *p != '@' && (*p != '.' || p + 1 == end || !g_ascii_isalnum (p[1])) && (next[1] == ' ' || g_ascii_islower (next[1]));
}

/* Whether the mark at p ends a sentence: closing marks may follow, then space, then something that can begin one. */
static const char *
sentence_end (const char *base, const char *p, const char *end)
{
  const char *q = p, *mark = p;
  while (q < end && (*q == '.' || *q == '!' || *q == '?' || get (q) == 0x2026))
    q = g_utf8_next_char (q);
  while (q < end && (*q == '"' || *q == '\'' || *q == ')' || *q == ']' || get (q) == 0x201D || get (q) == 0x2019 || get (q) == 0xBB))
    q = g_utf8_next_char (q);
  if (q == end)
    return q;
  if (!g_unichar_isspace (get (q)))
    return is_glued (base, mark, q, end) ? q : NULL;
  const char *s = q;
  while (s < end && g_unichar_isspace (get (s)))
    s = g_utf8_next_char (s);
  gunichar c = s < end ? get (s) : 0;
  return c == 0 || !g_unichar_islower (c) ? q : NULL;
}

/* "at 6 a.m. (2100 GMT) and flew": the last full stop is the word's, and the bracket belongs to what goes on. */
static gboolean
goes_on_in_bracket (const char *start, const char *stop, const char *end)
{
  const char *p = stop + 1;
  while (p < end && *p == ' ')
    p++;
  gboolean dotted = stop - start >= 3 && g_ascii_isalpha (stop[-1]) && stop[-2] == '.' && g_ascii_isalpha (stop[-3]);
  return dotted && p > stop + 1 && p < end && *p == '(';
}

typedef struct {
  AttReading *reading;
  guint zone;
  const char *base;
  AttSentence sentence;
  gboolean fresh, broken, comma;   /* what stands before the next word */
  const guint8 *starts;            /* of this paragraph: where ICU has words begin, NULL where spaces say it */
  const char *paragraph;
  guint room;                      /* for so many words */
} Cut;

static void
begin_sentence (Cut *cut, const char *at, guint paragraph)
{
  cut->sentence = (AttSentence) { .zone = cut->zone, .start = at - cut->base, .first_word = cut->reading->words->len, .paragraph = paragraph };
  cut->fresh = TRUE;
  cut->broken = TRUE;
}

static void
end_sentence (Cut *cut, const char *at)
{
  cut->sentence.end = at - cut->base;
  cut->sentence.n_words = cut->reading->words->len - cut->sentence.first_word;
  if (cut->sentence.n_words > 0)
    g_array_append_val (cut->reading->sentences, cut->sentence);
}

static const char *
take_word (Cut *cut, const char *p, const char *end, char *folded, gsize *n)
{
  AttWord word = { .start = p - cut->base, .sentence = cut->reading->sentences->len };
  const char *next = read_plain_word (p, end, &word, folded, n);
  gboolean plain = next != NULL;
  if (!plain) {
    next = read_word (p, end, &word, folded, n);
    word.hash = att_reading_hash (folded, *n);
  }
  word.end = next - cut->base;
  if (cut->starts && !cut->starts[p - cut->paragraph])
    word.flags |= ATT_WORD_INNER;
  word.flags |= (cut->fresh ? ATT_WORD_START : 0) | (cut->broken ? ATT_WORD_BREAK : 0) | (cut->comma ? ATT_WORD_COMMA : 0);
  if (!plain && next < end && is_apostrophe (get (next))) {
    const char *s = g_utf8_next_char (next);
    if (s < end && (*s == 's' || *s == 'S') && (s + 1 == end || !is_letter (get (s + 1)))) {
      word.flags |= ATT_WORD_POSSESSIVE;
      next = s + 1;
    } else if (*n > 1 && folded[*n - 1] == 's')
      word.flags |= ATT_WORD_POSSESSIVE;   /* the nations' leaders */
  }
  *ATT_ARRAY_ADD (cut->reading->words, AttWord, &cut->room) = word;
  cut->fresh = cut->broken = cut->comma = FALSE;
  return next;
}

/* 。！？ need nothing behind them; closing marks belong to the sentence. */
static const char *
wide_end (const char *p, const char *end)
{
  gunichar c = get (p);
  if (c != 0x3002 && c != 0xFF01 && c != 0xFF1F && c != 0x061F)
    return NULL;
  for (p = g_utf8_next_char (p); p < end && (get (p) == 0x201D || get (p) == 0x300D || get (p) == 0x300F || get (p) == 0xBB);)
    p = g_utf8_next_char (p);
  return p;
}

static void
cut_paragraph (Cut *cut, const char *start, const char *end, guint paragraph)
{
  char folded[MAX_WORD + 8];
  g_autofree guint8 *starts = att_word_starts (start, end - start);
  cut->starts = starts;
  cut->paragraph = start;
  gsize n = 0;
  begin_sentence (cut, start, paragraph);
  for (const char *p = start; p < end;) {
    if (*p == ' ') {
      p++;
      continue;
    }
    gunichar c = get (p);
    if (is_letter (c)) {
      p = take_word (cut, p, end, folded, &n);
      continue;
    }
    const char *stop = c >= 0x80 ? wide_end (p, end) : NULL;
    if (c == '.' || c == '!' || c == '?' || c == 0x2026) {
      const AttWord *last = cut->reading->words->len ? att_reading_word (cut->reading, cut->reading->words->len - 1) : NULL;
      gboolean tied = c == '.' && last && (last->flags & ATT_WORD_INITIAL || (last->flags & ATT_WORD_TITLE && is_abbreviation (folded, n)));
      tied |= c == '.' && goes_on_in_bracket (start, p, end);
      stop = tied ? NULL : sentence_end (start, p, end);
    }
    if (stop) {
      end_sentence (cut, stop);
      begin_sentence (cut, stop, paragraph);
      p = stop;
      continue;
    }
    if (c == ',' || c == 0x060C || c == 0xFF0C || c == 0x3001)
      cut->comma = TRUE;
    if (!g_unichar_isspace (c) && c != '-' && c != 0x2010 && c != 0x2011 && c != '.' && !is_apostrophe (c) && c != '&')
      cut->broken = TRUE;
    p = g_utf8_next_char (p);
  }
  end_sentence (cut, end);
}

static void
cut_zone (Cut *cut, guint zone)
{
  cut->zone = zone;
  cut->base = cut->reading->zones[zone];
  guint paragraph = zone == ATT_ZONE_TITLE ? 0 : 1;
  for (const char *p = cut->base; *p;) {
    const char *end = strstr (p, "\n\n");
    if (end == NULL)
      end = p + strlen (p);
    cut_paragraph (cut, p, end, paragraph);
    p = *end ? end + 2 : end;
    paragraph++;
  }
}

AttReading *
att_reading_new (const char *title, const char *text)
{
  AttReading *self = g_new0 (AttReading, 1);
  self->zones[ATT_ZONE_TITLE] = title ? title : "";
  self->zones[ATT_ZONE_TEXT] = text ? text : "";
  guint room = strlen (self->zones[ATT_ZONE_TEXT]) / 5 + 32;
  self->words = g_array_sized_new (FALSE, FALSE, sizeof (AttWord), room);
  self->sentences = g_array_new (FALSE, FALSE, sizeof (AttSentence));
  Cut cut = { .reading = self, .room = room };
  cut_zone (&cut, ATT_ZONE_TITLE);
  cut_zone (&cut, ATT_ZONE_TEXT);
  return self;
}

void
att_reading_free (AttReading *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->words);
  g_array_unref (self->sentences);
  g_free (self);
}

guint
att_reading_paragraph_end (const AttReading *self, guint sentence, guint *word)
{
  const AttSentence *s = &g_array_index (self->sentences, AttSentence, sentence);
  guint paragraph = s->paragraph;
  for (; sentence < self->sentences->len && g_array_index (self->sentences, AttSentence, sentence).paragraph == paragraph; sentence++) {
    s = &g_array_index (self->sentences, AttSentence, sentence);
    *word = s->first_word + s->n_words;
  }
  return sentence;
}

guint
att_reading_word_at (const AttReading *self, guint32 byte)
{
  guint low = 0, high = self->words->len;
  while (low < high) {
    guint middle = (low + high) / 2;
    if (att_reading_sentence_of (self, middle)->zone == ATT_ZONE_TITLE || att_reading_word (self, middle)->start < byte)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

/* Words of plain letters parted by single spaces, as nine phrases in ten are, need no reading. FALSE: it is another one. */
static gboolean
cut_plain (const char *phrase, GArray *words)
{
  const char *p = phrase;
  while (g_ascii_isalpha (*p)) {
    char folded[MAX_WORD];
    AttWord word = { .start = p - phrase };
    guint n = 0;
    for (; g_ascii_isalpha (*p) && n < sizeof folded; p++)
      folded[n++] = g_ascii_tolower (*p);
    if (g_ascii_isalpha (*p))
      return FALSE;
    word.end = p - phrase;
    word.hash = att_reading_hash (folded, n);
    g_array_append_val (words, word);
    if (*p == ' ' && g_ascii_isalpha (p[1]))
      p++;
  }
  return *p == '\0';
}

GArray *
att_reading_words_of (const char *phrase)
{
  GArray *plain = g_array_sized_new (FALSE, FALSE, sizeof (AttWord), 4);
  if (cut_plain (phrase, plain))
    return plain;
  g_array_unref (plain);
  g_autoptr (AttReading) reading = att_reading_new (phrase, "");
  return g_array_ref (reading->words);
}
