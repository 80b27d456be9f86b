/* shapes.h: where the software of a site keeps its feeds.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Known by the address (YouTube, Reddit, GitHub ...) or by what a page says it was made with (its meta generator: WordPress,
 * Mastodon, Blogger ...). Every address given is on the host of the page itself. Pure; any thread.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Both return an array of char *, likely ones first, perhaps empty. */
GPtrArray *att_feed_shapes_of_address  (const char *url);
GPtrArray *att_feed_shapes_of_software (const char *url, const char *generator);

G_END_DECLS
