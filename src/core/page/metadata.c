/* metadata.c: what a page says of itself in its head.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "page/metadata.h"

#include "base/date.h"
#include "base/text.h"
#include "base/url.h"

#include <string.h>

typedef struct {
  char *og_title, *title, *h1, *author, *date, *og_locale, *lang, *canonical, *og_url, *image;
  GPtrArray *feeds;
  const char *url;
} Head;

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

static void
read_meta (const GumboNode *node, Head *head)
{
  static const char *const TITLE[] = { "og:title", "twitter:title", NULL }, *const AUTHOR[] = { "author", "article:author_name", "parsely-author", "dc.creator", "dcterms.creator", "byl", "sailthru.author", NULL };
  static const char *const DATE[] = { "article:published_time", "og:published_time", "datepublished", "date", "pubdate", "publishdate", "dc.date", "dc.date.issued", "dcterms.created", "dcterms.date", "parsely-pub-date", "sailthru.date", "publication_date", NULL };
  static const char *const LOCALE[] = { "og:locale", NULL }, *const URL[] = { "og:url", NULL }, *const IMAGE[] = { "og:image", "twitter:image", "og:image:url", NULL };
  const char *content = att_html_attribute (node, "content");
  const char *names[] = { att_html_attribute (node, "property"), att_html_attribute (node, "name"), att_html_attribute (node, "itemprop") };
  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    if (is_one_of (names[i], TITLE)) keep (&head->og_title, content);
    if (is_one_of (names[i], AUTHOR)) keep (&head->author, content);
    if (is_one_of (names[i], DATE)) keep (&head->date, content);
    if (is_one_of (names[i], LOCALE)) keep (&head->og_locale, content);
    if (is_one_of (names[i], URL)) keep (&head->og_url, content);
    if (is_one_of (names[i], IMAGE)) keep (&head->image, content);
  }
}

static void
read_link (const GumboNode *node, Head *head)
{
  const char *rel = att_html_attribute (node, "rel"), *href = att_html_attribute (node, "href"), *type = att_html_attribute (node, "type");
  if (rel == NULL || href == NULL)
    return;
  if (g_ascii_strcasecmp (rel, "canonical") == 0)
    keep (&head->canonical, href);
  gboolean feed = type && (strstr (type, "rss+xml") || strstr (type, "atom+xml") || strstr (type, "feed+json"));
  if (strstr (rel, "alternate") && feed)
    g_ptr_array_add (head->feeds, att_url_resolve (head->url, href));
}

static void
walk (const GumboNode *node, Head *head, int depth)
{
  if (node->type != GUMBO_NODE_ELEMENT || depth > 600)
    return;
  switch (node->v.element.tag) {
    case GUMBO_TAG_META: read_meta (node, head); break;
    case GUMBO_TAG_LINK: read_link (node, head); break;
    case GUMBO_TAG_HTML: keep (&head->lang, att_html_attribute (node, "lang")); break;
    case GUMBO_TAG_TITLE:
      if (head->title == NULL && node->v.element.children.length > 0)
        keep (&head->title, ((GumboNode *) node->v.element.children.data[0])->v.text.text);
      return;
    case GUMBO_TAG_H1:
      if (head->h1 == NULL) {
        g_autofree char *text = att_html_node_text (node);
        keep (&head->h1, text);
      }
      return;
    case GUMBO_TAG_TIME: keep (&head->date, att_html_attribute (node, "datetime")); break;
    default: break;
  }
  for (guint i = 0; i < node->v.element.children.length; i++)
    walk (node->v.element.children.data[i], head, depth + 1);
}

/* A title without the outlet's name behind it. */
static char *
plain_title (const Head *head)
{
  const char *title = head->h1 && head->og_title && strstr (head->og_title, head->h1) ? head->h1 : head->og_title ? head->og_title : head->title;
  if (title == NULL)
    return g_strdup (head->h1);
  static const char *const BARS[] = { " | ", " – ", " — ", " - ", " « " };
  for (guint i = 0; i < G_N_ELEMENTS (BARS); i++) {
    const char *bar = g_strrstr (title, BARS[i]);
    if (bar && g_utf8_strlen (title, bar - title) > 25)
      return g_strndup (title, bar - title);
  }
  return g_strdup (title);
}

void
att_metadata_read (const GumboNode *root, const char *url, AttPage *page)
{
  Head head = { .feeds = page->feeds, .url = url };
  walk (root, &head, 0);
  page->title = plain_title (&head);
  page->byline = g_steal_pointer (&head.author);
  page->language = head.lang ? g_strdup (head.lang) : g_strdup (head.og_locale);
  page->url = att_url_resolve (url, head.canonical ? head.canonical : head.og_url ? head.og_url : url);
  page->lead_image = att_url_resolve (url, head.image);
  if (!att_date_parse (head.date, &page->published))
    page->published = 0;
  char *owned[] = { head.og_title, head.title, head.h1, head.author, head.date, head.og_locale, head.lang, head.canonical, head.og_url, head.image };
  for (guint i = 0; i < G_N_ELEMENTS (owned); i++)
    g_free (owned[i]);
}
