/* quiet-feed.h: a feed without a story: why it has none, and what can be done.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * It fails, or was not read yet, or carries nothing.
 */
#pragma once

#include "press/feed.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ATT_TYPE_QUIET_FEED (att_quiet_feed_get_type ())
G_DECLARE_FINAL_TYPE (AttQuietFeed, att_quiet_feed, ATT, QUIET_FEED, GtkBox)

void att_quiet_feed_set_feed (AttQuietFeed *self, const AttFeed *feed);

G_END_DECLS
