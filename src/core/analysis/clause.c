/* clause.c: the words that hang on a verb of speech.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "analysis/clause.h"

#include <string.h>

#define MAX_CLAUSE 150       /* words: there are texts without a full stop */
#define MIN_WORDS 4        /* of a clause, outside quotation marks */
#define MAX_ADDRESSEE 12   /* words between a verb and its "that" */
#define MAX_TAIL 12        /* words behind "..., X told Y" */
#define MAX_ASKED 6        /* words of whom somebody urged to do something */
#define MAX_STYLED 4       /* words before whoever said it that belong to him */

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

/* "but added: “...”", "but also warned": the same subject speaks once more. */
static gboolean
is_countered (const AttVoices *self, guint word, guint end)
{
  if (!(cue (self, word) & ATT_CUE_CONTRAST))
    return FALSE;
  guint verb = word + 1;
  while (verb < end && verb < word + 3 && cue (self, verb) & ATT_CUE_ADVERB && !(cue (self, verb) & (ATT_CUE_NEGATION | ATT_CUE_BE | ATT_CUE_AUXILIARY | ATT_CUE_MODAL)))
    verb++;
  if (verb + 1 >= end || !(cue (self, verb) & ATT_CUE_SAY) || att_scan_ends_in (self->scan, verb, "ing"))
    return FALSE;
  return cue (self, verb) & ATT_CUE_PLAIN || self->quoted[verb + 1] || cue (self, verb + 1) & ATT_CUE_THAT || att_scan_is_broken (self->scan, verb + 1);
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
    if (is_added (self, i, end) || is_countered (self, i, end))
      return i;
    gboolean saying = cue (self, i) & ATT_CUE_SAY && att_scan_ends_in (self->scan, i, "ing");
    gboolean said = cue (self, i) & ATT_CUE_PLAIN && cue (self, i) & ATT_CUE_SAY;   /* "X, noting that ..., said" */
    if (att_scan_is_broken (self->scan, i) && (cue (self, i) & (ATT_CUE_CONTRAST | ATT_CUE_ACCORDING) || saying || said || att_scan_behind_medium (self->scan, i, end) > i || is_said_by (self, i, end) || (cue (self, i) & ATT_CUE_CLAUSE && is_said_by (self, i + 1, end))))
      return i;
  }
  return end;
}

