/* trouble.h: what is wrong with a feed, in words.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "press/feed.h"

G_BEGIN_DECLS

/* Why it fails, since when, when it is tried again, and what the person can do. Owned by the caller. */
char *att_trouble_tell (const AttFeed *feed);

G_END_DECLS
