/* facet.c: one row of the topic panel: a topic, how often, and whether it is asked for.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "listing/facet.h"

#include "watch/trend.h"

#include <string.h>

struct _AttFacet {
  GObject      parent_instance;
  AttTopicKind kind;
  char        *name, *label, *section;
  guint        count, days[ATT_COVERAGE_DAYS];
  AttSense     sense;
};

G_DEFINE_FINAL_TYPE (AttFacet, att_facet, G_TYPE_OBJECT)

enum { PROP_0, PROP_COUNT, PROP_SENSE, N_PROPS };
static GParamSpec *properties[N_PROPS];

AttFacet *
att_facet_new (const AttCount *count)
{
  AttFacet *self = g_object_new (ATT_TYPE_FACET, NULL);
  self->kind = count->kind;
  self->name = g_strdup (count->name);
  self->label = g_strdup (count->label);
  self->section = g_strdup (count->section);
  return self;
}

void
att_facet_update (AttFacet *self, const AttCount *count, AttSense sense)
{
  guint days[ATT_COVERAGE_DAYS] = { 0 };
  if (count)
    memcpy (days, count->days, sizeof days);
  gboolean counts = self->count != (count ? count->count : 0) || memcmp (days, self->days, sizeof days) != 0;
  gboolean senses = self->sense != sense;
  if (count && (g_strcmp0 (count->label, self->label) != 0 || g_strcmp0 (count->section, self->section) != 0)) {   /* renamed */
    g_free (self->label);
    g_free (self->section);
    self->label = g_strdup (count->label);
    self->section = g_strdup (count->section);
    counts = TRUE;
  }
  self->count = count ? count->count : 0;
  self->sense = sense;
  memcpy (self->days, days, sizeof days);
  if (counts)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_COUNT]);
  if (senses)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SENSE]);
}

AttTopicKind
att_facet_get_kind (AttFacet *self)
{
  return self->kind;
}

const char *
att_facet_get_name (AttFacet *self)
{
  return self->name;
}

const char *
att_facet_get_label (AttFacet *self)
{
  return self->label;
}

const char *
att_facet_get_section (AttFacet *self)
{
  return self->section;
}

guint
att_facet_get_count (AttFacet *self)
{
  return self->count;
}

AttSense
att_facet_get_sense (AttFacet *self)
{
  return self->sense;
}

const guint *
att_facet_get_days (AttFacet *self)
{
  return self->days;
}

gboolean
att_facet_is_burst (AttFacet *self)
{
  return att_trend_bursts (self->days, ATT_COVERAGE_DAYS, ATT_SENSITIVITY_MEDIUM);
}

double
att_facet_get_habit (AttFacet *self)
{
  return att_trend_habit (self->days, ATT_COVERAGE_DAYS);
}

static void
get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  AttFacet *self = ATT_FACET (object);
  g_value_set_uint (value, id == PROP_COUNT ? self->count : (guint) self->sense);
}

static void
att_facet_finalize (GObject *object)
{
  AttFacet *self = ATT_FACET (object);
  g_free (self->name);
  g_free (self->label);
  g_free (self->section);
  G_OBJECT_CLASS (att_facet_parent_class)->finalize (object);
}

static void
att_facet_class_init (AttFacetClass *class)
{
  G_OBJECT_CLASS (class)->get_property = get_property;
  G_OBJECT_CLASS (class)->finalize = att_facet_finalize;
  properties[PROP_COUNT] = g_param_spec_uint ("count", NULL, NULL, 0, G_MAXUINT, 0, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_SENSE] = g_param_spec_uint ("sense", NULL, NULL, 0, G_MAXUINT, 0, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (G_OBJECT_CLASS (class), N_PROPS, properties);
}

static void
att_facet_init (AttFacet *self)
{
}
