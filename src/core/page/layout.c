/* layout.c: a page as boxes, and the blocks of text that stand in them.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "page/layout.h"

#include "base/flow.h"
#include "base/text.h"
#include "page/shingles.h"

#include <string.h>

#define MAX_DEPTH 700
#define MIN_PROSE 10         /* words of a block that reads like sentences */
#define MAX_BOX_WORDS 24

/* The walk: which box text falls into now, and the block being filled. */
typedef struct {
  AttLayout *layout;
  AttFlow  flow;
  AttBlock block;
  gboolean open;        /* the block has text */
  guint32  node;        /* text nodes so far */
  guint    links;       /* how many links are around */
  guint    breaks;      /* line breaks since the last letter */
} Walk;

gboolean
att_layout_is_skipped (const GumboNode *node)
{
  if (node->type != GUMBO_NODE_ELEMENT)
    return node->type != GUMBO_NODE_TEXT && node->type != GUMBO_NODE_CDATA && node->type != GUMBO_NODE_WHITESPACE;
  switch (node->v.element.tag) {
    case GUMBO_TAG_SCRIPT: case GUMBO_TAG_STYLE: case GUMBO_TAG_TEMPLATE: case GUMBO_TAG_IFRAME: case GUMBO_TAG_OBJECT: case GUMBO_TAG_EMBED:
    case GUMBO_TAG_NOSCRIPT: case GUMBO_TAG_SVG: case GUMBO_TAG_MATH: case GUMBO_TAG_SELECT: case GUMBO_TAG_TEXTAREA: case GUMBO_TAG_HEAD:
    case GUMBO_TAG_TITLE: case GUMBO_TAG_FRAMESET: case GUMBO_TAG_VIDEO: case GUMBO_TAG_AUDIO: case GUMBO_TAG_CANVAS:
      return TRUE;
    default:
      return FALSE;
  }
}

gboolean
att_layout_is_box (const GumboNode *node)
{
  if (node->type != GUMBO_NODE_ELEMENT)
    return FALSE;
  switch (node->v.element.tag) {
    case GUMBO_TAG_A: case GUMBO_TAG_SPAN: case GUMBO_TAG_B: case GUMBO_TAG_STRONG: case GUMBO_TAG_I: case GUMBO_TAG_EM: case GUMBO_TAG_U: case GUMBO_TAG_S:
    case GUMBO_TAG_SUB: case GUMBO_TAG_SUP: case GUMBO_TAG_SMALL: case GUMBO_TAG_BIG: case GUMBO_TAG_MARK: case GUMBO_TAG_ABBR: case GUMBO_TAG_ACRONYM:
    case GUMBO_TAG_CITE: case GUMBO_TAG_Q: case GUMBO_TAG_TIME: case GUMBO_TAG_CODE: case GUMBO_TAG_KBD: case GUMBO_TAG_SAMP: case GUMBO_TAG_VAR:
    case GUMBO_TAG_TT: case GUMBO_TAG_FONT: case GUMBO_TAG_IMG: case GUMBO_TAG_BR: case GUMBO_TAG_LABEL: case GUMBO_TAG_DEL: case GUMBO_TAG_INS:
    case GUMBO_TAG_STRIKE: case GUMBO_TAG_BDI: case GUMBO_TAG_BDO: case GUMBO_TAG_WBR: case GUMBO_TAG_NOBR: case GUMBO_TAG_DATA: case GUMBO_TAG_DFN:
    case GUMBO_TAG_RUBY: case GUMBO_TAG_RT: case GUMBO_TAG_RP: case GUMBO_TAG_RB: case GUMBO_TAG_SOURCE: case GUMBO_TAG_INPUT:
    case GUMBO_TAG_UNKNOWN:
      return FALSE;
    default:
      return TRUE;
  }
}

