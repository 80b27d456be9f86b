/* atom.h: Atom 0.3 and 1.0 (RFC 4287) → edition.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Called by feed/parse.c with the root element, and by feed/rss.c for Atom elements inside RSS.
 */
#pragma once

#include "base/xml.h"
#include "press/edition.h"

G_BEGIN_DECLS

gboolean    att_atom_read           (const xmlNode *root, const char *base, AttEdition *edition);
AttArticle *att_atom_read_entry     (const xmlNode *entry, const char *base);
void        att_atom_read_into      (const xmlNode *element, const char *base, AttArticle *article, guint *rank);   /* one child of an entry; rank: of its link so far, 0 at first */
void        att_atom_read_feed_link (const xmlNode *link, const char *base, AttEdition *edition);

G_END_DECLS
