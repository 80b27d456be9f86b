/* atom.c: Atom 0.3 and 1.0 (RFC 4287) → edition.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "feed/atom.h"

#include "base/html.h"
#include "base/text.h"
#include "base/url.h"
#include "feed/elements.h"

#include <string.h>

#define MAX_DEPTH 200

/* An id that is an address will do as the link, where there is none. */
static void
link_by_id (char **link, const char *id)
{
  if (*link == NULL && att_url_is_http (id))
    *link = g_strdup (id);
}

typedef enum { PLAIN, HTML, MARKUP } Construct;   /* RFC 4287 §3.1: text, html, xhtml */

/* Whether all its markup is one div, in which the HTML stands escaped: as some wrote what §3.1.1.2 wants bare. */
static gboolean
is_wrapped_html (const AttXmlNode *node)
{
  const AttXmlNode *div = att_xml_element (node->first);
  return div && att_xml_is (div, "div") && att_xml_element (div->next) == NULL && !att_xml_has_child_elements (div);
}

static Construct
construct_of (const AttXmlNode *node)
{
  const char *type = att_xml_attribute (node, "type");
  const char *mode = att_xml_attribute (node, "mode");   /* Atom 0.3 */
  gboolean markup = att_xml_has_child_elements (node);
  if (mode && g_ascii_strcasecmp (mode, "xml") == 0)
    return markup ? MARKUP : PLAIN;
  if (mode && g_ascii_strcasecmp (mode, "escaped") == 0)
    return type && strstr (type, "html") ? HTML : type && strstr (type, "plain") ? PLAIN : HTML;
  if (type && (g_ascii_strcasecmp (type, "xhtml") == 0 || strstr (type, "xhtml") || g_str_has_suffix (type, "xml")))
    return MARKUP;
  if (type && (g_ascii_strcasecmp (type, "html") == 0 || strstr (type, "html")))
    return markup && !is_wrapped_html (node) ? MARKUP : HTML;
  return markup ? MARKUP : PLAIN;
}

/* Content that is a picture, a sound or a document in base64 (RFC 4287 §4.1.3.3): nothing to read. */
static gboolean
is_binary (const AttXmlNode *node)
{
  const char *type = att_xml_attribute (node, "type");
  return type && strchr (type, '/') && g_ascii_strncasecmp (type, "text/", 5) != 0 && !g_str_has_suffix (type, "xml") && !strstr (type, "html") && att_xml_attribute (node, "mode") == NULL;
}

/* Atom 0.3: the text in base64. */
static char *
decode_base64 (const AttXmlNode *node)
{
  g_autofree char *text = att_xml_text (node);
  gsize n;
  g_autofree char *raw = (char *) g_base64_decode (text, &n);
  return att_text_valid (raw, n);
}

static const char *
text_of (const AttXmlNode *node, Construct construct, char **owned)
{
  const char *mode = att_xml_attribute (node, "mode"), *text = NULL;
  if (mode && g_ascii_strcasecmp (mode, "base64") == 0 && construct != MARKUP)
    return *owned = decode_base64 (node);
  if (construct != MARKUP)
    text = att_xml_own_text (node);
  return text ? text : (*owned = construct == MARKUP ? att_xml_inner (node) : att_xml_text (node));
}

static char *
line_of (const AttXmlNode *node)
{
  Construct construct = construct_of (node);
  g_autofree char *owned = NULL;
  const char *text = text_of (node, construct, &owned);
  char *line = construct == PLAIN ? att_text_squeeze (text) : att_html_line (text);
  if (line && *line == '\0')
    g_clear_pointer (&line, g_free);
  return line;
}

static void
read_html (const AttXmlNode *node, const char *base, char **html, AttWords *words)
{
  if (*html)
    return;
  Construct construct = construct_of (node);
  g_autofree char *owned = NULL;
  const char *text = text_of (node, construct, &owned);
  if (!att_text_has (text) || is_binary (node))
    return;
  g_autofree char *trimmed = g_strstrip (g_strdup (text));
  g_autofree char *inner_base = NULL;
  const char *from = att_xml_base (node, base, &inner_base);
  if (construct == PLAIN)
    att_draft_plain (html, words, trimmed);
  else
    *html = att_html_clean (trimmed, from, words);
}

static char *
person_of (const AttXmlNode *node)
{
  for (const AttXmlNode *c = att_xml_element (node->first); c; c = att_xml_element (c->next))
    if (att_xml_is (c, "name")) {
      char *name = att_element_line (c);
      if (name)
        return name;
    }
  for (const AttXmlNode *c = att_xml_element (node->first); c; c = att_xml_element (c->next))
    if (att_xml_is (c, "email"))
      return att_element_word (c);
  return att_xml_has_child_elements (node) ? NULL : att_element_line (node);
}

