/* speaker.c: who said it.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "analysis/voice.h"

#include "analysis/referent.h"

#include <string.h>

#define MAX_VOICES_BEFORE 24
#define MAX_VOICES_AFTER 10
#define MAX_CLOSING 5         /* words behind "X said" that are no speech any more: "on Thursday in Berlin" */

/* “…!” X said: the attribution is a sentence of its own to the cutter. */
static gboolean
goes_on (const AttReading *reading, const AttQuote *quote, const AttQuotePlace *p)
{
  const AttSentence *next = att_reading_sentence_of (reading, p->end);
  gboolean open_end = quote->text[0] && strchr (",?!", quote->text[strlen (quote->text) - 1]);
  gboolean small = !(att_reading_word (reading, p->end)->flags & ATT_WORD_TITLE);
  return next->paragraph == p->paragraph && (open_end || small);
}

/* The nearest verb before a quotation; "said X hoped to" is said, not hoped, where there is a choice. */
static guint
verb_before (const AttVoices *self, const AttQuotePlace *p, guint at)
{
  guint nearest = ATT_NOBODY;
  for (guint i = at; i > 0 && at - i < ATT_MAX_VERBS && g_array_index (self->verbs, AttVerb, i - 1).word >= p->first; i--) {
    nearest = nearest == ATT_NOBODY ? i - 1 : nearest;
    if (!(self->scan->cues[g_array_index (self->verbs, AttVerb, i - 1).word] & ATT_CUE_WEAK))
      return i - 1;
  }
  return nearest;
}

/* "..., X said on Thursday.": all of the sentence is X's. */
static guint
closing_verb (const AttVoices *self, const AttQuotePlace *p, guint from)
{
  const AttScan *scan = self->scan;
  for (guint i = from; i < self->verbs->len && i < from + ATT_MAX_VERBS && g_array_index (self->verbs, AttVerb, i).word < p->end; i++) {
    const AttVerb *verb = &g_array_index (self->verbs, AttVerb, i);
    if (verb->subject == ATT_NOBODY || (verb->link != ATT_LINK_BESIDE && verb->link != ATT_LINK_INVERTED && verb->link != ATT_LINK_ACCORDING))
      continue;
    const AttVoice *voice = att_voices_get (self, verb->subject);
    guint begin = MIN (att_voices_begin (self, voice), verb->word), after = MAX (att_voice_end (voice), verb->word + 1);
    gboolean parted = begin >= p->quote_end && (begin == p->quote_end || att_scan_is_broken (scan, begin));
    gboolean whole = after >= p->end || (p->end - after <= MAX_CLOSING && !(scan->cues[after] & ATT_CUE_THAT));
    if (parted && whole)
      return i;
  }
  return ATT_NOBODY;
}

static AttQuoteStyle
style_of (const AttQuote *quote, const AttQuotePlace *p)
{
  gsize n = strlen (quote->text);
  if (p->alone)
    return ATT_STYLE_ALONE;
  if (quote->kind == ATT_QUOTE_MIXED)
    return p->quote_end - p->quote_first <= 3 ? ATT_STYLE_WORDS : ATT_STYLE_FRAGMENT;
  return n > 0 && strchr (".!?", quote->text[n - 1]) ? ATT_STYLE_CLOSED : ATT_STYLE_OPEN;
}

/* In whose name a quotation speaks: nobody's, one person's, several people's. */
static guint
person_of (const AttScan *scan, const AttQuotePlace *p)
{
  gboolean we = FALSE;
  for (guint i = p->quote_first; i < p->quote_end; i++) {
    if (scan->cues[i] & ATT_CUE_I)
      return 1;
    we |= (scan->cues[i] & ATT_CUE_WE) != 0;
  }
  return we ? 2 : 0;
}

