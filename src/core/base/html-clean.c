/* html-clean.c: gumbo's tree → safe HTML.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "base/html.h"

#include "base/html-private.h"
#include "base/text.h"
#include "base/url.h"

#include <string.h>

static gboolean
is_kept (GumboTag tag)
{
  switch (tag) {
    case GUMBO_TAG_P: case GUMBO_TAG_DIV: case GUMBO_TAG_SPAN: case GUMBO_TAG_BR: case GUMBO_TAG_HR:
    case GUMBO_TAG_H1: case GUMBO_TAG_H2: case GUMBO_TAG_H3: case GUMBO_TAG_H4: case GUMBO_TAG_H5: case GUMBO_TAG_H6:
    case GUMBO_TAG_UL: case GUMBO_TAG_OL: case GUMBO_TAG_LI: case GUMBO_TAG_DL: case GUMBO_TAG_DT: case GUMBO_TAG_DD:
    case GUMBO_TAG_BLOCKQUOTE: case GUMBO_TAG_PRE: case GUMBO_TAG_CODE: case GUMBO_TAG_TABLE: case GUMBO_TAG_THEAD:
    case GUMBO_TAG_TBODY: case GUMBO_TAG_TFOOT: case GUMBO_TAG_TR: case GUMBO_TAG_TD: case GUMBO_TAG_TH: case GUMBO_TAG_CAPTION:
    case GUMBO_TAG_A: case GUMBO_TAG_EM: case GUMBO_TAG_STRONG: case GUMBO_TAG_B: case GUMBO_TAG_I: case GUMBO_TAG_U:
    case GUMBO_TAG_S: case GUMBO_TAG_DEL: case GUMBO_TAG_INS: case GUMBO_TAG_SUB: case GUMBO_TAG_SUP: case GUMBO_TAG_SMALL:
    case GUMBO_TAG_Q: case GUMBO_TAG_CITE: case GUMBO_TAG_ABBR: case GUMBO_TAG_ACRONYM: case GUMBO_TAG_IMG:
    case GUMBO_TAG_FIGURE: case GUMBO_TAG_FIGCAPTION: case GUMBO_TAG_TT: case GUMBO_TAG_BIG: case GUMBO_TAG_ADDRESS:
    case GUMBO_TAG_CENTER: case GUMBO_TAG_STRIKE: case GUMBO_TAG_KBD: case GUMBO_TAG_SAMP: case GUMBO_TAG_VAR: case GUMBO_TAG_MARK:
      return TRUE;
    default:
      return FALSE;
  }
}

void
att_html_append_link (GString *out, const char *attribute, const char *value, const char *base)
{
  if (value == NULL)
    return;
  g_autofree char *whole = att_url_is_whole (value) ? NULL : att_url_resolve (base, value);
  const char *url = whole ? whole : value;
  if (whole && (!att_url_is_safe (value) || !att_url_is_safe (whole)))   /* neither it nor its base may be anything else */
    return;
  g_autofree char *plain = strchr (url, '?') ? att_url_without_trackers (url) : NULL;
  att_html_append_word (out, attribute, plain ? plain : url);
}

void
att_html_append_word (GString *out, const char *attribute, const char *value)
{
  if (value == NULL)
    return;
  g_string_append_c (out, ' ');
  att_text_put (out, attribute, strlen (attribute));
  att_text_put (out, "=\"", 2);
  att_text_append_escaped (out, value, -1);
  g_string_append_c (out, '"');
}

gboolean
att_html_is_pixel (const char *width, const char *height)
{
  return (width && g_ascii_isdigit (*width) && g_ascii_strtoll (width, NULL, 10) <= 1)
         || (height && g_ascii_isdigit (*height) && g_ascii_strtoll (height, NULL, 10) <= 1);
}

gboolean
att_html_shows (const char *src, const char *alt)
{
  return src ? att_url_is_safe (src) : att_text_has (alt);   /* one that lost its address still says what it showed */
}

static gboolean
is_picture (const GumboNode *node)
{
  return !att_html_is_pixel (att_html_attribute (node, "width"), att_html_attribute (node, "height"))
         && att_html_shows (att_html_attribute (node, "src"), att_html_attribute (node, "alt"));
}

static void rebuild (const GumboNode *node, GString *out, const char *base, int depth);

static void
rebuild_element (const GumboNode *node, GString *out, const char *base, int depth)
{
  GumboTag tag = node->v.element.tag;
  const char *name = gumbo_normalized_tagname (tag);
  gboolean kept = is_kept (tag) && (tag != GUMBO_TAG_IMG || is_picture (node));
  if (kept) {
    g_string_append_c (out, '<');
    g_string_append (out, name);
    if (tag == GUMBO_TAG_A)
      att_html_append_link (out, "href", att_html_attribute (node, "href"), base);
    if (tag == GUMBO_TAG_BLOCKQUOTE || tag == GUMBO_TAG_Q || tag == GUMBO_TAG_DEL || tag == GUMBO_TAG_INS)
      att_html_append_link (out, "cite", att_html_attribute (node, "cite"), base);
    if (tag == GUMBO_TAG_IMG) {
      att_html_append_link (out, "src", att_html_attribute (node, "src"), base);
      att_html_append_word (out, "alt", att_html_attribute (node, "alt"));
    }
    g_string_append_c (out, '>');
  }
  for (guint i = 0; i < node->v.element.children.length; i++)
    rebuild (node->v.element.children.data[i], out, base, depth + 1);
  if (kept && tag != GUMBO_TAG_BR && tag != GUMBO_TAG_HR && tag != GUMBO_TAG_IMG)
    g_string_append_printf (out, "</%s>", name);
}

