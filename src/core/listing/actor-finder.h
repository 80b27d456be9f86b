/* actor-finder.h: actors by their names: all there are under the filter, and not only the most frequent ones.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * It narrows the dossier's actors to those whose labels hold what is looked for, at once, and adds those that are named too seldom to be counted with every
 * filter, as soon as the store has found them; and again whenever the actors were counted anew. Main thread only.
 */
#pragma once

#include "listing/dossier.h"

G_BEGIN_DECLS

#define ATT_TYPE_ACTOR_FINDER (att_actor_finder_get_type ())
G_DECLARE_FINAL_TYPE (AttActorFinder, att_actor_finder, ATT, ACTOR_FINDER, GObject)

AttActorFinder *att_actor_finder_new  (AttDossier *dossier);
void            att_actor_finder_find (AttActorFinder *self, const char *text);   /* NULL or "": everybody again */

G_END_DECLS
