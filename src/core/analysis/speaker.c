/* speaker.c: who said it.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * For each quotation the sentence around it is read for a verb of speech and its subject: after it ("…," said X;
 * "…," X said), before it (X said "…"; X: "…"), "according to X", and the passive (was told by X). Where the sentence
 * has none, the words before it or the quotation before it lend theirs. A pronoun is whoever was the subject last. */

#include "config.h"
#include "analysis/scan.h"

#include "analysis/person.h"
#include "base/text.h"

#include <string.h>

#define NOBODY G_MAXUINT

/* Somebody who may speak: a name, a pronoun, or a role ("a senior US official"). */
typedef struct {
  guint word, n_words;
  guint actor;          /* NOBODY: a role nobody named; text says it */
  gboolean pronoun;
} Mention;

typedef struct {
  AttScan *scan;
  GArray *mentions;     /* of Mention, in the order of the words */
  guint8 *quoted;       /* whether a word stands inside a quotation */
} Speech;

static gboolean
is_one_of (const AttScan *scan, guint word, const char *const *list)
{
  const char *zone = att_reading_zone_of (scan->reading, word);
  const AttWord *w = att_reading_word (scan->reading, word);
  for (guint i = 0; list[i]; i++)
    if (strlen (list[i]) == w->end - w->start && g_ascii_strncasecmp (zone + w->start, list[i], w->end - w->start) == 0)
      return TRUE;
  return FALSE;
}

static const char *const HE[] = { "he", "him", NULL }, *const SHE[] = { "she", "her", NULL }, *const THEY[] = { "they", NULL };
static const char *const BY[] = { "by", NULL }, *const THAT[] = { "that", "although", "how", "why", NULL };
static const char *const OBJECT[] = { "of", "with", "to", "for", "about", "against", "from", "over", "on", "in", "at", "toward", "towards", "between", "after", "like", "than", "under", "into", "as", "told", "urged", "asked", "warned", "when", NULL };

static gboolean
names_person (const AttScan *scan, const AttName *name)
{
  return g_array_index (scan->actors, AttActor, name->actor).kind == ATT_TOPIC_PERSON;
}

/* "a senior US official": from its article to its role. */
static guint
role_start (const AttScan *scan, guint role, guint first)
{
  static const char *const STOPS[] = { "a", "an", "the", "another", "one", "some", "several", "two", "three", "many", "his", "her", "their", "other", NULL };
  guint start = role;
  while (start > first && role - start < 6) {
    const AttWord *w = att_reading_word (scan->reading, start);
    if (w->flags & ATT_WORD_BREAK || scan->cues[start - 1] & ATT_CUE_SAY || is_one_of (scan, start - 1, OBJECT) || is_one_of (scan, start - 1, BY))
      break;
    start--;
    if (is_one_of (scan, start, STOPS))
      break;
    const AttWord *now = att_reading_word (scan->reading, start);
    gboolean tied = now->flags & (ATT_WORD_TITLE | ATT_WORD_CAPS) || scan->cues[start] || start + 1 == role || start + 2 == role;
    if (!tied) {
      start++;
      break;
    }
  }
  return start;
}

/* Everybody in one sentence who might speak, outside quotations. */
static void
list_sentence (Speech *self, const AttSentence *s, guint *next_name)
{
  const AttScan *scan = self->scan;
  for (guint i = s->first_word; i < s->first_word + s->n_words; i++) {
    while (*next_name < scan->names->len && g_array_index (scan->names, AttName, *next_name).word < i)
      (*next_name)++;
    Mention m = { i, 1, NOBODY, FALSE };
    if (*next_name < scan->names->len && g_array_index (scan->names, AttName, *next_name).word == i) {
      const AttName *name = &g_array_index (scan->names, AttName, *next_name);
      /* "Chinese officials", "US Secretary of State Antony Blinken": the state only qualifies */
      guint after = i + name->n_words;
      gboolean qualifies = !names_person (scan, name) && after < s->first_word + s->n_words && scan->cues[after] & ATT_CUE_ROLE
                           && !(att_reading_word (scan->reading, after)->flags & ATT_WORD_BREAK);
      m.n_words = name->n_words;
      m.actor = name->actor;
      if (qualifies) {
        i = after - 1;
        continue;
      }
    } else if (is_one_of (scan, i, HE) || is_one_of (scan, i, SHE) || is_one_of (scan, i, THEY))
      m.pronoun = TRUE;
    else if (scan->cues[i] & ATT_CUE_ROLE && (i + 1 == s->first_word + s->n_words || !(scan->cues[i + 1] & ATT_CUE_ROLE))) {
      guint start = role_start (scan, i, s->first_word);
      m.word = start;
      m.n_words = i - start + 1;
    } else
      continue;
    if (m.pronoun || m.actor != NOBODY || m.n_words > 0)
      g_array_append_val (self->mentions, m);
    i = MAX (i, m.word + m.n_words - 1);
  }
}