static void
rebuild (const GumboNode *node, GString *out, const char *base, int depth)
{
  switch (node->type) {
    case GUMBO_NODE_TEXT: case GUMBO_NODE_CDATA: case GUMBO_NODE_WHITESPACE:
      att_text_append_escaped (out, node->v.text.text, -1);
      break;
    case GUMBO_NODE_ELEMENT:
      if (depth < ATT_HTML_MAX_WALK && !att_html_is_dropped (node->v.element.tag))
        rebuild_element (node, out, base, depth);
      break;
    default:
      break;
  }
}

char *
att_html_node_clean (const GumboNode *node, const char *base)
{
  GString *out = g_string_new (NULL);
  const GumboVector *children = &node->v.element.children;
  for (guint i = 0; i < children->length; i++)
    rebuild (children->data[i], out, base, 0);
  return att_html_sound (g_string_free (out, FALSE));
}

/* An iframe holds text for programs without frames (WHATWG HTML §4.8.5), as we are one: its tags go, what is between stays. */
static char *
without_frames (const char *html)
{
  static const char *const TAGS[] = { "<iframe", "</iframe" };
  const char *last = strrchr (html, '>');   /* behind it nothing ends a tag */
  GString *out = g_string_sized_new (strlen (html));
  for (const char *p = html; *p;) {
    gboolean frame = FALSE;
    for (guint i = 0; i < G_N_ELEMENTS (TAGS) && last && p < last; i++)
      frame |= g_ascii_strncasecmp (p, TAGS[i], strlen (TAGS[i])) == 0 && !g_ascii_isalnum (p[strlen (TAGS[i])]);
    if (frame) {
      p = strchr (p, '>') + 1;
      continue;
    }
    gsize n = 1 + strcspn (p + 1, "<");
    g_string_append_len (out, p, n);
    p += n;
  }
  return g_string_free (out, FALSE);
}

static char *
clean_tree (const char *html, const char *base, AttWords *words)
{
  g_autofree char *from = without_frames (html);
  g_autoptr (AttHtml) doc = att_html_parse (from, strlen (from), TRUE);
  if (doc == NULL) {
    g_autofree char *stripped = att_html_strip (from);
    char *escaped = att_text_escape (stripped);
    if (words)
      words->text = g_steal_pointer (&stripped);
    return escaped;
  }
  if (words)
    *words = att_html_node_words (doc->root);
  return att_html_node_clean (doc->root, base);
}

/* Each thread's sheets to write on: a feed has thousands of fields, and none is known in length before it is done. */
typedef struct { GString *markup, *words, *shapes; } Sheets;

#define MAX_KEPT (256 * 1024)   /* bytes; a longer sheet is not kept for the next */

static void
sheets_free (gpointer data)
{
  Sheets *sheets = data;
  g_string_free (sheets->markup, TRUE);
  g_string_free (sheets->words, TRUE);
  g_string_free (sheets->shapes, TRUE);
  g_free (sheets);
}

static GPrivate thread_sheets = G_PRIVATE_INIT (sheets_free);

static Sheets *
take_sheets (gsize room)
{
  Sheets *sheets = g_private_get (&thread_sheets);
  if (sheets == NULL || MAX (sheets->markup->allocated_len, sheets->words->allocated_len) > MAX_KEPT) {
    sheets = g_new (Sheets, 1);
    *sheets = (Sheets) { g_string_sized_new (room), g_string_sized_new (room), g_string_new (NULL) };
    g_private_replace (&thread_sheets, sheets);
  }
  g_string_truncate (sheets->markup, 0);
  g_string_truncate (sheets->words, 0);
  g_string_truncate (sheets->shapes, 0);
  return sheets;
}

char *
att_html_clean (const char *html, const char *base, AttWords *words)
{
  if (words)
    *words = (AttWords) { NULL, NULL };
  if (html == NULL)
    return NULL;
  g_autofree char *modern = att_text_modern (html);
  if (modern)
    html = modern;
  Sheets *sheets = take_sheets (4096);
  AttFlow flow = { .out = sheets->words, .shapes = sheets->shapes };
  if (!att_html_tame (html, base, sheets->markup, &flow))
    return clean_tree (html, base, words);
  if (words)
    *words = (AttWords) { g_memdup2 (sheets->words->str, sheets->words->len + 1), att_words_shapes (sheets->shapes->str) };
  return g_memdup2 (sheets->markup->str, sheets->markup->len + 1);
}
