/* wall.h: what stands between a page and its article.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "page/layout.h"
#include "page/metadata.h"
#include "page/page.h"

G_BEGIN_DECLS

/* text: what was found of the article. */
AttPageWall att_wall_of (const AttMetadata *meta, const AttLayout *layout, const char *text);

G_END_DECLS
