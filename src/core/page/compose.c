/* compose.c: the chosen blocks of a page, set as an article.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "page/compose.h"

#include "base/html-private.h"
#include "base/text.h"
#include "base/url.h"

#include <string.h>

#define MAX_DEPTH 700
#define MAX_PICTURES 60

typedef struct {
  GString *out;
  const char *base;
  const guint8 *nodes;   /* of each text node: whether it is of a chosen block */
  guint32 node;          /* the next one */
  guint32 first, last;   /* the first and last that are */
  gboolean paragraph;    /* one of ours is open */
  const AttLayout *layout;
  const guint8 *chosen;
  guint block, n_blocks; /* the next block, and how many of those before it are of the article */
  GPtrArray *pictures;   /* of AttPicture *, to be filled */
} Composer;

char *
att_compose_text (const AttLayout *layout, const guint8 *chosen)
{
  GString *out = g_string_new (NULL);
  for (guint i = 0; i < layout->blocks->len; i++) {
    const AttBlock *block = att_layout_block (layout, i);
    if (!chosen[i])
      continue;
    if (out->len)
      g_string_append (out, "\n\n");
    g_string_append_len (out, layout->text->str + block->start, block->length);
  }
  return att_html_sound (g_string_free (out, FALSE));
}

static char
shape_of (const AttBox *box)
{
  switch (box->node->v.element.tag) {
    case GUMBO_TAG_H1: case GUMBO_TAG_H2: case GUMBO_TAG_H3: case GUMBO_TAG_H4: case GUMBO_TAG_H5: case GUMBO_TAG_H6: return 'h';
    case GUMBO_TAG_PRE: return 'c';
    default: break;
  }
  return box->marks & (ATT_BOX_CAPTION | ATT_BOX_FIGURE) ? 'f' : box->marks & ATT_BOX_TABLE ? 't' : box->marks & ATT_BOX_LIST ? 'l' : box->marks & ATT_BOX_QUOTE ? 'q' : 'p';
}

char *
att_compose_shapes (const AttLayout *layout, const guint8 *chosen)
{
  GString *out = g_string_new (NULL);
  for (guint i = 0; i < layout->blocks->len; i++)
    if (chosen[i])
      g_string_append_c (out, shape_of (att_layout_box (layout, att_layout_block (layout, i)->box)));
  return g_string_free (out, FALSE);
}

/* What an element is called in the article; NULL: only what is inside counts. */
static const char *
name_of (GumboTag tag)
{
  switch (tag) {
    case GUMBO_TAG_H1: return "h2";
    case GUMBO_TAG_B: return "strong";
    case GUMBO_TAG_I: return "em";
    case GUMBO_TAG_P: case GUMBO_TAG_H2: case GUMBO_TAG_H3: case GUMBO_TAG_H4: case GUMBO_TAG_H5: case GUMBO_TAG_H6: case GUMBO_TAG_UL: case GUMBO_TAG_OL:
    case GUMBO_TAG_LI: case GUMBO_TAG_DL: case GUMBO_TAG_DT: case GUMBO_TAG_DD: case GUMBO_TAG_BLOCKQUOTE: case GUMBO_TAG_PRE: case GUMBO_TAG_TABLE:
    case GUMBO_TAG_THEAD: case GUMBO_TAG_TBODY: case GUMBO_TAG_TR: case GUMBO_TAG_TD: case GUMBO_TAG_TH: case GUMBO_TAG_CAPTION: case GUMBO_TAG_FIGURE:
    case GUMBO_TAG_FIGCAPTION: case GUMBO_TAG_A: case GUMBO_TAG_STRONG: case GUMBO_TAG_EM: case GUMBO_TAG_CODE: case GUMBO_TAG_SUB: case GUMBO_TAG_SUP:
    case GUMBO_TAG_Q: case GUMBO_TAG_CITE: case GUMBO_TAG_DEL: case GUMBO_TAG_INS: case GUMBO_TAG_KBD: case GUMBO_TAG_MARK:
      return gumbo_normalized_tagname (tag);
    default:
      return NULL;
  }
}

