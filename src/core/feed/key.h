/* key.h: which article of a feed is which.
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The same item fetched again must be the same article, though its address went from http to https, gained a tracking
 * parameter or a www., its guid was made anew, its date moved or its whole site. So an article is known by up to three
 * things, any of which will do to find it again: the source's own id; its address without what changes between two
 * sights of it; its title with the minute it was published. What several items of one edition share tells none of them
 * apart, and is not used for them. Where no id is, or one that only numbers what is told on a page, the address is known
 * together with the title first: the next edition may tell another story there.
 */
#pragma once

#include "press/edition.h"

G_BEGIN_DECLS

/* Sets the keys of every article of an edition: one at least, the strongest first. */
void att_feed_identify (AttEdition *edition);

G_END_DECLS
