/* rss.c: RSS 0.9x, 1.0 (RDF) and 2.0 → edition.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "feed/rss.h"

#include "base/text.h"
#include "base/url.h"
#include "feed/atom.h"
#include "feed/elements.h"

#include <string.h>

/* Keeps the first of several; takes ownership of value either way. */
static void
keep (char **field, char *value)
{
  if (*field == NULL)
    *field = value;
  else
    g_free (value);
}

static const char *
format_of (const xmlNode *root)
{
  if (g_ascii_strcasecmp (att_xml_local (root), "rdf") == 0) {
    for (const xmlNode *c = att_element_next (root->children); c; c = att_element_next (c->next))
      if (c->ns && c->ns->href && strstr ((const char *) c->ns->href, "netscape.com/rdf/simple/0.9"))
        return "rss090";
    return "rss10";
  }
  g_autofree char *version = att_xml_attribute (root, "version");
  if (version == NULL)
    return "rss20";
  g_strstrip (version);
  if (g_str_has_prefix (version, "0.90")) return "rss090";
  if (g_str_has_prefix (version, "0.91")) return "rss091";
  if (g_str_has_prefix (version, "0.92") || g_str_has_prefix (version, "0.93")) return "rss092";
  return "rss20";
}

static void
read_enclosure (const xmlNode *node, const char *base, AttArticle *article)
{
  g_autofree char *url = att_xml_attribute (node, "url");
  if (url == NULL && att_element_ns (node) == ATT_NS_NONE)
    url = att_xml_attribute (node, "href");
  if (!att_text_has (url))
    return;
  g_autofree char *from = att_xml_base (node, base);
  g_autofree char *whole = att_url_resolve (from, url);
  g_autofree char *type = att_xml_attribute (node, "type");
  g_autofree char *length = att_xml_attribute (node, "length");
  if (length == NULL)
    length = att_xml_attribute (node, "fileSize");
  att_article_add_enclosure (article, whole, type, length ? g_ascii_strtoll (length, NULL, 10) : -1);
}

static char *
read_link (const xmlNode *node, const char *base)
{
  g_autofree char *word = att_element_word (node);
  if (word == NULL)
    word = att_xml_attribute (node, "href");
  g_autofree char *from = att_xml_base (node, base);
  return word ? att_url_resolve (from, word) : NULL;
}

static void
add_category (AttArticle *a, char *category)
{
  if (category)
    g_ptr_array_add (a->categories, category);
}

/* Whether RSS's own element of that name stands beside a module's: then it is the better one. */
static gboolean
has_own (const xmlNode *module)
{
  return att_element_child (module->parent, ATT_NS_NONE, att_xml_local (module)) != NULL;
}

/* What item and channel have in common, from RSS itself. TRUE when the element is done with. */
static gboolean
read_own (const xmlNode *c, const char *base, AttArticle *a)
{
  const char *name = att_xml_local (c);
  if (g_ascii_strcasecmp (name, "title") == 0)
    keep (&a->title, att_element_line (c));
  else if (g_ascii_strcasecmp (name, "link") == 0)
    keep (&a->url, read_link (c, base));
  else if (g_ascii_strcasecmp (name, "description") == 0)
    keep (&a->summary, att_element_html (c, base));
  else if (g_ascii_strcasecmp (name, "guid") == 0)
    keep (&a->guid, att_element_word (c));
  else if (g_ascii_strcasecmp (name, "author") == 0)
    keep (&a->byline, att_element_line (c));
  else if (g_ascii_strcasecmp (name, "pubDate") == 0)
    a->published = a->published ? a->published : att_element_date (c);
  else if (g_ascii_strcasecmp (name, "category") == 0)
    add_category (a, att_element_line (c));
  else if (g_ascii_strcasecmp (name, "enclosure") == 0)
    read_enclosure (c, base, a);
  else
    return FALSE;
  return TRUE;
}

