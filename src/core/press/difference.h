/* difference.h: what changed between two wordings, word by word.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Myers, An O(ND) Difference Algorithm and Its Variations (1986), over words; where the texts have little in common (more
 * than a thousand words differ) the whole middle counts as replaced, so that time and memory stay bounded. Pure; any thread.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum { ATT_PIECE_SAME, ATT_PIECE_GONE, ATT_PIECE_NEW } AttPieceKind;

typedef struct {
  AttPieceKind kind;
  guint start, end;      /* bytes: of the earlier text where it is gone, of the later one otherwise */
} AttPiece;

/* Of AttPiece, in the order of reading; what is gone before what is new. NULL is no text. */
GArray *att_difference (const char *earlier, const char *later);

/* How many sentences a difference touches: those changed, those gone, those that are new. */
guint   att_difference_sentences (const GArray *pieces, const char *earlier, const char *later);

G_END_DECLS
