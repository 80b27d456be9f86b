/* metadata.h: what a page says of itself in its head.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Open Graph, Dublin Core and the usual meta names, link elements, time elements and the html element's language.
 */
#pragma once

#include "base/html.h"
#include "page/page.h"

G_BEGIN_DECLS

void att_metadata_read (const GumboNode *root, const char *url, AttPage *page);

G_END_DECLS
