/* byline.h: who wrote it.
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "page/layout.h"
#include "page/metadata.h"

G_BEGIN_DECLS

/* Names, parted by commas; NULL: nobody is named. layout: where "By Jane Doe" may stand beside the headline. */
char *att_byline_choose (const AttMetadata *meta, const AttLayout *layout);

G_END_DECLS
