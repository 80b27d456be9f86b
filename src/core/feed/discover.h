/* discover.h: the feeds a web page points at.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * From link rel=alternate (the RSS Board's autodiscovery), links that look like feeds, and, last, addresses where sites usually keep one. Best first, each once.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct {
  char *url, *title;   /* title NULL where the page gave none */
  gboolean guessed;    /* only a usual place: nothing on the page says there is one */
} AttDiscovery;

/* Pure; any thread. Returns an array of AttDiscovery *, perhaps empty. */
GPtrArray *att_feed_discover (GBytes *bytes, const char *type, const char *url);

G_END_DECLS
