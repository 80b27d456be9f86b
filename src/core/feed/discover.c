/* discover.c: the feeds a web page points at.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "feed/discover.h"

#include "base/charset.h"
#include "base/html.h"
#include "base/text.h"
#include "base/url.h"

#include <string.h>

static void
discovery_free (gpointer data)
{
  AttDiscovery *self = data;
  g_free (self->url);
  g_free (self->title);
  g_free (self);
}

static void
add (GPtrArray *found, const char *base, const char *href, const char *title, gboolean guessed)
{
  g_autofree char *url = att_url_resolve (base, href);
  if (url == NULL || (!att_url_is_http (url) && !g_str_has_prefix (url, "file:")))
    return;
  for (guint i = 0; i < found->len; i++)
    if (strcmp (((AttDiscovery *) g_ptr_array_index (found, i))->url, url) == 0)
      return;
  AttDiscovery *one = g_new (AttDiscovery, 1);
  *one = (AttDiscovery) { g_steal_pointer (&url), title ? att_text_squeeze (title) : NULL, guessed };
  g_ptr_array_add (found, one);
}

static gboolean
is_feed_type (const char *type)
{
  return type && (strstr (type, "rss+xml") || strstr (type, "atom+xml") || strstr (type, "rdf+xml") || strstr (type, "feed+json"));
}

static gboolean
looks_like_feed (const char *href)
{
  g_autofree char *low = g_ascii_strdown (href, -1);
  const char *path = strstr (low, "://") ? strchr (strstr (low, "://") + 3, '/') : low;
  if (path == NULL)
    return FALSE;
  return g_str_has_suffix (path, ".rss") || g_str_has_suffix (path, "/rss") || g_str_has_suffix (path, "/rss/") || g_str_has_suffix (path, "rss.xml")
         || g_str_has_suffix (path, "atom.xml") || g_str_has_suffix (path, "/feed") || g_str_has_suffix (path, "/feed/") || g_str_has_suffix (path, "feed.xml")
         || g_str_has_suffix (path, ".atom") || g_str_has_suffix (path, "feed.json") || g_str_has_suffix (path, ".rdf");
}

typedef struct { GPtrArray *links, *anchors; const char *base; } Search;

static void
look (const GumboNode *node, Search *search, int depth)
{
  if (node->type != GUMBO_NODE_ELEMENT || depth > 600)
    return;
  GumboTag tag = node->v.element.tag;
  const char *href = att_html_attribute (node, "href");
  if (tag == GUMBO_TAG_BASE && href)
    search->base = href;
  if (tag == GUMBO_TAG_LINK && href) {
    const char *rel = att_html_attribute (node, "rel");
    g_autofree char *low = rel ? g_ascii_strdown (rel, -1) : NULL;
    g_autofree char *type = g_ascii_strdown (att_html_attribute (node, "type") ? att_html_attribute (node, "type") : "", -1);
    gboolean alternate = low && (strstr (low, "alternate") || strstr (low, "feed")) && !strstr (low, "stylesheet");
    if (alternate && (is_feed_type (type) || (strstr (low, "feed") && *type == '\0')))
      add (search->links, search->base, href, att_html_attribute (node, "title"), FALSE);
  }
  if (tag == GUMBO_TAG_A && href && looks_like_feed (href)) {
    g_autofree char *text = att_html_node_text (node);
    add (search->anchors, search->base, href, att_text_has (text) ? text : NULL, FALSE);
  }
  for (guint i = 0; i < node->v.element.children.length; i++)
    look (node->v.element.children.data[i], search, depth + 1);
}

GPtrArray *
att_feed_discover (GBytes *bytes, const char *type, const char *url)
{
  g_return_val_if_fail (bytes != NULL && url != NULL, NULL);

  static const char *const USUAL[] = { "/feed", "/rss", "/rss.xml", "/feed.xml", "/atom.xml", "/index.xml", "/feed.json" };
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  g_autofree char *http = att_charset_of_type (type);
  g_autofree char *declared = data ? att_charset_declared (data, length) : NULL;
  g_autofree char *text = att_charset_decode (data ? data : "", length, http, declared, NULL);
  Search search = { g_ptr_array_new_with_free_func (discovery_free), g_ptr_array_new_with_free_func (discovery_free), url };
  g_autoptr (AttHtml) doc = att_html_parse (text, strlen (text), FALSE);
  if (doc)
    look (doc->root, &search, 0);
  for (guint i = 0; i < search.anchors->len; i++) {
    AttDiscovery *one = g_ptr_array_index (search.anchors, i);
    add (search.links, url, one->url, one->title, FALSE);
  }
  g_ptr_array_unref (search.anchors);
  if (search.links->len == 0 && att_url_is_http (url))
    for (guint i = 0; i < G_N_ELEMENTS (USUAL); i++)
      add (search.links, url, USUAL[i], NULL, TRUE);
  return search.links;
}
