/* event-model.c: what two sides in a sentence have to do with each other.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "analysis/event-model.h"

#include "analysis/feature-space.h"

#include <math.h>
#include <string.h>

static const AttFeatureGroup GROUPS[ATT_PAIR_N_GROUPS] = {
  { "bias", 1 }, { "distance", 7 }, { "between", 4 }, { "first-form", 5 }, { "second-form", 5 }, { "forms", 25 }, { "proposed", 48 }, { "deed-before", 16 },
  { "deed-between", 16 }, { "deed-behind", 16 }, { "speech", 3 }, { "parted", 2 }, { "passive", 3 }, { "cues", 8 }, { "sentence", 4 }, { "word", 8192 }, { "stem", 4096 }, { "two", 16384 },
  { "next", 512 }, { "last", 512 }, { "ahead", 512 }, { "behind", 512 },
};

static AttFeatureSpace space = { GROUPS, ATT_PAIR_N_GROUPS };

guint
att_pair_n_features (void)
{
  return att_feature_base (&space, ATT_PAIR_N_GROUPS);
}

const char *
att_pair_feature_name (guint feature)
{
  return att_feature_name (&space, feature);
}

gboolean
att_pair_is_hashed (guint feature)
{
  return feature >= att_feature_base (&space, ATT_PAIR_WORD);
}

void
att_pair_add (AttPair *self, AttPairGroup group, guint k)
{
  if (self->n_features < ATT_MAX_PAIR_FEATURES)
    self->features[self->n_features++] = att_feature_of (&space, group, k);
}

void
att_pair_add_hashed (AttPair *self, AttPairGroup group, guint32 hash)
{
  att_pair_add (self, group, (hash * 0x9E3779B1u >> 12) % GROUPS[group].n);
}

void
att_event_model_init (AttEventModel *self)
{
  self->weights = g_new0 (float, att_pair_n_features () * ATT_EVENT_STRIDE);
}

void
att_event_model_clear (AttEventModel *self)
{
  g_clear_pointer (&self->weights, g_free);
}

const char *
att_event_column_name (guint column)
{
  if (column < ATT_N_EVENT_TYPES)
    return att_event_type_name (column);
  return column == ATT_EVENT_NOTHING ? "nothing" : column == ATT_EVENT_TURNED ? "turned" : column == ATT_EVENT_MUTUAL ? "mutual" : att_aspect_name (column - ATT_EVENT_ASPECTS);
}

static guint
column_of (const char *name, gsize length)
{
  guint column = 0;
  while (column < ATT_EVENT_COLUMNS && (strncmp (att_event_column_name (column), name, length) != 0 || att_event_column_name (column)[length]))
    column++;
  return column;
}

static void
set_row (float *row, const char *values)
{
  for (const char *colon; (colon = strchr (values, ':'));) {
    guint column = column_of (values, colon - values);
    char *end;
    double value = g_ascii_strtod (colon + 1, &end);
    if (column < ATT_EVENT_COLUMNS)
      row[column] = value;
    values = end + strspn (end, " ");
  }
}

void
att_event_model_set (AttEventModel *self, const char *name, const char *values)
{
  guint feature = att_feature_find (&space, name);
  if (self->weights == NULL)
    att_event_model_init (self);
  if (strcmp (name, "threshold") == 0)
    self->threshold = g_ascii_strtod (values, NULL);
  else if (strcmp (name, "doubtful") == 0)
    self->doubtful = g_ascii_strtod (values, NULL);
  else if (feature != G_MAXUINT)
    set_row (self->weights + feature * ATT_EVENT_STRIDE, values);
}

AttVerdict
att_event_model_judge (const AttEventModel *self, const AttPair *pair)
{
  float sums[ATT_EVENT_STRIDE] = { 0 };
  double all = 0;
  AttVerdict verdict = { 0 };
  for (guint i = 0; i < pair->n_features; i++) {
    const float *row = self->weights + pair->features[i] * ATT_EVENT_STRIDE;
    for (guint k = 0; k < ATT_EVENT_STRIDE; k++)
      sums[k] += row[k];
  }
  for (guint k = 1; k < ATT_N_EVENT_TYPES; k++)
    verdict.type = sums[k] > sums[verdict.type] ? k : verdict.type;
  for (guint k = 1; k < ATT_N_ASPECTS; k++)
    verdict.aspect = sums[ATT_EVENT_ASPECTS + k] > sums[ATT_EVENT_ASPECTS + verdict.aspect] ? k : verdict.aspect;
  for (guint k = 0; k < ATT_N_EVENT_TYPES; k++)
    all += exp (CLAMP (sums[k] - sums[ATT_EVENT_NOTHING], -30, 30));
  verdict.share = all / (1 + all);
  verdict.turned = sums[ATT_EVENT_TURNED] > 0;
  verdict.mutual = sums[ATT_EVENT_MUTUAL] > 0;
  return verdict;
}