/* A role right before a name is that name's ("China's Foreign Minister Wang Yi"). */
static void
join_roles (Speech *self)
{
  guint kept = 0;
  for (guint i = 0; i < self->mentions->len; i++) {
    Mention m = g_array_index (self->mentions, Mention, i);
    const Mention *next = i + 1 < self->mentions->len ? &g_array_index (self->mentions, Mention, i + 1) : NULL;
    gboolean joined = next && m.actor == NOBODY && !m.pronoun && next->actor != NOBODY && next->word <= m.word + m.n_words + 1
                      && next->word > m.word && !(att_reading_word (self->scan->reading, next->word)->flags & ATT_WORD_BREAK);
    if (joined) {
      Mention *to = &g_array_index (self->mentions, Mention, i + 1);
      to->n_words = to->word + to->n_words - m.word;
      to->word = m.word;
      continue;
    }
    g_array_index (self->mentions, Mention, kept++) = m;
  }
  g_array_set_size (self->mentions, kept);
}

static void
list_mentions (Speech *self)
{
  guint next_name = 0;
  for (guint i = 0; i < self->scan->reading->sentences->len; i++) {
    const AttSentence *s = &g_array_index (self->scan->reading->sentences, AttSentence, i);
    if (s->zone == ATT_ZONE_TEXT && !s->skipped && !s->heading)
      list_sentence (self, s, &next_name);
  }
  join_roles (self);
}

static void
note_quoted (Speech *self, const GPtrArray *quotes)
{
  guint k = 0;
  for (guint i = 0; i < self->scan->reading->words->len && k < quotes->len; i++) {
    if (att_reading_sentence_of (self->scan->reading, i)->zone == ATT_ZONE_TITLE)
      continue;
    const AttWord *w = att_reading_word (self->scan->reading, i);
    while (k < quotes->len && ((AttQuote *) g_ptr_array_index (quotes, k))->span.end <= w->start)
      k++;
    if (k < quotes->len)
      self->quoted[i] = w->start >= ((AttQuote *) g_ptr_array_index (quotes, k))->span.start;
  }
}

/* The span of words a quotation's attribution is looked for in: its sentences, first and last. */
typedef struct { guint first, quote_first, quote_end, end; } Range;

static Range
range_of (const Speech *self, const AttQuote *quote)
{
  const GArray *words = self->scan->reading->words;
  Range r = { 0 };
  guint i = 0;
  while (i < words->len && (att_reading_sentence_of (self->scan->reading, i)->zone == ATT_ZONE_TITLE || g_array_index (words, AttWord, i).start < quote->span.start))
    i++;
  r.quote_first = i;
  while (i < words->len && g_array_index (words, AttWord, i).start < quote->span.end)
    i++;
  r.quote_end = i;
  if (r.quote_first >= words->len)
    return r;
  r.first = att_reading_sentence_of (self->scan->reading, r.quote_first)->first_word;
  guint last = r.quote_end > r.quote_first ? r.quote_end - 1 : r.quote_first;
  const AttSentence *s = att_reading_sentence_of (self->scan->reading, last);
  r.end = s->first_word + s->n_words;
  /* “… .” X said: the attribution is a sentence of its own to the cutter */
  gboolean comma = quote->text[0] && strchr (",?!", quote->text[strlen (quote->text) - 1]);
  if (r.end == r.quote_end && r.end < words->len) {
    const AttSentence *next = att_reading_sentence_of (self->scan->reading, r.end);
    const AttWord *w = att_reading_word (self->scan->reading, r.end);
    gboolean small = !(w->flags & ATT_WORD_TITLE);
    if (next->paragraph == s->paragraph && (comma || small))
      r.end = next->first_word + next->n_words;
  }
  return r;
}

static guint
find_mention (const Speech *self, guint from, guint to, gboolean last)
{
  guint found = NOBODY;
  for (guint i = 0; i < self->mentions->len; i++) {
    const Mention *m = &g_array_index (self->mentions, Mention, i);
    if (m->word >= to)
      break;
    if (m->word < from || self->quoted[m->word])
      continue;
    found = i;
    if (!last)
      break;
  }
  return found;
}

static gboolean
is_object (const Speech *self, const Mention *m, guint from)
{
  if (m->word <= from)
    return FALSE;
  guint before = m->word - 1;
  static const char *const ARTICLES[] = { "the", "a", "an", "his", "her", "its", "their", NULL };
  if (before > from && is_one_of (self->scan, before, ARTICLES))
    before--;
  return is_one_of (self->scan, before, OBJECT) || is_one_of (self->scan, before, BY);
}

