/* qualifier.h: a people's name that only qualifies the noun before it: "le porte-parole militaire israélien".
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * In languages where what qualifies a noun stands behind it and is written small. Called while the voices of a sentence are listed, in their order.
 */
#pragma once

#include "analysis/voice.h"

G_BEGIN_DECLS

/* "Le ministre russe de la Défense", "le club catalan a précisé": the people's name and what follows it go to the voice of the noun before them; where
 * that has none, it is one if it speaks. The last word of all that; ATT_NOBODY: the name stands for itself, "les Israéliens", "los israelíes". */
guint att_qualifier_join (AttVoices *voices, const AttName *name);

G_END_DECLS
