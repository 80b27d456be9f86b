/* discover.c: the feeds a web page points at.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "feed/discover.h"

#include "base/charset.h"
#include "base/html.h"
#include "base/text.h"
#include "base/url.h"
#include "feed/shapes.h"

#include <string.h>

static void
discovery_free (gpointer data)
{
  AttDiscovery *self = data;
  g_free (self->url);
  g_free (self->title);
  g_free (self);
}

enum { RANK_NAMED = 100, RANK_JSON = 95, RANK_SHAPE = 80, RANK_SOFTWARE = 70, RANK_LINKED = 60, RANK_COMMENTS = 20, RANK_GUESS = 0 };

#define MAX_FOUND 200   /* on one page */

typedef struct {
  GPtrArray  *feeds;
  const char *url;                /* of the page */
  char       *base;               /* what its links start from */
  char       *generator, *canonical, *onward;
} Search;

/* Feeds of what readers say, not of what the site says. */
static gboolean
is_comments (const char *url, const char *title)
{
  g_autofree char *words = g_strconcat (url, " ", title ? title : "", NULL), *low = g_utf8_strdown (words, -1);
  return strstr (low, "comment") || strstr (low, "kommentar") || strstr (low, "comentario");
}

static void
add (Search *search, const char *base, const char *href, const char *title, int rank)
{
  g_autofree char *url = att_url_resolve (base, href);
  gboolean local = url && g_str_has_prefix (url, "file:") && g_str_has_prefix (search->url, "file:");   /* no page of the web names files of ours */
  if (url == NULL || !(att_url_is_http (url) || local) || search->feeds->len >= MAX_FOUND)
    return;
  if (rank > RANK_COMMENTS && is_comments (url, title))
    rank = RANK_COMMENTS;
  for (guint i = 0; i < search->feeds->len; i++) {
    AttDiscovery *known = g_ptr_array_index (search->feeds, i);
    if (strcmp (known->url, url) == 0) {
      known->rank = MAX (known->rank, rank);
      return;
    }
  }
  AttDiscovery *one = g_new (AttDiscovery, 1);
  *one = (AttDiscovery) { g_steal_pointer (&url), title ? att_text_squeeze (title) : NULL, rank, rank == RANK_GUESS };
  g_ptr_array_add (search->feeds, one);
}

