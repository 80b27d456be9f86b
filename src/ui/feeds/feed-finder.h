/* feed-finder.h: the window in which an address becomes a subscription.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Takes a feed's address, a page's or a site's name; lists what is found there with its newest story; one already subscribed to
 * says so.
 */
#pragma once

#include "desk/desk.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

void att_feed_finder_present (GtkWindow *parent, AttDesk *desk, const char *address);   /* address: looked up at once; may be NULL */

/* What to say above a question for a name and a password. Owned by the caller. */
char *att_feed_finder_login_words (const char *url);

G_END_DECLS