static gboolean
find_place (const AttVoices *self, const AttQuote *quote, AttQuotePlace *p)
{
  const AttReading *reading = self->scan->reading;
  p->quote_first = att_reading_word_at (reading, quote->span.start);
  p->quote_end = att_reading_word_at (reading, quote->span.end);
  if (p->quote_first >= reading->words->len)
    return FALSE;
  p->first = att_reading_sentence_of (reading, p->quote_first)->first_word;
  guint last = p->quote_end > p->quote_first ? p->quote_end - 1 : p->quote_first;
  const AttSentence *s = att_reading_sentence_of (reading, last);
  p->end = s->first_word + s->n_words;
  p->paragraph = s->paragraph;
  if (p->end == p->quote_end && p->end < reading->words->len && goes_on (reading, quote, p)) {
    const AttSentence *next = att_reading_sentence_of (reading, p->end);
    p->end = next->first_word + next->n_words;
  }
  p->next_end = p->end;
  if (p->end < reading->words->len && att_reading_paragraph_of (self->scan->reading, p->end) == p->paragraph) {
    const AttSentence *next = att_reading_sentence_of (reading, p->end);
    p->next_end = next->first_word + next->n_words;
  }
  p->alone = TRUE;
  for (guint i = p->first; i < p->end && p->alone; i++)
    p->alone = self->quoted[i];
  guint verb = att_voices_verb_from (self, p->quote_first);
  const AttVerb *after = verb < self->verbs->len ? &g_array_index (self->verbs, AttVerb, verb) : NULL;
  p->verb_before = verb_before (self, p, verb);
  p->verb_after = after && after->word < p->end ? verb : ATT_NOBODY;
  p->closing = closing_verb (self, p, verb);
  p->style = style_of (quote, p);
  p->person = person_of (self->scan, p);
  return TRUE;
}

/* Who is beside the verb of speech right behind a quotation: no model need be asked. */
static const AttIdentity *
sure_speaker (const AttVoices *self, const AttQuotePlace *p)
{
  const AttVerb *verb = p->verb_after != ATT_NOBODY ? &g_array_index (self->verbs, AttVerb, p->verb_after) : NULL;
  if (verb == NULL || verb->word > p->quote_end + 6 || verb->link == ATT_LINK_NONE || verb->link > ATT_LINK_INVERTED)
    return NULL;
  return att_voices_known (self, verb->subject);
}

/* "in what the Kremlin called a “peacekeeping” mission": a fragment that hangs on its verb. */
static const AttIdentity *
fragment_speaker (const AttVoices *self, const AttQuotePlace *p)
{
  const guint64 between = ATT_CUE_DETERMINER | ATT_CUE_IT | ATT_CUE_THEY | ATT_CUE_HE | ATT_CUE_SHE | ATT_CUE_ADVERB;
  const AttVerb *verb = p->verb_before != ATT_NOBODY ? &g_array_index (self->verbs, AttVerb, p->verb_before) : NULL;
  if (verb == NULL || verb->link != ATT_LINK_BESIDE || p->style > ATT_STYLE_FRAGMENT || p->quote_first > verb->word + 3)
    return NULL;
  guint begin = att_voices_begin (self, att_voices_get (self, verb->subject));
  if (begin == 0 || !att_reading_is (self->scan->reading, begin - 1, "what"))
    return NULL;
  for (guint i = verb->word + 1; i < p->quote_first; i++)
    if (!(self->scan->cues[i] & between) && !att_reading_is (self->scan->reading, i, "as"))
      return NULL;
  return att_voices_known (self, verb->subject);
}

/* “…,” a diplomat said; “…,” X's lawyer said: somebody without a name, between the mark and the verb, has spoken whoever is known near. "The
 * minister" means somebody, and whom the model knows better. */
static const AttIdentity *
unnamed_speaker (const AttVoices *self, const AttQuotePlace *p)
{
  const AttScan *scan = self->scan;
  const AttVerb *verb = p->verb_after != ATT_NOBODY ? &g_array_index (self->verbs, AttVerb, p->verb_after) : NULL;
  if (verb == NULL || (verb->link != ATT_LINK_BESIDE && verb->link != ATT_LINK_INVERTED) || p->style <= ATT_STYLE_FRAGMENT || p->quote_first != p->first || *scan->lexicon->tongue)
    return NULL;
  const AttVoice *voice = att_voices_get (self, verb->subject);
  guint begin = voice->word;
  while (begin > p->quote_end && att_reading_word (scan->reading, begin - 1)->flags & ATT_WORD_POSSESSIVE && scan->cues[begin - 1] & ATT_CUE_PERSON)
    begin--;
  gboolean owned = begin < voice->word, small = !att_scan_is_capital (scan, voice->word) || scan->cues[voice->word] & ATT_CUE_DETERMINER;
  while (owned && begin > p->quote_end && scan->cues[begin - 1] & ATT_CUE_PERSON)
    begin--;
  if (voice->kind != ATT_VOICE_ROLE || voice->actor != ATT_NOBODY || att_reference_kind (self, verb->subject) != ATT_REFERENCE_NONE || !(owned || small) || att_reading_is (scan->reading, verb->word, "quoted"))
    return NULL;
  return MIN (begin, verb->word) == p->quote_end ? att_voices_known (self, verb->subject) : NULL;
}

