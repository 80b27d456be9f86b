/* atom.c: Atom 0.3 and 1.0 (RFC 4287) → edition.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "feed/atom.h"

#include "base/html.h"
#include "base/text.h"
#include "base/url.h"
#include "feed/elements.h"

#include <string.h>

/* An id that is an address will do as the link, where there is none. */
static void
link_by_id (char **link, const char *id)
{
  if (*link == NULL && att_url_is_http (id))
    *link = g_strdup (id);
}

typedef enum { PLAIN, HTML, MARKUP } Construct;   /* RFC 4287 §3.1: text, html, xhtml */

static Construct
construct_of (const xmlNode *node)
{
  g_autofree char *type = att_xml_attribute (node, "type");
  g_autofree char *mode = att_xml_attribute (node, "mode");   /* Atom 0.3 */
  if (mode && g_ascii_strcasecmp (mode, "xml") == 0)
    return att_xml_has_child_elements (node) ? MARKUP : PLAIN;
  if (mode && g_ascii_strcasecmp (mode, "escaped") == 0)
    return type && strstr (type, "html") ? HTML : type && strstr (type, "plain") ? PLAIN : HTML;
  if (type && (g_ascii_strcasecmp (type, "xhtml") == 0 || strstr (type, "xhtml") || g_str_has_suffix (type, "xml")))
    return MARKUP;
  if (type && (g_ascii_strcasecmp (type, "html") == 0 || strstr (type, "html")))
    return att_xml_has_child_elements (node) ? MARKUP : HTML;
  return att_xml_has_child_elements (node) ? MARKUP : PLAIN;
}

/* Atom 0.3 and content of a binary type: the text in base64. */
static char *
text_of (const xmlNode *node)
{
  char *text = att_xml_text (node);
  g_autofree char *mode = att_xml_attribute (node, "mode");
  if (mode == NULL || g_ascii_strcasecmp (mode, "base64") != 0)
    return text;
  gsize n;
  g_autofree char *raw = (char *) g_base64_decode (text, &n);
  g_free (text);
  return att_text_valid (raw, n);
}

static char *
line_of (const xmlNode *node)
{
  Construct construct = construct_of (node);
  g_autofree char *text = construct == MARKUP ? att_xml_inner (node) : text_of (node);
  char *line = construct == PLAIN ? att_text_squeeze (text) : att_html_line (text);
  if (line && *line == '\0')
    g_clear_pointer (&line, g_free);
  return line;
}

static char *
html_of (const xmlNode *node, const char *base)
{
  Construct construct = construct_of (node);
  g_autofree char *text = construct == MARKUP ? att_xml_inner (node) : text_of (node);
  if (!att_text_has (text))
    return NULL;
  g_autofree char *from = att_xml_base (node, base);
  return construct == PLAIN ? att_text_escape (g_strstrip (text)) : att_html_clean (g_strstrip (text), from);
}

static char *
person_of (const xmlNode *node)
{
  for (const xmlNode *c = att_element_next (node->children); c; c = att_element_next (c->next))
    if (g_ascii_strcasecmp (att_xml_local (c), "name") == 0) {
      char *name = att_element_line (c);
      if (name)
        return name;
    }
  for (const xmlNode *c = att_element_next (node->children); c; c = att_element_next (c->next))
    if (g_ascii_strcasecmp (att_xml_local (c), "email") == 0)
      return att_element_word (c);
  return att_xml_has_child_elements (node) ? NULL : att_element_line (node);
}

static char *
href_of (const xmlNode *link, const char *base)
{
  g_autofree char *href = att_xml_attribute (link, "href");
  if (href == NULL)
    href = att_element_word (link);
  g_autofree char *from = att_xml_base (link, base);
  return href ? att_url_resolve (from, href) : NULL;
}

/* How good a link is as the article's page: 0 not at all. */
static guint
link_rank (const char *rel, const char *type)
{
  if (rel && g_ascii_strcasecmp (rel, "alternate") != 0 && !g_str_has_suffix (rel, "/alternate") && *rel)
    return 0;
  return type == NULL ? 2 : strstr (type, "html") ? 3 : 1;
}