/* An element that may hold letters without a paragraph around them. */
static gboolean
holds_letters (GumboTag tag)
{
  switch (tag) {
    case GUMBO_TAG_P: case GUMBO_TAG_H1: case GUMBO_TAG_H2: case GUMBO_TAG_H3: case GUMBO_TAG_H4: case GUMBO_TAG_H5: case GUMBO_TAG_H6: case GUMBO_TAG_LI:
    case GUMBO_TAG_DT: case GUMBO_TAG_DD: case GUMBO_TAG_PRE: case GUMBO_TAG_TD: case GUMBO_TAG_TH: case GUMBO_TAG_CAPTION: case GUMBO_TAG_FIGCAPTION:
      return TRUE;
    default:
      return FALSE;
  }
}

static void
open_paragraph (Composer *c, gboolean letters)
{
  if (letters || c->paragraph)
    return;
  g_string_append (c->out, "<p>");
  c->paragraph = TRUE;
}

static void
close_paragraph (Composer *c)
{
  if (c->paragraph)
    g_string_append (c->out, "</p>");
  c->paragraph = FALSE;
}

/* Which paragraph of the text comes next. */
static guint
next_paragraph (Composer *c)
{
  for (; c->block < c->layout->blocks->len && att_layout_block (c->layout, c->block)->first_node < c->node; c->block++)
    c->n_blocks += c->chosen[c->block];
  return c->n_blocks;
}

static void
note_picture (Composer *c, const char *src, const char *alt)
{
  g_autofree char *url = att_url_resolve (c->base, src);
  if (att_url_is_http (url) && c->pictures->len < MAX_PICTURES)
    att_pictures_add (c->pictures, next_paragraph (c), url, alt);
}

/* Of "a.jpg 480w, b.jpg 960w" the widest, without its comma. */
static char *
widest_of (const char *srcset)
{
  const char *best = NULL;
  gsize length = 0;
  double most = -1;
  for (const char *p = srcset; *p;) {
    p += strspn (p, " \t\r\n,");
    gsize n = strcspn (p, " \t\r\n");
    const char *size = p + n + strspn (p + n, " \t\r\n");
    double wide = g_ascii_strtod (size, NULL);
    if (n > 0 && wide > most) {
      most = wide;
      best = p;
      length = p[n - 1] == ',' ? n - 1 : n;
    }
    p = n > 0 && p[n - 1] == ',' ? p + n : size + strcspn (size, ",");
  }
  return best ? g_strndup (best, length) : NULL;
}

/* An address of a picture, and not a stand-in until it is loaded, or a pattern for a script. */
static gboolean
is_address (const char *src)
{
  return src && *src && !g_str_has_prefix (src, "data:") && !strchr (src, '{');
}

/* Where a picture is: pages that load theirs late say so in attributes of their own. NULL: nowhere. */
static char *
source_of (const GumboNode *node)
{
  static const char *const LATE[] = { "data-src", "data-lazy-src", "data-original", "data-orig-file" }, *const SETS[] = { "data-srcset", "data-lazy-srcset", "srcset" };
  for (guint i = 0; i < G_N_ELEMENTS (LATE); i++)
    if (is_address (att_html_attribute (node, LATE[i])))
      return g_strdup (att_html_attribute (node, LATE[i]));
  if (is_address (att_html_attribute (node, "src")))
    return g_strdup (att_html_attribute (node, "src"));
  for (guint i = 0; i < G_N_ELEMENTS (SETS); i++) {
    const char *set = att_html_attribute (node, SETS[i]);
    g_autofree char *widest = set ? widest_of (set) : NULL;
    if (is_address (widest))
      return g_steal_pointer (&widest);
  }
  return NULL;
}

