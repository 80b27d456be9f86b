/* origin.h: where a story comes from, in words. Main thread only.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "press/article.h"

G_BEGIN_DECLS

/* When, in which outlet, whence that took it, and by whom; beneath, what kind of piece it is and what was changed in it (NULL: nothing).
 * outlet: as the list of stories calls it. NULL: the address of its page is said instead. Owned by the caller. */
char *att_origin_describe (const AttArticle *article, const char *outlet, const char *changes);

G_END_DECLS
