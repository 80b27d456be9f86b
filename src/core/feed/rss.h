/* rss.h: RSS 0.9x, 1.0 (RDF) and 2.0 → edition.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Follows the RSS Board's specification 2.0.11, RDF Site Summary 1.0 and its modules (content, dc, syndication, media,
 * iTunes, emm), and what feeds make of them. Called by feed/parse.c: with each item as it ends, and with the root
 * element when everything has been read; FALSE when it is no feed after all.
 */
#pragma once

#include "base/xml-node.h"
#include "press/edition.h"

G_BEGIN_DECLS

gboolean att_rss_is_item   (const AttXmlNode *node);   /* Atom's entries too: feeds mix them */
void     att_rss_read_item (const AttXmlNode *item, const AttXmlNode *root, const char *base, AttEdition *edition);   /* and those inside it, where a tag was never closed */
gboolean att_rss_read      (const AttXmlNode *root, const char *base, AttEdition *edition);

G_END_DECLS