/* A picture between the first and the last words of the article. */
static void
compose_picture (Composer *c, const GumboNode *node)
{
  g_autofree char *src = source_of (node);
  gboolean inside = c->node > c->first && c->node <= c->last;
  if (!inside || src == NULL || !att_html_shows (src, NULL) || att_html_is_pixel (att_html_attribute (node, "width"), att_html_attribute (node, "height")))
    return;
  g_string_append (c->out, "<img");
  att_html_append_link (c->out, "src", src, c->base);
  att_html_append_word (c->out, "alt", att_html_attribute (node, "alt"));
  note_picture (c, src, att_html_attribute (node, "alt"));
  g_string_append_c (c->out, '>');
}

static void compose (Composer *c, const GumboNode *node, gboolean letters, int depth);

static void
compose_children (Composer *c, const GumboNode *node, gboolean letters, int depth)
{
  for (guint i = 0; i < node->v.element.children.length; i++)
    compose (c, node->v.element.children.data[i], letters, depth + 1);
}

static void
compose_box (Composer *c, const GumboNode *node, gboolean letters, int depth)
{
  GumboTag tag = node->v.element.tag;
  const char *name = name_of (tag);
  close_paragraph (c);
  gsize before = c->out->len;
  if (name)
    g_string_append_printf (c->out, "<%s>", name);
  gsize start = c->out->len;
  gboolean inside = holds_letters (tag) || (letters && name == NULL);
  compose_children (c, node, inside, depth);
  if (!inside)
    close_paragraph (c);
  if (c->out->len == start)
    g_string_truncate (c->out, before);
  else if (name)
    g_string_append_printf (c->out, "</%s>", name);
  else if (letters)
    g_string_append_c (c->out, ' ');   /* two boxes in one list item */
}

static void
compose_inline (Composer *c, const GumboNode *node, gboolean letters, int depth)
{
  GumboTag tag = node->v.element.tag;
  const char *name = name_of (tag);
  if (tag == GUMBO_TAG_IMG) {
    compose_picture (c, node);
    return;
  }
  if (tag == GUMBO_TAG_BR && c->node > c->first && c->node <= c->last && c->out->len) {
    g_string_append (c->out, "<br>");
    return;
  }
  gsize before = c->out->len;
  gboolean was = c->paragraph;
  if (name) {
    open_paragraph (c, letters);
    g_string_append_printf (c->out, "<%s", name);
    if (tag == GUMBO_TAG_A)
      att_html_append_link (c->out, "href", att_html_attribute (node, "href"), c->base);
    g_string_append_c (c->out, '>');
  }
  gsize start = c->out->len;
  compose_children (c, node, letters || name != NULL, depth);
  if (c->out->len == start) {
    g_string_truncate (c->out, before);
    c->paragraph = was;
  } else if (name)
    g_string_append_printf (c->out, "</%s>", name);
}

static void
compose (Composer *c, const GumboNode *node, gboolean letters, int depth)
{
  if (depth > MAX_DEPTH || att_layout_is_skipped (node))
    return;
  if (node->type != GUMBO_NODE_ELEMENT) {
    if (c->nodes[c->node++]) {
      open_paragraph (c, letters);
      att_text_append_escaped (c->out, node->v.text.text, -1);
    }
    return;
  }
  if (att_layout_is_box (node))
    compose_box (c, node, letters, depth);
  else
    compose_inline (c, node, letters, depth);
}

char *
att_compose_html (const AttLayout *layout, const guint8 *chosen, const char *base, GPtrArray *pictures)
{
  guint32 first = G_MAXUINT32, last = 0;
  g_autofree guint8 *nodes = g_new0 (guint8, layout->n_nodes + 1);
  for (guint i = 0; i < layout->blocks->len; i++) {
    const AttBlock *block = att_layout_block (layout, i);
    if (!chosen[i])
      continue;
    memset (nodes + block->first_node, 1, block->end_node - block->first_node);
    first = MIN (first, block->first_node);
    last = block->end_node;
  }
  Composer c = { .out = g_string_new (NULL), .base = base, .nodes = nodes, .first = first, .last = last, .layout = layout, .chosen = chosen, .pictures = pictures };
  compose (&c, att_layout_box (layout, 0)->node, FALSE, 0);
  close_paragraph (&c);
  return att_html_sound (g_string_free (c.out, FALSE));
}
