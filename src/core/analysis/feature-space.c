/* feature-space.c: features in groups.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "analysis/feature-space.h"

#include <string.h>

void
att_feature_number (AttFeatureSpace *self)
{
  g_assert (self->n_groups <= ATT_MAX_FEATURE_GROUPS);
  for (guint i = 0; i < self->n_groups; i++)
    self->bases[i + 1] = self->bases[i] + self->groups[i].n;
}

const char *
att_feature_name (AttFeatureSpace *self, guint feature)
{
  static _Thread_local char name[48];
  for (guint i = 0; i < self->n_groups; feature -= self->groups[i++].n)
    if (feature < self->groups[i].n) {
      g_snprintf (name, sizeof name, "%s/%u", self->groups[i].name, feature);
      return name;
    }
  return NULL;
}

guint
att_feature_find (AttFeatureSpace *self, const char *name)
{
  const char *slash = strchr (name, '/');
  for (guint i = 0; slash && i < self->n_groups; i++)
    if (strlen (self->groups[i].name) == (gsize) (slash - name) && strncmp (name, self->groups[i].name, slash - name) == 0) {
      guint64 k = g_ascii_strtoull (slash + 1, NULL, 10);
      return k < self->groups[i].n ? att_feature_base (self, i) + (guint) k : G_MAXUINT;
    }
  return G_MAXUINT;
}
