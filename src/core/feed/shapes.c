/* shapes.c: where the software of a site keeps its feeds.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "feed/shapes.h"

#include "base/url.h"

#include <string.h>

/* pattern is of path and query; in feed, \1 is what it caught. */
typedef struct { const char *of, *pattern, *feed; } Shape;

/* By host, its sub-domains too. */
static const Shape SITES[] = {
  { "youtube.com", "^/channel/(UC[\\w-]+)", "/feeds/videos.xml?channel_id=\\1" },
  { "youtube.com", "^/playlist\\?(?:.*&)?list=([\\w-]+)", "/feeds/videos.xml?playlist_id=\\1" },
  { "youtube.com", "^/user/([\\w-]+)", "/feeds/videos.xml?user=\\1" },
  { "reddit.com", "^/((?:r|user|u)/[\\w-]+)", "/\\1/.rss" },
  { "reddit.com", "^/?$", "/.rss" },
  { "github.com", "^/([\\w.-]+/[\\w.-]+)", "/\\1/releases.atom" },
  { "github.com", "^/([\\w.-]+/[\\w.-]+)", "/\\1/commits.atom" },
  { "github.com", "^/([\\w.-]+/[\\w.-]+)", "/\\1/tags.atom" },
  { "github.com", "^/([\\w-]+)/?$", "/\\1.atom" },
  { "gitlab.com", "^/([\\w.-]+/[\\w.-]+)", "/\\1/-/tags?format=atom" },
  { "blogspot.com", "^", "/feeds/posts/default" },
  { "wordpress.com", "^", "/feed/" },
  { "substack.com", "^", "/feed" },
  { "tumblr.com", "^", "/rss" },
  { "medium.com", "^/(@?[\\w.-]+)", "/feed/\\1" },
  { "bsky.app", "^/profile/([\\w.:-]+)", "/profile/\\1/rss" },
  { "vimeo.com", "^/([\\w-]+)/?$", "/\\1/videos/rss" },
};

/* By how the generator's name begins. */
static const Shape SOFTWARE[] = {
  { "wordpress", "^(/[^?]*[^/?])/?(?:$|\\?)", "\\1/feed/" },   /* of this section */
  { "wordpress", "^", "/feed/" },
  { "wordpress", "^", "/?feed=rss2" },
  { "mastodon", "^([^?]*/@[\\w.]+)", "\\1.rss" },
  { "pleroma", "^/(?:users/)?@?([\\w.]+)", "/users/\\1/feed.rss" },
  { "blogger", "^", "/feeds/posts/default" },
  { "ghost", "^", "/rss/" },
  { "drupal", "^", "/rss.xml" },
  { "joomla", "^(/[^?]*)", "\\1?format=feed&type=rss" },
  { "discourse", "^", "/latest.rss" },
  { "hugo", "^", "/index.xml" },
  { "jekyll", "^", "/feed.xml" },
  { "typo3", "^", "/rss.xml" },
  { "medium", "^/(@?[\\w.-]+)", "/feed/\\1" },
};

/* Where path and query begin. */
static const char *
path_of (const char *url)
{
  const char *authority = strstr (url, "://");
  return authority ? authority + 3 + strcspn (authority + 3, "/?#") : url + strlen (url);
}

static void
apply (const Shape *shape, const char *url, GPtrArray *found)
{
  g_autoptr (GRegex) regex = g_regex_new (shape->pattern, 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  const char *path = path_of (url);
  g_autofree char *asked = g_strndup (path, strcspn (path, "#"));
  if (!g_regex_match (regex, asked, 0, &match))
    return;
  g_autofree char *caught = g_match_info_fetch (match, 1);
  g_auto (GStrv) parts = g_strsplit (shape->feed, "\\1", 2);
  g_ptr_array_add (found, g_strdup_printf ("%.*s%s%s%s", (int) (path - url), url, parts[0], parts[1] && caught ? caught : "", parts[1] ? parts[1] : ""));
}

static gboolean
is_on (const char *host, const char *site)
{
  gsize n = strlen (host), m = strlen (site);
  return n >= m && strcmp (host + n - m, site) == 0 && (n == m || host[n - m - 1] == '.');
}

GPtrArray *
att_feed_shapes_of_address (const char *url)
{
  GPtrArray *found = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *host = att_url_host (url);
  for (guint i = 0; host && i < G_N_ELEMENTS (SITES); i++)
    if (is_on (host, SITES[i].of))
      apply (&SITES[i], url, found);
  return found;
}

GPtrArray *
att_feed_shapes_of_software (const char *url, const char *generator)
{
  GPtrArray *found = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; generator && i < G_N_ELEMENTS (SOFTWARE); i++)
    if (g_ascii_strncasecmp (generator, SOFTWARE[i].of, strlen (SOFTWARE[i].of)) == 0)
      apply (&SOFTWARE[i], url, found);
  return found;
}
