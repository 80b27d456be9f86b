/* actor.c: persons, states and bodies named in an article.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "analysis/office.h"
#include "analysis/person.h"
#include "analysis/transcript.h"

#include "base/text.h"

#include <string.h>

static guint
actor_for (AttScan *self, AttTopicKind kind, const char *name, const char *label)
{
  guint known = att_scan_actor (self, name);
  if (known != G_MAXUINT && g_array_index (self->actors, AttActor, known).kind == kind)
    return known;
  AttActor actor = { kind, g_strdup (name), g_strdup (label), ATT_GENDER_UNKNOWN, 0 };
  g_array_append_val (self->actors, actor);
  g_hash_table_insert (self->by_name, actor.name, GUINT_TO_POINTER (self->actors->len));
  return self->actors->len - 1;
}

static void
add_name (AttScan *self, guint word, guint n, guint actor, gboolean government, gboolean people)
{
  AttName name = { word, n, actor, government, people };
  g_array_append_val (self->names, name);
  AttActor *a = &g_array_index (self->actors, AttActor, actor);
  a->n++;
  a->titled |= att_reading_sentence_of (self->reading, word)->zone == ATT_ZONE_TITLE;
  for (guint i = 0; a->kind == ATT_TOPIC_PERSON && i < n; i++)
    self->cues[word + i] |= ATT_CUE_PERSON;
}

/* A capital stands for its government when it acts, not when something happens in it. */
static gboolean
is_government (const AttScan *self, guint word, guint n)
{
  gboolean first = att_reading_word (self->reading, word)->flags & ATT_WORD_START;
  guint64 before = first ? 0 : self->cues[word - 1];
  if (before & ATT_CUE_PLACE)
    return FALSE;
  guint after = word + n;
  if (after >= self->reading->words->len || att_reading_word (self->reading, after)->sentence != att_reading_word (self->reading, word)->sentence)
    return (before & ATT_CUE_PARTNER) != 0;
  const AttWord *next = att_reading_word (self->reading, after);
  if (att_reading_word (self->reading, after - 1)->flags & ATT_WORD_POSSESSIVE)
    return !(next->flags & ATT_WORD_TITLE);
  if (!(next->flags & ATT_WORD_BREAK) && self->cues[after] & (ATT_CUE_SAY | ATT_CUE_AUXILIARY))
    return TRUE;
  return (before & ATT_CUE_PARTNER) != 0;
}

/* Whether an ambiguous name of a state is that state here: a cue stands somewhere in the article. */
static gboolean
has_cue (const AttScan *self, const AttState *state)
{
  for (guint i = 0; state->cues && state->cues[i]; i++) {
    const char *cue = g_strstrip (state->cues[i]);
    if (*cue && (strstr (self->reading->zones[ATT_ZONE_TEXT], cue) || strstr (self->reading->zones[ATT_ZONE_TITLE], cue)))
      return TRUE;
  }
  return FALSE;
}

/* ... or another form of its name that can mean nothing else. */
static gboolean
is_named_plainly (const AttScan *self, guint state)
{
  for (guint i = 0; i < self->hits->len; i++) {
    const AttHit *hit = &g_array_index (self->hits, AttHit, i);
    const AttEntry *entry = att_lexicon_entry (self->lexicon, hit);
    if (hit->kind == ATT_ENTRY_STATE && entry->index == state && !entry->ambiguous && entry->form != ATT_FORM_CAPITAL)
      return TRUE;
  }
  return FALSE;
}

/* "Polish the table": at the head of a sentence, with an object, it is a verb. */
static gboolean
is_told_to (const AttScan *self, const AttHit *hit)
{
  guint after = hit->word + hit->n_words;
  return att_reading_word (self->reading, hit->word)->flags & ATT_WORD_START && hit->n_words == 1 && after < self->reading->words->len
         && att_reading_word (self->reading, after)->sentence == att_reading_word (self->reading, hit->word)->sentence && self->cues[after] & ATT_CUE_DETERMINER;
}

/* "Washington Sundar": a seat of government of one word, with a word in a capital behind it that tells nothing, is a name. */
static gboolean
is_given_name (const AttScan *self, const AttHit *hit)
{
  guint after = hit->word + 1;
  const AttWord *w = att_reading_word (self->reading, hit->word);
  if (hit->n_words > 1 || w->flags & (ATT_WORD_POSSESSIVE | ATT_WORD_CAPS) || after >= self->reading->words->len || !(self->cues[hit->word] & ATT_CUE_NOT_NAME))
    return FALSE;
  const AttWord *next = att_reading_word (self->reading, after);
  return next->sentence == w->sentence && !(next->flags & (ATT_WORD_BREAK | ATT_WORD_CAPS | ATT_WORD_NUMBER)) && next->flags & ATT_WORD_TITLE && self->cues[after] == 0
         && att_reading_sentence_of (self->reading, hit->word)->zone != ATT_ZONE_TITLE;
}

