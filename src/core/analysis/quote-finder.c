/* quote-finder.c: what stands between quotation marks and is speech.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A small machine a paragraph: curly and angular marks open and close by their shape, straight ones by turns and by
 * what stands beside them; a quotation left open goes on into the next paragraph if that opens again. */

#include "config.h"
#include "analysis/scan.h"

#include "base/text.h"

#include <string.h>

#define MAX_NEAR 400     /* words of its sentence to either side of a quotation: there are texts without a full stop */
#define MAX_CARRIED 30   /* paragraphs one quotation goes on for */
#define MIN_SENTENCE 8   /* words that are speech whatever stands around them */

typedef enum { NO_MARK, OPENS, CLOSES, EITHER } Role;

typedef struct { gunichar open, close; Role role; } Mark;

typedef struct {
  guint32 start, end;        /* between the marks */
  guint32 sentence;          /* where it begins */
  gboolean continued;        /* left open at the end of its paragraph */
  guint32 paragraph;
} Found;

static gboolean
is_word_char (gunichar c)
{
  return c && (g_unichar_isalnum (c) || g_unichar_ismark (c));
}

/* What a character may do here, between its neighbours. */
static Mark
mark_at (gunichar c, gunichar before, gunichar after)
{
  gboolean starts = !is_word_char (before) && before != '.' && before != ',' && after && !g_unichar_isspace (after);
  switch (c) {
    case 0x201C: return (Mark) { c, 0x201D, OPENS };
    case 0x201E: return (Mark) { c, 0x201D, OPENS };
    case 0x201D: return (Mark) { 0x201C, c, CLOSES };
    case 0xAB:   return (Mark) { c, 0xBB, OPENS };
    case 0xBB:   return (Mark) { 0xAB, c, CLOSES };
    case 0x300C: return (Mark) { c, 0x300D, OPENS };
    case 0x300D: return (Mark) { 0x300C, c, CLOSES };
    case '"':    return (Mark) { c, c, EITHER };
    case 0x2018: return (Mark) { c, 0x2019, starts ? OPENS : NO_MARK };
    case 0x2019: return (Mark) { 0x2018, c, is_word_char (after) ? NO_MARK : CLOSES };
    case '\'':   return (Mark) { c, c, is_word_char (before) && is_word_char (after) ? NO_MARK : starts ? OPENS : is_word_char (after) ? NO_MARK : CLOSES };
    default:     return (Mark) { 0, 0, NO_MARK };
  }
}

static gboolean
is_blank (const char *p)
{
  return g_unichar_isspace (g_utf8_get_char (p));
}

typedef struct {
  const char *text;
  guint32 start, end, paragraph;   /* of the paragraph */
  const char *last_straight, *last_curly;   /* its last single marks that close, see closes_later; NULL: not looked for */
  gunichar carried;                /* what closes a quotation that was open when its paragraph ended; 0: none was */
  const char *curly;               /* the first curly double mark behind where was looked last, see closes_curly */
  GArray *found;                   /* of Found */
} Machine;

static void
add (Machine *m, guint32 start, guint32 end, gboolean continued)
{
  while (start < end && is_blank (m->text + start))   /* « French » */
    start += g_utf8_skip[(guchar) m->text[start]];
  while (start < end) {
    const char *last = g_utf8_prev_char (m->text + end);
    if (!is_blank (last))
      break;
    end = last - m->text;
  }
  Found one = { .start = start, .end = end, .continued = continued, .paragraph = m->paragraph };
  if (end > start)
    g_array_append_val (m->found, one);
}

/* The next byte that may begin a quotation mark; most of a text has none. */
static const char *
next_mark (const char *p, const char *end)
{
  static const guint8 MAY_BEGIN[256] = { ['"'] = 1, ['\''] = 1, [0xC2] = 1, [0xE2] = 1, [0xE3] = 1 };
  while (p < end && !MAY_BEGIN[(guchar) *p])
    p++;
  return p;
}

/* Whether a single mark that opened here is ever closed: an apostrophe is not. The last mark of the paragraph that closes
 * tells it for all of them. */
