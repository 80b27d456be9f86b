/* elements.c: the vocabularies feeds are written in, and the text constructs they share.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "feed/elements.h"

#include "base/date.h"
#include "base/html.h"
#include "base/text.h"
#include "base/url.h"

#include <string.h>

static const struct { const char *prefix, *address; AttNs ns; } NAMESPACES[] = {
  { "atom", "http://www.w3.org/2005/atom", ATT_NS_ATOM },
  { "atom", "http://purl.org/atom/ns", ATT_NS_ATOM },
  { "content", "http://purl.org/rss/1.0/modules/content", ATT_NS_CONTENT },
  { "dc", "http://purl.org/dc/elements/1.", ATT_NS_DC },
  { "dcterms", "http://purl.org/dc/terms", ATT_NS_DCTERMS },
  { "media", "http://search.yahoo.com/mrss", ATT_NS_MEDIA },
  { "itunes", "http://www.itunes.com/dtds/podcast-1.0.dtd", ATT_NS_ITUNES },
  { "xhtml", "http://www.w3.org/1999/xhtml", ATT_NS_XHTML },
  { "sy", "http://purl.org/rss/1.0/modules/syndication", ATT_NS_SYNDICATION },
  { "rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns", ATT_NS_RDF },
  { "emm", "http://emm.jrc.", ATT_NS_EMM },
  { "iso", "http://www.iso.org/", ATT_NS_ISO },
  { NULL, "http://purl.org/rss/1.0/modules/", ATT_NS_OTHER },
  { NULL, "http://purl.org/rss/", ATT_NS_NONE },
  { NULL, "http://purl.org/net/rss", ATT_NS_NONE },
  { NULL, "http://my.netscape.com/", ATT_NS_NONE },
  { NULL, "http://channel.netscape.com/", ATT_NS_NONE },
  { NULL, "http://backend.userland.com/", ATT_NS_NONE },
  { NULL, "http://blogs.law.harvard.edu/", ATT_NS_NONE },
  { NULL, "http://cyber.law.harvard.edu/", ATT_NS_NONE },
  { NULL, "http://cyber.harvard.edu/", ATT_NS_NONE },
  { NULL, "http://www.rssboard.org/", ATT_NS_NONE },
};

static AttNs
ns_of_prefix (const char *prefix)
{
  for (guint i = 0; i < G_N_ELEMENTS (NAMESPACES); i++)
    if (NAMESPACES[i].prefix && g_ascii_strcasecmp (prefix, NAMESPACES[i].prefix) == 0)
      return NAMESPACES[i].ns;
  return ATT_NS_OTHER;
}

guint
att_element_kind (const char *space, const char *prefix)
{
  if (space && g_ascii_strncasecmp (space, "http", 4) == 0) {
    const char *after = strchr (space, ':');
    for (guint i = 0; after && i < G_N_ELEMENTS (NAMESPACES); i++)
      if (g_ascii_strncasecmp (after, NAMESPACES[i].address + 4, strlen (NAMESPACES[i].address) - 4) == 0)
        return NAMESPACES[i].ns;
  }
  return prefix ? ns_of_prefix (prefix) : ATT_NS_NONE;   /* a feed's default namespace, whatever it calls it */
}

AttNs
att_element_ns (const AttXmlNode *node)
{
  return node->kind;
}

gboolean
att_element_is (const AttXmlNode *node, AttNs ns, const char *local)
{
  return att_element_ns (node) == ns && att_xml_is (node, local);
}

const AttXmlNode *
att_element_child (const AttXmlNode *parent, AttNs ns, const char *local)
{
  for (const AttXmlNode *c = att_xml_element (parent->first); c; c = att_xml_element (c->next))
    if (att_element_is (c, ns, local))
      return c;
  return NULL;
}

char *
att_element_word (const AttXmlNode *node)
{
  g_autofree char *copy = NULL;
  const char *text = att_xml_own_text (node);
  if (text == NULL)
    text = copy = att_xml_text (node);
  if (!att_text_has (text))
    return NULL;
  return g_strstrip (g_strdup (text));
}

char *
att_element_plain (const AttXmlNode *node)
{
  g_autofree char *word = att_element_word (node);
  return att_text_squeeze (word);
}

/* Text that may hold markup: the element's own, or its children written out. */
static const char *
markup_of (const AttXmlNode *node, char **owned)
{
  const char *text = att_xml_own_text (node);
  if (text == NULL)
    text = *owned = att_xml_has_child_elements (node) ? att_xml_inner (node) : att_xml_text (node);
  return text;
}

char *
att_element_line (const AttXmlNode *node)
{
  g_autofree char *owned = NULL;
  const char *text = markup_of (node, &owned);
  char *line = att_html_line (text);
  if (line && *line == '\0') {   /* nothing but markup: then the markup is the title */
    g_free (line);
    line = att_text_has (text) ? att_text_squeeze (text) : NULL;
  }
  return line;
}

char *
att_element_html (const AttXmlNode *node, const char *base, AttWords *words)
{
  g_autofree char *owned = NULL;
  const char *html = markup_of (node, &owned);
  if (!att_text_has (html)) {
    *words = (AttWords) { NULL, NULL };
    return NULL;
  }
  g_autofree char *inner_base = NULL;
  const char *from = att_xml_base (node, base, &inner_base);
  g_autofree char *trimmed = g_ascii_isspace (*html) || g_ascii_isspace (html[strlen (html) - 1]) ? g_strstrip (g_strdup (html)) : NULL;
  return att_html_clean (trimmed ? trimmed : html, from, words);
}

char *
att_element_url (const AttXmlNode *node, const char *attribute, const char *base)
{
  const char *written = attribute ? att_xml_attribute (node, attribute) : att_xml_own_text (node);
  if (written && att_url_is_whole (written))
    return g_strdup (written);
  g_autofree char *word = attribute ? g_strdup (att_xml_attribute (node, attribute)) : att_element_word (node);
  if (!att_text_has (word))
    return NULL;
  g_autofree char *inner_base = NULL;
  const char *from = att_xml_base (node, base, &inner_base);
  g_autofree char *whole = att_url_resolve (from, word);
  return att_url_is_safe (whole) ? g_steal_pointer (&whole) : NULL;
}

gint64
att_element_date (const AttXmlNode *node)
{
  g_autofree char *copy = NULL;
  const char *text = att_xml_own_text (node);
  if (text == NULL)
    text = copy = att_xml_text (node);
  gint64 seconds;
  return att_date_parse (text, &seconds) ? seconds : 0;
}
