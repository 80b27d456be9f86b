/* html.c: HTML in, safe HTML or plain paragraphs out.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "base/html.h"

#include "base/text.h"
#include "base/url.h"

#include <string.h>

#define MAX_BYTES (8 * 1024 * 1024)
#define MAX_DEPTH 500
#define MAX_ATTRIBUTES 400
#define MAX_WALK 700

static gboolean
ends_block_itself (const char *p)   /* tags that never nest */
{
  static const char *const VOID[] = { "br", "hr", "img", "meta", "link", "input", "p", "li", "wbr", "source", "col" };
  for (guint i = 0; i < G_N_ELEMENTS (VOID); i++) {
    gsize n = strlen (VOID[i]);
    if (g_ascii_strncasecmp (p, VOID[i], n) == 0 && !g_ascii_isalnum (p[n]))
      return TRUE;
  }
  return FALSE;
}

/* The last byte of what is not markup though it begins like a tag: a comment, a script ("a<b"), a style sheet. NULL if p opens none. */
static const char *
end_of_raw_text (const char *p, const char *end)
{
  static const struct { const char *open, *close; } RAW[] = {
    { "<!--", "-->" }, { "<script", "</script" }, { "<style", "</style" }, { "<textarea", "</textarea" } };
  for (guint i = 0; i < G_N_ELEMENTS (RAW); i++) {
    gsize n = strlen (RAW[i].close);
    if (g_ascii_strncasecmp (p, RAW[i].open, strlen (RAW[i].open)) != 0)
      continue;
    for (p += strlen (RAW[i].open); p < end; p++)
      if (*p == *RAW[i].close && g_ascii_strncasecmp (p, RAW[i].close, n) == 0)
        return p + n - 1;
    return end;
  }
  return NULL;
}

/* Past one attribute as HTML's tokenizer takes it (WHATWG HTML §13.2.5.32 to 39), but never over a '<' outside quotes:
 * is_bearable looks at each of them, and this keeps that linear. */
static const char *
after_attribute (const char *p, const char *end)
{
  const char *q = p + 1;   /* a name may begin with anything, even '=' */
  q += strcspn (q, " \t\n\f\r/>=<");
  const char *value = q + strspn (q, " \t\n\f\r");
  if (*value != '=')
    return q;
  value++;
  value += strspn (value, " \t\n\f\r");
  if (*value == '"' || *value == '\'') {
    const char *close = memchr (value + 1, *value, end - value - 1);
    return close ? close + 1 : end;
  }
  return value + strcspn (value, " \t\n\f\r><");
}

/* Whether gumbo would take it in linear time: a running count of open tags, and of attributes in each. */
static gboolean
is_bearable (const char *html, gsize length)
{
  int depth = 0;
  if (length > MAX_BYTES)
    return FALSE;
  for (const char *p = html, *end = html + length; p < end; p++) {
    if (*p != '<')
      continue;
    const char *raw = end_of_raw_text (p, end);
    if (raw) {
      p = raw;
      continue;
    }
    if (p[1] == '/') {
      depth -= depth > 0;
      continue;
    }
    if (!g_ascii_isalpha (p[1]))
      continue;
    depth += !ends_block_itself (p + 1);
    int attributes = 0;
    const char *q = p + 1 + strcspn (p + 1, " \t\n\f\r/><");
    while (q < end && *q != '>' && *q != '<' && attributes <= MAX_ATTRIBUTES)
      if (*q == '/' || g_ascii_isspace (*q))
        q++;
      else {
        q = after_attribute (q, end);
        attributes++;
      }
    if (q < end && *q == '>' && q[-1] == '/')
      depth -= depth > 0;
    if (depth > MAX_DEPTH || attributes > MAX_ATTRIBUTES)
      return FALSE;
  }
  return TRUE;
}

AttHtml *
att_html_parse (const char *html, gsize length, gboolean fragment)
{
  if (!is_bearable (html, length))
    return NULL;
  GumboOptions options = kGumboDefaultOptions;
  options.max_errors = 0;
  if (fragment)
    options.fragment_context = GUMBO_TAG_DIV;
  return gumbo_parse_with_options (&options, html, length);
}

void
att_html_free (AttHtml *self)
{
  gumbo_destroy_output (&kGumboDefaultOptions, self);
}

const char *
att_html_attribute (const GumboNode *node, const char *name)
{
  if (node->type != GUMBO_NODE_ELEMENT)
    return NULL;
  const GumboAttribute *a = gumbo_get_attribute (&node->v.element.attributes, name);
  return a ? a->value : NULL;
}

