/* promotion.h: what an outlet puts into every article, told from the article.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * "Follow us on …", "This piece is part of our series …": a paragraph that stands in three articles of one source is none of
 * theirs. Articles that share much of their text tell one story; they do not count against each other. Pure; any thread.
 */
#pragma once

#include "press/article.h"

G_BEGIN_DECLS

/* Takes what article and those beside it (of AttArticle *) have in common out of all of them: paragraphs with their shapes;
 * pictures keep their places. They must not be shared yet. Those beside that lost something, of AttArticle *. */
GPtrArray *att_promotion_remove (AttArticle *article, const GPtrArray *beside);

G_END_DECLS