/* The subject of what happens before a verb: the last mention in front of it that no preposition governs; failing
 * that, the first of the sentence. */
static guint
subject_before (const Speech *self, guint from, guint verb, gboolean strict)
{
  guint found = NOBODY, any = NOBODY;
  for (guint i = 0; i < self->mentions->len; i++) {
    const Mention *m = &g_array_index (self->mentions, Mention, i);
    if (m->word >= verb)
      break;
    if (m->word < from || self->quoted[m->word])
      continue;
    any = any == NOBODY ? i : any;
    /* "X's aide": the owner does not speak when a role follows */
    if (!is_object (self, m, from))
      found = i;
  }
  return found != NOBODY || strict ? found : any;
}

/* A verb of speech that takes the passive ("was told", "was informed"): its speaker is the agent. */
static gboolean
is_passive (const Speech *self, guint verb, guint from)
{
  static const char *const BE[] = { "was", "were", "been", "is", "are", "being", "be", NULL }, *const ADVERB[] = { "already", "also", "not", "repeatedly", "previously", "recently", "first", "then", NULL };
  guint i = verb;
  while (i > from && is_one_of (self->scan, i - 1, ADVERB))
    i--;
  return i > from && is_one_of (self->scan, i - 1, BE);
}

static guint
agent_after (const Speech *self, guint verb, guint end)
{
  for (guint i = verb + 1; i < end && i < verb + 4; i++)
    if (is_one_of (self->scan, i, BY))
      return find_mention (self, i + 1, end, FALSE);
  return NOBODY;
}

/* “…,” said X   “…,” X said   “…,” the minister of Y said */
static guint
speaker_after (const Speech *self, const Range *r)
{
  guint stop = MIN (r->end, r->quote_end + 14);
  for (guint i = r->quote_end; i < stop; i++) {
    if (self->quoted[i])
      break;
    if (!(self->scan->cues[i] & ATT_CUE_SAY))
      continue;
    guint before = subject_before (self, r->quote_end, i, TRUE);
    if (before != NOBODY)
      return before;
    guint after = i - r->quote_end <= 3 ? find_mention (self, i + 1, MIN (i + 3, stop), FALSE) : NOBODY;   /* said X: right behind */
    return after != NOBODY && !is_one_of (self->scan, i + 1, THAT) ? after : NOBODY;
  }
  return NOBODY;
}

static guint
according_to (const Speech *self, guint from, guint to)
{
  static const char *const ACCORDING[] = { "according", NULL }, *const TO[] = { "to", NULL };
  for (guint i = from; i + 1 < to; i++)
    if (is_one_of (self->scan, i, ACCORDING) && is_one_of (self->scan, i + 1, TO))
      return find_mention (self, i + 2, to, FALSE);
  return NOBODY;
}

/* X said “…”   X: “…”   X was told by Y that “…” */
static guint
speaker_before (const Speech *self, const Range *r)
{
  guint verb = NOBODY;
  for (guint i = r->quote_first; i > r->first; i--)
    if (self->scan->cues[i - 1] & ATT_CUE_SAY && !self->quoted[i - 1]) {
      verb = i - 1;
      break;
    }
  if (verb == NOBODY)
    return NOBODY;
  if (is_passive (self, verb, r->first)) {
    guint agent = agent_after (self, verb, r->quote_first);
    if (agent != NOBODY)
      return agent;
  }
  guint subject = subject_before (self, r->first, verb, FALSE);
  if (subject != NOBODY)
    return subject;
  return find_mention (self, verb + 1, r->quote_first, FALSE);
}

/* The first mention of the sentence that is not an object: whose doing the sentence is. */
static guint
subject_of (const Speech *self, guint from, guint to)
{
  guint first = NOBODY;
  for (guint i = 0; i < self->mentions->len; i++) {
    const Mention *m = &g_array_index (self->mentions, Mention, i);
    if (m->word >= to)
      break;
    if (m->word < from || self->quoted[m->word])
      continue;
    first = first == NOBODY ? i : first;
    if (!is_object (self, m, from) && (m->actor == NOBODY || m->pronoun || g_array_index (self->scan->actors, AttActor, m->actor).kind != ATT_TOPIC_STATE))
      return i;
  }
  return first;
}

static AttGender
gender_of_pronoun (const Speech *self, const Mention *m)
{
  return is_one_of (self->scan, m->word, HE) ? ATT_GENDER_MALE : is_one_of (self->scan, m->word, SHE) ? ATT_GENDER_FEMALE : ATT_GENDER_UNKNOWN;
}

