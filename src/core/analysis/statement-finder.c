/* statement-finder.c: what somebody is reported to have said, without quotation marks.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A verb of speech with a subject that is sure, and the clause that hangs on it: behind the verb ("X said that ..."),
 * before it ("..., X said"), or beside "according to X". Verbs of thinking and feeling tell what nobody said and are left
 * out. Precision first: where the clause or its speaker is doubtful there is no statement. */

#include "config.h"
#include "analysis/voice.h"

#include <string.h>

#define MAX_CLAUSE 150       /* words: there are texts without a full stop */
#define MIN_WORDS 4        /* of a clause, outside quotation marks */
#define MAX_ADDRESSEE 12   /* words between a verb and its "that" */
#define MAX_TAIL 12        /* words behind "..., X told Y" */
#define MAX_ASKED 6        /* words of whom somebody urged to do something */
#define MAX_DATELINE 12    /* words */
#define MAX_MARKS 4        /* bytes between a last word and the mark that closes behind it */
#define MAX_STYLED 4       /* words before whoever said it that belong to him */

typedef struct { guint first, end; } Clause;   /* words */

static guint64
cue (const AttVoices *self, guint word)
{
  return self->scan->cues[word];
}

/* "and added, “...”", "and demanded that ...": another act of speech of the same subject. */
static gboolean
is_added (const AttVoices *self, guint word, guint end)
{
  return word + 2 < end && cue (self, word) & ATT_CUE_AND && cue (self, word + 1) & ATT_CUE_SAY && !att_scan_ends_in (self->scan, word + 1, "ing")
         && (self->quoted[word + 2] || cue (self, word + 2) & ATT_CUE_THAT || att_scan_is_broken (self->scan, word + 2));
}

/* "..., X said" */
static gboolean
is_said_by (const AttVoices *self, guint word, guint end)
{
  guint voice = att_voices_from (self, word), after;
  if (voice == self->voices->len || att_voices_get (self, voice)->word != word)
    return FALSE;
  after = att_voice_end (att_voices_get (self, voice));
  return after < end && cue (self, after) & ATT_CUE_SAY && !att_scan_is_broken (self->scan, after);
}

/* Where what was said ends: at another clause, or another act of speech hung on. */
static guint
clause_end (const AttVoices *self, guint first, guint end)
{
  end = MIN (end, first + MAX_CLAUSE);
  for (guint i = first + 1; i < end; i++) {
    if (self->quoted[i])
      continue;
    if (is_added (self, i, end))
      return i;
    gboolean saying = cue (self, i) & ATT_CUE_SAY && att_scan_ends_in (self->scan, i, "ing");
    if (att_scan_is_broken (self->scan, i) && (cue (self, i) & (ATT_CUE_CONTRAST | ATT_CUE_ACCORDING) || saying || att_scan_behind_medium (self->scan, i, end) > i || is_said_by (self, i, end)))
      return i;
  }
  return end;
}

static guint
behind_adverbs (const AttVoices *self, guint word, guint end)
{
  while (word < end && cue (self, word) & ATT_CUE_ADVERB && !att_scan_is_broken (self->scan, word))
    word++;
  return word;
}

/* "said on Monday", "said in an interview on Friday" */
static guint
behind_asides (const AttVoices *self, guint word, guint end)
{
  guint before;
  do {
    before = word;
    word = behind_adverbs (self, att_scan_behind_aside (self->scan, word, end), end);
  } while (word > before);
  return word;
}

/* "told reporters the order is at stake": the word behind who was told, where a clause may begin there. */
static guint
behind_addressee (const AttVoices *self, guint word, guint end)
{
  const guint64 subject = ATT_CUE_DETERMINER | ATT_CUE_HE | ATT_CUE_SHE | ATT_CUE_IT | ATT_CUE_THEY;
  guint whom = att_voices_from (self, word), after = word;
  if (whom < self->voices->len && att_voices_get (self, whom)->word <= word + 1)
    after = att_voice_end (att_voices_get (self, whom));
  else if (word + 1 < end && cue (self, word) == 0 && cue (self, word + 1) & subject)   /* reporters are no voice: they ask */
    after = word + 1;
  gboolean begins = after < end && !att_scan_is_broken (self->scan, after) && !(cue (self, after) & (ATT_CUE_TO | ATT_CUE_BE | ATT_CUE_AUXILIARY | ATT_CUE_AND | ATT_CUE_PREPOSITION));
  return behind_adverbs (self, begins ? after : word, end);
}