static guint32
marks_of (const GumboNode *node)
{
  switch (node->v.element.tag) {
    case GUMBO_TAG_ARTICLE: return ATT_BOX_ARTICLE;
    case GUMBO_TAG_MAIN: return ATT_BOX_MAIN;
    case GUMBO_TAG_ASIDE: return ATT_BOX_ASIDE;
    case GUMBO_TAG_NAV: case GUMBO_TAG_MENU: return ATT_BOX_NAV;
    case GUMBO_TAG_FOOTER: return ATT_BOX_FOOTER;
    case GUMBO_TAG_HEADER: return ATT_BOX_HEADER;
    case GUMBO_TAG_FORM: case GUMBO_TAG_FIELDSET: return ATT_BOX_FORM;
    case GUMBO_TAG_FIGURE: return ATT_BOX_FIGURE;
    case GUMBO_TAG_FIGCAPTION: return ATT_BOX_CAPTION;
    case GUMBO_TAG_UL: case GUMBO_TAG_OL: case GUMBO_TAG_DL: return ATT_BOX_LIST;
    case GUMBO_TAG_TABLE: return ATT_BOX_TABLE;
    case GUMBO_TAG_BLOCKQUOTE: return ATT_BOX_QUOTE;
    case GUMBO_TAG_SECTION: return ATT_BOX_SECTION;
    case GUMBO_TAG_BUTTON: return ATT_BOX_BUTTON;
    default: return 0;
  }
}

static gboolean
is_hidden (const GumboNode *node)
{
  const char *style = att_html_attribute (node, "style"), *aria = att_html_attribute (node, "aria-hidden");
  if (att_html_attribute (node, "hidden") || (aria && strcmp (aria, "true") == 0))
    return TRUE;
  const char *display = style ? strstr (style, "display") : NULL;
  return display && strncmp (display + 7 + strspn (display + 7, " :"), "none", 4) == 0;
}

const char *const att_layout_names[] = { "itemprop", "class", "id", "role", "data-testid", "data-component", "data-type", "data-module", "property", NULL };

void
att_layout_each_word (const char *value, AttWordFunc func, gpointer data)
{
  for (const char *p = value; *p;) {
    const char *start = p;
    guint32 hash = ATT_WORD_SEED;
    gboolean digit = FALSE;
    for (; g_ascii_isalnum (*p) && !(p - start > 1 && g_ascii_isupper (*p) && g_ascii_islower (p[-1])); p++) {
      hash = att_word_step (hash, *p);
      digit |= g_ascii_isdigit (*p);
    }
    if (p - start > 1 && p - start < 24 && !digit)
      func (hash, start, p - start, data);
    p += p == start;
  }
}

typedef struct { AttLayout *layout; AttBox *box; } Taker;

static void
take_word (guint32 hash, const char *word, gsize length, gpointer data)
{
  Taker *taker = data;
  if (taker->box->n_words == MAX_BOX_WORDS)
    return;
  g_array_append_val (taker->layout->words, hash);
  taker->box->n_words++;
}

static void
read_words (AttLayout *layout, AttBox *box)
{
  Taker taker = { layout, box };
  box->word = layout->words->len;
  for (guint i = 0; att_layout_names[i]; i++) {
    const char *value = att_html_attribute (box->node, att_layout_names[i]);
    if (value)
      att_layout_each_word (value, take_word, &taker);
  }
}

static void
close_block (Walk *walk)
{
  AttLayout *layout = walk->layout;
  walk->flow.block = walk->flow.gap = FALSE;
  walk->breaks = 0;
  if (!walk->open)
    return;
  AttBlock *block = &walk->block;
  block->length = layout->text->len - block->start;
  block->end_node = walk->node;
  const char *text = layout->text->str + block->start;
  block->words = 1;
  for (guint i = 0; i < block->length; i++)
    block->words += text[i] == ' ';
  gboolean wide = block->length > block->words * 12;   /* a script without spaces */
  block->token = layout->tokens->len;
  att_words_append (layout->tokens, text, block->length);
  block->n_tokens = layout->tokens->len - block->token;
  block->prose = (block->words >= MIN_PROSE || wide) && block->linked * 2 < block->length;
  for (guint i = block->box;; i = att_layout_box (layout, i)->parent) {
    AttBox *box = &g_array_index (layout->boxes, AttBox, i);
    box->bytes += block->length;
    box->linked += block->linked;
    box->prose += block->prose ? block->length : 0;
    if (i == 0)
      break;
  }
  g_array_append_val (layout->blocks, *block);
  g_string_append_c (layout->text, '\n');
  walk->open = FALSE;
}