static gboolean
take_state (AttScan *self, const AttHit *hit, const AttEntry *entry)
{
  const AttState *state = &g_array_index (self->lexicon->states, AttState, entry->index);
  if (entry->ambiguous && !has_cue (self, state) && !is_named_plainly (self, entry->index))
    return FALSE;
  if (entry->form == ATT_FORM_PEOPLE && is_told_to (self, hit))
    return FALSE;
  if (entry->form == ATT_FORM_SEAT && is_given_name (self, hit))
    return FALSE;
  if (entry->form == ATT_FORM_CAPITAL && !is_government (self, hit->word, hit->n_words))
    return FALSE;
  add_name (self, hit->word, hit->n_words, actor_for (self, ATT_TOPIC_STATE, state->code, state->label), entry->form >= ATT_FORM_SEAT, entry->form == ATT_FORM_PEOPLE);
  return TRUE;
}

/* How many words of "King Abdullah of Jordan" are the person's alone: the state is named too. */
static guint
words_before_of (const AttScan *self, const AttHit *hit)
{
  for (guint i = 1; i < hit->n_words; i++)
    if (self->cues[hit->word + i] & ATT_CUE_OF)
      return i;
  return hit->n_words;
}

/* "King Salman bin Abdulaziz Al Saud": where whose son somebody is stands behind a name the table knows, it belongs to it. */
static guint
with_fathers (const AttScan *self, guint word, guint n)
{
  static const char *const HOUSE[] = { "al", NULL };
  const AttReading *reading = self->reading;
  guint32 sentence = att_reading_word (reading, word)->sentence;
  for (guint i = word + n; i + 1 < reading->words->len && att_reading_word (reading, i + 1)->sentence == sentence; i = word + n) {
    gboolean goes_on = att_person_is_son (self, i) || (n > 1 && att_scan_is_capital (self, i) && att_reading_is_any (reading, i, HOUSE));
    if (!goes_on || att_scan_is_broken (self, i) || att_scan_is_broken (self, i + 1) || !att_scan_is_capital (self, i + 1))
      break;
    n += 2;
  }
  return n;
}

/* A person has a row for each office: the one held on the article's day, else the first. */
static void
take_person (AttScan *self, const AttHit *hits, guint n_hits, guint n_words)
{
  const AttPerson *best = NULL;
  for (guint i = 0; i < n_hits; i++) {
    const AttPerson *person = &g_array_index (self->lexicon->persons, AttPerson, att_lexicon_entry (self->lexicon, &hits[i])->index);
    if (hits[i].kind != ATT_ENTRY_PERSON || hits[i].n_words != hits[0].n_words)
      continue;
    if (best == NULL || (strcmp (person->name, best->name) == 0 && att_office_is_held (person, self->date) && !att_office_is_held (best, self->date)))
      best = person;
  }
  add_name (self, hits[0].word, n_words, att_person_official (self, best), FALSE, FALSE);
}

static gboolean
is_naming (AttEntryKind kind)
{
  return kind == ATT_ENTRY_STATE || kind == ATT_ENTRY_MASK || kind == ATT_ENTRY_BODY || kind == ATT_ENTRY_PERSON;
}

/* Everything the lexicon has for the longest phrase from here on. A phrase may be a body and a state at once
 * ("Israeli military"). */
static guint
take_known (AttScan *self, const AttHit *hits, guint n_hits)
{
  guint longest = 0;
  gboolean masked = FALSE;
  for (guint i = 0; i < n_hits; i++)
    if (is_naming (hits[i].kind)) {
      longest = MAX (longest, hits[i].n_words);
      masked |= hits[i].n_words == longest && hits[i].kind == ATT_ENTRY_MASK;
    }
  for (guint i = 0; i < n_hits; i++)   /* "Jim Jordan" is no state, and somebody */
    masked &= !(hits[i].n_words == longest && hits[i].kind == ATT_ENTRY_PERSON);
  for (guint i = 0; i < n_hits && !masked; i++) {
    const AttEntry *entry = att_lexicon_entry (self->lexicon, &hits[i]);
    if (hits[i].n_words != longest)
      continue;
    if (entry->kind == ATT_ENTRY_STATE)
      take_state (self, &hits[i], entry);
    else if (entry->kind == ATT_ENTRY_PERSON) {
      guint n_words = words_before_of (self, &hits[i]);
      n_words = n_words == hits[i].n_words ? with_fathers (self, hits[i].word, n_words) : n_words;
      take_person (self, &hits[i], n_hits - i, n_words);
      return n_words;
    } else if (entry->kind == ATT_ENTRY_BODY) {
      const AttBody *body = &g_array_index (self->lexicon->bodies, AttBody, entry->index);
      guint actor = actor_for (self, ATT_TOPIC_BODY, body->name, body->name);
      g_array_index (self->actors, AttActor, actor).press = strcmp (body->kind, "media") == 0;
      g_array_index (self->actors, AttActor, actor).acts = strcmp (body->kind, "igo") == 0 || strcmp (body->kind, "armed") == 0;
      add_name (self, hits[i].word, hits[i].n_words, actor, FALSE, FALSE);
    }
  }
  return longest;
}

