/* event-scene.h: one sentence as events are looked for in it: who acts among states, and the phrases that tell of deeds.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Grammar by hand: of each phrase of the table of events, who did it to whom (a proposal). What is in the end an event, and
 * of which type, a model says that knows the words as well (event-model.h). One article, one thread.
 */
#pragma once

#include "analysis/scan.h"

G_BEGIN_DECLS

/* A state or body named in a sentence, or somebody who acts for one. */
typedef struct { guint word, n_words; const char *side; gboolean adjective, governed; } AttSide;

/* A phrase of the table of events. */
typedef struct { guint word, n_words; const AttEventPhrase *phrase; } AttDeed;

/* Who did a deed to whom, as grammar alone has it; indices of sides. */
typedef struct { AttEventType type; guint actor, recipient; gboolean mutual; } AttProposal;

typedef struct {
  const AttScan *scan;
  const AttSentence *sentence;
  GArray *sides, *deeds, *proposals;   /* in the order of the words */
  guint64 cues;                        /* of all its words */
} AttScene;

void att_scene_init  (AttScene *self, const AttScan *scan);
void att_scene_clear (AttScene *self);

/* Looks at a sentence; hit: index of the first of the scan's hits that is not before it, moved behind it. FALSE: there are no two sides in it. */
gboolean att_scene_set (AttScene *self, const AttSentence *sentence, guint *hit);

/* Whether another clause begins between two words of a sentence. */
gboolean att_scene_is_parted (const AttScene *self, guint from, guint to);

gboolean att_scene_is_passive (const AttScene *self, guint verb);

/* Whether a side only owns what somebody else spoke of before he did what the verb says: "condemns X's strikes and urges". */
gboolean att_scene_is_joined (const AttScene *self, guint side, guint verb);

/* Whether another clause begins with a side: "as X warned". */
gboolean att_scene_is_headed (const AttScene *self, guint side);

/* What stands in words: all they tell. */
static inline guint64
att_scene_cues (const AttScene *self, guint from, guint to)
{
  guint64 all = 0;
  for (guint i = from; i < to; i++)
    all |= self->scan->cues[i];
  return all;
}

/* Whether a proposal is about two sides, as they stand in the sentence. */
static inline gboolean
att_proposal_is_of (const AttProposal *self, guint first, guint second)
{
  return MIN (self->actor, self->recipient) == first && MAX (self->actor, self->recipient) == second;
}

/* Whether the second of them acts. */
static inline gboolean
att_proposal_is_turned (const AttProposal *self)
{
  return self->actor > self->recipient;
}

static inline const AttSide *
att_scene_side (const AttScene *self, guint i)
{
  return &g_array_index (self->sides, AttSide, i);
}

G_END_DECLS
