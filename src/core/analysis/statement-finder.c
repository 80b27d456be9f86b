/* statement-finder.c: what somebody is reported to have said, without quotation marks.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A verb of speech with a subject that is sure, and the clause that hangs on it: behind the verb ("X said that ..."),
 * before it ("..., X said"), or beside "according to X". Verbs of thinking and feeling tell what nobody said and are left
 * out. Precision first: where the clause or its speaker is doubtful there is no statement. */

#include "config.h"
#include "analysis/clause.h"

#include <string.h>

#define MIN_TURN 3    /* words: "Thank you." tells nothing */
#define MAX_MARKS 4   /* bytes between a last word and the mark that closes behind it */

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

/* "X threatened to fire after Y said it would meet “fire and fury”": within what X said Y is quoted. */
static gboolean
is_told_within (const AttVoices *self, const AttVerb *verb, const AttQuote *quote)
{
  guint before = att_voices_verb_from (self, att_reading_word_at (self->scan->reading, quote->span.start));
  const AttVerb *nearest = before > 0 ? &g_array_index (self->verbs, AttVerb, before - 1) : NULL;
  if (nearest == NULL || nearest->word <= verb->word || nearest->link != ATT_LINK_BESIDE || att_voices_get (self, nearest->subject)->word <= verb->word)
    return FALSE;
  const AttIdentity *other = att_voices_known (self, nearest->subject);
  return other && strcmp (other->name, quote->speaker) == 0;
}

/* What is quoted within a statement and is behind its verb is known to be somebody's: that is who stated it, where all quotations agree. The model
 * that says so is right four times where the grammar alone is right once. */
static void
heed_quotes (const AttVoices *self, const AttVerb *verb, const GPtrArray *quotes, AttQuote *statement)
{
  const char *name = NULL;
  for (guint i = quote_from (quotes, statement->span.start); i < quotes->len; i++) {
    const AttQuote *q = g_ptr_array_index (quotes, i);
    if (q->span.start >= statement->span.end)
      break;
    if (q->kind == ATT_QUOTE_INDIRECT || q->span.zone != statement->span.zone || q->span.end > statement->span.end || q->speaker == NULL || is_told_within (self, verb, q))
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

/* "The study found": what a paper finds is its own, not whoever's it is. */
static gboolean
is_finding (const AttVoices *self, const AttVerb *verb)
{
  const AttVoice *voice = att_voices_get (self, verb->subject);
  return self->scan->cues[verb->word] & ATT_CUE_FINDS && voice->kind == ATT_VOICE_DOCUMENT && !(self->scan->cues[voice->word] & (ATT_CUE_HE | ATT_CUE_SHE | ATT_CUE_THEY | ATT_CUE_IT));
}

static void
take (const AttVoices *self, const AttVerb *verb, const GPtrArray *quotes, GPtrArray *statements)
{
  const char *text = self->scan->reading->zones[ATT_ZONE_TEXT];
  AttClause c = att_clause_said (self, verb);
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
    heed_quotes (self, verb, quotes, statement);
  g_ptr_array_add (statements, statement);
}

/* "(As interpreted.) Thank you": a remark of whoever wrote it down is not said. */
static guint32
behind_remark (const char *text, guint32 start, guint32 end)
{
  const char *from = text + start, *close = *from == '(' ? memchr (from, ')', end - start) : NULL;
  if (close == NULL)
    return start;
  for (close++; close < text + end && g_ascii_isspace (*close);)
    close++;
  return close - text;
}

static void
take_turn (const AttVoices *self, const AttTurn *turn, guint first, guint end, GPtrArray *statements)
{
  const AttScan *scan = self->scan;
  const AttSentence *last = att_reading_sentence_of (scan->reading, end - 1);
  const char *text = scan->reading->zones[ATT_ZONE_TEXT];
  guint32 start = att_reading_word (scan->reading, first)->start;
  start -= start > 0 && text[start - 1] == '(';
  AttSpan span = { .zone = ATT_ZONE_TEXT, .start = behind_remark (text, start, last->end), .end = last->end };
  guint voice = att_voices_from (self, turn->word);
  gboolean labelled = voice < self->voices->len && att_voices_get (self, voice)->word < turn->first;
  g_autofree char *name = turn->actor != G_MAXUINT ? g_strdup (g_array_index (scan->actors, AttActor, turn->actor).name) : labelled ? att_voices_name (self, voice, NULL) : NULL;
  if (name == NULL || last->skipped || span.end <= span.start || end - att_reading_word_at (scan->reading, span.start) < MIN_TURN)
    return;
  g_autofree char *words = g_strndup (text + span.start, span.end - span.start);
  AttQuote *statement = att_quote_new (ATT_QUOTE_INDIRECT, span, words);
  statement->speaker = g_steal_pointer (&name);
  g_ptr_array_add (statements, statement);
}

/* What is said in turn, up to the next one; of the last, whose end nobody marks, only the first paragraph. */
static void
take_turns (const AttVoices *self, GPtrArray *statements)
{
  const AttReading *reading = self->scan->reading;
  for (guint i = 0; self->scan->turns && i < self->scan->turns->len; i++) {
    const AttTurn *turn = &g_array_index (self->scan->turns, AttTurn, i);
    guint stop = i + 1 < self->scan->turns->len ? (turn + 1)->word : turn->end;
    for (guint first = turn->first, end; !turn->asks && first < stop; first = end) {
      att_reading_paragraph_end (reading, att_reading_word (reading, first)->sentence, &end);
      take_turn (self, turn, first, end, statements);
    }
  }
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
  g_autoptr (GPtrArray) statements = g_ptr_array_new (), turns = g_ptr_array_new ();
  for (guint i = 0; i < self->verbs->len; i++)
    take (self, &g_array_index (self->verbs, AttVerb, i), quotes, statements);
  take_turns (self, turns);
  g_ptr_array_extend_and_steal (statements, g_steal_pointer (&turns));
  for (guint i = 0; i < statements->len; i++)
    g_ptr_array_add (quotes, statements->pdata[i]);
  g_ptr_array_sort (quotes, by_start);
}
