/* event-correction.h: what grammar knows of an event better than the model.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The model learned from few sentences; what turns a deed round, or says that it was not done, is rarer than it could learn. One article, one thread.
 */
#pragma once

#include "analysis/event-model.h"
#include "analysis/event-scene.h"

G_BEGIN_DECLS

/* Corrects what the model has of a pair of sides. A share of nought: there is no event. */
void att_event_correct (const AttScene *scene, const AttPair *pair, AttVerdict *verdict);

G_END_DECLS