/* "told reporters at the airport that", "asked X whether", "said at a rally that": the word that opens what was said, or end. In "said the talks could
 * go on if", "confirmed the deal that was reached", "warned of a response that will be felt" it opens something else. */
static guint
opening_of (const AttVoices *self, guint verb, guint first, guint end)
{
  if (first >= end || cue (self, first) & ATT_CUE_THAT)
    return first;
  if (first == verb + 1 && cue (self, first) & ATT_CUE_OF)
    return end;
  gboolean when = cue (self, first) & ATT_CUE_LATE || att_reading_is (self->scan->reading, first, "last"), where = (cue (self, first) & ATT_CUE_PREPOSITION) != 0;
  gboolean addressed = (cue (self, verb) & ATT_CUE_ADDRESS) != 0, aside = addressed || first > verb + 1 || when || where;
  for (guint i = first; aside && i < end && i < verb + 1 + MAX_ADDRESSEE && (!att_scan_is_broken (self->scan, i) || i == first); i++) {
    if (cue (self, i) & ATT_CUE_THAT && (addressed || att_reading_is (self->scan->reading, i, "that")))
      return i;
    if (i > first && cue (self, i) & (ATT_CUE_BE | ATT_CUE_AUXILIARY | ATT_CUE_MODAL))
      break;   /* the clause has begun without it */
  }
  return end;
}

/* "said that ...", "told reporters that ...", "said ...". */
static Clause
clause_behind (const AttVoices *self, guint verb, guint end)
{
  guint first = verb + 1;
  while (first < end && att_reading_word (self->scan->reading, first)->flags & ATT_WORD_INNER)
    first++;   /* of a verb in ideographs, of which each is a word */
  first = behind_asides (self, first, end);
  guint opening = opening_of (self, verb, first, end);
  gboolean that = opening < end;
  if (that)
    first = opening + 1;
  if (!that && first == verb + 1 && (att_reading_is (self->scan->reading, verb, "told") || att_reading_is (self->scan->reading, verb, "tells")))
    first = behind_addressee (self, first, end);
  if (first < end && cue (self, first) & ATT_CUE_BY)
    return (Clause) { 0, 0 };   /* was told by X: no clause follows */
  if (first >= end || (att_scan_is_broken (self->scan, first) && first == verb + 1 && !(cue (self, verb) & ATT_CUE_THAT)))
    return (Clause) { 0, 0 };
  return (Clause) { first, clause_end (self, first, end) };
}

/* "in an exclusive interview on Tuesday": nothing in it speaks, refers, or is a clause of its own. */
static gboolean
is_tail (const AttVoices *self, guint from, guint end)
{
  const guint64 more = ATT_CUE_THAT | ATT_CUE_SAY | ATT_CUE_BE | ATT_CUE_AUXILIARY | ATT_CUE_HE | ATT_CUE_SHE | ATT_CUE_IT | ATT_CUE_THEY | ATT_CUE_WHO;
  for (guint i = from; i < end; i++) {
    if (att_reading_is (self->scan->reading, i, "citing"))   /* "..., citing people familiar with the matter": from whom it has it */
      return TRUE;
    if (cue (self, i) & more || self->quoted[i] || (i > from && att_scan_is_broken (self->scan, i)))
      return FALSE;
  }
  return TRUE;
}

/* Where "the White House said", "British PM X said" begins: at the comma before it, if one is near. */
static guint
attribution_start (const AttVoices *self, const AttSentence *s, const AttVerb *verb)
{
  const guint64 stop = ATT_CUE_SAY | ATT_CUE_PREPOSITION | ATT_CUE_BE | ATT_CUE_AUXILIARY | ATT_CUE_AND | ATT_CUE_CLAUSE | ATT_CUE_THAT | ATT_CUE_WHO;
  guint begin = MIN (att_voices_get (self, verb->subject)->word, verb->word), from = begin;
  while (from > s->first_word && begin - from < MAX_STYLED && !att_scan_is_broken (self->scan, from) && !(cue (self, from - 1) & stop) && !self->quoted[from - 1])
    from--;
  return att_scan_is_broken (self->scan, from) ? from : begin;
}

