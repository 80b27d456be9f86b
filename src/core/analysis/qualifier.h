/* qualifier.h: what stands behind the word it belongs to: a people's name, "le porte-parole militaire israélien", and a title.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A people's name does in languages where it is written small there. Called while the voices of a sentence are listed, in their order.
 */
#pragma once

#include "analysis/voice.h"

G_BEGIN_DECLS

/* "Le ministre russe de la Défense", "le club catalan a précisé": the people's name and what follows it go to the voice of the noun before them; where
 * that has none, it is one if it speaks. The last word of all that; ATT_NOBODY: the name stands for itself, "les Israéliens", "los israelíes". */
guint att_qualifier_join (AttVoices *voices, const AttName *name);

/* Where a name ends with the title behind it, 习近平主席: in ideographs that is where it stands. */
guint att_qualifier_title (const AttScan *scan, const AttName *name, guint end);

G_END_DECLS