static guint *
count_said (const AttVoices *self)
{
  guint *said = g_new0 (guint, self->scan->actors->len + 1);
  for (guint i = 0; i < self->verbs->len; i++) {
    const AttVerb *verb = &g_array_index (self->verbs, AttVerb, i);
    guint actor = verb->link != ATT_LINK_NONE && verb->link <= ATT_LINK_INVERTED ? att_voices_get (self, verb->subject)->actor : ATT_NOBODY;
    if (actor != ATT_NOBODY)
      said[actor]++;
  }
  return said;
}

/* A voice near, and where it names nobody, everybody it may mean. */
static void
add_voice (const AttVoices *self, const AttQuoteContext *context, guint index, GArray *candidates)
{
  AttCandidate c = { .who = att_voices_meant (self, index, context->last), .weights = self->scan->lexicon->speakers.weights };
  if (c.who == NULL)
    return;
  guint place = att_speaker_traits_voice (self, context, index, &c);
  if (place <= 2 || place == 6) {
    att_referents_add (self, context, index, &c, candidates);
    return;
  }
  att_speaker_traits_name (self, context, &c);
  g_array_append_val (candidates, c);
}

/* Nobody, whoever spoke last, and every voice near; in place of those of the quotation before. */
static void
list_candidates (const AttVoices *self, const AttQuoteContext *context, GArray *all)
{
  const AttQuotePlace *p = context->place;
  const float *weights = self->scan->lexicon->speakers.weights;
  g_array_set_size (all, 0);
  AttCandidate nobody = { .weights = weights };
  att_speaker_traits_nobody (self, context, &nobody);
  g_array_append_val (all, nobody);
  if (context->last) {
    AttCandidate carry = { .who = context->last, .weights = weights };
    att_speaker_traits_last (context, &carry);
    g_array_append_val (all, carry);
  }
  guint here = att_voices_from (self, p->quote_first);
  for (guint i = here > MAX_VOICES_BEFORE ? here - MAX_VOICES_BEFORE : 0; i < self->voices->len && i < here + MAX_VOICES_AFTER; i++) {
    const AttVoice *voice = att_voices_get (self, i);
    if (voice->word >= p->next_end)
      break;
    if (att_reading_paragraph_of (self->scan->reading, voice->word) + 2 >= p->paragraph && !self->quoted[voice->word])
      add_voice (self, context, i, all);
  }
}

/* The places of all quotations with marks; quote says whose each is. */
static GArray *
list_places (const AttVoices *self, const GPtrArray *quotes, GArray *indices)
{
  GArray *places = g_array_sized_new (FALSE, FALSE, sizeof (AttQuotePlace), quotes->len);
  for (guint i = 0; i < quotes->len; i++) {
    AttQuotePlace p = { 0 };
    const AttQuote *quote = g_ptr_array_index (quotes, i);
    if (quote->kind == ATT_QUOTE_INDIRECT || !find_place (self, quote, &p))
      continue;
    g_array_append_val (places, p);
    g_array_append_val (indices, i);
  }
  return places;
}

/* A few words, or a title, that nobody near is likelier to have said than nobody: "the so-called “morality police”", "on “Meet the
 * Press”". Whole sentences stay: they are speech whoever spoke; and so does all where the words around tell the model nothing,
 * for it learned from English. */
static gboolean
is_unsaid (const AttVoices *self, const AttQuotePlace *p)
{
  if (*self->scan->lexicon->tongue)
    return FALSE;
  return p->style <= ATT_STYLE_FRAGMENT || att_speaker_traits_case (self, p) == 2;
}