static guint
longest_known (const AttScan *self, const AttHit *hits, guint n_hits)
{
  guint longest = 0;
  for (guint i = 0; i < n_hits; i++)
    if (is_naming (hits[i].kind))
      longest = MAX (longest, hits[i].n_words);
  return longest;
}

static AttGender
gender_of (const AttScan *self, guint word)
{
  guint64 cues = self->cues[word];
  gboolean m = cues & ATT_CUE_GIVEN_M, f = cues & ATT_CUE_GIVEN_F;
  return m == f ? ATT_GENDER_UNKNOWN : m ? ATT_GENDER_MALE : ATT_GENDER_FEMALE;
}

/* Names in full, from word to word; what a name covers is not looked at again. */
static void
find_full_names (AttScan *self, guint from, guint to, gboolean by_shape, guint8 *covered)
{
  guint h = 0;
  while (h < self->hits->len && g_array_index (self->hits, AttHit, h).word < from)
    h++;
  for (guint i = from; i < to;) {
    while (h < self->hits->len && g_array_index (self->hits, AttHit, h).word < i)
      h++;
    guint n_hits = 0;
    while (h + n_hits < self->hits->len && g_array_index (self->hits, AttHit, h + n_hits).word == i)
      n_hits++;
    const AttHit *hits = n_hits ? &g_array_index (self->hits, AttHit, h) : NULL;
    guint n = 1;
    if (!att_scan_is_skipped (self, i)) {
      guint known = longest_known (self, hits, n_hits);
      guint shape = by_shape && att_scan_is_capital (self, i) ? att_person_shape (self, i) : 0;
      if (shape > known) {
        g_autofree char *name = att_person_text (self, i, shape);
        add_name (self, i, shape, att_person_named (self, name, gender_of (self, i)), FALSE, FALSE);
        n = shape;
      } else if (known)
        n = take_known (self, hits, n_hits);
      if (shape > known || known)
        memset (covered + i, 1, n);
    }
    i += n;
  }
}

static void
find_family_names (AttScan *self, const guint8 *covered)
{
  for (guint i = 0; i < self->reading->words->len; i++) {
    if (covered[i] || !att_scan_is_capital (self, i) || att_scan_is_skipped (self, i))
      continue;
    guint actor = att_person_by_family (self, i);
    if (actor != G_MAXUINT)
      add_name (self, i, 1, actor, FALSE, FALSE);
  }
}

static int
by_word (gconstpointer a, gconstpointer b)
{
  const AttName *x = a, *y = b;
  return x->word < y->word ? -1 : x->word > y->word;
}

/* "MR NORLING:": whom only the labels of a transcript name. */
static void
find_speakers (AttScan *self, guint8 *covered)
{
  att_transcript_find (self);
  for (guint i = 0; self->turns && i < self->turns->len; i++) {
    AttTurn *turn = &g_array_index (self->turns, AttTurn, i);
    guint end = turn->word + turn->n_words;
    if (turn->asks || turn->actor != G_MAXUINT || turn->name == end)
      continue;
    turn->actor = att_person_labelled (self, turn->word, turn->name, end - turn->name);
    add_name (self, turn->name, end - turn->name, turn->actor, FALSE, FALSE);
    memset (covered + turn->name, 1, end - turn->name);
  }
}

static void
make_mentions (const AttScan *self, GPtrArray *mentions)
{
  g_autofree AttMention **by_actor = g_new0 (AttMention *, self->actors->len + 1);
  for (guint i = 0; i < self->actors->len; i++) {
    const AttActor *actor = &g_array_index (self->actors, AttActor, i);
    if (actor->press || actor->n == 0)   /* the press speaks, but is not what the press writes about */
      continue;
    by_actor[i] = att_mention_new (actor->kind, actor->name, actor->label);
    by_actor[i]->score = actor->n;
    g_ptr_array_add (mentions, by_actor[i]);
  }
  for (guint i = 0; i < self->names->len; i++) {
    const AttName *name = &g_array_index (self->names, AttName, i);
    AttSpan span = att_scan_span (self, name->word, name->n_words);
    if (by_actor[name->actor])
      g_array_append_val (by_actor[name->actor]->evidence, span);
  }
}

void
att_actors_find (AttScan *self, GPtrArray *mentions)
{
  guint n = self->reading->words->len, body = 0;
  while (body < n && att_reading_sentence_of (self->reading, body)->zone == ATT_ZONE_TITLE)
    body++;
  g_autofree guint8 *covered = g_new0 (guint8, n + 1);
  /* the text first: in a headline capitals tell nothing, so only whom the text or the table knows is known there */
  find_full_names (self, body, n, TRUE, covered);
  find_speakers (self, covered);
  find_full_names (self, 0, body, FALSE, covered);
  find_family_names (self, covered);
  g_array_sort (self->names, by_word);
  make_mentions (self, mentions);
}
