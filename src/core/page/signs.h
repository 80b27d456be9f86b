/* signs.h: the words around a block and at its edges that tell whether it is the article's.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Class names, ids and roles of the boxes it stands in, by how far away they are; how a short block begins and ends ("Read
 * more"), how a long one begins; the heading it stands under. One thread.
 */
#pragma once

#include "page/layout.h"

G_BEGIN_DECLS

#define ATT_SIGN_WORDS 4

typedef enum {
  ATT_SIGN_BOX, ATT_SIGN_PARENT, ATT_SIGN_NEAR, ATT_SIGN_FAR, ATT_SIGN_PAGE,   /* a word of its box, of the one around, of the next two, the next three, beyond */
  ATT_SIGN_FIRST, ATT_SIGN_FIRST_TWO, ATT_SIGN_LAST, ATT_SIGN_WHOLE,           /* of a short block */
  ATT_SIGN_OPENS, ATT_SIGN_OPENS_TWO,                                          /* of a long one */
  ATT_SIGN_UNDER,                                                              /* a word of the heading before it */
  ATT_N_SIGN_PLACES
} AttSignPlace;

typedef struct { guint32 place, n, words[ATT_SIGN_WORDS]; } AttSign;   /* words: hashes as in shingles.h */

extern const char *const att_sign_places[ATT_N_SIGN_PLACES];   /* as the table has them */

guint32 att_sign_hash (const AttSign *self);

/* Puts the signs of a block into an array of AttSign; under: the heading before it, G_MAXUINT: none. */
void    att_signs_of  (const AttLayout *layout, guint block, guint under, GArray *signs);

gboolean att_signs_is_heading (const AttLayout *layout, guint block);

G_END_DECLS