static void
read_text (Walk *walk, const GumboNode *node, guint box)
{
  const char *text = node->v.text.text;
  gsize before = walk->layout->text->len, length = strlen (text);
  guint32 number = walk->node++;
  if (!walk->open) {
    gsize space;
    while (*text && (space = att_text_space_at (text)) > 0) {
      text += space;
      length -= space;
    }
    if (length == 0)
      return;
    walk->block = (AttBlock) { .box = box, .start = before, .first_node = number };
    walk->open = TRUE;
  }
  att_flow_text (&walk->flow, text, length);
  if (walk->layout->text->len > before)
    walk->breaks = 0;
  if (walk->links)
    walk->block.linked += walk->layout->text->len - before;
}

static void visit (Walk *walk, const GumboNode *node, guint box, int depth);

static void
visit_children (Walk *walk, const GumboNode *node, guint box, int depth)
{
  for (guint i = 0; i < node->v.element.children.length; i++)
    visit (walk, node->v.element.children.data[i], box, depth + 1);
}

static void
visit_box (Walk *walk, const GumboNode *node, guint parent, int depth)
{
  AttLayout *layout = walk->layout;
  close_block (walk);
  const AttBox *around = layout->boxes->len ? att_layout_box (layout, parent) : NULL;
  AttBox box = { .node = node, .parent = parent, .depth = around ? around->depth + 1 : 0, .first = layout->blocks->len };
  box.marks = (around ? around->marks : 0) | marks_of (node) | (walk->links ? ATT_BOX_LINK : 0) | (is_hidden (node) ? ATT_BOX_HIDDEN : 0);
  read_words (layout, &box);
  guint index = layout->boxes->len;
  if (around && node->v.element.tag == GUMBO_TAG_P)
    g_array_index (layout->boxes, AttBox, parent).paragraphs++;
  g_array_append_val (layout->boxes, box);
  visit_children (walk, node, index, depth);
  close_block (walk);
  g_array_index (layout->boxes, AttBox, index).end = layout->blocks->len;
  if (node->v.element.tag == GUMBO_TAG_H1 && layout->heading == G_MAXUINT32 && layout->blocks->len > box.first)
    layout->heading = box.first;
}

static void
visit (Walk *walk, const GumboNode *node, guint box, int depth)
{
  if (depth > MAX_DEPTH || att_layout_is_skipped (node))
    return;
  if (node->type != GUMBO_NODE_ELEMENT) {
    read_text (walk, node, box);
    return;
  }
  if (att_layout_is_box (node)) {
    visit_box (walk, node, box, depth);
    return;
  }
  gboolean link = node->v.element.tag == GUMBO_TAG_A;
  if (node->v.element.tag == GUMBO_TAG_BR) {
    walk->flow.gap = TRUE;
    if (++walk->breaks == 2)
      close_block (walk);
  }
  walk->links += link;
  visit_children (walk, node, box, depth);
  walk->links -= link;
}

AttLayout *
att_layout_new (const GumboNode *root)
{
  AttLayout *self = g_new0 (AttLayout, 1);
  self->boxes = g_array_sized_new (FALSE, FALSE, sizeof (AttBox), 1024);
  self->blocks = g_array_sized_new (FALSE, FALSE, sizeof (AttBlock), 512);
  self->words = g_array_sized_new (FALSE, FALSE, sizeof (guint32), 4096);
  self->tokens = g_array_sized_new (FALSE, FALSE, sizeof (guint32), 8192);
  self->text = g_string_sized_new (32 * 1024);
  self->heading = G_MAXUINT32;
  Walk walk = { .layout = self, .flow = { .out = self->text } };
  visit_box (&walk, root, 0, 0);
  self->n_nodes = walk.node;
  return self;
}

void
att_layout_free (AttLayout *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->boxes);
  g_array_unref (self->blocks);
  g_array_unref (self->words);
  g_array_unref (self->tokens);
  g_string_free (self->text, TRUE);
  g_free (self);
}
