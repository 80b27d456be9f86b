/* event.h: one thing a state or body did to another, in a sentence of an article.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Types are those of PLOVER (Halterman et al., 2021), each cooperative or conflictual, in words or in deeds, and each with
 * a place on its scale from -10 to 10. What was denied or only may come is an event too, but said to be so.
 */
#pragma once

#include "press/span.h"

G_BEGIN_DECLS

typedef enum {
  ATT_EVENT_AGREE, ATT_EVENT_CONSULT, ATT_EVENT_SUPPORT, ATT_EVENT_CONCEDE, ATT_EVENT_COOPERATE, ATT_EVENT_AID, ATT_EVENT_RETREAT,
  ATT_EVENT_REQUEST, ATT_EVENT_ACCUSE, ATT_EVENT_REJECT, ATT_EVENT_THREATEN, ATT_EVENT_PROTEST, ATT_EVENT_SANCTION, ATT_EVENT_MOBILIZE, ATT_EVENT_COERCE, ATT_EVENT_ASSAULT,
  ATT_N_EVENT_TYPES
} AttEventType;

typedef enum { ATT_ASPECT_HAPPENED, ATT_ASPECT_ANNOUNCED, ATT_ASPECT_NEGATED, ATT_ASPECT_HYPOTHETICAL, ATT_N_ASPECTS } AttAspect;

typedef struct {
  AttEventType type;
  AttAspect    aspect;
  gboolean     mutual;              /* both do it: the order of the two means nothing */
  char        *actor, *recipient;   /* ISO 3166-1 alpha-3 of a state, or a body's name */
  AttSpan      span;                /* from the one to the other, with the words between */
} AttEvent;

AttEvent   *att_event_new  (AttEventType type, AttAspect aspect, const char *actor, const char *recipient, AttSpan span);
void        att_event_free (AttEvent *self);

const char *att_event_type_name       (AttEventType type);   /* "CONSULT" */
gboolean    att_event_type_from_name  (const char *name, AttEventType *type);
double      att_event_type_scale      (AttEventType type);   /* -10 to 10; below zero: conflictual */
const char *att_aspect_name           (AttAspect aspect);    /* "happened", "announced", "negated", "hypothetical" */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AttEvent, att_event_free)

G_END_DECLS
