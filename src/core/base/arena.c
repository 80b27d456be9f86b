/* arena.c: memory taken in order and given back in reverse.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "base/arena.h"

#include <string.h>

#define BLOCK_SIZE (64 * 1024)

typedef struct _Block Block;
struct _Block {
  Block *next;
  gsize  size;
  char   bytes[] __attribute__ ((aligned (16)));
};

struct _AttArena {
  Block *first, *current;
  gsize  used;   /* of current */
};

static Block *
block_new (gsize size, Block *next)
{
  Block *block = g_malloc (sizeof (Block) + size);
  block->next = next;
  block->size = size;
  return block;
}

AttArena *
att_arena_new (void)
{
  AttArena *self = g_new0 (AttArena, 1);
  self->first = self->current = block_new (BLOCK_SIZE, NULL);
  return self;
}

void
att_arena_free (AttArena *self)
{
  for (Block *block = self->first, *next; block; block = next) {
    next = block->next;
    g_free (block);
  }
  g_free (self);
}

static gsize
rounded (gsize size)
{
  return (size + 15) & ~(gsize) 15;
}

gpointer
att_arena_take (AttArena *self, gsize size)
{
  gsize need = rounded (size);
  while (self->used + need > self->current->size) {
    Block *next = self->current->next;
    if (next == NULL || next->size < need)
      self->current->next = next = block_new (MAX (need, BLOCK_SIZE), next);
    self->current = next;
    self->used = 0;
  }
  gpointer piece = self->current->bytes + self->used;
  self->used += need;
  return piece;
}

gpointer
att_arena_grow (AttArena *self, gpointer last, gsize keep, gsize size)
{
  gsize at = (char *) last - self->current->bytes;
  if (at + rounded (size) <= self->current->size) {
    self->used = at + rounded (size);
    return last;
  }
  self->used = at;
  return memcpy (att_arena_take (self, size), last, keep);
}

void
att_arena_shrink (AttArena *self, gpointer last, gsize size)
{
  self->used = (char *) last - self->current->bytes + rounded (size);
}

AttArenaMark
att_arena_mark (const AttArena *self)
{
  return (AttArenaMark) { self->current, self->used };
}

void
att_arena_release (AttArena *self, AttArenaMark mark)
{
  self->current = mark.block;
  self->used = mark.used;
}
