/* speaker-model.c: how a speaker is chosen.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "analysis/speaker-model.h"

#include <math.h>
#include <string.h>

static const AttFeatureGroup GROUPS[ATT_SPEAKER_N_GROUPS] = {
  { "kind", 8 }, { "place", 8 }, { "subject-before", 7 }, { "subject-before-far", 7 }, { "subject-after", 7 }, { "subject-after-far", 7 }, { "subject-previous", 42 },
  { "subject-next", 7 }, { "gap-before", 4 }, { "gap-after", 4 }, { "order-before", 4 }, { "order-after", 4 }, { "first", 8 }, { "object", 3 }, { "owner", 6 },
  { "according", 3 }, { "agent", 2 }, { "last", 8 }, { "carry", 8 }, { "often", 3 }, { "title", 1 }, { "nobody", 8 }, { "possessive", 6 }, { "beside", 3 }, { "who", 1 },
  { "subject", 8 }, { "speechless", 16 }, { "closing", 2 },
  { "style-place", 40 }, { "style-before", 35 }, { "style-after", 35 }, { "style-last", 20 }, { "style-carry", 20 }, { "style-nobody", 20 }, { "kind-place", 64 }, { "next", 15 },
  { "carry-next", 5 }, { "said", 4 }, { "inside", 5 }, { "in-person", 24 }, { "acts-as", 12 }, { "new", 24 }, { "nobody-case", 12 }, { "rank", 36 },
  { "refers-rule", 24 }, { "refers-rank", 36 }, { "refers-distance", 42 }, { "refers-as", 30 },
  { "refers-last", 24 }, { "refers-kind", 36 }, { "refers-often", 24 }, { "refers-title", 6 }, { "refers-first", 6 }, { "refers-gender", 6 }, { "refers-office", 24 }, { "refers-itself", 12 },
  { "verb-before", 256 }, { "verb-after", 256 }, { "nobody-before", 512 }, { "nobody-after", 256 }, { "followed", 512 }, { "preceded", 512 }, { "between-before", 1024 },
  { "between-after", 1024 },
};

AttFeatureSpace att_speaker_space = { GROUPS, ATT_SPEAKER_N_GROUPS };

guint
att_speaker_n_features (void)
{
  return att_feature_base (&att_speaker_space, ATT_SPEAKER_N_GROUPS);
}

const char *
att_speaker_feature_name (guint feature)
{
  return att_feature_name (&att_speaker_space, feature);
}

gboolean
att_speaker_is_hashed (guint feature)
{
  return feature >= att_feature_base (&att_speaker_space, ATT_SPEAKER_VERB_BEFORE);
}

void
att_speaker_model_set (AttSpeakerModel *self, const char *name, double value)
{
  if (strcmp (name, "threshold") == 0)
    self->threshold = value;
  guint feature = att_feature_find (&att_speaker_space, name);
  if (feature != G_MAXUINT)
    self->weights[feature] = value;
}

double
att_speaker_model_score (const float *weights, const AttCandidate *c)
{
  double score = 0;
  for (guint i = 0; i < c->n_features; i++)
    score += weights[c->features[i]];
  return score;
}

const AttCandidate *
att_speaker_model_choose (const GArray *candidates, double *share)
{
  g_autofree double *values = g_new (double, candidates->len);
  double sum = 0, best = 0;
  const AttCandidate *all = (const AttCandidate *) candidates->data, *chosen = NULL;
  for (guint i = 0; i < candidates->len; i++)
    sum += values[i] = exp (CLAMP (all[i].score, -30, 30));
  for (guint i = 0; i < candidates->len; i++) {
    double value = 0;
    for (guint k = i; k < candidates->len; k++)   /* of one that stood before, what is left: it is less */
      if (all[k].who == all[i].who)
        value += values[k];
    if (value > best) {
      best = value;
      chosen = &all[i];
    }
  }
  *share = best / sum;
  return chosen;
}
