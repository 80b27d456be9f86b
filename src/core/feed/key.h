/* key.h: which article of a feed is which.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The same item fetched again must be the same article. The key is the source's own id, else its address without
 * what changes between two sights of it, else its title.
 */
#pragma once

#include "press/article.h"

G_BEGIN_DECLS

char *att_feed_key (const AttArticle *article);   /* never NULL; owned by the caller */

G_END_DECLS