static void
read_module (const xmlNode *c, AttNs ns, const char *base, AttArticle *a, gint64 *dc_date)
{
  const char *name = att_xml_local (c);
  if (ns == ATT_NS_CONTENT && g_ascii_strcasecmp (name, "encoded") == 0)
    keep (&a->content, att_element_html (c, base));
  else if (ns == ATT_NS_XHTML && (g_ascii_strcasecmp (name, "body") == 0 || g_ascii_strcasecmp (name, "div") == 0))
    keep (&a->content, att_element_html (c, base));
  else if (ns == ATT_NS_DC && (g_ascii_strcasecmp (name, "creator") == 0 || g_ascii_strcasecmp (name, "author") == 0))
    keep (&a->byline, att_element_line (c));
  else if (ns == ATT_NS_ITUNES && g_ascii_strcasecmp (name, "author") == 0)
    keep (&a->byline, att_element_line (c));
  else if (ns == ATT_NS_DC && g_ascii_strcasecmp (name, "language") == 0)
    keep (&a->language, att_element_word (c));
  else if ((ns == ATT_NS_DC || ns == ATT_NS_MEDIA) && g_ascii_strcasecmp (name, "title") == 0 && !has_own (c))
    keep (&a->title, att_element_line (c));
  else if ((ns == ATT_NS_DC || ns == ATT_NS_MEDIA) && g_ascii_strcasecmp (name, "description") == 0 && !has_own (c))
    keep (&a->summary, att_element_html (c, base));
  else if (ns == ATT_NS_ITUNES && g_ascii_strcasecmp (name, "summary") == 0 && att_element_child (c->parent, ATT_NS_NONE, "description") == NULL)
    keep (&a->summary, att_element_html (c, base));
  else if ((ns == ATT_NS_DC && g_ascii_strcasecmp (name, "subject") == 0) || (ns == ATT_NS_MEDIA && g_ascii_strcasecmp (name, "category") == 0))
    add_category (a, att_element_line (c));
  else if (ns == ATT_NS_ITUNES && g_ascii_strcasecmp (name, "category") == 0)
    add_category (a, att_xml_attribute (c, "text"));
  else if ((ns == ATT_NS_DC && g_ascii_strcasecmp (name, "date") == 0)
             || (ns == ATT_NS_DCTERMS && (g_ascii_strcasecmp (name, "created") == 0 || g_ascii_strcasecmp (name, "issued") == 0)))
    *dc_date = *dc_date ? *dc_date : att_element_date (c);
  else if (ns == ATT_NS_DCTERMS && g_ascii_strcasecmp (name, "modified") == 0)
    a->updated = att_element_date (c);
  else if (ns == ATT_NS_MEDIA && g_ascii_strcasecmp (name, "content") == 0)
    read_enclosure (c, base, a);
  else if (ns == ATT_NS_MEDIA && g_ascii_strcasecmp (name, "group") == 0) {
    for (const xmlNode *m = att_element_next (c->children); m; m = att_element_next (m->next))
      if (att_element_is (m, ATT_NS_MEDIA, "content"))
        read_enclosure (m, base, a);
  } else if (ns == ATT_NS_ATOM) {
    guint rank = a->url ? G_MAXUINT : 0;   /* RSS's own link is the better one */
    att_atom_read_into (c, base, a, &rank);
  }
}

static AttArticle *
read_item (const xmlNode *item, const char *base)
{
  AttArticle *a = att_article_new ();
  gint64 dc_date = 0;
  g_autofree char *permalink = NULL;
  for (const xmlNode *c = att_element_next (item->children); c; c = att_element_next (c->next)) {
    AttNs ns = att_element_ns (c);
    if (ns != ATT_NS_NONE || !read_own (c, base, a))
      read_module (c, ns, base, a, &dc_date);
    if (att_element_is (c, ATT_NS_NONE, "guid") && a->url == NULL && att_url_is_http (a->guid)) {
      g_autofree char *is = att_xml_attribute (c, "isPermaLink");
      if (permalink == NULL && (is == NULL || g_ascii_strcasecmp (is, "false") != 0))
        permalink = g_strdup (a->guid);
    }
  }
  if (a->published == 0)
    a->published = dc_date;
  if (a->url == NULL)
    a->url = g_steal_pointer (&permalink);
  if (a->guid == NULL)
    a->guid = att_xml_attribute (item, "about");
  if (a->url == NULL && att_url_is_http (a->guid) && item->ns)
    a->url = g_strdup (a->guid);
  return a;
}

/* Items wherever they stand: in the channel, beside it (RSS 1.0), or inside one another where a tag was never closed. */
static void
read_items (const xmlNode *parent, const char *base, AttEdition *edition, int depth)
{
  for (const xmlNode *c = att_element_next (parent->children); c && depth < 200; c = att_element_next (c->next)) {
    if (att_element_is (c, ATT_NS_NONE, "item") || att_element_is (c, ATT_NS_NONE, "entry") || att_element_is (c, ATT_NS_ATOM, "entry"))
      g_ptr_array_add (edition->articles, att_element_ns (c) == ATT_NS_ATOM ? att_atom_read_entry (c, base) : read_item (c, base));
    if (att_xml_has_child_elements (c))
      read_items (c, base, edition, depth + 1);
  }
}

