/* atom.h: Atom 0.3 and 1.0 (RFC 4287) → edition.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Also RFC 5005 (paged and archived feeds), RFC 4685 (replies) and WebSub's hub link. Called by feed/parse.c with each
 * entry as it ends and with the root element at last, and by feed/rss.c for Atom elements inside RSS.
 */
#pragma once

#include "base/xml-node.h"
#include "feed/draft.h"
#include "press/edition.h"

G_BEGIN_DECLS

gboolean    att_atom_is_entry       (const AttXmlNode *node);
gboolean    att_atom_belongs        (const AttXmlNode *entry, const AttXmlNode *root);   /* FALSE: an extension's, not the feed's */
void        att_atom_read_entries   (const AttXmlNode *node, const char *base, AttEdition *edition);   /* node, if it is an entry, and those inside it */
gboolean    att_atom_read           (const AttXmlNode *root, const char *base, AttEdition *edition);

AttArticle *att_atom_read_entry     (const AttXmlNode *entry, const char *base);
void        att_atom_read_into      (const AttXmlNode *element, const char *base, AttDraft *draft, guint *rank);   /* one child of an entry; rank: of its link so far, 0 at first */
void        att_atom_read_feed_link (const AttXmlNode *link, const char *base, AttEdition *edition);

G_END_DECLS