/* "The deal, X said on Monday, will be signed": all of it is X's. */
static Clause
clause_around (const AttVoices *self, const AttSentence *s, const AttVerb *verb)
{
  guint from = attribution_start (self, s, verb), end = s->first_word + s->n_words;
  guint to = behind_asides (self, MAX (att_voice_end (att_voices_get (self, verb->subject)), verb->word + 1), end);
  if (from <= s->first_word || to >= end || !att_scan_is_broken (self->scan, from) || !att_scan_is_broken (self->scan, to) || self->quoted[from - 1] || self->quoted[to])
    return (Clause) { 0, 0 };
  gboolean goes_on = cue (self, to) & (ATT_CUE_BE | ATT_CUE_AUXILIARY | ATT_CUE_MODAL) && !(cue (self, to) & ATT_CUE_SAY);
  gboolean opened = cue (self, s->first_word) & (ATT_CUE_CLAUSE | ATT_CUE_PREPOSITION) && verb->link == ATT_LINK_ACCORDING;   /* "By 2008, according to X, all" */
  return goes_on || opened ? (Clause) { s->first_word, clause_end (self, to, end) } : (Clause) { 0, 0 };
}

/* "..., X said.": the sentence up to its subject, when hardly anything follows the verb. */
static Clause
clause_before (const AttVoices *self, const AttSentence *s, const AttVerb *verb)
{
  const AttVoice *voice = att_voices_get (self, verb->subject);
  guint from = attribution_start (self, s, verb), to = MAX (att_voice_end (voice), verb->word + 1), end = s->first_word + s->n_words;
  if (from < s->first_word + MIN_WORDS || !att_scan_is_broken (self->scan, from) || end - to > MAX_TAIL)
    return (Clause) { 0, 0 };
  gboolean aside = to < end && (cue (self, to) & (ATT_CUE_PREPOSITION | ATT_CUE_ADVERB) || cue (self, verb->word) & ATT_CUE_ADDRESS || att_reading_is (self->scan->reading, to, "citing"));
  gboolean main_clause = !(cue (self, s->first_word) & (ATT_CUE_CLAUSE | ATT_CUE_PREPOSITION));
  if (end - to > 3 && !(aside && main_clause && is_tail (self, to, end)))   /* "..., X told Y in an interview on Tuesday." */
    return (Clause) { 0, 0 };
  return (Clause) { s->first_word, from };
}

static Clause
clause_according (const AttVoices *self, const AttSentence *s, const AttVerb *verb)
{
  guint end = s->first_word + s->n_words, behind = att_voice_end (att_voices_get (self, verb->subject));
  if (verb->word == s->first_word) {
    while (behind < end && !att_scan_is_broken (self->scan, behind))
      behind++;
    return (Clause) { behind, behind < end ? clause_end (self, behind, end) : end };
  }
  return (Clause) { MAX (s->first_word, verb->word > MAX_CLAUSE ? verb->word - MAX_CLAUSE : 0), verb->word };
}

/* "at least", "over 100" */
static gboolean
is_amount (const AttVoices *self, guint word)
{
  const AttReading *reading = self->scan->reading;
  return word < reading->words->len && (att_reading_word (reading, word)->flags & ATT_WORD_NUMBER || att_reading_is (reading, word, "least") || att_reading_is (reading, word, "most") || att_reading_is (reading, word, "first"));
}

static guint
count_unquoted (const AttVoices *self, Clause c)
{
  guint n = 0;
  for (guint i = c.first; i < c.end; i++)
    n += !self->quoted[i];
  return n;
}

/* "admits it got it wrong" */
static gboolean
begins_with_subject (const AttVoices *self, Clause c)
{
  return !(cue (self, c.first - 1) & ATT_CUE_ADDRESS) && cue (self, c.first) & (ATT_CUE_HE | ATT_CUE_SHE | ATT_CUE_IT | ATT_CUE_THEY) && !(cue (self, c.first) & ATT_CUE_DETERMINER);
}

/* "promised to end", "urged North Korea to begin" */
static gboolean
asks_for_deed (const AttVoices *self, Clause c)
{
  guint reach = cue (self, c.first - 1) & ATT_CUE_ADDRESS ? MAX_ASKED : 1;
  for (guint i = c.first; i < MIN (c.end, c.first + reach) && !(cue (self, i) & (ATT_CUE_WHO | ATT_CUE_THAT)); i++)
    if (cue (self, i) & ATT_CUE_TO)
      return TRUE;
  return FALSE;
}