/* Whether a quotation, left open at the end of its paragraph, goes on with the next one: at the head of the paragraph behind. */
static gboolean
is_chained (const AttVoices *self, const AttQuote *quote, const AttQuotePlace *p, const AttQuotePlace *next)
{
  return quote->open && next->paragraph == p->paragraph + 1 && next->quote_first > 0 && att_reading_paragraph_of (self->scan->reading, next->quote_first - 1) < next->paragraph;
}

/* The name all of a chain agree on, of those beside whose own verb somebody stands, or of all; NULL: they do not. */
static const char *
name_of_chain (const AttVoices *self, const GArray *places, const GArray *indices, const GPtrArray *quotes, guint from, guint to, gboolean only_sure)
{
  const char *name = NULL;
  for (guint i = from; i < to; i++) {
    const AttQuote *quote = g_ptr_array_index (quotes, g_array_index (indices, guint, i));
    if (quote->speaker == NULL || (only_sure && sure_speaker (self, &g_array_index (places, AttQuotePlace, i)) == NULL))
      continue;
    if (name && strcmp (name, quote->speaker) != 0)
      return NULL;
    name = quote->speaker;
  }
  return name;
}

/* What is known of one such is known of all. */
static void
share_chains (const AttVoices *self, const GArray *places, const GArray *indices, GPtrArray *quotes)
{
  for (guint from = 0, to; from < places->len; from = to) {
    for (to = from + 1; to < places->len; to++)
      if (!is_chained (self, g_ptr_array_index (quotes, g_array_index (indices, guint, to - 1)), &g_array_index (places, AttQuotePlace, to - 1), &g_array_index (places, AttQuotePlace, to)))
        break;
    const char *sure = to > from + 1 ? name_of_chain (self, places, indices, quotes, from, to, TRUE) : NULL, *known = to > from + 1 ? name_of_chain (self, places, indices, quotes, from, to, FALSE) : NULL;
    g_autofree char *name = g_strdup (sure ? sure : known);
    for (guint i = from; name && i < to; i++) {
      AttQuote *quote = g_ptr_array_index (quotes, g_array_index (indices, guint, i));
      g_free (quote->speaker);
      quote->speaker = g_strdup (name);
    }
  }
}

void
att_speakers_find (AttScan *scan, const AttVoices *self, GPtrArray *quotes)
{
  g_autofree guint *said = count_said (self);
  g_autoptr (GArray) unsaid = g_array_new (FALSE, FALSE, sizeof (guint)), indices = g_array_new (FALSE, FALSE, sizeof (guint)), places = list_places (self, quotes, indices);
  g_autoptr (GArray) candidates = g_array_sized_new (FALSE, FALSE, sizeof (AttCandidate), MAX_VOICES_BEFORE + MAX_VOICES_AFTER + 2);
  const AttQuotePlace *before = NULL;
  const AttIdentity *last = NULL;
  for (guint i = 0; i < places->len; i++) {
    guint index = g_array_index (indices, guint, i);
    const AttQuotePlace *p = &g_array_index (places, AttQuotePlace, i), *after = i + 1 < places->len ? p + 1 : NULL;
    AttQuote *quote = g_ptr_array_index (quotes, index);
    AttQuoteContext context = { p, before, after, last, NULL, said };
    if (after && after->paragraph <= p->paragraph + 1)
      context.next = sure_speaker (self, after);
    list_candidates (self, &context, candidates);
    double share = 1;
    const AttIdentity *hangs = fragment_speaker (self, p), *sure = hangs ? hangs : unnamed_speaker (self, p), *who = sure ? sure : att_speaker_model_choose (candidates, &share)->who;
    if (scan->tap && scan->tap->speaker)
      scan->tap->speaker (scan->tap->data, index, candidates);
    if (who) {
      last = who;
      before = p;
    }
    if (who == NULL && is_unsaid (self, p))
      g_array_append_val (unsaid, index);
    if (who && share >= scan->lexicon->speakers.threshold)
      quote->speaker = g_strdup (who->name);
  }
  share_chains (self, places, indices, quotes);
  for (guint i = unsaid->len; i > 0; i--)
    g_ptr_array_remove_index (quotes, g_array_index (unsaid, guint, i - 1));
}
