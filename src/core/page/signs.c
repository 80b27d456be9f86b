/* signs.c: the words around a block and at its edges.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "page/signs.h"

#define MAX_AROUND 24        /* boxes looked at, outwards */
#define SHORT 15             /* words of a short block */
#define MAX_WHOLE 4
#define MAX_HEADING 3

const char *const att_sign_places[ATT_N_SIGN_PLACES] = { "box", "parent", "near", "far", "page", "first", "first-two", "last", "whole", "opens", "opens-two", "under" };

guint32
att_sign_hash (const AttSign *self)
{
  guint32 hash = 5381 + self->place;
  for (guint i = 0; i < self->n; i++)
    hash = (hash ^ self->words[i]) * 16777619u;
  hash ^= hash >> 15;
  return hash * 2654435761u;
}

static void
add (GArray *signs, AttSignPlace place, const guint32 *words, guint n)
{
  AttSign sign = { place, n, { 0 } };
  for (guint i = place <= ATT_SIGN_PAGE ? signs->len : 0; i > 0; i--) {   /* a word counts once a place */
    const AttSign *other = &g_array_index (signs, AttSign, i - 1);
    if (other->place != place)
      break;
    if (other->words[0] == words[0])
      return;
  }
  for (guint i = 0; i < n; i++)
    sign.words[i] = words[i];
  g_array_append_val (signs, sign);
}

gboolean
att_signs_is_heading (const AttLayout *layout, guint block)
{
  switch (att_layout_box (layout, att_layout_block (layout, block)->box)->node->v.element.tag) {
    case GUMBO_TAG_H1: case GUMBO_TAG_H2: case GUMBO_TAG_H3: case GUMBO_TAG_H4: case GUMBO_TAG_H5: case GUMBO_TAG_H6:
      return TRUE;
    default:
      return FALSE;
  }
}

static void
add_text (const AttLayout *layout, const AttBlock *block, GArray *signs)
{
  const guint32 *tokens = &g_array_index (layout->tokens, guint32, block->token);
  guint n = block->n_tokens;
  if (n == 0)
    return;
  gboolean small = n <= SHORT;
  add (signs, small ? ATT_SIGN_FIRST : ATT_SIGN_OPENS, tokens, 1);
  add (signs, small ? ATT_SIGN_FIRST_TWO : ATT_SIGN_OPENS_TWO, tokens, MIN (n, 2));
  if (small)
    add (signs, ATT_SIGN_LAST, tokens + n - 1, 1);
  if (n <= MAX_WHOLE)
    add (signs, ATT_SIGN_WHOLE, tokens, n);
}

void
att_signs_of (const AttLayout *layout, guint index, guint under, GArray *signs)
{
  const AttBlock *block = att_layout_block (layout, index);
  guint at = block->box;
  for (guint up = 0; up < MAX_AROUND; up++) {
    const AttBox *box = att_layout_box (layout, at);
    AttSignPlace place = up == 0 ? ATT_SIGN_BOX : up == 1 ? ATT_SIGN_PARENT : up <= 3 ? ATT_SIGN_NEAR : up <= 6 ? ATT_SIGN_FAR : ATT_SIGN_PAGE;
    for (guint i = 0; i < box->n_words; i++)
      add (signs, place, &g_array_index (layout->words, guint32, box->word + i), 1);
    if (at == 0)
      break;
    at = box->parent;
  }
  add_text (layout, block, signs);
  if (under == G_MAXUINT || under == index)
    return;
  const AttBlock *heading = att_layout_block (layout, under);
  for (guint i = 0; i < MIN (heading->n_tokens, MAX_HEADING); i++)
    add (signs, ATT_SIGN_UNDER, &g_array_index (layout->tokens, guint32, heading->token + i), 1);
}