static gboolean
closes_later (Machine *m, const char *from, gunichar close)
{
  const char **last = close == '\'' ? &m->last_straight : &m->last_curly;
  const char *start = m->text + m->start, *end = m->text + m->end, *next;
  if (*last == NULL) {
    *last = start;
    for (const char *p = next_mark (start, end); p < end; p = next_mark (next, end)) {
      gunichar c = g_utf8_get_char (p), before = p > start ? g_utf8_get_char (g_utf8_prev_char (p)) : 0;
      next = g_utf8_next_char (p);
      gunichar after = next < end ? g_utf8_get_char (next) : 0;
      if (c == close && mark_at (c, before, after).role == CLOSES && (g_unichar_ispunct (before) || !g_str_has_prefix (next, " ") || before != 's'))
        *last = p;
    }
  }
  return *last > start && *last >= from;
}

/* A closing single mark after a plural's s may be a possessive: it closes only if no better one follows. */
static gboolean
is_possessive (Machine *m, gunichar c, gunichar before, const char *next)
{
  if ((c != 0x2019 && c != '\'') || before != 's')
    return FALSE;
  return closes_later (m, next, c);
}

/* Whether behind a place a curly mark closes before another opens. Places come in order, so that each is passed once. */
static gboolean
closes_curly (Machine *m, const char *from)
{
  const char *end = m->text + m->end;
  if (m->curly == NULL || m->curly < from)
    for (m->curly = next_mark (from, end); m->curly < end; m->curly = next_mark (g_utf8_next_char (m->curly), end)) {
      gunichar c = g_utf8_get_char (m->curly);
      if (c == 0x201D || c == 0x201C)
        break;
    }
  return m->curly < end && g_utf8_get_char (m->curly) == 0x201D;
}

/* A mark in its place, and a quotation that is open. */
typedef struct { const char *at, *next; gunichar c, before, after; Mark mark; } Sign;
typedef struct { const char *from; gunichar open, close; gboolean curly; } Open;   /* from: NULL: none is; curly: one of these opened within straight ones */

static gboolean
opens (Machine *m, const Sign *s)
{
  gboolean single = s->c == 0x2018 || s->c == '\'';
  gboolean may = s->mark.role == OPENS || (s->mark.role == EITHER && s->after && !g_unichar_isspace (s->after));
  return may && (!single || closes_later (m, s->next, s->mark.close));
}

/* “mixed" and "mixed”: where the mark that would close is of the other sort. */
static gboolean
closes_mixed (Machine *m, const Sign *s, const Open *open)
{
  if (open->open == 0x201C && s->c == '"')
    return !is_word_char (s->after) && !g_unichar_isspace (s->before) && !closes_curly (m, s->next);
  return open->open == '"' && s->c == 0x201D && !open->curly;
}

static gboolean
closes (Machine *m, const Sign *s, const Open *open)
{
  if (open->open == 0x201E && s->c == 0x201C)   /* „German“ */
    return TRUE;
  return (s->mark.role != OPENS && s->c == open->close && !is_possessive (m, s->c, s->before, s->next)) || closes_mixed (m, s, open);
}

/* "One sentence. "Another": the mark that closes was forgotten. */
static gboolean
opens_anew (const Sign *s, const Open *open)
{
  if (s->c == '"' && open->open == '"')
    return s->before == ' ' && is_word_char (s->after) && s->at - 2 > open->from && strchr (".!?,", s->at[-2]);
  return s->mark.role == OPENS && s->c == open->open && s->c != '\'';
}

static void
pass (Machine *m, const Sign *s, Open *open)
{
  if (open->from == NULL) {
    if (opens (m, s))
      *open = (Open) { s->next, s->c, s->mark.close, FALSE };
  } else if (opens_anew (s, open)) {
    if (s->c == '"')
      add (m, open->from - m->text, s->at - m->text, FALSE);   /* of curly ones that were left open, nobody knows where they end */
    open->from = s->next;
  } else if (closes (m, s, open)) {
    add (m, open->from - m->text, s->at - m->text, FALSE);
    open->from = NULL;
  } else if (open->open == '"' && s->c == 0x201C)
    open->curly = TRUE;
}

/* «…¶…¶…»: whether a quotation that is open at a place is closed in one of the next paragraphs, and no mark of any sort comes before. */
static gboolean
goes_on_behind (const char *from, gunichar close)
{
  guint paragraphs = 0;
  for (const char *p = from; *p && paragraphs < MAX_CARRIED; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);
    if (c == '"' || c == 0x201C || c == 0x201D || c == 0x201E || c == 0xAB || c == 0xBB)
      return c == close;
    paragraphs += p[0] == '\n' && p[1] == '\n';
  }
  return FALSE;
}

