/* metadata.c: what a page says of itself.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "page/metadata.h"

#include "base/text.h"
#include "base/url.h"

#include <string.h>

#define MAX_BASE_DEPTH 4
#define MAX_DEPTH 600
#define MAX_HEADINGS 12
#define MAX_BYLINES 12
#define MAX_BYLINE 160       /* bytes of text that may be a byline */

static void
keep (char **field, const char *value)
{
  if (*field == NULL && att_text_has (value))
    *field = att_text_squeeze (value);
}

static gboolean
is_one_of (const char *name, const char *const *names)
{
  for (guint i = 0; name && names[i]; i++)
    if (g_ascii_strcasecmp (name, names[i]) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
has_word (const char *words, const char *word)
{
  g_autofree char *low = words ? g_ascii_strdown (words, -1) : NULL;
  return low && strstr (low, word);
}

static void
read_meta (const GumboNode *node, AttMetadata *self)
{
  static const char *const TITLE[] = { "og:title", "twitter:title", "parsely-title", "sailthru.title", "dc.title", NULL }, *const SITE[] = { "og:site_name", "application-name", NULL };
  static const char *const AUTHOR[] = { "author", "article:author_name", "parsely-author", "dc.creator", "dcterms.creator", "byl", "sailthru.author", "citation_author", "article:author", "cxenseparse:author", NULL };
  static const char *const DATE[] = { "article:published_time", "article:published", "og:published_time", "og:article:published_time", "datepublished", "date", "pubdate", "pub_date", "publishdate", "publish-date", "dc.date", "dc.date.issued", "dc.date.created",
                                      "dcterms.created", "dcterms.date", "dcterms.issued", "parsely-pub-date", "sailthru.date", "publication_date", "cxenseparse:recs:publishtime", "article.published", "timestamp", "rnews:datepublished", "citation_publication_date", NULL };
  static const char *const SUMMARY[] = { "og:description", "description", "twitter:description", NULL };
  static const char *const LOCALE[] = { "og:locale", "content-language", "dc.language", "language", NULL }, *const URL[] = { "og:url", NULL }, *const IMAGE[] = { "og:image", "og:image:url", "og:image:secure_url", "twitter:image", "twitter:image:src", NULL };
  const char *content = att_html_attribute (node, "content");
  const char *card = att_html_attribute (node, "name");
  if (content && card && strcmp (card, "twitter:label1") == 0)
    self->card_names = g_regex_match_simple ("written by|verfasst von|geschrieben von|écrit par|escrito por|scritto da|author|geschreven door", content, G_REGEX_CASELESS, 0);
  if (content && card && self->card_names && strcmp (card, "twitter:data1") == 0)
    keep (&self->card_author, content);
  const char *names[] = { att_html_attribute (node, "property"), att_html_attribute (node, "name"), att_html_attribute (node, "itemprop"), att_html_attribute (node, "http-equiv") };
  for (guint i = 0; content && i < G_N_ELEMENTS (names); i++) {
    if (is_one_of (names[i], TITLE)) keep (&self->og_title, content);
    if (is_one_of (names[i], SITE)) keep (&self->site, content);
    if (is_one_of (names[i], AUTHOR) && !strstr (content, "://")) keep (&self->author, content);
    if (is_one_of (names[i], DATE)) keep (&self->date, content);
    if (is_one_of (names[i], SUMMARY)) keep (&self->summary, content);
    if (is_one_of (names[i], LOCALE)) keep (&self->locale, content);
    if (is_one_of (names[i], URL)) keep (&self->og_url, content);
    if (is_one_of (names[i], IMAGE)) keep (&self->image, content);
  }
}

static void
read_link (const GumboNode *node, AttMetadata *self)
{
  const char *rel = att_html_attribute (node, "rel"), *href = att_html_attribute (node, "href"), *type = att_html_attribute (node, "type");
  if (rel == NULL || href == NULL)
    return;
  g_auto (GStrv) rels = g_strsplit_set (rel, " \t\n", -1);
  gboolean alternate = FALSE;
  for (guint i = 0; rels[i]; i++) {
    if (g_ascii_strcasecmp (rels[i], "canonical") == 0)
      keep (&self->canonical, href);
    if (g_ascii_strcasecmp (rels[i], "next") == 0)
      keep (&self->next, href);
    alternate |= g_ascii_strcasecmp (rels[i], "alternate") == 0;
  }
  gboolean feed = type && (has_word (type, "rss+xml") || has_word (type, "atom+xml") || has_word (type, "feed+json"));
  g_autofree char *whole = alternate && feed && *href ? att_url_resolve (self->base, href) : NULL;
  if (whole && !g_ptr_array_find_with_equal_func (self->feeds, whole, g_str_equal, NULL))
    g_ptr_array_add (self->feeds, g_steal_pointer (&whole));
}

/* The first one holds for all that is relative, wherever it stands (HTML, §4.2.3). */
static void
find_base (const GumboNode *node, const char **href, int depth)
{
  if (node->type != GUMBO_NODE_ELEMENT || *href || depth > MAX_BASE_DEPTH)
    return;
  if (node->v.element.tag == GUMBO_TAG_BASE)
    *href = att_html_attribute (node, "href");
  for (guint i = 0; i < node->v.element.children.length && node->v.element.tag != GUMBO_TAG_BODY; i++)
    find_base (node->v.element.children.data[i], href, depth + 1);
}

static void
read_script (const GumboNode *node, AttMetadata *self)
{
  const char *type = att_html_attribute (node, "type");
  if (type && has_word (type, "ld+json") && node->v.element.children.length > 0) {
    const GumboNode *text = node->v.element.children.data[0];
    if (text->type == GUMBO_NODE_TEXT || text->type == GUMBO_NODE_CDATA || text->type == GUMBO_NODE_WHITESPACE)
      att_linked_data_read (self->linked, text->v.text.text);
  }
}

static void
keep_text (char **field, const GumboNode *node, gsize most)
{
  if (*field)
    return;
  g_autofree char *text = att_html_node_text (node);
  if (strlen (text) <= most)
    keep (field, text);
}

static gboolean
names_author (const char *class)
{
  static const char *const WORDS[] = { "byline", "author", "autor", "auteur", "writer", "verfasser", "reporter", "contributor", "journalist", "creator" };
  for (guint i = 0; i < G_N_ELEMENTS (WORDS); i++)
    if (has_word (class, WORDS[i]))
      return TRUE;
  return FALSE;
}

/* /authors/jane-doe, /autor/12: where a name leads to all that somebody wrote. */
static gboolean
leads_to_author (const char *href)
{
  static const char *const PLACES[] = { "/author/", "/authors/", "/autor/", "/autoren/", "/autores/", "/auteur/", "/people/", "/profile/", "/contributor/", "/contributors/", "/reporter/", "/journalist/", "/by/" };
  for (guint i = 0; href && i < G_N_ELEMENTS (PLACES); i++)
    if (strstr (href, PLACES[i]))
      return TRUE;
  return FALSE;
}

static void
add_words (GPtrArray *list, const GumboNode *node)
{
  g_autofree char *text = list->len < MAX_BYLINES ? att_html_node_text (node) : NULL;
  if (text && *text && strlen (text) <= MAX_BYLINE)
    g_ptr_array_add (list, g_steal_pointer (&text));
}

/* itemprop, rel=author, class=byline: who wrote it and when, in the body. */
static void
read_marked (const GumboNode *node, AttMetadata *self)
{
  const char *item = att_html_attribute (node, "itemprop"), *rel = att_html_attribute (node, "rel"), *class = att_html_attribute (node, "class");
  if (item && has_word (item, "author"))
    keep_text (&self->item_author, node, MAX_BYLINE);
  if (item && has_word (item, "datepublished")) {
    keep (&self->item_date, att_html_attribute (node, "datetime"));
    keep (&self->item_date, att_html_attribute (node, "content"));
    keep_text (&self->item_date, node, MAX_BYLINE);
  }
  if (rel && has_word (rel, "author"))
    keep_text (&self->item_author, node, MAX_BYLINE);
  if (class && names_author (class))
    add_words (self->bylines, node);
  if (node->v.element.tag == GUMBO_TAG_A && leads_to_author (att_html_attribute (node, "href")))
    add_words (self->persons, node);
}

static void
read_time (const GumboNode *node, AttMetadata *self)
{
  const char *class = att_html_attribute (node, "class"), *when = att_html_attribute (node, "datetime");
  if (att_html_attribute (node, "pubdate") || (class && (has_word (class, "publish") || has_word (class, "entry-date") || has_word (class, "pubdate"))))
    keep (&self->marked_time, when);
  keep (&self->time, when);
}

static void
walk (const GumboNode *node, AttMetadata *self, int depth)
{
  if (node->type != GUMBO_NODE_ELEMENT || depth > MAX_DEPTH)
    return;
  const GumboVector *children = &node->v.element.children;
  switch (node->v.element.tag) {
    case GUMBO_TAG_META: read_meta (node, self); break;
    case GUMBO_TAG_LINK: read_link (node, self); break;
    case GUMBO_TAG_SCRIPT: read_script (node, self); return;
    case GUMBO_TAG_STYLE: case GUMBO_TAG_SVG: return;
    case GUMBO_TAG_HTML: keep (&self->lang, att_html_attribute (node, "lang")); keep (&self->lang, att_html_attribute (node, "xml:lang")); break;
    case GUMBO_TAG_TITLE:
      if (children->length > 0)
        keep (&self->title, ((GumboNode *) children->data[0])->v.text.text);
      return;
    case GUMBO_TAG_H1:
      if (self->headings->len < MAX_HEADINGS) {
        g_autofree char *text = att_html_node_text (node);
        char *line = att_text_squeeze (text);
        g_ptr_array_add (self->headings, line);
      }
      break;
    case GUMBO_TAG_TIME: read_time (node, self); break;
    default: break;
  }
  if (node->v.element.tag != GUMBO_TAG_META && node->v.element.attributes.length > 0)
    read_marked (node, self);
  for (guint i = 0; i < children->length; i++)
    walk (children->data[i], self, depth + 1);
}

AttMetadata *
att_metadata_new (const GumboNode *root, const char *url)
{
  AttMetadata *self = g_new0 (AttMetadata, 1);
  self->linked = att_linked_data_new ();
  self->headings = g_ptr_array_new_with_free_func (g_free);
  self->bylines = g_ptr_array_new_with_free_func (g_free);
  self->persons = g_ptr_array_new_with_free_func (g_free);
  self->feeds = g_ptr_array_new_with_free_func (g_free);
  const char *base = NULL;
  find_base (root, &base, 0);
  self->url = g_strdup (url);
  self->base = base ? att_url_resolve (url, base) : g_strdup (url);
  walk (root, self, 0);
  return self;
}

void
att_metadata_free (AttMetadata *self)
{
  if (self == NULL)
    return;
  char *owned[] = { self->og_title, self->title, self->site, self->summary, self->author, self->date, self->locale, self->lang, self->canonical, self->og_url, self->image, self->next,
                    self->item_author, self->card_author, self->item_date, self->marked_time, self->time, self->url, self->base };
  for (guint i = 0; i < G_N_ELEMENTS (owned); i++)
    g_free (owned[i]);
  att_linked_data_free (self->linked);
  g_ptr_array_unref (self->headings);
  g_ptr_array_unref (self->bylines);
  g_ptr_array_unref (self->persons);
  g_ptr_array_unref (self->feeds);
  g_free (self);
}

AttClaims
att_metadata_claims (const AttMetadata *self)
{
  const char *title = self->og_title ? self->og_title : self->linked->headline ? self->linked->headline : self->title;
  return (AttClaims) { title, self->summary ? self->summary : self->linked->summary, self->linked->body };
}