static void
read_link (const xmlNode *node, const char *base, AttArticle *a, guint *rank)
{
  g_autofree char *rel = att_xml_attribute (node, "rel");
  g_autofree char *type = att_xml_attribute (node, "type");
  g_autofree char *url = href_of (node, base);
  if (url == NULL)
    return;
  if (rel && g_ascii_strcasecmp (rel, "enclosure") == 0) {
    g_autofree char *length = att_xml_attribute (node, "length");
    att_article_add_enclosure (a, url, type, length ? g_ascii_strtoll (length, NULL, 10) : -1);
  } else if (link_rank (rel, type) > 0 && link_rank (rel, type) >= *rank) {   /* of equals the last */
    *rank = link_rank (rel, type);
    g_free (a->url);
    a->url = g_steal_pointer (&url);
  }
}

static void
read_category (const xmlNode *node, AttArticle *a)
{
  char *term = att_xml_attribute (node, "term");
  if (!att_text_has (term)) {
    g_free (term);
    term = att_xml_attribute (node, "label");
  }
  if (!att_text_has (term)) {
    g_free (term);
    term = att_element_word (node);
  }
  if (term)
    g_ptr_array_add (a->categories, term);
}

static void
replace (char **field, char *value)
{
  if (value == NULL || *field)
    g_free (value);
  else
    *field = value;
}

void
att_atom_read_into (const xmlNode *c, const char *base, AttArticle *a, guint *rank)
{
  const char *name = att_xml_local (c);
  if (g_ascii_strcasecmp (name, "title") == 0)
    replace (&a->title, line_of (c));
  else if (g_ascii_strcasecmp (name, "link") == 0)
    read_link (c, base, a, rank);
  else if (g_ascii_strcasecmp (name, "id") == 0)
    replace (&a->guid, att_element_word (c));
  else if (g_ascii_strcasecmp (name, "summary") == 0)
    replace (&a->summary, html_of (c, base));
  else if (g_ascii_strcasecmp (name, "content") == 0)
    replace (&a->content, html_of (c, base));
  else if (g_ascii_strcasecmp (name, "author") == 0)
    replace (&a->byline, person_of (c));
  else if (g_ascii_strcasecmp (name, "category") == 0)
    read_category (c, a);
  else if (g_ascii_strcasecmp (name, "published") == 0 || g_ascii_strcasecmp (name, "issued") == 0)
    a->published = att_element_date (c);
  else if (g_ascii_strcasecmp (name, "created") == 0)
    a->published = a->published ? a->published : att_element_date (c);
  else if (g_ascii_strcasecmp (name, "updated") == 0 || g_ascii_strcasecmp (name, "modified") == 0)
    a->updated = att_element_date (c);
}

static void
read_media (const xmlNode *c, const char *base, AttArticle *a)
{
  if (att_element_is (c, ATT_NS_MEDIA, "group")) {
    for (const xmlNode *m = att_element_next (c->children); m; m = att_element_next (m->next))
      read_media (m, base, a);
    return;
  }
  g_autofree char *url = att_element_is (c, ATT_NS_MEDIA, "content") ? att_xml_attribute (c, "url") : NULL;
  g_autofree char *type = url ? att_xml_attribute (c, "type") : NULL;
  g_autofree char *size = url ? att_xml_attribute (c, "fileSize") : NULL;
  g_autofree char *whole = att_url_resolve (base, url);
  if (whole)
    att_article_add_enclosure (a, whole, type, size ? g_ascii_strtoll (size, NULL, 10) : -1);
  else if (att_element_is (c, ATT_NS_MEDIA, "description"))
    replace (&a->summary, att_element_html (c, base));
  else if (att_element_is (c, ATT_NS_MEDIA, "title"))
    replace (&a->title, att_element_line (c));
}

AttArticle *
att_atom_read_entry (const xmlNode *entry, const char *base)
{
  AttArticle *a = att_article_new ();
  guint rank = 0;
  for (const xmlNode *c = att_element_next (entry->children); c; c = att_element_next (c->next)) {
    AttNs ns = att_element_ns (c);
    if (ns == ATT_NS_ATOM || ns == ATT_NS_NONE)
      att_atom_read_into (c, base, a, &rank);
    else if (ns == ATT_NS_MEDIA)
      read_media (c, base, a);
    else if (att_element_is (c, ATT_NS_DC, "creator"))
      replace (&a->byline, att_element_line (c));
    else if (att_element_is (c, ATT_NS_DC, "subject")) {
      char *subject = att_element_line (c);
      if (subject)
        g_ptr_array_add (a->categories, subject);
    } else if (att_element_is (c, ATT_NS_DC, "title"))
      replace (&a->title, att_element_line (c));
    else if (att_element_is (c, ATT_NS_DC, "description"))
      replace (&a->summary, att_element_html (c, base));
    else if (att_element_is (c, ATT_NS_DC, "date") && a->published == 0)
      a->published = att_element_date (c);
    else if (att_element_is (c, ATT_NS_CONTENT, "encoded"))
      replace (&a->content, att_element_html (c, base));
  }
  link_by_id (&a->url, a->guid);
  return a;
}

