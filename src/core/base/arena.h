/* arena.h: memory taken in order and given back in reverse.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * For a tree that is built and forgotten piece by piece: taking is a few instructions, and releasing to a mark frees
 * everything taken since at once. Memory goes back to the system only with the arena. One thread at a time.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _AttArena AttArena;
typedef struct { gpointer block; gsize used; } AttArenaMark;

AttArena *att_arena_new  (void);
void      att_arena_free (AttArena *self);

gpointer att_arena_take   (AttArena *self, gsize size);   /* aligned for any pointer; not cleared */
gpointer att_arena_grow   (AttArena *self, gpointer last, gsize keep, gsize size);   /* the piece taken last, made larger; keep: bytes that matter */
void     att_arena_shrink (AttArena *self, gpointer last, gsize size);               /* the piece taken last, made smaller */

AttArenaMark att_arena_mark    (const AttArena *self);
void         att_arena_release (AttArena *self, AttArenaMark mark);

#define att_arena_new0(arena, type) ((type *) memset (att_arena_take ((arena), sizeof (type)), 0, sizeof (type)))

G_END_DECLS
