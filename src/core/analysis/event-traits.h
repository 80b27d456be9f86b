/* event-traits.h: what is known of two sides in a sentence, as the model of events reads it.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "analysis/event-model.h"
#include "analysis/event-scene.h"

G_BEGIN_DECLS

/* Fills in the features of a pair whose sides, first and second, are set. */
void att_pair_traits (const AttScene *scene, AttPair *pair);

G_END_DECLS
