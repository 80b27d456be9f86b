/* feature-space.h: features in groups, numbered one behind the other, as a model of what is there or not knows them.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A feature is known by its group and its number there, "subject-before/1": so it stands in a table of weights. Any thread.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define ATT_MAX_FEATURE_GROUPS 96

typedef struct { const char *name; guint n; } AttFeatureGroup;

/* A static value, of which the first two are set. */
typedef struct {
  const AttFeatureGroup *groups;
  guint   n_groups;
  guint16 bases[ATT_MAX_FEATURE_GROUPS + 1];
  gsize   once;
} AttFeatureSpace;

void        att_feature_number (AttFeatureSpace *self);                     /* fills bases; called once, by att_feature_base */
const char *att_feature_name (AttFeatureSpace *self, guint feature);        /* valid until the next call in this thread */
guint       att_feature_find (AttFeatureSpace *self, const char *name);     /* G_MAXUINT: there is none */

/* How many features come before a group's; of n_groups: all. */
static inline guint
att_feature_base (AttFeatureSpace *self, guint group)
{
  if (g_once_init_enter (&self->once)) {
    att_feature_number (self);
    g_once_init_leave (&self->once, 1);
  }
  return self->bases[group];
}

/* The kth of a group; there are no more than the last. */
static inline guint
att_feature_of (AttFeatureSpace *self, guint group, guint k)
{
  return att_feature_base (self, group) + MIN (k, self->groups[group].n - 1);
}

G_END_DECLS
