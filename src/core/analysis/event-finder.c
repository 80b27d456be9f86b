/* event-finder.c: what states and bodies do to each other.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Every two sides of a sentence stand for election; office-holders act for their state. Precision first: what is not likely
 * to be an event is none. After Halterman et al., PLOVER (2021). */

#include "config.h"
#include "analysis/event-traits.h"

#include "press/event.h"

#include <string.h>

#define MAX_APART 3       /* sides from the one to the other */
#define MAX_WORDS 30      /* words between them */
#define MAX_PAIRS 24      /* of a sentence: there are lists of states */
#define MAX_A_SENTENCE 3

/* Two sides that may have to do with each other. */
typedef struct { guint first, second; AttVerdict verdict; } Found;

/* What grammar proposes of two sides, or NULL. */
static const AttProposal *
proposal_of (const AttScene *scene, const AttPair *pair)
{
  for (guint i = 0; i < scene->proposals->len; i++) {
    const AttProposal *p = &g_array_index (scene->proposals, AttProposal, i);
    if (att_proposal_is_of (p, pair->first, pair->second))
      return p;
  }
  return NULL;
}

/* What grammar proposes needs less: it knows who acts, and the model only has to believe in it. */
static void
heed (const AttProposal *proposal, double doubtful, AttVerdict *verdict)
{
  if (proposal == NULL || verdict->share < doubtful)
    return;
  verdict->share = 1;
  verdict->type = proposal->type;
  verdict->mutual = proposal->mutual;
  verdict->turned = att_proposal_is_turned (proposal);
}

/* Whoever agrees to suspend something agrees. */
static gboolean
is_agreed (const AttScan *scan, guint word)
{
  return word > 1 && scan->cues[word - 1] & ATT_CUE_TO && (att_reading_is (scan->reading, word - 2, "agreed") || att_reading_is (scan->reading, word - 2, "agrees") || att_reading_is (scan->reading, word - 2, "agree"));
}

/* What any of the words between two sides tells of how it ends. */
static guint64
cues_between (const AttScene *scene, const AttPair *pair)
{
  const AttSide *first = att_scene_side (scene, pair->first), *second = att_scene_side (scene, pair->second);
  guint64 cues = 0;
  for (guint i = first->word + first->n_words; i < second->word; i++)
    if (!is_agreed (scene->scan, i))
      cues |= scene->scan->cues[i];
  return cues;
}

/* "will withhold funding from", "suspended its treaty with", "cancelled talks with": the other way round. "Efforts to avert a war with" is none. */
static void
turn_ended (const AttScene *scene, const AttPair *pair, AttVerdict *verdict)
{
  gboolean kind = verdict->type == ATT_EVENT_AID || verdict->type == ATT_EVENT_COOPERATE || verdict->type == ATT_EVENT_AGREE || verdict->type == ATT_EVENT_SUPPORT;
  guint64 cues = kind || verdict->type == ATT_EVENT_ASSAULT || verdict->type == ATT_EVENT_CONSULT ? cues_between (scene, pair) : 0;
  if (verdict->type == ATT_EVENT_ASSAULT && cues & ATT_CUE_AVERTS)
    verdict->share = 0;
  if (cues & ATT_CUE_ENDS && (kind || verdict->type == ATT_EVENT_CONSULT)) {
    verdict->type = kind ? ATT_EVENT_SANCTION : ATT_EVENT_REJECT;
    verdict->mutual = FALSE;
  }
}

static gboolean
is_denial (const AttScan *scan, guint word)
{
  return att_reading_is (scan->reading, word, "denied") || att_reading_is (scan->reading, word, "denies") || att_reading_is (scan->reading, word, "denying");
}

/* "Said it had not attacked", "denied that it supplies": what was not done, or is not owned to, is no deed. */
static void
heed_denial (const AttScene *scene, const AttPair *pair, AttVerdict *verdict)
{
  const AttSide *first = att_scene_side (scene, pair->first), *second = att_scene_side (scene, pair->second);
  guint from = first->word + first->n_words;
  for (guint i = 0; i < scene->deeds->len; i++) {
    const AttDeed *deed = &g_array_index (scene->deeds, AttDeed, i);
    if (deed->word < from || deed->word >= second->word || deed->phrase->type != verdict->type)
      continue;
    gboolean denied = deed->word >= from + 2 && (att_scene_cues (scene, deed->word - 2, deed->word) & ATT_CUE_NEGATION);
    for (guint k = from; k < deed->word && !denied; k++)
      denied = is_denial (scene->scan, k);
    if (denied)
      verdict->aspect = ATT_ASPECT_NEGATED;
    return;
  }
}

