/* heading.c: what stands over topics of one section, or actors of one kind, in the panel.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "listing/heading.h"

struct _AttHeading {
  GObject      parent_instance;
  AttTopicKind kind;
  char        *section;
  guint        n;
  gboolean     folded;
};

G_DEFINE_FINAL_TYPE (AttHeading, att_heading, G_TYPE_OBJECT)

enum { PROP_0, PROP_N, PROP_FOLDED, N_PROPS };
static GParamSpec *properties[N_PROPS];

AttHeading *
att_heading_new (AttTopicKind kind, const char *section)
{
  AttHeading *self = g_object_new (ATT_TYPE_HEADING, NULL);
  self->kind = kind;
  self->section = g_strdup (section);
  return self;
}

void
att_heading_update (AttHeading *self, guint n, gboolean folded)
{
  gboolean counts = self->n != n, folds = self->folded != folded;
  self->n = n;
  self->folded = folded;
  if (counts)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N]);
  if (folds)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FOLDED]);
}

AttTopicKind
att_heading_get_kind (AttHeading *self)
{
  return self->kind;
}

const char *
att_heading_get_section (AttHeading *self)
{
  return self->section;
}

const char *
att_heading_get_key (AttHeading *self)
{
  return self->kind == ATT_TOPIC_THEME ? self->section : att_topic_kind_name (self->kind);
}

guint
att_heading_get_n (AttHeading *self)
{
  return self->n;
}

gboolean
att_heading_is_folded (AttHeading *self)
{
  return self->folded;
}

static void
get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  AttHeading *self = ATT_HEADING (object);
  if (id == PROP_N)
    g_value_set_uint (value, self->n);
  else
    g_value_set_boolean (value, self->folded);
}

static void
att_heading_finalize (GObject *object)
{
  g_free (ATT_HEADING (object)->section);
  G_OBJECT_CLASS (att_heading_parent_class)->finalize (object);
}

static void
att_heading_class_init (AttHeadingClass *class)
{
  G_OBJECT_CLASS (class)->get_property = get_property;
  G_OBJECT_CLASS (class)->finalize = att_heading_finalize;
  properties[PROP_N] = g_param_spec_uint ("n", NULL, NULL, 0, G_MAXUINT, 0, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_FOLDED] = g_param_spec_boolean ("folded", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (G_OBJECT_CLASS (class), N_PROPS, properties);
}

static void
att_heading_init (AttHeading *self)
{
}
