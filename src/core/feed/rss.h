/* rss.h: RSS 0.9x, 1.0 (RDF) and 2.0 → edition.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Called by feed/parse.c with the root element; FALSE when it is no feed after all.
 */
#pragma once

#include "base/xml.h"
#include "press/edition.h"

G_BEGIN_DECLS

gboolean att_rss_read (const xmlNode *root, const char *base, AttEdition *edition);

G_END_DECLS
