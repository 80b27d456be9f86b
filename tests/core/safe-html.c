/* safe-html.c: what may reach the reader, asserted.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "safe-html.h"

#include "base/html.h"

#include <string.h>

static const char *const BLOCKS =
  " p div span br hr h1 h2 h3 h4 h5 h6 ul ol li dl dt dd blockquote pre code table thead tbody tfoot tr td th caption a em strong b i u s del ins "
  "sub sup small q cite abbr acronym img figure figcaption tt big address center strike kbd samp var mark ";

static gboolean
is_listed (const char *list, const char *word)
{
  g_autofree char *spaced = g_strconcat (" ", word, " ", NULL);
  return strstr (list, spaced) != NULL;
}

static void
assert_address (const char *address)
{
  static const char *const SCHEMES = " http https mailto ftp tel magnet geo xmpp irc ";
  const char *colon = strpbrk (address, ":/?#");
  if (colon && *colon == ':') {
    g_autofree char *scheme = g_ascii_strdown (address, colon - address);
    g_assert_true (is_listed (SCHEMES, scheme));
  }
  const char *query = address + strcspn (address, "?#");
  g_autofree char *parameters = *query == '?' ? g_strndup (query + 1, strcspn (query + 1, "#")) : g_strdup ("");
  g_auto (GStrv) each = g_strsplit (parameters, "&", -1);
  for (guint i = 0; each[i]; i++)
    g_assert_true (g_ascii_strncasecmp (each[i], "utm_", 4) != 0);
}

static void
assert_node (const GumboNode *node, int depth)
{
  if (node->type == GUMBO_NODE_COMMENT)
    g_assert_not_reached ();
  if (node->type != GUMBO_NODE_ELEMENT || depth > 600)
    return;
  const GumboElement *element = &node->v.element;
  const char *name = gumbo_normalized_tagname (element->tag);
  g_assert_true (depth == 0 || (element->tag_namespace == GUMBO_NAMESPACE_HTML && is_listed (BLOCKS, name)));
  for (guint i = 0; i < element->attributes.length; i++) {
    const GumboAttribute *a = element->attributes.data[i];
    g_assert_true (is_listed (" href cite src alt ", a->name));
    if (strcmp (a->name, "alt") != 0)
      assert_address (a->value);
  }
  for (guint i = 0; i < element->children.length; i++)
    assert_node (element->children.data[i], depth + 1);
}

void
att_assert_safe_html (const char *html)
{
  if (html == NULL)
    return;
  g_assert_true (g_utf8_validate (html, -1, NULL));
  g_autoptr (AttHtml) doc = att_html_parse (html, strlen (html), TRUE);
  if (doc)
    assert_node (doc->root, 0);
}