void
att_atom_read_feed_link (const xmlNode *link, const char *base, AttEdition *e)
{
  g_autofree char *rel = att_xml_attribute (link, "rel");
  g_autofree char *type = att_xml_attribute (link, "type");
  g_autofree char *url = href_of (link, base);
  if (url == NULL)
    return;
  if (link_rank (rel, type) > 0) {
    if (e->link == NULL || (type && strstr (type, "html"))) {
      g_free (e->link);
      e->link = g_steal_pointer (&url);
    }
  } else if (g_ascii_strcasecmp (rel, "self") == 0)
    replace (&e->self, g_steal_pointer (&url));
  else if (g_ascii_strcasecmp (rel, "next") == 0)
    replace (&e->next, g_steal_pointer (&url));
  else if (g_ascii_strcasecmp (rel, "hub") == 0)
    replace (&e->hub, g_steal_pointer (&url));
}

static void
read_entries (const xmlNode *parent, const char *base, AttEdition *edition, int depth)
{
  for (const xmlNode *c = att_element_next (parent->children); c && depth < 200; c = att_element_next (c->next)) {
    gboolean entry = g_ascii_strcasecmp (att_xml_local (c), "entry") == 0
                     && (att_element_ns (c) == ATT_NS_ATOM || att_element_ns (c) == ATT_NS_NONE);
    if (entry)
      g_ptr_array_add (edition->articles, att_atom_read_entry (c, base));
    if (att_xml_has_child_elements (c))
      read_entries (c, base, edition, depth + 1);
  }
}

static void
read_feed (const xmlNode *root, const char *base, AttEdition *e)
{
  g_autoptr (AttArticle) head = att_article_new ();
  guint rank = 0;
  for (const xmlNode *c = att_element_next (root->children); c; c = att_element_next (c->next)) {
    AttNs ns = att_element_ns (c);
    const char *name = att_xml_local (c);
    if (ns != ATT_NS_ATOM && ns != ATT_NS_NONE) {
      if (att_element_is (c, ATT_NS_DC, "language"))
        replace (&e->language, att_element_word (c));
      else if (att_element_is (c, ATT_NS_DC, "date") && head->updated == 0)
        head->published = att_element_date (c);
      else if (att_element_is (c, ATT_NS_DC, "title"))
        replace (&head->title, att_element_line (c));
      else if (att_element_is (c, ATT_NS_DC, "description"))
        replace (&e->description, att_element_html (c, base));
      continue;
    }
    if (g_ascii_strcasecmp (name, "link") == 0)
      att_atom_read_feed_link (c, base, e);
    else if (g_ascii_strcasecmp (name, "subtitle") == 0 || g_ascii_strcasecmp (name, "tagline") == 0)
      replace (&e->description, html_of (c, base));
    else
      att_atom_read_into (c, base, head, &rank);
  }
  link_by_id (&e->link, head->guid);
  replace (&e->title, g_steal_pointer (&head->title));
  replace (&e->author, g_steal_pointer (&head->byline));
  e->updated = head->updated ? head->updated : head->published;
}

gboolean
att_atom_read (const xmlNode *root, const char *base, AttEdition *edition)
{
  g_autofree char *version = att_xml_attribute (root, "version");
  gboolean old = (root->ns && root->ns->href && strstr ((const char *) root->ns->href, "purl.org/atom"))
                 || (version && g_str_has_prefix (version, "0."));
  edition->format = old ? "atom03" : "atom10";
  read_feed (root, base, edition);
  replace (&edition->language, att_xml_lang (root));
  read_entries (root, base, edition, 0);
  for (guint i = 0; i < edition->articles->len; i++) {   /* RFC 4287 §4.2.1: a feed's author is its entries' */
    AttArticle *a = g_ptr_array_index (edition->articles, i);
    if (a->byline == NULL)
      a->byline = g_strdup (edition->author);
  }
  return TRUE;
}
