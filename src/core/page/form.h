/* form.h: whether a page tells an article, reports live, or shows pictures.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "page/layout.h"
#include "page/metadata.h"

G_BEGIN_DECLS

/* chosen: a byte for each block, the article's; n_pictures: within it. */
AttForm att_form_of (const AttMetadata *meta, const AttLayout *layout, const guint8 *chosen, guint n_pictures);

G_END_DECLS