static gboolean
is_dropped (GumboTag tag)
{
  switch (tag) {
    case GUMBO_TAG_SCRIPT: case GUMBO_TAG_STYLE: case GUMBO_TAG_TEMPLATE: case GUMBO_TAG_IFRAME:
    case GUMBO_TAG_EMBED: case GUMBO_TAG_NOSCRIPT: case GUMBO_TAG_SVG: case GUMBO_TAG_MATH:
    case GUMBO_TAG_SELECT: case GUMBO_TAG_TEXTAREA: case GUMBO_TAG_HEAD: case GUMBO_TAG_TITLE: case GUMBO_TAG_FRAMESET:
      return TRUE;
    default:
      return FALSE;
  }
}

static gboolean
is_block (GumboTag tag)
{
  switch (tag) {
    case GUMBO_TAG_P: case GUMBO_TAG_DIV: case GUMBO_TAG_H1: case GUMBO_TAG_H2: case GUMBO_TAG_H3: case GUMBO_TAG_H4:
    case GUMBO_TAG_H5: case GUMBO_TAG_H6: case GUMBO_TAG_UL: case GUMBO_TAG_OL: case GUMBO_TAG_LI: case GUMBO_TAG_DL:
    case GUMBO_TAG_DT: case GUMBO_TAG_DD: case GUMBO_TAG_BLOCKQUOTE: case GUMBO_TAG_PRE: case GUMBO_TAG_TABLE:
    case GUMBO_TAG_TR: case GUMBO_TAG_FIGURE: case GUMBO_TAG_FIGCAPTION: case GUMBO_TAG_HR: case GUMBO_TAG_SECTION:
    case GUMBO_TAG_ARTICLE: case GUMBO_TAG_HEADER: case GUMBO_TAG_FOOTER: case GUMBO_TAG_ASIDE: case GUMBO_TAG_NAV:
    case GUMBO_TAG_MAIN: case GUMBO_TAG_ADDRESS: case GUMBO_TAG_BODY: case GUMBO_TAG_FORM: case GUMBO_TAG_CENTER:
      return TRUE;
    default:
      return FALSE;
  }
}

/* The text gathered so far, and what must come before the next letter. */
typedef struct { GString *out; gboolean block, gap; } Flow;

static void
flow_text (Flow *flow, const char *text)
{
  for (const char *p = text; *p; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);
    if (g_unichar_isspace (c) || c == 0x200B || c == 0xFEFF) {
      flow->gap = TRUE;
      continue;
    }
    if (flow->out->len > 0 && flow->block)
      g_string_append (flow->out, "\n\n");
    else if (flow->out->len > 0 && flow->gap)
      g_string_append_c (flow->out, ' ');
    flow->block = flow->gap = FALSE;
    g_string_append_len (flow->out, p, g_utf8_next_char (p) - p);
  }
}

static void
gather (const GumboNode *node, Flow *flow, int depth)
{
  if (node->type == GUMBO_NODE_TEXT || node->type == GUMBO_NODE_CDATA || node->type == GUMBO_NODE_WHITESPACE) {
    flow_text (flow, node->v.text.text);
    return;
  }
  if (node->type != GUMBO_NODE_ELEMENT || depth > MAX_WALK || is_dropped (node->v.element.tag))
    return;
  GumboTag tag = node->v.element.tag;
  gboolean block = is_block (tag);
  if (tag == GUMBO_TAG_BR) {   /* two in a row end a paragraph; one is a space */
    flow->block |= flow->gap && node->index_within_parent > 0
                   && ((GumboNode *) node->parent->v.element.children.data[node->index_within_parent - 1])->type == GUMBO_NODE_ELEMENT;
    flow->gap = TRUE;
    return;
  }
  if (tag == GUMBO_TAG_TD || tag == GUMBO_TAG_TH)
    flow->gap = TRUE;
  flow->block |= block;
  for (guint i = 0; i < node->v.element.children.length; i++)
    gather (node->v.element.children.data[i], flow, depth + 1);
  flow->block |= block;
}

char *
att_html_node_text (const GumboNode *node)
{
  Flow flow = { g_string_new (NULL), FALSE, FALSE };
  gather (node, &flow, 0);
  return g_string_free (flow.out, FALSE);
}

