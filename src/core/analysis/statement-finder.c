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
#define MAX_MARKS 4        /* bytes between a last word and the mark that closes behind it */

typedef struct { guint first, end; } Clause;   /* words */

static guint64
cue (const AttVoices *self, guint word)
{
  return self->scan->cues[word];
}

/* Where what was said ends: at another clause, or another act of speech hung on behind a comma. */
static guint
clause_end (const AttVoices *self, guint first, guint end)
{
  end = MIN (end, first + MAX_CLAUSE);
  for (guint i = first + 1; i < end; i++) {
    if (self->quoted[i] || !att_scan_is_broken (self->scan, i))
      continue;
    if (cue (self, i) & ATT_CUE_CONTRAST || (cue (self, i) & ATT_CUE_SAY && att_scan_ends_in (self->scan, i, "ing")) || cue (self, i) & ATT_CUE_ACCORDING)
      return i;
    guint voice = att_voices_from (self, i);
    if (voice < self->voices->len && att_voices_get (self, voice)->word == i) {   /* "..., X said" */
      guint after = att_voice_end (att_voices_get (self, voice));
      if (after < end && cue (self, after) & ATT_CUE_SAY && !att_scan_is_broken (self->scan, after))
        return i;
    }
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
  while (first < end && cue (self, first) & ATT_CUE_ADVERB && !att_scan_is_broken (self->scan, first))
    first++;   /* said on Monday */
  for (guint i = first; i < end && i < verb + 1 + MAX_ADDRESSEE && (!att_scan_is_broken (self->scan, i) || i == first); i++)
    if (cue (self, i) & ATT_CUE_THAT) {
      first = i + 1;
      break;
    }
  if (first < end && cue (self, first) & ATT_CUE_BY)
    return (Clause) { 0, 0 };   /* was told by X: no clause follows */
  if (first >= end || (att_scan_is_broken (self->scan, first) && first == verb + 1 && !(cue (self, verb) & ATT_CUE_THAT)))
    return (Clause) { 0, 0 };
  return (Clause) { first, clause_end (self, first, end) };
}

/* "..., X said.": the sentence up to its subject, when hardly anything follows the verb. */
static Clause
clause_before (const AttVoices *self, const AttSentence *s, const AttVerb *verb)
{
  const AttVoice *voice = att_voices_get (self, verb->subject);
  guint from = MIN (voice->word, verb->word), to = MAX (att_voice_end (voice), verb->word + 1), end = s->first_word + s->n_words;
  if (from < s->first_word + MIN_WORDS || !att_scan_is_broken (self->scan, from) || end - to > 3)
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

static guint
count_unquoted (const AttVoices *self, Clause c)
{
  guint n = 0;
  for (guint i = c.first; i < c.end; i++)
    n += !self->quoted[i];
  return n;
}

/* Without a verb of its own the clause is an object: "reported his discussions". */
static gboolean
has_verb (const AttVoices *self, Clause c)
{
  for (guint i = c.first; i < c.end; i++)
    if (!self->quoted[i] && cue (self, i) & (ATT_CUE_BE | ATT_CUE_AUXILIARY | ATT_CUE_MODAL | ATT_CUE_FUTURE | ATT_CUE_NEGATION))
      return TRUE;
  return c.first > 0 && cue (self, c.first - 1) & ATT_CUE_THAT;
}

/* Words begin and end a statement: where a quotation within begins or ends with them, its marks belong to it. */
static AttSpan
with_marks (const AttVoices *self, AttSpan span, const GPtrArray *quotes)
{
  const char *text = self->scan->reading->zones[ATT_ZONE_TEXT];
  AttSpan whole = span;
  for (guint i = 0; i < quotes->len; i++) {
    const AttSpan *within = &((const AttQuote *) g_ptr_array_index (quotes, i))->span;
    if (within->zone != span.zone || within->start < span.start || within->start >= span.end || within->end > span.end + MAX_MARKS)
      continue;
    if (within->start == span.start && span.start > 0)
      whole.start = g_utf8_prev_char (text + span.start) - text;
    if (within->end >= span.end && text[within->end])
      whole.end = g_utf8_next_char (text + within->end) - text;
  }
  return whole;
}

static void
take (const AttVoices *self, const AttVerb *verb, const GPtrArray *quotes, GPtrArray *statements)
{
  const AttScan *scan = self->scan;
  const AttSentence *s = att_reading_sentence_of (scan->reading, verb->word);
  if (verb->subject == ATT_NOBODY || verb->link == ATT_LINK_CLAUSE || cue (self, verb->word) & ATT_CUE_BELIEF || s->heading)
    return;
  guint end = s->first_word + s->n_words;
  Clause c = verb->link == ATT_LINK_ACCORDING ? clause_according (self, s, verb) : clause_before (self, s, verb);
  if (c.end == 0 && verb->link != ATT_LINK_ACCORDING)
    c = clause_behind (self, verb->word, end);
  if (c.end <= c.first || count_unquoted (self, c) < MIN_WORDS || !has_verb (self, c))
    return;
  const AttQuote *before = statements->len ? g_ptr_array_index (statements, statements->len - 1) : NULL;
  AttSpan span = att_scan_span (scan, c.first, c.end - c.first);
  if (before && before->span.end > span.start)
    return;   /* within what is already a statement */
  span = with_marks (self, span, quotes);
  char *name = att_voices_name (self, verb->subject, NULL);
  if (name == NULL)
    return;
  g_autofree char *words = g_strndup (scan->reading->zones[ATT_ZONE_TEXT] + span.start, span.end - span.start);
  AttQuote *statement = att_quote_new (ATT_QUOTE_INDIRECT, span, words);
  statement->speaker = name;
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
