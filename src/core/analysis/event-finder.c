/* event-finder.c: what states and bodies do to each other.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Every two sides of a sentence stand for election; office-holders act for their state. Precision first: what is not likely
 * to be an event is none. After Halterman et al., PLOVER (2021). */

#include "config.h"
#include "analysis/event-correction.h"
#include "analysis/event-traits.h"

#include "press/event.h"

#include <string.h>

#define MAX_APART 3       /* sides from the one to the other */
#define MAX_WORDS 30      /* words between them */
#define MAX_PAIRS 24      /* of a sentence: there are lists of states */
#define MAX_A_SENTENCE 3

/* Two sides that may have to do with each other. */
typedef struct { guint first, second; AttVerdict verdict; } Found;

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
  att_event_correct (scene, pair, &one.verdict);
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