static gboolean
may_be (const Speech *self, guint actor, AttGender gender)
{
  const AttActor *a = &g_array_index (self->scan->actors, AttActor, actor);
  return a->kind == ATT_TOPIC_PERSON && (gender == ATT_GENDER_UNKNOWN || a->gender == ATT_GENDER_UNKNOWN || a->gender == gender);
}

/* Whom a pronoun means: the subject of the sentence before, of its own sentence, then whoever was named last. */
static guint
resolve_pronoun (const Speech *self, const Mention *pronoun)
{
  AttGender gender = gender_of_pronoun (self, pronoun);
  const GArray *sentences = self->scan->reading->sentences;
  guint at = att_reading_word (self->scan->reading, pronoun->word)->sentence;
  for (guint back = 0; back < 6 && back <= at; back++) {
    const AttSentence *s = &g_array_index (sentences, AttSentence, at - back);
    if (s->zone == ATT_ZONE_TITLE)
      break;
    guint to = back == 0 ? pronoun->word : s->first_word + s->n_words, named = NOBODY;
    for (guint i = 0; i < self->mentions->len; i++) {
      const Mention *m = &g_array_index (self->mentions, Mention, i);
      if (m->word >= to)
        break;
      if (m->word < s->first_word || m->pronoun || m->actor == NOBODY || !may_be (self, m->actor, gender) || self->quoted[m->word])
        continue;
      if (!is_object (self, m, s->first_word))
        return m->actor;
      named = m->actor;
    }
    if (named != NOBODY)
      return named;
  }
  return NOBODY;
}

/* A role as the article has it: "the ministry's spokesman". */
static char *
role_text (const Speech *self, const Mention *m)
{
  const char *zone = att_reading_zone_of (self->scan->reading, m->word);
  const AttWord *first = att_reading_word (self->scan->reading, m->word), *last = att_reading_word (self->scan->reading, m->word + m->n_words - 1);
  return g_strndup (zone + first->start, last->end - first->start);
}

static char *
name_of (const Speech *self, guint mention)
{
  if (mention == NOBODY)
    return NULL;
  const Mention *m = &g_array_index (self->mentions, Mention, mention);
  guint actor = m->pronoun ? resolve_pronoun (self, m) : m->actor;
  if (actor != NOBODY) {
    const AttActor *a = &g_array_index (self->scan->actors, AttActor, actor);
    return g_strdup (a->kind == ATT_TOPIC_STATE ? a->label : a->name);
  }
  return m->pronoun ? NULL : role_text (self, m);
}

static guint
paragraph_of (const Speech *self, guint word)
{
  return att_reading_sentence_of (self->scan->reading, word)->paragraph;
}

static char *
attribute (const Speech *self, const AttQuote *quote, const AttQuote *previous, const Range *before)
{
  Range r = range_of (self, quote);
  if (r.quote_first >= self->scan->reading->words->len)
    return NULL;
  guint who = speaker_after (self, &r);
  if (who == NOBODY)
    who = according_to (self, r.first, r.end);
  if (who == NOBODY)
    who = speaker_before (self, &r);
  char *name = name_of (self, who);
  if (name)
    return name;
  gboolean same_paragraph = previous && paragraph_of (self, before->quote_first) == paragraph_of (self, r.quote_first);
  if (same_paragraph && previous->speaker && r.first == r.quote_first)   /* “…,” X said. “…” */
    return g_strdup (previous->speaker);
  name = name_of (self, subject_of (self, r.first, r.quote_first));
  if (name)
    return name;
  if (same_paragraph && previous->speaker)
    return g_strdup (previous->speaker);
  gboolean next_paragraph = previous && paragraph_of (self, before->quote_first) + 1 == paragraph_of (self, r.quote_first);
  if (next_paragraph && previous->speaker && r.first == r.quote_first)
    return g_strdup (previous->speaker);
  return NULL;
}

void
att_speakers_find (AttScan *scan, GPtrArray *quotes)
{
  Speech self = { scan, g_array_new (FALSE, FALSE, sizeof (Mention)), g_new0 (guint8, scan->reading->words->len + 1) };
  note_quoted (&self, quotes);
  list_mentions (&self);
  AttQuote *previous = NULL;
  Range before = { 0 };
  for (guint i = 0; i < quotes->len; i++) {
    AttQuote *quote = g_ptr_array_index (quotes, i);
    quote->speaker = attribute (&self, quote, previous, &before);
    before = range_of (&self, quote);
    previous = before.quote_first < scan->reading->words->len ? quote : NULL;
  }
  g_array_unref (self.mentions);
  g_free (self.quoted);
}
