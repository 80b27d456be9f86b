/* event.c: one thing a state or body did to another, in a sentence of an article.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "press/event.h"

#include <string.h>

static const struct { const char *name; double scale; } TYPES[ATT_N_EVENT_TYPES] = {
  { "AGREE", 2.5 }, { "CONSULT", 2.5 }, { "SUPPORT", 5 }, { "CONCEDE", 4.5 }, { "COOPERATE", 9.5 }, { "AID", 10 }, { "RETREAT", 6.5 },
  { "REQUEST", -1 }, { "ACCUSE", -3 }, { "REJECT", -2 }, { "THREATEN", -3.5 }, { "PROTEST", -5 }, { "SANCTION", -6 }, { "MOBILIZE", -5.5 }, { "COERCE", -7 }, { "ASSAULT", -9 },
};

AttEvent *
att_event_new (AttEventType type, AttAspect aspect, const char *actor, const char *recipient, AttSpan span)
{
  AttEvent *self = g_new0 (AttEvent, 1);
  self->type = type;
  self->aspect = aspect;
  self->actor = g_strdup (actor);
  self->recipient = g_strdup (recipient);
  self->span = span;
  return self;
}

void
att_event_free (AttEvent *self)
{
  g_free (self->actor);
  g_free (self->recipient);
  g_free (self);
}

const char *
att_event_type_name (AttEventType type)
{
  return TYPES[type].name;
}

gboolean
att_event_type_from_name (const char *name, AttEventType *type)
{
  for (guint i = 0; i < ATT_N_EVENT_TYPES; i++)
    if (strcmp (TYPES[i].name, name) == 0) {
      *type = i;
      return TRUE;
    }
  return FALSE;
}

double
att_event_type_scale (AttEventType type)
{
  return TYPES[type].scale;
}

const char *
att_aspect_name (AttAspect aspect)
{
  static const char *const NAMES[] = { "happened", "announced", "negated", "hypothetical" };
  return NAMES[aspect];
}
