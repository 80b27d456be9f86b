/* robots.h: what a site asks programs to leave alone (RFC 9309).
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Pure; any thread. Only for pages fetched ahead: what a person opens is asked for by the person.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Whether rules (the text of robots.txt, NULL: none) let us read a path ("/news/1?x=2"). The longest rule counts, and of two
 * of one length the one that allows. */
gboolean att_robots_allow (const char *rules, const char *path);

G_END_DECLS
