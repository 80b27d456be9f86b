/* layout.h: a page as boxes, and the blocks of text that stand in them.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * A box is an element that stands by itself (a paragraph, a list item, a section); a block is text of one box with no
 * other box between. Both are listed in the order of the page. Scripts, styles, frames and the head are left out. What
 * surrounds a box is known by bits. Linear in the page. One page, one thread; the tree must outlive it.
 */
#pragma once

#include "base/html.h"

G_BEGIN_DECLS

typedef enum {
  ATT_BOX_ARTICLE = 1 << 0,
  ATT_BOX_MAIN    = 1 << 1,
  ATT_BOX_ASIDE   = 1 << 2,
  ATT_BOX_NAV     = 1 << 3,
  ATT_BOX_FOOTER  = 1 << 4,
  ATT_BOX_HEADER  = 1 << 5,
  ATT_BOX_FORM    = 1 << 6,
  ATT_BOX_FIGURE  = 1 << 7,
  ATT_BOX_CAPTION = 1 << 8,
  ATT_BOX_LIST    = 1 << 9,
  ATT_BOX_TABLE   = 1 << 10,
  ATT_BOX_QUOTE   = 1 << 11,
  ATT_BOX_SECTION = 1 << 12,
  ATT_BOX_LINK    = 1 << 13,   /* all of it is one link */
  ATT_BOX_BUTTON  = 1 << 14,
  ATT_BOX_HIDDEN  = 1 << 15,   /* not shown before a script runs */
} AttBoxMarks;

typedef struct {
  const GumboNode *node;
  guint32 parent;            /* index of the box around it; the first is its own */
  guint32 marks;             /* AttBoxMarks, of it and of all around it */
  guint32 first, end;        /* the blocks inside */
  guint32 bytes, linked;     /* of text inside; of it within links */
  guint32 prose;             /* bytes of blocks inside that read like sentences */
  guint32 word, n_words;     /* words of its class, id and roles: hashes, in words */
  guint16 depth, paragraphs; /* paragraphs: boxes right inside that are one */
} AttBox;

typedef struct {
  guint32 box;
  guint32 start, length;         /* bytes of text */
  guint32 first_node, end_node;  /* its text nodes, as they are counted from the root */
  guint32 linked;                /* bytes within links */
  guint32 words;
  guint32 token, n_tokens;       /* its words without their case and punctuation: hashes, in tokens */
  gboolean prose;                /* long enough, with few links */
} AttBlock;

typedef struct {
  GArray  *boxes, *blocks;   /* of AttBox, AttBlock */
  GArray  *words, *tokens;   /* of guint32 */
  GString *text;
  guint32  n_nodes;          /* text nodes */
  guint32  heading;          /* the first block of the first h1; G_MAXUINT32: there is none */
} AttLayout;

AttLayout *att_layout_new  (const GumboNode *root);
void       att_layout_free (AttLayout *self);

/* The words of a class or the like, "article-body__text", "articleBody": article, body, text. One with a digit was made by
 * a machine and tells nothing. */
typedef void (*AttWordFunc) (guint32 hash, const char *word, gsize length, gpointer data);
void     att_layout_each_word  (const char *value, AttWordFunc func, gpointer data);

extern const char *const att_layout_names[];   /* the attributes whose words count; NULL at the end */

gboolean att_layout_is_box     (const GumboNode *node);
gboolean att_layout_is_skipped (const GumboNode *node);   /* nothing of it is read, its text nodes are not counted */

static inline const AttBox *
att_layout_box (const AttLayout *self, guint i)
{
  return &g_array_index (self->boxes, AttBox, i);
}

static inline const AttBlock *
att_layout_block (const AttLayout *self, guint i)
{
  return &g_array_index (self->blocks, AttBlock, i);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AttLayout, att_layout_free)

G_END_DECLS
