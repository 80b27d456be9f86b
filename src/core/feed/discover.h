/* discover.h: the feeds a web page points at.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * From link rel=alternate and rel=feed (the RSS Board's autodiscovery, WHATWG HTML §4.6.7), links that look like feeds,
 * where the site's software keeps them (feed/shapes.h), and, last, addresses where sites usually keep one.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct {
  char *url, *title;   /* title NULL where the page gave none */
  int   rank;          /* the higher the likelier to be what is wanted */
  gboolean guessed;    /* only a usual place: nothing on the page says there is one */
} AttDiscovery;

typedef struct {
  GPtrArray *feeds;    /* of AttDiscovery *, best first, each address once, guesses at the end */
  char      *onward;   /* where the page sends its readers by itself (meta refresh), or NULL */
} AttPageFeeds;

/* Pure; any thread. */
AttPageFeeds *att_feed_discover   (GBytes *bytes, const char *type, const char *url);
void          att_page_feeds_free (AttPageFeeds *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AttPageFeeds, att_page_feeds_free)

G_END_DECLS
