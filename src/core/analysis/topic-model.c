/* topic-model.c: how evidence adds up to a mark.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "analysis/topic-model.h"

#include <math.h>
#include <string.h>

static const char *const NAMES[ATT_TOPIC_N_FEATURES] = {
  "bias", "worth", "title-strong", "title-medium", "lede-strong", "lede-medium", "strong-sentences", "medium-sentences", "distinct", "key-acts", "acts", "density",
  "generic", "veto", "no-gate", "foreign", "offtopic", "late", "share", "short", "words",
};

const char *
att_topic_feature_name (guint feature)
{
  return NAMES[feature];
}

void
att_topic_model_set (AttTopicModel *self, const char *name, double value)
{
  const struct { const char *name; double *to; } values[] = {
    { "sentence-strong", &self->strong }, { "sentence-medium", &self->medium }, { "sentence-key", &self->key }, { "sentence-second", &self->second },
  };
  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    if (strcmp (name, values[i].name) == 0)
      *values[i].to = value;
  if (g_str_has_prefix (name, "decay-") && name[6] >= '1' && name[6] <= '6')
    self->decay[name[6] - '1'] = value;
  for (guint i = 0; i < ATT_TOPIC_N_FEATURES; i++)
    if (strcmp (name, NAMES[i]) == 0)
      self->weights[i] = value;
}

double
att_topic_model_score (const AttTopicModel *self, const double *features, double bias)
{
  double sum = bias;
  for (guint i = 0; i < ATT_TOPIC_N_FEATURES; i++)
    sum += self->weights[i] * features[i];
  return 1 / (1 + exp (-sum));
}
