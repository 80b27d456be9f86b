/* promotion.h: what an outlet puts into every article, told from the article.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * "Follow us on …", "This piece is part of our series …": a paragraph that stands in three articles of one source is none of
 * theirs, and is remembered, since they are shown without it then. Articles that share much of their text tell one story; they do not count against each other. Pure; any thread.
 */
#pragma once

#include "press/article.h"

G_BEGIN_DECLS

/* Takes out of article, and of those beside it (of AttArticle *), what they have in common, and what is known to be promotion already:
 * paragraphs with their shapes; pictures keep their places. They must not be shared yet. known: a set of paragraphs, to which
 * those found are added. Those beside that lost something, of AttArticle *. */
GPtrArray *att_promotion_remove (AttArticle *article, const GPtrArray *beside, GHashTable *known);

G_END_DECLS