static void
run (Machine *m)
{
  const char *start = m->text + m->start, *end = m->text + m->end;
  Open open = { NULL };
  if (m->carried)
    open = (Open) { start, m->carried == 0x201D ? 0x201C : 0xAB, m->carried, FALSE };
  m->carried = 0;
  for (const char *p = next_mark (start, end); p < end;) {
    Sign s = { .at = p, .next = g_utf8_next_char (p), .c = g_utf8_get_char (p) };
    s.after = s.next < end ? g_utf8_get_char (s.next) : 0;
    s.before = p > start ? g_utf8_get_char (g_utf8_prev_char (p)) : 0;
    s.mark = mark_at (s.c, s.before, s.after);
    if (s.mark.role != NO_MARK)
      pass (m, &s, &open);
    p = next_mark (s.next, end);
  }
  if (open.from && (open.open == 0x201C || open.open == '"' || open.open == 0xAB)) {
    add (m, open.from - m->text, m->end, TRUE);
    m->carried = open.open != '"' && goes_on_behind (end, open.close) ? open.close : 0;
  }
}

/* Up to as many as make a sentence of any quotation. */
static guint
count_words (const char *text, gsize n)
{
  guint words = 0;
  gboolean inside = FALSE;
  for (const char *p = text; p < text + n && words < MIN_SENTENCE; p = g_utf8_next_char (p)) {
    gboolean letter = is_word_char (g_utf8_get_char (p));
    words += letter && !inside;
    inside = letter;
  }
  return words;
}

static gboolean
ends_like_sentence (const char *text, gsize n)
{
  if (n == 0)
    return FALSE;
  char last = text[n - 1];
  return last == '.' || last == ',' || last == '!' || last == '?' || g_str_has_suffix (text, "…") || last == ';';
}

/* The sentence a byte of the text stands in. */
static guint
sentence_at (const AttScan *self, guint32 at)
{
  guint low = 0, high = self->reading->sentences->len;
  while (low < high) {
    guint middle = (low + high) / 2;
    const AttSentence *s = &g_array_index (self->reading->sentences, AttSentence, middle);
    if (s->zone == ATT_ZONE_TITLE || s->end <= at)
      low = middle + 1;
    else
      high = middle;
  }
  return MIN (low, self->reading->sentences->len ? self->reading->sentences->len - 1 : 0);
}

static gboolean
is_according (const AttScan *self, guint word)
{
  const AttWord *w = att_reading_word (self->reading, word);
  return w->end - w->start == 9 && g_ascii_strncasecmp (att_reading_zone_of (self->reading, word) + w->start, "according", 9) == 0;
}

/* A verb of speech or the like near enough to make a fragment somebody's words. */
static gboolean
has_cue_near (const AttScan *self, const Found *one)
{
  const AttSentence *first = &g_array_index (self->reading->sentences, AttSentence, sentence_at (self, one->start));
  const AttSentence *last = &g_array_index (self->reading->sentences, AttSentence, sentence_at (self, one->end));
  guint from = att_reading_word_at (self->reading, one->start), to = att_reading_word_at (self->reading, one->end), end = last->first_word + last->n_words;
  from = from > first->first_word + MAX_NEAR ? from - MAX_NEAR : first->first_word;
  for (guint i = from; i < MIN (end, to + MAX_NEAR); i++) {
    const AttWord *w = att_reading_word (self->reading, i);
    gboolean outside = w->end <= one->start || w->start >= one->end;
    if (outside && (self->cues[i] & ATT_CUE_SAY || is_according (self, i)))
      return TRUE;
  }
  return FALSE;
}

/* Capitals on every word of weight: the title of a work, or a name. */
static gboolean
is_title_of_work (const AttScan *self, const Found *one)
{
  guint capital = 0, small = 0;
  for (guint i = att_reading_word_at (self->reading, one->start); i < self->reading->words->len && att_reading_word (self->reading, i)->end <= one->end; i++) {
    const AttWord *w = att_reading_word (self->reading, i);
    if (w->flags & ATT_WORD_NUMBER)
      continue;
    capital += (w->flags & (ATT_WORD_TITLE | ATT_WORD_CAPS)) != 0;
    small += !(w->flags & (ATT_WORD_TITLE | ATT_WORD_CAPS)) && w->end - w->start > 3;
  }
  return capital >= 1 && small == 0 && capital <= 9;
}

