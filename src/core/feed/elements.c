/* elements.c: the vocabularies feeds are written in, and the text constructs they share.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "feed/elements.h"

#include "base/date.h"
#include "base/html.h"
#include "base/text.h"

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

AttNs
att_element_ns (const xmlNode *node)
{
  if (node->ns == NULL) {
    const char *colon = strchr ((const char *) node->name, ':');
    if (colon == NULL)
      return ATT_NS_NONE;
    g_autofree char *prefix = g_strndup ((const char *) node->name, colon - (const char *) node->name);
    return ns_of_prefix (prefix);
  }
  const char *address = (const char *) node->ns->href;
  if (address == NULL || *address == '\0')
    return ATT_NS_NONE;
  if (g_ascii_strncasecmp (address, "https:", 6) == 0 || g_ascii_strncasecmp (address, "http:", 5) == 0) {
    const char *after = strchr (address, ':');
    for (guint i = 0; i < G_N_ELEMENTS (NAMESPACES); i++)
      if (g_ascii_strncasecmp (after, NAMESPACES[i].address + 4, strlen (NAMESPACES[i].address) - 4) == 0)
        return NAMESPACES[i].ns;
  }
  return node->ns->prefix ? ns_of_prefix ((const char *) node->ns->prefix) : ATT_NS_NONE;   /* a feed's default namespace, whatever it calls it */
}

gboolean
att_element_is (const xmlNode *node, AttNs ns, const char *local)
{
  return g_ascii_strcasecmp (att_xml_local (node), local) == 0 && att_element_ns (node) == ns;
}

const xmlNode *
att_element_next (const xmlNode *node)
{
  while (node && node->type != XML_ELEMENT_NODE)
    node = node->next;
  return node;
}

const xmlNode *
att_element_child (const xmlNode *parent, AttNs ns, const char *local)
{
  for (const xmlNode *c = att_element_next (parent->children); c; c = att_element_next (c->next))
    if (att_element_is (c, ns, local))
      return c;
  return NULL;
}

char *
att_element_word (const xmlNode *node)
{
  g_autofree char *text = att_xml_text (node);
  if (!att_text_has (text))
    return NULL;
  return g_strdup (g_strstrip (text));
}

char *
att_element_line (const xmlNode *node)
{
  g_autofree char *text = att_xml_has_child_elements (node) ? att_xml_inner (node) : att_xml_text (node);
  char *line = att_html_line (text);
  if (line && *line == '\0') {   /* nothing but markup: then the markup is the title */
    g_free (line);
    line = att_text_has (text) ? att_text_squeeze (text) : NULL;
  }
  return line;
}

char *
att_element_html (const xmlNode *node, const char *base)
{
  g_autofree char *html = att_xml_has_child_elements (node) ? att_xml_inner (node) : att_xml_text (node);
  g_autofree char *from = att_xml_base (node, base);
  return att_text_has (html) ? att_html_clean (g_strstrip (html), from) : NULL;
}

gint64
att_element_date (const xmlNode *node)
{
  g_autofree char *text = att_xml_text (node);
  gint64 seconds;
  return att_date_parse (text, &seconds) ? seconds : 0;
}