/* The way without a parser, for what gumbo must not see: tags out, scripts and styles out. */
static char *
strip_tags (const char *html)
{
  Flow flow = { g_string_new (NULL), FALSE, FALSE };
  const char *p = html, *end = html + strlen (html);
  while (*p) {
    gsize n = strcspn (p, "<");
    g_autofree char *run = g_strndup (p, n);
    flow_text (&flow, run);
    p += n;
    if (*p != '<')
      break;
    const char *raw = end_of_raw_text (p, end);
    p = strchr (raw ? raw : p, '>');
    if (p == NULL)
      break;
    p++;
    flow.gap = TRUE;
  }
  return g_string_free (flow.out, FALSE);
}

char *
att_html_text (const char *html)
{
  if (html == NULL)
    return NULL;
  if (!strpbrk (html, "<&")) {
    Flow flow = { g_string_new (NULL), FALSE, FALSE };
    flow_text (&flow, html);
    return g_string_free (flow.out, FALSE);
  }
  g_autoptr (AttHtml) doc = att_html_parse (html, strlen (html), TRUE);
  return doc ? att_html_node_text (doc->root) : strip_tags (html);
}

/* "A<B": what no '>' ends opens no tag. */
static char *
escape_loose (const char *html)
{
  const char *close = strrchr (html, '>'), *p = close ? close + 1 : html;
  GString *out = g_string_new_len (html, p - html);
  for (; *p; p++)
    if (*p == '<')
      g_string_append (out, "&lt;");
    else
      g_string_append_c (out, *p);
  return g_string_free (out, FALSE);
}

char *
att_html_line (const char *html)
{
  g_autofree char *escaped = html ? escape_loose (html) : NULL;
  g_autofree char *text = att_html_text (escaped);
  return att_text_squeeze (text);
}

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

static void
append_link (GString *out, const GumboNode *node, const char *attribute, const char *base)
{
  const char *value = att_html_attribute (node, attribute);
  if (value == NULL || !att_url_is_safe (value))
    return;
  g_autofree char *whole = att_url_resolve (base, value);
  g_autofree char *plain = att_url_without_trackers (whole);
  g_autofree char *escaped = att_text_escape (plain);
  g_string_append_printf (out, " %s=\"%s\"", attribute, escaped);
}

static void
append_word (GString *out, const GumboNode *node, const char *attribute)
{
  const char *value = att_html_attribute (node, attribute);
  if (value == NULL)
    return;
  g_autofree char *escaped = att_text_escape (value);
  g_string_append_printf (out, " %s=\"%s\"", attribute, escaped);
}

static gboolean
is_pixel (const GumboNode *node)
{
  const char *width = att_html_attribute (node, "width"), *height = att_html_attribute (node, "height");
  return (width && g_ascii_strtoll (width, NULL, 10) <= 1 && g_ascii_isdigit (*width))
         || (height && g_ascii_strtoll (height, NULL, 10) <= 1 && g_ascii_isdigit (*height));
}

static void rebuild (const GumboNode *node, GString *out, const char *base, int depth);

static void
rebuild_element (const GumboNode *node, GString *out, const char *base, int depth)
{
  GumboTag tag = node->v.element.tag;
  const char *name = gumbo_normalized_tagname (tag);
  gboolean kept = is_kept (tag) && !(tag == GUMBO_TAG_IMG && (is_pixel (node) || !att_url_is_safe (att_html_attribute (node, "src"))));
  if (kept) {
    g_string_append_printf (out, "<%s", name);
    if (tag == GUMBO_TAG_A)
      append_link (out, node, "href", base);
    if (tag == GUMBO_TAG_BLOCKQUOTE || tag == GUMBO_TAG_Q || tag == GUMBO_TAG_DEL || tag == GUMBO_TAG_INS)
      append_link (out, node, "cite", base);
    if (tag == GUMBO_TAG_IMG) {
      append_link (out, node, "src", base);
      append_word (out, node, "alt");
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
    case GUMBO_NODE_TEXT: case GUMBO_NODE_CDATA: case GUMBO_NODE_WHITESPACE: {
      g_autofree char *escaped = att_text_escape (node->v.text.text);
      g_string_append (out, escaped);
      break;
    }
    case GUMBO_NODE_ELEMENT:
      if (depth < MAX_WALK && !is_dropped (node->v.element.tag))
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
  return g_string_free (out, FALSE);
}

char *
att_html_clean (const char *html, const char *base)
{
  if (html == NULL)
    return NULL;
  if (!strpbrk (html, "<&\""))
    return g_strdup (html);
  g_autoptr (AttHtml) doc = att_html_parse (html, strlen (html), TRUE);
  if (doc == NULL) {
    g_autofree char *text = strip_tags (html);
    return att_text_escape (text);
  }
  return att_html_node_clean (doc->root, base);
}