/* “…,” said X. “…”: a sentence of its own between marks goes on with the speech before it. */
static gboolean
goes_on (const AttScan *self, const Found *one, const Found *before)
{
  if (before == NULL || before->paragraph != one->paragraph)
    return FALSE;
  const AttSentence *sentence = &g_array_index (self->reading->sentences, AttSentence, sentence_at (self, one->start));
  return sentence->n_words > 0 && att_reading_word (self->reading, sentence->first_word)->start >= one->start;
}

/* Whether a verb of speech stands right behind: “Yes We Can,” he said. */
static gboolean
is_said (const AttScan *self, const Found *one)
{
  guint from = att_reading_word_at (self->reading, one->end);
  for (guint i = from; i < from + 4 && i < self->reading->words->len && att_reading_word (self->reading, i)->sentence == att_reading_word (self->reading, from)->sentence; i++)
    if (self->cues[i] & ATT_CUE_SAY)
      return TRUE;
  return FALSE;
}

static gboolean
is_speech (const AttScan *self, const Found *one, const Found *before)
{
  const char *text = self->reading->zones[ATT_ZONE_TEXT] + one->start;
  gsize n = one->end - one->start;
  guint words = count_words (text, n);
  g_autofree char *copy = g_strndup (text, n);
  gboolean cue = has_cue_near (self, one);
  if (words == 0)
    return FALSE;
  if (before && before->continued && before->paragraph + 1 == one->paragraph)   /* the last of a long one may be short */
    return TRUE;
  if (is_title_of_work (self, one) && (!ends_like_sentence (copy, n) || (copy[n - 1] == ',' && !is_said (self, one))))
    return FALSE;
  if (one->continued || words >= MIN_SENTENCE || (words >= 5 && (cue || ends_like_sentence (copy, n))))
    return TRUE;
  return cue || (ends_like_sentence (copy, n) && goes_on (self, one, before));
}

static void
find_all (const AttScan *self, GArray *found)
{
  Machine m = { .text = self->reading->zones[ATT_ZONE_TEXT], .found = found };
  guint32 n = strlen (m.text);
  for (m.start = 0, m.paragraph = 1; m.start < n; m.paragraph++) {
    const char *stop = strstr (m.text + m.start, "\n\n");
    m.end = stop ? (guint32) (stop - m.text) : n;
    m.last_straight = m.last_curly = NULL;
    run (&m);
    m.start = stop ? m.end + 2 : n;
  }
}

/* What stands between marks is never a name of the article's own, speech or not. */
static void
mark_words (AttScan *self, const Found *one)
{
  for (guint i = att_reading_word_at (self->reading, one->start); i < self->reading->words->len && att_reading_word (self->reading, i)->end <= one->end; i++)
    g_array_index (self->reading->words, AttWord, i).flags |= ATT_WORD_QUOTED;
}

void
att_quotes_find (AttScan *self, GPtrArray *quotes)
{
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (Found));
  const char *text = self->reading->zones[ATT_ZONE_TEXT];
  find_all (self, found);
  for (guint i = 0; i < found->len; i++) {
    Found *one = &g_array_index (found, Found, i);
    if (self->reading->sentences->len == 0)
      return;
    const AttSentence *sentence = &g_array_index (self->reading->sentences, AttSentence, sentence_at (self, one->start));
    mark_words (self, one);
    if (sentence->skipped || sentence->heading || !is_speech (self, one, i ? one - 1 : NULL))
      continue;
    g_autofree char *words = g_strndup (text + one->start, one->end - one->start);
    gboolean whole = count_words (words, strlen (words)) >= 5 && (ends_like_sentence (words, strlen (words)) || one->continued);
    AttSpan span = { .zone = ATT_ZONE_TEXT, .start = one->start, .end = one->end };
    AttQuote *quote = att_quote_new (whole ? ATT_QUOTE_DIRECT : ATT_QUOTE_MIXED, span, words);
    quote->open = one->continued;
    g_ptr_array_add (quotes, quote);
  }
}