static void
add_all (Search *search, GPtrArray *urls, int rank)
{
  for (guint i = 0; i < urls->len; i++)
    add (search, NULL, g_ptr_array_index (urls, i), NULL, rank);
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

static void
look_at_link (const GumboNode *node, const char *href, Search *search)
{
  const char *rel = att_html_attribute (node, "rel"), *written = att_html_attribute (node, "type");
  g_autofree char *low = g_ascii_strdown (rel ? rel : "", -1), *type = g_ascii_strdown (written ? written : "", -1);
  if (strcmp (low, "canonical") == 0 && search->canonical == NULL)
    search->canonical = att_url_resolve (search->base, href);
  if (strstr (low, "api.w.org") && search->generator == NULL)
    search->generator = g_strdup ("WordPress");
  gboolean alternate = (strstr (low, "alternate") || strstr (low, "feed")) && !strstr (low, "stylesheet");
  if (alternate && (is_feed_type (type) || (strstr (low, "feed") && *type == '\0')))
    add (search, search->base, href, att_html_attribute (node, "title"), strstr (type, "json") ? RANK_JSON : RANK_NAMED);
}

/* content="5; url=/there", as WHATWG HTML §4.2.5.3 reads it. */
static char *
refresh_target (const char *content)
{
  if (content == NULL)
    return NULL;
  const char *p = content + strspn (content, " \t\r\n0123456789.");
  p += strspn (p, ";, \t\r\n");
  if (g_ascii_strncasecmp (p, "url", 3) == 0) {
    p += 3;
    p += strspn (p, " \t");
    if (*p != '=')
      return NULL;
    p++;
  }
  p += strspn (p, " \t'\"");
  gsize n = strcspn (p, "'\" \t\r\n");
  return n > 0 ? g_strndup (p, n) : NULL;
}

static void
look_at_meta (const GumboNode *node, Search *search)
{
  const char *name = att_html_attribute (node, "name"), *equivalent = att_html_attribute (node, "http-equiv"), *content = att_html_attribute (node, "content");
  if (name && content && g_ascii_strcasecmp (name, "generator") == 0 && search->generator == NULL)
    search->generator = g_strdup (content);
  if (equivalent && g_ascii_strcasecmp (equivalent, "refresh") == 0 && search->onward == NULL) {
    g_autofree char *target = refresh_target (content), *whole = att_url_resolve (search->base, target);
    if (whole && att_url_is_http (whole) && strcmp (whole, search->url) != 0)
      search->onward = g_steal_pointer (&whole);
  }
}

static void
look (const GumboNode *node, Search *search, int depth)
{
  if (node->type != GUMBO_NODE_ELEMENT || depth > 600)
    return;
  GumboTag tag = node->v.element.tag;
  const char *href = att_html_attribute (node, "href");
  if (tag == GUMBO_TAG_BASE && href) {
    char *base = att_url_resolve (search->url, href);
    g_free (search->base);
    search->base = base;
  } else if (tag == GUMBO_TAG_LINK && href)
    look_at_link (node, href, search);
  else if (tag == GUMBO_TAG_META)
    look_at_meta (node, search);
  else if (tag == GUMBO_TAG_A && href && looks_like_feed (href)) {
    g_autofree char *text = att_html_node_text (node);
    add (search, search->base, href, att_text_has (text) ? text : NULL, RANK_LINKED);
  }
  for (guint i = 0; i < node->v.element.children.length; i++)
    look (node->v.element.children.data[i], search, depth + 1);
}

/* Nothing on the page says so, but here is where sites have them: under the page's own folder, then at the root. */
static void
add_guesses (Search *search)
{
  static const char *const USUAL[] = { "feed", "rss", "rss.xml", "/feed", "/rss", "/rss.xml", "/feed.xml", "/atom.xml", "/index.xml", "/feed.json" };
  g_autofree char *folder = g_strdup (search->url);
  gsize n = strcspn (folder, "?#");
  folder[n] = '\0';
  g_autofree char *inside = g_str_has_suffix (folder, "/") ? g_strdup (folder) : g_strconcat (folder, "/", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (USUAL); i++)
    add (search, inside, USUAL[i], NULL, RANK_GUESS);
}

static int
by_rank (gconstpointer a, gconstpointer b)
{
  const AttDiscovery *x = *(AttDiscovery *const *) a, *y = *(AttDiscovery *const *) b;
  return y->rank - x->rank;
}

AttPageFeeds *
att_feed_discover (GBytes *bytes, const char *type, const char *url)
{
  g_return_val_if_fail (bytes != NULL && url != NULL, NULL);

  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  g_autofree char *http = att_charset_of_type (type);
  g_autofree char *declared = data ? att_charset_declared (data, length) : NULL;
  g_autofree char *text = att_charset_decode (data ? data : "", length, http, declared, NULL);
  Search search = { .feeds = g_ptr_array_new_with_free_func (discovery_free), .url = url, .base = g_strdup (url) };
  g_autoptr (AttHtml) doc = att_html_parse (text, strlen (text), FALSE);
  if (doc)
    look (doc->root, &search, 0);
  g_autoptr (GPtrArray) by_address = att_feed_shapes_of_address (url), by_software = att_feed_shapes_of_software (url, search.generator);
  g_autoptr (GPtrArray) by_canonical = search.canonical ? att_feed_shapes_of_address (search.canonical) : g_ptr_array_new ();
  add_all (&search, by_address, RANK_SHAPE);
  g_autofree char *host = att_url_host (url), *canonical_host = search.canonical ? att_url_host (search.canonical) : NULL;
  if (g_strcmp0 (host, canonical_host) == 0)   /* no other host is asked than the one that was named */
    add_all (&search, by_canonical, RANK_SHAPE);
  add_all (&search, by_software, RANK_SOFTWARE);
  if (att_url_is_http (url))
    add_guesses (&search);
  g_ptr_array_sort (search.feeds, by_rank);   /* stable: of equals the page's order */
  AttPageFeeds *self = g_new (AttPageFeeds, 1);
  *self = (AttPageFeeds) { search.feeds, search.onward };
  g_free (search.base);
  g_free (search.generator);
  g_free (search.canonical);
  return self;
}

void
att_page_feeds_free (AttPageFeeds *self)
{
  g_ptr_array_unref (self->feeds);
  g_free (self->onward);
  g_free (self);
}