static gint64
syndication_interval (const xmlNode *channel)
{
  const xmlNode *period = att_element_child (channel, ATT_NS_SYNDICATION, "updatePeriod");
  const xmlNode *frequency = att_element_child (channel, ATT_NS_SYNDICATION, "updateFrequency");
  g_autofree char *word = period ? att_element_word (period) : NULL;
  g_autofree char *times = frequency ? att_element_word (frequency) : NULL;
  if (word == NULL)
    return 0;
  gint64 seconds = g_str_equal (word, "hourly") ? 3600 : g_str_equal (word, "weekly") ? 7 * 86400 : g_str_equal (word, "monthly") ? 30 * 86400
                   : g_str_equal (word, "yearly") ? 365 * 86400 : 86400;
  return seconds / MAX (times ? g_ascii_strtoll (times, NULL, 10) : 1, 1);
}

static void
read_channel (const xmlNode *channel, const char *base, AttEdition *e)
{
  g_autoptr (AttArticle) head = att_article_new ();   /* a channel's fields are an item's, and a few more */
  gint64 dc_date = 0, build = 0;
  g_autofree char *spoken = NULL;   /* a podcast's own description, where there is no other */
  for (const xmlNode *c = att_element_next (channel->children); c; c = att_element_next (c->next)) {
    AttNs ns = att_element_ns (c);
    if (att_element_is (c, ATT_NS_NONE, "lastBuildDate"))
      build = att_element_date (c);
    else if (att_element_is (c, ATT_NS_NONE, "language"))
      keep (&head->language, att_element_word (c));
    else if (att_element_is (c, ATT_NS_NONE, "managingEditor"))
      keep (&head->byline, att_element_line (c));
    else if (att_element_is (c, ATT_NS_NONE, "ttl")) {
      g_autofree char *minutes = att_element_word (c);
      e->interval = minutes ? CLAMP (g_ascii_strtoll (minutes, NULL, 10), 0, 40000) * 60 : 0;
    } else if (att_element_is (c, ATT_NS_ATOM, "subtitle") || att_element_is (c, ATT_NS_ATOM, "tagline"))
      keep (&head->summary, att_element_html (c, base));
    else if (att_element_is (c, ATT_NS_ITUNES, "summary") || att_element_is (c, ATT_NS_ITUNES, "subtitle")) {
      if (spoken == NULL)
        spoken = att_element_html (c, base);
    } else if (att_element_is (c, ATT_NS_ITUNES, "new-feed-url"))
      keep (&e->moved, att_element_word (c));
    else if (att_element_is (c, ATT_NS_ATOM, "link"))
      att_atom_read_feed_link (c, base, e);
    else if (ns != ATT_NS_NONE || !read_own (c, base, head))
      read_module (c, ns, base, head, &dc_date);
  }
  if (e->interval == 0)
    e->interval = syndication_interval (channel);
  keep (&e->title, g_steal_pointer (&head->title));
  keep (&e->description, head->summary ? g_steal_pointer (&head->summary) : g_steal_pointer (&spoken));
  keep (&e->language, head->language ? g_steal_pointer (&head->language) : att_xml_lang (channel));
  keep (&e->author, g_steal_pointer (&head->byline));
  if (head->url) {
    g_free (e->link);
    e->link = g_steal_pointer (&head->url);
  }
  e->updated = build ? build : head->published ? head->published : dc_date ? dc_date : head->updated;
}

gboolean
att_rss_read (const xmlNode *root, const char *base, AttEdition *edition)
{
  edition->format = format_of (root);
  gboolean bare = g_ascii_strcasecmp (att_xml_local (root), "channel") == 0;
  gboolean found = bare;
  if (bare)
    read_channel (root, base, edition);
  for (const xmlNode *c = bare ? NULL : att_element_next (root->children); c; c = att_element_next (c->next)) {
    if (g_ascii_strcasecmp (att_xml_local (c), "channel") != 0)
      continue;
    read_channel (c, base, edition);
    found = TRUE;
    break;
  }
  read_items (root, base ? base : edition->link, edition, 0);
  if (!found)   /* items with no channel around them */
    read_channel (root, base, edition);
  return found || edition->articles->len > 0 || g_ascii_strcasecmp (att_xml_local (root), "rss") == 0;
}