/* Without a verb of its own the clause is an object: "reported his discussions", "his talks with X, who was ill". */
static gboolean
has_verb (const AttVoices *self, Clause c, gboolean behind)
{
  gboolean that = c.first > 0 && cue (self, c.first - 1) & ATT_CUE_THAT;
  if (behind && c.first > 0 && begins_with_subject (self, c))
    return TRUE;
  gboolean of_its_own = behind && !that && c.first > 0 && !asks_for_deed (self, c);
  for (guint i = c.first; i < c.end && (!of_its_own || i == c.first || !(cue (self, i) & (ATT_CUE_WHO | ATT_CUE_THAT))); i++)
    if (!self->quoted[i] && cue (self, i) & (ATT_CUE_BE | ATT_CUE_AUXILIARY | ATT_CUE_MODAL | ATT_CUE_NEGATION))
      return TRUE;
  return that;
}

/* The first quotation that begins at a byte or behind it: they are in the order of the text. */
static guint
quote_from (const GPtrArray *quotes, guint32 start)
{
  guint low = 0, high = quotes->len;
  while (low < high) {
    guint middle = (low + high) / 2;
    if (((const AttQuote *) g_ptr_array_index (quotes, middle))->span.start < start)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

/* Words begin and end a statement: where a quotation within begins or ends with them, its marks belong to it. */
static AttSpan
with_marks (const AttVoices *self, AttSpan span, const GPtrArray *quotes)
{
  const char *text = self->scan->reading->zones[ATT_ZONE_TEXT];
  AttSpan whole = span;
  for (guint i = quote_from (quotes, span.start); i < quotes->len; i++) {
    const AttSpan *within = &((const AttQuote *) g_ptr_array_index (quotes, i))->span;
    if (within->start >= span.end)
      break;
    if (within->zone != span.zone || within->end > span.end + MAX_MARKS)
      continue;
    if (within->start == span.start && span.start > 0)
      whole.start = g_utf8_prev_char (text + span.start) - text;
    if (within->end >= span.end && text[within->end])
      whole.end = g_utf8_next_char (text + within->end) - text;
  }
  return whole;
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

/* "KABUL, March 3 (Reuters) - ": where and for whom an article was written is not said by anybody. */
static guint
behind_dateline (const AttVoices *self, guint first, guint end)
{
  const AttReading *reading = self->scan->reading;
  const AttWord *w = att_reading_word (reading, first);
  const char *zone = att_reading_zone_of (reading, first);
  if (!(w->flags & ATT_WORD_CAPS) || (w->start > 0 && zone[w->start - 1] != '\n'))
    return first;
  for (guint i = first + 1; i < MIN (end, first + MAX_DATELINE); i++, w++)
    if (is_dash (zone + w->end, w[1].start - w->end))
      return i;
  return first;
}

/* A line that ends without a full stop, "Photo: X/Reuters", is no part of what is said in the next. */
static Clause
within_line (const AttVoices *self, Clause c, gboolean behind)
{
  const AttReading *reading = self->scan->reading;
  const char *zone = att_reading_zone_of (reading, c.first);
  for (guint i = c.first + 1; i < c.end; i++) {
    const AttWord *before = att_reading_word (reading, i - 1), *w = att_reading_word (reading, i);
    if (memchr (zone + before->end, '\n', w->start - before->end) == NULL)
      continue;
    if (behind)
      return (Clause) { c.first, i };
    c.first = i;
  }
  return c;
}

/* Where a mark that opens within has its closing one right behind, that belongs to it as well. */
static AttSpan
with_both_marks (const char *text, AttSpan span)
{
  int open = 0;
  for (const char *p = text + span.start; p < text + span.end; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);
    open += c == 0x201C ? 1 : c == 0x201D ? -1 : c == '"' ? (open > 0 ? -1 : 1) : 0;
  }
  const char *next = text + span.end;
  for (guint i = 0; open > 0 && *next && i < 2; i++) {   /* a comma may stand between */
    gunichar c = g_utf8_get_char (next);
    next = g_utf8_next_char (next);
    if (c == 0x201D || c == '"') {
      span.end = next - text;
      break;
    }
  }
  return span;
}

/* What is quoted within a statement and is behind its verb is known to be somebody's: that is who stated it, where all quotations agree. The model
 * that says so is right four times where the grammar alone is right once. */
static void
heed_quotes (const GPtrArray *quotes, AttQuote *statement)
{
  const char *name = NULL;
  for (guint i = quote_from (quotes, statement->span.start); i < quotes->len; i++) {
    const AttQuote *q = g_ptr_array_index (quotes, i);
    if (q->span.start >= statement->span.end)
      break;
    if (q->kind == ATT_QUOTE_INDIRECT || q->span.zone != statement->span.zone || q->span.end > statement->span.end || q->speaker == NULL)
      continue;
    if (name && strcmp (name, q->speaker) != 0)
      return;
    name = q->speaker;
  }
  if (name && strcmp (name, statement->speaker) != 0) {
    g_free (statement->speaker);
    statement->speaker = g_strdup (name);
  }
}

/* "Taxes rose, X said", "said taxes rose": beside a plain verb of speech with its own subject any clause will do. */
static gboolean
is_plain_clause (const AttVoices *self, const AttVerb *verb, Clause c)
{
  if (c.first < verb->word)
    return att_scan_is_broken (self->scan, c.end) && !(cue (self, c.first) & (ATT_CUE_PREPOSITION | ATT_CUE_CLAUSE)) && !self->quoted[c.first];
  return (verb->link == ATT_LINK_BESIDE || verb->link == ATT_LINK_PARENTHESIS) && !(cue (self, c.first) & (ATT_CUE_PREPOSITION | ATT_CUE_CLAUSE | ATT_CUE_ADVERB | ATT_CUE_LATE))
         && !att_scan_ends_in (self->scan, c.first, "ly") && !self->quoted[c.first] && !att_scan_is_broken (self->scan, c.first);
}

/* "..., X warned.", "..., X told reporters on Monday.": where nothing else of the sentence is left for the verb, the clause before is its object. */
static gboolean
is_closed_by (const AttVoices *self, const AttSentence *s, const AttVerb *verb, Clause c)
{
  const AttVoice *voice = att_voices_get (self, verb->subject);
  guint behind = MAX (att_voice_end (voice), verb->word + 1), end = s->first_word + s->n_words;
  if (c.first > verb->word || verb->link != ATT_LINK_BESIDE || cue (self, verb->word) & ATT_CUE_WEAK || att_voices_begin (self, voice) != c.end
      || !(att_reading_word (self->scan->reading, c.end)->flags & ATT_WORD_COMMA))
    return FALSE;
  return behind >= end || att_scan_is_broken (self->scan, behind) || cue (self, behind) & (ATT_CUE_PREPOSITION | ATT_CUE_ADVERB) || cue (self, verb->word) & ATT_CUE_ADDRESS;
}

/* "threatened to behead", "warned of stagflation": what hangs on it is no clause; "said at least", "over 100" is. */
static gboolean
is_governed (const AttVoices *self, const AttVerb *verb, Clause c)
{
  return c.first == verb->word + 1 && cue (self, c.first) & ATT_CUE_PREPOSITION && !(cue (self, c.first) & (ATT_CUE_TO | ATT_CUE_CLAUSE)) && !is_amount (self, c.first + 1);
}

static Clause
find_clause (const AttVoices *self, const AttSentence *s, const AttVerb *verb)
{
  Clause c = clause_around (self, s, verb);
  if (c.end == 0)
    c = verb->link == ATT_LINK_ACCORDING ? clause_according (self, s, verb) : clause_before (self, s, verb);
  if (c.end == 0 && verb->link != ATT_LINK_ACCORDING && verb->link != ATT_LINK_INVERTED)   /* behind an inverted one its subject stands */
    c = clause_behind (self, verb->word, s->first_word + s->n_words);
  if (c.end > c.first)
    c = within_line (self, c, c.first > verb->word);
  if (c.end <= c.first || count_unquoted (self, c) < MIN_WORDS)
    return (Clause) { 0, 0 };
  gboolean plain = cue (self, verb->word) & ATT_CUE_PLAIN || verb->link == ATT_LINK_ACCORDING || is_closed_by (self, s, verb, c), behind = c.first > verb->word;
  if (behind && cue (self, c.first) & ATT_CUE_BE && !(cue (self, c.first - 1) & ATT_CUE_THAT))   /* "what X said was" */
    return (Clause) { 0, 0 };
  if (!(plain && is_plain_clause (self, verb, c)) && !has_verb (self, c, behind && !plain))
    return (Clause) { 0, 0 };
  if (!plain && is_governed (self, verb, c))
    return (Clause) { 0, 0 };
  c.first = behind_dateline (self, c.first, c.end);
  return c;
}

/* "X visited Y and said that ...": whoever the sentence begins with did both. */
static gboolean
is_joined (const AttVoices *self, const AttSentence *s, const AttVerb *verb)
{
  const AttVoice *voice = att_voices_get (self, verb->subject);
  if (verb->word > s->first_word + MAX_CLAUSE || att_voices_begin (self, voice) != s->first_word || !(cue (self, verb->word - 1) & ATT_CUE_AND) || verb->word + 2 >= s->first_word + s->n_words)
    return FALSE;
  for (guint i = att_voice_end (voice); i < verb->word; i++)
    if (cue (self, i) & (ATT_CUE_WHO | ATT_CUE_THAT) || self->quoted[i])
      return FALSE;
  guint behind = behind_asides (self, verb->word + 1, s->first_word + s->n_words);
  return opening_of (self, verb->word, behind, s->first_word + s->n_words) < s->first_word + s->n_words;
}

/* "The study found": what a paper finds is its own, not whoever's it is. */
static gboolean
is_finding (const AttVoices *self, const AttVerb *verb)
{
  const AttVoice *voice = att_voices_get (self, verb->subject);
  return cue (self, verb->word) & ATT_CUE_FINDS && voice->kind == ATT_VOICE_DOCUMENT && !(cue (self, voice->word) & (ATT_CUE_HE | ATT_CUE_SHE | ATT_CUE_THEY | ATT_CUE_IT));
}

static void
take (const AttVoices *self, const AttVerb *verb, const GPtrArray *quotes, GPtrArray *statements)
{
  const char *text = self->scan->reading->zones[ATT_ZONE_TEXT];
  const AttSentence *s = att_reading_sentence_of (self->scan->reading, verb->word);
  if (verb->subject == ATT_NOBODY || (verb->link == ATT_LINK_CLAUSE && !is_joined (self, s, verb)) || cue (self, verb->word) & ATT_CUE_BELIEF || s->heading)
    return;
  Clause c = find_clause (self, s, verb);
  if (c.end == 0)
    return;
  const AttQuote *before = statements->len ? g_ptr_array_index (statements, statements->len - 1) : NULL;
  AttSpan span = att_scan_span (self->scan, c.first, c.end - c.first);
  if (before && before->span.end > span.start)
    return;   /* within what is already a statement */
  span = with_both_marks (text, with_marks (self, span, quotes));
  gboolean found = is_finding (self, verb);
  char *name = found ? att_voices_written (self, att_voices_get (self, verb->subject)) : att_voices_name (self, verb->subject, NULL);
  if (name == NULL)
    return;
  g_autofree char *words = g_strndup (text + span.start, span.end - span.start);
  AttQuote *statement = att_quote_new (ATT_QUOTE_INDIRECT, span, words);
  statement->speaker = name;
  if (c.first > verb->word && verb->link != ATT_LINK_ACCORDING && !found)
    heed_quotes (quotes, statement);
  g_ptr_array_add (statements, statement);
}

static int
by_start (gconstpointer a, gconstpointer b)
{
  const AttQuote *x = *(AttQuote *const *) a, *y = *(AttQuote *const *) b;
  if (x->span.start != y->span.start)
    return x->span.start < y->span.start ? -1 : 1;
  return (int) x->kind - (int) y->kind;
}

void
att_statements_find (const AttVoices *self, GPtrArray *quotes)
{
  g_autoptr (GPtrArray) statements = g_ptr_array_new ();
  for (guint i = 0; i < self->verbs->len; i++)
    take (self, &g_array_index (self->verbs, AttVerb, i), quotes, statements);
  for (guint i = 0; i < statements->len; i++)
    g_ptr_array_add (quotes, statements->pdata[i]);
  g_ptr_array_sort (quotes, by_start);
}