static char *
href_of (const AttXmlNode *link, const char *base)
{
  return att_element_url (link, att_xml_attribute (link, "href") ? "href" : NULL, base);
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
read_link (const AttXmlNode *node, const char *base, AttArticle *a, guint *rank)
{
  const char *rel = att_xml_attribute (node, "rel"), *type = att_xml_attribute (node, "type");
  g_autofree char *url = href_of (node, base);
  if (url == NULL)
    return;
  if (rel && g_ascii_strcasecmp (rel, "enclosure") == 0) {
    const char *length = att_xml_attribute (node, "length");
    att_article_add_enclosure (a, url, type, length ? g_ascii_strtoll (length, NULL, 10) : -1);
  } else if (rel && g_ascii_strcasecmp (rel, "replies") == 0 && (type == NULL || strstr (type, "html")))
    att_draft_keep (&a->comments, g_steal_pointer (&url));
  else if (link_rank (rel, type) > 0 && link_rank (rel, type) >= *rank) {   /* of equals the last */
    *rank = link_rank (rel, type);
    g_free (a->url);
    a->url = g_steal_pointer (&url);
  }
}

static void
read_category (const AttXmlNode *node, AttDraft *draft)
{
  const char *term = att_xml_attribute (node, "term");
  if (!att_text_has (term))
    term = att_xml_attribute (node, "label");
  att_draft_category (draft, att_text_has (term) ? g_strdup (term) : att_element_word (node));
  att_draft_mark (draft, node);
}

/* RFC 4287 §4.2.11: where an aggregator took the entry from. */
static void
read_source (const AttXmlNode *node, const char *base, AttArticle *a)
{
  guint rank = 0;
  g_auto (AttDraft) source = att_draft_new ();
  for (const AttXmlNode *c = att_xml_element (node->first); c; c = att_xml_element (c->next))
    if (att_xml_is (c, "title") || att_xml_is (c, "link"))
      att_atom_read_into (c, base, &source, &rank);
  att_draft_keep (&a->source, g_steal_pointer (&source.article->title));
  att_draft_keep (&a->source_url, g_steal_pointer (&source.article->url));
}

void
att_atom_read_into (const AttXmlNode *c, const char *base, AttDraft *draft, guint *rank)
{
  AttArticle *a = draft->article;
  if (att_xml_is (c, "title"))
    att_draft_keep (&a->title, line_of (c));
  else if (att_xml_is (c, "link"))
    read_link (c, base, a, rank);
  else if (att_xml_is (c, "id"))
    att_draft_keep (&a->guid, att_element_word (c));
  else if (att_xml_is (c, "summary"))
    read_html (c, base, &a->summary, &draft->summary_words);
  else if (att_xml_is (c, "content"))
    read_html (c, base, &a->content, &draft->content_words);
  else if (att_xml_is (c, "author"))
    att_draft_keep (&a->byline, person_of (c));
  else if (att_xml_is (c, "category"))
    read_category (c, draft);
  else if (att_xml_is (c, "source"))
    read_source (c, base, a);
  else if (att_xml_is (c, "published") || att_xml_is (c, "issued"))
    a->published = att_element_date (c);
  else if (att_xml_is (c, "created"))
    a->published = a->published ? a->published : att_element_date (c);
  else if (att_xml_is (c, "updated") || att_xml_is (c, "modified"))
    a->updated = att_element_date (c);
}

static void
read_media (const AttXmlNode *c, const char *base, AttDraft *draft)
{
  if (att_xml_is (c, "group")) {
    for (const AttXmlNode *m = att_xml_element (c->first); m; m = att_xml_element (m->next))
      if (att_element_ns (m) == ATT_NS_MEDIA)
        read_media (m, base, draft);
  } else if (att_draft_media (draft, c, base))
    return;
  else if (att_xml_is (c, "description"))
    att_draft_described (draft, c, base);
  else if (att_xml_is (c, "title"))
    att_draft_keep (&draft->article->title, att_element_line (c));
}

static void
read_dublin (const AttXmlNode *c, const char *base, AttDraft *draft)
{
  AttArticle *a = draft->article;
  if (att_xml_is (c, "creator"))
    att_draft_keep (&a->byline, att_element_line (c));
  else if (att_xml_is (c, "subject"))
    att_draft_category (draft, att_element_plain (c));
  else if (att_xml_is (c, "title"))
    att_draft_keep (&a->title, att_element_line (c));
  else if (att_xml_is (c, "description"))
    att_draft_summary (draft, c, base);
  else if (att_xml_is (c, "language"))
    att_draft_keep (&a->language, att_element_word (c));
  else if (att_xml_is (c, "date") && a->published == 0)
    a->published = att_element_date (c);
}

AttArticle *
att_atom_read_entry (const AttXmlNode *entry, const char *base)
{
  g_auto (AttDraft) draft = att_draft_new ();
  guint rank = 0;
  for (const AttXmlNode *c = att_xml_element (entry->first); c; c = att_xml_element (c->next)) {
    AttNs ns = att_element_ns (c);
    if (ns == ATT_NS_ATOM || ns == ATT_NS_NONE)
      att_atom_read_into (c, base, &draft, &rank);
    else if (ns == ATT_NS_MEDIA)
      read_media (c, base, &draft);
    else if (ns == ATT_NS_DC)
      read_dublin (c, base, &draft);
    else if (ns == ATT_NS_EMM)
      att_draft_mark (&draft, c);
    else if (att_element_is (c, ATT_NS_CONTENT, "encoded"))
      att_draft_content (&draft, c, base);
  }
  link_by_id (&draft.article->url, draft.article->guid);
  att_draft_keep (&draft.article->language, g_strdup (att_xml_special (entry, "lang")));
  return att_draft_finish (&draft);
}

void
att_atom_read_feed_link (const AttXmlNode *link, const char *base, AttEdition *e)
{
  const char *rel = att_xml_attribute (link, "rel"), *type = att_xml_attribute (link, "type");
  g_autofree char *url = href_of (link, base);
  if (url == NULL)
    return;
  if (link_rank (rel, type) > 0) {
    if (e->link == NULL || (type && strstr (type, "html"))) {
      g_free (e->link);
      e->link = g_steal_pointer (&url);
    }
  } else if (g_ascii_strcasecmp (rel, "self") == 0)
    att_draft_keep (&e->self, g_steal_pointer (&url));
  else if (g_ascii_strcasecmp (rel, "next") == 0 || g_ascii_strcasecmp (rel, "prev-archive") == 0)   /* RFC 5005 §3, §4 */
    att_draft_keep (&e->next, g_steal_pointer (&url));
  else if (g_ascii_strcasecmp (rel, "hub") == 0)
    att_draft_keep (&e->hub, g_steal_pointer (&url));
}

gboolean
att_atom_is_entry (const AttXmlNode *node)
{
  return (node->name[0] | 0x20) == 'e' && (att_element_is (node, ATT_NS_ATOM, "entry") || att_element_is (node, ATT_NS_NONE, "entry"));
}

static gboolean
is_atoms (const AttXmlNode *node)
{
  AttNs ns = att_element_ns (node);
  return ns == ATT_NS_ATOM || ns == ATT_NS_NONE;
}

gboolean
att_atom_belongs (const AttXmlNode *entry, const AttXmlNode *root)
{
  for (const AttXmlNode *n = entry->parent; n && n != root; n = n->parent)
    if (!is_atoms (n))
      return FALSE;
  return TRUE;
}

static void
read_tree (const AttXmlNode *node, const char *base, AttEdition *edition, int depth)
{
  if (att_atom_is_entry (node))
    g_ptr_array_add (edition->articles, att_atom_read_entry (node, base));
  for (const AttXmlNode *c = att_xml_element (node->first); c && depth < MAX_DEPTH; c = att_xml_element (c->next))
    if (is_atoms (c))
      read_tree (c, base, edition, depth + 1);
}

void
att_atom_read_entries (const AttXmlNode *node, const char *base, AttEdition *edition)
{
  read_tree (node, base, edition, 0);
}

static void
read_feed (const AttXmlNode *root, const char *base, AttEdition *e)
{
  g_auto (AttDraft) draft = att_draft_new ();
  AttArticle *head = draft.article;
  g_auto (AttWords) description = { NULL, NULL };
  guint rank = 0;
  for (const AttXmlNode *c = att_xml_element (root->first); c; c = att_xml_element (c->next)) {
    AttNs ns = att_element_ns (c);
    if (ns == ATT_NS_DC)
      read_dublin (c, base, &draft);
    else if (ns != ATT_NS_ATOM && ns != ATT_NS_NONE)
      continue;
    else if (att_xml_is (c, "link"))
      att_atom_read_feed_link (c, base, e);
    else if (att_xml_is (c, "subtitle") || att_xml_is (c, "tagline"))
      read_html (c, base, &e->description, &description);
    else
      att_atom_read_into (c, base, &draft, &rank);
  }
  link_by_id (&e->link, head->guid);
  att_draft_keep (&e->title, g_steal_pointer (&head->title));
  att_draft_keep (&e->author, g_steal_pointer (&head->byline));
  att_draft_keep (&e->description, g_steal_pointer (&head->summary));
  att_draft_keep (&e->language, head->language ? g_steal_pointer (&head->language) : g_strdup (att_xml_lang (root)));
  e->updated = head->updated ? head->updated : head->published;
}

gboolean
att_atom_read (const AttXmlNode *root, const char *base, AttEdition *edition)
{
  const char *version = att_xml_attribute (root, "version");
  gboolean old = (root->space && strstr (root->space, "purl.org/atom")) || (version && g_str_has_prefix (version, "0."));
  edition->format = old ? "atom03" : "atom10";
  read_feed (root, base, edition);
  att_atom_read_entries (root, base, edition);
  for (guint i = 0; i < edition->articles->len; i++) {   /* RFC 4287 §4.2.1: a feed's author is its entries' */
    AttArticle *a = g_ptr_array_index (edition->articles, i);
    if (a->byline == NULL)
      a->byline = g_strdup (edition->author);
  }
  return TRUE;
}