static guint
behind_adverbs (const AttVoices *self, guint word, guint end)
{
  guint first = word;
  while (word < end && cue (self, word) & ATT_CUE_ADVERB && !att_scan_is_broken (self->scan, word) && !(att_reading_word (self->scan->reading, word)->flags & ATT_WORD_POSSESSIVE))   /* "said Tuesday's move was" */
    if (cue (self, word++) & ATT_CUE_NEGATION)   /* "vowed not to", "say still not one": it is what is said */
      return first;
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

/* "told a meeting of the committee it would be": where a pronoun and its verb begin another clause; word itself: nowhere. */
static guint
pronoun_behind (const AttVoices *self, guint word, guint end)
{
  const guint64 pronoun = ATT_CUE_HE | ATT_CUE_SHE | ATT_CUE_IT | ATT_CUE_THEY;
  for (guint i = word + 1; i + 1 < end && i < word + MAX_ADDRESSEE && !att_scan_is_broken (self->scan, i); i++)
    if (cue (self, i) & pronoun && !(cue (self, i) & ATT_CUE_DETERMINER) && cue (self, i + 1) & (ATT_CUE_BE | ATT_CUE_AUXILIARY | ATT_CUE_MODAL))
      return i;
    else if (cue (self, i) & (ATT_CUE_BE | ATT_CUE_AUXILIARY | ATT_CUE_MODAL | ATT_CUE_CLAUSE | ATT_CUE_THAT | ATT_CUE_WHO | ATT_CUE_SAY))
      break;
  return word;
}

/* "told reporters the order is at stake": the word behind who was told, where a clause may begin there. */
static guint
behind_addressee (const AttVoices *self, guint word, guint end)
{
  const guint64 subject = ATT_CUE_DETERMINER | ATT_CUE_HE | ATT_CUE_SHE | ATT_CUE_IT | ATT_CUE_THEY;
  guint whom = att_voices_from (self, word), after = pronoun_behind (self, word, end);
  if (after > word)
    return after;
  if (whom < self->voices->len && att_voices_get (self, whom)->word <= word + 1)
    after = att_voice_end (att_voices_get (self, whom));
  else if (word + 1 < end && cue (self, word) == 0 && cue (self, word + 1) & subject)   /* reporters are no voice: they ask */
    after = word + 1;
  gboolean begins = after < end && !att_scan_is_broken (self->scan, after) && !(cue (self, after) & (ATT_CUE_TO | ATT_CUE_BE | ATT_CUE_AUXILIARY | ATT_CUE_AND | ATT_CUE_PREPOSITION));
  return behind_asides (self, begins ? after : word, end);
}

/* "as X told Y, and ...": a mark parts who was told from what follows, so that nothing is left to have been told. */
static gboolean
is_addressee_alone (const AttVoices *self, guint word, guint end)
{
  guint whom = att_voices_from (self, word);
  if (whom == self->voices->len || att_voices_get (self, whom)->word != word || att_voices_get (self, whom)->kind == ATT_VOICE_PRONOUN)
    return FALSE;
  guint after = att_voice_end (att_voices_get (self, whom));
  gboolean owner = att_reading_word (self->scan->reading, word)->flags & ATT_WORD_POSSESSIVE;
  return after < end && att_reading_word (self->scan->reading, after)->flags & ATT_WORD_COMMA && !owner && !self->quoted[after] && !(cue (self, after) & ATT_CUE_THAT);
}

/* "said that was but one of them": that is who or what is spoken of. */
static gboolean
stands_for_it (const AttVoices *self, guint that, guint end)
{
  return that + 1 < end && att_reading_is (self->scan->reading, that, "that") && cue (self, that + 1) & (ATT_CUE_BE | ATT_CUE_MODAL) && !(cue (self, that + 1) & ATT_CUE_THAT) && !att_scan_is_capital (self->scan, that + 1) && !att_scan_is_broken (self->scan, that + 1);
}

/* "said, as she has before, that": where an aside between commas parts a verb from its "that"; end: it does not. */
static guint
that_behind_commas (const AttVoices *self, guint first, guint end)
{
  for (guint i = first + 1; att_scan_is_broken (self->scan, first) && i < end && i < first + MAX_ADDRESSEE && !self->quoted[i] && !(cue (self, i) & ATT_CUE_SAY); i++)
    if (att_scan_is_broken (self->scan, i))
      return att_reading_is (self->scan->reading, i, "that") && !stands_for_it (self, i, end) ? i : end;
  return end;
}

/* "told reporters at the airport that", "asked X whether", "said at a rally that": the word that opens what was said, or end. In "said the talks could
 * go on if", "confirmed the deal that was reached", "warned of a response that will be felt" it opens something else. */
static guint
opening_of (const AttVoices *self, guint verb, guint first, guint end)
{
  if (first >= end || (cue (self, first) & ATT_CUE_THAT && !stands_for_it (self, first, end)))
    return first;
  if (first == verb + 1 && cue (self, first) & ATT_CUE_OF)
    return end;
  guint parted = that_behind_commas (self, first, end);
  if (parted < end)
    return parted;
  gboolean when = cue (self, first) & ATT_CUE_LATE || att_reading_is (self->scan->reading, first, "last"), where = (cue (self, first) & ATT_CUE_PREPOSITION) != 0;
  gboolean addressed = (cue (self, verb) & ATT_CUE_ADDRESS) != 0, aside = addressed || first > verb + 1 || when || where;
  for (guint i = first; aside && i < end && i < verb + 1 + MAX_ADDRESSEE; i++) {
    if (att_scan_is_broken (self->scan, i) && i > first)
      return that_behind_commas (self, i, end);
    if (cue (self, i) & ATT_CUE_THAT && (addressed || att_reading_is (self->scan->reading, i, "that")))
      return i;
    if (i > first && cue (self, i) & (ATT_CUE_BE | ATT_CUE_AUXILIARY | ATT_CUE_MODAL))
      break;   /* the clause has begun without it */
  }
  return end;
}

/* "responded to reports that": what stands behind it somebody else said; "replied to X that" is X's to hear. */
static gboolean
is_answer (const AttVoices *self, guint verb, guint end)
{
  const guint64 somebody = ATT_CUE_PERSON | ATT_CUE_ROLE | ATT_CUE_GROUP | ATT_CUE_BODY | ATT_CUE_STATE;
  static const char *const ASKERS[] = { "reporters", "journalists", "him", "her", "them", NULL }, *const ANSWERS[] = { "respond", "responds", "responded", "responding", "react", "reacts", "reacted", "reacting", "replied", "replying", NULL };
  if (!att_reading_is_any (self->scan->reading, verb, ANSWERS))
    return FALSE;
  for (guint i = verb + 3; i < end && i < verb + MAX_ADDRESSEE; i++)
    if (cue (self, i) & ATT_CUE_THAT)
      return !(cue (self, i - 1) & somebody) && !att_reading_is_any (self->scan->reading, i - 1, ASKERS);
  return TRUE;
}

/* "said that ...", "told reporters that ...", "said ...". */
static AttClause
clause_behind (const AttVoices *self, guint verb, guint end)
{
  guint first = verb + 1;
  while (first < end && att_reading_word (self->scan->reading, first)->flags & ATT_WORD_INNER)
    first++;   /* of a verb in ideographs, of which each is a word */
  if (first < end && cue (self, first) & ATT_CUE_TO && is_answer (self, verb, end))
    return (AttClause) { 0, 0 };
  first = behind_asides (self, first, end);
  guint opening = opening_of (self, verb, first, end);
  gboolean that = opening < end;
  if (that)
    first = opening + 1;
  else if (cue (self, verb) & ATT_CUE_ADDRESS && att_lexicon_is_noun_first (self->scan->lexicon))   /* "a exhorté l'Iran à ...", "acusó a Rusia de ...": nothing is told of it */
    return (AttClause) { 0, 0 };
  if (!that && first == verb + 1 && (att_reading_is (self->scan->reading, verb, "told") || att_reading_is (self->scan->reading, verb, "tells"))) {
    if (is_addressee_alone (self, first, end))
      return (AttClause) { 0, 0 };
    first = behind_addressee (self, first, end);
  }
  if (first < end && cue (self, first) & ATT_CUE_BY)
    return (AttClause) { 0, 0 };   /* was told by X: no clause follows */
  if (first >= end || (att_scan_is_broken (self->scan, first) && first == verb + 1 && !(cue (self, verb) & ATT_CUE_THAT)))
    return (AttClause) { 0, 0 };
  return (AttClause) { first, clause_end (self, first, end) };
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

/* "..., X said Sunday, marking the third time it was", "..., X said, but it may": whoever tells it goes on by himself. */
static gboolean
is_story_tail (const AttVoices *self, guint from, guint end)
{
  guint at = behind_asides (self, from, end);
  if (at >= end || !(att_reading_word (self->scan->reading, at)->flags & ATT_WORD_COMMA) || att_scan_is_capital (self->scan, at) || self->quoted[at])
    return FALSE;
  return (att_scan_ends_in (self->scan, at, "ing") && !(cue (self, at) & ATT_CUE_SAY)) || cue (self, at) & ATT_CUE_CONTRAST;
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
static AttClause
clause_around (const AttVoices *self, const AttSentence *s, const AttVerb *verb)
{
  guint from = attribution_start (self, s, verb), end = s->first_word + s->n_words;
  guint to = behind_asides (self, MAX (att_voice_end (att_voices_get (self, verb->subject)), verb->word + 1), end);
  if (from <= s->first_word || to >= end || !att_scan_is_broken (self->scan, from) || !att_scan_is_broken (self->scan, to) || self->quoted[from - 1] || self->quoted[to])
    return (AttClause) { 0, 0 };
  gboolean goes_on = cue (self, to) & (ATT_CUE_BE | ATT_CUE_AUXILIARY | ATT_CUE_MODAL) && !(cue (self, to) & ATT_CUE_SAY);
  gboolean opened = cue (self, s->first_word) & (ATT_CUE_CLAUSE | ATT_CUE_PREPOSITION) && verb->link == ATT_LINK_ACCORDING;   /* "By 2008, according to X, all" */
  return goes_on || opened ? (AttClause) { s->first_word, clause_end (self, to, end) } : (AttClause) { 0, 0 };
}

/* "Asked whether he would go, X said he would", "If X attacks, Y will respond": the first half of a sentence, and what is said is the other. */
static gboolean
is_half (const AttVoices *self, const AttSentence *s, guint end)
{
  static const char *const ASKED[] = { "asked", "pressed", "questioned", NULL }, *const WHOLE[] = { "but", "and", "so", NULL };
  gboolean clause = cue (self, s->first_word) & ATT_CUE_CLAUSE && *self->scan->lexicon->tongue == '\0' && !att_reading_is_any (self->scan->reading, s->first_word, WHOLE);
  if (!clause && !att_reading_is_any (self->scan->reading, s->first_word, ASKED))
    return FALSE;
  for (guint i = s->first_word + 1; i < end; i++)
    if (att_scan_is_broken (self->scan, i))
      return FALSE;
  return TRUE;
}

/* "..., X said.": the sentence up to its subject, when hardly anything follows the verb. */
static AttClause
clause_before (const AttVoices *self, const AttSentence *s, const AttVerb *verb)
{
  const AttVoice *voice = att_voices_get (self, verb->subject);
  guint from = attribution_start (self, s, verb), to = MAX (att_voice_end (voice), verb->word + 1), end = s->first_word + s->n_words;
  if (from < s->first_word + MIN_WORDS || !att_scan_is_broken (self->scan, from) || end - to > MAX_TAIL || is_half (self, s, from))
    return (AttClause) { 0, 0 };
  gboolean aside = to < end && (cue (self, to) & (ATT_CUE_PREPOSITION | ATT_CUE_ADVERB) || cue (self, verb->word) & ATT_CUE_ADDRESS || att_reading_is (self->scan->reading, to, "citing"));
  gboolean main_clause = !(cue (self, s->first_word) & (ATT_CUE_CLAUSE | ATT_CUE_PREPOSITION));
  gboolean tailed = aside && main_clause && is_tail (self, to, end);   /* "..., X told Y in an interview on Tuesday." */
  if (end - to > 3 && !tailed && !(main_clause && is_story_tail (self, to, end)))
    return (AttClause) { 0, 0 };
  return (AttClause) { s->first_word, from };
}

/* "According to X, ...", "But according to X, ...", "По словам X, ..." */
static gboolean
is_fronted (const AttVoices *self, const AttSentence *s, guint according)
{
  return according == s->first_word || (according == s->first_word + 1 && cue (self, s->first_word) & (ATT_CUE_CLAUSE | ATT_CUE_AND | ATT_CUE_CONTRAST | (*self->scan->lexicon->tongue ? ATT_CUE_PREPOSITION : 0)));
}

static AttClause
clause_according (const AttVoices *self, const AttSentence *s, const AttVerb *verb)
{
  guint end = s->first_word + s->n_words, behind = att_voice_end (att_voices_get (self, verb->subject));
  if (is_fronted (self, s, verb->word)) {
    guint comma = behind;   /* "According to the X (X), ..." */
    while (comma < end && !(att_reading_word (self->scan->reading, comma)->flags & ATT_WORD_COMMA))
      comma++;
    while (behind < end && !att_scan_is_broken (self->scan, behind))
      behind++;
    behind = comma < end ? comma : behind;
    return (AttClause) { behind, behind < end ? clause_end (self, behind, end) : end };
  }
  gboolean before = verb->word > s->first_word && cue (self, verb->word - 1) & ATT_CUE_PREPOSITION && att_scan_is_broken (self->scan, verb->word - 1);   /* ", по словам X" */
  return (AttClause) { MAX (s->first_word, verb->word > MAX_CLAUSE ? verb->word - MAX_CLAUSE : 0), verb->word - before };
}

/* "at least", "over 100" */
static gboolean
is_amount (const AttVoices *self, guint word)
{
  const AttReading *reading = self->scan->reading;
  return word < reading->words->len && (att_reading_word (reading, word)->flags & ATT_WORD_NUMBER || att_reading_is (reading, word, "least") || att_reading_is (reading, word, "most") || att_reading_is (reading, word, "first"));
}

/* "admits it got it wrong" */
static gboolean
begins_with_subject (const AttVoices *self, AttClause c)
{
  return !(cue (self, c.first - 1) & ATT_CUE_ADDRESS) && cue (self, c.first) & (ATT_CUE_HE | ATT_CUE_SHE | ATT_CUE_IT | ATT_CUE_THEY) && !(cue (self, c.first) & ATT_CUE_DETERMINER);
}

/* "promised to end", "urged North Korea to begin" */
static gboolean
asks_for_deed (const AttVoices *self, AttClause c)
{
  guint reach = cue (self, c.first - 1) & ATT_CUE_ADDRESS ? MAX_ASKED : 1;
  for (guint i = c.first; i < MIN (c.end, c.first + reach) && !(cue (self, i) & (ATT_CUE_WHO | ATT_CUE_THAT)); i++)
    if (cue (self, i) & ATT_CUE_TO)
      return TRUE;
  return FALSE;
}

/* Without a verb of its own the clause is an object: "reported his discussions", "his talks with X, who was ill". */
static gboolean
has_verb (const AttVoices *self, AttClause c, gboolean behind)
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

/* A line that ends without a full stop, "Photo: X/Reuters", is no part of what is said in the next. */
static AttClause
within_line (const AttVoices *self, AttClause c, gboolean behind)
{
  const AttReading *reading = self->scan->reading;
  const char *zone = att_reading_zone_of (reading, c.first);
  for (guint i = c.first + 1; i < c.end; i++) {
    const AttWord *before = att_reading_word (reading, i - 1), *w = att_reading_word (reading, i);
    if (memchr (zone + before->end, '\n', w->start - before->end) == NULL)
      continue;
    if (behind)
      return (AttClause) { c.first, i };
    c.first = i;
  }
  return c;
}

/* "Taxes rose, X said", "said taxes rose": beside a plain verb of speech with its own subject any clause will do, and so it will behind "According to X,". */
static gboolean
is_plain_clause (const AttVoices *self, const AttVerb *verb, AttClause c)
{
  if (verb->link == ATT_LINK_ACCORDING && c.first > verb->word)
    return !self->quoted[c.first];
  if (c.first < verb->word)
    return att_scan_is_broken (self->scan, c.end) && !(cue (self, c.first) & (ATT_CUE_PREPOSITION | ATT_CUE_CLAUSE)) && !self->quoted[c.first];
  return (verb->link == ATT_LINK_BESIDE || verb->link == ATT_LINK_PARENTHESIS) && !(cue (self, c.first) & (ATT_CUE_PREPOSITION | ATT_CUE_CLAUSE | ATT_CUE_ADVERB | ATT_CUE_LATE))
         && !att_scan_ends_in (self->scan, c.first, "ly") && !self->quoted[c.first] && !att_scan_is_broken (self->scan, c.first);
}

/* "..., X warned.", "..., X told reporters on Monday.": where nothing else of the sentence is left for the verb, the clause before is its object. */
static gboolean
is_closed_by (const AttVoices *self, const AttSentence *s, const AttVerb *verb, AttClause c)
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
is_governed (const AttVoices *self, const AttVerb *verb, AttClause c)
{
  return c.first == verb->word + 1 && cue (self, c.first) & ATT_CUE_PREPOSITION && !(cue (self, c.first) & (ATT_CUE_TO | ATT_CUE_CLAUSE)) && !is_amount (self, c.first + 1);
}

/* "X visited Y and said that ...": whoever the sentence begins with did both. */
static gboolean
is_joined (const AttVoices *self, const AttSentence *s, const AttVerb *verb)
{
  const AttVoice *voice = att_voices_get (self, verb->subject);
  if (verb->word > s->first_word + MAX_CLAUSE || att_voices_begin (self, voice) != s->first_word || !(cue (self, verb->word - 1) & (ATT_CUE_AND | ATT_CUE_CONTRAST)) || verb->word + 2 >= s->first_word + s->n_words)
    return FALSE;
  for (guint i = att_voice_end (voice); i < verb->word; i++)
    if (cue (self, i) & (ATT_CUE_WHO | ATT_CUE_THAT) || self->quoted[i])
      return FALSE;
  guint behind = behind_asides (self, verb->word + 1, s->first_word + s->n_words);
  const guint64 subject = ATT_CUE_DETERMINER | ATT_CUE_HE | ATT_CUE_SHE | ATT_CUE_IT | ATT_CUE_THEY;
  if (cue (self, verb->word) & ATT_CUE_PLAIN && behind == verb->word + 1 && (cue (self, behind) & subject || att_scan_is_capital (self->scan, behind)) && !att_scan_is_broken (self->scan, behind))
    return TRUE;   /* "but said it was": has_verb sees to it */
  return opening_of (self, verb->word, behind, s->first_word + s->n_words) < s->first_word + s->n_words;
}

/* “…,” X said in a speech outside the house, “…,” X said urging them to go: what was said stands between the marks. */
static gboolean
has_spoken (const AttVoices *self, const AttSentence *s, const AttVerb *verb, AttClause c)
{
  guint begin = MIN (att_voices_begin (self, att_voices_get (self, verb->subject)), verb->word);
  if (verb->link != ATT_LINK_BESIDE || begin <= s->first_word || !self->quoted[begin - 1] || cue (self, c.first - 1) & ATT_CUE_THAT)
    return FALSE;
  gboolean participle = !att_scan_is_capital (self->scan, c.first) && (att_scan_ends_in (self->scan, c.first, "ing") || att_scan_ends_in (self->scan, c.first, "ed"));
  return participle || att_reading_is (self->scan->reading, c.first, "last") || !is_plain_clause (self, verb, c);   /* "last week in Torvik" */
}

/* "قال X إن ...": in Arabic a verb stands before its subject, and what was said behind that. */
static AttClause
clause_behind_subject (const AttVoices *self, const AttSentence *s, const AttVerb *verb)
{
  guint that = att_voice_end (att_voices_get (self, verb->subject)), end = s->first_word + s->n_words;
  gboolean opens = strcmp (self->scan->lexicon->tongue, "ar") == 0 && that > verb->word && that + 1 < end && cue (self, that) & ATT_CUE_THAT;
  return opens ? (AttClause) { that + 1, clause_end (self, that + 1, end) } : (AttClause) { 0, 0 };
}

/* "did not say whether", "would not confirm that", "äußerte sich nicht dazu": it was not said. */
static gboolean
is_denied (const AttVoices *self, guint verb, guint first)
{
  guint i = verb;
  for (guint k = verb + 1; strcmp (self->scan->lexicon->tongue, "de") == 0 && k < self->scan->reading->words->len && k <= verb + 2 && !att_scan_is_broken (self->scan, k); k++)
    if (cue (self, k) & ATT_CUE_NEGATION)
      return TRUE;
  while (i > first && verb - i < 3 && (cue (self, i - 1) & (ATT_CUE_ADVERB | ATT_CUE_NEGATION) || att_scan_ends_in (self->scan, i - 1, "ly")) && !att_scan_is_broken (self->scan, i))
    if (cue (self, --i) & ATT_CUE_NEGATION)
      return TRUE;
  return FALSE;
}

AttClause
att_clause_said (const AttVoices *self, const AttVerb *verb)
{
  const AttSentence *s = att_reading_sentence_of (self->scan->reading, verb->word);
  if (verb->subject == ATT_NOBODY || (verb->link == ATT_LINK_CLAUSE && !is_joined (self, s, verb)) || cue (self, verb->word) & ATT_CUE_BELIEF || s->heading || is_denied (self, verb->word, s->first_word))
    return (AttClause) { 0, 0 };
  AttClause c = clause_around (self, s, verb);
  if (c.end == 0)
    c = verb->link == ATT_LINK_ACCORDING ? clause_according (self, s, verb) : clause_before (self, s, verb);
  if (c.end == 0 && verb->link != ATT_LINK_ACCORDING)   /* behind an inverted one its subject stands */
    c = verb->link == ATT_LINK_INVERTED ? clause_behind_subject (self, s, verb) : clause_behind (self, verb->word, s->first_word + s->n_words);
  if (c.end > c.first)
    c = within_line (self, c, c.first > verb->word);
  guint unquoted = 0;
  for (guint i = c.first; i < c.end; i++)
    unquoted += !self->quoted[i];
  if (c.end <= c.first || unquoted < MIN_WORDS)
    return (AttClause) { 0, 0 };
  gboolean cited = verb->link == ATT_LINK_BESIDE && att_scan_ends_in (self->scan, verb->word, "ing") && verb->word > s->first_word && att_reading_is (self->scan->reading, verb->word - 1, "as");
  gboolean plain = cited || cue (self, verb->word) & ATT_CUE_PLAIN || verb->link == ATT_LINK_ACCORDING || is_closed_by (self, s, verb, c), behind = c.first > verb->word;
  if (behind && has_spoken (self, s, verb, c))
    return (AttClause) { 0, 0 };
  const guint64 predicate = ATT_CUE_BE | (*self->scan->lexicon->tongue ? 0 : ATT_CUE_AUXILIARY | ATT_CUE_MODAL);
  if (behind && cue (self, c.first) & predicate && !(cue (self, c.first - 1) & ATT_CUE_THAT) && !att_scan_is_capital (self->scan, c.first))   /* "what X said was", "which it said did not" */
    return (AttClause) { 0, 0 };
  if (!(plain && is_plain_clause (self, verb, c)) && !has_verb (self, c, behind && !plain))
    return (AttClause) { 0, 0 };
  gboolean refused = att_reading_is (self->scan->reading, c.first, "not") && c.first + 1 < c.end && cue (self, c.first + 1) & ATT_CUE_TO;   /* "vowed not to let X grow" */
  if (behind && !(cue (self, c.first - 1) & ATT_CUE_THAT) && refused)
    return (AttClause) { 0, 0 };
  if (!plain && is_governed (self, verb, c))
    return (AttClause) { 0, 0 };
  c.first = att_scan_behind_dateline (self->scan, c.first, c.end);
  return c;
}
