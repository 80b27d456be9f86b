/* html.c: HTML in, safe HTML or plain paragraphs out.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "base/html.h"

#include "base/html-private.h"
#include "base/text.h"

#include <string.h>

#define MAX_BYTES (8 * 1024 * 1024)
#define MAX_DEPTH 500
#define MAX_ATTRIBUTES 400

static gboolean
ends_block_itself (const char *p)   /* tags that never nest, or only with one between that does: HTML lets their ends be left out (WHATWG, §13.1.2.4) */
{
  static const char *const VOID[] = { "br", "hr", "img", "meta", "link", "input", "p", "li", "wbr", "source", "col", "option", "optgroup", "td", "th", "tr", "thead", "tbody", "tfoot",
                                      "colgroup", "dt", "dd", "area", "embed", "param", "track", "base" };
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

gboolean
att_html_is_dropped (GumboTag tag)
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

/* What the paragraphs within are, see press/article.h; 0: what those around are. */
static char
shape_of (GumboTag tag)
{
  switch (tag) {
    case GUMBO_TAG_H1: case GUMBO_TAG_H2: case GUMBO_TAG_H3: case GUMBO_TAG_H4: case GUMBO_TAG_H5: case GUMBO_TAG_H6: return 'h';
    case GUMBO_TAG_LI: case GUMBO_TAG_DD: return 'l';
    case GUMBO_TAG_BLOCKQUOTE: return 'q';
    case GUMBO_TAG_PRE: return 'c';
    case GUMBO_TAG_TR: return 't';
    case GUMBO_TAG_FIGCAPTION: return 'f';
    default: return 0;
  }
}

/* 10<sup>6</sup> is not 106. FALSE: it is no plain number. */
static gboolean
flow_superscript (const GumboNode *node, AttFlow *flow)
{
  static const char *const DIGITS[] = { "⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹" };
  const GumboVector *children = &node->v.element.children;
  const GumboNode *only = children->length == 1 ? children->data[0] : NULL;
  const char *text = only && only->type == GUMBO_NODE_TEXT ? only->v.text.text : "";
  if (*text == '\0' || text[strspn (text, "0123456789")])
    return FALSE;
  for (const char *p = text; *p; p++)
    att_flow_text (flow, DIGITS[*p - '0'], strlen (DIGITS[*p - '0']));
  return TRUE;
}

void
att_html_flow (const GumboNode *node, AttFlow *flow, int depth)
{
  if (node->type == GUMBO_NODE_TEXT || node->type == GUMBO_NODE_CDATA || node->type == GUMBO_NODE_WHITESPACE) {
    att_flow_text (flow, node->v.text.text, strlen (node->v.text.text));
    return;
  }
  if (node->type != GUMBO_NODE_ELEMENT || depth > ATT_HTML_MAX_WALK || att_html_is_dropped (node->v.element.tag))
    return;
  GumboTag tag = node->v.element.tag;
  if (tag == GUMBO_TAG_BR) {
    att_flow_break (flow);
    return;
  }
  if (tag == GUMBO_TAG_SUP && flow_superscript (node, flow))
    return;
  if (tag == GUMBO_TAG_TD || tag == GUMBO_TAG_TH)
    att_flow_gap (flow);
  gboolean block = is_block (tag);
  char around = flow->shape, own = shape_of (tag);
  if (block)
    att_flow_block (flow);
  flow->shape = own ? own : around;
  for (guint i = 0; i < node->v.element.children.length; i++)
    att_html_flow (node->v.element.children.data[i], flow, depth + 1);
  flow->shape = around;
  if (block)
    att_flow_block (flow);
}

char *
att_html_sound (char *text)
{
  if (att_text_is_utf8 (text, strlen (text)))
    return text;
  g_autofree char *broken = text;
  return att_text_valid (broken, -1);
}

AttWords
att_html_node_words (const GumboNode *node)
{
  g_autoptr (GString) shapes = g_string_new (NULL);
  AttFlow flow;
  att_flow_init (&flow, 0);
  flow.shapes = shapes;
  att_html_flow (node, &flow, 0);
  return (AttWords) { att_html_sound (att_flow_end (&flow)), att_words_shapes (shapes->str) };
}

char *
att_html_node_text (const GumboNode *node)
{
  g_auto (AttWords) words = att_html_node_words (node);
  return g_steal_pointer (&words.text);
}

char *
att_html_strip (const char *html)
{
  AttFlow flow;
  att_flow_init (&flow, 0);
  for (const char *p = html, *end = html + strlen (html); *p; p++) {
    gsize n = strcspn (p, "<");
    att_flow_text (&flow, p, n);
    att_flow_gap (&flow);
    p += n;
    const char *raw = *p ? end_of_raw_text (p, end) : NULL;
    p = strchr (raw ? raw : p, '>');
    if (p == NULL)
      break;
  }
  return att_flow_end (&flow);
}

char *
att_html_text (const char *html)
{
  g_auto (AttWords) words = { NULL, NULL };
  if (html)
    g_free (att_html_clean (html, NULL, &words));
  return g_steal_pointer (&words.text);
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
  g_autofree char *modern = html ? att_text_modern (html) : NULL;
  if (modern)
    html = modern;
  if (html == NULL || !(strchr (html, '<') || strchr (html, '&')))
    return att_text_squeeze (html);
  g_autofree char *escaped = escape_loose (html);
  g_autofree char *text = att_html_text (escaped);
  return att_text_squeeze (text);
}