static void
judge (const AttScene *scene, AttPair *pair, GArray *found)
{
  const AttScan *scan = scene->scan;
  const AttSide *first = att_scene_side (scene, pair->first), *second = att_scene_side (scene, pair->second);
  att_pair_traits (scene, pair);
  if (scan->tap && scan->tap->pair) {
    AttSpan spans[2] = { att_scan_span (scan, first->word, first->n_words), att_scan_span (scan, second->word, second->n_words) };
    const char *const sides[2] = { first->side, second->side };
    scan->tap->pair (scan->tap->data, sides, spans, pair);
  }
  Found one = { pair->first, pair->second, att_event_model_judge (&scan->lexicon->deeds, pair) };
  heed (proposal_of (scene, pair), scan->lexicon->deeds.doubtful, &one.verdict);
  turn_ended (scene, pair, &one.verdict);
  heed_denial (scene, pair, &one.verdict);
  if (one.verdict.share >= scan->lexicon->deeds.threshold)
    g_array_append_val (found, one);
}

static int
by_share (gconstpointer a, gconstpointer b)
{
  const Found *x = a, *y = b;
  return x->verdict.share > y->verdict.share ? -1 : x->verdict.share < y->verdict.share;
}

static gboolean
is_known (const GPtrArray *events, guint from, const char *a, const char *b)
{
  for (guint i = from; i < events->len; i++) {
    const AttEvent *other = g_ptr_array_index (events, i);
    if ((strcmp (other->actor, a) == 0 && strcmp (other->recipient, b) == 0) || (strcmp (other->actor, b) == 0 && strcmp (other->recipient, a) == 0))
      return TRUE;
  }
  return FALSE;
}

static void
take (const AttScene *scene, const Found *found, guint from, GPtrArray *events)
{
  const AttSide *first = att_scene_side (scene, found->first), *second = att_scene_side (scene, found->second);
  const AttSide *actor = found->verdict.turned ? second : first, *recipient = found->verdict.turned ? first : second;
  if (is_known (events, from, actor->side, recipient->side))
    return;
  AttSpan span = att_scan_span (scene->scan, first->word, second->word + second->n_words - first->word);
  AttEvent *event = att_event_new (found->verdict.type, found->verdict.aspect, actor->side, recipient->side, span);
  event->mutual = found->verdict.mutual;
  g_ptr_array_add (events, event);
}

static void
look_at (const AttScene *scene, GPtrArray *events)
{
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (Found));
  guint from = events->len, n = 0;
  for (guint i = 0; i < scene->sides->len; i++)
    for (guint k = i + 1; k < scene->sides->len && k - i <= MAX_APART && n < MAX_PAIRS; k++) {
      const AttSide *a = att_scene_side (scene, i), *b = att_scene_side (scene, k);
      if (strcmp (a->side, b->side) == 0 || b->word - a->word > MAX_WORDS)
        continue;
      AttPair pair = { i, k };
      judge (scene, &pair, found);
      n++;
    }
  g_array_sort (found, by_share);
  for (guint i = 0; i < found->len && events->len - from < MAX_A_SENTENCE; i++)
    take (scene, &g_array_index (found, Found, i), from, events);
}

void
att_events_find (const AttScan *self, GPtrArray *events)
{
  AttScene scene;
  guint hit = 0;
  if (self->lexicon->deeds.weights == NULL)
    return;   /* nothing was learned in this language */
  att_scene_init (&scene, self);
  for (guint i = 0; i < self->reading->sentences->len; i++) {
    const AttSentence *s = &g_array_index (self->reading->sentences, AttSentence, i);
    if (!s->skipped && att_scene_set (&scene, s, &hit))
      look_at (&scene, events);
  }
  att_scene_clear (&scene);
}
