/* topic-model.c: how evidence adds up to a mark.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "analysis/topic-model.h"

#include <math.h>
#include <string.h>

static const char *const NAMES[ATT_TOPIC_N_FEATURES] = {
  "bias", "worth", "title-strong", "title-medium", "lede-strong", "lede-medium", "strong-sentences", "medium-sentences", "distinct", "key-acts", "acts", "density",
  "generic", "veto", "no-gate", "foreign", "offtopic", "late", "share", "short", "short-worth", "short-words", "short-paragraph", "words", "paragraph", "paragraph-next", "paragraph-title", "paragraph-lede", "paragraphs", "across",
};
static const char *const SECOND[ATT_SECOND_N_FEATURES] = {
  "second-bias", "second-own", "second-other", "second-others", "second-count", "second-best",
  "second-across", "second-across-1", "second-across-2", "second-across-3", "second-across-4", "second-across-5",
  "second-short", "second-short-own", "second-short-other", "second-short-across",
};

const char *
att_topic_feature_name (guint feature)
{
  return NAMES[feature];
}

const char *
att_topic_second_name (guint feature)
{
  return SECOND[feature];
}

void
att_topic_model_set (AttTopicModel *self, const char *name, double value)
{
  const struct { const char *name; double *to; } values[] = {
    { "sentence-strong", &self->strong }, { "sentence-medium", &self->medium }, { "sentence-key", &self->key }, { "sentence-second", &self->second_share }, { "sure", &self->sure }, { "sure-by-terms", &self->sure_by_terms }, { "alone-by-terms", &self->alone_by_terms }, { "main-sure", &self->main_sure },
  };
  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    if (strcmp (name, values[i].name) == 0)
      *values[i].to = value;
  if (g_str_has_prefix (name, "decay-") && name[6] >= '1' && name[6] <= '6')
    self->decay[name[6] - '1'] = value;
  gboolean main = g_str_has_prefix (name, "main-");
  for (guint i = 0; i < ATT_TOPIC_N_FEATURES; i++)
    if (strcmp (main ? name + strlen ("main-") : name, NAMES[i]) == 0)
      (main ? self->main : self->weights)[i] = value;
  for (guint i = 0; i < ATT_SECOND_N_FEATURES; i++)
    if (strcmp (name, SECOND[i]) == 0)
      self->second[i] = value;
}

double
att_topic_model_first (const AttTopicModel *self, const double *features, double bias)
{
  double sum = bias;
  for (guint i = 0; i < ATT_TOPIC_N_FEATURES; i++)
    sum += self->weights[i] * features[i];
  return sum;
}

void
att_topic_model_list (const double *first, guint n, guint which, const double *looked_at, double alone, double *features)
{
  double other = alone, others = 0, across = looked_at[ATT_TOPIC_ACROSS], is_short = looked_at[ATT_TOPIC_SHORT];
  for (guint i = 0; i < n; i++)
    if (i != which) {
      other = MAX (other, first[i]);
      others += att_topic_model_share (first[i]);
    }
  features[ATT_SECOND_BIAS] = 1;
  features[ATT_SECOND_OWN] = first[which];
  features[ATT_SECOND_OTHER] = other;
  features[ATT_SECOND_OTHERS] = others;
  features[ATT_SECOND_COUNT] = n;
  features[ATT_SECOND_BEST] = MAX (other, first[which]);
  features[ATT_SECOND_ACROSS] = across;
  for (int i = 0; i < 5; i++)
    features[ATT_SECOND_ACROSS_1 + i] = MAX (across - (i - 2), 0);
  features[ATT_SECOND_SHORT] = is_short;
  features[ATT_SECOND_SHORT_OWN] = is_short * first[which];
  features[ATT_SECOND_SHORT_OTHER] = is_short * other;
  features[ATT_SECOND_SHORT_ACROSS] = is_short * across;
}

double
att_topic_model_second (const AttTopicModel *self, const double *features)
{
  double sum = 0;
  for (guint i = 0; i < ATT_SECOND_N_FEATURES; i++)
    sum += self->second[i] * features[i];
  return sum;
}

double
att_topic_model_main (const AttTopicModel *self, const double *features, double logit)
{
  double sum = self->main_sure * logit;
  for (guint i = 0; i < ATT_TOPIC_N_FEATURES; i++)
    sum += self->main[i] * features[i];
  return sum;
}
